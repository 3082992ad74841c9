// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dayrollup.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr quint8 Version = 1;

qint32 narrowed(qint64 ms)
{
    return static_cast<qint32>(std::clamp<qint64>(ms, 0, std::numeric_limits<qint32>::max()));
}

char16_t letterOf(const QString &group)
{
    return group.isEmpty() ? u'?' : group.front().unicode();
}

template <typename T>
void write(QDataStream &stream, const std::vector<T> &rows, auto writeRow)
{
    stream << static_cast<quint32>(rows.size());
    for (const T &row : rows) {
        writeRow(row);
    }
}

/// False when there is not so much in the stream.
template <typename T>
bool read(QDataStream &stream, std::vector<T> &rows, auto readRow)
{
    quint32 count = 0;
    stream >> count;
    if (stream.status() != QDataStream::Ok || count > stream.device()->bytesAvailable()) {
        return false; // a row has more than a byte
    }
    rows.resize(count);
    for (T &row : rows) {
        readRow(row);
    }
    return stream.status() == QDataStream::Ok;
}

/// Takes numbers off what a QDataStream wrote; a month has too many to ask the stream for each.
class Numbers
{
public:
    explicit Numbers(const char *at)
        : m_at(at)
    {
    }
    template <typename T>
    [[nodiscard]] T next()
    {
        const auto value = qFromBigEndian<T>(m_at);
        m_at += sizeof(T);
        return value;
    }

private:
    const char *m_at;
};

constexpr qsizetype LegSize = 5 * sizeof(quint16) + 2 * sizeof(quint8) + 3 * sizeof(qint32);

/// False when @p stream has less.
bool readLegs(QDataStream &stream, const QByteArray &bytes, DayRollup &day)
{
    quint32 count = 0;
    stream >> count;
    const qint64 size = qint64{count} * LegSize;
    const qint64 at = stream.device()->pos();
    if (stream.status() != QDataStream::Ok || size > bytes.size() - at) {
        return false;
    }
    Numbers numbers(bytes.constData() + at);
    day.legs.resize(count);
    bool isSound = true;
    for (RolledLeg &leg : day.legs) {
        leg.series = numbers.next<quint16>();
        leg.number = numbers.next<quint16>();
        leg.group = numbers.next<quint16>();
        leg.procedure = numbers.next<quint16>();
        leg.counter = numbers.next<quint16>();
        const auto end = numbers.next<quint8>();
        leg.end = static_cast<LegState>(end);
        leg.isStanding = numbers.next<quint8>() != 0;
        leg.issued = numbers.next<qint32>();
        leg.wait = numbers.next<qint32>();
        leg.service = numbers.next<qint32>();
        isSound = isSound && end <= static_cast<quint8>(LegState::Undone)
                  && leg.procedure < day.procedures.size();
    }
    return isSound && stream.skipRawData(static_cast<int>(size)) == size;
}

} // namespace

quint16 placeOf(DayRollup &day, const QString &code)
{
    const qsizetype known = day.procedures.indexOf(code);
    if (known >= 0) {
        return static_cast<quint16>(known);
    }
    day.procedures.append(code);
    return static_cast<quint16>(day.procedures.size() - 1);
}

DayRollup rolledUp(const QDate &date, qint64 midnight, std::span<const Leg> legs,
                   const QHash<QUuid, QString> &procedures)
{
    std::vector<const Leg *> ordered;
    ordered.reserve(legs.size());
    for (const Leg &leg : legs) {
        if (leg.state != LegState::Undone) {
            ordered.push_back(&leg);
        }
    }
    std::ranges::sort(ordered, {}, [](const Leg *leg) {
        return std::tuple(leg->number.series, leg->number.number, leg->ordinal);
    });
    DayRollup day{.date = date};
    day.legs.reserve(ordered.size());
    for (size_t i = 0; i < ordered.size();) {
        size_t end = i + 1;
        while (end < ordered.size() && ordered[end]->ticket == ordered[i]->ticket) {
            ++end;
        }
        const Leg &first = *ordered[i];
        const Leg &last = *ordered[end - 1];
        const quint16 procedure = placeOf(day, procedures.value(first.ticket));
        for (; i < end; ++i) {
            const Leg &leg = *ordered[i];
            day.legs.push_back(
                {.series = leg.number.series,
                 .number = static_cast<quint16>(leg.number.number),
                 .group = letterOf(leg.group),
                 .procedure = procedure,
                 .counter = static_cast<quint16>(leg.counter),
                 .end = last.state,
                 .isStanding = &leg == &last,
                 .issued = narrowed(first.queuedAt - midnight),
                 .wait = waitOf(leg).transform(narrowed).value_or(RolledLeg::None),
                 .service = serviceOf(leg).transform(narrowed).value_or(RolledLeg::None)});
        }
    }
    return day;
}

