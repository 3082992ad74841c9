// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/syncedtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

using enum SyncedTable::Kind;

int SyncedTable::columnOf(const QString &column) const
{
    const auto found = std::ranges::find(columns, column, &Column::name);
    return found == columns.end() ? 0 : static_cast<int>(found - columns.begin()) + 1;
}

QString SyncedTable::seqColumn() const
{
    return name == "event"_L1 ? u"seq"_s : u"changed_seq"_s;
}

const std::vector<SyncedTable> &syncedTables()
{
    static const SyncedTable::Column changed{u"changed_seq"_s, Number};
    static const std::vector<SyncedTable> tables{
        {.name = u"event"_s,
         .columns = {{u"seq"_s, Number},
                     {u"kind"_s, Word},
                     {u"at"_s, Number},
                     {u"clock_at"_s, Number},
                     {u"ticket_id"_s, Id, true},
                     {u"command_id"_s, Id},
                     {u"body"_s, Text},
                     {u"hash"_s, Word}},
         .key = {u"seq"_s},
         .month = u"at"_s,
         .isAppended = true},
        {.name = u"ticket_group"_s,
         .columns = {{u"letter"_s, Word},
                     {u"position"_s, Number},
                     {u"name_vi"_s, Text},
                     {u"name_en"_s, Text},
                     {u"active"_s, Flag},
                     changed},
         .key = {u"letter"_s}},
        {.name = u"counter"_s,
         .columns = {{u"number"_s, Number}, {u"active"_s, Flag}, changed},
         .key = {u"number"_s}},
        {.name = u"staff"_s,
         .columns = {{u"code"_s, Text}, {u"active"_s, Flag}, changed},
         .key = {u"code"_s}},
        {.name = u"procedure"_s,
         .columns = {{u"code"_s, Text},
                     {u"group_letter"_s, Text, true},
                     {u"version"_s, Number},
                     {u"active"_s, Flag},
                     changed},
         .key = {u"code"_s}},
        {.name = u"procedure_version"_s,
         .columns = {{u"code"_s, Text}, {u"version"_s, Number}, {u"source"_s, Word}, changed},
         .key = {u"code"_s, u"version"_s}},
        {.name = u"business_day"_s,
         .columns = {{u"business_date"_s, Day},
                     {u"opened_at"_s, Number},
                     {u"closed_at"_s, Number, true},
                     {u"times_opened"_s, Number},
                     changed},
         .key = {u"business_date"_s},
         .part = u"hall"_s},
        {.name = u"waiting_line"_s,
         .columns = {{u"business_date"_s, Day},
                     {u"group_letter"_s, Word},
                     {u"last_number"_s, Number},
                     {u"waiting"_s, Number},
                     {u"leased"_s, Number},
                     {u"lapsed"_s, Number},
                     changed},
         .key = {u"business_date"_s, u"group_letter"_s},
         .part = u"hall"_s},
        {.name = u"ticket"_s,
         .columns = {{u"id"_s, Id},
                     {u"business_date"_s, Day},
                     {u"series"_s, Word},
                     {u"number"_s, Number},
                     {u"arrived_at"_s, Number},
                     {u"priority"_s, Text, true},
                     {u"procedure"_s, Text, true},
                     {u"print_state"_s, Word},
                     {u"kiosk"_s, Number, true},
                     changed},
         .key = {u"id"_s},
         .month = u"business_date"_s,
         .part = u"hall"_s},
        {.name = u"leg"_s,
         .columns = {{u"ticket_id"_s, Id},
                     {u"ordinal"_s, Number},
                     {u"business_date"_s, Day},
                     {u"group_letter"_s, Word},
                     {u"state"_s, Word},
                     {u"rank"_s, Number},
                     {u"queued_at"_s, Number},
                     {u"first_called_at"_s, Number},
                     {u"called_at"_s, Number},
                     {u"started_at"_s, Number},
                     {u"ended_at"_s, Number},
                     {u"service_ms"_s, Number},
                     {u"calls"_s, Number},
                     {u"counter"_s, Number, true},
                     {u"staff"_s, Text, true},
                     {u"for_counter"_s, Number, true},
                     changed},
         .key = {u"ticket_id"_s, u"ordinal"_s},
         .month = u"business_date"_s,
         .part = u"hall"_s},
        {.name = u"shift"_s,
         .columns = {{u"id"_s, Id},
                     {u"counter"_s, Number},
                     {u"staff"_s, Text},
                     {u"opened_at"_s, Number},
                     {u"closed_at"_s, Number, true},
                     changed},
         .key = {u"id"_s},
         .month = u"opened_at"_s},
        {.name = u"person"_s,
         .columns = {{u"id"_s, Id},
                     {u"box"_s, Word, true},
                     {u"recorded_at"_s, Number},
                     {u"centre_key"_s, SealedKey, true},
                     changed},
         .key = {u"id"_s},
         .month = u"recorded_at"_s,
         .isAppended = true},
        {.name = u"dossier"_s,
         .columns = {{u"id"_s, Id},
                     {u"code"_s, Text},
                     {u"official_code"_s, Text, true},
                     {u"business_date"_s, Day},
                     {u"number"_s, Number},
                     {u"book"_s, Text, true},
                     {u"register_number"_s, Number, true},
                     {u"procedure"_s, Text},
                     {u"procedure_version"_s, Number},
                     {u"case_index"_s, Number},
                     {u"channel"_s, Word},
                     {u"state"_s, Word},
                     {u"received"_s, Word},
                     {u"due"_s, Word, true},
                     {u"paused_at"_s, Word, true},
                     {u"notices"_s, Number},
                     {u"result_channel"_s, Word},
                     {u"fee"_s, Number, true},
                     {u"fee_exempt"_s, Flag},
                     {u"sets"_s, Number},
                     {u"unit"_s, Text},
                     {u"applicant"_s, Id},
                     {u"owner"_s, Id, true},
                     {u"handed_over_at"_s, Number},
                     changed},
         .key = {u"id"_s},
         .month = u"business_date"_s,
         .part = u"desk"_s},
        {.name = u"intake"_s,
         .columns = {{u"id"_s, Id},
                     {u"dossier"_s, Id, true},
                     {u"ticket_id"_s, Id, true},
                     {u"leg"_s, Number, true},
                     {u"business_date"_s, Day},
                     {u"counter"_s, Number},
                     {u"staff"_s, Text},
                     {u"recorded_at"_s, Number},
                     {u"outcome"_s, Word},
                     {u"is_correction"_s, Flag},
                     {u"procedure"_s, Text, true},
                     {u"procedure_version"_s, Number, true},
                     {u"applicant"_s, Id, true},
                     {u"owner"_s, Id, true},
                     {u"content"_s, Word},
                     {u"centre_key"_s, SealedKey, true},
                     changed},
         .key = {u"id"_s},
         .month = u"business_date"_s,
         .part = u"desk"_s,
         .isErasable = true,
         .isAppended = true},
        {.name = u"issued_form"_s,
         .columns = {{u"id"_s, Id},
                     {u"dossier"_s, Id},
                     {u"form"_s, Word},
                     {u"template_version"_s, Number},
                     {u"content"_s, Word},
                     {u"centre_key"_s, SealedKey, true},
                     {u"issued_at"_s, Number},
                     changed},
         .key = {u"id"_s},
         .month = u"issued_at"_s,
         .isErasable = true,
         .isAppended = true},
        {.name = u"form_print"_s,
         .columns = {{u"issued_form"_s, Id},
                     {u"attempt"_s, Number},
                     {u"reprint"_s, Number},
                     {u"paper"_s, Word},
                     {u"staff"_s, Text},
                     {u"asked_at"_s, Number},
                     {u"state"_s, Word},
                     changed},
         .key = {u"issued_form"_s, u"attempt"_s},
         .month = u"asked_at"_s},
        // What citizens wrote stays in their branch, whose head it is for.
        {.name = u"rating"_s,
         .columns = {{u"id"_s, Id},
                     {u"ticket_id"_s, Id},
                     {u"leg"_s, Number},
                     {u"business_date"_s, Day},
                     {u"group_letter"_s, Word},
                     {u"counter"_s, Number},
                     {u"level"_s, Word},
                     {u"rated_at"_s, Number},
                     {u"state"_s, Word, true},
                     {u"handled_at"_s, Number},
                     changed},
         .key = {u"id"_s},
         .month = u"business_date"_s,
         .part = u"desk"_s},
        {.name = u"roster"_s,
         .columns = {{u"business_date"_s, Day},
                     {u"staff"_s, Text},
                     {u"counter"_s, Number, true},
                     {u"starts"_s, Word},
                     {u"agency"_s, Text},
                     {u"active"_s, Flag},
                     changed},
         .key = {u"business_date"_s, u"staff"_s}},
    };
    return tables;
}

