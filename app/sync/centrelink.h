// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <vector>

using PGconn = struct pg_conn;

namespace motcua {

/// A connection to the centre's database, by libpq itself: rows go up by COPY, which Qt SQL has not,
/// and a batch is one text that is answered once.
///
/// After a lost link every call fails with CentreUnreachable.
class CentreLink
{
public:
    /// A value that is NULL is a null QString.
    using Rows = std::vector<std::vector<QString>>;

    /// Connects to the postgresql:// URL @p url, which is held to what is demanded of a branch's own
    /// server. Fails with Usage, CentreUnreachable, CentreDenied. Later, a write to a centre that takes
    /// none at present (a standby, maintenance) fails with CentreFailed.
    [[nodiscard]] static Result<CentreLink> open(const QString &url);

    CentreLink(CentreLink &&) noexcept = default;
    CentreLink &operator=(CentreLink &&) noexcept = default;
    ~CentreLink() = default;

    [[nodiscard]] const QString &name() const { return m_name; } ///< for messages: no password

    /// Runs one statement with values for $1, $2 …, a null QString for NULL.
    [[nodiscard]] Result<Rows> ask(const QString &sql, const QStringList &values = {});
    /// Runs several statements, as one transaction unless they say otherwise; rows of the last.
    [[nodiscard]] Result<Rows> run(const QString &sql);

    /// Sends @p lines for the COPY within @p sql and does not wait for the answer: two round trips with
    /// it, however much it is. Nothing else may be asked before answer().
    [[nodiscard]] Result<> send(const QString &sql, const QByteArray &lines);
    /// What the statement after the COPY said.
    [[nodiscard]] Result<Rows> answer();

    /// The engine's five letters for why the last call failed; empty after a lost link.
    [[nodiscard]] const QString &state() const { return m_state; }
    /// Whether it failed by a row: a value that no type takes, or a constraint.
    [[nodiscard]] bool wasRowRefused() const
    {
        return m_state.startsWith(u"22") || m_state.startsWith(u"23");
    }
    /// @p text as a literal of SQL.
    [[nodiscard]] QString quoted(const QString &text) const;
    /// What the server checks @p password of @p role by, in its own method.
    [[nodiscard]] Result<QString> verifierOf(const QString &password, const QString &role);
    [[nodiscard]] qint64 roundTrips() const { return m_roundTrips; } ///< since it was opened

private:
    struct Closer
    {
        void operator()(PGconn *connection) const;
    };
    explicit CentreLink(PGconn *connection, QString name)
        : m_connection(connection)
        , m_name(std::move(name))
    {
    }
    [[nodiscard]] bool isReader() const;
    [[nodiscard]] Error errorFrom(const QString &state, const QString &sql);
    [[nodiscard]] Result<Rows> readAll(const QString &sql);

    std::unique_ptr<PGconn, Closer> m_connection;
    QString m_name;
    QString m_sent; ///< what answer() is to
    QString m_state;
    qint64 m_roundTrips = 0;
};

} // namespace motcua
