// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citytexts.h"

using namespace Qt::StringLiterals;

namespace motcua {

QString momentText(const LocalTime &at, const LocalTime &now)
{
    return at.date.toString(at.date.year() == now.date.year() ? u"dd/MM"_s : u"dd/MM/yyyy"_s) + u' '
           + at.time.toString(u"HH:mm"_s);
}

bool isLate(const CityBranch &branch, const CityDays &days)
{
    return branch.isEnrolled && !branch.isRevoked
           && (branch.coverage(days.until()) == Coverage::None || branch.isSilent(days.readAt));
}

/// As lastSyncText(), where @p when is when it was.
static QString syncText(const CityBranch &branch, const CityDays &days, const QString &when)
{
    if (!branch.isEnrolled) {
        return CityTexts::tr("not enrolled");
    }
    if (!branch.lastSync.date.isValid()) {
        return CityTexts::tr("never sent");
    }
    return isLate(branch, days)  ? CityTexts::tr("not sent since %1").arg(when)
           : branch.openDays > 0 ? CityTexts::tr("%1, in part").arg(when)
                                 : when;
}

QString lastSyncText(const CityBranch &branch, const CityDays &days)
{
    return syncText(branch, days, momentText(branch.lastSync, days.readAt));
}

QString lastSyncBrief(const CityBranch &branch, const CityDays &days)
{
    const QString when = momentText(branch.lastSync, days.readAt);
    return syncText(branch, days, when.section(u' ', 0, 0));
}

Waits waitsOf(const CityFigures &figures)
{
    return {.average = figures.waitAverage(),
            .median = figures.waitMedian,
            .ninetieth = figures.waitNinetieth,
            .longest = figures.waitLongest};
}

QString cityAttentionTitle(const CityAttention &one, const CityDays &days, Language language)
{
    const CityBranch &branch = days.branches.at(one.branch);
    const QString &name = branch.name.in(language);
    switch (one.kind) {
    case CityAttention::Kind::Identity:
        return CityTexts::tr("%1: a copy of its data has spoken in its name").arg(name);
    case CityAttention::Kind::MissingEvents:
        return CityTexts::tr("%1: %n event(s) are missing", nullptr,
                             static_cast<int>(branch.missingEvents))
            .arg(name);
    case CityAttention::Kind::Unproven: {
        QStringList words;
        for (const QDate &day : branch.unprovenDays) {
            words.append(day.toString(u"dd/MM/yyyy"_s));
        }
        constexpr qsizetype Most = 3;
        const QString dates =
            words.size() > Most ? words.first(Most).join(u", "_s) + u" …"_s : words.join(u", "_s);
        return dates.isEmpty()
                   ? CityTexts::tr("%1: a closed day is not proven").arg(name)
                   : CityTexts::tr("%1: closed days that are not proven: %2").arg(name, dates);
    }
    case CityAttention::Kind::SetAside:
        return CityTexts::tr("%1: rows came that no table takes").arg(name);
    case CityAttention::Kind::Format:
        return CityTexts::tr("%1: its program and the centre's are of different versions")
            .arg(name);
    case CityAttention::Kind::NeverSent:
        return CityTexts::tr("%1 has never sent anything").arg(name);
    case CityAttention::Kind::Silent:
        return CityTexts::tr("%1 has not sent since %2")
            .arg(name, momentText(branch.lastSync, days.readAt));
    case CityAttention::Kind::Behind:
        return CityTexts::tr("%1: its last sync was cut off").arg(name);
    }
    Q_UNREACHABLE();
}

QString cityAttentionDetail(const CityAttention &one, const CityDays &days)
{
    switch (one.kind) {
    case CityAttention::Kind::Identity:
        return CityTexts::tr("Ask the branch which PC is the right one, shut the other out, then: "
                             "motcua centre clear %1")
            .arg(days.branches.at(one.branch).code);
    case CityAttention::Kind::MissingEvents:
        return CityTexts::tr("Let the branch run “motcua verify” and send its days again: motcua "
                             "sync --day DATE");
    case CityAttention::Kind::Unproven:
        return CityTexts::tr("Let the branch send that day once more: motcua sync --day DATE");
    case CityAttention::Kind::SetAside:
        return CityTexts::tr("Nothing is lost: they are kept aside. At the centre: motcua centre "
                             "init, then motcua centre clear %1")
            .arg(days.branches.at(one.branch).code);
    case CityAttention::Kind::Format:
        return CityTexts::tr("Update the older of the two; nothing is lost until then.");
    case CityAttention::Kind::NeverSent:
        return CityTexts::tr("Carry its file to the branch and switch the nightly sync on there. "
                             "Its figures are unknown, not zero.");
    case CityAttention::Kind::Silent:
        return CityTexts::tr("Call the branch: is its server on, and the line to the centre? What "
                             "it has is kept and comes by itself.");
    case CityAttention::Kind::Behind:
        return CityTexts::tr("It goes on by itself; if not by noon, call the branch.");
    }
    Q_UNREACHABLE();
}

} // namespace motcua
