// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/kioskrole.h"

#include "core/appointment.h"
#include "core/idcard.h"
#include "core/pin.h"
#include "core/trackingcode.h"
#include "core/vietnamesetext.h"
#include "kiosk/kiosktexts.h"
#include "operations/appointments.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "operations/signin.h"
#include "shared/trace.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcKiosk, "motcua.kiosk", QtWarningMsg)

/// Nobody waits longer for the branch's number where the kiosk has one of its own.
static constexpr auto LongestAnswer = std::chrono::seconds(3);
/// Of a ticket that was given without the branch.
static constexpr int UnknownAhead = -1;

static std::optional<int> aheadOf(const IssuedTicket &ticket)
{
    return ticket.ahead == UnknownAhead ? std::nullopt : std::optional(ticket.ahead);
}

/// @p source in both languages.
static Bilingual both(const char *source)
{
    return {kioskText(Language::Vietnamese, source), kioskText(Language::English, source)};
}

KioskRole::KioskRole(StorageThread &storage, KioskSettings settings,
                     std::unique_ptr<TicketPrinter> printer, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_settings(std::move(settings))
{
    m_window.setBehaviour(m_settings.behaviour);
    m_disk.setMaxThreadCount(1);
    if (!m_settings.journal.isEmpty()) {
        auto journal = KioskJournal::open(m_settings.journal, m_settings.number, m_settings.branch);
        if (!journal) {
            qCWarning(lcKiosk) << "no numbers without the branch:" << word(journal.error().code)
                               << journal.error().subject << journal.error().detail;
        } else {
            m_journal = std::move(*journal);
        }
    }
    connectWindow();
    startPrinter(std::move(printer));
    connect(&m_storage, &StorageThread::changed, this, &KioskRole::readHallAgain);
    connect(&m_storage, &StorageThread::failed, this, [this](const Error &error) {
        qCWarning(lcKiosk) << "branch not reachable:" << word(error.code) << error.detail;
        m_isOver = isFinal(error.code);
        setLinked(false);
        if (m_shownOn.isNull()) {
            startAlone();
        } else {
            showHall();
        }
    });
    connect(&m_storage, &StorageThread::recovered, this, [this] {
        m_isOver = false;
        setLinked(true);
        report();
        if (m_hasHall && m_catalogueDay != m_hall.businessDate) {
            readCatalogue();
        }
    });
    connect(&m_scanner, &ScannerDevice::scanned, this, &KioskRole::readCode);
    if (!m_settings.scanner.isEmpty()) {
        if (const auto opened = m_scanner.open(m_settings.scanner); !opened) {
            qCWarning(lcKiosk) << "no reader:" << opened.error().detail;
        }
    }
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &KioskRole::tick);
    m_tick.start();
    m_report.setInterval(std::chrono::seconds(30));
    connect(&m_report, &QTimer::timeout, this, &KioskRole::report);
    connect(&m_report, &QTimer::timeout, this, &KioskRole::readBookings);
    m_report.start();
    readHallAgain();
}

KioskRole::~KioskRole()
{
    m_disk.waitForDone(); // it answers to us
}

void KioskRole::connectWindow()
{
    connect(&m_window, &KioskWindow::ticketWanted, this, &KioskRole::issue);
    connect(&m_window, &KioskWindow::checkInWanted, this, &KioskRole::checkInBy);
    connect(&m_window, &KioskWindow::helpWanted, this, [this] { callStaff(HelpReason::Citizen); });
    connect(&m_window, &KioskWindow::pinEntered, this, &KioskRole::checkPin);
    connect(&m_window, &KioskWindow::scanned, this, &KioskRole::readCode);
    connect(&m_window, &KioskWindow::reprintAnswered, this, &KioskRole::answerReprint);
    connect(&m_window, &KioskWindow::left, this, &KioskRole::left);
    connect(&m_window, &KioskWindow::sessionEnded, this, [this] {
        m_shownTicket.clear();
        offerReprint();
    });
    connect(&m_window, &KioskWindow::cardForgotten, &m_ping, &Ping::play);
    connect(&m_window, &KioskWindow::speechWanted, this, [this](const QString &text, Language in) {
        m_unread = {text, in};
        readOn();
    });
    connect(&m_window, &KioskWindow::speechUnwanted, this, [this] {
        m_unread.reset();
        if (m_announcer) {
            m_announcer->stopReading();
        }
    });
}

