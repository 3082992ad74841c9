// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/centre.h"

#include "sync/centrelink.h"
#include "sync/syncedtable.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<> done(const Result<CentreLink::Rows> &rows)
{
    return rows ? Result<>() : std::unexpected(rows.error());
}

QString centreSql()
{
    QFile file(u":/centre/centre.sql"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

/// The login of the branch @p code in @p database; a server may hold several centres.
QString roleOf(const QString &database, const QString &code)
{
    static const QRegularExpression odd(u"[^a-z0-9_]"_s);
    constexpr int Longest = 63;
    QString role = database.toLower() + u'_' + code.toLower();
    return role.replace(odd, u"_"_s).left(Longest);
}

QString insertsOf(const CentreLink &link, const std::vector<Place> &places)
{
    const auto text = [&link](const QString &value) {
        return value.isEmpty() ? u"NULL"_s : link.quoted(value);
    };
    QString sql;
    for (const Place &place : places) {
        sql += u"INSERT INTO place (code, kind, parent, name_vi, name_en, valid_from, valid_until)"
               " VALUES (%1, %2, %3, %4, %5, %6, %7);"_s.arg(
                   text(place.code), text(place.kind), text(place.parent),
                   link.quoted(place.nameVi), link.quoted(place.nameEn),
                   text(place.from.toString(Qt::ISODate)), text(place.until.toString(Qt::ISODate)));
    }
    return sql;
}

} // namespace

Result<QString> initCentre(const QString &url, const QDate &today, const QString &publicKey)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    constexpr int Years = 2;
    QString places;
    if (QFile file(u":/centre/places.csv"_s); file.open(QIODevice::ReadOnly)) {
        places = QString::fromUtf8(file.readAll());
    }
    const auto known = placesFromCsv(places);
    Q_ASSERT(known);
    const QString months = u"SELECT make_months('%1', '%2');\n"_s.arg(
        today.addYears(-Years).toString(Qt::ISODate), today.addYears(Years).toString(Qt::ISODate));
    // For the day's figures: whether a dossier was accepted on an earlier day.
    const QString index = u"CREATE INDEX IF NOT EXISTS intake_accepted ON intake (branch, dossier)"
                          " WHERE outcome = 'accepted';\n"_s;
    // Earlier programs counted a roster's days to come as if they had come, kept no single wait, and did
    // not tell days that were open or had come without their close.
    const QString mending = uR"(
        DELETE FROM daily_desk AS counted
        WHERE dossiers + accepted + supplement + refused + advised + handed_over = 0
          AND NOT EXISTS (SELECT 1 FROM business_day AS day WHERE day.branch = counted.branch
              AND day.business_date = counted.business_date)
          AND NOT EXISTS (SELECT 1 FROM daily WHERE daily.branch = counted.branch
              AND daily.business_date = counted.business_date);
        UPDATE branch SET last_day = came.day
        FROM (SELECT key, (SELECT max(business_date) FROM daily_desk WHERE branch = key) AS day
            FROM branch) AS came
        WHERE came.key = branch.key AND coalesce(branch.last_day > came.day, TRUE);
        SELECT count(count_day(branch, day)) FROM (
            SELECT branch, business_date AS day FROM daily WHERE cardinality(wait_s) <> waits
            UNION SELECT branch, business_date
            FROM daily JOIN daily_desk AS desk USING (branch, business_date)
            WHERE is_open = EXISTS (
                SELECT 1 FROM business_day AS day WHERE day.branch = desk.branch
                  AND day.business_date = desk.business_date AND changed_seq > 0
                  AND closed_at IS NOT NULL)) AS uncounted;)"_s;
    const QString settings = uR"(
        INSERT INTO setting VALUES ('public_key', %1) ON CONFLICT (name) DO NOTHING;
        INSERT INTO setting VALUES ('oldest_format', '1'), ('newest_format', '%2')
            ON CONFLICT (name) DO UPDATE SET value = excluded.value;
        SELECT value FROM setting WHERE name = 'public_key';)"_s.arg(link->quoted(publicKey))
                                 .arg(LineFormat);
    const auto made = link->run(u"BEGIN;\n"_s + centreSql() + centreTablesSql()
                                + centreFunctionsSql() + index + months + mending + settings);
    if (!made) {
        return std::unexpected(made.error());
    }
    const QString kept = made->empty() ? QString() : made->front().front();
    if (!publicKey.isEmpty() && kept != publicKey) {
        return failure(ErrorCode::KeyMissing, link->name(), u"it has another key"_s);
    }
    const auto empty = link->run(u"SELECT 1 FROM place LIMIT 1"_s);
    if (!empty) {
        return std::unexpected(empty.error());
    }
    const auto committed =
        link->run((empty->empty() ? insertsOf(*link, *known) : QString()) + u"COMMIT"_s);
    return committed ? Result<QString>(kept) : std::unexpected(committed.error());
}

