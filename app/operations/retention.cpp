// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/retention.h"

#include "core/wordtable.h"
#include "operations/counteraccess.h"
#include "operations/intakes.h"
#include "operations/ratings.h"
#include "storage/appointmentrepository.h"
#include "storage/formrepository.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<RetentionClass, 4> ClassWords({
    {RetentionClass::Appointments, "appointments"_L1},
    {RetentionClass::Comments, "comments"_L1},
    {RetentionClass::Advice, "advice"_L1},
    {RetentionClass::Dossiers, "dossiers"_L1},
});

QString word(RetentionClass what)
{
    return ClassWords.wordOf(what);
}

QJsonObject Erasure::toJson() const
{
    QJsonArray classes;
    for (const ErasureLine &line : lines) {
        classes.append(QJsonObject{{u"class"_s, word(line.what)},
                                   {u"before"_s, line.before.toString(Qt::ISODate)},
                                   {u"count"_s, line.count},
                                   {u"oldest"_s, line.oldest.toString(Qt::ISODate)},
                                   {u"open"_s, line.open}});
    }
    return {{u"classes"_s, classes}, {u"people"_s, people}};
}

Erasure Erasure::fromJson(const QJsonObject &json)
{
    Erasure erasure;
    const QJsonArray classes = json["classes"_L1].toArray();
    for (size_t i = 0; i < erasure.lines.size(); ++i) {
        const QJsonObject line = classes[static_cast<qsizetype>(i)].toObject();
        erasure.lines.at(i) = {
            .what = ClassWords.valueOf(line["class"_L1].toString()).value_or(RetentionClass{}),
            .before = QDate::fromString(line["before"_L1].toString(), Qt::ISODate),
            .count = line["count"_L1].toInt(),
            .oldest = QDate::fromString(line["oldest"_L1].toString(), Qt::ISODate),
            .open = line["open"_L1].toInt()};
    }
    erasure.people = json["people"_L1].toInt();
    return erasure;
}

namespace {

/// What is due of one class: each with the id its event names, and its day.
struct Due
{
    QString id;
    QDate day;
    bool isOpen = false; ///< see ErasureLine::open
};

QString selectOf(RetentionClass what)
{
    switch (what) {
    case RetentionClass::Appointments:
        return uR"(
            SELECT code, booked_date, FALSE FROM appointment
            WHERE booked_date < :before AND (phone_hash IS NOT NULL OR id_hash IS NOT NULL)
            ORDER BY booked_date)"_s;
    case RetentionClass::Comments: // who deals with one late cannot keep it for ever
        return uR"(
            SELECT id, business_date, state = 'received' FROM rating
            WHERE state IS NOT NULL AND business_date < :before AND content NOT LIKE 'erased:%'
            ORDER BY business_date)"_s;
    case RetentionClass::Advice:
        return uR"(
            SELECT id, business_date, FALSE FROM intake
            WHERE dossier IS NULL AND business_date < :before AND content NOT LIKE 'erased:%'
            ORDER BY business_date)"_s;
    case RetentionClass::Dossiers:
        break;
    }
    return uR"(
        SELECT dossier.id, max(intake.business_date), FALSE
        FROM dossier JOIN intake ON intake.dossier = dossier.id
        WHERE dossier.state IN ('supplement', 'refused', 'returned')
        GROUP BY dossier.id
        HAVING max(intake.business_date) < :before
           AND max(CASE WHEN intake.content LIKE 'erased:%' THEN 0 ELSE 1 END) = 1
        ORDER BY 2)"_s;
}

int daysKept(const BranchSettings &settings, RetentionClass what)
{
    switch (what) {
    case RetentionClass::Appointments:
        return settings.keepAppointmentsDays;
    case RetentionClass::Comments:
        return settings.keepCommentsDays;
    case RetentionClass::Advice:
        return settings.keepAdviceDays;
    case RetentionClass::Dossiers:
        break;
    }
    return settings.keepDossiersDays;
}

