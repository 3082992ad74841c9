// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A kiosk and a board of a branch's server while the LAN, the server or its certificate fails.

#include "board/boardpicture.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/kioskjournal.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"
#include "roles/boardrole.h"
#include "roles/kioskrole.h"
#include "support/catalogues.h"
#include "support/lanbranch.h"
#include "support/loopwatch.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

constexpr int WithinMs = 5000;
constexpr int StallMs = 250;
constexpr int Kiosk = 1;
constexpr size_t Connections = 6; ///< that a PC may have, see branchserver.cpp

KioskSettings settingsOf(const QString &journal)
{
    KioskSettings settings;
    settings.number = Kiosk;
    settings.journal = journal;
    settings.keepsHours = false;
    settings.readsAloud = false;
    settings.behaviour.fullScreen = false;
    return settings;
}

bool shows(BoardRole &board, BoardPart part)
{
    return std::ranges::find(board.window().picture().items, part, &BoardItem::part)
           != board.window().picture().items.end();
}

} // namespace

class LanTest : public QObject, private LanBranch
{
    Q_OBJECT

private:
    enum class What { Cable, Stopped, Frozen, Full, Expired, Foreign };

    [[nodiscard]] QStringList numbersByRank() const
    {
        const auto database = owner();
        Statement select(*database, uR"(
            SELECT series || lpad(number::text, 3, '0') FROM ticket
            JOIN leg ON leg.ticket_id = ticket.id WHERE state <> 'cancelled'
            ORDER BY rank, arrival_seq)"_s);
        const auto rows = select.rows([](const Row &row) { return row.text(0); }).value();
        return {rows.begin(), rows.end()};
    }
    void openssl(const QStringList &arguments) const
    {
        const auto done = runTool(
            {.program = u"openssl"_s, .arguments = arguments, .folder = folder() + u"/ca"_s});
        if (!done) {
            qCritical("%s", qPrintable(told(done.error())));
        }
    }
    void showCertificate(const QString &name) const
    {
        const QString path = folder() + u"/tls/server.crt"_s;
        const auto content = readWhole(folder() + u"/ca/"_s + name);
        if (!content || !writePrivate(path, *content) || !giveToServer(path)) {
            qCritical("no certificate");
        }
        serverDoes({u"reload"_s});
        cable().drop(); // whoever is in stays in
    }
    void signal(int what) const;
    void breakIt(What what, Fault fault);
    void mend(What what);
    /// Lets @p kiosk give a number of @p group; the number it shows.
    [[nodiscard]] static QString take(KioskRole &kiosk, const QString &group)
    {
        const auto before = kiosk.window().view().ticket;
        Q_EMIT kiosk.window().ticketWanted({.id = QUuid::createUuid(), .group = group});
        const auto shown = [&] {
            const auto &now = kiosk.window().view().ticket;
            return now && !(before && before->number == now->number) ? now->number.toString()
                                                                     : QString();
        };
        constexpr int LongestMs = 15'000;
        if (!QTest::qWaitFor([&] { return !shown().isEmpty(); }, LongestMs)) {
            qWarning("no number");
        }
        return shown();
    }

    std::vector<std::unique_ptr<Database>> m_hogs; ///< that use up the kiosk's connections
    int m_leases = 0;
    QStringList m_given; ///< in order of arrival

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void goesOnAndHeals_data();
    void goesOnAndHeals();
    void isSlowButRight();
    void killedWhileTellingLosesNothing();
    void startsWithoutTheServer_data();
    void startsWithoutTheServer();
    void theBranchIsWhole();
    void aCutOverNightLosesNothing();
};