Result<QString> centreKey(const QString &url)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto key = link->ask(u"SELECT value FROM setting WHERE name = 'public_key'"_s);
    if (!key) {
        return key.error().code == ErrorCode::CentreMissing ? Result<QString>(QString())
                                                            : std::unexpected(key.error());
    }
    return key->empty() ? QString() : key->front().front();
}

Result<QString> enrolBranch(const QString &url, const QString &code, const QString &secret,
                            const std::function<Result<>(const QString &own)> &keep)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto known = link->ask(
        u"SELECT current_database() FROM place WHERE code = $1 AND kind <> 'centre'"_s, {code});
    if (!known) {
        return std::unexpected(known.error());
    }
    if (known->empty()) {
        return failure(ErrorCode::UnknownPlace, code.left(40));
    }
    const QString role = roleOf(known->front().front(), code);
    // The server, and its log, see what the password is checked by, not the password.
    const auto verifier = link->verifierOf(secret, role);
    if (!verifier) {
        return std::unexpected(verifier.error());
    }
    QUrl own(url);
    own.setUserName(role);
    own.setPassword(secret);
    QString ownUrl = own.toString(QUrl::FullyEncoded);
    if (keep) {
        if (const auto kept = keep(ownUrl); !kept) {
            return std::unexpected(kept.error());
        }
    }
    const auto made = link->run(uR"(
        BEGIN;
        INSERT INTO branch (code, role) VALUES (%1, %2)
            ON CONFLICT (code) DO UPDATE SET role = excluded.role, revoked = FALSE;
        DO $do$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %2) THEN
                CREATE ROLE "%3" IN ROLE motcua_branch CONNECTION LIMIT 4;
            END IF;
        END $do$;
        ALTER ROLE "%3" LOGIN PASSWORD %4;
        ALTER ROLE "%3" SET statement_timeout = '15min';
        COMMIT;)"_s.arg(link->quoted(code), link->quoted(role), role, link->quoted(*verifier)));
    if (!made) {
        return std::unexpected(made.error());
    }
    return ownUrl;
}

Result<> revokeBranch(const QString &url, const QString &code)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto role =
        link->ask(u"UPDATE branch SET revoked = TRUE WHERE code = $1 RETURNING role"_s, {code});
    if (!role) {
        return std::unexpected(role.error());
    }
    if (role->empty()) {
        return failure(ErrorCode::UnknownPlace, code.left(40));
    }
    const QString name = role->front().front();
    return done(link->run(uR"(ALTER ROLE "%1" NOLOGIN;
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %2)"_s.arg(
        name, link->quoted(name))));
}

Result<std::vector<Place>> placesAt(const QString &url, const QDate &day)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto rows = link->ask(uR"(
        SELECT code, kind, parent, name_vi, name_en, valid_from, valid_until FROM place
        WHERE $1::date IS NULL OR (valid_from <= $1::date AND coalesce(valid_until > $1::date, TRUE))
        ORDER BY array_position(ARRAY['centre', 'branch', 'point', 'agent'], kind),
            code COLLATE "C", valid_from)"_s,
                                {day.isNull() ? QString() : day.toString(Qt::ISODate)});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<Place> places;
    for (const auto &row : *rows) {
        places.push_back({row[0], row[1], row[2], row[3], row[4],
                          QDate::fromString(row[5], Qt::ISODate),
                          QDate::fromString(row[6], Qt::ISODate)});
    }
    return places;
}

