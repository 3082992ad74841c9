// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/person.h"

#include "core/appointment.h"
#include "core/vietnamesetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject toJson(const Person &person)
{
    QJsonObject json{{u"kind"_s, person.isOrganisation ? u"organisation"_s : u"person"_s}};
    const auto put = [&json](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty()) {
            json.insert(key, value);
        }
    };
    put("name"_L1, person.name);
    put("id_number"_L1, person.idNumber);
    put("other_id"_L1, person.otherId);
    if (person.birthDate) {
        put("birth_date"_L1, person.birthDate->toString(Qt::ISODate));
    }
    if (person.sex) {
        put("sex"_L1, *person.sex == Sex::Male ? u"male"_s : u"female"_s);
    }
    put("phone"_L1, person.phone);
    if (person.hasNoPhone) {
        json.insert(u"no_phone"_s, true);
    }
    put("email"_L1, person.email);
    put("address"_L1, person.address);
    put("unit"_L1, person.unit);
    put("tax_code"_L1, person.taxCode);
    return json;
}

Person personFromJson(const QJsonObject &json)
{
    const auto text = [&json](QLatin1StringView key) { return cleaned(json[key].toString()); };
    Person person{.isOrganisation = json["kind"_L1].toString() == u"organisation",
                  .name = text("name"_L1),
                  .idNumber = text("id_number"_L1),
                  .otherId = text("other_id"_L1),
                  .hasNoPhone = json["no_phone"_L1].toBool(),
                  .email = text("email"_L1),
                  .address = text("address"_L1),
                  .unit = text("unit"_L1),
                  .taxCode = text("tax_code"_L1)};
    person.phone = phoneFrom(text("phone"_L1));
    const QDate born = QDate::fromString(text("birth_date"_L1), Qt::ISODate);
    if (born.isValid()) {
        person.birthDate = born;
    }
    const QString sex = text("sex"_L1);
    if (sex == u"male" || sex == u"female") {
        person.sex = sex == u"male" ? Sex::Male : Sex::Female;
    }
    return person;
}

QString otherIdKey(const QString &number)
{
    return number.simplified().remove(u' ').toUpper();
}

QString idKeyOf(const Person &person)
{
    return otherIdKey(numberOf(person));
}

QString numberOf(const Person &person)
{
    return person.isOrganisation        ? person.taxCode
           : !person.idNumber.isEmpty() ? person.idNumber
                                        : person.otherId;
}

void setNumber(Person &person, const QString &typed)
{
    constexpr qsizetype OldNumber = 9;
    const QString number = cleaned(typed).remove(u' ');
    person.idNumber.clear();
    person.otherId.clear();
    const bool isDigits = std::ranges::all_of(number, [](QChar c) { return c.isDigit(); });
    if (person.isOrganisation) {
        person.taxCode = number;
    } else if (isDigits && number.size() != OldNumber) {
        person.idNumber = number;
    } else {
        person.otherId = number;
    }
}

QString phoneFrom(const QString &typed)
{
    const QString text = cleaned(typed);
    const QString digits = phoneDigits(text);
    return digits.isEmpty() ? text : digits;
}

bool isOtherId(QStringView text)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        uR"((?=.*\d)(?!\d{12}$)[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){4,19})"_s));
    return pattern.match(text).hasMatch();
}

bool isTaxCode(QStringView text)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(uR"(\d{10}(-\d{3})?|\d{12})"_s));
    return pattern.match(text).hasMatch();
}

QString maskedId(const QString &number)
{
    constexpr qsizetype Head = 3;
    constexpr qsizetype Tail = 4;
    const qsizetype hidden = number.size() - Head - Tail;
    return hidden > 0 ? number.first(Head) + QString(hidden, u'*') + number.last(Tail)
                      : QString(number.size(), u'*');
}

QString maskedName(const QString &name)
{
    constexpr qsizetype MostInitials = 4;
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const QString called = words.size() > 1 ? words.takeLast() : QString();
    words = words.mid(0, MostInitials);
    for (QString &word : words) {
        word = word.first(1) + u'.';
    }
    if (!called.isEmpty()) {
        words.append(called);
    }
    return words.join(u' ');
}

QStringList nameKeys(const QString &name)
{
    const QStringList words = folded(name).split(u' ', Qt::SkipEmptyParts);
    QStringList keys = words;
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        keys.append(words[i] + u' ' + words[i + 1]);
    }
    keys.append(words.join(u' '));
    keys.removeDuplicates();
    keys.removeAll(QString());
    return keys;
}

bool contradictsIdNumber(const Person &person)
{
    if (person.idNumber.size() != 12) {
        return false;
    }
    const int mark = person.idNumber[3].digitValue();
    const int year = 1900 + 100 * (mark / 2) + QStringView(person.idNumber).sliced(4, 2).toInt();
    const Sex sex = mark % 2 == 0 ? Sex::Male : Sex::Female;
    return (person.birthDate && person.birthDate->year() != year)
           || (person.sex && *person.sex != sex);
}

int ageOn(const Person &person, const QDate &day)
{
    if (!person.birthDate || *person.birthDate > day) {
        return -1;
    }
    const int years = day.year() - person.birthDate->year();
    return person.birthDate->addYears(years) > day ? years - 1 : years;
}

} // namespace motcua
