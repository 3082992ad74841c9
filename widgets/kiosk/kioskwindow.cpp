// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskwindow.h"

#include "core/telex.h"
#include "kiosk/accessibilitybar.h"
#include "kiosk/closedpage.h"
#include "kiosk/codepage.h"
#include "kiosk/homepage.h"
#include "kiosk/kioskbanner.h"
#include "kiosk/kioskheader.h"
#include "kiosk/kiosktexts.h"
#include "kiosk/pagefade.h"
#include "kiosk/prioritypage.h"
#include "kiosk/procedurepage.h"
#include "kiosk/question.h"
#include "kiosk/searchpage.h"
#include "kiosk/ticketpage.h"
#include "shared/focusring.h"
#include "shared/trace.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr double LeastScale = 0.6;
constexpr double LeastScaleOfWindow = 0.3; ///< several faces on one screen, to try them out
constexpr double LargestScale = 2;
constexpr double LargerText = 1.25;
constexpr qsizetype LongestTyped = 40;
constexpr qsizetype LongestPin = 12;

} // namespace

KioskWindow::KioskWindow(QWidget *parent)
    : QWidget(parent)
    , m_header(new KioskHeader(this))
    , m_banner(new KioskBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_bar(new AccessibilityBar(this))
    , m_fade(new PageFade(this))
    , m_question(new Question(this))
    , m_ring(new FocusRing(Look(), FocusRing::Face::Kiosk, this))
{
    setObjectName(u"kiosk"_s);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setWindowTitle(tr("Ticket kiosk"));
    m_header->setObjectName(u"header"_s);
    makePages();
    connect(m_bar, &AccessibilityBar::comfortChosen, this, &KioskWindow::setComfort);
    connect(m_bar, &AccessibilityBar::helpWanted, this, &KioskWindow::helpWanted);
    connect(m_header, &KioskHeader::staffWanted, this, [this] { askStaff(); });
    connect(m_question, &Question::accepted, this, [this] { answer(true); });
    connect(m_question, &Question::refused, this, [this] { answer(false); });
    connect(&m_wedge, &ScanWedge::scanned, this, &KioskWindow::scanned);
    connect(&m_wedge, &ScanWedge::typed, this, &KioskWindow::type);
    connect(&m_wedge, &ScanWedge::entered, this, [this] {
        if (m_place == Place::Appointment) {
            checkIn();
        }
    });
    connect(m_banner, &KioskBanner::passed, this, &KioskWindow::refresh);
    m_cardTime.setSingleShot(true);
    connect(&m_cardTime, &QTimer::timeout, this, [this] {
        showBanner(BannerKind::TakeCard, m_behaviour.cardReminder);
        Q_EMIT cardForgotten();
    });
    connect(&m_times, &SessionTimes::idled, this, &KioskWindow::askStillThere);
    connect(&m_times, &SessionTimes::ticked, this, &KioskWindow::refresh);
    connect(&m_times, &SessionTimes::expired, this, &KioskWindow::timeIsUp);
    connect(&m_input, &KioskInput::keyed, this, &KioskWindow::takeKey);
    connect(&m_input, &KioskInput::pressed, this, [this](const QObject *at) {
        if (m_asking == Asking::StillThere && !m_question->isRefusal(at)) {
            answer(true); // whoever touches is there
        } else {
            restartTimes();
        }
    });
}

KioskWindow::~KioskWindow()
{
    m_pin.fill(u'\0');
}

void KioskWindow::makePages()
{
    m_home = new HomePage(m_stack);
    m_procedures = new ProcedurePage(m_stack);
    m_search = new SearchPage(m_stack);
    m_priority = new PriorityPage(m_stack);
    m_appointment = new CodePage(CodePage::Kind::Appointment, m_stack);
    m_staff = new CodePage(CodePage::Kind::Pin, m_stack);
    m_ticket = new TicketPage(m_stack);
    m_closed = new ClosedPage(m_stack);
    for (KioskPage *each :
         std::initializer_list<KioskPage *>{m_home, m_procedures, m_search, m_priority,
                                            m_appointment, m_staff, m_ticket, m_closed}) {
        m_stack->addWidget(each);
        connect(each, &KioskPage::backWanted, this, &KioskWindow::goBack);
    }
    connect(m_home, &HomePage::groupChosen, this, &KioskWindow::chooseGroup);
    connect(m_home, &HomePage::appointmentWanted, this, [this] { go(Place::Appointment); });
    connect(m_home, &HomePage::cardsPageWanted, this, [this](int cards) {
        m_view.cardsPage = cards;
        refresh();
    });
    connect(m_procedures, &ProcedurePage::procedureChosen, this, &KioskWindow::chooseProcedure);
    connect(m_procedures, &ProcedurePage::notSure, this, [this] {
        m_view.procedure.clear();
        requestTicket(m_cardPriority);
    });
    connect(m_procedures, &ProcedurePage::findWanted, this, [this] { go(Place::Search); });
    connect(m_procedures, &ProcedurePage::rowsPageWanted, this, [this](int rows) {
        m_view.rowsPage = rows;
        refresh();
    });
    connect(m_search, &SearchPage::typed, this, &KioskWindow::type);
    connect(m_search, &SearchPage::erased, this, &KioskWindow::erase);
    connect(m_search, &SearchPage::cleared, this, &KioskWindow::clearTyped);
    connect(m_search, &SearchPage::procedureChosen, this, &KioskWindow::chooseProcedure);
    connect(m_priority, &PriorityPage::priorityChosen, this, &KioskWindow::requestTicket);
    for (CodePage *each : {m_appointment, m_staff}) {
        connect(each, &CodePage::typed, this, &KioskWindow::type);
        connect(each, &CodePage::erased, this, &KioskWindow::erase);
        connect(each, &CodePage::cleared, this, &KioskWindow::clearTyped);
    }
    connect(m_appointment, &CodePage::entered, this, &KioskWindow::checkIn);
    connect(m_appointment, &CodePage::regularWanted, this, [this] { go(Place::Home); });
    connect(m_staff, &CodePage::entered, this, [this] {
        if (!m_pin.isEmpty() && !m_view.busy) {
            m_view.busy = true;
            refresh();
            Q_EMIT pinEntered(m_pin);
        }
    });
    connect(m_ticket, &TicketPage::doneWanted, this, &KioskWindow::endSession);
}

void KioskWindow::setBehaviour(const KioskBehaviour &behaviour)
{
    m_behaviour = behaviour;
    m_view.portalUrl = behaviour.portalUrl;
    m_header->setHold(behaviour.staffHold);
    m_times.setBehaviour(behaviour);
    if (behaviour.fullScreen) {
        setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                       | Qt::NoDropShadowWindowHint);
        setCursor(Qt::BlankCursor);
    }
}

