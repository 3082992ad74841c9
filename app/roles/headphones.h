// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

namespace motcua {

/// Whether a sound output calls itself a headphone or headset.
[[nodiscard]] bool isHeadphone(const QString &description);

/// Tells of headphones that are plugged in.
class Headphones : public QThread
{
    Q_OBJECT

public:
    using QThread::QThread;
    ~Headphones() override;

Q_SIGNALS:
    /// One is there that was not there before; those at the start are not news.
    void pluggedIn();

protected:
    /// Not in the thread of the screen: asking a sound server that hangs may take long.
    void run() override;
};

} // namespace motcua
