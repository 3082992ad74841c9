// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/appointments.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// What is wrong in a line, in the words of readBookings() and checkBookings().
QString problemText(const BookingFault &fault)
{
    static const QHash<QString, const char *> texts{
        {u"malformed"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not UTF-8, or a quote is left open")},
        {u"missing_column"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is missing")},
        {u"unknown_column"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not a column this program knows")},
        {u"wrong_count"_s, QT_TRANSLATE_NOOP("motcua::Texts", "has too many or too few columns")},
        {u"empty"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is empty")},
        {u"too_long"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is too long")},
        {u"duplicate"_s, QT_TRANSLATE_NOOP("motcua::Texts", "stands there twice")},
        {u"bad_code"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a valid code")},
        {u"bad_group"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a group's letter")},
        {u"bad_procedure"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a procedure's code")},
        {u"bad_date"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not a date (YYYY-MM-DD or DD/MM/YYYY)")},
        {u"bad_time"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a time (HH:MM)")},
        {u"bad_phone"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a phone number")},
        {u"bad_id"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a personal ID number")},
        {u"unknown_group"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a group that does not exist")},
        {u"unknown_procedure"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a procedure that does not exist")},
    };
    const char *text = texts.value(fault.problem);
    const QString place = Texts::tr("line %1").arg(fault.line);
    return u"%1: %2%3"_s.arg(place, fault.column.isEmpty() ? QString() : fault.column + u": "_s,
                             text ? Texts::tr(text) : fault.problem);
}

int refuse(const Invocation &invocation, const std::vector<BookingFault> &faults)
{
    QString lines;
    QJsonArray list;
    for (const BookingFault &fault : faults) {
        lines += u"\n  "_s + problemText(fault);
        list.append(QJsonObject{{u"line"_s, static_cast<qint64>(fault.line)},
                                {u"column"_s, fault.column},
                                {u"problem"_s, fault.problem}});
    }
    return invocation.refuse({ErrorCode::InvalidBookings, lines, {}}, {{u"faults"_s, list}});
}

} // namespace

int runAppointmentImport(const Invocation &invocation)
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
    BookingReading reading = readBookings(file.read(Largest));
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    if (reading.faults.empty()) {
        auto unknown = checkBookings(**database, reading.bookings);
        if (!unknown) {
            return invocation.refuse(unknown.error());
        }
        reading.faults = std::move(*unknown);
    }
    if (!reading.faults.empty()) {
        return refuse(invocation, reading.faults);
    }
    const auto answer = importAppointments(**database, *context, reading.bookings);
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    return invocation.answer(answer->toJson(),
                             Texts::tr("Bookings: %1 new, %2 changed, %3 as before.")
                                 .arg(answer->added)
                                 .arg(answer->changed)
                                 .arg(answer->unchanged));
}

int runAppointmentList(const Invocation &invocation)
{
    const auto date = invocation.date(u"date"_s);
    if (!date) {
        return invocation.refuse(date.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto branch = readBranch(**database);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    const auto appointments = appointmentsOf(**database, *date, invocation.now());
    if (!appointments) {
        return invocation.refuse(appointments.error());
    }
    QJsonArray list;
    QStringList lines;
    for (const Appointment &appointment : *appointments) {
        const QJsonObject json = appointment.toJson(branch->timeZone());
        list.append(json);
        lines.append(u"%1  %2  %3  %4"_s
                         .arg(Invocation::clockText(json["at"_L1].toString()), appointment.group,
                              appointment.code,
                              appointment.ticket ? appointment.ticket->toString() : u""_s)
                         .trimmed());
    }
    if (lines.isEmpty()) {
        const QDate day = !date->isNull() ? *date
                          : branch->businessDate.isNull()
                              ? invocation.now().toTimeZone(branch->timeZone()).date()
                              : branch->businessDate;
        lines.append(Texts::tr("No bookings on %1.").arg(shortDate(day)));
    }
    return invocation.answer({{u"appointments"_s, list}}, lines.join(u'\n'));
}

} // namespace motcua
