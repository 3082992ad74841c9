// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "operations/branchdatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// What is wrong at a place, in the words of readCatalogue().
QString problemText(const CatalogueFault &fault)
{
    static const QHash<QString, const char *> texts{
        {u"malformed"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not valid JSON")},
        {u"too_large"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is too large")},
        {u"unsupported_format"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "has a format this program does not know")},
        {u"unreadable_file"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a file that cannot be read")},
        {u"missing"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is missing")},
        {u"unknown_key"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not known here")},
        {u"wrong_type"_s, QT_TRANSLATE_NOOP("motcua::Texts", "has the wrong type")},
        {u"empty"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is empty")},
        {u"too_long"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is too long")},
        {u"duplicate"_s, QT_TRANSLATE_NOOP("motcua::Texts", "stands there twice")},
        {u"out_of_range"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is out of range")},
        {u"bad_code"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a valid code")},
        {u"bad_date"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a date (YYYY-MM-DD)")},
        {u"bad_time"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a time (HH:MM)")},
        {u"bad_time_zone"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a time zone")},
        {u"overlap"_s, QT_TRANSLATE_NOOP("motcua::Texts", "overlaps another one")},
        {u"not_a_weekend"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is a make-up day, but not on a weekend")},
        {u"unknown_group"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a group that does not exist")},
    };
    const char *text = texts.value(fault.problem);
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

FileReading readFile(const QString &path)
{
    constexpr qint64 Largest = 1 << 24;
    FileReading result;
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        result.error = Error{ErrorCode::FileUnreadable, path, {}};
        return result;
    }
    CatalogueReading reading =
        readCatalogue(QFileInfo(path).fileName(), file.read(Largest),
                      [&path](const QString &name) { return catalogueFile(path, name); });
    QStringList lines;
    for (const CatalogueFault &fault : reading.faults) {
        lines.append(u"\n  "_s + problemText(fault));
        result.faults.append(QJsonObject{{u"file"_s, fault.file},
                                         {u"place"_s, fault.place},
                                         {u"problem"_s, fault.problem},
                                         {u"value"_s, fault.value}});
    }
    if (!lines.isEmpty()) {
        result.error = Error{ErrorCode::InvalidCatalogue, lines.join(QString()), {}};
    }
    result.catalogue = std::move(reading.catalogue);
    return result;
}

int answerBranch(const Invocation &invocation, const Branch &branch, const Catalogue &catalogue,
                 const QString &path)
{
    return invocation.answer(
        {{u"branch"_s, branch.code},
         {u"id"_s, branch.id.toString(QUuid::WithoutBraces)},
         {u"database"_s, path},
         {u"groups"_s, static_cast<qint64>(catalogue.groups.size())},
         {u"counters"_s, static_cast<qint64>(catalogue.counters.size())},
         {u"staff"_s, static_cast<qint64>(catalogue.staff.size())},
         {u"procedures"_s, static_cast<qint64>(catalogue.procedures.size())}},
        Texts::tr("%1 is ready. Groups: %2, counters: %3, staff: %4, procedures: %5. Data: %6")
            .arg(branch.name.in(invocation.language()))
            .arg(catalogue.groups.size())
            .arg(catalogue.counters.size())
            .arg(catalogue.staff.size())
            .arg(catalogue.procedures.size())
            .arg(path));
}

} // namespace

int runInit(const Invocation &invocation)
{
    const auto path = invocation.databasePath();
    const auto file = invocation.required(u"branch"_s);
    if (!path || !file) {
        return invocation.refuse(path ? file.error() : path.error());
    }
    const FileReading reading = readFile(invocation.filePath(u"branch"_s));
    if (reading.error) {
        return invocation.refuse(*reading.error, reading.faults.isEmpty()
                                                     ? QJsonObject()
                                                     : QJsonObject{{u"faults"_s, reading.faults}});
    }
    const auto branch =
        createBranch(*path, reading.catalogue, {QUuid::createUuid(), invocation.now()});
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    return answerBranch(invocation, *branch, reading.catalogue, *path);
}

int runCatalogueImport(const Invocation &invocation)
{
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const FileReading reading = readFile(invocation.filePath());
    if (reading.error) {
        return invocation.refuse(*reading.error, reading.faults.isEmpty()
                                                     ? QJsonObject()
                                                     : QJsonObject{{u"faults"_s, reading.faults}});
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto branch = importCatalogue(**database, reading.catalogue, *context);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    return answerBranch(invocation, *branch, reading.catalogue, (*database)->path());
}

} // namespace motcua
