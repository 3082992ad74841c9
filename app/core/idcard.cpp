// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/idcard.h"

#include "core/textdamage.h"
#include "core/vietnamesetext.h"

#include <QRegularExpression>
#include <QScopeGuard>
#include <QStringList>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype LongestPayload = 1024; // bytes; a card's code has about 150
constexpr size_t FewestFields = 6;
constexpr qsizetype NumberLength = 12;
constexpr qsizetype OldNumberLength = 9;
constexpr qsizetype DateLength = 8;

/// The 63 provinces of before 1 July 2025, by which numbers are given out (domain.md §6,
/// cccd_provinces.csv).
constexpr std::array ProvinceCodes{
    1,  2,  4,  6,  8,  10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33,
    34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66,
    67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
};
static_assert(ProvinceCodes.size() == 63 && std::ranges::is_sorted(ProvinceCodes));

struct WarningWord
{
    CardWarning warning;
    QLatin1StringView word;
};

// In the order of CardWarning, which inOrder() proves.
constexpr std::array WarningWords{
    WarningWord{CardWarning::UnknownProvince, "unknown_province"_L1},
    WarningWord{CardWarning::SexMismatch, "sex_mismatch"_L1},
    WarningWord{CardWarning::BirthYearMismatch, "birth_year_mismatch"_L1},
    WarningWord{CardWarning::NoSuchDate, "no_such_date"_L1},
    WarningWord{CardWarning::DateInFuture, "date_in_future"_L1},
    WarningWord{CardWarning::DamagedText, "damaged_text"_L1},
    WarningWord{CardWarning::NameMissing, "name_missing"_L1},
    WarningWord{CardWarning::BirthDateMissing, "birth_date_missing"_L1},
    WarningWord{CardWarning::OldNumberOnly, "old_number_only"_L1},
    WarningWord{CardWarning::NumberOnly, "number_only"_L1},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < WarningWords.size(); ++i) {
        if (static_cast<size_t>(WarningWords[i].warning) != i) {
            return false;
        }
    }
    return WarningWords.size() == static_cast<size_t>(CardWarning::NumberOnly) + 1;
}
static_assert(inOrder());

/// Overwrites @p text where nobody else has it: what is freed can be read by whoever gets it.
void wipe(QString &text)
{
    if (text.isDetached()) {
        text.fill(u'\0');
    }
}

/// A field of the code, told by what it looks like.
struct Field
{
    enum class Kind { Empty, Digits, Sex, Text };

    Kind kind = Kind::Empty;
    QString text; ///< cleaned
    bool isDamaged = false;

    Field() = default;
    Field(const Field &) = default;
    Field(Field &&) = default;
    Field &operator=(const Field &) = default;
    Field &operator=(Field &&) = default;
    ~Field() { wipe(text); }

    [[nodiscard]] bool isDigits(qsizetype length) const
    {
        return kind == Kind::Digits && text.size() == length;
    }
    [[nodiscard]] bool isDate() const { return isDigits(DateLength); }
};

using Fields = std::vector<Field>;

std::unexpected<Error> refused(const QString &why, const QString &shape = {})
{
    return failure(ErrorCode::InvalidIdCard, why, shape);
}

void warn(IdCard &card, CardWarning warning)
{
    const auto place = std::ranges::lower_bound(card.warnings, warning);
    if (place == card.warnings.end() || *place != warning) {
        card.warnings.insert(place, warning);
    }
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAllDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isAsciiDigit);
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

