// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The demo as it opens for somebody who tries the program: real windows on a screen of their own.

#include "operations/branchdatabase.h"
#include "operations/hall.h"
#include "roles/demorole.h"
#include "support/outcome.h"
#include "support/virtualscreen.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int PatienceMs = 30'000;

/// Where in the window @p guide the button is that lets people come.
QPoint peopleButton(const VirtualScreen &screen, const QString &guide)
{
    static const QRegularExpression geometry(u"Geometry: (\\d+)x(\\d+)"_s);
    const auto size = geometry.match(screen.act(u"getwindowgeometry "_s + guide));
    DemoGuide same(DemoRole::guideLook(size.captured(1).toInt(), Language::English),
                   DemoRole::Counter, DemoRole::Pin);
    same.resize(size.captured(1).toInt(), size.captured(2).toInt());
    same.setAttribute(Qt::WA_DontShowOnScreen);
    same.show(); // which lays it out
    return same.findChild<QWidget *>(u"peopleComing"_s)->geometry().center();
}

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void aPersonTriesItAndPeopleCome()
    {
        const QTemporaryDir home;
        const VirtualScreen screen({1920, 1080});
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, screen.display());
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        environment.insert(u"MOTCUA_SETTINGS"_s, home.filePath(u"motcua.conf"_s));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(MOTCUA), {u"--lang"_s, u"en"_s, u"demo"_s});

        // Four windows, and the branch that it tells.
        QString told;
        static const QRegularExpression address(u"sqlite:(\\S+)"_s);
        const auto path = [&program, &told] {
            told += QString::fromUtf8(program.readAllStandardOutput());
            return address.match(told).captured(1);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!path().isEmpty(), PatienceMs);
        const QString file = path();
        const auto windows = [&screen, &program] {
            return screen.act(u"search --onlyvisible --pid %1"_s.arg(program.processId()))
                .split(u'\n', Qt::SkipEmptyParts);
        };
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 4, PatienceMs);
        const auto database = openBranch(file);
        VERIFY_RESULT(database);
        const auto own = [&database] {
            const auto hall = readHall(**database, QDateTime::currentDateTimeUtc());
            const auto found = hall ? std::ranges::find(hall->counters, int{DemoRole::Counter},
                                                        &CounterState::number)
                                    : std::vector<CounterState>::const_iterator();
            return hall && found != hall->counters.end() ? *found : CounterState();
        };
        QTRY_VERIFY_WITH_TIMEOUT(own().presence == Presence::Open, PatienceMs);

        // Nothing was clicked yet: F2 is the counter's, and the board shows the call.
        const auto window = [&screen](const QString &title) {
            return screen.act(u"search --onlyvisible --name ^"_s + title).trimmed();
        };
        const QString counter = window(u"Counter"_s);
        QVERIFY(!counter.isEmpty());
        screen.act(u"windowfocus --sync "_s + counter);
        const auto callColors = [&screen] {
            const QImage picture = screen.picture();
            int count = 0;
            for (int y = 0; y < picture.height() / 2; y += 4) {
                for (int x = 0; x < picture.width(); x += 4) {
                    count += picture.pixelColor(x, y) == QColor(255, 210, 63) ? 1 : 0;
                }
            }
            return count;
        };
        const int before = callColors();
        screen.act(u"key F2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(own().ticket, PatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(callColors() > before + 100, PatienceMs);
        screen.act(u"key F9"_s);
        screen.act(u"key Return"_s); // without an intake
        QTRY_VERIFY_WITH_TIMEOUT(!own().ticket, PatienceMs);

        // People come by themselves.
        const QString guide = window(u"Try"_s);
        QVERIFY(!guide.isEmpty());
        const auto seq = [&database] {
            const auto hall = readHall(**database, QDateTime::currentDateTimeUtc());
            return hall ? hall->seq : 0;
        };
        const qint64 quiet = seq();
        const QPoint people = peopleButton(screen, guide);
        screen.act(
            u"mousemove --window %1 %2 %3 click 1"_s.arg(guide).arg(people.x()).arg(people.y()));
        QTRY_VERIFY_WITH_TIMEOUT(seq() > quiet, PatienceMs);
        program.kill();
        QVERIFY(program.waitForFinished(PatienceMs));
    }
};

QTEST_MAIN(DemoTest)
#include "demotest.moc"
