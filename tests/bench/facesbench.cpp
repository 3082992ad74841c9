// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Not a test: measures kiosk, board and counter as processes of their own, from one process to the
// screen of another. Prints the rows of ARCHITECTURE.md, "Measured". Needs Xvfb and xdotool.

#include "commands/invocation.h"
#include "core/daysummary.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "roles/demorole.h"
#include "support/virtualscreen.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

qint64 nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// A face that notes its moments (see shared/trace.h).
class Traced
{
public:
    Traced(const QSize &screen, const QString &database, const QStringList &arguments)
        : m_screen(screen)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, m_screen.display());
        environment.insert(u"MOTCUA_DATABASE"_s, u"sqlite:"_s + database);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        environment.insert(u"QT_LOGGING_RULES"_s, u"motcua.trace.debug=true"_s);
        environment.insert(u"QT_MESSAGE_PATTERN"_s, u"%{message}"_s);
        m_process.setProcessEnvironment(environment);
        m_startedAt = nowUs();
        m_process.start(QStringLiteral(MOTCUA_PROGRAM), QStringList{u"open"_s} + arguments);
    }
    ~Traced()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Traced)

    /// When @p what was noted after @p from, in microseconds; 0 when it was not within five seconds.
    qint64 waitFor(const QString &what, qint64 from)
    {
        constexpr int LongestMs = 5000;
        qint64 found = 0;
        [[maybe_unused]] const bool isThere = QTest::qWaitFor(
            [this, &what, from, &found] {
                m_output += m_process.readAllStandardError();
                const QStringList lines = QString::fromUtf8(m_output).split(u'\n');
                for (const QString &line : lines) {
                    const qint64 at = line.section(u' ', 0, 0).toLongLong();
                    if (at > from && line.section(u' ', 1).startsWith(what)) {
                        found = at;
                        return true;
                    }
                }
                return false;
            },
            LongestMs);
        return found;
    }
    [[nodiscard]] qint64 startedAt() const { return m_startedAt; }
    [[nodiscard]] const VirtualScreen &screen() const { return m_screen; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    [[nodiscard]] double residentMb() const
    {
        QFile status(u"/proc/%1/status"_s.arg(pid()));
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("VmRSS:")) {
                    constexpr double KbInMb = 1024;
                    return line.mid(6).trimmed().split(' ').first().toDouble() / KbInMb;
                }
            }
        }
        return 0;
    }
    [[nodiscard]] qint64 ticks() const ///< of processor time
    {
        QFile stat(u"/proc/%1/stat"_s.arg(pid()));
        if (!stat.open(QIODevice::ReadOnly)) {
            return 0;
        }
        const QList<QByteArray> fields = stat.readAll().split(' ');
        constexpr qsizetype User = 13;
        return fields.value(User).toLongLong() + fields.value(User + 1).toLongLong();
    }

private:
    QTemporaryDir m_home;
    VirtualScreen m_screen;
    QProcess m_process;
    QByteArray m_output;
    qint64 m_startedAt = 0;
};

void print(const QString &what, std::vector<qint64> times, const QString &bound)
{
    constexpr double Ms = 1000;
    const auto median = percentile(times, 50);
    const auto slow = percentile(times, 99);
    std::printf("| %s | %.0f | %.0f | %s | %zu |\n", qPrintable(what),
                static_cast<double>(median.value_or(0)) / Ms,
                static_cast<double>(slow.value_or(0)) / Ms, qPrintable(bound), times.size());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"branch.db"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Catalogue sample = sampleCatalogue();
    const QDate today = now.toTimeZone(QTimeZone(sample.settings.timeZone.toLatin1())).date();
    const auto next = [] {
        return CommandContext{QUuid::createUuid(), QDateTime::currentDateTimeUtc()};
    };
    if (!createBranch(path, demoCatalogue(sample, today), next())) {
        return 1;
    }
    const auto opened = openBranch(path);
    if (!opened) {
        return 1;
    }
    Database &database = **opened;
    if (!openDay(database, next(), today) || !startShift(database, next(), 1, u"CB01"_s)) {
        return 1;
    }
    constexpr int Rounds = 60;
    for (int i = 0; i < 2 * Rounds; ++i) {
        if (!issueTicket(database, next(), {.group = u"H"_s})) {
            return 1;
        }
    }

    std::printf("| moment | median ms | p99 ms | bound | of |\n| --- | --- | --- | --- | --- |\n");
    std::vector<qint64> starts;
    for (const QStringList &face : {QStringList{u"board"_s}, QStringList{u"kiosk"_s}}) {
        for (int i = 0; i < 5; ++i) {
            Traced traced({1920, 1080}, path, face);
            if (const qint64 at = traced.waitFor(face.first() + u" painted"_s, 0)) {
                starts.push_back(at - traced.startedAt());
            }
        }
    }
    print(u"start of a process → branch painted"_s, starts, u"1000"_s);

    Traced board({1920, 1080}, path, {u"board"_s});
    Traced kiosk({1080, 1920}, path, {u"kiosk"_s});
    board.waitFor(u"board painted"_s, 0);
    kiosk.waitFor(u"kiosk painted"_s, 0);
    std::vector<qint64> calls;
    for (int i = 0; i < Rounds; ++i) {
        const qint64 pressed = nowUs();
        const auto called = callNext(database, next(), 1);
        if (!called) {
            return 1;
        }
        if (const qint64 at = board.waitFor(u"board painted"_s, pressed)) {
            calls.push_back(at - pressed);
        }
        if (!actAtCounter(database, next(), {.counter = 1, .action = LegAction::NoShow})) {
            return 1;
        }
        board.waitFor(u"board painted"_s, nowUs());
    }
    print(u"call committed in one process → painted by the board in another"_s, calls, u"150"_s);

    std::vector<qint64> taps;
    for (int i = 0; i < Rounds / 3; ++i) {
        const qint64 home = nowUs();
        kiosk.screen().click(750, 663); // Chứng thực
        kiosk.waitFor(u"kiosk page"_s, home);
        const qint64 tapped = nowUs();
        kiosk.screen().click(507, 1342); // not sure
        const qint64 at = kiosk.waitFor(u"kiosk painted ticket"_s, tapped);
        const qint64 released = kiosk.waitFor(u"kiosk tapped"_s, tapped);
        if (at != 0 && released != 0) {
            taps.push_back(at - released);
        }
        const qint64 shown = nowUs();
        kiosk.screen().click(540, 1618); // done
        kiosk.waitFor(u"kiosk page"_s, shown);
    }
    print(u"touch → number painted"_s, taps, u"150"_s);

    constexpr int IdleSeconds = 20;
    const double ticksPerSecond = static_cast<double>(::sysconf(_SC_CLK_TCK));
    const qint64 boardBefore = board.ticks();
    const qint64 kioskBefore = kiosk.ticks();
    QTest::qWait(IdleSeconds * 1000);
    std::printf("\n| face | idle, %% of a core | RSS MB |\n| --- | --- | --- |\n");
    for (const auto &[name, face, before] :
         {std::tuple("board", &board, boardBefore), std::tuple("kiosk", &kiosk, kioskBefore)}) {
        std::printf("| %s | %.2f | %.0f |\n", name,
                    100.0 * static_cast<double>(face->ticks() - before) / ticksPerSecond
                        / IdleSeconds,
                    face->residentMb());
    }
    return 0;
}
