// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/branchsync.h"

#include "core/event.h"
#include "storage/branchtransaction.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "sync/centrelink.h"
#include "sync/syncedtable.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject SyncReport::toJson() const
{
    const auto days = [](const std::vector<QDate> &all) {
        QJsonArray array;
        for (const QDate &day : all) {
            array.append(day.toString(Qt::ISODate));
        }
        return array;
    };
    return {{u"branch"_s, branch},
            {u"rows_sent"_s, rowsSent},
            {u"rows_written"_s, rowsWritten},
            {u"bytes"_s, bytes},
            {u"days_proven"_s, static_cast<qint64>(proven.size())},
            {u"days_unproven"_s, days(unproven)},
            {u"cursor"_s, cursor},
            {u"head"_s, head},
            {u"set_aside"_s, setAside},
            {u"round_trips"_s, roundTrips},
            {u"published"_s, published}};
}

namespace {

using DayPart = std::pair<QDate, QString>; ///< a closed day and "hall" or "desk"

struct DayProof
{
    DayPart what;
    qint64 rows = 0;
    QString digest;
    qint64 seq = 0; ///< the event that changed any of its rows last
    bool isMatched = true;
};

/// What goes up in one transaction of the centre.
struct Batch
{
    qint64 from = 0;
    QString fromHash;
    qint64 to = 0;
    QString toHash;
    qint64 head = 0;
    QByteArray lines = {};
    int rows = 0;
    std::vector<DayProof> proofs = {};
    bool isComplete = false; ///< nothing is left to send or to prove after it
};

class Sync
{
public:
    Sync(Database &database, QString url, qint64 now, const SyncOptions &options)
        : m_database(database)
        , m_url(std::move(url))
        , m_now(now)
        , m_options(options)
    {
    }

    [[nodiscard]] Result<SyncReport> run();

private:
    [[nodiscard]] Result<> greet();
    [[nodiscard]] Result<> judge(const std::vector<QString> &answer);
    [[nodiscard]] Result<> beginEpoch(int known);
    [[nodiscard]] Result<> refuse(ErrorCode code, const QString &kind, const QString &subject);
    [[nodiscard]] Result<> sendNew();
    [[nodiscard]] Result<> sendDay(const QDate &day);
    [[nodiscard]] Result<> remember();

    [[nodiscard]] Result<Batch> readNew(qint64 from, const QString &fromHash);
    [[nodiscard]] Result<Batch> readDay(const QDate &day);
    [[nodiscard]] Result<Branch> beginBatch();
    [[nodiscard]] Result<> proveAll(Batch &batch);
    [[nodiscard]] Result<> proveClosedIn(Batch &batch);
    [[nodiscard]] Result<std::vector<DayPart>> daysToProve(qint64 head) const;
    [[nodiscard]] Result<DayProof> proofOf(const DayPart &what) const;
    [[nodiscard]] Result<QString> eventHash(qint64 seq) const;

    [[nodiscard]] Result<> send(const Batch &batch);
    [[nodiscard]] Result<> finish(Batch &batch);
    [[nodiscard]] Result<> isolate(const Batch &batch);
    [[nodiscard]] Result<bool> tryLines(const QByteArrayList &lines, qsizetype from,
                                        qsizetype count);
    void takeAnswer(const CentreLink::Rows &answer, Batch &batch);

