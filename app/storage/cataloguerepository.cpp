// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/cataloguerepository.h"

#include "storage/branchtransaction.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString dayKindWord(DayKind kind)
{
    switch (kind) {
    case DayKind::Off:
        return u"off"_s;
    case DayKind::Compensation:
        return u"compensation"_s;
    case DayKind::MakeUp:
        return u"make_up"_s;
    }
    Q_UNREACHABLE();
}

DayKind dayKindFromWord(const QString &word)
{
    if (word == "make_up"_L1) {
        return DayKind::MakeUp;
    }
    return word == "compensation"_L1 ? DayKind::Compensation : DayKind::Off;
}

QString timeText(const QTime &time)
{
    return time.toString(u"HH:mm"_s);
}

QTime timeFrom(const QString &text)
{
    return QTime::fromString(text, u"HH:mm"_s);
}

// Who wrote a version, as the column says it.
constexpr QLatin1StringView FromBranch("branch");
constexpr QLatin1StringView FromNational("national");

QByteArray detailOf(const Procedure &procedure)
{
    return QJsonDocument(toJson(procedure)).toJson(QJsonDocument::Compact);
}

Procedure detailFrom(const QString &detail)
{
    return procedureFromJson(QJsonDocument::fromJson(detail.toUtf8()).object());
}

/// A version's detail, the group of today, the version.
Procedure procedureFrom(const Row &row)
{
    Procedure procedure = detailFrom(row.text(0));
    procedure.group = row.text(1);
    procedure.version = row.integer(2);
    return procedure;
}

Group groupFrom(const Row &row)
{
    return {.letter = row.text(0),
            .name = {row.text(1), row.text(2)},
            .shortName = {row.text(3), row.text(4)},
            .firstNumber = row.integer(5),
            .lastNumber = row.integer(6),
            .active = row.boolean(7)};
}

PriorityClass priorityFrom(const Row &row)
{
    return {.code = row.text(0),
            .name = {row.text(1), row.text(2)},
            .headStartMinutes = row.integer(3),
            .fromAge = row.isNull(4) ? std::nullopt : std::optional(row.integer(4)),
            .basis = row.text(5)};
}

} // namespace

Result<> CatalogueRepository::write(const Catalogue &catalogue, qint64 seq)
{
    for (const QString &table :
         {u"ticket_group"_s, u"priority_class"_s, u"counter"_s, u"staff"_s, u"procedure"_s}) {
        const auto left = m_database.run(
            u"UPDATE %1 SET active = FALSE, changed_seq = %2 WHERE active"_s.arg(table).arg(seq));
        if (!left) {
            return left;
        }
    }
    for (const QString &sql :
         {u"DELETE FROM counter_group"_s, u"DELETE FROM staff_group"_s,
          u"DELETE FROM staff_permission"_s, u"DELETE FROM synonym"_s, u"DELETE FROM session"_s,
          u"DELETE FROM session_exception"_s, u"DELETE FROM holiday"_s}) {
        if (const auto cleared = m_database.run(sql); !cleared) {
            return cleared;
        }
    }

    int position = 0;
    for (const Group &group : catalogue.groups) {
        Statement upsert(m_database, uR"(
            INSERT INTO ticket_group (letter, position, name_vi, name_en, short_name_vi,
                short_name_en, first_number, last_number, active, changed_seq)
            VALUES (:letter, :position, :name_vi, :name_en, :short_vi, :short_en, :first, :last,
                :active, :seq)
            ON CONFLICT (letter) DO UPDATE SET
                position = excluded.position, name_vi = excluded.name_vi,
                name_en = excluded.name_en, short_name_vi = excluded.short_name_vi,
                short_name_en = excluded.short_name_en, first_number = excluded.first_number,
                last_number = excluded.last_number, active = excluded.active,
                changed_seq = excluded.changed_seq)"_s);
        upsert.bind(u":letter"_s, group.letter)
            .bind(u":position"_s, position++)
            .bind(u":name_vi"_s, group.name.vi)
            .bind(u":name_en"_s, group.name.en)
            .bind(u":short_vi"_s, group.shortName.vi)
            .bind(u":short_en"_s, group.shortName.en)
            .bind(u":first"_s, group.firstNumber)
            .bind(u":last"_s, group.lastNumber)
            .bind(u":active"_s, group.active)
            .bind(u":seq"_s, seq);
        if (const auto done = upsert.run(); !done) {
            return done;
        }
    }

    position = 0;
    for (const PriorityClass &priority : catalogue.priorityClasses) {
        Statement upsert(m_database, uR"(
            INSERT INTO priority_class (code, position, name_vi, name_en, head_start_minutes,
                from_age, basis, active, changed_seq)
            VALUES (:code, :position, :name_vi, :name_en, :head_start, :from_age, :basis, TRUE, :seq)
            ON CONFLICT (code) DO UPDATE SET
                position = excluded.position, name_vi = excluded.name_vi,
                name_en = excluded.name_en, head_start_minutes = excluded.head_start_minutes,
                from_age = excluded.from_age, basis = excluded.basis, active = TRUE,
                changed_seq = excluded.changed_seq)"_s);
        upsert.bind(u":code"_s, priority.code)
            .bind(u":position"_s, position++)
            .bind(u":name_vi"_s, priority.name.vi)
            .bind(u":name_en"_s, priority.name.en)
            .bind(u":head_start"_s, priority.headStartMinutes)
            .bindOrNull(u":from_age"_s, priority.fromAge.value_or(0))
            .bind(u":basis"_s, priority.basis)
            .bind(u":seq"_s, seq);
        if (const auto done = upsert.run(); !done) {
            return done;
        }
    }

    if (const auto done = writeProcedures(catalogue, seq); !done) {
        return done;
    }
    if (const auto done = writePeople(catalogue, seq); !done) {
        return done;
    }
    if (const auto done = writeBranch(catalogue); !done) {
        return done;
    }
    return writeCalendar(catalogue, seq);
}

