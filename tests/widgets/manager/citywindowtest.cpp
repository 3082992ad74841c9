// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citywindow.h"

#include "counter/deskinputs.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/heatcalendar.h"
#include "shared/emptystate.h"
#include "shared/paragraphlabel.h"
#include "shared/statusstrip.h"
#include "shared/translation.h"
#include "support/samplecitydays.h"

#include <QApplication>
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
    Screen()
        : window({.language = Language::English}, CityNow.date, [this] { return now; })
    {
        window.resize(1440, 900);
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
                 " Wait, min –, Accepted –, Last sync never sent, Gaps 0"_s);
        QVERIFY(screen.row(u"branches"_s, 11).endsWith(u"Last sync not enrolled, Gaps –"_s));
        QCOMPARE(screen.tiles().constLast().trimmed(), u"Branches that sent: 10/12"_s);
        // Of today nothing has come yet, though all is well.
        CityDays today = sampleCityDays();
        today.from = CityNow.date;
        today.to = CityNow.date;
        for (CityBranch &branch : today.branches) {
            branch.figures.reset();
        }
        screen.window.setDays(today);
        QVERIFY(screen.row(u"branches"_s, 0)
                    .endsWith(u"Accepted –, Last sync not sent since 27/11 21:01, Gaps 0"_s));
        QCOMPARE(screen.tiles().constFirst().trimmed(), u"Numbers given: –"_s);
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
        period->setCurrentIndex(0);
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QCOMPARE(last(), u"2026-07-02 2026-07-02"_s);
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
        screen.window.setGroups(sampleCityGroups());
        screen.window.setMonth(sampleCityMonth()); // of the city: not what was asked for
        QCOMPARE(screen.part<DeskLabel>(u"month"_s)->text(), QString());
        screen.window.setMonth(sampleCityMonth(u"CN4"_s));
        QCOMPARE(screen.part<DeskLabel>(u"month"_s)->text(), u"Month 11/2026"_s);
        QCOMPARE(screen.part<DeskLabel>(u"detail"_s)->text(), u"not sent since 25/11 21:04"_s);
        QCOMPARE(screen.part<DeskCombo>(u"branch"_s)->currentText(), u"Branch 4"_s);
        const CityMonth month = sampleCityMonth(u"CN4"_s);
        QVERIFY(screen.row(u"groups"_s, 0)
                    .startsWith(u"Group Certification, Issued %1,"_s.arg(
                        month.groups().at(u"C"_s).issued)));
        Q_EMIT screen.window.findChild<HeatCalendar *>()->dayChosen(QDate(2026, 11, 20));
        QVERIFY(screen.row(u"groups"_s, 0)
                    .startsWith(u"Group Certification, Issued %1,"_s.arg(
                        month.dayOf(QDate(2026, 11, 20))->groups.at(u"C"_s).issued)));
        screen.part<DeskButton>(u"all"_s)->click();
        QCOMPARE(days.constLast()[0].toDate(), QDate(2026, 11, 20));
        QCOMPARE(days.constLast()[1].toDate(), QDate(2026, 11, 20));
        QVERIFY(screen.part<FigureTable>(u"branches"_s)->isVisible());
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
