// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/appointments.h"
#include "operations/dossiers.h"
#include "operations/retention.h"

#include "operations/counteroverview.h"
#include "operations/dailyreport.h"
#include "operations/hall.h"
#include "support/shortmemory.h"
#include "support/testbranch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

Catalogue catalogue()
{
    Catalogue all = smallCatalogue();
    all.settings.keepAdviceDays = 10;
    all.settings.keepDossiersDays = 10;
    all.procedures.push_back(
        {.code = u"1.004873"_s,
         .name = {u"Xác nhận tình trạng hôn nhân"_s, u"Marital status"_s},
         .group = u"H"_s,
         .field = u"Hộ tịch"_s,
         .referral = {},
         .flags = {},
         .cases = {{.name = {},
                    .limit = Limit{LimitKind::WorkingDays, 3},
                    .limitOnline = Limit{LimitKind::WorkingDays, 1},
                    .limitBasis = {},
                    .feeDirect = 15'000,
                    .feeOnline = {},
                    .feeNote = {},
                    .documents = {{u"Tờ khai"_s, 1, 0, true}, {u"Căn cước"_s, 1, 0, true}}}}});
    return all;
}

/// Made once, because making a branch takes longer than most tests.
const QByteArray &fresh()
{
    static const QByteArray bytes = TestBranch(catalogue()).bytes();
    return bytes;
}

/// A branch whose counter 1 serves H001.
struct Desk
{
    Desk()
        : vault(vaultOf(*branch).value())
    {
        branch.play(u"open | in 1 CB01 | in 2 CB02 | issue H | call 1 | start 1"_s);
    }

    QString record(const Intake &intake, int counter = 1, const QUuid &known = {},
                   const QUuid &id = QUuid::createUuid())
    {
        const auto answer =
            recordIntake(*branch, branch.next(id), vault,
                         {.counter = counter, .intake = intake, .knownPerson = known});
        last = answer ? *answer : IntakeAnswer();
        return answer ? u"%1 %2 %3/%4"_s
                            .arg(answer->code, answer->state ? word(*answer->state) : u"-"_s,
                                 answer->book)
                            .arg(answer->registerNumber)
                      : outcome(answer).simplified();
    }
    Result<IntakeAnswer> correct(const QString &code, const Intake &corrected)
    {
        return correctIntake(*branch, branch.next(), vault,
                             {.counter = 1, .code = code, .corrected = corrected});
    }
    bool isKnown(const QString &number)
    {
        const auto known = findKnownPerson(*branch, vault, number);
        return known && *known;
    }
    /// Finishes whoever is there and calls the next.
    void next() { branch.play(u"finish 1 | issue H | call 1 | start 1"_s); }

    TestBranch branch{fresh()};
    PersonVault vault;
    IntakeAnswer last;
};

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
                          {.name = u"Căn cước"_s, .state = DocumentState::Returned}}};
}

Intake supplement(const QString &dossier = {})
{
    Intake intake = complete();
    intake.outcome = Outcome::Supplement;
    intake.documents[0] = {.name = u"Tờ khai"_s};
    intake.dossier = dossier;
    return intake;
}

constexpr qint64 Day = qint64{24} * 3600;

QDate today(const TestBranch &branch)
{
    return branch.clock().toTimeZone(QTimeZone("Asia/Ho_Chi_Minh")).date();
}

QString linesOf(const Result<Erasure> &erasure)
{
    if (!erasure) {
        return codeOf(erasure);
    }
    QString text;
    for (const ErasureLine &line : erasure->lines) {
        text += u"%1 %2, "_s.arg(word(line.what)).arg(line.count);
    }
    return text + u"people %1"_s.arg(erasure->people);
}

} // namespace

class IntakesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptedGetsCodeRegisterAndDate()
    {
        Desk desk;
        QCOMPARE(desk.record(complete()), u"TN7-260302-0001 processing 03/2026/1"_s);
        QCOMPARE(localTimeText(*desk.last.due), u"2026-03-05T07:30"_s);
        QCOMPARE(desk.last.ticket, u"H001"_s);
        QCOMPARE(desk.record(complete()), u"TN7-260302-0002 processing 03/2026/2"_s); // one more
        desk.next();
        QCOMPARE(desk.record(complete()), u"TN7-260302-0003 processing 03/2026/3"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void repeatedCommandsRecordOnce()
    {
        Desk desk;
        const QUuid id = QUuid::createUuid();
        const QString first = desk.record(complete(), 1, {}, id);
        QCOMPARE(desk.record(complete(), 1, {}, id), first);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM intake"_s), u"1"_s);
        Intake other = complete();
        other.applicant.phone = u"0912345679"_s;
        QVERIFY(desk.record(other, 1, {}, id).startsWith(u"command_id_reused"_s));
    }

    void onlyForWhoIsAtTheCounter()
    {
        Desk desk;
        QCOMPARE(desk.record(complete(), 2), u"nobody_at_counter 2"_s);
        QCOMPARE(desk.record(complete(), 3), u"not_signed_in 3"_s);
        QCOMPARE(desk.record(complete(), 99), u"unknown_counter 99"_s);
        desk.branch.play(u"finish 1"_s);
        QCOMPARE(desk.record(complete()), u"nobody_at_counter 1"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM person"_s), u"0"_s);
    }

    void incompleteIsRefusedWhole()
    {
        Desk desk;
        Intake intake = complete();
        intake.applicant.phone.clear();
        intake.documents.pop_back();
        QCOMPARE(desk.record(intake),
                 u"invalid_intake applicant.phone: missing documents[1].state: missing"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM dossier"_s), u"0"_s);
        intake.procedure = u"9.000001"_s;
        QVERIFY(desk.record(intake).contains(u"procedure: not_taken (Công an)"_s));
    }

    void missingPapersComeLater()
    {
        Desk desk;
        QCOMPARE(desk.record(supplement()), u"TN7-260302-0001 supplement /0"_s);
        QVERIFY(!desk.last.due);
        QCOMPARE(desk.last.warnings, QStringList());
        desk.next();
        QCOMPARE(desk.record(supplement(u"TN7-260302-0001"_s)), u"TN7-260302-0001 supplement /0"_s);
        QCOMPARE(desk.last.warnings, QStringList{u"second_notice"_s});
        desk.branch.wait(3600);
        desk.next();
        Intake intake = complete();
        intake.dossier = u"TN7-260302-0001"_s;
        QCOMPARE(desk.record(intake), u"TN7-260302-0001 processing 03/2026/1"_s);
        QCOMPARE(localTimeText(*desk.last.due), u"2026-03-05T08:30"_s); // from when it was complete
        QCOMPARE(desk.record(intake), u"dossier_state TN7-260302-0001"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void somebodyElseMayBringTheMissingPapers()
    {
        Desk desk;
        Intake first = supplement();
        first.owner =
            Person{.name = u"Lê An"_s, .idNumber = u"099091004211"_s, .address = u"Hà Nội"_s};
        first.authorisation = u"Giấy ủy quyền"_s;
        first.channel = IntakeChannel::Post;
        desk.record(first);
        const QString whose = u"SELECT applicant || owner || channel FROM dossier"_s;
        const QString before = desk.branch.value(whose);
        desk.next();
        Intake later = complete();
        later.applicant.name = u"Trần Văn Mẫu"_s;
        later.applicant.idNumber = u"099088001234"_s;
        later.dossier = u"TN7-260302-0001"_s;
        later.sets = 2;
        QCOMPARE(desk.record(later), u"TN7-260302-0001 processing 03/2026/1"_s);
        QCOMPARE(desk.branch.value(whose), before);
        const auto record = openDossier(*desk.branch, desk.branch.next(), desk.vault,
                                        desk.last.code, u"CB01"_s, u"Công dân hỏi"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->onRecord.applicant, first.applicant);
        QCOMPARE(record->onRecord.owner, first.owner);
        QCOMPARE(record->onRecord.documents, later.documents);
        QCOMPARE(record->visits.back().intake.applicant, later.applicant); // who came
        QCOMPARE(desk.branch.value(u"SELECT sets FROM dossier"_s), u"2"_s);
        const auto found =
            searchDossiers(*desk.branch, desk.vault, u"099191004217"_s, 10, desk.branch.clock());
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), size_t{1});
        QCOMPARE(desk.branch.faults(), QString());
    }

    void goingOnBeginsWithWhatWasRecordedLast()
    {
        Desk desk;
        Intake first = supplement();
        first.feeExemption = u"Hộ nghèo"_s;
        first.resultPlace = u"Quầy 12"_s;
        desk.record(first);
        const QString code = desk.last.code;
        desk.record({.outcome = Outcome::Advised, .dossier = code}); // says nothing of it
        const auto found = dossierAtHand(*desk.branch, desk.vault, code);
        QVERIFY(found && *found);
        QCOMPARE((*found)->feeExemption, first.feeExemption);
        QCOMPARE((*found)->resultPlace, first.resultPlace);
        QCOMPARE((*found)->papers, first.documents);
        const auto nothing = dossierAtHand(*desk.branch, desk.vault, u"TN7-260302-0009"_s);
        QVERIFY(nothing && !*nothing);
    }

    void aDossierKeepsItsProcedure()
    {
        Desk desk;
        desk.record(supplement());
        Intake other = complete();
        other.procedure = u"1.001193"_s;
        other.documents.clear();
        other.dossier = u"TN7-260302-0001"_s;
        QVERIFY2(desk.record(other).contains(u"procedure: other_dossier (1.004873)"_s),
                 qPrintable(desk.record(other)));
        // What the centre no longer takes is still brought to its end.
        VERIFY_RESULT(
            (*desk.branch)
                .run(u"UPDATE procedure SET group_letter = NULL WHERE code = '1.004873'"_s));
        QVERIFY(desk.record(complete()).contains(u"not_taken"_s));
        other = complete();
        other.dossier = u"TN7-260302-0001"_s;
        QCOMPARE(desk.record(other), u"TN7-260302-0001 processing 03/2026/1"_s);
    }

    void aDateSetByHandIsOneTheBranchKeeps()
    {
        Desk desk;
        Intake intake = complete();
        intake.dueReason = u"Cần xác minh ở nơi khác"_s;
        intake.due = LocalTime{QDate(2026, 3, 7), QTime(9, 0)}; // a Saturday
        QCOMPARE(desk.record(intake), u"invalid_intake due: off_day"_s);
        intake.due = LocalTime{QDate(2027, 1, 5), QTime(9, 0)}; // holidays not confirmed
        QCOMPARE(desk.record(intake), u"TN7-260302-0001 processing 03/2026/1"_s);
        QCOMPARE(localTimeText(*desk.last.due), u"2027-01-05T09:00"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void whatIsNotTakenHereCanBeRefused()
    {
        Desk desk;
        Intake intake = complete();
        intake.procedure = u"9.000001"_s;
        intake.documents.clear();
        intake.outcome = Outcome::Refused;
        intake.reason = u"Thủ tục do Công an tiếp nhận"_s;
        QCOMPARE(desk.record(intake), u"TN7-260302-0001 refused /0"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void theLimitOfTheChannelCounts()
    {
        Desk desk;
        Intake online = complete();
        online.channel = IntakeChannel::Online;
        desk.record(online);
        QCOMPARE(localTimeText(*desk.last.due), u"2026-03-03T07:30"_s);
        online.channel = IntakeChannel::Post; // has none of its own
        desk.record(online);
        QCOMPARE(localTimeText(*desk.last.due), u"2026-03-05T07:30"_s);
    }

    void aPauseMovesTheDate()
    {
        Desk desk;
        desk.record(complete()); // Monday, due on Thursday
        desk.next();
        QCOMPARE(desk.record(supplement(u"TN7-260302-0001"_s)),
                 u"TN7-260302-0001 supplement 03/2026/1"_s);
        desk.branch.play(u"finish 1 | close"_s);
        desk.branch.wait(qint64{2} * 86'400);
        desk.branch.play(u"open | in 1 CB01 | issue H | call 1 | start 1"_s);
        Intake intake = complete();
        intake.dossier = u"TN7-260302-0001"_s;
        QCOMPARE(desk.record(intake), u"TN7-260302-0001 processing 03/2026/1"_s);
        QCOMPARE(localTimeText(*desk.last.due), u"2026-03-09T07:30"_s); // two working days later
        // One in the register is one in the reports, on the day it was entered.
        for (const auto &[day, accepted] :
             {std::pair(QDate(2026, 3, 2), 1), {QDate(2026, 3, 4), 0}}) {
            const auto summary = reportDay(*desk.branch, day);
            VERIFY_RESULT(summary);
            QCOMPARE(summary->total.intakes.front(), accepted);
        }
        // The date that was promised then is not computed away by a corrected phone.
        Intake corrected = complete();
        corrected.applicant.phone = u"0912345679"_s;
        corrected.correction = u"Ghi sai số điện thoại"_s;
        const auto answer = desk.correct(u"TN7-260302-0001"_s, corrected);
        VERIFY_RESULT(answer);
        QCOMPARE(localTimeText(*answer->due), u"2026-03-09T07:30"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aSecondNoticeDoesNotShortenThePause()
    {
        Desk desk;
        desk.record(complete()); // Monday, due on Thursday
        const QString code = desk.last.code;
        desk.record(supplement(code));
        for (int day = 0; day < 2; ++day) {
            desk.branch.play(
                u"finish 1 | close | wait 86400 | open | in 1 CB01 | issue H | call 1 | start 1"_s);
            Intake again = day == 0 ? supplement(code) : complete();
            again.dossier = code;
            desk.record(again);
        }
        QCOMPARE(localTimeText(*desk.last.due), u"2026-03-09T07:30"_s);
        // A corrected notice takes no date over.
        desk.record(supplement(code));
        Intake corrected = supplement();
        corrected.correction = u"Ghi sai tên giấy tờ"_s;
        corrected.due = LocalTime{QDate(2026, 3, 3), QTime(8, 0)};
        const auto answer = desk.correct(code, corrected);
        VERIFY_RESULT(answer);
        QCOMPARE(localTimeText(*answer->due), u"2026-03-09T07:30"_s);
    }

    void resultsAreHandedOverOnce()
    {
        Desk desk;
        desk.record(complete());
        desk.next();
        QCOMPARE(desk.record({.outcome = Outcome::HandedOver, .dossier = u"TN7-260302-0001"_s}),
                 u"invalid_intake applicant.name: missing"_s); // who took it away?
        Intake result{.outcome = Outcome::HandedOver, .dossier = u"TN7-260302-0001"_s};
        result.applicant.name = u"Nguyễn Thị Mai"_s;
        QCOMPARE(desk.record(result), u"TN7-260302-0001 returned 03/2026/1"_s);
        QCOMPARE(desk.record(result), u"dossier_state TN7-260302-0001"_s);
        result.dossier = u"TN7-260302-0009"_s;
        QCOMPARE(desk.record(result), u"unknown_dossier TN7-260302-0009"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void adviceLeavesNoDossier()
    {
        Desk desk;
        QCOMPARE(desk.record({.outcome = Outcome::Advised}), u" - /0"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM dossier"_s), u"0"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM intake"_s), u"1"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void whoLeftLittleIsKeptToo_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<Person>("person");
        const auto row = [](const char *name, const Person &person) {
            QTest::addRow("advice, %s", name) << Outcome::Advised << person;
            Person taker = person;
            taker.name = u"Mai"_s; // a result goes to somebody who has one
            QTest::addRow("hand-over, %s", name) << Outcome::HandedOver << taker;
        };
        row("a passport", {.otherId = u"C1234567"_s});
        row("a phone", {.phone = u"0912345678"_s});
        row("an e-mail", {.email = u"mai@example.vn"_s});
        row("an address", {.address = u"Số 12 Hàng Bún"_s});
    }
    void whoLeftLittleIsKeptToo()
    {
        QFETCH(Outcome, outcome);
        QFETCH(Person, person);
        Desk desk;
        desk.record(complete());
        const QString code = desk.last.code;
        desk.record({.applicant = person, .outcome = outcome, .dossier = code});
        const auto record =
            openDossier(*desk.branch, desk.branch.next(), desk.vault, code, u"CB01"_s, u"hỏi"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->visits.back().stored.outcome, outcome);
        QCOMPARE(record->visits.back().intake.applicant, person);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void adviceAboutADossierIsKeptWithIt()
    {
        Desk desk;
        desk.record(complete());
        const QString code = desk.last.code;
        const Intake advice{.outcome = Outcome::Advised, .dossier = code};
        QCOMPARE(desk.record(advice), u" - /0"_s);
        const auto record = openDossier(*desk.branch, desk.branch.next(), desk.vault, code,
                                        u"CB01"_s, u"Công dân hỏi"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->visits.size(), size_t{2});
        QCOMPARE(record->dossier.state, DossierState::Processing);
        Intake corrected = complete();
        corrected.correction = u"Ghi sai số điện thoại"_s;
        corrected.applicant.phone = u"0912345679"_s;
        const auto answer = desk.correct(code, corrected);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->outcome, Outcome::Accepted);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void whatIsTamperedWithIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("somebody else's data")
            << u"UPDATE person SET box = (SELECT content FROM intake LIMIT 1)"_s;
        QTest::newRow("found by another phone")
            << u"UPDATE person SET phone_index = '0123456789abcdef0123456789abcdef'"_s;
        QTest::newRow("emptied") << u"UPDATE person SET box = NULL"_s;
        QTest::newRow("somebody too many")
            << u"INSERT INTO person SELECT 'x', id_index, phone_index, box, 1, 1 FROM person"_s;
    }
    void whatIsTamperedWithIsFound()
    {
        QFETCH(QString, sql);
        Desk desk;
        desk.record(complete());
        QCOMPARE(desk.branch.faults(), QString());
        VERIFY_RESULT((*desk.branch).run(sql));
        QVERIFY(desk.branch.faults().contains(u"person"_s));
    }

    void oneDossierOneCode()
    {
        Desk desk;
        Intake intake = complete();
        intake.officialCode = u"H26.50-260302-0975"_s;
        desk.record(intake);
        QCOMPARE(desk.record(intake), u"dossier_code_used H26.50-260302-0975"_s);
        intake.officialCode = u" h26.50-260302-0976\u00A0"_s; // as it was pasted
        desk.record(intake);
        QCOMPARE(desk.last.officialCode, u"H26.50-260302-0976"_s);
        QCOMPARE(desk.record(intake), u"dossier_code_used H26.50-260302-0976"_s);
        const auto found = searchDossiers(*desk.branch, desk.vault, u"h26.50-260302-0975"_s, 10,
                                          desk.branch.clock());
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), size_t{1});
        QCOMPARE(found->front().dossier.code, u"TN7-260302-0001"_s);
    }

    void dossiersAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing typed: the latest") << QString() << 5;
        QTest::newRow("code") << u"TN7-260302-0002"_s << 1;
        QTest::newRow("code in small letters") << u"tn7-260302-0002"_s << 1;
        QTest::newRow("beginning of a code") << u"tn7-260302-"_s << 5;
        QTest::newRow("beginning of one code") << u"TN7-260302-0005"_s << 1;
        QTest::newRow("beginning of another day's") << u"TN7-260303"_s << 0;
        QTest::newRow("beginning of an official code") << u"h26.50-26"_s << 1;
        QTest::newRow("number in a code") << u"0002"_s << 1;
        QTest::newRow("number without zeros") << u"2"_s << 1;
        QTest::newRow("number nobody has") << u"6"_s << 0;
        QTest::newRow("ID number") << u"099191004217"_s << 1;
        QTest::newRow("ID number in groups") << u"099 191 004 217"_s << 1;
        QTest::newRow("phone") << u"+84 912 345 678"_s << 2;
        QTest::newRow("one word") << u"mai"_s << 1;
        QTest::newRow("with accents") << u"NGUYỄN"_s << 2;
        QTest::newRow("neighbours") << u"van an"_s << 1;
        QTest::newRow("not neighbours") << u"nguyen an"_s << 1;
        QTest::newRow("whole name") << u"nguyen thi mai"_s << 1;
        QTest::newRow("a name within a longer one") << u"do duc"_s << 2;
        QTest::newRow("tax code that might be a phone") << u"0101234567"_s << 1;
        QTest::newRow("passport") << u"c 1234567"_s << 1;
        QTest::newRow("words of two people") << u"mai an"_s << 0;
        QTest::newRow("unknown") << u"xyz"_s << 0;
        QTest::newRow("unknown code") << u"TN7-260302-0044"_s << 0;
    }
    void dossiersAreFound()
    {
        QFETCH(QString, typed);
        static const std::unique_ptr<Desk> desk = [] {
            auto made = std::make_unique<Desk>(); // for all rows
            made->record(complete());
            Intake second = complete();
            second.applicant.name = u"Nguyễn Văn An"_s;
            second.applicant.idNumber = u"099091004211"_s;
            made->record(second);
            Intake third = complete();
            third.applicant.name = u"Đỗ Đức"_s;
            third.applicant.idNumber = u"099091004222"_s;
            third.applicant.phone = u"0987654321"_s;
            third.officialCode = u"H26.50-260302-0975"_s;
            made->record(third);
            Intake company = complete();
            company.applicant = {.isOrganisation = true,
                                 .name = u"Công ty Mẫu"_s,
                                 .hasNoPhone = true,
                                 .address = u"1 Phố Huế"_s,
                                 .taxCode = u"0101234567"_s};
            made->record(company);
            Intake foreigner = complete();
            foreigner.applicant.name = u"Đỗ Đức Long"_s;
            foreigner.applicant.idNumber.clear();
            foreigner.applicant.otherId = u"C1234567"_s;
            foreigner.applicant.phone = u"0987654322"_s;
            made->record(foreigner);
            return made;
        }();
        const auto found =
            searchDossiers(*desk->branch, desk->vault, typed, 10, desk->branch.clock());
        VERIFY_RESULT(found);
        QTEST(static_cast<int>(found->size()), "count");
        for (const DossierListing &one : *found) {
            QVERIFY(!one.name.contains(u"Nguyễn"_s));
            QVERIFY(one.idNumber.isEmpty() || one.idNumber.contains(u"****"_s));
        }
    }

    void aNameIsFoundBehindManyOfItsWords()
    {
        Desk desk;
        desk.record(complete());
        auto transaction = Transaction::begin(*desk.branch);
        VERIFY_RESULT(transaction);
        constexpr qint64 Newer = 1000;
        constexpr qint64 Many = 4200;
        for (qint64 i = 0; i < Many; ++i) {
            const QString word = i % 2 == 0 ? u"mai"_s : u"nguyen"_s;
            VERIFY_RESULT(IntakeRepository(*desk.branch)
                              .insert({.id = QUuid::createUuid(),
                                       .box = u"-"_s,
                                       .words = {desk.vault.wordIndex(word)}},
                                      0, Newer + i));
        }
        VERIFY_RESULT(transaction->commit());
        const auto found =
            searchDossiers(*desk.branch, desk.vault, u"mai nguyen"_s, 10, desk.branch.clock());
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), size_t{1});
    }

    void dossiersAreListedTheNewestFirst()
    {
        Desk desk;
        desk.record(complete());
        Intake second = complete();
        second.applicant.name = u"Nguyễn Văn An"_s;
        second.applicant.idNumber = u"099091004211"_s;
        desk.record(second);
        const auto known = findKnownPerson(*desk.branch, desk.vault, u"099191004217"_s);
        VERIFY_RESULT(known);
        desk.record(complete(), 1, (*known)->id); // who came first came last
        for (const QString &typed : {u"nguyen"_s, u"0912345678"_s, u"TN7-26"_s}) {
            const auto found =
                searchDossiers(*desk.branch, desk.vault, typed, 2, desk.branch.clock());
            VERIFY_RESULT(found);
            QCOMPARE(found->size(), size_t{2});
            QCOMPARE(found->front().dossier.code, u"TN7-260302-0003"_s);
            QCOMPARE(found->back().dossier.code, u"TN7-260302-0002"_s);
        }
    }

    void withoutMemoryNothingIsLockedOrRecorded()
    {
        Desk desk;
        Intake moved = complete();
        moved.applicant.idNumber = u"099191004290"_s; // no other test looks it up
        const auto other = openBranch(desk.branch.path());
        VERIFY_RESULT(other);
        const test::ShortMemory shortage;
        {
            // Whoever waited for the lock first would find it busy.
            const auto writer = Transaction::begin(**other);
            VERIFY_RESULT(writer);
            QCOMPARE(codeOf(recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                                         {.counter = 1, .intake = moved})),
                     u"out_of_memory"_s);
        }
        QCOMPARE(codeOf(findKnownPerson(*desk.branch, desk.vault, moved.applicant.idNumber)),
                 u"out_of_memory"_s);
        QCOMPARE(codeOf(searchDossiers(*desk.branch, desk.vault, moved.applicant.idNumber, 10,
                                       desk.branch.clock())),
                 u"out_of_memory"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM intake"_s), u"0"_s);
    }

    void aKnownPersonIsNotTypedAgain()
    {
        Desk desk;
        desk.record(complete());
        const auto known = findKnownPerson(*desk.branch, desk.vault, u"099191004217"_s);
        VERIFY_RESULT(known);
        QVERIFY(*known);
        QCOMPARE((*known)->person, complete().applicant);
        QCOMPARE((*known)->open.size(), size_t{1});
        desk.next();
        desk.record(complete(), 1, (*known)->id);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM person"_s), u"1"_s);
        QVERIFY(desk.branch.value(u"SELECT body FROM event ORDER BY seq DESC LIMIT 1"_s)
                    .contains((*known)->id.toString(QUuid::WithoutBraces)));
        Intake moved = complete();
        moved.applicant.phone = u"0912345679"_s;
        desk.record(moved, 1, (*known)->id);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM person"_s), u"2"_s);
        const auto now = findKnownPerson(*desk.branch, desk.vault, u"099191004217"_s);
        QCOMPARE((*now)->person.phone, u"0912345679"_s);
        const auto nobody = findKnownPerson(*desk.branch, desk.vault, u"099191004218"_s);
        VERIFY_RESULT(nobody);
        QVERIFY(!*nobody);
    }

    void theAnswerNamesWhoWasKept()
    {
        Desk desk;
        const QUuid id = QUuid::createUuid();
        desk.record(complete(), 1, {}, id);
        const QUuid person = desk.last.person;
        QCOMPARE(person.toString(QUuid::WithoutBraces),
                 desk.branch.value(u"SELECT id FROM person"_s));
        desk.record(complete(), 1, {}, id);
        QCOMPARE(desk.last.person, person); // as it was stored
        desk.record(complete(), 1, person); // one more for the same citizen
        QCOMPARE(desk.last.person, person);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM person"_s), u"1"_s);
        QVERIFY(desk.branch.value(u"SELECT body FROM event ORDER BY seq DESC LIMIT 1"_s)
                    .contains(u"\"reused\":\""_s + person.toString(QUuid::WithoutBraces)));
        desk.record({.outcome = Outcome::Advised});
        QVERIFY(desk.last.person.isNull());
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aForeignerIsKnownByAnotherPaper()
    {
        Desk desk;
        Intake intake = complete();
        intake.applicant.idNumber.clear();
        intake.applicant.otherId = u"C 1234567"_s;
        desk.record(intake);
        for (const QString &typed : {u"C 1234567"_s, u"c1234567"_s}) {
            const auto known = findKnownPerson(*desk.branch, desk.vault, typed);
            VERIFY_RESULT(known);
            QVERIFY2(*known, qPrintable(typed));
            QCOMPARE((*known)->person, intake.applicant);
            QCOMPARE((*known)->open.size(), size_t{1});
        }
    }

    void correctionsStandBesideWhatWas()
    {
        Desk desk;
        QCOMPARE(codeOf(desk.correct({}, complete())), u"unknown_dossier"_s);
        desk.record(complete());
        Intake corrected = complete();
        corrected.applicant.name = u"Nguyễn Thị Mái"_s;
        corrected.sets = 2;
        const auto without = desk.correct(u"TN7-260302-0001"_s, corrected);
        QCOMPARE(outcome(without).simplified(), u"invalid_intake correction: missing"_s);
        corrected.correction = u"Ghi sai tên so với căn cước"_s;
        VERIFY_RESULT(desk.correct(u"TN7-260302-0001"_s, corrected));
        const auto record = openDossier(*desk.branch, desk.branch.next(), desk.vault,
                                        u"TN7-260302-0001"_s, u"CB01"_s, u"Công dân hỏi"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->visits.size(), size_t{2});
        QCOMPARE(record->visits[0].intake.applicant.name, u"Nguyễn Thị Mai"_s);
        QCOMPARE(record->visits[1].intake.applicant.name, u"Nguyễn Thị Mái"_s);
        QCOMPARE(record->dossier.sets, 2);
        QCOMPARE(record->dossier.registerNumber, 1);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aDatePutOffByMistakeComesBack()
    {
        Desk desk;
        desk.record(complete());
        const LocalTime rule = *desk.last.due;
        Intake late = complete();
        late.due = LocalTime{rule.date.addDays(7), QTime(9, 0)};
        late.dueReason = u"Cần xác minh"_s;
        desk.record(late);
        const QString code = desk.last.code;
        Intake corrected = late;
        corrected.correction = u"Ghi nhầm ngày"_s;
        corrected.due = LocalTime{rule.date.addDays(-1), QTime(9, 0)};
        QCOMPARE(outcome(desk.correct(code, corrected)).simplified(),
                 u"invalid_intake due: earlier"_s);
        corrected.due = rule;
        corrected.dueReason.clear();
        const auto answer = desk.correct(code, corrected);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->due, rule);
        QCOMPARE(desk.branch.faults(), QString());
    }

    /// Papers that somebody else brought stay, but not as the applicant's.
    void aCorrectionFoundWhatWasOnRecord()
    {
        std::vector<DossierRecord::Visit> visits(4);
        visits[0].stored.outcome = Outcome::Supplement;
        visits[0].intake.applicant.name = u"Mai"_s;
        visits[0].intake.channel = IntakeChannel::Post;
        visits[1].stored.outcome = Outcome::Accepted;
        visits[1].intake.applicant.name = u"An"_s;
        visits[1].intake.documents = {{.name = u"Tờ khai"_s}};
        visits[2].stored.outcome = Outcome::HandedOver;
        visits[2].intake.applicant.name = u"Bình"_s;
        visits[3].stored.isCorrection = true;
        visits[3].intake.applicant.name = u"May"_s;
        QCOMPARE(foundByCorrection(visits, 0), Intake());
        QCOMPARE(foundByCorrection(visits, 1), visits[0].intake);
        const Intake found = foundByCorrection(visits, 3);
        QCOMPARE(found.applicant.name, u"Mai"_s);
        QCOMPARE(found.channel, IntakeChannel::Post);
        QCOMPARE(found.documents, visits[1].intake.documents);
        QCOMPARE(foundByCorrection(visits, 4).applicant.name, u"May"_s);
    }

    void aCorrectionThatChangesNothingIsRefused()
    {
        Desk desk;
        Intake first = complete();
        first.officialCode = u"H26.50-260302-0975"_s;
        first.dueReason = u"Cần xác minh"_s;
        first.due = LocalTime{QDate(2026, 3, 9), QTime(9, 0)};
        desk.record(first);
        const QString code = desk.last.code;
        const auto correct = [&](const Intake &intake) {
            return outcome(desk.correct(code, intake)).simplified();
        };
        const QString nothing = u"invalid_intake correction: nothing_changed"_s;
        Intake same = first;
        QCOMPARE(correct(same),
                 u"invalid_intake correction: missing correction: nothing_changed"_s);
        same.correction = u"Xem lại"_s;
        QCOMPARE(correct(same), nothing);
        same.dossier = code;
        same.officialCode.clear(); // not repeated, so it stays
        QCOMPARE(correct(same), nothing);
        // Each thing that differs is a correction; the same once more is none.
        Intake other = same;
        other.applicant.phone = u"0912345679"_s;
        QCOMPARE(correct(other), u"ok"_s);
        QCOMPARE(correct(other), nothing);
        other.documents[1].state = DocumentState::LookedUp;
        QCOMPARE(correct(other), u"ok"_s);
        other.officialCode = u"H26.50-260302-0976"_s;
        QCOMPARE(correct(other), u"ok"_s);
        QCOMPARE(correct(other), nothing);
        other.due.reset(); // by rule it is the promised one
        QCOMPARE(correct(other), nothing);
        other.officialCode.clear();
        other.sets = 2;
        QCOMPARE(correct(other), u"ok"_s);
        other.officialCode = u"H26.50-260302-0976"_s; // the dossier still has it
        QCOMPARE(correct(other), nothing);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aCorrectionIsOfWhatTheClerkSaw()
    {
        Desk desk;
        desk.record(complete());
        const QString code = desk.last.code;
        const QUuid first = desk.last.intake;
        int phone = 10;
        const auto correct = [&](const QUuid &shift, const QUuid &seen) {
            Intake intake = complete();
            intake.applicant.phone = u"09123456%1"_s.arg(++phone);
            intake.correction = u"Ghi sai số điện thoại"_s;
            auto answer = correctIntake(
                *desk.branch, desk.branch.next(), desk.vault,
                {.counter = 1, .code = code, .corrected = intake, .shift = shift, .seen = seen});
            desk.last = answer ? *answer : IntakeAnswer();
            return outcome(answer).simplified();
        };
        const QUuid shift = QUuid::fromString(
            desk.branch.value(u"SELECT id FROM shift WHERE counter = 1 AND closed_at IS NULL"_s));
        QCOMPARE(correct(QUuid::createUuid(), first), u"counter_taken 1"_s);
        QCOMPARE(correct(shift, QUuid::createUuid()), u"dossier_state "_s + code);
        QCOMPARE(correct(shift, first), u"ok"_s);
        const QUuid second = desk.last.intake;
        QCOMPARE(correct(shift, first), u"dossier_state "_s + code); // somebody was faster
        QCOMPARE(correct(shift, second), u"ok"_s);
        desk.record({.outcome = Outcome::Advised, .dossier = code});
        QCOMPARE(correct(shift, second), u"dossier_state "_s + code);
        QCOMPARE(correct({}, {}), u"ok"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aNumberThatWasCorrectedAwayFindsNobody()
    {
        const QString wrong = u"099191009999"_s;
        const QString right = u"099191008888"_s;
        const auto as = [](const QString &number) {
            Intake intake = complete();
            intake.applicant.idNumber = number;
            intake.correction = u"Ghi sai số căn cước"_s;
            return intake;
        };
        Desk desk;
        desk.record(as(wrong));
        const QString code = desk.last.code;
        const QUuid person = desk.last.person;
        VERIFY_RESULT(desk.correct(code, as(right)));
        QVERIFY(!desk.isKnown(wrong)); // whoever really has it is a stranger
        QVERIFY(desk.isKnown(right));
        // As the owner of a dossier too.
        Intake owned = complete();
        owned.authorisation = u"Giấy ủy quyền"_s;
        owned.owner = as(wrong).applicant;
        desk.record(owned);
        QVERIFY(desk.isKnown(wrong));
        owned.owner = as(right).applicant;
        owned.correction = u"Ghi sai số căn cước"_s;
        VERIFY_RESULT(desk.correct(desk.last.code, owned));
        QVERIFY(!desk.isKnown(wrong));
        // One whose record another dossier still has, and one who only asked, are known.
        desk.record(as(wrong), 1, person);
        QVERIFY(desk.isKnown(wrong));
        VERIFY_RESULT(desk.correct(desk.last.code, as(right)));
        QVERIFY(!desk.isKnown(wrong));
        desk.record({.applicant = as(wrong).applicant, .outcome = Outcome::Advised});
        QVERIFY(desk.isKnown(wrong));
    }

    void whatWasHandedOverIsCorrectedToo_data()
    {
        QTest::addColumn<bool>("isLate");
        QTest::newRow("complete at once") << false;
        QTest::newRow("papers came later") << true;
    }
    void whatWasHandedOverIsCorrectedToo()
    {
        QFETCH(bool, isLate);
        Desk desk;
        if (isLate) {
            desk.record(supplement());
        }
        Intake accepted = complete();
        accepted.dossier = desk.last.code;
        desk.record(accepted);
        const QString code = desk.last.code;
        QCOMPARE(desk.record({.applicant = complete().applicant,
                              .outcome = Outcome::HandedOver,
                              .dossier = code}),
                 code + u" returned 03/2026/1"_s);
        Intake corrected = complete();
        corrected.applicant.name = u"Trần Thị Mai"_s;
        corrected.sets = 2;
        corrected.correction = u"Ghi sai họ và số bản"_s;
        const auto answer = desk.correct(code, corrected);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->outcome, Outcome::Accepted);
        QCOMPARE(answer->state, DossierState::Returned);
        const auto record =
            openDossier(*desk.branch, desk.branch.next(), desk.vault, code, u"CB01"_s, u"hỏi"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->onRecord.applicant, corrected.applicant);
        QCOMPARE(record->onRecord.sets, 2);
        QCOMPARE(record->dossier.sets, 2);
        QVERIFY(record->dossier.handedOverAt > 0);
        const auto list = searchDossiers(*desk.branch, desk.vault, code, 10, desk.branch.clock());
        VERIFY_RESULT(list);
        QCOMPARE(list->front().name, u"T. T. Mai"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aRecordKeepsTheChannelItCameBy()
    {
        Desk desk;
        Intake first = supplement();
        first.channel = IntakeChannel::Online;
        desk.record(first);
        Intake later = complete(); // brought to the counter
        later.dossier = desk.last.code;
        desk.record(later);
        const auto record = openDossier(*desk.branch, desk.branch.next(), desk.vault,
                                        desk.last.code, u"CB01"_s, u"hỏi"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->onRecord.channel, IntakeChannel::Online);
    }

    void openingARecordIsTold()
    {
        Desk desk;
        desk.record(complete());
        const auto open = [&](const QString &code, const QString &staff, const QString &reason) {
            return outcome(
                openDossier(*desk.branch, desk.branch.next(), desk.vault, code, staff, reason));
        };
        QCOMPARE(open(u"TN7-260302-0001"_s, u"CB01"_s, {}), u"invalid_input reason"_s);
        QCOMPARE(open(u"TN7-260302-0001"_s, u"CB77"_s, u"x"_s), u"unknown_staff CB77"_s);
        QCOMPARE(open(u"TN7-260302-0002"_s, u"CB01"_s, u"x"_s),
                 u"unknown_dossier TN7-260302-0002"_s);
        QCOMPARE(open(u"TN7-260302-0001"_s, u"CB01"_s, u"Trần Thị Bưởi hỏi"_s), u"ok"_s);
        QVERIFY(!desk.branch.bytes().contains("Bưởi"));
        const auto openings =
            openingsOf(*desk.branch, desk.vault,
                       QUuid::fromString(desk.branch.value(u"SELECT id FROM dossier"_s)));
        VERIFY_RESULT(openings);
        QCOMPARE(openings->size(), size_t{1});
        QCOMPARE(openings->front().staff, u"CB01"_s);
        QCOMPARE(openings->front().reason, u"Trần Thị Bưởi hỏi"_s);
        QCOMPARE(desk.branch.value(u"SELECT kind FROM event ORDER BY seq DESC LIMIT 1"_s),
                 u"dossier_opened"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void draftsSurviveAndGoWithTheRecord()
    {
        Desk desk;
        Intake half;
        half.applicant.name = u"Nguyễn Thị M"_s;
        half.procedure = u"1.004873"_s;
        VERIFY_RESULT(saveDraft(*desk.branch, desk.vault, {1}, {half}, desk.branch.clock()));
        half.applicant.name = u"Nguyễn Thị Mai"_s;
        VERIFY_RESULT(saveDraft(*desk.branch, desk.vault, {1}, {half}, desk.branch.clock()));
        desk.branch.reopen();
        const auto kept = draftAt(*desk.branch, desk.vault, {1});
        VERIFY_RESULT(kept);
        QCOMPARE(kept->value_or(Draft()).intake, half);
        QCOMPARE(codeOf(draftAt(*desk.branch, desk.vault, {2})), u"nobody_at_counter"_s);
        desk.record(complete());
        const auto gone = draftAt(*desk.branch, desk.vault, {1});
        VERIFY_RESULT(gone);
        QVERIFY(!*gone);
    }

    void aDraftGoesWithItsTicketAndNoFurther()
    {
        Desk desk;
        Intake half;
        half.applicant.name = u"Nguyễn Thị M"_s;
        const TicketNumber first{u'H', 1};
        VERIFY_RESULT(saveDraft(*desk.branch, desk.vault, {1, first}, {half}, desk.branch.clock()));
        const auto draft = [&desk](int counter) {
            const auto kept = draftAt(*desk.branch, desk.vault, {counter});
            return kept && *kept ? (*kept)->intake.applicant.name : QString();
        };
        desk.branch.play(u"hold 1 | resume 1"_s);
        QCOMPARE(draft(1), half.applicant.name);
        desk.branch.play(u"transfer 1 H 2 | call 2"_s);
        QCOMPARE(draft(2), half.applicant.name);
        // Saved too late: somebody else is there by now.
        desk.branch.play(u"issue H | call 1"_s);
        QCOMPARE(
            codeOf(saveDraft(*desk.branch, desk.vault, {1, first}, {half}, desk.branch.clock())),
            u"illegal_transition"_s);
        QCOMPARE(draft(1), QString());
        // A day closed by mistake can go on; the next day's end is its drafts' end.
        desk.branch.play(u"finish 1 | finish 2 | close"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM intake_draft"_s), u"1"_s);
        desk.branch.play(u"open 2026-03-03 | close"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM intake_draft"_s), u"0"_s);
    }

    void aDraftIsWhole()
    {
        Desk desk;
        const Draft half{.intake = {.procedure = u"1.004873"_s},
                         .knownPerson = QUuid::createUuid(),
                         .typedOver = true,
                         .cardReadAt = u"09:42"_s,
                         .locked = {u"name"_s, u"idNumber"_s},
                         .texts = {{u"due"_s, u"20/11 "_s}}};
        VERIFY_RESULT(saveDraft(*desk.branch, desk.vault, {1}, half, desk.branch.clock()));
        const auto kept = draftAt(*desk.branch, desk.vault, {1});
        VERIFY_RESULT(kept);
        QCOMPARE(kept->value_or(Draft()), half);
        // As the versions before kept it.
        QCOMPARE(draftFromJson(toJson(half.intake)), Draft{half.intake});
    }

    void aScreenThatWokeUpChangesNothing()
    {
        Desk desk;
        const QUuid other = QUuid::createUuid();
        const TicketNumber first{u'H', 1};
        const TicketNumber second{u'H', 2};
        const QDateTime clock = desk.branch.clock();
        QCOMPARE(codeOf(saveDraft(*desk.branch, desk.vault, {1, first, other}, {}, clock)),
                 u"counter_taken"_s);
        QCOMPARE(codeOf(draftAt(*desk.branch, desk.vault, {1, second})), u"illegal_transition"_s);
        QCOMPARE(codeOf(recordIntake(
                     *desk.branch, desk.branch.next(), desk.vault,
                     {.counter = 1, .intake = complete(), .ticket = first, .shift = other})),
                 u"counter_taken"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM intake"_s), u"0"_s);
        const QUuid shift = QUuid::fromString(
            desk.branch.value(u"SELECT id FROM shift WHERE counter = 1 AND closed_at IS NULL"_s));
        VERIFY_RESULT(saveDraft(*desk.branch, desk.vault, {1, first, shift}, {}, clock));
        VERIFY_RESULT(
            recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                         {.counter = 1, .intake = complete(), .ticket = first, .shift = shift}));
    }

    void takingOverWhatIsKnownIsAnEvent()
    {
        Desk desk;
        const QUuid person = QUuid::createUuid();
        const CommandContext context = desk.branch.next();
        for (int i = 0; i < 2; ++i) { // the same command, asked twice
            VERIFY_RESULT(
                notePersonReused(*desk.branch, context, {1, TicketNumber{u'H', 1}}, person));
        }
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM event WHERE kind = 'person_reused'"_s),
                 u"1"_s);
        QVERIFY(desk.branch.value(u"SELECT body FROM event WHERE kind = 'person_reused'"_s)
                    .contains(person.toString(QUuid::WithoutBraces)));
        QCOMPARE(codeOf(notePersonReused(*desk.branch, desk.branch.next(), {2}, person)),
                 u"nobody_at_counter"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void recordsOnlyForWhomTheClerkSaw()
    {
        Desk desk;
        const auto record = [&desk](int number) {
            return codeOf(recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                                       {.counter = 1,
                                        .intake = complete(),
                                        .ticket = TicketNumber{u'H', number},
                                        .typedOver = true}));
        };
        QCOMPARE(record(2), u"illegal_transition"_s);
        QCOMPARE(record(1), u"ok"_s);
        QCOMPARE(desk.branch.value(
                     u"SELECT count(*) FROM event WHERE body LIKE '%\"typed_over\":true%'"_s),
                 u"1"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void theCounterSeesWhatItRecordedToday()
    {
        Desk desk;
        desk.record(complete());
        desk.branch.wait(60);
        desk.record(supplement());
        const auto overview = readCounter(*desk.branch, desk.branch.clock(), 1);
        VERIFY_RESULT(overview);
        QCOMPARE(overview->intakes.size(), size_t{2});
        const RecordedIntake &last = overview->intakes.front();
        QCOMPARE(last.outcome, Outcome::Supplement);
        QCOMPARE(last.code, u"TN7-260302-0002"_s);
        QCOMPARE(last.ticket.toString(), u"H001"_s);
        QCOMPARE(last.procedureName.en, u"Marital status"_s);
        QCOMPARE(last.at - overview->intakes.back().at, 60'000);
        const auto other = readCounter(*desk.branch, desk.branch.clock(), 2);
        VERIFY_RESULT(other);
        QVERIFY(other->intakes.empty());
        // What is recorded here most is offered first.
        const auto catalogue = readCounterCatalogue(*desk.branch, 1);
        VERIFY_RESULT(catalogue);
        QCOMPARE(catalogue->procedures.front().code, u"1.004873"_s);
    }

    void nothingPersonalIsInClear()
    {
        Desk desk;
        Intake intake = complete();
        intake.owner = Person{.name = u"Trần Quốc Khánh"_s,
                              .idNumber = u"099088001234"_s,
                              .address = u"Ngõ Tạm Thương"_s};
        intake.authorisation = u"Giấy của Trần Quốc Khánh"_s;
        intake.feeExemption = u"Hộ nghèo"_s;
        desk.record(intake);
        VERIFY_RESULT(saveDraft(*desk.branch, desk.vault, {1}, {intake}, desk.branch.clock()));
        VERIFY_RESULT(openDossier(*desk.branch, desk.branch.next(), desk.vault, desk.last.code,
                                  u"CB01"_s, u"Tra cứu"_s));
        const QByteArray bytes = desk.branch.bytes();
        for (const QByteArray &canary :
             {"Nguyễn Thị Mai"_ba, "099191004217"_ba, "0912345678"_ba, "Hàng Bún"_ba,
              "Trần Quốc"_ba, "099088001234"_ba, "Tạm Thương"_ba, "Hộ nghèo"_ba, "1991-05-12"_ba}) {
            QVERIFY2(!bytes.contains(canary), canary.constData());
        }
        QVERIFY(bytes.contains("1.004873")); // the search itself works
    }

    void rowsChangedBehindOurBackAreFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("due date") << u"UPDATE dossier SET due = '2026-03-04T07:30'"_s;
        QTest::newRow("register") << u"UPDATE dossier SET register_number = 2"_s;
        QTest::newRow("outcome") << u"UPDATE intake SET outcome = 'refused'"_s;
        QTest::newRow("content") << u"UPDATE intake SET content = '1:AAAA'"_s;
        QTest::newRow("erased by hand") << u"UPDATE intake SET content = 'erased:' || content"_s;
        QTest::newRow("lost visit") << u"DELETE FROM intake"_s;
    }
    void whatLooksErasedButIsNotIsFound()
    {
        Desk desk;
        desk.record(complete());
        Statement update(*desk.branch, u"UPDATE intake SET content = :mark"_s);
        update.bind(u":mark"_s, erasedContent(desk.branch.value(u"SELECT content FROM intake"_s)));
        VERIFY_RESULT(update.run());
        QCOMPARE(desk.branch.faults(), u"an intake of 2026-03-02: not erased as the events say"_s);
    }

    void rowsChangedBehindOurBackAreFound()
    {
        QFETCH(QString, sql);
        Desk desk;
        desk.record(complete());
        QCOMPARE(desk.branch.faults(), QString());
        VERIFY_RESULT(Statement(*desk.branch, sql).run());
        QVERIFY(!desk.branch.faults().isEmpty());
    }

    void aLostKeyIsSaidSo()
    {
        Desk desk;
        desk.record(complete());
        QVERIFY(QFile::remove((*desk.branch).keyFile()));
        QCOMPARE(codeOf(vaultOf(*desk.branch)), u"key_missing"_s);
        const auto other = PersonVault::openOrCreate((*desk.branch).keyFile()); // not the branch's
        VERIFY_RESULT(other);
        QCOMPARE(codeOf(vaultOf(*desk.branch)), u"key_missing"_s);
        QCOMPARE(codeOf(recordIntake(*desk.branch, desk.branch.next(), *other,
                                     {.counter = 1, .intake = complete()})),
                 u"key_missing"_s);
    }

    void endedDossiersAreErasedInTime()
    {
        Desk desk;
        desk.record(complete());
        const QString ended = desk.last.code;
        Intake back;
        back.outcome = Outcome::HandedOver;
        back.dossier = ended;
        back.applicant.name = u"Nguyễn Thị Mai"_s;
        QCOMPARE(desk.record(back), ended + u" returned 03/2026/1"_s);
        Intake other = complete();
        other.applicant.name = u"Trần Văn Mẫu"_s;
        other.applicant.idNumber = u"099088001234"_s;
        desk.record(other); // in process: never erased
        desk.branch.play(u"finish 1 | close"_s);

        QCOMPARE(linesOf(previewErasure(*desk.branch, desk.branch.clock().addDays(10))),
                 u"appointments 0, comments 0, advice 0, dossiers 0, people 0"_s);
        desk.branch.wait(11 * Day);
        QCOMPARE(linesOf(previewErasure(*desk.branch, desk.branch.clock())),
                 u"appointments 0, comments 0, advice 0, dossiers 1, people 0"_s);
        desk.branch.play(u"open | in 1 CB01"_s);
        const auto erased = erase(*desk.branch, desk.branch.next(), u"CB01"_s, today(desk.branch));
        // The applicant, and who took the result away.
        QCOMPARE(linesOf(erased), u"appointments 0, comments 0, advice 0, dossiers 1, people 2"_s);

        const auto found =
            searchDossiers(*desk.branch, desk.vault, u"nguyen thi mai"_s, 10, desk.branch.clock());
        VERIFY_RESULT(found);
        QVERIFY(found->empty());
        const auto known = findKnownPerson(*desk.branch, desk.vault, u"099191004217"_s);
        VERIFY_RESULT(known);
        QVERIFY(!*known);
        const auto record = openDossier(*desk.branch, desk.branch.next(), desk.vault, ended,
                                        u"CB01"_s, u"Tra cứu"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->dossier.registerNumber, 1);
        QCOMPARE(record->visits.size(), size_t{2});
        QCOMPARE(record->visits[0].intake.applicant, Person());
        QCOMPARE(codeOf(desk.correct(ended, complete())), u"dossier_state"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM person WHERE box IS NOT NULL"_s), u"1"_s);
        QCOMPARE(desk.branch.faults(), QString());
        QCOMPARE(linesOf(erase(*desk.branch, desk.branch.next(), u"CB01"_s, today(desk.branch))),
                 u"appointments 0, comments 0, advice 0, dossiers 0, people 0"_s);
    }

    void somebodyWithAnotherDossierStays()
    {
        Desk desk;
        Intake refused = complete();
        refused.outcome = Outcome::Refused;
        refused.reason = u"Không thuộc thẩm quyền của chi nhánh"_s;
        desk.record(refused);
        const auto known = findKnownPerson(*desk.branch, desk.vault, u"099191004217"_s);
        VERIFY_RESULT(known);
        desk.record(complete(), 1, (*known)->id);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM person"_s), u"1"_s);
        desk.branch.play(u"finish 1 | close | wait %1 | open"_s.arg(11 * Day));
        QCOMPARE(linesOf(erase(*desk.branch, desk.branch.next(), u"CB01"_s, today(desk.branch))),
                 u"appointments 0, comments 0, advice 0, dossiers 1, people 0"_s);
        const auto still = findKnownPerson(*desk.branch, desk.vault, u"099191004217"_s);
        VERIFY_RESULT(still);
        QVERIFY(*still);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void whoNeverCameBackIsErasedToo()
    {
        Desk desk;
        desk.record(supplement());
        const QString code = desk.last.code;
        desk.branch.play(
            u"finish 1 | close | wait %1 | open | in 1 CB01 | issue H | call 1 | start 1"_s.arg(
                8 * Day));
        desk.record(supplement(code)); // its time runs from the last visit
        const QString nothing = u"appointments 0, comments 0, advice 0, dossiers 0, people 0"_s;
        desk.branch.play(u"finish 1 | close | wait %1"_s.arg(8 * Day));
        QCOMPARE(linesOf(previewErasure(*desk.branch, desk.branch.clock())), nothing);
        desk.branch.wait(3 * Day);
        QCOMPARE(linesOf(previewErasure(*desk.branch, desk.branch.clock())),
                 u"appointments 0, comments 0, advice 0, dossiers 1, people 0"_s);
        desk.branch.play(u"open | in 1 CB01 | issue H | call 1 | start 1"_s);
        QCOMPARE(linesOf(erase(*desk.branch, desk.branch.next(), u"CB01"_s, today(desk.branch))),
                 u"appointments 0, comments 0, advice 0, dossiers 1, people 2"_s);
        QCOMPARE(desk.branch.faults(), QString());
        // Whose it was is not known any more, so nothing can be added to it.
        Intake late = complete();
        late.dossier = code;
        QCOMPARE(desk.record(late), u"dossier_state "_s + code);
        QCOMPARE(desk.record({.outcome = Outcome::Advised, .dossier = code}),
                 u"dossier_state "_s + code);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void adviceAndBookingsGoToo()
    {
        Desk desk;
        Intake advice;
        advice.outcome = Outcome::Advised;
        advice.applicant.name = u"Nguyễn Thị Mai"_s;
        desk.record(advice);
        const auto bookings =
            readBookings("code,group,date,time,phone\nA-1,H,2026-03-02,08:30,0912345678\n");
        VERIFY_RESULT(importAppointments(*desk.branch, desk.branch.next(), bookings.bookings));
        desk.branch.play(u"finish 1 | close | wait %1 | open"_s.arg(31 * Day));
        QCOMPARE(linesOf(erase(*desk.branch, desk.branch.next(), u"CB01"_s, today(desk.branch))),
                 u"appointments 1, comments 0, advice 1, dossiers 0, people 1"_s);
        QCOMPARE(desk.branch.value(u"SELECT phone_hash IS NULL FROM appointment"_s), u"1"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aDoubtfulClockErasesNothing_data()
    {
        QTest::addColumn<qint64>("rest");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<int>("typed"); ///< days from the clock's; −1: nothing was typed
        QTest::addColumn<QString>("outcome");
        const qint64 hour = 3600;
        QTest::newRow("next morning") << 24 * hour << true << -1 << u"ok"_s;
        QTest::newRow("after the week-end") << 72 * hour << true << -1 << u"clock_doubtful"_s;
        QTest::newRow("after the week-end, named") << 72 * hour << true << 0 << u"ok"_s;
        QTest::newRow("a year ahead") << 365 * Day << true << -1 << u"clock_doubtful"_s;
        QTest::newRow("another day named") << 24 * hour << true << 1 << u"clock_doubtful"_s;
        QTest::newRow("day not open") << 24 * hour << false << 0 << u"clock_doubtful"_s;
    }

    void aDoubtfulClockErasesNothing()
    {
        QFETCH(qint64, rest);
        QFETCH(bool, opens);
        QFETCH(int, typed);
        QFETCH(QString, outcome);
        Desk desk;
        desk.branch.play(u"finish 1 | close | wait %1"_s.arg(rest));
        if (opens) {
            desk.branch.play(u"open"_s);
        }
        const auto day =
            typed < 0 ? std::nullopt : std::optional(today(desk.branch).addDays(typed));
        const auto answer = erase(*desk.branch, desk.branch.next(), u"CB01"_s, day);
        QCOMPARE(answer ? u"ok"_s : codeOf(answer), outcome);
    }

    void aClockThatRanBackErasesNothing()
    {
        Desk desk;
        desk.branch.wait(-3600);
        desk.branch.play(u"finish 1"_s);
        QCOMPARE(codeOf(erase(*desk.branch, desk.branch.next(), u"CB01"_s, today(desk.branch))),
                 u"clock_doubtful"_s);
        QCOMPARE(codeOf(erase(*desk.branch, desk.branch.next(), u"XX"_s, today(desk.branch))),
                 u"unknown_staff"_s);
    }

    void overdueIsComputed()
    {
        Desk desk;
        desk.record(complete());
        auto late = overdueDossiers(*desk.branch, desk.vault, 10, desk.branch.clock());
        VERIFY_RESULT(late);
        QVERIFY(late->empty());
        late = overdueDossiers(*desk.branch, desk.vault, 10, desk.branch.clock().addDays(4));
        VERIFY_RESULT(late);
        QCOMPARE(late->size(), size_t{1});
        QVERIFY(late->front().isOverdue);
        // A list and a search say the same within the minute it is due.
        const QDateTime minute(QDate(2026, 3, 5), QTime(0, 30, 30), Qt::UTC);
        const auto found = searchDossiers(*desk.branch, desk.vault, u"mai"_s, 10, minute);
        late = overdueDossiers(*desk.branch, desk.vault, 10, minute);
        QVERIFY(found && late);
        QVERIFY(late->empty());
        QVERIFY(!found->front().isOverdue);
    }
};

QTEST_GUILESS_MAIN(IntakesTest)
#include "intakestest.moc"
