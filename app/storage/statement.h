// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "storage/database.h"

#include <QDate>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>
#include <QVariant>

#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

namespace motcua {

/// The row a statement stands on. Columns are read by place.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }

    /// The same on both engines, because digests are made of it: nothing is empty, a truth value is
    /// "1" or "0".
    [[nodiscard]] QString text(int column) const
    {
        const QVariant value = m_query.value(column);
        if (value.isNull()) {
            return {}; // a number that is NULL would read "0"
        }
        return value.typeId() == QMetaType::Bool ? QString::number(value.toInt())
                                                 : value.toString();
    }
    [[nodiscard]] int integer(int column) const { return m_query.value(column).toInt(); }
    [[nodiscard]] qint64 bigInteger(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool boolean(int column) const { return m_query.value(column).toBool(); }
    [[nodiscard]] QDate date(int column) const
    {
        return QDate::fromString(text(column), Qt::ISODate);
    }
    [[nodiscard]] QUuid uuid(int column) const { return QUuid::fromString(text(column)); }
    /// As the engine's driver gives it, for who knows the column's type from the schema.
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] int columns() const { return m_query.record().count(); }

private:
    const QSqlQuery &m_query;
};

/// A prepared statement: bound by name, read to its end before anything else happens.
///
/// Preparing is done once per connection and text. A statement that cannot be prepared says so when
/// it is executed, so that callers have one error path.
class Statement
{
public:
    Statement(Database &database, const QString &sql);

    Statement &bind(const QString &name, bool value);
    Statement &bind(const QString &name, std::signed_integral auto value)
    {
        return bindVariant(name, QVariant::fromValue(qint64{value}));
    }
    Statement &bind(const QString &name, const QString &value); ///< never NULL, "" when null
    Statement &bind(const QString &name, const QByteArray &utf8);
    Statement &bind(const QString &name, const QDate &value); ///< as 2026-03-02
    Statement &bind(const QString &name, const QUuid &value);
    Statement &bindVariant(const QString &name, const QVariant &value); ///< as it is
    Statement &bindNull(const QString &name);
    /// NULL instead of an empty text, 0 or a null id: "none" in the values of the core.
    Statement &bindOrNull(const QString &name, const QString &value);
    Statement &bindOrNull(const QString &name, int value);
    Statement &bindOrNull(const QString &name, const QUuid &value);
    Statement &bindOrNull(const QString &name, const QDate &value);

    /// Executes and returns how many rows it changed.
    [[nodiscard]] Result<int> execute();

    /// Executes, or within a command has it executed before whatever comes next, and only says whether
    /// that worked so far.
    [[nodiscard]] Result<> run();

    /// Executes and reads every row before it returns: a RETURNING or SELECT that is not read to
    /// its end keeps SQLite's lock.
    template <std::invocable<const Row &> Read>
    [[nodiscard]] auto rows(Read read)
        -> Result<std::vector<std::invoke_result_t<Read, const Row &>>>
    {
        if (const auto started = start(); !started) {
            return std::unexpected(started.error());
        }
        std::vector<std::invoke_result_t<Read, const Row &>> results;
        while (m_query.next()) {
            results.push_back(read(Row(m_query)));
        }
        if (const auto finished = finish(); !finished) {
            return std::unexpected(finished.error());
        }
        return results;
    }

    /// The first row, nothing when there is none.
    template <std::invocable<const Row &> Read>
    [[nodiscard]] auto row(Read read)
        -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
    {
        auto all = rows(std::move(read));
        if (!all) {
            return std::unexpected(all.error());
        }
        std::optional<std::invoke_result_t<Read, const Row &>> first;
        if (!all->empty()) {
            first = std::move(all->front());
        }
        return first;
    }

    /// Executes and hands every row to @p read, for results too large to keep. @p read must not run
    /// another statement.
    template <std::invocable<const Row &> Read>
    [[nodiscard]] Result<> forEach(Read read)
    {
        m_query.setForwardOnly(true);
        if (const auto started = start(); !started) {
            return started;
        }
        while (m_query.next()) {
            read(Row(m_query));
        }
        return finish();
    }

private:
    [[nodiscard]] Result<> start();
    [[nodiscard]] Result<> finish();

    Database &m_database;
    QSqlError m_unprepared;
    QSqlQuery &m_query;
    const QString m_sql;
};

} // namespace motcua
