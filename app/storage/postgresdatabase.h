// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <QHash>
#include <QSet>

namespace motcua {

/// A server's database as a postgresql:// URL names it.
struct Server
{
    QString host; ///< empty: this PC's socket
    int port = -1;
    QString database;
    QString user;
    QString password;
    QString options; ///< for libpq, "key=value …", time limits and proof of the server among them
    QString keyFile; ///< the branch's key on this PC
    QString name;    ///< for messages: no user, no password

    friend bool operator==(const Server &, const Server &) = default;
};

/// Parameters of the query go to libpq, but key=/path, which is ours, and those we decide.
///
/// Fails with Usage (subject: the parameter) for a server elsewhere without sslmode=verify-full: any
/// less lets somebody on the network be the branch's server.
[[nodiscard]] Result<Server> serverOf(const QString &url);

/// A branch of several PCs: everything is in the schema "motcua" of a database of its own.
///
/// After a lost link every statement fails and fault() says so. Whether a commit under way was done
/// is then unknown; the same command sent again on a new connection gets the answer.
class PostgresDatabase : public Database
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &url,
                                                                qint32 mark = ApplicationId);
    [[nodiscard]] static Result<std::unique_ptr<Database>> create(const QString &url);

    [[nodiscard]] Result<> seekBookings(const QStringList &known) override;
    [[nodiscard]] Result<bool> postpone(const QString &sql, const QVariantList &values) override;
    [[nodiscard]] Result<bool> hasTable(const QString &name) override;
    [[nodiscard]] Result<> setMark(qint32 mark) override;
    [[nodiscard]] Result<> checkIntegrity() override;
    [[nodiscard]] Result<QString> changeMark() override;
    void watch(QObject *context, const std::function<void()> &hint) override;
    [[nodiscard]] Pace pace() const override;
    [[nodiscard]] Result<bool> holdDevice(const QString &device) override;
    /// @see https://www.postgresql.org/docs/15/errcodes-appendix.html
    [[nodiscard]] Error errorFrom(const QSqlError &error, const QString &sql) override;

protected:
    [[nodiscard]] SchemaQueries schemaQueries() const override;
    [[nodiscard]] Result<> beginFor(Aim aim) override;
    [[nodiscard]] Result<> commitFor(Aim aim) override;
    [[nodiscard]] bool readsForward() const override { return false; }

private:
    PostgresDatabase(const QString &url, const Server &server);
    [[nodiscard]] Result<> connect(const Server &server);
    [[nodiscard]] Result<> checkServer();
    [[nodiscard]] Result<> checkMark(qint32 mark);
    [[nodiscard]] Result<> claimEmpty();

    QSet<QString> m_devices; ///< locks held
    QHash<QString, QString>
        m_postponable; ///< prepared for postpone(): its name on the server, by SQL
};

} // namespace motcua
