// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace motcua {

/// A ward or commune of Hanoi as of 1/7/2025 (51 and 75), or one of the 34 provinces for whoever
/// lives elsewhere. Codes are those of the national list (QĐ 19/2025/QĐ-TTg).
struct AdministrativeUnit
{
    QString code; ///< five digits; two for a province
    QString name; ///< "Phường Ba Đình", "Tỉnh Cao Bằng"
    bool isProvince = false;
};

/// In the order of the list, Hanoi first. Names alone are not unique: key on the code.
[[nodiscard]] const std::vector<AdministrativeUnit> &administrativeUnits();
/// Null for an unknown code.
[[nodiscard]] const AdministrativeUnit *administrativeUnit(QStringView code);
/// Units whose name has every word of @p typed as the beginning of a word, accents or not ("ba
/// dinh", "khanh hoa" for Khánh Hoà).
[[nodiscard]] std::vector<const AdministrativeUnit *> findUnits(QStringView typed);
/// The unit at the end of @p address as it is written since 1/7/2025, in two levels: "… , phường Ba
/// Đình, Hà Nội", "…, Cao Bằng". Null when it is not said so; of an older address with a district
/// nobody knows where it lies now.
[[nodiscard]] const AdministrativeUnit *unitOfAddress(QStringView address);

} // namespace motcua
