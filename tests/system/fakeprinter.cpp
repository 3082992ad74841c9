// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeprinter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

#include <unistd.h>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Obeys one line of the standard input; false for one it does not know.
bool obey(const QString &line, FakePrinter &printer)
{
    FakePrinter::Ills ills = printer.ills();
    const QString what = line.section(u' ', 0, 0);
    const QString value = line.section(u' ', 1);
    const bool on = value == "on"_L1;
    if (what == "paper"_L1) {
        ills.paperOut = value == "out"_L1;
        ills.paperLow = value == "low"_L1;
        ills.rowsOfPaper = -1;
    } else if (what == "rows"_L1) {
        ills.rowsOfPaper = value.toInt();
    } else if (what == "cover"_L1) {
        ills.coverOpen = value == "open"_L1;
    } else if (what == "cutter"_L1) {
        ills.cutterError = value == "stuck"_L1;
    } else if (what == "stall"_L1) {
        ills.stalled = on;
    } else if (what == "silent"_L1) {
        ills.silent = on;
    } else if (what == "garbage"_L1) {
        ills.garbage = on;
    } else if (what == "slow"_L1) {
        ills.rowsPerTurn = on ? 1 : 0;
    } else if (what == "cut"_L1) {
        ills.cutAfterBytes = value.toLongLong();
    } else {
        return false;
    }
    printer.set(ills);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A receipt printer on 127.0.0.1 that saves its slips as PNG files. Commands, one a line "
        u"on "
        "the standard input: paper in|low|out, rows N (of paper left), cover open|closed, "
        "cutter stuck|free, stall on|off, silent on|off, garbage on|off, slow on|off, cut N (the "
        "connection, N bytes from now), quit. It prints \"port N\", then \"ok\" for each command "
        "and \"slip FILE\" for each slip."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"where the slips go"_s);
    parser.addOption({u"port"_s, u"0 for a free one"_s, u"port"_s, u"0"_s});
    parser.process(app);
    if (parser.positionalArguments().size() != 1) {
        parser.showHelp(2);
    }
    const QDir folder(parser.positionalArguments().first());

    FakePrinter printer;
    QObject::connect(&printer, &FakePrinter::slipCut, &printer, [&](const QImage &slip) {
        const QString path =
            folder.filePath(u"slip-%1.png"_s.arg(printer.slips().size(), 3, 10, QLatin1Char('0')));
        // Under another name first, so that who waits for the file never reads half of it.
        const bool saved =
            slip.save(path + u".part"_s, "PNG") && QFile::rename(path + u".part"_s, path);
        tell(saved ? u"slip "_s + path : u"error cannot write "_s + path);
    });
    QObject::connect(&printer, &FakePrinter::connectionCut, &printer, [] { tell(u"cut"_s); });

    if (!folder.mkpath(u"."_s) || !printer.listen(parser.value(u"port"_s).toUShort())) {
        tell(u"error cannot listen or make the folder"_s);
        return 1;
    }
    tell(u"port %1"_s.arg(printer.port()));

    QByteArray input;
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &printer, [&] {
        QByteArray bytes(1024, '\0');
        const ssize_t got = ::read(STDIN_FILENO, bytes.data(), static_cast<size_t>(bytes.size()));
        if (got <= 0) {
            QCoreApplication::quit(); // who started it is gone
            return;
        }
        input += bytes.first(got);
        for (qsizetype end = input.indexOf('\n'); end >= 0; end = input.indexOf('\n')) {
            const QString line = QString::fromUtf8(input.first(end)).trimmed();
            input.remove(0, end + 1);
            if (line == "quit"_L1) {
                QCoreApplication::quit();
            } else {
                tell(obey(line, printer) ? u"ok"_s : u"error unknown command"_s);
            }
        }
    });
    return QCoreApplication::exec();
}
