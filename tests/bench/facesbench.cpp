// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Not a test: measures kiosk, board and counter as processes of their own, from a touch or a key on
// one screen to the painting on another or the loudspeaker. Takes under six minutes; prints the rows
// of ARCHITECTURE.md, "Faces", and fails when a bound is missed or something never came. Only a
// release build on a quiet machine says anything. Needs Xvfb, xdotool and PulseAudio. With --server the
// branch is on a server of its own, where each face has joined with its own role, over TLS on loopback.

#include "bench/traced.h"
#include "commands/invocation.h"
#include "core/daysummary.h"
#include "operations/branchserver.h"
#include "operations/businessday.h"
#include "operations/hall.h"
#include "operations/issueticket.h"
#include "operations/joining.h"
#include "operations/personvault.h"
#include "operations/signin.h"
#include "roles/demorole.h"
#include "support/fakeprinter.h"
#include "support/soundserver.h"
#include "support/virtualscreen.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace motcua;

using bench::nowUs;
using bench::Traced;

// NOLINTBEGIN(modernize-use-std-print): GCC 12 has no <print>.

namespace {

constexpr int PatienceMs = 5000;
constexpr int MsInSecond = 1000;
constexpr int UsInMs = 1000;

/// What the system says about a process.
class ProcessFigures
{
public:
    explicit ProcessFigures(qint64 pid)
        : m_folder(u"/proc/%1/"_s.arg(pid))
    {
    }

    [[nodiscard]] double residentMb() const
    {
        for (const QByteArray &line : read(u"status"_s).split('\n')) {
            if (line.startsWith("VmRSS:")) {
                constexpr double KbInMb = 1024;
                return line.mid(6).trimmed().split(' ').first().toDouble() / KbInMb;
            }
        }
        return 0;
    }
    [[nodiscard]] qint64 ticks() const ///< of processor time
    {
        const QList<QByteArray> fields = read(u"stat"_s).split(' ');
        constexpr qsizetype User = 13;
        return fields.value(User).toLongLong() + fields.value(User + 1).toLongLong();
    }
    /// The process it started, e.g. its voice; 0 when there is none.
    [[nodiscard]] qint64 child() const
    {
        const QDir threads(m_folder + u"task"_s);
        for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QByteArray children = read(u"task/"_s + thread + u"/children"_s);
            if (!children.isEmpty()) {
                return children.split(' ').first().toLongLong();
            }
        }
        return 0;
    }

private:
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_folder + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString m_folder;
};

/// Mouse and keyboard of a screen, without starting a program for each move.
class Hand
{
public:
    explicit Hand(const VirtualScreen &screen)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, screen.display());
        m_tool.setProcessEnvironment(environment);
        m_tool.start(u"xdotool"_s, {u"-"_s});
        m_tool.waitForStarted();
        m_sinceTap.start();
    }
    ~Hand()
    {
        m_tool.closeWriteChannel();
        m_tool.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Hand)

    /// Returns when it was handed over, in microseconds.
    qint64 act(const QString &words)
    {
        const qint64 at = nowUs();
        m_tool.write(words.toUtf8() + '\n');
        m_tool.waitForBytesWritten();
        return at;
    }
    /// A touch, later than what the kiosk takes for a trembling hand; returns when the finger left.
    qint64 tap(int x, int y)
    {
        constexpr int DebounceMs = 640;
        constexpr int PressMs = 40;
        QTest::qWait(static_cast<int>(std::max<qint64>(0, DebounceMs - m_sinceTap.elapsed())));
        act(u"mousemove %1 %2"_s.arg(x).arg(y));
        act(u"mousedown 1"_s);
        QTest::qWait(PressMs);
        m_sinceTap.start();
        return act(u"mouseup 1"_s);
    }

private:
    QProcess m_tool;
    QElapsedTimer m_sinceTap;
};

/// Listens to the loudspeaker for the first sample that is not silence.
class Ear
{
public:
    Ear()
    {
        m_recorder.start(u"parec"_s,
                         {u"--device=hall.monitor"_s, u"--format=s16le"_s, u"--rate=48000"_s,
                          u"--channels=1"_s, u"--latency-msec=10"_s});
        QObject::connect(&m_recorder, &QProcess::readyReadStandardOutput, &m_recorder, [this] {
            const qint64 at = nowUs();
            const QByteArray bytes = m_recorder.readAllStandardOutput();
            m_hears = true;
            if (!m_heardAt && std::ranges::any_of(bytes, [](char byte) { return byte != 0; })) {
                m_heardAt = at;
            }
        });
        [[maybe_unused]] const bool hears = QTest::qWaitFor([this] { return m_hears; }, PatienceMs);
    }
    ~Ear()
    {
        m_recorder.kill();
        m_recorder.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Ear)

