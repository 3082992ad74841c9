// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeprinter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace motcua {

namespace {

quint8 at(const QByteArray &bytes, qsizetype i)
{
    return static_cast<quint8>(bytes[i]);
}

QImage imageOf(const std::vector<QByteArray> &rows)
{
    if (rows.empty()) {
        return {};
    }
    const qsizetype width = std::ranges::max(rows, {}, &QByteArray::size).size();
    QImage image(static_cast<int>(width) * 8, static_cast<int>(rows.size()), QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (size_t y = 0; y < rows.size(); ++y) {
        std::ranges::copy(rows[y], image.scanLine(static_cast<int>(y)));
    }
    return image;
}

} // namespace

FakePrinter::FakePrinter(QObject *parent)
    : QObject(parent)
{
    m_work.setSingleShot(true);
    connect(&m_work, &QTimer::timeout, this, &FakePrinter::work);
    connect(&m_server, &QTcpServer::newConnection, this, &FakePrinter::takeConnection);
}

bool FakePrinter::listen(quint16 port, int receiveBuffer)
{
    const bool listening = m_server.listen(QHostAddress::LocalHost, port ? port : m_port);
    if (receiveBuffer > 0) {
        ::setsockopt(static_cast<int>(m_server.socketDescriptor()), SOL_SOCKET, SO_RCVBUF,
                     &receiveBuffer, sizeof receiveBuffer);
    }
    m_port = m_server.serverPort();
    return listening;
}

void FakePrinter::stopListening()
{
    m_server.close();
    dropConnection();
}

void FakePrinter::attach(int fd)
{
    m_fd = fd;
    m_notifier = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &FakePrinter::readDevice);
}

void FakePrinter::detach()
{
    m_notifier.reset();
    m_fd = -1;
}

void FakePrinter::set(const Ills &ills)
{
    m_ills = ills;
    m_work.start(0);
}

QImage FakePrinter::strip() const
{
    return imageOf(m_rows);
}

/// Has the other end thrown the connection away, and all that was still on its way? Qt does not
/// notice while nothing is read.
bool FakePrinter::wasReset() const
{
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        return true;
    }
    pollfd state{.fd = static_cast<int>(m_socket->socketDescriptor()), .events = 0, .revents = 0};
    return ::poll(&state, 1, 0) == 1 && (state.revents & (POLLERR | POLLNVAL)) != 0;
}

void FakePrinter::takeConnection()
{
    if (m_socket && !m_ills.stalled && wasReset()) {
        dropConnection();
    }
    if (m_socket || !m_server.hasPendingConnections()) {
        return; // one at a time: the others wait
    }
    m_socket = m_server.nextPendingConnection();
    if (wasReset()) { // while it waited
        dropConnection();
        return;
    }
    m_socket->setReadBufferSize(m_ills.buffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_connections;
    m_recent.clear();
    // Real-time commands get through although the buffer is full with what came before.
    constexpr qsizetype Reserve = 64;
    m_reserve = std::max<qsizetype>(0, m_buffer.size() + Reserve - m_ills.buffer);
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { m_work.start(0); });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (!m_ills.stalled) {
            readSocket();
        }
        dropConnection();
    });
    m_work.start(0);
}

void FakePrinter::dropConnection()
{
    if (QTcpSocket *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
        QTimer::singleShot(0, this, &FakePrinter::takeConnection);
    }
}

void FakePrinter::readSocket()
{
    if (!m_socket || !m_socket->isReadable()) {
        return;
    }
    const qint64 room = m_ills.buffer + m_reserve - m_buffer.size();
    if (room > 0) {
        receive(m_socket->read(room));
    }
}

void FakePrinter::readDevice()
{
    const qsizetype room = m_ills.stalled ? 0 : m_ills.buffer - m_buffer.size();
    if (room <= 0) {
        m_notifier->setEnabled(false); // until there is
        return;
    }
    QByteArray bytes(room, '\0');
    const ssize_t got = ::read(m_fd, bytes.data(), static_cast<size_t>(room));
    if (got <= 0) {
        m_notifier->setEnabled(errno == EAGAIN);
        return;
    }
    receive(bytes.first(got));
    work();
}

void FakePrinter::receive(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        if (m_ills.cutAfterBytes == 0) {
            m_ills.cutAfterBytes = -1;
            dropConnection();
            Q_EMIT connectionCut();
            return;
        }
        if (m_ills.cutAfterBytes > 0) {
            --m_ills.cutAfterBytes;
        }
        ++m_received;
        m_buffer.append(byte);
        obeyAtOnce(byte);
    }
    if (m_ills.cutAfterBytes == 0) {
        m_ills.cutAfterBytes = -1;
        work(); // what has come is printed
        dropConnection();
        Q_EMIT connectionCut();
    }
}