    Database &m_database;
    QString m_url;
    qint64 m_now;
    const SyncOptions &m_options;
    std::optional<CentreLink> m_link;
    Branch m_branch;
    SyncMemory m_memory;
    qint64 m_split = 0; ///< events up to it are at the centre since before a restore
    QString m_cursorHash;
    qint64 m_step = 0;                                       ///< events of the next batch
    std::map<DayPart, std::pair<DayProof, qint64>> m_proven; ///< in this run, at which event
    std::set<QDate> m_again;                                 ///< days that were sent once more
    std::set<QByteArray> m_aside; ///< lines that the centre does not take
    SyncReport m_report;
};

Result<> Sync::refuse(ErrorCode code, const QString &kind, const QString &subject)
{
    static_cast<void>(m_link->ask(u"SELECT raise_alarm($1, $2)"_s, {kind, subject}));
    return failure(code, subject);
}

Result<QString> Sync::eventHash(qint64 seq) const
{
    if (seq == 0) {
        return u""_s;
    }
    Statement select(m_database, u"SELECT hash FROM event WHERE seq = :seq"_s);
    const auto hash = select.bind(u":seq"_s, seq).row([](const Row &row) { return row.text(0); });
    return hash ? Result<QString>(hash->value_or(QString())) : std::unexpected(hash.error());
}

Result<> Sync::greet()
{
    if (!m_link) {
        auto link = CentreLink::open(m_url);
        if (!link) {
            return std::unexpected(link.error());
        }
        m_link.emplace(std::move(*link));
    }
    const auto answer = m_link->run(
        stageSql()
        + u" SELECT verdict, cursor_seq, cursor_hash, epoch, split_seq, published, public_key,"
          " oldest_format, newest_format FROM hello('%1', %2, %3)"_s.arg(
              m_branch.id.toString(QUuid::WithoutBraces), m_link->quoted(m_branch.code),
              QString::number(m_branch.epoch)));
    if (!answer) {
        return std::unexpected(answer.error());
    }
    return judge(answer->front());
}

Result<> Sync::judge(const std::vector<QString> &answer)
{
    enum { Verdict, Cursor, Hash, Epoch, Split, Published, Key, Oldest, Newest };
    const QString &verdict = answer[Verdict];
    if (verdict == "denied"_L1) {
        return failure(ErrorCode::CentreDenied, m_link->name());
    }
    if (verdict == "branch"_L1) {
        return failure(ErrorCode::WrongBranch, m_branch.code);
    }
    if (verdict == "identity"_L1 || verdict == "older"_L1) {
        return refuse(ErrorCode::SyncIdentity, u"identity"_s, m_branch.code);
    }
    if (LineFormat < answer[Oldest].toInt() || LineFormat > answer[Newest].toInt()) {
        const bool isOld = LineFormat < answer[Oldest].toInt();
        return refuse(ErrorCode::SyncFormat, u"format"_s, isOld ? u"branch"_s : u"centre"_s);
    }
    if (verdict == "newer"_L1) {
        const auto begun = beginEpoch(answer[Epoch].toInt());
        return begun ? greet() : begun;
    }
    m_report.cursor = answer[Cursor].toLongLong();
    m_cursorHash = answer[Hash];
    m_split = answer[Split].toLongLong();
    // A centre that was put back knows of no later proof.
    m_memory.provenSeq = std::min(m_memory.provenSeq, m_report.cursor);
    m_report.published = answer[Published].toLongLong();
    m_report.publicKey = answer[Key];
    const auto own = eventHash(m_report.cursor);
    if (!own) {
        return std::unexpected(own.error());
    }
    if (*own != m_cursorHash) { // a branch that is behind it has none
        return refuse(ErrorCode::SyncIdentity, u"identity"_s, m_branch.code);
    }
    return {};
}

Result<> Sync::beginEpoch(int known)
{
    Statement select(m_database, u"SELECT seq, body FROM event WHERE kind = :kind ORDER BY seq"_s);
    const auto restores =
        select.bind(u":kind"_s, word(EventKind::BranchRestored)).rows([](const Row &row) {
            const auto body = QJsonDocument::fromJson(row.text(1).toUtf8());
            return std::pair(row.bigInteger(0), body["epoch"_L1].toInt());
        });
    if (!restores) {
        return std::unexpected(restores.error());
    }
    const auto first = std::ranges::find_if(
        *restores, [known](const auto &restore) { return restore.second > known; });
    if (first == restores->end()) {
        return refuse(ErrorCode::SyncIdentity, u"identity"_s, m_branch.code);
    }
    const qint64 split = first->first - 1;
    const auto hash = eventHash(split);
    if (!hash) {
        return std::unexpected(hash.error());
    }
    const auto begun =
        m_link->ask(u"SELECT begin_epoch($1, $2, $3)"_s,
                    {QString::number(m_branch.epoch), QString::number(split), *hash});
    return begun ? Result<>() : std::unexpected(begun.error());
}

/// Adds the lines that @p select gives to @p batch.
static Result<> addRows(Batch &batch, Statement &select)
{
    return select.forEach([&batch](const Row &row) {
        batch.lines += row.text(0).toUtf8();
        batch.lines += '\n';
        ++batch.rows;
    });
}

/// The branch's row within a transaction that reads, unless it is another life than at the start.
Result<Branch> Sync::beginBatch()
{
    auto branch = readBranch(m_database);
    if (branch && (branch->retired || branch->epoch != m_branch.epoch)) {
        return failure(ErrorCode::DatabaseReplaced, m_database.path());
    }
    return branch;
}

Result<Batch> Sync::readNew(qint64 from, const QString &fromHash)
{
    auto moment = Transaction::beginReading(m_database);
    if (!moment) {
        return std::unexpected(moment.error());
    }
    const auto branch = beginBatch();
    if (!branch) {
        return std::unexpected(branch.error());
    }
    Batch batch{.from = from, .fromHash = fromHash, .toHash = {}, .head = branch->seq};
    batch.to = std::min(branch->seq, from + m_step);
    int place = 0;
    for (const SyncedTable &table : syncedTables()) {
        ++place;
        const bool isEvent = table.name == "event"_L1;
        const QString seq = table.name + u'.' + table.seqColumn();
        QString sql = u"SELECT %1 FROM %2 WHERE %3 > :from AND %3 <= :until"_s.arg(
            lineOf(table, place, LineFor::Stage), table.name, seq);
        if (table.isErasable) {
            sql += u" UNION ALL SELECT %1 FROM %2 WHERE id IN (SELECT row_id FROM erasure"
                   " WHERE changed_seq > :from2 AND changed_seq <= :until2)"
                   " AND NOT (%3 > :from3 AND %3 <= :until3)"_s.arg(
                       lineOf(table, place, LineFor::Stage), table.name, seq);
        }
        Statement select(m_database, sql);
        select.bind(u":from"_s, isEvent ? std::max(from, m_split) : from)
            .bind(u":until"_s, batch.to);
        if (table.isErasable) {
            select.bind(u":from2"_s, from).bind(u":until2"_s, batch.to);
            select.bind(u":from3"_s, from).bind(u":until3"_s, batch.to);
        }
        if (const auto added = addRows(batch, select); !added) {
            return std::unexpected(added.error());
        }
    }
    const auto hash = eventHash(batch.to);
    if (!hash) {
        return std::unexpected(hash.error());
    }
    batch.toHash = *hash;
    if (const auto proven = batch.to == batch.head ? proveAll(batch) : proveClosedIn(batch);
        !proven) {
        return std::unexpected(proven.error());
    }
    if (batch.rows > 0) { // as many events as would have made the rows that are wanted
        m_step = std::clamp(m_step * m_options.batchRows / batch.rows,
                            std::max<qint64>(m_step / 2, 1), m_step * 2);
    }
    return batch;
}

/// What is still to be proven when the centre has everything.
Result<> Sync::proveAll(Batch &batch)
{
    const auto days = daysToProve(batch.head);
    if (!days) {
        return std::unexpected(days.error());
    }
    constexpr std::ptrdiff_t MostAtOnce = 40;
    const std::ptrdiff_t count = std::min(std::ssize(*days), MostAtOnce);
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const auto proof = proofOf((*days)[static_cast<size_t>(i)]);
        if (!proof) {
            return std::unexpected(proof.error());
        }
        batch.proofs.push_back(*proof);
    }
    batch.isComplete = count == std::ssize(*days);
    return {};
}

