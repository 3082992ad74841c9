// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/statement.h"

#include "storage/linkwatch.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace motcua {

Statement::Statement(Database &database, const QString &sql)
    : m_database(database)
    , m_query(database.prepared(sql, m_unprepared))
    , m_sql(sql)
{
}

Statement &Statement::bindVariant(const QString &name, const QVariant &value)
{
    m_query.bindValue(name, value);
    return *this;
}

Statement &Statement::bind(const QString &name, bool value)
{
    return bindVariant(name, value);
}

Statement &Statement::bind(const QString &name, const QString &value)
{
    return bindVariant(name, value.isNull() ? u""_s : value);
}

Statement &Statement::bind(const QString &name, const QByteArray &utf8)
{
    return bind(name, QString::fromUtf8(utf8)); // QVariant(QByteArray) would become a BLOB
}

Statement &Statement::bind(const QString &name, const QDate &value)
{
    return bindVariant(name, value.toString(Qt::ISODate));
}

Statement &Statement::bind(const QString &name, const QUuid &value)
{
    return bindVariant(name, value.toString(QUuid::WithoutBraces));
}

Statement &Statement::bindNull(const QString &name)
{
    return bindVariant(name, QVariant(QMetaType::fromType<QString>()));
}

Statement &Statement::bindOrNull(const QString &name, const QString &value)
{
    return value.isEmpty() ? bindNull(name) : bind(name, value);
}

Statement &Statement::bindOrNull(const QString &name, int value)
{
    return value == 0 ? bindNull(name) : bind(name, value);
}

Statement &Statement::bindOrNull(const QString &name, const QUuid &value)
{
    return value.isNull() ? bindNull(name) : bind(name, value);
}

Statement &Statement::bindOrNull(const QString &name, const QDate &value)
{
    return value.isNull() ? bindNull(name) : bind(name, value);
}

Result<int> Statement::execute()
{
    if (const auto started = start(); !started) {
        return std::unexpected(started.error());
    }
    const int changed = m_query.numRowsAffected();
    m_query.finish();
    return changed;
}

Result<> Statement::run()
{
    if (!m_unprepared.isValid()) {
        if (const auto taken = m_database.postpone(m_sql, m_query.boundValues());
            !taken || *taken) {
            return taken ? Result<>() : std::unexpected(taken.error());
        }
    }
    if (const auto executed = execute(); !executed) {
        return std::unexpected(executed.error());
    }
    return {};
}

Result<> Statement::start()
{
    if (m_unprepared.isValid()) {
        return std::unexpected(m_database.errorFrom(m_unprepared, m_sql));
    }
    if (const auto sent = m_database.sendPostponed(); !sent) {
        return sent;
    }
    const AnswerWait wait;
    if (!m_query.exec()) {
        const Error error = m_database.errorFrom(m_query.lastError(), m_sql);
        m_query.finish();
        return std::unexpected(error);
    }
    return {};
}

Result<> Statement::finish()
{
    // next() returns false at the end and on an error alike.
    const QSqlError error = m_query.lastError();
    m_query.finish();
    if (error.type() != QSqlError::NoError) {
        return std::unexpected(m_database.errorFrom(error, m_sql));
    }
    return {};
}

} // namespace motcua
