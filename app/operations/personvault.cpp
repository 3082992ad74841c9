// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/personvault.h"

#include "storage/durablefile.h"

#include <QFile>
#include <QMutex>

#include <sodium.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QByteArrayView FileHead = "motcua key 1\n";
constexpr qsizetype WrappedSize = crypto_secretbox_KEYBYTES + crypto_box_SEALBYTES;
constexpr qsizetype NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr QLatin1StringView BoxHead("1:");    ///< format: key sealed to the branch, nonce, cipher
constexpr QLatin1StringView SharedHead("2:"); ///< the same with the key sealed to the centre next

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

template <size_t N>
QByteArray hexOf(const std::array<unsigned char, N> &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), N).toHex();
}

/// Slow indexes made last in this process, by a fast keyed hash of their number: the number itself
/// is not kept.
class Remembered
{
public:
    /// Empty when it is not there.
    [[nodiscard]] QString find(const QString &name)
    {
        const QMutexLocker lock(&m_mutex);
        const auto *found = std::ranges::find(m_last, name, &Entry::name);
        return found == m_last.end() ? QString() : found->index;
    }
    void keep(const QString &name, const QString &index)
    {
        const QMutexLocker lock(&m_mutex);
        m_last[m_next] = {name, index};
        m_next = (m_next + 1) % m_last.size();
    }

private:
    struct Entry
    {
        QString name;
        QString index;
    };
    QMutex m_mutex;
    std::array<Entry, 8> m_last; // an applicant and an owner on a few forms
    size_t m_next = 0;
};

Remembered &remembered()
{
    static Remembered all;
    return all;
}

} // namespace

PersonVault::~PersonVault()
{
    sodium_memzero(m_secret.data(), m_secret.size());
    sodium_memzero(m_index.data(), m_index.size());
}

Result<PersonVault> PersonVault::read(const QString &path)
{
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::KeyMissing, path, file.errorString());
    }
    constexpr qint64 Longest = 1024;
    QByteArray text = file.read(Longest);
    QByteArray key = text.startsWith(FileHead)
                         ? QByteArray::fromHex(text.sliced(FileHead.size()).trimmed())
                         : QByteArray();
    text.fill('\0');
    PersonVault vault;
    constexpr qsizetype BothKeys = 64;
    if (key.size() != BothKeys) {
        return failure(ErrorCode::KeyMissing, path, u"not a key file"_s);
    }
    const auto half = key.begin() + static_cast<qsizetype>(vault.m_secret.size());
    std::copy(key.begin(), half, vault.m_secret.begin());
    std::copy(half, key.end(), vault.m_index.begin());
    key.fill('\0');
    crypto_scalarmult_base(vault.m_public.data(), vault.m_secret.data());
    return vault;
}

/// Nothing when it is not 64 hex digits.
static std::optional<std::array<unsigned char, 32>> keyFromHex(const QString &hex)
{
    std::array<unsigned char, 32> key{};
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    if (bytes.size() != static_cast<qsizetype>(key.size())) {
        return std::nullopt;
    }
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
}

Result<PersonVault> PersonVault::open(const QString &path, const QString &publicKey,
                                      const QString &centreKey)
{
    auto vault = read(path);
    if (vault && !publicKey.isEmpty() && vault->publicKey() != publicKey) {
        return failure(ErrorCode::KeyMissing, path, u"another branch's key"_s);
    }
    if (vault) {
        vault->m_centre = keyFromHex(centreKey);
    }
    return vault;
}

Result<PersonVault> PersonVault::openOrCreate(const QString &path)
{
    if (QFile::exists(path)) {
        return read(path);
    }
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    const QString unfinished = unfinishedPath(path);
    if (const auto made = makePrivate(unfinished); !made) {
        return std::unexpected(made.error());
    }
    std::array<unsigned char, 64> secret{};
    randombytes_buf(secret.data(), secret.size());
    QFile file(unfinished);
    QByteArray text = FileHead.toByteArray() + hexOf(secret) + '\n';
    sodium_memzero(secret.data(), secret.size());
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    file.close();
    text.fill('\0');
    const auto published = written && file.error() == QFileDevice::NoError
                               ? publish(unfinished, path)
                               : failure(ErrorCode::FileUnwritable, path, file.errorString());
    if (!published) {
        QFile::remove(unfinished);
        // Another process may have made it at the same moment.
        return published.error().code == ErrorCode::DatabaseExists
                   ? read(path)
                   : std::unexpected(published.error());
    }
    return read(path);
}

