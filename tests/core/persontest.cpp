// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/person.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class PersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromJson()
    {
        const Person citizen{.name = u"Nguyễn Thị Mai"_s,
                             .idNumber = u"099191004217"_s,
                             .otherId = u"012345678"_s,
                             .birthDate = QDate(1991, 5, 12),
                             .sex = Sex::Female,
                             .phone = u"0912345678"_s,
                             .email = u"mai@example.vn"_s,
                             .address = u"Số 12 Hàng Bún"_s,
                             .unit = u"00004"_s};
        const Person company{.isOrganisation = true,
                             .name = u"Công ty TNHH Một Cửa"_s,
                             .hasNoPhone = true,
                             .taxCode = u"0101234567-001"_s};
        for (const Person &person : {citizen, company, Person()}) {
            QCOMPARE(personFromJson(toJson(person)), person);
        }
    }

    void typedTextIsCleaned()
    {
        const Person person = personFromJson({{u"name"_s, u"  Nguye\u0302\u0303n\u200B  Mai "_s},
                                              {u"phone"_s, u"+84 912 345 678"_s}});
        QCOMPARE(person.name, u"Nguyễn Mai"_s);
        QCOMPARE(person.phone, u"0912345678"_s);
    }

    void peopleAreToldApartByOneNumber()
    {
        QCOMPARE(idKeyOf({.idNumber = u"099191004217"_s, .otherId = u"C1"_s}), u"099191004217"_s);
        QCOMPARE(idKeyOf({.otherId = u"c 123 4567"_s}), u"C1234567"_s);
        QCOMPARE(idKeyOf({.isOrganisation = true, .taxCode = u"0101234567-001"_s}),
                 u"0101234567-001"_s);
        QCOMPARE(idKeyOf({.name = u"Nguyễn Thị Mai"_s}), QString());
    }

    void taxCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("ten digits") << u"0101234567"_s << true;
        QTest::newRow("branch office") << u"0101234567-001"_s << true;
        QTest::newRow("personal number") << u"099191004217"_s << true;
        QTest::newRow("nine digits") << u"010123456"_s << false;
        QTest::newRow("glued branch office") << u"0101234567001"_s << false;
        QTest::newRow("letters") << u"01012345AB"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void taxCodes()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(isTaxCode(text), good);
    }

    void otherPapers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("passport") << u"C1234567"_s << true;
        QTest::newRow("in small letters and groups") << u"c 1234 567"_s << true;
        QTest::newRow("CMND") << u"012345678"_s << true;
        QTest::newRow("foreign card") << u"P<VN-12345678"_s << false;
        QTest::newRow("an ID number") << u"099191004217"_s << false;
        QTest::newRow("the code of a card") << u"099091000018||TranVanMau|01011991"_s << false;
        QTest::newRow("the beginning of one") << u"099091000018|"_s << false;
        QTest::newRow("a name") << u"Nguyen Thi"_s << false;
        QTest::newRow("too short") << u"A123"_s << false;
        QTest::newRow("too long") << u"A12345678901234567890"_s << false;
        QTest::newRow("other letters") << u"Đ1234567"_s << false;
    }
    void otherPapers()
    {
        QFETCH(QString, text);
        QTEST(isOtherId(text), "good");
    }

    void masks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("masked");
        QTest::newRow("three words") << u"Nguyễn Thị Mai"_s << u"N. T. Mai"_s;
        QTest::newRow("one word") << u"Thào"_s << u"T."_s;
        QTest::newRow("five words") << u"Tôn Nữ Thị Ngọc Mai"_s << u"T. N. T. N. Mai"_s;
        QTest::newRow("many words") << u"Công Tằng Tôn Nữ Thị Ngọc Mai"_s << u"C. T. T. N. Mai"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("an accent leads") << u"Ân Đức"_s << u"Â. Đức"_s;
    }
    void masks()
    {
        QFETCH(QString, name);
        QTEST(maskedName(name), "masked");
        QCOMPARE(maskedId(u"099191004217"_s), u"099*****4217"_s);
        QCOMPARE(maskedId(u"12345"_s), u"*****"_s);
    }

    void namesAreFoundByWordsAndNeighbours()
    {
        QCOMPARE(nameKeys(u"Đỗ Minh  Đức"_s),
                 (QStringList{u"do"_s, u"minh"_s, u"duc"_s, u"do minh"_s, u"minh duc"_s,
                              u"do minh duc"_s}));
        QCOMPARE(nameKeys(u"Thào"_s), QStringList{u"thao"_s});
        QCOMPARE(nameKeys(QString()), QStringList());
    }

    void age_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<int>("age");
        QTest::newRow("birthday today") << QDate(2008, 11, 28) << 18;
        QTest::newRow("tomorrow") << QDate(2008, 11, 29) << 17;
        QTest::newRow("leap day") << QDate(2008, 2, 29) << 18;
        QTest::newRow("not born yet") << QDate(2027, 1, 1) << -1;
        QTest::newRow("unknown") << QDate() << -1;
    }
    void age()
    {
        QFETCH(QDate, born);
        Person person;
        if (born.isValid()) {
            person.birthDate = born;
        }
        QTEST(ageOn(person, QDate(2026, 11, 28)), "age");
    }
};

QTEST_GUILESS_MAIN(PersonTest)
#include "persontest.moc"
