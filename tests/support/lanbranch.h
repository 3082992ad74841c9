// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/branchserver.h"
#include "operations/joining.h"
#include "operations/servertools.h"
#include "storage/statement.h"
#include "support/faultproxy.h"
#include "support/outcome.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <sys/stat.h>

namespace motcua::test {

/// A branch's server of its own, and PCs that joined it over a cable that can fail. The server ends
/// with the test, also when that is aborted.
class LanBranch
{
public:
    using Fault = FaultProxy::Fault;

    /// Makes the server and lets a PC of each name ("kiosk-1") join it.
    [[nodiscard]] Result<> create(const Catalogue &catalogue, const QStringList &names,
                                  const Completion &complete = {})
    {
        ::chmod(QFile::encodeName(m_root.path()).constData(), 0711);
        QTcpServer free;
        m_port = free.listen(QHostAddress::LocalHost) ? free.serverPort() : quint16{0};
        free.close();
        endWithThisProcess();
        if (auto made = createServer(server(), catalogue, now(), complete); !made) {
            return std::unexpected(made.error());
        }
        for (const QString &name : names) {
            const QString code = newJoinCode();
            const Face face = faceFromWord(name.section(u'-', 0, 0)).value();
            const auto file = enrolDevice(server(), name, face, code, now().clock);
            const auto package = file ? openJoin(*file, code) : std::unexpected(file.error());
            const auto joined =
                package ? joinBranch(*package, inRoot(name), {}) : std::unexpected(package.error());
            if (!joined) {
                return std::unexpected(joined.error());
            }
        }
        m_proxy = std::make_unique<FaultProxy>(m_port);
        return {};
    }
    [[nodiscard]] Result<> end() { return stopServer(server()); }

    [[nodiscard]] QString inRoot(const QString &name) const { return m_root.filePath(name); }
    [[nodiscard]] QString folder() const { return inRoot(QStringLiteral("server")); }
    [[nodiscard]] QString placeOf(const QString &name) const
    {
        return QSettings(inRoot(name + QStringLiteral("/motcua.conf")), QSettings::IniFormat)
            .value(QStringLiteral("database"))
            .toString();
    }
    /// The same through the cable.
    [[nodiscard]] QString cabled(const QString &name) const
    {
        const auto port = QStringLiteral(":%1/");
        return placeOf(name).replace(port.arg(m_port), port.arg(m_proxy->port()));
    }
    [[nodiscard]] FaultProxy &cable() const { return *m_proxy; }
    [[nodiscard]] BranchServer server() const
    {
        return {.folder = folder(), .address = QStringLiteral("127.0.0.1"), .port = m_port};
    }
    [[nodiscard]] std::unique_ptr<Database> owner() const
    {
        return std::move(openBranch(server().ownerPlace()).value());
    }
    [[nodiscard]] static CommandContext now()
    {
        return {QUuid::createUuid(), QDateTime::currentDateTimeUtc()};
    }
    [[nodiscard]] QString value(const QString &sql) const
    {
        const auto database = owner();
        Statement select(*database, sql);
        return select.row([](const Row &row) { return row.text(0); }).value().value_or(QString());
    }
    /// In another thread, because it takes its time.
    static void meanwhile(const std::function<void()> &work)
    {
        auto done = std::async(std::launch::async, work);
        QTRY_VERIFY_WITH_TIMEOUT(
            done.wait_for(std::chrono::seconds(0)) == std::future_status::ready, 30'000);
    }
    void serverDoes(const QStringList &words) const
    {
        const auto done = runTool(
            {.program = QStringLiteral("pg_ctl"),
             .arguments = QStringList{QStringLiteral("-D"), folder() + QStringLiteral("/data"),
                                      QStringLiteral("-w")}
                          + words,
             .user = ToolUser::Server});
        if (!done) {
            qCritical("%s", qPrintable(told(done.error())));
        }
    }
    void serverStops() const
    {
        serverDoes({QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop")});
    }
    void serverStarts() const
    {
        serverDoes({QStringLiteral("-l"), folder() + QStringLiteral("/log/start.log"),
                    QStringLiteral("start")});
    }

private:
    void endWithThisProcess() const
    {
        QFile home(inRoot(QStringLiteral("home"))); // whose server the script ends
        if (!home.open(QIODevice::WriteOnly) || home.write(folder().toUtf8() + '\n') < 0) {
            qFatal("nothing can be written");
        }
        home.close();
        QDir().mkpath(folder());
        QProcess::startDetached(QStringLiteral(SCRATCHSERVER),
                                {QStringLiteral("watch"), m_root.path(),
                                 QString::number(QCoreApplication::applicationPid())});
    }

    QTemporaryDir m_root;
    quint16 m_port = 0;
    std::unique_ptr<FaultProxy> m_proxy;
};

} // namespace motcua::test
