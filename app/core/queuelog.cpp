// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/queuelog.h"

#include "core/vietnamesetext.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Row
{
    QTime time;
    int openCounters = 0;
    int waiting = 0;
    int current = 0; ///< 0: none called yet
};

constexpr qsizetype Columns = 10;
constexpr int LargestNumber = 9999;

/// Splits one line; a field in quotes may hold commas and doubled quotes (RFC 4180).
QStringList fieldsOf(QByteArrayView line)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(line);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            fields.append(std::exchange(field, {}));
        } else {
            field += c;
        }
    }
    fields.append(field);
    return fields;
}

std::optional<int> countFrom(const QString &text)
{
    bool isNumber = false;
    const int value = text.isEmpty() ? 0 : text.toInt(&isNumber);
    if ((!text.isEmpty() && !isNumber) || value < 0 || value > LargestNumber) {
        return std::nullopt;
    }
    return value;
}

std::optional<Row> rowFrom(const QStringList &fields)
{
    const QTime time = QTime::fromString(fields[5], u"HH:mm"_s);
    const auto open = countFrom(fields[7]);
    const auto waiting = countFrom(fields[8]);
    const auto current = countFrom(fields[9]);
    if (!time.isValid() || !open || !waiting || !current) {
        return std::nullopt;
    }
    return Row{time, *open, *waiting, *current};
}

/// The letter of the log when it is one and free, else the next free one.
QString freeLetter(const QString &wanted, std::set<QChar> &taken)
{
    QChar letter = wanted.size() == 1 ? wanted.front().toUpper() : QChar(u'A');
    if (letter < u'A' || letter > u'Z') {
        letter = u'A';
    }
    for (int tried = 0; tried < 26 && taken.contains(letter); ++tried) {
        letter = letter == u'Z' ? QChar(u'A') : QChar(letter.unicode() + 1);
    }
    taken.insert(letter);
    return letter;
}

void addSteps(OfficeDay &day, size_t queue, const std::vector<Row> &rows)
{
    int issued = 0;
    int called = 0;
    for (const Row &row : rows) {
        const int nowCalled = std::max(called, row.current);
        const int nowIssued = std::max({issued, row.current + row.waiting, nowCalled});
        for (; issued < nowIssued; ++issued) {
            day.steps.push_back({row.time, OfficeDay::Kind::Issue, queue});
        }
        for (; called < nowCalled; ++called) {
            day.steps.push_back({row.time, OfficeDay::Kind::Call, queue});
        }
    }
}

} // namespace

Result<OfficeDay> readOfficeDay(QByteArrayView csv, const QString &office, const QDate &date)
{
    const QString wantedDate = date.toString(Qt::ISODate);
    const QByteArray prefix = office.toUtf8() + ',';
    OfficeDay day;
    std::vector<std::vector<Row>> rows;
    std::map<QString, size_t> indexById;
    std::set<QChar> letters;

    int number = 0;
    while (!csv.isEmpty()) {
        const qsizetype end = csv.indexOf('\n');
        QByteArrayView line = end < 0 ? csv : csv.first(end);
        csv = end < 0 ? QByteArrayView() : csv.sliced(end + 1);
        line = line.endsWith('\r') ? line.chopped(1) : line;
        ++number;
        if (number == 1) {
            if (!line.startsWith("office,queue_id,")) {
                return failure(ErrorCode::InvalidLog, QString::number(number));
            }
            continue;
        }
        if (!line.startsWith(prefix)) {
            continue;
        }
        const QStringList fields = fieldsOf(line);
        if (fields.size() != Columns) {
            return failure(ErrorCode::InvalidLog, QString::number(number));
        }
        if (fields[4] != wantedDate) {
            continue;
        }
        const auto row = rowFrom(fields);
        if (!row) {
            return failure(ErrorCode::InvalidLog, QString::number(number));
        }
        const auto [entry, isNew] = indexById.try_emplace(fields[1], day.queues.size());
        if (isNew) {
            if (letters.size() == 26) {
                return failure(ErrorCode::InvalidLog, QString::number(number));
            }
            day.queues.push_back({.id = fields[1],
                                  .name = cleaned(fields[2]).left(300),
                                  .letter = freeLetter(fields[3], letters)});
            rows.emplace_back();
        }
        OfficeDay::Queue &queue = day.queues[entry->second];
        queue.counters = std::max(queue.counters, std::min(row->openCounters, 99));
        rows[entry->second].push_back(*row);
    }
    if (day.queues.empty()) {
        return failure(ErrorCode::UnknownOffice, u"%1 %2"_s.arg(office, wantedDate));
    }

    for (size_t queue = 0; queue < rows.size(); ++queue) {
        std::ranges::stable_sort(rows[queue], {}, &Row::time);
        addSteps(day, queue, rows[queue]);
        day.first =
            queue == 0 ? rows[queue].front().time : std::min(day.first, rows[queue].front().time);
        day.last =
            queue == 0 ? rows[queue].back().time : std::max(day.last, rows[queue].back().time);
    }
    std::ranges::stable_sort(
        day.steps, {}, [](const OfficeDay::Step &step) { return std::pair(step.time, step.kind); });
    return day;
}

} // namespace motcua