Result<int> CatalogueRepository::write(const Procedure &procedure, ProcedureSource source,
                                       qint64 seq)
{
    Statement current(m_database, uR"(
        SELECT procedure_version.detail, procedure.group_letter, procedure.version
        FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code
            AND procedure_version.version = procedure.version
        WHERE procedure.code = :code)"_s);
    current.bind(u":code"_s, procedure.code);
    const auto known = current.row(procedureFrom);
    if (!known) {
        return std::unexpected(known.error());
    }
    const bool isSame = *known && saysTheSame(procedure, **known);
    const int version = *known ? (*known)->version + (isSame ? 0 : 1) : 1;
    Statement upsert(m_database, uR"(
        INSERT INTO procedure (code, position, group_letter, version, active, changed_seq)
        VALUES (:code, (SELECT coalesce(max(position), -1) + 1 FROM procedure), :group, :version,
            TRUE, :seq)
        ON CONFLICT (code) DO UPDATE SET
            group_letter = excluded.group_letter, version = excluded.version, active = TRUE,
            changed_seq = excluded.changed_seq)"_s);
    upsert.bind(u":code"_s, procedure.code)
        .bindOrNull(u":group"_s, procedure.group)
        .bind(u":version"_s, version)
        .bind(u":seq"_s, seq);
    if (const auto done = upsert.run(); !done) {
        return std::unexpected(done.error());
    }
    if (isSame) {
        return version;
    }
    Statement insert(m_database, uR"(
        INSERT INTO procedure_version (code, version, detail, source, changed_seq)
        VALUES (:code, :version, :detail, :source, :seq))"_s);
    insert.bind(u":code"_s, procedure.code)
        .bind(u":version"_s, version)
        .bind(u":detail"_s, detailOf(procedure))
        .bind(u":source"_s, source == ProcedureSource::National ? FromNational : FromBranch)
        .bind(u":seq"_s, seq);
    if (const auto done = insert.run(); !done) {
        return std::unexpected(done.error());
    }
    return version;
}

Result<> CatalogueRepository::writeOffered(const Procedure &offered, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE procedure SET offered = :offered, changed_seq = :seq WHERE code = :code)"_s);
    return update.bind(u":offered"_s, detailOf(offered))
        .bind(u":seq"_s, seq)
        .bind(u":code"_s, offered.code)
        .run();
}

