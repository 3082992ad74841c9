// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"

#include <QFile>

namespace motcua::test {

/// A branch as small as it gets with a reason for everything in it: H and C share counter 3, N has
/// only three numbers, "elderly" may overtake 20 minutes, CB01 may call out of order.
[[nodiscard]] inline Catalogue smallCatalogue()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Catalogue catalogue;
    catalogue.branchNumber = 7;
    catalogue.branchCode = text("CN7");
    catalogue.branchName = {text("Chi nhánh số 7"), text("Branch 7")};
    catalogue.organisation = {text("Trung tâm"), text("Centre")};
    catalogue.address = text("1 Phố Huế");
    catalogue.settings.timeZone = text("Asia/Ho_Chi_Minh");
    for (const char *letter : {"H", "C", "N"}) {
        catalogue.groups.push_back({.letter = text(letter),
                                    .name = {text("Nhóm ") + text(letter), text(letter)},
                                    .shortName = {text(letter), text(letter)}});
    }
    catalogue.groups[2].firstNumber = 101;
    catalogue.groups[2].lastNumber = 103;
    catalogue.priorityClasses = {{.code = text("elderly"),
                                  .name = {text("Người cao tuổi"), text("Older person")},
                                  .headStartMinutes = 20,
                                  .fromAge = 75,
                                  .basis = text("39/2009")},
                                 {.code = text("pregnant"),
                                  .name = {text("Mang thai"), text("Pregnant")},
                                  .headStartMinutes = 10,
                                  .fromAge = {},
                                  .basis = {}}};
    catalogue.counters = {{1, {text("H")}},
                          {2, {text("H")}},
                          {3, {text("H"), text("C")}},
                          {4, {text("C")}},
                          {5, {text("N")}}};
    for (const char *code : {"CB01", "CB02", "CB03", "CB04", "CB05"}) {
        catalogue.staff.push_back(
            {text(code), text("Nguyễn Thị ") + text(code), {text("H"), text("C"), text("N")}});
    }
    catalogue.staff.front().permissions = {CallChosenPermission};
    catalogue.procedures = {{.code = text("1.001193"),
                             .name = {text("Đăng ký khai sinh"), text("Birth")},
                             .group = text("H"),
                             .field = text("Hộ tịch"),
                             .referral = {},
                             .flags = {},
                             .cases = {ProcedureCase()}},
                            {.code = text("9.000001"),
                             .name = {text("Hộ chiếu"), text("Passport")},
                             .group = {},
                             .field = {},
                             .referral = text("Công an"),
                             .flags = {},
                             .cases = {ProcedureCase()}}};
    catalogue.synonyms = {{text("sổ đỏ"), {text("quyền sử dụng đất")}}};
    for (size_t day = 0; day < 5; ++day) {
        catalogue.calendar.week[day] = {{QTime(7, 30), QTime(11, 30)},
                                        {QTime(13, 0), QTime(17, 0)}};
    }
    catalogue.calendar.lastConfirmedYear = 2026;
    return catalogue;
}

/// The catalogue the program brings along.
[[nodiscard]] inline CatalogueReading shippedCatalogue()
{
    const auto bytes = [](const QString &name) -> std::optional<QByteArray> {
        QFile file(QStringLiteral(SOURCE_DIR "/resources/catalogue/") + name);
        return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
    };
    const QString name = QStringLiteral("branch-1.json");
    return readCatalogue(name, bytes(name).value_or(QByteArray()), bytes);
}

} // namespace motcua::test
