// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "storage/database.h"
#include "support/testserver.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QUuid>

#include <csignal>
#include <vector>

namespace motcua {

/// What a child process left behind.
struct ProcessOutcome
{
    int signal = 0; ///< that ended it, 0 for none
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    /// Killed, as a shim does it; any other signal is a crash.
    [[nodiscard]] bool isKilled() const { return signal == SIGKILL; }
    /// The JSON objects it printed, one a line; a line cut short by the end is left out.
    [[nodiscard]] std::vector<QJsonObject> lines() const;
    /// The one JSON object of a command with --json.
    [[nodiscard]] QJsonObject answer() const;
    /// All of it, for the message of a failed test.
    [[nodiscard]] QByteArray text() const;
};

using Settings = QMap<QString, QString>; ///< environment variables

/// Runs @p program to its end. The environment is the test's own with @p settings.
[[nodiscard]] ProcessOutcome runProgram(const QString &program, const QStringList &arguments,
                                        const Settings &settings = {},
                                        const QByteArray &input = {});

/// Runs every one of @p calls at once. They wait until all are up, so that they meet.
[[nodiscard]] std::vector<ProcessOutcome> runTogether(const QString &program,
                                                      const std::vector<QStringList> &calls,
                                                      const Settings &settings = {});

/// The environment that preloads a library of tests/system/shims into a child working in @p folder.
[[nodiscard]] Settings preloaded(const QString &shim, const QString &folder,
                                 const Settings &settings = {});

/// The number that makes this run's choices: MOTCUA_SEED, or a fresh one. It is printed.
[[nodiscard]] quint32 testSeed();

/// A branch on the engine under test in a folder of its own, with an open business day and somebody
/// signed in at every counter.
class Office
{
public:
    /// The clock stands @p clock; the day is the branch's date then.
    explicit Office(const QDateTime &clock = openingTime());

    [[nodiscard]] static QDateTime openingTime(); ///< 2 March 2026, 08:00 in Hà Nội

    [[nodiscard]] QString folder() const { return m_place.folder(); }
    /// What names it to our own functions, and to a program.
    [[nodiscard]] QString path() const { return m_place.place(); }
    [[nodiscard]] QString url() const { return m_place.url(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_place.file(name); }

    /// Empties the folder but for the database, which becomes a copy of @p other, journal included.
    /// No connection may be open.
    void resetTo(const Office &other) const;

private:
    test::TestPlace m_place;
};

/// Counters of the sample branch; member of staff n sits at counter n.
[[nodiscard]] int counterCount();
[[nodiscard]] QString staffAt(int counter);

/// The sample branch.
[[nodiscard]] Catalogue officeCatalogue();

/// One answer a program printed as done, or the command it was still at.
struct Acknowledgement
{
    QUuid command;
    QString operation;
    QJsonObject answer;
    qint64 began = 0; ///< ns on the clock all processes share
    qint64 ended = 0;
};

/// Answers among the lines of a branchdriver.
[[nodiscard]] std::vector<Acknowledgement> acknowledgements(const ProcessOutcome &outcome);

/// The judge: what is wrong with a branch's database and with the answers that were given from it.
///
/// Empty when every event follows legally from those before, `verify` has no complaint, every
/// acknowledged answer is stored as it was given and told by its event, no number was given twice,
/// and what ended before something else began stands before it.
[[nodiscard]] QStringList faultsOf(Database &database,
                                   const std::vector<Acknowledgement> &acknowledged);

/// The same for a database nobody has open.
[[nodiscard]] QStringList faultsOf(const QString &path,
                                   const std::vector<Acknowledgement> &acknowledged = {});

} // namespace motcua
