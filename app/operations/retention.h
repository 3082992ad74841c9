// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/command.h"

#include <array>
#include <optional>

namespace motcua {

/// Data about people that is kept for a time of its own, see BranchSettings. The words of word()
/// are used in events and JSON.
enum class RetentionClass {
    Appointments, ///< keyed hashes of phones and ID numbers of bookings
    Comments,     ///< what citizens wrote on their ratings, dealt with or not
    Advice,       ///< visits that led to no dossier
    Dossiers,     ///< refused, handed over or left waiting for papers, with all that is sealed
};
[[nodiscard]] QString word(RetentionClass what);

/// What is due to be erased of one class.
struct ErasureLine
{
    RetentionClass what = RetentionClass::Appointments;
    QDate before; ///< what was over before this day is erased; null: the branch keeps this class
    int count = 0;
    QDate oldest = {}; ///< null when nothing is
    int open = 0;      ///< of comments those that nobody has dealt with; they are lost unread

    friend bool operator==(const ErasureLine &, const ErasureLine &) = default;
};

struct Erasure
{
    std::array<ErasureLine, 4> lines; ///< one for each class, in their order
    int people = 0;                   ///< whose last record goes with it; not known beforehand

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Erasure fromJson(const QJsonObject &json);
};

/// What erase() would erase on the day of @p clock. Changes nothing.
[[nodiscard]] Result<Erasure> previewErasure(Database &database, const QDateTime &clock);

/// Erases what has been kept for long enough. Sealed values, name words and hashes are overwritten;
/// numbers, codes, times and outcomes stay, so counts and the register still agree, and an event
/// tells of each dossier that it was erased. Backups made before hold it until they are deleted.
///
/// A wrong clock would erase everything, so it fails with ClockDoubtful (subject: the day the clock
/// tells) unless that day is open, the clock never ran back on it, and the branch worked within the
/// 36 hours before, or @p today, which somebody typed, is the same day; and with UnknownStaff.
[[nodiscard]] Result<Erasure> erase(Database &database, const CommandContext &context,
                                    const QString &staff, const std::optional<QDate> &today);

} // namespace motcua
