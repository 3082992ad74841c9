// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <random>
#include <vector>

namespace motcua {

/// A receipt printer that speaks ESC/POS and can be ill in every way a test asks for. What it holds
/// survives the connection, as in a real one: an unfinished job goes on after a refill unless its
/// buffer was emptied.
class FakePrinter : public QObject
{
    Q_OBJECT

public:
    explicit FakePrinter(QObject *parent = nullptr);

    /// Waits for one connection at a time on loopback, on a free port or @p port. With a small
    /// @p receiveBuffer (bytes) the sender soon feels that nothing is taken; it costs speed.
    bool listen(quint16 port = 0, int receiveBuffer = 0);
    void stopListening();
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Reads and writes @p fd, which stays the caller's.
    void attach(int fd);
    void detach();

    struct Ills
    {
        bool paperOut = false;
        bool paperLow = false;
        bool coverOpen = false;
        bool cutterError = false;
        bool stalled = false;       ///< takes nothing from the line and does nothing
        bool silent = false;        ///< prints but answers nothing
        bool garbage = false;       ///< answers noise
        bool garbledStatus = false; ///< its answers to DLE EOT are noise
        bool knowsEcho = true;      ///< GS ( H
        bool echoOfBefore = false;  ///< echoes the id before the one asked for, and no paper status
        bool knowsClear = true;     ///< DLE DC4 8
        int rowsOfPaper = -1;       ///< runs out after that many rows; -1 for plenty
        qint64 cutAfterBytes = -1;  ///< ends the connection once that many more bytes came; then -1
        int rowsPerTurn = 0;        ///< of the event loop; 0 for at once
        qsizetype buffer = 4096;    ///< bytes it takes ahead of what it prints
    };
    [[nodiscard]] const Ills &ills() const { return m_ills; }
    void set(const Ills &ills); ///< a refill and a closed cover are set here, too

    /// Pieces of paper that were cut off, oldest first; Format_Mono, a set bit is ink.
    [[nodiscard]] const std::vector<QImage> &slips() const { return m_slips; }
    /// What hangs at the blade: printed, not cut.
    [[nodiscard]] QImage strip() const;
    /// Bytes that it took for text: there must be none.
    [[nodiscard]] QByteArray text() const { return m_text; }
    [[nodiscard]] qint64 bytesReceived() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] bool isConnected() const { return m_socket != nullptr; }
    [[nodiscard]] int statusRequests() const { return m_statusRequests; }

Q_SIGNALS:
    void slipCut(const QImage &slip);
    void connectionCut();

private:
    void takeConnection();
    void dropConnection();
    [[nodiscard]] bool wasReset() const;
    void readSocket();
    void readDevice();
    void receive(const QByteArray &bytes);
    void obeyAtOnce(char byte);
    void answer(const QByteArray &bytes);
    void work();
    bool step();
    bool take(qsizetype count);
    [[nodiscard]] bool stands() const;

    QTcpServer m_server;
    quint16 m_port = 0;
    QTcpSocket *m_socket = nullptr;
    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Ills m_ills;
    QByteArray m_buffer;
    qsizetype m_reserve = 0; ///< bytes over the buffer's size
    QByteArray m_recent;     ///< tail of what came, to see real-time commands in
    qsizetype m_rasterRowsLeft = 0;
    qsizetype m_rasterRowBytes = 0;
    std::vector<QByteArray> m_rows;
    std::vector<QImage> m_slips;
    QByteArray m_text;
    qint64 m_received = 0;
    int m_connections = 0;
    int m_statusRequests = 0;
    QTimer m_work;
    std::minstd_rand m_random{1};
};

} // namespace motcua
