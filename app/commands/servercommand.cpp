// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/qrcode.h"
#include "core/vietnamesetext.h"
#include "operations/branchserver.h"
#include "operations/joining.h"
#include "operations/servertools.h"

#include <QDir>
#include <QJsonArray>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<BranchServer> serverOf(const Invocation &invocation)
{
    return serverIn(serverFolder(invocation));
}

QString faceText(Face face)
{
    switch (face) {
    case Face::Kiosk:
        return Texts::tr("kiosk");
    case Face::Counter:
        return Texts::tr("counter");
    case Face::Board:
        return Texts::tr("board");
    case Face::Manager:
        return Texts::tr("manager");
    case Face::Rating:
        return Texts::tr("rating");
    }
    Q_UNREACHABLE();
}

QString stateText(const EnrolledDevice &device)
{
    if (device.state == "joined"_L1) {
        return device.sessions > 0 ? Texts::tr("connected") : Texts::tr("not connected");
    }
    if (device.state == "invited"_L1) {
        return Texts::tr("has not joined yet");
    }
    return device.state == "expired"_L1 ? Texts::tr("did not join in time") : Texts::tr("revoked");
}

/// What is to be done soon, lest a PC be refused one morning; empty: nothing.
QString renewalText(const EnrolledDevice &device, const QDateTime &now)
{
    constexpr int Ahead = 60; // days
    return device.certifiedUntil.isValid() && device.certifiedUntil < now.addDays(Ahead)
               ? Texts::tr("The certificate of %1 ends on %2. Before that: server revoke %1, "
                           "server enrol %1, then join on that PC.")
                     .arg(device.name, shortDate(device.certifiedUntil.date()))
               : QString();
}

/// A QR code as a terminal shows it, two rows of modules in a line; dark on light, whatever the
/// terminal's colours are.
QString drawn(const QrCode &code)
{
    constexpr int Margin = 4;
    const auto isDark = [&code](int x, int y) {
        return x >= 0 && y >= 0 && x < code.size && y < code.size && code.isDark(x, y);
    };
    QString text;
    for (int y = -Margin; y < code.size + Margin; y += 2) {
        text += u"\x1b[30;47m"_s;
        for (int x = -Margin; x < code.size + Margin; ++x) {
            const bool upper = isDark(x, y);
            const bool lower = isDark(x, y + 1);
            text += upper && lower ? u'█' : upper ? u'▀' : lower ? u'▄' : u' ';
        }
        text += u"\x1b[0m\n"_s;
    }
    return text;
}

} // namespace

QString serverFolder(const Invocation &invocation)
{
    return QDir(invocation.has(u"folder"_s) ? invocation.filePath(u"folder"_s)
                                            : u"/var/lib/motcua/server"_s)
        .absolutePath();
}

int runServerStart(const Invocation &invocation)
{
    const auto server = serverOf(invocation);
    if (!server) {
        return invocation.refuse(server.error());
    }
    if (const auto started = startServer(*server); !started) {
        return invocation.refuse(started.error());
    }
    const auto devices = enrolledDevices(*server);
    if (!devices) {
        return invocation.refuse(devices.error());
    }
    QJsonArray renew;
    QStringList lines{
        Texts::tr("The branch's server runs at %1:%2.").arg(server->address).arg(server->port)};
    for (const EnrolledDevice &device : *devices) {
        if (const QString text = renewalText(device, invocation.now()); !text.isEmpty()) {
            renew.append(device.name);
            lines.append(text);
        }
    }
    return invocation.answer({{u"state"_s, u"running"_s},
                              {u"address"_s, server->address},
                              {u"port"_s, server->port},
                              {u"renew"_s, renew}},
                             lines.join(u'\n'));
}

int runServerStop(const Invocation &invocation)
{
    const auto server = serverOf(invocation);
    if (!server) {
        return invocation.refuse(server.error());
    }
    if (const auto stopped = stopServer(*server); !stopped) {
        return invocation.refuse(stopped.error());
    }
    return invocation.answer({{u"state"_s, u"stopped"_s}},
                             Texts::tr("The branch's server has stopped."));
}

