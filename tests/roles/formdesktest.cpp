// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/formdesk.h"

#include "operations/issuedforms.h"
#include "shared/theme.h"
#include "support/testbranch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// Prints on a queue that is nowhere.
class Desk
{
public:
    Desk()
        : vault(vaultOf(*branch).value())
        , storage(branch.path(), {})
        , forms(storage)
        , failed(&forms, &FormDesk::failed)
        , finished(&forms, &FormDesk::finished)
    {
        branch.play(u"open | in 1 CB01 | issue H | call 1 | start 1"_s);
    }

    static Intake applied()
    {
        return {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                              .idNumber = u"099191004217"_s,
                              .phone = u"0912345678"_s,
                              .address = u"Số 12 Hàng Bún"_s},
                .procedure = u"1.001193"_s,
                .due = LocalTime{Monday.addDays(3), QTime(9, 0)},
                .dueReason = u"Cần xác minh ở nơi khác"_s};
    }
    void accept() { record(applied()); }
    void handOver()
    {
        Intake result{.outcome = Outcome::HandedOver, .dossier = code};
        result.applicant.name = u"Nguyễn Thị Mai"_s;
        record(result);
    }
    void record(const Intake &intake)
    {
        const auto recorded =
            recordIntake(*branch, branch.next(), vault, {.counter = 1, .intake = intake});
        VERIFY_RESULT(recorded);
        code = recorded->code;
    }
    void print(const QString &reason = {}, const QString &form = {})
    {
        forms.print({.code = code, .form = form, .staff = u"CB01"_s, .reprintReason = reason},
                    u"NOWHERE"_s);
    }
    /// Everything handed over so far is answered.
    void settle()
    {
        bool answered = false;
        storage.run(
            &forms, [](Database &database) { return readBranch(database); },
            [&answered](const Result<Branch> &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    /// The words of the errors so far.
    QString said()
    {
        QStringList words;
        for (const QVariantList &signal : failed) {
            const auto error = signal.last().value<Error>();
            words.append(word(error.code));
        }
        return words.join(u' ');
    }

    TestBranch branch;
    PersonVault vault;
    StorageThread storage;
    FormDesk forms;
    /// The answers so far: "01 Giấy … (0) failed".
    QStringList answers()
    {
        QStringList all;
        for (const QVariantList &signal : finished) {
            const auto answer = signal.first().value<FormAnswer>();
            all.append(u"%1 %2 (%3%4) %5"_s.arg(answer.form, answer.title)
                           .arg(answer.reprint)
                           .arg(answer.isWanted ? u", wanted"_s : QString())
                           .arg(word(answer.state)));
            if (answer.code != code && answer.form != u"07") {
                all.append(answer.code);
            }
        }
        return all;
    }

    QSignalSpy failed;
    QSignalSpy finished;
    QString code;
};

} // namespace

class FormDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase()
    {
        qputenv("CUPS_SERVER", "/nowhere/cups.sock");
        loadFonts();
    }

    void aReturnedDossierIsPrintedAgainOnlyWhenAsked()
    {
        Desk desk;
        desk.accept();
        desk.print();
        QTRY_COMPARE(desk.said(), u"form_not_printed"_s);
        desk.handOver();
        desk.print(); // no form goes with that, and nobody asked
        desk.settle();
        QCOMPARE(desk.said(), u"form_not_printed"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM form_print"_s), u"1"_s);
        desk.print(u"mất"_s);
        QTRY_COMPARE(desk.said(), u"form_not_printed form_not_printed"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM form_print"_s), u"2"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM issued_form"_s), u"1"_s);
    }

    void theAnswerNamesTheFormOfTheOutcome_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("form");
        QTest::newRow("accepted") << Outcome::Accepted
                                  << u"01 Giấy tiếp nhận hồ sơ và hẹn trả kết quả"_s;
        QTest::newRow("supplement")
            << Outcome::Supplement << u"02 Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"_s;
        QTest::newRow("refused") << Outcome::Refused
                                 << u"03 Phiếu từ chối tiếp nhận giải quyết hồ sơ"_s;
    }
    void theAnswerNamesTheFormOfTheOutcome()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, form);
        Desk desk;
        Intake intake = Desk::applied();
        intake.outcome = outcome;
        if (outcome != Outcome::Accepted) {
            intake.reason = u"Không thuộc thẩm quyền của chi nhánh."_s;
            intake.documents = {{.name = u"Giấy chứng sinh"_s, .extra = true}};
            intake.due.reset();
            intake.dueReason.clear();
        }
        desk.record(intake);
        desk.print();
        QTRY_COMPARE(desk.answers(), QStringList{form + u" (0) failed"_s});
        // What came out of it may be a paper: then again only when asked, and marked.
        desk.settle();
        VERIFY_RESULT(tamper(*desk.branch, u"UPDATE form_print SET state = 'sent'"_s));
        desk.print(u"mất"_s);
        QTRY_COMPARE(desk.answers(),
                     QStringList({form + u" (0) failed"_s, form + u" (1, wanted) failed"_s}));
    }

    void thePaperThatIsNamedIsPrinted()
    {
        Desk desk;
        desk.accept();
        desk.print({}, u"06"_s);
        const QString slip = u"06 Phiếu kiểm soát quá trình giải quyết hồ sơ (0, wanted) failed"_s;
        QTRY_COMPARE(desk.answers(), QStringList{slip});
        // What is asked for again is that paper.
        QTRY_COMPARE(desk.failed.size(), 1);
        QCOMPARE(desk.failed.back().front().value<FormRequest>().form, u"06"_s);
        desk.print({}, u"04"_s); // nothing was put off
        QTRY_COMPARE(desk.said(), u"form_not_printed form_not_due"_s);
    }

    void theRegisterOfADayIsPrinted()
    {
        Desk desk;
        desk.accept();
        desk.forms.printRegister(Monday, u"CB01"_s, u"NOWHERE"_s);
        QTRY_COMPARE(desk.answers(), QStringList{u"07 Sổ theo dõi hồ sơ (0, wanted) failed"_s});
        QTRY_COMPARE(desk.said(), u"form_not_printed"_s);
        QVERIFY(desk.failed.back().front().value<FormRequest>().code.isEmpty()); // no dossier's
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM form_print"_s), u"0"_s);
        QCOMPARE(desk.branch.value(u"SELECT count(*) FROM event WHERE kind = 'register_opened'"_s),
                 u"1"_s);
    }

    void whoeverAskedIsToldThatNothingWasIssued()
    {
        Desk desk;
        desk.accept();
        desk.handOver();
        desk.print(u"mất"_s);
        QTRY_COMPARE(desk.said(), u"form_not_issued"_s);
    }
};

QTEST_MAIN(FormDeskTest)
#include "formdesktest.moc"
