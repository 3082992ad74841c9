// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

namespace motcua {

/// A soft tone for one pair of ears. Silent where there is no sound output.
class Ping : public QObject
{
    Q_OBJECT

public:
    Ping();
    ~Ping() override;

    /// Returns at once: a sound server that hangs must not hold up a screen.
    void play();

private:
    QThread *m_thread; ///< left behind when it hangs, see endSoundThread()
    QObject *m_player; ///< lives in m_thread
};

} // namespace motcua