void KioskRole::startPrinter(std::unique_ptr<TicketPrinter> printer)
{
    if (!printer) {
        auto made = makePrinter(m_settings.printer, m_settings.printerTiming);
        if (!made) {
            qCWarning(lcKiosk) << "no printer:" << made.error().detail;
        } else {
            printer = std::move(*made);
        }
    }
    m_desk =
        std::make_unique<TicketDesk>(m_storage, m_settings.number, m_settings.clock, m_journal);
    connect(m_desk.get(), &TicketDesk::troubleChanged, this, &KioskRole::followPrinter);
    connect(m_desk.get(), &TicketDesk::finished, this,
            [this](const TicketNumber &ticket, bool isOut, PaperTrouble trouble) {
                if (ticket.toString() == m_shownTicket) {
                    m_window.setPaper(isOut ? PaperState::Printed : PaperState::Trouble, trouble);
                }
                if (!isOut) {
                    callStaff(HelpReason::PrintFailed);
                }
            });
    m_desk->start(std::move(printer));
    m_window.setPrinterTrouble(m_desk->trouble());
}

void KioskRole::readHallAgain()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_storage.run(
        this,
        [clock = m_settings.clock](Database &database) -> Result<std::pair<HallState, qint64>> {
            const QDateTime now = clock();
            auto hall = readHall(database, now);
            return hall ? Result<std::pair<HallState, qint64>>(
                       {std::move(*hall), now.toMSecsSinceEpoch()})
                        : std::unexpected(hall.error());
        },
        [this](const Result<std::pair<HallState, qint64>> &read) {
            m_reading = false;
            m_window.setReachable(read.has_value());
            if (read) {
                if (m_journal) {
                    m_journal->setTime(read->first.branchNow, read->second);
                }
                takeHall(read->first);
            }
            if (std::exchange(m_again, false)) {
                readHallAgain();
            }
        });
}

/// Reads what is still to be read, unless the hall listens to its board.
void KioskRole::readOn()
{
    // Longer than any call: what lasts was left behind by a board that died.
    constexpr qint64 LongestCallMs = 60'000;
    const bool isCallSpoken = m_spoken != 0 && !m_spokenSince.hasExpired(LongestCallMs);
    if (m_announcer && m_unread && !isCallSpoken) {
        m_announcer->readAloud(m_unread->first, m_unread->second);
        m_unread.reset();
    }
}

/// Notes which call the hall hears now; the kiosk is quiet meanwhile.
void KioskRole::listenToCalls()
{
    const auto spoken =
        std::ranges::find(m_hall.calls, AnnouncementState::Playing, &HallCall::announcement);
    const qint64 id = spoken == m_hall.calls.end() ? 0 : spoken->id;
    if (id != std::exchange(m_spoken, id) && id != 0) {
        m_spokenSince.start();
        if (m_announcer) {
            m_announcer->stopReading();
        }
    }
    readOn();
}

void KioskRole::takeHall(const HallState &hall)
{
    const bool first = !m_hasHall;
    const bool newDay = first || hall.businessDate != m_hall.businessDate;
    m_hall = hall;
    m_hasHall = true;
    showHall();
    traceWhenPainted(m_window, u"kiosk painted"_s);
    listenToCalls();
    if (newDay) {
        readCatalogue();
        m_bookings.clear();
        readBookings();
        m_leaseId = {};
        m_scarce.clear();
    }
    holdMore();
    if (first) {
        tick();
        report();
    }
    // Once all is told: a number nobody heard of must not be offered for printing.
    const bool isTold = !m_journal || !m_journal->next();
    if (!m_askedUnprinted && isTold && !hall.businessDate.isNull()) {
        m_askedUnprinted = true;
        findUnprinted();
    }
}

void KioskRole::showHall()
{
    m_shownOn = wallClock().date;
    HallState hall = m_hall;
    if (m_settings.keepsHours && hall.businessDate != m_shownOn) {
        hall.businessDate = {}; // a day that nobody closed gives no numbers on the next one
    }
    if (m_isOver) {
        hall.businessDate = {}; // nobody would ever hear of a number given now
    }
    const bool isOffline = m_journal && !m_linked;
    for (GroupLoad &load : hall.groups) {
        load.takesNumbers =
            isOffline ? m_journal->left(load.group.letter, ownDay()) > 0 : load.takesNumbers;
    }
    m_window.setOffline(isOffline);
    m_window.setHall(hall);
}

