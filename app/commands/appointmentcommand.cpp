// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/filefaults.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/appointments.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

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
        return refuseFile(invocation, ErrorCode::InvalidBookings, reading.faults);
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
