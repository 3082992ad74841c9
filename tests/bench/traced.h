// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/virtualscreen.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <vector>

namespace bench {

using namespace Qt::StringLiterals;

/// The clock of shared/trace.h.
inline qint64 nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// A face that notes its moments (see shared/trace.h) and when its event loop stood still.
class Traced
{
public:
    /// @p branch says where the branch is.
    Traced(const motcua::VirtualScreen &screen, const QProcessEnvironment &branch,
           const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, screen.display());
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(branch);
        environment.insert(u"MOTCUA_WATCH_EVENTLOOP"_s, u"1"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        environment.insert(u"QT_LOGGING_RULES"_s, u"motcua.trace.debug=true"_s);
        environment.insert(u"QT_MESSAGE_PATTERN"_s, u"%{message}"_s);
        m_process.setProcessEnvironment(environment);
        m_startedAt = nowUs();
        m_process.start(QStringLiteral(MOTCUA_PROGRAM), QStringList{u"open"_s} + arguments);
        m_process.waitForStarted();
    }
    ~Traced()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Traced)

    /// When @p what was first noted after @p from, in microseconds, with a number from @p least on
    /// behind it if that is given; nothing when it was not within five seconds.
    std::optional<qint64> waitFor(const QString &what, qint64 from, qint64 least = 0)
    {
        constexpr int PatienceMs = 5000;
        std::optional<qint64> found;
        [[maybe_unused]] const bool isThere = QTest::qWaitFor(
            [this, &what, from, least, &found] {
                read();
                for (const Moment &moment : m_moments) {
                    if (moment.at > from && moment.what.startsWith(what)
                        && (least == 0 || moment.what.section(u' ', -1).toLongLong() >= least)) {
                        found = moment.at;
                        return true;
                    }
                }
                return false;
            },
            PatienceMs);
        return found;
    }
    [[nodiscard]] qsizetype count(const QString &what)
    {
        read();
        return std::ranges::count_if(
            m_moments, [&what](const Moment &moment) { return moment.what.startsWith(what); });
    }
    [[nodiscard]] std::vector<qint64> stalls() ///< in ms
    {
        read();
        return m_stalls;
    }
    [[nodiscard]] qint64 startedAt() const { return m_startedAt; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    struct Moment
    {
        qint64 at = 0;
        QString what;
    };

    void read()
    {
        m_process.setReadChannel(QProcess::StandardError);
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            static const auto stall = u"The event loop stood still for "_s;
            if (line.startsWith(stall)) {
                m_stalls.push_back(line.mid(stall.size()).section(u' ', 0, 0).toLongLong());
            } else if (const qint64 at = line.section(u' ', 0, 0).toLongLong()) {
                m_moments.push_back({at, line.section(u' ', 1)});
            } else {
                // NOLINTNEXTLINE(modernize-use-std-print): GCC 12 has no <print>
                std::fprintf(stderr, "%s\n", qPrintable(line));
            }
        }
    }

    QTemporaryDir m_home;
    QProcess m_process;
    std::vector<Moment> m_moments;
    std::vector<qint64> m_stalls;
    qint64 m_startedAt = 0;
};

} // namespace bench
