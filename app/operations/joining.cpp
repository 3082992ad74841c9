// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/joining.h"

#include "core/pin.h"
#include "operations/branchdatabase.h"
#include "operations/servertools.h"
#include "operations/signin.h"
#include "storage/durablefile.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <sodium.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QByteArrayView FileHead("motcua join 1\n");
/// Without those that look alike.
constexpr QLatin1StringView CodeLetters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

/// As it was printed, whatever was typed.
QByteArray meantBy(const QString &typed)
{
    QByteArray code;
    for (const QChar c : typed.toUpper()) {
        if (c == u'O') {
            code += '0';
        } else if (c == u'I' || c == u'L') {
            code += '1';
        } else if (CodeLetters.contains(c)) {
            code += c.toLatin1();
        }
    }
    return code;
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Result<Key> keyOf(const QString &code, QByteArrayView salt)
{
    const QByteArray text = meantBy(code);
    Key key{};
    constexpr unsigned long long Passes = 3;
    constexpr size_t Memory = size_t{64} << 20;
    if (sodium_init() < 0
        || crypto_pwhash(key.data(), key.size(), text.constData(),
                         static_cast<unsigned long long>(text.size()), bytesOf(salt), Passes,
                         Memory, crypto_pwhash_ALG_ARGON2ID13)
               != 0) {
        return failure(ErrorCode::OutOfMemory, {}, u"Argon2id"_s);
    }
    return key;
}

QJsonObject toJson(const JoinPackage &package)
{
    return {{u"name"_s, package.name},
            {u"face"_s, package.face},
            {u"branch"_s, package.branch},
            {u"address"_s, package.address},
            {u"port"_s, package.port},
            {u"password"_s, package.password},
            {u"authority"_s, QString::fromLatin1(package.authority)},
            {u"certificate"_s, QString::fromLatin1(package.certificate)},
            {u"key"_s, QString::fromLatin1(package.key)},
            {u"branch_key"_s, QString::fromLatin1(package.branchKey)}};
}

JoinPackage packageFrom(const QJsonObject &json)
{
    return {.name = json["name"_L1].toString(),
            .face = json["face"_L1].toString(),
            .branch = json["branch"_L1].toString(),
            .address = json["address"_L1].toString(),
            .port = json["port"_L1].toInt(),
            .password = json["password"_L1].toString(),
            .authority = json["authority"_L1].toString().toLatin1(),
            .certificate = json["certificate"_L1].toString().toLatin1(),
            .key = json["key"_L1].toString().toLatin1(),
            .branchKey = json["branch_key"_L1].toString().toLatin1()};
}

QString placeOf(const JoinPackage &package, const QDir &folder, const QString &password)
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setUserName(package.name);
    url.setPassword(password);
    url.setHost(package.address);
    url.setPort(package.port);
    url.setPath(u"/branch"_s);
    QUrlQuery query;
    const auto add = [&query](const QString &key, const QString &value) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, "/")));
    };
    add(u"sslmode"_s, u"verify-full"_s);
    add(u"channel_binding"_s, u"require"_s);
    add(u"sslrootcert"_s, folder.filePath(package.name + u".ca.crt"_s));
    add(u"sslcert"_s, folder.filePath(package.name + u".crt"_s));
    add(u"sslkey"_s, folder.filePath(package.name + u".key"_s));
    add(u"application_name"_s, package.name);
    add(u"key"_s, folder.filePath(package.name + u".branch.key"_s));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

/// Whether the server knows this PC and does not let it in: nothing that a later try could change.
bool isShutOut(const Error &error)
{
    const QString &words = error.detail;
    return words.contains("password authentication failed"_L1)
           || words.contains("is not permitted to log in"_L1)
           || words.contains("certificate revoked"_L1);
}

/// Gives the server a password that was never in a file that somebody carried.
Result<> changePassword(const QString &place, const QString &password)
{
    const auto database = Database::open(place);
    if (!database) {
        return isShutOut(database.error())
                   ? failure(ErrorCode::JoinOver, {}, database.error().detail)
                   : std::unexpected(database.error());
    }
    Statement finish(**database, u"SELECT finish_joining(:secret)"_s);
    const auto done =
        finish.bind(u":secret"_s, password).row([](const Row & /*row*/) { return true; });
    return done ? Result<>() : std::unexpected(done.error());
}

} // namespace

