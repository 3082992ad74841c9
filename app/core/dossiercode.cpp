// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dossiercode.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

/// Whether "261008" is a day of this century, 8 October 2026.
bool isDay(QStringView yymmdd)
{
    return QDate::isValid(2000 + yymmdd.first(2).toInt(), yymmdd.sliced(2, 2).toInt(),
                          yymmdd.sliced(4, 2).toInt());
}

bool matchesWithDay(const QRegularExpression &pattern, QStringView text)
{
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() && isDay(match.capturedView(u"day"_s));
}

} // namespace

bool isProcedureCode(QStringView text)
{
    static const QRegularExpression pattern =
        whole(uR"([123]\.\d{6}(\.(000\.00\.00\.)?[GH]\d{2}(\.\d{2})*)?)"_s);
    return pattern.match(text).hasMatch();
}

bool isDossierCode(QStringView text)
{
    static const QRegularExpression pattern =
        whole(uR"(([0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.)?)"
              uR"([GH]\d{2}(\.\d{2}){0,3}-(?<day>\d{6})-\d{4,8})"_s);
    return matchesWithDay(pattern, text);
}

bool isTemporaryDossierCode(QStringView text)
{
    static const QRegularExpression pattern =
        whole(uR"(TN[1-9]\d{0,2}-(?<day>\d{6})-(?!0000)(\d{4}|[1-9]\d{4,9}))"_s);
    return matchesWithDay(pattern, text);
}

QString temporaryDossierCode(int branch, const QDate &day, int number)
{
    Q_ASSERT(branch >= 1 && branch <= 999);
    Q_ASSERT(day.isValid() && day.year() >= 2000 && day.year() <= 2099);
    Q_ASSERT(number >= 1);
    return u"TN%1-%2-%3"_s.arg(branch).arg(day.toString(u"yyMMdd")).arg(number, 4, 10, QChar(u'0'));
}

} // namespace motcua
