// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/filefaults.h"
#include "commands/texts.h"
#include "core/nationalcatalogue.h"
#include "core/vietnamesetext.h"
#include "operations/branchserver.h"
#include "operations/intakes.h"
#include "operations/procedureimport.h"
#include "storage/intakerepository.h"
#include "storage/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <zlib.h>

#include <algorithm>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// What is wrong at a place, in the words of readCatalogue().
QString problemText(const CatalogueFault &fault)
{
    static const QHash<QString, const char *> texts{
        {u"malformed"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not valid JSON or CSV")},
        {u"too_large"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is too large")},
        {u"unsupported_format"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "has a format this program does not know")},
        {u"unreadable_file"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a file that cannot be read")},
        {u"missing"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is missing")},
        {u"unknown_key"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not known here")},
        {u"wrong_type"_s, QT_TRANSLATE_NOOP("motcua::Texts", "has the wrong type")},
        {u"out_of_range"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is out of range")},
        {u"bad_date"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a date (YYYY-MM-DD)")},
        {u"bad_time"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a time (HH:MM)")},
        {u"bad_time_zone"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a time zone")},
        {u"overlap"_s, QT_TRANSLATE_NOOP("motcua::Texts", "overlaps another one")},
        {u"not_a_weekend"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is a make-up day, but not on a weekend")},
    };
    const char *text = texts.value(fault.problem, faultWords(fault.problem));
    const QString problem = text ? Texts::tr(text) : fault.problem;
    return u"%1: %2: %3%4"_s.arg(fault.file, fault.place, problem,
                                 fault.value.isEmpty() ? QString() : u" (%1)"_s.arg(fault.value));
}

struct FileReading
{
    Catalogue catalogue;
    std::optional<Error> error;
    QJsonArray faults;
};

/// The whole file, unpacked when it is gzip, cut off where it is too large for any reader.
Result<QByteArray> contentOf(const QString &path)
{
    constexpr qsizetype Largest = 1 << 25;
    gzFile file =
        QFileInfo(path).isDir() ? nullptr : gzopen(QFile::encodeName(path).constData(), "rb");
    if (!file) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    QByteArray content;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    int read = 0;
    while (content.size() < Largest
           && (read = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
        content.append(buffer.constData(), read);
    }
    const bool isWhole = content.size() >= Largest || (read >= 0 && gzeof(file) == 1);
    // Only closing tells that a packed file was cut off.
    if (const int closed = gzclose(file); !isWhole || (read == 0 && closed != Z_OK)) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    return content;
}

/// Takes the faults over as an error and as JSON.
void tell(const std::vector<CatalogueFault> &faults, FileReading &result)
{
    QStringList lines;
    for (const CatalogueFault &fault : faults) {
        lines.append(u"\n  "_s + problemText(fault));
        result.faults.append(QJsonObject{{u"file"_s, fault.file},
                                         {u"place"_s, fault.place},
                                         {u"problem"_s, fault.problem},
                                         {u"value"_s, fault.value}});
    }
    if (!lines.isEmpty()) {
        result.error = Error{ErrorCode::InvalidCatalogue, lines.join(QString()), {}};
    }
}

FileReading readBranchFile(const QString &path, const QByteArray &content)
{
    FileReading result;
    CatalogueReading reading =
        readCatalogue(QFileInfo(path).fileName(), content,
                      [&path](const QString &name) { return catalogueFile(path, name); });
    tell(reading.faults, result);
    result.catalogue = std::move(reading.catalogue);
    return result;
}

int refuse(const Invocation &invocation, const FileReading &reading)
{
    return invocation.refuse(*reading.error, reading.faults.isEmpty()
                                                 ? QJsonObject()
                                                 : QJsonObject{{u"faults"_s, reading.faults}});
}

/// @p key is the file that was made with a new branch, empty for one that exists.
int answerBranch(const Invocation &invocation, const Branch &branch, const Catalogue &catalogue,
                 const QString &path, const QString &key)
{
    QJsonObject json{{u"branch"_s, branch.code},
                     {u"id"_s, branch.id.toString(QUuid::WithoutBraces)},
                     {u"database"_s, path},
                     {u"groups"_s, static_cast<qint64>(catalogue.groups.size())},
                     {u"counters"_s, static_cast<qint64>(catalogue.counters.size())},
                     {u"staff"_s, static_cast<qint64>(catalogue.staff.size())},
                     {u"procedures"_s, static_cast<qint64>(catalogue.procedures.size())}};
    QString text =
        Texts::tr("%1 is ready. Groups: %2, counters: %3, staff: %4, procedures: %5. Data: %6")
            .arg(branch.name.in(invocation.language()))
            .arg(catalogue.groups.size())
            .arg(catalogue.counters.size())
            .arg(catalogue.staff.size())
            .arg(catalogue.procedures.size())
            .arg(path);
    if (!key.isEmpty()) {
        json.insert(u"key"_s, key);
        text += u'\n'
                + Texts::tr("The key of the citizens' records: %1. Copy it to a USB stick and lock "
                            "that away: backups do not hold it, and without it nobody can read the "
                            "records.")
                      .arg(key);
    }
    return invocation.answer(json, text);
}

using WordText = std::pair<QLatin1StringView, const char *>;

/// The problems of readNationalCatalogue().
constexpr WordText FindingTexts[] = {
    {"limit_without_unit"_L1,
     QT_TRANSLATE_NOOP("motcua::Texts", "a time without a unit, so no limit")},
    {"limit_missing"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "no time given")},
    {"limits_differ"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "several limits, by channel or case")},
    {"limit_longer_elsewhere"_L1,
     QT_TRANSLATE_NOOP("motcua::Texts", "longer in mountains or on islands")},
    {"limit_contradicted"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the note says another limit")},
    {"limit_unknown_unit"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a time in an unknown unit")},
    {"limit_doubted"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the file itself doubts the limit")},
    {"fee_scaled"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a fee divided by 1,000")},
    {"fee_by_council"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the People's Council sets the fee")},
    {"fee_contradicted"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the note says another fee")},
    {"fee_only_in_note"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the fee stands in a note only")},
    {"fees_differ"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "several fees on one channel")},
    {"fee_foreign"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a fee in foreign money")},
    {"fee_unreadable"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a fee that cannot be read")},
    {"fee_doubted"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the file itself doubts the fee")},
    {"fee_differs_by_channel"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the fee differs by channel")},
    {"unknown_channel"_L1,
     QT_TRANSLATE_NOOP("motcua::Texts", "an unknown channel, its line is not used")},
    {"documents_are_notes"_L1,
     QT_TRANSLATE_NOOP("motcua::Texts", "papers without a number of sheets, perhaps notes")},
    {"documents_shuffled"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "the papers of two cases mixed")},
    {"invisible_characters"_L1,
     QT_TRANSLATE_NOOP("motcua::Texts", "invisible characters, removed")},
    {"not_normalised"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "letters in another form, mended")},
    {"long_name"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a very long name")},
    {"not_taken_here"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "not taken by the centre")},
    {"bad_code"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "no procedure code, left out")},
    {"duplicate_code"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a code twice")},
    {"missing_name"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "no name, left out")},
    {"wrong_type"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "a value of another kind, left out")},
};

/// The fields of ProcedureUpdate::Change, and the units of a limit.
constexpr WordText ChangeTexts[] = {
    {"name"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "name")},
    {"field"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "field")},
    {"referral"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "where to go")},
    {"flags"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "doubts")},
    {"limit"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "limit")},
    {"group"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "group")},
    {"fee_direct"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "fee at the counter")},
    {"fee_online"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "fee online")},
    {"fee_note"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "note on the fee")},
    {"documents"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "papers")},
    {"cases"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "cases")},
    {"same_day"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "same day")},
    {"working_days"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "working days")},
    {"calendar_days"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "days")},
    {"working_hours"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "working hours")},
    {"unknown"_L1, QT_TRANSLATE_NOOP("motcua::Texts", "not known")},
};