int runServerEnrol(const Invocation &invocation)
{
    const auto server = serverOf(invocation);
    const auto face = faceFromWord(invocation.text(u"face"_s));
    if (!server || !face) {
        return invocation.refuse(server ? Error{ErrorCode::Usage, u"--face"_s, {}}
                                        : server.error());
    }
    const QString name = invocation.argument();
    const QString path = QDir().absoluteFilePath(
        invocation.has(u"output"_s) ? invocation.filePath(u"output"_s) : name + u".join"_s);
    const QString code = newJoinCode();
    const auto file = enrolDevice(*server, name, *face, code, invocation.now());
    if (!file) {
        return invocation.refuse(file.error());
    }
    if (const auto written = writePrivate(path, *file); !written) {
        // Nobody can join with it, so it must not stand in the way of the next try.
        static_cast<void>(revokeDevice(*server, name));
        return invocation.refuse(written.error());
    }
    // For the reader of the PC that joins; its colours would be noise in a file.
    const auto qr = ::isatty(STDOUT_FILENO) == 1 ? qrCode(code.toLatin1()) : std::nullopt;
    return invocation.answer(
        {{u"name"_s, name}, {u"face"_s, word(*face)}, {u"file"_s, path}, {u"code"_s, code}},
        (qr ? drawn(*qr) : QString())
            + Texts::tr("Code for %1: %2\n"
                        "Carry %3 to that PC, then type there: motcua join %4\n"
                        "The code works once and for %n hour(s).",
                        nullptr, JoinHours)
                  .arg(name, code, path, QDir(path).dirName()));
}

int runServerRevoke(const Invocation &invocation)
{
    const auto server = serverOf(invocation);
    if (!server) {
        return invocation.refuse(server.error());
    }
    const QString name = invocation.argument();
    if (const auto revoked = revokeDevice(*server, name); !revoked) {
        return invocation.refuse(revoked.error());
    }
    return invocation.answer({{u"name"_s, name}, {u"state"_s, u"revoked"_s}},
                             Texts::tr("%1 is shut out.").arg(name));
}

int runServerList(const Invocation &invocation)
{
    const auto server = serverOf(invocation);
    if (!server) {
        return invocation.refuse(server.error());
    }
    const auto devices = enrolledDevices(*server);
    if (!devices) {
        return invocation.refuse(devices.error());
    }
    QJsonArray list;
    QStringList lines;
    QStringList renewals;
    for (const EnrolledDevice &device : *devices) {
        const QString until = device.certifiedUntil.date().toString(Qt::ISODate);
        list.append(QJsonObject{{u"name"_s, device.name},
                                {u"face"_s, word(device.face)},
                                {u"state"_s, device.state},
                                {u"sessions"_s, device.sessions},
                                {u"certified_until"_s, until}});
        lines.append(u"%1  %2  %3"_s.arg(device.name, faceText(device.face), stateText(device)));
        if (!until.isEmpty()) {
            lines.back() +=
                u"  "_s
                + Texts::tr("certificate until %1").arg(shortDate(device.certifiedUntil.date()));
        }
        renewals.append(renewalText(device, invocation.now()));
    }
    renewals.removeAll(QString());
    lines.append(renewals);
    return invocation.answer({{u"devices"_s, list}}, lines.isEmpty()
                                                         ? Texts::tr("No PC is enrolled yet.")
                                                         : lines.join(u'\n'));
}

int runServerBackup(const Invocation &invocation)
{
    const auto server = serverOf(invocation);
    if (!server) {
        return invocation.refuse(server.error());
    }
    const auto path = backUpServer(*server, invocation.now());
    if (!path) {
        return invocation.refuse(path.error());
    }
    return invocation.answer(
        {{u"file"_s, *path}},
        Texts::tr("The branch was copied to %1, and the copy can be read.").arg(*path));
}

int runJoin(const Invocation &invocation)
{
    const auto file = readWhole(invocation.filePath());
    if (!file) {
        return invocation.refuse(file.error());
    }
    const auto package = openJoin(*file, readSecret(Texts::tr("Code:")));
    if (!package) {
        return invocation.refuse(package.error());
    }
    const QString folder =
        invocation.has(u"folder"_s) ? invocation.filePath(u"folder"_s) : u"/etc/motcua"_s;
    const auto joined = joinBranch(*package, folder, invocation.text(u"user"_s));
    if (!joined) {
        return invocation.refuse(joined.error());
    }
    const QString settings = QDir(folder).absoluteFilePath(u"motcua.conf"_s);
    QJsonObject json{{u"name"_s, package->name},
                     {u"face"_s, package->face},
                     {u"branch"_s, package->branch},
                     {u"settings"_s, settings}};
    QString text = Texts::tr("This PC is %1 of branch %2 now. Its settings: %3")
                       .arg(package->name, package->branch, settings);
    if (!joined->exitPin.isEmpty()) {
        json.insert(u"exit_pin"_s, joined->exitPin);
        text += u'\n'
                + Texts::tr("PIN with which staff leave this kiosk, told only now: %1")
                      .arg(joined->exitPin);
    }
    return invocation.answer(json, text);
}

} // namespace motcua
