// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hallstate.h"

#include <QJsonObject>

namespace motcua {

/// A booking of the open day that has no number yet. Its code says who booked to nobody but the
/// branch.
struct KnownBooking
{
    QString code;
    QString group;     ///< letter
    QString procedure; ///< code; empty for none

    friend bool operator==(const KnownBooking &, const KnownBooking &) = default;
};

/// What a kiosk shows and gives numbers by when it starts without its branch. No person is in it.
struct KioskMemory
{
    QDate businessDate; ///< that the branch had opened; null for none
    Catalogue catalogue;
    std::vector<KnownBooking> bookings = {};

    /// The hall with nobody in it.
    [[nodiscard]] HallState hall() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Reads what toJson() wrote and nobody changed.
    [[nodiscard]] static KioskMemory fromJson(const QJsonObject &json);
};

} // namespace motcua