int stageColumns()
{
    static const int widest = [] {
        size_t most = 0;
        for (const SyncedTable &table : syncedTables()) {
            most = std::max(most, table.columns.size());
        }
        return static_cast<int>(most);
    }();
    return widest;
}

QString stageSql()
{
    QStringList columns{u"kind smallint"_s};
    for (int i = 1; i <= stageColumns(); ++i) {
        columns.append(u"c%1 text"_s.arg(i));
    }
    return u"CREATE TEMPORARY TABLE IF NOT EXISTS stage (%1) ON COMMIT DELETE ROWS;"_s.arg(
        columns.join(u", "_s));
}

QString lineOf(const SyncedTable &table, int place, LineFor purpose)
{
    // Tab, line feed and carriage return stand in the text as themselves: char() and chr() differ.
    // format() is one pass over the row where || copies all that came before; of NULL it makes nothing.
    static const QString escaped =
        u"replace(replace(replace(replace(%1, '\\', '\\\\'), '\t', '\\t'),"
        " '\n', '\\n'), '\r', '\\r')"_s;
    QString form = QString::number(place);
    QString values;
    for (const SyncedTable::Column &column : table.columns) {
        QString value = table.name + u'.' + column.name;
        switch (column.kind) {
        case Text:
            value = escaped.arg(value);
            break;
        case Flag:
            value = u"CASE WHEN %1 THEN 't' ELSE 'f' END"_s.arg(value);
            break;
        case SealedKey:
            if (purpose != LineFor::Centre) {
                value = u"(SELECT sealed FROM sealed_key WHERE row_id = %1.id)"_s.arg(table.name);
            }
            break;
        case Id:
        case Word:
        case Number:
        case Day:
            break;
        }
        form += u"\t%s"_s;
        values += u", "_s + value;
    }
    if (purpose == LineFor::Stage) {
        form += QString(stageColumns() - static_cast<int>(table.columns.size()), u'\t');
    }
    return u"format('"_s + form + u'\'' + values + u')';
}