/// Why the register @p places makes no sense; empty when it does.
static QString faultOf(const std::vector<Place> &places)
{
    std::map<QString, std::vector<const Place *>> byCode;
    for (const Place &place : places) {
        byCode[place.code].push_back(&place);
    }
    for (auto &[code, rows] : byCode) {
        std::ranges::sort(rows, {}, [](const Place *place) { return place->from; });
        for (size_t i = 1; i < rows.size(); ++i) {
            if (rows[i - 1]->until.isNull() || rows[i - 1]->until > rows[i]->from) {
                return u"%1: overlap"_s.arg(code);
            }
        }
    }
    for (const Place &place : places) {
        std::set<QString> seen{place.code};
        for (QString parent = place.parent; !parent.isEmpty();) {
            if (!byCode.contains(parent)) {
                return u"%1: parent %2"_s.arg(place.code, parent);
            }
            if (!seen.insert(parent).second) {
                return u"%1: circle"_s.arg(place.code);
            }
            parent = byCode[parent].back()->parent;
        }
    }
    return {};
}

Result<> replacePlaces(const QString &url, const std::vector<Place> &places)
{
    if (const QString fault = faultOf(places); !fault.isEmpty()) {
        return failure(ErrorCode::InvalidInput, fault.left(80));
    }
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    return done(link->run(u"BEGIN; DELETE FROM place;"_s + insertsOf(*link, places) + u"COMMIT"_s));
}

static const QString PlacesHead = u"code;kind;parent;name_vi;name_en;from;until"_s;

Result<std::vector<Place>> placesFromCsv(const QString &text)
{
    static const QStringList kinds{u"centre"_s, u"branch"_s, u"point"_s, u"agent"_s};
    QString plain = text;
    const QStringList lines = plain.remove(u'\r').remove(QChar(0xFEFF)).split(u'\n');
    std::vector<Place> places;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || (i == 0 && line == PlacesHead)) {
            continue;
        }
        const QStringList fields = line.split(u';');
        const auto bad = [i] { return failure(ErrorCode::InvalidInput, QString::number(i + 1)); };
        constexpr qsizetype Fields = 7;
        if (fields.size() != Fields) {
            return bad();
        }
        Place place{fields[0],
                    fields[1],
                    fields[2],
                    fields[3],
                    fields[4],
                    QDate::fromString(fields[5], Qt::ISODate),
                    QDate::fromString(fields[6], Qt::ISODate)};
        if (place.code.isEmpty() || !kinds.contains(place.kind) || place.nameVi.isEmpty()
            || !place.from.isValid() || (!fields[6].isEmpty() && !place.until.isValid())
            || (place.until.isValid() && place.until <= place.from)) {
            return bad();
        }
        places.push_back(std::move(place));
    }
    return places;
}

QString toCsv(const std::vector<Place> &places)
{
    QString text = PlacesHead + u'\n';
    for (const Place &place : places) {
        text += QStringList{place.code,
                            place.kind,
                            place.parent,
                            place.nameVi,
                            place.nameEn,
                            place.from.toString(Qt::ISODate),
                            place.until.toString(Qt::ISODate)}
                    .join(u';')
                + u'\n';
    }
    return text;
}

Result<qint64> publishVersion(const QString &url, const QString &content)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto version = link->ask(uR"(
        INSERT INTO published (version, content)
        SELECT coalesce(max(version), 0) + 1, $1 FROM published RETURNING version)"_s,
                                   {content});
    return version ? Result<qint64>(version->front().front().toLongLong())
                   : std::unexpected(version.error());
}

