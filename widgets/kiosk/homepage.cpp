// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/homepage.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int CardsOfAPage = 4; ///< where not all have room
constexpr int LoadingCards = 8;

/// A grey card that stands still while the groups are read.
class GreyCard : public QWidget
{
public:
    GreyCard(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const KioskColors colors(m_look);
        paintBox(painter, rect(), colors.card, colors.line, m_look.px(3), m_look.px(20));
        const bool plain = m_look.palette == Palette::HighContrast;
        const QColor grey = plain ? colors.card : colors.sunken;
        const double width = qMin<double>(m_look.px(88), height() * 0.5);
        DoorColors door{.fill = grey, .letter = grey, .icon = grey};
        paintDoor(painter, {double(m_look.px(24)), (height() - doorSize(width).height()) / 2},
                  width, m_look, door, {});
        const QRectF bar(m_look.px(48) + width, height() / 2.0 - m_look.px(18),
                         this->width() - width - m_look.px(96), m_look.px(36));
        paintBox(painter, bar, grey, {}, 0, m_look.px(8));
    }

private:
    Look m_look;
};

} // namespace

std::vector<GroupLoad> HomePage::shown() const
{
    const auto &groups = view().hall.groups;
    if (!isPaged()) {
        return groups;
    }
    const auto first =
        std::min<size_t>(static_cast<size_t>(view().cardsPage) * CardsOfAPage, groups.size());
    const auto last = std::min(first + CardsOfAPage, groups.size());
    return {groups.begin() + static_cast<std::ptrdiff_t>(first),
            groups.begin() + static_cast<std::ptrdiff_t>(last)};
}

bool HomePage::isPaged() const
{
    return view().comfort.largerText || hasFew();
}

bool HomePage::mayHaveFew() const
{
    return !isPaged() && view().hasHall;
}

int HomePage::pages() const
{
    const int count = static_cast<int>(view().hall.groups.size());
    return isPaged() ? (count + CardsOfAPage - 1) / CardsOfAPage : 1;
}

QString HomePage::shape() const
{
    QString letters;
    for (const GroupLoad &load : shown()) {
        letters += load.group.letter;
    }
    return letters + u' ' + QString::number(pages()) + u' ' + QString::number(view().hasHall);
}

