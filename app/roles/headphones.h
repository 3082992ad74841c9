// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

namespace motcua {

/// Whether a sound output calls itself a headphone or headset.
[[nodiscard]] bool isHeadphone(const QString &description);

/// Tells of headphones that are plugged in.
class Headphones : public QObject
{
    Q_OBJECT

public:
    Headphones();
    ~Headphones() override;

    /// Begins to listen; not in the thread of the screen, because asking a sound server that hangs
    /// may take long.
    void start() { m_thread->start(); }

Q_SIGNALS:
    /// One is there that was not there before; those at the start are not news.
    void pluggedIn();

private:
    QThread *m_thread; ///< left behind when it hangs, see endSoundThread()
};

} // namespace motcua
