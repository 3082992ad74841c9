// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskview.h"

#include "kiosk/kiosktexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

const GroupLoad *KioskView::load(const QString &letter) const
{
    const auto found = std::ranges::find(hall.groups, letter,
                                         [](const GroupLoad &load) { return load.group.letter; });
    return found == hall.groups.end() ? nullptr : &*found;
}

const Procedure *KioskView::procedureOf(const QString &code) const
{
    const auto found = std::ranges::find(catalogue.procedures, code, &Procedure::code);
    return found == catalogue.procedures.end() ? nullptr : &*found;
}

std::vector<const Procedure *> KioskView::proceduresOf(const QString &letter) const
{
    std::vector<const Procedure *> found;
    for (const Procedure &one : catalogue.procedures) {
        if (one.group == letter) {
            found.push_back(&one);
        }
    }
    return found;
}

ClosedReason closedReason(const KioskView &view)
{
    switch (view.opening.kind) {
    case OpeningState::Kind::BeforeOpening:
        return ClosedReason::BeforeOpening;
    case OpeningState::Kind::Break:
        return ClosedReason::Break;
    case OpeningState::Kind::AfterLast:
        return ClosedReason::AfterLast;
    case OpeningState::Kind::DayOff:
        return ClosedReason::DayOff;
    case OpeningState::Kind::Open:
        break;
    }
    const bool full = !view.hall.groups.empty()
                      && std::ranges::none_of(view.hall.groups, &GroupLoad::takesNumbers);
    if (view.offline && (!view.hasHall || view.hall.businessDate.isNull() || full)) {
        return ClosedReason::NoServer; // whether the day is open, only the server knows
    }
    if (!view.hasHall) {
        return ClosedReason::None;
    }
    if (view.hall.businessDate.isNull()) {
        return ClosedReason::DayNotOpen;
    }
    return full ? ClosedReason::Full : ClosedReason::None;
}

QString groupIcon(const QString &letter)
{
    static const QHash<QString, QString> icons{
        {u"H"_s, u"family"_s}, {u"C"_s, u"stamp"_s}, {u"N"_s, u"house"_s},  {u"K"_s, u"shop"_s},
        {u"X"_s, u"care"_s},   {u"Y"_s, u"book"_s},  {u"R"_s, u"result"_s}, {u"A"_s, u"guide"_s}};
    return icons.value(letter, u"ticket"_s);
}

QString limitText(const Procedure &procedure, Language language)
{
    std::optional<LimitKind> kind;
    int least = Limit::Largest;
    int most = 0;
    for (const ProcedureCase &one : procedure.cases) {
        if (!one.limit || (kind && *kind != one.limit->kind)) {
            return {};
        }
        kind = one.limit->kind;
        least = std::min(least, one.limit->value);
        most = std::max(most, one.limit->value);
    }
    if (!kind) {
        return {};
    }
    if (*kind == LimitKind::SameDay) {
        return kioskText(language, kiosktext::SameDay);
    }
    if (*kind == LimitKind::WorkingHours) {
        return kioskText(language, kiosktext::Hours).arg(most);
    }
    if (least != most) {
        return kioskText(language, kiosktext::DayRange).arg(least).arg(most);
    }
    return most == 1 ? kioskText(language, kiosktext::OneDay)
                     : kioskText(language, kiosktext::Days).arg(most);
}

} // namespace motcua
