// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/reportsaving.h"

#include "printing/reportfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace motcua {

QString reportPath(const QString &folder, const ReportTable &table, ReportFormat format,
                   const QTimeZone &zone)
{
    const QString time = QDateTime::currentDateTimeUtc().toTimeZone(zone).toString(u"HHmmss"_s);
    const QString days = table.from == table.to ? table.from.toString(Qt::ISODate)
                                                : table.from.toString(Qt::ISODate) + u'_'
                                                      + table.to.toString(Qt::ISODate);
    return QDir(folder).filePath(
        u"motcua-%1-%2-%3.%4"_s.arg(word(table.kind), days, time, word(format)));
}

Result<> saveReportFile(const ReportSheet &sheet, ReportFormat format, const QString &path)
{
    const auto content = reportFile(sheet, format);
    if (!content) {
        return std::unexpected(content.error());
    }
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(*content) != content->size() || !file.commit()) {
        return failure(ErrorCode::FileUnwritable, path);
    }
    return {};
}

} // namespace motcua