void LanTest::initTestCase()
{
    VERIFY_RESULT(create(smallCatalogue(), {u"kiosk-1"_s, u"board-1"_s}));
    VERIFY_RESULT(openDay(*owner(), now(), {}));
    // What the server will show when its certificate is wrong.
    QVERIFY(QFile::copy(folder() + u"/tls/server.crt"_s, folder() + u"/ca/right.crt"_s));
    const QString key = folder() + u"/tls/server.key"_s;
    openssl({u"req"_s, u"-new"_s, u"-key"_s, key, u"-subj"_s, u"/CN=localhost"_s, u"-out"_s,
             u"again.csr"_s});
    openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s, u"-extensions"_s,
             u"server"_s, u"-startdate"_s, u"20240101000000Z"_s, u"-enddate"_s,
             u"20250101000000Z"_s, u"-in"_s, u"again.csr"_s, u"-out"_s, u"expired.crt"_s});
    openssl({u"req"_s, u"-x509"_s, u"-key"_s, key, u"-subj"_s, u"/CN=localhost"_s, u"-days"_s,
             u"2"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-out"_s, u"foreign.crt"_s});
}

void LanTest::cleanupTestCase()
{
    m_hogs.clear();
    VERIFY_RESULT(end());
}

/// To the postmaster and all its children.
void LanTest::signal(int what) const
{
    QFile file(folder() + u"/data/postmaster.pid"_s);
    const int postmaster = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
    if (postmaster <= 1) {
        qCritical("no server");
        return;
    }
    QFile children(u"/proc/%1/task/%1/children"_s.arg(postmaster));
    ::kill(postmaster, what);
    const QByteArray all = children.open(QIODevice::ReadOnly) ? children.readAll() : QByteArray();
    for (const QByteArray &one : all.split(' ')) {
        if (const int child = one.trimmed().toInt(); child > 1) {
            ::kill(child, what);
        }
    }
}

void LanTest::breakIt(What what, Fault fault)
{
    switch (what) {
    case What::Cable:
        cable().set(fault);
        break;
    case What::Stopped:
        serverStops();
        break;
    case What::Frozen:
        signal(SIGSTOP);
        break;
    case What::Full:
        cable().set(Fault::Refused); // whose places are free for others
        for (const QString &name : {u"kiosk-1"_s, u"board-1"_s}) {
            for (size_t taken = 0; taken < Connections;) {
                if (auto hog = Database::open(placeOf(name))) {
                    m_hogs.push_back(std::move(*hog));
                    ++taken;
                } else {
                    QThread::msleep(10); // until the server has noticed
                }
            }
        }
        cable().set(Fault::None);
        break;
    case What::Expired:
        showCertificate(u"expired.crt"_s);
        break;
    case What::Foreign:
        showCertificate(u"foreign.crt"_s);
        break;
    }
}

void LanTest::mend(What what)
{
    switch (what) {
    case What::Cable:
        cable().set(Fault::None);
        break;
    case What::Stopped:
        serverStarts();
        break;
    case What::Frozen:
        signal(SIGCONT);
        break;
    case What::Full:
        break; // by whoever holds the connections
    case What::Expired:
    case What::Foreign:
        showCertificate(u"right.crt"_s);
        break;
    }
}

void LanTest::goesOnAndHeals_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, What what, Fault fault = Fault::None) {
        QTest::newRow(name) << static_cast<int>(what) << static_cast<int>(fault);
    };
    row("cut", What::Cable, Fault::Cut);
    row("half-open", What::Cable, Fault::HalfOpen);
    row("refused", What::Cable, Fault::Refused);
    row("server stopped", What::Stopped);
    row("server frozen", What::Frozen);
    row("out of connections", What::Full);
    row("certificate expired", What::Expired);
    row("certificate of somebody else", What::Foreign);
}

void LanTest::goesOnAndHeals()
{
    QFETCH(int, what);
    QFETCH(int, fault);
    const auto cause = static_cast<What>(what);
    const QString journal = inRoot(u"journal"_s); // the same PC all the time
    StorageThread kioskStorage(cabled(u"kiosk-1"_s), {});
    StorageThread boardStorage(cabled(u"board-1"_s), {});
    KioskRole kiosk(kioskStorage, settingsOf(journal));
    BoardRole board(boardStorage, {.speaks = false});
    for (QWidget *window :
         {static_cast<QWidget *>(&kiosk.window()), static_cast<QWidget *>(&board.window())}) {
        window->setAttribute(Qt::WA_DontShowOnScreen);
        window->resize(800, 1200);
        window->show();
    }
    const auto isStale = [&] { return shows(board, BoardPart::Stale); };
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.window().view().hasHall, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        value(u"SELECT count(*) FROM waiting_line WHERE leased > 0"_s).toInt() == 3, 10'000);
    QTRY_VERIFY(!isStale());
    m_given.append(take(kiosk, u"H"_s)); // online
    QVERIFY(!kiosk.window().view().offline);

    QElapsedTimer since;
    if (cause == What::Full) { // by connections that are this thread's
        breakIt(cause, {});
    }
    LoopWatch watch;
    meanwhile([&] {
        if (cause != What::Full) {
            breakIt(cause, static_cast<Fault>(fault));
        }
        since.start();
    });
    // Whoever asked just then gets a number too: of the branch's, if it gave one, nobody heard.
    m_given.append(take(kiosk, u"C"_s));
    QVERIFY2(m_given.constLast() > u"C900"_s, qPrintable(m_given.constLast()));
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.window().view().offline && isStale(), WithinMs);
    const qint64 toldAfter = since.elapsed();
    QVERIFY2(toldAfter <= WithinMs, qPrintable(QString::number(toldAfter)));
    for (const QString &group : {u"H"_s, u"C"_s, u"H"_s}) {
        m_given.append(take(kiosk, group));
        QVERIFY(!kiosk.window().view().ticket->ahead);
        QVERIFY(m_given.constLast() > group + u"900"_s); // of those it holds
    }
    if (cause == What::Cable) { // somebody comes to another kiosk, which is not cut off
        QString other;
        meanwhile([&] { // it may wait for a lock that our kiosk has not given back
            const auto issued = issueTicket(*owner(), now(), {.group = u"H"_s, .kiosk = 2});
            other = issued ? issued->ticket.toString() : told(issued.error());
        });
        m_given.append(other);
    }
    m_given.append(take(kiosk, u"H"_s));

    meanwhile([&] {
        mend(cause);
        since.restart();
    });
    m_hogs.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!kiosk.window().view().offline && !isStale(), WithinMs);
    qInfo("told after %lld ms, healed after %lld ms, loop stood for %lld ms", toldAfter,
          since.elapsed(), watch.worst());
    QVERIFY2(watch.worst() <= StallMs, qPrintable(QString::number(watch.worst())));
    QTRY_COMPARE_WITH_TIMEOUT(numbersByRank(), m_given, 10'000);
    m_given.append(take(kiosk, u"H"_s)); // online again
    QVERIFY(m_given.constLast() < u"H900"_s);
    QCOMPARE(numbersByRank(), m_given);
}

