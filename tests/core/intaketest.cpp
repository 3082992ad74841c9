// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/intake.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const LocalTime Received{QDate(2026, 11, 17), QTime(9, 47)};
const LocalTime Computed{QDate(2026, 11, 20), QTime(9, 47)};

Procedure maritalStatus()
{
    return {.code = u"1.004873"_s,
            .name = {u"Cấp Giấy xác nhận tình trạng hôn nhân"_s, u"Marital status"_s},
            .group = u"H"_s,
            .field = u"Hộ tịch"_s,
            .referral = {},
            .flags = {},
            .cases = {{.name = {},
                       .limit = Limit{LimitKind::WorkingDays, 3},
                       .limitBasis = {},
                       .feeDirect = 0,
                       .feeOnline = {},
                       .feeNote = {},
                       .documents = {{u"Tờ khai"_s, 1, 0, true},
                                     {u"Căn cước"_s, 1, 0, true},
                                     {u"Văn bản ủy quyền"_s, 1, 0, false}}}}};
}

/// A form with nothing wrong.
Intake complete()
{
    return {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                          .idNumber = u"099191004217"_s,
                          .birthDate = QDate(1991, 5, 12),
                          .sex = Sex::Female,
                          .phone = u"0912345678"_s,
                          .address = u"Số 12 Hàng Bún"_s,
                          .unit = u"00004"_s},
            .procedure = u"1.004873"_s,
            .documents = {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received},
                          {.name = u"Căn cước"_s, .state = DocumentState::Returned},
                          {.name = u"Văn bản ủy quyền"_s,
                           .required = false,
                           .state = DocumentState::NotApplicable}}};
}

QString faultsOf(const Intake &intake, const std::optional<LocalTime> &computed = Computed)
{
    const Procedure procedure = maritalStatus();
    QStringList faults;
    for (const IntakeFault &fault : checkIntake(intake, &procedure, computed, Received)) {
        faults.append(fault.field + u' ' + fault.problem);
    }
    return faults.join(u", "_s);
}

