// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counterjournal.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonObject recordOf(const QUuid &visit, const Draft &draft)
{
    return {{u"draft"_s, toJson(draft)}, {u"of"_s, idText(visit)}};
}

QJsonObject recordOf(const QUuid &intake, const Error &why)
{
    return {{u"refused"_s, word(why.code)}, {u"subject"_s, why.subject}, {u"of"_s, idText(intake)}};
}

Error errorOf(const QJsonObject &record)
{
    const QString named = record["refused"_L1].toString();
    Error error{ErrorCode::StorageFailed, record["subject"_L1].toString(), {}};
    for (int code = 0; code < std::to_underlying(ErrorCode::StorageFailed); ++code) {
        if (word(static_cast<ErrorCode>(code)) == named) {
            error.code = static_cast<ErrorCode>(code);
        }
    }
    return error;
}

QJsonObject recordOf(const QUuid &visit, const ToldVisit &told)
{
    return {{u"told"_s, told.toJson()}, {u"of"_s, idText(visit)}};
}

QJsonObject doneRecord(const QUuid &id)
{
    return {{u"done"_s, true}, {u"of"_s, idText(id)}};
}

} // namespace

CounterJournal::CounterJournal(std::unique_ptr<SealedJournal> file)
    : m_file(std::move(file))
{
}

Result<std::unique_ptr<CounterJournal>> CounterJournal::open(const QString &folder,
                                                             const QByteArray &key)
{
    // A form holds a few pages of text at the most.
    auto file = SealedJournal::open(
        folder, {.head = "motcua counter journal 1\n"_ba, .longestRecord = 256 * 1024}, key);
    if (!file) {
        return std::unexpected(file.error());
    }
    std::unique_ptr<CounterJournal> journal(new CounterJournal(std::move(*file)));
    for (const QJsonObject &record : journal->m_file->takeRecords()) {
        journal->apply(record);
    }
    if (const auto written = journal->rewrite(); !written) {
        return std::unexpected(written.error());
    }
    return journal;
}

/// Leaves what does not matter any more out.
Result<> CounterJournal::rewrite()
{
    std::vector<QJsonObject> records;
    for (const Visit &one : m_content.visits) {
        records.push_back({{u"visit"_s, one.visit.toJson()}});
        if (one.draft) {
            records.push_back(recordOf(one.visit.id, *one.draft));
        }
    }
    for (const Intake &one : m_content.intakes) {
        records.push_back({{u"intake"_s, one.intake.toJson()}});
        if (one.refused) {
            records.push_back(recordOf(one.intake.id, *one.refused));
        }
    }
    for (const Apart &one : m_content.apart) {
        records.push_back(recordOf(one.visit, one.told));
    }
    for (const OfflineRefusals &one : m_content.refusals) {
        records.push_back({{u"refusals"_s, one.toJson()}});
    }
    m_appended = 0;
    return m_file->rewrite(records);
}

/// With m_writing held.
Result<> CounterJournal::append(const QJsonObject &record)
{
    if (m_file->isUnsure()) { // the disk may have come back
        if (const auto written = rewrite(); !written) {
            return written;
        }
    }
    if (const auto kept = m_file->append(record); !kept) {
        return kept;
    }
    {
        const QMutexLocker locker(&m_mutex);
        apply(record);
    }
    // Every word of a form is a record: a long cut must not fill the disk, and what is done must not
    // lie about.
    constexpr int Most = 500;
    if (++m_appended >= Most || m_content.isEmpty()) {
        static_cast<void>(rewrite()); // else later: the record itself is kept
    }
    return {};
}

