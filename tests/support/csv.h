// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QMap>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace motcua {

/// The fields of one line of CSV; quotes may hold commas and doubled quotes, but no line end.
[[nodiscard]] inline QStringList csvFields(const QString &line)
{
    QStringList fields(QString{});
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
            if (quoted && !fields.back().isEmpty()) {
                fields.back() += c; // the second of a doubled quote
            }
        } else if (c == u',' && !quoted) {
            fields << QString();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

/// The rows of a file of tests/data by the names in its first line; none if it cannot be read.
[[nodiscard]] inline std::vector<QMap<QString, QString>> csvRows(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList lines = QString::fromUtf8(file.readAll()).remove(u'\r').split(u'\n');
    const QStringList names = csvFields(lines.takeFirst());
    std::vector<QMap<QString, QString>> rows;
    for (const QString &line : std::as_const(lines)) {
        if (line.isEmpty()) {
            continue;
        }
        const QStringList fields = csvFields(line);
        QMap<QString, QString> row;
        for (qsizetype i = 0; i < std::min(names.size(), fields.size()); ++i) {
            row[names[i]] = fields[i];
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace motcua
