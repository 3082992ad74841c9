// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoguide.h"

#include "shared/paragraphlabel.h"

#include <QCloseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

// Reference pixels.
static constexpr int Margin = 16;
static constexpr int Bullet = 24;
static constexpr int Gap = 8;
static constexpr int ButtonHeight = 38;

DemoGuide::DemoGuide(const Look &look, int counter, QString pin, bool isSignedIn, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_counter(counter)
    , m_pin(std::move(pin))
    , m_isSignedIn(isSignedIn)
    , m_title(new ParagraphLabel(look, "desk.panelTitle"_L1, "text.primary"_L1, this))
    , m_signIn(new ParagraphLabel(look, "desk.label"_L1, "text.secondary"_L1, this))
    , m_people(new QPushButton(this))
    , m_windows(new QPushButton(this))
{
    for (ParagraphLabel *&step : m_steps) {
        step = new ParagraphLabel(look, "desk.body"_L1, "text.primary"_L1, this);
    }
    const QString style =
        u"QPushButton { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; "
        u"padding: 0 12px; }"
        "QPushButton:checked { background: %4; color: %5; }"_s.arg(
            look.color("action.secondaryFill"_L1).name(), look.color("text.primary"_L1).name(),
            look.color("action.secondaryBorder"_L1).name(), look.color("action.primary"_L1).name(),
            look.color("action.primaryText"_L1).name());
    for (QPushButton *button : {m_people, m_windows}) {
        button->setFont(look.font("desk.action"_L1));
        button->setFocusPolicy(Qt::NoFocus); // F2 must go on working after a click here
        button->setStyleSheet(style);
    }
    m_people->setObjectName(u"peopleComing"_s);
    m_people->setCheckable(true);
    m_windows->setObjectName(u"openWindows"_s);
    m_windows->hide();
    connect(m_windows, &QPushButton::clicked, this, &DemoGuide::windowsAsked);
    connect(m_people, &QPushButton::toggled, this, [this](bool coming) {
        retranslate();
        Q_EMIT peopleComingToggled(coming);
    });
    retranslate();
}

QString DemoGuide::textOf(Step step) const
{
    switch (step) {
    case Step::Take:
        return tr("Touch a box on the ticket kiosk and take a number.");
    case Step::Call:
        return m_isSignedIn
                   ? tr("Click counter %1 and press F2: the next number is called.").arg(m_counter)
                   : tr("Click counter %1, type the PIN %2, press Enter, then F2: the next number "
                        "is called.")
                         .arg(m_counter)
                         .arg(m_pin);
    case Step::Look:
        return tr("Look at the hall board and listen: the number is shown and spoken.");
    case Step::Finish:
        return tr("Record the papers at the counter if you like, then press F9: served.");
    }
    Q_UNREACHABLE();
}

void DemoGuide::retranslate()
{
    setWindowTitle(tr("Try Một Cửa"));
    m_title->setText(tr("Try it: sample data, nothing is kept"));
    for (size_t i = 0; i < Steps; ++i) {
        m_steps[i]->setText(textOf(static_cast<Step>(i)));
    }
    m_people->setText(arePeopleComing() ? tr("Other people come by themselves: on")
                                        : tr("Let other people come by themselves"));
    m_windows->setText(tr("Open the closed windows again"));
    m_signIn->setText(tr("To sign in at the counter again: PIN %1").arg(m_pin));
    layOut();
}

void DemoGuide::setDone(Step step)
{
    m_done[static_cast<size_t>(step)] = true;
    update();
}

void DemoGuide::setPaper(const QImage &paper)
{
    m_paper = paper;
    layOut();
    update();
}

bool DemoGuide::arePeopleComing() const
{
    return m_people->isChecked();
}

void DemoGuide::setWindowsClosed(bool closed)
{
    m_people->setVisible(!closed);
    m_windows->setVisible(closed);
}

/// Lays out the words left of @p right and returns where they end.
int DemoGuide::placeWords(int right)
{
    const int margin = m_look.px(Margin);
    const int gap = m_look.px(Gap);
    const int titleHeight = m_title->heightForWidth(right - margin);
    m_title->setGeometry(margin, margin, right - margin, titleHeight);
    int top = margin + titleHeight + gap;
    const int left = margin + m_look.px(Bullet) + gap;
    for (ParagraphLabel *step : m_steps) {
        const int height = std::max(step->heightForWidth(right - left), m_look.px(Bullet));
        step->setGeometry(left, top, right - left, height);
        top += height + gap;
    }
    const int signInHeight = m_signIn->heightForWidth(right - left);
    m_signIn->setGeometry(left, top, right - left, signInHeight);
    return top + signInHeight;
}

void DemoGuide::layOut()
{
    const int margin = m_look.px(Margin);
    const int buttonTop = height() - margin - m_look.px(ButtonHeight);
    for (QPushButton *button : {m_people, m_windows}) {
        button->setGeometry(margin, buttonTop,
                            std::min(button->sizeHint().width(), width() - 2 * margin),
                            m_look.px(ButtonHeight));
    }
    // The paper takes what the words leave; with none left it gives way.
    m_paperArea = {};
    for (const int share : {40, 30, 20}) {
        if (m_paper.isNull()) {
            break;
        }
        const QSize room(width() * share / 100, buttonTop - 2 * margin);
        const QSize size = m_paper.size().scaled(room, Qt::KeepAspectRatio);
        const QRect area(QPoint(width() - margin - size.width(), margin), size);
        if (placeWords(area.left() - margin) <= buttonTop) {
            m_paperArea = area;
            return;
        }
    }
    placeWords(width() - margin);
}

void DemoGuide::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void DemoGuide::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void DemoGuide::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

void DemoGuide::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), m_look.color("surface.page"_L1));
    const TextStyle number = textStyle(m_look, "desk.label"_L1, "action.primaryText"_L1);
    for (size_t i = 0; i < Steps; ++i) {
        const int side = m_look.px(Bullet);
        const QRectF bullet(m_look.px(Margin), m_steps[i]->y(), side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.color("action.primary"_L1));
        painter.drawEllipse(bullet);
        if (m_done[i]) {
            paintIcon(painter, bullet, m_look, "check"_L1, m_look.color("action.primaryText"_L1),
                      Bullet * 2.0 / 3);
        } else {
            paintText(painter, bullet, QString::number(i + 1), number, Qt::AlignCenter);
        }
    }
    if (!m_paperArea.isNull()) {
        painter.drawImage(m_paperArea, m_paper);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_look.color("border.hairline"_L1));
        painter.drawRect(m_paperArea);
    }
}

} // namespace motcua
