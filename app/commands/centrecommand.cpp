// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/personvault.h"
#include "operations/publishedcatalogue.h"
#include "operations/servertools.h"
#include "storage/durablefile.h"
#include "sync/centre.h"
#include "sync/city.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

int runCentreInit(const Invocation &invocation)
{
    const auto url = urlIn(invocation.filePath());
    const auto known = url ? centreKey(*url) : Result<QString>(std::unexpected(url.error()));
    if (!known) {
        return invocation.refuse(known.error());
    }
    const QString keyFile = QDir().absoluteFilePath(
        invocation.has(u"key"_s) ? invocation.filePath(u"key"_s) : u"centre.key"_s);
    QString publicKey;
    if (known->isEmpty() || invocation.has(u"key"_s)) {
        const auto key = PersonVault::openOrCreate(keyFile);
        if (!key) {
            return invocation.refuse(key.error());
        }
        publicKey = key->publicKey();
    }
    const auto kept = initCentre(*url, invocation.now().date(), publicKey);
    if (!kept) {
        return invocation.refuse(kept.error());
    }
    QStringList lines{Texts::tr("The centre is ready. Let branches send: motcua centre enrol CN1")};
    if (!publicKey.isEmpty()) {
        lines.append(
            Texts::tr("Its key, which alone opens citizens' records, is in %1. Keep a copy "
                      "in a safe place and none on the server.")
                .arg(keyFile));
    }
    return invocation.answer({{u"public_key"_s, *kept},
                              {u"key"_s, publicKey.isEmpty() ? QJsonValue() : QJsonValue(keyFile)}},
                             lines.join(u'\n'));
}

int runCentreEnrol(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    const auto secret = newSecret();
    if (!url || !secret) {
        return invocation.refuse(url ? secret.error() : url.error());
    }
    const bool isReader = invocation.has(u"reader"_s);
    const QString who = invocation.argument();
    const QString file = QDir().absoluteFilePath(
        invocation.has(u"output"_s) ? invocation.filePath(u"output"_s) : who + u".centre"_s);
    // The file first: whoever cannot keep the new password must not lose the old one.
    QString unfinished;
    const auto own = (isReader ? enrolReader : enrolBranch)(
        *url, who, *secret, [&](const QString &content) -> Result<> {
            auto prepared = preparePrivate(file, content.toUtf8() + '\n');
            if (!prepared) {
                return std::unexpected(prepared.error());
            }
            unfinished = std::move(*prepared);
            return {};
        });
    if (!own) {
        if (!unfinished.isEmpty()) {
            QFile::remove(unfinished);
        }
        return invocation.refuse(own.error());
    }
    if (const auto placed = replaceBy(unfinished, file); !placed) {
        const QString where = QFile::exists(unfinished) ? unfinished : file;
        const int code = invocation.refuse(placed.error(), {{u"file"_s, where}});
        if (!invocation.isJson()) {
            printError(Texts::tr("The new password is valid already and is in %1. Keep that file.")
                           .arg(where));
        }
        return code;
    }
    QString text =
        isReader
            ? Texts::tr("%1 may read the city's figures. Carry %2 to that PC and keep no copy: it "
                        "holds the password. There: motcua open city --centre FILE")
                  .arg(who, file)
            : Texts::tr("%1 may send. Carry %2 to the branch and keep no copy: it holds "
                        "the password. There: motcua sync --centre FILE")
                  .arg(who, file);
    const QString certificate =
        QUrlQuery(QUrl(*own)).queryItemValue(u"sslrootcert"_s, QUrl::FullyDecoded);
    if (!certificate.isEmpty()) {
        text += u'\n'
                + Texts::tr("It names the certificate %1: carry that file along and put it at the "
                            "same place there, or write its new place into the file.")
                      .arg(certificate);
    }
    return invocation.answer(
        {{isReader ? u"reader"_s : u"branch"_s, who},
         {u"file"_s, file},
         {u"certificate"_s, certificate.isEmpty() ? QJsonValue() : QJsonValue(certificate)}},
        text);
}