void KioskWindow::start()
{
    if (!m_behaviour.fullScreen) {
        show();
        return;
    }
    showFullScreen();
    m_input.hold();
}

void KioskWindow::leave()
{
    m_view.busy = false;
    go(Place::Home); // whoever opens it again finds the first screen, and no PIN
    m_mayClose = true;
    m_input.release();
    if (close()) {
        Q_EMIT left();
    }
}

void KioskWindow::setHall(const HallState &hall)
{
    m_view.hall = hall;
    m_view.hasHall = true;
    refresh();
}

void KioskWindow::setCatalogue(const Catalogue &catalogue)
{
    m_view.catalogue = catalogue;
    refresh();
}

void KioskWindow::setNow(const LocalTime &now, const OpeningState &opening)
{
    const bool sameMinute = now.date == m_view.now.date && now.time.hour() == m_view.now.time.hour()
                            && now.time.minute() == m_view.now.time.minute();
    const bool same = sameMinute && opening == m_view.opening;
    m_view.now = now;
    m_view.opening = opening;
    if (!same) {
        refresh();
    }
}

void KioskWindow::setReachable(bool reachable)
{
    if (m_reachable != reachable) {
        m_reachable = reachable;
        refresh();
    }
}

void KioskWindow::setOffline(bool offline)
{
    if (m_view.offline != offline) {
        m_view.offline = offline;
        refresh();
    }
}