QString PersonVault::publicKey() const
{
    return QString::fromLatin1(hexOf(m_public));
}

/// @p plain for the row @p id, to be opened with either key.
static QString sealedTo(const std::array<unsigned char, 32> &branch,
                        const std::optional<std::array<unsigned char, 32>> &centre,
                        const QByteArray &plain, const QUuid &id)
{
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> key{};
    crypto_aead_xchacha20poly1305_ietf_keygen(key.data());
    const qsizetype wraps = centre ? 2 * WrappedSize : WrappedSize;
    QByteArray sealed(wraps + NonceSize + plain.size()
                          + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES),
                      '\0');
    unsigned char *wrapped = bytesOf(sealed);
    unsigned char *nonce = wrapped + wraps;
    crypto_box_seal(wrapped, key.data(), key.size(), branch.data());
    if (centre) {
        crypto_box_seal(wrapped + WrappedSize, key.data(), key.size(), centre->data());
    }
    randombytes_buf(nonce, NonceSize);
    const QByteArray belongsTo = id.toByteArray(QUuid::WithoutBraces);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        nonce + NonceSize, nullptr, bytesOf(QByteArrayView(plain)),
        static_cast<unsigned long long>(plain.size()), bytesOf(QByteArrayView(belongsTo)),
        static_cast<unsigned long long>(belongsTo.size()), nullptr, nonce, key.data());
    sodium_memzero(key.data(), key.size());
    return (centre ? SharedHead : BoxHead) + QLatin1StringView(sealed.toBase64());
}

QString PersonVault::seal(const QByteArray &plain, const QUuid &id) const
{
    return sealedTo(m_public, m_centre, plain, id);
}

QString PersonVault::sealTo(const QString &publicKey, const QByteArray &plain, const QUuid &id)
{
    const auto key = keyFromHex(publicKey);
    const bool isReady = key && sodium_init() >= 0;
    Q_ASSERT(isReady); // the schema holds nothing else
    return sealedTo(key.value_or(Key()), {}, plain, id);
}

namespace {

/// What a box is made of; nothing for what is none.
struct Box
{
    QByteArray whole;
    qsizetype wraps = 0; ///< bytes of sealed keys
};

std::optional<Box> boxFrom(const QString &text)
{
    const bool isShared = text.startsWith(SharedHead);
    if (!isShared && !text.startsWith(BoxHead)) {
        return std::nullopt;
    }
    Box box{QByteArray::fromBase64(text.sliced(BoxHead.size()).toLatin1()),
            isShared ? 2 * WrappedSize : WrappedSize};
    const qsizetype cipherSize = box.whole.size() - box.wraps - NonceSize;
    return cipherSize < static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES)
               ? std::nullopt
               : std::optional(std::move(box));
}

std::unexpected<Error> doesNotOpen()
{
    return failure(ErrorCode::DatabaseDamaged, {}, u"a sealed value does not open"_s);
}

} // namespace

/// The first of the sealed keys in @p wrapped that is for us.
std::optional<PersonVault::Key> PersonVault::ownKeyOf(QByteArrayView wrapped) const
{
    Key key{};
    for (; wrapped.size() >= WrappedSize; wrapped = wrapped.sliced(WrappedSize)) {
        if (crypto_box_seal_open(key.data(), bytesOf(wrapped), WrappedSize, m_public.data(),
                                 m_secret.data())
            == 0) {
            return key;
        }
    }
    return std::nullopt;
}

