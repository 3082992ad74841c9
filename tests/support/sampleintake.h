// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intake.h"
#include "support/catalogues.h"

namespace motcua::test {

/// smallCatalogue() with a procedure that has a limit, so that dossiers get a due date.
[[nodiscard]] inline Catalogue deskCatalogue()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Catalogue all = smallCatalogue();
    all.procedures.push_back(
        {.code = text("1.004873"),
         .name = {text("Xác nhận tình trạng hôn nhân"), text("Marital status")},
         .group = text("H"),
         .field = text("Hộ tịch"),
         .referral = {},
         .flags = {},
         .cases = {{.name = {},
                    .limit = Limit{LimitKind::WorkingDays, 3},
                    .limitBasis = {},
                    .feeDirect = 15'000,
                    .feeOnline = {},
                    .feeNote = {},
                    .documents = {{text("Tờ khai"), 1, 0, true}}}}});
    return all;
}

[[nodiscard]] inline Intake sampleIntake()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    return {
        .applicant = {.name = text("Nguyễn Thị Mai"),
                      .idNumber = text("099191004217"),
                      .sex = Sex::Female,
                      .phone = text("0912345678"),
                      .address = text("Số 12 Hàng Bún"),
                      .unit = text("00004")},
        .procedure = text("1.004873"),
        .documents = {{.name = text("Tờ khai"), .originals = 1, .state = DocumentState::Received}}};
}

} // namespace motcua::test
