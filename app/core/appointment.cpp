// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/appointment.h"

#include "core/dossiercode.h"
#include "core/vietnamesetext.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// Checks the current line of a bookings file.
Booking bookingFrom(CsvReader &reader, QSet<QString> &codes)
{
    static const QRegularExpression goodCode(u"^[A-Z0-9][A-Z0-9._/-]{2,39}$"_s);
    Booking booking{.line = reader.line(),
                    .code = bookingCode(reader.required(u"code"_s)),
                    .group = reader.required(u"group"_s).toUpper(),
                    .procedure = reader.field(u"procedure"_s)};
    if (!booking.code.isEmpty() && !goodCode.match(booking.code).hasMatch()) {
        reader.fault(u"code"_s, "bad_code"_L1);
    } else if (!booking.code.isEmpty() && codes.contains(booking.code)) {
        reader.fault(u"code"_s, "duplicate"_L1);
    }
    codes.insert(booking.code);
    if (!booking.group.isEmpty()
        && (booking.group.size() != 1 || booking.group[0] < u'A' || booking.group[0] > u'Z')) {
        reader.fault(u"group"_s, "bad_group"_L1);
    }
    if (!booking.procedure.isEmpty() && !isProcedureCode(booking.procedure)) {
        reader.fault(u"procedure"_s, "bad_procedure"_L1);
    }
    booking.at.date = reader.requiredDay(u"date"_s);
    const QString time = reader.required(u"time"_s);
    booking.at.time = QTime::fromString(time, u"H:mm"_s);
    if (!time.isEmpty() && !booking.at.time.isValid()) {
        reader.fault(u"time"_s, "bad_time"_L1);
    }
    const QString phone = reader.field(u"phone"_s);
    booking.phone = phoneDigits(phone);
    if (!phone.isEmpty() && booking.phone.isEmpty()) {
        reader.fault(u"phone"_s, "bad_phone"_L1);
    }
    const QString id = reader.field(u"id"_s);
    booking.id = idDigits(id);
    if (!id.isEmpty() && booking.id.isEmpty()) {
        reader.fault(u"id"_s, "bad_id"_L1);
    }
    return booking;
}

/// The digits of @p text, which may stand apart by spaces, dots and dashes; empty when anything else
/// is among them.
QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (!u" .-()"_s.contains(c)) {
            return {};
        }
    }
    return digits;
}

} // namespace

QString bookingCode(const QString &text)
{
    return cleaned(text).remove(u' ').toUpper();
}

QString phoneDigits(const QString &text)
{
    QString digits = digitsOf(text.startsWith(u'+') ? text.mid(1) : text);
    if (digits.startsWith("84"_L1) && digits.size() >= 11) {
        digits.replace(0, 2, u"0"_s);
    }
    const bool isPhone = digits.startsWith(u'0') && (digits.size() == 10 || digits.size() == 11);
    return isPhone ? digits : QString();
}

QString idDigits(const QString &text)
{
    const QString digits = digitsOf(text);
    return digits.size() == 12 || digits.size() == 9 ? digits : QString();
}

BookingReading readBookings(const QByteArray &csv)
{
    BookingReading reading;
    CsvReader reader(
        {u"code"_s, u"group"_s, u"procedure"_s, u"date"_s, u"time"_s, u"phone"_s, u"id"_s},
        {u"code"_s, u"group"_s, u"date"_s, u"time"_s}, reading.faults);
    QSet<QString> codes;
    reader.read(csv, [&] { reading.bookings.push_back(bookingFrom(reader, codes)); });
    return reading;
}

} // namespace motcua