/// Days that this batch closes and no later event has changed. Proven now, while the centre works on
/// the batch before, they do not all come at the end of a week.
Result<> Sync::proveClosedIn(Batch &batch)
{
    // An erasure changes a visit, but not the event that orders it.
    Statement select(m_database, uR"(
        SELECT business_date FROM business_day
        WHERE closed_at IS NOT NULL AND changed_seq > :from AND changed_seq <= :until
          AND NOT EXISTS (SELECT 1 FROM erasure WHERE changed_seq > :until2))"_s);
    const auto days = select.bind(u":from"_s, batch.from)
                          .bind(u":until"_s, batch.to)
                          .bind(u":until2"_s, batch.to)
                          .rows([](const Row &row) { return row.date(0); });
    if (!days) {
        return std::unexpected(days.error());
    }
    for (const QDate &day : *days) {
        for (const QString &part : {u"hall"_s, u"desk"_s}) {
            auto proof = proofOf({day, part});
            if (!proof) {
                return std::unexpected(proof.error());
            }
            if (proof->seq <= batch.to) {
                batch.proofs.push_back(std::move(*proof));
            }
        }
    }
    return {};
}

Result<Batch> Sync::readDay(const QDate &day)
{
    auto moment = Transaction::beginReading(m_database);
    if (!moment) {
        return std::unexpected(moment.error());
    }
    const auto branch = beginBatch();
    if (!branch) {
        return std::unexpected(branch.error());
    }
    Batch batch{.from = m_report.cursor,
                .fromHash = m_cursorHash,
                .to = m_report.cursor,
                .toHash = m_cursorHash,
                .head = branch->seq};
    int place = 0;
    for (const SyncedTable &table : syncedTables()) {
        ++place;
        QString those;
        if (table.hasDay()) {
            those = u"business_date = :day"_s;
        } else if (table.name == "event"_L1) {
            those =
                u"seq >= (SELECT min(arrival_seq) FROM leg WHERE business_date = :day) AND seq <="
                " (SELECT changed_seq FROM business_day WHERE business_date = :day2)"_s;
        } else if (table.name == "person"_L1) {
            those = u"id IN (SELECT applicant FROM intake WHERE business_date = :day"
                    " UNION SELECT owner FROM intake WHERE business_date = :day2)"_s;
        } else if (table.name == "issued_form"_L1) {
            those = u"dossier IN (SELECT dossier FROM intake WHERE business_date = :day)"_s;
        } else {
            continue;
        }
        Statement select(m_database, u"SELECT %1 FROM %2 WHERE %3"_s.arg(
                                         lineOf(table, place, LineFor::Stage), table.name, those));
        select.bind(u":day"_s, day);
        if (those.contains(u":day2"_s)) {
            select.bind(u":day2"_s, day);
        }
        if (const auto added = addRows(batch, select); !added) {
            return std::unexpected(added.error());
        }
    }
    return batch;
}