Result<> CatalogueRepository::writeProcedures(const Catalogue &catalogue, qint64 seq)
{
    int position = 0;
    for (const Procedure &procedure : catalogue.procedures) {
        if (const auto done = write(procedure, ProcedureSource::Branch, seq); !done) {
            return std::unexpected(done.error());
        }
        Statement place(m_database,
                        u"UPDATE procedure SET position = :position WHERE code = :code"_s);
        place.bind(u":position"_s, position++).bind(u":code"_s, procedure.code);
        if (const auto done = place.run(); !done) {
            return done;
        }
    }
    for (const Synonym &synonym : catalogue.synonyms) {
        Statement insert(m_database, uR"(
            INSERT INTO synonym (word, means, changed_seq) VALUES (:word, :means, :seq))"_s);
        insert.bind(u":word"_s, synonym.word)
            .bind(u":means"_s, QJsonDocument(QJsonArray::fromStringList(synonym.means))
                                   .toJson(QJsonDocument::Compact))
            .bind(u":seq"_s, seq);
        if (const auto done = insert.run(); !done) {
            return done;
        }
    }
    return {};
}

Result<> CatalogueRepository::writePeople(const Catalogue &catalogue, qint64 seq)
{
    for (const Counter &counter : catalogue.counters) {
        Statement upsert(m_database, uR"(
            INSERT INTO counter (number, active, changed_seq) VALUES (:number, TRUE, :seq)
            ON CONFLICT (number) DO UPDATE SET
                active = TRUE, changed_seq = excluded.changed_seq)"_s);
        upsert.bind(u":number"_s, counter.number).bind(u":seq"_s, seq);
        if (const auto done = upsert.run(); !done) {
            return done;
        }
        for (const QString &letter : counter.groups) {
            Statement insert(m_database, uR"(
                INSERT INTO counter_group (counter, group_letter, changed_seq)
                VALUES (:counter, :group, :seq))"_s);
            insert.bind(u":counter"_s, counter.number)
                .bind(u":group"_s, letter)
                .bind(u":seq"_s, seq);
            if (const auto done = insert.run(); !done) {
                return done;
            }
        }
    }
    for (const StaffMember &member : catalogue.staff) {
        Statement upsert(m_database, uR"(
            INSERT INTO staff (code, name, active, changed_seq) VALUES (:code, :name, TRUE, :seq)
            ON CONFLICT (code) DO UPDATE SET
                name = excluded.name, active = TRUE, changed_seq = excluded.changed_seq)"_s);
        upsert.bind(u":code"_s, member.code).bind(u":name"_s, member.name).bind(u":seq"_s, seq);
        if (const auto done = upsert.run(); !done) {
            return done;
        }
        for (const QString &letter : member.groups) {
            Statement insert(m_database, uR"(
                INSERT INTO staff_group (staff, group_letter, changed_seq)
                VALUES (:staff, :group, :seq))"_s);
            insert.bind(u":staff"_s, member.code).bind(u":group"_s, letter).bind(u":seq"_s, seq);
            if (const auto done = insert.run(); !done) {
                return done;
            }
        }
        for (const QString &permission : member.permissions) {
            Statement insert(m_database, uR"(
                INSERT INTO staff_permission (staff, permission, changed_seq)
                VALUES (:staff, :permission, :seq))"_s);
            insert.bind(u":staff"_s, member.code)
                .bind(u":permission"_s, permission)
                .bind(u":seq"_s, seq);
            if (const auto done = insert.run(); !done) {
                return done;
            }
        }
    }
    return {};
}

