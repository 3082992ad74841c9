// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "core/language.h"
#include "core/result.h"
#include "core/ticketnumber.h"
#include "operations/personvault.h"
#include "storage/branchtransaction.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonObject>

#include <memory>

namespace motcua {

/// A branch and its key.
struct OpenedBranch
{
    std::unique_ptr<Database> database;
    PersonVault vault;
};

/// One run of the program from the command line: what was asked, and how to answer.
///
/// Every text from outside but a path comes through here cleaned (NFC, no control characters).
class Invocation
{
public:
    Invocation(const QCommandLineParser &parser, QStringList words, Language language,
               QDateTime now);

    [[nodiscard]] Language language() const { return m_language; }
    /// The language was asked for and is not the default.
    [[nodiscard]] bool isLanguageGiven() const { return m_parser.isSet(QStringLiteral("lang")); }
    [[nodiscard]] const QDateTime &now() const { return m_now; } ///< PC's clock at the start
    [[nodiscard]] bool isJson() const;

    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString text(const QString &option) const; ///< empty when not given
    /// The word after the command, e.g. a ticket number.
    [[nodiscard]] QString argument() const;
    /// The same, or an option, as the path of a file: names of files are taken as they are.
    [[nodiscard]] QString filePath() const { return m_words.value(0); }
    [[nodiscard]] QString filePath(const QString &option) const { return m_parser.value(option); }

    /// These fail with Usage (subject: the option) when the value is missing or malformed.
    [[nodiscard]] Result<QString> required(const QString &option) const;
    [[nodiscard]] Result<int> number(const QString &option, int smallest, int largest) const;
    [[nodiscard]] Result<double> speed() const;                    ///< --speed: times real time
    [[nodiscard]] Result<QDate> date(const QString &option) const; ///< null when not given
    [[nodiscard]] Result<TicketNumber> ticket(const QString &text) const;

    /// The id given with --command, or a fresh one, and the clock of this moment: ask for it after a
    /// person was waited for.
    [[nodiscard]] Result<CommandContext> context() const;

    /// The database's place: --database, else MOTCUA_DATABASE, else the settings file.
    [[nodiscard]] Result<QString> databasePlace() const;
    [[nodiscard]] bool hasDatabase() const;
    [[nodiscard]] bool hasDatabaseOption() const
    {
        return m_parser.isSet(QStringLiteral("database"));
    }
    /// What the settings file of this PC says of @p key, e.g. "kiosk/printer"; empty for nothing.
    [[nodiscard]] QString setting(const QString &key) const;
    /// The same of a list: "one, two"; what has a comma in it is quoted.
    [[nodiscard]] QStringList settingList(const QString &key) const;
    /// Writes @p key into that file; an empty @p value removes it. Fails with FileUnwritable.
    [[nodiscard]] static Result<> remember(const QString &key, const QString &value);
    /// The branch this PC is bound to: MOTCUA_BRANCH, else the settings file; empty for none.
    [[nodiscard]] QString expectedBranch() const;
    [[nodiscard]] Result<std::unique_ptr<Database>> openDatabase() const;
    /// The same with its key.
    [[nodiscard]] Result<OpenedBranch> openWithVault() const;

    /// Groups, counters, calendar and the one procedure named, as the database's branch has them,
    /// or as the shipped sample branch has them when no database is named.
    [[nodiscard]] Result<Catalogue> catalogue(const QString &procedure = {}) const;

    /// Prints @p json with --json, else @p text; returns the exit code 0.
    int answer(const QJsonObject &json, const QString &text) const;
    /// Prints what went wrong; returns its exit code.
    int refuse(const Error &error, const QJsonObject &more = {}) const;

    /// "08:05" for what toJson() wrote as 2026-11-22T08:05:12+07:00.
    [[nodiscard]] static QString clockText(const QString &iso);

private:
    [[nodiscard]] QString databaseUrl() const;

    const QCommandLineParser &m_parser;
    QStringList m_words;
    Language m_language;
    QDateTime m_now;
    QElapsedTimer m_running;
};

/// Writes to the terminal as UTF-8, whatever the locale says.
bool printLine(const QString &text); ///< false when it could not be written, e.g. to a full disk
void printError(const QString &text);

/// What is piped in, at most @p most bytes; the rest is left unread.
[[nodiscard]] QByteArray readInput(qint64 most);
/// The first line of it, for what is not to stand in the list of processes.
[[nodiscard]] QString readInputLine();
/// A secret from the first line of standard input, asked for without echo on a terminal.
[[nodiscard]] QString readSecret(const QString &prompt);

/// Shows how far a long command is, on standard error, ten times at most.
class Progress
{
public:
    explicit Progress(QString what)
        : m_what(std::move(what))
    {
    }
    void show(qint64 done, qint64 total);

private:
    QString m_what;
    qint64 m_shown = 0;
};

/// The shipped sample branch, Chi nhánh số 1.
[[nodiscard]] Catalogue sampleCatalogue();
/// A file named beside @p branchFile, or the shipped one of that name.
[[nodiscard]] std::optional<QByteArray> catalogueFile(const QString &branchFile,
                                                      const QString &name);

} // namespace motcua