    void forget() { m_heardAt.reset(); }
    std::optional<qint64> waitForSound()
    {
        [[maybe_unused]] const bool isThere =
            QTest::qWaitFor([this] { return m_heardAt.has_value(); }, PatienceMs);
        return m_heardAt;
    }

private:
    QProcess m_recorder;
    bool m_hears = false;
    std::optional<qint64> m_heardAt;
};

/// One row of the table: times in microseconds, and how often what was waited for never came.
struct Moments
{
    QString what;
    qint64 medianBoundMs = 0; ///< 0: none
    qint64 slowBoundMs = 0;
    std::vector<qint64> times = {};
    int missing = 0;

    void add(qint64 from, const std::optional<qint64> &to)
    {
        if (to) {
            times.push_back(*to - from);
        } else {
            ++missing;
        }
    }
    /// Prints it; false when a bound is missed or something never came.
    [[nodiscard]] bool print() const
    {
        constexpr size_t EnoughForP99 = 100;
        const qint64 median = percentile(times, 50).value_or(0);
        const qint64 slow = percentile(times, 99).value_or(0);
        const qint64 slowest = percentile(times, 100).value_or(0);
        const bool isEnough = times.size() >= EnoughForP99;
        const bool isGood = missing == 0 && !times.empty()
                            && (medianBoundMs == 0 || median <= medianBoundMs * UsInMs)
                            && (isEnough ? slow : slowest) <= slowBoundMs * UsInMs;
        const auto ms = [](qint64 us) { return QString::number(double(us) / UsInMs, 'f', 1); };
        const QString bound = medianBoundMs == 0 ? QString::number(slowBoundMs)
                                                 : u"%1 / %2"_s.arg(medianBoundMs).arg(slowBoundMs);
        std::printf("| %s | %s | %s | %s | %s | %zu | %s%s |\n", qPrintable(what),
                    qPrintable(ms(median)), isEnough ? qPrintable(ms(slow)) : "–",
                    qPrintable(ms(slowest)), qPrintable(bound), times.size(), isGood ? "yes" : "NO",
                    missing == 0 ? "" : qPrintable(u", %1 never came"_s.arg(missing)));
        std::fflush(stdout);
        return isGood;
    }
};

/// The branch all is measured in; people wait, so that nothing is empty.
class BusyBranch
{
public:
    static constexpr int Waiting = 120;

    explicit BusyBranch(bool isOnServer)
    {
        if (isOnServer) {
            // Root's server is another user's, who must get through.
            ::chmod(QFile::encodeName(m_folder.path()).constData(), S_IRWXU | S_IXGRP | S_IXOTH);
            QTcpServer probe;
            [[maybe_unused]] const bool isFree = probe.listen(QHostAddress::LocalHost);
            m_server = {.folder = m_folder.filePath(u"server"_s),
                        .address = u"127.0.0.1"_s,
                        .port = probe.serverPort()};
        }
    }
    ~BusyBranch()
    {
        m_database.reset();
        if (m_server) {
            [[maybe_unused]] const auto stopped = stopServer(*m_server);
        }
    }
    Q_DISABLE_COPY_MOVE(BusyBranch)