void KioskWindow::setPrinterTrouble(PaperTrouble trouble)
{
    if (m_printer != trouble) {
        m_printer = trouble;
        refresh();
    }
}

void KioskWindow::setHasAudio(bool hasAudio)
{
    if (m_hasAudio != hasAudio) {
        m_hasAudio = hasAudio;
        m_view.comfort.readAloud = m_view.comfort.readAloud && hasAudio;
        refresh();
    }
}

void KioskWindow::startReading()
{
    KioskComfort comfort = m_view.comfort;
    comfort.readAloud = m_hasAudio;
    m_told.clear();
    setComfort(comfort);
}

void KioskWindow::showTicket(const KioskTicket &ticket, PaperState paper, PaperTrouble trouble)
{
    m_view.busy = false;
    m_view.ticket = ticket;
    m_view.paper = paper;
    m_view.trouble = trouble;
    m_request = {};
    m_checkIn = {};
    m_banner->forget();
    m_asking = Asking::Nothing; // the number is not to come and go behind a question
    go(Place::Ticket);
}

void KioskWindow::setPaper(PaperState paper, PaperTrouble trouble)
{
    if (m_place != Place::Ticket) {
        return;
    }
    const bool worse = paper == PaperState::Trouble && m_view.paper != PaperState::Trouble;
    m_view.paper = paper;
    m_view.trouble = trouble;
    if (worse) {
        restartTimes(); // there is more to do now than to take a paper
    }
    refresh();
}

void KioskWindow::refuseTicket()
{
    m_view.busy = false;
    showBanner(BannerKind::NoNumberYet, m_behaviour.idleWarning);
}

void KioskWindow::refuseAppointment(const Bilingual &why)
{
    m_view.busy = false;
    m_checkIn = {};
    m_view.refusal = why;
    refresh();
}

void KioskWindow::refusePin(int wait)
{
    m_view.busy = false;
    m_pin.fill(u'\0');
    m_pin.clear();
    m_view.digits = 0;
    const auto words = [&](Language language) {
        return wait > 0 ? kioskText(language, kiosktext::PinWait).arg(wait)
                        : kioskText(language, kiosktext::WrongPin);
    };
    m_view.refusal = {words(Language::Vietnamese), words(Language::English)};
    refresh();
}

void KioskWindow::setCard(const QString &priority)
{
    dropQuestion(); // whoever holds a card is there
    m_cardPriority = priority;
    m_cardTime.start(m_behaviour.cardReminder);
    showBanner(BannerKind::CardRead, m_behaviour.idleWarning);
    restartTimes();
    if (m_place == Place::Priority && !priority.isEmpty()) {
        requestTicket(priority);
    }
}

void KioskWindow::setCardUnreadable()
{
    dropQuestion();
    restartTimes();
    showBanner(BannerKind::CardUnreadable, m_behaviour.idleWarning);
}

void KioskWindow::checkInCode(const QString &code)
{
    if (m_view.busy || m_place == Place::Ticket || m_place == Place::Staff) {
        return;
    }
    if (m_view.closed != ClosedReason::None) {
        showBanner(BannerKind::NotTaking, m_behaviour.idleWarning);
        return;
    }
    m_asking = Asking::Nothing;
    go(Place::Appointment);
    m_view.typed = code.left(LongestTyped).toUpper();
    checkIn();
}

void KioskWindow::checkInCard(const QString &number)
{
    if (m_view.busy || m_place != Place::Appointment) {
        return;
    }
    m_checkIn = {.id = QUuid::createUuid()}; // the number is not kept, not even to ask again
    sendCheckIn(number);
}

void KioskWindow::offerReprint(const TicketNumber &number)
{
    m_reprint = number;
    ask(Asking::Reprint);
}

void KioskWindow::setHelpComing()
{
    m_times.waitForStaff();
    if (m_asking == Asking::StillThere) {
        dropQuestion();
    }
    restartTimes();
    showBanner(BannerKind::HelpComes, m_behaviour.helpPause);
}

