// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/demorole.h"

#include "demo/demolayout.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/hall.h"
#include "operations/signin.h"

#include <QApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace motcua {

/// Counters that serve themselves, with their clerks; between them they serve every group.
static constexpr std::pair<int, const char *> Clerks[]{
    {1, "CB01"}, {4, "CB04"}, {5, "CB05"}, {8, "CB08"}, {9, "CB09"}, {11, "CB11"}, {12, "CB12"}};

Catalogue demoCatalogue(Catalogue sample, const QDate &today)
{
    const std::vector<Session> allDay{{QTime(0, 0), QTime(23, 59)}};
    constexpr int Days = 3;
    for (int i = 0; i < Days; ++i) {
        sample.calendar.exceptions[today.addDays(i)] = allDay;
    }
    for (StaffMember &member : sample.staff) {
        if (member.code == DemoRole::Clerk) {
            member.permissions = {CallChosenPermission};
        }
    }
    return sample;
}

DemoDay demoDay()
{
    std::vector<int> counters;
    for (const auto &[counter, staff] : Clerks) {
        counters.push_back(counter);
    }
    return {sampleArrivals(), counters};
}

Result<> createDemoBranch(const QString &path, const Catalogue &catalogue, const QDateTime &now,
                          DemoDay &day)
{
    const auto created =
        createBranch(path, catalogue, {QUuid::createUuid(), now.addSecs(-DemoPlayedSeconds)});
    if (!created) {
        return std::unexpected(created.error());
    }
    const auto database = openBranch(path);
    return database ? playDemoMorning(**database, catalogue, now, day)
                    : std::unexpected(database.error());
}

Result<> playDemoMorning(Database &database, const Catalogue &catalogue, const QDateTime &now,
                         DemoDay &day)
{
    QDateTime clock = now.addSecs(-DemoPlayedSeconds);
    const auto next = [&clock] { return CommandContext{QUuid::createUuid(), clock}; };
    const QTimeZone zone(catalogue.settings.timeZone.toLatin1());
    // By hand, because fifty minutes ago may have been yesterday.
    if (const auto opened = openDay(database, next(), now.toTimeZone(zone).date()); !opened) {
        return std::unexpected(opened.error());
    }
    for (const auto &[counter, staff] : Clerks) {
        const auto started = startShift(database, next(), counter, QString::fromLatin1(staff));
        if (!started) {
            return std::unexpected(started.error());
        }
    }
    if (const auto set = setPin(database, next(), DemoRole::Clerk, DemoRole::Pin); !set) {
        return std::unexpected(set.error());
    }
    constexpr int Step = 5;
    for (int second = 0; second <= DemoPlayedSeconds; second += Step) {
        clock = now.addSecs(second - DemoPlayedSeconds);
        if (const auto played = day.advance(database, clock, second); !played) {
            return played;
        }
    }
    return {};
}

PrinterStatus PreviewPrinter::status() const
{
    PrinterStatus well;
    well.reachable = true;
    well.answers = true;
    return well;
}

void PreviewPrinter::print(const QUuid &job, const QImage &image)
{
    Q_EMIT fed(image);
    QMetaObject::invokeMethod(
        this, [this, job] { Q_EMIT finished(job, PrintOutcome::Printed, status()); },
        Qt::QueuedConnection);
}

DemoRole::DemoRole(StorageThread &storage, DemoDay day, Language language, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_day(std::make_shared<DemoDay>(std::move(day)))
    , m_language(language)
    , m_second(DemoPlayedSeconds)
{
    connect(&m_tick, &QTimer::timeout, this, &DemoRole::letTimePass);
    connect(&storage, &StorageThread::changed, this, [this] {
        m_storage.run(
            this,
            [](Database &database) { return readHall(database, QDateTime::currentDateTimeUtc()); },
            [this](const Result<HallState> &hall) {
                if (hall && m_guide) {
                    watch(*hall);
                }
            });
    });
}

Look DemoRole::guideLook(int width, Language language)
{
    constexpr double GuideWidth = 560;
    return {.scale = std::clamp(width / GuideWidth, 0.75, 2.0), .language = language};
}

static int captionHeight()
{
    return QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight);
}

QRect demoWindow(const QRect &frame)
{
    return frame.adjusted(1, captionHeight(), -1, -1);
}

static void place(QWidget &window, const QRect &frame)
{
    window.setGeometry(demoWindow(frame));
    window.show();
}