int runCentreRevoke(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    if (!url) {
        return invocation.refuse(url.error());
    }
    const QString code = invocation.argument();
    if (invocation.has(u"reader"_s)) {
        const auto revoked = revokeReader(*url, code);
        return revoked ? invocation.answer({{u"reader"_s, code}},
                                           Texts::tr("%1 is shut out.").arg(code))
                       : invocation.refuse(revoked.error());
    }
    const auto revoked = revokeBranch(*url, code);
    return revoked ? invocation.answer({{u"branch"_s, code}},
                                       Texts::tr("%1 is shut out. What it sent stays.").arg(code))
                   : invocation.refuse(revoked.error());
}

int runCentrePlaces(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    const auto day = invocation.date(u"date"_s);
    if (!url || !day) {
        return invocation.refuse(url ? day.error() : url.error());
    }
    const auto places = placesAt(*url, *day);
    if (!places) {
        return invocation.refuse(places.error());
    }
    QJsonArray all;
    for (const Place &place : *places) {
        all.append(QJsonObject{
            {u"code"_s, place.code},
            {u"kind"_s, place.kind},
            {u"parent"_s, place.parent.isEmpty() ? QJsonValue() : QJsonValue(place.parent)},
            {u"name_vi"_s, place.nameVi},
            {u"name_en"_s, place.nameEn},
            {u"from"_s, place.from.toString(Qt::ISODate)},
            {u"until"_s,
             place.until.isNull() ? QJsonValue() : QJsonValue(place.until.toString(Qt::ISODate))}});
    }
    const QString csv = toCsv(*places);
    if (!invocation.has(u"output"_s)) {
        return invocation.answer({{u"places"_s, all}}, csv.chopped(1));
    }
    const QString path = invocation.filePath(u"output"_s);
    QFile file(path);
    const QByteArray utf8 = csv.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(utf8) != utf8.size() || !file.flush()) {
        return invocation.refuse({ErrorCode::FileUnwritable, path, file.errorString()});
    }
    return invocation.answer(
        {{u"places"_s, all}, {u"file"_s, path}},
        Texts::tr("%n place(s) written to %1", nullptr, static_cast<int>(places->size()))
            .arg(path));
}

int runCentrePlacesImport(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    const auto content = readWhole(invocation.filePath());
    if (!url || !content) {
        return invocation.refuse(url ? content.error() : url.error());
    }
    const auto places = placesFromCsv(QString::fromUtf8(*content));
    if (!places) {
        return invocation.refuse(places.error());
    }
    const auto replaced = replacePlaces(*url, *places);
    return replaced ? invocation.answer({{u"places"_s, static_cast<qint64>(places->size())}},
                                        Texts::tr("The register holds %n place(s) now.", nullptr,
                                                  static_cast<int>(places->size())))
                    : invocation.refuse(replaced.error());
}

int runCentrePublish(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    const QString path = invocation.filePath();
    const auto content = readWhole(path);
    if (!url || !content) {
        return invocation.refuse(url ? content.error() : url.error());
    }
    PublishedFiles published{QFileInfo(path).fileName(), {}};
    published.files.insert(published.branchFile, *content);
    const CatalogueReading reading = readCatalogue(
        published.branchFile, *content, [&](const QString &name) -> std::optional<QByteArray> {
            auto file = catalogueFile(path, name);
            if (file) {
                published.files.insert(name, *file);
            }
            return file;
        });
    if (!reading.faults.empty()) {
        const CatalogueFault &fault = reading.faults.front();
        return invocation.refuse(
            {ErrorCode::InvalidCatalogue, fault.file + u' ' + fault.place, fault.problem});
    }
    const auto version = publishVersion(*url, QString::fromUtf8(published.toJson()));
    return version
               ? invocation.answer({{u"version"_s, *version}},
                                   Texts::tr("Published as version %1. Each branch takes it over "
                                             "with its next sync while no day is open.")
                                       .arg(*version))
               : invocation.refuse(version.error());
}

