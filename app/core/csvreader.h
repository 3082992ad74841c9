// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringList>

#include <functional>
#include <vector>

namespace motcua {

/// One fault of a file that people made.
struct FileFault
{
    qsizetype line = 0; ///< from 1; the header is line 1
    QString column;     ///< empty when it is about the whole line
    QString problem;    ///< a fixed word; no value, it may be personal
};

/// Reads a table with a header: UTF-8 with or without a byte order mark, columns in any order,
/// separated by "," or ";". Values are cleaned().
///
/// Its own problems: malformed (not UTF-8, an open quote), missing_column, unknown_column, wrong_count
/// (of columns), empty, too_long. All are noted, but no more than 1000.
class CsvReader
{
public:
    /// @p faults must outlive the reader.
    CsvReader(QStringList known, QStringList needed, std::vector<FileFault> &faults);

    /// Calls @p take for each line that can be read, which then is the current one.
    void read(const QByteArray &csv, const std::function<void()> &take);

    [[nodiscard]] qsizetype line() const { return m_line; }
    /// A value of the current line; empty for a column that is not there.
    [[nodiscard]] QString field(const QString &column) const;
    /// The same; notes a fault when it is empty.
    QString required(const QString &column);
    /// The day in a column that must not be empty, 2026-11-17 or 17/11/2026; notes bad_date.
    QDate requiredDay(const QString &column);
    void fault(const QString &column, QLatin1StringView problem);

private:
    bool readHeader(const QString &line);
    bool readLine(const QString &line);

    QStringList m_known;
    QStringList m_needed;
    std::vector<FileFault> &m_faults;
    qsizetype m_line = 0;
    QChar m_separator = u',';
    QStringList m_columns;
    QStringList m_fields;
};

} // namespace motcua
