// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/duedate.h"
#include "core/vietnamesetext.h"
#include "shared/intaketext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<LocalTime> timeFrom(const QString &text)
{
    const QString spaced = QString(text).replace(u'T', u' ');
    const QDate date = QDate::fromString(spaced.left(10), u"yyyy-MM-dd"_s);
    const QTime time = QTime::fromString(spaced.mid(11), u"HH:mm"_s);
    if (!date.isValid() || !time.isValid() || spaced.size() != 16 || spaced[10] != u' ') {
        return failure(ErrorCode::Usage, u"--from \"2026-11-20 09:00\""_s);
    }
    return LocalTime{date, time};
}

struct Asked
{
    Limit limit;
    DueRules rules;
    std::optional<qint64> fee = {}; ///< đồng, of the procedure; none: unknown
    std::optional<IntakeFault> notTaken = {};
};

Result<Asked> askedBy(const Invocation &invocation, const Catalogue &catalogue)
{
    Asked asked{.limit = {}, .rules = {.sameDayUntil = catalogue.settings.sameDayUntil}};
    const std::pair<QString, LimitKind> counted[] = {{u"working-days"_s, LimitKind::WorkingDays},
                                                     {u"calendar-days"_s, LimitKind::CalendarDays},
                                                     {u"working-hours"_s, LimitKind::WorkingHours}};
    int given = invocation.has(u"same-day"_s) ? 1 : 0;
    if (given == 1) {
        asked.limit = {LimitKind::SameDay, 0};
    }
    for (const auto &[option, kind] : counted) {
        if (invocation.has(option)) {
            const auto value = invocation.number(option, 1, Limit::Largest);
            if (!value) {
                return std::unexpected(value.error());
            }
            asked.limit = {kind, *value};
            ++given;
        }
    }
    const bool byProcedure = invocation.has(u"procedure"_s);
    if (given + (byProcedure ? 1 : 0) != 1) {
        return failure(ErrorCode::Usage, u"--procedure | --working-days | --calendar-days | "
                                         "--working-hours | --same-day"_s);
    }
    if (!byProcedure) {
        return asked;
    }
    const QString code = invocation.text(u"procedure"_s);
    const auto procedure = std::ranges::find(catalogue.procedures, code, &Procedure::code);
    if (procedure == catalogue.procedures.end()) {
        return failure(ErrorCode::UnknownProcedure, code);
    }
    size_t chosen = 0;
    if (invocation.has(u"case"_s)) {
        const auto number =
            invocation.number(u"case"_s, 1, static_cast<int>(procedure->cases.size()));
        if (!number) {
            return std::unexpected(number.error());
        }
        chosen = static_cast<size_t>(*number) - 1;
    }
    const auto channel = invocation.has(u"channel"_s)
                             ? intakeChannelFromWord(invocation.text(u"channel"_s))
                             : IntakeChannel::Direct;
    if (!channel) {
        return failure(ErrorCode::Usage, u"--channel direct|online|post"_s);
    }
    const ProcedureCase &which = procedure->cases.at(chosen);
    const auto limit = limitOf(which, *channel);
    if (!limit) {
        return failure(ErrorCode::LimitUnknown, code);
    }
    asked.limit = *limit;
    asked.rules.lateStartsNextDay = procedure->lateStartsNextDay;
    asked.fee = feeOf(which, *channel);
    if (procedure->group.isEmpty()) {
        asked.notTaken = {u"procedure"_s, u"not_taken"_s, procedure->referral};
    }
    return asked;
}

} // namespace

int runDue(const Invocation &invocation)
{
    const auto from = timeFrom(invocation.text(u"from"_s));
    if (!from) {
        return invocation.refuse(from.error());
    }
    const auto catalogue = invocation.catalogue(invocation.text(u"procedure"_s));
    if (!catalogue) {
        return invocation.refuse(catalogue.error());
    }
    const auto asked = askedBy(invocation, *catalogue);
    if (!asked) {
        return invocation.refuse(asked.error());
    }
    const auto due =
        dueDate(WorkingCalendar(catalogue->calendar), asked->limit, *from, asked->rules);
    if (!due) {
        return invocation.refuse(due.error());
    }
    QString explanation = explanationOf(*due, invocation.language());
    if (asked->notTaken) {
        explanation += u' ' + faultText(*asked->notTaken);
    }
    const QString iso =
        due->due.date.toString(Qt::ISODate) + u'T' + due->due.time.toString(u"HH:mm"_s);
    const QString text = invocation.language() == Language::Vietnamese
                             ? officialTime(due->due.date, due->due.time)
                             : u"%1 %2"_s.arg(due->due.time.toString(u"HH:mm"_s),
                                              dayInWords(due->due.date, invocation.language()));
    return invocation.answer({{u"due"_s, iso},
                              {u"explanation"_s, explanation},
                              {u"taken"_s, !asked->notTaken},
                              {u"fee"_s, asked->fee ? QJsonValue(*asked->fee) : QJsonValue()}},
                             Texts::tr("Due: %1").arg(text) + u'\n' + explanation);
}

} // namespace motcua