QString textOf(std::span<const WordText> texts, const QString &word)
{
    const auto known = std::ranges::find(texts, word, &WordText::first);
    return known == texts.end() ? word : Texts::tr(known->second);
}

/// What was found doubtful, a line each with its rows in the file.
QString findingsText(const std::vector<NationalFinding> &findings)
{
    std::map<QString, QStringList> rows;
    for (const NationalFinding &finding : findings) {
        rows[finding.problem].append(QString::number(finding.row));
    }
    QString lines;
    for (auto &[problem, of] : rows) {
        of.removeDuplicates();
        lines += u"\n  "_s
                 + Texts::tr("%1: rows %2").arg(textOf(FindingTexts, problem), of.join(u", "_s));
    }
    return lines;
}

/// @p value of @p field as ProcedureUpdate::Change has it: "3 working_days", "same_day", "15000".
QString valueText(const QString &field, const QString &value)
{
    constexpr qsizetype Longest = 60;
    if (value.isEmpty()) {
        return Texts::tr("nothing");
    }
    if (field == "limit"_L1) {
        return (value.section(u' ', 0, -2) + u' ' + textOf(ChangeTexts, value.section(u' ', -1)))
            .trimmed();
    }
    if (field.startsWith("fee_"_L1) && field != "fee_note"_L1) {
        bool isNumber = false;
        const qint64 fee = value.toLongLong(&isNumber);
        return isNumber ? officialMoney(fee) : textOf(ChangeTexts, value);
    }
    return value.size() > Longest ? value.left(Longest) + u"…"_s : value;
}

