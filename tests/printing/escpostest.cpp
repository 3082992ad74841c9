// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/escpos.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;
using namespace motcua::escpos;
using namespace Qt::StringLiterals;

namespace {

QImage noise(int width, int height, quint32 seed)
{
    std::mt19937 random(seed);
    QImage image(width, height, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.setPixel(x, y, random() & 1);
        }
    }
    return image;
}

/// What a printer makes of GS v 0 commands; null when there is anything else.
QImage printed(const QByteArray &stream, QList<int> *bands = nullptr)
{
    QImage image;
    qsizetype at = 0;
    while (at < stream.size()) {
        if (stream.sliced(at, 4) != QByteArray("\x1d\x76\x30\x00", 4)) {
            return {};
        }
        const auto number = [&](qsizetype offset) {
            return static_cast<quint8>(stream[at + offset])
                   + 256 * static_cast<quint8>(stream[at + offset + 1]);
        };
        const int bytes = number(4);
        const int rows = number(6);
        at += 8;
        if (bands) {
            bands->append(rows);
        }
        const int top = image.height();
        QImage longer(bytes * 8, top + rows, QImage::Format_Mono);
        longer.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        for (int y = 0; y < top; ++y) {
            std::copy_n(image.constScanLine(y), bytes, longer.scanLine(y));
        }
        for (int y = top; y < top + rows; ++y, at += bytes) {
            std::copy_n(stream.constData() + at, bytes, longer.scanLine(y));
        }
        image = longer;
    }
    return image;
}

bool holdsRealTimeCommand(const QByteArray &stream)
{
    for (const char *command : {"\x10\x04", "\x10\x05", "\x10\x14"}) {
        if (stream.contains(command)) {
            return true;
        }
    }
    return false;
}

/// The answer to GS ( H.
QByteArray echoOf(const QByteArray &id)
{
    return QByteArray::fromHex("3722") + id + '\0';
}

/// One word for each answer.
QStringList words(const std::vector<Answer> &answers)
{
    QStringList words;
    for (const Answer &answer : answers) {
        if (const auto *status = std::get_if<RealTimeStatus>(&answer)) {
            words << u"status %1"_s.arg(status->bits, 2, 16, QLatin1Char('0'));
        } else if (const auto *paper = std::get_if<PaperStatus>(&answer)) {
            words << (paper->paperOut ? u"paper out"_s
                                      : (paper->paperLow ? u"paper low"_s : u"paper in"_s));
        } else if (const auto *echo = std::get_if<ProcessEcho>(&answer)) {
            words << u"echo %1"_s.arg(echo->id);
        } else {
            words << u"noise"_s;
        }
    }
    return words;
}

} // namespace

class EscPosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rasterIsTheImage_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QList<int>>("bands");
        QTest::newRow("one band") << 64 << 64 << QList<int>{64};
        QTest::newRow("a rest") << 150 << 64 << QList<int>{64, 64, 22};
        QTest::newRow("one row") << 1 << 64 << QList<int>{1};
        QTest::newRow("rows over a byte") << 300 << 300 << QList<int>{300};
    }

    void rasterIsTheImage()
    {
        QFETCH(int, height);
        QFETCH(int, rows);
        // Sixteen columns in a row of 1 and 0 alone keep DLE out of it.
        QImage image = noise(576, height, 7);
        for (int y = 0; y < height; ++y) {
            for (int byte = 0; byte < 72; ++byte) {
                uchar &value = image.scanLine(y)[byte];
                value = value == 0x10 ? 0x11 : value;
            }
        }
        QList<int> bands;
        QCOMPARE(printed(raster(image, rows), &bands), image);
        QTEST(bands, "bands");
    }

    void pictureNeverCommands_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("status request") << QByteArray("\x10\x04\x01", 3);
        QTest::newRow("enquiry") << QByteArray("\x10\x05\x02", 3);
        QTest::newRow("power off") << QByteArray("\x10\x14\x02\x01\x08", 5);
        QTest::newRow("DLE twice") << QByteArray("\x10\x10\x04\x04", 4);
    }

    void pictureNeverCommands()
    {
        QFETCH(QByteArray, bytes);
        for (const int place : {0, 5, 71}) { // the last one goes on in the next row
            QImage image(576, 3, QImage::Format_Mono);
            image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
            image.fill(0);
            QByteArray flat(216, '\0');
            flat.replace(place, bytes.size(), bytes);
            for (int y = 0; y < 3; ++y) {
                std::copy_n(flat.constData() + qsizetype{72} * y, 72, image.scanLine(y));
            }
            const QByteArray stream = raster(image);
            QVERIFY(!holdsRealTimeCommand(stream));
            // At most one dot more for each command, and none less.
            const QImage paper = printed(stream);
            int more = 0;
            for (int y = 0; y < 3; ++y) {
                for (int x = 0; x < 576; ++x) {
                    QVERIFY(paper.pixelIndex(x, y) >= image.pixelIndex(x, y));
                    more += paper.pixelIndex(x, y) - image.pixelIndex(x, y);
                }
            }
            QCOMPARE(more, 1);
        }
    }

    void readsAnswers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("answers");
        QTest::newRow("all is well") << QByteArray("\x12") << QStringList{u"status 12"_s};
        QTest::newRow("paper end") << QByteArray("\x7e") << QStringList{u"status 7e"_s};
        QTest::newRow("paper in") << QByteArray(1, '\0') << QStringList{u"paper in"_s};
        QTest::newRow("paper low") << QByteArray("\x03") << QStringList{u"paper low"_s};
        QTest::newRow("paper out") << QByteArray("\x0f") << QStringList{u"paper out"_s};
        QTest::newRow("echo") << echoOf("01f4") << QStringList{u"echo 500"_s};
        QTest::newRow("echo, then paper")
            << echoOf("ffff") + '\0' << QStringList{u"echo 65535"_s, u"paper in"_s};
        QTest::newRow("buffers were emptied")
            << QByteArray("\x37\x25\0\x12", 4) << QStringList{u"status 12"_s};
        QTest::newRow("echo of nonsense") << echoOf("zzzz") + '\x12' << QStringList{u"status 12"_s};
        QTest::newRow("flow control") << QByteArray("\x13\x11\x12") << QStringList{u"status 12"_s};
        QTest::newRow("noise") << QByteArray("\xff\x80") << QStringList{u"noise"_s, u"noise"_s};
        QTest::newRow("a block without end") << QByteArray("\x37") + QByteArray(79, 'x') + "\x12"
                                             << QStringList{u"noise"_s, u"status 12"_s};
    }

    void readsAnswers()
    {
        QFETCH(QByteArray, bytes);
        AnswerReader whole;
        QTEST(words(whole.feed(bytes)), "answers");
        AnswerReader bitwise;
        QStringList answers;
        for (const char byte : bytes) {
            answers += words(bitwise.feed(QByteArray(1, byte)));
        }
        QTEST(answers, "answers");
    }

    void echoIsTheIdAsked()
    {
        for (const quint16 id : {quint16{0}, quint16{1}, quint16{0xbeef}, quint16{0xffff}}) {
            const QByteArray request = proofRequest(id);
            QVERIFY(request.startsWith(QByteArray("\x1d\x28\x48\x06\x00\x30\x30", 7)));
            QVERIFY(request.endsWith(QByteArray("\x1d\x72\x01", 3)));
            const QByteArray echo = echoOf(request.sliced(7, 4));
            QCOMPARE(words(AnswerReader().feed(echo)), QStringList{u"echo %1"_s.arg(id)});
        }
    }

    void survivesAnything()
    {
        std::mt19937 random(11);
        AnswerReader reader;
        size_t answers = 0;
        for (int i = 0; i < 200'000; ++i) {
            answers += reader.feed(QByteArray(1, static_cast<char>(random()))).size();
        }
        QVERIFY(answers > 1000);
    }
};

QTEST_GUILESS_MAIN(EscPosTest)

#include "escpostest.moc"
