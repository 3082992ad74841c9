// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/issuedforms.h"

#include "support/testbranch.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

Catalogue catalogue()
{
    Catalogue all = smallCatalogue();
    all.settings.forms = {{u"06"_s}, {u"01"_s, Paper::A5}, {u"02"_s}, {u"03"_s}, {u"04"_s},
                          {u"07"_s}};
    all.settings.hotline = u"1022"_s;
    all.procedures.push_back(
        {.code = u"1.004873"_s,
         .name = {u"Xác nhận tình trạng hôn nhân"_s, u"Marital status"_s},
         .group = u"H"_s,
         .field = u"Hộ tịch"_s,
         .referral = {},
         .flags = {},
         .cases = {{.name = {},
                    .limit = Limit{LimitKind::WorkingDays, 3},
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

Intake accepted()
{
    return {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                          .idNumber = u"099191004217"_s,
                          .sex = Sex::Female,
                          .phone = u"0912345678"_s,
                          .address = u"Số 12 Hàng Bún"_s,
                          .unit = u"00004"_s},
            .procedure = u"1.004873"_s,
            .documents = {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received},
                          {.name = u"Căn cước"_s, .state = DocumentState::Returned}}};
}

Person owner()
{
    return {.name = u"Lê An"_s,
            .idNumber = u"099091004211"_s,
            .sex = Sex::Male,
            .phone = u"0912345671"_s,
            .address = u"Số 7 Hàng Than"_s};
}

const QString First = u"TN7-260302-0001"_s;

/// A branch whose counter 1 has recorded what is told.
struct Desk
{
    explicit Desk(Outcome outcome = Outcome::Accepted)
        : vault(vaultOf(*branch).value())
    {
        branch.play(u"open | in 1 CB01 | in 2 CB02 | issue H | call 1 | start 1"_s);
        Intake intake = accepted();
        intake.outcome = outcome;
        if (outcome == Outcome::Refused) {
            intake.reason = u"Không thuộc thẩm quyền của chi nhánh."_s;
        }
        if (outcome == Outcome::Supplement) {
            intake.documents[0] = {.name = u"Tờ khai"_s};
        }
        code = recordIntake(*branch, branch.next(), vault, {.counter = 1, .intake = intake})
                   .value()
                   .code;
    }

    /// "01.1 A5 attempt 1 reprint 0 pending", or what was refused.
    QString print(const QString &form = {}, const QString &reason = {}, const QString &staff = {},
                  const QUuid &id = QUuid::createUuid())
    {
        auto prepared = prepareForm(*branch, branch.next(id), vault,
                                    {.code = code,
                                     .form = form,
                                     .staff = staff.isEmpty() ? u"CB01"_s : staff,
                                     .reprintReason = reason});
        if (!prepared) {
            return outcome(prepared).simplified();
        }
        last = std::move(*prepared);
        return u"%1.%2 %3 attempt %4 reprint %5 %6"_s.arg(last.paper.form)
            .arg(last.paper.version)
            .arg(word(last.paper.paper))
            .arg(last.print.attempt)
            .arg(last.print.reprint)
            .arg(word(last.print.state));
    }
    QString end(FormState state)
    {
        return outcome(recordFormState(*branch, branch.next(), last.print, state)).simplified();
    }
    void correctDue(const LocalTime &due, const QString &reason)
    {
        Intake intake = accepted();
        intake.due = due;
        intake.dueReason = reason;
        intake.correction = reason;
        correctIntake(*branch, branch.next(), vault,
                      {.counter = 1, .code = code, .corrected = intake})
            .value();
    }

    TestBranch branch{fresh()};
    PersonVault vault;
    QString code;
    PreparedForm last;
};

} // namespace

class IssuedFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstFormThatTellsOfTheVisit_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, Outcome outcome, const QString &form,
                            const QString &said) {
            QTest::newRow(name) << outcome << form << said;
        };
        row("accepted", Outcome::Accepted, {}, u"06.2 A4 attempt 1 reprint 0 pending"_s);
        row("receipt", Outcome::Accepted, u"01"_s, u"01.2 A5 attempt 1 reprint 0 pending"_s);
        row("supplement", Outcome::Supplement, {}, u"02.2 A4 attempt 1 reprint 0 pending"_s);
        row("refused", Outcome::Refused, {}, u"03.2 A4 attempt 1 reprint 0 pending"_s);
        row("no receipt of what is missing", Outcome::Supplement, u"01"_s,
            u"form_not_due 01, TN7-260302-0001"_s);
        row("nothing was put off", Outcome::Accepted, u"04"_s,
            u"form_not_due 04, TN7-260302-0001"_s);
        row("the register is no dossier's", Outcome::Accepted, u"07"_s,
            u"form_not_due 07, TN7-260302-0001"_s);
        row("not used here", Outcome::Accepted, u"05"_s, u"unknown_form 05"_s);
    }
    void theFirstFormThatTellsOfTheVisit()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, form);
        QFETCH(QString, said);
        Desk desk(outcome);
        QCOMPARE(desk.print(form), said);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void itHoldsWhatWasRecorded()
    {
        Desk desk;
        desk.print(u"01"_s);
        const QJsonObject values = desk.last.paper.values;
        QCOMPARE(values[u"applicant"_s].toString(), u"Bà NGUYỄN THỊ MAI"_s);
        QCOMPARE(values[u"applicant_id"_s].toString(), u"xxxxxxxx4217"_s);
        QCOMPARE(values[u"procedure"_s].toString(), u"Xác nhận tình trạng hôn nhân"_s);
        QCOMPARE(values[u"limit"_s].toString(), u"03 ngày làm việc"_s);
        QCOMPARE(values[u"hotline"_s].toString(), u"1022"_s);
        QVERIFY(!values[u"staff"_s].toString().isEmpty());
        QCOMPARE(values[u"documents"_s].toArray().size(), 2);
        QCOMPARE(desk.last.paper.code, First);
    }

    void whatMayHaveComeOutIsOnlyReprinted_data()
    {
        QTest::addColumn<FormState>("state");
        QTest::addColumn<QString>("again");
        QTest::addColumn<QString>("reprint");
        const QString refused = u"form_issued 01, TN7-260302-0001"_s;
        const QString marked = u"01.2 A5 attempt 2 reprint 1 pending"_s;
        QTest::newRow("sent") << FormState::Sent << refused << marked;
        QTest::newRow("saved") << FormState::Saved << refused << marked;
        QTest::newRow("unknown") << FormState::Unknown << refused << marked;
        QTest::newRow("power cut") << FormState::Pending << refused << marked;
        QTest::newRow("nothing came out")
            << FormState::Failed << u"01.2 A5 attempt 2 reprint 0 pending"_s
            << u"01.2 A5 attempt 3 reprint 1 pending"_s;
    }
    void whatMayHaveComeOutIsOnlyReprinted()
    {
        QFETCH(FormState, state);
        QFETCH(QString, again);
        QFETCH(QString, reprint);
        Desk desk;
        desk.print(u"01"_s);
        const QJsonObject words = desk.last.paper.values;
        if (state != FormState::Pending) {
            QCOMPARE(desk.end(state), u"ok"_s);
        }
        QCOMPARE(desk.print(u"01"_s), again);
        QCOMPARE(desk.print(u"01"_s, u"công dân làm mất"_s, u"CB02"_s), reprint);
        QCOMPARE(desk.last.paper.values, words);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM issued_form"_s), u"1"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void whatWasIssuedLastIsReprintedOfADossierThatIsReturned()
    {
        Desk desk;
        Intake result{.outcome = Outcome::HandedOver, .dossier = desk.code};
        result.applicant.name = u"Nguyễn Thị Mai"_s;
        QVERIFY(recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                             {.counter = 1, .intake = result}));
        QCOMPARE(desk.print(), u"form_not_due TN7-260302-0001"_s);
        QCOMPARE(desk.print({}, u"công dân làm mất"_s), u"form_not_issued TN7-260302-0001"_s);
        desk.print(u"06"_s);
        desk.print(u"01"_s);
        const QJsonObject words = desk.last.paper.values;
        QCOMPARE(desk.print(), u"form_not_due TN7-260302-0001"_s);
        QCOMPARE(desk.print({}, u"công dân làm mất"_s), u"01.2 A5 attempt 2 reprint 1 pending"_s);
        QCOMPARE(desk.last.paper.values, words);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void aReceiptSaysWhoseTheDossierIs_data()
    {
        QTest::addColumn<bool>("hasOwner"); ///< the dossier
        QTest::addColumn<Person>("bringer");
        QTest::addColumn<QString>("owner");
        const Person mai = accepted().applicant;
        Person moved = mai;
        moved.phone = u"0987654321"_s;
        const Person other{.name = u"Trần Văn Bảo"_s,
                           .idNumber = u"099091000017"_s,
                           .sex = Sex::Male,
                           .phone = u"0912345670"_s,
                           .address = u"5 phố Huế"_s};
        QTest::newRow("the same person") << false << mai << QString();
        QTest::newRow("with another phone") << false << moved << QString();
        QTest::newRow("somebody else") << false << other << u"Bà NGUYỄN THỊ MAI"_s;
        QTest::newRow("who acted for the owner") << true << mai << u"Ông LÊ AN"_s;
        QTest::newRow("the owner himself") << true << owner() << QString();
        QTest::newRow("somebody else, for the owner") << true << other << u"Ông LÊ AN"_s;
    }
    void aReceiptSaysWhoseTheDossierIs()
    {
        QFETCH(bool, hasOwner);
        QFETCH(Person, bringer);
        QFETCH(QString, owner);
        Desk desk;
        Intake intake = accepted();
        intake.outcome = Outcome::Supplement;
        intake.documents[0] = {.name = u"Tờ khai"_s};
        if (hasOwner) {
            intake.owner = ::owner();
            intake.authorisation = u"Giấy ủy quyền"_s;
        }
        const auto first = recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                                        {.counter = 1, .intake = intake});
        VERIFY_RESULT(first);
        desk.code = first->code;
        desk.branch.play(u"finish 1 | issue H | call 1 | start 1"_s);
        Intake later = accepted();
        later.applicant = bringer;
        later.dossier = desk.code;
        VERIFY_RESULT(recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                                   {.counter = 1, .intake = later}));
        QCOMPARE(desk.print(u"01"_s), u"01.2 A5 attempt 1 reprint 0 pending"_s);
        QCOMPARE(desk.last.paper.values[u"applicant_signs"_s].toString(), bringer.name);
        QCOMPARE(desk.last.paper.values[u"owner"_s].toString(), owner);
    }

    void nothingIsReprintedThatWasNotPrinted()
    {
        Desk desk;
        QCOMPARE(desk.print(u"01"_s, u"mất"_s), u"form_not_issued 01, TN7-260302-0001"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM form_print"_s), u"0"_s);
    }

    void aCorrectionIsPrintedAnewAndTheOldWordsAreKept()
    {
        Desk desk;
        desk.print(u"01"_s);
        desk.end(FormState::Sent);
        desk.correctDue({QDate(2026, 3, 9), QTime(16, 30)}, u"cần xác minh"_s);
        QCOMPARE(desk.print(u"01"_s), u"01.2 A5 attempt 1 reprint 0 pending"_s);
        QCOMPARE(desk.last.paper.values[u"due"_s].toString(),
                 u"16 giờ 30 phút, Thứ Hai, ngày 09/03/2026"_s);
        QVERIFY(!desk.last.isOutdated);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM issued_form"_s), u"2"_s);
        // Putting the date off is what the apology is about.
        QCOMPARE(desk.print(u"04"_s), u"04.2 A4 attempt 1 reprint 0 pending"_s);
        QCOMPARE(desk.last.paper.values[u"due_before"_s].toString(),
                 u"07 giờ 30 phút, Thứ Năm, ngày 05/03/2026"_s);
        QCOMPARE(desk.last.paper.values[u"due_reason"_s].toString(), u"cần xác minh"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void anApologyIsDueWhileTheDateIsLaterThanPromised()
    {
        Desk desk;
        const auto due = [&desk] {
            const auto record = openDossier(*desk.branch, desk.branch.next(), desk.vault, desk.code,
                                            u"CB01"_s, u"asked"_s);
            return formsDue(readBranch(*desk.branch).value().settings, record.value().visits)
                .join(u' ');
        };
        QCOMPARE(due(), u"06 01"_s); // as the branch lists them; 07 is no dossier's
        desk.correctDue({QDate(2026, 3, 9), QTime(16, 30)}, u"cần xác minh"_s);
        QCOMPARE(due(), u"06 01 04"_s);
        desk.correctDue({QDate(2026, 3, 6), QTime(16, 30)}, u"xong sớm hơn"_s);
        QCOMPARE(due(), u"06 01 04"_s);
        Intake back = accepted();
        back.due = LocalTime{QDate(2026, 3, 5), QTime(7, 30)};
        back.correction = u"Ghi nhầm ngày"_s;
        VERIFY_RESULT(correctIntake(*desk.branch, desk.branch.next(), desk.vault,
                                    {.counter = 1, .code = desk.code, .corrected = back}));
        QCOMPARE(due(), u"06 01"_s);
    }

    void aReprintSaysThatTheRecordHasChangedSince()
    {
        Desk desk;
        desk.print(u"01"_s);
        desk.end(FormState::Sent);
        desk.print(u"01"_s, u"mất"_s);
        QVERIFY(!desk.last.isOutdated);
        desk.correctDue({QDate(2026, 3, 9), QTime(16, 30)}, u"cần xác minh"_s);
        QCOMPARE(desk.print(u"01"_s, u"mất"_s), u"01.2 A5 attempt 3 reprint 2 pending"_s);
        QVERIFY(desk.last.isOutdated);
        desk.print(u"01"_s);
        QVERIFY(!desk.last.isOutdated);
        desk.print(u"01"_s, u"mất"_s);
        QVERIFY(!desk.last.isOutdated);
    }

    void theResultIsFetchedWhereTheDossierWasTakenIn()
    {
        Desk desk;
        Intake intake = accepted();
        intake.sets = 2;
        intake.correction = u"ghi nhầm"_s;
        VERIFY_RESULT(correctIntake(*desk.branch, desk.branch.next(), desk.vault,
                                    {.counter = 2, .code = desk.code, .corrected = intake}));
        desk.print(u"01"_s);
        QCOMPARE(desk.last.paper.values[u"place"_s].toString(), u"Quầy 1"_s);
    }

    void aCommandSentTwiceIsOnePrinting()
    {
        Desk desk;
        const QUuid id = QUuid::createUuid();
        const QString first = desk.print(u"01"_s, {}, {}, id);
        QCOMPARE(desk.print(u"01"_s, {}, {}, id), first);
        desk.end(FormState::Sent);
        // Whoever sends it again sees that it was done.
        QCOMPARE(desk.print(u"01"_s, {}, {}, id), u"01.2 A5 attempt 1 reprint 0 sent"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM form_print"_s), u"1"_s);
    }

    void strangersAreRefused()
    {
        Desk desk;
        QCOMPARE(desk.print(u"01"_s, {}, u"CB77"_s), u"unknown_staff CB77"_s);
        desk.code = u"TN7-260302-0009"_s;
        QCOMPARE(desk.print(u"01"_s), u"unknown_dossier TN7-260302-0009"_s);
    }

    void wordsThatAreGoneAreAnErrorAndNothingIsLost()
    {
        Desk desk;
        desk.print(u"01"_s);
        desk.end(FormState::Sent);
        VERIFY_RESULT((*desk.branch).run(u"UPDATE issued_form SET template_version = 99"_s));
        QCOMPARE(desk.print(u"01"_s, u"mất"_s), u"form_version_gone 01.99"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM form_print"_s), u"1"_s);
    }

    void whateverWasTamperedWithIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("words") << u"UPDATE issued_form SET content = 'x'"_s;
        QTest::newRow("version") << u"UPDATE issued_form SET template_version = 1"_s;
        QTest::newRow("form") << u"UPDATE issued_form SET form = '03'"_s;
        QTest::newRow("state") << u"UPDATE form_print SET state = 'failed'"_s;
        QTest::newRow("count") << u"UPDATE form_print SET reprint = 5"_s;
        QTest::newRow("who") << u"UPDATE form_print SET staff = 'CB02'"_s;
        QTest::newRow("lost printing") << u"DELETE FROM form_print"_s;
        QTest::newRow("lost form") << u"DELETE FROM issued_form"_s;
        QTest::newRow("exchanged") << u"UPDATE form_print SET attempt = 2"_s;
    }
    void whateverWasTamperedWithIsFound()
    {
        QFETCH(QString, sql);
        Desk desk;
        desk.print(u"01"_s);
        desk.end(FormState::Sent);
        QCOMPARE(desk.branch.faults(), QString());
        VERIFY_RESULT(tamper(*desk.branch, sql));
        QVERIFY(!desk.branch.faults().isEmpty());
    }

    void theRegisterOfADay()
    {
        Desk desk;
        desk.branch.play(u"finish 1 | issue H | call 1 | start 1"_s);
        Intake other = accepted();
        other.owner = Person{
            .name = u"Trần Văn Bảo"_s, .idNumber = u"099091000017"_s, .address = u"5 phố Huế"_s};
        other.authorisation = u"Giấy ủy quyền"_s;
        QVERIFY(recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                             {.counter = 1, .intake = other}));
        Intake missing = accepted();
        missing.outcome = Outcome::Supplement;
        missing.documents[0] = {.name = u"Tờ khai"_s};
        QVERIFY(recordIntake(*desk.branch, desk.branch.next(), desk.vault,
                             {.counter = 1, .intake = missing}));
        const auto page =
            prepareRegister(*desk.branch, desk.branch.next(), desk.vault, Monday, u"CB02"_s);
        VERIFY_RESULT(page);
        QStringList lines;
        for (const QJsonValue &entry : page->values[u"entries"_s].toArray()) {
            lines.append(entry[u"n"_s].toString() + u' ' + entry[u"code"_s].toString() + u' '
                         + entry[u"owner"_s].toString());
        }
        QCOMPARE(lines, QStringList({u"0001 TN7-260302-0001 Nguyễn Thị Mai"_s,
                                     u"0002 TN7-260302-0002 Trần Văn Bảo"_s}));
        const auto empty = prepareRegister(*desk.branch, desk.branch.next(), desk.vault,
                                           Monday.addDays(1), u"CB02"_s);
        QVERIFY(empty && empty->values[u"entries"_s].toArray().isEmpty());
        QCOMPARE(outcome(prepareRegister(*desk.branch, desk.branch.next(), desk.vault, Monday,
                                         u"CB77"_s))
                     .simplified(),
                 u"unknown_staff CB77"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM event WHERE kind = 'register_opened'"_s),
                 u"2"_s);
        QCOMPARE(desk.branch.faults(), QString());
    }

    void nothingPersonalIsInTheDatabase()
    {
        Desk desk;
        desk.print(u"01"_s);
        desk.end(FormState::Failed);
        QVERIFY(prepareRegister(*desk.branch, desk.branch.next(), desk.vault, Monday, u"CB01"_s));
        const QByteArray bytes = desk.branch.bytes();
        for (const QByteArray &canary : {"Thị Mai"_ba, "NGUYỄN THỊ"_ba, "004217"_ba, "xxxx4217"_ba,
                                         "0912345678"_ba, "0912 345"_ba, "Hàng Bún"_ba}) {
            QVERIFY2(!bytes.contains(canary), canary);
        }
    }
};

QTEST_GUILESS_MAIN(IssuedFormsTest)
#include "issuedformstest.moc"