Result<std::vector<Due>> readDue(Database &database, const ErasureLine &line)
{
    if (line.before.isNull()) {
        return {};
    }
    const QString sql = selectOf(line.what);
    Statement select(database, sql);
    return select.bind(u":before"_s, line.before).rows([](const Row &row) {
        return Due{row.text(0), row.date(1), row.boolean(2)};
    });
}

/// The lines for @p today and what each of them stands for.
Result<std::array<std::pair<ErasureLine, std::vector<Due>>, 4>> collect(
    Database &database, const BranchSettings &settings, const QDate &today)
{
    std::array<std::pair<ErasureLine, std::vector<Due>>, 4> all;
    for (size_t i = 0; i < all.size(); ++i) {
        auto &[line, due] = all.at(i);
        line.what = static_cast<RetentionClass>(i);
        if (const int days = daysKept(settings, line.what); days > 0) {
            line.before = today.addDays(-days);
        }
        auto read = readDue(database, line);
        if (!read) {
            return std::unexpected(read.error());
        }
        due = std::move(*read);
        line.count = static_cast<int>(due.size());
        line.oldest = due.empty() ? QDate() : due.front().day;
        line.open = static_cast<int>(std::ranges::count_if(due, &Due::isOpen));
    }
    return all;
}

/// One erasure under the branch lock.
class Eraser
{
public:
    Eraser(BranchTransaction &command, QString staff)
        : m_command(command)
        , m_intakes(command.database())
        , m_staff(std::move(staff))
    {
    }

    Result<Erasure> run();

private:
    Result<> erase(const ErasureLine &line, const std::vector<Due> &due);
    Result<> eraseVisits(const std::vector<StoredIntake> &visits);
    Result<> eraseForms(const QUuid &dossier);
    Result<> tell(const ErasureLine &line, QJsonObject facts);

    BranchTransaction &m_command;
    IntakeRepository m_intakes;
    QString m_staff;
    std::set<QUuid> m_people; ///< who is named in what was erased
};

Result<> Eraser::tell(const ErasureLine &line, QJsonObject facts)
{
    facts.insert(u"class"_s, word(line.what));
    facts.insert(u"before"_s, line.before.toString(Qt::ISODate));
    facts.insert(u"staff"_s, m_staff);
    return m_command.append(EventKind::PersonalDataErased, {}, facts);
}

Result<> Eraser::eraseVisits(const std::vector<StoredIntake> &visits)
{
    for (const StoredIntake &visit : visits) {
        const QString mark = erasedContent(visit.content);
        if (const auto done = m_intakes.eraseContent(visit.id, mark, m_command.nextSeq()); !done) {
            return done;
        }
        m_people.insert({visit.applicant, visit.owner});
    }
    return {};
}

