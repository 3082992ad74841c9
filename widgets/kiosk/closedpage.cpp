// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/closedpage.h"

#include "core/qrcode.h"
#include "shared/qrview.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// A white panel with hairlines between its rows.
class HoursBox : public QWidget
{
public:
    HoursBox(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const KioskColors colors(m_look);
        paintBox(painter, rect(), colors.card, colors.line, m_look.px(3), m_look.px(24));
        const auto rows = findChildren<Tile *>(QString(), Qt::FindDirectChildrenOnly);
        for (qsizetype i = 1; i < rows.size(); ++i) {
            painter.fillRect(QRect(rows[i]->x(), rows[i]->y(), rows[i]->width(), m_look.px(2)),
                             colors.line);
        }
    }

private:
    Look m_look;
};

QString sessionsText(const std::vector<Session> &sessions)
{
    QStringList lines;
    for (const Session &session : sessions) {
        lines.append(hourText(session.opens) + u" – "_s + hourText(session.closes));
    }
    return lines.join(u'\n');
}

} // namespace

QString ClosedPage::reason(Language language) const
{
    switch (view().closed) {
    case ClosedReason::Break:
        return kioskText(language, kiosktext::LunchUntil)
            .arg(view().opening.opensAt ? hourText(view().opening.opensAt->time) : QString());
    case ClosedReason::DayOff:
        return kioskText(language, kiosktext::ClosedToday);
    case ClosedReason::BeforeOpening:
        return kioskText(language, kiosktext::NotOpenYet);
    case ClosedReason::Full:
        return kioskText(language, kiosktext::AllTaken);
    case ClosedReason::DayNotOpen:
        return kioskText(language, kiosktext::DayNotOpen);
    case ClosedReason::NoServer:
        return kioskText(language, kiosktext::ClosedNoServer);
    case ClosedReason::AfterLast:
    case ClosedReason::None:
        break;
    }
    return kioskText(language, kiosktext::NoMoreToday);
}

QString ClosedPage::opening(Language language) const
{
    const auto &at = view().opening.opensAt;
    if (!at) {
        return {};
    }
    constexpr int Noon = 12;
    const QString hour =
        kioskText(language, at->time.hour() < Noon ? kiosktext::Morning : kiosktext::Afternoon)
            .arg(language == Language::Vietnamese
                     ? hourText(at->time)
                     : at->time.toString(u"h:mm ap"_s).section(u' ', 0, 0));
    if (at->date == view().now.date) {
        return kioskText(language, kiosktext::Today).arg(hour);
    }
    const QString day = weekdayText(at->date, language);
    return kioskText(language, at->date == view().now.date.addDays(1) ? kiosktext::Tomorrow
                                                                      : kiosktext::OnDay)
        .arg(hour, day);
}

std::vector<std::pair<Bilingual, QString>> ClosedPage::hours() const
{
    const auto &week = view().catalogue.calendar.week;
    if (std::ranges::all_of(week, &std::vector<Session>::empty)) {
        return {}; // it never heard of its branch: nothing is said about its hours
    }
    const QDate monday(2026, 11, 16); // any Monday: only the names are wanted
    std::vector<std::pair<Bilingual, QString>> rows;
    for (size_t day = 0; day < week.size();) {
        size_t last = day;
        while (last + 1 < week.size() && week[last + 1] == week[day]) {
            ++last;
        }
        const auto name = [&](Language language) {
            const QString first = weekdayText(monday.addDays(static_cast<qint64>(day)), language);
            return last == day
                       ? first
                       : first + u" – "_s
                             + weekdayText(monday.addDays(static_cast<qint64>(last)), language);
        };
        Bilingual names{name(Language::Vietnamese), name(Language::English)};
        QString text = sessionsText(week[day]);
        if (text.isEmpty()) {
            text = led(kiosktext::Closed) + u" · "_s + seconded(kiosktext::Closed);
            if (last + 1 == week.size()) {
                const auto joined = [&](Language language, const QString &days) {
                    const QString all = kioskText(language, kiosktext::SundayHolidays);
                    return last == day ? all : days + u',' + all.section(u',', 1);
                };
                names = {joined(Language::Vietnamese, names.vi),
                         joined(Language::English, names.en)};
            }
        }
        rows.emplace_back(names, text);
        day = last + 1;
    }
    return rows;
}