    /// False when the branch cannot be made.
    bool open()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Catalogue sample = sampleCatalogue();
        const QDate today = now.toTimeZone(QTimeZone(sample.settings.timeZone.toLatin1())).date();
        Catalogue catalogue = demoCatalogue(sample, today);
        catalogue.settings.announcementLanguages = {Language::Vietnamese}; // calls end sooner
        const auto created = m_server
                                 ? createServer(*m_server, catalogue, next(),
                                                [this](Database &database) {
                                                    return makeKey(database, m_server->keyFile());
                                                })
                                 : createBranch(path(), catalogue, next());
        if (!created) {
            return false;
        }
        for (const Face face : {Face::Board, Face::Kiosk, Face::Counter}) {
            if (m_server && !join(face)) {
                return false;
            }
        }
        auto opened = openBranch(m_server ? m_server->ownerPlace() : path());
        if (!opened) {
            return false;
        }
        m_database = std::move(*opened);
        bool isGood = openDay(*m_database, next(), today).has_value()
                      && setPin(*m_database, next(), DemoRole::Clerk, DemoRole::Pin).has_value();
        for (int i = 0; i < Waiting; ++i) {
            isGood = isGood && issueTicket(*m_database, next(), {.group = u"H"_s}).has_value();
        }
        return isGood;
    }
    /// What tells a face's program where the branch is.
    [[nodiscard]] QProcessEnvironment environmentOf(Face face) const
    {
        QProcessEnvironment environment;
        if (!m_server) {
            environment.insert(u"MOTCUA_DATABASE"_s, u"sqlite:"_s + path());
        }
        environment.insert(u"MOTCUA_SETTINGS"_s,
                           m_folder.filePath(nameOf(face) + u"/motcua.conf"_s));
        return environment;
    }
    [[nodiscard]] HallState hall() const
    {
        return readHall(*m_database, QDateTime::currentDateTimeUtc()).value_or(HallState());
    }
    /// The one counter that is used here.
    [[nodiscard]] CounterState counter() const
    {
        const HallState now = hall();
        const auto own =
            std::ranges::find(now.counters, int{DemoRole::Counter}, &CounterState::number);
        return own == now.counters.end() ? CounterState() : *own;
    }

private:
    static CommandContext next() { return {QUuid::createUuid(), QDateTime::currentDateTimeUtc()}; }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"branch.db"_s); }
    [[nodiscard]] static QString nameOf(Face face) { return word(face) + u"-1"_s; }
    /// A PC for @p face, in a folder of its name.
    [[nodiscard]] bool join(Face face) const
    {
        const QString code = newJoinCode();
        const auto file =
            enrolDevice(*m_server, nameOf(face), face, code, QDateTime::currentDateTimeUtc());
        const auto package = file ? openJoin(*file, code) : std::unexpected(file.error());
        return package && joinBranch(*package, m_folder.filePath(nameOf(face)), {}).has_value();
    }

    QTemporaryDir m_folder;
    std::optional<BranchServer> m_server;
    std::unique_ptr<Database> m_database;
};

/// The three faces on screens of their own and who uses them.
class Hall
{
public:
    explicit Hall(const BusyBranch &branch)
        : m_branch(branch)
    {
        [[maybe_unused]] const bool listens = m_printer.listen();
    }

    /// Each face @p times times, for how long the first picture takes.
    [[nodiscard]] bool start(int times)
    {
        bool isGood = true;
        const std::tuple<Face, const VirtualScreen &, QStringList> faces[]{
            {Face::Board, m_hallScreen, boardArguments()},
            {Face::Kiosk, m_kioskScreen, kioskArguments()},
            {Face::Counter, m_deskScreen, counterArguments()}};
        for (const auto &[face, screen, arguments] : faces) {
            const QString name = word(face);
            Moments row{.what = u"start → "_s + name + u" painted"_s, .slowBoundMs = MsInSecond};
            for (int i = 0; i < times; ++i) {
                Traced traced(screen, m_branch.environmentOf(face), arguments);
                row.add(traced.startedAt(), traced.waitFor(name + u" painted"_s, 0));
            }
            isGood = row.print() && isGood;
        }
        m_board.emplace(m_hallScreen, m_branch.environmentOf(Face::Board), boardArguments());
        m_kiosk.emplace(m_kioskScreen, m_branch.environmentOf(Face::Kiosk), kioskArguments());
        m_counter.emplace(m_deskScreen, m_branch.environmentOf(Face::Counter), counterArguments());
        return isGood;
    }
    /// Signs the clerk in and waits for the voice. False when that does not come about.
    [[nodiscard]] bool open()
    {
        if (!m_board->waitFor(u"board painted"_s, 0) || !m_kiosk->waitFor(u"kiosk painted"_s, 0)
            || !m_counter->waitFor(u"counter painted"_s, 0) || !m_kioskScreen.focus(m_kiosk->pid())
            || !m_deskScreen.focus(m_counter->pid())) {
            return false;
        }
        m_clerk.act(u"type "_s + DemoRole::Pin);
        m_clerk.act(u"key Return"_s);
        return QTest::qWaitFor([this] { return m_branch.counter().presence == Presence::Open; },
                               PatienceMs)
               && QTest::qWaitFor([this] { return ProcessFigures(m_board->pid()).child() != 0; },
                                  PatienceMs);
    }

