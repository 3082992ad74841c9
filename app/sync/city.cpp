// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/city.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// The login of the reader @p name in this database; a server may hold several centres.
Result<QString> readerRole(CentreLink &link, const QString &name)
{
    static const QRegularExpression good(u"^[a-z0-9_]{1,30}$"_s);
    if (!good.match(name).hasMatch()) {
        return failure(ErrorCode::InvalidInput, name.left(40), u"a name is a-z, 0-9, _"_s);
    }
    const auto database = link.ask(u"SELECT current_database()"_s);
    if (!database) {
        return std::unexpected(database.error());
    }
    static const QRegularExpression odd(u"[^a-z0-9_]"_s);
    constexpr int Longest = 26; // of the 63 letters of a role
    QString role = database->front().front().toLower().left(Longest);
    return role.replace(odd, u"_"_s) + u"_city_"_s + name;
}

std::vector<QDate> datesIn(const QString &words)
{
    std::vector<QDate> dates;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &day : all) {
        dates.push_back(QDate::fromString(day, Qt::ISODate));
    }
    return dates;
}

using Columns = std::vector<QString>;

/// "12:3 15:1": so many waits of so many seconds.
WaitCounts waitCountsIn(const QString &words)
{
    WaitCounts counts;
    for (const QStringView one : QStringView(words).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = one.indexOf(u':');
        counts.emplace_hint(counts.end(), one.first(colon).toInt(), one.sliced(colon + 1).toInt());
    }
    return counts;
}

/// Counts of tickets and waits, from the column @p at on.
CitySum hallFigures(const Columns &row, size_t at)
{
    CitySum sum;
    CityFigures &figures = sum.figures;
    figures.issued = row[at].toInt();
    figures.served = row[at + 1].toInt();
    figures.noShow = row[at + 2].toInt();
    figures.cancelled = row[at + 3].toInt();
    figures.expired = row[at + 4].toInt();
    figures.notDone = row[at + 5].toInt();
    figures.waits = row[at + 6].toLongLong();
    figures.waitMs = row[at + 7].toLongLong();
    sum.waits = waitCountsIn(row[at + 8]);
    return sum;
}
constexpr size_t HallColumns = 9;

void addDesk(CitySum &sum, const Columns &row, size_t at)
{
    sum.figures.accepted += row[at].toInt();
    sum.figures.supplement += row[at + 1].toInt();
    sum.figures.refused += row[at + 2].toInt();
}

} // namespace

Result<QString> enrolReader(const QString &url, const QString &name, const QString &secret,
                            const std::function<Result<>(const QString &own)> &keep)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto role = readerRole(*link, name);
    if (!role) {
        return std::unexpected(role.error());
    }
    // The server, and its log, see what the password is checked by, not the password.
    const auto verifier = link->verifierOf(secret, *role);
    if (!verifier) {
        return std::unexpected(verifier.error());
    }
    QUrl own(url);
    own.setUserName(*role);
    own.setPassword(secret);
    QString ownUrl = own.toString(QUrl::FullyEncoded);
    if (keep) {
        if (const auto kept = keep(ownUrl); !kept) {
            return std::unexpected(kept.error());
        }
    }
    const auto made = link->run(uR"(
        BEGIN;
        DO $do$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %1) THEN
                CREATE ROLE "%2" IN ROLE motcua_city CONNECTION LIMIT 8;
            END IF;
        END $do$;
        ALTER ROLE "%2" LOGIN PASSWORD %3;
        ALTER ROLE "%2" SET default_transaction_read_only = on;
        COMMIT;)"_s.arg(link->quoted(*role), *role, link->quoted(*verifier)));
    if (!made) {
        return std::unexpected(made.error());
    }
    return ownUrl;
}

Result<> revokeReader(const QString &url, const QString &name)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto role = readerRole(*link, name);
    if (!role) {
        return std::unexpected(role.error());
    }
    const auto known = link->ask(u"SELECT 1 FROM pg_roles WHERE rolname = $1"_s, {*role});
    if (!known || known->empty()) {
        return known ? failure(ErrorCode::UnknownPlace, name.left(40))
                     : std::unexpected(known.error());
    }
    const auto done = link->run(uR"(ALTER ROLE "%1" NOLOGIN;
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %2)"_s.arg(
        *role, link->quoted(*role)));
    return done ? Result<>() : std::unexpected(done.error());
}

bool isCentre(const QString &url)
{
    auto link = CentreLink::open(url);
    return link && link->ask(u"SELECT 1 FROM centre.daily LIMIT 0"_s).has_value();
}