void KioskWindow::setComfort(const KioskComfort &comfort)
{
    m_view.comfort = comfort;
    if (!comfort.readAloud) {
        m_told.clear();
        m_toldBanner.clear();
        Q_EMIT speechUnwanted();
    }
    restartTimes();
    refresh();
}

bool KioskWindow::isAsking() const
{
    return m_asking != Asking::Nothing;
}

void KioskWindow::showBanner(BannerKind banner, std::chrono::milliseconds time)
{
    m_banner->tell(banner, time);
    refresh();
}

KioskPage *KioskWindow::page() const
{
    switch (m_place) {
    case Place::Home:
        break;
    case Place::Procedures:
        return m_procedures;
    case Place::Search:
        return m_search;
    case Place::Priority:
        return m_priority;
    case Place::Appointment:
        return m_appointment;
    case Place::Ticket:
        return m_ticket;
    case Place::Staff:
        return m_staff;
    }
    if (m_view.closed != ClosedReason::None) {
        return m_closed;
    }
    return m_home;
}

void KioskWindow::refresh()
{
    m_view.closed = closedReason(m_view);
    m_view.closesIn = m_times.seconds();
    layOut();
    KioskPage *shown = page();
    const bool onBrand = shown == m_ticket;
    m_header->present(m_view, onBrand);
    m_bar->present(m_view, onBrand, m_hasAudio);
    shown->present(m_view);
    shown->setAccessibleName(shown->summary());
    if (m_stack->currentWidget() != shown) {
        using namespace std::chrono_literals;
        // A number is there at once.
        m_fade->begin(*m_stack, onBrand ? 0ms : m_behaviour.pageFade);
        m_stack->setCurrentWidget(shown);
        trace(u"kiosk page"_s);
    }
    m_ring->setLook(m_view.look);
    fillQuestion();
    tell();
}

/// Reads aloud what is new: the banner, and the page or the question.
void KioskWindow::tell()
{
    if (!m_view.comfort.readAloud) {
        return;
    }
    QStringList words;
    if (m_banner->words() != m_toldBanner) {
        m_toldBanner = m_banner->words();
        words.append(m_toldBanner);
    }
    // Not the seconds, or the sentence would begin again with each change in the hall.
    const QString told = isAsking() ? m_question->title() : page()->summary();
    if (told != m_told) {
        m_told = told;
        words.append(isAsking() ? m_question->summary() : told);
        if (!isAsking() && m_place == Place::Ticket) {
            words.append(told);
        }
    }
    words.removeAll(QString());
    if (!words.isEmpty()) {
        say(words.join(u' '));
    }
}

void KioskWindow::layOut()
{
    KioskView &view = m_view;
    const QSize size = this->size();
    view.landscape = size.width() > size.height();
    view.typing =
        m_place == Place::Search || m_place == Place::Appointment || m_place == Place::Staff;
    const QLatin1StringView reference =
        view.landscape ? "layout.kioskLandscape"_L1 : "layout.kioskPortrait"_L1;
    const auto length = [&](const char *which) {
        return designNumber(
            QLatin1StringView(QString(reference + QLatin1StringView(which)).toLatin1()));
    };
    const double fits = std::min(size.width() / length(".w"), size.height() / length(".h"));
    view.look.scale =
        std::clamp(fits, m_behaviour.fullScreen ? LeastScale : LeastScaleOfWindow, LargestScale);
    view.look.palette = view.comfort.highContrast ? Palette::HighContrast : Palette::Light;
    view.look.textScale = view.comfort.largerText ? LargerText : 1;
    view.look.language = view.comfort.language;

    const Look &look = view.look;
    const int bar = AccessibilityBar::heightOf(look, view.landscape);
    m_bar->setGeometry(0, size.height() - bar, size.width(), bar);
    const bool rail = view.hasRail() && page() != m_ticket;
    int top = 0;
    if (rail) {
        constexpr int RailHeader = 262;
        m_header->setGeometry(0, 0, look.px(length(".rail")), look.px(RailHeader));
    } else {
        top = KioskHeader::heightOf(look);
        m_header->setGeometry(0, 0, size.width(), top);
    }
    m_banner->present(view, standingBanner());
    int bannerRoom = 0;
    if (!m_banner->isHidden()) {
        const int margin = look.px(designNumber("space.kioskMargin"_L1));
        const int gap = look.px(16);
        const int left = rail ? look.px(length(".rail")) + margin : margin;
        const int wide = size.width() - left - margin;
        const int tall = m_banner->heightForWidth(wide);
        m_banner->setGeometry(left, top + gap, wide, tall);
        bannerRoom = gap + tall;
        top += bannerRoom;
    }
    view.page = {size.width(), size.height() - bar - top};
    view.pageTop = top;
    if (std::exchange(m_bannerRoom, bannerRoom) != bannerRoom
        && m_stack->currentWidget() == page()) {
        m_input.ignoreTouches(m_behaviour.touchPause);
    }
    m_stack->setGeometry(0, top, view.page.width(), view.page.height());
    m_question->setGeometry(m_stack->geometry());
    m_question->raise();
    m_header->raise();
}

