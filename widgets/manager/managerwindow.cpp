// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/managerwindow.h"

#include "counter/deskparts.h"
#include "manager/inboxpage.h"
#include "manager/managertexts.h"
#include "manager/monthpage.h"
#include "manager/pageparts.h"
#include "manager/rail.h"
#include "manager/reportspage.h"
#include "manager/rosterpage.h"
#include "manager/syncpage.h"
#include "manager/todaypage.h"
#include "shared/emptystate.h"
#include "shared/errortext.h"
#include "shared/focusring.h"
#include "shared/statusstrip.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <memory>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

/// Older figures are told to be old.
constexpr qint64 StaleAfterMs = 30'000;

/// What the system's setting for larger text asks for; small text is not made smaller.
double systemScale()
{
    constexpr double Usual = 96; // dots per inch
    return qMax(1.0, QGuiApplication::primaryScreen()->logicalDotsPerInch() / Usual);
}

} // namespace

std::function<qint64()> ManagerWindow::steadyClock()
{
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return timer->elapsed(); };
}

Look ManagerWindow::lookOf(const ManagerSettings &settings)
{
    return {.palette = settings.highContrast ? Palette::HighContrast : Palette::Light,
            .scale = settings.textScale * systemScale(),
            .language = settings.language};
}

ManagerWindow::ManagerWindow(const ManagerSettings &settings, std::function<qint64()> clock,
                             QWidget *parent)
    : QWidget(parent)
    , m_look(lookOf(settings))
    , m_clock(std::move(clock))
    , m_pages(new QStackedLayout)
    , m_loading(new EmptyState(m_look, this))
    , m_page(new TodayPage(m_look, this))
    , m_area(scrollArea(*m_page, this))
    , m_month(new MonthPage(m_look, this))
    , m_reports(new ReportsPage(m_look, this))
    , m_inbox(new InboxPage(m_look, this))
    , m_roster(new RosterPage(m_look, this))
    , m_sync(new SyncPage(m_look, this))
    , m_rail(new Rail(m_look, ManagerTexts::tr("Branch management"), this))
    , m_strip(new StatusStrip(m_look, this))
    , m_ring(new FocusRing(m_look, FocusRing::Face::Desk, this))
{
    setWindowTitle(tr("Branch management"));
    m_loading->setIconName("clock"_L1);
    m_loading->setWords(tr("Reading the day's figures…"), {});
    m_loading->setAccessibleName(tr("Reading the day's figures…"));
    m_pages->addWidget(m_loading);
    m_pages->addWidget(m_area);
    m_pages->addWidget(m_month);
    m_pages->addWidget(m_reports);
    m_pages->addWidget(m_inbox);
    m_pages->addWidget(m_roster);
    m_pages->addWidget(m_sync);

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    m_rail->setObjectName(u"rail"_s);
    const std::array<std::tuple<QString, QLatin1StringView, Section>, 6> sections{
        {{tr("Today"), "chart"_L1, Section::Today},
         {tr("By month"), "calendar"_L1, Section::Month},
         {tr("Reports"), "book"_L1, Section::Reports},
         {tr("Comments"), "smile"_L1, Section::Inbox},
         {tr("Roster"), "people"_L1, Section::Roster},
         {tr("Sync"), "server"_L1, Section::Sync}}};
    int number = 0;
    for (const auto &[text, icon, section] : sections) {
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++));
        const auto go = [this, section = section] {
            open(section);
            m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
            if (section == Section::Month) {
                m_month->refresh();
            } else if (section == Section::Reports) {
                m_reports->setWayOut(false);
                m_reports->refresh();
            } else if (section == Section::Inbox) {
                m_inbox->refresh();
            } else if (section == Section::Roster) {
                m_roster->refresh();
            } else if (section == Section::Sync) {
                Q_EMIT standingWanted();
            }
        };
        connect(&m_rail->add(text, icon, key.toString()), &QAbstractButton::clicked, this, go);
        addKey(*this, key, go);
    }
    line->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addLayout(m_pages, 1);
    line->addLayout(column, 1);
    m_strip->hide();
    m_ring->raise();
    for (const QScrollBar *bar : {m_area->verticalScrollBar(), m_area->horizontalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, m_ring, [this] { m_ring->setLook(m_look); });
    }

    const auto saveMonth = [this] {
        if (m_month->askReport()) {
            m_reports->save(ReportFormat::Csv);
        }
    };
    addKey(*this, Qt::CTRL | Qt::Key_E, [this, saveMonth] {
        if (m_section == Section::Reports) {
            m_reports->save(ReportFormat::Csv);
        } else if (m_section == Section::Month) {
            saveMonth();
        } else if (m_section == Section::Today) {
            exportToday();
        }
    });
    const auto printToday = [this] {
        if (m_today) {
            openReports();
            m_reports->ask(ReportKind::Daily, m_today->day.businessDate, m_today->day.businessDate);
            m_reports->print();
        }
    };
    const auto printMonth = [this] {
        if (m_month->askReport()) {
            m_reports->print();
        }
    };
    addKey(*this, Qt::CTRL | Qt::Key_P, [this, printToday, printMonth] {
        if (m_section == Section::Reports) {
            m_reports->print();
        } else if (m_section == Section::Month) {
            printMonth();
        } else if (m_section == Section::Today) {
            printToday();
        }
    });
    const auto within = [this](Section section, const QKeySequence &key,
                               const std::function<void()> &action) {
        addKey(*this, key, [this, section, action] {
            if (m_section == section) {
                action();
            }
        });
    };
    const auto inReports = [within](const QKeySequence &key, const std::function<void()> &action) {
        within(Section::Reports, key, action);
    };
    for (const auto &[key, step] :
         {std::pair(Qt::Key_PageUp, -1), std::pair(Qt::Key_PageDown, 1)}) {
        addKey(*this, key, [this, step = step] {
            if (m_section == Section::Month) {
                m_month->turn(step);
            } else if (m_section == Section::Roster) {
                m_roster->turn(step);
            }
        });
    }
    within(Section::Month, Qt::CTRL | Qt::Key_Y, [this] { m_month->showYears(); });
    inReports(Qt::CTRL | Qt::Key_L, [this] { m_reports->save(ReportFormat::Xlsx); });
    inReports(Qt::CTRL | Qt::Key_D, [this] { m_reports->save(ReportFormat::Pdf); });
    // One key, one action: the page that is open says what it does.
    addKey(*this, Qt::Key_F5, [this] {
        if (m_section == Section::Reports) {
            m_reports->ask();
        } else if (m_section == Section::Sync) {
            m_sync->sync();
        }
    });
    addKey(*this, Qt::Key_Escape, [this] {
        if (m_section == Section::Reports) {
            m_reports->stop();
        } else if (m_section == Section::Sync) {
            m_sync->stop();
        } else if (m_section == Section::Inbox) {
            m_inbox->leaveForm();
        } else if (m_section == Section::Month) {
            m_month->leaveYears();
        }
    });
    connect(m_page, &TodayPage::exportAsked, this, &ManagerWindow::exportToday);
    connect(m_page, &TodayPage::printAsked, this, printToday);
    connect(m_month, &MonthPage::exportAsked, this, saveMonth);
    connect(m_month, &MonthPage::printAsked, this, printMonth);
    connect(m_reports, &ReportsPage::left, this, [this] {
        open(m_cameFrom);
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_reports, &ReportsPage::fileWanted, this, &ManagerWindow::fileWanted);
    connect(m_month, &MonthPage::dayChosen, this, [this](const QDate &day) {
        openReports();
        m_reports->ask(ReportKind::Daily, day, day);
    });
    connect(
        m_month, &MonthPage::reportWanted, this,
        [this](ReportKind kind, const QDate &from, const QDate &to, const Selection &selection) {
            openReports();
            m_reports->ask(kind, from, to, selection);
        });
    connect(m_page, &TodayPage::rosterWanted, this, [this] {
        open(Section::Roster);
        m_roster->setFocus(Qt::OtherFocusReason);
        m_roster->showToday();
    });
    connect(m_page, &TodayPage::paperChanged, this, &ManagerWindow::paperChanged);
    connect(m_page, &TodayPage::reminderWanted, this, &ManagerWindow::reminderWanted);
    connect(&m_tick, &QTimer::timeout, this, &ManagerWindow::refresh);
    m_tick.start(1s);
    setMinimumSize(qMin(m_look.px(800), 800), qMin(m_look.px(560), 560));
    open(Section::Today);
}