void KioskRole::readCatalogue()
{
    m_storage.run(
        this, [](Database &database) { return readOfferedCatalogue(database); },
        [this, day = m_hall.businessDate](const Result<Catalogue> &catalogue) {
            if (catalogue) {
                m_catalogueDay = day;
                takeCatalogue(*catalogue);
                remember();
            }
        });
}

void KioskRole::takeCatalogue(const Catalogue &catalogue)
{
    m_catalogue = catalogue;
    m_calendar = std::make_unique<WorkingCalendar>(m_catalogue.calendar);
    m_window.setCatalogue(m_catalogue);
    tick();
    if (m_settings.readsAloud && !m_announcer) {
        m_announcer = std::make_unique<Announcer>(voiceSettings(m_catalogue));
        connect(m_announcer.get(), &Announcer::outputChanged, &m_window, &KioskWindow::setHasAudio);
        m_window.setHasAudio(m_announcer->hasOutput());
        connect(&m_headphones, &Headphones::pluggedIn, &m_window, &KioskWindow::startReading);
        m_headphones.start();
    }
}

/// The branch could not be reached since the start.
void KioskRole::startAlone()
{
    if (!m_journal) {
        return;
    }
    if (!m_journal->memory()) {
        m_window.setOffline(true); // and says that there are no numbers
        return;
    }
    const KioskMemory &memory = *m_journal->memory();
    m_hall = memory.hall();
    if (memory.businessDate == wallClock().date) {
        m_bookings = memory.bookings;
    } else {
        m_hall.businessDate = {};
    }
    takeCatalogue(memory.catalogue);
    showHall();
}

void KioskRole::readBookings()
{
    if (!m_journal || m_hall.businessDate.isNull()) {
        return;
    }
    m_storage.run(
        this,
        [day = m_hall.businessDate, clock = m_settings.clock](Database &database) {
            return appointmentsOf(database, day, clock());
        },
        [this, day = m_hall.businessDate](const Result<std::vector<Appointment>> &read) {
            if (!read || day != m_hall.businessDate) {
                return; // with the next report
            }
            m_bookings.clear();
            for (const Appointment &one : *read) {
                if (!one.ticket) {
                    m_bookings.push_back(
                        {.code = one.code, .group = one.group, .procedure = one.procedure});
                }
            }
            remember();
        });
}

/// What the next start may need. Where nothing changed, nothing is written.
void KioskRole::remember()
{
    if (!m_journal || m_catalogueDay != m_hall.businessDate) {
        return;
    }
    m_disk.start([journal = m_journal, memory = KioskMemory{.businessDate = m_hall.businessDate,
                                                            .catalogue = m_catalogue,
                                                            .bookings = m_bookings}] {
        if (const auto kept = journal->remember(memory); !kept) {
            qCWarning(lcKiosk) << "not remembered for the next start:" << word(kept.error().code);
        }
    });
}

LocalTime KioskRole::wallClock() const
{
    const QTimeZone zone(m_hall.branch.settings.timeZone.toLatin1());
    const QDateTime now = m_settings.clock();
    const QDateTime local = zone.isValid() ? now.toTimeZone(zone) : now.toLocalTime();
    return {local.date(), local.time()};
}

void KioskRole::tick()
{
    const LocalTime now = wallClock();
    OpeningState opening;
    if (m_calendar && m_settings.keepsHours) {
        opening = openingAt(*m_calendar, now, m_catalogue.settings.lastTicketMinutes);
    }
    m_window.setNow(now, opening);
    if (m_shownOn.isValid() && now.date != m_shownOn) {
        showHall();
    }
    tellNext();
}

void KioskRole::setLinked(bool linked)
{
    m_window.setReachable(linked);
    if (std::exchange(m_linked, linked) != linked && m_shownOn.isValid()) {
        showHall();
    }
    tellNext();
}

/// The day of which the kiosk may give numbers of its own now: the one that the branch has opened.
QDate KioskRole::ownDay() const
{
    const bool isPast = m_settings.keepsHours && m_hall.businessDate != wallClock().date;
    return isPast || m_isOver ? QDate() : m_hall.businessDate;
}

