// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The demo as it opens for somebody who tries the program: real windows on a screen of their own.

#include "operations/branchserver.h"
#include "operations/hall.h"
#include "roles/demorole.h"
#include "support/outcome.h"
#include "support/virtualscreen.h"

#include <QRegularExpression>
#include <QTest>

#include <xcb/xcb.h>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int PatienceMs = 30'000;

struct FreeConnection
{
    void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
};
struct FreeReply
{
    void operator()(void *reply) const
    {
        std::free(reply); // NOLINT(cppcoreguidelines-no-malloc): libxcb's replies are freed so
    }
};

/// Asks @p window to close, as the cross in its title bar does; xdotool cannot.
void askToClose(const QString &display, quint32 window)
{
    const std::unique_ptr<xcb_connection_t, FreeConnection> connection(
        xcb_connect(display.toLatin1().constData(), nullptr));
    const auto atom = [&connection](QByteArrayView name) {
        const auto asked =
            xcb_intern_atom(connection.get(), 0, static_cast<uint16_t>(name.size()), name.data());
        const std::unique_ptr<xcb_intern_atom_reply_t, FreeReply> reply(
            xcb_intern_atom_reply(connection.get(), asked, nullptr));
        return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
    };
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = window;
    event.type = atom("WM_PROTOCOLS");
    event.data.data32[0] = atom("WM_DELETE_WINDOW");
    const auto sent = xcb_send_event_checked(connection.get(), 0, window, XCB_EVENT_MASK_NO_EVENT,
                                             reinterpret_cast<const char *>(&event));
    // Waits for the server: it forgets what a connection sent that is closed at once.
    const std::unique_ptr<xcb_generic_error_t, FreeReply> error(
        xcb_request_check(connection.get(), sent));
    QVERIFY(!error);
}

/// Where in the window @p guide the button is that lets people come.
QPoint peopleButton(const VirtualScreen &screen, const QString &guide)
{
    static const QRegularExpression geometry(u"Geometry: (\\d+)x(\\d+)"_s);
    const auto size = geometry.match(screen.act(u"getwindowgeometry "_s + guide));
    DemoGuide same(DemoRole::guideLook(size.captured(1).toInt(), Language::English),
                   DemoRole::Counter, DemoRole::Pin, true);
    same.resize(size.captured(1).toInt(), size.captured(2).toInt());
    same.setAttribute(Qt::WA_DontShowOnScreen);
    same.show(); // which lays it out
    return same.findChild<QWidget *>(u"peopleComing"_s)->geometry().center();
}

/// `motcua demo` in English, with settings of its own.
class RunningDemo
{
public:
    explicit RunningDemo(const VirtualScreen &screen, const QStringList &options = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, screen.display());
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        environment.insert(u"MOTCUA_SETTINGS"_s, m_home.filePath(u"motcua.conf"_s));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(MOTCUA),
                      QStringList{u"--lang"_s, u"en"_s, u"demo"_s} + options);
    }

    /// File of its branch, or folder of its server, once it was told, else empty.
    QString branch()
    {
        static const QRegularExpression address(u"(?:sqlite:|server in )(\\S+?)\\.?\\s"_s);
        m_told += QString::fromUtf8(program.readAllStandardOutput());
        return address.match(m_told).captured(1);
    }
    [[nodiscard]] QStringList windows(const VirtualScreen &screen) const
    {
        return screen.act(u"search --onlyvisible --pid %1"_s.arg(program.processId()))
            .split(u'\n', Qt::SkipEmptyParts);
    }
    /// It ended by itself, well, and left nothing behind.
    void verifyEnd()
    {
        const QString file = branch();
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, PatienceMs);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY2(!QFile::exists(file), "the demo left its branch behind");
    }

    QProcess program;

private:
    QTemporaryDir m_home;
    QString m_told;
};

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void aPersonTriesItAndEndsItWhilePeopleCome()
    {
        const VirtualScreen screen({1920, 1080});
        RunningDemo demo(screen);
        QTRY_VERIFY_WITH_TIMEOUT(!demo.branch().isEmpty(), PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(demo.windows(screen).size(), 4, PatienceMs);
        const QString file = demo.branch();
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
        const auto isCalled = [&] { // its screen may still show how it was before
            if (!own().ticket) {
                screen.act(u"key F2"_s);
            }
            return own().ticket.has_value();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isCalled(), PatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(callColors() > before + 100, PatienceMs);
        screen.act(u"key F9"_s);
        screen.act(u"key Return"_s); // without an intake
        QTRY_VERIFY_WITH_TIMEOUT(!own().ticket, PatienceMs);

        // People come by themselves, and the guide is closed while they do.
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
        askToClose(screen.display(), guide.toUInt());
        demo.verifyEnd();
    }

    void onAServerEachFaceIsAProgramThatJoined()
    {
        const VirtualScreen screen({1920, 1080});
        RunningDemo demo(screen, {u"--branch-server"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!demo.branch().isEmpty(), PatienceMs);
        const auto server = serverIn(demo.branch());
        VERIFY_RESULT(server);
        const auto connected = [&server] {
            QStringList names;
            for (const EnrolledDevice &pc :
                 enrolledDevices(*server).value_or(std::vector<EnrolledDevice>())) {
                if (pc.sessions > 0) {
                    names.append(word(pc.face) + u' ' + pc.name);
                }
            }
            return names.join(u", "_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(connected(), u"board board-1, counter counter-3, kiosk kiosk-1"_s,
                                  PatienceMs);
        const auto window = [&screen](const QString &title) {
            return screen.act(u"search --onlyvisible --name ^"_s + title).trimmed();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!window(u"Counter"_s).isEmpty(), PatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!window(u"Try"_s).isEmpty(), PatienceMs);

        // The counter's own rights are enough to sign in, call, serve and finish.
        const auto database = openBranch(server->ownerPlace());
        VERIFY_RESULT(database);
        const auto own = [&database] {
            const auto hall = readHall(**database, QDateTime::currentDateTimeUtc());
            const auto found = hall ? std::ranges::find(hall->counters, int{DemoRole::Counter},
                                                        &CounterState::number)
                                    : std::vector<CounterState>::const_iterator();
            return hall && found != hall->counters.end() ? *found : CounterState();
        };
        screen.act(u"windowfocus --sync "_s + window(u"Counter"_s));
        screen.type(DemoRole::Pin);
        screen.act(u"key Return"_s);
        QTRY_VERIFY_WITH_TIMEOUT(own().presence == Presence::Open, PatienceMs);
        screen.act(u"key F2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(own().ticket, PatienceMs);
        const auto isFinished = [&] { // its screen knows of the call a moment later than the branch
            if (own().ticket) {
                screen.act(u"key F9"_s);
                screen.act(u"key Return"_s); // without an intake
            }
            return !own().ticket;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFinished(), PatienceMs);

        demo.program.terminate();
        demo.verifyEnd();
        QVERIFY(!Database::open(server->ownerPlace()));
    }

    void aSignalEndsItInOrder()
    {
        const VirtualScreen screen({1920, 1080});
        RunningDemo demo(screen);
        QTRY_VERIFY_WITH_TIMEOUT(!demo.branch().isEmpty(), PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(demo.windows(screen).size(), 4, PatienceMs);
        demo.program.terminate();
        demo.verifyEnd();
    }
};

QTEST_MAIN(DemoTest)
#include "demotest.moc"
