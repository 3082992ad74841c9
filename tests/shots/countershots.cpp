// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/counteractions.h"
#include "counter/counterstrip.h"
#include "counter/counterwindow.h"
#include "shots/shots.h"
#include "support/catalogues.h"
#include "support/samplecounter.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

using Prepare = std::function<void(CounterWindow &)>;

std::unique_ptr<CounterWindow> window(const Look &look)
{
    auto window = std::make_unique<CounterWindow>(
        CounterSettings{.counter = 3,
                        .staff = u"CB03"_s,
                        .language = look.language,
                        .textScale = look.textScale,
                        .highContrast = look.palette == Palette::HighContrast});
    static const Catalogue catalogue = shippedCatalogue().catalogue;
    window->setCatalogue(catalogue);
    return window;
}

void add(const QString &name, const QSize &size, Prepare prepare)
{
    addShot({.name = name,
             .face = Face::Desk,
             .size = size,
             .palettes = {Palette::Light, Palette::HighContrast},
             .make = [prepare = std::move(prepare), size](const Look &look) {
                 auto made = window(look);
                 made->resize(size);
                 prepare(*made);
                 return made;
             }});
}

/// The small window over another program; its width follows its words.
void addStrip(const QString &name, const CounterOverview &overview)
{
    addShot({.name = name,
             .face = Face::Desk,
             .size = {800, 100},
             .palettes = {Palette::Light},
             .make = [overview](const Look &look) {
                 auto desktop = std::make_unique<QWidget>();
                 auto *actions = new CounterActions(desktop.get());
                 auto *strip = new CounterStrip(look, *actions, desktop.get());
                 strip->setWindowFlags(Qt::Widget);
                 CounterView view;
                 view.settings.language = look.language;
                 view.overview = overview;
                 view.now = overview.hall.branchNow;
                 actions->update(view, false);
                 strip->present(view);
                 strip->show();
                 return desktop;
             }});
}

void press(CounterWindow &window, const QString &action)
{
    window.findChild<QAction *>(action)->trigger();
}

/// A marital status certificate as far as the design draws it.
void fillIn(CounterWindow &window)
{
    window.takeScan(SampleCounter::card());
    window.findChild<QLineEdit *>(u"phone"_s)->setText(u"0912 345 678"_s);
    press(window, u"allDocuments"_s);
    const LocalTime received{QDate(2026, 11, 17), QTime(9, 45)};
    const LocalTime due{QDate(2026, 11, 20), QTime(16, 30)};
    window.showRules({.due = DueDate{.due = due,
                                     .received = received,
                                     .limit = {LimitKind::WorkingDays, 3},
                                     .skipped = {},
                                     .makeUpDays = {}},
                      .warnings = {u"limit_doubtful"_s}},
                     due);
    window.setDraftSaved(true);
}

} // namespace

