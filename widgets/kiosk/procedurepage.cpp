// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/procedurepage.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr size_t MostRows = 7;
constexpr int RowHeight = 128;
constexpr int RowGap = 14;
constexpr int LowRowHeight = 146;
constexpr int RailRowHeight = 198;
constexpr int LowRowGap = 16;
constexpr int PagingHeight = 112;
constexpr int Margins = 96;
constexpr int RailWidth = 576;
constexpr int RailGap = 24;

} // namespace

QString ProcedurePage::shape() const
{
    return view().group + u' ' + QString::number(view().rowsPage) + u' '
           + QString::number(view().catalogue.procedures.size());
}

TileSpec ProcedurePage::rowSpec(const Procedure &procedure, bool narrow) const
{
    TileSpec spec;
    spec.fill = colors().card;
    spec.border = colors().cardBorder;
    spec.borderWidth = colors().border;
    spec.radius = 18;
    spec.padding = narrow ? QMarginsF{24, 4, 20, 6} : QMarginsF{33, 10, 27, 12};
    const QString name = procedure.name.in(lead());
    const QString second = procedure.name.in(other());
    const QString limit = limitText(procedure, lead());
    spec.lines = {para(name, narrow ? kiosktype::ButtonSmall : kiosktype::CardName, colors().text)};
    spec.name = name + u". "_s + limit;
    if (narrow) {
        const bool low = view().isLow();
        if (low) {
            spec.lines[0].style.line = px(40 * view().look.textScale);
            spec.lines[0].style.font.setPixelSize(px(30 * view().look.textScale));
        } else {
            spec.tail = {.name = u"chev"_s, .size = 44, .color = colors().icon};
        }
        const Paragraph below = para(second, kiosktype::Body, colors().second);
        const Paragraph time = para(limit, kiosktype::Label, colors().second);
        const double tall = low ? LowRowHeight : RailRowHeight;
        if (!limit.isEmpty() && fitsCell(spec, time, true, tall)) {
            spec.lines.push_back(time);
        }
        // Not at the cost of the size of the name.
        if (!low && !second.isEmpty() && fitsCell(spec, below, false, tall)) {
            spec.lines.insert(spec.lines.begin() + 1, below);
        }
        return spec;
    }
    if (!second.isEmpty()) {
        spec.lines.push_back(para(second, kiosktype::Body, colors().second));
    }
    if (!limit.isEmpty()) {
        spec.tag = para(limit, {28, 40, 600}, colors().metaText);
        spec.tagFill = colors().metaFill;
    }
    spec.tail = {.name = u"chev"_s, .size = 44, .color = colors().icon};
    return spec;
}

int ProcedurePage::cellColumns() const
{
    return view().isLow() && view().landscape ? 4 : 2;
}

bool ProcedurePage::fitsCell(TileSpec spec, const Paragraph &more, bool squeezed,
                             double height) const
{
    const int columns = cellColumns();
    const double gap = view().isLow() ? LowRowGap : RailGap;
    const int around = px((view().hasRail() ? RailWidth : 0) + Margins + gap * (columns - 1));
    spec.lines.push_back(more);
    Tile ruler(Tile::Role::Panel);
    ruler.setSqueezed(squeezed);
    ruler.setSpec(spec, view().look);
    return ruler.heightForWidth((view().page.width() - around) / columns) <= px(height);
}

TileSpec ProcedurePage::unsureSpec() const
{
    const GroupLoad *load = view().load(view().group);
    const QString group = load ? load->group.name.in(lead()) : QString();
    const auto text = [&](Language language) {
        const QString words = kioskText(language, kiosktext::NotSure);
        return words.contains(u"%1"_s) ? words.arg(load ? load->group.name.in(language) : QString())
                                       : words;
    };
    TileSpec spec;
    spec.fill = colors().primary;
    spec.radius = 18;
    spec.padding = {33, 10, 27, 12};
    spec.mark = {.name = u"guide"_s, .size = 56, .color = colors().primaryIcon};
    spec.lines = {para(text(lead()), kiosktype::CardName, colors().primaryText)};
    if (!view().isLow()) {
        spec.lines.push_back(para(text(other()), kiosktype::Body, colors().primaryText));
        spec.tail = {.name = u"chev"_s, .size = 44, .color = colors().primaryText};
    } else {
        spec.lines[0].style.font.setPixelSize(px(30 * view().look.textScale));
        spec.lines[0].style.line = px(40 * view().look.textScale);
    }
    if (view().busy) {
        spec.fill = colors().metaFill;
        spec.mark = {.name = u"clock"_s, .size = 56, .color = colors().metaText};
        spec.lines = {para(led(kiosktext::GettingNumber), kiosktype::CardName, colors().metaText)};
        spec.tail = {};
    }
    return spec;
}

