// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/emptystate.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int DoorWidth = 48;
constexpr int DoorGap = 10;
constexpr int SentenceWidth = 240;

} // namespace

EmptyState::EmptyState(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_icon("check"_L1)
{
}

void EmptyState::setLook(const Look &look)
{
    m_look = look;
    measure();
}

void EmptyState::setWords(const QString &title, const QString &sentence)
{
    m_title = title;
    m_sentence = sentence;
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    measure();
}

void EmptyState::setIconName(QLatin1StringView icon)
{
    m_icon = icon;
    update();
}

Paragraph EmptyState::title() const
{
    return {.text = m_title,
            .style =
                weighted(textStyle(m_look, "desk.panelTitle"_L1, "text.primary"_L1), QFont::Bold),
            .balanced = true,
            .alignment = Qt::AlignHCenter | Qt::AlignTop};
}

Paragraph EmptyState::sentence() const
{
    return {.text = m_sentence,
            .style = textStyle(m_look, "desk.body"_L1, "text.secondary"_L1),
            .balanced = true,
            .alignment = Qt::AlignHCenter | Qt::AlignTop};
}

int EmptyState::heightAt(int width) const
{
    return qCeil(doorSize(m_look.px(DoorWidth)).height()) + m_look.px(DoorGap)
           + title().height(width) + sentence().height(width);
}

void EmptyState::measure()
{
    const int width = m_look.px(SentenceWidth);
    m_sizeHint = {width, heightAt(width)};
    const int least = qMax(title().minimumWidth(), sentence().minimumWidth());
    m_minimumSizeHint = {least, heightAt(qMax(least, width))};
    updateGeometry();
    update();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double door = m_look.px(DoorWidth);
    double top = (height() - heightAt(width())) / 2.0;
    paintDoor(painter, {(width() - door) / 2, top}, door, m_look, groupDoor(m_look), {}, m_icon);
    top += doorSize(door).height() + m_look.px(DoorGap);
    for (const Paragraph &text : {title(), sentence()}) {
        const int textHeight = text.height(width());
        text.paint(painter, {0, top, double(width()), double(textHeight)});
        top += textHeight;
    }
}

} // namespace motcua