void addCounterShots()
{
    constexpr QSize Reference{1366, 768};
    const auto idle = [](CounterWindow &window) { window.setOverview(SampleCounter::idle()); };
    const auto serving = [](CounterWindow &window) {
        window.setOverview(SampleCounter::serving());
    };
    add(u"j-counter-idle"_s, Reference, idle);
    add(u"j-counter-idle-wide"_s, {1920, 1080}, idle);
    add(u"j-counter-idle-1280"_s, {1280, 720}, idle);
    add(u"j-counter-idle-narrow"_s, {1270, 720}, idle);
    add(u"k-counter-serving"_s, Reference, serving);
    add(u"k-counter-serving-wide"_s, {1920, 1080}, serving);
    add(u"k-counter-serving-1280"_s, {1280, 720}, serving);
    add(u"k-counter-filled"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        fillIn(window);
    });
    add(u"k-counter-filled-wide"_s, {1920, 1080}, [serving](CounterWindow &window) {
        serving(window);
        fillIn(window);
    });
    add(u"k-counter-known"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        window.takeScan(SampleCounter::card());
        window.offerKnown(u"099191004217"_s, SampleCounter::known());
    });
    add(u"k-counter-faults"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        window.takeScan(SampleCounter::card());
        window.showFaults({{u"applicant.phone"_s, u"missing"_s},
                           {u"documents[0].state"_s, u"missing"_s},
                           {u"due"_s, u"missing"_s}});
    });
    add(u"k-counter-supplement"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        fillIn(window);
        press(window, u"supplement"_s);
    });
    add(u"k-counter-behalf"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        window.takeScan(SampleCounter::card());
        window.findChild<QAbstractButton *>(u"onBehalf"_s)->click();
        window.findChild<QAbstractButton *>(u"more"_s)->click();
    });
    add(u"k-counter-search"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        auto *search = window.findChild<QLineEdit *>(u"procedure"_s);
        search->setText(u"khai sinh"_s);
        Q_EMIT search->textEdited(search->text());
    });
    const auto recorded = [serving](CounterWindow &window) {
        serving(window);
        fillIn(window);
        Dossier dossier = SampleCounter::known().open.front();
        dossier.book = u"11/2026"_s;
        dossier.registerNumber = 42;
        dossier.due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)};
        Intake intake{.applicant = SampleCounter::known().person};
        intake.documents = {{.name = u"Tờ khai đăng ký khai sinh"_s,
                             .originals = 1,
                             .state = DocumentState::Received}};
        Intake before = intake;
        before.applicant.name = u"Nguyễn Thị May"_s;
        Intake after = intake;
        after.correction = u"Gõ nhầm họ tên"_s;
        window.showRecord(
            {.dossier = dossier,
             .onRecord = intake,
             .entries = {{.at = SampleCounter::at(9, 38), .counter = 3, .staff = u"CB03"_s},
                         {.at = SampleCounter::at(9, 52),
                          .counter = 5,
                          .staff = u"CB07"_s,
                          .corrected = {{before, after}}}},
             .papers = {{.form = u"01"_s, .prints = 2, .isOut = true}, {.form = u"06"_s}}});
    };
    add(u"q-counter-record"_s, Reference, recorded);
    add(u"q-counter-print"_s, Reference, [recorded](CounterWindow &window) {
        recorded(window);
        window.findChild<QAbstractButton *>(u"print"_s)->click();
    });
    add(u"q-counter-correct"_s, Reference, [recorded](CounterWindow &window) {
        recorded(window);
        window.findChild<QAbstractButton *>(u"correct"_s)->click();
        window.findChild<QAbstractButton *>(u"answer"_s)->click(); // nothing was changed
    });
    add(u"q-counter-find"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        press(window, u"findDossier"_s);
        Dossier late = SampleCounter::known().open.front();
        late.code = u"TN1-261102-0031"_s;
        late.due = LocalTime{QDate(2026, 11, 9), QTime(16, 30)};
        window.showFound({}, false,
                         std::vector<DossierListing>{
                             {.dossier = SampleCounter::known().open.front(),
                              .name = u"N. T. Mai"_s,
                              .idNumber = u"099*****4217"_s},
                             {.dossier = late,
                              .name = u"Công ty TNHH Thương mại và Dịch vụ Hoàng Thành Hà Nội"_s,
                              .idNumber = {},
                              .isOverdue = true}});
    });
    add(u"q-counter-nothing-recorded"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        press(window, u"finish"_s);
    });
    add(u"j-counter-recorded"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        window.showRecorded(
            {.code = u"TN1-261117-0012"_s, .due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)}});
    });
    add(u"k-counter-begun"_s, Reference, [](CounterWindow &window) {
        CounterOverview overview = SampleCounter::serving();
        overview.current->state = LegState::Serving;
        overview.current->startedAt = overview.current->firstCalledAt + 20'000;
        overview.hall.branchNow += 600'000;
        window.setOverview(overview);
    });
    add(u"k-counter-cooldown"_s, Reference, [](CounterWindow &window) {
        CounterOverview overview = SampleCounter::serving();
        overview.current->calledAt = overview.hall.branchNow - 2'500;
        overview.current->announcement = AnnouncementState::Silent;
        window.setOverview(overview);
    });
    add(u"j-counter-empty"_s, Reference, [](CounterWindow &window) {
        CounterOverview overview = SampleCounter::idle();
        overview.mine.clear();
        overview.branch.clear();
        overview.held.clear();
        overview.missed.clear();
        overview.day = {.since = overview.day.since};
        for (GroupLoad &load : overview.hall.groups) {
            load.waiting = 0;
            load.oldestQueuedAt = 0;
        }
        window.setOverview(overview);
    });
    add(u"j-counter-break"_s, Reference, [](CounterWindow &window) {
        CounterOverview overview = SampleCounter::idle();
        overview.presence = Presence::OnBreak;
        overview.breakReason = u"meeting"_s;
        overview.breakSince = SampleCounter::at(9, 35);
        window.setOverview(overview);
    });
    add(u"q-counter-strips"_s, Reference, [](CounterWindow &window) {
        CounterOverview overview = SampleCounter::idle();
        overview.permissions.clear();
        overview.hallIsHeard = false;
        overview.help = {{.id = 1, .kiosk = 1, .at = SampleCounter::at(9, 40)},
                         {.id = 2, .kiosk = 2, .reason = HelpReason::PaperOut, .at = 0}};
        overview.undoable = UndoableAction{.action = LegAction::NoShow,
                                           .ticket = {u'H', 42},
                                           .until = overview.hall.branchNow + 8'000};
        window.setOverview(overview);
        window.setOffline(SampleCounter::at(9, 12));
        window.showError({ErrorCode::DiskFull, {}, {}});
    });
    const auto alone = [](CounterWindow &window) {
        window.setOffline(SampleCounter::at(9, 12));
        window.setKept({.isAlone = true, .unsent = {{u'H', 42}, {u'H', 44}, {u'C', 7}}});
    };
    add(u"q-counter-alone"_s, Reference, [alone](CounterWindow &window) {
        CounterOverview overview = SampleCounter::serving();
        overview.hallIsHeard = false;
        overview.current->announcement = AnnouncementState::Silent;
        window.setOverview(overview);
        alone(window);
    });
    add(u"q-counter-alone-chosen"_s, Reference, [idle, alone](CounterWindow &window) {
        idle(window);
        alone(window);
        press(window, u"callChosen"_s);
    });
    add(u"q-counter-kept"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        window.setKept(
            {.unsent = {{u'H', 46}},
             .notes = {{.id = {}, .ticket = {u'H', 42}, .apart = u"elsewhere"_s, .counter = 5},
                       {.id = {}, .ticket = {u'H', 43}, .apart = u"elsewhere"_s},
                       {.id = {}, .ticket = {u'H', 44}, .apart = u"day_over"_s},
                       {.id = {}, .ticket = {u'H', 990}, .apart = u"unknown_ticket"_s},
                       {.id = {},
                        .ticket = {u'H', 45},
                        .refused = Error{ErrorCode::UnknownDossier, u"CN1-261117-0007"_s, {}}}}});
        window.findChild<QWidget *>(u"offlineStrip"_s)->findChild<QAbstractButton *>()->click();
    });
    add(u"q-counter-transfer"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        press(window, u"transfer"_s);
    });
    add(u"q-counter-hold"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        press(window, u"hold"_s);
    });
    add(u"q-counter-break-reason"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        press(window, u"pause"_s);
    });
    add(u"q-counter-busy"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        window.setBusy(CounterIntent::Kind::CallNext);
    });
    add(u"k-counter-serving-narrow"_s, {1270, 720}, serving);
    add(u"q-counter-not-allowed"_s, Reference, [](CounterWindow &window) {
        CounterOverview overview = SampleCounter::idle();
        overview.permissions.clear();
        window.setOverview(overview);
        press(window, u"callChosen"_s);
    });
    addStrip(u"m-counter-strip-idle"_s, SampleCounter::idle());
    addStrip(u"m-counter-strip-serving"_s, SampleCounter::serving());
    add(u"q-counter-chosen"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        press(window, u"callChosen"_s);
    });
    add(u"q-counter-keys"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        press(window, u"keys"_s);
    });
    add(u"q-counter-settings"_s, Reference, [idle](CounterWindow &window) {
        idle(window);
        press(window, u"settings"_s);
    });
    add(u"q-counter-lock"_s, Reference, [serving](CounterWindow &window) {
        serving(window);
        window.lock();
    });
    add(u"q-counter-signin"_s, Reference, [](CounterWindow &window) { window.showSignIn(); });
    add(u"q-counter-taken"_s, {1280, 720}, [](CounterWindow &window) {
        window.showSignIn(Error{ErrorCode::CounterTaken, u"3"_s, {}});
    });
}

} // namespace motcua::test