BannerKind KioskWindow::standingBanner() const
{
    if (m_view.offline) { // a closed screen says why; who has his number needs the room for it
        const bool isTold = m_view.closed != ClosedReason::None || m_place == Place::Ticket;
        return isTold ? BannerKind::None : BannerKind::Offline;
    }
    if (!m_reachable) {
        return BannerKind::NoServer;
    }
    const bool prints = m_printer == PaperTrouble::None || m_printer == PaperTrouble::NoPrinter;
    const bool isHome = m_place == Place::Home && m_view.closed == ClosedReason::None;
    return !prints && isHome ? BannerKind::CannotPrint : BannerKind::None;
}

void KioskWindow::go(Place place)
{
    if (place != m_place) {
        m_banner->forget(BannerKind::NoNumberYet);
    }
    m_place = place;
    m_view.rowsPage = 0;
    clearTyped();
    m_input.dropFocus();
    restartTimes();
    refresh();
}

void KioskWindow::goBack()
{
    switch (m_place) {
    case Place::Priority:
        m_view.procedure.clear();
        go(m_view.proceduresOf(m_view.group).size() > 1 ? Place::Procedures : Place::Home);
        break;
    case Place::Search:
        go(m_view.group.isEmpty() ? Place::Home : Place::Procedures);
        break;
    case Place::Ticket:
        break; // a number is not given back by a key
    case Place::Home:
    case Place::Procedures:
    case Place::Appointment:
    case Place::Staff:
        m_view.group.clear();
        m_checkIn = {}; // what was typed may be somebody's number
        go(Place::Home);
        break;
    }
}

void KioskWindow::endSession()
{
    m_asking = Asking::Nothing;
    m_times.stop();
    m_cardTime.stop();
    m_view.comfort = KioskComfort();
    m_view.group.clear();
    m_view.procedure.clear();
    m_view.ticket.reset();
    m_view.cardsPage = 0;
    m_view.busy = false;
    m_request = {};
    m_checkIn = {};
    m_cardPriority.clear();
    m_banner->forget();
    m_told.clear();
    m_toldBanner.clear();
    Q_EMIT speechUnwanted();
    go(Place::Home);
    // Pages that are not shown still hold what was typed.
    m_search->present(m_view);
    m_appointment->present(m_view);
    Q_EMIT sessionEnded();
}

void KioskWindow::chooseGroup(const QString &letter)
{
    m_view.group = letter;
    m_view.procedure.clear();
    const auto procedures = m_view.proceduresOf(letter);
    if (procedures.size() == 1) {
        chooseProcedure(procedures.front()->code);
    } else if (procedures.empty() && letter != u"A") {
        askPriority();
    } else {
        // The help desk's line has no procedures; there one is found by its words.
        go(Place::Procedures);
    }
}