QString changesText(const QJsonArray &changes)
{
    QString lines;
    for (const QJsonValue &value : changes) {
        const QJsonObject change = value.toObject();
        const QString field = change["field"_L1].toString();
        //: %1 code of a procedure, %2 what of it, as "fee online", %3 and %4 its values
        lines += u"\n  "_s
                 + Texts::tr("%1: %2 was %3, is now %4")
                       .arg(change["code"_L1].toString(), textOf(ChangeTexts, field),
                            valueText(field, change["before"_L1].toString()),
                            valueText(field, change["after"_L1].toString()));
    }
    return lines;
}

int importNational(const Invocation &invocation, const QByteArray &content)
{
    const QString name = cleaned(QFileInfo(invocation.filePath()).fileName());
    NationalReading reading = readNationalCatalogue(name, content);
    if (!reading.faults.empty()) {
        FileReading refused;
        tell(reading.faults, refused);
        return refuse(invocation, refused);
    }
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const ProcedureImport import{.file = name,
                                 .procedures = std::move(reading.procedures),
                                 .group = invocation.text(u"group"_s).toUpper(),
                                 .field = invocation.text(u"field"_s)};
    const bool isPreview = invocation.has(u"preview"_s);
    const auto answer = isPreview ? previewProcedures(**database, import)
                                  : importProcedures(**database, *context, import);
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    QJsonArray findings;
    for (const NationalFinding &finding : reading.findings) {
        findings.append(QJsonObject{{u"row"_s, finding.row},
                                    {u"code"_s, finding.code},
                                    {u"problem"_s, finding.problem},
                                    {u"value"_s, finding.value}});
    }
    QJsonObject json = answer->toJson();
    json.insert(u"preview"_s, isPreview);
    json.insert(u"findings"_s, findings);
    QString text = Texts::tr("Procedures: %1 new, %2 changed, %3 as before, %4 not in the file.")
                       .arg(answer->added)
                       .arg(answer->changed)
                       .arg(answer->unchanged)
                       .arg(answer->missing)
                   + changesText(answer->changes);
    if (!reading.findings.empty()) {
        text += u'\n'
                + Texts::tr("Doubtful, so left for people to decide: %1")
                      .arg(findingsText(reading.findings));
    }
    if (isPreview) {
        text += u'\n' + Texts::tr("Nothing was stored yet.");
    }
    return invocation.answer(json, text);
}

} // namespace

