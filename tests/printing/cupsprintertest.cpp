// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/ticketprinter.h"

#include "support/printserver.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace motcua;
using namespace motcua::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr PrinterTiming Patient{
    .job = 30s, .answer = 10s, .poll = 20ms, .retry = 1ms, .retryMax = 20ms};

/// Blocks of 8 dots, so that a page off by a dot shows.
QImage picture(quint32 seed, int height)
{
    std::mt19937 random(seed);
    QImage image(576, height, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (int y = 0; y < height; ++y) {
        if (y % 8 != 0) {
            std::copy_n(image.constScanLine(y - 1), image.bytesPerLine(), image.scanLine(y));
            continue;
        }
        for (int byte = 0; byte < 72; ++byte) {
            image.scanLine(y)[byte] = (random() & 1) != 0 ? 0xff : 0x00;
        }
    }
    return image;
}

} // namespace

class CupsPrinterTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TicketPrinter> m_printer;
    QList<PrintOutcome> m_outcomes;
    PrinterStatus m_last;
    std::unique_ptr<PrintServer> m_server;

    void open(const QString &url, const PrinterTiming &timing = Patient)
    {
        m_printer = makePrinter(url, timing).value();
        m_outcomes.clear();
        connect(m_printer.get(), &TicketPrinter::finished, this,
                [this](const QUuid &, PrintOutcome outcome, const PrinterStatus &status) {
                    m_outcomes.append(outcome);
                    m_last = status;
                });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PrintServer>();
        const QString why = m_server->start();
        if (!why.isEmpty()) {
            if (::geteuid() == 0) {
                QFAIL(qPrintable(why));
            }
            // cupsd gives up its rights only when it has some: as another user it may not start.
            QSKIP(qPrintable(u"No private CUPS server: "_s + why));
        }
    }

    void init()
    {
        QVERIFY(m_server->setMode("print"));
        m_server->forgetDocuments();
    }

    void cleanup() { m_printer.reset(); }

    void ticketComesOut_data()
    {
        QTest::addColumn<QString>("queue");
        QTest::addColumn<int>("height");
        QTest::newRow("raw queue") << u"RAW"_s << 1150;
        QTest::newRow("raw queue, short") << u"RAW"_s << 640;
        QTest::newRow("driver") << u"DRIVER"_s << 1150;
        QTest::newRow("driver, short") << u"DRIVER"_s << 640;
    }

    void ticketComesOut()
    {
        QFETCH(QString, queue);
        QFETCH(int, height);
        open(u"cups://"_s + queue);
        const QImage image = picture(3, height);
        m_printer->print(QUuid::createUuid(), image);
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, 40'000);
        // A spooler that says "completed" proves nothing; but nothing speaks against it either.
        QCOMPARE(m_outcomes.first(), PrintOutcome::Unknown);
        QVERIFY(m_last.canPrint());
        QVERIFY(m_last.answers);
        QTRY_COMPARE(m_server->documents().size(), 1);

        const QByteArray info = output(u"pdfinfo"_s, m_server->documents());
        QVERIFY2(info.contains("Pages:           1\n"), info);
        const QByteArray size = info.mid(info.indexOf("Page size:")).split('\n').first();
        const QList<QByteArray> words = size.simplified().split(' ');
        QVERIFY2(words.size() > 5, info);
        constexpr double PointsPerDot = 72 / 25.4 / 8;
        QVERIFY2(qAbs(words[2].toDouble() - 576 * PointsPerDot) < 1, size);
        QVERIFY2(qAbs(words[4].toDouble() - height * PointsPerDot) < 1, size);

        const QString page = m_server->file(u"page"_s);
        output(u"pdftoppm"_s,
               {u"-r"_s, u"203.2"_s, u"-mono"_s, u"-singlefile"_s, u"-scale-to-x"_s, u"576"_s,
                u"-scale-to-y"_s, QString::number(height), m_server->documents().first(), page});
        const QImage printed = QImage(page + u".pbm"_s).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(printed.size(), image.size());
        int wrong = 0;
        // The middle of every block: a page may be cut to whole points.
        for (int y = 4; y < height; y += 8) {
            for (int x = 4; x < 576; x += 8) {
                wrong +=
                    (qGray(printed.pixel(x, y)) < 128) != (image.pixelIndex(x, y) == 1) ? 1 : 0;
            }
        }
        QCOMPARE(wrong, 0);
    }

    void paperOutHoldsNothingBack_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("paper out") << QByteArray("empty");
        QTest::newRow("cover open") << QByteArray("open");
    }

    void paperOutHoldsNothingBack()
    {
        QFETCH(QByteArray, mode);
        open(u"cups://RAW"_s);
        QVERIFY(m_server->setMode(mode));
        m_printer->print(QUuid::createUuid(), picture(4, 640));
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, 40'000);
        QCOMPARE(m_outcomes.first(), PrintOutcome::Unknown);
        QVERIFY(!m_last.canPrint());
        QTRY_COMPARE(PrintServer::activeJobs(), QByteArray());
        // Refilled: nothing of it comes, and the next ticket does.
        QVERIFY(m_server->setMode("print"));
        QCOMPARE(m_printer->status().paperOut, mode == "empty");
        QCOMPARE(m_printer->status().coverOpen, mode == "open");
        QVERIFY(m_server->documents().isEmpty());
        m_printer->print(QUuid::createUuid(), picture(5, 640));
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 2, 40'000);
        QVERIFY(m_last.canPrint());
        QTRY_COMPARE(m_server->documents().size(), 1);
    }

    void stoppedQueueIsKnownBefore()
    {
        open(u"cups://RAW"_s);
        QTRY_VERIFY(m_printer->status().canPrint());
        PrintServer::command(u"cupsdisable"_s, {u"RAW"_s});
        QTRY_VERIFY(m_printer->status().fault);
        m_printer->print(QUuid::createUuid(), picture(6, 640));
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, 40'000);
        QCOMPARE(m_outcomes.first(), PrintOutcome::Failed);
        PrintServer::command(u"cupsenable"_s, {u"RAW"_s});
        QTRY_VERIFY(m_printer->status().canPrint());
        QCOMPARE(PrintServer::activeJobs(), QByteArray());
        QVERIFY(m_server->documents().isEmpty());
    }

    void backendThatFailsIsNoTicket()
    {
        open(u"cups://RAW"_s);
        QVERIFY(m_server->setMode("fail"));
        m_printer->print(QUuid::createUuid(), picture(7, 640));
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, 40'000);
        QVERIFY(m_outcomes.first() != PrintOutcome::Printed);
        QVERIFY(!m_last.canPrint());
        QTRY_COMPARE(PrintServer::activeJobs(), QByteArray());
    }

    void completedIsNoProof()
    {
        open(u"cups://RAW"_s);
        QVERIFY(m_server->setMode("discard"));
        m_printer->print(QUuid::createUuid(), picture(8, 640));
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, 40'000);
        QCOMPARE(m_outcomes.first(), PrintOutcome::Unknown);
    }

    void jobOfAnEarlierRunIsCancelled()
    {
        open(u"cups://RAW"_s);
        QVERIFY(m_server->setMode("empty"));
        // What a program that was killed leaves behind, and somebody else's.
        const QString paper = m_server->file(u"any"_s);
        QVERIFY(writeFile(paper, "text"));
        m_printer.reset();
        PrintServer::command(u"lp"_s, {u"-d"_s, u"RAW"_s, u"-t"_s, u"motcua ticket"_s, paper});
        PrintServer::command(
            u"lp"_s, {u"-d"_s, u"DRIVER"_s, u"-t"_s, u"report"_s, u"-H"_s, u"hold"_s, paper});
        QVERIFY(PrintServer::activeJobs().contains("RAW"));
        open(u"cups://RAW"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!PrintServer::activeJobs().contains("RAW"), 20'000);
        QVERIFY(PrintServer::activeJobs().contains("DRIVER"));
        PrintServer::command(u"cancel"_s, {u"-a"_s, u"DRIVER"_s});
        QVERIFY(m_server->documents().isEmpty());
    }

    void unknownQueueOrServerIsNotThere()
    {
        open(u"cups://NOSUCH"_s);
        m_printer->print(QUuid::createUuid(), picture(9, 640));
        QTRY_COMPARE_WITH_TIMEOUT(m_outcomes.size(), 1, 40'000);
        QCOMPARE(m_outcomes.first(), PrintOutcome::Failed);
        QVERIFY(!m_last.reachable);
    }

    void cleanupTestCase() { m_server.reset(); }
};

QTEST_MAIN(CupsPrinterTest)

#include "cupsprintertest.moc"