void KioskWindow::chooseProcedure(const QString &code)
{
    const Procedure *procedure = m_view.procedureOf(code);
    if (!procedure || procedure->group.isEmpty()) {
        return;
    }
    m_view.group = procedure->group;
    m_view.procedure = code;
    askPriority();
}

void KioskWindow::askPriority()
{
    if (!m_cardPriority.isEmpty() || m_view.catalogue.priorityClasses.empty()) {
        requestTicket(m_cardPriority);
        return;
    }
    go(Place::Priority);
}

void KioskWindow::requestTicket(const QString &priority)
{
    if (m_view.busy || m_place == Place::Ticket) {
        return;
    }
    const bool sameWish = m_request.group == m_view.group && m_request.procedure == m_view.procedure
                          && m_request.priority == priority;
    if (m_request.id.isNull() || !sameWish) {
        m_request = {.id = QUuid::createUuid(),
                     .group = m_view.group,
                     .procedure = m_view.procedure,
                     .priority = priority};
    }
    m_view.busy = true;
    m_banner->forget();
    refresh();
    Q_EMIT ticketWanted(m_request);
}

void KioskWindow::checkIn()
{
    const QString code = m_view.typed.trimmed();
    if (m_view.busy || code.isEmpty()) {
        return;
    }
    // The same code again may be one whose answer was lost.
    if (m_checkIn.code != code) {
        m_checkIn = {.id = QUuid::createUuid(), .code = code};
    }
    sendCheckIn(code);
}

void KioskWindow::sendCheckIn(const QString &key)
{
    m_view.busy = true;
    m_view.refusal = {};
    refresh();
    Q_EMIT checkInWanted(m_checkIn.id, key);
}

void KioskWindow::type(QChar key)
{
    if (m_view.busy) {
        return;
    }
    switch (m_place) {
    case Place::Search:
        if (m_view.typed.size() < LongestTyped) {
            m_view.typed = m_view.comfort.language == Language::Vietnamese
                               ? telexTyped(m_view.typed, key)
                               : m_view.typed + key;
        }
        break;
    case Place::Appointment:
        if (m_view.typed.size() < LongestTyped) {
            m_view.typed += key.toUpper();
        }
        m_view.refusal = {};
        break;
    case Place::Staff:
        if (key.isDigit() && m_pin.size() < LongestPin) {
            m_pin += key;
        }
        m_view.digits = m_pin.size();
        m_view.refusal = {};
        break;
    case Place::Home:
    case Place::Procedures:
    case Place::Priority:
    case Place::Ticket:
        return;
    }
    refresh();
}

void KioskWindow::erase()
{
    if (m_place == Place::Staff) {
        m_pin.chop(1);
        m_view.digits = m_pin.size();
    } else {
        m_view.typed.chop(1);
    }
    refresh();
}

void KioskWindow::clearTyped()
{
    m_view.typed.fill(u'\0');
    m_view.typed.clear();
    m_view.refusal = {};
    m_pin.fill(u'\0');
    m_pin.clear();
    m_view.digits = 0;
    refresh();
}

SessionPhase KioskWindow::phase() const
{
    if (m_asking != Asking::Nothing) {
        return m_asking == Asking::Reprint ? SessionPhase::Reprint : SessionPhase::StillThere;
    }
    if (m_place == Place::Ticket) {
        return m_view.paper == PaperState::Trouble ? SessionPhase::NoPaper : SessionPhase::Ticket;
    }
    // Also on the first screen, when somebody has changed what the next one must not find.
    const bool isFresh = m_place == Place::Home && m_view.comfort == KioskComfort()
                         && m_cardPriority.isEmpty() && m_view.cardsPage == 0;
    return isFresh ? SessionPhase::Untouched : SessionPhase::Choosing;
}

void KioskWindow::restartTimes()
{
    const KioskComfort &comfort = m_view.comfort;
    m_times.restart(phase(), comfort.readAloud || comfort.lowerButtons || comfort.largerText);
}

