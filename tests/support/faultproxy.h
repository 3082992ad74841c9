// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

#include <atomic>
#include <memory>

namespace motcua::test {

/// A cable between a PC and a server of this machine that can be cut, bent and mended. It runs in a
/// thread of its own.
///
/// What a fault holds back comes through when it is over, as with packets that are sent again; who has
/// hung up meanwhile does not get it.
class FaultProxy
{
public:
    enum class Fault {
        None,
        Cut,      ///< nothing gets through, new connections are taken and hear nothing
        HalfOpen, ///< the server hears the PC, but its answers do not come
        Slow,     ///< a tenth of a second each way, in pieces, some of which come 0.4 s late
        Refused,  ///< connections are ended, nobody listens
    };

    /// Leads to @p port on loopback.
    explicit FaultProxy(quint16 port);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    void set(Fault fault);
    /// Ends the connections that there are, once.
    void drop();

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread
    std::atomic<quint16> m_port = 0;
};

} // namespace motcua::test
