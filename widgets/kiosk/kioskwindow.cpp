// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskwindow.h"

#include "core/telex.h"
#include "kiosk/accessibilitybar.h"
#include "kiosk/closedpage.h"
#include "kiosk/codepage.h"
#include "kiosk/homepage.h"
#include "kiosk/kioskheader.h"
#include "kiosk/kiosktexts.h"
#include "kiosk/pagefade.h"
#include "kiosk/prioritypage.h"
#include "kiosk/procedurepage.h"
#include "kiosk/question.h"
#include "kiosk/searchpage.h"
#include "kiosk/ticketpage.h"
#include "shared/banner.h"
#include "shared/focusring.h"
#include "shared/trace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMouseEvent>
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

QString textOf(BannerKind banner, Language language)
{
    switch (banner) {
    case BannerKind::CardRead:
        return kioskText(language, kiosktext::CardRead);
    case BannerKind::CardUnreadable:
        return kioskText(language, kiosktext::CardUnreadable);
    case BannerKind::NoNumberYet:
        return kioskText(language, kiosktext::NoNumberYet);
    case BannerKind::NoServer:
        return kioskText(language, kiosktext::NoServer);
    case BannerKind::CannotPrint:
        return kioskText(language, kiosktext::CannotPrint);
    case BannerKind::HelpComes:
        return kioskText(language, kiosktext::HelpComes);
    case BannerKind::None:
        break;
    }
    return {};
}

std::pair<Tone, QLatin1StringView> looksOf(BannerKind banner)
{
    switch (banner) {
    case BannerKind::CardRead:
        return {Tone::Ok, "idcard"_L1};
    case BannerKind::HelpComes:
        return {Tone::Ok, "bell"_L1};
    case BannerKind::NoNumberYet:
    case BannerKind::NoServer:
        return {Tone::Error, "alert"_L1};
    case BannerKind::CannotPrint:
        return {Tone::Warn, "printer"_L1};
    case BannerKind::CardUnreadable:
    case BannerKind::None:
        break;
    }
    return {Tone::Warn, "idcard"_L1};
}

} // namespace

KioskWindow::KioskWindow(QWidget *parent)
    : QWidget(parent)
    , m_header(new KioskHeader(this))
    , m_bannerBox(new Banner(Look(), this))
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
    m_header->setObjectName(u"header"_s);
    m_bannerBox->hide();
    makePages();
    connect(m_bar, &AccessibilityBar::comfortChosen, this, &KioskWindow::setComfort);
    connect(m_bar, &AccessibilityBar::helpWanted, this, &KioskWindow::helpWanted);
    connect(m_header, &KioskHeader::staffWanted, this, [this] { askStaff(); });
    connect(m_question, &Question::accepted, this, [this] { answer(true); });
    connect(m_question, &Question::refused, this, [this] { answer(false); });
    connect(&m_wedge, &ScanWedge::scanned, this, [this](const QByteArray &payload) {
        touched();
        Q_EMIT scanned(payload);
    });
    connect(&m_wedge, &ScanWedge::typed, this, &KioskWindow::type);
    connect(&m_wedge, &ScanWedge::entered, this, [this] {
        if (m_place == Place::Appointment) {
            checkIn();
        }
    });
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { askStillThere(); });
    m_bannerTime.setSingleShot(true);
    connect(&m_bannerTime, &QTimer::timeout, this, [this] {
        m_banner = BannerKind::None;
        refresh();
    });
    connect(&m_countdown, &Countdown::ticked, this, [this] {
        if (m_asking != Asking::Nothing) {
            fillQuestion();
        } else {
            refresh();
        }
    });
    connect(&m_countdown, &Countdown::expired, this, &KioskWindow::timeIsUp);
    qApp->installEventFilter(this);
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
    // Keys of the window manager (Alt+Tab, the menu key) come to us instead, where the system allows.
    grabKeyboard();
}

