// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace motcua {

/// A table as the schema says it is, the same on both engines.
struct Table
{
    struct Column
    {
        QString name;
        QString type; ///< "text", "integer", "bigint", "boolean"

        friend bool operator==(const Column &, const Column &) = default;
    };

    QString name;
    std::vector<Column> columns;
    QStringList key;     ///< columns of the primary key
    QStringList parents; ///< tables its foreign keys point to

    friend bool operator==(const Table &, const Table &) = default;
};

/// A connection to one branch's database, on SQLite or on PostgreSQL. It belongs to the thread that
/// made it.
///
/// What differs between the engines is here and nowhere else: statements and migrations are the same.
/// A place is what names a database inside the program: the absolute path of an SQLite file, or the
/// whole postgresql:// URL, which may hold a password.
class Database
{
public:
    /// What our databases are marked with: "MCQ1".
    static constexpr qint32 ApplicationId = 0x4D435131;
    /// What one is marked with while a branch is moving into it: "MCQ0". Nobody takes it for a branch
    /// until it is marked as one.
    static constexpr qint32 ArrivingId = 0x4D435130;

    /// The place that @p url names: "sqlite:/var/lib/motcua/branch.db", "postgresql://host/branch".
    /// Fails with Usage for no URL of ours, or for one whose server nobody would prove.
    [[nodiscard]] static Result<QString> placeOf(const QString &url);
    [[nodiscard]] static bool isOnServer(const QString &place);
    /// What messages call it: the file's path, or the URL without user, password and options.
    [[nodiscard]] static QString nameOf(const QString &place);
    /// Where the branch's key is: beside an SQLite file, or what key=… of the URL says. Never on the
    /// server.
    [[nodiscard]] static QString keyFileOf(const QString &place);

    /// Opens an existing branch database. Never creates one: a lost file must not restart the
    /// numbers at 1. Fails with DatabaseMissing, DatabaseForeign (also when it has another mark than
    /// @p mark), DatabaseDamaged, and on a server with ServerUnreachable, ServerUnsafe,
    /// ServerUnsuitable.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &place,
                                                                qint32 mark = ApplicationId);

    /// Opens what has no branch yet: makes an empty file, which must not exist, or takes the empty
    /// database of a server. Fails with DatabaseExists.
    [[nodiscard]] static Result<std::unique_ptr<Database>> create(const QString &place);

    virtual ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; } ///< see nameOf()
    [[nodiscard]] QString keyFile() const { return keyFileOf(m_place); }
    [[nodiscard]] bool isOnServer() const { return isOnServer(m_place); }

    /// Runs a statement without values; on a server several, up to the first that fails.
    [[nodiscard]] Result<> run(const QString &sql);

    enum class Aim {
        Read,  ///< everything it reads is of one moment
        Write, ///< the branch's lock first
        Build, ///< changes the schema; transactions begun within are part of it
    };
    /// Says which bookings are asked for, because a face that gives numbers sees no others: their codes
    /// or hashes. A file has no such faces.
    [[nodiscard]] virtual Result<> seekBookings(const QStringList &known);
    /// Takes a write without an answer, to be sent with what is sent next and by the commit at the
    /// latest; what is wrong with it is told then. False when it is not taken: outside a command, or
    /// where the way to the engine is short. Only Statement uses it.
    [[nodiscard]] virtual Result<bool> postpone(const QString &sql, const QVariantList &values);
    /// Sends what was postponed.
    [[nodiscard]] Result<> sendPostponed();
    /// Only Transaction begins and commits.
    [[nodiscard]] Result<> begin(Aim aim);
    [[nodiscard]] Result<> commit();
    void rollBack();
    [[nodiscard]] bool isBuilding() const { return m_aim == Aim::Build; }

    [[nodiscard]] virtual Result<bool> hasTable(const QString &name) = 0;
    /// All tables, by name.
    [[nodiscard]] Result<std::vector<Table>> tables();
    /// Part of the transaction that is open.
    [[nodiscard]] virtual Result<> setMark(qint32 mark) = 0;

    /// Looks for damage the engine can see: pages, indexes agreeing with rows, rows that point
    /// nowhere. Seconds for a large database.
    [[nodiscard]] virtual Result<> checkIntegrity() = 0;

    /// Something that changes with every commit, whoever made it. Fails with DatabaseReplaced when
    /// the file is not at its place any more.
    [[nodiscard]] virtual Result<QString> changeMark() = 0;
    /// Calls @p hint in @p context's thread, which is ours, when somebody may have written. A hint
    /// can be lost.
    virtual void watch(QObject *context, const std::function<void()> &hint) = 0;
    struct Pace
    {
        std::chrono::milliseconds net;   ///< how often to look without a hint
        std::chrono::milliseconds pause; ///< between two readings that hints asked for
    };
    [[nodiscard]] virtual Pace pace() const = 0;

    /// False while another connection is @p device; ours until this connection ends.
    [[nodiscard]] virtual Result<bool> holdDevice(const QString &device) = 0;

    /// Says what happened when @p sql failed; @p sql must hold placeholders only.
    ///
    /// It reads the engine's own code and never QSqlError::type(): Qt's SQLite driver reports a
    /// violated constraint as a connection error. The engine's message is left out, because it can
    /// quote values of the row.
    [[nodiscard]] virtual Error errorFrom(const QSqlError &error, const QString &sql) = 0;

    /// Why no further command may run on this connection, if so: after a failed sync what is on the
    /// disk is unknown, after a lost link the server has forgotten us. Open it again.
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }

    /// The cached prepared query of @p sql; not active. Only Statement uses it. @p unprepared says why
    /// it could not be prepared, which executing it would forget.
    [[nodiscard]] QSqlQuery &prepared(const QString &sql, QSqlError &unprepared);

protected:
    Database(QString place, QString path);

    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] const QString &connectionName() const { return m_connection; }
    void setFault(const Error &fault) { m_fault = fault; }
    [[nodiscard]] bool isWriting() const { return m_aim == Aim::Write; }
    /// Texts that go before the next one.
    struct Postponed
    {
        QString texts;   ///< with values
        QStringList sql; ///< with placeholders, for errors
    };
    Postponed m_postponed;

    /// Statements that read the schema.
    struct SchemaQueries
    {
        QString tables;  ///< the names, in order
        QString columns; ///< name and type of each of the table :name
        QString key;     ///< columns of its primary key
        QString parents; ///< tables it refers to, in order
    };
    [[nodiscard]] virtual SchemaQueries schemaQueries() const = 0;
    [[nodiscard]] virtual Result<> beginFor(Aim aim) = 0;
    [[nodiscard]] virtual Result<> commitFor(Aim aim) = 0;
    /// Whether every result is read row by row, which lets nothing else run meanwhile.
    [[nodiscard]] virtual bool readsForward() const = 0;

private:
    QString m_place;
    QString m_path;
    QString m_connection;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::optional<Aim> m_aim; ///< of the transaction that is open
    std::optional<Error> m_fault;
};

} // namespace motcua