qsizetype longestDigitRun(QStringView text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = isAsciiDigit(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// How many fields and how long each: all that may be logged of a code nobody understood.
QString shapeOf(const Fields &fields)
{
    static constexpr size_t MostLogged = 24;
    QStringList lengths;
    for (const Field &field : fields) {
        if (lengths.size() < static_cast<qsizetype>(MostLogged)) {
            lengths.append(QString::number(field.text.size()));
        }
    }
    return u"%1 fields of %2 characters"_s.arg(QString::number(fields.size()), lengths.join(u' '));
}

// The number

int birthYearIn(QStringView number)
{
    return 1900 + 100 * (number[3].digitValue() / 2) + number.sliced(4, 2).toInt();
}

Sex sexIn(QStringView number)
{
    return number[3].digitValue() % 2 == 0 ? Sex::Male : Sex::Female;
}

// Dates

/// ddMMyyyy as yyyyMMdd, so that dates which do not exist have an order too.
int orderOf(QStringView ddMMyyyy)
{
    return ddMMyyyy.sliced(4).toInt() * 10000 + ddMMyyyy.sliced(2, 2).toInt() * 100
           + ddMMyyyy.first(2).toInt();
}

/// Nothing for what no calendar has, and for years no living person was born in.
std::optional<QDate> dateOf(QStringView ddMMyyyy)
{
    const QDate date(ddMMyyyy.sliced(4).toInt(), ddMMyyyy.sliced(2, 2).toInt(),
                     ddMMyyyy.first(2).toInt());
    return date.isValid() && date.year() >= 1900 ? std::optional(date) : std::nullopt;
}

void takeDates(IdCard &card, const Fields &fields)
{
    std::vector<QString> written;
    for (const Field &field : fields) {
        if (field.isDate()) {
            written.push_back(field.text);
        }
    }
    std::ranges::sort(written, {}, orderOf);

    std::vector<std::optional<QDate>> dates;
    for (const QString &text : written) {
        dates.push_back(dateOf(text));
        if (!dates.back()) {
            warn(card, CardWarning::NoSuchDate);
        }
    }

    // A date that does not exist keeps its place; the number tells what place that is.
    const auto isOfBirthYear = [year = birthYearIn(card.idNumber)](const QString &text) {
        return orderOf(text) / 10000 == year;
    };
    if (dates.size() == 2) {
        if (isOfBirthYear(written[0]) || !isOfBirthYear(written[1])) {
            card.birthDate = dates[0];
            card.issueDate = dates[1];
        } else if (dates[0]) {
            warn(card, CardWarning::BirthYearMismatch); // issued before birth: neither is sure
        } else {
            card.birthDate = dates[1];
        }
    } else if (std::ranges::count_if(written, isOfBirthYear) == 1) {
        const auto birth = std::ranges::find_if(written, isOfBirthYear);
        card.birthDate = dates[static_cast<size_t>(birth - written.begin())];
    }
    if (!card.birthDate) {
        warn(card, CardWarning::BirthDateMissing);
    }
}

// Sex

std::optional<Sex> sexOf(QStringView text)
{
    const QString word = folded(text);
    if (word == u"nam") {
        return Sex::Male;
    }
    return word == u"nu" ? std::optional(Sex::Female) : std::nullopt;
}

/// "Nữ" after an accident: "N?", "Nuwx", "NÆ°Ì", "N".
bool isDamagedSex(QStringView text, bool isDamaged)
{
    static constexpr qsizetype Longest = 6;
    return text.startsWith(u'N', Qt::CaseInsensitive) && text.size() <= Longest
           && !text.contains(u' ') && (isDamaged || text.size() == 1);
}

// Fields

Field fieldOf(QStringView raw)
{
    Field field;
    field.text = cleaned(raw);
    if (field.text.isEmpty()) {
        return field;
    }
    if (isAllDigits(field.text)) {
        field.kind = Field::Kind::Digits;
        return field;
    }
    // A date or a number ran into the text: a separator was lost.
    field.isDamaged = isDamaged(raw) || longestDigitRun(field.text) >= DateLength;
    const bool isSex = sexOf(field.text) || isDamagedSex(field.text, field.isDamaged);
    field.kind = isSex ? Field::Kind::Sex : Field::Kind::Text;
    return field;
}

Fields fieldsOf(QStringView text)
{
    Fields fields;
    for (const QStringView part : text.split(u'|')) {
        fields.push_back(fieldOf(part));
    }
    // There are people called Nam: two sexes and no name before them.
    const auto isWord = [](const Field &field) {
        return field.kind == Field::Kind::Sex || field.kind == Field::Kind::Text;
    };
    const auto first = std::ranges::find_if(fields, isWord);
    const auto sexes = std::ranges::count(fields, Field::Kind::Sex, &Field::kind);
    if (first != fields.end() && first->kind == Field::Kind::Sex && sexes == 2) {
        first->kind = Field::Kind::Text;
    }
    return fields;
}

/// Whether two scans arrived as one, so that no field can be trusted to belong to the number.
bool isGlued(const Fields &fields)
{
    std::vector<size_t> numbers;
    for (size_t i = 0; i < fields.size(); ++i) {
        const qsizetype run = longestDigitRun(fields[i].text);
        const bool isWhole = run == NumberLength && fields[i].kind == Field::Kind::Digits;
        if (run > OldNumberLength && !isWhole) {
            return true;
        }
        if (fields[i].isDigits(NumberLength)) {
            numbers.push_back(i);
        }
    }
    const auto sexes = std::ranges::count(fields, Field::Kind::Sex, &Field::kind);
    const auto dates = std::ranges::count_if(fields, &Field::isDate);
    if (sexes > 1) {
        return true;
    }
    if (numbers.size() < 2) {
        return false;
    }
    if (numbers.size() > 2 || numbers[0] != 0 || dates > 2) {
        return true;
    }
    // An old number of twelve digits stands second, a cancelled one may stand at the end.
    const size_t second = numbers[1];
    if (second == 1) {
        return fields.size() > 2
               && (fields[2].kind == Field::Kind::Empty || fields[2].kind == Field::Kind::Digits);
    }
    const auto before = std::span(fields).first(second);
    return std::ranges::none_of(before, &Field::isDate)
           || std::ranges::none_of(
               before, [](const Field &field) { return field.kind == Field::Kind::Sex; });
}

/// Whether the second of two numbers fits the person better than the first: the code before this
/// one was cut off behind its number.
bool isOtherPersons(const IdCard &card)
{
    if (card.oldId.size() != NumberLength || card.oldId == card.idNumber || !card.birthDate) {
        return false;
    }
    const auto fits = [&card](const QString &number) {
        return birthYearIn(number) == card.birthDate->year()
               && (!card.sex || sexIn(number) == *card.sex);
    };
    return fits(card.oldId) && !fits(card.idNumber);
}

/// The old number stands second or behind the date of issue; nine digits elsewhere are a damaged
/// date.
void takeNumbers(IdCard &card, const Fields &fields)
{
    QStringList olds;
    int dates = 0;
    for (size_t i = 0; i < fields.size(); ++i) {
        dates += fields[i].isDate() ? 1 : 0;
        if (fields[i].isDigits(NumberLength) && card.idNumber.isEmpty()) {
            card.idNumber = fields[i].text;
        } else if ((fields[i].isDigits(OldNumberLength) && (i <= 1 || dates >= 2))
                   || (fields[i].isDigits(NumberLength) && i == 1)) {
            olds.append(fields[i].text);
        }
    }
    if (olds.size() == 1) {
        card.oldId = olds.front();
    }
}

// Name and address

bool isName(const Field &field)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(uR"([\p{L}\p{M} '’ʼ.-]*\p{L}[\p{L}\p{M} '’ʼ.-]*)"_s));
    // Scanners that drop what they cannot type leave "Nguyn Th nh".
    static const QRegularExpression noVowel(uR"((^| )[b-df-hj-np-tv-xz]{2,}( |$))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return !field.isDamaged && pattern.match(field.text).hasMatch()
           && !(isAscii(field.text) && noVowel.match(field.text).hasMatch());
}

bool isText(const Field &field)
{
    return field.kind == Field::Kind::Text;
}

bool isDateOrSex(const Field &field)
{
    return field.isDate() || field.kind == Field::Kind::Sex;
}

bool hasHouseNumber(const Field &field)
{
    static const QRegularExpression pattern(uR"((^| )\d{1,5}[A-Za-z]?([/.,-]\S*)?( |$))"_s);
    return pattern.match(field.text).hasMatch();
}

/// Has what addresses have and names have not.
bool looksLikeAddress(const Field &field)
{
    return isText(field) && (field.text.contains(u',') || hasHouseNumber(field));
}

struct Places
{
    std::optional<size_t> name;
    std::optional<size_t> address;
};

/// Which fields are the name and the address, if any.
///
/// In every known order the name is the first text and stands before the sex; then come the
/// address, the date of issue and the parents. Another order is believed only where the address is
/// beyond doubt and the name is not last, as a parent's would be.
Places placesIn(const Fields &fields)
{
    const auto isSex = [](const Field &field) { return field.kind == Field::Kind::Sex; };
    const auto sex = std::ranges::find_if(fields, isSex);
    const auto birth = std::ranges::find_if(fields, &Field::isDate);
    const auto nameEnd = static_cast<size_t>((sex != fields.end() ? sex : birth) - fields.begin());

    std::vector<size_t> texts;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (isText(fields[i])) {
            texts.push_back(i);
        }
    }
    const auto isSureAddress = [&fields](size_t i) {
        return !fields[i].isDamaged && fields[i].text.contains(u',') && hasHouseNumber(fields[i]);
    };
    const bool isAddressSure = std::ranges::any_of(texts, isSureAddress);
    const auto looksLikeName = [&fields](size_t i) { return !looksLikeAddress(fields[i]); };
    const auto isBeforeAny = [&fields](size_t i, auto what) {
        return std::ranges::any_of(std::span(fields).subspan(i + 1), what);
    };

    Places places;
    const bool isFirstEarly = !texts.empty() && texts.front() < nameEnd;
    const auto elsewhere = std::ranges::find_if(texts, looksLikeName);
    const bool isElsewhere = isAddressSure && elsewhere != texts.end()
                             && (!isFirstEarly || elsewhere != texts.begin())
                             && isBeforeAny(*elsewhere, isDateOrSex);
    if (isElsewhere) {
        places.name = *elsewhere;
    } else if (isFirstEarly && (texts.size() > 1 || looksLikeName(texts.front()))) {
        places.name = texts.front(); // even if a damaged scan made it unlike a name
    }

    std::erase_if(texts, [&places](size_t i) { return i == places.name; });
    const auto late = std::ranges::upper_bound(texts, nameEnd);
    if (sex != fields.end() && late != texts.end()) {
        const bool isInPlace = late + 1 == texts.end()
                               || (std::ranges::count_if(fields, &Field::isDate) <= 2
                                   && isBeforeAny(*late, std::mem_fn(&Field::isDate)));
        if (isInPlace || !looksLikeName(*late)) {
            places.address = *late;
        }
    } else if (const auto sure = std::ranges::find_if(texts, isSureAddress); sure != texts.end()) {
        places.address = *sure;
    }
    return places;
}