void LanTest::isSlowButRight()
{
    StorageThread storage(cabled(u"kiosk-1"_s), {});
    KioskRole kiosk(storage, settingsOf(inRoot(u"journal"_s)));
    kiosk.window().setAttribute(Qt::WA_DontShowOnScreen);
    kiosk.window().show();
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.window().view().hasHall, 10'000);
    cable().set(Fault::Slow);
    LoopWatch watch;
    for (int i = 0; i < 3; ++i) { // with the branch or without it, as the cable allows
        m_given.append(take(kiosk, u"C"_s));
    }
    QVERIFY2(watch.worst() <= StallMs, qPrintable(QString::number(watch.worst())));
    cable().set(Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(numbersByRank(), m_given, 20'000);
}

void LanTest::killedWhileTellingLosesNothing()
{
    const QString killed = inRoot(u"killed"_s);
    constexpr int Tickets = 60;
    {
        const auto journal = KioskJournal::open(killed, Kiosk);
        VERIFY_RESULT(journal);
        const auto database = openBranch(placeOf(u"kiosk-1"_s));
        VERIFY_RESULT(database);
        const qint64 clock = now().clock.toMSecsSinceEpoch();
        (*journal)->setTime(clock, clock);
        QDate day;
        for (int i = 0; i < Tickets / 20; ++i) {
            const auto lease = leaseNumbers(**database, now(), Kiosk, u"C"_s);
            VERIFY_RESULT(lease);
            VERIFY_RESULT((*journal)->hold(*lease));
            day = lease->date;
        }
        for (int i = 0; i < Tickets; ++i) {
            const auto ticket =
                (*journal)->give({.id = QUuid::createUuid(), .group = u"C"_s}, day, clock + i);
            VERIFY_RESULT(ticket);
            m_given.append(ticket->number.toString());
        }
    }
    const auto untold = [&] {
        const auto journal = KioskJournal::open(killed, Kiosk);
        return journal ? static_cast<int>((*journal)->next().has_value()) : -1;
    };
    constexpr int Fewest = 3;
    int kills = 0;
    while (untold() == 1) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--kiosk"_s, killed, cabled(u"kiosk-1"_s)});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead(10'000)); // it has the branch, and begins to tell
        // The later ones get more time, so that it ends.
        QTest::qWait(QRandomGenerator::global()->bounded(30 + 20 * kills));
        child.kill();
        child.waitForFinished();
        ++kills;
    }
    qInfo("killed %d times", kills);
    QVERIFY(kills >= Fewest);
    QCOMPARE(untold(), 0);
    const QStringList all = numbersByRank();
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    QCOMPARE(all, m_given);
}

void LanTest::startsWithoutTheServer_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("cut") << static_cast<int>(Fault::Cut);
    QTest::newRow("refused") << static_cast<int>(Fault::Refused);
}

