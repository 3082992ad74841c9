// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/headphones.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class HeadphonesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKnownByTheirName_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<bool>("is");
        QTest::newRow("headphones") << u"Built-in Audio Analog Stereo Headphones"_s << true;
        QTest::newRow("headset") << u"USB Headset Mono"_s << true;
        QTest::newRow("Vietnamese") << u"Tai nghe USB"_s << true;
        QTest::newRow("loudspeaker") << u"Built-in Audio Analog Stereo"_s << false;
        QTest::newRow("screen") << u"HDMI Digital Stereo"_s << false;
    }
    void areKnownByTheirName()
    {
        QFETCH(QString, description);
        QFETCH(bool, is);
        QCOMPARE(isHeadphone(description), is);
    }
};

QTEST_GUILESS_MAIN(HeadphonesTest)
#include "headphonestest.moc"