QByteArray encoded(const DayRollup &day)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << Version << static_cast<quint16>(day.procedures.size());
    for (const QString &code : day.procedures) {
        stream << code.toUtf8();
    }
    write(stream, day.legs, [&stream](const RolledLeg &leg) {
        stream << leg.series << leg.number << leg.group << leg.procedure << leg.counter
               << static_cast<quint8>(leg.end) << leg.isStanding << leg.issued << leg.wait
               << leg.service;
    });
    write(stream, day.intakes, [&stream](const RolledIntake &intake) {
        stream << intake.group << intake.procedure << intake.counter
               << static_cast<quint8>(intake.outcome) << intake.count;
    });
    return bytes.toBase64();
}

std::optional<DayRollup> decoded(const QDate &date, const QByteArray &bytes)
{
    const auto plain =
        QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
    QDataStream stream(plain.decoded);
    stream.setVersion(QDataStream::Qt_6_0);
    quint8 version = 0;
    stream >> version;
    if (!plain || version != Version) {
        return std::nullopt;
    }
    DayRollup day{.date = date};
    quint16 procedures = 0;
    stream >> procedures;
    for (int i = 0; i < procedures && stream.status() == QDataStream::Ok; ++i) {
        QByteArray code; // a list of texts would believe any number of them
        stream >> code;
        day.procedures.append(QString::fromUtf8(code));
    }
    bool isSound = true;
    const bool hasLegs = readLegs(stream, plain.decoded, day);
    const bool hasIntakes =
        hasLegs && read(stream, day.intakes, [&](RolledIntake &intake) {
            quint8 outcome = 0;
            stream >> intake.group >> intake.procedure >> intake.counter >> outcome >> intake.count;
            intake.outcome = static_cast<Outcome>(outcome);
            isSound = isSound && outcome < OutcomeCount && intake.procedure < day.procedures.size();
        });
    return hasIntakes && isSound && stream.atEnd() ? std::optional(std::move(day)) : std::nullopt;
}

DaySelection::DaySelection(const Selection &selection, const DayRollup &day)
{
    if (!selection.group.isEmpty()) {
        m_group = letterOf(selection.group);
    }
    if (!selection.procedure.isEmpty()) {
        m_procedure = static_cast<int>(day.procedures.indexOf(selection.procedure));
        m_takesNothing = m_procedure < 0;
    }
    if (selection.counter != 0) {
        m_counter = selection.counter;
    }
    m_takesNothing =
        m_takesNothing || (selection.weekday && *selection.weekday != day.date.dayOfWeek());
    m_countsVisits = selection.countsVisits();
    m_hour = selection.hour.value_or(Any);
    m_end = selection.end ? static_cast<int>(*selection.end) : Any;
}

bool DaySelection::takes(const RolledIntake &intake) const
{
    return !m_takesNothing && m_countsVisits && isAnyOr(m_group, intake.group)
           && isAnyOr(m_procedure, intake.procedure) && isAnyOr(m_counter, intake.counter);
}

void takeTimes(GroupCount &count, const RolledLeg &leg)
{
    if (leg.wait != RolledLeg::None) {
        count.waits.push_back(leg.wait);
    }
    if (leg.service != RolledLeg::None) {
        count.services.push_back(leg.service);
    }
}

int hourOf(const RolledLeg &leg)
{
    constexpr int HourMs = 3'600'000;
    constexpr int LastHour = 23;
    return std::min(leg.issued / HourMs, LastHour);
}

std::optional<int> DailyCount::waitAverage() const
{
    return waits == 0 ? std::nullopt : std::optional(wholeSeconds(waitMs / waits));
}

DailyCount &DailyCount::operator+=(const DailyCount &other)
{
    issued += other.issued;
    served += other.served;
    noShow += other.noShow;
    cancelled += other.cancelled;
    expired += other.expired;
    notDone += other.notDone;
    waits += other.waits;
    waitMs += other.waitMs;
    services += other.services;
    serviceMs += other.serviceMs;
    for (size_t i = 0; i < OutcomeCount; ++i) {
        intakes.at(i) += other.intakes.at(i);
    }
    return *this;
}

std::vector<DailyCount> dailyCounts(const DayRollup &day)
{
    std::map<char16_t, GroupCount> groups;
    for (const RolledLeg &leg : day.legs) {
        takeTimes(groups[leg.group], leg);
        if (leg.isStanding) {
            groups[leg.series].takeTicket(leg.end);
        }
    }
    for (const RolledIntake &intake : day.intakes) {
        groups[intake.group].row.intakes.at(static_cast<size_t>(intake.outcome)) += intake.count;
    }
    std::vector<DailyCount> counts;
    for (const auto &[letter, count] : groups) {
        const auto sum = [](const std::vector<qint64> &times) {
            return std::accumulate(times.begin(), times.end(), qint64{0});
        };
        counts.push_back({.date = day.date,
                          .group = QString(QChar(letter)),
                          .issued = count.row.issued,
                          .served = count.row.served,
                          .noShow = count.row.noShow,
                          .cancelled = count.row.cancelled,
                          .expired = count.row.expired,
                          .notDone = count.row.notDone(),
                          .waits = static_cast<int>(count.waits.size()),
                          .waitMs = sum(count.waits),
                          .services = static_cast<int>(count.services.size()),
                          .serviceMs = sum(count.services),
                          .intakes = count.row.intakes});
    }
    return counts;
}

} // namespace motcua
