// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/managerwindow.h"

#include "counter/countertexts.h"
#include "manager/attentionlist.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/hourbars.h"
#include "manager/inboxpage.h"
#include "manager/managertexts.h"
#include "manager/monthpage.h"
#include "manager/reportspage.h"
#include "manager/rosterpage.h"
#include "manager/syncpage.h"
#include "shared/focusring.h"
#include "shared/statusstrip.h"
#include "shared/translation.h"
#include "support/samplerating.h"
#include "support/sampleroster.h"
#include "support/sampletoday.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

/// A manager's window in English whose time stands still.
class Screen
{
public:
    explicit Screen(const QSize &size = {1440, 900})
        : window({.language = Language::English}, [this] { return now; })
    {
        window.resize(size);
        window.show();
        QApplication::setActiveWindow(&window);
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }

    [[nodiscard]] QAbstractButton *button(const QString &words) const
    {
        const auto buttons = window.findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(buttons, [&words](const QAbstractButton *one) {
            return one->text() == words && one->isVisible();
        });
        return found == buttons.end() ? nullptr : *found;
    }
    [[nodiscard]] QString age() const
    {
        return window.findChild<QWidget *>(u"age"_s)->accessibleName();
    }

    qint64 now = 0;
    ManagerWindow window;
};

class ManagerWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreToldToAScreenReader()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QStringList tiles;
        const auto all = screen.window.findChildren<FigureTile *>();
        for (const FigureTile *tile : all) {
            if (tile->isVisible()) {
                tiles.append(tile->accessibleName() + u" | "_s + tile->accessibleDescription());
            }
        }
        QCOMPARE(tiles,
                 (QStringList{u"Issued: 412 | usual Tuesday 396"_s,
                              u"Served: 363 | 9 in service · 11 no-show"_s,
                              u"Waiting: 29 | longest 48 min (N)"_s,
                              u"Average wait: 14 min | target ≤ 15"_s,
                              u"9 in 10 wait under: 31 min | over target 30"_s,
                              u"Intakes: 320 | 282 accepted · 30 to supplement · 8 rejected"_s,
                              u"Satisfied: 93.1 % | 203 ratings"_s}));
        const QString hours = screen.window.findChild<HourBars *>()->accessibleDescription();
        QVERIFY(hours.startsWith(u"7h: 31 issued, 18 served; 8h: 72"_s));
        QVERIFY(!hours.contains(u"16h"_s)); // it has not begun
    }

    void minutesNeverHideThatATargetIsMissed_data()
    {
        QTest::addColumn<int>("seconds"); // -1: nobody waited
        QTest::addColumn<QString>("minutes");
        QTest::newRow("nobody") << -1 << u"–"_s;
        QTest::newRow("not at all") << 0 << u"0"_s;
        QTest::newRow("a moment") << 10 << u"1"_s;
        QTest::newRow("just the target") << 30 * 60 << u"30"_s;
        QTest::newRow("over it") << 30 * 60 + 1 << u"31"_s;
    }
    void minutesNeverHideThatATargetIsMissed()
    {
        QFETCH(int, seconds);
        QTEST(waitMinutes(seconds < 0 ? std::nullopt : std::optional(seconds)), "minutes");
        if (seconds <= 0) {
            return;
        }
        // The longest wait of today, and what the counters say, read the same.
        Screen screen;
        BranchToday today = sampleToday();
        today.longestWaitMs = seconds * qint64{1000};
        screen.window.setToday(today);
        QFETCH(QString, minutes);
        const auto tiles = screen.window.findChildren<FigureTile *>();
        QVERIFY(std::ranges::any_of(tiles, [&minutes](const FigureTile *tile) {
            return tile->accessibleDescription() == u"longest %1 min (N)"_s.arg(minutes);
        }));
        QCOMPARE(minutesText(0, today.longestWaitMs), u"%1 min"_s.arg(minutes));
    }

    void tilesStayInOneRowOnceTheDayIsClosed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("rows");
        QTest::newRow("the reference") << QSize(1440, 900) << 1;
        QTest::newRow("a small screen") << QSize(1366, 768) << 1;
        QTest::newRow("half a screen") << QSize(800, 700) << 2;
    }
    void tilesStayInOneRowOnceTheDayIsClosed()
    {
        QFETCH(QSize, size);
        Screen screen(size);
        BranchToday today = sampleToday();
        today.hall.businessDate = {};
        GroupSummary &total = today.day.total;
        total.expired = total.waiting + total.serving;
        total.waiting = total.serving = 0;
        screen.window.setToday(today);
        QCoreApplication::sendPostedEvents();
        std::map<int, std::pair<int, int>> rows; // first and last dot of each row
        const auto tiles = screen.window.findChildren<FigureTile *>();
        for (const FigureTile *tile : tiles) {
            if (tile->isVisible()) {
                const QRect place(tile->mapTo(&screen.window, QPoint()), tile->size());
                const auto [row, isNew] =
                    rows.try_emplace(place.top(), place.left(), place.right());
                row->second = {std::min(row->second.first, place.left()),
                               std::max(row->second.second, place.right())};
            }
        }
        QTEST(static_cast<int>(rows.size()), "rows");
        for (const auto &[top, ends] : rows) { // no hole at the end of one
            QCOMPARE(ends.first, rows.begin()->second.first);
            QVERIFY(qAbs(ends.second - rows.begin()->second.second) <= 2);
        }
    }

    void ageIsAlwaysShown()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QCOMPARE(screen.age(), u"Updated 15:30:12"_s);
        screen.now = 30'000;
        screen.window.refresh();
        QCOMPARE(screen.age(), u"Updated 15:30:12"_s);
        screen.now = 30'001;
        screen.window.refresh();
        QCOMPARE(screen.age(), u"Figures of 15:30:12"_s);
        screen.window.setToday(sampleToday());
        QCOMPARE(screen.age(), u"Updated 15:30:12"_s);
    }

    void offlineKeepsTheFiguresAndHeals()
    {
        Screen screen;
        const auto *strip = screen.window.findChild<StatusStrip *>();
        screen.window.setToday(sampleToday());
        QVERIFY(!strip->isVisible());
        screen.window.setOffline({ErrorCode::ConnectionLost, {}, {}});
        QVERIFY(strip->isVisible());
        QVERIFY(screen.window.findChild<HourBars *>()->isVisible());
        screen.window.setToday(sampleToday());
        QVERIFY(!strip->isVisible());
    }

    void refreshMovesNeitherFocusNorScroll()
    {
        Screen screen;
        screen.window.setToday(sampleToday(40));
        auto *table = screen.window.findChild<FigureTable *>(u"counters"_s);
        QScrollBar *bar = table->findChild<QScrollArea *>()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(100);
        QAbstractButton *paper = screen.button(u"Paper changed"_s);
        QVERIFY(paper);
        paper->setFocus();
        QVERIFY(paper->hasFocus());
        BranchToday today = sampleToday(40);
        today.counters[3].served = 99;
        today.attention.insert(
            today.attention.begin(),
            {.kind = Attention::Kind::LongWait, .group = u"H"_s, .people = 1, .waiting = 1});
        screen.window.setToday(today);
        QCOMPARE(bar->value(), 100);
        QVERIFY(paper->hasFocus());
    }

    void leavingATableScrollsNothing()
    {
        Screen screen;
        screen.window.setToday(sampleToday(40));
        auto *table = screen.window.findChild<FigureTable *>(u"counters"_s);
        QScrollBar *bar = table->findChild<QScrollArea *>()->verticalScrollBar();
        table->showRow(20);
        const int before = bar->value();
        QVERIFY(before > 0 && before < bar->maximum());
        QWidget *list = QApplication::focusWidget();
        QTest::keyClick(list, Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget() != list);
        QCOMPARE(bar->value(), before);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), list);
        QCOMPARE(bar->value(), before);
    }

    void openingACounterShowsWhichCouldBe()
    {
        Screen screen({1440, 700});
        screen.window.setToday(sampleToday(40));
        QAbstractButton *open = screen.button(u"Open a counter"_s);
        QVERIFY(open);
        open->click();
        QVERIFY(QApplication::focusWidget());
        const QString row = QApplication::focusWidget()->accessibleDescription();
        QVERIFY2(row.startsWith(u"Counter Counter 8, Group N"_s), qPrintable(row));
    }

    void nothingIsOfferedWhereNoCounterIsLeft()
    {
        Screen screen;
        BranchToday today = sampleToday();
        today.hall.counters[7].presence = Presence::Open;
        screen.window.setToday(today);
        QVERIFY(!screen.button(u"Open a counter"_s));
    }

    void whoIsMissingLeadsToTodaysRoster()
    {
        Screen screen;
        screen.window.roster().present(QDate(2026, 3, 2), {}); // another day was looked at
        BranchToday today = sampleToday();
        today.attention.insert(today.attention.begin(),
                               {.kind = Attention::Kind::StaffMissing,
                                .people = 2,
                                .counters = {5, 7},
                                .names = {u"Nguyễn Thị Hồng Hạnh"_s, u"Trần Quốc Bảo"_s}});
        screen.window.setToday(today);
        QCOMPARE(attentionDetail(today.attention.front(), today, Language::English),
                 u"Nguyễn Thị Hồng Hạnh, Trần Quốc Bảo · Expected at counter 5, 7"_s);
        QVERIFY(screen.button(u"Open the roster"_s)->focusPolicy() & Qt::TabFocus);
        QSignalSpy wanted(&screen.window.roster(), &RosterPage::rosterWanted);
        screen.button(u"Open the roster"_s)->click();
        QVERIFY(screen.window.roster().isVisible());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toDate(), QDate());
    }

    void rosterSaysWhatIsWrongAndGoesOnWithTheNext_data()
    {
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("told"); // the time that is wanted, else what is wrong
        QTest::newRow("as on paper") << u"7:30"_s << u"07:30"_s;
        QTest::newRow("without a sign") << u"0730"_s << u"07:30"_s;
        QTest::newRow("as it is said") << u"7h30"_s << u"07:30"_s;
        QTest::newRow("no time") << u"73"_s << u"Type the time like 7:30 or 0730, or nothing."_s;
    }
    void rosterSaysWhatIsWrongAndGoesOnWithTheNext()
    {
        QFETCH(QString, starts);
        Screen screen;
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_5, Qt::ControlModifier);
        RosterPage &page = screen.window.roster();
        page.present(RosterDay, sampleRoster());
        const auto field = [&page](const QString &name) {
            return page.findChild<DeskField *>(name);
        };
        const auto *trouble = page.findChild<DeskLabel *>(u"rosterTrouble"_s);
        QString told;
        connect(&page, &RosterPage::putWanted, this,
                [&told](const RosterEntry &entry) { told = entry.starts.toString(u"HH:mm"_s); });
        field(u"rosterStaff"_s)->setText(u"cb77"_s);
        field(u"rosterStarts"_s)->setFocus();
        field(u"rosterStarts"_s)->setText(starts);
        QTest::keyClick(field(u"rosterStarts"_s), Qt::Key_Return);
        if (told.isEmpty()) {
            page.present(RosterDay, sampleRoster()); // the day is read again every few seconds
            QVERIFY(trouble->isVisible());
            told = trouble->text();
        } else {
            page.accept();
            QVERIFY(!trouble->isVisible());
            QVERIFY(field(u"rosterStaff"_s)->hasFocus());
        }
        QTEST(told, "told");
    }

    void nobodyIsTakenOffWithoutACode()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_5, Qt::ControlModifier);
        RosterPage &page = screen.window.roster();
        page.present(RosterDay, sampleRoster());
        const QSignalSpy wanted(&page, &RosterPage::takeOffWanted);
        const auto *trouble = page.findChild<DeskLabel *>(u"rosterTrouble"_s);
        page.findChild<QAbstractButton *>(u"rosterOff"_s)->click();
        page.present(RosterDay, sampleRoster());
        QVERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), u"Type the code of whoever is to be taken off."_s);
        page.findChild<DeskField *>(u"rosterStaff"_s)->setText(u"CB99"_s);
        page.findChild<QAbstractButton *>(u"rosterOff"_s)->click();
        QCOMPARE(trouble->text(), u"CB99 is not on the roster of this day."_s);
        QCOMPARE(wanted.size(), 0);
        page.findChild<DeskField *>(u"rosterStaff"_s)
            ->setText(sampleRoster().front().entry.staff.toLower()); // in any case
        page.findChild<QAbstractButton *>(u"rosterOff"_s)->click();
        QCOMPARE(wanted.size(), 1);
    }

    void inboxHasTheKeyboard()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        InboxPage &page = screen.window.inbox();
        QTest::keyClick(&screen.window, Qt::Key_4, Qt::ControlModifier);
        QVERIFY(page.hasFocus()); // it is being read
        CommentInbox inbox = sampleInbox();
        RatingComment second = inbox.comments.front();
        second.id = QUuid::createUuid();
        inbox.comments.insert(inbox.comments.begin(), second);
        page.present(inbox);
        const auto buttonAt = [&page](int place) {
            QList<QAbstractButton *> seen;
            for (auto *one : page.findChildren<QAbstractButton *>(u"handle"_s)) {
                if (one->isVisible()) {
                    seen.append(one);
                }
            }
            return seen.value(place);
        };
        QVERIFY(buttonAt(0) && buttonAt(0)->hasFocus());
        buttonAt(1)->setFocus();
        inbox.total = 99; // another comment came
        page.present(inbox);
        QVERIFY(buttonAt(1)->hasFocus()); // nothing jumps
        buttonAt(1)->click();
        QCOMPARE(QApplication::focusWidget()->objectName(), u"who"_s);
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QVERIFY(page.isAncestorOf(QApplication::focusWidget()));
        // Who comes back by the key finds it where he can go on.
        QTest::keyClick(&screen.window, Qt::Key_1, Qt::ControlModifier);
        QTest::keyClick(&screen.window, Qt::Key_4, Qt::ControlModifier);
        QVERIFY(buttonAt(0)->hasFocus());
        page.present({});
        QVERIFY(page.hasFocus());
    }

    void busiestDayAndSatisfactionStandBesideEachOther()
    {
        Screen screen({1366, 768});
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        BranchMonth month = sampleMonth();
        const auto shown = [&screen] {
            QStringList labels;
            for (const auto *tile : screen.window.month().findChildren<FigureTile *>()) {
                if (tile->isVisible()) {
                    labels.append(tile->accessibleName().section(u':', 0, 0));
                }
            }
            return labels.sliced(5);
        };
        month.ratings = {};
        screen.window.month().present(month);
        QCOMPARE(shown(), QStringList(u"Busiest day"_s));
        month.ratings = {.very = 7, .satisfied = 2, .notSatisfied = 1};
        screen.window.month().present(month);
        QCOMPARE(shown(), (QStringList{u"Busiest day"_s, u"Satisfied"_s}));
        screen.window.resize(820, 768);
        QTRY_COMPARE(shown(), QStringList(u"Satisfied"_s));
    }

    void otherBranchesNeedNoBarBelow()
    {
        Screen screen({1366, 768});
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        screen.window.month().present(sampleMonth());
        QCoreApplication::sendPostedEvents();
        const auto *others = screen.window.month().findChild<QWidget *>(u"others"_s);
        const auto *area = qobject_cast<QScrollArea *>(others->parentWidget()->parentWidget());
        QVERIFY(area && area->isVisible());
        QTRY_COMPARE(area->horizontalScrollBar()->maximum(), 0);
    }

    void commentsThatDoNotFitAreTold()
    {
        Screen screen;
        CommentInbox inbox = sampleInbox();
        InboxPage &page = screen.window.inbox();
        page.present(inbox);
        QVERIFY(!page.findChild<QWidget *>(u"later"_s));
        inbox.later = 12;
        page.present(inbox);
        const auto *later = page.findChild<DeskLabel *>(u"later"_s);
        QVERIFY(later);
        QCOMPARE(later->text(), u"12 more come up as these are dealt with."_s);
    }

    void paperChangedIsToldOnceAndWaitsForTheKiosk()
    {
        Screen screen;
        const QSignalSpy told(&screen.window, &ManagerWindow::paperChanged);
        screen.window.setToday(sampleToday());
        screen.button(u"Paper changed"_s)->click();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toInt(), 2);
        screen.window.setToday(sampleToday());
        QVERIFY(!screen.button(u"Paper changed"_s));
        BranchToday mended = sampleToday();
        mended.attention.erase(mended.attention.begin() + 2);
        screen.window.setToday(mended);
        screen.window.setToday(sampleToday()); // and low again
        QVERIFY(screen.button(u"Paper changed"_s));
    }

    void counterOnALongBreakIsReminded()
    {
        Screen screen;
        const QSignalSpy told(&screen.window, &ManagerWindow::reminderWanted);
        screen.window.setToday(sampleToday());
        screen.button(u"Remind"_s)->click();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toInt(), 10);
        BranchToday today = sampleToday();
        const auto isBreak = [](const Attention &one) {
            return one.kind == Attention::Kind::LongBreak;
        };
        Attention &pause = *std::ranges::find_if(today.attention, isBreak);
        pause.remindedAt = today.hall.branchNow - 60'000;
        screen.button(u"Remind"_s)->setFocus();
        screen.window.setToday(today);
        QVERIFY(!screen.button(u"Remind"_s));
        // A second Enter presses nothing.
        QVERIFY(qobject_cast<AttentionList *>(screen.window.focusWidget()));
        pause.remindedAt = today.hall.branchNow - 360'000; // it did not help
        screen.window.setToday(today);
        QVERIFY(screen.button(u"Remind"_s));
    }

    void keyAsksForTheFileOfWhatIsShown()
    {
        Screen screen;
        std::vector<ReportTable> asked;
        connect(&screen.window, &ManagerWindow::fileWanted, this,
                [&asked](const ReportTable &table, ReportFormat format) {
                    QCOMPARE(format, ReportFormat::Csv);
                    asked.push_back(table);
                });
        QTest::keyClick(&screen.window, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(asked.size(), size_t{0}); // there is nothing yet
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(asked.size(), size_t{1});
        QCOMPARE(asked.front().day.total.issued, 412);
    }

    void keysMakeAReportOfWhatIsShown_data()
    {
        QTest::addColumn<Qt::Key>("page");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("use");
        QTest::newRow("today, on paper")
            << Qt::Key_1 << Qt::Key_P << u"daily 2026-11-17 2026-11-17"_s << u"paper"_s;
        QTest::newRow("the month, on paper")
            << Qt::Key_2 << Qt::Key_P << u"period 2026-10-01 2026-10-31"_s << u"paper"_s;
        QTest::newRow("the month, as a file")
            << Qt::Key_2 << Qt::Key_E << u"period 2026-10-01 2026-10-31"_s << u"csv"_s;
    }

    void keysMakeAReportOfWhatIsShown()
    {
        QFETCH(Qt::Key, page);
        QFETCH(Qt::Key, key);
        Screen screen;
        QString made;
        QString use;
        connect(&screen.window.reports(), &ReportsPage::reportWanted, this,
                [&made](ReportKind kind, const QDate &from, const QDate &to) {
                    made = u"%1 %2 %3"_s.arg(word(kind), from.toString(Qt::ISODate),
                                             to.toString(Qt::ISODate));
                });
        connect(&screen.window.reports(), &ReportsPage::printWanted, this,
                [&use] { use = u"paper"_s; });
        connect(&screen.window, &ManagerWindow::fileWanted, this,
                [&use](const ReportTable &, ReportFormat format) {
                    use = format == ReportFormat::Csv ? u"csv"_s : u"another"_s;
                });
        screen.window.setToday(sampleToday());
        screen.window.month().present(sampleMonth());
        QTest::keyClick(&screen.window, page, Qt::ControlModifier);
        QTest::keyClick(&screen.window, key, Qt::ControlModifier);
        QTEST(made, "made");
        QVERIFY(screen.window.reports().isVisible()); // where it is seen
        QCOMPARE(use, QString());
        screen.window.reports().present(sampleReport());
        QTEST(use, "use");
    }

    void ringIsAroundWhatIsSeenOfALongTable()
    {
        Screen screen({1440, 700});
        BranchToday today = sampleToday();
        for (int number = 13; number <= 40; ++number) {
            today.counters.push_back(today.counters.front());
            today.counters.back().state.number = number;
        }
        screen.window.setToday(today);
        const auto tables = screen.window.findChildren<FigureTable *>();
        const auto *ring = screen.window.findChild<FocusRing *>();
        int scrolled = 0;
        for (FigureTable *table : tables) {
            if (!table->isVisible()) {
                continue;
            }
            table->showRow(0);
            scrolled += table->focusProxy()->height() > table->height() ? 1 : 0;
            const QRect place(table->mapTo(&screen.window, QPoint()), table->size());
            constexpr int Reach = 6;
            QVERIFY(ring->isVisible());
            QVERIFY(place.adjusted(-Reach, -Reach, Reach, Reach).contains(ring->geometry()));
        }
        QVERIFY(scrolled > 0);
    }

    void escapeLeadsBackToWhereAReportWasAskedFor()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        screen.window.month().present(sampleMonth());
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(screen.window.focusWidget(), Qt::Key_Return); // the first day
        screen.window.reports().present(sampleReport());
        QVERIFY(screen.window.reports().isVisible());
        QVERIFY(screen.window.reports().findChild<QWidget *>(u"back"_s)->isVisible());
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QVERIFY(screen.window.month().isVisible());
        // Whoever goes there by himself stays there.
        QTest::keyClick(&screen.window, Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QVERIFY(screen.window.reports().isVisible());
    }

    void nothingElseIsPrintedWhereNothingIsShown()
    {
        Screen screen;
        int asked = 0;
        connect(&screen.window.reports(), &ReportsPage::reportWanted, this, [&asked] { ++asked; });
        screen.window.setToday(sampleToday());
        screen.window.reports().present(sampleReport()); // from before
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        for (const Qt::Key key : {Qt::Key_P, Qt::Key_E}) {
            QTest::keyClick(&screen.window, key, Qt::ControlModifier);
            QCOMPARE(asked, 0); // the month is not there yet
        }
        screen.window.month().present(sampleMonth());
        QTest::keyClick(&screen.window, Qt::Key_Y, Qt::ControlModifier);
        QTest::keyClick(&screen.window, Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(asked, 0); // nor are the years
        int wanted = 0;
        connect(&screen.window.month(), &MonthPage::monthWanted, this, [&wanted] { ++wanted; });
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QCOMPARE(wanted, 1); // back from them
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QCOMPARE(wanted, 1);
    }

    void branchesOfTheCityAreByLoadAndOnesOwnAmongThem()
    {
        Screen screen;
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        BranchMonth month = sampleMonth();
        month.total.intakes.at(0) = 6'500;
        screen.window.month().present(month);
        auto *table = screen.window.month().findChild<FigureTable *>(u"others"_s);
        QVERIFY(table->isVisible());
        table->showRow(3);
        QCOMPARE(table->focusProxy()->accessibleDescription(),
                 u"Branch Branch 1, Dossiers 6,500, Avg wait 14, Days 27"_s);
        table->showRow(0);
        QCOMPARE(table->focusProxy()->accessibleDescription(),
                 u"Branch Branch 2, Dossiers 7,604, Avg wait 11, Days 27"_s);
        month.others.clear(); // never told of, or of a selection
        screen.window.month().present(month);
        QVERIFY(!table->isVisible());
    }

    void aDayOfTheMonthOpensItsSheet_data()
    {
        QTest::addColumn<QList<Qt::Key>>("keys");
        QTest::addColumn<QString>("asked");
        using Keys = QList<Qt::Key>;
        QTest::newRow("the first") << Keys{Qt::Key_Return} << u"daily 2026-10-01"_s;
        QTest::newRow("a week later")
            << Keys{Qt::Key_Down, Qt::Key_Right, Qt::Key_Return} << u"daily 2026-10-09"_s;
        QTest::newRow("the last") << Keys{Qt::Key_End, Qt::Key_Return} << u"daily 2026-10-31"_s;
        QTest::newRow("not before the first")
            << Keys{Qt::Key_Up, Qt::Key_Return} << u"daily 2026-10-01"_s;
        QTest::newRow("a closed day has none")
            << Keys{Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Return} << QString();
    }

    void aDayOfTheMonthOpensItsSheet()
    {
        QFETCH(QList<Qt::Key>, keys);
        QFETCH(QString, asked);
        Screen screen;
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        screen.window.month().present(sampleMonth());
        QString told;
        connect(&screen.window.reports(), &ReportsPage::reportWanted, this,
                [&told](ReportKind kind, const QDate &from, const QDate &, const Selection &) {
                    told = word(kind) + u' ' + from.toString(Qt::ISODate);
                });
        auto *calendar = screen.window.findChild<QWidget *>(u"calendar"_s);
        for (const Qt::Key key : keys) {
            QTest::keyClick(calendar, key);
        }
        QCOMPARE(told, asked);
        QCOMPARE(screen.window.reports().isVisible(), !asked.isEmpty());
    }

    void monthsAreTurned()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QStringList wanted;
        connect(&screen.window.month(), &MonthPage::monthWanted, this,
                [&wanted](const QDate &day, const Selection &) {
                    wanted.append(day.toString(Qt::ISODate));
                });
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        screen.window.month().present(sampleMonth());
        QTest::keyClick(&screen.window, Qt::Key_PageUp);
        QTest::keyClick(&screen.window, Qt::Key_PageDown);
        QCOMPARE(wanted, (QStringList{{}, u"2026-09-01"_s, u"2026-10-01"_s}));
    }

    void figuresOfAMonthLeadToTheirTickets_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QList<Qt::Key>>("keys");
        QTest::addColumn<QString>("asked");
        using Keys = QList<Qt::Key>;
        QTest::newRow("numbers given") << u"tile0"_s << Keys{Qt::Key_Return} << u"tickets 0 0 H"_s;
        QTest::newRow("dossiers") << u"tile1"_s << Keys{Qt::Key_Space} << u"period 0 0 H"_s;
        QTest::newRow("waits") << u"tile3"_s << Keys{Qt::Key_Return} << u"waits 0 0 H"_s;
        QTest::newRow("an hour") << u"hours"_s << Keys{Qt::Key_Down, Qt::Key_Return}
                                 << u"tickets 8 0 H"_s;
        QTest::newRow("an hour of a weekday")
            << u"hours"_s << Keys{Qt::Key_Right, Qt::Key_Right, Qt::Key_Return}
            << u"tickets 7 2 H"_s;
        QTest::newRow("no day before Monday")
            << u"hours"_s << Keys{Qt::Key_Right, Qt::Key_Left, Qt::Key_Left, Qt::Key_Return}
            << u"tickets 7 0 H"_s;
    }

    /// Of what is chosen only.
    void figuresOfAMonthLeadToTheirTickets()
    {
        QFETCH(QString, part);
        QFETCH(QList<Qt::Key>, keys);
        QFETCH(QString, asked);
        Screen screen;
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        screen.window.month().setChoices(sampleChoices());
        screen.window.month().present(sampleMonth());
        auto *group = screen.window.findChild<QComboBox *>(u"group"_s);
        QCOMPARE(group->itemText(2), u"H – Civil status"_s);
        group->setCurrentIndex(2);
        QString told;
        connect(&screen.window.reports(), &ReportsPage::reportWanted, this,
                [&told](ReportKind kind, const QDate &from, const QDate &to,
                        const Selection &selection) {
                    QCOMPARE(from, QDate(2026, 10, 1));
                    QCOMPARE(to, QDate(2026, 10, 31));
                    told = u"%1 %2 %3 %4"_s.arg(word(kind))
                               .arg(selection.hour.value_or(0))
                               .arg(selection.weekday.value_or(0))
                               .arg(selection.group);
                });
        auto *widget = screen.window.month().findChild<QWidget *>(part);
        if (auto *table = qobject_cast<FigureTable *>(widget)) {
            table->showRow(0);
            widget = QApplication::focusWidget();
        }
        for (const Qt::Key key : keys) {
            QTest::keyClick(widget, key);
        }
        QCOMPARE(told, asked);
    }

    void selectionAsksForItsMonth()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        screen.window.month().setChoices(sampleChoices());
        screen.window.month().present(sampleMonth());
        Selection wanted;
        QString years;
        connect(&screen.window.month(), &MonthPage::monthWanted, this,
                [&wanted](const QDate &, const Selection &selection) { wanted = selection; });
        connect(&screen.window.month(), &MonthPage::yearsWanted, this,
                [&years](const QDate &day, const QString &group) {
                    years = day.toString(Qt::ISODate) + u' ' + group;
                });
        const auto choose = [&screen](const QString &name, int downs) {
            auto *combo = screen.window.findChild<QComboBox *>(name);
            combo->setFocus();
            for (int i = 0; i < downs; ++i) {
                QTest::keyClick(combo, Qt::Key_Down);
            }
        };
        choose(u"group"_s, 1);
        screen.window.month().setChoices(sampleChoices()); // the branch is back
        QCOMPARE(screen.window.findChild<QComboBox *>(u"group"_s)->currentIndex(), 1);
        QCOMPARE(wanted, (Selection{.group = u"C"_s}));
        choose(u"procedure"_s, 1);
        choose(u"counter"_s, 2);
        choose(u"end"_s, 2);
        QCOMPARE(wanted, (Selection{.group = u"C"_s,
                                    .procedure = u"1.004873"_s,
                                    .counter = 2,
                                    .end = LegState::NoShow}));
        QTest::keyClick(&screen.window, Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(years, u"2026-10-01 C"_s);
        screen.window.month().present(sampleMonth()); // asked for before
        QVERIFY(screen.window.findChild<QWidget *>(u"calendar"_s)->isVisible());
        screen.window.month().presentYears(sampleYears());
        auto *calendar = screen.window.findChild<QWidget *>(u"yearsCalendar"_s);
        QVERIFY(calendar->isVisible());
        wanted = {};
        QTest::keyClick(calendar, Qt::Key_End);
        QTest::keyClick(calendar, Qt::Key_Left);
        QTest::keyClick(calendar, Qt::Key_Return); // the month of that day
        QCOMPARE(wanted.group, u"C"_s);
        screen.window.month().present(sampleMonth());
        QVERIFY(!calendar->isVisible());
    }

    void aPcWithoutACentrePromisesNoSync()
    {
        Screen screen;
        SyncPage &page = screen.window.sync();
        const auto *next = page.findChild<QWidget *>(u"value4"_s);
        const auto *about = page.findChild<QWidget *>(u"about"_s);
        QVERIFY(!about->isHidden());
        page.setUnavailable(u"No centre is named."_s);
        QCOMPARE(next->accessibleName(), u"–"_s);
        QVERIFY(about->isHidden());
        page.present({.syncedAt = 1}); // the branch's server does it
        QCOMPARE(next->accessibleName(), u"tonight, if the nightly timer is set up"_s);
        QVERIFY(!about->isHidden());
    }

    void aSyncTellsTheBranchsTimeAndKeepsTheKeyboard()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QTest::keyClick(&screen.window, Qt::Key_6, Qt::ControlModifier);
        SyncPage &page = screen.window.sync();
        page.present({.syncedAt = 1'795'971'600'000, // 2026-11-29T17:00Z
                      .failures = 2,
                      .nextTryAt = 1'795'971'600'000,
                      .zone = QTimeZone("Asia/Ho_Chi_Minh")});
        const auto words = [&page](const char *name) {
            return page.findChild<QWidget *>(QString::fromLatin1(name))->accessibleName();
        };
        QCOMPARE(words("value0"), u"30/11/2026 00:00"_s);
        QCOMPARE(words("value4"), u"from 30/11/2026 00:00 on, after 2 attempts that failed"_s);
        const auto *start = page.findChild<QWidget *>(u"sync"_s);
        const auto *stop = page.findChild<QWidget *>(u"stopSync"_s);
        QCOMPARE(QApplication::focusWidget(), start);
        QTest::keyClick(&screen.window, Qt::Key_F5);
        QCOMPARE(QApplication::focusWidget(), stop);
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), stop);
        page.setOutcome(u"Stopped."_s);
        QCOMPARE(QApplication::focusWidget(), start);
    }

    void howLongASyncTakesIsToldOnceItIsKnown()
    {
        SyncPace pace;
        SyncProgress progress{.rows = 800, .bytes = 1'200'000, .cursor = 1000, .head = 4000};
        QCOMPARE(pace.secondsLeft(progress, 2000), std::nullopt);
        Screen screen;
        SyncPage &page = screen.window.sync();
        const auto *words = page.findChild<QWidget *>(u"outcome"_s);
        page.sync();
        page.setProgress(progress, {});
        QCOMPARE(words->accessibleName(), u"800 rows, 1.2 MB"_s);
        progress.cursor = 2000;
        page.setProgress(progress, pace.secondsLeft(progress, 4000));
        QCOMPARE(words->accessibleName(), u"800 rows, 1.2 MB, 8 s left"_s);
    }

    void keysOpenTheSections()
    {
        Screen screen;
        screen.window.setToday(sampleToday());
        QVERIFY(!screen.window.reports().isVisible());
        QTest::keyClick(&screen.window, Qt::Key_3, Qt::ControlModifier);
        QVERIFY(screen.window.reports().isVisible());
        QVERIFY(screen.window.reports().isAncestorOf(QApplication::focusWidget()));
        screen.window.setToday(sampleToday()); // figures that come do not take the page away
        QVERIFY(screen.window.reports().isVisible());
        QVERIFY(screen.window.reports().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(screen.window.month().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(&screen.window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!screen.window.reports().isVisible());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    loadFonts();
    setProgramLanguage(Language::English);
    ManagerWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "managerwindowtest.moc"
