// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/idcard.h"
#include "core/vietnamesetext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString warningText(CardWarning warning)
{
    switch (warning) {
    case CardWarning::UnknownProvince:
        return Texts::tr("The first three digits are no known province: compare with the card.");
    case CardWarning::SexMismatch:
        return Texts::tr("Number and sex do not agree: compare with the card.");
    case CardWarning::BirthYearMismatch:
        return Texts::tr("Number and year of birth do not agree: compare with the card.");
    case CardWarning::NoSuchDate:
        return Texts::tr("A date does not exist: type it from the card.");
    case CardWarning::DateInFuture:
        return Texts::tr("A date lies in the future: type it from the card.");
    case CardWarning::DamagedText:
        return Texts::tr("Number and dates were read; type the name and address again.");
    case CardWarning::NameMissing:
        return Texts::tr("No name was read: type it from the card.");
    case CardWarning::BirthDateMissing:
        return Texts::tr("No date of birth was read: type it from the card.");
    case CardWarning::OldNumberOnly:
        return Texts::tr("This is an old nine-digit number.");
    case CardWarning::NumberOnly:
        return Texts::tr("Only the number was read.");
    }
    Q_UNREACHABLE();
}

QJsonValue dateOrNull(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

QString dateText(const std::optional<QDate> &date)
{
    return date ? shortDate(*date) : QString();
}

} // namespace

int runIdcardParse(const Invocation &invocation)
{
    constexpr qint64 Most = 1025; // one byte more than is looked at shows that it is too long
    const QDate today = invocation.now().toTimeZone(QTimeZone("Asia/Ho_Chi_Minh")).date();
    const auto card = parseIdCard(readInput(Most), today);
    if (!card) {
        return invocation.refuse(card.error(), {{u"reason"_s, card.error().subject}});
    }
    QJsonArray warnings;
    QStringList warningLines;
    for (const CardWarning warning : card->warnings) {
        warnings.append(word(warning));
        warningLines.append(u"! "_s + warningText(warning));
    }
    const QString sex = !card->sex ? QString() : *card->sex == Sex::Male ? u"male"_s : u"female"_s;
    const QString sexText = !card->sex                ? QString()
                            : *card->sex == Sex::Male ? Texts::tr("Male")
                                                      : Texts::tr("Female");
    QStringList lines;
    const auto tell = [&lines](const QString &line, const QString &value) {
        if (!value.isEmpty()) {
            lines.append(line.arg(value));
        }
    };
    tell(Texts::tr("Personal ID number: %1"), card->idNumber);
    tell(Texts::tr("Full name: %1"), card->name);
    tell(Texts::tr("Date of birth: %1"), dateText(card->birthDate));
    tell(Texts::tr("Sex: %1"), sexText);
    tell(Texts::tr("Residence: %1"), card->address);
    tell(Texts::tr("Date of issue: %1"), dateText(card->issueDate));
    tell(Texts::tr("Old ID number: %1"), card->oldId);
    lines += warningLines;
    return invocation.answer({{u"id_number"_s, card->idNumber},
                              {u"name"_s, card->name},
                              {u"birth_date"_s, dateOrNull(card->birthDate)},
                              {u"sex"_s, sex.isEmpty() ? QJsonValue() : QJsonValue(sex)},
                              {u"address"_s, card->address},
                              {u"issue_date"_s, dateOrNull(card->issueDate)},
                              {u"old_id"_s, card->oldId},
                              {u"warnings"_s, warnings}},
                             lines.join(u'\n'));
}

} // namespace motcua
