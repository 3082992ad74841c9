// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/statement.h"
#include "support/outcome.h"
#include "sync/centre.h"
#include "sync/centrelink.h"
#include "sync/syncedtable.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>

#include <algorithm>
#include <optional>

namespace motcua::test {

/// A city's database of its own on the scratch server that MOTCUA_TEST_CENTRE names.
class TestCentre
{
public:
    /// An empty centre; made once and then copied by the server.
    TestCentre()
        : TestCentre(fresh())
    {
    }
    /// As @p other is now; nobody may be connected to it.
    [[nodiscard]] TestCentre copy() const
    {
        m_link.reset();
        return TestCentre(m_name);
    }

    [[nodiscard]] static QString serverUrl(const QString &database)
    {
        QFile file(qEnvironmentVariable("MOTCUA_TEST_CENTRE") + QStringLiteral("/url"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the scratch server does not run");
        }
        return QString::fromUtf8(file.readAll()).trimmed().arg(database);
    }

    [[nodiscard]] QString url() const { return serverUrl(m_name); }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// What a branch syncs with; its password is the same every time.
    [[nodiscard]] QString enrol(const QString &code) const
    {
        static const QString columns =
            QStringLiteral("code, valid_from, kind, parent, name_vi, name_en");
        run(QStringLiteral("INSERT INTO place (%1) VALUES ('%2', '2025-03-01', 'branch', 'TT', "
                           "'%2', '%2') ON CONFLICT DO NOTHING")
                .arg(columns, code));
        return enrolBranch(url(), code, QStringLiteral("secret")).value();
    }

    /// The last statement's first column of its first row; empty for none. Dies when it fails.
    QString run(const QString &sql) const { return firstOf(link(), sql); }

    /// The first line that the branch @p code at the centre and @p branch do not both have; empty when
    /// they hold the same.
    [[nodiscard]] QString differenceTo(Database &branch, const QString &code) const
    {
        int place = 0;
        for (const SyncedTable &table : syncedTables()) {
            ++place;
            const QString line = lineOf(table, place, LineFor::Centre);
            Statement select(branch, QStringLiteral("SELECT %1 FROM %2")
                                         .arg(lineOf(table, place, LineFor::Branch), table.name));
            auto own = select.rows([](const Row &row) { return row.text(0); }).value();
            const QString living = table.name == u"event" ? QStringLiteral("NOT lost")
                                                          : QStringLiteral("changed_seq > 0");
            const auto rows =
                link()
                    .ask(QStringLiteral("SELECT %1 FROM %2 WHERE branch ="
                                        " (SELECT key FROM branch WHERE code = $1) AND %3")
                             .arg(line, table.name, living),
                         {code})
                    .value();
            std::vector<QString> its;
            its.reserve(rows.size());
            for (const auto &row : rows) {
                its.push_back(row.front());
            }
            std::ranges::sort(own);
            std::ranges::sort(its);
            std::vector<QString> different;
            std::ranges::set_symmetric_difference(own, its, std::back_inserter(different));
            if (!different.empty()) {
                return QStringLiteral("%1: %2").arg(table.name, different.front());
            }
        }
        return {};
    }

private:
    explicit TestCentre(const QString &original)
        : m_name(newName())
    {
        runAt(serverUrl(QStringLiteral("postgres")),
              QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(m_name, original));
    }

    [[nodiscard]] CentreLink &link() const
    {
        if (!m_link) {
            m_link.emplace(CentreLink::open(url()).value());
        }
        return *m_link;
    }

    static QString firstOf(CentreLink &link, const QString &sql)
    {
        const auto rows = link.run(sql);
        if (!rows) {
            qFatal("%s", qPrintable(told(rows.error())));
        }
        return rows->empty() ? QString() : rows->front().front();
    }
    static void runAt(const QString &url, const QString &sql)
    {
        auto link = CentreLink::open(url).value();
        firstOf(link, sql);
    }

    static QString newName()
    {
        static int count = 0;
        return QStringLiteral("c%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
    }

    static const QString &fresh()
    {
        static const QString name = [] {
            QString made = newName();
            runAt(serverUrl(QStringLiteral("postgres")),
                  QStringLiteral("CREATE DATABASE %1 TEMPLATE template0").arg(made));
            const QString key(64, u'a');
            const auto done = initCentre(serverUrl(made), QDate(2026, 3, 2), key);
            if (!done) {
                qFatal("%s", qPrintable(told(done.error())));
            }
            // A server copies few files faster than many.
            runAt(serverUrl(made),
                  QStringLiteral(
                      "DO $$ DECLARE part TEXT; BEGIN FOR part IN SELECT relname FROM pg_class"
                      " WHERE relispartition AND relkind = 'r' AND relname ~ '_[0-9]{4}_[0-9]{2}$'"
                      " AND relname !~ '2026_03' LOOP EXECUTE 'DROP TABLE ' || part; END LOOP;"
                      " END $$"));
            return made;
        }();
        return name;
    }

    QString m_name;
    mutable std::optional<CentreLink> m_link; ///< of the administrator
};

} // namespace motcua::test
