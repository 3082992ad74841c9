// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/syncedtable.h"

#include "support/testdatabase.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

class SyncedTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsOneOfTheBranch()
    {
        const TestDatabase database;
        VERIFY_RESULT(database.isUsable());
        const auto tables = (*database).tables();
        VERIFY_RESULT(tables);
        const QMap<SyncedTable::Kind, QString> types{{SyncedTable::Kind::Id, u"text"_s},
                                                     {SyncedTable::Kind::Word, u"text"_s},
                                                     {SyncedTable::Kind::Text, u"text"_s},
                                                     {SyncedTable::Kind::Day, u"text"_s},
                                                     {SyncedTable::Kind::Flag, u"boolean"_s}};
        for (const SyncedTable &synced : syncedTables()) {
            const auto table = std::ranges::find(*tables, synced.name, &Table::name);
            QVERIFY2(table != tables->end(), qPrintable(synced.name));
            QCOMPARE(QSet(synced.key.begin(), synced.key.end()),
                     QSet(table->key.begin(), table->key.end()));
            for (const SyncedTable::Column &column : synced.columns) {
                if (column.kind == SyncedTable::Kind::SealedKey) { // of another table
                    continue;
                }
                const auto own =
                    std::ranges::find(table->columns, column.name, &Table::Column::name);
                const QString name = synced.name + u'.' + column.name;
                QVERIFY2(own != table->columns.end(), qPrintable(name));
                const bool isNumber = column.kind == SyncedTable::Kind::Number;
                QVERIFY2(isNumber ? own->type == u"bigint" || own->type == u"integer"
                                  : own->type == types[column.kind],
                         qPrintable(name));
            }
            QVERIFY(synced.columnOf(synced.seqColumn()) > 0);
        }
    }

    /// A new column or table of the branch has to be thought of: it goes up, or it stands here.
    void whatStaysIsNamed()
    {
        const QSet<QString> stays{
            u"migration"_s, u"branch"_s, u"command"_s, u"priority_class"_s, u"counter_group"_s,
            u"staff_group"_s, u"staff_permission"_s, u"synonym"_s, u"session"_s,
            u"session_exception"_s, u"holiday"_s, u"appointment"_s, u"announcement"_s, u"speaker"_s,
            u"device"_s, u"help_request"_s, u"person_word"_s, u"intake_draft"_s, u"number_floor"_s,
            u"centre"_s, u"day_proof"_s, u"erasure"_s, u"sealed_key"_s,
            // Counted from what goes up, or came from the centre.
            u"daily"_s, u"daily_legs"_s, u"other_day"_s,
            // What citizens wrote, and who dealt with it how, is the branch's own affair.
            u"rating.content"_s, u"rating.note"_s, u"rating.handled_by"_s,
            // Secrets, and what lets a person be found or followed.
            u"staff.name"_s, u"staff.pin_hash"_s, u"staff.failed_attempts"_s,
            u"staff.last_attempt_at"_s, u"ticket.token"_s, u"ticket.appointment"_s,
            u"person.id_index"_s, u"person.phone_index"_s,
            // Of the moment, or published by the centre itself.
            u"shift.heartbeat_at"_s, u"shift.break_since"_s, u"shift.break_reason"_s,
            u"waiting_line.leased_from"_s, u"leg.arrival_seq"_s, u"leg.serving_since"_s,
            u"ticket_group.short_name_vi"_s, u"ticket_group.short_name_en"_s,
            u"ticket_group.first_number"_s, u"ticket_group.last_number"_s, u"procedure.position"_s,
            u"procedure.offered"_s, u"procedure_version.detail"_s};
        const TestDatabase database;
        const auto tables = (*database).tables();
        VERIFY_RESULT(tables);
        QSet<QString> found;
        for (const Table &table : *tables) {
            const auto synced = std::ranges::find(syncedTables(), table.name, &SyncedTable::name);
            if (synced == syncedTables().end()) {
                found.insert(table.name);
                continue;
            }
            for (const Table::Column &column : table.columns) {
                if (synced->columnOf(column.name) == 0) {
                    found.insert(table.name + u'.' + column.name);
                }
            }
        }
        const QSet<QString> unknown = QSet(found).subtract(stays);
        const QSet<QString> gone = QSet(stays).subtract(found);
        QCOMPARE(unknown.values().join(u' '), QString());
        QCOMPARE(gone.values().join(u' '), QString());
    }

    void aLineCanBeReadBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("inLine");
        QTest::newRow("plain") << u"Hộ tịch"_s << u"Hộ tịch"_s;
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("tab") << u"a\tb"_s << u"a\\tb"_s;
        QTest::newRow("line ends") << u"a\nb\r"_s << u"a\\nb\\r"_s;
        QTest::newRow("backslash") << u"a\\tb\\"_s << u"a\\\\tb\\\\"_s;
    }
    void aLineCanBeReadBack()
    {
        QFETCH(QString, name);
        QFETCH(QString, inLine);
        const TestDatabase database;
        Statement rename(*database,
                         u"UPDATE ticket_group SET name_en = :name WHERE letter = 'H'"_s);
        VERIFY_RESULT(rename.bind(u":name"_s, name).execute());
        const auto place = std::ranges::find(syncedTables(), u"ticket_group"_s, &SyncedTable::name);
        const QString line = database.value(u"SELECT %1 FROM ticket_group WHERE letter = 'H'"_s.arg(
            lineOf(*place, 2, LineFor::Branch)));
        const QStringList fields = line.split(u'\t');
        QCOMPARE(fields.size(), std::ssize(place->columns) + 1);
        QCOMPARE(fields[0], u"2"_s);
        QCOMPARE(fields[4], inLine);
        QCOMPARE(fields[5], u"t"_s);
        QCOMPARE(database
                     .value(u"SELECT %1 FROM ticket_group WHERE letter = 'H'"_s.arg(
                         lineOf(*place, 2, LineFor::Stage)))
                     .count(u'\t'),
                 stageColumns());
    }
};

QTEST_GUILESS_MAIN(SyncedTableTest)

#include "syncedtabletest.moc"
