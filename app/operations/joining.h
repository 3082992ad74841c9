// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>

namespace motcua {

/// All that a PC needs to take part in a branch, as `server enrol` packs it.
struct JoinPackage
{
    QString name;   ///< of the PC: its role on the server and the name in its certificate
    QString face;   ///< "kiosk", "counter", "board", "manager", "rating"
    QString branch; ///< code
    QString address;
    int port = 0;
    QString password; ///< until it has joined
    QByteArray authority;
    QByteArray certificate;
    QByteArray key;
    QByteArray branchKey; ///< of a counter and a manager alone

    friend bool operator==(const JoinPackage &, const JoinPackage &) = default;
};

/// A code to be read from paper and typed, 60 random bits: "7KQ2-M0TZ-4HWC".
[[nodiscard]] QString newJoinCode();

/// @p package as a file that only @p code opens (Argon2id, XSalsa20-Poly1305).
[[nodiscard]] Result<QByteArray> sealJoin(const JoinPackage &package, const QString &code);
/// Takes a code in small letters, without hyphens, and with O for 0 as well.
/// Fails with JoinCodeWrong, InvalidInput (no such file).
[[nodiscard]] Result<JoinPackage> openJoin(const QByteArray &file, const QString &code);

struct Joined
{
    QString place; ///< of the branch, which was opened once
    /// With which staff leave a kiosk. It is told once and not the PIN of anybody: a kiosk cannot read
    /// those. Empty for other faces.
    QString exitPin;
};

/// Makes this PC what @p package says: keys and settings in @p folder (motcua.conf keeps what else is
/// in it), readable by the system's user @p user alone, or by us when that is empty. The password that
/// was in the file is replaced by one that only this PC knows, so the file lets nobody in any more; a
/// counter's still holds the branch's key and is to be deleted.
///
/// A join that was interrupted after that is finished by the next one. Fails with JoinOver,
/// ServerUnreachable, FileUnwritable, Usage (there is no such user).
[[nodiscard]] Result<Joined> joinBranch(const JoinPackage &package, const QString &folder,
                                        const QString &user);

} // namespace motcua
