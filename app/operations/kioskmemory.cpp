// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/kioskmemory.h"

#include "storage/branchtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QJsonObject json(const Bilingual &text)
{
    return {{u"vi"_s, text.vi}, {u"en"_s, text.en}};
}

template <typename List, typename Entry>
QJsonArray json(const List &list, Entry entry)
{
    QJsonArray array;
    for (const auto &one : list) {
        array.append(entry(one));
    }
    return array;
}

QJsonObject json(const Session &session)
{
    return {{u"opens"_s, session.opens.toString(u"HH:mm"_s)},
            {u"closes"_s, session.closes.toString(u"HH:mm"_s)}};
}

QJsonObject json(const Group &group)
{
    return {{u"letter"_s, group.letter},
            {u"name"_s, json(group.name)},
            {u"short_name"_s, json(group.shortName)},
            {u"first_number"_s, group.firstNumber},
            {u"last_number"_s, group.lastNumber}};
}

QJsonObject json(const PriorityClass &priority)
{
    QJsonObject json{{u"code"_s, priority.code},
                     {u"name"_s, motcua::json(priority.name)},
                     {u"head_start_minutes"_s, priority.headStartMinutes},
                     {u"basis"_s, priority.basis}};
    if (priority.fromAge) {
        json.insert(u"from_age"_s, *priority.fromAge);
    }
    return json;
}

QString word(DayKind kind)
{
    switch (kind) {
    case DayKind::Off:
        return u"off"_s;
    case DayKind::Compensation:
        return u"compensation"_s;
    case DayKind::MakeUp:
        break;
    }
    return u"make_up"_s;
}

/// As a branch file, see readCatalogue().
QJsonObject json(const Catalogue &catalogue)
{
    QJsonArray sessions;
    const auto &week = catalogue.calendar.week;
    for (size_t day = 0; day < week.size(); ++day) {
        for (const Session &session : week[day]) {
            QJsonObject one = json(session);
            one.insert(u"weekday"_s, static_cast<int>(day) + 1);
            sessions.append(one);
        }
    }
    QJsonArray exceptions;
    for (const auto &[date, times] : catalogue.calendar.exceptions) {
        exceptions.append(QJsonObject{
            {u"date"_s, date.toString(Qt::ISODate)},
            {u"sessions"_s, json(times, [](const Session &one) { return json(one); })}});
    }
    QJsonObject settings = toJson(catalogue.settings);
    settings.insert(u"time_zone"_s, catalogue.settings.timeZone);
    return {{u"branch"_s, QJsonObject{{u"number"_s, catalogue.branchNumber},
                                      {u"code"_s, catalogue.branchCode},
                                      {u"name"_s, json(catalogue.branchName)},
                                      {u"organisation"_s, json(catalogue.organisation)},
                                      {u"address"_s, catalogue.address}}},
            {u"settings"_s, settings},
            {u"groups"_s, json(catalogue.groups, [](const Group &one) { return json(one); })},
            {u"priority_classes"_s,
             json(catalogue.priorityClasses, [](const PriorityClass &one) { return json(one); })},
            {u"counters"_s, json(catalogue.counters,
                                 [](const Counter &one) {
                                     return QJsonObject{
                                         {u"number"_s, one.number},
                                         {u"groups"_s, QJsonArray::fromStringList(one.groups)}};
                                 })},
            {u"sessions"_s, sessions},
            {u"session_exceptions"_s, exceptions},
            {u"procedures"_s,
             json(catalogue.procedures, [](const Procedure &one) { return toJson(one); })},
            {u"holidays"_s, json(catalogue.calendar.days,
                                 [](const CalendarDay &one) {
                                     return QJsonObject{{u"date"_s, one.date.toString(Qt::ISODate)},
                                                        {u"kind"_s, word(one.kind)},
                                                        {u"name"_s, one.name},
                                                        {u"source"_s, one.source}};
                                 })},
            {u"last_confirmed_year"_s, catalogue.calendar.lastConfirmedYear},
            {u"synonyms"_s, json(catalogue.synonyms, [](const Synonym &one) {
                 return QJsonObject{{u"word"_s, one.word},
                                    {u"means"_s, QJsonArray::fromStringList(one.means)}};
             })}};
}

} // namespace

HallState KioskMemory::hall() const
{
    HallState hall{.branch = {.number = catalogue.branchNumber,
                              .code = catalogue.branchCode,
                              .name = catalogue.branchName,
                              .organisation = catalogue.organisation,
                              .settings = catalogue.settings},
                   .businessDate = businessDate};
    for (const Group &group : catalogue.groups) {
        GroupLoad &load = hall.groups.emplace_back(
            GroupLoad{.group = group, .takesNumbers = !businessDate.isNull()});
        for (const Counter &counter : catalogue.counters) {
            if (counter.groups.contains(group.letter)) {
                load.counters.push_back(counter.number);
            }
        }
    }
    return hall;
}

QJsonObject KioskMemory::toJson() const
{
    return {{u"date"_s, businessDate.toString(Qt::ISODate)},
            {u"catalogue"_s, json(catalogue)},
            {u"bookings"_s, json(bookings, [](const KnownBooking &one) {
                 return QJsonObject{{u"code"_s, one.code},
                                    {u"group"_s, one.group},
                                    {u"procedure"_s, one.procedure}};
             })}};
}

KioskMemory KioskMemory::fromJson(const QJsonObject &json)
{
    // What a branch file must not be is no fault here: the branch itself has said so.
    const QByteArray file =
        QJsonDocument(json["catalogue"_L1].toObject()).toJson(QJsonDocument::Compact);
    KioskMemory memory{.businessDate = QDate::fromString(json["date"_L1].toString(), Qt::ISODate),
                       .catalogue = readCatalogue({}, file, [](const QString &) {
                                        return std::nullopt;
                                    }).catalogue};
    for (const QJsonValue &one : json["bookings"_L1].toArray()) {
        memory.bookings.push_back({.code = one["code"_L1].toString(),
                                   .group = one["group"_L1].toString(),
                                   .procedure = one["procedure"_L1].toString()});
    }
    return memory;
}

} // namespace motcua