std::vector<size_t> ProcedurePage::pageStarts(int rowWidth, int height) const
{
    const auto procedures = view().proceduresOf(view().group);
    std::vector<size_t> starts{0};
    Tile ruler(Tile::Role::Panel);
    int used = 0;
    size_t onPage = 0;
    for (size_t i = 0; i < procedures.size(); ++i) {
        ruler.setSpec(rowSpec(*procedures[i], false), view().look);
        const int row = std::max(px(RowHeight), ruler.heightForWidth(rowWidth)) + px(RowGap);
        if (onPage == MostRows || (onPage > 0 && used + row > height)) {
            starts.push_back(i);
            used = 0;
            onPage = 0;
        }
        used += row;
        ++onPage;
    }
    return starts;
}

void ProcedurePage::build()
{
    const bool low = view().isLow();
    const bool rail = view().hasRail();
    constexpr int PortraitTop = 28;
    Frame frame = makeFrame(true, PortraitTop);
    m_find = button(u"find"_s);
    connect(m_find, &QAbstractButton::clicked, this, &ProcedurePage::findWanted);
    m_title = heading(u"title"_s);
    frame.info->addWidget(m_title);

    const auto procedures = view().proceduresOf(view().group);
    m_caption = nullptr;
    m_previous = nullptr;
    m_next = nullptr;
    std::vector<size_t> starts{0};
    const int columns = cellColumns();
    size_t mostOnPage = MostRows;
    if (low || rail) {
        for (size_t at = MostRows; at < procedures.size(); at += MostRows) {
            starts.push_back(at);
        }
    } else {
        constexpr int Above = 28 + 92 + 24 + 24 + 48; // back row, spaces, caption
        const int head = px(108 * 1.34 * view().look.textScale);
        int room = view().page.height() - px(Above) - head - px(RowHeight + RowGap);
        const int width = view().page.width() - px(Margins);
        starts = pageStarts(width, room);
        if (starts.size() > 1) {
            room -= px(PagingHeight + RowGap);
            starts = pageStarts(width, room);
        }
    }
    m_pages = static_cast<int>(starts.size());
    const auto page = static_cast<size_t>(std::clamp(view().rowsPage, 0, m_pages - 1));
    const size_t first = starts[page];
    const size_t last = page + 1 < starts.size() ? starts[page + 1]
                                                 : std::min(procedures.size(), first + mostOnPage);

    std::vector<Tile *> between{m_find};
    if (m_pages > 1) {
        m_previous = button(u"previous"_s);
        m_next = button(u"next"_s);
        connect(m_previous, &QAbstractButton::clicked, this,
                [this] { Q_EMIT rowsPageWanted(std::max(0, view().rowsPage - 1)); });
        connect(m_next, &QAbstractButton::clicked, this,
                [this] { Q_EMIT rowsPageWanted(std::min(m_pages - 1, view().rowsPage + 1)); });
        if (low || rail) {
            between.push_back(m_previous);
            between.push_back(m_next);
        }
    }
    addNav(frame.nav, low && m_pages > 1 ? 0 : 1, between);
    if (!low && !rail) {
        frame.info->addSpacing(px(24));
        if (!procedures.empty()) {
            m_caption = panel(u"caption"_s);
            frame.info->addWidget(m_caption);
            frame.info->addSpacing(px(10));
        }
    }
    const auto addRow = [&](const Procedure &procedure) {
        Tile *row = button(u"procedure"_s + procedure.code);
        const QString code = procedure.code;
        connect(row, &QAbstractButton::clicked, this,
                [this, code] { Q_EMIT procedureChosen(code); });
        row->setSpec(rowSpec(procedure, low || rail), view().look);
        return row;
    };
    m_unsure = button(u"unsure"_s);
    connect(m_unsure, &QAbstractButton::clicked, this, &ProcedurePage::notSure);
    if (low || rail) {
        auto *grid = new QGridLayout;
        grid->setSpacing(px(low ? LowRowGap : RailGap));
        int cell = 0;
        const auto place = [&](Tile *tile) {
            if (low) {
                tile->setFixedHeight(px(LowRowHeight));
            } else {
                tile->setFixedHeight(px(RailRowHeight));
            }
            grid->addWidget(tile, cell / columns, cell % columns);
            ++cell;
        };
        for (size_t i = first; i < last; ++i) {
            place(addRow(*procedures[i]));
        }
        place(m_unsure);
        for (int column = 0; column < columns; ++column) {
            grid->setColumnStretch(column, 1);
        }
        frame.controls->addLayout(grid);
        frame.controls->addStretch(1);
    } else {
        frame.controls->setSpacing(px(RowGap));
        for (size_t i = first; i < last; ++i) {
            Tile *row = addRow(*procedures[i]);
            row->setMinimumHeight(px(RowHeight));
            frame.controls->addWidget(row);
        }
        m_unsure->setMinimumHeight(px(RowHeight));
        frame.controls->addWidget(m_unsure);
    }
    if (m_previous && !low && !rail) {
        auto *paging = new QHBoxLayout;
        paging->setSpacing(px(20));
        for (Tile *tile : {m_previous, m_next}) {
            tile->setFixedHeight(px(PagingHeight));
            paging->addWidget(tile, 1);
        }
        frame.controls->addLayout(paging);
    }
    if (!low && !rail) {
        frame.controls->addStretch(1);
    }
}

