// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <unordered_map>

namespace motcua {

/// A connection to one branch's database. It belongs to the thread that made it.
///
/// SQLite with the durability that survived our power cuts: journal_mode=DELETE, synchronous=EXTRA.
/// Any weaker pair lost acknowledged tickets (tests/system/powercuttest.cpp shows it).
class Database
{
public:
    /// What PRAGMA application_id of our files says: "MCQ1".
    static constexpr qint32 ApplicationId = 0x4D435131;

    /// The file a URL such as "sqlite:/var/lib/motcua/branch.db" names.
    /// Fails with Usage for no URL of ours, EngineUnsupported for postgresql://.
    [[nodiscard]] static Result<QString> pathOf(const QString &url);

    /// Opens an existing branch database. Never creates one: a lost file must not restart the
    /// numbers at 1. Fails with DatabaseMissing, DatabaseForeign, DatabaseDamaged.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);

    /// Makes an empty file at @p path, which must not exist, and opens it.
    [[nodiscard]] static Result<std::unique_ptr<Database>> create(const QString &path);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// Runs one statement without values.
    [[nodiscard]] Result<> run(const QString &sql);

    /// Looks at every page: pages in order, indexes agreeing with rows. Seconds for a large file.
    [[nodiscard]] Result<> checkIntegrity();

    /// Says what happened when @p sql failed; @p sql must hold placeholders only.
    ///
    /// It reads the engine's own code and never QSqlError::type(): Qt's SQLite driver reports a
    /// violated constraint as a connection error. The engine's message is left out, because it can
    /// quote values of the row.
    /// @see https://www.sqlite.org/rescode.html
    [[nodiscard]] Error errorFrom(const QSqlError &error, const QString &sql);

    /// Set after a failed sync: what is on the disk is unknown until the file is opened again, so
    /// no further command may run.
    [[nodiscard]] bool isSuspect() const { return m_suspect; }

    /// The cached prepared query of @p sql; not active. Only Statement uses it. @p unprepared says why
    /// it could not be prepared, which executing it would forget.
    [[nodiscard]] QSqlQuery &prepared(const QString &sql, QSqlError &unprepared);

private:
    explicit Database(QString path);
    [[nodiscard]] Result<> connect(const QString &mode);
    [[nodiscard]] Result<QVariant> pragma(const QString &sql);

    QString m_path;
    QString m_connection;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    bool m_suspect = false;
};

} // namespace motcua
