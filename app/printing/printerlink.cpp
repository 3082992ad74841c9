// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/printerlink.h"

#include <QFile>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace motcua {

namespace {

class TcpLink final : public PrinterLink
{
public:
    TcpLink(QString host, quint16 port)
        : m_host(std::move(host))
        , m_port(port)
    {
        connect(&m_socket, &QTcpSocket::connected, this, &TcpLink::onConnected);
        connect(&m_socket, &QTcpSocket::readyRead, this,
                [this] { Q_EMIT received(m_socket.readAll()); });
        connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
            if (m_socket.bytesToWrite() == 0) {
                Q_EMIT drained();
            }
        });
        connect(&m_socket, &QTcpSocket::disconnected, this, &TcpLink::end);
        connect(&m_socket, &QTcpSocket::errorOccurred, this, &TcpLink::end);
    }

    void open() override
    {
        m_open = true;
        m_socket.connectToHost(m_host, m_port);
    }

    void write(const QByteArray &bytes) override { m_socket.write(bytes); }
    [[nodiscard]] qint64 pending() const override
    {
        int unacknowledged = 0;
        if (m_socket.socketDescriptor() != -1) {
            ::ioctl(static_cast<int>(m_socket.socketDescriptor()), SIOCOUTQ, &unacknowledged);
        }
        return m_socket.bytesToWrite() + unacknowledged;
    }
    [[nodiscard]] bool canRead() const override { return true; }

    void reset() override
    {
        m_open = false;
        m_socket.abort();
    }

private:
    void onConnected()
    {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        // A plain close, also that of a killed process, would go on sending what the system has
        // taken, and the printer would print it at the next refill.
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                     sizeof now);
        Q_EMIT opened();
    }

    void end()
    {
        if (m_open) {
            reset();
            Q_EMIT closed();
        }
    }

    QString m_host;
    quint16 m_port;
    QTcpSocket m_socket;
    bool m_open = false;
};

class FileLink final : public PrinterLink
{
public:
    explicit FileLink(const QString &path)
        : m_path(QFile::encodeName(path))
    {
    }

    ~FileLink() override { reset(); }

    void open() override
    {
        struct stat kind
        {
        };
        if (::stat(m_path.constData(), &kind) != 0 || S_ISDIR(kind.st_mode)) {
            Q_EMIT closed();
            return;
        }
        constexpr int Flags = O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
        // A pipe opened for both would give our own bytes back.
        m_canRead = S_ISCHR(kind.st_mode);
        if (m_canRead) {
            m_fd = ::open(m_path.constData(), O_RDWR | Flags);
            m_canRead = m_fd != -1;
        }
        if (m_fd == -1) {
            m_fd = ::open(m_path.constData(), O_WRONLY | Flags);
        }
        if (m_fd == -1) {
            Q_EMIT closed();
            return;
        }
        m_isTerminal = ::isatty(m_fd) == 1;
        if (m_isTerminal) {
            makeRaw();
        }
        m_writable = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Write);
        m_writable->setEnabled(false);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &FileLink::send);
        if (m_canRead) {
            m_readable = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
            connect(m_readable.get(), &QSocketNotifier::activated, this, &FileLink::receive);
        }
        Q_EMIT opened();
    }

    void write(const QByteArray &bytes) override
    {
        if (m_fd == -1) {
            return;
        }
        m_out.append(bytes);
        m_writable->setEnabled(true);
    }

    [[nodiscard]] qint64 pending() const override { return m_out.size(); }
    [[nodiscard]] bool canRead() const override { return m_canRead; }

    void reset() override
    {
        if (m_fd == -1) {
            return;
        }
        if (m_isTerminal) {
            ::tcflush(m_fd, TCIOFLUSH); // what the line has not sent yet is dropped
        }
        // Called from their own signals, too.
        for (auto *notifier : {&m_readable, &m_writable}) {
            if (*notifier) {
                (*notifier)->setEnabled(false);
                notifier->release()->deleteLater();
            }
        }
        ::close(m_fd);
        m_fd = -1;
        m_out.clear();
    }

private:
    void makeRaw() const
    {
        termios settings{};
        if (::tcgetattr(m_fd, &settings) == 0) {
            ::cfmakeraw(&settings);
            ::tcsetattr(m_fd, TCSANOW, &settings);
        }
    }

    void send()
    {
        const ssize_t written = ::write(m_fd, m_out.constData(), static_cast<size_t>(m_out.size()));
        if (written > 0) {
            m_out.remove(0, written);
        } else if (written < 0 && errno != EAGAIN && errno != EINTR) {
            end();
            return;
        }
        if (m_out.isEmpty()) {
            m_writable->setEnabled(false);
            Q_EMIT drained();
        }
    }

    void receive()
    {
        std::array<char, 256> buffer{};
        const ssize_t got = ::read(m_fd, buffer.data(), buffer.size());
        if (got > 0) {
            Q_EMIT received(QByteArray(buffer.data(), got));
        } else if (got == 0 && !m_isTerminal) {
            return; // an empty USB packet
        } else if (got < 0 && errno == EINVAL) {
            m_canRead = false; // a USB printer without a way back
            m_readable->setEnabled(false);
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            end();
        }
    }

    void end()
    {
        reset();
        Q_EMIT closed();
    }

    QByteArray m_path;
    int m_fd = -1;
    bool m_canRead = false;
    bool m_isTerminal = false;
    QByteArray m_out;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace

std::unique_ptr<PrinterLink> makeTcpLink(const QString &host, quint16 port)
{
    return std::make_unique<TcpLink>(host, port);
}

std::unique_ptr<PrinterLink> makeFileLink(const QString &path)
{
    return std::make_unique<FileLink>(path);
}

} // namespace motcua
