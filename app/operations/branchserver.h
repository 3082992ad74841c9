// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/backup.h"
#include "operations/branchdatabase.h"

#include <QDateTime>

#include <vector>

namespace motcua {

/// A branch's PostgreSQL server on this PC: a cluster of its own in a folder, with certificates of its
/// own and one login for each PC that joined.
///
/// The folder holds data (the cluster), tls (what the server shows), ca (what makes certificates, for
/// whoever administers the branch alone), run (the socket), log, backups and branch.key. On the socket
/// the administrator of this PC is let in without a password; from the network only who has a
/// certificate and the password that belong to its name.
struct BranchServer
{
    QString folder;
    QString address; ///< where other PCs find it: a name or number of this PC
    int port = 0;

    /// The database as the administrator of this PC opens it: it owns everything in it.
    [[nodiscard]] QString ownerPlace(const QString &database = QStringLiteral("branch")) const;
    /// The settings file that names it, for motcua's other commands on this PC.
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString keyFile() const;
};

/// What a PC may do at the branch; the words are the names of the server's group roles.
enum class Face { Kiosk, Counter, Board, Manager, Rating };
[[nodiscard]] QString word(Face face);
[[nodiscard]] std::optional<Face> faceFromWord(QStringView word);

/// Makes the server and a new branch on it, and leaves it running: whole or not at all. What an
/// interrupted try left behind is removed by the next one.
/// Fails with DatabaseExists (subject: the folder), FolderInUse, ToolMissing, ToolFailed.
[[nodiscard]] Result<Branch> createServer(const BranchServer &server, const Catalogue &catalogue,
                                          const CommandContext &context,
                                          const Completion &complete);
/// The server in @p folder. Fails with DatabaseMissing.
[[nodiscard]] Result<BranchServer> serverIn(const QString &folder);
/// Starts it unless it runs, and brings schema and rights up to this program's.
[[nodiscard]] Result<> startServer(const BranchServer &server);
[[nodiscard]] Result<> stopServer(const BranchServer &server);

/// How long a PC has to join once it is enrolled.
constexpr int JoinHours = 24;
/// Lets a PC join under @p name ("kiosk-2"). Returns the file to carry to it, sealed with @p code.
/// Fails with InvalidInput, DeviceEnrolled (subject: the name), DatabaseReplaced: the branch has moved.
[[nodiscard]] Result<QByteArray> enrolDevice(const BranchServer &server, const QString &name,
                                             Face face, const QString &code, const QDateTime &now);
/// Ends everything that PC does at the server, now and for good. Fails with UnknownDevice.
[[nodiscard]] Result<> revokeDevice(const BranchServer &server, const QString &name);

/// A PC that was enrolled.
struct EnrolledDevice
{
    QString name;
    Face face = Face::Kiosk;
    QString state; ///< "joined", "invited", "expired", "revoked"
    int sessions = 0;
    QDateTime certifiedUntil;
};
[[nodiscard]] Result<std::vector<EnrolledDevice>> enrolledDevices(const BranchServer &server);

/// Copies the branch into a file of the folder's backups, proves that it can be read to its end, and
/// keeps the newest 30. Returns its path.
[[nodiscard]] Result<QString> backUpServer(const BranchServer &server, const QDateTime &now);
/// Puts such a file in the branch's place, as restoreBranch() does: proven first, what was there kept
/// as a database of another name, a new epoch, numbers left out. PCs that are enrolled go on by
/// themselves. On a new server it takes the place of the branch that init made, if its code is the same.
/// Fails with KeyMissing when the key file of the server is not that of the backup.
[[nodiscard]] Result<RestoreReport> restoreServer(const BranchServer &server, const QString &file,
                                                  const CommandContext &context,
                                                  std::optional<int> skip);

} // namespace motcua