Result<CityDays> readCityDays(CentreLink &link, const QDate &from, const QDate &to,
                              const QDateTime &clock)
{
    // The order of the register: branches, then points, then agents, CN2 before CN10. A closed day
    // has a proof; the newest may still have been open when it came. Waits of a length are counted
    // there, because a year of the city has a million.
    const auto rows = link.ask(uR"(
        SELECT coalesce(place.code, own.code), coalesce(name_vi, own.code),
            coalesce(name_en, own.code), own.key IS NOT NULL, coalesce(own.revoked, FALSE),
            to_char(last_sync, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), last_day,
            greatest(head_seq - cursor_seq, 0), greatest(cursor_seq - own.events, 0),
            (SELECT string_agg(day::text, ' ' ORDER BY day) FROM (
                SELECT business_date AS day FROM day_proof
                WHERE day_proof.branch = own.key
                  AND (own_digest <> digest OR own_count <> row_count)
                UNION
                SELECT business_date FROM daily
                WHERE daily.branch = own.key AND business_date < last_day
                  AND business_date >= last_day - 31
                  AND NOT EXISTS (
                      SELECT 1 FROM day_proof
                      WHERE day_proof.branch = own.key
                        AND day_proof.business_date = daily.business_date)) AS unproven),
            (SELECT string_agg(kind, ' ' ORDER BY kind) FROM alarm
             WHERE alarm.branch = own.key AND cleared_at IS NULL),
            (SELECT max(business_date) FROM daily_desk
             WHERE daily_desk.branch = own.key AND NOT is_open),
            hall.branch IS NOT NULL OR desk.branch IS NOT NULL,
            hall.issued, hall.served, hall.no_show, hall.cancelled, hall.expired, hall.unfinished,
            hall.waits, hall.wait_ms, lengths.counts, desk.accepted, desk.supplement,
            desk.refused, desk.newest, desk.open_days
        FROM (
            SELECT DISTINCT ON (code) code, kind, name_vi, name_en FROM place
            WHERE kind <> 'centre' AND valid_from <= $2::date
              AND coalesce(valid_until > $1::date, TRUE)
            ORDER BY code, valid_from DESC) AS place
        FULL JOIN (
            SELECT key, code, revoked, last_sync, last_day, head_seq, cursor_seq, events
            FROM branch) AS own ON own.code = place.code
        LEFT JOIN (
            SELECT branch, sum(issued) AS issued, sum(served) AS served, sum(no_show) AS no_show,
                sum(cancelled) AS cancelled, sum(expired) AS expired,
                sum(unfinished) AS unfinished, sum(waits) AS waits, sum(wait_ms) AS wait_ms
            FROM daily WHERE business_date BETWEEN $1::date AND $2::date
            GROUP BY branch) AS hall ON hall.branch = own.key
        LEFT JOIN (
            SELECT branch, string_agg(seconds || ':' || count, ' ' ORDER BY seconds) AS counts
            FROM (
                SELECT branch, seconds, count(*) AS count
                FROM daily, unnest(wait_s) AS seconds
                WHERE business_date BETWEEN $1::date AND $2::date
                GROUP BY branch, seconds) AS wait
            GROUP BY branch) AS lengths ON lengths.branch = own.key
        LEFT JOIN (
            SELECT branch, sum(accepted) AS accepted, sum(supplement) AS supplement,
                sum(refused) AS refused, max(business_date) AS newest,
                count(*) FILTER (WHERE is_open) AS open_days
            FROM daily_desk WHERE business_date BETWEEN $1::date AND $2::date
            GROUP BY branch) AS desk ON desk.branch = own.key
        WHERE place.code IS NOT NULL OR hall.branch IS NOT NULL
        ORDER BY array_position(ARRAY['branch', 'point', 'agent'], kind),
            length(coalesce(place.code, own.code)), coalesce(place.code, own.code) COLLATE "C")"_s,
                               {from.toString(Qt::ISODate), to.toString(Qt::ISODate)});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    CityDays days{.from = from, .to = to, .readAt = wallClock(clock, cityZone())};
    std::optional<CitySum> total;
    for (const Columns &row : *rows) {
        constexpr size_t Figures = 13;
        CityBranch branch{.code = row[0],
                          .name = {row[1], row[2]},
                          .isEnrolled = row[3] == "t"_L1,
                          .isRevoked = row[4] == "t"_L1,
                          .lastDay = QDate::fromString(row[6], Qt::ISODate),
                          .lastClosed = QDate::fromString(row[11], Qt::ISODate),
                          .toCome = row[7].toLongLong(),
                          .missingEvents = row[8].toLongLong(),
                          .unprovenDays = datesIn(row[9]),
                          .alarms = row[10].split(u' ', Qt::SkipEmptyParts)};
        if (!row[5].isEmpty()) {
            branch.lastSync = wallClock(QDateTime::fromString(row[5], Qt::ISODate), cityZone());
        }
        if (row[12] == "t"_L1) {
            CitySum sum = hallFigures(row, Figures);
            constexpr size_t Desk = Figures + HallColumns;
            addDesk(sum, row, Desk);
            branch.figures = sum.told();
            if (!total) {
                total.emplace();
            }
            *total += sum;
            branch.newest = QDate::fromString(row[Desk + 3], Qt::ISODate);
            branch.openDays = row[Desk + 4].toInt();
        }
        days.branches.push_back(std::move(branch));
    }
    days.total = total.transform([](const CitySum &sum) { return sum.told(); });
    return days;
}

