// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/administrativeunit.h"

#include "core/vietnamesetext.h"

#include <algorithm>

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

} // namespace motcua
