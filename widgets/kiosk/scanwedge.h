// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

class QKeyEvent;

namespace motcua {

/// Tells a scanner that acts as a keyboard from a person who types: a scanner's keys come within
/// 50 ms of each other. Keys are held back that long, so that nothing of a card is ever typed into
/// a screen. What was read is overwritten as soon as it was handed on.
class ScanWedge : public QObject
{
    Q_OBJECT

public:
    explicit ScanWedge(QObject *parent = nullptr);
    ~ScanWedge() override;

    /// Takes a key. False: it is no character and nothing is being scanned, it is a key of the
    /// screen.
    bool take(const QKeyEvent &key);

    void setGap(std::chrono::milliseconds gap) { m_pause.setInterval(gap); }

Q_SIGNALS:
    void scanned(const QByteArray &payload);
    void typed(QChar key);
    /// Enter after characters that were typed.
    void entered();

private:
    void flush(bool ended);
    void wipe();

    QTimer m_pause;
    QString m_keys;
};

} // namespace motcua