int runInit(const Invocation &invocation)
{
    const auto place = invocation.databasePlace();
    const auto file = invocation.required(u"branch"_s);
    if (!place || !file) {
        return invocation.refuse(place ? file.error() : place.error());
    }
    const QString branchFile = invocation.filePath(u"branch"_s);
    const auto content = contentOf(branchFile);
    if (!content) {
        return invocation.refuse(content.error());
    }
    const FileReading reading = readBranchFile(branchFile, *content);
    if (reading.error) {
        return refuse(invocation, reading);
    }
    const QString keyFile = Database::keyFileOf(*place); // not beside the unfinished file
    const auto branch =
        createBranch(*place, reading.catalogue, {QUuid::createUuid(), invocation.now()},
                     [&keyFile](Database &database) { return makeKey(database, keyFile); });
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    return answerBranch(invocation, *branch, reading.catalogue, Database::nameOf(*place), keyFile);
}

int runServerInit(const Invocation &invocation)
{
    constexpr int Largest = 65535;
    constexpr int Usual = 5433; // Debian's own server, if there is one, has 5432
    BranchServer server{.folder = serverFolder(invocation),
                        .address = invocation.has(u"address"_s) ? invocation.text(u"address"_s)
                                                                : u"127.0.0.1"_s,
                        .port = Usual};
    const auto port =
        invocation.has(u"port"_s) ? invocation.number(u"port"_s, 1, Largest) : Result<int>(Usual);
    const auto file = invocation.required(u"branch"_s);
    if (!port || !file) {
        return invocation.refuse(port ? file.error() : port.error());
    }
    server.port = *port;
    const QString branchFile = invocation.filePath(u"branch"_s);
    const auto content = contentOf(branchFile);
    if (!content) {
        return invocation.refuse(content.error());
    }
    const FileReading reading = readBranchFile(branchFile, *content);
    if (reading.error) {
        return refuse(invocation, reading);
    }
    const auto branch =
        createServer(server, reading.catalogue, {QUuid::createUuid(), invocation.now()},
                     [&server](Database &database) { return makeKey(database, server.keyFile()); });
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    return invocation.answer(
        {{u"branch"_s, branch->code},
         {u"folder"_s, server.folder},
         {u"address"_s, server.address},
         {u"port"_s, server.port},
         {u"database"_s, server.ownerPlace()},
         {u"settings"_s, server.settingsFile()},
         {u"key"_s, server.keyFile()}},
        Texts::tr(
            "The server of branch %1 runs at %2:%3.\n"
            "Other commands on this PC: MOTCUA_SETTINGS=%4\n"
            "Keep copies of %5 and of the folder %6 in a safe place, apart from the backups.\n"
            "Next, for each PC: motcua server enrol NAME --face FACE")
            .arg(branch->code, server.address)
            .arg(server.port)
            .arg(server.settingsFile(), server.keyFile(), server.folder + u"/ca"_s));
}

int runCatalogueImport(const Invocation &invocation)
{
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto content = contentOf(invocation.filePath());
    if (!content) {
        return invocation.refuse(content.error());
    }
    if (isNationalExport(*content)) {
        return importNational(invocation, *content);
    }
    for (const QString &option : {u"preview"_s, u"group"_s, u"field"_s}) {
        if (invocation.has(option)) { // a branch file says all of it itself
            return invocation.refuse({ErrorCode::Usage, u"--"_s + option, {}});
        }
    }
    const FileReading reading = readBranchFile(invocation.filePath(), *content);
    if (reading.error) {
        return refuse(invocation, reading);
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto branch = importCatalogue(**database, reading.catalogue, *context);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    return answerBranch(invocation, *branch, reading.catalogue, (*database)->path(), {});
}

} // namespace motcua
