// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/administrativeunit.h"

#include "core/vietnamesetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

/// resources/catalogue/units.csv: code, kind, name.
static constexpr char UnitsCsv[] =
#include "core/units.inc"
    ;

static std::vector<AdministrativeUnit> readUnits()
{
    std::vector<AdministrativeUnit> units;
    const QStringList lines = QString::fromUtf8(UnitsCsv).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.sliced(1)) {
        const QStringList fields = line.split(u',');
        units.push_back(
            {.code = fields[0], .name = fields[2], .isProvince = fields[1] == u"province"});
    }
    return units;
}

const std::vector<AdministrativeUnit> &administrativeUnits()
{
    static const std::vector<AdministrativeUnit> units = readUnits();
    return units;
}

const AdministrativeUnit *administrativeUnit(QStringView code)
{
    const auto &units = administrativeUnits();
    const auto unit = std::ranges::find(units, code, &AdministrativeUnit::code);
    return unit == units.end() ? nullptr : &*unit;
}

std::vector<const AdministrativeUnit *> findUnits(QStringView typed)
{
    const QStringList asked = folded(typed).split(u' ', Qt::SkipEmptyParts);
    std::vector<const AdministrativeUnit *> found;
    for (const AdministrativeUnit &unit : administrativeUnits()) {
        const QStringList words = folded(unit.name).split(u' ');
        const bool fits = std::ranges::all_of(asked, [&words](const QString &start) {
            return std::ranges::any_of(
                words, [&start](const QString &word) { return word.startsWith(start); });
        });
        if (fits) {
            found.push_back(&unit);
        }
    }
    return found;
}

static bool startsWithAny(const QString &text, std::initializer_list<QLatin1StringView> starts)
{
    return std::ranges::any_of(starts,
                               [&text](QLatin1StringView start) { return text.startsWith(start); });
}

/// Without the word for its kind, however that is shortened.
static QString bareUnitName(QString folded)
{
    for (const QLatin1StringView kind : {"thanh pho "_L1, "tp. "_L1, "tp "_L1, "tp."_L1, "tinh "_L1,
                                         "phuong "_L1, "p. "_L1, "p."_L1, "xa "_L1, "x. "_L1}) {
        if (folded.startsWith(kind)) {
            return folded.sliced(kind.size()).trimmed();
        }
    }
    return folded;
}

const AdministrativeUnit *unitOfAddress(QStringView address)
{
    QStringList parts;
    for (const QString &part : address.toString().split(u',', Qt::SkipEmptyParts)) {
        parts.append(folded(part).trimmed());
    }
    if (parts.isEmpty()) {
        return nullptr;
    }
    const QString last = bareUnitName(parts.takeLast());
    const bool isDistrict =
        !parts.isEmpty()
        && startsWithAny(parts.last(),
                         {"quan "_L1, "huyen "_L1, "thi xa "_L1, "thanh pho "_L1, "q. "_L1, "q."_L1,
                          "h. "_L1, "tx "_L1, "tx. "_L1, "tp "_L1, "tp. "_L1});
    if (isDistrict) {
        return nullptr;
    }
    const auto named = [](const QString &name, bool isProvince) -> const AdministrativeUnit * {
        const auto &units = administrativeUnits();
        const auto unit = std::ranges::find_if(units, [&](const AdministrativeUnit &one) {
            return one.isProvince == isProvince && bareUnitName(folded(one.name)) == name;
        });
        return unit == units.end() ? nullptr : &*unit;
    };
    if (last != "ha noi"_L1) {
        return named(last, true);
    }
    // "Hai Ba Trung" was a district too: the word before it tells which is meant.
    const bool isWard =
        !parts.isEmpty()
        && startsWithAny(parts.last(), {"phuong "_L1, "p. "_L1, "p."_L1, "xa "_L1, "x. "_L1});
    return isWard ? named(bareUnitName(parts.last()), false) : nullptr;
}

} // namespace motcua
