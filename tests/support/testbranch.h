// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/counterbreak.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "operations/ticketprint.h"
#include "operations/verifybranch.h"
#include "storage/migrator.h"
#include "storage/staffrepository.h"
#include "storage/statement.h"
#include "support/catalogues.h"
#include "support/outcome.h"
#include "support/testserver.h"

#include <QDir>
#include <QFile>
#include <QHash>

namespace motcua::test {

inline const QDate Monday(2026, 3, 2);
/// 07:30 at the branch.
inline const QDateTime Morning(Monday, QTime(0, 30), Qt::UTC);

/// A branch of its own on the engine under test, with a clock that moves when told.
class TestBranch
{
public:
    /// The branch of smallCatalogue(), made once and then copied.
    TestBranch()
        : TestBranch(fresh())
    {
    }

    /// A copy of a branch that bytes() gave.
    explicit TestBranch(const QByteArray &bytes)
    {
        if (isServerTested()) {
            SparePlace spare = SparePlace::take();
            m_place = spare.place ? std::move(spare.place) : std::make_unique<TestPlace>();
            m_database = std::move(spare.database);
            if (!m_database) {
                m_database = Database::create(path()).value();
                m_problem = outcome(migrate(*m_database, shippedMigrations()));
            }
            ServerRows(*m_database).write(bytes);
            return;
        }
        m_place = std::make_unique<TestPlace>();
        QFile database(path());
        if (database.open(QIODevice::WriteOnly) && database.write(bytes) == bytes.size()) {
            database.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            database.close();
        }
        reopen();
    }

    explicit TestBranch(const Catalogue &catalogue)
        : m_place(std::make_unique<TestPlace>())
    {
        const auto created = createBranch(path(), catalogue, next());
        m_problem = outcome(created);
        if (created) {
            reopen();
        }
    }

    ~TestBranch() { SparePlace::giveBack({std::move(m_place), std::move(m_database)}); }
    Q_DISABLE_COPY_MOVE(TestBranch)

    [[nodiscard]] Database &operator*() const { return *m_database; }
    /// What names it to the program.
    [[nodiscard]] QString path() const { return m_place->place(); }
    [[nodiscard]] QString url() const { return m_place->url(); }
    [[nodiscard]] QString file(const QString &name) const { return m_place->file(name); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_place->folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    /// All that is in it.
    [[nodiscard]] QByteArray bytes() const
    {
        if (isServerTested()) {
            return ServerRows(*m_database).read();
        }
        QFile database(path());
        return database.open(QIODevice::ReadOnly) ? database.readAll() : QByteArray();
    }

    void close() { m_database.reset(); }
    void reopen()
    {
        close();
        auto database = openBranch(path());
        m_problem = outcome(database);
        if (database) {
            m_database = std::move(*database);
        }
    }
    [[nodiscard]] std::unique_ptr<Database> connect() const
    {
        return std::move(openBranch(path()).value());
    }

    void wait(qint64 seconds) { m_clock = m_clock.addSecs(seconds); }
    [[nodiscard]] const QDateTime &clock() const { return m_clock; }
    /// A command of its own, now.
    [[nodiscard]] CommandContext next(const QUuid &id = QUuid::createUuid()) const
    {
        return {id, m_clock};
    }

    /// Runs the words of a script and tells the outcome of the last command; those before must
    /// succeed, unless they begin with "~":
    ///
    ///     open [2026-03-02] | close | in 1 CB01 | out 1 | issue H [elderly] | call 1 | recall 1 |
    ///     start 1 | finish 1 | no-show 1 | hold 1 [photocopy] | transfer 1 C | transfer 1 - 3 |
    ///     resume 1 [H001] | reinstate H001 | cancel H001 | undo 1 | wait 10 | take 1 CB02 | beat 1 |
    ///     break 1 rest | back 1 | choose 1 H003 frail | print H001 printed
    QString play(const QString &script, const QUuid &idOfLast = QUuid::createUuid())
    {
        if (m_problem != u"ok") {
            return m_problem;
        }
        const QStringList lines = script.split(u'|', Qt::SkipEmptyParts);
        QString told;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString line = lines[i].simplified();
            const bool last = i + 1 == lines.size();
            m_failed = false;
            told = run(line.split(u' '), last ? next(idOfLast) : next());
            if (!last && m_failed && !line.startsWith(u'~')) {
                return line + QStringLiteral(": ") + told;
            }
        }
        return told;
    }

    /// The answer of the last command that play() ran, as it is printed.
    [[nodiscard]] const QJsonObject &answer() const { return m_answer; }

    /// What verify finds; empty when the branch is sound.
    [[nodiscard]] QString faults() const
    {
        const auto report = verifyBranch(*m_database);
        if (!report) {
            return told(report.error());
        }
        QStringList problems;
        for (const auto &problem : report->problems) {
            problems.append(problem.problem);
        }
        return problems.join(QStringLiteral("; "));
    }

    /// The first column of the first row of @p sql.
    [[nodiscard]] QString value(const QString &sql) const
    {
        Statement select(*m_database, sql);
        const auto value = select.row([](const Row &row) { return row.text(0); });
        return value ? value->value_or(QStringLiteral("no row")) : told(value.error());
    }

private:
    static const QByteArray &fresh()
    {
        static const QByteArray bytes = TestBranch(smallCatalogue()).bytes();
        return bytes;
    }

