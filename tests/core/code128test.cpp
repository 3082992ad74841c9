// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code128.h"

#include <QTest>

using namespace motcua;

/// Drawn as "#" and " ".
static QByteArray drawn(QByteArrayView text)
{
    QByteArray bars;
    for (const bool isBar : code128(text)) {
        bars += isBar ? '#' : ' ';
    }
    return bars;
}

class Code128Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownSymbols_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("modules");
        // Start B, A, check 34 (104 + 33, less 103), stop.
        QTest::newRow("one letter") << QByteArray("A")
                                    << QByteArray("## #  #    "
                                                  "# #   ##   "
                                                  "#   # ##   "
                                                  "##   ### # ##");
        // Start C, 12, 34, check 82 (105 + 12 + 2 * 34, less 103), stop.
        QTest::newRow("digits in pairs") << QByteArray("1234")
                                         << QByteArray("## #  ###  "
                                                       "# ##  ###  "
                                                       "#   # ##   "
                                                       "#  #  #### "
                                                       "##   ### # ##");
    }
    void knownSymbols()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, modules);
        QCOMPARE(drawn(text), modules);
    }

    void lengthInValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("values");
        QTest::newRow("temporary code") << QByteArray("TN1-261123-0042") << 16;
        QTest::newRow("official code") << QByteArray("H26.01-261117-000187") << 20;
        QTest::newRow("two digits") << QByteArray("42") << 5;
        QTest::newRow("five digits") << QByteArray("12345") << 7;
        QTest::newRow("digits between") << QByteArray("A1234B") << 9;
        QTest::newRow("six between") << QByteArray("A123456B") << 10;
    }
    void lengthInValues()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, values);
        // Every value has 11 modules, the stop two more.
        QCOMPARE(static_cast<int>(code128(text).size()), values * 11 + 2);
    }

    void onlyPrintableAscii()
    {
        QVERIFY(code128({}).empty());
        QVERIFY(code128("Mã").empty());
        QVERIFY(code128("a\n").empty());
        QVERIFY(!code128(" ~").empty());
    }
};

QTEST_GUILESS_MAIN(Code128Test)
#include "code128test.moc"