/// The power came back before the server: the kiosk goes on with the day that it knows.
void LanTest::startsWithoutTheServer()
{
    QFETCH(int, fault);
    const QString journal = inRoot(u"journal"_s); // of the tests before
    {
        StorageThread storage(cabled(u"kiosk-1"_s), {});
        KioskRole kiosk(storage, settingsOf(journal));
        QTRY_VERIFY_WITH_TIMEOUT(!kiosk.window().view().catalogue.groups.empty(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            value(u"SELECT count(*) FROM waiting_line WHERE leased > 0"_s).toInt() == 3, 10'000);
    }
    cable().set(static_cast<Fault>(fault));
    StorageThread storage(cabled(u"kiosk-1"_s), {});
    StorageThread boardStorage(cabled(u"board-1"_s), {});
    KioskRole kiosk(storage, settingsOf(journal));
    BoardRole board(boardStorage, {.speaks = false});
    for (QWidget *window :
         {static_cast<QWidget *>(&kiosk.window()), static_cast<QWidget *>(&board.window())}) {
        window->setAttribute(Qt::WA_DontShowOnScreen);
        window->resize(800, 1200);
        window->show();
    }
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.window().view().offline && shows(board, BoardPart::Stale),
                             WithinMs);
    LoopWatch watch;
    QCOMPARE(kiosk.window().view().closed, ClosedReason::None);
    QVERIFY(!shows(board, BoardPart::Cell) && !shows(board, BoardPart::Call));
    for (const QString &group : {u"H"_s, u"C"_s}) {
        m_given.append(take(kiosk, group));
        QVERIFY(m_given.constLast() > group + u"800"_s);
    }
    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(!kiosk.window().view().offline && !shows(board, BoardPart::Stale),
                             WithinMs);
    QVERIFY2(watch.worst() <= StallMs, qPrintable(QString::number(watch.worst())));
    QTRY_COMPARE_WITH_TIMEOUT(numbersByRank(), m_given, 10'000);
}

void LanTest::theBranchIsWhole()
{
    const auto report = verifyBranch(*owner());
    VERIFY_RESULT(report);
    QVERIFY2(report->problems.empty(),
             qPrintable(report->problems.empty() ? QString() : report->problems.front().problem));
    const int replaced = value(u"SELECT count(*) FROM leg WHERE state = 'cancelled'"_s).toInt();
    QCOMPARE(report->tickets, m_given.size() + replaced);
    VERIFY_RESULT(closeDay(*owner(), now()));
    const auto closed = verifyBranch(*owner());
    VERIFY_RESULT(closed);
    QVERIFY(closed->problems.empty());
}

void LanTest::aCutOverNightLosesNothing()
{
    const QTimeZone zone("Asia/Ho_Chi_Minh");
    // A Monday and a Tuesday that come.
    QDate monday = now().clock.toTimeZone(zone).date().addDays(1);
    while (monday.dayOfWeek() != Qt::Monday) {
        monday = monday.addDays(1);
    }
    std::atomic<qint64> later = 0;
    const auto clock = [&later] { return QDateTime::currentDateTimeUtc().addMSecs(later); };
    const auto goTo = [&](const QDate &day, int hour, int minute) {
        later = now().clock.msecsTo(QDateTime(day, QTime(hour, minute), zone));
    };
    const auto then = [&clock] { return CommandContext{QUuid::createUuid(), clock()}; };
    std::ignore = closeDay(*owner(), now()); // where this runs alone
    goTo(monday, 7, 30);
    VERIFY_RESULT(openDay(*owner(), then(), {}));
    VERIFY_RESULT(startShift(*owner(), then(), 1, u"CB01"_s, false));
    goTo(monday, 9, 0);
    KioskSettings settings = settingsOf(inRoot(u"overnight"_s));
    settings.keepsHours = true;
    settings.clock = clock;
    StorageThread kioskStorage(cabled(u"kiosk-1"_s), {});
    StorageThread boardStorage(cabled(u"board-1"_s), {});
    KioskRole kiosk(kioskStorage, settings);
    BoardRole board(boardStorage, {.speaks = false, .clock = clock});
    const KioskView &view = kiosk.window().view();
    for (QWidget *window :
         {static_cast<QWidget *>(&kiosk.window()), static_cast<QWidget *>(&board.window())}) {
        window->setAttribute(Qt::WA_DontShowOnScreen);
        window->resize(800, 1200);
        window->show();
    }
    const QString leased = u"SELECT coalesce(sum(leased), 0) FROM waiting_line "
                           "WHERE business_date = '%1'"_s;
    const auto on = [](const QString &sql, const QDate &day) {
        return sql.arg(day.toString(Qt::ISODate));
    };
    QTRY_COMPARE_WITH_TIMEOUT(value(on(leased, monday)), u"41"_s, 10'000); // 20, 20 and 1
    QTRY_COMPARE(view.closed, ClosedReason::None);
    std::ignore = take(kiosk, u"H"_s); // H001
    VERIFY_RESULT(callNext(*owner(), then(), 1));
    QTRY_VERIFY_WITH_TIMEOUT(shows(board, BoardPart::Call), WithinMs);

    cable().set(Fault::Cut);
    QTRY_VERIFY_WITH_TIMEOUT(view.offline && shows(board, BoardPart::Stale), WithinMs);
    QStringList given{take(kiosk, u"H"_s)};
    goTo(monday, 11, 0); // two hours
    QTRY_COMPARE(view.now.time.hour(), 11);
    QVERIFY(view.offline && shows(board, BoardPart::Stale) && shows(board, BoardPart::Call));
    while (view.load(u"H"_s)->takesNumbers) {
        given.append(take(kiosk, u"H"_s));
    }
    QCOMPARE(given.size(), 20);
    QVERIFY(view.offline && view.closed == ClosedReason::None); // the other lines have some
    Q_EMIT kiosk.window().ticketWanted({.id = QUuid::createUuid(), .group = u"H"_s});
    given.append(take(kiosk, u"C"_s));
    QVERIFY(given.constLast().startsWith(u'C'));
    given.append(take(kiosk, u"N"_s));
    while (view.load(u"C"_s)->takesNumbers) {
        given.append(take(kiosk, u"C"_s));
    }
    QCOMPARE(given.size(), 41);
    QCOMPARE(view.closed, ClosedReason::NoServer); // and asks for the help desk
    QCOMPARE(QSet<QString>(given.begin(), given.end()).size(), given.size());

    goTo(monday, 17, 30);
    QTRY_COMPARE(view.closed, ClosedReason::AfterLast);
    VERIFY_RESULT(actAtCounter(*owner(), then(), {.counter = 1, .action = LegAction::Finish}));
    meanwhile([&] { VERIFY_RESULT(closeDay(*owner(), then())); });
    goTo(monday.addDays(1), 7, 30);
    meanwhile([&] { VERIFY_RESULT(openDay(*owner(), then(), {})); });
    goTo(monday.addDays(1), 8, 0);
    QTRY_COMPARE(view.closed, ClosedReason::NoServer);
    QVERIFY(view.offline);
    // Yesterday's calls are not today's.
    QTRY_VERIFY_WITH_TIMEOUT(!shows(board, BoardPart::Call), WithinMs);
    QVERIFY(shows(board, BoardPart::Closed) && !shows(board, BoardPart::Cell));
    const QString shown = view.ticket ? view.ticket->number.toString() : QString();
    Q_EMIT kiosk.window().ticketWanted({.id = QUuid::createUuid(), .group = u"C"_s});
    QTest::qWait(100); // the disk answers
    QCOMPARE(view.ticket ? view.ticket->number.toString() : QString(), shown);

    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(!view.offline && view.closed == ClosedReason::None, WithinMs);
    const QString lapsed = u"SELECT sum(lapsed) FROM waiting_line WHERE business_date = '%1'"_s;
    QTRY_COMPARE_WITH_TIMEOUT(value(on(lapsed, monday)), u"41"_s, 20'000);
    QCOMPARE(value(u"SELECT string_agg(body::json->>'ticket', ' ' ORDER BY seq) FROM event "
                   "WHERE kind = 'ticket_lapsed'"_s),
             given.join(u' ')); // in order of arrival, each once
    QCOMPARE(value(on(u"SELECT count(*) FROM ticket WHERE business_date = '%1'"_s, monday)),
             u"1"_s);
    QCOMPARE(take(kiosk, u"H"_s), u"H001"_s); // of the new day
    QTRY_COMPARE_WITH_TIMEOUT(value(on(leased, monday.addDays(1))), u"41"_s, 10'000);
    const auto report = verifyBranch(*owner());
    VERIFY_RESULT(report);
    QVERIFY2(report->problems.empty(),
             qPrintable(report->problems.empty() ? QString() : report->problems.front().problem));
}

/// A kiosk that runs until it is killed.
static int runKiosk(const QString &journal, const QString &place)
{
    StorageThread storage(place, {});
    KioskRole kiosk(storage, settingsOf(journal));
    QObject::connect(&storage, &StorageThread::changed, &kiosk, [] {
        std::fputs("here\n", stdout);
        std::fflush(stdout);
    });
    return QApplication::exec();
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == "--kiosk"_L1) {
        return runKiosk(arguments.value(2), arguments.value(3));
    }
    LanTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "lantest.moc"
