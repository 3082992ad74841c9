// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dossiercode.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class DossierCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsProcedureCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isCode");

        QTest::newRow("plain") << u"1.001193"_s << true;
        QTest::newRow("two") << u"2.001218"_s << true;
        QTest::newRow("three") << u"3.000001"_s << true;
        QTest::newRow("unit, old") << u"2.001218.000.00.00.H38"_s << true;
        QTest::newRow("unit, short") << u"1.000948.H38"_s << true;
        QTest::newRow("unit of a unit") << u"1.000948.H26.12.03"_s << true;
        QTest::newRow("ministry") << u"1.000948.000.00.00.G12"_s << true;
        QTest::newRow("empty") << u""_s << false;
        QTest::newRow("no such first digit") << u"4.001193"_s << false;
        QTest::newRow("zero") << u"0.001193"_s << false;
        QTest::newRow("no first digit") << u"001193"_s << false;
        QTest::newRow("five digits") << u"1.00119"_s << false;
        QTest::newRow("seven digits") << u"1.0011933"_s << false;
        QTest::newRow("letters") << u"1.00119A"_s << false;
        QTest::newRow("small h") << u"1.000948.h38"_s << false;
        QTest::newRow("other letter") << u"1.000948.A38"_s << false;
        QTest::newRow("unit cut") << u"1.000948.H3"_s << false;
        QTest::newRow("ends with a point") << u"1.001193."_s << false;
        QTest::newRow("wrong zeros") << u"2.001218.000.00.01.H38"_s << false;
        QTest::newRow("space before") << u" 1.001193"_s << false;
        QTest::newRow("line end") << u"1.001193\n"_s << false;
        QTest::newRow("text around") << u"TTHC 1.001193"_s << false;
        QTest::newRow("Arabic digits") << u"1.٠٠١١٩٣"_s << false;
    }

    void tellsProcedureCodes()
    {
        QFETCH(QString, text);
        QFETCH(bool, isCode);
        QCOMPARE(isProcedureCode(text), isCode);
    }

    void tellsDossierCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isCode");

        QTest::newRow("old") << u"000.00.06.H56-231027-0361"_s << true;
        QTest::newRow("old, other unit") << u"000.17.22.H56-210531-0001"_s << true;
        QTest::newRow("old, letter in a segment") << u"000.A0.01.H26-210212-9090"_s << true;
        QTest::newRow("new") << u"H15.50.05.13-261008-0975"_s << true;
        QTest::newRow("ministry, eight digits") << u"G12.18-260421-00430053"_s << true;
        QTest::newRow("province itself") << u"H26-261122-0001"_s << true;
        QTest::newRow("29 February of a leap year") << u"H26-240229-0001"_s << true;
        QTest::newRow("29 February of another") << u"H26-260229-0001"_s << false;
        QTest::newRow("31 November") << u"H26-261131-0001"_s << false;
        QTest::newRow("month 13") << u"H26-261301-0001"_s << false;
        QTest::newRow("month 0") << u"H26-260022-0001"_s << false;
        QTest::newRow("day 0") << u"H26-261100-0001"_s << false;
        QTest::newRow("month and day swapped") << u"H26-262211-0001"_s << false;
        QTest::newRow("empty") << u""_s << false;
        QTest::newRow("three running digits") << u"H26-261122-001"_s << false;
        QTest::newRow("nine running digits") << u"H26-261122-000000001"_s << false;
        QTest::newRow("no running digits") << u"H26-261122-"_s << false;
        QTest::newRow("long date") << u"H26-20261122-0001"_s << false;
        QTest::newRow("other letter") << u"K26-261122-0001"_s << false;
        QTest::newRow("small letter") << u"h26-261122-0001"_s << false;
        QTest::newRow("too many segments") << u"H15.50.05.13.02-261008-0975"_s << false;
        QTest::newRow("two segments before") << u"000.00.H56-231027-0361"_s << false;
        QTest::newRow("blank in the middle") << u"H26 -261122-0001"_s << false;
        QTest::newRow("line end") << u"H26-261122-0001\n"_s << false;
        QTest::newRow("long dash") << u"H26–261122–0001"_s << false;
        QTest::newRow("procedure") << u"1.001193"_s << false;
        QTest::newRow("two codes") << u"H26-261122-0001H26-261122-0002"_s << false;
    }

    void tellsDossierCodes()
    {
        QFETCH(QString, text);
        QFETCH(bool, isCode);
        QCOMPARE(isDossierCode(text), isCode);
        QVERIFY(!isTemporaryDossierCode(text));
        QVERIFY(!isProcedureCode(text) || !isCode);
    }

    void tellsTemporaryCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isCode");

        QTest::newRow("sample") << u"TN1-261123-0042"_s << true;
        QTest::newRow("branch 12") << u"TN12-261123-0001"_s << true;
        QTest::newRow("after 9999") << u"TN1-261123-10000"_s << true;
        QTest::newRow("branch 0") << u"TN0-261123-0042"_s << false;
        QTest::newRow("branch 01") << u"TN01-261123-0042"_s << false;
        QTest::newRow("no branch") << u"TN-261123-0042"_s << false;
        QTest::newRow("number 0") << u"TN1-261123-0000"_s << false;
        QTest::newRow("needless zero") << u"TN1-261123-00042"_s << false;
        QTest::newRow("three digits") << u"TN1-261123-042"_s << false;
        QTest::newRow("31 November") << u"TN1-261131-0042"_s << false;
        QTest::newRow("small letters") << u"tn1-261123-0042"_s << false;
        QTest::newRow("line end") << u"TN1-261123-0042\n"_s << false;
        QTest::newRow("empty") << u""_s << false;
    }

    void tellsTemporaryCodes()
    {
        QFETCH(QString, text);
        QFETCH(bool, isCode);
        QCOMPARE(isTemporaryDossierCode(text), isCode);
        QVERIFY(!isDossierCode(text));
    }

    void writesTemporaryCodes()
    {
        QCOMPARE(temporaryDossierCode(1, QDate(2026, 11, 23), 42), u"TN1-261123-0042"_s);
        QCOMPARE(temporaryDossierCode(12, QDate(2030, 1, 2), 9999), u"TN12-300102-9999"_s);
        QCOMPARE(temporaryDossierCode(3, QDate(2026, 11, 23), 12345), u"TN3-261123-12345"_s);
    }

    void writtenTemporaryCodesAreNeverOfficial()
    {
        for (const int branch : {1, 9, 12, 26, 999}) {
            for (const int number : {1, 42, 9999, 10'000, 2'147'483'647}) {
                const QString code = temporaryDossierCode(branch, QDate(2028, 2, 29), number);
                QVERIFY2(isTemporaryDossierCode(code), qPrintable(code));
                QVERIFY2(!isDossierCode(code), qPrintable(code));
            }
        }
    }
};

QTEST_GUILESS_MAIN(DossierCodeTest)

#include "dossiercodetest.moc"
