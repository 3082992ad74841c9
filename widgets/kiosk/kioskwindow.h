// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskinput.h"
#include "kiosk/kioskview.h"
#include "kiosk/scanwedge.h"
#include "kiosk/sessiontimes.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace motcua {

class AccessibilityBar;
class ClosedPage;
class CodePage;
class FocusRing;
class HomePage;
class KioskBanner;
class KioskHeader;
class KioskPage;
class PriorityPage;
class ProcedurePage;
class PageFade;
class Question;
class SearchPage;
class TicketPage;
class Tile;

/// The kiosk's window: shows values, tells what was asked for. It leads one citizen after the other
/// from "What do you need today?" to a number, and forgets each.
///
/// There is no way out of it but leave(): no menu, dialog, link, shortcut or window button.
class KioskWindow : public QWidget
{
    Q_OBJECT

public:
    /// Where the citizen is.
    enum class Place {
        Home, ///< or the closed screen
        Procedures,
        Search,
        Priority,
        Appointment,
        Ticket,
        Staff,
    };

    explicit KioskWindow(QWidget *parent = nullptr);
    ~KioskWindow() override;

    /// Before the window is shown.
    void setBehaviour(const KioskBehaviour &behaviour);
    /// Shows the window as its behaviour says.
    void start();
    /// The only way out.
    void leave();

    void setHall(const HallState &hall);
    void setCatalogue(const Catalogue &catalogue);
    /// The wall clock of the branch, and whether numbers are given.
    void setNow(const LocalTime &now, const OpeningState &opening);
    /// What a citizen chose in the bar at the foot of the screen.
    void setComfort(const KioskComfort &comfort);
    /// False: nothing can be asked of the branch.
    void setReachable(bool reachable);
    /// The branch cannot be reached and the kiosk gives numbers of its own: in the hall that is set
    /// the groups take numbers that have some left. What waits there is not shown, it is old.
    void setOffline(bool offline);
    void setPrinterTrouble(PaperTrouble trouble);
    void setHasAudio(bool hasAudio);
    /// Headphones were plugged in: reads aloud from now on, first the screen that is shown.
    void startReading();

    /// The answer to ticketWanted() or checkInWanted(): before anything is printed.
    void showTicket(const KioskTicket &ticket, PaperState paper, PaperTrouble trouble);
    /// What became of the paper of the ticket that is shown.
    void setPaper(PaperState paper, PaperTrouble trouble);
    /// No number came; the citizen may touch again.
    void refuseTicket();
    /// Why there is no number for that appointment, in both languages.
    void refuseAppointment(const Bilingual &why);
    /// The PIN was wrong; @p wait seconds must pass before the next try, 0 for none.
    void refusePin(int wait);
    /// A card was read: its @p priority class (empty: none) is used until the citizen is done.
    void setCard(const QString &priority);
    void setCardUnreadable();
    /// Checks in by an appointment's code that was scanned.
    void checkInCode(const QString &code);
    /// Checks in by the number of a card, on the page for it.
    void checkInCard(const QString &number);
    /// Asks whether the ticket @p number is to be printed again.
    void offerReprint(const TicketNumber &number);
    void setHelpComing();
    /// What the idle time and the held logo lead to.
    void askStillThere() { ask(Asking::StillThere); }
    void askStaff() { go(Place::Staff); }

    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] const KioskView &view() const { return m_view; }
    [[nodiscard]] bool isAsking() const;

Q_SIGNALS:
    void ticketWanted(const motcua::KioskRequest &request);
    void checkInWanted(const QUuid &id, const QString &key);
    void helpWanted();
    void pinEntered(const QString &pin);
    /// What a scanner that acts as a keyboard has sent; overwritten right after.
    void scanned(const QByteArray &payload);
    void speechWanted(const QString &text, motcua::Language language);
    void speechUnwanted();
    /// A card was read a while ago, and may still lie there.
    void cardForgotten();
    void reprintAnswered(bool wanted);
    /// The citizen is gone: whatever is known of him is to be forgotten.
    void sessionEnded();
    /// leave() has closed the window.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Asking {
        Nothing,
        StillThere,
        Reprint,
    };
    struct CheckIn
    {
        QUuid id;          ///< of the command; the same when the same code is sent again
        QString code = {}; ///< empty: a card
    };

    void makePages();
    void refresh();
    void layOut();
    [[nodiscard]] BannerKind standingBanner() const;
    void go(Place place);
    void goBack();
    void endSession();
    void chooseGroup(const QString &letter);
    void chooseProcedure(const QString &code);
    void askPriority();
    void requestTicket(const QString &priority);
    void checkIn();
    void sendCheckIn(const QString &key);
    void type(QChar key);
    void erase();
    void clearTyped();
    void showBanner(BannerKind banner, std::chrono::milliseconds time);
    void ask(Asking what);
    /// Without an answer.
    void dropQuestion();
    void fillQuestion();
    void answer(bool yes);
    [[nodiscard]] SessionPhase phase() const;
    void restartTimes();
    void timeIsUp();
    void tell();
    void say(const QString &text);
    void takeKey(const QKeyEvent *event);
    [[nodiscard]] KioskPage *page() const;
    void moveFocus(int step);

    KioskBehaviour m_behaviour;
    KioskView m_view;
    Place m_place = Place::Home;
    Asking m_asking = Asking::Nothing;
    KioskRequest m_request;
    CheckIn m_checkIn;
    QString m_cardPriority;
    QString m_pin;
    TicketNumber m_reprint;
    PaperTrouble m_printer = PaperTrouble::None;
    bool m_reachable = true;
    bool m_hasAudio = false;
    bool m_mayClose = false;
    QString m_told; ///< summary that was read aloud last
    QString m_toldBanner;
    QPointer<QWidget> m_focusBefore; ///< a question was asked

    ScanWedge m_wedge;
    KioskInput m_input{this};
    SessionTimes m_times;
    QTimer m_cardTime; ///< until a card that was read may have been forgotten

    KioskHeader *m_header;
    KioskBanner *m_banner;
    int m_bannerRoom = 0; ///< px that it takes from the page
    QStackedWidget *m_stack;
    AccessibilityBar *m_bar;
    PageFade *m_fade; ///< over the pages, under the question
    Question *m_question;
    FocusRing *m_ring;
    HomePage *m_home;
    ProcedurePage *m_procedures;
    SearchPage *m_search;
    PriorityPage *m_priority;
    CodePage *m_appointment;
    CodePage *m_staff;
    TicketPage *m_ticket;
    ClosedPage *m_closed;
};

} // namespace motcua
