// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Kiosk, board and counter as processes of their own on screens of their own, used with mouse and
// keyboard; the paper and the loudspeaker are looked at.

#include "commands/invocation.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/hall.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"
#include "printing/ticketpaper.h"
#include "roles/demorole.h"
#include "shared/theme.h"
#include "storage/ticketrepository.h"
#include "support/fakeprinter.h"
#include "support/outcome.h"
#include "support/soundserver.h"
#include "support/virtualscreen.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int PatienceMs = 30'000;
constexpr auto Pin = "482615"_L1;

/// A face started as the README says, on a screen of its own.
class Face
{
public:
    Face(const QSize &screen, const QString &database, const QStringList &arguments)
        : m_screen(screen)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, m_screen.display());
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"MOTCUA_DATABASE"_s, u"sqlite:"_s + database);
        environment.insert(u"MOTCUA_SETTINGS"_s, m_home.filePath(u"motcua.conf"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(MOTCUA), QStringList{u"open"_s} + arguments);
        m_isUp = m_process.waitForStarted() && m_screen.focus(m_process.processId());
    }
    ~Face()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Face)

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const VirtualScreen &screen() const { return m_screen; }
    [[nodiscard]] QColor colorAt(int x, int y) const { return m_screen.picture().pixelColor(x, y); }
    [[nodiscard]] qsizetype windows() const
    {
        return m_screen.act(u"search --onlyvisible --pid %1"_s.arg(m_process.processId()))
            .trimmed()
            .split(u'\n', Qt::SkipEmptyParts)
            .size();
    }
    void press(const QString &key) const { m_screen.act(u"key "_s + key); }

private:
    QTemporaryDir m_home;
    VirtualScreen m_screen;
    QProcess m_process;
    bool m_isUp = false;
};

/// Does @p act, again every two seconds as impatient people do, until @p isDone.
bool actUntil(const std::function<void()> &act, const std::function<bool()> &isDone)
{
    constexpr int Tries = 20;
    constexpr int PauseMs = 2000;
    for (int i = 0; i < Tries; ++i) {
        act();
        if (QTest::qWaitFor(isDone, PauseMs)) {
            return true;
        }
    }
    return false;
}

bool pressUntil(const Face &face, const QString &key, const std::function<bool()> &isDone)
{
    return actUntil([&face, key] { face.press(key); }, isDone);
}

/// Root mean square of a recording's loud parts, in dBFS.
double speechLevel(const Recording &recording)
{
    constexpr size_t Window = 2400; // 50 ms
    constexpr double Quiet = 300;
    constexpr double FullScale = 32768;
    double sum = 0;
    size_t count = 0;
    for (size_t start = 0; start + Window <= recording.size(); start += Window) {
        double energy = 0;
        for (size_t i = start; i < start + Window; ++i) {
            energy += 1.0 * recording[i] * recording[i];
        }
        if (std::sqrt(energy / Window) > Quiet) {
            sum += energy;
            count += Window;
        }
    }
    return count == 0 ? -200
                      : 20 * std::log10(std::sqrt(sum / static_cast<double>(count)) / FullScale);
}

constexpr int NumberEnds = 350; ///< dots from the top of a ticket

/// What zbarimg reads from @p slip.
QString readQr(const QImage &slip)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"slip.png"_s);
    if (!slip.convertToFormat(QImage::Format_Grayscale8).save(path)) {
        return {};
    }
    QProcess zbar;
    zbar.start(u"zbarimg"_s, {u"--raw"_s, u"--quiet"_s, path});
    zbar.waitForFinished();
    return QString::fromUtf8(zbar.readAllStandardOutput()).trimmed();
}

/// Dots of the first @p rows that are ink on one of the two only.
int differentDots(const QImage &one, const QImage &other, int rows)
{
    int count = 0;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < one.width(); ++x) {
            count += one.pixelIndex(x, y) == other.pixelIndex(x, y) ? 0 : 1;
        }
    }
    return count;
}

} // namespace

class FacesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"branch.db"_s);
    std::unique_ptr<Database> m_database;

    [[nodiscard]] QString stateOf(const TicketNumber &number) const
    {
        TicketRepository tickets(*m_database);
        const auto branch = readBranch(*m_database);
        const auto ticket =
            branch ? tickets.find(branch->businessDate, number) : Result<std::optional<Ticket>>();
        if (!ticket || !*ticket) {
            return {};
        }
        const auto legs = tickets.legsOf((*ticket)->id);
        return legs && !legs->empty() ? legs->back().group + u' ' + word(legs->back().state)
                                      : QString();
    }
    [[nodiscard]] QString tokenOf(const TicketNumber &number) const
    {
        const auto branch = readBranch(*m_database);
        const auto ticket = branch
                                ? TicketRepository(*m_database).find(branch->businessDate, number)
                                : Result<std::optional<Ticket>>();
        return ticket && *ticket ? (*ticket)->token : QString();
    }
    [[nodiscard]] int callsOf(const TicketNumber &number) const
    {
        TicketRepository tickets(*m_database);
        const auto branch = readBranch(*m_database);
        const auto ticket = tickets.find(branch->businessDate, number);
        return ticket && *ticket ? tickets.legsOf((*ticket)->id)->back().calls : 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Catalogue sample = sampleCatalogue();
        const QDate today = now.toTimeZone(QTimeZone(sample.settings.timeZone.toLatin1())).date();
        VERIFY_RESULT(
            createBranch(m_path, demoCatalogue(sample, today), {QUuid::createUuid(), now}));
        auto database = openBranch(m_path);
        VERIFY_RESULT(database);
        m_database = std::move(*database);
        VERIFY_RESULT(openDay(*m_database, {QUuid::createUuid(), now}, today));
        VERIFY_RESULT(setPin(*m_database, {QUuid::createUuid(), now}, u"CB03"_s, Pin));
    }

    void aCitizenTakesANumberAndIsCalledAndServed()
    {
        SoundServer sound;
        Recorder recorder(u"hall"_s);
        FakePrinter printer;
        QVERIFY(printer.listen());

        const Face board({1920, 1080}, m_path, {u"board"_s});
        const Face kiosk(
            {1080, 1920}, m_path,
            {u"kiosk"_s, u"--printer"_s, u"escpos-tcp://127.0.0.1:%1"_s.arg(printer.port())});
        const Face counter({1366, 768}, m_path,
                           {u"counter"_s, u"--counter"_s, u"3"_s, u"--staff"_s, u"CB03"_s});
        QVERIFY(board.isUp());
        QVERIFY(kiosk.isUp());
        QVERIFY(counter.isUp());

        // The citizen: a touch on "Hộ tịch", then "not sure".
        const QColor door(8, 69, 54);
        const QColor primary(11, 90, 73);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.colorAt(85, 625), door, PatienceMs);
        kiosk.screen().click(272, 663);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.colorAt(940, 1342), primary, PatienceMs);
        const TicketNumber number{u'H', 1};
        QVERIFY(actUntil([&kiosk] { kiosk.screen().click(507, 1342); },
                         [this, number] { return stateOf(number) == u"H waiting"_s; }));
        QTRY_COMPARE_WITH_TIMEOUT(printer.slips().size(), size_t{1}, PatienceMs);
        const QImage slip = printer.slips().front();
        QCOMPARE(slip.width(), PaperLayout::Width);
        QCOMPARE(readQr(slip), tokenOf(number));
        // The number is the same dots as painted here, but for single ones on the edges of glyphs
        // that the font engine has rounded otherwise.
        const auto hall = readHall(*m_database, QDateTime::currentDateTimeUtc());
        VERIFY_RESULT(hall);
        const QImage fresh = paintTicket({.branch = hall->branch.number,
                                          .branchName = hall->branch.name.vi,
                                          .organisation = hall->branch.organisation.vi,
                                          .number = number,
                                          .group = u"Hộ tịch"_s,
                                          .procedure = {},
                                          .counters = {},
                                          .ahead = 0,
                                          .wait = {},
                                          .followUrl = {},
                                          .code = {},
                                          .issued = {},
                                          .kiosk = 1});
        const int different = differentDots(slip, fresh, NumberEnds);
        QVERIFY2(different <= 50, qPrintable(QString::number(different)));
        QVERIFY(printer.text().isEmpty());
        const auto printState = [this, number] {
            const auto ticket =
                TicketRepository(*m_database).find(readBranch(*m_database)->businessDate, number);
            return (*ticket)->printState;
        };
        QTRY_COMPARE_WITH_TIMEOUT(printState(), u"printed"_s, PatienceMs);

        // The clerk signs in and calls; the call is heard.
        counter.screen().act(u"type "_s + Pin);
        QVERIFY(pressUntil(counter, u"Return"_s, [this] {
            const auto now = readHall(*m_database, QDateTime::currentDateTimeUtc());
            return now && now->counters[2].presence == Presence::Open;
        }));
        QVERIFY(pressUntil(counter, u"F2"_s,
                           [this, number] { return stateOf(number) == u"H called"_s; }));
        // Yellow where the board's band is, and the strip's cell of counter 3.
        const QColor call(255, 210, 63);
        QTRY_COMPARE_WITH_TIMEOUT(board.colorAt(60, 200), call, PatienceMs);
        const auto announced = [this] {
            const auto now = readHall(*m_database, QDateTime::currentDateTimeUtc());
            return now && !now->calls.empty() ? word(now->calls.front().announcement) : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(announced(), u"done"_s, 2 * PatienceMs);
        const double level = speechLevel(recorder.heard());
        QVERIFY2(std::abs(level + 18) < 2, qPrintable(u"%1 dBFS"_s.arg(level)));

        // Recall, which is heard too, then to another group, there served.
        QVERIFY(pressUntil(counter, u"F3"_s, [this, number] { return callsOf(number) == 2; }));
        QTRY_COMPARE_WITH_TIMEOUT(announced(), u"done"_s, 2 * PatienceMs);
        const double again = speechLevel(recorder.heard());
        QVERIFY2(std::abs(again + 18) < 2, qPrintable(u"%1 dBFS"_s.arg(again)));
        counter.press(u"F7"_s);
        QVERIFY(pressUntil(counter, u"Return"_s,
                           [this, number] { return stateOf(number).endsWith(u" waiting"_s); }));
        QCOMPARE(stateOf(number), u"C waiting"_s); // the first of the list that is not its own
        QVERIFY(pressUntil(counter, u"F2"_s,
                           [this, number] { return stateOf(number) == u"C called"_s; }));
        const auto finish = [&counter] {
            counter.press(u"F9"_s); // nothing was recorded: that is asked about
            counter.press(u"Return"_s);
        };
        QVERIFY(actUntil(finish, [this, number] { return stateOf(number) == u"C completed"_s; }));
        const auto verified = verifyBranch(*m_database);
        VERIFY_RESULT(verified);
        QVERIFY(verified->problems.empty());
    }

    void nothingLeavesTheKiosk()
    {
        const Face kiosk({1080, 1920}, m_path, {u"kiosk"_s});
        QVERIFY(kiosk.isUp());
        const QColor door(8, 69, 54);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.colorAt(85, 625), door, PatienceMs);
        QStringList chords;
        for (const QString &modifier :
             {u"alt"_s, u"ctrl"_s, u"super"_s, u"ctrl+alt"_s, u"ctrl+shift"_s, u"alt+shift"_s}) {
            for (const QString &key :
                 {u"F4"_s,    u"q"_s,      u"w"_s,    u"Escape"_s, u"Tab"_s, u"Delete"_s, u"n"_s,
                  u"o"_s,     u"p"_s,      u"c"_s,    u"v"_s,      u"z"_s,   u"F1"_s,     u"F11"_s,
                  u"space"_s, u"Return"_s, u"Home"_s, u"d"_s,      u"l"_s,   u"m"_s,      u"r"_s,
                  u"t"_s,     u"x"_s,      u"Menu"_s, u"Print"_s}) {
                chords.append(modifier + u'+' + key);
            }
        }
        QVERIFY(chords.size() >= 150);
        // In one go, so that no screen's time is up before its last chord.
        const auto misuse = [&kiosk, &chords] {
            kiosk.press(chords.join(u' '));
            QVERIFY(kiosk.isRunning());
            QCOMPARE(kiosk.windows(), 1);
            QCOMPARE(kiosk.colorAt(540, 8), kiosk.colorAt(8, 1912)); // its header and its bar
        };
        misuse();
        const QColor primary(11, 90, 73);
        const QColor brand(6, 53, 42);
        const auto at = [&kiosk](QPoint place, const QColor &color) {
            return [&kiosk, place, color] { return kiosk.colorAt(place.x(), place.y()) == color; };
        };
        const auto isHome = at({85, 625}, door);
        struct Touch
        {
            QPoint place;
            std::function<bool()> leadsTo;
        };
        const Touch procedures{{272, 663}, at({940, 1342}, primary)};
        const std::vector<Touch> ways[] = {
            {procedures},
            {procedures, {{400, 590}, at({100, 1520}, primary)}}, // whether entitled to priority
            {{{540, 440}, [&isHome] { return !isHome(); }}},      // an appointment
            {procedures,
             {{606, 235}, at({80, 1650}, Qt::white)}},         // its keyboard, to find one by name
            {procedures, {{507, 1342}, at({20, 300}, brand)}}, // a number
        };
        for (const std::vector<Touch> &way : ways) {
            for (const Touch &touch : way) {
                QVERIFY(actUntil([&] { kiosk.screen().click(touch.place.x(), touch.place.y()); },
                                 touch.leadsTo));
            }
            misuse();
            const bool hasNumber =
                &way == std::prev(std::end(ways)); // which is not given back by a key
            const auto leave = [&kiosk, hasNumber] {
                if (hasNumber) {
                    kiosk.screen().click(540, 1623); // "I have it"; empty space on the first screen
                } else {
                    kiosk.press(u"Escape"_s);
                }
            };
            QVERIFY(actUntil(leave, isHome));
        }
        for (int y = 100; y < 1900; y += 200) {
            kiosk.screen().act(u"mousemove 540 %1 click 3 click 2"_s.arg(y));
        }
        QVERIFY(kiosk.isRunning());
        // One window, and it still fills the screen.
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.colorAt(85, 625), door, PatienceMs);
        QCOMPARE(kiosk.windows(), 1);
    }
};

QTEST_MAIN(FacesTest)
#include "facestest.moc"
