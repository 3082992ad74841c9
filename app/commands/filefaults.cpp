// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/filefaults.h"

#include "commands/texts.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

const char *faultWords(const QString &problem)
{
    static const QHash<QString, const char *> texts{
        {u"malformed"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not UTF-8, or a quote is left open")},
        {u"missing_column"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is missing")},
        {u"unknown_column"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not a column this program knows")},
        {u"wrong_count"_s, QT_TRANSLATE_NOOP("motcua::Texts", "has too many or too few columns")},
        {u"empty"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is empty")},
        {u"too_long"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is too long")},
        {u"duplicate"_s, QT_TRANSLATE_NOOP("motcua::Texts", "stands there twice")},
        {u"bad_code"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a valid code")},
        {u"bad_group"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a group's letter")},
        {u"bad_procedure"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a procedure's code")},
        {u"bad_date"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not a date (YYYY-MM-DD or DD/MM/YYYY)")},
        {u"bad_time"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "is not a time (07:30, 7:30, 0730 or 7h30)")},
        {u"bad_counter"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a counter's number")},
        {u"unknown_staff"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names nobody who works at this branch")},
        {u"unknown_counter"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a counter that does not exist")},
        {u"past_day"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is a day gone by")},
        {u"taken_twice"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "has somebody else from the same time that day")},
        {u"bad_phone"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a phone number")},
        {u"bad_id"_s, QT_TRANSLATE_NOOP("motcua::Texts", "is not a personal ID number")},
        {u"unknown_group"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a group that does not exist")},
        {u"unknown_procedure"_s,
         QT_TRANSLATE_NOOP("motcua::Texts", "names a procedure that does not exist")},
    };
    return texts.value(problem);
}

/// What is wrong in a line.
static QString problemText(const FileFault &fault)
{
    const char *text = faultWords(fault.problem);
    const QString place = Texts::tr("line %1").arg(fault.line);
    return u"%1: %2%3"_s.arg(place, fault.column.isEmpty() ? QString() : fault.column + u": "_s,
                             text ? Texts::tr(text) : fault.problem);
}

int refuseFile(const Invocation &invocation, ErrorCode code, const std::vector<FileFault> &faults)
{
    QString lines;
    QJsonArray list;
    for (const FileFault &fault : faults) {
        lines += u"\n  "_s + problemText(fault);
        list.append(QJsonObject{{u"line"_s, static_cast<qint64>(fault.line)},
                                {u"column"_s, fault.column},
                                {u"problem"_s, fault.problem}});
    }
    return invocation.refuse({code, lines, {}}, {{u"faults"_s, list}});
}

} // namespace motcua