void KioskWindow::leave()
{
    m_mayClose = true;
    releaseKeyboard();
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

void KioskWindow::showTicket(const KioskTicket &ticket, PaperState paper, PaperTrouble trouble)
{
    m_view.busy = false;
    m_view.ticket = ticket;
    m_view.paper = paper;
    m_view.trouble = trouble;
    m_request = {};
    m_checkIn = {};
    m_banner = BannerKind::None;
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
    m_view.refusal = why.in(m_view.comfort.language);
    m_view.refusalOther = why.in(otherThan(m_view.comfort.language));
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
    m_view.refusal = words(m_view.comfort.language);
    m_view.refusalOther = words(otherThan(m_view.comfort.language));
    refresh();
}

void KioskWindow::setCard(const QString &priority)
{
    m_cardPriority = priority;
    showBanner(BannerKind::CardRead, m_behaviour.idleWarning);
    restartTimes();
    if (m_place == Place::Priority && !priority.isEmpty()) {
        requestTicket(priority);
    }
}

void KioskWindow::setCardUnreadable()
{
    showBanner(BannerKind::CardUnreadable, m_behaviour.idleWarning);
}

void KioskWindow::checkInCode(const QString &code)
{
    if (m_view.busy || m_place == Place::Ticket || m_place == Place::Staff
        || m_view.closed != ClosedReason::None) {
        return;
    }
    go(Place::Appointment);
    m_view.typed = code.left(LongestTyped).toUpper();
    checkIn();
}

void KioskWindow::offerReprint(const TicketNumber &number)
{
    m_reprint = number;
    ask(Asking::Reprint);
}

void KioskWindow::setHelpComing()
{
    showBanner(BannerKind::HelpComes, m_behaviour.helpPause);
    // Staff need the time to come.
    if (m_place != Place::Home) {
        m_idle.start(m_behaviour.helpPause + assisted(m_behaviour.idleWarning));
    }
}

void KioskWindow::setComfort(const KioskComfort &comfort)
{
    m_view.comfort = comfort;
    if (!comfort.readAloud) {
        m_told.clear();
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
    m_banner = banner;
    m_bannerTime.start(time);
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

/// Why no numbers are given at this moment.
static ClosedReason closedReason(const KioskView &view)
{
    switch (view.opening.kind) {
    case OpeningState::Kind::BeforeOpening:
        return ClosedReason::BeforeOpening;
    case OpeningState::Kind::Break:
        return ClosedReason::Break;
    case OpeningState::Kind::AfterLast:
        return ClosedReason::AfterLast;
    case OpeningState::Kind::DayOff:
        return ClosedReason::DayOff;
    case OpeningState::Kind::Open:
        break;
    }
    if (!view.hasHall) {
        return ClosedReason::None;
    }
    if (view.hall.businessDate.isNull()) {
        return ClosedReason::DayNotOpen;
    }
    const bool full = !view.hall.groups.empty()
                      && std::ranges::none_of(view.hall.groups, &GroupLoad::takesNumbers);
    return full ? ClosedReason::Full : ClosedReason::None;
}

void KioskWindow::refresh()
{
    m_view.closed = closedReason(m_view);
    m_view.closesIn = m_countdown.seconds();
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
    const QString told = isAsking() ? m_question->summary() : shown->summary();
    if (m_view.comfort.readAloud && told != m_told) {
        m_told = told;
        say(onBrand ? told + u' ' + told : told);
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
    fillBanner();
    if (!m_bannerBox->isHidden()) {
        const int margin = look.px(designNumber("space.kioskMargin"_L1));
        const int gap = look.px(16);
        const int left = rail ? look.px(length(".rail")) + margin : margin;
        const int wide = size.width() - left - margin;
        const int tall = m_bannerBox->heightForWidth(wide);
        m_bannerBox->setGeometry(left, top + gap, wide, tall);
        top += gap + tall;
    }
    view.page = {size.width(), size.height() - bar - top};
    view.pageTop = top;
    m_stack->setGeometry(0, top, view.page.width(), view.page.height());
    m_question->setGeometry(m_stack->geometry());
    m_question->raise();
    m_header->raise();
}

void KioskWindow::fillBanner()
{
    BannerKind banner = m_banner;
    if (banner == BannerKind::None && !m_reachable) {
        banner = BannerKind::NoServer;
    }
    if (banner == BannerKind::None && m_printer != PaperTrouble::None
        && m_printer != PaperTrouble::NoPrinter && m_place == Place::Home
        && m_view.closed == ClosedReason::None) {
        banner = BannerKind::CannotPrint;
    }
    m_bannerBox->setVisible(banner != BannerKind::None);
    if (banner == BannerKind::None) {
        return;
    }
    const auto [tone, icon] = looksOf(banner);
    m_bannerBox->setLook(m_view.look);
    m_bannerBox->setNotice(tone, icon, textOf(banner, m_view.comfort.language),
                           textOf(banner, otherThan(m_view.comfort.language)));
}

void KioskWindow::go(Place place)
{
    if (place != m_place && m_banner == BannerKind::NoNumberYet) {
        m_banner = BannerKind::None;
    }
    m_place = place;
    m_view.rowsPage = 0;
    clearTyped();
    if (QWidget *focus = focusWidget(); focus && focus != this) {
        setFocus(Qt::OtherFocusReason);
    }
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
        go(Place::Home);
        break;
    }
}

void KioskWindow::endSession()
{
    m_asking = Asking::Nothing;
    m_countdown.stop();
    m_idle.stop();
    m_view.comfort = KioskComfort();
    m_view.group.clear();
    m_view.procedure.clear();
    m_view.ticket.reset();
    m_view.cardsPage = 0;
    m_view.busy = false;
    m_request = {};
    m_checkIn = {};
    m_cardPriority.clear();
    m_banner = BannerKind::None;
    m_told.clear();
    Q_EMIT speechUnwanted();
    go(Place::Home);
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
    m_banner = BannerKind::None;
    refresh();
    Q_EMIT ticketWanted(m_request);
}

void KioskWindow::checkIn()
{
    if (m_view.busy || m_view.typed.trimmed().isEmpty()) {
        return;
    }
    m_view.busy = true;
    m_view.refusal.clear();
    m_checkIn = QUuid::createUuid();
    refresh();
    Q_EMIT checkInWanted(m_checkIn, m_view.typed.trimmed());
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
        m_view.refusal.clear();
        break;
    case Place::Staff:
        if (key.isDigit() && m_pin.size() < LongestPin) {
            m_pin += key;
        }
        m_view.digits = m_pin.size();
        m_view.refusal.clear();
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
    m_view.typed.clear();
    m_view.refusal.clear();
    m_view.refusalOther.clear();
    m_pin.fill(u'\0');
    m_pin.clear();
    m_view.digits = 0;
    refresh();
}

std::chrono::milliseconds KioskWindow::assisted(std::chrono::milliseconds time) const
{
    const KioskComfort &comfort = m_view.comfort;
    const bool helped = comfort.readAloud || comfort.lowerButtons || comfort.largerText;
    return helped ? time * qRound(designNumber("timing.kiosk.assistedMultiplier"_L1)) : time;
}

void KioskWindow::restartTimes()
{
    m_idle.stop();
    if (m_asking != Asking::Nothing) {
        return;
    }
    m_countdown.stop();
    if (m_place == Place::Ticket) {
        m_countdown.start(assisted(m_view.paper == PaperState::Trouble ? m_behaviour.troubleShown
                                                                       : m_behaviour.ticketShown));
    } else if (m_place != Place::Home || m_view.comfort != KioskComfort()
               || !m_cardPriority.isEmpty() || m_view.cardsPage > 0) {
        // Also on the first screen, when somebody has changed what the next one must not find.
        m_idle.start(assisted(m_behaviour.idleWarning));
    }
}

void KioskWindow::touched()
{
    if (m_banner == BannerKind::HelpComes && m_idle.isActive()) {
        return; // the longer time stays
    }
    restartTimes();
}

void KioskWindow::timeIsUp()
{
    if (m_asking == Asking::Reprint) {
        answer(false);
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
    m_idle.stop();
    m_countdown.start(what == Asking::Reprint ? m_behaviour.troubleShown
                                              : assisted(m_behaviour.idleCountdown));
    setFocus(Qt::OtherFocusReason);
    refresh();
}

void KioskWindow::fillQuestion()
{
    m_question->setVisible(isAsking());
    m_stack->setVisible(!isAsking()); // what somebody has chosen is not for the next one
    if (!isAsking()) {
        return;
    }
    const Language lead = m_view.comfort.language;
    const Language other = otherThan(lead);
    QuestionText text;
    if (m_asking == Asking::StillThere) {
        const int seconds = m_countdown.seconds();
        text = {.title = kioskText(lead, kiosktext::StillThere),
                .second = kioskText(other, kiosktext::StillThere),
                .below = kioskText(lead, kiosktext::HomeIn).arg(seconds),
                .emphasis = kioskText(lead, kiosktext::Seconds).arg(seconds),
                .yes = kioskText(lead, kiosktext::IAmHere),
                .no = kioskText(lead, kiosktext::Finish)};
    } else {
        QString number = m_reprint.toString();
        number.insert(1, u' ');
        text = {.title = kioskText(lead, kiosktext::LastTicketNotPrinted).arg(number),
                .second = kioskText(other, kiosktext::LastTicketNotPrinted).arg(number),
                .yes = kioskText(lead, kiosktext::PrintAgain),
                .no = kioskText(lead, kiosktext::NotNeeded)};
    }
    m_question->present(m_view, text);
}

void KioskWindow::answer(bool yes)
{
    const Asking asked = m_asking;
    m_asking = Asking::Nothing;
    m_countdown.stop();
    if (asked == Asking::Reprint) {
        restartTimes();
        refresh();
        Q_EMIT reprintAnswered(yes);
    } else if (yes) {
        restartTimes();
        refresh();
    } else {
        endSession();
    }
}

void KioskWindow::say(const QString &text)
{
    if (m_view.comfort.readAloud && m_hasAudio) {
        Q_EMIT speechWanted(text, m_view.comfort.language);
    }
}

std::vector<QWidget *> KioskWindow::focusChain() const
{
    std::vector<QWidget *> chain;
    const auto add = [&](const QWidget *from) {
        const auto children = from->findChildren<QWidget *>();
        for (QWidget *child : children) {
            if (child->focusPolicy() != Qt::NoFocus && child->isVisibleTo(this)
                && child->isEnabled()) {
                chain.push_back(child);
            }
        }
    };
    if (isAsking()) {
        add(m_question);
        return chain;
    }
    add(m_stack->currentWidget());
    // As they are read: from the top, each line from the left.
    const int line = m_view.look.px(40);
    std::ranges::sort(chain, [&](const QWidget *a, const QWidget *b) {
        const QPoint left = a->mapTo(this, QPoint(0, 0));
        const QPoint right = b->mapTo(this, QPoint(0, 0));
        if (m_view.hasRail()) {
            const int rail = m_header->width();
            if ((left.x() < rail) != (right.x() < rail)) {
                return left.x() < rail;
            }
        }
        return std::abs(left.y() - right.y()) > line ? left.y() < right.y() : left.x() < right.x();
    });
    add(m_bar);
    return chain;
}

void KioskWindow::moveFocus(int step)
{
    const auto chain = focusChain();
    if (chain.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(chain.size());
    const auto at = std::ranges::find(chain, focusWidget());
    const std::ptrdiff_t from = at == chain.end() ? (step > 0 ? -1 : 0) : at - chain.begin();
    QWidget *next = chain[static_cast<size_t>((from + step + count) % count)];
    next->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    say(next->accessibleName());
}

bool KioskWindow::isMine(const QObject *object) const
{
    if (!object->isWidgetType()) {
        return false;
    }
    const auto *widget = qobject_cast<const QWidget *>(object);
    return widget == this || isAncestorOf(widget);
}

bool KioskWindow::handleKey(QKeyEvent *event)
{
    touched();
    if (!isAsking() && m_wedge.take(*event)) {
        return true;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return true;
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
            answer(true);
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
    return true;
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        return isMine(watched) && handleKey(dynamic_cast<QKeyEvent *>(event));
    case QEvent::ShortcutOverride:
        if (isMine(watched)) {
            event->accept(); // no shortcut of the program or its libraries
            return true;
        }
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (isMine(watched)) {
            if (dynamic_cast<QMouseEvent *>(event)->button() != Qt::LeftButton) {
                return true;
            }
            if (QWidget *focus = focusWidget(); focus && focus != this) {
                setFocus(Qt::OtherFocusReason); // a finger needs no ring
            }
            touched();
        }
        return false;
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ContextMenu:
    case QEvent::InputMethod:
    case QEvent::Wheel:
    case QEvent::NativeGesture:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::ToolTip:
    case QEvent::WhatsThis:
        return isMine(watched);
    default:
        return false;
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