void ProcedurePage::fill()
{
    const Look &look = view().look;
    const GroupLoad *load = view().load(view().group);
    const Bilingual name = load ? load->group.name : Bilingual();
    const bool rail = view().hasRail();
    TileSpec title;
    title.padding = {0, 0, 0, 0};
    title.gap = 28;
    title.door = {.letter = view().group, .icon = groupIcon(view().group), .width = 108};
    title.lines = {para(led(kiosktext::ChooseIn).arg(name.in(lead())),
                        rail ? TextType{40, 54, 800} : TextType{52, 68, 800}, infoText()),
                   para(seconded(kiosktext::Choose), {30, 40, 400}, infoSecond())};
    if (load && load->takesNumbers && !view().offline) {
        const QString waiting =
            waitingText(load->waiting, lead())
            + (load->wait ? u" · "_s + waitText(*load->wait, lead()) : QString());
        title.lines.push_back(para(waiting, {30, 40, 700}, infoText()));
    }
    if (rail) {
        title.flow = TileSpec::Flow::Column;
        title.gap = 16;
        title.door.width = 84;
    }
    m_title->setSpec(title, look);
    if (!rail && !view().isLow()) {
        constexpr double DoorHeight = 108 * 1.34;
        m_title->setMinimumHeight(px(DoorHeight));
    }
    if (m_caption) {
        TileSpec caption;
        caption.padding = {6, 0, 80, 0};
        caption.lines = {para(led(kiosktext::Procedure), kiosktype::Body, infoSecond())};
        caption.tag = para(led(kiosktext::ResultIn), kiosktype::Body, infoSecond());
        m_caption->setSpec(caption, look);
    }
    TileSpec find =
        secondarySpec(led(rail && !m_previous ? kiosktext::Find : kiosktext::FindShort));
    find.mark = {.name = u"search"_s, .size = 44, .color = colors().icon};
    find.gap = 16;
    find.padding = {26, 0, 30, 0};
    find.name = led(kiosktext::Find);
    m_find->setSpec(find, look);
    m_unsure->setSpec(unsureSpec(), look);
    m_unsure->setEnabled(!view().busy);
    if (m_previous) {
        const bool low = view().isLow() || rail;
        TileSpec previous = secondarySpec(low ? QString() : led(kiosktext::PreviousPage));
        previous.mark = {.name = u"left"_s, .size = 44, .color = colors().icon};
        previous.centred = true;
        previous.gap = 16;
        previous.name = led(kiosktext::PreviousPage);
        TileSpec next = secondarySpec(low ? u"%1/%2"_s.arg(view().rowsPage + 1).arg(m_pages)
                                          : led(kiosktext::NextPage) + u" · "_s
                                                + u"%1/%2"_s.arg(view().rowsPage + 1).arg(m_pages));
        next.tail = {.name = u"right"_s, .size = 44, .color = colors().icon};
        next.centred = true;
        next.gap = 16;
        next.name = led(kiosktext::NextPage);
        m_previous->setEnabled(view().rowsPage > 0);
        m_next->setEnabled(view().rowsPage + 1 < m_pages);
        for (auto [tile, spec] : {std::pair(m_previous, &previous), std::pair(m_next, &next)}) {
            if (!tile->isEnabled()) {
                spec->fill = colors().disabledFill;
                spec->border = colors().disabledBorder;
                spec->dashed = true;
            }
            tile->setSpec(*spec, look);
        }
        if (rail) {
            find.padding = previous.padding = next.padding = {14, 0, 14, 0};
            find.gap = previous.gap = next.gap = 10;
            m_find->setSpec(find, look);
            m_previous->setSpec(previous, look);
            m_next->setSpec(next, look);
        }
        for (Tile *tile : {m_find, m_previous, m_next}) {
            tile->setMinimumWidth(tile->sizeHint().width());
        }
        m_previous->setEnabled(view().rowsPage > 0);
        m_next->setEnabled(view().rowsPage + 1 < m_pages);
    }
}

QString ProcedurePage::summary() const
{
    const GroupLoad *load = view().load(view().group);
    return led(kiosktext::ChooseIn).arg(load ? load->group.name.in(lead()) : QString());
}

} // namespace motcua