Result<std::vector<DayPart>> Sync::daysToProve(qint64 head) const
{
    // Closed, and changed since all was proven last: with the event that changed it last.
    static const QString touched = uR"(
        SELECT business_day.business_date, part, max(touched_seq) FROM (
            SELECT business_date, 'hall' AS part, changed_seq AS touched_seq FROM business_day
            WHERE changed_seq > :p1
            UNION ALL SELECT business_date, 'desk', changed_seq FROM business_day
            WHERE changed_seq > :p2
            UNION ALL SELECT business_date, 'hall', changed_seq FROM waiting_line
            WHERE changed_seq > :p3
            UNION ALL SELECT business_date, 'hall', changed_seq FROM ticket WHERE changed_seq > :p4
            UNION ALL SELECT business_date, 'hall', changed_seq FROM leg WHERE changed_seq > :p5
            UNION ALL SELECT business_date, 'desk', changed_seq FROM dossier WHERE changed_seq > :p6
            UNION ALL SELECT business_date, 'desk', changed_seq FROM intake WHERE changed_seq > :p7
            UNION ALL SELECT business_date, 'desk', changed_seq FROM rating WHERE changed_seq > :p9
            UNION ALL SELECT intake.business_date, 'desk', erasure.changed_seq
            FROM erasure JOIN intake ON intake.id = erasure.row_id WHERE erasure.changed_seq > :p8
            UNION ALL SELECT business_date, part, seq FROM day_proof WHERE NOT matched
        ) AS change JOIN business_day ON business_day.business_date = change.business_date
        WHERE closed_at IS NOT NULL
        GROUP BY business_day.business_date, part
        ORDER BY business_day.business_date, part)"_s;
    Statement select(m_database, touched);
    constexpr int Places = 9;
    for (int i = 1; i <= Places; ++i) {
        select.bind(u":p%1"_s.arg(i), m_memory.provenSeq);
    }
    const auto rows = select.rows([](const Row &row) {
        return std::pair(DayPart(row.date(0), row.text(1)), row.bigInteger(2));
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<DayPart> days;
    for (const auto &[what, seq] : *rows) {
        const auto proven = m_proven.find(what);
        if (seq <= head && (proven == m_proven.end() || proven->second.second < seq)) {
            days.push_back(what);
        }
    }
    return days;
}

Result<DayProof> Sync::proofOf(const DayPart &what) const
{
    DayProof proof{.what = what, .digest = {}};
    QByteArrayList lines;
    int place = 0;
    for (const SyncedTable &table : syncedTables()) {
        ++place;
        if (table.part != what.second) {
            continue;
        }
        Statement select(m_database,
                         u"SELECT %1, changed_seq FROM %2 WHERE business_date = :day"_s.arg(
                             lineOf(table, place, LineFor::Branch), table.name));
        select.bind(u":day"_s, what.first);
        const auto read = select.forEach([&](const Row &row) {
            lines.append(row.text(0).toUtf8());
            proof.seq = std::max(proof.seq, row.bigInteger(1));
        });
        if (!read) {
            return std::unexpected(read.error());
        }
    }
    std::ranges::sort(lines);
    proof.rows = lines.size();
    proof.digest = QString::fromLatin1(
        QCryptographicHash::hash(lines.join('\n'), QCryptographicHash::Sha256).toHex());
    return proof;
}

Result<> Sync::send(const Batch &batch)
{
    if (m_options.isStopped && m_options.isStopped()) {
        return failure(ErrorCode::Interrupted);
    }
    QJsonArray proofs;
    for (const DayProof &proof : batch.proofs) {
        proofs.append(QJsonArray{proof.what.first.toString(Qt::ISODate), proof.what.second,
                                 proof.rows, proof.digest});
    }
    const QString sql =
        u"BEGIN; COPY pg_temp.stage FROM STDIN (NULL ''); SELECT written, unproven FROM"
        " receive(%1, %2, '%3', %4, '%5', %6, %7, '%8'); COMMIT"_s.arg(m_branch.epoch)
            .arg(batch.from)
            .arg(batch.fromHash)
            .arg(batch.to)
            .arg(batch.toHash)
            .arg(batch.rows)
            .arg(batch.head)
            .arg(QString::fromUtf8(QJsonDocument(proofs).toJson(QJsonDocument::Compact)));
    return m_link->send(sql, batch.lines);
}

void Sync::takeAnswer(const CentreLink::Rows &answer, Batch &batch)
{
    m_report.rowsWritten += answer.front()[0].toLongLong();
    const QJsonArray unproven = QJsonDocument::fromJson(answer.front()[1].toUtf8()).array();
    for (const QJsonValue &one : unproven) {
        const DayPart what(QDate::fromString(one[0].toString(), Qt::ISODate), one[1].toString());
        const auto proof = std::ranges::find(batch.proofs, what, &DayProof::what);
        if (proof != batch.proofs.end()) {
            proof->isMatched = false;
        }
    }
}

/// Waits for the answer to @p batch, and does without the rows that no table takes.
Result<> Sync::finish(Batch &batch)
{
    auto answer = m_link->answer();
    constexpr int Tries = 3;
    for (int tries = 1; !answer; ++tries) {
        if (!m_link->wasRowRefused()) {
            return std::unexpected(answer.error());
        }
        if (tries == Tries) {
            if (const auto isolated = isolate(batch); !isolated) {
                return isolated;
            }
            batch.lines.clear();
            batch.rows = 0;
        } else if (tries > Tries) {
            return std::unexpected(answer.error());
        }
        if (const auto sent = send(batch); !sent) {
            return sent;
        }
        answer = m_link->answer();
    }
    takeAnswer(*answer, batch);
    m_report.cursor = batch.to;
    m_report.head = batch.head;
    m_cursorHash = batch.toHash;
    m_report.bytes += batch.lines.size();
    m_report.rowsSent += batch.rows;
    ++m_report.batches;
    for (const DayProof &proof : batch.proofs) {
        m_proven[proof.what] = {proof, batch.to};
    }
    if (m_options.progress) {
        m_options.progress({m_report.rowsSent, m_report.bytes, m_report.cursor, m_report.head});
    }
    return {};
}

Result<bool> Sync::tryLines(const QByteArrayList &lines, qsizetype from, qsizetype count)
{
    Batch part{.from = m_report.cursor,
               .fromHash = m_cursorHash,
               .to = m_report.cursor,
               .toHash = m_cursorHash,
               .head = m_report.cursor};
    part.rows = static_cast<int>(count);
    for (qsizetype i = from; i < from + count; ++i) {
        part.lines += lines[i] + '\n';
    }
    if (const auto sent = send(part); !sent) {
        return std::unexpected(sent.error());
    }
    const auto answer = m_link->answer();
    if (answer) {
        takeAnswer(*answer, part);
        m_report.rowsSent += part.rows;
        m_report.bytes += part.lines.size();
        return true;
    }
    return m_link->wasRowRefused() ? Result<bool>(false) : std::unexpected(answer.error());
}

/// Brings all rows of @p batch that the centre takes, by halves, and puts the others aside there.
Result<> Sync::isolate(const Batch &batch)
{
    QByteArrayList lines = batch.lines.split('\n');
    lines.removeLast();
    std::vector<std::pair<qsizetype, qsizetype>> pieces{{0, lines.size()}};
    while (!pieces.empty()) {
        const auto [from, count] = pieces.back();
        pieces.pop_back();
        const auto taken = tryLines(lines, from, count);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        if (*taken) {
            continue;
        }
        if (count > 1) {
            const qsizetype half = count / 2;
            pieces.emplace_back(from + half, count - half);
            pieces.emplace_back(from, half);
            continue;
        }
        const QString state = m_link->state();
        const auto aside = m_link->ask(u"SELECT put_aside($1, $2, $3, $4)"_s,
                                       {QString::number(m_branch.epoch), QString::number(batch.to),
                                        QString::fromUtf8(lines[from]), state});
        if (!aside) {
            return std::unexpected(aside.error());
        }
        m_aside.insert(lines[from]);
        m_report.setAside = static_cast<int>(m_aside.size());
    }
    return {};
}

Result<> Sync::sendNew()
{
    auto batch = readNew(m_report.cursor, m_cursorHash);
    while (batch) {
        if (const auto sent = send(*batch); !sent) {
            return sent;
        }
        // While the centre works on it, the next one is read.
        const bool isNextKnown = !batch->isComplete && batch->to < batch->head;
        auto next = isNextKnown ? readNew(batch->to, batch->toHash) : Result<Batch>(Batch());
        if (const auto finished = finish(*batch); !finished) {
            return finished;
        }
        for (const DayProof &proof : batch->proofs) {
            const QDate day = proof.what.first;
            if (!proof.isMatched && m_again.insert(day).second) {
                m_proven.erase({day, u"hall"_s});
                m_proven.erase({day, u"desk"_s});
                if (const auto again = sendDay(day); !again) {
                    return again;
                }
                batch->isComplete = false;
            }
        }
        if (batch->isComplete) {
            return {};
        }
        batch = isNextKnown ? std::move(next) : readNew(m_report.cursor, m_cursorHash);
    }
    return std::unexpected(batch.error());
}

Result<> Sync::sendDay(const QDate &day)
{
    auto batch = readDay(day);
    if (!batch) {
        return std::unexpected(batch.error());
    }
    const auto sent = send(*batch);
    return sent ? finish(*batch) : sent;
}

Result<> Sync::remember()
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Statement note(m_database, uR"(
        INSERT INTO centre (place, epoch, cursor_seq, proven_seq, synced_at)
        VALUES (1, :epoch, :cursor, :proven, :at)
        ON CONFLICT (place) DO UPDATE
        SET epoch = excluded.epoch,
            cursor_seq = excluded.cursor_seq, proven_seq = excluded.proven_seq,
            synced_at = excluded.synced_at, failures = 0, next_try_at = 0)"_s);
    note.bind(u":epoch"_s, m_branch.epoch)
        .bind(u":cursor"_s, m_report.cursor)
        .bind(u":proven"_s, m_report.head)
        .bind(u":at"_s, m_now);
    if (const auto noted = note.run(); !noted) {
        return noted;
    }
    for (const auto &[what, proven] : m_proven) {
        const DayProof &proof = proven.first;
        Statement keep(m_database, uR"(
            INSERT INTO day_proof (business_date, part, row_count, digest, matched, seq, proven_at)
            VALUES (:day, :part, :rows, :digest, :matched, :seq, :at)
            ON CONFLICT (business_date, part) DO UPDATE
            SET row_count = excluded.row_count, digest = excluded.digest,
                matched = excluded.matched, seq = excluded.seq, proven_at = excluded.proven_at)"_s);
        keep.bind(u":day"_s, what.first)
            .bind(u":part"_s, what.second)
            .bind(u":rows"_s, proof.rows)
            .bind(u":digest"_s, proof.digest)
            .bind(u":matched"_s, proof.isMatched)
            .bind(u":seq"_s, proven.second)
            .bind(u":at"_s, m_now);
        if (const auto kept = keep.run(); !kept) {
            return kept;
        }
    }
    return transaction->commit();
}

