// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultproxy.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <vector>

namespace motcua::test {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

struct Piece
{
    Clock::time_point due;
    QByteArray bytes;
};

struct Way
{
    QTcpSocket *from = nullptr;
    QTcpSocket *to = nullptr;
    std::deque<Piece> held = {};
    bool isOver = false; ///< the sender has hung up
};

struct Cable
{
    std::array<Way, 2> ways; ///< to the server, back
};

} // namespace

class FaultProxy::Worker : public QObject
{
public:
    explicit Worker(quint16 target)
        : m_target(target)
        , m_server(this)
        , m_pulse(this)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Worker::take);
        connect(&m_pulse, &QTimer::timeout, this, [this] { pump(); });
        m_pulse.setTimerType(Qt::PreciseTimer);
    }

    quint16 listen(quint16 port)
    {
        m_server.listen(QHostAddress::LocalHost, port);
        m_pulse.start(5ms);
        return m_server.serverPort();
    }

    void set(Fault fault)
    {
        const quint16 port = m_server.serverPort();
        const bool wasRefused = m_fault == Fault::Refused;
        m_fault = fault;
        if (fault == Fault::Refused) {
            m_port = port;
            drop();
            m_server.close();
        } else if (wasRefused) {
            listen(m_port);
        }
        pump();
    }

    void drop()
    {
        for (const auto &cable : m_cables) {
            for (const Way &way : cable->ways) {
                way.from->abort();
                way.from->deleteLater();
            }
        }
        m_cables.clear();
    }

private:
    void take()
    {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            auto *server = new QTcpSocket(this);
            client->setParent(this);
            server->connectToHost(QHostAddress::LocalHost, m_target);
            auto cable = std::make_unique<Cable>(
                Cable{{Way{.from = client, .to = server}, Way{.from = server, .to = client}}});
            for (Way &way : cable->ways) {
                way.from->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                connect(way.from, &QTcpSocket::readyRead, this, [this, &way] { hold(way); });
                connect(way.from, &QTcpSocket::disconnected, this, [&way] { way.isOver = true; });
                connect(way.from, &QTcpSocket::errorOccurred, this, [&way] { way.isOver = true; });
            }
            m_cables.push_back(std::move(cable));
        }
    }

    void hold(Way &way)
    {
        auto due = Clock::now();
        QByteArray bytes = way.from->readAll();
        if (m_fault != Fault::Slow) {
            way.held.push_back({due, bytes});
            pump();
            return;
        }
        constexpr int Piece = 700;
        constexpr int OneLateIn = 20;
        for (; !bytes.isEmpty(); bytes.remove(0, Piece)) {
            const bool isLost = QRandomGenerator::global()->bounded(OneLateIn) == 0;
            due = std::max(due + (isLost ? 500ms : 100ms),
                           way.held.empty() ? due : way.held.back().due);
            way.held.push_back({due, bytes.left(Piece)});
            due -= 100ms;
        }
    }

    [[nodiscard]] bool isOpen(size_t direction) const
    {
        return m_fault == Fault::None || m_fault == Fault::Slow
               || (m_fault == Fault::HalfOpen && direction == 0);
    }

    void pump()
    {
        for (auto cable = m_cables.begin(); cable != m_cables.end();) {
            bool isOver = false;
            for (size_t i = 0; i < (*cable)->ways.size(); ++i) {
                Way &way = (*cable)->ways.at(i);
                while (isOpen(i) && !way.held.empty() && way.held.front().due <= Clock::now()) {
                    way.to->write(way.held.front().bytes);
                    way.held.pop_front();
                }
                isOver = isOver || (isOpen(i) && way.isOver && way.held.empty());
            }
            if (!isOver) {
                ++cable;
                continue;
            }
            for (const Way &way : (*cable)->ways) {
                way.from->disconnect(this);
                way.from->disconnectFromHost(); // once all is written
                QObject::connect(way.from, &QTcpSocket::disconnected, way.from,
                                 &QObject::deleteLater);
                if (way.from->state() == QAbstractSocket::UnconnectedState) {
                    way.from->deleteLater();
                }
            }
            cable = m_cables.erase(cable);
        }
    }

    quint16 m_target;
    quint16 m_port = 0; ///< while nobody listens
    Fault m_fault = Fault::None;
    QTcpServer m_server;
    QTimer m_pulse;
    std::vector<std::unique_ptr<Cable>> m_cables;
};

FaultProxy::FaultProxy(quint16 port)
    : m_worker(new Worker(port))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_port = m_worker->listen(0); }, Qt::BlockingQueuedConnection);
}

FaultProxy::~FaultProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::set(Fault fault)
{
    QMetaObject::invokeMethod(
        m_worker, [this, fault] { m_worker->set(fault); }, Qt::BlockingQueuedConnection);
}

void FaultProxy::drop()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->drop(); }, Qt::BlockingQueuedConnection);
}

} // namespace motcua::test