QString newJoinCode()
{
    constexpr int Length = 12;
    constexpr int Stretch = 4;
    QString code;
    if (sodium_init() < 0) {
        return code;
    }
    for (int i = 0; i < Length; ++i) {
        if (i > 0 && i % Stretch == 0) {
            code += u'-';
        }
        code += CodeLetters[static_cast<qsizetype>(
            randombytes_uniform(static_cast<uint32_t>(CodeLetters.size())))];
    }
    return code;
}

Result<QByteArray> sealJoin(const JoinPackage &package, const QString &code)
{
    QByteArray head = FileHead.toByteArray()
                      + QByteArray(crypto_pwhash_SALTBYTES + crypto_secretbox_NONCEBYTES, '\0');
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    randombytes_buf(head.data() + FileHead.size(),
                    crypto_pwhash_SALTBYTES + crypto_secretbox_NONCEBYTES);
    const auto key = keyOf(code, QByteArrayView(head).sliced(FileHead.size()));
    if (!key) {
        return std::unexpected(key.error());
    }
    QByteArray plain = QJsonDocument(toJson(package)).toJson(QJsonDocument::Compact);
    QByteArray box(plain.size() + static_cast<qsizetype>(crypto_secretbox_MACBYTES), '\0');
    const auto *nonce =
        bytesOf(head) + FileHead.size() + static_cast<qsizetype>(crypto_pwhash_SALTBYTES);
    crypto_secretbox_easy(reinterpret_cast<unsigned char *>(box.data()), bytesOf(plain),
                          static_cast<unsigned long long>(plain.size()), nonce, key->data());
    plain.fill('\0');
    return head + box;
}

Result<JoinPackage> openJoin(const QByteArray &file, const QString &code)
{
    constexpr auto Salt = static_cast<qsizetype>(crypto_pwhash_SALTBYTES);
    constexpr auto Nonce = static_cast<qsizetype>(crypto_secretbox_NONCEBYTES);
    constexpr auto Mac = static_cast<qsizetype>(crypto_secretbox_MACBYTES);
    constexpr qsizetype Largest = 1 << 20;
    const qsizetype size = file.size() - FileHead.size() - Salt - Nonce - Mac;
    if (!file.startsWith(FileHead.toByteArray()) || size <= 0 || size > Largest) {
        return failure(ErrorCode::InvalidInput, u"*.join"_s);
    }
    const QByteArrayView rest = QByteArrayView(file).sliced(FileHead.size());
    const auto key = keyOf(code, rest);
    if (!key) {
        return std::unexpected(key.error());
    }
    QByteArray plain(size, '\0');
    if (crypto_secretbox_open_easy(
            reinterpret_cast<unsigned char *>(plain.data()), bytesOf(rest.sliced(Salt + Nonce)),
            static_cast<unsigned long long>(size + Mac), bytesOf(rest.sliced(Salt)), key->data())
        != 0) {
        return failure(ErrorCode::JoinCodeWrong);
    }
    JoinPackage package = packageFrom(QJsonDocument::fromJson(plain).object());
    plain.fill('\0');
    return package;
}

/// Six digits that a person can keep in mind and nobody guesses at the first try.
static QString newExitPin()
{
    constexpr uint32_t Pins = 1'000'000;
    QString pin;
    do {
        pin = u"%1"_s.arg(randombytes_uniform(Pins), 6, 10, QChar(u'0'));
    } while (isWeakPin(pin));
    return pin;
}

/// The place that a settings file names.
static QString placeIn(const QString &settingsFile)
{
    return QSettings(settingsFile, QSettings::IniFormat).value(u"database"_s).toString();
}

/// The place in @p settingsFile when it is of this PC and the server lets it in there; empty when it
/// is not. Whether it is must be known: the password stands nowhere else.
static Result<QString> joinedPlaceIn(const QString &settingsFile, const JoinPackage &package)
{
    if (!QFileInfo::exists(settingsFile)) {
        return QString();
    }
    const QString place = placeIn(settingsFile);
    if (!Database::isOnServer(place) || QUrl(place).userName() != package.name) {
        return QString();
    }
    const auto opened = openBranch(place, package.branch);
    if (!opened && !isShutOut(opened.error())) {
        return std::unexpected(opened.error());
    }
    return opened ? place : QString();
}

