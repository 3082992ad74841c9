// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demolayout.h"

#include <QTest>

using namespace motcua;

class DemoLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFitOneScreenAndNoneCoversAnother_data()
    {
        QTest::addColumn<QRect>("screen");
        QTest::newRow("old notebook") << QRect(0, 0, 1366, 768);
        QTest::newRow("small") << QRect(0, 0, 1024, 600);
        QTest::newRow("panel at the left") << QRect(64, 27, 1856, 1053);
        QTest::newRow("full HD") << QRect(0, 0, 1920, 1080);
        QTest::newRow("4K") << QRect(0, 0, 3840, 2160);
        QTest::newRow("second screen") << QRect(-1920, 0, 1920, 1200);
    }
    void allFitOneScreenAndNoneCoversAnother()
    {
        QFETCH(QRect, screen);
        const DemoLayout layout = demoLayout(screen, 32);
        const QRect windows[]{layout.kiosk, layout.board, layout.guide, layout.counter};
        for (size_t i = 0; i < std::size(windows); ++i) {
            QVERIFY(screen.contains(windows[i]));
            QVERIFY(windows[i].width() >= 200 && windows[i].height() >= 200);
            for (size_t j = 0; j < i; ++j) {
                QVERIFY(!windows[i].intersects(windows[j]));
            }
        }
    }
};

QTEST_GUILESS_MAIN(DemoLayoutTest)
#include "demolayouttest.moc"