void KioskWindow::timeIsUp()
{
    if (m_asking == Asking::Reprint) {
        answer(false);
        return;
    }
    const bool isPrinting = m_view.ticket && m_view.paper == PaperState::Printing;
    if (m_asking == Asking::Nothing && isPrinting) {
        restartTimes(); // what becomes of the paper is known within seconds, and is to be seen
        return;
    }
    endSession();
}

void KioskWindow::ask(Asking what)
{
    if (m_view.busy && what == Asking::StillThere) {
        restartTimes();
        return;
    }
    m_asking = what;
    restartTimes();
    m_focusBefore = m_input.hasFocus() ? focusWidget() : nullptr;
    m_input.dropFocus();
    refresh();
    if (m_focusBefore) {
        m_question->focusYes();
    }
}

void KioskWindow::dropQuestion()
{
    if (m_asking == Asking::Nothing) {
        return;
    }
    m_asking = Asking::Nothing;
    const bool usesKeys = m_input.hasFocus();
    m_input.dropFocus();
    restartTimes();
    refresh();
    if (usesKeys && m_focusBefore && m_focusBefore->isVisibleTo(this)) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
}

void KioskWindow::fillQuestion()
{
    m_question->setVisible(isAsking());
    m_stack->setVisible(!isAsking()); // what somebody has chosen is not for the next one
    if (!isAsking()) {
        return;
    }
    if (m_asking == Asking::StillThere) {
        m_question->askStillThere(m_view, m_times.seconds());
    } else {
        m_question->askReprint(m_view, m_reprint);
    }
}

void KioskWindow::answer(bool yes)
{
    if (m_asking == Asking::StillThere && !yes) {
        endSession();
        return;
    }
    const Asking asked = m_asking;
    dropQuestion();
    if (asked == Asking::Reprint) {
        Q_EMIT reprintAnswered(yes);
    }
}

void KioskWindow::say(const QString &text)
{
    if (m_view.comfort.readAloud && m_hasAudio) {
        Q_EMIT speechWanted(text, m_view.comfort.language);
    }
}

void KioskWindow::moveFocus(int step)
{
    const std::vector<QWidget *> parts =
        isAsking() ? std::vector<QWidget *>{m_question} : std::vector<QWidget *>{page(), m_bar};
    const int rail = m_view.hasRail() ? m_header->width() : 0;
    constexpr int LineHeight = 40;
    if (const QWidget *next = m_input.moveFocus(step, parts, rail, m_view.look.px(LineHeight))) {
        say(next->accessibleName());
    }
}

void KioskWindow::takeKey(const QKeyEvent *event)
{
    restartTimes();
    if (!isAsking() && m_wedge.take(*event)) {
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Tab:
    case Qt::Key_Down:
    case Qt::Key_Right:
        moveFocus(1);
        break;
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Left:
        moveFocus(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *tile = qobject_cast<Tile *>(focusWidget());
            tile && !tile->isPanel() && !event->isAutoRepeat()) {
            tile->click();
        } else if (m_place == Place::Appointment) {
            checkIn();
        }
        break;
    case Qt::Key_Backspace:
        if (m_place == Place::Search || m_place == Place::Appointment || m_place == Place::Staff) {
            erase();
        }
        break;
    case Qt::Key_Escape:
        if (isAsking()) {
            answer(m_asking == Asking::StillThere);
        } else if (m_place != Place::Home) {
            goBack();
        }
        break;
    case Qt::Key_F8:
        if (m_hasAudio) {
            KioskComfort comfort = m_view.comfort;
            comfort.readAloud = !comfort.readAloud;
            setComfort(comfort);
        }
        break;
    default:
        break;
    }
}

void KioskWindow::resizeEvent(QResizeEvent *)
{
    refresh();
}

void KioskWindow::showEvent(QShowEvent *)
{
    // Otherwise the first control would have the focus before anybody has touched a key.
    setFocus(Qt::OtherFocusReason);
}

void KioskWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !m_behaviour.fullScreen) {
        event->accept();
    } else {
        event->ignore();
    }
}

void KioskWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const KioskColors colors(m_view.look);
    painter.fillRect(rect(), page() == m_ticket ? colors.brand : colors.page);
}

} // namespace motcua
