// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/codepage.h"

#include "kiosk/touchkeys.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

CodePage::CodePage(Kind kind, QWidget *parent)
    : KioskPage(parent)
    , m_kind(kind)
{
}

QString CodePage::shape() const
{
    return QString::number(view().refusal == Bilingual());
}

void CodePage::build()
{
    const bool low = view().isLow();
    const bool rail = view().hasRail();
    constexpr int PortraitTop = 28;
    Frame frame = makeFrame(true, PortraitTop);
    addNav(frame.nav, 0);
    m_title = heading(u"title"_s);
    frame.info->addWidget(m_title);
    if (!rail) {
        frame.info->addSpacing(px(24));
    }
    m_field = heading(u"field"_s);
    m_field->setMinimumHeight(px(104));
    (low ? frame.info : frame.controls)->addWidget(m_field);
    frame.controls->addSpacing(px(low ? 0 : 20));
    m_refusal = nullptr;
    m_regular = nullptr;
    if (view().refusal != Bilingual()) {
        m_refusal = heading(u"refusal"_s);
        QVBoxLayout *place = low || rail ? frame.info : frame.controls;
        if (rail) {
            place->addSpacing(px(20));
        }
        place->addWidget(m_refusal);
        if (!isPin()) {
            m_regular = button(u"regular"_s);
            m_regular->setMinimumHeight(px(low ? 92 : 112));
            connect(m_regular, &QAbstractButton::clicked, this, &CodePage::regularWanted);
            QVBoxLayout *below = rail ? frame.info : frame.controls;
            below->addSpacing(px(low ? 0 : 16));
            below->addWidget(m_regular);
        }
        frame.controls->addSpacing(px(12));
    }
    frame.controls->addStretch(1);
    auto *keys = new TouchKeys(isPin() ? TouchKeys::Kind::Digits : TouchKeys::Kind::Codes,
                               view().look, lead(), this);
    connect(keys, &TouchKeys::typed, this, &CodePage::typed);
    connect(keys, &TouchKeys::erased, this, &CodePage::erased);
    connect(keys, &TouchKeys::cleared, this, &CodePage::cleared);
    frame.controls->addWidget(keys);
    frame.controls->addSpacing(px(12));
    m_enter = button(u"enter"_s);
    m_enter->setMinimumHeight(px(low ? 92 : 112));
    connect(m_enter, &QAbstractButton::clicked, this, &CodePage::entered);
    frame.controls->addWidget(m_enter);
    if (!rail) {
        frame.controls->addSpacing(px(low ? 8 : 28));
    }
}

void CodePage::fill()
{
    const Look &look = view().look;
    TileSpec title =
        isPin() ? titleSpec(led(kiosktext::Staff), led(kiosktext::EnterPin), kiosktype::StepTitle)
                : titleSpec(led(kiosktext::EnterCode), seconded(kiosktext::EnterCode),
                            kiosktype::StepTitle);
    if (view().isLow() || view().hasRail()) {
        title.lines[0] = para(title.lines[0].text, {48, 64, 800}, infoText());
    }
    m_title->setSpec(title, look);
    TileSpec field;
    field.fill = colors().card;
    field.border = colors().primary;
    field.borderWidth = 4;
    field.mark = {.name = isPin() ? u"lock"_s : u"calendar"_s, .size = 52, .color = colors().icon};
    const QString shown = isPin() ? QString(view().digits, u'•') : view().typed.toUpper();
    if (shown.isEmpty() && !isPin()) {
        field.lines = {para(led(kiosktext::OrScan), kiosktype::Body, colors().second),
                       para(seconded(kiosktext::OrScan), kiosktype::Body, colors().second)};
    } else {
        field.lines = {para(shown + u'|', {44, 58, 700}, colors().text)};
    }
    field.name = summary(); // not what was typed: it would be said aloud
    m_field->setSpec(field, look);
    if (m_refusal) {
        TileSpec refusal;
        refusal.fill = colors().errorFill;
        refusal.border = colors().errorBorder;
        refusal.borderWidth = 3;
        refusal.padding = {26, 16, 26, 16};
        refusal.mark = {.name = u"alert"_s, .size = 52, .color = colors().errorText};
        refusal.lines = {para(view().refusal.in(lead()), {32, 44, 700}, colors().errorText),
                         para(view().refusal.in(other()), kiosktype::Body, colors().errorText)};
        m_refusal->setSpec(refusal, look);
    }
    if (m_regular) {
        TileSpec regular =
            secondarySpec(led(kiosktext::Regular) + u" · "_s + seconded(kiosktext::Regular));
        regular.centred = true;
        regular.name = led(kiosktext::Regular);
        m_regular->setSpec(regular, look);
    }
    TileSpec enter = isPin() ? primarySpec(led(kiosktext::Leave), {})
                             : primarySpec(led(kiosktext::CheckIn), seconded(kiosktext::CheckIn));
    if (view().busy) {
        enter.fill = colors().metaFill;
        enter.mark = {.name = u"clock"_s, .size = 52, .color = colors().metaText};
        enter.lines = {para(isPin() ? u"…"_s : led(kiosktext::GettingNumber), kiosktype::Button,
                            colors().metaText)};
    }
    m_enter->setSpec(enter, look);
    m_enter->setEnabled(!view().busy);
}

QString CodePage::summary() const
{
    return led(isPin() ? kiosktext::EnterPin : kiosktext::EnterCode);
}

} // namespace motcua
