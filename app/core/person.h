// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/idcard.h"

#include <QJsonObject>
#include <QStringList>

namespace motcua {

/// A citizen or an organisation as an intake records them. Personal data: sealed before it reaches
/// SQL, never in a log, an event or a window's title.
struct Person
{
    bool isOrganisation = false;
    QString name = {};     ///< NFC, as the card or the registration has it
    QString idNumber = {}; ///< 12 digits; empty when there is none
    QString otherId = {};  ///< a CMND, a passport: as it stands there
    std::optional<QDate> birthDate = {};
    std::optional<Sex> sex = {};
    QString phone = {};      ///< digits, see phoneDigits()
    bool hasNoPhone = false; ///< said so; otherwise an empty phone is one that was not asked for
    QString email = {};
    QString address = {};
    QString unit = {};    ///< code of its commune or province, see administrativeunit.h
    QString taxCode = {}; ///< of an organisation

    friend bool operator==(const Person &, const Person &) = default;
};

/// Keys: kind ("person", "organisation"), name, id_number, other_id, birth_date, sex, phone,
/// no_phone, email, address, unit, tax_code; what is not known is left out.
[[nodiscard]] QJsonObject toJson(const Person &person);
/// Reads what toJson() wrote; texts are cleaned, a phone becomes digits. What cannot be read stays
/// empty, for checkIntake() to miss.
[[nodiscard]] Person personFromJson(const QJsonObject &json);

/// A passport or CMND number as it is looked for: capitals, no spaces. An ID number and a tax code
/// stay as they are.
[[nodiscard]] QString otherIdKey(const QString &number);
/// The number that tells who @p person is, as it stands there: tax code, ID number or that of
/// another paper; empty for none.
[[nodiscard]] QString numberOf(const Person &person);
/// Puts @p typed where it belongs: an organisation's tax code; digits but those of a CMND (9) are an
/// ID number; anything else is another paper's.
void setNumber(Person &person, const QString &typed);
/// What a hand typed as a phone: its digits, or as it stands when it is none, for checkIntake() to
/// say so.
[[nodiscard]] QString phoneFrom(const QString &typed);
/// numberOf() as it is looked for.
[[nodiscard]] QString idKeyOf(const Person &person);

/// Whether @p text can be the number of a passport, a CMND or a foreign card: 5 to 20 letters and
/// digits, spaces and hyphens between them, at least one digit. A number of 12 digits belongs to an
/// ID card, and a card's code in this field is a scan that went wrong.
[[nodiscard]] bool isOtherId(QStringView text);

/// 10 digits, 10 and three of a branch office ("0101234567-001"), or the 12 of a personal number,
/// which is the tax code of a household business since 1/7/2025.
[[nodiscard]] bool isTaxCode(QStringView text);

/// "099*****4217": for lists. Empty for an empty number.
[[nodiscard]] QString maskedId(const QString &number);
/// "N. T. Mai": at most four initials, and the last word, by which people are called (domain.md
/// §11). Of one word only its initial: it would tell everything.
[[nodiscard]] QString maskedName(const QString &name);

/// What a name is found by, folded: each word, each two neighbours joined by a space, the whole.
[[nodiscard]] QStringList nameKeys(const QString &name);

/// Whether birth date or sex are not those that the ID number tells: after the three digits of the
/// place one of century and sex, two of the year (NĐ 137/2015 Điều 13, kept since).
[[nodiscard]] bool contradictsIdNumber(const Person &person);

/// Years completed on @p day, -1 when the birth date is not known.
[[nodiscard]] int ageOn(const Person &person, const QDate &day);

} // namespace motcua
