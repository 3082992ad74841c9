// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/invocation.h"

#include "commands/texts.h"
#include "core/intake.h"
#include "core/vietnamesetext.h"
#include "operations/branchdatabase.h"
#include "operations/intakes.h"
#include "shared/errortext.h"
#include "shared/intaketext.h"
#include "storage/cataloguerepository.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

// For whoever looks for a fault: QT_LOGGING_RULES="motcua.*=true". A person is told in words.
Q_LOGGING_CATEGORY(lcCommands, "motcua.commands", QtCriticalMsg)

Invocation::Invocation(const QCommandLineParser &parser, QStringList words, Language language,
                       QDateTime now)
    : m_parser(parser)
    , m_words(std::move(words))
    , m_language(language)
    , m_now(std::move(now))
{
    m_running.start();
}

bool Invocation::isJson() const
{
    return m_parser.isSet(u"json"_s);
}

QString Invocation::text(const QString &option) const
{
    return cleaned(m_parser.value(option));
}

QString Invocation::argument() const
{
    return cleaned(m_words.value(0));
}

Result<QString> Invocation::required(const QString &option) const
{
    QString value = text(option);
    if (value.isEmpty()) {
        return failure(ErrorCode::Usage, u"--"_s + option);
    }
    return value;
}

Result<int> Invocation::number(const QString &option, int smallest, int largest) const
{
    bool isNumber = false;
    const int value = text(option).toInt(&isNumber);
    if (!isNumber || value < smallest || value > largest) {
        return failure(ErrorCode::Usage, u"--"_s + option);
    }
    return value;
}

Result<double> Invocation::speed() const
{
    constexpr double Slowest = 0.01;
    constexpr double Fastest = 1e6;
    const double value = text(u"speed"_s).toDouble();
    if (value >= Slowest && value <= Fastest) { // which not-a-number is not
        return value;
    }
    return failure(ErrorCode::Usage, u"--speed"_s);
}

Result<QDate> Invocation::date(const QString &option) const
{
    if (!has(option)) {
        return QDate();
    }
    const QString value = text(option);
    const QDate date = value.size() == 10 ? QDate::fromString(value, Qt::ISODate) : QDate();
    if (!date.isValid()) {
        return failure(ErrorCode::Usage, u"--"_s + option);
    }
    return date;
}

Result<TicketNumber> Invocation::ticket(const QString &text) const
{
    const auto number = TicketNumber::fromString(text);
    if (!number) {
        return failure(ErrorCode::Usage,
                       text.isEmpty() ? u"H042"_s : text.first(qMin(text.size(), 40)));
    }
    return *number;
}

Result<CommandContext> Invocation::context() const
{
    if (!has(u"command"_s)) {
        return CommandContext{QUuid::createUuid(), m_now.addMSecs(m_running.elapsed())};
    }
    const QUuid id = QUuid::fromString(text(u"command"_s));
    if (id.isNull()) {
        return failure(ErrorCode::Usage, u"--command"_s);
    }
    return CommandContext{id, m_now.addMSecs(m_running.elapsed())};
}

static QSettings settingsFile()
{
    return QSettings(qEnvironmentVariable("MOTCUA_SETTINGS", u"/etc/motcua/motcua.conf"_s),
                     QSettings::IniFormat);
}

QString Invocation::setting(const QString &key) const
{
    return cleaned(settingsFile().value(key).toString());
}

QStringList Invocation::settingList(const QString &key) const
{
    QStringList values = settingsFile().value(key).toStringList();
    std::ranges::transform(values, values.begin(),
                           [](const QString &value) { return cleaned(value); });
    values.removeAll(QString());
    return values;
}

Result<> Invocation::remember(const QString &key, const QString &value)
{
    QSettings file = settingsFile();
    if (value.isEmpty()) {
        file.remove(key);
    } else {
        file.setValue(key, value);
    }
    file.sync();
    if (file.status() != QSettings::NoError) {
        return failure(ErrorCode::FileUnwritable, file.fileName());
    }
    return {};
}

QString Invocation::databaseUrl() const
{
    if (hasDatabaseOption()) {
        return m_parser.value(u"database"_s);
    }
    const QString fromEnvironment = qEnvironmentVariable("MOTCUA_DATABASE");
    return fromEnvironment.isEmpty() ? settingsFile().value(u"database"_s).toString()
                                     : fromEnvironment;
}

bool Invocation::hasDatabase() const
{
    return !databaseUrl().isEmpty();
}

Result<QString> Invocation::databasePlace() const
{
    return Database::placeOf(databaseUrl());
}

QString Invocation::expectedBranch() const
{
    const QString branch = qEnvironmentVariable("MOTCUA_BRANCH");
    return branch.isEmpty() ? settingsFile().value(u"branch"_s).toString() : branch;
}

Result<std::unique_ptr<Database>> Invocation::openDatabase() const
{
    const auto place = databasePlace();
    if (!place) {
        return std::unexpected(place.error());
    }
    return openBranch(*place, expectedBranch());
}

Result<OpenedBranch> Invocation::openWithVault() const
{
    auto database = openDatabase();
    if (!database) {
        return std::unexpected(database.error());
    }
    const auto vault = vaultOf(**database);
    return vault ? Result<OpenedBranch>(OpenedBranch{std::move(*database), *vault})
                 : std::unexpected(vault.error());
}

