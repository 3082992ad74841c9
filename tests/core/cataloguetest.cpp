// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue.h"
#include "core/vietnamesetext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace motcua;

static std::optional<QByteArray> shippedFile(const QString &name)
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/catalogue/") + name);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

static std::optional<QByteArray> noFile(const QString &)
{
    return std::nullopt;
}

static CatalogueReading shippedCatalogue()
{
    const QString name = u"branch-1.json"_s;
    return readCatalogue(name, shippedFile(name).value_or(QByteArray()), shippedFile);
}

/// A small branch without faults, all in one file.
static QByteArray smallBranch()
{
    return R"({
"format": 1,
"branch": {"number": 1, "code": "CN1", "name": {"vi": "Chi nhánh", "en": "Branch"},
  "organisation": {"vi": "Trung tâm", "en": "Centre"}, "address": ""},
"settings": {"time_zone": "Asia/Ho_Chi_Minh", "same_day_until": "15:00", "undo_seconds": 10,
  "announcement_languages": ["vi", "en"], "hundreds_word": "le",
  "forms": [{"form": "01", "paper": "A5"}, {"form": "06"}], "desk_printer": "LASER",
  "full_id_on_forms": true},
"groups": [
  {"letter": "H", "name": {"vi": "Hộ tịch", "en": "Civil"}, "short_name": {"vi": "H", "en": "H"},
   "first_number": 1, "last_number": 999},
  {"letter": "B", "name": {"vi": "Hỏi", "en": "Ask"}, "short_name": {"vi": "A", "en": "A"}}],
"priority_classes": [{"code": "elderly", "name": {"vi": "Cao tuổi", "en": "Older"},
  "head_start_minutes": 20, "from_age": 75, "basis": "Thông lệ"}],
"counters": [{"number": 1, "groups": ["H", "B"]}, {"number": 2, "groups": ["B"]}],
"staff": [{"code": "CB01", "name": "Cán bộ 01", "groups": ["H"]},
  {"code": "CB02", "name": "Cán bộ 02", "groups": ["B"]}],
"sessions": [{"weekday": 1, "opens": "13:00", "closes": "17:00", "note": {"free": 1}},
  {"weekday": 1, "opens": "07:30", "closes": "11:30"}],
"session_exceptions": [{"date": "2026-11-28", "sessions": [{"opens": "08:00", "closes": "11:00"}]}],
"procedures": [
  {"code": "1.001193", "name": {"vi": "Đăng ký khai sinh", "en": "Birth"}, "group": "H",
   "field": "Hộ tịch", "flags": ["doubt"], "cases": [
     {"name": "Một", "limit": {"kind": "working_days", "value": 3}, "fee_direct": 8000,
      "documents": [{"name": "Tờ khai", "originals": 1}]},
     {"name": "Hai", "limit": {"kind": "same_day"}}]},
  {"code": "3.000333", "name": {"vi": "Lý lịch", "en": "Record"}, "group": "", "field": "Lý lịch",
   "referral": "Công an", "cases": [{}]}],
"last_confirmed_year": 2026,
"holidays": [{"date": "2026-01-01", "kind": "off", "name": "Tết", "source": "Luật"},
  {"date": "2026-01-10", "kind": "make_up", "name": "Bù", "source": "Thông báo"},
  {"date": "2027-02-05", "kind": "proposed", "name": "Tết", "source": "Đề xuất"}],
"synonyms": [{"word": "khai", "means": ["đăng ký"]}]
})";
}

/// "file place problem value" of every fault, a line each.
static QString told(const std::vector<CatalogueFault> &faults)
{
    QStringList lines;
    for (const CatalogueFault &fault : faults) {
        lines << QStringList{fault.file, fault.place, fault.problem, fault.value}.join(u'|');
    }
    return lines.join(u'\n');
}