void CounterJournal::apply(const QJsonObject &record)
{
    for (const QJsonValue &one : record["all"_L1].toArray()) {
        apply(one.toObject());
    }
    const QUuid of = QUuid::fromString(record["of"_L1].toString());
    const auto visit =
        std::ranges::find(m_content.visits, of, [](const Visit &one) { return one.visit.id; });
    const auto intake =
        std::ranges::find(m_content.intakes, of, [](const Intake &one) { return one.intake.id; });
    if (record.contains("visit"_L1)) {
        const auto kept = OfflineVisit::fromJson(record["visit"_L1].toObject());
        const auto same = std::ranges::find(m_content.visits, kept.id,
                                            [](const Visit &one) { return one.visit.id; });
        if (same != m_content.visits.end()) {
            same->visit = kept;
        } else {
            m_content.visits.push_back({kept});
        }
    } else if (record.contains("intake"_L1)) {
        const auto kept = OfflineIntake::fromJson(record["intake"_L1].toObject());
        const auto same = std::ranges::find(m_content.intakes, kept.id,
                                            [](const Intake &one) { return one.intake.id; });
        if (same != m_content.intakes.end()) {
            *same = {kept}; // told under one id, so only once
        } else {
            m_content.intakes.push_back({kept});
        }
    } else if (record.contains("refusals"_L1)) {
        const auto kept = OfflineRefusals::fromJson(record["refusals"_L1].toObject());
        std::erase_if(m_content.refusals,
                      [&kept](const OfflineRefusals &one) { return one.id == kept.id; });
        m_content.refusals.push_back(kept);
    } else if (record.contains("draft"_L1)) {
        if (visit != m_content.visits.end()) {
            visit->draft = draftFromJson(record["draft"_L1].toObject());
        }
    } else if (record.contains("refused"_L1)) {
        if (intake != m_content.intakes.end()) {
            intake->refused = errorOf(record);
        }
    } else if (record.contains("told"_L1)) {
        const auto told = ToldVisit::fromJson(record["told"_L1].toObject());
        if (visit != m_content.visits.end()) {
            m_content.visits.erase(visit);
        }
        if (!told.apart.isEmpty()) {
            m_content.apart.push_back({of, told});
        }
    } else if (record.contains("done"_L1)) {
        if (visit != m_content.visits.end()) {
            m_content.visits.erase(visit);
        }
        if (intake != m_content.intakes.end()) {
            m_content.intakes.erase(intake);
        }
        std::erase_if(m_content.apart, [&of](const Apart &one) { return one.visit == of; });
        std::erase_if(m_content.refusals,
                      [&of](const OfflineRefusals &one) { return one.id == of; });
    }
}

CounterJournal::Content CounterJournal::content() const
{
    const QMutexLocker locker(&m_mutex);
    return m_content;
}

Result<> CounterJournal::keep(const Step &step)
{
    QJsonArray all;
    if (step.visit) {
        all.append(QJsonObject{{u"visit"_s, step.visit->toJson()}});
    }
    if (step.draft) {
        all.append(recordOf(step.draftOf, *step.draft));
    }
    if (step.intake) {
        all.append(QJsonObject{{u"intake"_s, step.intake->toJson()}});
    }
    if (step.refusals) {
        all.append(QJsonObject{{u"refusals"_s, step.refusals->toJson()}});
    }
    if (!step.dropped.isNull()) {
        all.append(doneRecord(step.dropped));
    }
    const QMutexLocker writing(&m_writing);
    return append({{u"all"_s, all}}); // one record, so that a power cut leaves no half of it
}

Result<> CounterJournal::settle(const Visit &kept, const ToldVisit &told)
{
    const QMutexLocker writing(&m_writing);
    const bool isSame = std::ranges::any_of(m_content.visits, [&kept](const Visit &one) {
        return one.visit == kept.visit && one.draft == kept.draft;
    });
    if (!isSame) {
        return {};
    }
    QJsonArray all{recordOf(kept.visit.id, told)};
    const OfflineVisit &visit = kept.visit;
    const bool isBegun =
        kept.draft && *kept.draft != Draft() && visit.leg.state != LegState::Completed;
    if (!told.apart.isEmpty() && isBegun) {
        const OfflineIntake begun{.id = QUuid::createUuid(),
                                  .visit = visit.id,
                                  .ticket = visit.ticket,
                                  .date = visit.date,
                                  .counter = visit.counter,
                                  .staff = visit.staff,
                                  .recordedAt = visit.leg.endedAt,
                                  .form = *kept.draft};
        all.append(QJsonObject{{u"intake"_s, begun.toJson()}});
        all.append(
            recordOf(begun.id, Error{ErrorCode::IllegalTransition, visit.ticket.toString(), {}}));
    }
    return append({{u"all"_s, all}});
}

Result<> CounterJournal::refuse(const QUuid &intake, const Error &why)
{
    const QMutexLocker writing(&m_writing);
    return append(recordOf(intake, why));
}

Result<> CounterJournal::drop(const QUuid &id)
{
    const QMutexLocker writing(&m_writing);
    return append(doneRecord(id));
}

} // namespace motcua
