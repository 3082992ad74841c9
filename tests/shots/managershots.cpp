// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/inboxpage.h"
#include "manager/managerwindow.h"
#include "manager/monthpage.h"
#include "manager/reportspage.h"
#include "manager/rosterpage.h"
#include "manager/syncpage.h"
#include "shared/errortext.h"
#include "shots/shots.h"
#include "support/samplerating.h"
#include "support/sampleroster.h"
#include "support/sampletoday.h"

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

using Prepare = std::function<void(ManagerWindow &window, qint64 &now)>;

void add(const QString &name, const QSize &size, Prepare prepare)
{
    addShot({.name = name,
             .face = Face::Desk,
             .size = size,
             .palettes = {Palette::Light, Palette::HighContrast},
             .make = [prepare = std::move(prepare), size](const Look &look) {
                 auto now = std::make_shared<qint64>(0);
                 auto window = std::make_unique<ManagerWindow>(
                     ManagerSettings{.language = look.language,
                                     .textScale = look.textScale,
                                     .highContrast = look.palette == Palette::HighContrast},
                     [now] { return *now; });
                 window->resize(size);
                 prepare(*window, *now);
                 return window;
             }});
}

} // namespace

void addManagerShots()
{
    constexpr QSize Reference{1440, 900};
    const auto busy = [](ManagerWindow &window, qint64 &) { window.setToday(sampleToday()); };
    add(u"l-manager-today"_s, Reference, busy);
    add(u"l-manager-today-1366"_s, {1366, 768}, busy);
    add(u"l-manager-today-wide"_s, {1920, 1080}, busy);
    add(u"l-manager-today-40"_s, Reference,
        [](ManagerWindow &window, qint64 &) { window.setToday(sampleToday(40)); });
    add(u"l-manager-empty"_s, Reference,
        [](ManagerWindow &window, qint64 &) { window.setToday(emptyToday()); });
    add(u"l-manager-loading"_s, Reference, [](ManagerWindow &, qint64 &) {});
    const auto inMonth = [](ManagerWindow &window, qint64 &) {
        window.setToday(sampleToday());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[1]->click();
        window.month().present(sampleMonth());
    };
    add(u"m-manager-month"_s, Reference, inMonth);
    add(u"m-manager-month-1366"_s, {1366, 768}, inMonth);
    add(u"m-manager-month-small"_s, {1366, 768}, [inMonth](ManagerWindow &window, qint64 &now) {
        inMonth(window, now);
        BranchMonth month = sampleMonth();
        constexpr int Part = 40;
        for (MonthDay &day : month.days) {
            day.issued /= Part;
        }
        month.ratings = {.very = 40, .satisfied = 12, .notSatisfied = 3};
        window.month().present(month);
    });
    const auto inYears = [inMonth](ManagerWindow &window, qint64 &now) {
        inMonth(window, now);
        window.month().setChoices(sampleChoices());
        window.month().showYears();
        window.month().presentYears(sampleYears());
    };
    add(u"m-manager-years"_s, Reference, inYears);
    add(u"m-manager-years-1366"_s, {1366, 768}, inYears);
    add(u"m-manager-month-future"_s, Reference, [inMonth](ManagerWindow &window, qint64 &now) {
        inMonth(window, now);
        BranchMonth month = sampleMonth();
        month.today = QDate(2026, 10, 14);
        for (MonthDay &day : month.days) {
            day.issued = day.date > month.today ? 0 : day.issued;
            day.wasOpened = day.issued > 0;
        }
        window.month().present(month);
    });
    // A report as it is chosen, made, shown, empty and refused.
    const auto inReports = [](ManagerWindow &window) {
        window.setToday(sampleToday());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[2]->click();
    };
    add(u"r-manager-reports"_s, Reference,
        [inReports](ManagerWindow &window, qint64 &) { inReports(window); });
    add(u"r-manager-reports-daily"_s, Reference, [inReports](ManagerWindow &window, qint64 &) {
        inReports(window);
        window.reports().present(sampleReport());
    });
    add(u"r-manager-reports-1366"_s, {1366, 768}, [inReports](ManagerWindow &window, qint64 &) {
        inReports(window);
        window.reports().present(sampleReport());
        window.reports().setNote(u"Documents/motcua-daily-2026-11-20-171502.pdf"_s);
    });
    add(u"r-manager-reports-counting"_s, Reference, [inReports](ManagerWindow &window, qint64 &) {
        inReports(window);
        window.reports().setProgress(23, 65);
    });
    add(u"r-manager-reports-empty"_s, Reference, [inReports](ManagerWindow &window, qint64 &) {
        inReports(window);
        ReportTable table = sampleReport();
        table.rows.clear();
        window.reports().present(table);
    });
    add(u"r-manager-reports-refused"_s, Reference, [inReports](ManagerWindow &window, qint64 &) {
        inReports(window);
        window.reports().setTrouble(errorText({ErrorCode::ConnectionLost, {}, {}}));
    });
    // Comments as they are read, shown, dealt with, absent and refused.
    const auto inInbox = [](ManagerWindow &window) {
        window.setToday(sampleToday());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[3]->click();
    };
    const auto reading = [inInbox](ManagerWindow &window, qint64 &) {
        inInbox(window);
        window.inbox().present(sampleInbox());
    };
    add(u"t-manager-comments-loading"_s, Reference,
        [inInbox](ManagerWindow &window, qint64 &) { inInbox(window); });
    add(u"t-manager-comments"_s, Reference, reading);
    add(u"t-manager-comments-1366"_s, {1366, 768}, [reading](ManagerWindow &window, qint64 &now) {
        reading(window, now);
        window.findChild<QAbstractButton *>(u"handle"_s)->click();
    });
    add(u"t-manager-comments-empty"_s, Reference, [inInbox](ManagerWindow &window, qint64 &) {
        inInbox(window);
        window.inbox().present({});
    });
    add(u"t-manager-comments-refused"_s, Reference, [inInbox](ManagerWindow &window, qint64 &) {
        inInbox(window);
        window.inbox().setTrouble(errorText({ErrorCode::ConnectionLost, {}, {}}));
    });
    const auto inRoster = [](ManagerWindow &window) {
        window.setToday(sampleToday());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[4]->click();
    };
    add(u"u-manager-roster-loading"_s, Reference,
        [inRoster](ManagerWindow &window, qint64 &) { inRoster(window); });
    add(u"u-manager-roster"_s, Reference, [inRoster](ManagerWindow &window, qint64 &) {
        inRoster(window);
        window.roster().present(RosterDay, sampleRoster());
    });
    add(u"u-manager-roster-1366"_s, {1366, 768}, [inRoster](ManagerWindow &window, qint64 &) {
        inRoster(window);
        window.roster().present(RosterDay, sampleRoster());
        window.roster().setTrouble(errorText({ErrorCode::UnknownStaff, u"CB99"_s, {}}));
    });
    add(u"u-manager-roster-empty"_s, Reference, [inRoster](ManagerWindow &window, qint64 &) {
        inRoster(window);
        window.roster().present(RosterDay, {});
    });
    add(u"l-manager-missing"_s, Reference, [](ManagerWindow &window, qint64 &) {
        BranchToday today = sampleToday();
        today.attention.insert(today.attention.begin(),
                               {.kind = Attention::Kind::StaffMissing,
                                .people = 2,
                                .counters = {5, 7},
                                .names = {u"Nguyễn Thị Hồng Hạnh"_s, u"Trần Quốc Bảo"_s}});
        window.setToday(today);
    });
    add(u"l-manager-closed-1366"_s, {1366, 768}, [](ManagerWindow &window, qint64 &) {
        BranchToday today = sampleToday();
        today.hall.businessDate = {};
        today.attention.clear();
        today.longestWaitMs = 0;
        GroupSummary &total = today.day.total;
        total.expired = total.waiting + total.called + total.serving + total.held;
        total.waiting = total.called = total.serving = total.held = 0;
        window.setToday(today);
    });
    // The centre: as it stands, on the way, in trouble, and where none is named.
    const auto inSync = [](ManagerWindow &window) {
        window.setToday(sampleToday());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[5]->click();
        window.sync().present({.syncedAt = QDateTime({2026, 11, 19}, {19, 42}).toMSecsSinceEpoch(),
                               .cursor = 184'207,
                               .head = 189'911,
                               .provenDays = 186,
                               .lastProven = {2026, 11, 19}});
    };
    add(u"s-manager-sync"_s, Reference,
        [inSync](ManagerWindow &window, qint64 &) { inSync(window); });
    add(u"s-manager-sync-running"_s, {1366, 768}, [inSync](ManagerWindow &window, qint64 &) {
        inSync(window);
        window.sync().sync();
        window.sync().setProgress({15'204, 4'731'022, 187'000, 189'911}, 2);
    });
    add(u"s-manager-sync-trouble"_s, Reference, [inSync](ManagerWindow &window, qint64 &) {
        inSync(window);
        window.sync().present(
            {.syncedAt = QDateTime({2026, 11, 12}, {19, 42}).toMSecsSinceEpoch(),
             .cursor = 150'207,
             .head = 189'911,
             .provenDays = 179,
             .lastProven = {2026, 11, 12},
             .unprovenDays = {{2026, 11, 13},
                              {2026, 11, 16},
                              {2026, 11, 17},
                              {2026, 11, 18},
                              {2026, 11, 19},
                              {2026, 11, 20}},
             .failures = 9,
             .nextTryAt = QDateTime({2026, 11, 20}, {21, 3}).toMSecsSinceEpoch()});
        window.sync().setOutcome(
            errorText({ErrorCode::CentreUnreachable, u"postgresql://db.lan/centre"_s, {}}), true);
    });
    add(u"s-manager-sync-none"_s, Reference, [inSync](ManagerWindow &window, qint64 &) {
        inSync(window);
        window.sync().present({});
        window.sync().setUnavailable(
            errorText({ErrorCode::FileUnreadable, u"/etc/motcua/centre"_s, {}}));
    });
    add(u"l-manager-stale"_s, Reference, [](ManagerWindow &window, qint64 &now) {
        window.setToday(sampleToday());
        now += 30'001;
        window.refresh();
    });
    add(u"l-manager-offline"_s, Reference, [](ManagerWindow &window, qint64 &now) {
        window.setToday(sampleToday());
        now += 95'000;
        window.refresh();
        window.setOffline({ErrorCode::ConnectionLost, {}, {}});
    });
}

} // namespace motcua::test
