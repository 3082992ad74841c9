// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citywindow.h"

#include "counter/deskparts.h"
#include "manager/citymonthpage.h"
#include "manager/citypage.h"
#include "manager/citytexts.h"
#include "manager/pageparts.h"
#include "manager/rail.h"
#include "shared/emptystate.h"
#include "shared/errortext.h"
#include "shared/focusring.h"
#include "shared/statusstrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

/// It is read every minute; older figures are told to be old.
constexpr qint64 StaleAfterMs = 180'000;

CityWindow::CityWindow(const ManagerSettings &settings, const QDate &today,
                       std::function<qint64()> clock, QWidget *parent)
    : QWidget(parent)
    , m_look(ManagerWindow::lookOf(settings))
    , m_clock(std::move(clock))
    , m_pages(new QStackedLayout)
    , m_loading(new EmptyState(m_look, this))
    , m_page(new CityPage(m_look, today, this))
    , m_month(new CityMonthPage(m_look, today, this))
    , m_rail(new Rail(m_look, CityTexts::tr("The city"), this))
    , m_strip(new StatusStrip(m_look, this))
    , m_ring(new FocusRing(m_look, FocusRing::Face::Desk, this))
{
    setWindowTitle(tr("All branches of the city"));
    m_loading->setObjectName(u"loading"_s);
    m_loading->setIconName("clock"_L1);
    m_loading->setWords(tr("Reading the city's figures…"), {});
    m_loading->setAccessibleName(tr("Reading the city's figures…"));
    m_pages->addWidget(m_loading);
    m_pages->addWidget(m_page);
    m_pages->addWidget(m_month);

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    m_rail->setObjectName(u"rail"_s);
    m_rail->present({}, CityTexts::tr("Figures that the branches sent at night"));
    const std::array<std::tuple<QString, QLatin1StringView, Section>, 2> sections{
        {{tr("Branches"), "house"_L1, Section::Branches},
         {tr("By month"), "calendar"_L1, Section::Month}}};
    int number = 0;
    for (const auto &[text, icon, section] : sections) {
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++));
        const auto go = [this, section = section] {
            open(section);
            m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
            m_page->refresh(); // how branches stand is also the month's affair
            if (section == Section::Month) {
                m_month->ask({}); // whatever branch was opened before
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

    const std::array<std::pair<Qt::Key, ReportFormat>, 3> files{{{Qt::Key_E, ReportFormat::Csv},
                                                                 {Qt::Key_L, ReportFormat::Xlsx},
                                                                 {Qt::Key_D, ReportFormat::Pdf}}};
    const auto save = [this](ReportFormat format) {
        if (m_days) {
            Q_EMIT fileWanted(tableOf(*m_days), format);
        }
    };
    for (const auto &[key, format] : files) {
        addKey(*this, Qt::CTRL | key, [this, save, format = format] {
            if (m_section == Section::Branches) {
                save(format);
            }
        });
    }
    const auto turn = [this](int by) {
        if (m_section == Section::Branches) {
            m_page->turn(by);
        } else {
            m_month->turn(by);
        }
    };
    addKey(*this, Qt::Key_PageUp, [turn] { turn(-1); });
    addKey(*this, Qt::Key_PageDown, [turn] { turn(1); });
    addKey(*this, Qt::Key_F5, [this] { refresh(); });
    addKey(*this, Qt::Key_Escape, [this] {
        if (m_days) {
            open(Section::Branches);
            m_page->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(m_page, &CityPage::fileAsked, this, save);
    connect(m_page, &CityPage::daysWanted, this, &CityWindow::daysWanted);
    connect(m_page, &CityPage::branchChosen, this, [this](const QString &code) {
        open(Section::Month);
        m_month->setFocus(Qt::ShortcutFocusReason);
        m_month->ask(code);
    });
    connect(m_month, &CityMonthPage::monthWanted, this, &CityWindow::monthWanted);
    connect(m_month, &CityMonthPage::dayAsked, this, [this](const QDate &day) {
        open(Section::Branches);
        m_page->setFocus(Qt::ShortcutFocusReason);
        m_page->ask(day);
    });
    connect(&m_tick, &QTimer::timeout, this, &CityWindow::tellAge);
    m_tick.start(1s);
    setMinimumSize(qMin(m_look.px(800), 800), qMin(m_look.px(560), 560));
    open(Section::Branches);
}

void CityWindow::open(Section section)
{
    m_section = section;
    m_rail->choose(static_cast<size_t>(section));
    if (!m_days) {
        m_pages->setCurrentWidget(m_loading);
    } else if (section == Section::Branches) {
        m_pages->setCurrentWidget(m_page);
    } else {
        m_pages->setCurrentWidget(m_month);
    }
}

void CityWindow::refresh()
{
    m_page->refresh(); // how branches stand is also the month's affair
    if (m_section == Section::Month) {
        m_month->refresh();
    }
}

void CityWindow::setDays(const CityDays &days)
{
    const bool isFirst = !m_days.has_value();
    m_days = days;
    m_takenAt = m_clock();
    m_isOffline = false;
    m_strip->hide();
    m_page->present(days);
    m_month->setBranches(days);
    open(m_section);
    if (isFirst) { // before, there was nothing to give it to
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
    tellAge();
}

void CityWindow::setMonth(const CityMonth &month)
{
    m_month->present(month);
}

void CityWindow::setCatalogue(const std::map<QString, Bilingual> &names,
                              const std::optional<WorkingCalendar> &hours)
{
    m_month->setCatalogue(names, hours);
}

void CityWindow::setOffline(const Error &why)
{
    if (std::exchange(m_isOffline, true)) {
        return;
    }
    if (!m_days) {
        m_loading->setIconName("wifi"_L1);
        const QString title = tr("The centre cannot be read yet.");
        const QString sentence = tr("It is tried again every few seconds.");
        m_loading->setWords(title, sentence);
        m_loading->setAccessibleName(title + u' ' + sentence);
    }
    m_strip->setNotice(Tone::Warn, "wifi"_L1,
                       m_days
                           ? tr("The centre has not answered since %1. The figures are from then; "
                                "they go on by themselves.")
                                 .arg(momentText(m_days->readAt, m_days->readAt))
                           : errorText(why));
    m_strip->show();
}

void CityWindow::setNote(const QString &words)
{
    m_page->setNote(words);
}

void CityWindow::tellAge()
{
    if (!m_days) {
        return;
    }
    const bool isStale = m_clock() - m_takenAt > StaleAfterMs;
    const QString at = momentText(m_days->readAt, m_days->readAt);
    m_page->setAge(isStale ? tr("Figures of %1").arg(at) : tr("Read %1").arg(at), isStale);
}

void CityWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.page"_L1));
}

} // namespace motcua
