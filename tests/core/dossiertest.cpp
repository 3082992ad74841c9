// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dossier.h"
#include "support/catalogues.h"
#include "support/outcome.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class DossierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayFollow_data()
    {
        QTest::addColumn<QString>("from"); // "-" for a new one
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("state"); // empty: it cannot be
        const auto row = [](const char *from, const char *outcome, const char *state) {
            QTest::addRow("%s, %s", from, outcome)
                << QString::fromLatin1(from) << QString::fromLatin1(outcome)
                << QString::fromLatin1(state);
        };
        row("-", "accepted", "processing");
        row("-", "supplement", "supplement");
        row("-", "refused", "refused");
        row("-", "handed_over", "");
        row("-", "advised", "");
        row("supplement", "accepted", "processing");
        row("supplement", "supplement", "supplement");
        row("supplement", "refused", "refused");
        row("supplement", "handed_over", "");
        row("processing", "accepted", "");
        row("processing", "supplement", "supplement");
        row("processing", "refused", "");
        row("processing", "handed_over", "returned");
        for (const char *outcome :
             {"accepted", "supplement", "refused", "handed_over", "advised"}) {
            row("refused", outcome, "");
            row("returned", outcome, "");
        }
    }
    void whatMayFollow()
    {
        QFETCH(QString, from);
        QFETCH(QString, outcome);
        const auto next = stateAfter(dossierStateFromWord(from), *outcomeFromWord(outcome));
        QTEST(next ? word(*next) : QString(), "state");
    }

    void lateOnlyWhileInProcess()
    {
        Dossier dossier{.id = {},
                        .code = u"TN1-261117-0001"_s,
                        .businessDate = QDate(2026, 11, 17),
                        .procedure = u"1.004873"_s,
                        .received = {QDate(2026, 11, 17), QTime(9, 47)},
                        .due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)},
                        .applicant = {}};
        const LocalTime before{QDate(2026, 11, 20), QTime(16, 30)};
        const LocalTime after{QDate(2026, 11, 20), QTime(16, 31)};
        QVERIFY(!isOverdue(dossier, before));
        QVERIFY(isOverdue(dossier, after));
        for (const DossierState state :
             {DossierState::Supplement, DossierState::Refused, DossierState::Returned}) {
            dossier.state = state;
            QVERIFY(!isOverdue(dossier, after));
        }
    }

    void progressIsByTheDayOnceSolved_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("handedOver");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("progress");
        const auto row = [](const char *name, const QString &due, const QString &handedOver,
                            bool paused, const QString &end, const QString &progress) {
            QTest::newRow(name) << due << handedOver << paused << end << progress;
        };
        const QString due = u"2026-11-20T10:00"_s;
        const QString end = u"2026-11-30T23:59"_s;
        row("the day before", due, u"2026-11-19T16:00"_s, false, end, u"early"_s);
        row("an hour before is on time", due, u"2026-11-20T09:00"_s, false, end, u"on_time"_s);
        row("on its day after its hour", due, u"2026-11-20T16:59"_s, false, end, u"on_time"_s);
        row("the day after", due, u"2026-11-21T07:30"_s, false, end, u"late"_s);
        row("solved while it waited for papers", due, u"2026-11-21T07:30"_s, true, end, u"late"_s);
        row("nothing was promised", {}, u"2026-11-21T07:30"_s, false, end, u"on_time"_s);
        row("not solved, the hour itself", due, {}, false, due, u"in_time"_s);
        row("not solved, a minute after", due, {}, false, u"2026-11-20T10:01"_s, u"overdue"_s);
        row("not solved, waits for papers", due, {}, true, end, u"in_time"_s);
        row("not solved, nothing promised", {}, {}, false, end, u"in_time"_s);
    }

    void progressIsByTheDayOnceSolved()
    {
        QFETCH(QString, due);
        QFETCH(QString, handedOver);
        QFETCH(bool, paused);
        QFETCH(QString, end);
        const Dossier dossier{.id = {},
                              .code = {},
                              .businessDate = {},
                              .procedure = {},
                              .received = {},
                              .due = localTimeFromText(due),
                              .applicant = {}};
        QTEST(word(progressAt(dossier, localTimeFromText(handedOver), paused,
                              localTimeFromText(end).value())),
              "progress");
    }

    void pausesMoveTheDueDate_data()
    {
        QTest::addColumn<QDate>("due");
        QTest::addColumn<QDate>("paused");
        QTest::addColumn<QDate>("resumed");
        QTest::addColumn<QDate>("moved");
        // 24/11/2026 is a holiday, 28/11 a Saturday.
        QTest::newRow("the same day") << QDate(2026, 11, 20) << QDate(2026, 11, 18)
                                      << QDate(2026, 11, 18) << QDate(2026, 11, 20);
        QTest::newRow("overnight") << QDate(2026, 11, 19) << QDate(2026, 11, 17)
                                   << QDate(2026, 11, 18) << QDate(2026, 11, 20);
        QTest::newRow("over a weekend") << QDate(2026, 11, 20) << QDate(2026, 11, 20)
                                        << QDate(2026, 11, 23) << QDate(2026, 11, 23);
        QTest::newRow("over a holiday, onto a weekend")
            << QDate(2026, 11, 25) << QDate(2026, 11, 23) << QDate(2026, 11, 26)
            << QDate(2026, 11, 27);
        QTest::newRow("long") << QDate(2026, 11, 20) << QDate(2026, 11, 18) << QDate(2026, 12, 2)
                              << QDate(2026, 12, 4);
    }
    void pausesMoveTheDueDate()
    {
        QFETCH(QDate, due);
        QFETCH(QDate, paused);
        QFETCH(QDate, resumed);
        const WorkingCalendar calendar(test::shippedCatalogue().catalogue.calendar);
        const auto moved = dueAfterPause(calendar, {due, QTime(16, 30)}, {paused, QTime(8, 0)},
                                         {resumed, QTime(17, 0)});
        VERIFY_RESULT(moved);
        QTEST(moved->date, "moved");
        QCOMPARE(moved->time, QTime(16, 30));
    }

    void nothingIsPromisedBeyondTheConfirmedYears()
    {
        const WorkingCalendar calendar(test::shippedCatalogue().catalogue.calendar);
        const auto moved =
            dueAfterPause(calendar, {QDate(2026, 12, 31), QTime(16, 30)},
                          {QDate(2026, 12, 1), QTime(8, 0)}, {QDate(2026, 12, 4), QTime(8, 0)});
        QCOMPARE(test::outcome(moved), u"calendar_not_confirmed 2027"_s);
    }

    void oneBookAMonth() { QCOMPARE(registerBook(QDate(2026, 3, 2)), u"03/2026"_s); }
};

QTEST_GUILESS_MAIN(DossierTest)
#include "dossiertest.moc"
