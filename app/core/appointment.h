// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/csvreader.h"
#include "core/localtime.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace motcua {

/// A booking as the booking system hands it over, still with the numbers that identify a person.
struct Booking
{
    qsizetype line = 0; ///< of the file, from 1
    QString code;       ///< "HN-2611-0042", in capitals
    QString group;      ///< letter
    QString procedure;  ///< code; empty when none was chosen
    LocalTime at = {};
    QString phone = {}; ///< as phoneDigits() gives it; empty for none
    QString id = {};    ///< as idDigits() gives it; empty for none
};

/// One fault of a bookings file, by the words readBookings() lists.
using BookingFault = FileFault;

struct BookingReading
{
    std::vector<Booking> bookings; ///< only meaningful when there are no faults
    std::vector<BookingFault> faults;
};

/// Reads a bookings file: UTF-8 with or without a byte order mark, columns separated by "," or ";",
/// header "code;group;date;time;phone;id" in any order ("procedure" may be there too; "phone" and
/// "id" may be left out), dates 2026-11-17 or 17/11/2026, times 08:30.
///
/// Problems: malformed (not UTF-8, an open quote), missing_column, unknown_column, wrong_count (of
/// columns), empty, too_long, duplicate and bad_code (code), bad_group, bad_procedure, bad_date,
/// bad_time, bad_phone, bad_id. All faults are reported, but no more than 1000.
[[nodiscard]] BookingReading readBookings(const QByteArray &csv);

/// A booking's code as it is compared: capitals, no spaces.
[[nodiscard]] QString bookingCode(const QString &text);
/// A Vietnamese phone number as it is compared, "0912345678"; empty when @p text is none.
[[nodiscard]] QString phoneDigits(const QString &text);
/// A personal ID (12 digits) or an old identity card number (9); empty when @p text is none.
[[nodiscard]] QString idDigits(const QString &text);

} // namespace motcua
