// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shots/shots.h"
#include "support/kioskscreens.h"

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

using Arrange = std::function<void(KioskWindow &)>;

struct Comfort
{
    bool lower = false;
    bool larger = false;
};

void add(const QString &name, QSize size, const Arrange &arrange, Comfort comfort = {})
{
    addShot({.name = name,
             .face = Face::Kiosk,
             .size = size,
             .palettes = {Palette::Light, Palette::HighContrast},
             .make = [size, arrange, comfort](const Look &look) -> std::unique_ptr<QWidget> {
                 auto kiosk = makeKiosk();
                 kiosk->resize(size);
                 kiosk->setComfort({.language = look.language,
                                    .largerText = look.textScale > 1 || comfort.larger,
                                    .highContrast = look.palette == Palette::HighContrast,
                                    .lowerButtons = comfort.lower});
                 arrange(*kiosk);
                 return kiosk;
             }});
}

void addBoth(const QString &name, const Arrange &arrange)
{
    const QSize portrait(1080, 1920);
    const QSize landscape(1920, 1080);
    add(name + u"-portrait"_s, portrait, arrange);
    add(name + u"-landscape"_s, landscape, arrange);
    add(name + u"-portrait-low"_s, portrait, arrange, {.lower = true});
    add(name + u"-landscape-low"_s, landscape, arrange, {.lower = true});
}

void close(KioskWindow &kiosk, QTime now, const OpeningState &opening)
{
    kiosk.setNow({QDate(2026, 11, 17), now}, opening);
}

} // namespace