/// Sees to it that at least half of the numbers the branch grants are there, line by line.
void KioskRole::holdMore()
{
    if (!m_journal || m_isHoldingMore || m_hall.businessDate.isNull()) {
        return;
    }
    const int size = m_hall.branch.settings.leasedNumbers;
    const auto scarce = std::ranges::find_if(m_hall.groups, [&](const GroupLoad &load) {
        const QString &letter = load.group.letter;
        return !m_scarce.contains(letter)
               && 2 * m_journal->left(letter, m_hall.businessDate) <= size;
    });
    if (size == 0 || scarce == m_hall.groups.end()) {
        return;
    }
    m_isHoldingMore = true;
    m_leaseId = m_leaseId.isNull() ? QUuid::createUuid() : m_leaseId;
    m_storage.run(
        this,
        [journal = m_journal, id = m_leaseId, kiosk = m_settings.number,
         group = scarce->group.letter,
         clock = m_settings.clock](Database &database) -> Result<NumberLease> {
            const auto lease = leaseNumbers(database, {id, clock()}, kiosk, group);
            const auto held = lease ? journal->hold(*lease) : Result<>();
            return held ? lease : std::unexpected(held.error());
        },
        [this, size, group = scarce->group.letter](const Result<NumberLease> &lease) {
            m_isHoldingMore = false;
            const bool isRefused = !lease && kindOf(lease.error().code) == ErrorKind::Refused;
            if (!lease && !isRefused) {
                qCWarning(lcKiosk) << "no numbers in advance:" << word(lease.error().code);
                return; // with the next state of the hall
            }
            m_leaseId = {};
            if (isRefused || lease->last + 1 - lease->first < size) {
                m_scarce.insert(group);
            }
            holdMore();
        });
}

/// Gives @p wish a number of those the kiosk holds.
void KioskRole::giveOwn(const KioskJournal::Wish &wish)
{
    m_disk.start([this, journal = m_journal, day = ownDay(),
                  now = m_settings.clock().toMSecsSinceEpoch(), wish] {
        const auto ticket = journal->give(wish, day, now);
        QMetaObject::invokeMethod(
            this,
            [this, ticket] {
                if (ticket) {
                    show(describe(*ticket));
                } else {
                    refuse(ticket.error());
                }
                showHall(); // it may have been the last one
            },
            Qt::QueuedConnection);
    });
}

/// Without what only the branch knows.
IssuedTicket KioskRole::describe(const OfflineTicket &ticket) const
{
    const QTimeZone zone(m_hall.branch.settings.timeZone.toLatin1());
    IssuedTicket issued{.ticket = ticket.number,
                        .group = ticket.group(),
                        .businessDate = ticket.date,
                        .ahead = UnknownAhead,
                        .id = {},
                        .issuedAt = isoTime(ticket.arrivedAt, zone),
                        .arrivedAt = ticket.arrivedAt,
                        .token = ticket.token,
                        .trackingCode = trackingCode(ticket.token),
                        .procedure = ticket.procedure,
                        .kiosk = ticket.kiosk};
    for (const GroupLoad &load : m_hall.groups) {
        if (load.group.letter == issued.group) {
            issued.counters = load.counters;
        }
    }
    return issued;
}

/// Tells the branch what was given without it: one after the other, each dropped once it is answered.
void KioskRole::tellNext()
{
    const auto ticket = m_journal && m_linked && !m_isTelling ? m_journal->next() : std::nullopt;
    if (!ticket) {
        return;
    }
    m_isTelling = true;
    m_storage.run(
        this,
        [journal = m_journal, ticket = *ticket,
         clock = m_settings.clock](Database &database) -> Result<ToldTicket> {
            const auto told = tellTicket(database, {ticket.id, clock()}, ticket);
            const auto dropped = told ? journal->drop(ticket.id) : Result<>();
            return dropped ? told : std::unexpected(dropped.error());
        },
        [this](const Result<ToldTicket> &told) {
            m_isTelling = false;
            if (!told) { // again with the next tick
                qCWarning(lcKiosk) << "not told yet:" << word(told.error().code);
                return;
            }
            if (!told->lapsed.isEmpty()) {
                qCWarning(lcKiosk) << told->ticket.toString() << "is not called:" << told->lapsed;
            }
            if (m_journal->next()) {
                tellNext();
            } else {
                report(); // what became of their papers
            }
        });
}