    template <typename A, typename Tell>
    QString tell(const Result<A> &answer, Tell words)
    {
        m_failed = !answer;
        m_answer = answer ? answer->toJson() : QJsonObject();
        return answer ? words(*answer) : outcome(answer);
    }

    QString tellLeg(const Result<LegAnswer> &answer)
    {
        return tell(answer, [](const LegAnswer &leg) {
            const QString place = leg.counter == 0 ? QStringLiteral("in ") + leg.group
                                                   : QStringLiteral("at %1").arg(leg.counter);
            return QStringLiteral("%1 %2 %3").arg(leg.ticket.toString(), word(leg.state), place);
        });
    }

    QString tellDay(const Result<DayAnswer> &answer)
    {
        return tell(answer, [](const DayAnswer &day) {
            return QStringLiteral("%1 %2 %3")
                .arg(day.businessDate.toString(Qt::ISODate), day.state)
                .arg(day.expired);
        });
    }

    QString tellShift(const Result<ShiftAnswer> &answer)
    {
        return tell(answer, [](const ShiftAnswer &shift) {
            return QStringLiteral("%1 %2 at %3").arg(shift.staff, shift.state).arg(shift.counter);
        });
    }

    QString run(QStringList words, const CommandContext &context)
    {
        const QString verb = words.takeFirst().remove(u'~');
        const QString first = words.value(0);
        const int counter = first.toInt();
        if (verb == u"wait") {
            wait(first.toLongLong());
            return QStringLiteral("ok");
        }
        if (verb == u"open") {
            return tellDay(openDay(*m_database, context, QDate::fromString(first, Qt::ISODate)));
        }
        if (verb == u"close") {
            return tellDay(closeDay(*m_database, context));
        }
        if (verb == u"in" || verb == u"take") {
            return tellShift(
                startShift(*m_database, context, counter, words.value(1), verb == u"take"));
        }
        if (verb == u"beat") {
            const auto shift = StaffRepository(*m_database).openShiftAt(counter);
            const auto beaten =
                beat(*m_database, counter, shift && *shift ? (*shift)->id : QUuid(), m_clock);
            m_failed = !beaten;
            return outcome(beaten);
        }
        if (verb == u"break" || verb == u"back") {
            return tell(verb == u"break" ? startBreak(*m_database, context, counter, words.value(1))
                                         : endBreak(*m_database, context, counter),
                        [](const BreakAnswer &answer) {
                            return QStringLiteral("%1 %2").arg(answer.counter).arg(answer.state);
                        });
        }
        if (verb == u"choose") {
            return tell(callChosen(*m_database, context, counter,
                                   TicketNumber::fromString(words.value(1)).value(),
                                   words.value(2)),
                        [](const CalledLeg &called) {
                            return QStringLiteral("%1 to %2")
                                .arg(called.ticket.toString())
                                .arg(called.counter);
                        });
        }
        if (verb == u"print") {
            return tell(recordPrint(*m_database, context, TicketNumber::fromString(first).value(),
                                    printStateFromWord(words.value(1)).value()),
                        [](const PrintAnswer &answer) {
                            return answer.ticket.toString() + u' ' + word(answer.state);
                        });
        }
        if (verb == u"out") {
            return tellShift(signOut(*m_database, context, counter));
        }
        if (verb == u"issue") {
            return tell(issueTicket(*m_database, context,
                                    {.group = first, .procedure = {}, .priority = words.value(1)}),
                        [](const IssuedTicket &issued) {
                            return QStringLiteral("%1 after %2")
                                .arg(issued.ticket.toString())
                                .arg(issued.ahead);
                        });
        }
        if (verb == u"call") {
            return tell(callNext(*m_database, context, counter), [](const CalledLeg &called) {
                return QStringLiteral("%1 to %2").arg(called.ticket.toString()).arg(called.counter);
            });
        }
        if (verb == u"resume") {
            return tellLeg(resumeHeld(*m_database, context, counter,
                                      TicketNumber::fromString(words.value(1))));
        }
        if (verb == u"undo") {
            return tellLeg(undoLast(*m_database, context, counter));
        }
        if (verb == u"reinstate" || verb == u"cancel") {
            const TicketNumber number = TicketNumber::fromString(first).value();
            return tellLeg(verb == u"cancel" ? cancelTicket(*m_database, context, number)
                                             : reinstateTicket(*m_database, context, number));
        }
        static const QHash<QString, LegAction> actions{
            {QStringLiteral("recall"), LegAction::Recall},
            {QStringLiteral("start"), LegAction::Start},
            {QStringLiteral("finish"), LegAction::Finish},
            {QStringLiteral("no-show"), LegAction::NoShow},
            {QStringLiteral("hold"), LegAction::Hold},
            {QStringLiteral("transfer"), LegAction::Transfer}};
        if (!actions.contains(verb)) {
            m_failed = true;
            return QStringLiteral("no such word: ") + verb;
        }
        const bool transfers = verb == u"transfer";
        return tellLeg(actAtCounter(*m_database, context,
                                    {.counter = counter,
                                     .action = actions[verb],
                                     .to = transfers ? words.value(1).remove(u'-') : QString(),
                                     .reason = transfers ? QString() : words.value(1),
                                     .toCounter = transfers ? words.value(2).toInt() : 0}));
    }

    std::unique_ptr<TestPlace> m_place;
    QDateTime m_clock = Morning;
    std::unique_ptr<Database> m_database;
    QString m_problem = QStringLiteral("ok");
    QJsonObject m_answer;
    bool m_failed = false;
};

} // namespace motcua::test