QString ClosedPage::shape() const
{
    return u"%1 %2 %3"_s.arg(hours().size())
        .arg(view().opening.opensAt.has_value())
        .arg(view().portalUrl);
}

void ClosedPage::build()
{
    const bool rail = view().hasRail();
    const bool low = view().isLow();
    constexpr int PortraitTop = 56;
    auto *root = new QHBoxLayout(this);
    root->setContentsMargins(0, 0, 0, 0);
    root->setSpacing(0);
    auto *info = new QVBoxLayout;
    auto *body = rail ? new QVBoxLayout : info;
    info->setSpacing(0);
    body->setSpacing(0);
    if (rail) {
        info->setContentsMargins(px(48), railTop(), px(44), px(40));
        body->setContentsMargins(px(48), px(40), px(48), px(40));
        auto *place = new QWidget(this);
        place->setFixedWidth(px(576));
        place->setLayout(info);
        root->addWidget(place);
        root->addLayout(body, 1);
    } else {
        info->setContentsMargins(px(48), px(view().landscape ? 20 : PortraitTop), px(48), px(16));
        root->addLayout(info);
    }
    m_title = heading(u"title"_s);
    info->addWidget(m_title);
    if (rail) {
        info->addStretch(1);
    } else {
        info->addSpacing(px(view().landscape ? 16 : 44));
    }
    const int gap = px(view().landscape && low ? 14 : 28);
    m_next = nullptr;
    if (view().opening.opensAt) {
        m_next = heading(u"next"_s);
        body->addWidget(m_next);
        body->addSpacing(gap);
    }
    m_note = heading(u"note"_s);
    body->addWidget(m_note);
    body->addSpacing(gap);
    m_hours.clear();
    const auto rows = hours();
    auto *beside = new QHBoxLayout;
    beside->setSpacing(px(36));
    if (!(view().landscape && low) && !rows.empty()) {
        auto *box = new HoursBox(view().look, this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(px(40), px(14), px(40), px(14));
        column->setSpacing(0);
        for (size_t i = 0; i < rows.size(); ++i) {
            auto *row = new Tile(Tile::Role::Panel, box);
            row->setObjectName(u"hours%1"_s.arg(i));
            column->addWidget(row);
            m_hours.push_back(row);
        }
        if (rail) {
            beside->addWidget(box, 5);
        } else {
            body->addWidget(box);
            body->addSpacing(gap);
        }
    }
    m_online = nullptr;
    if (!view().portalUrl.isEmpty()) {
        auto *row = new QBoxLayout(rail ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        row->setSpacing(px(rail ? 12 : 36));
        auto *qr = new QrView(view().look, this);
        qr->setCode(qrCode(view().portalUrl.toUtf8()));
        constexpr int Side = 268;
        constexpr int SmallSide = 203;
        const int side = px(view().landscape ? SmallSide : Side);
        qr->setFixedSize(side, side);
        qr->setAccessibleName(view().portalUrl);
        row->addWidget(qr);
        m_online = heading(u"online"_s);
        row->addWidget(m_online, 1);
        if (rail) {
            row->addStretch(1);
            beside->addLayout(row, 3);
        } else {
            body->addLayout(row);
        }
    }
    body->addLayout(beside);
    body->addStretch(1);
    std::vector<Tile *> second{m_note, m_title};
    if (m_online) {
        second.insert(second.begin(), m_online);
    }
    second.insert(second.end(), m_hours.rbegin(), m_hours.rend());
    givesWay(second);
}

void ClosedPage::fill()
{
    const Look &look = view().look;
    TileSpec title;
    title.padding = {0, 0, 0, 0};
    title.gap = 40;
    const QString icon = view().closed == ClosedReason::Break      ? u"cup"_s
                         : view().closed == ClosedReason::NoServer ? u"wifi"_s
                                                                   : u"moon"_s;
    title.door = {.letter = {}, .icon = icon, .width = 168};
    const bool isLong = view().closed == ClosedReason::NoServer;
    const TextType rail = isLong ? TextType{44, 60, 800} : TextType{56, 76, 800};
    title.lines = {
        para(reason(lead()), view().hasRail() ? rail : kiosktype::TitleClosed, infoText()),
        para(reason(other()).replace(u'\n', u' '), kiosktype::Lead, infoSecond())};
    if (view().hasRail()) {
        title.flow = TileSpec::Flow::Column;
        title.gap = 32;
        if (isLong && look.textScale > 1) {
            title.door.width = 0; // what is said matters more
        }
    } else {
        title.door.width = view().landscape ? 110 : 168; // the whole of it must fit one screen
        m_title->setMinimumHeight(px(title.door.width * 1.34));
    }
    m_title->setSpec(title, look);
    if (m_next) {
        TileSpec spec;
        spec.fill = colors().brandRaised;
        spec.border = colors().cardBorder;
        spec.borderWidth = look.palette == Palette::HighContrast ? 4 : 0;
        spec.radius = 24;
        spec.padding = {40, 34, 40, 34};
        const LocalTime &at = *view().opening.opensAt;
        const QString when = opening(lead());
        const QString hour = when.section(u' ', 0, 0);
        const QString english =
            u"%1 %2, %3"_s.arg(weekdayText(at.date, Language::English),
                               QLocale(QLocale::English).toString(at.date, u"d MMMM"_s),
                               QLocale(QLocale::English).toString(at.time, u"h:mm ap"_s).toLower());
        const QString below = lead() == Language::Vietnamese
                                  ? at.date.toString(u"dd/MM/yyyy"_s) + u" · "_s + english
                                  : english + u" · "_s + opening(Language::Vietnamese);
        spec.lines = {
            para(led(kiosktext::OpenAgain) + u" · "_s + seconded(kiosktext::OpenAgain),
                 kiosktype::Lead, colors().onBrandSecond),
            emphasized(para(when, when.size() > 24 ? TextType{58, 78, 800} : kiosktype::Opening,
                            colors().onBrand),
                       hour, kiosktype::Opening.weight, colors().accent),
            para(below, kiosktype::Lead, colors().onBrandSecond)};
        m_next->setSpec(spec, look);
    }
    TileSpec note;
    const bool evening = view().closed == ClosedReason::AfterLast
                         || view().closed == ClosedReason::Break
                         || view().closed == ClosedReason::Full;
    const char *words = evening ? kiosktext::StillCalled : kiosktext::HelpDesk;
    note.fill = colors().noteFill;
    note.border = colors().noteBorder;
    note.borderWidth = 3;
    note.radius = 24;
    note.padding = {35, 24, 35, 24};
    note.mark = {
        .name = evening ? u"ticket"_s : u"guide"_s, .size = 64, .color = colors().noteIcon};
    note.lines = {para(led(words), {34, 46, 700}, colors().noteText),
                  para(seconded(words), kiosktype::Body, colors().noteText)};
    m_note->setSpec(note, look);
    const auto rows = hours();
    for (size_t i = 0; i < m_hours.size(); ++i) {
        TileSpec row;
        row.padding = {0, 18, 0, 18};
        row.lines = {para(rows[i].first.in(lead()), {34, 46, 700}, colors().text),
                     para(rows[i].first.in(other()), kiosktype::Body, colors().second)};
        row.tag = para(rows[i].second, {34, 46, 700}, colors().text);
        m_hours[i]->setSpec(row, look);
    }
    if (m_online) {
        TileSpec online;
        online.padding = {0, 0, 0, 0};
        online.lines = {para(led(kiosktext::Online), kiosktype::Panel, colors().text),
                        para(led(kiosktext::ScanPortal), kiosktype::Aside, colors().second),
                        para(seconded(kiosktext::ScanPortal), kiosktype::Aside, colors().second)};
        if (view().hasRail()) {
            online.lines = {para(led(kiosktext::Online), kiosktype::BannerTitle, colors().text),
                            para(led(kiosktext::ScanPortal), kiosktype::Body, colors().second)};
        }
        m_online->setSpec(online, look);
    }
}

QString ClosedPage::summary() const
{
    QString words = reason(lead()).replace(u'\n', u' ');
    if (view().opening.opensAt) {
        words += u". "_s + led(kiosktext::OpenAgain) + u' ' + opening(lead());
    }
    return words;
}

} // namespace motcua