using Change = std::function<void(Intake &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class IntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesOnTheDesk_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<IntakeDocument>("expected");
        const auto received = [](const QString &name, int originals, int copies) {
            return IntakeDocument{.name = name,
                                  .originals = originals,
                                  .copies = copies,
                                  .state = DocumentState::Received};
        };
        QTest::newRow("as the list asks") << u"Bản sao"_s << received(u"Bản sao"_s, 0, 2);
        QTest::newRow("a list that does not count") << u"Tờ khai"_s << received(u"Tờ khai"_s, 1, 0);
        QTest::newRow("not on the list") << u"Ảnh"_s << received(u"Ảnh"_s, 1, 0);
        QTest::newRow("only shown") << u"Thẻ căn cước (Xuất trình)"_s
                                    << IntakeDocument{.name = u"Thẻ căn cước (Xuất trình)"_s,
                                                      .state = DocumentState::Returned};
    }
    void whatLiesOnTheDesk()
    {
        QFETCH(QString, name);
        QFETCH(IntakeDocument, expected);
        const ProcedureCase which{
            .name = {},
            .limit = {},
            .limitBasis = {},
            .feeDirect = {},
            .feeOnline = {},
            .feeNote = {},
            .documents = {{u"Bản sao"_s, 0, 2, true}, {u"Tờ khai"_s, 0, 0, true}}};
        QCOMPARE(presented({.name = name}, &which), expected);
        // Counts that were typed stay.
        if (expected.state == DocumentState::Received) {
            QCOMPARE(presented({.name = name, .certified = 3}, &which).certified, 3);
        }
    }

    void faultsComeBackFromTheirLines()
    {
        const std::vector<IntakeFault> faults{
            {u"applicant.phone"_s, u"missing"_s},
            {u"procedure"_s, u"not_taken"_s, u"Phường Ba Đình (bàn 2)"_s},
            {u"documents[2].state"_s, u"bad_state"_s}};
        QCOMPARE(faultsFromLines(linesOf(faults)), faults);
        QVERIFY(faultsFromLines(u"\n  illegal value"_s).empty());
        QVERIFY(faultsFromLines({}).empty());
    }

    void papersOfOneNameAreTwo()
    {
        const ProcedureCase which{.name = {},
                                  .limit = {},
                                  .limitBasis = {},
                                  .feeDirect = {},
                                  .feeOnline = {},
                                  .feeNote = {},
                                  .documents = {{u"Ảnh"_s, 1, 0, true}, {u"Ảnh"_s, 1, 0, true}}};
        const IntakeDocument photo{
            .name = u"Ảnh"_s, .originals = 1, .state = DocumentState::Received};
        const auto papers = completed({photo, photo, photo}, which);
        QCOMPARE(papers.size(), size_t{3});
        QCOMPARE(papers[0].state, DocumentState::Received);
        QCOMPARE(papers[1].state, DocumentState::Received);
        QVERIFY(!papers[1].extra);
        QVERIFY(papers[2].extra);
    }

    void comesBackFromJson()
    {
        Intake intake = complete();
        intake.owner = Person{.name = u"Trần Văn Bảo"_s};
        intake.authorisation = u"Giấy ủy quyền ngày 10/11/2026"_s;
        intake.channel = IntakeChannel::Online;
        intake.due = Computed;
        intake.dueReason = u"Cần xác minh"_s;
        intake.fee = 8000;
        intake.resultChannel = ResultChannel::Post;
        intake.documents.push_back({.name = u"Ảnh"_s, .extra = true, .copies = 2});
        for (const Intake &one : {intake, Intake()}) {
            const IntakeReading reading = intakeFromJson(toJson(one));
            QCOMPARE(reading.faults, std::vector<IntakeFault>());
            QCOMPARE(reading.intake, one);
        }
    }

    void wrongFilesAreToldPlaceByPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("faults");
        QTest::newRow("mistyped key")
            << QByteArray(R"({"aplicant":{}})") << u"aplicant unknown_key"_s;
        QTest::newRow("number as text") << QByteArray(R"({"sets":"1"})") << u"sets wrong_type"_s;
        QTest::newRow("broken number") << QByteArray(R"({"sets":1.5})") << u"sets wrong_type"_s;
        QTest::newRow("huge number") << QByteArray(R"({"sets":1e18})") << u"sets wrong_type"_s;
        QTest::newRow("unknown outcome")
            << QByteArray(R"({"outcome":"ok"})") << u"outcome unknown_word"_s;
        QTest::newRow("a date that is none")
            << QByteArray(R"({"due":"2026-02-30T09:00"})") << u"due wrong_type"_s;
        QTest::newRow("inside a person")
            << QByteArray(R"({"applicant":{"birth_date":"31/12/1990","sex":"x","age":3}})")
            << u"applicant.sex unknown_word, applicant.birth_date wrong_type, applicant.age unknown_key"_s;
        QTest::newRow("inside a document")
            << QByteArray(R"({"documents":[{"name":"a","state":"lost"}]})")
            << u"documents[0].state unknown_word"_s;
        QTest::newRow("not an object")
            << QByteArray(R"({"applicant":[]})") << u"applicant wrong_type"_s;
    }
    void wrongFilesAreToldPlaceByPlace()
    {
        QFETCH(QByteArray, json);
        QStringList faults;
        for (const IntakeFault &fault :
             intakeFromJson(QJsonDocument::fromJson(json).object()).faults) {
            faults.append(fault.field + u' ' + fault.problem);
        }
        QTEST(faults.join(u", "_s), "faults");
    }

    void whatKeepsAFormFromBeingRecorded_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const Change &change, const QString &faults) {
            QTest::newRow(name) << change << faults;
        };
        row("nothing", [](Intake &) {}, {});
        row(
            "no name", [](Intake &i) { i.applicant.name.clear(); }, u"applicant.name missing"_s);
        row("one word is a name", [](Intake &i) { i.applicant.name = u"Thào"_s; }, {});
        row("200 letters are a name", [](Intake &i) { i.applicant.name = QString(200, u'a'); }, {});
        row(
            "201 are not", [](Intake &i) { i.applicant.name = QString(201, u'a'); },
            u"applicant.name too_long"_s);
        row(
            "a scanner lost letters", [](Intake &i) { i.applicant.name = u"Nguy?n Th? Mai"_s; },
            u"applicant.name damaged"_s);
        row(
            "no paper names him", [](Intake &i) { i.applicant.idNumber.clear(); },
            u"applicant.id_number missing"_s);
        row("a passport does",
            [](Intake &i) {
                i.applicant.idNumber.clear();
                i.applicant.otherId = u"C1234567"_s;
            },
            {});
        row(
            "eleven digits", [](Intake &i) { i.applicant.idNumber = u"09919100421"_s; },
            u"applicant.id_number bad_id"_s);
        row(
            "born tomorrow", [](Intake &i) { i.applicant.birthDate = QDate(2026, 11, 18); },
            u"applicant.birth_date bad_date"_s);
        row(
            "no phone, not said so", [](Intake &i) { i.applicant.phone.clear(); },
            u"applicant.phone missing"_s);
        row("no phone, said so",
            [](Intake &i) {
                i.applicant.phone.clear();
                i.applicant.hasNoPhone = true;
            },
            {});
        row(
            "half a phone", [](Intake &i) { i.applicant.phone = u"0912"_s; },
            u"applicant.phone bad_phone"_s);
        row(
            "mail without a host", [](Intake &i) { i.applicant.email = u"mai@vn"_s; },
            u"applicant.email bad_email"_s);
        row("living elsewhere never matters", [](Intake &i) { i.applicant.unit = u"96"_s; }, {});
        row(
            "a unit that is none", [](Intake &i) { i.applicant.unit = u"12345"_s; },
            u"applicant.unit unknown"_s);
        row(
            "for somebody else, without his word",
            [](Intake &i) {
                i.owner = Person{
                    .name = u"Lê An"_s, .idNumber = u"099091004211"_s, .address = u"Hà Nội"_s};
            },
            u"authorisation missing"_s);
        row(
            "a place as long as a letter", [](Intake &i) { i.resultPlace = QString(401, u'a'); },
            u"result_place too_long"_s);
        row(
            "a mail nobody can have",
            [](Intake &i) { i.applicant.email = QString(250, u'a') + u"@b.vn"_s; },
            u"applicant.email too_long"_s);
        row(
            "a passport that lost letters", [](Intake &i) { i.applicant.otherId = u"C?12?"_s; },
            u"applicant.other_id bad_id"_s);
        row(
            "a visit for advice with a broken number",
            [](Intake &i) {
                i = {.applicant = {.idNumber = u"12"_s}, .outcome = Outcome::Advised};
            },
            u"applicant.id_number bad_id"_s);
        row("a visit for advice by nobody in particular",
            [](Intake &i) { i = {.outcome = Outcome::Advised}; }, {});
        row(
            "a company without its code",
            [](Intake &i) {
                i.applicant.isOrganisation = true;
                i.applicant.idNumber.clear();
            },
            u"applicant.tax_code missing"_s);
        row(
            "a company with somebody's number",
            [](Intake &i) {
                i.applicant.isOrganisation = true;
                i.applicant.taxCode = u"0101234567"_s;
            },
            u"applicant.id_number not_of_organisation"_s);
        row(
            "no procedure", [](Intake &i) { i.procedure.clear(); }, u"procedure missing"_s);
        row(
            "a case there is not", [](Intake &i) { i.caseIndex = 1; }, u"case unknown_case"_s);
        row(
            "a required paper is missing",
            [](Intake &i) { i.documents[0] = {.name = u"Tờ khai"_s}; },
            u"documents[0].state missing"_s);
        row(
            "a required paper cannot be left out",
            [](Intake &i) {
                i.documents[0] = {.name = u"Tờ khai"_s, .state = DocumentState::NotApplicable};
            },
            u"documents[0].state missing"_s);
        row("looked up, so not demanded",
            [](Intake &i) {
                i.documents[0] = {.name = u"Tờ khai"_s, .state = DocumentState::LookedUp};
            },
            {});
        row(
            "received, but none", [](Intake &i) { i.documents[0].originals = 0; },
            u"documents[0].state bad_state"_s);
        row(
            "missing, but two",
            [](Intake &i) {
                i.documents[2].copies = 2;
                i.documents[2].state = DocumentState::Missing;
            },
            u"documents[2].state bad_state"_s);
        row(
            "a thousand copies", [](Intake &i) { i.documents[0].copies = 1000; },
            u"documents[0].originals out_of_range"_s);
        row(
            "a later date, without a reason",
            [](Intake &i) {
                i.due = LocalTime{QDate(2026, 11, 23), QTime(9, 0)};
            },
            u"due_reason missing"_s);
        row("a later date with one",
            [](Intake &i) {
                i.due = LocalTime{QDate(2026, 11, 23), QTime(9, 0)};
                i.dueReason = u"Cần xác minh"_s;
            },
            {});
        row(
            "an earlier date",
            [](Intake &i) {
                i.due = LocalTime{QDate(2026, 11, 19), QTime(9, 0)};
                i.dueReason = u"Gấp"_s;
            },
            u"due earlier"_s);
        row(
            "no sets", [](Intake &i) { i.sets = 0; }, u"sets out_of_range"_s);
        row(
            "a negative fee", [](Intake &i) { i.fee = -1; }, u"fee out_of_range"_s);
        row(
            "an official code that is none",
            [](Intake &i) { i.officialCode = u"TN1-261117-0001"_s; }, u"official_code bad_code"_s);
        row("an official code", [](Intake &i) { i.officialCode = u"H26.50-261117-0975"_s; }, {});
        row(
            "a supplement that asks for nothing",
            [](Intake &i) { i.outcome = Outcome::Supplement; }, u"documents nothing_missing"_s);
        row("a supplement",
            [](Intake &i) {
                i.outcome = Outcome::Supplement;
                i.documents[0] = {.name = u"Tờ khai"_s};
            },
            {});
        row(
            "a refusal without a reason", [](Intake &i) { i.outcome = Outcome::Refused; },
            u"reason missing"_s);
        row(
            "a refusal by a code",
            [](Intake &i) {
                i.outcome = Outcome::Refused;
                i.reason = u"E17"_s;
            },
            u"reason too_short"_s);
        row("a refusal in prose",
            [](Intake &i) {
                i.outcome = Outcome::Refused;
                i.reason = u"Không thuộc thẩm quyền giải quyết của phường."_s;
            },
            {});
        row("advice wants nothing", [](Intake &i) { i = {.outcome = Outcome::Advised}; }, {});
        row(
            "a result of which dossier?",
            [](Intake &i) {
                i.dossier.clear();
                i.outcome = Outcome::HandedOver;
            },
            u"dossier missing"_s);
        row(
            "who took the result away?",
            [](Intake &i) {
                i = Intake();
                i.dossier = u"TN1-261117-0001"_s;
                i.outcome = Outcome::HandedOver;
            },
            u"applicant.name missing"_s);
        row(
            "somebody of whom only a number is known took it",
            [](Intake &i) {
                i.applicant.name.clear();
                i.dossier = u"TN1-261117-0001"_s;
                i.outcome = Outcome::HandedOver;
            },
            u"applicant.name missing"_s);
        row(
            "a key that went into the name", [](Intake &i) { i.applicant.name += u'3'; },
            u"applicant.name bad_name"_s);
        row("a result by post",
            [](Intake &i) {
                i = Intake();
                i.dossier = u"TN1-261117-0001"_s;
                i.outcome = Outcome::HandedOver;
                i.resultChannel = ResultChannel::Post;
            },
            {});
        row(
            "glued codes", [](Intake &i) { i.dossier = u"TN1-261117-0001TN1-261117-0002"_s; },
            u"dossier bad_code"_s);
    }
    void whatKeepsAFormFromBeingRecorded()
    {
        QFETCH(Change, change);
        Intake intake = complete();
        change(intake);
        QTEST(faultsOf(intake), "faults");
    }

    void withoutALimitTheClerkSetsTheDate()
    {
        Intake intake = complete();
        QCOMPARE(faultsOf(intake, {}), u"due missing"_s);
        intake.due = LocalTime{QDate(2026, 11, 17), QTime(9, 0)};
        intake.dueReason = u"Theo hướng dẫn"_s;
        QCOMPARE(faultsOf(intake, {}), u"due earlier"_s); // than it came in
        intake.due = LocalTime{QDate(2026, 11, 18), QTime(9, 0)};
        QCOMPARE(faultsOf(intake, {}), QString());
    }

    void notTakenSaysWhereToGo()
    {
        Procedure procedure = maritalStatus();
        procedure.group.clear();
        procedure.referral = u"Công an thành phố"_s;
        const auto faults = checkIntake(complete(), &procedure, Computed, Received);
        QCOMPARE(faults.size(), size_t{1});
        QCOMPARE(faults[0], (IntakeFault{u"procedure"_s, u"not_taken"_s, u"Công an thành phố"_s}));
    }

    void theListDecidesWhatIsRequired()
    {
        const ProcedureCase which = maritalStatus().cases.front();
        const auto documents =
            completed({{.name = u"Căn cước"_s,
                        .required = false,
                        .extra = true,
                        .state = DocumentState::Returned},
                       {.name = u"Ảnh thẻ"_s, .copies = 2, .state = DocumentState::Received}},
                      which);
        QCOMPARE(documents.size(), size_t{4});
        QCOMPARE(documents[0].state, DocumentState::Missing);
        QCOMPARE(documents[1].state, DocumentState::Returned);
        QVERIFY(documents[1].required && !documents[1].extra);
        QCOMPARE(documents[2].state, DocumentState::NotApplicable);
        QVERIFY(documents[3].extra);
    }

    void warningsRefuseNothing_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("warnings");
        const auto row = [](const char *name, const Change &change, const QString &warnings) {
            QTest::newRow(name) << change << warnings;
        };
        row("none", [](Intake &) {}, {});
        row(
            "a minor",
            [](Intake &i) {
                i.applicant.birthDate = QDate(2010, 1, 1);
                i.applicant.idNumber = u"099310004217"_s;
            },
            u"minor"_s);
        row(
            "number and birth disagree",
            [](Intake &i) { i.applicant.birthDate = QDate(1992, 1, 1); }, u"id_mismatch"_s);
        row(
            "a century apart", [](Intake &i) { i.applicant.birthDate = QDate(1891, 5, 12); },
            u"id_mismatch"_s);
        row(
            "number and sex disagree", [](Intake &i) { i.applicant.sex = Sex::Male; },
            u"id_mismatch"_s);
    }
    void warningsRefuseNothing()
    {
        QFETCH(Change, change);
        Intake intake = complete();
        change(intake);
        const Procedure procedure = maritalStatus();
        QTEST(intakeWarnings(intake, &procedure, Received.date).join(u", "_s), "warnings");
        QCOMPARE(faultsOf(intake), QString());
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "intaketest.moc"