Result<CityMonth> readCityMonth(CentreLink &link, const QString &branch, const QDate &day,
                                const QDateTime &clock)
{
    const QDate first(day.year(), day.month(), 1);
    const QString before = first.addMonths(-1).toString(Qt::ISODate);
    const QString end = first.addMonths(1).toString(Qt::ISODate);
    const QString whose = branch.isEmpty() ? QString() : branch; // NULL
    const auto hall = link.ask(uR"(
        WITH own AS MATERIALIZED (
            SELECT daily.* FROM daily JOIN branch ON key = branch
            WHERE business_date >= $1::date AND business_date < $2::date
              AND ($3::text IS NULL OR code = $3))
        SELECT business_date, group_letter, sum(issued), sum(served), sum(no_show),
            sum(cancelled), sum(expired), sum(unfinished), sum(waits), sum(wait_ms), counts
        FROM own LEFT JOIN (
            SELECT business_date, group_letter,
                string_agg(seconds || ':' || count, ' ' ORDER BY seconds) AS counts
            FROM (
                SELECT business_date, group_letter, seconds, count(*) AS count
                FROM own, unnest(wait_s) AS seconds
                GROUP BY business_date, group_letter, seconds) AS wait
            GROUP BY business_date, group_letter) AS lengths USING (business_date, group_letter)
        GROUP BY business_date, group_letter, counts ORDER BY business_date, group_letter)"_s,
                               {before, end, whose});
    const auto desk = hall ? link.ask(uR"(
        SELECT business_date, sum(accepted), sum(supplement), sum(refused), count(*),
            count(*) FILTER (WHERE is_open)
        FROM daily_desk JOIN branch ON key = branch
        WHERE business_date >= $1::date AND business_date < $2::date AND ($3::text IS NULL OR code = $3)
        GROUP BY business_date ORDER BY business_date)"_s,
                                      {before, end, whose})
                           : hall;
    if (!desk) {
        return std::unexpected(desk.error());
    }
    CityMonth month{.branch = branch, .first = first, .readAt = wallClock(clock, cityZone())};
    CitySum sum;
    CitySum earlier;
    std::map<QString, CitySum> groups;
    std::map<QDate, std::pair<CityDay, CitySum>> days;
    for (const Columns &row : *hall) {
        const QDate date = QDate::fromString(row[0], Qt::ISODate);
        const CitySum figures = hallFigures(row, 2);
        if (date < first) {
            earlier += figures;
            continue;
        }
        auto &[of, ofDay] = days[date];
        of.groups[row[1]] = figures.told();
        ofDay += figures;
        groups[row[1]] += figures;
        sum += figures;
    }
    for (const Columns &row : *desk) {
        const QDate date = QDate::fromString(row[0], Qt::ISODate);
        if (date < first) {
            addDesk(earlier, row, 1);
            continue;
        }
        auto &[of, ofDay] = days[date];
        addDesk(ofDay, row, 1);
        addDesk(sum, row, 1);
        of.open = row[5].toInt();
        of.branches = row[4].toInt(); // a day that came has a row of its desk, also an empty one
    }
    month.total = sum.told();
    month.before = earlier.told();
    for (const auto &[letter, figures] : groups) {
        month.groups.emplace(letter, figures.told());
    }
    for (auto &[date, of] : days) {
        of.first.date = date;
        of.first.figures = of.second.told();
        month.days.push_back(std::move(of.first));
    }
    return month;
}

Result<QString> newestPublication(CentreLink &link)
{
    const auto rows = link.ask(u"SELECT content FROM published ORDER BY version DESC LIMIT 1"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->empty() ? QString() : rows->front().front();
}

} // namespace motcua
