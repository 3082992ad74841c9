// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/device.h"
#include "kiosk/kioskwindow.h"
#include "operations/issueticket.h"
#include "operations/kioskjournal.h"
#include "printing/ticketprinter.h"
#include "roles/headphones.h"
#include "roles/ping.h"
#include "roles/scannerdevice.h"
#include "roles/storagethread.h"
#include "roles/ticketdesk.h"
#include "voice/announcer.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>

namespace motcua {

/// What is different from kiosk to kiosk.
struct KioskSettings
{
    int number = 1;                           ///< in the branch, on the paper
    QString printer = QStringLiteral("none"); ///< see makePrinter()
    PrinterTiming printerTiming = {};
    QString scanner = {};   ///< see ScannerDevice::open(); empty: one that acts as a keyboard
    QString followUrl = {}; ///< address that a ticket's token is put behind; empty: the token alone
    QString exitPin = {};   ///< hash of the PIN staff leave with; empty: any PIN of the staff
    /// Folder of the numbers and tickets it holds itself (see KioskJournal); empty: it gives none
    /// without the branch.
    QString journal = {};
    QString branch = {};    ///< code of the one it belongs to; empty for any
    bool keepsHours = true; ///< false: numbers whenever a day is open, to try it out
    bool readsAloud = true; ///< where there is something to hear it with
    KioskBehaviour behaviour = {};
    /// The PC's clock.
    std::function<QDateTime()> clock = [] { return QDateTime::currentDateTimeUtc(); };
};

/// Joins the kiosk's window to the branch, the printer, the reader and the voice. A number is
/// committed, then shown, then printed; whatever fails after the first step, the citizen has it.
///
/// A kiosk of a branch on a server holds some numbers of each line in advance. When the branch does not
/// answer it gives those: kept on its own disk, then shown, then printed, and told one by one in the
/// order of giving once there is an answer again. One that starts meanwhile goes on by what it
/// remembers, if that is of today.
class KioskRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role. A printer or reader whose address is wrong is reported as
    /// missing: the kiosk goes on without it.
    explicit KioskRole(StorageThread &storage, KioskSettings settings = {},
                       QObject *parent = nullptr)
        : KioskRole(storage, std::move(settings), nullptr, parent)
    {
    }
    /// The same with @p printer instead of the one the settings name.
    KioskRole(StorageThread &storage, KioskSettings settings,
              std::unique_ptr<TicketPrinter> printer, QObject *parent = nullptr);
    ~KioskRole() override;

    [[nodiscard]] KioskWindow &window() { return m_window; }

Q_SIGNALS:
    /// A member of staff has left the kiosk with a PIN.
    void left();

private:
    void connectWindow();
    void startPrinter(std::unique_ptr<TicketPrinter> printer);
    void readHallAgain();
    void listenToCalls();
    void readOn();
    void takeHall(const HallState &hall);
    void showHall();
    void readCatalogue();
    void takeCatalogue(const Catalogue &catalogue);
    void startAlone();
    void readBookings();
    void remember();
    void tick();
    void issue(const KioskRequest &request);
    void setLinked(bool linked);
    void holdMore();
    void giveOwn(const KioskJournal::Wish &wish);
    void tellNext();
    [[nodiscard]] IssuedTicket describe(const OfflineTicket &ticket) const;
    [[nodiscard]] QDate ownDay() const;
    void checkInBy(const QUuid &id, const QString &key);
    [[nodiscard]] const KnownBooking *bookingOf(const QString &key) const;
    void checkInAlone(const QUuid &id, const KnownBooking *booking);
    void show(const IssuedTicket &ticket, bool reprint = false);
    void refuse(const Error &error);
    [[nodiscard]] TicketPaper paperOf(const IssuedTicket &ticket, bool reprint) const;
    void followPrinter(PaperTrouble now);
    void report();
    void callStaff(HelpReason reason);
    void findUnprinted();
    void offerReprint();
    void answerReprint(bool wanted);
    void readCode(const QByteArray &payload);
    void checkPin(const QString &pin);
    [[nodiscard]] LocalTime wallClock() const;
    [[nodiscard]] KioskTicket shown(const IssuedTicket &ticket) const;
    [[nodiscard]] Bilingual groupName(const QString &letter) const;
    [[nodiscard]] Bilingual procedureName(const QString &code) const;

    StorageThread &m_storage;
    KioskSettings m_settings;
    /// None: no numbers without the branch. Work in other threads holds it too.
    std::shared_ptr<KioskJournal> m_journal;
    QThreadPool m_disk; ///< one thread that may wait for the journal's disk
    KioskWindow m_window;
    std::unique_ptr<TicketDesk> m_desk;
    std::unique_ptr<Announcer> m_announcer;
    ScannerDevice m_scanner;
    std::unique_ptr<WorkingCalendar> m_calendar;
    Ping m_ping;
    Headphones m_headphones;
    HallState m_hall;
    QDate m_shownOn; ///< the day on which the window got the hall; null before
    Catalogue m_catalogue;
    std::optional<QDate> m_catalogueDay;  ///< the branch's day when it was read
    std::vector<KnownBooking> m_bookings; ///< of that day, unused when last read
    bool m_hasHall = false;               ///< of the branch, not remembered
    bool m_reading = false;               ///< the hall is being read
    bool m_again = false;                 ///< it changed meanwhile
    bool m_linked = true;                 ///< the branch can be asked
    bool m_isOver = false;                ///< nor will it be: see isFinal()
    bool m_isHoldingMore = false;         ///< numbers are being leased
    bool m_isTelling = false;
    QUuid m_asked;          ///< wish that the branch has not answered yet
    QUuid m_leaseId;        ///< of the command under way: the same when it is sent again
    QSet<QString> m_scarce; ///< lines whose numbers do not allow for a full lease today
    bool m_askedUnprinted = false;
    std::deque<IssuedTicket> m_unprinted;                 ///< the first is offered
    std::optional<std::pair<QString, Language>> m_unread; ///< to be read once no call is spoken
    qint64 m_spoken = 0; ///< the call that the hall hears, 0 for none
    QElapsedTimer m_spokenSince;
    QString m_shownTicket;
    int m_wrongPins = 0;
    QDateTime m_lastPin;
    QTimer m_tick;
    QTimer m_report;
};

} // namespace motcua