Result<> Eraser::eraseForms(const QUuid &dossier)
{
    FormRepository repository(m_command.database());
    const auto forms = repository.formsOf(dossier);
    if (!forms) {
        return std::unexpected(forms.error());
    }
    for (const StoredForm &form : *forms) {
        const auto done =
            repository.eraseContent(form.id, erasedContent(form.content), m_command.nextSeq());
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> Eraser::erase(const ErasureLine &line, const std::vector<Due> &due)
{
    if (due.empty()) {
        return {};
    }
    switch (line.what) {
    case RetentionClass::Appointments: {
        AppointmentRepository appointments(m_command.database());
        const auto done = appointments.eraseBefore(line.before, m_command.nextSeq());
        if (!done) {
            return done;
        }
        const auto digest = appointments.digest();
        return digest ? tell(line, {{u"digest"_s, *digest}, {u"count"_s, line.count}})
                      : std::unexpected(digest.error());
    }
    case RetentionClass::Comments:
        for (const Due &one : due) {
            const auto done =
                eraseComment(m_command.database(), QUuid::fromString(one.id), m_command.nextSeq());
            if (!done) {
                return done;
            }
            if (const auto told = tell(line, {{u"rating"_s, one.id}}); !told) {
                return told;
            }
        }
        return {};
    case RetentionClass::Advice:
        for (const Due &one : due) {
            const auto visit = m_intakes.intake(QUuid::fromString(one.id));
            if (!visit) {
                return std::unexpected(visit.error());
            }
            if (const auto done =
                    eraseVisits(*visit ? std::vector{**visit} : std::vector<StoredIntake>());
                !done) {
                return done;
            }
            if (const auto told = tell(line, {{u"intake"_s, one.id}}); !told) {
                return told;
            }
        }
        return {};
    case RetentionClass::Dossiers:
        break;
    }
    for (const Due &one : due) {
        const QUuid dossier = QUuid::fromString(one.id);
        const auto visits = m_intakes.intakesOf(dossier);
        if (!visits) {
            return std::unexpected(visits.error());
        }
        if (const auto done = eraseVisits(*visits); !done) {
            return done;
        }
        if (const auto done = eraseForms(dossier); !done) {
            return done;
        }
        if (const auto told = tell(line, {{u"dossier"_s, one.id}}); !told) {
            return told;
        }
    }
    return {};
}

Result<Erasure> Eraser::run()
{
    const Branch &branch = m_command.branch();
    const auto all = collect(m_command.database(), branch.settings, branch.businessDate);
    if (!all) {
        return std::unexpected(all.error());
    }
    Erasure erasure;
    for (size_t i = 0; i < all->size(); ++i) {
        const auto &[line, due] = all->at(i);
        if (const auto done = erase(line, due); !done) {
            return std::unexpected(done.error());
        }
        erasure.lines.at(i) = line;
    }
    m_people.erase(QUuid());
    for (const QUuid &person : m_people) {
        const auto erased = m_intakes.erasePerson(person, m_command.branch().seq);
        if (!erased) {
            return std::unexpected(erased.error());
        }
        erasure.people += *erased ? 1 : 0;
    }
    return erasure;
}

/// Nothing when the clock can be believed, see erase().
Result<> checkClock(Database &database, const Branch &branch, const QDateTime &clock,
                    const std::optional<QDate> &today)
{
    const QDate told = clock.toTimeZone(branch.timeZone()).date();
    const auto doubtful = [&told] {
        return failure(ErrorCode::ClockDoubtful, told.toString(Qt::ISODate));
    };
    if (branch.businessDate != told || branch.clock.lead != 0 || (today && *today != told)) {
        return doubtful();
    }
    if (today) {
        return {};
    }
    constexpr qint64 LongestRest = qint64{36} * 3600 * 1000;
    Statement select(database, uR"(
        SELECT max(closed_at) FROM business_day WHERE business_date < :today)"_s);
    select.bind(u":today"_s, told);
    const auto worked = select.row([](const Row &row) { return row.bigInteger(0); });
    if (!worked) {
        return std::unexpected(worked.error());
    }
    const qint64 closedAt = worked->value_or(0);
    return closedAt != 0 && clock.toMSecsSinceEpoch() - closedAt > LongestRest ? doubtful()
                                                                               : Result<>();
}

} // namespace

Result<Erasure> previewErasure(Database &database, const QDateTime &clock)
{
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const auto all =
        collect(database, branch->settings, clock.toTimeZone(branch->timeZone()).date());
    if (!all) {
        return std::unexpected(all.error());
    }
    Erasure erasure;
    std::ranges::transform(*all, erasure.lines.begin(), [](const auto &one) { return one.first; });
    return erasure;
}

Result<Erasure> erase(Database &database, const CommandContext &context, const QString &staff,
                      const std::optional<QDate> &today)
{
    return runCommand<Erasure>(database, context,
                               {{u"command"_s, u"erase"_s},
                                {u"staff"_s, staff},
                                {u"today"_s, today ? today->toString(Qt::ISODate) : QString()}},
                               [&](BranchTransaction &command) -> Result<Erasure> {
                                   const auto known = checkStaff(database, staff);
                                   if (!known) {
                                       return std::unexpected(known.error());
                                   }
                                   const auto checked =
                                       checkClock(database, command.branch(), context.clock, today);
                                   if (!checked) {
                                       return std::unexpected(checked.error());
                                   }
                                   return Eraser(command, staff).run();
                               });
}

} // namespace motcua