Result<SyncReport> Sync::run()
{
    auto branch = readBranch(m_database);
    const auto memory = syncMemory(m_database);
    if (!branch || !memory) {
        return std::unexpected(branch ? memory.error() : branch.error());
    }
    m_branch = std::move(*branch);
    m_memory = *memory;
    if (m_branch.retired) {
        return failure(ErrorCode::DatabaseReplaced, m_database.path());
    }
    m_report.branch = m_branch.code;
    m_report.head = m_branch.seq;
    m_step = std::max(m_options.batchRows / 3, 1); // an event changes two rows or so
    if (const auto greeted = greet(); !greeted) {
        return std::unexpected(greeted.error());
    }
    if (m_options.day.isValid()) {
        Statement select(m_database, u"SELECT 1 FROM business_day WHERE business_date = :day"_s);
        const auto known = select.bind(u":day"_s, m_options.day).row([](const Row &row) {
            return row.integer(0);
        });
        if (!known || !*known) {
            return known ? failure(ErrorCode::UnknownDay, m_options.day.toString(Qt::ISODate))
                         : std::unexpected(known.error());
        }
        if (const auto sent = sendDay(m_options.day); !sent) {
            return std::unexpected(sent.error());
        }
    }
    if (m_options.seal && !m_report.publicKey.isEmpty()) {
        if (const auto sealed = m_options.seal(m_report.publicKey, m_report.cursor); !sealed) {
            return std::unexpected(sealed.error());
        }
    }
    // Another sync of this branch may be under way: what it brought is not brought again.
    constexpr int MostRivals = 5;
    for (int rivals = 0;; ++rivals) {
        const auto sent = sendNew();
        if (sent) {
            break;
        }
        if (m_link->state() != "MC001"_L1 || rivals == MostRivals) {
            return std::unexpected(sent.error());
        }
        if (const auto greeted = greet(); !greeted) {
            return std::unexpected(greeted.error());
        }
    }
    std::set<QDate> bad;
    std::set<QDate> good;
    for (const auto &[what, proven] : m_proven) {
        (proven.first.isMatched ? good : bad).insert(what.first);
    }
    for (const QDate &day : bad) {
        good.erase(day);
        static_cast<void>(
            m_link->ask(u"SELECT raise_alarm('unproven', $1)"_s, {day.toString(Qt::ISODate)}));
    }
    m_report.proven.assign(good.begin(), good.end());
    m_report.unproven.assign(bad.begin(), bad.end());
    m_report.roundTrips = m_link->roundTrips();
    if (const auto remembered = remember(); !remembered) {
        return std::unexpected(remembered.error());
    }
    return m_report;
}

} // namespace