Result<> CatalogueRepository::writeCalendar(const Catalogue &catalogue, qint64 seq)
{
    for (size_t day = 0; day < catalogue.calendar.week.size(); ++day) {
        for (const Session &session : catalogue.calendar.week[day]) {
            Statement insert(m_database, uR"(
                INSERT INTO session (weekday, opens, closes, changed_seq)
                VALUES (:weekday, :opens, :closes, :seq))"_s);
            insert.bind(u":weekday"_s, static_cast<int>(day) + 1)
                .bind(u":opens"_s, timeText(session.opens))
                .bind(u":closes"_s, timeText(session.closes))
                .bind(u":seq"_s, seq);
            if (const auto done = insert.run(); !done) {
                return done;
            }
        }
    }
    for (const auto &[date, sessions] : catalogue.calendar.exceptions) {
        QJsonArray stretches;
        for (const Session &session : sessions) {
            stretches.append(QJsonArray{timeText(session.opens), timeText(session.closes)});
        }
        Statement insert(m_database, uR"(
            INSERT INTO session_exception (exception_date, sessions, changed_seq)
            VALUES (:date, :sessions, :seq))"_s);
        insert.bind(u":date"_s, date)
            .bind(u":sessions"_s, QJsonDocument(stretches).toJson(QJsonDocument::Compact))
            .bind(u":seq"_s, seq);
        if (const auto done = insert.run(); !done) {
            return done;
        }
    }
    for (const CalendarDay &day : catalogue.calendar.days) {
        Statement insert(m_database, uR"(
            INSERT INTO holiday (holiday_date, kind, name, source, changed_seq)
            VALUES (:date, :kind, :name, :source, :seq))"_s);
        insert.bind(u":date"_s, day.date)
            .bind(u":kind"_s, dayKindWord(day.kind))
            .bind(u":name"_s, day.name)
            .bind(u":source"_s, day.source)
            .bind(u":seq"_s, seq);
        if (const auto done = insert.run(); !done) {
            return done;
        }
    }
    return {};
}

Result<> CatalogueRepository::writeBranch(const Catalogue &catalogue)
{
    Statement update(m_database, uR"(
        UPDATE branch
        SET number = :number, name_vi = :name_vi, name_en = :name_en,
            organisation_vi = :organisation_vi, organisation_en = :organisation_en,
            address = :address, settings = :settings, time_zone = :time_zone,
            last_confirmed_year = :year)"_s);
    return update.bind(u":number"_s, catalogue.branchNumber)
        .bind(u":name_vi"_s, catalogue.branchName.vi)
        .bind(u":name_en"_s, catalogue.branchName.en)
        .bind(u":organisation_vi"_s, catalogue.organisation.vi)
        .bind(u":organisation_en"_s, catalogue.organisation.en)
        .bind(u":address"_s, catalogue.address)
        .bind(u":settings"_s,
              QJsonDocument(toJson(catalogue.settings)).toJson(QJsonDocument::Compact))
        .bind(u":time_zone"_s, catalogue.settings.timeZone)
        .bind(u":year"_s, catalogue.calendar.lastConfirmedYear)
        .run();
}

