// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pin.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinIsSixToTwelveDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isPin");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("five") << u"48151"_s << false;
        QTest::newRow("six") << u"481516"_s << true;
        QTest::newRow("twelve") << u"481516234209"_s << true;
        QTest::newRow("thirteen") << u"4815162342099"_s << false;
        QTest::newRow("a letter") << u"48151a"_s << false;
        QTest::newRow("a space") << u"481 516"_s << false;
        QTest::newRow("a sign") << u"-481516"_s << false;
        QTest::newRow("Arabic digits") << u"٤٨١٥١٦"_s << false;
        QTest::newRow("full-width digits") << u"４８１５１６"_s << false;
        QTest::newRow("superscripts") << u"⁴⁸¹⁵¹⁶"_s << false;
        QTest::newRow("below and above the digits") << u"48151/:"_s << false;
    }

    void pinIsSixToTwelveDigits()
    {
        QFETCH(QString, text);
        QFETCH(bool, isPin);
        QCOMPARE(motcua::isPin(text), isPin);
    }

    void whatEverybodyTriesFirstIsWeak_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("weak");
        QTest::newRow("one digit") << u"000000"_s << true;
        QTest::newRow("one digit, twelve times") << u"777777777777"_s << true;
        QTest::newRow("counting up") << u"123456"_s << true;
        QTest::newRow("counting up from the middle") << u"345678"_s << true;
        QTest::newRow("counting up past nine") << u"567890"_s << true;
        QTest::newRow("counting down") << u"987654"_s << true;
        QTest::newRow("counting down past zero") << u"210987"_s << true;
        QTest::newRow("a pair repeated") << u"121212"_s << true;
        QTest::newRow("three repeated") << u"123123"_s << true;
        QTest::newRow("a pair, and a half") << u"1212121"_s << true;
        QTest::newRow("six repeated") << u"481516481516"_s << true;
        QTest::newRow("nearly counting") << u"123457"_s << false;
        QTest::newRow("nearly repeated") << u"121213"_s << false;
        QTest::newRow("nearly one digit") << u"000001"_s << false;
        QTest::newRow("steps of two") << u"135790"_s << false;
        QTest::newRow("pairs") << u"112233"_s << false;
        QTest::newRow("anything") << u"481516"_s << false;
    }

    void whatEverybodyTriesFirstIsWeak()
    {
        QFETCH(QString, pin);
        QFETCH(bool, weak);
        QCOMPARE(isWeakPin(pin), weak);
    }

    void guessingIsSlowedDownAndStopped_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("seconds"); // -1: locked
        const std::array waits{0, 0, 0, 0, 0, 15, 30, 60, 120, 240, -1, -1};
        for (int failures = 0; failures < static_cast<int>(waits.size()); ++failures) {
            QTest::addRow("after %d", failures) << failures << waits[static_cast<size_t>(failures)];
        }
        QTest::newRow("after a million") << 1'000'000 << -1;
    }

    void guessingIsSlowedDownAndStopped()
    {
        QFETCH(int, failures);
        QFETCH(int, seconds);
        const auto wait = pinthrottle::waitAfter(failures);
        QCOMPARE(wait.has_value(), seconds >= 0);
        if (wait) {
            QCOMPARE(*wait, std::chrono::seconds(seconds));
        }
    }
};

QTEST_GUILESS_MAIN(PinTest)

#include "pintest.moc"