void ManagerWindow::open(Section section)
{
    m_section = section;
    m_rail->choose(static_cast<size_t>(section));
    switch (section) {
    case Section::Today:
        m_pages->setCurrentWidget(m_today ? static_cast<QWidget *>(m_area) : m_loading);
        break;
    case Section::Month:
        m_pages->setCurrentWidget(m_month);
        break;
    case Section::Reports:
        m_pages->setCurrentWidget(m_reports);
        break;
    case Section::Inbox:
        m_pages->setCurrentWidget(m_inbox);
        break;
    case Section::Roster:
        m_pages->setCurrentWidget(m_roster);
        break;
    case Section::Sync:
        m_pages->setCurrentWidget(m_sync);
        break;
    }
}

/// With the keyboard, for what was asked for elsewhere.
void ManagerWindow::openReports()
{
    m_cameFrom = m_section;
    open(Section::Reports);
    m_reports->setWayOut(true);
    m_reports->setFocus(Qt::OtherFocusReason);
}

void ManagerWindow::setToday(const BranchToday &today)
{
    m_today = today;
    m_takenAt = m_clock();
    m_isOffline = false;
    m_strip->hide();
    const int number = today.hall.branch.number;
    m_rail->present(QString::number(number), ManagerTexts::tr("Head of branch %1").arg(number));
    m_page->present(today);
    fitToday();
    m_reports->setDay(today.day.businessDate);
    open(m_section);
    if (m_section == Section::Inbox) {
        m_inbox->refresh();
    } else if (m_section == Section::Roster) {
        m_roster->refresh();
    }
    refresh();
}