void KioskRole::issue(const KioskRequest &request)
{
    trace(u"kiosk tapped"_s);
    const KioskJournal::Wish wish{.id = request.id,
                                  .group = request.group,
                                  .procedure = request.procedure,
                                  .priority = request.priority};
    if (m_journal && !m_linked) {
        giveOwn(wish);
        return;
    }
    m_asked = request.id;
    if (m_journal && m_journal->left(request.group, ownDay()) > 0) {
        QTimer::singleShot(LongestAnswer, this, [this, wish] {
            if (m_asked == wish.id) {
                m_asked = {};
                giveOwn(wish);
            }
        });
    }
    m_storage.run(
        this,
        [request, kiosk = m_settings.number, clock = m_settings.clock](Database &database) {
            return issueTicket(database, {request.id, clock()},
                               {.group = request.group,
                                .procedure = request.procedure,
                                .priority = request.priority,
                                .kiosk = kiosk});
        },
        [this, wish](const Result<IssuedTicket> &ticket) {
            if (m_asked != wish.id) {
                return; // answered already, or too late
            }
            m_asked = {};
            if (ticket) {
                show(*ticket);
            } else if (m_journal && kindOf(ticket.error().code) != ErrorKind::Refused) {
                giveOwn(wish); // which also replaces what the branch may have given unheard
            } else {
                refuse(ticket.error());
            }
        });
}

/// The booking of today that @p key is the code of; null where only the branch can know it.
const KnownBooking *KioskRole::bookingOf(const QString &key) const
{
    const auto known = std::ranges::find(m_bookings, bookingCode(key), &KnownBooking::code);
    return m_journal && known != m_bookings.end() ? &*known : nullptr;
}

void KioskRole::checkInAlone(const QUuid &id, const KnownBooking *booking)
{
    if (!booking || ownDay().isNull()) {
        m_window.refuseAppointment(both(kiosktext::BookingNeedsServer));
        return;
    }
    const auto given = m_journal->givenTo(booking->code);
    if (given) {
        refuse({ErrorCode::AppointmentUsed, given->toString(), {}});
        return;
    }
    giveOwn({.id = id,
             .group = booking->group,
             .procedure = booking->procedure,
             .appointment = booking->code});
}

void KioskRole::checkInBy(const QUuid &id, const QString &key)
{
    const KnownBooking *known = bookingOf(key);
    if (m_journal && !m_linked) {
        checkInAlone(id, known);
        return;
    }
    const auto booking = known ? std::optional(*known) : std::nullopt;
    m_asked = id;
    if (booking && m_journal->left(booking->group, ownDay()) > 0) {
        QTimer::singleShot(LongestAnswer, this, [this, id, booking] {
            if (m_asked == id) {
                m_asked = {};
                checkInAlone(id, &*booking);
            }
        });
    }
    m_storage.run(
        this,
        [id, key = QString(key), kiosk = m_settings.number,
         clock = m_settings.clock](Database &database) mutable {
            auto answer = checkIn(database, {id, clock()}, key, kiosk);
            key.fill(u'\0'); // it may be the number of a card
            return answer;
        },
        [this, id, booking](const Result<IssuedTicket> &ticket) {
            if (m_asked != id) {
                return; // answered already, or too late
            }
            m_asked = {};
            if (ticket) {
                show(*ticket);
            } else if (m_journal && kindOf(ticket.error().code) != ErrorKind::Refused) {
                checkInAlone(id, booking ? &*booking : nullptr);
            } else {
                refuse(ticket.error());
            }
        });
}

void KioskRole::refuse(const Error &error)
{
    qCWarning(lcKiosk) << "no number:" << word(error.code) << error.detail;
    const auto because = [&](const char *source, const QString &what) {
        const Bilingual text = both(source);
        m_window.refuseAppointment({text.vi.arg(what), text.en.arg(what)});
    };
    switch (error.code) {
    case ErrorCode::UnknownAppointment:
        m_window.refuseAppointment(both(kiosktext::NoSuchAppointment));
        return;
    case ErrorCode::AppointmentUsed:
        because(kiosktext::AppointmentUsed, error.subject);
        return;
    case ErrorCode::AppointmentOtherDay:
        because(kiosktext::OtherDay,
                QDate::fromString(error.subject, Qt::ISODate).toString(u"dd/MM/yyyy"_s));
        return;
    default:
        break;
    }
    m_window.refuseTicket();
    readHallAgain(); // the reason may be one that the cards ought to show
}

Bilingual KioskRole::groupName(const QString &letter) const
{
    for (const GroupLoad &load : m_hall.groups) {
        if (load.group.letter == letter) {
            return load.group.name;
        }
    }
    return {letter, letter};
}

