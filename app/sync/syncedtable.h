// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace motcua {

/// A table of the branch of which the centre has a copy, and what of it travels. Secrets stay: PINs,
/// tokens of tickets, keyed hashes of people.
///
/// A row travels as one line, made by the branch's own engine: the table's place in syncedTables()
/// from 1, then its columns, with tabs between them and backslashes as COPY reads them. Nothing
/// between two tabs is NULL, or the empty text where the column knows no NULL.
struct SyncedTable
{
    enum class Kind {
        Id,     ///< UUID
        Word,   ///< text that cannot hold a tab, a line end or a backslash
        Text,   ///< any text
        Number, ///< BIGINT
        Flag,
        Day,       ///< ISO date
        SealedKey, ///< at the branch in the table sealed_key
    };
    struct Column
    {
        QString name;
        Kind kind = Kind::Word;
        bool isNullable = false;
    };

    QString name;
    std::vector<Column> columns;
    QStringList key;
    /// The column that says to which month a row belongs: a day, or an instant in ms. Empty for a small
    /// table, which has no months at the centre.
    QString month = {};
    /// The part of a day's proof it belongs to; empty for none.
    QString part = {};
    bool isErasable = false; ///< its column content may be emptied, see the table erasure
    bool isAppended = false; ///< its rows hardly ever change, so that most that come are new

    [[nodiscard]] int columnOf(const QString &column) const; ///< from 1; 0: there is none
    [[nodiscard]] bool hasDay() const { return columnOf(QStringLiteral("business_date")) > 0; }
    /// The column of the event that changed a row last.
    [[nodiscard]] QString seqColumn() const;
};

/// In the order in which a batch holds them.
[[nodiscard]] const std::vector<SyncedTable> &syncedTables();

/// What both ends understand by a line. Rises when a column is added or changes its meaning.
constexpr int LineFormat = 2;
/// The widest table's columns.
[[nodiscard]] int stageColumns();
/// Makes the session's table that lines are copied into; it is empty after each transaction.
[[nodiscard]] QString stageSql();

enum class LineFor {
    Stage,  ///< from the branch's table, padded to stageColumns()
    Branch, ///< from the branch's table
    Centre, ///< from the centre's, the same text
};
/// The expression that makes a row's line, alike on SQLite and PostgreSQL; @p place is the table's place
/// from 1.
[[nodiscard]] QString lineOf(const SyncedTable &table, int place, LineFor purpose);

/// The centre's tables for the copies, and columns that were added since; repeatable.
[[nodiscard]] QString centreTablesSql();
/// The centre's functions that take what a batch brings: take_rows(), staged(), day_lines().
[[nodiscard]] QString centreFunctionsSql();

} // namespace motcua
