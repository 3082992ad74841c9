// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csvreader.h"

#include "core/vietnamesetext.h"

#include <QStringDecoder>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr size_t MostFaults = 1000;
static constexpr qsizetype LongestField = 100;

/// The fields of a line; a field in quotes may hold the separator and doubled quotes. Nothing when
/// a quote is left open.
static std::optional<QStringList> fieldsOf(const QString &line, QChar separator)
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

CsvReader::CsvReader(QStringList known, QStringList needed, std::vector<FileFault> &faults)
    : m_known(std::move(known))
    , m_needed(std::move(needed))
    , m_faults(faults)
{
}

void CsvReader::fault(const QString &column, QLatin1StringView problem)
{
    if (m_faults.size() < MostFaults) {
        m_faults.push_back({m_line, column, problem});
    }
}

QString CsvReader::field(const QString &column) const
{
    const qsizetype place = m_columns.indexOf(column);
    return place < 0 ? QString() : m_fields[place];
}

QString CsvReader::required(const QString &column)
{
    const QString text = field(column);
    if (text.isEmpty()) {
        fault(column, "empty"_L1);
    }
    return text;
}

QDate CsvReader::requiredDay(const QString &column)
{
    const QString text = required(column);
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    const QDate day =
        iso.isValid() && text.size() == 10 ? iso : QDate::fromString(text, u"d/M/yyyy"_s);
    if (!text.isEmpty() && !day.isValid()) {
        fault(column, "bad_date"_L1);
    }
    return day;
}

bool CsvReader::readHeader(const QString &line)
{
    m_separator = line.count(u';') > line.count(u',') ? u';' : u',';
    const auto columns = fieldsOf(line, m_separator);
    if (!columns) {
        fault({}, "malformed"_L1);
        return false;
    }
    bool isGood = true;
    for (const QString &column : *columns) {
        const QString name = column.toLower();
        if (!m_known.contains(name) || m_columns.contains(name)) {
            fault(column.left(LongestField), "unknown_column"_L1);
            isGood = false;
        }
        m_columns.append(name);
    }
    for (const QString &column : m_needed) {
        if (!m_columns.contains(column)) {
            fault(column, "missing_column"_L1);
            isGood = false;
        }
    }
    return isGood;
}

bool CsvReader::readLine(const QString &line)
{
    const auto fields = fieldsOf(line, m_separator);
    if (!fields) {
        fault({}, "malformed"_L1);
        return false;
    }
    if (fields->size() != m_columns.size()) {
        fault({}, "wrong_count"_L1);
        return false;
    }
    m_fields = *fields;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].size() > LongestField) {
            fault(m_columns[i], "too_long"_L1);
            return false;
        }
    }
    return true;
}

void CsvReader::read(const QByteArray &csv, const std::function<void()> &take)
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
        if (!hasHeader) {
            if (!readHeader(trimmed)) {
                return;
            }
        } else if (readLine(trimmed)) {
            take();
        }
        hasHeader = true;
    }
    if (!hasHeader) {
        m_line = 1;
        fault({}, "empty"_L1);
    }
}

} // namespace motcua