Bilingual KioskRole::procedureName(const QString &code) const
{
    for (const Procedure &procedure : m_catalogue.procedures) {
        if (!code.isEmpty() && procedure.code == code) {
            return procedure.name;
        }
    }
    return {};
}

KioskTicket KioskRole::shown(const IssuedTicket &ticket) const
{
    return {.number = ticket.ticket,
            .letter = ticket.group,
            .group = groupName(ticket.group),
            .procedure = procedureName(ticket.procedure),
            .ahead = aheadOf(ticket),
            .wait = ticket.wait,
            .callFrom = ticket.callFrom,
            .callTo = ticket.callTo,
            .counters = ticket.counters,
            .followUrl = m_settings.followUrl + ticket.token,
            .canFollow = !m_settings.followUrl.isEmpty(),
            .trackingCode = ticket.trackingCode};
}

void KioskRole::show(const IssuedTicket &ticket, bool reprint)
{
    const PaperTrouble now = m_desk->trouble();
    m_shownTicket = ticket.ticket.toString();
    m_window.showTicket(
        shown(ticket), now == PaperTrouble::None ? PaperState::Printing : PaperState::Trouble, now);
    traceWhenPainted(m_window, u"kiosk painted ticket %1"_s.arg(m_shownTicket));
    if (!m_desk->hasPrinter()) {
        m_desk->record(ticket.ticket, PrintState::Failed);
        return;
    }
    // Paper second: the number is painted before its picture for the printer is made. In trouble
    // too: the printer looks anew, and a CUPS queue shows only by a job that it is well again.
    QTimer::singleShot(0, this,
                       [this, ticket, reprint] { m_desk->print(paperOf(ticket, reprint)); });
}

TicketPaper KioskRole::paperOf(const IssuedTicket &ticket, bool reprint) const
{
    QStringList counters;
    for (const int counter : ticket.counters) {
        counters.append(QString::number(counter));
    }
    std::optional<TicketPaper::Wait> wait;
    if (ticket.wait) {
        wait = TicketPaper::Wait{.from = ticket.wait->fromMinutes,
                                 .to = ticket.wait->toMinutes,
                                 .calledFrom = ticket.callFrom,
                                 .calledTo = ticket.callTo};
    }
    const QDateTime issued = QDateTime::fromString(ticket.issuedAt, Qt::ISODate);
    return {.branch = m_hall.branch.number,
            .branchName = m_hall.branch.name.vi,
            .organisation = m_hall.branch.organisation.vi,
            .number = ticket.ticket,
            .group = groupName(ticket.group).vi,
            .procedure = procedureName(ticket.procedure).vi,
            .counters = counters.join(u", "_s),
            .ahead = aheadOf(ticket),
            .wait = wait,
            .followUrl = m_settings.followUrl + ticket.token,
            .canFollow = !m_settings.followUrl.isEmpty(),
            .code = ticket.trackingCode,
            .issued = issued.isValid() ? LocalTime{issued.date(), issued.time()} : wallClock(),
            .kiosk = m_settings.number,
            .reprint = reprint};
}

void KioskRole::followPrinter(PaperTrouble now)
{
    m_window.setPrinterTrouble(now);
    if (now != PaperTrouble::None && m_window.view().paper == PaperState::Trouble) {
        m_window.setPaper(PaperState::Trouble, now); // a silent printer may tell its reason later
    }
    report();
    switch (now) {
    case PaperTrouble::Out:
        callStaff(HelpReason::PaperOut);
        break;
    case PaperTrouble::CoverOpen:
        callStaff(HelpReason::CoverOpen);
        break;
    case PaperTrouble::Jam:
    case PaperTrouble::Silent:
        callStaff(HelpReason::PrinterSilent);
        break;
    case PaperTrouble::None:
    case PaperTrouble::NoPrinter:
        break;
    }
}

void KioskRole::report()
{
    m_desk->recordAgain();
    const Device device{
        .kind = DeviceKind::Kiosk, .number = m_settings.number, .state = m_desk->state()};
    m_storage.run(
        this,
        [device, clock = m_settings.clock](Database &database) {
            return reportDevice(database, device, clock());
        },
        [](const Result<> &) {}); // the next report comes in half a minute
}