void addKioskShots()
{
    using enum OpeningState::Kind;
    const LocalTime tomorrow{QDate(2026, 11, 18), QTime(7, 30)};
    const LocalTime afternoon{QDate(2026, 11, 17), QTime(13, 0)};
    addBoth(u"a-kiosk-home"_s, [](KioskWindow &) {});
    addBoth(u"a-kiosk-home-states"_s, [](KioskWindow &kiosk) {
        HallState hall = kioskHall();
        hall.groups[1].takesNumbers = false;
        hall.groups[2].wait.reset();
        hall.groups[3].waiting = 112;
        hall.groups[3].wait = WaitRange{90, {}};
        hall.groups[4].waiting = 0;
        hall.groups[4].wait = WaitRange{};
        kiosk.setHall(hall);
        kiosk.setPrinterTrouble(PaperTrouble::Out);
    });
    addBoth(u"a-kiosk-home-card"_s, [](KioskWindow &kiosk) { kiosk.setCard(u"elderly"_s); });
    addBoth(u"a-kiosk-home-cut-off"_s, [](KioskWindow &kiosk) { kiosk.setReachable(false); });
    addBoth(u"a-kiosk-home-offline"_s, [](KioskWindow &kiosk) { kiosk.setOffline(true); });
    addBoth(u"e2-kiosk-closed-offline"_s, [](KioskWindow &kiosk) {
        HallState hall = kiosk.view().hall;
        for (GroupLoad &load : hall.groups) {
            load.takesNumbers = false;
        }
        kiosk.setHall(hall);
        kiosk.setOffline(true);
    });
    addBoth(u"e2-kiosk-closed-unknown"_s, [](KioskWindow &kiosk) { // it never saw its branch
        kiosk.setCatalogue({});
        kiosk.setHall({});
        kiosk.setOffline(true);
    });
    addBoth(u"a-kiosk-reprint"_s,
            [](KioskWindow &kiosk) { kiosk.offerReprint(*TicketNumber::fromString(u"H055"_s)); });
    addBoth(u"c1-kiosk-procedure"_s, [](KioskWindow &kiosk) { touch(kiosk, u"groupH"_s); });
    addBoth(u"c1-kiosk-procedure-many"_s, [](KioskWindow &kiosk) { touch(kiosk, u"groupC"_s); });
    addBoth(u"c1-kiosk-help-desk"_s, [](KioskWindow &kiosk) {
        kiosk.setComfort([&] {
            KioskComfort comfort = kiosk.view().comfort;
            comfort.largerText = false;
            return comfort;
        }());
        touch(kiosk, u"groupA"_s);
    });
    addBoth(u"c1-kiosk-search"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        touch(kiosk, u"find"_s);
        for (const QChar key : u"ho chieu"_s) {
            touch(kiosk, key == u' ' ? u"keySpace"_s : u"key"_s + key);
        }
    });
    addBoth(u"c1-kiosk-search-empty"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        touch(kiosk, u"find"_s);
    });
    addBoth(u"c1-kiosk-search-many"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        touch(kiosk, u"find"_s);
        for (const QChar key : u"chung"_s) {
            touch(kiosk, u"key"_s + key);
        }
    });
    addBoth(u"c2-kiosk-priority"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        touch(kiosk, u"procedureH3"_s);
    });
    addBoth(u"c2-kiosk-busy"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        touch(kiosk, u"procedureH3"_s);
        touch(kiosk, u"regular"_s);
    });
    addBoth(u"c2-kiosk-refused"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        touch(kiosk, u"procedureH3"_s);
        touch(kiosk, u"regular"_s);
        kiosk.refuseTicket();
    });
    addBoth(u"d-kiosk-ticket"_s, [](KioskWindow &kiosk) {
        kiosk.showTicket(kioskTicket(), PaperState::Printing, PaperTrouble::None);
    });
    addBoth(u"d-kiosk-printed"_s, [](KioskWindow &kiosk) {
        KioskTicket ticket = kioskTicket();
        ticket.procedure = {u"Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn "
                            "liền với đất"_s,
                            u"Exchange of a certificate of land use and of what is built on it"_s};
        ticket.wait.reset();
        ticket.callFrom = ticket.callTo = {};
        kiosk.showTicket(ticket, PaperState::Printed, PaperTrouble::None);
    });
    addBoth(u"d-kiosk-ticket-offline"_s, [](KioskWindow &kiosk) {
        KioskTicket ticket = kioskTicket();
        ticket.ahead.reset();
        ticket.wait.reset();
        ticket.callFrom = ticket.callTo = {};
        kiosk.setOffline(true);
        kiosk.showTicket(ticket, PaperState::Printing, PaperTrouble::None);
    });
    addBoth(u"e1-kiosk-paper-out"_s, [](KioskWindow &kiosk) {
        kiosk.showTicket(kioskTicket(), PaperState::Trouble, PaperTrouble::Out);
    });
    addBoth(u"e1-kiosk-printer-silent"_s, [](KioskWindow &kiosk) {
        kiosk.showTicket(kioskTicket(), PaperState::Trouble, PaperTrouble::Silent);
    });
    addBoth(u"e2-kiosk-closed"_s, [=](KioskWindow &kiosk) {
        close(kiosk, QTime(17, 5), {.kind = AfterLast, .opensAt = tomorrow});
    });
    addBoth(u"e2-kiosk-lunch"_s, [=](KioskWindow &kiosk) {
        close(kiosk, QTime(11, 40), {.kind = Break, .opensAt = afternoon});
    });
    addBoth(u"e2-kiosk-day-off"_s, [=](KioskWindow &kiosk) {
        close(kiosk, QTime(10, 0),
              {.kind = DayOff, .opensAt = LocalTime{QDate(2026, 11, 23), QTime(7, 30)}});
    });
    addBoth(u"e2-kiosk-full"_s, [=](KioskWindow &kiosk) {
        HallState hall = kioskHall();
        for (GroupLoad &load : hall.groups) {
            load.takesNumbers = false;
        }
        kiosk.setHall(hall);
    });
    addBoth(u"q-kiosk-idle"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"groupH"_s);
        kiosk.askStillThere();
    });
    addBoth(u"q-kiosk-appointment"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"appointment"_s);
        for (const QChar key : u"hn2611"_s) {
            touch(kiosk, u"key"_s + key);
        }
    });
    addBoth(u"q-kiosk-appointment-unknown"_s, [](KioskWindow &kiosk) {
        touch(kiosk, u"appointment"_s);
        touch(kiosk, u"key7"_s);
        touch(kiosk, u"enter"_s);
        kiosk.refuseAppointment({u"Không thấy lịch hẹn. Lấy số thường?"_s,
                                 u"No such appointment. Get a regular number?"_s});
    });
    addBoth(u"q-kiosk-staff"_s, [](KioskWindow &kiosk) {
        kiosk.askStaff();
        touch(kiosk, u"key1"_s);
        touch(kiosk, u"key2"_s);
        kiosk.refusePin(15);
        touch(kiosk, u"key1"_s);
    });
    const auto loading = [](const QString &name, QSize size) {
        addShot({.name = name,
                 .face = Face::Kiosk,
                 .size = size,
                 .palettes = {Palette::Light, Palette::HighContrast},
                 .make = [size](const Look &look) -> std::unique_ptr<QWidget> {
                     auto kiosk = std::make_unique<KioskWindow>();
                     kiosk->setBehaviour({.fullScreen = false, .portalUrl = {}});
                     kiosk->resize(size);
                     kiosk->setNow({QDate(2026, 11, 17), QTime(9, 42)}, {});
                     kiosk->setComfort({.language = look.language,
                                        .largerText = look.textScale > 1,
                                        .highContrast = look.palette == Palette::HighContrast});
                     return kiosk;
                 }});
    };
    loading(u"q-kiosk-loading-portrait"_s, {1080, 1920});
    loading(u"q-kiosk-loading-landscape"_s, {1920, 1080});
}

} // namespace motcua::test