void takeTexts(IdCard &card, const Fields &fields)
{
    const auto [name, address] = placesIn(fields);
    const bool hasName = name && isName(fields[*name]);
    const bool hasAddress = address && !fields[*address].isDamaged;
    // A code that ends with the address may have been cut there.
    const bool isCut = hasAddress && *address + 1 == fields.size() && !card.issueDate;

    // Where one text lost its letters another without any accent most likely did too.
    const bool isSuspect = (name && !hasName) || (address && !hasAddress)
                           || std::ranges::any_of(fields, &Field::isDamaged);
    const auto isSafe = [isSuspect](const QString &text) { return !isSuspect || !isAscii(text); };
    if (hasName && isSafe(fields[*name].text)) {
        card.name = fields[*name].text;
    }
    if (hasAddress && !isCut && isSafe(fields[*address].text)) {
        card.address = fields[*address].text;
    }
    if (isSuspect || isCut) {
        warn(card, CardWarning::DamagedText);
    }
    if (!name) {
        warn(card, CardWarning::NameMissing);
    }
}

void takeSex(IdCard &card, const Fields &fields)
{
    const auto field = std::ranges::find(fields, Field::Kind::Sex, &Field::kind);
    if (field == fields.end()) {
        return;
    }
    card.sex = sexOf(field->text);
    if (!card.sex) {
        warn(card, CardWarning::DamagedText);
    }
}

