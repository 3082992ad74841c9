// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/serverauthority.h"

#include "operations/servertools.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<> openssl(const QString &folder, const QStringList &arguments)
{
    const auto done =
        runTool({.program = u"openssl"_s, .arguments = arguments, .folder = folder + u"/ca"_s});
    return done ? Result<>() : std::unexpected(done.error());
}

/// A key and a certificate for @p name, as the section @p kind of ca.cnf has it.
Result<> certify(const QString &folder, const QString &name, const QString &kind, int days)
{
    const auto asked = openssl(folder, {u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                        u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s,
                                        u"/CN="_s + name, u"-keyout"_s, name + u".key"_s, u"-out"_s,
                                        name + u".csr"_s});
    if (!asked) {
        return asked;
    }
    const auto signedOff =
        openssl(folder, {u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s,
                         u"-extensions"_s, kind, u"-days"_s, QString::number(days), u"-in"_s,
                         name + u".csr"_s, u"-out"_s, name + u".crt"_s});
    QFile::remove(folder + u"/ca/"_s + name + u".csr"_s);
    return signedOff;
}

/// Puts a file of the authority where the server reads it.
Result<> publishToServer(const QString &folder, const QString &name, const QString &as)
{
    const auto content = readWhole(folder + u"/ca/"_s + name);
    if (!content) {
        return std::unexpected(content.error());
    }
    const QString path = folder + u"/tls/"_s + as;
    if (const auto written = writePrivate(path, *content); !written) {
        return written;
    }
    return giveToServer(path);
}

Result<> publishRevocations(const QString &folder)
{
    const auto made =
        openssl(folder, {u"ca"_s, u"-gencrl"_s, u"-config"_s, u"ca.cnf"_s, u"-out"_s, u"ca.crl"_s});
    return made ? publishToServer(folder, u"ca.crl"_s, u"ca.crl"_s) : made;
}

constexpr int DeviceDays = 730;
constexpr int ServerDays = 7300; ///< who renewed it would have to visit every PC

} // namespace

Result<> makeAuthority(const QString &folder, const QString &address)
{
    static const QRegularExpression number(u"^[0-9.]+$|:"_s);
    const bool isNumber = number.match(address).hasMatch();
    const QString config = uR"([ca]
default_ca = branch
[branch]
dir = .
database = index.txt
new_certs_dir = issued
certificate = ca.crt
private_key = ca.key
rand_serial = yes
unique_subject = no
default_md = sha256
default_crl_days = %1
policy = names
[names]
commonName = supplied
[req]
distinguished_name = subject
x509_extensions = authority
[subject]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost,IP:127.0.0.1,%2:%3
[device]
basicConstraints = CA:FALSE
extendedKeyUsage = clientAuth
)"_s.arg(QString::number(ServerDays), isNumber ? u"IP"_s : u"DNS"_s, address);
    const QString ca = folder + u"/ca"_s;
    for (const QString &place : {ca, ca + u"/issued"_s}) {
        if (const auto made = makePrivateFolder(place); !made) {
            return made;
        }
    }
    const auto configured = writePrivate(ca + u"/ca.cnf"_s, config.toUtf8());
    const auto indexed = writePrivate(ca + u"/index.txt"_s, {});
    if (!configured || !indexed) {
        return configured ? indexed : configured;
    }
    const auto made = openssl(folder, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                       u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-config"_s,
                                       u"ca.cnf"_s, u"-days"_s, QString::number(ServerDays),
                                       u"-subj"_s, u"/CN=Mot Cua branch server"_s, u"-keyout"_s,
                                       u"ca.key"_s, u"-out"_s, u"ca.crt"_s});
    if (!made) {
        return made;
    }
    // localhost is one of its names, whatever the address is.
    if (const auto done = certify(folder, u"localhost"_s, u"server"_s, ServerDays); !done) {
        return done;
    }
    for (const auto &[name, as] :
         {std::pair(u"ca.crt"_s, u"ca.crt"_s), std::pair(u"localhost.crt"_s, u"server.crt"_s),
          std::pair(u"localhost.key"_s, u"server.key"_s)}) {
        if (const auto done = publishToServer(folder, name, as); !done) {
            return done;
        }
    }
    QFile::remove(ca + u"/localhost.key"_s);
    return publishRevocations(folder);
}

Result<Certified> certifyDevice(const QString &folder, const QString &name)
{
    const QString ca = folder + u"/ca/"_s;
    const auto removeKey = qScopeGuard([&] { QFile::remove(ca + name + u".key"_s); });
    if (const auto certified = certify(folder, name, u"device"_s, DeviceDays); !certified) {
        return std::unexpected(certified.error());
    }
    auto authority = readWhole(ca + u"ca.crt"_s);
    auto certificate = readWhole(ca + name + u".crt"_s);
    auto key = readWhole(ca + name + u".key"_s);
    if (!authority || !certificate || !key) {
        return std::unexpected(!authority     ? authority.error()
                               : !certificate ? certificate.error()
                                              : key.error());
    }
    return Certified{std::move(*authority), std::move(*certificate), std::move(*key)};
}

QDateTime certifiedUntil(const QString &folder, const QString &name)
{
    const auto until = runTool({.program = u"openssl"_s,
                                .arguments = {u"x509"_s, u"-noout"_s, u"-enddate"_s, u"-dateopt"_s,
                                              u"iso_8601"_s, u"-in"_s, name + u".crt"_s},
                                .folder = folder + u"/ca"_s});
    // "notAfter=2028-11-28 04:12:09Z"
    return until ? QDateTime::fromString(
               QString::fromUtf8(*until).trimmed().section(u'=', 1).replace(u' ', u'T'),
               Qt::ISODate)
                 : QDateTime();
}

Result<> revokeCertificate(const QString &folder, const QString &name)
{
    const QString certificate = folder + u"/ca/"_s + name + u".crt"_s;
    if (!QFileInfo::exists(certificate)) {
        return {};
    }
    const auto revoked =
        openssl(folder, {u"ca"_s, u"-config"_s, u"ca.cnf"_s, u"-revoke"_s, name + u".crt"_s});
    // As after a try that was interrupted.
    if (!revoked && !revoked.error().detail.contains("Already revoked"_L1)) {
        return revoked;
    }
    if (const auto published = publishRevocations(folder); !published) {
        return published;
    }
    QFile::remove(certificate);
    return {};
}

} // namespace motcua