Result<QByteArray> PersonVault::open(const QString &box, const QUuid &id,
                                     const QString &sealedKey) const
{
    const auto sealed = boxFrom(box);
    if (!sealed) {
        return doesNotOpen();
    }
    const QByteArray later = QByteArray::fromBase64(sealedKey.toLatin1());
    auto key = ownKeyOf(sealedKey.isEmpty() ? QByteArrayView(sealed->whole).first(sealed->wraps)
                                            : QByteArrayView(later));
    if (!key) {
        return doesNotOpen();
    }
    const unsigned char *nonce = bytesOf(QByteArrayView(sealed->whole)) + sealed->wraps;
    const qsizetype cipherSize = sealed->whole.size() - sealed->wraps - NonceSize;
    const QByteArray belongsTo = id.toByteArray(QUuid::WithoutBraces);
    QByteArray plain(cipherSize - static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES),
                     '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(plain), nullptr, nullptr, nonce + NonceSize,
        static_cast<unsigned long long>(cipherSize), bytesOf(QByteArrayView(belongsTo)),
        static_cast<unsigned long long>(belongsTo.size()), nonce, key->data());
    sodium_memzero(key->data(), key->size());
    if (opened != 0) {
        return doesNotOpen();
    }
    return plain;
}

Result<QString> PersonVault::keyOf(const QString &box, const QString &publicKey) const
{
    const auto sealed = boxFrom(box);
    const auto other = keyFromHex(publicKey);
    auto key = sealed && other ? ownKeyOf(QByteArrayView(sealed->whole).first(sealed->wraps))
                               : std::nullopt;
    if (!key) {
        return doesNotOpen();
    }
    QByteArray wrapped(WrappedSize, '\0');
    crypto_box_seal(bytesOf(wrapped), key->data(), key->size(), other->data());
    sodium_memzero(key->data(), key->size());
    return QString::fromLatin1(wrapped.toBase64());
}

QString PersonVault::keyed(QByteArrayView purpose, QByteArrayView text, size_t bytes) const
{
    const QByteArray whole = purpose.toByteArray() + ':' + text.toByteArray();
    QByteArray hash(static_cast<qsizetype>(bytes), '\0');
    crypto_generichash(bytesOf(hash), bytes, bytesOf(QByteArrayView(whole)),
                       static_cast<unsigned long long>(whole.size()), m_index.data(),
                       m_index.size());
    return QString::fromLatin1(hash.toHex());
}

Result<QString> PersonVault::idIndex(const QString &number) const
{
    if (number.isEmpty()) {
        return QString();
    }
    constexpr size_t NameBytes = 32;
    const QString name = keyed("remembered", number.toUtf8(), NameBytes);
    if (QString known = remembered().find(name); !known.isEmpty()) {
        return known;
    }
    constexpr unsigned long long Passes = 2;
    constexpr size_t Memory = size_t{64} << 20;
    const QByteArray salt =
        QByteArray::fromHex(keyed("id", QByteArrayView(), crypto_pwhash_SALTBYTES).toLatin1());
    const QByteArray text = number.toUtf8();
    std::array<unsigned char, 16> hash{};
    if (crypto_pwhash(hash.data(), hash.size(), text.constData(),
                      static_cast<unsigned long long>(text.size()), bytesOf(QByteArrayView(salt)),
                      Passes, Memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return failure(ErrorCode::OutOfMemory, {}, u"Argon2id"_s);
    }
    QString index = QString::fromLatin1(hexOf(hash));
    remembered().keep(name, index);
    return index;
}

QString PersonVault::phoneIndex(const QString &digits) const
{
    constexpr size_t Bytes = 16;
    return digits.isEmpty() ? QString() : keyed("phone", digits.toUtf8(), Bytes);
}

QString PersonVault::wordIndex(const QString &foldedWord) const
{
    // libsodium's shortest hash is 16 bytes; half of it finds as well.
    constexpr size_t Bytes = 16;
    return keyed("word", foldedWord.toUtf8(), Bytes).first(Bytes);
}

QString PersonVault::digest(const QByteArray &request) const
{
    constexpr size_t Bytes = 32;
    return keyed("request", request, Bytes);
}

QByteArray PersonVault::fileKey(QByteArrayView purpose) const
{
    return QByteArray::fromHex(keyed("file", purpose, sizeof(Key)).toLatin1());
}

} // namespace motcua
