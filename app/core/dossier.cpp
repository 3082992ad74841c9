// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dossier.h"

#include "core/wordtable.h"

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<DossierState, 4> DossierStateWords({
    {DossierState::Supplement, "supplement"_L1},
    {DossierState::Processing, "processing"_L1},
    {DossierState::Refused, "refused"_L1},
    {DossierState::Returned, "returned"_L1},
});

QString word(DossierState state)
{
    return DossierStateWords.wordOf(state);
}

std::optional<DossierState> dossierStateFromWord(QStringView word)
{
    return DossierStateWords.valueOf(word);
}

std::optional<DossierState> stateAfter(std::optional<DossierState> from, Outcome outcome)
{
    const bool isOpen = !from || *from == DossierState::Supplement;
    switch (outcome) {
    case Outcome::Accepted:
        return isOpen ? std::optional(DossierState::Processing) : std::nullopt;
    case Outcome::Refused:
        return isOpen ? std::optional(DossierState::Refused) : std::nullopt;
    case Outcome::Supplement:
        return isOpen || *from == DossierState::Processing ? std::optional(DossierState::Supplement)
                                                           : std::nullopt;
    case Outcome::HandedOver:
        return from == DossierState::Processing ? std::optional(DossierState::Returned)
                                                : std::nullopt;
    case Outcome::Advised:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

static constexpr WordTable<DossierProgress, 5> ProgressWords({
    {DossierProgress::Early, "early"_L1},
    {DossierProgress::OnTime, "on_time"_L1},
    {DossierProgress::Late, "late"_L1},
    {DossierProgress::InTime, "in_time"_L1},
    {DossierProgress::Overdue, "overdue"_L1},
});

QString word(DossierProgress progress)
{
    return ProgressWords.wordOf(progress);
}

static bool isPast(const LocalTime &due, const LocalTime &now)
{
    return std::pair(due.date, due.time) < std::pair(now.date, now.time);
}

DossierProgress progressAt(const Dossier &dossier, const std::optional<LocalTime> &handedOver,
                           bool paused, const LocalTime &end)
{
    if (!handedOver) {
        return !paused && dossier.due && isPast(*dossier.due, end) ? DossierProgress::Overdue
                                                                   : DossierProgress::InTime;
    }
    if (!dossier.due || handedOver->date == dossier.due->date) {
        return DossierProgress::OnTime;
    }
    return handedOver->date < dossier.due->date ? DossierProgress::Early : DossierProgress::Late;
}

bool isOverdue(const Dossier &dossier, const LocalTime &now)
{
    return dossier.state == DossierState::Processing && dossier.due && isPast(*dossier.due, now);
}

Result<LocalTime> dueAfterPause(const WorkingCalendar &calendar, const LocalTime &due,
                                const LocalTime &pausedAt, const LocalTime &resumedAt)
{
    int paused = 0;
    for (QDate day = pausedAt.date.addDays(1); day <= resumedAt.date; day = day.addDays(1)) {
        paused += calendar.isWorkingDay(day) ? 1 : 0;
    }
    LocalTime moved = due;
    for (; paused > 0; --paused) {
        moved.date = calendar.nextWorkingDay(moved.date);
        if (!calendar.isConfirmed(moved.date)) {
            return failure(ErrorCode::CalendarNotConfirmed, QString::number(moved.date.year()));
        }
    }
    return moved;
}

QString registerBook(const QDate &day)
{
    return day.toString(u"MM/yyyy");
}

} // namespace motcua
