// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>

namespace motcua {

// What makes the certificates of a branch's server and of its PCs: the folder "ca" within that of the
// server. All fail with ToolMissing, ToolFailed, FileUnwritable, FileUnreadable.

/// Makes it, and in "tls" the certificate that the server at @p address shows.
[[nodiscard]] Result<> makeAuthority(const QString &folder, const QString &address);

struct Certified
{
    QByteArray authority; ///< by which the PC knows the server
    QByteArray certificate;
    QByteArray key; ///< nowhere else
};
/// Two years for the PC @p name.
[[nodiscard]] Result<Certified> certifyDevice(const QString &folder, const QString &name);
/// Not valid when it has none.
[[nodiscard]] QDateTime certifiedUntil(const QString &folder, const QString &name);
/// The server has to be told to read the list again.
[[nodiscard]] Result<> revokeCertificate(const QString &folder, const QString &name);

} // namespace motcua
