// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/centrekey.h"

#include "operations/intakes.h"
#include "storage/intakerepository.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<> remember(Database &database, const QString &publicKey)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Statement note(database, uR"(
        INSERT INTO centre (place, public_key) VALUES (1, :key)
        ON CONFLICT (place) DO UPDATE SET public_key = excluded.public_key)"_s);
    Statement forget(database, u"DELETE FROM sealed_key"_s);
    for (Statement *statement : {&note.bind(u":key"_s, publicKey), &forget}) {
        if (const auto done = statement->run(); !done) {
            return done;
        }
    }
    return transaction->commit();
}

/// Those that the centre cannot open yet, or whose keys were not sealed to it later.
QString openRecords(bool ofAll)
{
    const QString select = u"SELECT id, %1 FROM %2 WHERE changed_seq > :%2 AND %1 LIKE '%3:%'"
                           " AND NOT EXISTS (SELECT 1 FROM sealed_key WHERE row_id = %2.id)"_s;
    const QString formats = ofAll ? u"_"_s : u"1"_s;
    return select.arg(u"box"_s, u"person"_s, formats) + u" UNION ALL "_s
           + select.arg(u"content"_s, u"intake"_s, formats) + u" UNION ALL "_s
           + select.arg(u"content"_s, u"issued_form"_s, formats) + u" LIMIT 200"_s;
}

struct Record
{
    QUuid id;
    QString box;
};

/// Seals some; whether there were any.
Result<bool> sealSome(Database &database, std::optional<PersonVault> &vault,
                      const QString &publicKey, qint64 since)
{
    // A centre that has nothing yet may be another than the one records were sealed to.
    const QString sql = openRecords(since == 0);
    Statement select(database, sql);
    const auto records = select.bind(u":person"_s, since)
                             .bind(u":intake"_s, since)
                             .bind(u":issued_form"_s, since)
                             .rows([](const Row &row) {
                                 return Record{row.uuid(0), row.text(1)};
                             });
    if (!records || records->empty()) {
        return records ? Result<bool>(false) : std::unexpected(records.error());
    }
    if (!vault) {
        auto opened = vaultOf(database);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        vault.emplace(*opened);
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const auto &[id, box] : *records) {
        const auto key = vault->keyOf(box, publicKey);
        if (!key) {
            return std::unexpected(key.error());
        }
        // Not for one that was erased since it was read.
        Statement keep(database, uR"(
            INSERT INTO sealed_key (row_id, sealed)
            SELECT :id, :sealed WHERE EXISTS (SELECT 1 FROM person WHERE id = :id1 AND box = :box1)
                OR EXISTS (SELECT 1 FROM intake WHERE id = :id2 AND content = :box2)
                OR EXISTS (SELECT 1 FROM issued_form WHERE id = :id3 AND content = :box3)
            ON CONFLICT (row_id) DO NOTHING)"_s);
        keep.bind(u":id"_s, id)
            .bind(u":sealed"_s, *key)
            .bind(u":id1"_s, id)
            .bind(u":box1"_s, box)
            .bind(u":id2"_s, id)
            .bind(u":box2"_s, box)
            .bind(u":id3"_s, id)
            .bind(u":box3"_s, box);
        if (const auto kept = keep.run(); !kept) {
            return std::unexpected(kept.error());
        }
    }
    const auto committed = transaction->commit();
    return committed ? Result<bool>(true) : std::unexpected(committed.error());
}

} // namespace

Result<> sealToCentre(Database &database, const QString &publicKey, qint64 since)
{
    const auto known = IntakeRepository(database).centreKey();
    if (!known) {
        return std::unexpected(known.error());
    }
    const bool isNewKey = *known != publicKey;
    if (isNewKey) {
        if (const auto remembered = remember(database, publicKey); !remembered) {
            return remembered;
        }
    }
    std::optional<PersonVault> vault;
    for (;;) {
        const auto some = sealSome(database, vault, publicKey, isNewKey ? 0 : since);
        if (!some || !*some) {
            return some ? Result<>() : std::unexpected(some.error());
        }
    }
}

} // namespace motcua
