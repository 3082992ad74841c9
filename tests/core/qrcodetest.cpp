// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/qrcode.h"

#include <QTest>

using namespace motcua;

class QrCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestVersionThatHoldsIt_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("size"); // 0: none
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("one byte") << 1 << 21;
        QTest::newRow("all of version 1-M") << 14 << 21;
        QTest::newRow("one more") << 15 << 25;
        QTest::newRow("all of version 3-M") << 42 << 29;
        QTest::newRow("all of version 10-M") << 213 << 57;
        QTest::newRow("too much") << 214 << 0;
        QTest::newRow("more than any code holds") << 3000 << 0;
    }
    void theSmallestVersionThatHoldsIt()
    {
        QFETCH(int, length);
        QFETCH(int, size);
        const auto code = qrCode(QByteArray(length, 'a'));
        QCOMPARE(code ? code->size : 0, size);
        if (code) {
            QCOMPARE(code->modules.size(), static_cast<size_t>(size * size));
        }
    }

    void noSmallerThanToldNoLargerThanAllowed()
    {
        constexpr int Smallest = 3;
        constexpr int Largest = 7;
        QCOMPARE(qrCode("a", Smallest, Largest)->size, 29);
        QCOMPARE(qrCode(QByteArray(122, 'a'), Smallest, Largest)->size, 45);
        QVERIFY(!qrCode(QByteArray(123, 'a'), Smallest, Largest));
    }

    void hasItsThreeFinders()
    {
        const auto code = qrCode("https://example.org/t/7KQ3MX9F");
        QVERIFY(code);
        const int far = code->size - 7;
        for (const auto &[left, top] : {std::pair{0, 0}, std::pair{far, 0}, std::pair{0, far}}) {
            for (int y = 0; y < 7; ++y) {
                for (int x = 0; x < 7; ++x) {
                    const int ring = qMax(qAbs(x - 3), qAbs(y - 3));
                    QCOMPARE(code->isDark(left + x, top + y), ring != 2);
                }
            }
        }
        QVERIFY(!code->isDark(7, 7));
    }

    void theSameContentIsTheSameCode()
    {
        QCOMPARE(qrCode("7KQ3-MX9F"), qrCode("7KQ3-MX9F"));
        QVERIFY(qrCode("7KQ3-MX9F") != qrCode("7KQ3-MX9G"));
    }
};

QTEST_APPLESS_MAIN(QrCodeTest)

#include "qrcodetest.moc"