void HomePage::build()
{
    constexpr int PortraitTop = 36;
    const bool low = view().isLow();
    const bool rail = view().hasRail();
    Frame frame = makeFrame(false, PortraitTop);
    m_title = heading(u"title"_s);
    frame.info->addWidget(m_title);
    if (!low && !rail) {
        frame.info->addSpacing(px(22));
    }
    if (rail) {
        frame.nav->addStretch(1);
    }
    m_appointment = button(u"appointment"_s);
    m_appointment->setFixedHeight(px(low ? 108 : (rail ? 128 : 124) * view().look.textScale));
    connect(m_appointment, &QAbstractButton::clicked, this, &HomePage::appointmentWanted);
    frame.nav->addWidget(m_appointment);
    frame.nav->addSpacing(px(low ? 16 : 24));

    auto *grid = new QGridLayout;
    const int columns = low && view().landscape ? 4 : 2;
    constexpr int LowGap = 16;
    constexpr int RailGap = 24;
    constexpr int Gap = 20;
    grid->setSpacing(px(low ? LowGap : rail ? RailGap : Gap));
    const auto groups = shown();
    m_cards.clear();
    const size_t count = view().hasHall ? groups.size() : LoadingCards;
    for (size_t i = 0; i < count; ++i) {
        QWidget *card = nullptr;
        if (view().hasHall) {
            auto *tile = button(u"group"_s + groups[i].group.letter);
            const QString letter = groups[i].group.letter;
            connect(tile, &QAbstractButton::clicked, this,
                    [this, letter] { Q_EMIT groupChosen(letter); });
            tile->setSqueezed(!low);
            m_cards.push_back(tile);
            card = tile;
        } else {
            card = new GreyCard(view().look, this);
        }
        constexpr int RowHeight = 146;
        constexpr int CardHeight = 248;
        constexpr int CardLeast = 132;
        if (low) {
            card->setFixedHeight(px(RowHeight));
        } else {
            card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
            card->setMinimumHeight(px(CardLeast));
            if (!rail && !isPaged()) {
                card->setMaximumHeight(px(CardHeight));
            }
        }
        grid->addWidget(card, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    frame.controls->addLayout(grid, 1);
    m_more = nullptr;
    if (pages() > 1) {
        constexpr int PagingHeight = 112;
        m_more = button(u"more"_s);
        m_more->setFixedHeight(px(PagingHeight));
        connect(m_more, &QAbstractButton::clicked, this,
                [this] { Q_EMIT cardsPageWanted((view().cardsPage + 1) % pages()); });
        frame.controls->addSpacing(px(20));
        frame.controls->addWidget(m_more);
    }
    m_scan = nullptr;
    if (!low) {
        m_scan = heading(u"scan"_s);
        (rail ? frame.nav : frame.controls)->addSpacing(rail ? 0 : px(24));
        (rail ? frame.nav : frame.controls)->addWidget(m_scan);
        if (!rail) {
            m_scan->setMinimumHeight(px(124));
            frame.controls->addSpacing(px(32));
            frame.controls->addStretch(0);
        }
    } else {
        frame.controls->addStretch(1);
    }
    givesWay(m_scan ? std::vector<Tile *>{m_title, m_scan} : std::vector<Tile *>{m_title});
}

TileSpec HomePage::appointmentSpec() const
{
    const bool plain = view().look.palette == Palette::HighContrast;
    const QString title = led(kiosktext::HaveAppointment);
    const QString second = seconded(kiosktext::HaveAppointment);
    TileSpec spec;
    spec.padding = {28, 8, 28, 8};
    if (view().isLow()) {
        spec.fill = plain ? colors().card : colors().noteFill;
        spec.border = colors().noteBorder;
        spec.borderWidth = colors().border;
        Paragraph line = para(title + u"  "_s + second, {30, 50, 500},
                              plain ? colors().text : colors().noteText);
        spec.lines = {emphasized(line, title, QFont::Bold, colors().noteText)};
        spec.lines[0].emphasisStyle.font.setPixelSize(
            para({}, kiosktype::CardName, {}).style.font.pixelSize());
        spec.tail = {.name = u"chev"_s, .size = 44, .color = colors().noteText};
        return spec;
    }
    if (view().hasRail()) {
        spec.fill = colors().accent;
        spec.gap = 22;
        spec.mark = {.name = u"calendar"_s, .size = 60, .color = colors().accentText};
        spec.lines = {para(title, kiosktype::CardName, colors().accentText),
                      para(second, {28, 38, 500}, colors().accentText)};
        return spec;
    }
    spec.padding = {36, 8, 28, 8};
    spec.fill = colors().noteFill;
    spec.border = colors().noteBorder;
    spec.borderWidth = colors().border;
    spec.mark = {.name = u"calendar"_s, .size = 60, .color = colors().noteIcon};
    spec.lines = {para(title, kiosktype::Button, colors().noteText),
                  para(second, {28, 38, 500}, colors().noteText)};
    spec.tail = {.name = u"chev"_s, .size = 52, .color = colors().noteText};
    return spec;
}

TileSpec HomePage::scanSpec() const
{
    TileSpec spec;
    spec.dashed = true;
    spec.borderWidth = 3;
    if (view().hasRail()) {
        spec.fill = colors().brandRaised;
        spec.border = colors().brandLine;
        spec.padding = {24, 20, 24, 20};
        spec.gap = 22;
        spec.mark = {.name = u"idcard"_s, .size = 64, .color = colors().brandIcon};
        spec.lines = {para(led(kiosktext::PlaceCardShort), {32, 42, 700}, colors().onBrand),
                      para(seconded(kiosktext::PlaceCardShort).replace(u'\n', u' '),
                           kiosktype::Body, colors().onBrandSecond)};
        return spec;
    }
    spec.fill = view().look.palette == Palette::HighContrast
                    ? colors().card
                    : view().look.color("surface.readFromChip"_L1);
    spec.border = colors().icon;
    spec.padding = {28, 10, 28, 10};
    spec.mark = {.name = u"idcard"_s, .size = 72, .color = colors().icon};
    spec.lines = {para(led(kiosktext::PlaceCard), {34, 44, 700}, colors().text),
                  para(seconded(kiosktext::PlaceCard), {28, 38, 500}, colors().second)};
    spec.tail = {.name = u"down"_s,
                 .size = 56,
                 .color = colors().primaryText,
                 .box = 88,
                 .boxColor = colors().primary,
                 .round = true};
    return spec;
}

TileSpec HomePage::cardSpec(const GroupLoad &load) const
{
    const bool rail = view().hasRail();
    const QString letter = load.group.letter;
    QString name = load.group.name.in(lead());
    constexpr double NameWidth = 314; // of a card in portrait; longer names break at a comma
    if (!rail && para(name, kiosktype::CardName, {}).naturalWidth() > px(NameWidth)) {
        const auto comma = name.lastIndexOf(u", "_s);
        if (comma > 0) {
            name.replace(comma, 2, u",\n"_s);
        }
    }
    TileSpec spec;
    spec.fill = colors().card;
    spec.border = colors().cardBorder;
    spec.borderWidth = colors().border;
    spec.padding = rail ? QMarginsF{23, 9, 23, 7} : QMarginsF{23, 21, 14, 16};
    spec.gap = rail ? 24 : 22;
    spec.door = {.letter = letter, .icon = groupIcon(letter), .width = rail ? 88.0 : 104.0};
    spec.lines = {para(name, kiosktype::CardName, colors().text),
                  para(load.group.name.in(other()), kiosktype::Label, colors().second)};
    spec.lines[1].style.font.setWeight(QFont::Normal);
    spec.lineGap = 2;
    spec.foot.height = (rail ? 58 : 66) * view().look.textScale;
    spec.foot.fill = colors().metaFill;
    spec.foot.icon = u"people"_s;
    if (!load.takesNumbers) {
        spec.fill = colors().disabledFill;
        spec.border = colors().disabledBorder;
        spec.dashed = true;
        spec.foot.fill = colors().disabledFill;
        spec.foot.icon = u"pause"_s;
        spec.foot.left = para(led(kiosktext::NotTaking), {28, 40, 600}, colors().text);
        // Without the branch others may still get one there.
        spec.foot.right = view().offline
                              ? Paragraph()
                              : para(led(kiosktext::FullToday), {28, 40, 400}, colors().text);
    } else if (view().offline) {
        spec.foot.icon = u"ticket"_s;
        spec.foot.left = para(led(kiosktext::GetNumber), {28, 40, 500}, colors().metaText);
    } else {
        spec.foot.left = para(waitingText(load.waiting, lead()), {28, 40, 500}, colors().metaText);
        if (load.wait) {
            spec.foot.right =
                para(waitText(*load.wait, lead()), kiosktype::WaitTime, colors().metaText);
        }
    }
    constexpr int Around = 2 * 20 + 32 + 10 + 2 * 3 + 12; // padding, icon, border, a gap
    const int card = rail ? (view().page.width() - px(576 + 96 + 24)) / 2
                          : (view().page.width() - px(96 + 20)) / 2;
    spec.foot.stacked =
        spec.foot.left.naturalWidth() + spec.foot.right.naturalWidth() > card - px(Around);
    if (spec.foot.stacked) {
        spec.foot.height *= 1.55;
    }
    return spec;
}

TileSpec HomePage::rowSpec(const GroupLoad &load) const
{
    const QString letter = load.group.letter;
    // Rows are for one line: a third word of a list gives way.
    QString name = load.group.name.in(lead());
    if (name.count(u',') > 1) {
        name.truncate(name.lastIndexOf(u','));
    }
    TileSpec spec;
    spec.fill = colors().card;
    spec.border = colors().cardBorder;
    spec.borderWidth = colors().border;
    spec.radius = 18;
    spec.padding = {24, 8, 10, 8};
    spec.gap = 22;
    spec.door = {.letter = letter, .icon = {}, .width = view().landscape ? 60.0 : 80.0};
    QString second;
    QString wait;
    if (!load.takesNumbers) {
        spec.dashed = true;
        second = led(view().offline ? kiosktext::NotTaking : kiosktext::FullToday);
    } else if (view().offline) {
        second = led(kiosktext::GetNumber);
    } else if (load.wait) {
        wait = waitText(*load.wait, lead());
        if (load.wait->fromMinutes == 0) {
            wait = wait.toLower();
        }
        second = kioskText(lead(), kiosktext::People, load.waiting) + u" · "_s + wait;
    } else {
        second = waitingText(load.waiting, lead());
    }
    spec.lines = {para(name, {view().landscape ? 34.0 : 36.0, 48, 700}, colors().text),
                  emphasized(para(second, {view().landscape ? 28.0 : 30.0, 40, 400}, colors().text),
                             wait, QFont::Bold, colors().text)};
    return spec;
}

void HomePage::fill()
{
    const Look &look = view().look;
    TileSpec title;
    if (view().hasRail()) {
        title = titleSpec(led(kiosktext::Question), {}, kiosktype::TitleLandscape);
        title.lines[0].balanced = true;
        title.lines[1] = para(led(kiosktext::TouchABox) + u'\n' + seconded(kiosktext::TouchABox),
                              kiosktype::Lead, infoSecond());
        title.lineGap = 8;
    } else if (view().isLow()) {
        title = titleSpec(led(kiosktext::Question), seconded(kiosktext::Question),
                          view().landscape ? kiosktype::TitleLandscape : kiosktype::Title);
        title.lines[0].balanced = !view().landscape;
    } else {
        title = titleSpec(led(kiosktext::Question),
                          led(kiosktext::TouchABox) + u" · "_s + seconded(kiosktext::TouchABox),
                          kiosktype::Title);
    }
    m_title->setSpec(title, look);
    m_appointment->setSpec(appointmentSpec(), look);
    const auto groups = shown();
    for (size_t i = 0; i < m_cards.size() && i < groups.size(); ++i) {
        m_cards[i]->setSpec(view().isLow() ? rowSpec(groups[i]) : cardSpec(groups[i]), look);
        m_cards[i]->setEnabled(groups[i].takesNumbers);
    }
    if (m_scan) {
        m_scan->setSpec(scanSpec(), look);
    }
    if (m_more) {
        TileSpec spec =
            secondarySpec(led(kiosktext::NextPage) + u" · "_s
                          + led(kiosktext::PageOf).arg(view().cardsPage + 1).arg(pages()));
        spec.centred = true;
        spec.tail = {.name = u"chev"_s, .size = 44, .color = colors().icon};
        m_more->setSpec(spec, look);
    }
}

QString HomePage::summary() const
{
    return led(kiosktext::Question) + u". "_s + led(kiosktext::TouchABox);
}

} // namespace motcua
