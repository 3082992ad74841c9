// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/reportspage.h"

#include "counter/deskinputs.h"
#include "manager/figuretable.h"
#include "shared/emptystate.h"
#include "shared/theme.h"
#include "shared/translation.h"
#include "support/sampletoday.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

const QDate Day(2026, 11, 17);

struct Page
{
    Page()
        : page(Look{.language = Language::English})
    {
        page.resize(1200, 800);
        page.setDay(Day);
        page.QWidget::show();
        QObject::connect(&page, &ReportsPage::reportWanted, &page,
                         [this](ReportKind kind, const QDate &from, const QDate &to,
                                const Selection &selection) {
                             wanted = selection;
                             asked.append(u"%1 %2 %3"_s.arg(word(kind), from.toString(Qt::ISODate),
                                                            to.toString(Qt::ISODate)));
                             if (answers) {
                                 ReportTable table = sampleReport();
                                 table.rows.front().cells.back() = qint64{asked.size()};
                                 page.present(table);
                             }
                         });
        QObject::connect(&page, &ReportsPage::fileWanted, &page,
                         [this](const ReportTable &table, ReportFormat format) {
                             files.append(word(format));
                             last = table.rows.front().cells.back().number;
                         });
        QObject::connect(&page, &ReportsPage::printWanted, &page, [this] { ++prints; });
        QObject::connect(&page, &ReportsPage::stopWanted, &page, [this] { ++stops; });
    }
    template <typename Widget>
    Widget *part(const QString &name)
    {
        return page.findChild<Widget *>(name);
    }

    ReportsPage page;
    QStringList asked;
    Selection wanted; ///< with the last one
    QStringList files;
    int prints = 0;
    int stops = 0;
    bool answers =
        false;       ///< each report that is asked for is there at once, the last figure its number
    qint64 last = 0; ///< that figure of the last file
};

} // namespace

class ReportsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterInAListShowsWhatIsChosen()
    {
        Page page;
        auto *kind = page.part<DeskCombo>(u"kind"_s);
        kind->setCurrentIndex(1);
        QTest::keyClick(kind, Qt::Key_Return);
        QCOMPARE(page.asked.size(), 1);
        QVERIFY(page.asked.front().startsWith(u"period "_s));
    }

    void fileIsOfTheReportThatIsChosen()
    {
        Page page;
        page.answers = true;
        page.page.ask(ReportKind::Daily, Day, Day);
        page.part<DeskCombo>(u"kind"_s)->setCurrentIndex(1); // and not shown yet
        page.page.save(ReportFormat::Csv);
        QCOMPARE(page.asked.size(), 2);
        QVERIFY(page.asked.back().startsWith(u"period "_s));
    }

    void tabLeavesAWideTableWhereItIs()
    {
        Page page;
        page.answers = true;
        page.page.resize(700, 600);
        page.page.ask(ReportKind::Daily, Day, Day);
        auto *table = page.part<FigureTable>(u"figures"_s);
        const auto *area = qobject_cast<QScrollArea *>(table->parentWidget()->parentWidget());
        QVERIFY(area && area->horizontalScrollBar()->maximum() > 0);
        QApplication::setActiveWindow(&page.page);
        table->setFocus();
        QTest::keyClick(page.page.focusWidget(), Qt::Key_Tab);
        QCOMPARE(area->horizontalScrollBar()->value(), 0);
    }

    void periodFillsTheDays_data()
    {
        QTest::addColumn<int>("period"); // day, week, month, quarter, year
        QTest::addColumn<QString>("asked");
        QTest::newRow("day") << 0 << u"period 2026-11-17 2026-11-17"_s;
        QTest::newRow("week") << 1 << u"period 2026-11-16 2026-11-22"_s;
        QTest::newRow("month") << 2 << u"period 2026-11-01 2026-11-30"_s;
        QTest::newRow("quarter") << 3 << u"period 2026-10-01 2026-12-31"_s;
        QTest::newRow("year") << 4 << u"period 2026-01-01 2026-12-31"_s;
    }

    void periodFillsTheDays()
    {
        QFETCH(int, period);
        QFETCH(QString, asked);
        Page shown;
        shown.part<DeskCombo>(u"kind"_s)->setCurrentIndex(1);
        shown.part<DeskCombo>(u"period"_s)->setCurrentIndex(period);
        QTest::keyClick(shown.part<DeskField>(u"from"_s), Qt::Key_Return);
        QCOMPARE(shown.asked, QStringList{asked});
    }

    void counterOfADayLeadsToItsTicketsOfThatDay()
    {
        Page shown;
        shown.page.ask(ReportKind::Counters, Day.addDays(-5), Day);
        ReportTable table = sampleReport();
        table.from = Day.addDays(-5);
        table.to = Day;
        table.rows.front().behind = Selection{.counter = 4};
        table.rows.front().day = Day.addDays(-2);
        shown.page.present(table);
        shown.part<FigureTable>(u"figures"_s)->showRow(0);
        Q_EMIT shown.part<FigureTable>(u"figures"_s)->opened(0, 0);
        QCOMPARE(shown.wanted, (Selection{.counter = 4}));
        const QString day = Day.addDays(-2).toString(Qt::ISODate);
        QCOMPARE(shown.asked.back(), u"tickets %1 %1"_s.arg(day));
    }

    void rowLeadsToItsTickets()
    {
        Page shown;
        shown.page.ask(ReportKind::Period, Day, Day.addDays(1), {.counter = 3});
        QCOMPARE(shown.wanted, (Selection{.counter = 3}));
        ReportTable table = sampleReport(); // its rows are groups
        table.kind = ReportKind::Period;
        table.from = Day;
        table.to = Day.addDays(1);
        table.selection = {.counter = 3};
        shown.page.present(table);
        QVERIFY(shown.part<DeskButton>(u"all"_s)->isVisible());
        auto *figures = shown.part<FigureTable>(u"figures"_s);
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        figures->showRow(1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(shown.asked.last(), u"tickets 2026-11-17 2026-11-18"_s);
        QCOMPARE(shown.wanted, (Selection{.group = table.day.groups[1].group, .counter = 3}));
        shown.page.present(table);
        shown.page.stop(); // Esc: nothing is being made, so it leads back
        QCOMPARE(shown.asked.last(), u"period 2026-11-17 2026-11-18"_s);
        QCOMPARE(shown.wanted, (Selection{.counter = 3}));
        const auto asked = shown.asked.size();
        shown.page.present(table);
        shown.page.stop();
        QCOMPARE(shown.asked.size(), asked);
        shown.page.ask(ReportKind::Tickets, Day, Day.addDays(1), {.counter = 3});
        shown.part<DeskButton>(u"all"_s)->click();
        QCOMPARE(shown.asked.last(), u"tickets 2026-11-17 2026-11-18"_s);
        QCOMPARE(shown.wanted, Selection());
        QVERIFY(!shown.part<DeskButton>(u"all"_s)->isVisible());
    }

    void daySheetIsOfOneDay()
    {
        Page shown;
        QVERIFY(!shown.part<DeskField>(u"to"_s)->isVisible());
        shown.part<DeskButton>(u"show"_s)->click();
        QCOMPARE(shown.asked, QStringList{u"daily 2026-11-17 2026-11-17"_s});
    }

    void wrongDaysAreTold_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("asked");
        QTest::newRow("as people write it")
            << u"1/11/2026"_s << u"07/11/2026"_s << u"period 2026-11-01 2026-11-07"_s;
        QTest::newRow("no day") << u"31/11/2026"_s << u"30/11/2026"_s << QString();
        QTest::newRow("words") << u"today"_s << u"30/11/2026"_s << QString();
        QTest::newRow("nothing") << QString() << u"30/11/2026"_s << QString();
        QTest::newRow("backwards") << u"02/11/2026"_s << u"01/11/2026"_s << QString();
    }

    void wrongDaysAreTold()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, asked);
        Page shown;
        shown.part<DeskCombo>(u"kind"_s)->setCurrentIndex(1);
        shown.part<DeskField>(u"from"_s)->setText(from);
        shown.part<DeskField>(u"to"_s)->setText(to);
        shown.page.ask();
        QCOMPARE(shown.asked.join(u", "_s), asked);
        QCOMPARE(shown.part<DeskLabel>(u"note"_s)->isVisible(), asked.isEmpty());
        QCOMPARE(shown.part<DeskField>(u"from"_s)->isWrong()
                     || shown.part<DeskField>(u"to"_s)->isWrong(),
                 asked.isEmpty());
    }

    void filesAreOfTheBranchAsItStands()
    {
        Page shown;
        shown.answers = true;
        const auto asked = [&shown] { return shown.asked.size(); };
        shown.page.save(ReportFormat::Csv);
        shown.page.print();
        QVERIFY(shown.files.isEmpty() && shown.prints == 0); // nothing is shown yet
        shown.page.refresh();
        QCOMPARE(asked(), 0);
        shown.page.ask();
        shown.page.refresh(); // the section was opened again
        QCOMPARE(asked(), 2);
        for (const QString &format : {u"csv"_s, u"xlsx"_s, u"pdf"_s}) {
            shown.part<DeskButton>(format)->click();
        }
        shown.part<DeskButton>(u"print"_s)->click();
        QCOMPARE(shown.files, (QStringList{u"csv"_s, u"xlsx"_s, u"pdf"_s}));
        QCOMPARE(shown.prints, 1);
        QCOMPARE(asked(), 6); // each made anew
        QCOMPARE(shown.last, 5);
        shown.answers = false;
        shown.page.ask(); // another one is under way
        shown.page.save(ReportFormat::Csv);
        QCOMPARE(shown.files.size(), 3);
    }

    void aReportUnderWayTellsHowFarItIsAndIsStopped()
    {
        Page shown;
        shown.page.stop();
        QCOMPARE(shown.stops, 0); // there is none
        shown.page.ask();
        shown.page.setProgress(3, 20);
        QVERIFY(shown.part<EmptyState>(u"progress"_s)->isVisible());
        QVERIFY(
            shown.part<EmptyState>(u"progress"_s)
                ->accessibleDescription()
                .contains(u"3 of 20 days"_s)
            || shown.part<EmptyState>(u"progress"_s)->accessibleName().contains(u"3 of 20 days"_s));
        shown.part<DeskButton>(u"stop"_s)->click();
        QCOMPARE(shown.stops, 1);
        shown.page.setTrouble(u"Stopped."_s);
        QVERIFY(shown.part<EmptyState>(u"nothing"_s)->isVisible());
    }

    void nothingToReportIsSaid()
    {
        Page shown;
        ReportTable table = sampleReport();
        table.rows.clear();
        shown.page.present(table);
        QVERIFY(shown.part<EmptyState>(u"nothing"_s)->isVisible());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    loadFonts();
    setProgramLanguage(Language::English);
    ReportsPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "reportspagetest.moc"