// The whole card

/// What the number says against the other fields; a reason to look, never to refuse.
void compareWithNumber(IdCard &card, const QDate &today)
{
    if (!card.idNumber.isEmpty()) {
        const int province = QStringView(card.idNumber).first(3).toInt();
        if (!std::ranges::binary_search(ProvinceCodes, province)) {
            warn(card, CardWarning::UnknownProvince);
        }
        if (card.sex && *card.sex != sexIn(card.idNumber)) {
            warn(card, CardWarning::SexMismatch);
        }
        if (card.birthDate && card.birthDate->year() != birthYearIn(card.idNumber)) {
            warn(card, CardWarning::BirthYearMismatch);
        }
    }
    if ((card.birthDate && *card.birthDate > today)
        || (card.issueDate && *card.issueDate > today)) {
        warn(card, CardWarning::DateInFuture);
    }
}

Result<IdCard> fromFields(QStringView text, const QDate &today)
{
    const Fields fields = fieldsOf(text);
    const Field &first = fields.front();
    const QString shape = shapeOf(fields);
    if (std::ranges::any_of(text, [](QChar c) { return c == u'\n' || c == u'\r' || c == u'\t'; })
        || isGlued(fields)) {
        return refused(u"not_a_card"_s, shape);
    }

    IdCard card;
    takeNumbers(card, fields);
    // A damaged number in front of an old one of twelve digits must not make that the number.
    const bool isDamagedNumber = isText(first) && longestDigitRun(first.text) >= 3;
    const bool isOtherField = first.isDate() || first.isDigits(OldNumberLength);
    const bool isStump =
        first.kind == Field::Kind::Digits && !first.isDigits(NumberLength)
        && (!isOtherField || card.idNumber.isEmpty() || card.idNumber.endsWith(first.text));
    const bool isCutDate =
        fields.back().kind == Field::Kind::Digits && fields.back().text.size() < DateLength;
    if (isStump || (!card.idNumber.isEmpty() && (fields.size() < FewestFields || isCutDate))) {
        return refused(u"truncated"_s, shape);
    }
    if (card.idNumber.isEmpty() || isDamagedNumber || std::ranges::none_of(fields, isDateOrSex)) {
        return refused(u"not_a_card"_s, shape);
    }
    takeSex(card, fields);
    takeDates(card, fields);
    if (isOtherPersons(card)) {
        return refused(u"not_a_card"_s, shape);
    }
    takeTexts(card, fields);
    compareWithNumber(card, today);
    return card;
}

