// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/ticketprinter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

#include <unistd.h>

using namespace motcua;
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

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

bool writeFile(const QString &path, const QByteArray &text, QFile::Permissions permissions = {})
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
           && (permissions == QFile::Permissions{} || file.setPermissions(permissions));
}

/// A CUPS server of its own in a folder, on a local socket, whose printer writes what comes to a
/// file and is as ill as the file "mode" says.
class PrintServer
{
public:
    /// Why it does not run; empty when it does.
    QString start()
    {
        for (const QString &program : {u"cupsd"_s, u"lpadmin"_s, u"pdftoppm"_s}) {
            if (path(program).isEmpty()) {
                return program + u" is not installed"_s;
            }
        }
        const QDir root(m_root.path());
        for (const QString &name : {u"bin/backend"_s, u"spool/tmp"_s, u"cache"_s, u"state"_s,
                                    u"ppd"_s, u"out"_s, u"log"_s}) {
            if (!root.mkpath(name)) {
                return u"no folder "_s + name;
            }
        }
        for (const QString &name : {u"filter"_s, u"driver"_s, u"daemon"_s, u"notifier"_s}) {
            QFile::link(u"/usr/lib/cups/"_s + name, root.filePath(u"bin/"_s + name));
        }
        const QByteArray folder = m_root.path().toUtf8();
        // As root the server runs its own children as lp; a back end only root can read stays root.
        const QByteArray files = "ServerRoot " + folder + "\nServerBin " + folder
                                 + "/bin\nRequestRoot " + folder + "/spool\nTempDir " + folder
                                 + "/spool/tmp\nCacheDir " + folder + "/cache\nStateDir " + folder
                                 + "/state\nAccessLog " + folder + "/log/access\nErrorLog " + folder
                                 + "/log/error\nPageLog " + folder
                                 + "/log/page\nDataDir /usr/share/cups\nSystemGroup root lpadmin\n"
                                   "SetEnv MOTCUA_FOLDER "
                                 + folder + "\n";
        const QByteArray conf = "Listen " + folder
                                + "/sock\nLogLevel debug\nBrowsing No\nWebInterface No\n"
                                  "DefaultAuthType None\nMaxLogSize 0\n<Location />\nOrder "
                                  "allow,deny\nAllow all\n</Location>\n<Policy default>\n"
                                  "<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n";
        const QByteArray backend =
            "#!/bin/sh\n"
            "[ $# -eq 0 ] && { echo 'direct motcua \"Unknown\" \"Test\"'; "
            "exit 0; }\n"
            "f=$MOTCUA_FOLDER\n"
            "echo 'STATE: -media-empty-error,cover-open-error' >&2\n"
            "case $(cat \"$f/mode\") in\n"
            "discard) cat >/dev/null; exit 0 ;;\n"
            "fail) exit 1 ;;\n"
            "empty)\n"
            "  echo 'STATE: +media-empty-error' >&2\n"
            "  while [ \"$(cat \"$f/mode\")\" = empty ]; do sleep 0.05; done\n"
            "  echo 'STATE: -media-empty-error' >&2 ;;\n"
            "open)\n"
            "  echo 'STATE: +cover-open-error' >&2\n"
            "  while [ \"$(cat \"$f/mode\")\" = open ]; do sleep 0.05; done\n"
            "  echo 'STATE: -cover-open-error' >&2 ;;\n"
            "esac\n"
            "if [ -n \"$6\" ]; then cat \"$6\"; else cat; fi >\"$f/out/part\"\n"
            "mv \"$f/out/part\" \"$f/out/$1.pdf\"\n";
        if (!writeFile(file(u"cups-files.conf"_s), files) || !writeFile(file(u"cupsd.conf"_s), conf)
            || !setMode("print")
            || !writeFile(file(u"bin/backend/motcua"_s), backend,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
            || !writeFile(file(u"ticket.ppd"_s), ppd())) {
            return u"cannot write its settings"_s;
        }
        qputenv("CUPS_SERVER", folder + "/sock");
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(path(u"cupsd"_s), {u"-f"_s, u"-c"_s, file(u"cupsd.conf"_s), u"-s"_s,
                                           file(u"cups-files.conf"_s)});
        if (!m_process.waitForStarted()) {
            return u"cupsd does not start: "_s + m_process.errorString();
        }
        if (!QTest::qWaitFor(
                [&] {
                    return QFile::exists(file(u"sock"_s))
                           || m_process.state() == QProcess::NotRunning;
                },
                20'000)
            || m_process.state() == QProcess::NotRunning) {
            return u"cupsd ends: "_s + QString::fromUtf8(m_process.readAll()) + log();
        }
        QByteArray said =
            output(path(u"lpadmin"_s), {u"-p"_s, u"RAW"_s, u"-E"_s, u"-v"_s, u"motcua:/x"_s,
                                        u"-o"_s, u"printer-error-policy=abort-job"_s});
        said += output(path(u"lpadmin"_s),
                       {u"-p"_s, u"DRIVER"_s, u"-E"_s, u"-v"_s, u"motcua:/x"_s, u"-P"_s,
                        file(u"ticket.ppd"_s), u"-o"_s, u"printer-error-policy=abort-job"_s});
        const QByteArray queues = output(path(u"lpstat"_s), {u"-p"_s});
        if (!queues.contains("RAW") || !queues.contains("DRIVER")) {
            return u"lpadmin makes no queue: "_s + QString::fromUtf8(said + queues) + log();
        }
        return {};
    }

    ~PrintServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    bool setMode(const QByteArray &mode) const
    {
        // Under another name first: the back end reads it at any moment.
        return writeFile(file(u"mode.part"_s), mode)
               && ::rename(qPrintable(file(u"mode.part"_s)), qPrintable(file(u"mode"_s))) == 0;
    }

    [[nodiscard]] QStringList documents() const
    {
        QStringList paths;
        for (const QFileInfo &info :
             QDir(file(u"out"_s)).entryInfoList({u"*.pdf"_s}, QDir::Files, QDir::Name)) {
            paths << info.filePath();
        }
        return paths;
    }

    void forgetDocuments() const
    {
        for (const QString &path : documents()) {
            QFile::remove(path);
        }
    }

    [[nodiscard]] static QByteArray activeJobs() { return output(path(u"lpstat"_s), {u"-o"_s}); }

    static void command(const QString &program, const QStringList &arguments)
    {
        output(path(program), arguments);
    }

    [[nodiscard]] QString file(const QString &name) const { return m_root.filePath(name); }

    [[nodiscard]] QString log() const
    {
        QFile log(file(u"log/error"_s));
        return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(3000))
                                             : QString();
    }

private:
    static QString path(const QString &program)
    {
        const QString found = QStandardPaths::findExecutable(program);
        return found.isEmpty()
                   ? QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/sbin"_s})
                   : found;
    }

    /// A driver that takes PDF and paper of any length, as those of ticket printers do.
    static QByteArray ppd()
    {
        return "*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1.0\"\n"
               "*LanguageVersion: English\n*LanguageEncoding: ISOLatin1\n*PCFileName: \"T.PPD\"\n"
               "*Product: \"(Ticket)\"\n*Manufacturer: \"Test\"\n*ModelName: \"Ticket\"\n"
               "*ShortNickName: \"Ticket\"\n*NickName: \"Ticket\"\n*PSVersion: \"(3010.000) 0\"\n"
               "*LanguageLevel: \"3\"\n*ColorDevice: False\n*DefaultColorSpace: Gray\n"
               "*FileSystem: False\n*cupsVersion: 2.4\n"
               "*cupsFilter2: \"application/vnd.cups-pdf application/pdf 0 -\"\n"
               "*VariablePaperSize: True\n*ParamCustomPageSize Width: 1 points 36 300\n"
               "*ParamCustomPageSize Height: 2 points 36 2000\n"
               "*ParamCustomPageSize WidthOffset: 3 points 0 0\n"
               "*ParamCustomPageSize HeightOffset: 4 points 0 0\n"
               "*ParamCustomPageSize Orientation: 5 int 0 3\n"
               "*CustomPageSize True: \"pop pop pop <</PageSize[5 -2 roll]>>setpagedevice\"\n"
               "*HWMargins: 0 0 0 0\n*MaxMediaWidth: \"300\"\n*MaxMediaHeight: \"2000\"\n"
               "*OpenUI *PageSize/Size: PickOne\n*OrderDependency: 10 AnySetup *PageSize\n"
               "*DefaultPageSize: T80\n"
               "*PageSize T80/80: \"<</PageSize[204 408]>>setpagedevice\"\n*CloseUI: *PageSize\n"
               "*OpenUI *PageRegion/Size: PickOne\n*OrderDependency: 10 AnySetup *PageRegion\n"
               "*DefaultPageRegion: T80\n"
               "*PageRegion T80/80: \"<</PageSize[204 408]>>setpagedevice\"\n*CloseUI: "
               "*PageRegion\n*DefaultImageableArea: T80\n*ImageableArea T80/80: \"0 0 204 408\"\n"
               "*DefaultPaperDimension: T80\n*PaperDimension T80/80: \"204 408\"\n";
    }

    QTemporaryDir m_root;
    QProcess m_process;
};

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