Result<SyncReport> syncBranch(Database &database, const QString &url, qint64 now,
                              const SyncOptions &options)
{
    return Sync(database, url, now, options).run();
}

Result<SyncMemory> syncMemory(Database &database)
{
    Statement select(database, uR"(
        SELECT public_key, cursor_seq, proven_seq, published, synced_at, failures, next_try_at
        FROM centre)"_s);
    const auto memory = select.row([](const Row &row) {
        return SyncMemory{row.text(0),       row.bigInteger(1), row.bigInteger(2),
                          row.bigInteger(3), row.bigInteger(4), row.integer(5),
                          row.bigInteger(6)};
    });
    return memory ? Result<SyncMemory>(memory->value_or(SyncMemory()))
                  : std::unexpected(memory.error());
}

Result<SyncStanding> syncStanding(Database &database)
{
    // In one moment: a sync may be under way.
    auto moment = Transaction::beginReading(database);
    if (!moment) {
        return std::unexpected(moment.error());
    }
    const auto branch = readBranch(database);
    const auto memory = syncMemory(database);
    if (!branch || !memory) {
        return std::unexpected(branch ? memory.error() : branch.error());
    }
    SyncStanding standing{.syncedAt = memory->syncedAt,
                          .cursor = memory->cursor,
                          .head = branch->seq,
                          .failures = memory->failures,
                          .nextTryAt = memory->nextTryAt,
                          .zone = branch->timeZone()};
    Statement select(database, uR"(
        SELECT business_date, (SELECT count(*) FROM day_proof
                               WHERE day_proof.business_date = business_day.business_date
                                 AND matched AND seq >= business_day.changed_seq)
        FROM business_day WHERE closed_at IS NOT NULL ORDER BY business_date)"_s);
    constexpr int Parts = 2;
    const auto read = select.forEach([&standing](const Row &row) {
        if (row.integer(1) < Parts) {
            standing.unprovenDays.push_back(row.date(0));
            return;
        }
        ++standing.provenDays;
        standing.lastProven = row.date(0);
    });
    return read ? Result<SyncStanding>(standing) : std::unexpected(read.error());
}

