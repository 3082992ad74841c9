// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "operations/intakes.h"
#include "operations/migratebranch.h"
#include "system/harness.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

/// A branch that moves, in a process of its own that is killed on its way: one place that works, or none
/// until the same is run again, never two.
class MoveKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedMoveFromFileToFile();
    void killedMoveFromFileToServer();
    void killedMoveFromServerToFile();

private:
    [[nodiscard]] QString newFile(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Office> m_office; ///< on the engine under test
    QString m_file;                   ///< the same branch in a file
};

namespace {

template <typename T>
void demand(const Result<T> &done)
{
    if (!done) {
        qFatal("%s %s", qPrintable(word(done.error().code)), qPrintable(done.error().detail));
    }
}

/// Whether people can work there.
bool isLive(const QString &place)
{
    const auto database = openBranch(place);
    if (!database) {
        return false;
    }
    const auto branch = readBranch(**database);
    demand(branch);
    return !branch->retired;
}

ProcessOutcome move(const QString &from, const QString &to, const Settings &settings = {})
{
    return runProgram(QStringLiteral(BRANCHDRIVER), {from, u"--role"_s, u"move"_s, u"--to"_s, to},
                      settings);
}

/// Whether the move was killed at @p settings. Proves what that left and that the same run again ends
/// it.
bool isKilled(const QString &from, const QString &to, const Settings &settings)
{
    const ProcessOutcome outcome = move(from, to, settings);
    if (outcome.isKilled()) {
        const bool isHere = isLive(from);
        if (isHere && isLive(to)) {
            qFatal("two branches");
        }
        if (isHere && !faultsOf(from).isEmpty()) {
            qFatal("%s", qPrintable(faultsOf(from).join(u'\n')));
        }
        const bool isThere = isLive(to);
        const ProcessOutcome again = move(from, to);
        if (isThere ? !again.output.contains("branch_moved") : again.exitCode != 0) {
            qFatal("%s", again.text().constData());
        }
    } else if (outcome.exitCode != 0) {
        qFatal("%s", outcome.text().constData());
    }
    if (isLive(from) || !isLive(to) || !faultsOf(to).isEmpty()) {
        qFatal("it has not moved: %s", qPrintable(faultsOf(to).join(u'\n')));
    }
    return outcome.isKilled();
}

/// Kills a move at places all over it, and at each of the last ones, where it changes hands.
void killAllOver(int stride, const std::function<bool(int at)> &isKilledAt)
{
    constexpr int Last = 16;
    int at = 1;
    while (isKilledAt(at)) {
        at += stride;
    }
    int places = at / stride;
    for (int before = at - 1, last = 0; before > 0 && last < Last; --before) {
        if (isKilledAt(before)) {
            ++places;
            ++last;
        }
    }
    qInfo("%d of some %d places", places, at);
    QVERIFY(places > Last + 3);
}

} // namespace

void MoveKillTest::initTestCase()
{
    m_office = std::make_unique<Office>(QDateTime::currentDateTimeUtc());
    const ProcessOutcome people =
        runProgram(QStringLiteral(BRANCHDRIVER),
                   {m_office->path(), u"--role"_s, u"work"_s, u"--operations"_s, u"60"_s});
    QCOMPARE(people.exitCode, 0);
    {
        const auto office = openBranch(m_office->path());
        demand(office);
        demand(vaultOf(**office)); // its people's key, should nobody have been recorded by chance
    }
    m_file = m_folder.filePath(u"kept.db"_s);
    if (test::isServerTested()) {
        demand(migrateBranch(m_office->path(), m_file));
        demand(setRetired(*Database::open(m_office->path()).value(), false));
    } else {
        QVERIFY(QFile::copy(m_office->path(), m_file));
        QVERIFY(QFile::copy(Database::keyFileOf(m_office->path()), Database::keyFileOf(m_file)));
    }
}

/// The branch in a file of its own, with its key.
QString MoveKillTest::newFile(const QString &name) const
{
    QDir().mkpath(m_folder.filePath(name));
    QString path = m_folder.filePath(name + u"/branch.db"_s);
    const bool isThere = QFile::copy(m_file, path)
                         && QFile::copy(Database::keyFileOf(m_file), Database::keyFileOf(path));
    return isThere ? path : QString();
}

void MoveKillTest::killedMoveFromFileToFile()
{
    ONLY_ON_SQLITE("no server takes part");
    constexpr int Stride = 5;
    int count = 0;
    killAllOver(Stride, [&](int at) {
        const QString from = newFile(u"move%1"_s.arg(++count));
        const QString folder = QFileInfo(from).absolutePath();
        return isKilled(from, folder + u"/moved.db"_s,
                        preloaded(u"faults"_s, folder,
                                  {{u"FAULT_AT"_s, QString::number(at)},
                                   {u"FAULT_LEVEL"_s, u"1"_s}})); // names and syncs
    });
}

void MoveKillTest::killedMoveFromFileToServer()
{
    ONLY_ON_SERVER("the other direction");
    constexpr int Stride = 70;
    int count = 0;
    killAllOver(Stride, [&](int at) {
        const QString from = newFile(u"up%1"_s.arg(++count));
        const QString to =
            test::serverUrl(test::newServerDatabase()) + u"&key="_s + Database::keyFileOf(from);
        return isKilled(from, to,
                        preloaded(u"steps"_s, QFileInfo(from).absolutePath(),
                                  {{u"STEP_KILL_AT"_s, QString::number(at)}}));
    });
}

void MoveKillTest::killedMoveFromServerToFile()
{
    ONLY_ON_SERVER("the other direction");
    constexpr int Stride = 280; // every row that is written is a place
    int count = 0;
    killAllOver(Stride, [&](int at) {
        demand(setRetired(*Database::open(m_office->path()).value(), false));
        const QString name = u"down%1"_s.arg(++count);
        QDir().mkpath(m_folder.filePath(name));
        return isKilled(m_office->path(), m_folder.filePath(name + u"/branch.db"_s),
                        preloaded(u"steps"_s, m_folder.filePath(name),
                                  {{u"STEP_KILL_AT"_s, QString::number(at)}}));
    });
}

QTEST_GUILESS_MAIN(MoveKillTest)

#include "movekilltest.moc"