void ManagerWindow::setOffline(const Error &why)
{
    if (std::exchange(m_isOffline, true)) {
        return;
    }
    m_strip->setNotice(Tone::Warn, "wifi"_L1,
                       m_today ? tr("Offline since %1. The figures are from then; they go on by "
                                    "themselves.")
                                     .arg(clockText(m_today->hall.branchNow, *m_today))
                               : errorText(why));
    m_strip->show();
}

void ManagerWindow::setNote(const QString &words)
{
    if (m_section == Section::Reports) {
        m_reports->setNote(words);
    } else {
        m_page->setNote(words);
    }
}

void ManagerWindow::refresh()
{
    if (!m_today) {
        return;
    }
    const bool isStale = m_clock() - m_takenAt > StaleAfterMs;
    const QString at = clockText(m_today->hall.branchNow, *m_today, "HH:mm:ss");
    m_page->setAge(isStale ? tr("Figures of %1").arg(at) : tr("Updated %1").arg(at), isStale);
}

void ManagerWindow::exportToday()
{
    if (!m_today) {
        return;
    }
    std::map<QString, Bilingual> names;
    for (const GroupLoad &load : m_today->hall.groups) {
        names.emplace(load.group.letter, load.group.name);
    }
    Q_EMIT fileWanted(tableOf(m_today->day, names), ReportFormat::Csv);
}

/// The area itself has its new width only after the layout.
void ManagerWindow::fitToday()
{
    m_page->fit(width() - m_look.px(designNumber("layout.manager.nav"_L1)));
}

void ManagerWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitToday();
}

void ManagerWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.page"_L1));
}

} // namespace motcua