static QString alarmText(const QString &kind)
{
    if (kind == "identity"_L1) {
        return Texts::tr("Alarm: a copy of this branch's data has spoken in its name.");
    }
    if (kind == "format"_L1) {
        return Texts::tr("Alarm: branch and centre need the same version of the program.");
    }
    if (kind == "set_aside"_L1) {
        return Texts::tr("Alarm: rows came that no table takes.");
    }
    return Texts::tr("Alarm: a closed day is not the same here and at the branch.");
}

static QString standingText(const BranchStanding &standing)
{
    const QString when =
        standing.lastSync.isValid()
            ? standing.lastSync.toTimeZone(cityZone()).toString(u"dd/MM/yyyy HH:mm"_s)
            : Texts::tr("never");
    QString text = Texts::tr("%1: last sync %2, event %3 of %4, gaps: %5")
                       .arg(standing.code, when)
                       .arg(standing.cursor)
                       .arg(standing.head)
                       .arg(standing.gaps());
    for (const QDate &day : standing.unprovenDays) {
        text += u"\n  "_s + Texts::tr("not the same as at the branch: %1").arg(shortDate(day));
    }
    if (standing.setAside > 0) {
        text += u"\n  "_s + Texts::tr("%n row(s) that were set aside", nullptr, standing.setAside);
    }
    for (const QString &alarm : standing.alarms) {
        text += u"\n  "_s + alarmText(alarm);
    }
    return standing.isRevoked ? text + u"\n  "_s + Texts::tr("shut out") : text;
}

int runCentreStatus(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    if (!url) {
        return invocation.refuse(url.error());
    }
    const auto all = standings(*url);
    if (!all) {
        return invocation.refuse(all.error());
    }
    QJsonArray branches;
    QStringList lines;
    for (const BranchStanding &standing : *all) {
        QJsonArray days;
        for (const QDate &day : standing.unprovenDays) {
            days.append(day.toString(Qt::ISODate));
        }
        branches.append(
            QJsonObject{{u"branch"_s, standing.code},
                        {u"last_sync"_s, standing.lastSync.isValid()
                                             ? QJsonValue(standing.lastSync.toString(Qt::ISODate))
                                             : QJsonValue()},
                        {u"cursor"_s, standing.cursor},
                        {u"head"_s, standing.head},
                        {u"last_day"_s, standing.lastDay.isNull()
                                            ? QJsonValue()
                                            : QJsonValue(standing.lastDay.toString(Qt::ISODate))},
                        {u"epoch"_s, standing.epoch},
                        {u"gaps"_s, standing.gaps()},
                        {u"missing_events"_s, standing.missingEvents},
                        {u"unproven_days"_s, days},
                        {u"set_aside"_s, standing.setAside},
                        {u"alarms"_s, QJsonArray::fromStringList(standing.alarms)},
                        {u"revoked"_s, standing.isRevoked}});
        lines.append(standingText(standing));
    }
    return invocation.answer({{u"branches"_s, branches}},
                             lines.isEmpty() ? Texts::tr("No branch is enrolled yet.")
                                             : lines.join(u'\n'));
}

int runCentreClear(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    if (!url) {
        return invocation.refuse(url.error());
    }
    const QString code = invocation.argument();
    const auto rows = clearAlarms(*url, code);
    if (!rows) {
        return invocation.refuse(rows.error());
    }
    const QJsonObject json{
        {u"branch"_s, code}, {u"taken"_s, rows->taken}, {u"set_aside"_s, rows->left}};
    if (rows->left > 0) {
        return invocation.refuse({ErrorCode::RowsSetAside, QString::number(rows->left), {}}, json);
    }
    return invocation.answer(json, Texts::tr("Nothing is open of %1 any more.").arg(code));
}

} // namespace motcua
