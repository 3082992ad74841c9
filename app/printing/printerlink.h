// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace motcua {

/// The wire to a printer. Nothing blocks; it can be opened again after every end.
class PrinterLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// opened() or closed() follows, perhaps from within this call.
    virtual void open() = 0;
    /// Queues @p bytes; drained() follows once the system has taken all that was queued.
    virtual void write(const QByteArray &bytes) = 0;
    /// Bytes that have not left: the system has not taken them, or, where one can know, the other
    /// end has not.
    [[nodiscard]] virtual qint64 pending() const = 0;
    /// False for a device that takes bytes and tells nothing.
    [[nodiscard]] virtual bool canRead() const = 0;
    /// Ends the connection at once, with everything that has not arrived. No signal follows.
    virtual void reset() = 0;

Q_SIGNALS:
    void opened();
    void closed(); ///< by the other end, or it could not be opened
    void received(const QByteArray &bytes);
    void drained();
};

[[nodiscard]] std::unique_ptr<PrinterLink> makeTcpLink(const QString &host, quint16 port);
/// A character device (USB printer class, serial line) or a pipe.
[[nodiscard]] std::unique_ptr<PrinterLink> makeFileLink(const QString &path);

} // namespace motcua