// Machine-readable zone, ICAO Doc 9303 part 5 (TD1)

int checkDigit(QStringView characters)
{
    static constexpr std::array Weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char16_t c = characters[i].unicode();
        const int value = c == u'<' ? 0 : c <= u'9' ? c - u'0' : c - u'A' + 10;
        sum += value * Weights[static_cast<size_t>(i) % Weights.size()];
    }
    return sum % 10;
}

bool isChecked(QStringView characters, QChar check)
{
    return check.digitValue() == checkDigit(characters);
}

/// Line 1: IDVNM, last nine digits, their check, the number, filler, its check. Line 2: birth,
/// check, sex, expiry, … The name in line 3 has no accents and is not read.
Result<IdCard> fromMachineReadableZone(QStringView zone, const QDate &today)
{
    static constexpr qsizetype Length = 90;
    if (zone.size() < Length) {
        return refused(u"truncated"_s);
    }
    const QStringView number = zone.sliced(15, NumberLength);
    const QStringView lastNine = zone.sliced(5, OldNumberLength);
    if (zone.size() > Length || !isAllDigits(number) || !number.endsWith(lastNine)
        || !isChecked(lastNine, zone[14]) || !isChecked(zone.sliced(15, 14), zone[29])) {
        return refused(u"not_a_card"_s);
    }

    IdCard card;
    card.idNumber = number.toString();
    const QStringView birth = zone.sliced(30, 6);
    const int year = birthYearIn(number);
    if (isAllDigits(birth) && isChecked(birth, zone[36]) && birth.first(2).toInt() == year % 100) {
        const QDate date(year, birth.sliced(2, 2).toInt(), birth.sliced(4).toInt());
        if (date.isValid()) {
            card.birthDate = date;
        } else {
            warn(card, CardWarning::NoSuchDate);
        }
        // The sex has no check digit of its own, the whole zone has.
        const QString checked = zone.sliced(5, 32).toString() + zone.sliced(38, 7).toString()
                                + zone.sliced(48, 11).toString();
        const QChar sex = zone[37];
        if (isChecked(checked, zone[59]) && (sex == u'M' || sex == u'F')) {
            card.sex = sex == u'M' ? Sex::Male : Sex::Female;
        }
    }
    warn(card, CardWarning::NumberOnly);
    compareWithNumber(card, today);
    return card;
}

