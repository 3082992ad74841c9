// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/nationalcatalogue.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <functional>

using namespace motcua;
using namespace Qt::StringLiterals;

static QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What binds of a procedure: "3 working_days 0 5000", "-" for what is not known.
static QString promises(const Procedure &procedure)
{
    const ProcedureCase &one = procedure.cases.front();
    const auto fee = [](const std::optional<qint64> &value) {
        return value ? QString::number(*value) : u"-"_s;
    };
    return u"%1 %2 %3"_s.arg(
        one.limit ? QString::number(one.limit->value) + u' ' + word(one.limit->kind) : u"-"_s,
        fee(one.feeDirect), fee(one.feeOnline));
}

static QSet<QString> problems(const NationalReading &reading)
{
    QSet<QString> words;
    for (const NationalFinding &finding : reading.findings) {
        words.insert(finding.problem);
    }
    return words;
}

/// A row in which nothing is doubtful; 'x' stands for "x".
static const QString GoodRow =
    u"{'code': '1.004837', 'name': 'Đăng ký giám hộ', 'field': 'Hộ tịch', 'channels': ["
    "{'channel': 'Trực tiếp', 'time_value': 3, 'time_unit': 'Ngày làm việc', 'fee': '50,000 VNĐ',"
    " 'note': 'direct'},"
    "{'channel': 'Trực tuyến', 'time_value': 3, 'time_unit': 'Ngày làm việc', 'fee': '50,000 VNĐ',"
    " 'note': 'online'}],"
    "'document_groups': [{'case': '', 'documents': ["
    "{'name': 'Tờ khai', 'originals': 1, 'copies': 0},"
    "{'name': 'Ảnh', 'originals': 2, 'copies': 1}]}]}"_s;

static QByteArray exportOf(const QString &rows)
{
    return QString(u"{'procedures': ["_s + rows + u"]}"_s).replace(u'\'', u'"').toUtf8();
}

class NationalCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapIsDetectedAndPromisesNothing_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("promises");
        const auto row = [](const char *name, const QString &before, const QString &after,
                            const QString &problem, const QString &promises) {
            QTest::newRow(name) << before << after << problem << promises;
        };
        const QString good = u"3 working_days 50000 50000"_s;
        const QString noLimit = u"- 50000 50000"_s;
        const QString unit = u"'Ngày làm việc'"_s;
        const QString fee = u"'50,000 VNĐ'"_s;

        row("nothing", u"direct"_s, u"direct"_s, {}, good);
        row("bare 1", u"3, 'time_unit': 'Ngày làm việc'"_s, u"1, 'time_unit': null"_s,
            u"limit_without_unit"_s, noLimit);
        row("bare 3", unit, u"''"_s, u"limit_without_unit"_s, noLimit);
        row("number as text", u"'time_value': 3"_s, u"'time_value': '3'"_s, {}, good);
        row("no time", u"'time_value': 3"_s, u"'time_value': null"_s, u"limit_missing"_s, noLimit);
        row("no channels", u"'channels'"_s, u"'ways'"_s, u"limit_missing"_s, u"- - -"_s);
        row("channels nobody knows", u"'Trực t"_s, u"'Fax t"_s, u"unknown_channel"_s, u"- - -"_s);
        row("one channel nobody knows", u"'Trực tuyến'"_s, u"'Fax'"_s, u"unknown_channel"_s,
            u"3 working_days 50000 -"_s);
        row("a channel nobody knows with another limit", u"Trực tuyến', 'time_value': 3"_s,
            u"Fax', 'time_value': 5"_s, u"limits_differ"_s, u"- 50000 -"_s);
        row("no name of a channel", u"'Trực tuyến'"_s, u"null"_s, u"unknown_channel"_s,
            u"3 working_days 50000 -"_s);
        row("by post", u"'Trực tuyến'"_s, u"'Dịch vụ bưu chính'"_s, {},
            u"3 working_days 50000 -"_s);
        row("part of a day", u"'time_value': 3"_s, u"'time_value': 1.5"_s, u"limit_unknown_unit"_s,
            noLimit);
        row("less than nothing", u"'time_value': 3"_s, u"'time_value': -3"_s,
            u"limit_unknown_unit"_s, noLimit);
        row("a unit nobody counts by", unit, u"'Tuần trăng'"_s, u"limit_unknown_unit"_s, noLimit);
        row("calendar days", unit, u"'Ngày'"_s, {}, u"3 calendar_days 50000 50000"_s);
        row("by channel",
            u"3, 'time_unit': 'Ngày làm việc', 'fee': '50,000 VNĐ', 'note': 'online'"_s,
            u"13, 'time_unit': 'Ngày làm việc', 'fee': '50,000 VNĐ', 'note': 'online'"_s,
            u"limits_differ"_s, noLimit);
        row("one channel silent",
            u"3, 'time_unit': 'Ngày làm việc', 'fee': '50,000 VNĐ', 'note': 'online'"_s,
            u"null, 'time_unit': null, 'fee': '50,000 VNĐ', 'note': 'online'"_s, u"limits_differ"_s,
            noLimit);
        row("longer in the mountains", u"direct"_s,
            u"Xã miền núi, hải đảo tăng thêm số ngày theo quy định"_s, u"limit_longer_elsewhere"_s,
            noLimit);
        row("a note with another limit", u"direct"_s, u"không quá 05 ngày làm việc"_s,
            u"limit_contradicted"_s, noLimit);
        row("a note with another kind of days", u"direct"_s, u"tối đa 3 ngày"_s,
            u"limit_contradicted"_s, noLimit);
        row("a note with this limit", u"direct"_s, u"trong 03 ngày làm việc"_s, {}, good);
        row("a note with a date", u"direct"_s, u"Thông tư 281/2016/TT-BTC ngày 14/11/2016"_s, {},
            good);
        row("doubted by the file", u"'field'"_s,
            u"'flags': ['time_unit_missing_in_crawl'], 'field'"_s, u"limit_doubted"_s, noLimit);

        row("fee divided by 1000", fee, u"'100 VNĐ'"_s, u"fee_scaled"_s, u"3 working_days - -"_s);
        row("fee said to be scaled", u"'field'"_s, u"'flags': ['fee_scaled_div_1000'], 'field'"_s,
            u"fee_doubted"_s, u"3 working_days - -"_s);
        row("fee by channel", u"'50,000 VNĐ', 'note': 'online'"_s,
            u"'30.000 đồng', 'note': 'online'"_s, u"fee_differs_by_channel"_s,
            u"3 working_days 50000 30000"_s);
        row("two fees on a channel",
            u"Trực tuyến', 'time_value': 3, 'time_unit': 'Ngày làm việc', 'fee': '50"_s,
            u"Trực tiếp', 'time_value': 3, 'time_unit': 'Ngày làm việc', 'fee': '60"_s,
            u"fees_differ"_s, u"3 working_days - -"_s);
        row("free", fee, u"'Miễn phí'"_s, {}, u"3 working_days 0 0"_s);
        row("free, but the council decides", u"'50,000 VNĐ', 'note': 'direct'"_s,
            u"'Miễn phí', 'note': 'Do Hội đồng nhân dân quyết định'"_s, u"fee_by_council"_s,
            u"3 working_days - -"_s);
        row("an amount, but the council decides", u"online"_s, u"theo HĐND thành phố"_s,
            u"fee_by_council"_s, u"3 working_days - -"_s);
        row("free, but the note has an amount", u"'50,000 VNĐ', 'note': 'direct'"_s,
            u"'Miễn phí', 'note': 'Lệ phí: 135.000 đồng/lần'"_s, u"fee_contradicted"_s,
            u"3 working_days - 50000"_s);
        row("free, but copies cost", u"'50,000 VNĐ', 'note': 'direct'"_s,
            u"'Miễn phí', 'note': 'Phí cấp bản sao 8.000 đồng'"_s, u"fee_differs_by_channel"_s,
            u"3 working_days 0 50000"_s);
        row("no fee, but the note has an amount", u"'50,000 VNĐ', 'note': 'direct'"_s,
            u"null, 'note': 'Lệ phí: 135.000 đồng/lần'"_s, u"fee_only_in_note"_s,
            u"3 working_days - 50000"_s);
        row("a note with another amount", u"direct"_s, u"thu 7.000 đồng"_s, u"fee_contradicted"_s,
            u"3 working_days - 50000"_s);
        row("a note with this amount among others", u"direct"_s,
            u"50.000 đồng; từ trang thứ 3 thu 1.000 đồng"_s, {}, good);
        row("not our money", u"'50,000 VNĐ', 'note': 'online'"_s, u"'10 USD', 'note': 'online'"_s,
            u"fee_foreign"_s, u"3 working_days 50000 -"_s);
        row("not a fee", fee, u"'tùy'"_s, u"fee_unreadable"_s, u"3 working_days - -"_s);
        row("a fee beyond all", fee, u"'99999999999999999999'"_s, u"fee_unreadable"_s,
            u"3 working_days - -"_s);

        row("notes among the papers", u"'originals': 1"_s, u"'originals': 0"_s,
            u"documents_are_notes"_s, good);
        row("papers out of order", u"'name': 'Tờ khai'"_s,
            u"'name': '(ii) Bản sao', 'originals': 1, 'copies': 0}, {'name': '(i) Tờ khai'"_s,
            u"documents_shuffled"_s, good);
        row("a mark of direction", u"Tờ khai"_s, u"Tờ\u200E khai"_s, u"invisible_characters"_s,
            good);
        row("a hard space", u"Đăng ký"_s, u"Đăng\u00A0ký"_s, u"invisible_characters"_s, good);
        row("a space of no width", u"Hộ tịch"_s, u"Hộ\u200B tịch"_s, u"invisible_characters"_s,
            good);
        row("taken apart", u"giám hộ"_s, u"giám hộ"_s.normalized(QString::NormalizationForm_D),
            u"not_normalised"_s, good);
        row("a long name", u"Đăng ký"_s, u"Đăng ký "_s.repeated(60), u"long_name"_s, good);
        row("not taken here", u"Hộ tịch"_s, u"Sát hạch, cấp giấy phép lái xe"_s,
            u"not_taken_here"_s, good);
        row("not taken here by its name", u"Đăng ký giám hộ"_s, u"Cấp Phiếu lý lịch tư pháp"_s,
            u"not_taken_here"_s, good);
    }

    void trapIsDetectedAndPromisesNothing()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, problem);
        QFETCH(QString, promises);
        QVERIFY(GoodRow.contains(before));
        const auto reading =
            readNationalCatalogue(u"x.json"_s, exportOf(QString(GoodRow).replace(before, after)));
        QVERIFY(reading.faults.empty());
        QCOMPARE(reading.procedures.size(), size_t{1});
        const Procedure &procedure = reading.procedures.front();
        QCOMPARE(::promises(procedure), promises);
        QCOMPARE(procedure.cases[0].limitVerified, procedure.cases[0].limit.has_value());
        QCOMPARE(procedure.group, QString());
        QCOMPARE(procedure.referral.isEmpty(), problem != u"not_taken_here"_s);
        QVERIFY(problem.isEmpty() ? reading.findings.empty() : problems(reading).contains(problem));
        if (!reading.findings.empty()) {
            QCOMPARE(reading.findings.front().row, 1);
            QCOMPARE(reading.findings.front().code, u"1.004837"_s);
        }
        for (const ProcedureDocument &document : procedure.cases[0].documents) {
            QVERIFY(document.originals + document.copies > 0 || !document.required);
            QVERIFY(!document.name.contains(QChar(0x200E)));
        }
    }

    void rowThatCannotBeTakenIsLeftOut_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<int>("taken");
        const auto row = [](const char *name, const QString &rows, const QString &problem,
                            int taken) { QTest::newRow(name) << rows << problem << taken; };
        const auto with = [](const QString &code) {
            return QString(GoodRow).replace(u"1.004837"_s, code);
        };
        for (const char *code : {"", "4.004837", "1.00483", "1004837", "1.004837.H", "<script>",
                                 "1.004837 OR 1=1", "x"}) {
            row(code, with(QString::fromLatin1(code)), u"bad_code"_s, 0);
        }
        row("code that is a number", QString(GoodRow).replace(u"'1.004837'"_s, u"1.004837"_s),
            u"bad_code"_s, 0);
        row("code of an office", with(u"1.004837.000.00.00.H26"_s), {}, 1);
        row("no name", QString(GoodRow).replace(u"Đăng ký giám hộ"_s, u" "_s), u"missing_name"_s,
            0);
        row("not a row", u"7, 'x', null, []"_s, u"wrong_type"_s, 0);
        row("the same twice", GoodRow + u',' + GoodRow, u"duplicate_code"_s, 1);
    }

    void rowThatCannotBeTakenIsLeftOut()
    {
        QFETCH(QString, rows);
        QFETCH(QString, problem);
        QFETCH(int, taken);
        const auto reading = readNationalCatalogue(u"x.json"_s, exportOf(rows));
        QVERIFY(reading.faults.empty());
        QCOMPARE(static_cast<int>(reading.procedures.size()), taken);
        QCOMPARE(problems(reading), problem.isEmpty() ? QSet<QString>() : QSet{problem});
        if (taken == 1) {
            QCOMPARE(reading.procedures[0].code, u"1.004837"_s);
            QCOMPARE(promises(reading.procedures[0]), u"3 working_days 50000 50000"_s);
        }
    }

    void twoRowsThatDisagreePromiseNothing()
    {
        const auto reading = readNationalCatalogue(
            u"x.json"_s,
            exportOf(GoodRow + u',' + QString(GoodRow).replace(u"50,000"_s, u"60,000"_s)));
        QCOMPARE(reading.procedures.size(), size_t{1});
        QCOMPARE(promises(reading.procedures[0]), u"- - -"_s);
        QCOMPARE(reading.findings.back().row, 2);
    }

    void realRowsAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("JSON") << u"national_procedures.json"_s;
        QTest::newRow("CSV") << u"national_procedures.csv"_s;
    }

    /// The same rows by both ways: what one does not promise, the other does not either.
    void realRowsAreRead()
    {
        QFETCH(QString, name);
        const auto reading = readNationalCatalogue(name, sample(name));
        QVERIFY(reading.faults.empty());
        QCOMPARE(reading.rows, 14);
        QHash<QString, QString> found;
        for (const Procedure &procedure : reading.procedures) {
            found[procedure.code] = promises(procedure);
        }
        QCOMPARE(found[u"1.001193"_s], u"- 0 0"_s);                      // a bare 1
        QCOMPARE(found[u"1.004859"_s], u"- - -"_s);                      // and the council
        QCOMPARE(found[u"1.004837"_s], u"3 working_days 0 0"_s);         // sound
        QCOMPARE(found[u"2.000635"_s], u"- 8000 8000"_s);                // no time
        QCOMPARE(found[u"2.001023"_s], u"- 0 -"_s);                      // 15 days of which kind
        QCOMPARE(found[u"1.004222"_s], u"7 working_days 20000 10000"_s); // fee by channel
        QCOMPARE(found[u"1.012784"_s], u"- - -"_s);                      // 12 or 22
        QCOMPARE(found[u"2.002041"_s], u"- - -"_s);                      // "100 VNĐ"
        QCOMPARE(found[u"1.001612"_s], u"- - -"_s);                      // council, by channel
        QCOMPARE(found[u"1.013226"_s], u"20 calendar_days - -"_s);       // council
        QCOMPARE(found[u"3.000347"_s], u"5 working_days - -"_s);         // fee in the note
    }

    void csvIsReadHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("csv");
        const QByteArray comma = "code,name,field,limit_value,limit_unit,fee_direct_vnd\n"
                                 "1.004837,\"Đăng ký, giám hộ\",Hộ tịch,3,working_day,50000\n";
        QTest::newRow("comma") << comma;
        QTest::newRow("BOM") << "\xEF\xBB\xBF" + comma;
        QTest::newRow("CRLF") << QByteArray(comma).replace("\n", "\r\n");
        QTest::newRow("no last line end") << comma.chopped(1);
        QTest::newRow("semicolon")
            << QByteArray("code;name;field;limit_value;limit_unit;fee_direct_vnd\n"
                          "1.004837;Đăng ký, giám hộ;Hộ tịch;3;working_day;50000\n");
        QTest::newRow("a line break in a field")
            << QByteArray(comma).replace("ký, giám", "ký,\ngiám");
        QTest::newRow("another column") << QByteArray(comma)
                                               .replace("_vnd\n", "_vnd,url\n")
                                               .replace(",50000\n", ",50000,https://x\n");
    }

    void csvIsReadHoweverItIsWritten()
    {
        QFETCH(QByteArray, csv);
        QVERIFY(isNationalExport(csv));
        const auto reading = readNationalCatalogue(u"x.csv"_s, csv);
        QVERIFY(reading.faults.empty());
        QCOMPARE(reading.procedures.size(), size_t{1});
        QCOMPARE(reading.procedures[0].name.vi, u"Đăng ký, giám hộ"_s);
        QCOMPARE(promises(reading.procedures[0]), u"3 working_days 50000 -"_s);
    }

    void badFileIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QByteArray &content, const QString &fault) {
            QTest::newRow(name) << content << fault;
        };
        row("nothing", "", u". empty"_s);
        row("white space", " \n\t ", u". empty"_s);
        row("no UTF-8", "code,name,field\n1.004837,\xC4,x\n", u". malformed"_s);
        row("a zero", QByteArray("code,name,field\n1.004837,a\0b,x\n", 32), u". malformed"_s);
        row("JSON cut off", "{\"procedures\": [\n{\"code\": ", u"line 2 malformed"_s);
        row("only brackets", QByteArray(100'000, '['), u"line 1 malformed"_s);
        row("no procedures", "{\"procedures\": []}", u"procedures empty"_s);
        row("an empty object", "{}", u"procedures empty"_s);
        row("an empty list", "[]", u"procedures empty"_s);
        row("a header alone", "code,name,field\n", u". empty"_s);
        row("no code", "kode,name,field\n1,2,3\n", u"code missing_column"_s);
        row("code twice", "code,code,name,field\n1,2,3,4\n", u"code missing_column"_s);
        row("a quote left open", "code,name,field\n1.004837,\"a,b\n", u". malformed"_s);
        row("a field too many", "code,name,field\n1.004837,a,b\n1.004837,a,b,c\n",
            u"row 2 wrong_count"_s);
        row("a picture", "\x89PNG\r\n\x1a\n\xff\xff", u". malformed"_s);
        row("too large", QByteArray(qsizetype{17} * 1024 * 1024, 'x'), u". too_large"_s);
        row("too many rows", "[" + QByteArray("0,").repeated(30'000) + "0]",
            u"procedures too_large"_s);
    }

    void badFileIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, fault);
        const auto reading = readNationalCatalogue(u"x"_s, content);
        QCOMPARE(reading.faults.size(), size_t{1});
        QCOMPARE(reading.faults[0].place + u' ' + reading.faults[0].problem, fault);
        QVERIFY(reading.procedures.empty());
    }

    void damagedFileNeverCrashes()
    {
        for (const QString &name : {u"national_procedures.json"_s, u"national_procedures.csv"_s}) {
            const QByteArray whole = sample(name);
            for (qsizetype at = 0; at < whole.size(); at += 97) {
                QByteArray hurt = whole;
                hurt[at] = static_cast<char>(at);
                static_cast<void>(readNationalCatalogue(name, hurt));
                static_cast<void>(readNationalCatalogue(name, whole.left(at)));
            }
        }
    }

    void branchFileIsNoExport()
    {
        QVERIFY(!isNationalExport("{\"format\": 1, \"branch\": {}}"));
        QVERIFY(!isNationalExport("{\"format\": 1, \"procedures\": []}"));
        QVERIFY(!isNationalExport("{\"procedures\": "));
        QVERIFY(!isNationalExport("{"));
        QVERIFY(isNationalExport("{\"procedures\": []}"));
        QVERIFY(isNationalExport("{}"));
        QVERIFY(isNationalExport("{\"procedures\": {}}"));
        QVERIFY(isNationalExport("{\"rows\": []}"));
        QVERIFY(isNationalExport("\xEF\xBB\xBF {\"procedures\": []}"));
        QVERIFY(isNationalExport("[]"));
        QVERIFY(isNationalExport("code,name\n"));
    }

    void fileIsMergedFieldByField_data()
    {
        using Change = std::function<void(Procedure &)>;
        QTest::addColumn<Change>("stored"); ///< what the branch has, beginning with the offer
        QTest::addColumn<bool>("isLater");  ///< the national database said the same base before
        QTest::addColumn<Change>("offered");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QString>("kept");
        const Change nothing = [](Procedure &) {};
        const auto limit = [](std::optional<Limit> value) {
            return [value](Procedure &one) {
                one.cases[0].limit = value;
                one.cases[0].limitVerified = value.has_value();
            };
        };
        const Limit five{LimitKind::WorkingDays, 5};
        const Change name = [](Procedure &one) { one.name.vi = u"Khác"_s; };
        const Change papers = [](Procedure &one) { one.cases[0].documents.pop_back(); };
        const Change cases = [](Procedure &one) { one.cases.push_back(one.cases[0]); };
        const Change fee = [](Procedure &one) { one.cases[0].feeDirect = 7000; };
        const Change noFee = [](Procedure &one) { one.cases[0].feeDirect.reset(); };
        const auto row = [](const char *text, const Change &stored, bool isLater,
                            const Change &offered, const QString &changes, const QString &kept) {
            QTest::newRow(text) << stored << isLater << offered << changes << kept;
        };
        row("the same", nothing, false, nothing, {}, {});
        row("a limit nobody knew", limit({}), false, nothing, u"limit"_s, {});
        row("another limit, sure", limit(five), false, nothing, u"limit"_s, {});
        row("a doubtful limit", nothing, false, limit({}), {}, u"limit"_s);
        row("a doubtful limit, later", nothing, true, limit({}), {}, u"limit"_s);
        row("a new limit, later", nothing, true, limit(five), u"limit"_s, {});
        row("the branch's own limit, nothing new", limit(five), true, nothing, {}, {});
        row("a fee nobody knew", noFee, false, nothing, u"fee_direct"_s, {});
        row("another fee", fee, false, nothing, u"fee_direct"_s, {});
        row("a doubtful fee", nothing, false, noFee, {}, u"fee_direct"_s);
        row("the branch's own fee, nothing new", fee, true, nothing, {}, {});
        row("the branch's own name", name, false, nothing, {}, u"name"_s);
        row("a new name, later", nothing, true, name, u"name"_s, {});
        row("the branch's own papers", papers, false, nothing, {}, u"documents"_s);
        row("new papers, later", nothing, true, papers, u"documents"_s, {});
        row("papers the file does not tell", nothing, true,
            [](Procedure &one) { one.cases[0].documents.clear(); }, {}, {});
        row("cases the branch told apart", cases, false, nothing, {}, u"cases"_s);
        row("the same, nothing new", cases, true, nothing, {}, {});
        row("the same, a new limit", cases, true, limit(five), {}, u"cases"_s);
    }

    void fileIsMergedFieldByField()
    {
        QFETCH(std::function<void(Procedure &)>, stored);
        QFETCH(bool, isLater);
        QFETCH(std::function<void(Procedure &)>, offered);
        QFETCH(QString, changes);
        QFETCH(QString, kept);
        const Procedure base =
            readNationalCatalogue(u"x.json"_s, exportOf(GoodRow)).procedures.front();
        Procedure own = base;
        own.group = u"H"_s;
        own.version = 4;
        stored(own);
        Procedure theirs = base;
        offered(theirs);
        const ProcedureUpdate update = updated(own, isLater ? &base : nullptr, theirs);
        const auto fields = [](const std::vector<ProcedureUpdate::Change> &all) {
            QStringList names;
            for (const auto &change : all) {
                names.append(change.field);
            }
            return names.join(u' ');
        };
        QCOMPARE(fields(update.changes), changes);
        QCOMPARE(fields(update.kept), kept);
        QCOMPARE(update.procedure.group, u"H"_s);
        QCOMPARE(update.procedure == own, changes.isEmpty());
        if (!changes.isEmpty()) {
            QVERIFY(updated(update.procedure, &theirs, theirs).changes.empty());
        }
    }
};

QTEST_GUILESS_MAIN(NationalCatalogueTest)

#include "nationalcataloguetest.moc"