static QStringList codes(const std::vector<const Procedure *> &procedures)
{
    QStringList codes;
    for (const Procedure *procedure : procedures) {
        codes << procedure->code;
    }
    return codes;
}

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFilesHaveNoFaults()
    {
        const auto reading = shippedCatalogue();
        QCOMPARE(told(reading.faults), QString());

        const Catalogue &catalogue = reading.catalogue;
        QCOMPARE(catalogue.branchCode, u"CN1"_s);
        QCOMPARE(catalogue.settings.timeZone, u"Asia/Ho_Chi_Minh"_s);
        QCOMPARE(catalogue.groups.size(), 8u);
        QCOMPARE(catalogue.priorityClasses.size(), 6u);
        QCOMPARE(catalogue.priorityClasses.front().fromAge, 75);
        QCOMPARE(catalogue.counters.size(), 12u);
        QCOMPARE(catalogue.staff.size(), 14u);
        QVERIFY(catalogue.procedures.size() >= 40);
        QVERIFY(catalogue.synonyms.size() >= 25);
        QCOMPARE(catalogue.calendar.lastConfirmedYear, 2026);
        QCOMPARE(catalogue.calendar.week[0].size(), 2u);
        QCOMPARE(catalogue.calendar.week[5].size(), 0u);
    }

    void everyGroupIsServedAndHasProcedures()
    {
        const Catalogue catalogue = shippedCatalogue().catalogue;
        for (const Group &group : catalogue.groups) {
            const auto serves = [&](const auto &each) {
                return each.groups.contains(group.letter);
            };
            QVERIFY2(std::ranges::count_if(catalogue.counters, serves)
                         >= (group.letter == u"A" ? 1 : 2),
                     qPrintable(group.letter));
            QVERIFY2(std::ranges::count_if(catalogue.staff, serves) >= 2, qPrintable(group.letter));
            const auto count =
                std::ranges::count(catalogue.procedures, group.letter, &Procedure::group);
            QVERIFY2(group.letter == u"A" || group.letter == u"R" ? count == 0 : count >= 5,
                     qPrintable(group.letter));
        }
    }

    void shippedCalendarCountsNoProposal()
    {
        const auto days = shippedCatalogue().catalogue.calendar.days;
        const auto on = [&](const QDate &date) {
            return std::ranges::find(days, date, &CalendarDay::date);
        };
        QVERIFY(on(QDate(2027, 2, 5)) == days.end());
        QVERIFY(on(QDate(2026, 11, 24))->kind == DayKind::Off);
        QVERIFY(on(QDate(2026, 4, 27))->kind == DayKind::Compensation);
        QVERIFY(on(QDate(2026, 8, 22))->kind == DayKind::MakeUp);
    }

    void doubtfulFactsStayDoubtful()
    {
        const Catalogue catalogue = shippedCatalogue().catalogue;
        const auto procedure = [&](const QString &code) {
            return *std::ranges::find(catalogue.procedures, code, &Procedure::code);
        };
        const Procedure exchange = procedure(u"1.012783"_s); // one code, three limits
        QCOMPARE(exchange.cases.size(), 3u);
        QCOMPARE(exchange.cases[0].limit->value, 5);
        QCOMPARE(exchange.cases[1].limit->value, 15);
        QCOMPARE(exchange.cases[2].limit->value, 20);
        QVERIFY(!exchange.cases[0].limitVerified);
        QVERIFY(!exchange.cases[0].feeDirect); // the People's Council decides
        QVERIFY(!exchange.cases[0].feeNote.isEmpty());
        QVERIFY(!procedure(u"1.014034"_s).cases[0].limit); // a bare "1" is no limit
        QCOMPARE(procedure(u"1.005136"_s).cases[0].feeDirect, 100'000);
        QCOMPARE(procedure(u"1.013225"_s).cases[0].limit, (Limit{LimitKind::CalendarDays, 15}));
        QCOMPARE(procedure(u"3.000333"_s).group, QString());

        for (const Procedure &each : catalogue.procedures) {
            for (const ProcedureCase &one : each.cases) {
                QVERIFY2(one.limit || each.flags.contains(u"limit_unknown"_s),
                         qPrintable(each.code));
                QVERIFY2(!one.limitBasis.isEmpty(), qPrintable(each.code));
            }
        }
    }

    void smallBranchIsReadWhole()
    {
        const auto reading = readCatalogue(u"b.json"_s, smallBranch(), noFile);
        QCOMPARE(told(reading.faults), QString());
        const Catalogue &catalogue = reading.catalogue;
        QCOMPARE(catalogue.branchName, (Bilingual{u"Chi nhánh"_s, u"Branch"_s}));
        QCOMPARE(catalogue.settings.hundredsWord, HundredsWord::Le);
        QCOMPARE(catalogue.settings.restoreNumberGap, 50);
        QCOMPARE(catalogue.settings.forms,
                 (std::vector<FormUse>{{u"01"_s, Paper::A5}, {u"06"_s, Paper::A4}}));
        QCOMPARE(catalogue.settings.deskPrinter, u"LASER"_s);
        QVERIFY(catalogue.settings.fullIdOnForms);
        QCOMPARE(catalogue.groups[1].lastNumber, 999);
        QCOMPARE(catalogue.counters[0].groups, (QStringList{u"H"_s, u"B"_s}));
        QCOMPARE(catalogue.calendar.week[0], (std::vector<Session>{{QTime(7, 30), QTime(11, 30)},
                                                                   {QTime(13, 0), QTime(17, 0)}}));
        QCOMPARE(catalogue.calendar.exceptions.at(QDate(2026, 11, 28)).size(), 1u);
        QCOMPARE(catalogue.calendar.days.size(), 2u);
        QCOMPARE(catalogue.calendar.lastConfirmedYear, 2026);
        QCOMPARE(catalogue.procedures[0].cases[1].limit, (Limit{LimitKind::SameDay, 0}));
        QCOMPARE(catalogue.procedures[0].cases[0].feeDirect, 8000);
        QVERIFY(!catalogue.procedures[0].cases[0].feeOnline);
        QVERIFY(catalogue.procedures[1].cases[0].limitVerified);
    }

    /// Quotes are written as ' here.
    void reportsFaults_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<QString>("fault");

        const auto row = [](const char *name, const QByteArray &written, const QByteArray &instead,
                            const QString &fault) {
            QTest::newRow(name) << written << instead << fault;
        };
        row("missing key", "'code': 'CN1', ", "", u"branch.code|missing|"_s);
        row("missing part", "'last_confirmed_year': 2026,", "", u"last_confirmed_year|missing|"_s);
        row("unknown key", "'code': 'CN1'", "'code': 'CN1', 'colour': 'red'",
            u"branch.colour|unknown_key|red"_s);
        row("unknown key in a list", "'originals': 1}", "'originals': 1, 'kind': []}",
            u"procedures[0].cases[0].documents[0].kind|unknown_key|[…]"_s);
        row("number as text", "'number': 1, 'code'", "'number': '1', 'code'",
            u"branch.number|wrong_type|1"_s);
        row("text as number", "'code': 'CN1'", "'code': 7", u"branch.code|wrong_type|7"_s);
        row("null", "'code': 'CN1'", "'code': null", u"branch.code|wrong_type|null"_s);
        row("fraction", "'undo_seconds': 10", "'undo_seconds': 1.5",
            u"settings.undo_seconds|wrong_type|1.5"_s);
        row("results at no counter", "'undo_seconds': 10",
            "'undo_seconds': 10, 'results_counter': 9",
            u"settings.results_counter|out_of_range|"_s);
        row("form nobody has", "'form': '06'", "'form': '66'",
            u"settings.forms[1].form|out_of_range|66"_s);
        row("form twice", "'form': '06'", "'form': '01'", u"settings.forms[1].form|duplicate|01"_s);
        row("paper nobody has", "'paper': 'A5'", "'paper': 'A3'",
            u"settings.forms[0].paper|out_of_range|A3"_s);
        row("list of wrong things", "'groups': ['H', 'B']", "'groups': ['H', 2, 'B']",
            u"counters[0].groups[1]|wrong_type|2"_s);
        row("number where an object belongs", "'synonyms': [", "'synonyms': [4, ",
            u"synonyms[0]|wrong_type|4"_s);
        row("object where a list belongs", "'means': ['đăng ký']", "'means': {}",
            u"synonyms[0].means|wrong_type|{…}"_s);
        row("empty name", "'vi': 'Hộ tịch'", "'vi': ' \\u200b '", u"groups[0].name.vi|empty|"_s);
        row("no cases", "'cases': [{}]", "'cases': []", u"procedures[1].cases|empty|"_s);
        row("no languages", "['vi', 'en']", "[]", u"settings.announcement_languages|empty|"_s);
        row("too long", "'address': ''", "'address': '" + QByteArray(301, 'a') + "'",
            u"branch.address|too_long|"_s + QString(40, u'a'));
        row("group twice", "'letter': 'B'", "'letter': 'H'",
            u"groups[1].letter|duplicate|H\n"
            "counters[0].groups[1]|unknown_group|B\n"
            "counters[1].groups[0]|unknown_group|B\n"
            "staff[1].groups[0]|unknown_group|B"_s);
        row("counter twice", "'number': 2", "'number': 1", u"counters[1].number|duplicate|1"_s);
        row("staff twice", "CB02", "CB01", u"staff[1].code|duplicate|CB01"_s);
        row("procedure twice", "3.000333", "1.001193", u"procedures[1].code|duplicate|1.001193"_s);
        row("case name twice", "'Hai'", "'Một'", u"procedures[0].cases[1].name|duplicate|Một"_s);
        row("date twice", "'2027-02-05'", "'2026-01-01'",
            u"holidays[2].date|duplicate|2026-01-01"_s);
        row("synonym twice", "'synonyms': [", "'synonyms': [{'word': 'KHẢI', 'means': ['a']}, ",
            u"synonyms[1].word|duplicate|khai"_s);
        row("group twice in a list", "['H', 'B']", "['H', 'H']",
            u"counters[0].groups[1]|duplicate|H"_s);
        row("unknown group of a counter", "['H', 'B']", "['H', 'Z']",
            u"counters[0].groups[1]|unknown_group|Z"_s);
        row("unknown group of a procedure", "'group': 'H'", "'group': 'h'",
            u"procedures[0].group|unknown_group|h"_s);
        row("no group and no referral", "'referral': 'Công an', ", "",
            u"procedures[1].referral|missing|"_s);
        row("letter not of A to Z", "'letter': 'B'", "'letter': 'Đ'",
            u"groups[1].letter|bad_code|Đ\n"
            "counters[0].groups[1]|unknown_group|B\n"
            "counters[1].groups[0]|unknown_group|B\n"
            "staff[1].groups[0]|unknown_group|B"_s);
        row("procedure code", "3.000333", "4.000333", u"procedures[1].code|bad_code|4.000333"_s);
        row("staff code", "CB02", "CB 02", u"staff[1].code|bad_code|CB 02"_s);
        row("time", "'15:00'", "'15h00'", u"settings.same_day_until|bad_time|15h00"_s);
        row("time without its zero", "'07:30'", "'7:30'", u"sessions[1].opens|bad_time|7:30"_s);
        row("date", "2026-11-28", "2026-02-29",
            u"session_exceptions[0].date|bad_date|2026-02-29"_s);
        row("date as people write it", "2026-01-10", "10/01/2026",
            u"holidays[1].date|bad_date|10/01/2026"_s);
        row("time zone", "Asia/Ho_Chi_Minh", "Asia/Hanoi",
            u"settings.time_zone|bad_time_zone|Asia/Hanoi"_s);
        row("closes before it opens", "'closes': '11:30'", "'closes': '07:30'",
            u"sessions[1].closes|out_of_range|07:30"_s);
        row("overlap", "'closes': '11:30'", "'closes': '13:01'",
            u"sessions[1].opens|overlap|07:30"_s);
        row("weekday", "'weekday': 1, 'opens': '13:00'", "'weekday': 8, 'opens': '13:00'",
            u"sessions[0].weekday|out_of_range|8"_s);
        row("make-up day in the week", "2026-01-10", "2026-01-09",
            u"holidays[1].date|not_a_weekend|2026-01-09"_s);
        row("kind of day", "'off'", "'free'", u"holidays[0].kind|out_of_range|free"_s);
        row("kind of limit", "'same_day'", "'weeks'",
            u"procedures[0].cases[1].limit.kind|out_of_range|weeks\n"
            "procedures[0].cases[1].limit.value|missing|"_s);
        row("limit of no days", "'value': 3", "'value': 0",
            u"procedures[0].cases[0].limit.value|out_of_range|0"_s);
        row("language", "['vi', 'en']", "['vi', 'fr']",
            u"settings.announcement_languages[1]|out_of_range|fr"_s);
        row("first number after the last", "'first_number': 1", "'first_number': 1000",
            u"groups[0].last_number|out_of_range|999"_s);
        row("number beyond four digits", "'last_number': 999", "'last_number': 10000",
            u"groups[0].last_number|out_of_range|10000"_s);
        row("negative head start", "'head_start_minutes': 20", "'head_start_minutes': -1",
            u"priority_classes[0].head_start_minutes|out_of_range|-1"_s);
        row("head start beyond a day", "'head_start_minutes': 20", "'head_start_minutes': 1441",
            u"priority_classes[0].head_start_minutes|out_of_range|1441"_s);
        row("number beyond all integers", "'fee_direct': 8000", "'fee_direct': 1e300",
            u"procedures[0].cases[0].fee_direct|out_of_range|1e+300"_s);
        row("format of the future", "'format': 1", "'format': 2", u"format|unsupported_format|2"_s);
        row("missing file", "'synonyms': [{'word': 'khai', 'means': ['đăng ký']}]",
            "'synonyms': 's.json'", u"synonyms|unreadable_file|s.json"_s);
        row("file elsewhere", "'synonyms': [{'word': 'khai', 'means': ['đăng ký']}]",
            "'synonyms': '../s.json'", u"synonyms|unreadable_file|../s.json"_s);
        row("malformed", "'format': 1,", "'format': 1", u"line 3, column 1|malformed|"_s);
        row("column counts characters", "'code': 'CN1', 'name': {'vi': 'Chi nhánh',",
            "'code': 'CN1', 'name': {'vi': 'Chi nhánh' }", u"line 3, column 69|malformed|"_s);
        row("several at once", "'number': 1, 'code': 'CN1'", "'number': 0, 'code': 'ô', 'x': 1",
            u"branch.number|out_of_range|0\nbranch.code|bad_code|ô\nbranch.x|unknown_key|1"_s);
    }

    void reportsFaults()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, instead);
        QFETCH(QString, fault);

        QByteArray content = smallBranch();
        const auto at = content.indexOf(written.replace('\'', '"'));
        QVERIFY(at >= 0);
        content.replace(at, written.size(), instead.replace('\'', '"'));
        const auto reading = readCatalogue(u"b.json"_s, content, noFile);
        QCOMPARE(told(reading.faults), u"b.json|"_s + fault.replace(u"\n"_s, u"\nb.json|"_s));
    }

    void namesTheFileOfAFault()
    {
        QByteArray content = smallBranch();
        content.replace(content.indexOf(R"("synonyms")"), content.size(),
                        R"("synonyms": "s.json", "procedures": "p.json"})");
        const auto readFile = [](const QString &name) {
            return std::optional<QByteArray>(
                name == u"p.json" ? R"({"source": "a", "procedures": 1})"
                                  : R"({"format": 1, "synonyms": [{"word": "a"}], "x": 2})");
        };
        QCOMPARE(told(readCatalogue(u"b.json"_s, content, readFile).faults),
                 u"p.json|format|missing|\n"
                 "p.json|procedures|wrong_type|1\n"
                 "s.json|synonyms[0].means|missing|\n"
                 "s.json|x|unknown_key|2"_s);
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fault");

        QTest::newRow("empty") << QByteArray() << u"line 1, column 1|malformed|"_s;
        QTest::newRow("list") << QByteArray("[]") << u".|wrong_type|[…]"_s;
        QTest::newRow("deep") << QByteArray(100'000, '[') << u"line 1, column 1025|malformed|"_s;
        QTest::newRow("deep in a key")
            << R"({"format":1,"branch":)" + QByteArray(100'000, '[') << u"malformed"_s;
        QTest::newRow("huge") << QByteArray(100'000'000, ' ') << u".|too_large|"_s;
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe{", 4) << u"malformed"_s;
        QTest::newRow("not UTF-8")
            << QByteArray("{'format':'\xc3\x28'}").replace('\'', '"') << u"malformed"_s;
        QTest::newRow("NaN") << QByteArray(R"({"format": NaN})") << u"malformed"_s;
    }

    void hostileFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, fault);

        const auto faults = readCatalogue(u"b.json"_s, content, noFile).faults;
        QCOMPARE(faults.size(), 1u);
        QVERIFY2(told(faults).contains(fault), qPrintable(told(faults)));
    }

    void damagedFilesAreReadToTheEnd()
    {
        for (qsizetype at = 0; at < smallBranch().size(); ++at) {
            QByteArray content = smallBranch();
            content[at] = "x0\"[{,:"[at % 7];
            std::ignore = readCatalogue(u"b.json"_s, content, noFile);
            std::ignore = readCatalogue(u"b.json"_s, smallBranch().left(at), noFile);
        }
        const auto flood = readCatalogue(
            u"b.json"_s, R"({"synonyms":[)" + QByteArray("7,").repeated(1'000'000) + "7]}", noFile);
        QCOMPARE(flood.faults.size(), 1000u);
    }

    void sessionsMayMeet()
    {
        QByteArray content = smallBranch();
        content.replace(
            R"("closes": "11:30"})",
            R"("closes": "13:00"}, {"weekday": 1, "opens": "17:00", "closes": "18:00"})");
        const auto reading = readCatalogue(u"b.json"_s, content, noFile);
        QCOMPARE(told(reading.faults), QString());
        QCOMPARE(reading.catalogue.calendar.week[0].front().closes, QTime(13, 0));
    }

    void textsAreCleaned()
    {
        QByteArray content = smallBranch();
        content.replace("Chi nhánh", u" Chi\u00a0 nha\u0301nh\\t\u200e"_s.toUtf8());
        const auto reading = readCatalogue(u"b.json"_s, content, noFile);
        QCOMPARE(told(reading.faults), QString());
        QCOMPARE(reading.catalogue.branchName.vi, u"Chi nhánh"_s);
    }

    void proceduresComeBackFromJson()
    {
        const Procedure full{
            .code = u"1.001193"_s,
            .name = {u"Đăng ký"_s, u"Registration"_s},
            .group = u"H"_s,
            .field = u"Hộ tịch"_s,
            .referral = u"Công an"_s,
            .flags = {u"a"_s, u"b"_s},
            .lateStartsNextDay = true,
            .cases = {{.name = u"Một"_s,
                       .limit = Limit{LimitKind::CalendarDays, 20},
                       .limitOnline = Limit{LimitKind::WorkingHours, 4},
                       .limitPost = Limit{LimitKind::SameDay, 0},
                       .limitBasis = u"Luật"_s,
                       .limitVerified = false,
                       .feeDirect = 1'000'000'000'000,
                       .feeOnline = 0,
                       .feeNote = u"Phí"_s,
                       .documents = {{u"Đơn"_s, 2, 1, false}, {u"Giấy"_s, 0, 0, true}}},
                      {.name = u"Hai"_s,
                       .limit = Limit{LimitKind::SameDay, 0},
                       .limitBasis = {},
                       .feeDirect = {},
                       .feeOnline = {},
                       .feeNote = {},
                       .documents = {}}},
            .shortName = {u"Khai sinh"_s, u"Birth"_s}};
        QCOMPARE(procedureFromJson(toJson(full)), full);

        for (const Procedure &procedure : shippedCatalogue().catalogue.procedures) {
            const QByteArray stored = QJsonDocument(toJson(procedure)).toJson();
            QCOMPARE(procedureFromJson(QJsonDocument::fromJson(stored).object()), procedure);
        }

        QJsonObject odd = toJson(full);
        odd[u"cases"_s] =
            QJsonArray{QJsonObject{{u"fee_direct"_s, std::numeric_limits<double>::quiet_NaN()}}};
        QVERIFY(!procedureFromJson(odd).cases.at(0).feeDirect);
        QVERIFY(procedureFromJson({}).cases.empty());
    }

    void limitsAndFeesMayDifferByChannel()
    {
        const Limit days{LimitKind::WorkingDays, 3};
        const Limit hours{LimitKind::WorkingHours, 4};
        ProcedureCase which{.name = {},
                            .limit = days,
                            .limitBasis = {},
                            .feeDirect = 8000,
                            .feeOnline = 4000,
                            .feeNote = {},
                            .documents = {}};
        for (const auto channel :
             {IntakeChannel::Direct, IntakeChannel::Online, IntakeChannel::Post}) {
            QCOMPARE(limitOf(which, channel), std::optional(days));
        }
        which.limitOnline = hours;
        QCOMPARE(limitOf(which, IntakeChannel::Online), std::optional(hours));
        QCOMPARE(limitOf(which, IntakeChannel::Post), std::optional(days));
        which.limitPost = hours;
        QCOMPARE(limitOf(which, IntakeChannel::Post), std::optional(hours));
        QCOMPARE(limitOf(which, IntakeChannel::Direct), std::optional(days));
        QCOMPARE(feeOf(which, IntakeChannel::Direct), std::optional<qint64>(8000));
        QCOMPARE(feeOf(which, IntakeChannel::Online), std::optional<qint64>(4000));
        QCOMPARE(feeOf(which, IntakeChannel::Post), std::optional<qint64>(8000));
    }

    void findsProcedures_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first"); ///< what must be found first; empty: whatever
        QTest::addColumn<QString>("among"); ///< what must be found
        QTest::addColumn<QString>("never"); ///< what must not

        const auto row = [](const char *name, const QString &query, const QString &first,
                            const QString &among = {}, const QString &never = {}) {
            QTest::newRow(name) << query << first << among << never;
        };
        row("code", u"1.000894"_s, u"1.000894"_s);
        row("beginning of a code", u" 2.0008"_s, u"2.000806"_s, u"2.000884"_s, u"1.001193"_s);
        row("code as papers print it", u"1.001193.000.00.00.H26"_s, u"1.001193"_s);
        row("without accents", u"ket hon"_s, u"1.000894"_s, u"2.000806"_s, u"1.001193"_s);
        row("with accents", u"KẾT HÔN"_s, u"1.000894"_s);
        row("decomposed", u"kết hôn"_s.normalized(QString::NormalizationForm_D), u"1.000894"_s);
        row("half a word", u"khai si"_s, u"1.001193"_s);
        row("English", u"marriage"_s, u"1.000894"_s);
        row("order does not matter", u"hon ket"_s, u"1.000894"_s);
        row("synonym", u"so do"_s, {}, u"1.012783"_s, u"1.014034"_s);
        row("synonym with accents", u"Sổ đỏ"_s, {}, u"1.012786"_s, u"2.000908"_s);
        row("synonym and the rest", u"cap doi so do"_s, u"1.012783"_s, {}, u"1.012786"_s);
        row("synonym and idle words", u"làm sổ đỏ cho nhà"_s, {}, u"1.013978"_s);
        row("birth paper", u"giay khai sinh"_s, u"1.001193"_s, u"2.000635"_s, u"1.000894"_s);
        row("referral", u"ly lich"_s, {}, u"3.000333"_s);
        row("own ones before referrals", u"cấp lại giấy"_s, {}, u"3.000348"_s);
        row("household book", u"hộ khẩu"_s, {}, u"1.004222"_s);
        row("driving licence", u"bang lai"_s, u"3.000347"_s, u"3.000348"_s);
        row("single", u"độc thân"_s, u"1.004873"_s);
    }

    void findsProcedures()
    {
        QFETCH(QString, query);
        QFETCH(QString, first);
        QFETCH(QString, among);
        QFETCH(QString, never);

        const Catalogue catalogue = shippedCatalogue().catalogue;
        const auto procedures = findProcedures(catalogue, query);
        const QStringList found = codes(procedures);
        QVERIFY(!found.isEmpty());
        if (!first.isEmpty()) {
            QCOMPARE(found.first(), first);
        }
        QVERIFY2(among.isEmpty() || found.contains(among), qPrintable(found.join(u' ')));
        QVERIFY2(never.isEmpty() || !found.contains(never), qPrintable(found.join(u' ')));
        QVERIFY(std::ranges::is_partitioned(
            procedures, [](const Procedure *procedure) { return !procedure->group.isEmpty(); }));
    }

    void besideSynonymOnlyWholeWordsCount()
    {
        Catalogue catalogue;
        catalogue.synonyms = {{u"sổ đỏ"_s, {u"quyền sử dụng đất"_s}}};
        for (const QString &name :
             {u"Hồ sơ đăng ký hộ kinh doanh"_s, u"Cấp đổi quyền sử dụng đất"_s}) {
            catalogue.procedures.push_back({.code = name,
                                            .name = {name, {}},
                                            .group = u"H"_s,
                                            .field = {},
                                            .referral = {},
                                            .flags = {},
                                            .cases = {}});
        }
        QCOMPARE(codes(findProcedures(catalogue, u"so do")),
                 QStringList{u"Cấp đổi quyền sử dụng đất"_s});
        catalogue.synonyms = {{u"khẩu"_s, {u"!"_s}}};
        QVERIFY(findProcedures(catalogue, u"khau").empty());
        catalogue.synonyms.clear();
        QCOMPARE(codes(findProcedures(catalogue, u"so do")),
                 QStringList{u"Hồ sơ đăng ký hộ kinh doanh"_s});
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("query");

        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << u" \t "_s;
        QTest::newRow("signs only") << u"... !?"_s;
        QTest::newRow("unknown word") << u"ly hôn tòa án"_s;
        QTest::newRow("middle of a word") << u"ang"_s;
        QTest::newRow("code of nothing") << u"9.999999"_s;
    }

    void findsNothing()
    {
        QFETCH(QString, query);

        QCOMPARE(codes(findProcedures(shippedCatalogue().catalogue, query)), QStringList());
    }

    void everySynonymAndMeaningFindsSomething()
    {
        const Catalogue catalogue = shippedCatalogue().catalogue;
        for (const Synonym &synonym : catalogue.synonyms) {
            QVERIFY2(!findProcedures(catalogue, synonym.word).empty(), qPrintable(synonym.word));
            QCOMPARE(codes(findProcedures(catalogue, folded(synonym.word))),
                     codes(findProcedures(catalogue, synonym.word)));
            for (const QString &meaning : synonym.means) {
                QVERIFY2(!findProcedures(catalogue, meaning).empty(), qPrintable(meaning));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)

#include "cataloguetest.moc"