void KioskRole::callStaff(HelpReason reason)
{
    m_storage.run(
        this,
        [kiosk = m_settings.number, reason, clock = m_settings.clock](Database &database) {
            return raiseHelp(database, kiosk, reason, clock());
        },
        [this, reason](const Result<qint64> &id) {
            if (id && reason == HelpReason::Citizen) {
                m_window.setHelpComing();
            } else if (!id) {
                m_window.setReachable(kindOf(id.error().code) == ErrorKind::Refused);
            }
        });
}

void KioskRole::findUnprinted()
{
    if (!m_desk->hasPrinter()) {
        return;
    }
    m_storage.run(
        this,
        [kiosk = m_settings.number, clock = m_settings.clock](Database &database) {
            return pendingPrints(database, kiosk, clock());
        },
        [this](const Result<std::vector<IssuedTicket>> &tickets) {
            if (!tickets) {
                m_askedUnprinted = false; // with the next state of the hall
                return;
            }
            std::ranges::copy_if(
                *tickets, std::back_inserter(m_unprinted), [this](const IssuedTicket &ticket) {
                    const bool isOnItsWay = ticket.ticket.toString() == m_shownTicket;
                    return !isOnItsWay;
                });
            if (!m_unprinted.empty()) {
                m_desk->expectStub();
                offerReprint();
            }
        });
}

void KioskRole::offerReprint()
{
    const bool isFree = m_window.place() == KioskWindow::Place::Home && !m_window.isAsking();
    if (!m_unprinted.empty() && isFree) {
        m_window.offerReprint(m_unprinted.front().ticket);
    }
}

void KioskRole::answerReprint(bool wanted)
{
    if (m_unprinted.empty()) {
        return;
    }
    const IssuedTicket ticket = m_unprinted.front();
    m_unprinted.pop_front();
    if (wanted) {
        show(ticket, true); // the next one is offered when this one is done with
        return;
    }
    // Nobody knows what became of it, and nobody is to be asked twice.
    m_desk->record(ticket.ticket, PrintState::Unknown);
    offerReprint();
}

void KioskRole::readCode(const QByteArray &payload)
{
    const QDate today = wallClock().date;
    auto card = parseIdCard(payload, today);
    if (!card) {
        // Not a card: perhaps the code of an appointment.
        constexpr qsizetype LongestCode = 40;
        const QString code = cleaned(QString::fromUtf8(payload));
        // A long run of digits is more likely a piece of a card, which is not to be shown.
        static const QRegularExpression longRun(u"[0-9]{9}"_s);
        const bool plausible = card.error().subject == u"not_a_card" && code.size() <= LongestCode
                               && !code.contains(u'|') && !longRun.match(code).hasMatch();
        if (plausible) {
            m_window.checkInCode(code);
        } else {
            m_window.setCardUnreadable();
        }
        return;
    }
    QString priority;
    int from = -1;
    if (card->birthDate) {
        int age = today.year() - card->birthDate->year();
        if (card->birthDate->addYears(age) > today) {
            --age;
        }
        for (const PriorityClass &one : m_catalogue.priorityClasses) {
            if (one.fromAge && age >= *one.fromAge && *one.fromAge > from) {
                from = *one.fromAge;
                priority = one.code;
            }
        }
    }
    m_window.setCard(priority);
    m_window.checkInCard(card->idNumber.isEmpty() ? card->oldId : card->idNumber);
    // Only what the card proves is kept, not the card.
    for (QString *text : {&card->idNumber, &card->oldId, &card->name, &card->address}) {
        text->fill(u'\0');
    }
}

void KioskRole::checkPin(const QString &pin)
{
    // A citizen who guesses must not lock anybody out of a counter, so the kiosk has its own brake.
    const auto wait = pinthrottle::waitAfter(m_wrongPins);
    constexpr int AfterLock = 3600;
    const qint64 seconds = wait ? wait->count() : AfterLock;
    const QDateTime now = m_settings.clock();
    const qint64 since = m_lastPin.isValid() ? m_lastPin.secsTo(now) : seconds;
    if (since < seconds) {
        m_window.refusePin(static_cast<int>(seconds - since));
        return;
    }
    ++m_wrongPins;
    m_lastPin = now;
    m_storage.run(
        this,
        [pin, own = m_settings.exitPin](Database &database) -> Result<bool> {
            return own.isEmpty() ? isStaffPin(database, pin) : isPinOf(own, pin);
        },
        [this](const Result<bool> &right) {
            if (right && *right) {
                m_wrongPins = 0;
                m_window.leave();
            } else {
                m_window.refusePin(0);
            }
        });
}

} // namespace motcua
