// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/administrativeunit.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;

class AdministrativeUnitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hanoiHas126AndTheCountry34()
    {
        const auto &units = administrativeUnits();
        QCOMPARE(std::ranges::count(units, true, &AdministrativeUnit::isProvince), 34);
        QCOMPARE(std::ranges::count(units, false, &AdministrativeUnit::isProvince), 126);
        std::set<QString> codes;
        for (const AdministrativeUnit &unit : units) {
            QVERIFY(codes.insert(unit.code).second);
            QCOMPARE(unit.code.size(), unit.isProvince ? 2 : 5);
            QCOMPARE(unit.name, unit.name.normalized(QString::NormalizationForm_C));
        }
    }

    void isFoundHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("without accents") << u"ba dinh"_s << u"Phường Ba Đình"_s;
        QTest::newRow("beginnings") << u"ph ba di"_s << u"Phường Ba Đình"_s;
        QTest::newRow("other tone placement") << u"khánh hòa"_s << u"Khánh Hoà"_s;
        QTest::newRow("capitals") << u"CAO BẰNG"_s << u"Cao Bằng"_s;
    }
    void isFoundHoweverItIsTyped()
    {
        QFETCH(QString, typed);
        const auto found = findUnits(typed);
        QVERIFY(!found.empty());
        QTEST(found.front()->name, "name");
    }

    void anAddressTellsItsUnit_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        QTest::newRow("ward") << u"Số 12 Hàng Bún, phường Ba Đình, Hà Nội"_s << u"Phường Ba Đình"_s;
        QTest::newRow("as a card has it")
            << u"Tổ 5, Phường Ngọc Hà, Thành phố Hà Nội"_s << u"Phường Ngọc Hà"_s;
        QTest::newRow("shortened")
            << u"12 Hàng Bún, P. Ba Đình, TP. Hà Nội"_s << u"Phường Ba Đình"_s;
        QTest::newRow("no accents") << u"PHUONG BA DINH, HA NOI"_s << u"Phường Ba Đình"_s;
        QTest::newRow("commune") << u"Thôn Cổ Loa, xã Đông Anh, Hà Nội"_s << u"Xã Đông Anh"_s;
        QTest::newRow("province") << u"Tổ 2, phường Thục Phán, tỉnh Cao Bằng"_s << u"Cao Bằng"_s;
        QTest::newRow("a city elsewhere")
            << u"5 Lê Lợi, phường Bến Nghé, Thành phố Hồ Chí Minh"_s << u"Hồ Chí Minh"_s;
        // With a district the ward is one of before, whose place may be in several of today's.
        QTest::newRow("old ward") << u"Phường Ngọc Hà, Quận Ba Đình, Hà Nội"_s << QString();
        // Of before, and another kind than the one that has the name now.
        QTest::newRow("a ward that is a commune now") << u"Phường Thanh Trì, Hà Nội"_s << QString();
        QTest::newRow("a commune that is a ward now") << u"Xã Thanh Xuân, Hà Nội"_s << QString();
        QTest::newRow("a commune named like a province") << u"Thôn 3, xã Phú Thọ"_s << QString();
        QTest::newRow("only a district") << u"Ba Đình, Hà Nội"_s << QString();
        QTest::newRow("an old province") << u"Xã Phú Thọ, Hà Tây"_s << QString();
        QTest::newRow("a street of that name") << u"12 Ba Đình"_s << QString();
        QTest::newRow("only the city") << u"Hà Nội"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void anAddressTellsItsUnit()
    {
        QFETCH(QString, address);
        const AdministrativeUnit *unit = unitOfAddress(address);
        QTEST(unit ? unit->name : QString(), "name");
    }

    void unknownIsNothing()
    {
        QVERIFY(findUnits(u"atlantis").empty());
        QVERIFY(!administrativeUnit(u"99999"));
        QCOMPARE(administrativeUnit(u"00004")->name, u"Phường Ba Đình"_s);
    }
};

QTEST_GUILESS_MAIN(AdministrativeUnitTest)
#include "administrativeunittest.moc"