void DemoRole::show(const QRect &available)
{
    const DemoLayout layout = demoLayout(available, captionHeight());

    BoardSettings board;
    board.languages = {m_language};
    if (m_language == Language::Vietnamese) {
        board.languages.push_back(Language::English);
    }
    m_board = std::make_unique<BoardRole>(m_storage, board);
    place(m_board->window(), layout.board);

    KioskSettings kiosk;
    kiosk.behaviour.fullScreen = false;
    auto printer = std::make_unique<PreviewPrinter>();
    PreviewPrinter *paper = printer.get();
    m_kiosk = std::make_unique<KioskRole>(m_storage, kiosk, std::move(printer));
    place(m_kiosk->window(), layout.kiosk);

    constexpr double ReferenceWidth = 1366;
    CounterSettings counter;
    counter.counter = Counter;
    counter.staff = Clerk;
    counter.language = m_language;
    counter.baseScale = std::min(1.0, layout.counter.width() / ReferenceWidth);
    counter.lockMinutes = 0;
    m_counter = std::make_unique<CounterRole>(m_storage, counter);

    showGuide(available, true);
    connect(paper, &PreviewPrinter::fed, m_guide.get(), [this](const QImage &image) {
        m_guide->setPaper(image);
        m_guide->setDone(DemoGuide::Step::Take);
    });

    place(m_counter->window(), layout.counter);
    m_counter->window().activateWindow(); // the function keys are the clerk's
    for (QWidget *window : std::initializer_list<QWidget *>{&m_kiosk->window(), &m_board->window(),
                                                            &m_counter->window()}) {
        window->installEventFilter(this);
    }
    Q_EMIT m_counter->window().asked(
        {.kind = CounterIntent::Kind::SignIn, .counter = Counter, .staff = Clerk, .pin = Pin});
}

void DemoRole::showGuide(const QRect &available, bool isSignedIn)
{
    const DemoLayout layout = demoLayout(available, captionHeight());
    const Look look = guideLook(layout.guide.width(), m_language);
    m_guide = std::make_unique<DemoGuide>(look, Counter, Pin, isSignedIn);
    connect(m_guide.get(), &DemoGuide::closed, qApp, &QApplication::quit);
    connect(m_guide.get(), &DemoGuide::windowsAsked, this, &DemoRole::openClosedWindows);
    connect(m_guide.get(), &DemoGuide::peopleComingToggled, this, [this](bool coming) {
        constexpr int TickMs = 1000;
        if (coming) {
            m_coming.start();
            m_tick.start(TickMs);
            letTimePass();
        } else {
            constexpr double Ms = 1000;
            m_tick.stop();
            m_second += static_cast<double>(m_coming.elapsed()) / Ms;
        }
    });
    place(*m_guide, layout.guide);
}

bool DemoRole::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close) {
        m_closed.push_back(qobject_cast<QWidget *>(watched));
        m_guide->setWindowsClosed(true);
    }
    return QObject::eventFilter(watched, event);
}

void DemoRole::openClosedWindows()
{
    for (QWidget *window : std::exchange(m_closed, {})) {
        window->show();
        window->raise();
    }
    m_guide->setWindowsClosed(false);
    m_counter->window().activateWindow();
}

void DemoRole::letTimePass()
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    constexpr double Ms = 1000;
    const double second = m_second + static_cast<double>(m_coming.elapsed()) / Ms;
    m_storage.run(
        this,
        [day = m_day, second](Database &database) {
            return day->advance(database, QDateTime::currentDateTimeUtc(), second);
        },
        [this](const Result<> &) { m_busy = false; });
}

void DemoRole::watch(const HallState &hall)
{
    if (!m_kiosk && !m_tick.isActive()) { // in a process of its own it shows us no paper
        if (m_issued > 0 && hall.issued > m_issued) {
            m_guide->setDone(DemoGuide::Step::Take);
        }
        m_issued = hall.issued;
    }
    const auto own = std::ranges::find(hall.counters, Counter, &CounterState::number);
    if (own == hall.counters.end()) {
        return;
    }
    if (own->ticket) {
        m_guide->setDone(DemoGuide::Step::Call);
        m_guide->setDone(DemoGuide::Step::Look);
        m_hadCitizen = true;
    } else if (m_hadCitizen) {
        m_guide->setDone(DemoGuide::Step::Finish);
    }
}

} // namespace motcua
