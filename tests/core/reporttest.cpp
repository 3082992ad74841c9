// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report.h"

#include <QSet>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<ReportCell>("cell");
        QTest::addColumn<ReportUnit>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const ReportCell &cell, ReportUnit unit,
                            const QString &text) { QTest::newRow(name) << cell << unit << text; };
        row("nothing", {}, ReportUnit::Count, {});
        row("a count", qint64{1234}, ReportUnit::Count, u"1234"_s);
        row("none", qint64{0}, ReportUnit::Count, u"0"_s);
        row("seconds", qint64{59}, ReportUnit::Duration, u"0:59"_s);
        row("minutes", qint64{750}, ReportUnit::Duration, u"12:30"_s);
        row("hours are minutes", qint64{8 * 3600 + 5}, ReportUnit::Duration, u"480:05"_s);
        row("a day", QDate(2026, 3, 2), ReportUnit::Day, u"02/03/2026"_s);
        row("a moment", LocalTime{QDate(2026, 3, 2), QTime(7, 5)}, ReportUnit::Moment,
            u"02/03/2026 07:05"_s);
        row("a text", u"H001"_s, ReportUnit::Text, u"H001"_s);
    }

    void cellsReadAsPeopleWriteThem()
    {
        QFETCH(ReportCell, cell);
        QFETCH(ReportUnit, unit);
        QTEST(cellText(cell, unit), "text");
    }

    void sumsOfTheFormMustAgree_data()
    {
        QTest::addColumn<QString>("figures"); // received … overdue, as in the form
        QTest::addColumn<QString>("wrong");
        QTest::newRow("nothing came") << u"0 0 0 0 0 0 0 0 0 0 0"_s << QString();
        QTest::newRow("all agree") << u"10 2 5 3 6 1 3 2 4 3 1"_s << QString();
        QTest::newRow("one is in no channel") << u"10 2 4 3 6 1 3 2 4 3 1"_s << u"received"_s;
        QTest::newRow("one is nowhere now") << u"10 2 5 3 6 1 3 2 3 2 1"_s << u"received"_s;
        QTest::newRow("one was solved twice") << u"10 2 5 3 6 2 3 2 4 3 1"_s << u"solved"_s;
        QTest::newRow("one is neither in time nor late")
            << u"10 2 5 3 6 1 3 2 4 3 0"_s << u"in_progress"_s;
    }

    void sumsOfTheFormMustAgree()
    {
        QFETCH(QString, figures);
        ReportTable form{.kind = ReportKind::Form06a,
                         .columns = {{"field", ReportUnit::Text},
                                     {"received"},
                                     {"online"},
                                     {"direct"},
                                     {"carried"},
                                     {"solved"},
                                     {"early"},
                                     {"on_time"},
                                     {"late"},
                                     {"in_progress"},
                                     {"in_time"},
                                     {"overdue"}}};
        ReportCells cells{u"Hộ tịch"_s};
        const QStringList numbers = figures.split(u' ');
        for (const QString &number : numbers) {
            cells.emplace_back(number.toLongLong());
        }
        form.rows.push_back({.cells = cells});
        QTEST(wrongSumOf(form), "wrong");
        form.rows.clear();
        form.total = cells;
        QTEST(wrongSumOf(form), "wrong");
    }

    void everyWordIsDefinedOnceAndEveryReportHasSome()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(Definition::Reopened); ++i) {
            words.insert(word(static_cast<Definition>(i)));
        }
        QCOMPARE(words.size(), static_cast<int>(Definition::Reopened) + 1);
        QSet<Definition> used;
        for (const ReportKind kind : reportKinds()) {
            QCOMPARE(reportKindFromWord(word(kind)), kind);
            QVERIFY(!definitionsOf(kind).empty());
            for (const Definition definition : definitionsOf(kind)) {
                used.insert(definition);
            }
        }
        QCOMPARE(used.size(), words.size()); // none that nobody can read
    }
};

QTEST_GUILESS_MAIN(ReportTest)

#include "reporttest.moc"
