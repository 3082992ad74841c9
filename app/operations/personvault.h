// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QUuid>

#include <array>
#include <optional>

namespace motcua {

/// The branch's key: seals what is personal before it reaches SQL, opens it, and makes the keyed
/// hashes it is found by. The key is a file beside the database that only its owner may read;
/// without it the records stay closed for ever, so it needs a copy in a safe place.
///
/// A sealed value has a key of its own (XChaCha20-Poly1305), which is sealed to the branch's public
/// key, and to the centre's as well once the branch knows it. The id it belongs to is authenticated: a
/// value that is moved to another row does not open. The centre's key file is one like the branch's.
class PersonVault
{
public:
    /// Opens the key file @p path, and checks it against @p publicKey unless that is empty.
    /// Fails with KeyMissing (subject: the file) when it is not there, or is another branch's.
    /// @p centreKey is the centre's public key, empty when there is none yet.
    [[nodiscard]] static Result<PersonVault> open(const QString &path, const QString &publicKey,
                                                  const QString &centreKey = {});
    /// The same, but makes the file when there is none.
    [[nodiscard]] static Result<PersonVault> openOrCreate(const QString &path);

    PersonVault(const PersonVault &) = default;
    PersonVault &operator=(const PersonVault &) = default;
    ~PersonVault(); ///< overwrites the keys

    [[nodiscard]] QString publicKey() const; ///< 64 hex digits

    /// @p plain so that only this key opens it, and the centre's, for the row @p id.
    [[nodiscard]] QString seal(const QByteArray &plain, const QUuid &id) const;
    /// The same for who has no key but the public one of the branch, 64 hex digits: what a citizen's
    /// device sends.
    [[nodiscard]] static QString sealTo(const QString &publicKey, const QByteArray &plain,
                                        const QUuid &id);
    /// Fails with DatabaseDamaged when @p box was changed, belongs to another row or another key.
    /// @p sealedKey is the value's own key when it was sealed to ours later, see keyOf().
    [[nodiscard]] Result<QByteArray> open(const QString &box, const QUuid &id,
                                          const QString &sealedKey = {}) const;
    /// The own key of @p box, sealed to @p publicKey: for a value that was made before that was known.
    /// Fails with DatabaseDamaged when it is not ours.
    [[nodiscard]] Result<QString> keyOf(const QString &box, const QString &publicKey) const;

    /// What an ID number is found by, 32 hex digits. Slow on purpose (Argon2id, 64 MiB): there are
    /// few numbers, so whoever steals the key must not be able to try them all. The program remembers
    /// the last few, so that recording who was just looked up does not take as long again. Empty
    /// for none. Fails with OutOfMemory.
    [[nodiscard]] Result<QString> idIndex(const QString &number) const;
    [[nodiscard]] QString phoneIndex(
        const QString &digits) const; ///< 32 hex digits; empty for none
    [[nodiscard]] QString wordIndex(const QString &foldedWord) const; ///< 16 hex digits
    /// Says whether two requests are the same without telling what is in them.
    [[nodiscard]] QString digest(const QByteArray &request) const;
    /// A key of its own for a file of this PC, 32 bytes: who has the branch's key can open it.
    [[nodiscard]] QByteArray fileKey(QByteArrayView purpose) const;

private:
    using Key = std::array<unsigned char, 32>;

    PersonVault() = default;
    [[nodiscard]] QString keyed(QByteArrayView purpose, QByteArrayView text, size_t bytes) const;
    [[nodiscard]] static Result<PersonVault> read(const QString &path);
    [[nodiscard]] std::optional<Key> ownKeyOf(QByteArrayView wrapped) const;

    Key m_public{};
    Key m_secret{};
    Key m_index{};
    std::optional<Key> m_centre;
};

} // namespace motcua
