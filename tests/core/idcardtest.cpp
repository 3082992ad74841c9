// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/idcard.h"

#include "core/vietnamesetext.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace motcua;

static const QDate Today(2026, 11, 22);

/// A card in one line, absent fields left out: "number=… name=… sex=female warn=number_only", or
/// "refused: truncated".
static QString told(const Result<IdCard> &card)
{
    if (!card) {
        return u"refused: "_s + card.error().subject;
    }
    QStringList parts;
    const auto add = [&parts](QLatin1StringView label, const QString &value) {
        if (!value.isEmpty()) {
            parts.append(label + u'=' + value);
        }
    };
    QStringList warnings;
    for (const CardWarning warning : card->warnings) {
        warnings.append(word(warning));
    }
    add("number"_L1, card->idNumber);
    add("old"_L1, card->oldId);
    add("name"_L1, card->name);
    add("birth"_L1, card->birthDate ? card->birthDate->toString(Qt::ISODate) : QString());
    add("sex"_L1, !card->sex ? QString() : *card->sex == Sex::Male ? u"male"_s : u"female"_s);
    add("address"_L1, card->address);
    add("issued"_L1, card->issueDate ? card->issueDate->toString(Qt::ISODate) : QString());
    add("warn"_L1, warnings.join(u','));
    return parts.join(u' ');
}

static Result<IdCard> parsed(const QString &payload)
{
    return parseIdCard(payload.toUtf8(), Today);
}

struct Sample
{
    QString id;
    QString payload;
};

/// The synthetic payloads of tests/data, with their escapes resolved.
static std::vector<Sample> samples()
{
    std::vector<Sample> result;
    QFile file(QStringLiteral(TEST_DATA "/cccd_qr_samples.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return result;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.sliced(1)) {
        const QStringList columns = line.split(u'\t');
        QString payload = columns[1];
        payload.replace(u"\\t"_s, u"\t"_s).replace(u"\\uFEFF"_s, QString(QChar(0xFEFF)));
        result.push_back({columns[0], payload});
    }
    return result;
}

/// One person in the 2021 layout with some fields replaced.
static QString card(const QString &name, const QString &address = u"Tổ 5, Xuân La, Hà Nội"_s,
                    const QString &sex = u"Nữ"_s)
{
    return u"000199000021||%1|05031999|%2|%3|20112021"_s.arg(name, sex, address);
}

/// The first rule that @p card breaks, whatever was scanned; empty if it keeps them all. Where parts
/// of the code were repeated (@p isRepeated), nobody can tell what follows the sex.
static QString flawOf(const IdCard &card, bool isRepeated)
{
    const QString &number = card.idNumber;
    if (!number.isEmpty() && number.size() != 12) {
        return u"number of another length"_s;
    }
    if (!std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; })) {
        return u"no number"_s;
    }
    if (number.isEmpty() && card.oldId.size() != 9) {
        return u"neither number"_s;
    }
    if (std::ranges::any_of(card.name, [](QChar c) { return c.isNumber(); })) {
        return u"digit in a name"_s;
    }
    // Words the samples have in other fields.
    for (const QStringView foreign : {u",", u"?", u"Cha", u"Mẹ", u"Hà Nội", u"Ba Đình", u"Xuân"}) {
        if (card.name.contains(foreign)) {
            return u"no part of a name"_s;
        }
    }
    for (const QStringView family : {u"Phạm", u"PHẠM", u"Nguyễn", u"Trần"}) {
        if (!isRepeated && card.sex && card.address.startsWith(family)) {
            return u"a name for an address"_s;
        }
    }
    if (cleaned(card.name) != card.name || cleaned(card.address) != card.address) {
        return u"not cleaned"_s;
    }
    if (card.birthDate && card.issueDate && *card.birthDate > *card.issueDate) {
        return u"issued before birth"_s;
    }
    if (!std::ranges::is_sorted(card.warnings)
        || std::ranges::adjacent_find(card.warnings) != card.warnings.end()) {
        return u"warning twice"_s;
    }
    return {};
}

class IdCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewalComesWithAge_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QDate>("issued");
        QTest::addColumn<bool>("due");
        QTest::newRow("25 reached since") << QDate(2001, 11, 22) << QDate(2017, 1, 1) << true;
        QTest::newRow("25 tomorrow") << QDate(2001, 11, 23) << QDate(2017, 1, 1) << false;
        QTest::newRow("issued two years before")
            << QDate(2001, 11, 22) << QDate(2024, 11, 22) << false;
        QTest::newRow("a day earlier") << QDate(2001, 11, 22) << QDate(2024, 11, 21) << true;
        QTest::newRow("past 60, issued at 59") << QDate(1956, 1, 1) << QDate(2015, 1, 1) << false;
        QTest::newRow("not known when") << QDate(1956, 1, 1) << QDate() << false;
    }
    void renewalComesWithAge()
    {
        QFETCH(QDate, born);
        QFETCH(QDate, issued);
        QFETCH(bool, due);
        IdCard card;
        card.birthDate = born;
        if (issued.isValid()) {
            card.issueDate = issued;
        }
        QCOMPARE(mustBeRenewed(card, Today), due);
    }

    void readsTheSamples_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("expected");

        const QString tuyet =
            u"number=001199000017 old=012345678 name=Nguyễn Thị Ánh Tuyết birth=1999-03-05 "
            u"sex=female address=Số 1 Đường Ví Dụ, Dịch Vọng Hậu, Cầu Giấy, Hà Nội "
            u"issued=2021-11-20"_s;
        const QHash<QString, QString> expected{
            {u"std7"_s, tuyet},
            {u"empty_cmnd"_s, u"number=001099000018 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
                              u"address=Tổ 5, Xuân La, Tây Hồ, Hà Nội issued=2022-06-10"_s},
            {u"cmnd12"_s, u"number=001099000018 old=001099000018 name=Trần Văn Mẫu "
                          u"birth=1999-01-01 sex=male address=Hà Nội issued=2022-06-10"_s},
            {u"new_extra"_s, u"number=001206000020 name=Phạm Minh Thử birth=2006-02-02 sex=male "
                             u"address=Ba Đình, Hà Nội issued=2024-08-01"_s},
            {u"new_cmnd_late"_s, u"number=001206000020 name=PHẠM MINH THỬ birth=2006-02-02 "
                                 u"sex=male address=Ba Đình, Hà Nội issued=2024-08-01"_s},
            {u"nfd"_s, tuyet},
            {u"tab"_s, tuyet},
            {u"bom"_s, tuyet},
            {u"lost"_s, u"number=001199000017 old=012345678 birth=1999-03-05 issued=2021-11-20 "
                        u"warn=damaged_text"_s},
            {u"digits_only"_s, u"number=001199000017 warn=number_only"_s},
            {u"cmnd9"_s, u"old=012345678 warn=old_number_only"_s},
            {u"bad_year"_s, u"number=001198000017 name=Nguyễn Thị Ánh Tuyết birth=1999-03-05 "
                            u"sex=female address=Hà Nội issued=2021-11-20 "
                            u"warn=birth_year_mismatch"_s},
            {u"bad_date"_s, u"number=001199000017 name=Nguyễn Thị Ánh Tuyết sex=female "
                            u"address=Hà Nội issued=2021-11-20 "
                            u"warn=no_such_date,birth_date_missing"_s},
            {u"short"_s, u"refused: truncated"_s},
            {u"bhyt"_s, u"refused: health_insurance"_s},
            {u"mrz"_s, u"number=001199000017 birth=1999-03-05 sex=female warn=number_only"_s},
        };
        const auto rows = samples();
        QCOMPARE(static_cast<qsizetype>(rows.size()), expected.size());
        for (const Sample &sample : rows) {
            QVERIFY2(expected.contains(sample.id), qPrintable(sample.id));
            QTest::newRow(qPrintable(sample.id)) << sample.payload << expected[sample.id];
        }
    }

    void readsTheSamples()
    {
        QFETCH(QString, payload);
        QFETCH(QString, expected);
        QCOMPARE(told(parsed(payload)), expected);
        QCOMPARE(told(parsed(payload + u"\r\n"_s)), expected);
        QCOMPARE(told(parsed(u"\uFEFF "_s + payload.normalized(QString::NormalizationForm_D))),
                 expected);
    }

    void readsLayouts_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("expected");

        const QString mau = u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
                            u"address=Hà Nội issued=2022-06-10 warn=unknown_province"_s;
        QTest::newRow("2021") << u"000099000031||Trần Văn Mẫu|01011999|Nam|Hà Nội|10062022"_s
                              << mau;
        QTest::newRow("without the old number")
            << u"000099000031|Trần Văn Mẫu|01011999|Nam|Hà Nội|10062022"_s << mau;
        QTest::newRow("sex before birth")
            << u"000099000031|Trần Văn Mẫu|Nam|01011999|Hà Nội|10062022"_s << mau;
        QTest::newRow("dates the other way round")
            << u"000099000031||Trần Văn Mẫu|10062022|Nam|Hà Nội|01011999"_s << mau;
        QTest::newRow("name first")
            << u"Trần Văn Mẫu|000099000031|01011999|Nam|Hà Nội|10062022"_s << mau;
        QTest::newRow("capitals and blanks")
            << u" 000099000031 || Trần  Văn\u00A0Mẫu |01011999| NAM |Hà Nội| 10062022 "_s << mau;
        QTest::newRow("many empty fields")
            << u"000099000031||||Trần Văn Mẫu|01011999|Nam|Hà Nội|10062022||||"_s << mau;

        const QString so1 = u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
                            u"address=Số 1, Hà Nội issued=2022-06-10 warn=unknown_province"_s;
        QTest::newRow("address before the name")
            << u"000099000031|Số 1, Hà Nội|Trần Văn Mẫu|01011999|Nam|10062022"_s << so1;
        QTest::newRow("sex before the name")
            << u"000099000031|Nam|Trần Văn Mẫu|01011999|10062022|Số 1, Hà Nội"_s << so1;
        QTest::newRow("name between sex and issue")
            << u"000099000031|01011999|Nam|Số 1, Hà Nội|Trần Văn Mẫu|10062022"_s << so1;
        QTest::newRow("a name last is a parent's")
            << u"000099000031||01011999|Nam|Số 1, Hà Nội|10062022|Trần Văn Cha"_s
            << u"number=000099000031 birth=1999-01-01 sex=male address=Số 1, Hà Nội "
               u"issued=2022-06-10 warn=unknown_province,name_missing"_s;
        QTest::newRow("name empty, parents there")
            << u"000099000031|||01011999|Nam|Số 1, Hà Nội|10062022||Trần Văn Cha|Lê Thị Mẹ"_s
            << u"number=000099000031 birth=1999-01-01 sex=male address=Số 1, Hà Nội "
               u"issued=2022-06-10 warn=unknown_province,name_missing"_s;
        QTest::newRow("name empty, plain address")
            << u"000099000031|||01011999|Nam|Hà Nội|10062022"_s
            << u"number=000099000031 birth=1999-01-01 sex=male address=Hà Nội issued=2022-06-10 "
               u"warn=unknown_province,name_missing"_s;
        QTest::newRow("name empty, plain address, parents")
            << u"000099000031|||01011999|Nam|Hà Nội|10062022||Trần Văn Cha|Lê Thị Mẹ"_s
            << u"number=000099000031 birth=1999-01-01 sex=male address=Hà Nội issued=2022-06-10 "
               u"warn=unknown_province,name_missing"_s;
        QTest::newRow("name and birth empty")
            << u"000099000031||||Nam|Hà Nội|10062022"_s
            << u"number=000099000031 sex=male address=Hà Nội "
               u"warn=unknown_province,name_missing,birth_date_missing"_s;
        QTest::newRow("sex is no sex")
            << u"000099000031||Trần Văn Mẫu|01011999|Nan|Số 1, Hà Nội|10062022"_s
            << u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 address=Số 1, Hà Nội "
               u"issued=2022-06-10 "
               u"warn=unknown_province"_s;
        QTest::newRow("address empty, parents")
            << u"000099000031||Trần Văn Mẫu|01011999|Nam||10062022||Trần Văn Cha|Lê Thị Mẹ"_s
            << u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
               u"issued=2022-06-10 warn=unknown_province"_s;
        QTest::newRow("plain address, parents")
            << u"000099000031||Trần Văn Mẫu|01011999|Nam|Hà Nội|10062022||Trần Văn Cha|Lê Thị Mẹ"_s
            << mau;
        QTest::newRow("old number late")
            << u"000099000031|Trần Văn Mẫu|Nam|01011999|Hà Nội|10062022|099999999||"_s
            << (u"number=000099000031 old=099999999"_s + mau.sliced(19));
        QTest::newRow("cancelled number late is left alone")
            << u"000099000031|Trần Văn Mẫu|Nam|01011999|Hà Nội|10062022||000099000030|"_s << mau;
        QTest::newRow("two old numbers: neither is sure")
            << u"000099000031|099999999|Trần Văn Mẫu|01011999|Nam|Hà Nội|10062022|099999998"_s
            << mau;
        QTest::newRow("nine digits in place of the issue date")
            << u"000099000031||Trần Văn Mẫu|01011999|Nam|Hà Nội|100620222"_s
            << u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
               u"address=Hà Nội warn=unknown_province"_s;
        QTest::newRow("cut after the address: it may be half")
            << u"000099000031||Trần Văn Mẫu|01011999|Nam|Số 1 Đườ"_s
            << u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
               u"warn=unknown_province,damaged_text"_s;
        QTest::newRow("cut after the address, name without accents")
            << u"000099000031||HOANG VAN AN|01011999|Nam|Số 1 Đườ"_s
            << u"number=000099000031 name=HOANG VAN AN birth=1999-01-01 sex=male "
               u"warn=unknown_province,damaged_text"_s;
        QTest::newRow("no issue date")
            << u"000099000031||Trần Văn Mẫu|01011999|Nam|Hà Nội|"_s
            << u"number=000099000031 name=Trần Văn Mẫu birth=1999-01-01 sex=male "
               u"address=Hà Nội warn=unknown_province"_s;
        QTest::newRow("no birth date")
            << u"000099000031||Trần Văn Mẫu||Nam|Hà Nội|10062022"_s
            << u"number=000099000031 name=Trần Văn Mẫu sex=male address=Hà Nội "
               u"warn=unknown_province,birth_date_missing"_s;
        QTest::newRow("called Nam")
            << u"000099000031||Nam|01011999|Nam|Số 1, Hà Nội|10062022"_s
            << u"number=000099000031 name=Nam birth=1999-01-01 sex=male address=Số 1, Hà Nội "
               u"issued=2022-06-10 warn=unknown_province"_s;
        QTest::newRow("called Nữ, a man")
            << u"000099000031|NỮ|Nam|01011999|Số 1, Hà Nội|10062022|||"_s
            << u"number=000099000031 name=NỮ birth=1999-01-01 sex=male address=Số 1, Hà Nội "
               u"issued=2022-06-10 warn=unknown_province"_s;
    }

    void readsLayouts()
    {
        QFETCH(QString, payload);
        QFETCH(QString, expected);
        QCOMPARE(told(parsed(payload)), expected);
    }

    void keepsSoundNames_data()
    {
        QTest::addColumn<QString>("name");

        for (const QString &name : {
                 u"HOANG VAN AN"_s,
                 u"Nguyễn"_s,
                 u"Quyền"_s,
                 u"Y Bhiu Niê"_s,
                 u"K'Pă H'Lan"_s,
                 u"K’Pă H’Lan"_s,
                 u"Y"_s,
                 u"LÃ THỊ HÀ"_s,
                 u"Ỷ Ưng"_s,
                 u"Lâm Es"_s,
                 u"Siu Black"_s,
                 u"Alexander Smith"_s,
                 u"Nguyễn-Phúc Vĩnh San"_s,
                 u"Rơ Châm H'Yéo"_s,
                 u"Công Tằng Tôn Nữ Thị Hương Giang Trà My Bảo Ngọc"_s,
             }) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void keepsSoundNames()
    {
        QFETCH(QString, name);
        for (const QString &address : {u"Tổ 5, Xuân La, Hà Nội"_s, u"Hà Nội"_s}) {
            const auto result = parsed(card(name, address));
            QVERIFY(result.has_value());
            QCOMPARE(result->name, name);
            QCOMPARE(result->address, address);
            QCOMPARE(result->warnings, std::vector{CardWarning::UnknownProvince});
        }
    }

    void leavesDamagedTextOut_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isSexKnown");

        const QString address = u"Tổ 5, Xuân La, Hà Nội"_s;
        const auto row = [](const char *title) -> QTestData & { return QTest::newRow(title); };
        row("Telex") << card(u"Nguyeenx Thij Anhs"_s, u"Toor 5, Xuaan La, Haf Nooij"_s, u"Nuwx"_s)
                     << u""_s << u""_s << false;
        row("Telex name only") << card(u"Nguyeenx Thij Anhs"_s) << u""_s << address << true;
        row("Telex, unaccented address goes too")
            << card(u"Nguyeenx Thij Anhs"_s, u"Ba Vi"_s) << u""_s << u""_s << true;
        row("VNI") << card(u"Nguye6n4 Thi5 A1nh"_s, u"To63 5, Xua6n La, Ha2 No6i5"_s, u"Nu74"_s)
                   << u""_s << u""_s << false;
        row("address lost its letters") << card(u"Nguyễn Thị Ánh"_s, u"T? 5, Xu?n La"_s)
                                        << u"Nguyễn Thị Ánh"_s << u""_s << true;
        row("address lost its letters, name has none to lose")
            << card(u"Lan Anh"_s, u"T? 5, Xu?n La"_s) << u""_s << u""_s << true;
        row("sex lost its letter") << card(u"Nguyễn Thị Ánh"_s, address, u"N?"_s)
                                   << u"Nguyễn Thị Ánh"_s << address << false;
        row("replacement character")
            << card(u"Nguy\uFFFDn Th\uFFFD"_s, u"T\uFFFD 5, Xu\uFFFDn La"_s, u"N\uFFFD"_s) << u""_s
            << u""_s << false;
        row("Windows-1252") << card(u"Nguyá»…n Thá»‹ Lan"_s, u"Tá»• 5, XuÃ¢n La"_s, u"Ná»¯"_s)
                            << u""_s << u""_s << false;
        row("letters dropped") << card(u"Nguyn Th nh"_s, u"T 5, Xun La"_s, u"N"_s) << u""_s << u""_s
                               << false;
        row("marks on consonants") << card(u"Trâǹ Thị Lan"_s) << u""_s << address << true;
        row("digit in the name") << card(u"Nguyễn Thị 4nh"_s, u"Hà Nội"_s) << u""_s << u"Hà Nội"_s
                                 << true;
        row("comma in the name") << card(u"Nguyễn, Thị Ánh"_s, u"Hà Nội"_s) << u""_s << u"Hà Nội"_s
                                 << true;
        row("number in the name, plain address")
            << card(u"Nguyễn 4 Ánh"_s, u"Hà Nội"_s) << u""_s << u"Hà Nội"_s << true;
        row("separator lost before birth")
            << u"000199000021||Lê Thị Ánh05031999|Nữ|Tổ 5, Xuân La, Hà Nội|20112021|"_s << u""_s
            << address << true;
        row("separator lost after the old number")
            << u"000199000021|012345678Lê Thị Ánh|05031999|Nữ|Tổ 5, Xuân La, Hà Nội|20112021"_s
            << u""_s << address << true;
    }

    void leavesDamagedTextOut()
    {
        QFETCH(QString, payload);
        QFETCH(QString, name);
        QFETCH(QString, address);
        QFETCH(bool, isSexKnown);

        const auto result = parsed(payload);
        QVERIFY2(result.has_value(), qPrintable(told(result)));
        QCOMPARE(result->idNumber, u"000199000021"_s);
        QCOMPARE(result->name, name);
        QCOMPARE(result->address, address);
        QCOMPARE(result->sex.has_value(), isSexKnown);
        QVERIFY(std::ranges::count(result->warnings, CardWarning::DamagedText) == 1);
    }

    void damagedBytesLeaveNumberAndDates()
    {
        QByteArray payload = card(u"NAME"_s, u"ADDRESS"_s, u"SEX"_s).toUtf8();
        payload.replace("NAME", "Nguy\xEA\xDEn Thi\xF2"); // Windows-1258
        payload.replace("ADDRESS", "T\xF4\xD2 5, H\xE0 N\xF4\xF2i");
        payload.replace("SEX", "N\xFD\xDE");
        QCOMPARE(told(parseIdCard(payload, Today)),
                 u"number=000199000021 birth=1999-03-05 issued=2021-11-20 "
                 u"warn=unknown_province,damaged_text"_s);
    }

    void warns_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("sex");
        QTest::addColumn<QString>("dates");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *title, const QString &number, const QString &sex,
                            const QString &dates, const QString &expected) {
            QTest::newRow(title) << number << sex << dates << expected;
        };
        row("nothing", u"001199000017"_s, u"Nữ"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20"_s);
        row("last province", u"096099000017"_s, u"Nam"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20"_s);
        row("province 000", u"000099000017"_s, u"Nam"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20 unknown_province"_s);
        row("province 099", u"099099000017"_s, u"Nam"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20 unknown_province"_s);
        row("merged code that numbers never had", u"003099000017"_s, u"Nam"_s,
            u"05031999 20112021"_s, u"1999-03-05 2021-11-20 unknown_province"_s);
        row("born abroad", u"101099000017"_s, u"Nam"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20 unknown_province"_s);
        row("sex", u"001199000017"_s, u"Nam"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20 sex_mismatch"_s);
        row("century", u"001399000017"_s, u"Nữ"_s, u"05031999 20112021"_s,
            u"1999-03-05 2021-11-20 birth_year_mismatch"_s);
        row("born 2006", u"001206000020"_s, u"Nam"_s, u"02022006 01082024"_s,
            u"2006-02-02 2024-08-01"_s);
        row("issued in the year of birth", u"001226000020"_s, u"Nam"_s, u"02022026 01082026"_s,
            u"2026-02-02 2026-08-01"_s);
        row("leap day", u"001104000017"_s, u"Nữ"_s, u"29021904 20112021"_s,
            u"1904-02-29 2021-11-20"_s);
        row("no leap day", u"001199000017"_s, u"Nữ"_s, u"29021999 20112021"_s,
            u"- 2021-11-20 no_such_date,birth_date_missing"_s);
        row("no such issue", u"001199000017"_s, u"Nữ"_s, u"05031999 31112021"_s,
            u"1999-03-05 - no_such_date"_s);
        row("neither", u"001199000017"_s, u"Nữ"_s, u"00001999 99999999"_s,
            u"- - no_such_date,birth_date_missing"_s);
        row("issue reads as long ago", u"001199000017"_s, u"Nữ"_s, u"05031999 20110021"_s,
            u"1999-03-05 - no_such_date"_s);
        row("issued before birth", u"001199000017"_s, u"Nữ"_s, u"05031999 20111921"_s,
            u"- - birth_year_mismatch,birth_date_missing"_s);
        row("issued today", u"001199000017"_s, u"Nữ"_s, u"05031999 22112026"_s,
            u"1999-03-05 2026-11-22"_s);
        row("issued tomorrow", u"001199000017"_s, u"Nữ"_s, u"05031999 23112026"_s,
            u"1999-03-05 2026-11-23 date_in_future"_s);
        row("born tomorrow", u"001226000017"_s, u"Nam"_s, u"23112026 24112026"_s,
            u"2026-11-23 2026-11-24 date_in_future"_s);
        row("one date, of the number's year", u"001199000017"_s, u"Nữ"_s, u"05031999 "_s,
            u"1999-03-05 -"_s);
        row("one date, of another year", u"001199000017"_s, u"Nữ"_s, u" 20112021"_s,
            u"- - birth_date_missing"_s);
        row("three dates: only the birth is sure", u"001199000017"_s, u"Nữ"_s,
            u"05031999 20112021|20112031"_s, u"1999-03-05 -"_s);
        row("three dates, none of the number's year", u"001197000017"_s, u"Nữ"_s,
            u"05031999 20112021|20112031"_s, u"- - birth_date_missing"_s);
    }

    void warns()
    {
        QFETCH(QString, number);
        QFETCH(QString, sex);
        QFETCH(QString, dates);
        QFETCH(QString, expected);

        const auto result = parsed(u"%1||Lê Thị Thử|%2|%3|Hà Nội|%4|"_s.arg(
            number, dates.section(u' ', 0, 0), sex, dates.section(u' ', 1, 1)));
        QVERIFY2(result.has_value(), qPrintable(told(result)));
        const auto iso = [](const std::optional<QDate> &date) {
            return date ? date->toString(Qt::ISODate) : u"-"_s;
        };
        QStringList warnings;
        for (const CardWarning warning : result->warnings) {
            warnings.append(word(warning));
        }
        QCOMPARE(
            (iso(result->birthDate) + u' ' + iso(result->issueDate) + u' ' + warnings.join(u','))
                .trimmed(),
            expected);
        QCOMPARE(result->name, u"Lê Thị Thử"_s);
        QCOMPARE(result->address, u"Hà Nội"_s);
    }

    void readsTypedNumbersAndMachineReadableZones_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("expected");

        const QString number = u"number=001199000017 warn=number_only"_s;
        QTest::newRow("in groups") << u"001 199 000 017"_s << number;
        QTest::newRow("province 000")
            << u"000199000017"_s << u"number=000199000017 warn=unknown_province,number_only"_s;
        QTest::newRow("nine in groups")
            << u" 012 345 678\r"_s << u"old=012345678 warn=old_number_only"_s;
        QTest::newRow("eleven digits") << u"00119900001"_s << u"refused: truncated"_s;
        QTest::newRow("thirteen digits") << u"0011990000170"_s << u"refused: not_a_card"_s;
        QTest::newRow("two numbers") << u"001199000017\n001199000017"_s << u"refused: not_a_card"_s;
        QTest::newRow("Arabic digits") << u"٠٠١١٩٩٠٠٠٠١٧"_s << u"refused: not_a_card"_s;

        const QString one = u"IDVNM1990000173001199000017<<4"_s;
        const QString two = u"9903056F2403052VNM<<<<<<<<<<<2"_s;
        const QString three = u"NGUYEN<<THI<ANH<TUYET<<<<<<<<<"_s;
        const QString all = u"number=001199000017 birth=1999-03-05 sex=female warn=number_only"_s;
        QTest::newRow("zone, lines") << QStringList{one, two, three}.join(u"\r\n") << all;
        QTest::newRow("zone, one line") << one + two + three << all;
        QTest::newRow("zone, slashes and blanks")
            << QStringList{one, two, three}.join(u" / ") << all;
        QTest::newRow("zone, wrong birth check")
            << one + QString(two).replace(6, 1, u"7"_s) + three << number;
        QTest::newRow("zone, wrong check of all")
            << one + QString(two).replace(29, 1, u"3"_s) + three
            << u"number=001199000017 birth=1999-03-05 warn=number_only"_s;
        QTest::newRow("zone, sex unsaid")
            << one + QString(two).replace(7, 1, u"<"_s) + three
            << u"number=001199000017 birth=1999-03-05 warn=number_only"_s;
        QTest::newRow("zone, wrong number check")
            << QString(one).replace(29, 1, u"5"_s) + two + three << u"refused: not_a_card"_s;
        QTest::newRow("zone, wrong short number check")
            << QString(one).replace(14, 1, u"4"_s) + two + three << u"refused: not_a_card"_s;
        QTest::newRow("zone, numbers disagree")
            << QString(one).replace(16, 1, u"1"_s) + two + three << u"refused: not_a_card"_s;
        QTest::newRow("zone, two lines") << one + u'/' + two << u"refused: truncated"_s;
        QTest::newRow("zone, twice") << (one + two + three).repeated(2) << u"refused: not_a_card"_s;
        QTest::newRow("another country's zone")
            << QString(one).replace(2, 3, u"UTO"_s) + two + three << u"refused: not_a_card"_s;
    }

    void readsTypedNumbersAndMachineReadableZones()
    {
        QFETCH(QString, payload);
        QFETCH(QString, expected);
        QCOMPARE(told(parsed(payload)), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("why");

        const QByteArray whole = card(u"Lê Thị Thử"_s).toUtf8();
        const QByteArray other = "000099000031||Tr\xE1\xBA\xA7n V\xC4\x83n M\xE1\xBA\xABu|01011999|"
                                 "Nam|H\xC3\xA0 N\xE1\xBB\x99i|10062022";
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
        QTest::newRow("blanks") << QByteArray(" \t\r\n") << u"empty"_s;
        QTest::newRow("byte order mark alone") << QByteArray("\xEF\xBB\xBF") << u"empty"_s;
        QTest::newRow("NUL inside")
            << QByteArray(whole).replace(20, 1, QByteArray(1, '\0')) << u"binary"_s;
        QTest::newRow("UTF-16") << QByteArray("0\0001\000|\000", 6) << u"binary"_s;
        QTest::newRow("escape") << whole + '\x1B' << u"binary"_s;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n") << u"binary"_s;
        QTest::newRow("1025 bytes") << QByteArray(1025, '0') << u"too_long"_s;
        QTest::newRow("1025 NULs") << QByteArray(1025, '\0') << u"too_long"_s;
        QTest::newRow("1024 digits") << QByteArray(1024, '0') << u"not_a_card"_s;
        QTest::newRow("1024 separators") << QByteArray(1024, '|') << u"not_a_card"_s;
        QTest::newRow("link") << QByteArray("https://motcua.example/ho-so?ma=1|2") << u"link"_s;
        QTest::newRow("link in capitals") << QByteArray("HTTP://MOTCUA.EXAMPLE") << u"link"_s;
        QTest::newRow("link without scheme") << QByteArray("www.motcua.example") << u"link"_s;
        QTest::newRow("health insurance, small")
            << QByteArray("gd4010112345678|4e67|05/03/1999|2|") << u"health_insurance"_s;
        QTest::newRow("health insurance, ten digits")
            << QByteArray("0123456789|4e67|05/03/1999|2|") << u"health_insurance"_s;
        QTest::newRow("words") << QByteArray("xin chao") << u"not_a_card"_s;
        QTest::newRow("list of words") << QByteArray("a|b|c|d|e|f|g") << u"not_a_card"_s;
        QTest::newRow("number and words")
            << QByteArray("000199000021|a|b|c|d|e|f") << u"not_a_card"_s;
        QTest::newRow("number and nothing") << QByteArray("000199000021||||||") << u"not_a_card"_s;
        QTest::newRow("five fields")
            << QByteArray("000199000021||L|05031999|Nam") << u"truncated"_s;
        QTest::newRow("head lost") << whole.sliced(3) << u"truncated"_s;
        QTest::newRow("head lost, old number stays")
            << QByteArray("99000018|000099000018|Mau|01011999|Nam|Ha Noi|10062022")
            << u"truncated"_s;
        QTest::newRow("head lost to nine digits")
            << QByteArray("099000018|000099000018|Mau|01011999|Nam|Ha Noi|10062022")
            << u"truncated"_s;
        QTest::newRow("number damaged, old number whole")
            << QByteArray("00009N000018|000099000018|Mau|01011999|Nam|Ha Noi|10062022")
            << u"not_a_card"_s;
        QTest::newRow("issue date cut") << whole.chopped(1) << u"truncated"_s;
        QTest::newRow("number one digit long") << '0' + whole << u"not_a_card"_s;
        QTest::newRow("twice") << whole + whole << u"not_a_card"_s;
        QTest::newRow("twice, other person") << whole + other << u"not_a_card"_s;
        QTest::newRow("twice, line end") << whole + '\r' + other << u"not_a_card"_s;
        QTest::newRow("twice, tab") << whole + '\t' + other << u"not_a_card"_s;
        QTest::newRow("twice, blank") << whole + ' ' + other << u"not_a_card"_s;
        QTest::newRow("twice, byte order mark")
            << whole + "\xEF\xBB\xBF" + other << u"not_a_card"_s;
        QTest::newRow("twice, separator") << whole + '|' + other << u"not_a_card"_s;
        QTest::newRow("three times") << whole + whole + whole << u"not_a_card"_s;
        QTest::newRow("number and card") << "000199000021" + whole << u"not_a_card"_s;
        QTest::newRow("old number and card") << "012345678" + whole << u"not_a_card"_s;
        QTest::newRow("number, separator and another's card")
            << "000199000021|" + other << u"not_a_card"_s;
        QTest::newRow("number, separator and another's new card")
            << QByteArray("000199000021|000099000031|Mau|Nam|01011999|Ha Noi|10062022")
            << u"not_a_card"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, why);

        const auto result = parseIdCard(payload, Today);
        QCOMPARE(told(result), u"refused: "_s + why);
        QCOMPARE(result.error().code, ErrorCode::InvalidIdCard);
        QCOMPARE(kindOf(result.error().code), ErrorKind::Refused);
    }

    void looksAtNoMoreThanAKibibyte()
    {
        const QByteArray payload(10 << 20, '|');
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(told(parseIdCard(payload, Today)), u"refused: too_long"_s);
        }
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    /// However a scan is cut before another follows, no field of one person comes with the number
    /// of the other.
    void neverMixesTwoScans()
    {
        const QStringList people{
            u"000099000031|099999999|Trần Văn Mẫu|01011999|Nam|Số 1, Hà Nội|10062022"_s,
            u"000185000042||Lê Thị Thử|02021985|Nữ|Hà Nam|11072023"_s,
            u"000185000042|000185000042|Lê Thị Thử|02021985|Nữ|Hà Nam|11072023"_s,
            u"000206000053|ĐỖ THỬ|Nam|03032006|Ba Vì, Hà Nội|12082024|||"_s,
            u"000312000064||Vũ Thị Con|04042012|Nữ|Ba Vì, Hà Nội|12082024||Vũ Cha|Bùi Mẹ"_s,
        };
        for (const QString &first : people) {
            for (const QString &second : people) {
                for (qsizetype length = 1; length <= first.size(); ++length) {
                    const QString payload = first.first(length) + second;
                    const auto result = parsed(payload);
                    if (first.first(12) != second.first(12)) {
                        QVERIFY2(!result, qPrintable(payload));
                    } else if (result) {
                        QCOMPARE(result->idNumber, second.first(12));
                    }
                }
            }
        }
    }

    void survivesMutations()
    {
        static constexpr int Rounds = 200'000;
        static constexpr QByteArrayView Bytes(
            "|0123456789 NamuNsfxj<?,/\t\n\xE1\xBB\xAF\xCC\xFF\0");
        const auto rows = samples();
        QVERIFY(!rows.empty());
        std::mt19937 random(20261122);
        const auto below = [&random](qsizetype limit) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
        };
        int accepted = 0;
        for (int round = 0; round < Rounds; ++round) {
            const auto &sample = rows[static_cast<size_t>(below(std::ssize(rows)))];
            QByteArray payload = sample.payload.toUtf8();
            bool isRepeated = false;
            for (qsizetype changes = 1 + below(4); changes > 0 && !payload.isEmpty(); --changes) {
                const qsizetype place = below(payload.size());
                const char byte = Bytes[below(Bytes.size())];
                switch (below(6)) {
                case 0:
                    payload[place] = byte;
                    break;
                case 1:
                    payload.insert(place, byte);
                    break;
                case 2:
                    payload.remove(place, 1 + below(3));
                    break;
                case 3:
                    payload.truncate(place);
                    break;
                case 4:
                    isRepeated = true;
                    payload.insert(place, payload.sliced(place, below(payload.size() - place)));
                    break;
                default:
                    std::swap(payload[place], payload[below(payload.size())]);
                    break;
                }
            }

            const auto result = parseIdCard(payload, Today);
            if (!result) {
                continue;
            }
            ++accepted;
            if (const QString flaw = flawOf(*result, isRepeated); !flaw.isEmpty()) {
                QFAIL(qPrintable(flaw + u' ' + QString::fromLatin1(payload.toPercentEncoding())));
            }
        }
        QVERIFY2(accepted > Rounds / 10, qPrintable(QString::number(accepted)));
    }

    void errorsNeverQuoteThePayload()
    {
        QStringList payloads;
        for (const Sample &sample : samples()) {
            for (qsizetype length = 0; length <= sample.payload.size(); ++length) {
                payloads.append(sample.payload.first(length));
                payloads.append(sample.payload + sample.payload.first(length));
            }
        }
        int refusals = 0;
        for (const QString &payload : std::as_const(payloads)) {
            const auto result = parsed(payload);
            if (result) {
                continue;
            }
            ++refusals;
            static const QStringList words{u"empty"_s,     u"too_long"_s, u"binary"_s,
                                           u"truncated"_s, u"link"_s,     u"health_insurance"_s,
                                           u"not_a_card"_s};
            QVERIFY(words.contains(result.error().subject));
            // Counts and lengths may be logged, and nothing else.
            static const QRegularExpression shape(
                QRegularExpression::anchoredPattern(u"|\\d+ fields of( \\d{1,3})+ characters"_s));
            QVERIFY2(shape.match(result.error().detail).hasMatch(),
                     qPrintable(result.error().detail));
            for (const QString &part : payload.split(u'|')) {
                QVERIFY(part.size() < 4 || !result.error().detail.contains(part));
            }
        }
        QVERIFY(refusals > 100);
    }

    void warningWordsAreStable()
    {
        QCOMPARE(word(CardWarning::UnknownProvince), u"unknown_province"_s);
        QCOMPARE(word(CardWarning::SexMismatch), u"sex_mismatch"_s);
        QCOMPARE(word(CardWarning::BirthYearMismatch), u"birth_year_mismatch"_s);
        QCOMPARE(word(CardWarning::NoSuchDate), u"no_such_date"_s);
        QCOMPARE(word(CardWarning::DateInFuture), u"date_in_future"_s);
        QCOMPARE(word(CardWarning::DamagedText), u"damaged_text"_s);
        QCOMPARE(word(CardWarning::NameMissing), u"name_missing"_s);
        QCOMPARE(word(CardWarning::BirthDateMissing), u"birth_date_missing"_s);
        QCOMPARE(word(CardWarning::OldNumberOnly), u"old_number_only"_s);
        QCOMPARE(word(CardWarning::NumberOnly), u"number_only"_s);
    }
};

QTEST_GUILESS_MAIN(IdCardTest)

#include "idcardtest.moc"
