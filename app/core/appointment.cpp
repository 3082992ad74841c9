// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/appointment.h"

#include "core/dossiercode.h"
#include "core/vietnamesetext.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr size_t MostFaults = 1000;
constexpr qsizetype LongestField = 100;

/// The fields of a line; a field in quotes may hold the separator and doubled quotes. Nothing when
/// a quote is left open.
std::optional<QStringList> fieldsOf(const QString &line, QChar separator)
{
    QStringList fields;
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (isQuoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c == separator && !isQuoted) {
            fields.append(cleaned(std::exchange(field, {})));
        } else {
            field += c;
        }
    }
    fields.append(cleaned(field));
    return isQuoted ? std::nullopt : std::optional(fields);
}

QDate dateFrom(const QString &text)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() && text.size() == 10 ? iso : QDate::fromString(text, u"d/M/yyyy"_s);
}

/// Reads one file from top to bottom.
class Reader
{
public:
    explicit Reader(BookingReading &reading)
        : m_reading(reading)
    {
    }

    void read(const QByteArray &csv);

private:
    bool readHeader(const QString &line);
    void readLine(const QString &line);
    void fault(const QString &column, QLatin1StringView problem);
    QString field(const QString &column) const;
    QString required(const QString &column);

    BookingReading &m_reading;
    qsizetype m_line = 0;
    QChar m_separator = u',';
    QStringList m_columns;
    QStringList m_fields;
    QSet<QString> m_codes;
};

void Reader::fault(const QString &column, QLatin1StringView problem)
{
    if (m_reading.faults.size() < MostFaults) {
        m_reading.faults.push_back({m_line, column, problem});
    }
}

QString Reader::field(const QString &column) const
{
    const qsizetype place = m_columns.indexOf(column);
    return place < 0 ? QString() : m_fields[place];
}

QString Reader::required(const QString &column)
{
    const QString text = field(column);
    if (text.isEmpty()) {
        fault(column, "empty"_L1);
    }
    return text;
}

bool Reader::readHeader(const QString &line)
{
    static const QStringList known{u"code"_s, u"group"_s, u"procedure"_s, u"date"_s,
                                   u"time"_s, u"phone"_s, u"id"_s};
    static const QStringList needed{u"code"_s, u"group"_s, u"date"_s, u"time"_s};
    m_separator = line.count(u';') > line.count(u',') ? u';' : u',';
    const auto columns = fieldsOf(line, m_separator);
    if (!columns) {
        fault({}, "malformed"_L1);
        return false;
    }
    bool isGood = true;
    for (const QString &column : *columns) {
        const QString name = column.toLower();
        if (!known.contains(name) || m_columns.contains(name)) {
            fault(column.left(LongestField), "unknown_column"_L1);
            isGood = false;
        }
        m_columns.append(name);
    }
    for (const QString &column : needed) {
        if (!m_columns.contains(column)) {
            fault(column, "missing_column"_L1);
            isGood = false;
        }
    }
    return isGood;
}

void Reader::readLine(const QString &line)
{
    static const QRegularExpression goodCode(u"^[A-Z0-9][A-Z0-9._/-]{2,39}$"_s);
    const auto fields = fieldsOf(line, m_separator);
    if (!fields) {
        fault({}, "malformed"_L1);
        return;
    }
    if (fields->size() != m_columns.size()) {
        fault({}, "wrong_count"_L1);
        return;
    }
    m_fields = *fields;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].size() > LongestField) {
            fault(m_columns[i], "too_long"_L1);
            return;
        }
    }

    Booking booking{.line = m_line,
                    .code = bookingCode(required(u"code"_s)),
                    .group = required(u"group"_s).toUpper(),
                    .procedure = field(u"procedure"_s)};
    if (!booking.code.isEmpty() && !goodCode.match(booking.code).hasMatch()) {
        fault(u"code"_s, "bad_code"_L1);
    } else if (!booking.code.isEmpty() && m_codes.contains(booking.code)) {
        fault(u"code"_s, "duplicate"_L1);
    }
    m_codes.insert(booking.code);
    if (!booking.group.isEmpty()
        && (booking.group.size() != 1 || booking.group[0] < u'A' || booking.group[0] > u'Z')) {
        fault(u"group"_s, "bad_group"_L1);
    }
    if (!booking.procedure.isEmpty() && !isProcedureCode(booking.procedure)) {
        fault(u"procedure"_s, "bad_procedure"_L1);
    }
    const QString date = required(u"date"_s);
    booking.at.date = dateFrom(date);
    if (!date.isEmpty() && !booking.at.date.isValid()) {
        fault(u"date"_s, "bad_date"_L1);
    }
    const QString time = required(u"time"_s);
    booking.at.time = QTime::fromString(time, u"H:mm"_s);
    if (!time.isEmpty() && !booking.at.time.isValid()) {
        fault(u"time"_s, "bad_time"_L1);
    }
    const QString phone = field(u"phone"_s);
    booking.phone = phoneDigits(phone);
    if (!phone.isEmpty() && booking.phone.isEmpty()) {
        fault(u"phone"_s, "bad_phone"_L1);
    }
    const QString id = field(u"id"_s);
    booking.id = idDigits(id);
    if (!id.isEmpty() && booking.id.isEmpty()) {
        fault(u"id"_s, "bad_id"_L1);
    }
    m_reading.bookings.push_back(std::move(booking));
}

void Reader::read(const QByteArray &csv)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(csv);
    if (decoder.hasError()) {
        m_line = 1;
        fault({}, "malformed"_L1);
        return;
    }
    bool hasHeader = false;
    for (const QString &line : text.split(u'\n')) {
        ++m_line;
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty()) {
            continue;
        }
        if (hasHeader) {
            readLine(trimmed);
        } else if (!readHeader(trimmed)) {
            return;
        }
        hasHeader = true;
    }
    if (!hasHeader) {
        m_line = 1;
        fault({}, "empty"_L1);
    }
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
    Reader(reading).read(csv);
    return reading;
}

} // namespace motcua
