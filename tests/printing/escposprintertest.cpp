// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/ticketprinter.h"
#include "support/fakeprinter.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <functional>
#include <random>

#include <fcntl.h>
#include <pty.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace motcua;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Patient where the printer answers, so that a busy machine changes nothing.
constexpr PrinterTiming Patient{
    .job = 20s, .answer = 10s, .poll = 5ms, .retry = 1ms, .retryMax = 20ms};
/// For printers that will not answer.
constexpr PrinterTiming Hasty{
    .job = 600ms, .answer = 200ms, .poll = 5ms, .retry = 1ms, .retryMax = 20ms};

/// QTRY_VERIFY sleeps 10 ms between looks, which a conversation of many turns makes seconds of.
bool waitUntil(const std::function<bool()> &isSo)
{
    QDeadlineTimer deadline(30s);
    QTimer wake;
    wake.start(100ms);
    while (!isSo() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return isSo();
}

constexpr int SmallBuffer = 4096;

/// No two are alike, so that a slip tells which job it is of.
QImage picture(quint32 seed, int height = 200)
{
    std::mt19937 random(seed);
    QImage image(576, height, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (int y = 0; y < height; ++y) {
        for (int byte = 0; byte < 72; ++byte) {
            image.scanLine(y)[byte] = static_cast<uchar>(random() | 0x01); // never DLE
        }
    }
    return image;
}

/// How often @p wanted came out whole and was cut off, alone or behind something else.
int timesPrinted(const FakePrinter &fake, const QImage &wanted)
{
    return static_cast<int>(std::ranges::count_if(fake.slips(), [&](const QImage &slip) {
        const int head = slip.height() - wanted.height();
        return head >= 0 && slip.copy(0, head, wanted.width(), wanted.height()) == wanted;
    }));
}

struct Rig
{
    explicit Rig(const PrinterTiming &timing = Patient, int receiveBuffer = 0)
    {
        fake.listen(0, receiveBuffer);
        printer = makePrinter(u"escpos-tcp://127.0.0.1:%1"_s.arg(fake.port()), timing).value();
        watch();
    }

    Rig(const QString &url, const PrinterTiming &timing)
        : printer(makePrinter(url, timing).value())
    {
        watch();
    }

    void watch()
    {
        QObject::connect(printer.get(), &TicketPrinter::finished, printer.get(),
                         [this](const QUuid &job, PrintOutcome outcome, const PrinterStatus &s) {
                             jobs.append(job);
                             outcomes.append(outcome);
                             statuses.append(s);
                         });
    }

    /// Prints and waits for the outcome.
    PrintOutcome print(const QImage &image)
    {
        const auto before = outcomes.size();
        printer->print(QUuid::createUuid(), image);
        if (!waitUntil([&] { return outcomes.size() > before; })) {
            qFatal("no outcome");
        }
        return outcomes.last();
    }

    /// Waits until the printer was asked how it is, from first to last, after now.
    bool hasLooked() const
    {
        const int before = fake.statusRequests();
        return waitUntil([&] { return fake.statusRequests() >= before + 12; });
    }

    FakePrinter fake;
    std::unique_ptr<TicketPrinter> printer;
    QList<QUuid> jobs;
    QList<PrintOutcome> outcomes;
    QList<PrinterStatus> statuses;
};

} // namespace

class EscPosPrinterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlNamesThePrinter_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        for (const char *url : {"escpos-tcp://192.168.1.9:9100", "escpos-tcp://printer.local",
                                "escpos-tcp://[::1]:9100/", "escpos-file:///dev/usb/lp0",
                                "cups://K80", "cups://may_in-so.2", "none"}) {
            QTest::newRow(url) << QString::fromLatin1(url) << true;
        }
        for (const char *url :
             {"", "None", "escpos-tcp:", "escpos-tcp://", "escpos-tcp://host/path",
              "escpos-tcp://host:99999", "escpos-tcp://host?x=1", "escpos-file://dev/usb/lp0",
              "escpos-file:lp0", "cups://", "cups://a/b", "cups://a?b", "ipp://x",
              "/dev/usb/lp0"}) {
            QTest::newRow(url) << QString::fromLatin1(url) << false;
        }
    }

    void urlNamesThePrinter()
    {
        QFETCH(QString, url);
        const auto printer = makePrinter(url);
        QTEST(printer.has_value(), "good");
        if (printer) {
            QCOMPARE(*printer == nullptr, url == u"none"_s);
        } else {
            QCOMPARE(printer.error().code, ErrorCode::InvalidInput);
        }
    }

    void printsWhatItIsGiven_data()
    {
        QTest::addColumn<int>("rowsPerTurn");
        QTest::addColumn<bool>("knowsEcho");
        QTest::addColumn<bool>("paperLow");
        QTest::newRow("fast") << 0 << true << false;
        QTest::newRow("slow") << 3 << true << false;
        QTest::newRow("without GS ( H") << 0 << false << false;
        QTest::newRow("without GS ( H, slow") << 3 << false << false;
        QTest::newRow("paper low") << 0 << true << true;
    }

    void printsWhatItIsGiven()
    {
        QFETCH(int, rowsPerTurn);
        QFETCH(bool, knowsEcho);
        QFETCH(bool, paperLow);
        Rig rig;
        rig.fake.set({.paperLow = paperLow, .knowsEcho = knowsEcho, .rowsPerTurn = rowsPerTurn});
        for (const quint32 seed : {1U, 2U, 3U}) {
            const QImage image = picture(seed, 1150);
            const QUuid job = QUuid::createUuid();
            rig.printer->print(job, image);
            QVERIFY(rig.printer->isBusy());
            QVERIFY(rig.outcomes.size() < static_cast<int>(seed)); // never from within the call
            QTRY_COMPARE_WITH_TIMEOUT(rig.outcomes.size(), static_cast<int>(seed), 20'000);
            QCOMPARE(rig.outcomes.last(), PrintOutcome::Printed);
            QCOMPARE(rig.jobs.last(), job);
            QVERIFY(rig.statuses.last().canPrint());
            QVERIFY(!rig.printer->isBusy());
            QCOMPARE(rig.fake.slips().size(), size_t{seed});
            QCOMPARE(rig.fake.slips().back(), image);
        }
        QCOMPARE(rig.fake.text(), QByteArray());
    }

    void knowsTroubleBeforeACitizenDoes_data()
    {
        QTest::addColumn<bool>("paperOut");
        QTest::addColumn<bool>("coverOpen");
        QTest::addColumn<bool>("cutterError");
        QTest::newRow("paper out") << true << false << false;
        QTest::newRow("cover open") << false << true << false;
        QTest::newRow("cutter") << false << false << true;
        QTest::newRow("paper out, cover open") << true << true << false;
    }

    void knowsTroubleBeforeACitizenDoes()
    {
        QFETCH(bool, paperOut);
        QFETCH(bool, coverOpen);
        QFETCH(bool, cutterError);
        Rig rig;
        QTRY_VERIFY(rig.printer->status().canPrint());
        QVERIFY(rig.printer->status().answers);
        QSignalSpy changes(rig.printer.get(), &TicketPrinter::statusChanged);
        rig.fake.set({.paperOut = paperOut, .coverOpen = coverOpen, .cutterError = cutterError});
        QTRY_COMPARE(changes.size(), 1);
        const PrinterStatus status = rig.printer->status();
        QCOMPARE(status.paperOut, paperOut);
        QCOMPARE(status.coverOpen, coverOpen);
        QCOMPARE(status.cutterError, cutterError);
        QVERIFY(!status.canPrint());

        // A job then leaves no mark, now or later.
        const QImage image = picture(1);
        QCOMPARE(rig.print(image), PrintOutcome::Failed);
        QVERIFY(!rig.statuses.last().canPrint());
        rig.fake.set({});
        QTRY_VERIFY(rig.printer->status().canPrint());
        QVERIFY(rig.hasLooked());
        QVERIFY(rig.fake.slips().empty());
        QVERIFY(rig.fake.strip().isNull());
        QCOMPARE(rig.print(image), PrintOutcome::Printed);
        QCOMPARE(timesPrinted(rig.fake, image), 1);
    }

    void paperLowIsTold()
    {
        Rig rig;
        rig.fake.set({.paperLow = true});
        QTRY_VERIFY(rig.printer->status().paperLow);
        QVERIFY(rig.printer->status().canPrint());
    }

    void refillPrintsNoGhost_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 64, 150, 199}) {
            QTest::addRow("paper ends after %d rows", rows) << rows;
        }
    }

    void refillPrintsNoGhost()
    {
        QFETCH(int, rows);
        PrinterTiming timing = Patient;
        timing.answer = 300ms; // until it asks why no proof comes
        Rig rig(timing, SmallBuffer);
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.set({.rowsOfPaper = rows});
        const QImage image = picture(1);
        QCOMPARE(rig.print(image), PrintOutcome::Unknown);
        QVERIFY(rig.statuses.last().paperOut);
        QCOMPARE(rig.fake.strip().height(), rows);
        QVERIFY(rig.hasLooked()); // on a new connection

        rig.fake.set({});
        QTRY_VERIFY(rig.printer->status().canPrint());
        QVERIFY(rig.hasLooked());
        QCOMPARE(rig.fake.strip().height(), rows);
        QVERIFY(rig.fake.slips().empty());

        const QImage next = picture(2);
        QCOMPARE(rig.print(next), PrintOutcome::Printed);
        QCOMPARE(rig.fake.slips().size(), size_t{2});
        QCOMPARE(rig.fake.slips()[0].height(), rows); // the stub, apart from the next ticket
        QCOMPARE(rig.fake.slips()[1], next);
    }

    void printerThatStandsPrintsNothingLater()
    {
        Rig rig(Hasty, SmallBuffer);
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.set({.rowsPerTurn = 1});
        const QImage image = picture(1, 20'000); // more than all buffers on the way hold
        const QUuid job = QUuid::createUuid();
        rig.printer->print(job, image);
        QTRY_VERIFY(rig.fake.strip().height() > 20);
        rig.fake.set({.stalled = true});
        QTRY_COMPARE(rig.outcomes.size(), 1);
        QCOMPARE(rig.outcomes.last(), PrintOutcome::Unknown);
        QVERIFY(!rig.statuses.last().canPrint());

        rig.fake.set({});
        QTRY_VERIFY(rig.printer->status().canPrint());
        QVERIFY(rig.hasLooked());
        QCOMPARE(timesPrinted(rig.fake, image), 0);
        // No more than the printer itself and its socket held.
        QVERIFY(rig.fake.bytesReceived() < image.sizeInBytes() / 2);
        const QImage next = picture(2);
        QCOMPARE(rig.print(next), PrintOutcome::Printed);
        QCOMPARE(rig.fake.slips().back(), next);
    }

    void printerThatFellSilentIsNotSentTo()
    {
        Rig rig(Hasty);
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.set({.silent = true});
        const QImage image = picture(1);
        QCOMPARE(rig.print(image), PrintOutcome::Failed);
        QVERIFY(!rig.statuses.last().canPrint());
        QVERIFY(rig.fake.slips().empty());
    }

    void printerThatNeverTellsIsUnknown()
    {
        Rig rig(Hasty);
        rig.fake.set({.silent = true});
        const QImage image = picture(1);
        QCOMPARE(rig.print(image), PrintOutcome::Unknown);
        QCOMPARE(timesPrinted(rig.fake, image), 1);
    }

    void nonsenseIsNoPrinter()
    {
        Rig rig(Hasty);
        rig.fake.set({.garbage = true});
        const QImage image = picture(1);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(rig.print(image) != PrintOutcome::Printed);
        }
    }

    void nonsenseProvesNothing()
    {
        for (const bool knowsEcho : {true, false}) {
            Rig rig(Hasty);
            rig.fake.set({.knowsEcho = knowsEcho});
            QTRY_VERIFY(rig.printer->status().canPrint());
            rig.fake.set({.knowsEcho = knowsEcho, .rowsPerTurn = 1});
            rig.printer->print(QUuid::createUuid(), picture(1, 20'000)); // seen half printed
            QVERIFY(waitUntil([&rig] { return rig.fake.strip().height() > 5; }));
            rig.fake.set({.garbage = true, .knowsEcho = knowsEcho});
            QTRY_COMPARE(rig.outcomes.size(), 1);
            QCOMPARE(rig.outcomes.last(), PrintOutcome::Unknown);
        }
    }

    void paperSensorAloneProvesNothing()
    {
        Rig rig(Hasty);
        rig.fake.set({.knowsEcho = false});
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.set({.knowsEcho = false, .rowsPerTurn = 1});
        rig.printer->print(QUuid::createUuid(), picture(1, 20'000)); // seen half printed
        QVERIFY(waitUntil([&rig] { return rig.fake.strip().height() > 5; }));
        rig.fake.set({.garbledStatus = true, .knowsEcho = false});
        QTRY_COMPARE(rig.outcomes.size(), 1);
        QCOMPARE(rig.outcomes.last(), PrintOutcome::Unknown);
    }

    void echoOfAnotherJobProvesNothing()
    {
        Rig rig(Hasty);
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.set({.echoOfBefore = true});
        QCOMPARE(rig.print(picture(1)), PrintOutcome::Unknown);
    }

    void linkCutAtAnyByte_data()
    {
        QTest::addColumn<bool>("knowsEcho");
        QTest::newRow("with GS ( H") << true;
        QTest::newRow("without") << false;
    }

    void linkCutAtAnyByte()
    {
        QFETCH(bool, knowsEcho);
        PrinterTiming timing = Patient;
        timing.poll = 1h; // every byte that comes belongs to a job
        Rig rig(timing);
        rig.fake.set({.knowsEcho = knowsEcho});
        const QImage whole = picture(0, 60);
        QCOMPARE(rig.print(whole), PrintOutcome::Printed);
        QTRY_COMPARE(rig.fake.statusRequests() % 4, 0);
        const qint64 length = rig.fake.bytesReceived();
        std::vector<qint64> places;
        for (qint64 n = 0; n < length + 40; ++n) {
            if (n < 60 || n % 101 == 0 || n > length - 40) {
                places.push_back(n);
            }
        }
        int printed = 0;
        int failed = 0;
        for (const qint64 n : places) {
            const QImage image = picture(static_cast<quint32>(n + 10), 60);
            QVERIFY(waitUntil([&] { return rig.printer->status().canPrint(); }));
            rig.fake.set({.knowsEcho = knowsEcho, .cutAfterBytes = n});
            const PrintOutcome outcome = rig.print(image);
            const QByteArray place = "cut after byte " + QByteArray::number(n);
            if (outcome == PrintOutcome::Printed) {
                ++printed;
                QVERIFY2(timesPrinted(rig.fake, image) == 1, place);
            } else if (outcome == PrintOutcome::Failed) {
                ++failed;
                QVERIFY2(timesPrinted(rig.fake, image) == 0, place);
            }
            rig.fake.set({.knowsEcho = knowsEcho});
            const size_t slips = rig.fake.slips().size();
            const QImage next = picture(static_cast<quint32>(n + 100'000), 60);
            QVERIFY2(rig.print(next) == PrintOutcome::Printed, place);
            QVERIFY2(rig.fake.slips().back() == next, place);
            // A stub at most came before it.
            QVERIFY2(rig.fake.slips().size() <= slips + 2, place);
            QVERIFY2(timesPrinted(rig.fake, image) <= 1, place);
            QVERIFY2(outcome != PrintOutcome::Failed || timesPrinted(rig.fake, image) == 0, place);
        }
        // The sweep reached from before the first byte of a ticket to behind its last.
        QVERIFY(failed > 20);
        QVERIFY(printed > 5);
        QCOMPARE(rig.fake.text(), QByteArray());
    }

    void oneJobAtATime()
    {
        Rig rig;
        const QImage image = picture(1);
        const QUuid first = QUuid::createUuid();
        const QUuid second = QUuid::createUuid();
        rig.printer->print(first, image);
        rig.printer->print(second, picture(2));
        QTRY_COMPARE(rig.outcomes.size(), 2);
        QCOMPARE(rig.jobs, (QList{second, first}));
        QCOMPARE(rig.outcomes, (QList{PrintOutcome::Failed, PrintOutcome::Printed}));
        QCOMPARE(rig.fake.slips().size(), size_t{1});
    }

    void printerIsFoundAgain()
    {
        Rig rig;
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.stopListening();
        QTRY_VERIFY(!rig.printer->status().reachable);
        QCOMPARE(rig.print(picture(1)), PrintOutcome::Failed);
        QVERIFY(rig.fake.listen());
        QTRY_VERIFY(rig.printer->status().canPrint());
        QCOMPARE(rig.print(picture(2)), PrintOutcome::Printed);
        QCOMPARE(rig.fake.slips().size(), size_t{1});
    }

    void endOfTheProgramLeavesNoHalfJob()
    {
        Rig rig(Patient, SmallBuffer);
        QTRY_VERIFY(rig.printer->status().canPrint());
        rig.fake.set({.rowsPerTurn = 1});
        const QImage image = picture(1, 20'000);
        rig.printer->print(QUuid::createUuid(), image);
        QTRY_VERIFY(rig.fake.strip().height() > 20);
        rig.printer.reset();
        rig.fake.set({});
        QTRY_VERIFY(!rig.fake.isConnected());
        QCOMPARE(timesPrinted(rig.fake, image), 0);
        QVERIFY(rig.fake.bytesReceived() < image.sizeInBytes() / 2);
    }

    void deviceFileAnswers()
    {
        int master = -1;
        int slave = -1;
        std::array<char, 256> name{};
        QCOMPARE(::openpty(&master, &slave, name.data(), nullptr, nullptr), 0);
        Rig rig(u"escpos-file://"_s + QString::fromLocal8Bit(name.data()), Patient);
        rig.fake.attach(master);
        QTRY_VERIFY(rig.printer->status().answers);
        ::close(slave);

        const QImage image = picture(1, 1150);
        QCOMPARE(rig.print(image), PrintOutcome::Printed);
        QCOMPARE(rig.fake.slips().back(), image);
        rig.fake.set({.coverOpen = true});
        QTRY_VERIFY(rig.printer->status().coverOpen);
        QCOMPARE(rig.print(image), PrintOutcome::Failed);
        rig.fake.set({});
        QTRY_VERIFY(rig.printer->status().canPrint());
        QCOMPARE(rig.fake.slips().size(), size_t{1});
        QCOMPARE(rig.fake.text(), QByteArray());

        rig.fake.detach();
        ::close(master); // unplugged
        QTRY_VERIFY(!rig.printer->status().reachable);
        QCOMPARE(rig.print(image), PrintOutcome::Failed);
    }

    void deviceThatOnlyTakesIsUnknown()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"lp0"_s);
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        Rig rig(u"escpos-file://"_s + path, Patient);
        QCOMPARE(rig.print(picture(1)), PrintOutcome::Failed); // nobody holds the other end
        QVERIFY(!rig.statuses.last().reachable);

        const int end = ::open(qPrintable(path), O_RDONLY | O_NONBLOCK);
        QVERIFY(end != -1);
        rig.fake.attach(end);
        QTRY_VERIFY(rig.printer->status().reachable);
        QVERIFY(!rig.printer->status().answers);
        const QImage image = picture(2, 1150);
        QCOMPARE(rig.print(image), PrintOutcome::Unknown);
        QVERIFY(rig.statuses.last().canPrint()); // nothing speaks against it
        QTRY_COMPARE(timesPrinted(rig.fake, image), 1);
        QCOMPARE(rig.fake.text(), QByteArray());
        rig.fake.detach();
        ::close(end);
    }

    void deviceThatTakesNothingIsUnknown()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"lp0"_s);
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        const int end = ::open(qPrintable(path), O_RDONLY | O_NONBLOCK);
        Rig rig(u"escpos-file://"_s + path, Hasty);
        QTRY_VERIFY(rig.printer->status().reachable);
        QCOMPARE(rig.print(picture(1, 20'000)), PrintOutcome::Unknown);
        QVERIFY(!rig.statuses.last().canPrint());
        ::close(end);
    }

    void missingDeviceIsNotThere()
    {
        Rig rig(u"escpos-file:///dev/motcua-no-such-printer"_s, Patient);
        QCOMPARE(rig.print(picture(1)), PrintOutcome::Failed);
        QVERIFY(!rig.printer->status().reachable);
    }
};

QTEST_GUILESS_MAIN(EscPosPrinterTest)

#include "escposprintertest.moc"
