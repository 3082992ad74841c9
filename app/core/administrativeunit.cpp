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

/// @p part folded, with its kind in full: "p. ba dinh" is "phuong ba dinh".
static QString wholeKind(QStringView part)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> Shortened[] = {
        {"tp"_L1, "thanh pho"_L1}, {"t"_L1, "tinh"_L1}, {"p"_L1, "phuong"_L1}, {"x"_L1, "xa"_L1}};
    QString text = folded(part).trimmed();
    text.replace(u'.', u' ');
    text = text.simplified();
    for (const auto &[shortened, whole] : Shortened) {
        if (text.startsWith(shortened + ' '_L1)) {
            return whole + text.sliced(shortened.size());
        }
    }
    return text;
}

static const AdministrativeUnit *unitNamed(const QString &name, bool isProvince)
{
    const auto &units = administrativeUnits();
    const auto unit = std::ranges::find_if(units, [&](const AdministrativeUnit &one) {
        return one.isProvince == isProvince && folded(one.name) == name;
    });
    return unit == units.end() ? nullptr : &*unit;
}

const AdministrativeUnit *unitOfAddress(QStringView address)
{
    QStringList parts;
    for (const QStringView part : address.split(u',', Qt::SkipEmptyParts)) {
        parts.append(wholeKind(part));
    }
    if (parts.isEmpty()) {
        return nullptr;
    }
    QString last = parts.takeLast();
    for (const QLatin1StringView kind : {"thanh pho "_L1, "tinh "_L1}) {
        if (last.startsWith(kind)) {
            last.remove(0, kind.size());
            break;
        }
    }
    return last == "ha noi"_L1 ? unitNamed(parts.isEmpty() ? QString() : parts.last(), false)
                               : unitNamed(last, true);
}

} // namespace motcua
