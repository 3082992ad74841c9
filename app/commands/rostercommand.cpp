// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/filefaults.h"
#include "commands/texts.h"
#include "operations/rosters.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString stateText(const ExpectedStaff &one)
{
    if (one.signedInAt != 0) {
        return Texts::tr("at counter %1").arg(one.signedInAt);
    }
    return one.isMissing ? Texts::tr("not signed in")
           : one.wasHere ? Texts::tr("signed out")
           : one.isOver  ? Texts::tr("did not come")
                         : Texts::tr("not due yet");
}

} // namespace

int runStaffRosterImport(const Invocation &invocation)
{
    constexpr qint64 Largest = 1 << 24;
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const QString path = invocation.filePath();
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        return invocation.refuse({ErrorCode::FileUnreadable, path, {}});
    }
    RosterReading reading = readRoster(file.read(Largest));
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto unknown = checkRoster(**database, invocation.now(), reading);
    if (!unknown) {
        return invocation.refuse(unknown.error());
    }
    reading.faults.insert(reading.faults.end(), unknown->begin(), unknown->end());
    std::ranges::stable_sort(reading.faults, {}, &FileFault::line);
    if (!reading.faults.empty()) {
        return refuseFile(invocation, ErrorCode::InvalidRoster, reading.faults);
    }
    std::set<QDate> days;
    for (const RosterEntry &entry : reading.entries) {
        days.insert(entry.date);
    }
    const auto answer =
        setRoster(**database, *context, {days.begin(), days.end()}, reading.entries);
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    return invocation.answer(
        answer->toJson(),
        Texts::tr("Roster: %1 entries on %2 days.").arg(answer->entries).arg(answer->days));
}

int runStaffRoster(const Invocation &invocation)
{
    const auto date = invocation.date(u"date"_s);
    if (!date) {
        return invocation.refuse(date.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto expected = readRosterOf(**database, *date, invocation.now());
    if (!expected) {
        return invocation.refuse(expected.error());
    }
    QJsonArray list;
    QStringList lines;
    for (const ExpectedStaff &one : *expected) {
        list.append(QJsonObject{
            {u"date"_s, one.entry.date.toString(Qt::ISODate)},
            {u"staff"_s, one.entry.staff},
            {u"name"_s, one.name},
            {u"counter"_s, one.entry.counter == 0 ? QJsonValue() : QJsonValue(one.entry.counter)},
            {u"starts"_s, one.entry.starts.toString(u"HH:mm"_s)},
            {u"agency"_s, one.entry.agency},
            {u"signed_in_at"_s, one.signedInAt == 0 ? QJsonValue() : QJsonValue(one.signedInAt)},
            {u"was_here"_s, one.wasHere},
            {u"missing"_s, one.isMissing}});
        lines.append(u"%1  %2  %3  %4  %5"_s
                         .arg(one.entry.staff, one.name,
                              one.entry.counter == 0
                                  ? u"–"_s
                                  : Texts::tr("counter %1").arg(one.entry.counter),
                              one.entry.agency, stateText(one))
                         .simplified());
    }
    if (lines.isEmpty()) {
        lines.append(Texts::tr("Nobody is on the roster of that day."));
    }
    return invocation.answer({{u"roster"_s, list}}, lines.join(u'\n'));
}

} // namespace motcua
