// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/scannerdevice.h"

#include "support/outcome.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <linux/input.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

/// A device file whose other end the test holds.
class Device
{
public:
    virtual ~Device() { unplug(); }
    Device() = default;
    Q_DISABLE_COPY_MOVE(Device)

    virtual void plugIn() = 0;
    virtual void unplug()
    {
        if (m_end >= 0) {
            ::close(m_end);
            m_end = -1;
        }
        QFile::remove(path());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"reader"_s); }
    void send(const QByteArray &bytes) const
    {
        QCOMPARE(::write(m_end, bytes.constData(), static_cast<size_t>(bytes.size())),
                 static_cast<ssize_t>(bytes.size()));
    }

protected:
    int m_end = -1;

private:
    QTemporaryDir m_folder;
};

/// A serial line: a pseudo-terminal.
class Line : public Device
{
public:
    Line() { plugIn(); }

    void plugIn() override
    {
        m_end = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(m_end >= 0 && ::grantpt(m_end) == 0 && ::unlockpt(m_end) == 0);
        termios raw{};
        ::tcgetattr(m_end, &raw);
        ::cfmakeraw(&raw);
        ::tcsetattr(m_end, TCSANOW, &raw);
        QVERIFY(QFile::link(QString::fromLocal8Bit(::ptsname(m_end)), path()));
    }
};

/// An input device or a HID device: a pipe, which keeps what is written in one piece.
class Pipe : public Device
{
public:
    Pipe() { plugIn(); }

    void plugIn() override
    {
        QCOMPARE(::mkfifo(path().toLocal8Bit().constData(), 0600), 0);
        m_end = ::open(path().toLocal8Bit().constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(m_end >= 0);
    }
};

QByteArray keys(std::initializer_list<std::pair<int, int>> presses)
{
    QByteArray bytes;
    for (const auto &[code, value] : presses) {
        input_event event{};
        event.type = EV_KEY;
        event.code = static_cast<quint16>(code);
        event.value = value;
        bytes.append(reinterpret_cast<const char *>(&event), sizeof(event));
    }
    return bytes;
}

QByteArray hidReport(const QByteArray &data, bool goesOn = false, char id = 2)
{
    QByteArray report(64, '\0');
    report[0] = id;
    report[1] = static_cast<char>(data.size());
    report.replace(2, 3, "]Q1");
    report.replace(5, data.size(), data);
    report[63] = goesOn ? 1 : 0;
    return report;
}

/// What was scanned; the signal's own bytes are overwritten once it returns.
QByteArrayList heardBy(ScannerDevice &scanner, const std::function<void()> &scan, qsizetype lines)
{
    QByteArrayList heard;
    QObject context;
    QObject::connect(&scanner, &ScannerDevice::scanned, &context, [&](const QByteArray &line) {
        heard.append(QByteArray(line.data(), line.size()));
    });
    scan();
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return heard.size() >= lines; },
                                                       std::chrono::milliseconds(5000).count());
    return heard;
}

} // namespace

class ScannerDeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("empty") << QString();
        QTest::newRow("no path") << u"serial:"_s;
        QTest::newRow("other scheme") << u"usb:/dev/x"_s;
        QTest::newRow("a path alone") << u"/dev/ttyACM0"_s;
        QTest::newRow("baud in words") << u"serial:/dev/ttyS0?baud=fast"_s;
        QTest::newRow("negative baud") << u"serial:/dev/ttyS0?baud=-1"_s;
    }
    void wrongAddressesAreRefused()
    {
        QFETCH(QString, url);
        ScannerDevice scanner;
        QCOMPARE(test::codeOf(scanner.open(url)), u"invalid_input"_s);
    }

    void serialLineByLine()
    {
        Line line;
        ScannerDevice scanner;
        VERIFY_RESULT(scanner.open(u"serial:"_s + line.path() + u"?baud=115200"_s));
        const QByteArrayList heard = heardBy(
            scanner,
            [&] {
                line.send("099203000012|");
                line.send("|Nguyễn Thị Bình\r\n\n0992");
                line.send("03000013\n");
            },
            2);
        QCOMPARE(heard, (QByteArrayList{"099203000012||Nguyễn Thị Bình", "099203000013"}));
    }

    void serialWithoutLineEnds()
    {
        Line line;
        ScannerDevice scanner;
        VERIFY_RESULT(scanner.open(u"serial:"_s + line.path()));
        const QByteArrayList heard = heardBy(
            scanner, [&] { line.send("099203000012||Nguyễn Thị Bình"); }, 1);
        QCOMPARE(heard, QByteArrayList{"099203000012||Nguyễn Thị Bình"});
    }

    void hidPosReports()
    {
        Pipe pipe;
        ScannerDevice scanner;
        VERIFY_RESULT(scanner.open(u"hidraw:"_s + pipe.path()));
        const QByteArray card =
            "099203000012||Nguyễn Thị Bình|01011990|Nữ|Phường Hoàn Kiếm, Hà Nội|22112021";
        const QByteArrayList heard = heardBy(
            scanner,
            [&] {
                pipe.send(hidReport("status", false, 4)); // another report of the reader
                pipe.send(hidReport(card.first(56), true));
                pipe.send(hidReport(card.sliced(56)));
                pipe.send(hidReport("AB12\r\n")); // a reader set to end lines by itself
                pipe.send(hidReport(""));
                QByteArray lying = hidReport("X");
                lying[1] = static_cast<char>(0xff); // longer than any report
                pipe.send(lying);
            },
            3);
        QCOMPARE(heard.size(), 3);
        QCOMPARE(heard[0], card);
        QCOMPARE(heard[1], "AB12"_ba);
        QCOMPARE(heard[2].size(), 56);
    }

    void keysOfAnInputDevice()
    {
        Pipe pipe;
        ScannerDevice scanner;
        VERIFY_RESULT(scanner.open(u"evdev:"_s + pipe.path()));
        const QByteArrayList heard = heardBy(
            scanner,
            [&] {
                pipe.send(keys({{KEY_LEFTSHIFT, 1}, {KEY_H, 1}, {KEY_H, 0}, {KEY_LEFTSHIFT, 0}}));
                pipe.send(
                    keys({{KEY_0, 1}, {KEY_0, 0}, {KEY_4, 1}, {KEY_4, 0}, {KEY_2, 1}, {KEY_2, 2}}));
                pipe.send(keys(
                    {{KEY_LEFTSHIFT, 1}, {KEY_BACKSLASH, 1}, {KEY_LEFTSHIFT, 0}, {KEY_F5, 1}}));
                pipe.send(keys({{KEY_ENTER, 1}, {KEY_ENTER, 0}}));
            },
            1);
        QCOMPARE(heard, QByteArrayList{"H042|"});
    }

    void endlessLinesAreCut()
    {
        Pipe pipe;
        ScannerDevice scanner;
        VERIFY_RESULT(scanner.open(u"hidraw:"_s + pipe.path()));
        const QByteArrayList heard = heardBy(
            scanner,
            [&] {
                for (int i = 0; i < 100; ++i) {
                    pipe.send(hidReport(QByteArray(56, 'x'), i < 99));
                }
            },
            1);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard[0].size(), 1024);
    }

    void unpluggedAndBack_data()
    {
        QTest::addColumn<bool>("serial");
        QTest::newRow("serial") << true;
        QTest::newRow("hidraw") << false;
    }
    void unpluggedAndBack()
    {
        QFETCH(bool, serial);
        std::unique_ptr<Device> device;
        if (serial) {
            device = std::make_unique<Line>();
        } else {
            device = std::make_unique<Pipe>();
        }
        const auto sent = [&](const QByteArray &text) {
            device->send(serial ? text + '\n' : hidReport(text));
        };
        const QString url = (serial ? u"serial:"_s : u"hidraw:"_s) + device->path();
        device->unplug();
        ScannerDevice scanner;
        VERIFY_RESULT(scanner.open(url)); // it is not there yet
        QSignalSpy connected(&scanner, &ScannerDevice::connected);
        device->plugIn();
        QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, 5000);
        QCOMPARE(heardBy(
                     scanner, [&] { sent("one"); }, 1),
                 QByteArrayList{"one"});
        device->unplug();
        device->plugIn();
        QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 2, 8000);
        QCOMPARE(heardBy(
                     scanner, [&] { sent("two"); }, 1),
                 QByteArrayList{"two"});
    }
};

QTEST_GUILESS_MAIN(ScannerDeviceTest)
#include "scannerdevicetest.moc"
