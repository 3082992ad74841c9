// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citywindow.h"

#include "counter/branchcolumn.h"
#include "counter/deskinputs.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/heatcalendar.h"
#include "manager/managertexts.h"
#include "shared/emptystate.h"
#include "shared/paragraphlabel.h"
#include "shared/statusstrip.h"
#include "shared/translation.h"
#include "support/samplecitydays.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// The city's window in English on the morning of 28 November 2026, its clock standing still.
class Screen
{
public:
    explicit Screen(const QSize &size = {1440, 900})
        : window({.language = Language::English}, CityNow.date, [this] { return now; })
    {
        window.resize(size);
        window.show();
        QApplication::setActiveWindow(&window);
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }
    template <typename Widget>
    [[nodiscard]] Widget *part(const QString &name) const
    {
        return window.findChild<Widget *>(name);
    }
    /// What a screen reader is told of the row that is chosen by @p steps arrows down.
    [[nodiscard]] QString row(const QString &table, int steps) const
    {
        auto *figures = part<FigureTable>(table);
        figures->showRow(steps);
        return QApplication::focusWidget()->accessibleDescription();
    }
    /// Whether a title says @p words beside itself.
    [[nodiscard]] bool has(const QString &words) const
    {
        const auto titles = window.findChildren<PanelTitle *>();
        return std::ranges::any_of(titles, [&words](const PanelTitle *title) {
            return title->accessibleName().contains(words);
        });
    }
    [[nodiscard]] QStringList attention() const
    {
        QStringList lines;
        const auto all = part<QWidget>(u"attention"_s)->findChildren<ParagraphLabel *>();
        for (const ParagraphLabel *line : all) {
            lines.append(line->text());
        }
        return lines;
    }
    [[nodiscard]] QStringList tiles() const
    {
        QStringList told;
        const auto all = window.findChildren<FigureTile *>();
        for (const FigureTile *tile : all) {
            if (tile->isVisible()) {
                told.append(tile->accessibleName());
            }
        }
        return told;
    }

    qint64 now = 0;
    CityWindow window;
};

} // namespace

class CityWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchThatDidNotSendIsNotZero()
    {
        Screen screen;
        screen.window.setDays(sampleCityDays());
        QVERIFY(screen.row(u"branches"_s, 0)
                    .startsWith(u"Branch Branch 1, Issued 7603, Served 6994"_s));
        QVERIFY(screen.row(u"branches"_s, 0).endsWith(u"Last sync 27/11 21:01, Gaps 0"_s));
        QVERIFY(screen.row(u"branches"_s, 3)
                    .endsWith(u"Last sync not sent since 25/11 21:04, Gaps 0"_s));
        QVERIFY(screen.row(u"branches"_s, 8).endsWith(u"Gaps 1"_s));
        QCOMPARE(screen.row(u"branches"_s, 10),
                 u"Branch Branch 11, Issued –, Served –, No-show –, Given back –, Expired –,"
                 " Not done –, Median –, 9 in 10 –, Longest –, Accepted –,"
                 " Last sync never sent, Gaps 0"_s);
        QVERIFY(screen.row(u"branches"_s, 5).endsWith(u"Last sync 27/11 21:06, in part, Gaps 0"_s));
        QVERIFY(screen.row(u"branches"_s, 11).endsWith(u"Last sync not enrolled, Gaps –"_s));
        QCOMPARE(screen.tiles().constLast().trimmed(), u"Branches that sent: 10/12"_s);
        // Of today nothing has come yet, though all is well.
        CityDays today = sampleCityDays();
        today.from = CityNow.date;
        today.to = CityNow.date;
        for (CityBranch &branch : today.branches) {
            branch.figures.reset();
        }
        today.total.reset();
        screen.window.setDays(today);
        QVERIFY(screen.row(u"branches"_s, 0)
                    .endsWith(u"Accepted –, Last sync not sent since 27/11 21:01, Gaps 0"_s));
        QCOMPARE(screen.tiles().constFirst().trimmed(), u"Numbers given: –"_s);
    }

    /// Its figures by the words of a report: issued is the sum of where tickets are.
    void aRowAddsUp()
    {
        Screen screen;
        screen.window.setDays(sampleCityDays());
        static const QRegularExpression number(
            u"(Issued|Served|No-show|Given back|Expired|Not done) (\\d+)"_s);
        for (int row = 0; row < 10; ++row) {
            int issued = 0;
            int sum = 0;
            int found = 0;
            for (auto each = number.globalMatch(screen.row(u"branches"_s, row)); each.hasNext();) {
                const auto match = each.next();
                const int count = match.captured(2).toInt();
                (match.captured(1) == u"Issued" ? issued : sum) += count;
                ++found;
            }
            QCOMPARE(found, 6);
            QCOMPARE(sum, issued);
        }
    }

    void theFirstRowIsSeenAtOpening_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1366, 768), QSize(1440, 900), QSize(800, 560)}) {
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
        }
    }
    void theFirstRowIsSeenAtOpening()
    {
        QFETCH(QSize, size);
        Screen screen(size);
        screen.window.setDays(sampleCityDays());
        QCoreApplication::processEvents();
        const auto *table = screen.part<FigureTable>(u"branches"_s);
        QVERIFY(QApplication::focusWidget() && table->isAncestorOf(QApplication::focusWidget()));
        for (const QScrollBar *bar : screen.window.findChildren<QScrollBar *>()) {
            QCOMPARE(bar->value(), 0);
        }
    }

    void whatNeedsAttentionSaysWhatToDo()
    {
        Screen screen;
        screen.window.setDays(sampleCityDays());
        const QStringList lines = screen.attention();
        QCOMPARE(lines.size(), 4);
        QVERIFY(
            lines[0].startsWith(u"Branch 9: closed days that are not proven: 19/11/2026. Let"_s));
        QVERIFY(lines[1].startsWith(u"Branch 11 has never sent anything. Carry"_s));
        QVERIFY(lines[2].startsWith(u"Branch 4 has not sent since 25/11 21:04. Call"_s));
        QVERIFY(lines[3].startsWith(u"1 place of the register may not send yet. For"_s));
        QVERIFY(screen.has(u"4 things"_s));
        CityDays calm = sampleCityDays();
        calm.branches.resize(3);
        CityDays aside = calm;
        aside.branches[1].alarms = {u"set_aside"_s};
        screen.window.setDays(aside);
        QVERIFY(screen.attention().constFirst().endsWith(
            u"At the centre: motcua centre init, then motcua centre clear CN2"_s));
        screen.window.setDays(calm);
        QCOMPARE(
            screen.attention(),
            QStringList{u"Every branch that may send has sent, and every closed day is proven."_s});
    }

    void periodsAreTurned()
    {
        Screen screen;
        screen.window.setDays(sampleCityDays());
        QSignalSpy wanted(&screen.window, &CityWindow::daysWanted);
        const auto last = [&wanted] {
            return wanted.constLast()[0].toDate().toString(Qt::ISODate) + u' '
                   + wanted.constLast()[1].toDate().toString(Qt::ISODate);
        };
        QTest::keyClick(&screen.window, Qt::Key_PageUp);
        QCOMPARE(last(), u"2026-10-01 2026-10-31"_s);
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QCOMPARE(last(), u"2026-11-01 2026-11-30"_s);
        auto *period = screen.part<DeskCombo>(u"period"_s);
        period->setCurrentIndex(2);
        QCOMPARE(last(), u"2026-10-01 2026-12-31"_s);
        QTest::keyClick(&screen.window, Qt::Key_PageUp);
        QCOMPARE(last(), u"2026-07-01 2026-09-30"_s);
        period->setCurrentIndex(3);
        QCOMPARE(last(), u"2026-01-01 2026-12-31"_s);
        // A day is the newest that came, until somebody has asked for another one.
        period->setCurrentIndex(0);
        QCOMPARE(last(), u"2026-11-27 2026-11-27"_s);
        QTest::keyClick(&screen.window, Qt::Key_PageUp);
        QCOMPARE(last(), u"2026-11-26 2026-11-26"_s);
        period->setCurrentIndex(1);
        QCOMPARE(last(), u"2026-11-01 2026-11-30"_s);
        period->setCurrentIndex(0);
        QCOMPARE(last(), u"2026-11-26 2026-11-26"_s);
        // Nobody turns to days to come.
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QCOMPARE(last(), u"2026-11-28 2026-11-28"_s);
        const qsizetype asked = wanted.size();
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QCOMPARE(wanted.size(), asked);
        QCOMPARE(screen.part<DeskLabel>(u"note"_s)->text(), u"Days to come have no figures yet."_s);
    }

    void aSundaySaysSo()
    {
        Screen screen;
        CityDays days = sampleCityDays();
        days.from = days.to = QDate(2026, 11, 1);
        screen.window.setDays(days);
        QCOMPARE(screen.part<DeskLabel>(u"shown"_s)->text(), u"Sunday 01/11/2026"_s);
        QCOMPARE(weekdayAtFront(days.from, Language::Vietnamese), u"Chủ nhật"_s);
        QCOMPARE(weekdayInSentence(days.from, Language::Vietnamese), u"chủ nhật"_s);
    }

    void aBranchIsOpenedAndItsDayToo()
    {
        Screen screen;
        screen.window.setDays(sampleCityDays());
        QSignalSpy months(&screen.window, &CityWindow::monthWanted);
        QSignalSpy days(&screen.window, &CityWindow::daysWanted);
        // The keyboard is there from the beginning.
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Return}) {
            QTest::keyClick(QApplication::focusWidget(), key);
        }
        QCOMPARE(months.constLast()[0].toString(), u"CN4"_s);
        QCOMPARE(months.constLast()[1].toDate(), QDate(2026, 11, 1));
        screen.window.setCatalogue(sampleCityGroups());
        screen.window.setMonth(sampleCityMonth()); // of the city: not what was asked for
        QCOMPARE(screen.part<DeskLabel>(u"month"_s)->text(), QString());
        screen.window.setMonth(sampleCityMonth(u"CN4"_s));
        QCOMPARE(screen.part<DeskLabel>(u"month"_s)->text(), u"Month 11/2026"_s);
        QCOMPARE(screen.part<DeskLabel>(u"detail"_s)->text(), u"not sent since 25/11 21:04"_s);
        QCOMPARE(screen.part<DeskCombo>(u"branch"_s)->currentText(), u"Branch 4"_s);
        const CityMonth month = sampleCityMonth(u"CN4"_s);
        QVERIFY(screen.row(u"groups"_s, 0)
                    .startsWith(
                        u"Group Certification, Issued %1,"_s.arg(month.groups.at(u"C"_s).issued)));
        Q_EMIT screen.window.findChild<HeatCalendar *>()->dayChosen(QDate(2026, 11, 20));
        QVERIFY(screen.row(u"groups"_s, 0)
                    .startsWith(u"Group Certification, Issued %1,"_s.arg(
                        month.dayOf(QDate(2026, 11, 20))->groups.at(u"C"_s).issued)));
        screen.part<DeskButton>(u"all"_s)->click();
        QCOMPARE(days.constLast()[0].toDate(), QDate(2026, 11, 20));
        QCOMPARE(days.constLast()[1].toDate(), QDate(2026, 11, 20));
        QVERIFY(screen.part<FigureTable>(u"branches"_s)->isVisible());
        // The key of the calendar leads to the whole city again, and no month to come.
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(months.constLast()[0].toString(), QString());
        const qsizetype asked = months.size();
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QCOMPARE(months.size(), asked);
        screen.window.setMonth(sampleCityMonth());
        auto *calendar = screen.part<HeatCalendar>(u"calendar"_s);
        const auto day = [calendar](int date) {
            QTest::keyClick(calendar, Qt::Key_Home);
            for (int i = 1; i < date; ++i) {
                QTest::keyClick(calendar, Qt::Key_Right);
            }
            return calendar->accessibleDescription();
        };
        QCOMPARE(day(8), u"Sunday 08/11/2026: closed"_s);
        QCOMPARE(day(24), u"Tuesday 24/11/2026: no figures"_s); // all have spoken since
        QVERIFY(!day(25).contains(u"sent"_s));
        QVERIFY(day(26).endsWith(u" numbers · not all branches have sent it"_s)); // CN4 has not
        QCOMPARE(day(27), u"Friday 27/11/2026: 3990 numbers · the day was not closed when it came"
                          " · not all branches have sent it"_s);
        QCOMPARE(day(28), u"Saturday 28/11/2026: no figures"_s);
        screen.window.setCatalogue(sampleCityGroups(), sampleCityHours());
        QCOMPARE(day(24), u"Tuesday 24/11/2026: closed"_s);
        CityMonth shorter = sampleCityMonth();
        shorter.days.pop_back();
        screen.window.setMonth(shorter);
        QCOMPARE(day(27), u"Friday 27/11/2026: not sent yet"_s);
    }

    void theTableIsSavedAsItIsShown()
    {
        Screen screen;
        QSignalSpy files(&screen.window, &CityWindow::fileWanted);
        QTest::keyClick(&screen.window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(files.isEmpty()); // there is nothing yet
        screen.window.setDays(sampleCityDays());
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_L, Qt::Key_D}) {
            QTest::keyClick(&screen.window, key, Qt::ControlModifier);
        }
        QCOMPARE(files.size(), 3);
        const auto table = files[0][0].value<ReportTable>();
        QCOMPARE(table.rows, tableOf(sampleCityDays()).rows);
        QCOMPARE(files[1][1].value<ReportFormat>(), ReportFormat::Xlsx);
        const auto *note = screen.part<DeskLabel>(u"note"_s);
        screen.window.setNote(u"Written: x"_s);
        QTest::keyClick(&screen.window, Qt::Key_F5); // as each minute by itself
        QCOMPARE(note->text(), u"Written: x"_s);
        QTest::keyClick(&screen.window, Qt::Key_PageUp);
        QCOMPARE(note->text(), QString());
    }

    void ageIsShownAndStaleFiguresSaySo()
    {
        Screen screen;
        auto *loading = screen.part<EmptyState>(u"loading"_s);
        QVERIFY(loading->isVisible());
        screen.window.setOffline({ErrorCode::CentreUnreachable, u"db"_s, {}});
        QVERIFY(loading->accessibleName().startsWith(u"The centre cannot be read yet."_s));
        screen.window.setDays(sampleCityDays());
        const auto age = [&screen] { return screen.part<QWidget>(u"age"_s)->accessibleName(); };
        QCOMPARE(age(), u"Read 28/11 08:15"_s);
        screen.now = 180'001;
        QTRY_COMPARE(age(), u"Figures of 28/11 08:15"_s);
        screen.window.setOffline({ErrorCode::CentreUnreachable, u"db"_s, {}});
        QVERIFY(screen.window.findChild<StatusStrip *>()->isVisible());
        QVERIFY(screen.part<FigureTable>(u"branches"_s)->isVisible()); // they stay
        screen.window.setDays(sampleCityDays());
        QVERIFY(!screen.window.findChild<StatusStrip *>()->isVisible());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    loadFonts();
    setProgramLanguage(Language::English);
    CityWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "citywindowtest.moc"
