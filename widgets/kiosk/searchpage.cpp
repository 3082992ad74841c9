// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/searchpage.h"

#include "kiosk/touchkeys.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

size_t SearchPage::mostRows() const
{
    constexpr size_t Portrait = 4;
    constexpr size_t Few = 2;
    constexpr size_t Rail = 3;
    if (view().isLow()) {
        return Few;
    }
    if (view().landscape) {
        return view().comfort.largerText ? Few : Rail;
    }
    return view().comfort.largerText ? Rail : Portrait;
}

std::vector<const Procedure *> SearchPage::found() const
{
    if (view().typed.trimmed().isEmpty()) {
        return {};
    }
    auto procedures = findProcedures(view().catalogue, view().typed);
    // What this branch does not take is found too, with the place that does. What has no place yet
    // is not.
    std::erase_if(procedures, [&](const Procedure *procedure) {
        return procedure->group.isEmpty() ? procedure->referral.isEmpty()
                                          : !view().load(procedure->group);
    });
    if (procedures.size() > mostRows()) {
        procedures.resize(mostRows());
    }
    return procedures;
}

QString SearchPage::shape() const
{
    QString codes = view().typed.trimmed().isEmpty() ? u"-"_s : u"+"_s;
    for (const Procedure *procedure : found()) {
        codes += procedure->code + u' ';
    }
    return codes;
}

void SearchPage::build()
{
    const bool low = view().isLow();
    constexpr int PortraitTop = 28;
    Frame frame = makeFrame(true, PortraitTop);
    addNav(frame.nav, 0);
    m_title = heading(u"title"_s);
    frame.info->addWidget(m_title);
    frame.info->addSpacing(px(20));
    m_field = heading(u"field"_s);
    m_field->setMinimumHeight(px(104));
    const bool above = low || view().hasRail();
    (above ? frame.info : frame.controls)->addWidget(m_field);
    frame.controls->addSpacing(px(above ? 0 : 16));
    const auto procedures = found();
    m_rows.clear();
    for (const Procedure *procedure : procedures) {
        Tile *row = button(u"found"_s + procedure->code);
        row->setMinimumHeight(px(low ? 108 : 128));
        const QString code = procedure->code;
        connect(row, &QAbstractButton::clicked, this,
                [this, code] { Q_EMIT procedureChosen(code); });
        m_rows.push_back(row);
        frame.controls->addWidget(row);
        frame.controls->addSpacing(px(12));
    }
    m_nothing = nullptr;
    if (procedures.empty() && !view().typed.trimmed().isEmpty()) {
        m_nothing = heading(u"nothing"_s);
        frame.controls->addWidget(m_nothing);
    }
    frame.controls->addStretch(1);
    auto *keys = new TouchKeys(TouchKeys::Kind::Words, view().look, lead(), this);
    connect(keys, &TouchKeys::typed, this, &SearchPage::typed);
    connect(keys, &TouchKeys::erased, this, &SearchPage::erased);
    connect(keys, &TouchKeys::cleared, this, &SearchPage::cleared);
    frame.controls->addWidget(keys);
    if (!view().hasRail()) {
        frame.controls->addSpacing(px(low ? 8 : 28));
    }
}

void SearchPage::fill()
{
    const Look &look = view().look;
    TileSpec title =
        titleSpec(led(kiosktext::Find), seconded(kiosktext::Find), kiosktype::StepTitle);
    m_title->setSpec(title, look);
    TileSpec field;
    field.fill = colors().card;
    field.border = colors().primary;
    field.borderWidth = 4;
    field.mark = {.name = u"search"_s, .size = 52, .color = colors().icon};
    const bool empty = view().typed.isEmpty();
    field.lines = {para(empty ? led(kiosktext::TypeWords) : view().typed + u'|',
                        empty ? kiosktype::Body : TextType{40, 54, 600},
                        empty ? colors().second : colors().text)};
    if (empty) {
        field.lines.push_back(
            para(seconded(kiosktext::TypeWords), kiosktype::Body, colors().second));
    }
    field.name = empty ? led(kiosktext::TypeWords) : view().typed;
    m_field->setSpec(field, look);
    const auto procedures = found();
    for (size_t i = 0; i < m_rows.size() && i < procedures.size(); ++i) {
        const Procedure &procedure = *procedures[i];
        const GroupLoad *load = view().load(procedure.group);
        TileSpec row;
        row.fill = colors().card;
        row.border = colors().cardBorder;
        row.borderWidth = colors().border;
        row.radius = 18;
        row.padding = {24, 8, 24, 8};
        row.lines = {para(procedure.name.in(lead()), kiosktype::CardName, colors().text)};
        row.lines[0].style.font.setPixelSize(px(34 * look.textScale));
        row.lines[0].style.line = px(44 * look.textScale);
        const bool open = load && load->takesNumbers;
        m_rows[i]->setEnabled(open);
        if (load && !open) {
            row.fill = colors().disabledFill;
            row.dashed = true;
            row.mark = {.name = u"pause"_s, .size = 52, .color = colors().icon};
            row.lines.push_back(
                para(led(kiosktext::NotTaking) + u" · "_s + led(kiosktext::FullToday),
                     kiosktype::Body, colors().text));
        } else if (load) {
            row.door = {.letter = load->group.letter, .icon = {}, .width = 72};
            const QString below = procedure.name.in(other());
            row.lines.push_back(para(below.isEmpty() ? load->group.name.in(lead()) : below,
                                     kiosktype::Body, colors().second));
            row.tail = {.name = u"chev"_s, .size = 44, .color = colors().icon};
        } else {
            row.fill = colors().disabledFill;
            row.dashed = true;
            row.mark = {.name = u"info"_s, .size = 52, .color = colors().icon};
            row.lines.push_back(para(led(kiosktext::NotHere).arg(procedure.referral),
                                     kiosktype::Body, colors().text));
        }
        m_rows[i]->setSpec(row, look);
    }
    if (m_nothing) {
        TileSpec nothing;
        nothing.padding = {6, 10, 6, 10};
        if (!empty && !view().typed.trimmed().isEmpty()) {
            nothing.mark = {.name = u"info"_s, .size = 52, .color = colors().icon};
            nothing.lines = {
                para(led(kiosktext::NothingFound), {32, 44, 600}, colors().text),
                para(seconded(kiosktext::NothingFound), kiosktype::Body, colors().second)};
        }
        m_nothing->setSpec(nothing, look);
    }
}

QString SearchPage::summary() const
{
    return led(kiosktext::Find) + u". "_s + led(kiosktext::TypeWords);
}

} // namespace motcua
