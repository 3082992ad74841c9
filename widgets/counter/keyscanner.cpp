// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/keyscanner.h"

#include "core/dossiercode.h"
#include "core/vietnamesetext.h"

#include <QApplication>
#include <QKeyEvent>

#include <chrono>

using namespace Qt::StringLiterals;

namespace motcua {

QString dossierCodeFrom(const QString &text)
{
    const QString code = cleaned(text).toUpper();
    return isDossierCode(code) || isTemporaryDossierCode(code) ? code : QString();
}

KeyScanner::KeyScanner(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    m_end.setSingleShot(true);
    m_end.setInterval(std::chrono::milliseconds(60));
    connect(&m_end, &QTimer::timeout, this, [this] {
        constexpr qint64 MuchLater = 20;
        if (m_since.elapsed() > m_end.interval() + MuchLater) {
            m_since.restart();
            m_end.start(); // the page was being painted: keys that came meanwhile wait behind this
        } else {
            end();
        }
    });
    qApp->installEventFilter(this);
}

static IntakeForm *formAround(QWidget *widget)
{
    for (QWidget *around = widget; around; around = around->parentWidget()) {
        if (auto *form = qobject_cast<IntakeForm *>(around)) {
            return form;
        }
    }
    return nullptr;
}

static bool isText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// Where keys go: while everything is disabled for a moment, to the window itself.
static QWidget *receiver()
{
    QWidget *focused = QApplication::focusWidget();
    return focused ? focused : QApplication::activeWindow();
}

bool KeyScanner::eventFilter(QObject *watched, QEvent *event)
{
    const auto isChord = [event] {
        return static_cast<QKeyEvent *>(event)->modifiers()
               & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    };
    const bool isHand = event->type() == QEvent::MouseButtonPress
                        || (event->type() == QEvent::ShortcutOverride && isChord());
    if (isHand && !m_keys.isEmpty()) {
        end();
    }
    if ((event->type() != QEvent::KeyPress && event->type() != QEvent::InputMethod)
        || watched != receiver()) {
        return false;
    }
    const QWidget *window = static_cast<QWidget *>(watched)->window();
    if (window != &m_window && window->parentWidget() != &m_window) {
        return false;
    }
    if (event->type() == QEvent::InputMethod) {
        return take(static_cast<QInputMethodEvent *>(event)->commitString(), 0);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->isAutoRepeat() || isChord()) {
        return false;
    }
    const bool ends =
        key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Tab;
    return ends ? end() : take(key->text(), key->timestamp());
}

bool KeyScanner::take(const QString &text, quint64 pressedAt)
{
    constexpr qint64 LongestGapMs = 50; // domain.md §3
    constexpr qsizetype Longest = 1024;
    if (text.isEmpty() || !text.front().isPrint()) {
        return false;
    }
    QWidget *now = receiver();
    // When it was pressed, not when a busy program came to it.
    const qint64 gap = pressedAt != 0 && m_pressedAt != 0
                           ? static_cast<qint64>(pressedAt - m_pressedAt)
                           : m_since.elapsed();
    m_pressedAt = pressedAt;
    const bool isQuick = !m_keys.isEmpty() && gap <= LongestGapMs;
    if (!isQuick) {
        forget();
        m_field = now;
        m_form = formAround(now);
        if (const auto *line = qobject_cast<QLineEdit *>(now)) {
            m_before = line->text();
        } else if (const auto *prose = qobject_cast<QPlainTextEdit *>(now)) {
            m_before = prose->toPlainText();
        } else if (m_form) {
            m_memory = m_form->memory();
        }
    }
    if (m_keys.size() < Longest) {
        m_keys += text;
    }
    m_since.restart();
    m_end.start();
    // What cannot be put back must not arrive: a space would press a button. A page that came
    // meanwhile has taken nothing yet.
    return isQuick && (now != m_field || (!isText(now) && !m_form));
}

bool KeyScanner::end()
{
    constexpr qsizetype FewestSeparators = 2; // of a card that was cut off
    constexpr qsizetype Zone = 88;
    constexpr qsizetype FewestKeys = 6; // fewer may be a hand's on a list or a button
    m_end.stop();
    const bool isCard = m_keys.count(u'|') >= FewestSeparators
                        || (m_keys.size() >= Zone && m_keys.contains(u"VNM"));
    const bool isOutOfPlace = m_field && !isText(m_field) && m_keys.size() >= FewestKeys;
    if (!isCard && dossierCodeFrom(m_keys).isEmpty() && !isOutOfPlace) {
        const bool isAny = !m_keys.isEmpty();
        const bool isElsewhere = isAny && m_field && !isText(m_field) && !m_form;
        const bool isMore = m_keys.size() > 1;
        forget();
        if (isAny) {
            Q_EMIT typed();
        }
        return isElsewhere && isMore;
    }
    giveBack();
    QByteArray payload = m_keys.toUtf8();
    QWidget *field = m_field;
    forget();
    Q_EMIT scanned(payload, field);
    payload.fill('\0');
    return true;
}

void KeyScanner::giveBack()
{
    if (auto *search = qobject_cast<SearchField *>(m_field)) {
        search->takeBack(m_before);
    } else if (auto *line = qobject_cast<QLineEdit *>(m_field)) {
        line->setText(m_before);
    } else if (auto *prose = qobject_cast<QPlainTextEdit *>(m_field)) {
        prose->setPlainText(m_before);
    } else if (m_field && m_form) {
        m_form->recall(m_memory);
    }
}

void KeyScanner::forget()
{
    m_keys.fill(u'\0');
    m_keys.clear();
    m_field.clear();
    m_form.clear();
    m_before.clear();
    m_memory = {};
}

} // namespace motcua