Result<Catalogue> Invocation::catalogue(const QString &procedure) const
{
    if (!hasDatabase()) {
        return sampleCatalogue();
    }
    const auto database = openDatabase();
    if (!database) {
        return std::unexpected(database.error());
    }
    const auto branch = readBranch(**database);
    CatalogueRepository repository(**database);
    auto groups = repository.groups();
    auto counters = repository.counters();
    auto calendar = repository.calendar();
    if (!branch || !groups || !counters || !calendar) {
        return std::unexpected(!branch     ? branch.error()
                               : !groups   ? groups.error()
                               : !counters ? counters.error()
                                           : calendar.error());
    }
    Catalogue catalogue;
    catalogue.settings = branch->settings;
    catalogue.groups = std::move(*groups);
    catalogue.counters = std::move(*counters);
    catalogue.calendar = std::move(*calendar);
    if (!procedure.isEmpty()) {
        auto found = repository.procedure(procedure);
        if (!found) {
            return std::unexpected(found.error());
        }
        if (*found) {
            catalogue.procedures.push_back(std::move(**found));
        }
    }
    return catalogue;
}

int Invocation::answer(const QJsonObject &json, const QString &text) const
{
    const QString line =
        isJson() ? QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) : text;
    if (!line.isEmpty() && !printLine(line)) {
        return refuse({ErrorCode::FileUnwritable, u"stdout"_s, {}});
    }
    return 0;
}

/// @p error as it may be shown and stored in a log: no control characters that a terminal would
/// obey, and no ID number that somebody typed or scanned in a wrong place.
static Error presentable(Error error)
{
    static const QRegularExpression control(u"[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F]"_s);
    static const QRegularExpression idNumber(u"(?<![0-9])([0-9]{9}|[0-9]{12})(?![0-9])"_s);
    error.subject.replace(control, u" "_s);
    if (kindOf(error.code) == ErrorKind::Refused || kindOf(error.code) == ErrorKind::Usage) {
        error.subject.replace(idNumber, u"…"_s);
    }
    return error;
}

int Invocation::refuse(const Error &raw, const QJsonObject &more) const
{
    const Error error = presentable(raw);
    if (!error.detail.isEmpty() && kindOf(error.code) != ErrorKind::Refused) {
        qCWarning(lcCommands).noquote() << word(error.code) << error.detail;
    }
    if (isJson()) {
        QJsonObject json = more;
        json.insert(u"error"_s, word(error.code));
        json.insert(u"message"_s, errorText(error));
        if (error.code == ErrorCode::InvalidIntake) {
            QJsonArray faults;
            for (const IntakeFault &fault : faultsFromLines(error.subject)) {
                faults.append(QJsonObject{{u"field"_s, fault.field},
                                          {u"problem"_s, fault.problem},
                                          {u"detail"_s, fault.detail},
                                          {u"message"_s, faultText(fault)}});
            }
            json.insert(u"faults"_s, faults);
        }
        printLine(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    } else {
        printError(errorText(error));
    }
    return exitCodeOf(error);
}

QString Invocation::clockText(const QString &iso)
{
    return iso.sliced(11, 5);
}

static bool print(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    const auto size = static_cast<size_t>(utf8.size());
    return std::fwrite(utf8.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

bool printLine(const QString &text)
{
    return print(stdout, text);
}

void printError(const QString &text)
{
    print(stderr, text);
}

QByteArray readInput(qint64 most)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray content;
    while (content.size() < most) {
        const QByteArray more = input.read(most - content.size());
        if (more.isEmpty()) {
            break;
        }
        content += more;
    }
    return content;
}

QString readInputLine()
{
    constexpr int Longest = 1024;
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly)
               ? QString::fromUtf8(input.readLine(Longest)).trimmed()
               : QString();
}

QString readSecret(const QString &prompt)
{
    termios before{};
    const bool isTerminal = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (isTerminal) {
        printError(prompt);
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    QString line = readInputLine();
    if (isTerminal) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
    }
    return line;
}

void Progress::show(qint64 done, qint64 total)
{
    const qint64 tenth = total > 0 ? done * 10 / total : 10;
    if (tenth > m_shown) {
        m_shown = tenth;
        printError(u"%1: %2 %"_s.arg(m_what).arg(tenth * 10));
    }
}

std::optional<QByteArray> catalogueFile(const QString &branchFile, const QString &name)
{
    const QString beside = QFileInfo(branchFile).absolutePath() + u'/' + name;
    for (const QString &path : {beside, u":/catalogue/"_s + name}) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            return file.readAll();
        }
    }
    return std::nullopt;
}

Catalogue sampleCatalogue()
{
    const QString name = u":/catalogue/branch-1.json"_s;
    QFile file(name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    CatalogueReading reading =
        readCatalogue(u"branch-1.json"_s, opened ? file.readAll() : QByteArray(),
                      [&name](const QString &beside) { return catalogueFile(name, beside); });
    Q_ASSERT(reading.faults.empty());
    return std::move(reading.catalogue);
}

} // namespace motcua