std::chrono::milliseconds backOff(int failures, double chance)
{
    using namespace std::chrono;
    constexpr int MostDoublings = 6;
    const milliseconds plain = minutes(5) * (1 << std::clamp(failures - 1, 0, MostDoublings));
    const milliseconds bounded = std::min<milliseconds>(plain, hours(4));
    constexpr int Share = 4;
    return bounded
           + milliseconds(
               static_cast<qint64>(static_cast<double>(bounded.count()) / Share * chance));
}

Result<> notePublished(Database &database, qint64 version)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Statement note(database, uR"(
        INSERT INTO centre (place, published) VALUES (1, :version)
        ON CONFLICT (place) DO UPDATE SET published = excluded.published)"_s);
    const auto noted = note.bind(u":version"_s, version).run();
    return noted ? transaction->commit() : noted;
}

Result<> noteSyncFailure(Database &database, qint64 now, double chance)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto memory = syncMemory(database);
    if (!memory) {
        return std::unexpected(memory.error());
    }
    const int failures = memory->failures + 1;
    Statement note(database, uR"(
        INSERT INTO centre (place, failures, next_try_at) VALUES (1, :failures, :next)
        ON CONFLICT (place) DO UPDATE
        SET failures = excluded.failures, next_try_at = excluded.next_try_at)"_s);
    note.bind(u":failures"_s, failures).bind(u":next"_s, now + backOff(failures, chance).count());
    if (const auto noted = note.run(); !noted) {
        return noted;
    }
    return transaction->commit();
}

} // namespace motcua