Result<QString> CatalogueRepository::digest()
{
    // Sorted here and not by SQL: engines disagree about the order of texts.
    std::vector<QByteArray> rows;
    for (const QString &sql :
         {u"SELECT 'branch', code, number, name_vi, name_en, organisation_vi, organisation_en,"
          " address, settings, time_zone, last_confirmed_year FROM branch"_s,
          u"SELECT 'group', letter, position, name_vi, name_en, short_name_vi, short_name_en,"
          " first_number, last_number, active FROM ticket_group"_s,
          u"SELECT 'priority', code, position, name_vi, name_en, head_start_minutes, from_age,"
          " basis, active FROM priority_class"_s,
          u"SELECT 'counter', number, active FROM counter"_s,
          u"SELECT 'counter_group', counter, group_letter FROM counter_group"_s,
          u"SELECT 'staff', code, name, active FROM staff"_s,
          u"SELECT 'staff_group', staff, group_letter FROM staff_group"_s,
          u"SELECT 'staff_permission', staff, permission FROM staff_permission"_s,
          u"SELECT 'procedure', procedure.code, procedure.position, procedure.group_letter,"
          " procedure_version.detail, procedure.active"
          " FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code"
          " AND procedure_version.version = procedure.version"_s,
          // A first version that the branch wrote adds nothing, so that what was imported before
          // there were versions still agrees with its event.
          u"SELECT 'version', procedure.code, procedure.version, procedure_version.version,"
          " procedure_version.detail, procedure_version.source"
          " FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code"
          " WHERE procedure.version > 1 OR procedure_version.version > 1"
          " OR procedure_version.source <> 'branch'"_s,
          u"SELECT 'offered', code, offered FROM procedure WHERE offered IS NOT NULL"_s,
          u"SELECT 'synonym', word, means FROM synonym"_s,
          u"SELECT 'session', weekday, opens, closes FROM session"_s,
          u"SELECT 'exception', exception_date, sessions FROM session_exception"_s,
          u"SELECT 'holiday', holiday_date, kind, name, source FROM holiday"_s}) {
        Statement select(m_database, sql);
        const auto read = select.forEach([&rows](const Row &row) {
            QByteArray &text = rows.emplace_back();
            for (int column = 0; column < row.columns(); ++column) {
                text += row.text(column).toUtf8() + '\0';
            }
        });
        if (!read) {
            return std::unexpected(read.error());
        }
    }
    std::ranges::sort(rows);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &row : rows) {
        hash.addData(row);
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<std::vector<Group>> CatalogueRepository::groups()
{
    Statement select(m_database, uR"(
        SELECT letter, name_vi, name_en, short_name_vi, short_name_en, first_number, last_number,
               active
        FROM ticket_group WHERE active ORDER BY position)"_s);
    return select.rows(groupFrom);
}

Result<std::optional<Group>> CatalogueRepository::group(const QString &letter)
{
    Statement select(m_database, uR"(
        SELECT letter, name_vi, name_en, short_name_vi, short_name_en, first_number, last_number,
               active
        FROM ticket_group WHERE letter = :letter AND active)"_s);
    select.bind(u":letter"_s, letter);
    return select.row(groupFrom);
}

Result<std::vector<PriorityClass>> CatalogueRepository::priorityClasses()
{
    Statement select(m_database, uR"(
        SELECT code, name_vi, name_en, head_start_minutes, from_age, basis
        FROM priority_class WHERE active ORDER BY position)"_s);
    return select.rows(priorityFrom);
}

Result<std::optional<PriorityClass>> CatalogueRepository::priorityClass(const QString &code)
{
    Statement select(m_database, uR"(
        SELECT code, name_vi, name_en, head_start_minutes, from_age, basis
        FROM priority_class WHERE code = :code AND active)"_s);
    select.bind(u":code"_s, code);
    return select.row(priorityFrom);
}

Result<std::vector<Counter>> CatalogueRepository::counters()
{
    Statement select(m_database, uR"(
        SELECT counter_group.counter, counter_group.group_letter
        FROM counter_group
        JOIN counter ON counter.number = counter_group.counter
        JOIN ticket_group ON ticket_group.letter = counter_group.group_letter
        WHERE counter.active AND ticket_group.active
        ORDER BY counter_group.counter, ticket_group.position)"_s);
    std::vector<Counter> counters;
    const auto read = select.forEach([&counters](const Row &row) {
        if (counters.empty() || counters.back().number != row.integer(0)) {
            counters.push_back({.number = row.integer(0), .groups = {}});
        }
        counters.back().groups.append(row.text(1));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return counters;
}

Result<std::optional<QStringList>> CatalogueRepository::groupsOfCounter(int counter)
{
    Statement select(m_database, uR"(
        SELECT counter_group.group_letter
        FROM counter_group JOIN counter ON counter.number = counter_group.counter
        JOIN ticket_group ON ticket_group.letter = counter_group.group_letter
        WHERE counter.number = :counter AND counter.active AND ticket_group.active
        AND NOT EXISTS (
            SELECT 1 FROM shift
            JOIN staff_group AS able ON able.staff = shift.staff
            WHERE shift.counter = counter_group.counter AND shift.closed_at IS NULL
            GROUP BY shift.staff
            HAVING max(CASE WHEN able.group_letter = counter_group.group_letter THEN 1 ELSE 0 END) = 0)
        ORDER BY counter_group.group_letter)"_s);
    select.bind(u":counter"_s, counter);
    const auto letters = select.rows([](const Row &row) { return row.text(0); });
    if (!letters) {
        return std::unexpected(letters.error());
    }
    if (letters->empty()) {
        return std::nullopt;
    }
    return QStringList(letters->begin(), letters->end());
}

Result<std::optional<Procedure>> CatalogueRepository::procedure(const QString &code)
{
    Statement select(m_database, uR"(
        SELECT procedure_version.detail, procedure.group_letter, procedure.version
        FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code
            AND procedure_version.version = procedure.version
        WHERE procedure.code = :code AND procedure.active)"_s);
    select.bind(u":code"_s, code);
    return select.row(procedureFrom);
}

Result<std::optional<Procedure>> CatalogueRepository::procedure(const QString &code, int version)
{
    Statement select(m_database, uR"(
        SELECT procedure_version.detail, procedure.group_letter, procedure_version.version
        FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code
        WHERE procedure.code = :code AND procedure_version.version = :version)"_s);
    select.bind(u":code"_s, code).bind(u":version"_s, version);
    return select.row(procedureFrom);
}

Result<std::vector<Procedure>> CatalogueRepository::procedures()
{
    Statement select(m_database, uR"(
        SELECT procedure_version.detail, procedure.group_letter, procedure.version
        FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code
            AND procedure_version.version = procedure.version
        WHERE procedure.active ORDER BY procedure.position)"_s);
    return select.rows(procedureFrom);
}

Result<std::map<QString, StoredProcedure>> CatalogueRepository::storedProcedures()
{
    Statement select(m_database, uR"(
        SELECT procedure_version.detail, procedure.group_letter, procedure.version,
               procedure.offered, procedure.active
        FROM procedure JOIN procedure_version ON procedure_version.code = procedure.code
            AND procedure_version.version = procedure.version)"_s);
    std::map<QString, StoredProcedure> stored;
    const auto read = select.forEach([&stored](const Row &row) {
        StoredProcedure one{
            .procedure = procedureFrom(row), .offered = {}, .active = row.boolean(4)};
        if (!row.isNull(3)) {
            one.offered = detailFrom(row.text(3));
        }
        stored.emplace(one.procedure.code, std::move(one));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return stored;
}

Result<std::vector<Synonym>> CatalogueRepository::synonyms()
{
    Statement select(m_database, u"SELECT word, means FROM synonym ORDER BY word"_s);
    return select.rows([](const Row &row) {
        Synonym synonym{row.text(0), {}};
        for (const QJsonValue &value : QJsonDocument::fromJson(row.text(1).toUtf8()).array()) {
            synonym.means.append(value.toString());
        }
        return synonym;
    });
}

Result<WorkingCalendar::Data> CatalogueRepository::calendar()
{
    WorkingCalendar::Data data;
    Statement week(m_database,
                   u"SELECT weekday, opens, closes FROM session ORDER BY weekday, opens"_s);
    bool isSound = true;
    auto read = week.forEach([&](const Row &row) {
        const int weekday = row.integer(0);
        isSound = isSound && weekday >= 1 && weekday <= 7;
        if (isSound) {
            data.week[static_cast<size_t>(weekday) - 1].push_back(
                {timeFrom(row.text(1)), timeFrom(row.text(2))});
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    if (!isSound) {
        return failure(ErrorCode::DatabaseDamaged, m_database.path(), u"a row cannot be"_s);
    }
    Statement exceptions(m_database, u"SELECT exception_date, sessions FROM session_exception"_s);
    read = exceptions.forEach([&data](const Row &row) {
        std::vector<Session> &sessions = data.exceptions[row.date(0)];
        for (const QJsonValue &value : QJsonDocument::fromJson(row.text(1).toUtf8()).array()) {
            sessions.push_back({timeFrom(value.toArray().at(0).toString()),
                                timeFrom(value.toArray().at(1).toString())});
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    Statement holidays(m_database, u"SELECT holiday_date, kind, name, source FROM holiday"_s);
    read = holidays.forEach([&data](const Row &row) {
        data.days.push_back({.date = row.date(0),
                             .kind = dayKindFromWord(row.text(1)),
                             .name = row.text(2),
                             .source = row.text(3)});
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    Statement confirmed(m_database, u"SELECT last_confirmed_year FROM branch"_s);
    const auto year = confirmed.row([](const Row &row) { return row.integer(0); });
    if (!year) {
        return std::unexpected(year.error());
    }
    data.lastConfirmedYear = year->value_or(0);
    return data;
}

} // namespace motcua