/// A number somebody typed, or the machine-readable zone.
Result<IdCard> fromPlainText(QStringView text, const QDate &today)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(u"I[A-Z<]VNM[A-Z0-9<]*"_s));

    const QString digits = text.toString().remove(u' ');
    if (isAllDigits(digits)) {
        IdCard card;
        if (digits.size() == NumberLength) {
            card.idNumber = digits;
            warn(card, CardWarning::NumberOnly);
        } else if (digits.size() == OldNumberLength) {
            card.oldId = digits;
            warn(card, CardWarning::OldNumberOnly);
        } else {
            return refused(digits.size() < NumberLength ? u"truncated"_s : u"not_a_card"_s);
        }
        compareWithNumber(card, today);
        return card;
    }

    static const QRegularExpression lineEnds(uR"(\s*[/\r\n]\s*)"_s);
    const QString zone = text.toString().remove(lineEnds);
    if (pattern.match(zone).hasMatch()) {
        return fromMachineReadableZone(zone, today);
    }
    return refused(u"not_a_card"_s);
}

bool isLink(QStringView text)
{
    static const QRegularExpression pattern(uR"(^([a-z][a-z0-9+.-]*://|www\.))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

/// Two letters and thirteen digits, or the ten digits newer cards have.
bool isHealthInsurance(QStringView text)
{
    static const QRegularExpression pattern(uR"(^([A-Z]{2}\d{13}|\d{10})\|)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

bool isBinary(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n') || byte == 0x7F;
}

} // namespace

QString word(CardWarning warning)
{
    return WarningWords[static_cast<size_t>(warning)].word;
}

Result<IdCard> parseIdCard(QByteArrayView payload, const QDate &today)
{
    if (payload.size() > LongestPayload) {
        return refused(u"too_long"_s);
    }
    if (std::ranges::any_of(payload, isBinary)) {
        return refused(u"binary"_s);
    }
    QString decoded = QString::fromUtf8(payload).remove(QChar::ByteOrderMark);
    const auto wiped = qScopeGuard([&decoded] { wipe(decoded); });
    const QStringView text = QStringView(decoded).trimmed();
    if (text.isEmpty()) {
        return refused(u"empty"_s);
    }
    if (isLink(text)) {
        return refused(u"link"_s);
    }
    if (isHealthInsurance(text)) {
        return refused(u"health_insurance"_s);
    }
    return text.contains(u'|') ? fromFields(text, today) : fromPlainText(text, today);
}

bool mustBeRenewed(const IdCard &card, const QDate &today)
{
    constexpr int EarlyYears = 2;
    if (!card.birthDate || !card.issueDate) {
        return false;
    }
    return std::ranges::any_of(std::array{14, 25, 40, 60}, [&](int age) {
        const QDate reached = card.birthDate->addYears(age);
        return reached <= today && *card.issueDate < reached.addYears(-EarlyYears);
    });
}

} // namespace motcua