Result<QString> publishedContent(const QString &url, qint64 version)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto content = link->ask(u"SELECT content FROM published WHERE version = $1"_s,
                                   {QString::number(version)});
    if (!content) {
        return std::unexpected(content.error());
    }
    return content->empty() ? Result<QString>(failure(ErrorCode::CentreFailed, link->name()))
                            : content->front().front();
}

Result<std::vector<BranchStanding>> standings(const QString &url)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto rows = link->ask(uR"(
        SELECT code, revoked, to_char(last_sync, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), cursor_seq, head_seq,
            last_day, epoch, greatest(cursor_seq - events, 0),
            (SELECT string_agg(day::text, ' ' ORDER BY day) FROM (
                SELECT business_date AS day FROM day_proof
                WHERE day_proof.branch = key AND (own_digest <> digest OR own_count <> row_count)
                UNION
                SELECT business_date FROM business_day
                WHERE business_day.branch = key AND closed_at IS NOT NULL AND changed_seq > 0
                  AND NOT EXISTS (
                      SELECT 1 FROM day_proof
                      WHERE day_proof.branch = key AND seq >= business_day.changed_seq
                        AND day_proof.business_date = business_day.business_date)) AS unproven),
            (SELECT count(*) FROM set_aside WHERE set_aside.branch = key),
            (SELECT string_agg(kind, ' ' ORDER BY kind) FROM alarm
             WHERE alarm.branch = key AND cleared_at IS NULL)
        FROM branch ORDER BY code COLLATE "C")"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<BranchStanding> all;
    for (const auto &row : *rows) {
        BranchStanding standing{.code = row[0],
                                .isRevoked = row[1] == "t"_L1,
                                .lastSync = QDateTime::fromString(row[2], Qt::ISODate),
                                .cursor = row[3].toLongLong(),
                                .head = row[4].toLongLong(),
                                .lastDay = QDate::fromString(row[5], Qt::ISODate),
                                .epoch = row[6].toInt(),
                                .missingEvents = row[7].toLongLong(),
                                .unprovenDays = {},
                                .setAside = row[9].toInt(),
                                .alarms = row[10].split(u' ', Qt::SkipEmptyParts)};
        const QStringList days = row[8].split(u' ', Qt::SkipEmptyParts);
        for (const QString &day : days) {
            standing.unprovenDays.push_back(QDate::fromString(day, Qt::ISODate));
        }
        all.push_back(std::move(standing));
    }
    return all;
}

Result<RowsAside> clearAlarms(const QString &url, const QString &code)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto branch = link->ask(u"SELECT key FROM branch WHERE code = $1"_s, {code});
    if (!branch) {
        return std::unexpected(branch.error());
    }
    if (branch->empty()) {
        return failure(ErrorCode::UnknownPlace, code.left(40));
    }
    const QString &key = branch->front().front();
    const auto lines = link->ask(
        u"SELECT epoch, md5(line), line FROM set_aside WHERE branch = $1 ORDER BY at"_s, {key});
    const auto staged = link->run(stageSql());
    if (!lines || !staged) {
        return std::unexpected(lines ? staged.error() : lines.error());
    }
    RowsAside rows;
    for (const auto &row : *lines) {
        const auto sent = link->send(
            u"BEGIN; COPY pg_temp.stage FROM STDIN (NULL ''); SELECT take_again(%1, %2, '%3');"
            " COMMIT"_s.arg(key, row[0], row[1]),
            row[2].toUtf8() + '\n');
        if (!sent) {
            return std::unexpected(sent.error());
        }
        const auto taken = link->answer();
        if (!taken && !link->wasRowRefused()) {
            return std::unexpected(taken.error());
        }
        ++(taken ? rows.taken : rows.left);
    }
    const auto cleared =
        link->run(u"UPDATE alarm SET cleared_at = now() WHERE branch = %1 AND (kind <> 'set_aside'"
                  " OR NOT EXISTS (SELECT 1 FROM set_aside WHERE branch = %1))"_s.arg(key));
    return cleared ? Result<RowsAside>(rows) : std::unexpected(cleared.error());
}

} // namespace motcua
