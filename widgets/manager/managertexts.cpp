// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/managertexts.h"

#include "core/definitions.h"
#include "core/vietnamesetext.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HalfDayMs = 720 * MinuteMs;

QString waitMinutes(std::optional<int> seconds)
{
    return seconds ? QString::number(begunMinutes(std::chrono::seconds(*seconds))) : u"–"_s;
}

QString weekdayAtFront(const QDate &date, Language language)
{
    return language == Language::English ? QLocale(QLocale::English).dayName(date.dayOfWeek())
                                         : weekdayName(date);
}

QString weekdayInSentence(const QDate &date, Language language)
{
    QString day = weekdayAtFront(date, language);
    if (language == Language::Vietnamese) {
        day[0] = day.at(0).toLower();
    }
    return day;
}

QString countText(int count, Language language)
{
    return QLocale(language == Language::English ? QLocale::English : QLocale::Vietnamese)
        .toString(count);
}

QString weekdayAbove(int day)
{
    static constexpr std::array Names{
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Mon"),
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Tue"),
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Wed"),
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Thu"),
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Fri"),
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Sat"),
        QT_TRANSLATE_NOOP("motcua::ManagerTexts", "Sun"),
    };
    return ManagerTexts::tr(Names.at(static_cast<size_t>(day - 1)));
}

QString clockText(qint64 at, const BranchToday &today, const char *format)
{
    const QTimeZone zone(today.hall.branch.settings.timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(at, zone).toString(QLatin1StringView(format));
}

QString shortNameOf(const QString &letter, const BranchToday &today, Language language)
{
    const auto load = std::ranges::find_if(
        today.hall.groups, [&letter](const GroupLoad &one) { return one.group.letter == letter; });
    return load == today.hall.groups.end() ? letter : load->group.shortName.in(language);
}

static QString deviceText(const Attention &one)
{
    return one.device == DeviceKind::Kiosk ? ManagerTexts::tr("Kiosk %1").arg(one.number)
                                           : ManagerTexts::tr("Hall screen %1").arg(one.number);
}

QString attentionTitle(const Attention &one, const BranchToday &today, Language language)
{
    switch (one.kind) {
    case Attention::Kind::LongWait:
        return ManagerTexts::tr("%1: %n people over %2 min", nullptr, one.people)
            .arg(shortNameOf(one.group, today, language))
            .arg(DayTargets::LongWaitMs / MinuteMs);
    case Attention::Kind::StaffMissing:
        return ManagerTexts::tr("Not signed in: %n people", nullptr, one.people);
    case Attention::Kind::NoPaper:
        return one.state == DeviceState::PaperOut
                   ? ManagerTexts::tr("Kiosk %1 out of paper").arg(one.number)
               : one.state == DeviceState::CoverOpen
                   ? ManagerTexts::tr("Printer of kiosk %1 open").arg(one.number)
                   : ManagerTexts::tr("Printer of kiosk %1 not answering").arg(one.number);
    case Attention::Kind::DeviceLost:
        return ManagerTexts::tr("%1 not connected").arg(deviceText(one));
    case Attention::Kind::NoSound:
        return ManagerTexts::tr("%1 has no sound").arg(deviceText(one));
    case Attention::Kind::LongBreak:
        return ManagerTexts::tr("Counter %1 on break over %2 min")
            .arg(one.counter)
            .arg(DayTargets::LongBreakMs / MinuteMs);
    case Attention::Kind::PaperLow:
        return ManagerTexts::tr("Kiosk %1 low on paper").arg(one.number);
    case Attention::Kind::Reconnected:
        return ManagerTexts::tr("%1 reconnected").arg(deviceText(one));
    }
    Q_UNREACHABLE();
}

QString attentionDetail(const Attention &one, const BranchToday &today, Language language)
{
    switch (one.kind) {
    case Attention::Kind::LongWait:
        return ManagerTexts::tr("%1 waiting, %n counters", nullptr, one.openCounters)
            .arg(one.waiting);
    case Attention::Kind::StaffMissing: {
        QStringList counters;
        for (const int counter : one.counters) {
            counters.append(QString::number(counter));
        }
        constexpr qsizetype Few = 3;
        const QString place =
            counters.isEmpty()
                ? ManagerTexts::tr("Expected at no counter")
                : ManagerTexts::tr("Expected at counter %1").arg(counters.join(u", "_s));
        return one.names.isEmpty()
                   ? place
                   : one.names.first(std::min(Few, one.names.size())).join(u", "_s)
                         + (one.names.size() > Few ? u"…"_s : QString()) + u" · "_s + place;
    }
    case Attention::Kind::NoPaper:
        return ManagerTexts::tr("Citizens get their number on the screen only");
    case Attention::Kind::DeviceLost: {
        const QString since =
            clockText(one.since, today,
                      today.hall.branchNow - one.since > HalfDayMs ? "HH:mm dd/MM" : "HH:mm");
        return ManagerTexts::tr("No word since %1").arg(since);
    }
    case Attention::Kind::NoSound:
        return ManagerTexts::tr("Calls may not be heard there");
    case Attention::Kind::LongBreak: {
        const QString waiting = ManagerTexts::tr("%1: %2 waiting")
                                    .arg(shortNameOf(one.group, today, language))
                                    .arg(one.waiting);
        return one.remindedAt == 0
                   ? waiting
                   : waiting + u" · "_s
                         + ManagerTexts::tr("reminded at %1").arg(clockText(one.remindedAt, today));
    }
    case Attention::Kind::PaperLow:
        return ManagerTexts::tr("Change the roll before it ends");
    case Attention::Kind::Reconnected:
        return ManagerTexts::tr("Lost for %1 min, from %2")
            .arg(begunMinutes(std::chrono::milliseconds(one.until - one.since)))
            .arg(clockText(one.since, today));
    }
    Q_UNREACHABLE();
}

} // namespace motcua