namespace {

QString sqlType(SyncedTable::Kind kind)
{
    switch (kind) {
    case Id:
        return u"uuid"_s;
    case Number:
        return u"bigint"_s;
    case Flag:
        return u"boolean"_s;
    case Day:
        return u"date"_s;
    case Word:
    case Text:
    case SealedKey:
        break;
    }
    return u"text"_s;
}

/// The column by which a table has months; empty for none.
QString monthColumn(const SyncedTable &table)
{
    const int place = table.columnOf(table.month);
    if (place == 0) {
        return {};
    }
    return table.columns[static_cast<size_t>(place) - 1].kind == Day ? table.month
                                                                     : u"happened_on"_s;
}

QStringList centreKey(const SyncedTable &table)
{
    QStringList key{u"branch"_s};
    const QString month = monthColumn(table);
    if (!month.isEmpty()) {
        key.append(month);
    }
    if (table.name == "event"_L1) {
        key.append(u"epoch"_s);
    }
    for (const QString &column : table.key) {
        if (!key.contains(column)) {
            key.append(column);
        }
    }
    return key;
}

QString takeRows(const SyncedTable &table, int place)
{
    QStringList names{u"branch"_s};
    QStringList values{u"_branch"_s};
    if (monthColumn(table) == "happened_on"_L1) {
        names.append(u"happened_on"_s);
        values.append(u"(date 'epoch' + (c%1::bigint / 86400000)::integer)"_s.arg(
            table.columnOf(table.month)));
    }
    if (table.name == "event"_L1) {
        names.append(u"epoch"_s);
        values.append(u"_epoch"_s);
    }
    QStringList updates;
    QStringList held;
    QStringList brought;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const SyncedTable::Column &column = table.columns[i];
        QString value = u"c%1"_s.arg(i + 1);
        if (column.kind == Word || column.kind == Text || column.kind == SealedKey) {
            value = column.isNullable ? value : u"coalesce(%1, '')"_s.arg(value);
        } else {
            value += u"::"_s + sqlType(column.kind);
        }
        names.append(column.name);
        values.append(value);
        if (table.key.contains(column.name)) {
            continue;
        }
        // An erasure wins over whatever was on its way before it.
        const QString newer =
            column.kind == SealedKey && table.isErasable
                ? u"CASE WHEN held.content NOT LIKE 'erased:%' THEN excluded.%1 END"_s.arg(
                    column.name)
            : table.isErasable && column.name == "content"_L1
                ? u"CASE WHEN held.content LIKE 'erased:%' THEN held.content ELSE excluded.content END"_s
                : u"excluded."_s + column.name;
        updates.append(column.name + u" = "_s + newer);
        held.append(u"held."_s + column.name);
        brought.append(newer);
    }
    const QString guard =
        table.name == "event"_L1 ? QString() : u"excluded.changed_seq >= held.changed_seq AND "_s;
    const QString counted =
        table.name == "event"_L1 ? u"events := events + changed;\n"_s : QString();
    const QString comma = u", "_s;
    const QString plain = u"INSERT INTO %1 AS held (%2) SELECT %3 FROM pg_temp.stage"
                          " WHERE kind = %4"_s.arg(table.name, names.join(comma),
                                                   values.join(comma), QString::number(place));
    const QString otherwise =
        u" ON CONFLICT (%1) DO UPDATE SET %2 WHERE %3(%4) IS DISTINCT FROM (%5)"_s.arg(
            centreKey(table).join(comma), updates.join(comma), guard, held.join(comma),
            brought.join(comma));
    const QString counting = u";\nGET DIAGNOSTICS changed = ROW_COUNT;\n"_s;
    const QString upsert = plain + otherwise + counting;
    // What cannot meet a row of before is a quarter cheaper to insert.
    const QString insert = table.isAppended ? u"BEGIN\n"_s + plain + counting
                                                  + u"EXCEPTION WHEN unique_violation THEN\n"_s
                                                  + upsert + u"END;\n"_s
                                            : upsert;
    return u"IF %1 = ANY (kinds) THEN\n%2written := written + changed;\n"_s.arg(place).arg(insert)
           + counted + u"END IF;\n"_s;
}

} // namespace

