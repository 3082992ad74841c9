// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace motcua {

enum class Sex { Male, Female };

/// What a person should look at; none of them refuses a card (domain.md §3).
enum class CardWarning {
    UnknownProvince,   ///< first three digits are none of the 63 codes
    SexMismatch,       ///< fourth digit and the printed sex disagree
    BirthYearMismatch, ///< digits 4 to 6 and the birth year disagree
    NoSuchDate,        ///< an eight-digit field is no date, e.g. 31 February
    DateInFuture,
    DamagedText, ///< name or address lost its letters (scanner, Telex): type them again
    NameMissing,
    BirthDateMissing,
    OldNumberOnly, ///< a nine-digit CMND, not a personal number
    NumberOnly,    ///< only the number was read
};
/// The fixed word of a warning, e.g. "birth_year_mismatch".
[[nodiscard]] QString word(CardWarning warning);

/// What an ID card's QR (or a typed number) says. Absent fields are empty; nothing is guessed.
struct IdCard
{
    QString idNumber; ///< 12 digits; empty when only an old number was read
    QString oldId;    ///< CMND, 9 or 12 digits
    QString name;     ///< NFC; empty when damaged
    std::optional<QDate> birthDate;
    std::optional<Sex> sex;
    QString address; ///< as of the day of issue, so possibly with districts
    std::optional<QDate> issueDate;
    std::vector<CardWarning> warnings;
};

/// Why a payload is refused; Error::subject holds the word.
///   empty, too_long, binary, truncated, health_insurance, link, not_a_card

/// Reads what a scanner sent. Fields are told apart by content, not by place, because the 2021 and
/// 2024 cards order them differently and the 2024 order is not published (domain.md §3, §12.4).
/// At most the first KiB is looked at; more is refused. @p today decides what is in the future.
/// Fails with InvalidIdCard, its subject one of the words above. The error never quotes the payload.
[[nodiscard]] Result<IdCard> parseIdCard(QByteArrayView payload, const QDate &today);

/// Whether the holder of @p card has reached an age at which it has to be renewed (14, 25, 40, 60)
/// since it was issued; one issued within two years before that age is good until the next one (Luật
/// Căn cước 26/2023 Điều 21). False when birth or issue date is not known.
[[nodiscard]] bool mustBeRenewed(const IdCard &card, const QDate &today);

} // namespace motcua
