// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/question.h"

#include "kiosk/kiosktexts.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

Question::Question(QWidget *parent)
    : QWidget(parent)
    , m_words(new Tile(Tile::Role::Panel, this))
    , m_yes(new Tile(Tile::Role::Button, this))
    , m_no(new Tile(Tile::Role::Button, this))
{
    m_words->setObjectName(u"question"_s);
    m_words->setFocusPolicy(Qt::TabFocus);
    m_yes->setObjectName(u"yes"_s);
    m_no->setObjectName(u"no"_s);
    connect(m_yes, &QAbstractButton::clicked, this, &Question::accepted);
    connect(m_no, &QAbstractButton::clicked, this, &Question::refused);
    hide();
}

void Question::askStillThere(const KioskView &view, int seconds)
{
    const Language lead = view.comfort.language;
    present(view, {.title = kioskText(lead, kiosktext::StillThere),
                   .second = kioskText(otherThan(lead), kiosktext::StillThere),
                   .below = kioskText(lead, kiosktext::HomeIn).arg(seconds),
                   .emphasis = kioskText(lead, kiosktext::Seconds).arg(seconds),
                   .yes = kioskText(lead, kiosktext::IAmHere),
                   .no = kioskText(lead, kiosktext::Finish)});
}

void Question::askReprint(const KioskView &view, const TicketNumber &number)
{
    const Language lead = view.comfort.language;
    const QString spaced = number.toString().insert(1, u' ');
    present(view,
            {.title = kioskText(lead, kiosktext::LastTicketNotPrinted).arg(spaced),
             .second = kioskText(otherThan(lead), kiosktext::LastTicketNotPrinted).arg(spaced),
             .yes = kioskText(lead, kiosktext::PrintAgain),
             .no = kioskText(lead, kiosktext::NotNeeded)});
}

void Question::present(const KioskView &view, const Text &text)
{
    m_look = view.look;
    m_low = view.comfort.lowerButtons;
    m_text = text;
    const Look &look = view.look;
    const KioskColors colors(look);
    const auto para = [&](const QString &string, const TextType &type, const QColor &color,
                          Qt::Alignment align = Qt::AlignLeft) {
        return kioskParagraph(look, string, type, color, align);
    };
    TileSpec words;
    words.padding = {0, 0, 0, 0};
    words.lines = {para(text.title, {46, 62, 800}, colors.text),
                   para(text.second, {28, 40, 400}, colors.second)};
    if (!text.below.isEmpty()) {
        words.lines.push_back(emphasized(para(text.below, {28, 40, 400}, colors.second),
                                         text.emphasis, QFont::Bold, colors.text));
    }
    m_words->setSpec(words, look);
    TileSpec stay;
    stay.fill = colors.primary;
    stay.centred = true;
    stay.radius = 18;
    stay.lines = {para(text.yes, {34, 46, 700}, colors.primaryText, Qt::AlignHCenter)};
    m_yes->setSpec(stay, look);
    TileSpec end;
    end.fill = colors.card;
    end.border = colors.cardBorder;
    end.borderWidth = colors.border;
    end.radius = 18;
    end.centred = true;
    end.lines = {para(text.no, {34, 46, 700}, colors.text, Qt::AlignHCenter)};
    m_no->setSpec(end, look);
    place();
    update();
}

void Question::place()
{
    const Look &look = m_look;
    const int padding = look.px(40);
    const int wide = qMin(look.px(800), width() - look.px(96));
    const int inside = wide - 2 * padding;
    const int words = m_words->heightForWidth(inside);
    const int button = look.px(112);
    const int tall = 2 * padding + words + look.px(24) + button;
    // In the lower half, where everybody reaches it.
    const int top = m_low ? height() - tall - look.px(40) : (height() - tall) / 2;
    m_box = {(width() - wide) / 2, top, wide, tall};
    m_words->setGeometry(m_box.left() + padding, top + padding, inside, words);
    const int y = top + padding + words + look.px(24);
    const int gap = look.px(18);
    const int stay = qRound((inside - gap) * 0.56);
    m_yes->setGeometry(m_box.left() + padding, y, stay, button);
    m_no->setGeometry(m_box.left() + padding + stay + gap, y, inside - stay - gap, button);
}

void Question::resizeEvent(QResizeEvent *)
{
    place();
}

void Question::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const KioskColors colors(m_look);
    constexpr int ScrimAlpha = 0xB8; // elevation.modal.scrim
    QColor scrim = colors.brandDeepest;
    scrim.setAlpha(ScrimAlpha);
    painter.fillRect(rect(), scrim);
    const bool plain = m_look.palette == Palette::HighContrast;
    paintBox(painter, m_box, colors.card, plain ? colors.cardBorder : colors.brand, m_look.px(4),
             m_look.px(28));
}

QString Question::summary() const
{
    return m_text.title + u' ' + m_text.below;
}

} // namespace motcua