Result<Joined> joinBranch(const JoinPackage &package, const QString &path, const QString &user)
{
    const QDir folder(QDir(path).absolutePath());
    const QString settingsFile = folder.filePath(u"motcua.conf"_s);
    // Until the server knows the password the settings have another name: a PC that works goes on with
    // what it has.
    const QString settingsToBe = settingsFile + u".joining"_s;
    QStringList written{folder.filePath(package.name + u".ca.crt"_s),
                        folder.filePath(package.name + u".crt"_s),
                        folder.filePath(package.name + u".key"_s)};
    std::vector<QByteArray> contents{package.authority, package.certificate, package.key};
    if (!package.branchKey.isEmpty()) {
        written.append(folder.filePath(package.name + u".branch.key"_s));
        contents.push_back(package.branchKey);
    }
    if (!user.isEmpty() && !isSystemUser(user)) {
        return failure(ErrorCode::Usage, u"--user"_s);
    }
    Joined joined;
    const auto interrupted = joinedPlaceIn(settingsToBe, package);
    if (!interrupted) {
        return std::unexpected(interrupted.error());
    }
    const bool wasInterrupted = !interrupted->isEmpty();
    if (const auto present = joinedPlaceIn(settingsFile, package);
        !wasInterrupted && (!present || !present->isEmpty())) {
        return present ? Result<Joined>(Joined{.place = *present, .exitPin = {}})
                       : std::unexpected(present.error());
    }
    if (!folder.exists()) {
        const auto made = makePrivateFolder(folder.path());
        const auto given = made && !user.isEmpty() ? giveTo(user, folder.path()) : Result<>();
        if (!made || !given) {
            return std::unexpected(made ? given.error() : made.error());
        }
    }
    QStringList made{settingsToBe};
    std::ranges::copy_if(written, std::back_inserter(made),
                         [](const QString &name) { return !QFileInfo::exists(name); });
    if (!wasInterrupted) {
        for (size_t i = 0; i < contents.size(); ++i) {
            if (const auto done = writePrivate(written[static_cast<qsizetype>(i)], contents[i]);
                !done) {
                return std::unexpected(done.error());
            }
        }
    }
    // What else this PC was told stays as it is.
    const auto before = QFileInfo::exists(settingsFile) ? readWhole(settingsFile) : QByteArray();
    const auto begun = wasInterrupted ? Result<>()
                       : before       ? writePrivate(settingsToBe, *before)
                                      : std::unexpected(before.error());
    if (!begun) {
        return std::unexpected(begun.error());
    }
    const auto password = newSecret();
    if (!password) {
        return std::unexpected(password.error());
    }
    joined.place = wasInterrupted ? *interrupted : placeOf(package, folder, *password);
    {
        QSettings settings(settingsToBe, QSettings::IniFormat);
        settings.setValue(u"database"_s, joined.place);
        settings.setValue(u"branch"_s, package.branch);
        if (package.face == "kiosk"_L1) {
            joined.exitPin = newExitPin();
            const auto hash = hashOfPin(joined.exitPin);
            if (!hash) {
                return std::unexpected(hash.error());
            }
            settings.setValue(u"kiosk/exit_pin"_s, *hash);
        }
        settings.sync();
        if (settings.status() != QSettings::NoError) {
            return failure(ErrorCode::FileUnwritable, settingsToBe);
        }
    }
    if (const auto synced = syncToDisk(settingsToBe); !synced) {
        return std::unexpected(synced.error());
    }
    written.append(settingsToBe);
    for (const QString &name : std::as_const(written)) {
        if (const auto given = user.isEmpty() ? Result<>() : giveTo(user, name); !given) {
            return std::unexpected(given.error());
        }
    }
    if (!wasInterrupted) {
        const auto changed = changePassword(placeOf(package, folder, package.password), *password);
        // An answer that was lost may have been yes: then the password stands here alone.
        if (!changed && changed.error().code == ErrorCode::JoinOver) {
            for (const QString &name : std::as_const(made)) {
                QFile::remove(name);
            }
            QDir().rmdir(folder.path()); // which leaves one that is not empty
        }
        if (!changed) {
            return std::unexpected(changed.error());
        }
    }
    if (const auto placed = replaceBy(settingsToBe, settingsFile); !placed) {
        return std::unexpected(placed.error());
    }
    if (const auto opened = openBranch(joined.place, package.branch); !opened) {
        return std::unexpected(opened.error());
    }
    return joined;
}

} // namespace motcua
