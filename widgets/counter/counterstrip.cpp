// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/counterstrip.h"

#include "counter/counteractions.h"
#include "counter/countertexts.h"
#include "shared/errortext.h"
#include "shared/ticketnumberlabel.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

CounterStrip::CounterStrip(const Look &look, CounterActions &actions, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_look(look)
    , m_actions(actions)
{
    setObjectName(u"strip"_s);
    setWindowTitle(tr("Counter"));
    setFixedHeight(look.px(72));
    setCursor(Qt::SizeAllCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look.px(14), look.px(6), look.px(12), look.px(6));
    row->setSpacing(look.px(8));
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_number = new TicketNumberLabel(look, "desk.timer"_L1, "text.onBrand"_L1, this);
    m_words = new DeskLabel(look, "desk.label"_L1, "text.onBrandSecondary"_L1, this);
    left->addWidget(m_number);
    left->addWidget(m_words);
    row->addLayout(left, 1);
    const auto button = [&](QAction &action, DeskButton::Kind kind, const QString &key) {
        auto *made = new DeskButton(look, kind, DeskButton::Size::Small, this);
        made->setCursor(Qt::ArrowCursor);
        made->setObjectName(u"strip-"_s + action.objectName());
        made->setKeycap(key);
        bindButton(*made, action);
        row->addWidget(made);
        return made;
    };
    m_call = button(actions.callNext, DeskButton::Kind::Call, u"F2"_s);
    m_recall = button(actions.recall, DeskButton::Kind::Plain, u"F3"_s);
    m_finish = button(actions.finish, DeskButton::Kind::Primary, u"F9"_s);
    m_back = button(actions.pause, DeskButton::Kind::Call, u"Ctrl+P"_s);
    m_expand = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    m_expand->setObjectName(u"strip-expand"_s);
    m_expand->setCursor(Qt::ArrowCursor);
    m_expand->setIconName("screen"_L1);
    m_expand->setKeycap(u"F11"_s);
    m_expand->setAccessibleName(tr("Whole window"));
    m_expand->setToolTip(tr("Whole window"));
    connect(m_expand, &QAbstractButton::clicked, &actions.strip, &QAction::trigger);
    row->addWidget(m_expand);
    for (QAction *action : actions.all()) {
        addAction(action);
    }
}

/// The most urgent of what the whole window shows in strips of their own.
QString CounterStrip::notice(const CounterView &view) const
{
    const CounterOverview &overview = view.overview;
    if (view.error) {
        return errorText(*view.error);
    }
    if (view.isOffline()) {
        return tr("Offline since %1").arg(view.clock(*view.offlineSince));
    }
    if (isUnheard(overview)) {
        return tr("Not heard: call it aloud");
    }
    if (!overview.help.empty()) {
        return helpText(overview.help.front());
    }
    if (overview.undoable && overview.undoable->until > view.now) {
        return undoableText(*overview.undoable) + u" · "_s + tr("Undo") + u" Ctrl+Z"_s;
    }
    return {};
}

void CounterStrip::present(const CounterView &view)
{
    const CounterOverview &overview = view.overview;
    const bool onBreak = overview.presence == Presence::OnBreak;
    const QString waiting = tr("%n waiting", nullptr, static_cast<int>(overview.mine.size()));
    if (overview.current) {
        m_number->setNumber(overview.current->ticket.ticket);
        m_words->setText(timerText(overview.current->presentMs(view.now)) + u" · "_s + waiting);
    } else {
        m_number->setNumber(overview.mine.empty() || onBreak
                                ? std::nullopt
                                : std::optional(overview.mine.front().ticket));
        m_words->setText(onBreak                 ? tr("On a break")
                         : overview.mine.empty() ? tr("Nobody is waiting")
                                                 : tr("next") + u" · "_s + waiting);
    }
    // The colour and the words: nothing else has room here.
    const QString urgent = notice(view);
    m_words->setColor(urgent.isEmpty() ? "text.onBrandSecondary"_L1 : "focus.inner"_L1);
    if (!urgent.isEmpty()) {
        m_words->setText(urgent);
    }
    m_call->setVisible(!overview.current && !onBreak);
    m_back->setVisible(!overview.current && onBreak);
    m_recall->setVisible(overview.current.has_value());
    m_finish->setVisible(overview.current.has_value());
    const int width = qMax(m_look.px(420), minimumSizeHint().width() + m_look.px(110));
    if (this->width() != width) {
        setFixedWidth(width);
    }
}

void CounterStrip::place(const std::optional<QPoint> &topLeft)
{
    const QScreen *screen = topLeft ? QGuiApplication::screenAt(*topLeft) : nullptr;
    if (!screen) {
        screen = QGuiApplication::primaryScreen();
    }
    const QRect room = screen->availableGeometry();
    QRect wanted(topLeft.value_or(room.bottomRight()), size());
    // Where it is larger than the screen its beginning is seen.
    wanted.moveLeft(qMax(room.left(), qMin(wanted.left(), room.right() - wanted.width())));
    wanted.moveTop(qMax(room.top(), qMin(wanted.top(), room.bottom() - wanted.height())));
    move(wanted.topLeft());
}

void CounterStrip::closeEvent(QCloseEvent *)
{
    // Closed as any window, it must not leave a program that nobody sees and that keeps its lease.
    // Not ignored: quitting would stop at it.
    m_actions.strip.trigger();
}

void CounterStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.brand"_L1));
    painter.fillRect(QRect(0, 0, m_look.px(5), height()), m_look.color("action.call"_L1));
}

void CounterStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_grip = event->globalPosition().toPoint() - frameGeometry().topLeft();
    }
}

void CounterStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip) {
        move(event->globalPosition().toPoint() - *m_grip);
    }
}

void CounterStrip::mouseReleaseEvent(QMouseEvent *)
{
    if (m_grip) {
        m_grip.reset();
        Q_EMIT moved(frameGeometry().topLeft());
    }
}

} // namespace motcua
