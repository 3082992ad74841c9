// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A known citizen goes through the counter as a clerk works: card scanned, phone typed, recorded,
// printed, backed up. Afterwards nothing but the paper tells who it was.

#include "support/printserver.h"
#include "support/program.h"
#include "support/virtualscreen.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

constexpr int PatienceMs = 20'000;
constexpr auto Pin = "482615\n";
const QString Card =
    u"099091004217||Nguyen Van Quynhmy|12051991|Nam|Ngo Quynhmy, Ba Dinh, Ha Noi|01072021"_s;
/// Parts of what is known of him, as it is typed, stored, folded and masked less far.
const QList<QByteArray> Secrets{"099091004217", "1004217",  "Quynhmy",      "quynhmy", "QUYNHMY",
                                "0912345678",   "12345678", "0912 345 678", "Ngo Qu"};

/// What of @p bytes tells who he was, also as UTF-16; empty for nothing.
QByteArray found(const QByteArray &bytes)
{
    for (const QByteArray &secret : Secrets) {
        const QString text = QString::fromLatin1(secret);
        const auto *wide = reinterpret_cast<const char *>(text.utf16());
        if (bytes.contains(secret) || bytes.contains(QByteArray(wide, text.size() * 2))) {
            return secret;
        }
    }
    return {};
}

/// The files below @p folder that tell who he was, but those that end in one of @p allowed.
QStringList tellingFiles(const QString &folder, const QStringList &allowed = {})
{
    QStringList telling;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const bool isAllowed = std::ranges::any_of(
            allowed, [&file](const QString &ending) { return file.fileName().endsWith(ending); });
        if (!isAllowed && file.open(QIODevice::ReadOnly)) {
            if (const QByteArray secret = found(file.readAll()); !secret.isEmpty()) {
                telling.append(file.fileName() + u": "_s + QString::fromLatin1(secret));
            }
        }
    }
    return telling;
}

/// The upper edge of what has the focus; empty when nothing as wide as a field has it.
QRect focusRing(const QImage &picture)
{
    constexpr int FewestPixels = 100;
    constexpr int Bar = 60; // marks of the same colour stand in it
    const QRgb ring = QColor(0xff, 0xc9, 0x3c).rgb();
    for (int y = Bar; y < picture.height(); ++y) {
        int run = 0;
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) == ring) {
                ++run;
            } else if (run >= FewestPixels) {
                return {x - run, y, run, 1};
            } else {
                run = 0;
            }
        }
    }
    return {};
}

/// Whether the dark bar of somebody who is signed in stands on top.
bool isConsole(const QImage &picture)
{
    constexpr int Dark = 64;
    return picture.pixelColor(picture.width() / 2, 4).lightness() < Dark;
}

/// A reader in HID-POS mode; its path is a pipe, which keeps what is written in one piece.
class Reader
{
public:
    explicit Reader(const QString &path)
    {
        if (::mkfifo(path.toLocal8Bit().constData(), 0600) == 0) {
            m_end = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CLOEXEC);
        }
    }
    ~Reader() { ::close(m_end); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    void read(const QByteArray &code) const
    {
        constexpr qsizetype Room = 56; // of a report
        for (qsizetype from = 0; from < code.size(); from += Room) {
            const QByteArray part = code.mid(from, Room);
            QByteArray report(64, '\0');
            report[0] = 2;
            report[1] = static_cast<char>(part.size());
            report.replace(2, 3, "]Q1");
            report.replace(5, part.size(), part);
            report[63] = from + Room < code.size() ? 1 : 0;
            QCOMPARE(::write(m_end, report.constData(), 64), 64);
        }
    }

private:
    int m_end = -1;
};

} // namespace

class CanaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThePaperTellsWhoItWas()
    {
        Program program;
        program.setClock(QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC));
        program.useDatabase(u"branch.db"_s);
        for (const auto &[name, folder] :
             {std::pair(u"HOME"_s, u"home"_s), std::pair(u"TMPDIR"_s, u"tmp"_s),
              std::pair(u"XDG_RUNTIME_DIR"_s, u"run"_s)}) {
            QVERIFY(QDir().mkpath(program.path(folder)));
            QVERIFY(QFile::setPermissions(program.path(folder),
                                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
            program.set(name, program.path(folder));
        }
        PrintServer server;
        const QString problem = server.start();
        if (!problem.isEmpty()) {
            QSKIP(qPrintable(problem)); // a machine without CUPS; packaging/packages.txt brings it
        }
        program.set(u"CUPS_SERVER"_s, server.file(u"sock"_s));
        program.write(u"motcua.conf"_s, "[desk]\nprinter=RAW\n");
        const auto run = [&program](const QString &line, const QByteArray &input = {}) {
            const Run done = program.run(line.split(u' ') + QStringList{u"--json"_s}, input);
            return done.exitCode == 0 ? done.json() : QJsonObject();
        };
        QVERIFY(!run(u"init --branch "_s
                     + QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json"))
                     .isEmpty());
        QVERIFY(!run(u"staff set-pin CB03"_s, Pin).isEmpty());
        QVERIFY(!run(u"day open"_s).isEmpty());
        QVERIFY(!run(u"ticket issue --group H --procedure 1.004873"_s).isEmpty());

        const VirtualScreen screen({1366, 768});
        QVERIFY(!screen.display().isEmpty());
        const Reader reader(program.path(u"reader"_s));
        QProcess counter;
        QProcessEnvironment environment = program.environment();
        environment.insert(u"DISPLAY"_s, screen.display());
        counter.setProcessEnvironment(environment);
        counter.start(QStringLiteral(MOTCUA),
                      {u"open"_s, u"counter"_s, u"--counter"_s, u"3"_s, u"--staff"_s, u"CB03"_s,
                       u"--scanner"_s, u"hidraw:"_s + program.path(u"reader"_s)});
        QVERIFY(counter.waitForStarted() && screen.focus(counter.processId()));
        QByteArray titles;
        const auto look = [&] {
            titles += screen.act(u"search --name .* getwindowname %@"_s).toUtf8();
        };
        const auto press = [&](const QString &key) {
            screen.act(u"key "_s + key);
            look();
        };
        const auto isIn = [&run](const QString &state) {
            return run(u"ticket show H001"_s)[u"state"_s] == state;
        };
        // Typed earlier, a part of the PIN would be lost, and a wrong one makes the next one wait.
        QTRY_VERIFY_WITH_TIMEOUT(!focusRing(screen.picture()).isEmpty(), PatienceMs);
        screen.type(QString::fromLatin1(Pin).trimmed());
        press(u"Return"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isConsole(screen.picture()), PatienceMs);
        press(u"F2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(u"called"_s), PatienceMs);
        reader.read(Card.toUtf8()); // at once: the window may not show yet who is here
        constexpr int PhoneFrom = 840;
        QTRY_VERIFY_WITH_TIMEOUT(focusRing(screen.picture()).left() > PhoneFrom, PatienceMs);
        screen.type(u"0912345678"_s);
        press(u"ctrl+e"_s);
        // A draft of the filled form is kept by now or soon; it must not tell either.
        QTRY_COMPARE_WITH_TIMEOUT(tellingFiles(program.path({})), QStringList(), PatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT((press(u"F9"_s), isIn(u"completed"_s)), PatienceMs);
        look();
        QTRY_COMPARE_WITH_TIMEOUT(server.documents().size(), 1, PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(server.activeJobs(), QByteArray(), PatienceMs);
        QCOMPARE(run(u"intake search quynhmy"_s)[u"dossiers"_s].toArray().size(), 1);
        QVERIFY(!run(u"backup "_s + program.path(u"copy.db"_s)).isEmpty());
        QVERIFY(run(u"verify"_s)[u"ok"_s].toBool());

        counter.terminate();
        QVERIFY(counter.waitForFinished());
        QVERIFY(titles.contains("Quầy"));
        QCOMPARE(found(titles), QByteArray());
        QCOMPARE(found(counter.readAllStandardError() + counter.readAllStandardOutput()),
                 QByteArray());
        const QStringList telling = tellingFiles(program.path({}));
        QVERIFY2(telling.isEmpty(), qPrintable(telling.join(u'\n')));
        // The paper, and what CUPS keeps of it for as long as its settings say.
        const QStringList kept = tellingFiles(server.file({}), {u".pdf"_s, u"-001"_s});
        QVERIFY2(kept.isEmpty(), qPrintable(kept.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "canarytest.moc"