    void takeANumber()
    {
        const qint64 home = m_citizen.tap(272, 663); // Hộ tịch
        m_kiosk->waitFor(u"kiosk page"_s, home);
        const qint64 before = m_branch.hall().seq;
        const qint64 touched = m_citizen.tap(507, 1342); // not sure
        const std::optional<qint64> shown = m_kiosk->waitFor(u"kiosk painted ticket"_s, touched);
        number.add(touched, shown);
        waitingOnDesk.add(touched, m_counter->waitFor(u"counter painted"_s, touched, before + 1));
        const auto begun = m_kiosk->waitFor(u"kiosk paper begun"_s, touched);
        paper.add(begun.value_or(touched), m_kiosk->waitFor(u"kiosk paper ready"_s, touched));
        const qint64 done = m_citizen.tap(540, 1618);
        m_kiosk->waitFor(u"kiosk page"_s, done);
    }
    [[nodiscard]] bool isQuiet()
    {
        return m_board->count(u"voice finished"_s) == m_board->count(u"voice started"_s)
               && m_board->count(u"voice started"_s) >= m_spoken;
    }
    [[nodiscard]] bool waitUntilQuiet()
    {
        constexpr int LongestCallMs = 30'000;
        return QTest::qWaitFor([this] { return isQuiet(); }, LongestCallMs);
    }
    void callAndHear()
    {
        m_ear.forget();
        const qint64 pressed = call();
        sound.add(pressed, m_ear.waitForSound());
        ++m_spoken;
        finish();
    }
    void callAndFinish()
    {
        call();
        finish();
    }

    /// Nobody does anything for @p seconds.
    [[nodiscard]] bool rest(int seconds)
    {
        std::vector<Idle> idles;
        for (const auto &[name, face] : faces()) {
            idles.push_back({.name = name, .pid = face->pid()});
            if (const qint64 voice = ProcessFigures(face->pid()).child()) {
                idles.push_back({.name = name + u", its voice"_s, .pid = voice});
            }
        }
        for (Idle &idle : idles) {
            idle.ticks = ProcessFigures(idle.pid).ticks();
        }
        QTest::qWait(seconds * MsInSecond);
        bool isGood = true;
        std::printf("\n| process | idle, %% of a core | RSS MB | bound | kept |\n"
                    "| --- | --- | --- | --- | --- |\n");
        for (const Idle &idle : idles) {
            constexpr double MostPercent = 2;
            constexpr double MostMb = 150;
            const ProcessFigures figures(idle.pid);
            const double percent = 100.0 * static_cast<double>(figures.ticks() - idle.ticks)
                                   / static_cast<double>(::sysconf(_SC_CLK_TCK)) / seconds;
            const double mb = figures.residentMb();
            const bool isKept = percent < MostPercent && mb > 0 && mb < MostMb;
            std::printf("| %s | %.2f | %.0f | 2 / 150 | %s |\n", qPrintable(idle.name), percent, mb,
                        isKept ? "yes" : "NO");
            isGood = isGood && isKept;
        }
        return isGood;
    }
    [[nodiscard]] bool stoodStill()
    {
        bool isGood = true;
        std::printf("\n| event loop | stalls over 100 ms | longest ms | kept |\n"
                    "| --- | --- | --- | --- |\n");
        for (const auto &[name, face] : faces()) {
            const std::vector<qint64> stalls = face->stalls();
            std::printf("| %s | %zu | %lld | %s |\n", qPrintable(name), stalls.size(),
                        static_cast<long long>(percentile(stalls, 100).value_or(0)),
                        stalls.empty() ? "yes" : "NO");
            isGood = isGood && stalls.empty();
        }
        return isGood;
    }

    Moments number{.what = u"kiosk touch → number painted"_s, .slowBoundMs = 150};
    Moments waitingOnDesk{.what = u"kiosk touch → counter painted (other process)"_s,
                          .medianBoundMs = 50,
                          .slowBoundMs = 150};
    Moments paper{.what = u"ticket asked for → bitmap ready"_s, .slowBoundMs = 50};
    Moments onBoard{
        .what = u"F2 → board painted (other process)"_s, .medianBoundMs = 50, .slowBoundMs = 150};
    Moments onDesk{.what = u"F2 → counter painted"_s, .slowBoundMs = 150};
    Moments sound{.what = u"F2 → first sample heard (null sink)"_s, .slowBoundMs = 250};

private:
    struct Idle
    {
        QString name;
        qint64 pid = 0;
        qint64 ticks = 0;
    };