QString centreTablesSql()
{
    QString sql;
    for (const SyncedTable &table : syncedTables()) {
        QStringList columns{u"branch integer NOT NULL"_s};
        const QString month = monthColumn(table);
        if (month == "happened_on"_L1) {
            columns.append(u"happened_on date NOT NULL"_s);
        }
        if (table.name == "event"_L1) {
            // lost: of a life of the branch that a restore has ended before it
            columns.append(u"epoch integer NOT NULL, lost boolean NOT NULL DEFAULT FALSE"_s);
        }
        QString added;
        for (const SyncedTable::Column &column : table.columns) {
            columns.append(u"%1 %2%3"_s.arg(column.name, sqlType(column.kind),
                                            column.isNullable ? QString() : u" NOT NULL"_s));
            added += u"ALTER TABLE %1 ADD COLUMN IF NOT EXISTS %2 %3;\n"_s.arg(
                table.name, column.name, sqlType(column.kind));
        }
        sql += u"CREATE TABLE IF NOT EXISTS %1 (%2, PRIMARY KEY (%3))%4;\n"_s.arg(
            table.name, columns.join(u", "_s), centreKey(table).join(u", "_s),
            month.isEmpty() ? QString() : u" PARTITION BY RANGE (%1)"_s.arg(month));
        sql += added;
        if (!month.isEmpty()) {
            sql += u"INSERT INTO monthly (name) VALUES ('%1') ON CONFLICT DO NOTHING;\n"_s.arg(
                table.name);
        }
        sql += u"SELECT guard('%1');\n"_s.arg(table.name);
    }
    return sql;
}

QString centreFunctionsSql()
{
    QString take;
    QString dropEvents;
    QString days;
    QStringList lines;
    int place = 0;
    for (const SyncedTable &table : syncedTables()) {
        ++place;
        take += takeRows(table, place);
        if (table.name == "event"_L1) {
            dropEvents = u"DELETE FROM pg_temp.stage USING event AS known WHERE stage.kind = %1"
                         " AND known.branch = _branch AND known.seq = stage.c%2::bigint"
                         " AND NOT known.lost"_s.arg(place)
                             .arg(table.columnOf(u"seq"_s));
        }
        if (table.part.isEmpty()) { // a roster is of days to come
            continue;
        }
        days += u" WHEN %1 THEN c%2"_s.arg(place).arg(table.columnOf(u"business_date"_s));
        lines.append(u"SELECT %1 FROM %2 WHERE branch = _branch AND business_date = _day"
                     " AND changed_seq > 0 AND _part = '%3'"_s.arg(
                         lineOf(table, place, LineFor::Centre), table.name, table.part));
    }
    return uR"(
CREATE OR REPLACE FUNCTION take_rows(_branch integer, _epoch integer, kinds smallint[],
    OUT written bigint, OUT events bigint) LANGUAGE plpgsql AS $$
DECLARE
    changed bigint;
BEGIN
    written := 0;
    events := 0;
%1END $$;

CREATE OR REPLACE FUNCTION drop_known_events(_branch integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    %4;
END $$;

CREATE OR REPLACE FUNCTION staged(OUT kind smallint, OUT day text, OUT rows bigint)
    RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT stage.kind, CASE stage.kind%2 END, count(*) FROM pg_temp.stage GROUP BY 1, 2;
END $$;
DROP FUNCTION IF EXISTS staged_days();

CREATE OR REPLACE FUNCTION day_lines(_branch integer, _day date, _part text) RETURNS SETOF text
    LANGUAGE sql STABLE AS $$
%3
$$;
)"_s.arg(take, days, lines.join(u"\nUNION ALL "_s), dropEvents);
}

} // namespace motcua
