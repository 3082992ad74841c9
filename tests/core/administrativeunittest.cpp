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

    void unknownIsNothing()
    {
        QVERIFY(findUnits(u"atlantis").empty());
        QVERIFY(!administrativeUnit(u"99999"));
        QCOMPARE(administrativeUnit(u"00004")->name, u"Phường Ba Đình"_s);
    }
};

QTEST_GUILESS_MAIN(AdministrativeUnitTest)
#include "administrativeunittest.moc"
