// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <QHash>

namespace motcua {

/// One PC's branch in a file.
///
/// With the durability that survived our power cuts: journal_mode=DELETE, synchronous=EXTRA. Any
/// weaker pair lost acknowledged tickets (tests/system/powercuttest.cpp shows it).
class SqliteDatabase : public Database
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path,
                                                                qint32 mark = ApplicationId);
    [[nodiscard]] static Result<std::unique_ptr<Database>> create(const QString &path);
    ~SqliteDatabase() override;

    [[nodiscard]] Result<bool> hasTable(const QString &name) override;
    [[nodiscard]] Result<> setMark(qint32 mark) override;
    [[nodiscard]] Result<> checkIntegrity() override;
    [[nodiscard]] Result<QString> changeMark() override;
    void watch(QObject *context, const std::function<void()> &hint) override;
    [[nodiscard]] Pace pace() const override;
    [[nodiscard]] Result<bool> holdDevice(const QString &device) override;
    /// @see https://www.sqlite.org/rescode.html
    [[nodiscard]] Error errorFrom(const QSqlError &error, const QString &sql) override;

protected:
    [[nodiscard]] SchemaQueries schemaQueries() const override;
    [[nodiscard]] Result<> beginFor(Aim aim) override;
    [[nodiscard]] Result<> commitFor(Aim aim) override;
    [[nodiscard]] bool readsForward() const override { return true; }

private:
    explicit SqliteDatabase(const QString &path);
    [[nodiscard]] Result<> connect(const QString &mode, qint32 mark);
    [[nodiscard]] Result<QVariant> pragma(const QString &sql);

    std::pair<quint64, quint64> m_file; ///< device and inode of what was opened
    QHash<QString, int> m_devices;      ///< locks held, as descriptors
};

} // namespace motcua