/// Real-time commands: even in the middle of a picture, and when the printer stands.
void FakePrinter::obeyAtOnce(char byte)
{
    static const QByteArray clear("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);
    m_recent = (m_recent + byte).last(std::min(m_recent.size() + 1, clear.size()));
    if (m_ills.garbage && m_random() % 50 == 0) {
        answer(QByteArray(1, static_cast<char>(m_random() % 256)));
    }
    if (m_recent.size() >= 3 && m_recent.last(3).startsWith("\x10\x04")) {
        int bits = 0x12;
        switch (byte) {
        case 1:
            bits |= stands() ? 0x08 : 0;
            break;
        case 2:
            bits |= (m_ills.coverOpen ? 0x04 : 0) | (m_ills.paperOut ? 0x20 : 0)
                    | (m_ills.cutterError ? 0x40 : 0);
            break;
        case 3:
            bits |= m_ills.cutterError ? 0x08 : 0;
            break;
        case 4:
            bits |= (m_ills.paperOut ? 0x60 : 0) | (m_ills.paperLow || m_ills.paperOut ? 0x0c : 0);
            break;
        default:
            return;
        }
        ++m_statusRequests;
        answer(QByteArray(1, static_cast<char>(m_ills.garbledStatus ? 0xff : bits)));
    } else if (m_ills.knowsClear && m_recent == clear) {
        m_buffer.clear();
        m_reserve = 0;
        m_rasterRowsLeft = 0;
        answer(QByteArray("\x37\x25\x00", 3));
    }
}

void FakePrinter::answer(const QByteArray &bytes)
{
    if (m_ills.silent) {
        return;
    }
    QByteArray sent = bytes;
    if (m_ills.garbage) {
        for (char &c : sent) {
            c = static_cast<char>(m_random() % 256);
        }
    }
    if (m_socket) {
        m_socket->write(sent);
    } else if (m_fd != -1) {
        [[maybe_unused]] const auto written =
            ::write(m_fd, sent.constData(), static_cast<size_t>(sent.size()));
    }
}

bool FakePrinter::stands() const
{
    return m_ills.paperOut || m_ills.coverOpen || m_ills.cutterError;
}

void FakePrinter::work()
{
    if (m_ills.stalled) {
        return;
    }
    if (m_socket && wasReset()) {
        dropConnection();
    }
    readSocket();
    int steps = 0;
    while (!stands() && step()) {
        if (m_ills.rowsPerTurn > 0 && ++steps >= m_ills.rowsPerTurn) {
            m_work.start(0);
            break;
        }
        readSocket();
    }
    if (m_notifier && m_buffer.size() < m_ills.buffer) {
        m_notifier->setEnabled(true);
    }
}

/// Whether the first @p count bytes of the buffer are there; removes them.
bool FakePrinter::take(qsizetype count)
{
    if (m_buffer.size() < count) {
        return false;
    }
    m_buffer.remove(0, count);
    return true;
}

/// Does the next thing in the buffer; false when it is not all there.
bool FakePrinter::step()
{
    if (m_rasterRowsLeft > 0) {
        const QByteArray row = m_buffer.first(std::min(m_buffer.size(), m_rasterRowBytes));
        if (!take(m_rasterRowBytes)) {
            return false;
        }
        m_rows.push_back(row);
        --m_rasterRowsLeft;
        if (m_ills.rowsOfPaper > 0) {
            --m_ills.rowsOfPaper;
            m_ills.paperOut = m_ills.rowsOfPaper == 0;
        }
        return true;
    }
    if (m_buffer.size() < 2) {
        return false;
    }
    const std::array<char, 2> start{m_buffer[0], m_buffer[1]};
    const auto is = [&start](char first, char second) {
        return start[0] == first && start[1] == second;
    };
    if (is(0x10, 0x04) || is(0x10, 0x05)) {
        return take(3); // obeyed when it came
    }
    if (is(0x10, 0x14)) {
        return take(m_buffer.size() > 2 && m_buffer[2] == 8 ? 10 : 5);
    }
    if (is(0x1b, '@')) {
        return take(2);
    }
    if (is(0x1d, 'a')) {
        return take(3);
    }
    if (is(0x1d, 'r')) {
        const int bits = (m_ills.paperLow ? 0x03 : 0) | (m_ills.paperOut ? 0x0c : 0);
        if (take(3)) {
            if (m_ills.echoOfBefore) {
                return true;
            }
            answer(QByteArray(1, static_cast<char>(bits)));
            return true;
        }
        return false;
    }
    if (is(0x1d, '(')) {
        if (m_buffer.size() < 5) {
            return false;
        }
        const qsizetype length = at(m_buffer, 3) + 256 * at(m_buffer, 4);
        const QByteArray command = m_buffer.first(std::min(m_buffer.size(), 5 + length));
        if (!take(5 + length)) {
            return false;
        }
        if (m_ills.knowsEcho && command[2] == 'H') {
            const int id = command.sliced(7, 4).toInt(nullptr, 16) - (m_ills.echoOfBefore ? 1 : 0);
            answer(QByteArray::fromHex("3722") + QByteArray::number(id, 16).rightJustified(4, '0')
                   + '\0');
        }
        return true;
    }
    if (is(0x1d, 'V')) {
        const qsizetype length = m_buffer.size() > 2 && at(m_buffer, 2) >= 65 ? 4 : 3;
        if (!take(length)) {
            return false;
        }
        const QImage slip = strip();
        m_rows.clear();
        if (!slip.isNull()) {
            m_slips.push_back(slip);
            Q_EMIT slipCut(slip);
        }
        return true;
    }
    if (is(0x1d, 'v')) {
        if (m_buffer.size() < 8) {
            return false;
        }
        m_rasterRowBytes = at(m_buffer, 4) + 256 * at(m_buffer, 5);
        m_rasterRowsLeft = at(m_buffer, 6) + 256 * at(m_buffer, 7);
        return take(8);
    }
    m_text.append(start[0]);
    return take(1);
}

} // namespace motcua