    [[nodiscard]] QStringList boardArguments() const { return {u"board"_s}; }
    [[nodiscard]] QStringList kioskArguments() const
    {
        return {u"kiosk"_s, u"--printer"_s, u"escpos-tcp://127.0.0.1:%1"_s.arg(m_printer.port())};
    }
    [[nodiscard]] QStringList counterArguments() const
    {
        return {u"counter"_s, u"--counter"_s, QString::number(DemoRole::Counter), u"--staff"_s,
                DemoRole::Clerk};
    }
    [[nodiscard]] std::vector<std::pair<QString, Traced *>> faces()
    {
        return {{u"board"_s, &*m_board}, {u"kiosk"_s, &*m_kiosk}, {u"counter"_s, &*m_counter}};
    }
    qint64 call()
    {
        const qint64 before = m_branch.hall().seq;
        const qint64 pressed = m_clerk.act(u"key F2"_s);
        onBoard.add(pressed, m_board->waitFor(u"board painted"_s, pressed, before + 1));
        onDesk.add(pressed, m_counter->waitFor(u"counter painted"_s, pressed, before + 1));
        return pressed;
    }
    /// Serves whoever was called; the counter can call again when it returns.
    void finish()
    {
        m_clerk.act(u"key F9"_s);
        const qint64 pressed = m_clerk.act(u"key Return"_s); // without an intake
        [[maybe_unused]] const bool isFree =
            QTest::qWaitFor([this] { return !m_branch.counter().ticket; }, PatienceMs);
        const qint64 seq = m_branch.hall().seq;
        m_counter->waitFor(u"counter painted"_s, pressed, seq);
        m_board->waitFor(u"board painted"_s, pressed, seq);
    }

    const BusyBranch &m_branch;
    FakePrinter m_printer;
    VirtualScreen m_hallScreen{{1920, 1080}};
    VirtualScreen m_kioskScreen{{1080, 1920}};
    VirtualScreen m_deskScreen{{1366, 768}};
    Hand m_citizen{m_kioskScreen};
    Hand m_clerk{m_deskScreen};
    Ear m_ear;
    std::optional<Traced> m_board;
    std::optional<Traced> m_kiosk;
    std::optional<Traced> m_counter;
    qsizetype m_spoken = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    constexpr int Starts = 10;
    constexpr int Rounds = 100;
    constexpr int IdleSeconds = 15;
    QElapsedTimer running;
    running.start();
    const bool isOnServer = QCoreApplication::arguments().contains(u"--server"_s);
    BusyBranch branch(isOnServer);
    if (!branch.open()) {
        std::fprintf(stderr, "The branch cannot be made.\n");
        return 1;
    }
    const SoundServer loudspeaker;
    Hall hall(branch);
    if (isOnServer) {
        constexpr qint64 OtherPcMs = 100;
        hall.waitingOnDesk.medianBoundMs = OtherPcMs;
        hall.onBoard.medianBoundMs = OtherPcMs;
    }
    std::printf("| moment | median ms | p99 ms | slowest ms | bound | of | kept |\n"
                "| --- | --- | --- | --- | --- | --- | --- |\n");
    bool isGood = hall.start(Starts);
    if (!hall.open()) {
        std::fprintf(stderr, "The faces do not come up.\n");
        return 1;
    }
    for (int i = 0; i < Rounds; ++i) {
        hall.takeANumber();
        if (hall.isQuiet()) {
            hall.callAndHear();
        }
    }
    const bool becameQuiet = hall.waitUntilQuiet();
    for (const Moments *row : {&hall.number, &hall.waitingOnDesk, &hall.paper, &hall.sound}) {
        isGood = row->print() && isGood;
    }
    // While the voice has more and more to say, as in a hall at its worst.
    constexpr int Calls = 100;
    const bool isIdle = hall.rest(IdleSeconds) && becameQuiet;
    for (int i = 0; i < Calls; ++i) {
        hall.callAndFinish();
    }
    std::printf("\n| moment | median ms | p99 ms | slowest ms | bound | of | kept |\n"
                "| --- | --- | --- | --- | --- | --- | --- |\n");
    for (const Moments *row : {&hall.onBoard, &hall.onDesk}) {
        isGood = row->print() && isGood;
    }
    isGood = hall.stoodStill() && isGood && isIdle;
    std::printf("\n%s after %lld s.\n", isGood ? "All bounds kept" : "BOUNDS MISSED",
                static_cast<long long>(running.elapsed() / MsInSecond));
    return isGood ? 0 : 1;
}

// NOLINTEND(modernize-use-std-print)
