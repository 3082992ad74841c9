// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <span>

class QIODevice;

namespace motcua {

/// A code reader that does not act as a keyboard of the screen: on a serial line (USB virtual COM
/// port too), a USB reader in its HID-POS mode, or an input device of Linux that is taken for this
/// program alone, so that no key of it ever reaches a screen. Unplugged, it is looked for again
/// every two seconds.
class ScannerDevice : public QObject
{
    Q_OBJECT

public:
    explicit ScannerDevice(QObject *parent = nullptr);
    ~ScannerDevice() override;

    /// Opens the reader at @p url: `serial:/dev/ttyACM0`, `serial:/dev/ttyUSB0?baud=115200` (9600
    /// unless told), `hidraw:/dev/hidraw0` or `evdev:/dev/input/by-id/…`. Fails with InvalidInput
    /// for anything else; a reader that is not there yet is no failure.
    [[nodiscard]] Result<> open(const QString &url);

Q_SIGNALS:
    /// A line was read, or what came before a pause; it is overwritten right after.
    void scanned(const QByteArray &payload);
    /// The reader is there, for the first time or again.
    void connected();

private:
    enum class Kind {
        Serial,
        Hid, ///< USB HID Point of Sale
        Input,
    };

    void connectReader();
    bool openSerial();
    bool openFile();
    void closeReader();
    void readSerial();
    void readFile();
    void takeReport(std::span<const char> report);
    void takeKey(int code, int value);
    void take(QByteArrayView bytes);

    Kind m_kind = Kind::Serial;
    QString m_path;
    int m_baud = 0;
    std::unique_ptr<QIODevice> m_serial;
    int m_file = -1; ///< of the other kinds
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_shift = false;
    QByteArray m_line;
    QTimer m_pause; ///< some readers send no line end; a card is not to wait for the next one
    QTimer m_retry;
};

} // namespace motcua
