// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/scanwedge.h"

#include <QKeyEvent>

namespace motcua {

namespace {

constexpr std::chrono::milliseconds LongestGap{50}; // domain.md §3
constexpr qsizetype ShortestScan = 6;
constexpr qsizetype LongestScan = 1024;

} // namespace

ScanWedge::ScanWedge(QObject *parent)
    : QObject(parent)
{
    // No growth, so that no older copy of a card stays behind.
    m_keys.reserve(LongestScan + 1);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    m_pause.setInterval(LongestGap);
    // Some scanners send no Enter.
    connect(&m_pause, &QTimer::timeout, this, [this] { flush(false); });
}

ScanWedge::~ScanWedge()
{
    wipe();
}

bool ScanWedge::take(const QKeyEvent &key)
{
    const bool chord = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (chord) {
        return false;
    }
    const bool ends =
        key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
    if (ends) {
        if (m_keys.isEmpty()) {
            return false;
        }
        const bool scan = m_keys.size() >= ShortestScan;
        flush(true);
        return scan || key.key() != Qt::Key_Tab;
    }
    if (key.key() == Qt::Key_Backspace && !m_keys.isEmpty()) {
        // An input method of the system corrects what it has rewritten.
        m_keys.chop(1);
        m_pause.start();
        return true;
    }
    const QString text = key.text();
    if (text.isEmpty() || !text.front().isPrint()) {
        return false;
    }
    if (m_keys.size() + text.size() <= LongestScan) {
        m_keys += text;
    }
    m_pause.start();
    return true;
}

void ScanWedge::flush(bool ended)
{
    m_pause.stop();
    if (m_keys.size() >= ShortestScan) {
        QByteArray payload = m_keys.toUtf8();
        wipe();
        Q_EMIT scanned(payload);
        payload.fill('\0');
        return;
    }
    const QString keys = m_keys;
    wipe();
    for (const QChar c : keys) {
        Q_EMIT typed(c);
    }
    if (ended) {
        Q_EMIT entered();
    }
}

void ScanWedge::wipe()
{
    m_keys.fill(u'\0');
    m_keys.resize(0);
}

} // namespace motcua
