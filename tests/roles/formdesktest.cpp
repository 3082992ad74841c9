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
    {
        branch.play(u"open | in 1 CB01 | issue H | call 1 | start 1"_s);
    }

    void accept()
    {
        record({.applicant = {.name = u"Nguyễn Thị Mai"_s,
                              .idNumber = u"099191004217"_s,
                              .phone = u"0912345678"_s,
                              .address = u"Số 12 Hàng Bún"_s},
                .procedure = u"1.001193"_s,
                .due = LocalTime{Monday.addDays(3), QTime(9, 0)},
                .dueReason = u"Cần xác minh ở nơi khác"_s});
    }
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
    void print(const QString &reason = {}) { forms.print(code, u"CB01"_s, u"NOWHERE"_s, reason); }
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
            const auto error = signal.first().value<Error>();
            words.append(word(error.code));
        }
        return words.join(u' ');
    }

    TestBranch branch;
    PersonVault vault;
    StorageThread storage;
    FormDesk forms;
    QSignalSpy failed;
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
