// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/mediaview.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace motcua;

namespace {

QByteArray picture(const QColor &color, const char *format = "PNG", QSize size = {320, 180})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A PNG whose header promises a picture of 60,000 × 60,000.
QByteArray hugePicture()
{
    QByteArray bytes = picture(Qt::red);
    constexpr int Width = 16;
    qToBigEndian<quint32>(60'000, bytes.data() + Width);
    qToBigEndian<quint32>(60'000, bytes.data() + Width + 4);
    return bytes;
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const char *name, const QByteArray &content)
{
    return QByteArray(name) + number(static_cast<quint32>(content.size())) + content
           + QByteArray(content.size() % 2, '\0');
}

/// An AVI of single pictures, 10 a second: the simplest video there is.
QByteArray video(int frames)
{
    constexpr quint32 Width = 320;
    constexpr quint32 Height = 180;
    const auto count = static_cast<quint32>(frames);
    QByteArray pictures;
    QByteArray index;
    for (int i = 0; i < frames; ++i) {
        const QByteArray jpeg = picture(i % 2 == 0 ? Qt::red : Qt::blue, "JPG");
        index += "00dc" + number(16) + number(static_cast<quint32>(pictures.size()) + 4)
                 + number(static_cast<quint32>(jpeg.size()));
        pictures += chunk("00dc", jpeg);
    }
    const QByteArray header = number(100'000) + number(1'000'000) + number(0) + number(16)
                              + number(count) + number(0) + number(1) + number(100'000)
                              + number(Width) + number(Height) + QByteArray(16, '\0');
    const QByteArray stream = "vidsMJPG" + number(0) + number(0) + number(0) + number(1)
                              + number(10) + number(0) + number(count) + number(100'000)
                              + number(0xffffffff) + number(0) + QByteArray(8, '\0');
    const QByteArray format = number(40) + number(Width) + number(Height)
                              + QByteArray::fromHex("01001800") + "MJPG"
                              + number(Width * Height * 3) + QByteArray(16, '\0');
    return chunk("RIFF", "AVI "
                             + chunk("LIST", "hdrl" + chunk("avih", header)
                                                 + chunk("LIST", "strl" + chunk("strh", stream)
                                                                     + chunk("strf", format)))
                             + chunk("LIST", "movi" + pictures) + chunk("idx1", index));
}

class Folder
{
public:
    void add(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("a file of the test cannot be written");
        }
    }
    void remove(const QString &name) const { QFile::remove(path(name)); }
    [[nodiscard]] QString path(const QString &name = {}) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

QString nameOf(const MediaView &view)
{
    return view.file().section(u'/', -1);
}

} // namespace

class MediaViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOneAfterAnotherByName()
    {
        const Folder folder;
        folder.add(u"b.jpg"_s, picture(Qt::green, "JPG"));
        folder.add(u"a.png"_s, picture(Qt::red));
        folder.add(u"notes.txt"_s, "not a picture");
        MediaView view;
        view.resize(572, 324);
        QSignalSpy shown(&view, &MediaView::fileChanged);
        view.setSource(folder.path(), 1s);
        QTRY_COMPARE(shown.size(), 3);
        QVERIFY(shown[0][0].toString().endsWith(u"a.png"_s));
        QVERIFY(shown[1][0].toString().endsWith(u"b.jpg"_s));
        QVERIFY(shown[2][0].toString().endsWith(u"a.png"_s));
        QVERIFY(view.isAvailable());
    }

    void whatCannotBeShownIsSkipped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << u"a.png"_s << QByteArray();
        QTest::newRow("cut off") << u"a.png"_s << picture(Qt::red).first(20);
        QTest::newRow("not a picture") << u"a.jpg"_s << QByteArray("#!/bin/sh");
        QTest::newRow("too many pixels") << u"a.png"_s << hugePicture();
        QTest::newRow("broken video") << u"a.mp4"_s << QByteArray("nothing of the kind");
        QTest::newRow("empty video") << u"a.webm"_s << QByteArray();
    }
    void whatCannotBeShownIsSkipped()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const Folder folder;
        folder.add(name, bytes);
        folder.add(u"b.png"_s, picture(Qt::green));
        MediaView view;
        view.resize(572, 324);
        view.setSource(folder.path(), 60s);
        QTRY_VERIFY_WITH_TIMEOUT(view.isAvailable(), 15'000);
        QCOMPARE(nameOf(view), u"b.png"_s);
    }

    void nothingToShowIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("broken picture alone") << u"a.png"_s << QByteArray("broken");
        QTest::newRow("broken video alone") << u"a.mp4"_s << QByteArray("broken");
        QTest::newRow("no media") << u"a.txt"_s << QByteArray("text");
    }
    void nothingToShowIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const Folder folder;
        folder.add(u"ok.png"_s, picture(Qt::green));
        MediaView view;
        view.resize(572, 324);
        view.setSource(folder.path(), 1s);
        QTRY_VERIFY(view.isAvailable());
        folder.remove(u"ok.png"_s);
        folder.add(name, bytes);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isAvailable(), 15'000);
    }

    void videoIsPlayedToItsEnd()
    {
        const Folder folder;
        folder.add(u"a.avi"_s, video(15));
        folder.add(u"b.png"_s, picture(Qt::green));
        MediaView view;
        view.resize(572, 324);
        QSignalSpy shown(&view, &MediaView::fileChanged);
        view.setSource(folder.path(), 1s);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(view), u"a.avi"_s, 10'000);
        const QColor color = view.grab().toImage().pixelColor(286, 162);
        QVERIFY(color.red() > 200 || color.blue() > 200);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(view), u"b.png"_s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(view), u"a.avi"_s, 10'000); // and again
    }

    void videoStandsStillForACall()
    {
        const Folder folder;
        folder.add(u"a.avi"_s, video(10));
        folder.add(u"b.png"_s, picture(Qt::green));
        MediaView view;
        view.resize(572, 324);
        view.setSource(folder.path(), 1s);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(view), u"a.avi"_s, 10'000);
        view.setPaused(true);
        QSignalSpy shown(&view, &MediaView::fileChanged);
        QVERIFY(!shown.wait(2500));
        view.setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(view), u"b.png"_s, 10'000);
    }

    void videoAskedForDuringACallIsShownBehindIt()
    {
        const Folder folder;
        folder.add(u"a.avi"_s, video(10));
        folder.add(u"b.png"_s, picture(Qt::green));
        MediaView view;
        view.resize(572, 324);
        QSignalSpy shown(&view, &MediaView::fileChanged);
        view.setPaused(true);
        view.setSource(folder.path(), 1s);
        QVERIFY(!shown.wait(6000)); // longer than a video may show nothing new
        view.setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(view), u"a.avi"_s, 10'000);
    }

    void missingFolderIsNoMedia()
    {
        MediaView view;
        QSignalSpy available(&view, &MediaView::availableChanged);
        view.setSource(u"/no/such/folder"_s, 1s);
        view.setSource({}, 1s);
        QCOMPARE(available.size(), 0);
        QVERIFY(!view.isAvailable());
    }

    /// Opening one would wait for a writer for ever.
    void pipeIsLeftOut()
    {
        const Folder folder;
        QCOMPARE(mkfifo(QFile::encodeName(folder.path(u"a.png"_s)).constData(), 0600), 0);
        folder.add(u"b.png"_s, picture(Qt::green));
        MediaView view;
        view.resize(572, 324);
        view.setSource(folder.path(), 60s);
        QTRY_VERIFY(view.isAvailable());
        QCOMPARE(nameOf(view), u"b.png"_s);
    }

    void newFileIsNoticed()
    {
        const Folder folder;
        folder.add(u"a.png"_s, picture(Qt::red));
        MediaView view;
        view.resize(572, 324);
        view.setSource(folder.path(), 1s);
        QTRY_COMPARE(nameOf(view), u"a.png"_s);
        folder.add(u"c.png"_s, picture(Qt::blue));
        QTRY_COMPARE(nameOf(view), u"c.png"_s);
    }

    void pauseHoldsThePicture()
    {
        const Folder folder;
        folder.add(u"a.png"_s, picture(Qt::red));
        folder.add(u"b.png"_s, picture(Qt::blue));
        MediaView view;
        view.resize(572, 324);
        QSignalSpy shown(&view, &MediaView::fileChanged);
        view.setSource(folder.path(), 1s);
        QTRY_COMPARE(shown.size(), 1);
        view.setPaused(true);
        QVERIFY(!shown.wait(2000));
        view.setPaused(false);
        QTRY_COMPARE(shown.size(), 2);
    }

    void pictureFillsItsPlaceWithoutBeingBent_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("fills");
        QTest::newRow("of its shape") << QSize(1144, 648) << true;
        QTest::newRow("a little taller is cut") << QSize(1000, 600) << true;
        QTest::newRow("upright keeps a margin") << QSize(300, 600) << false;
    }
    void pictureFillsItsPlaceWithoutBeingBent()
    {
        QFETCH(QSize, size);
        const Folder folder;
        folder.add(u"a.png"_s, picture(Qt::red, "PNG", size));
        MediaView view;
        view.resize(572, 324);
        view.setCorners(Qt::black, 24);
        view.setSource(folder.path(), 60s);
        QTRY_VERIFY(view.isAvailable());
        const QImage image = view.grab().toImage();
        QCOMPARE(image.pixelColor(286, 162), QColor(Qt::red));
        QTEST(image.pixelColor(4, 162) == QColor(Qt::red), "fills");
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::black));
    }
};

QTEST_MAIN(MediaViewTest)
#include "mediaviewtest.moc"
