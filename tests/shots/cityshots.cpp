// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citypage.h"
#include "manager/citywindow.h"
#include "manager/heatcalendar.h"
#include "shots/shots.h"
#include "support/samplecitydays.h"

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

using Prepare = std::function<void(CityWindow &window, qint64 &now)>;

void add(const QString &name, const QSize &size, Prepare prepare)
{
    addShot({.name = name,
             .face = Face::Desk,
             .size = size,
             .palettes = {Palette::Light, Palette::HighContrast},
             .make = [prepare = std::move(prepare), size](const Look &look) {
                 auto now = std::make_shared<qint64>(0);
                 auto window = std::make_unique<CityWindow>(
                     ManagerSettings{.language = look.language,
                                     .textScale = look.textScale,
                                     .highContrast = look.palette == Palette::HighContrast},
                     CityNow.date, [now] { return *now; });
                 window->resize(size);
                 prepare(*window, *now);
                 return window;
             }});
}

} // namespace

void addCityShots()
{
    constexpr QSize Reference{1440, 900};
    constexpr QSize Small{1366, 768};
    const auto branches = [](CityWindow &window, qint64 &) { window.setDays(sampleCityDays()); };
    add(u"s-city"_s, Reference, branches);
    add(u"s-city-1366"_s, Small, branches);
    add(u"s-city-wide"_s, {1920, 1080}, branches);
    add(u"s-city-loading"_s, Reference, [](CityWindow &, qint64 &) {});
    add(u"s-city-unreachable"_s, Small, [](CityWindow &window, qint64 &) {
        window.setOffline({ErrorCode::CentreUnreachable, u"db.lan/centre"_s, {}});
    });
    add(u"s-city-new"_s, Small, [](CityWindow &window, qint64 &) {
        CityDays days = sampleCityDays();
        for (CityBranch &branch : days.branches) {
            branch = {.code = branch.code, .name = branch.name};
        }
        days.total.reset();
        window.setDays(days);
    });
    add(u"s-city-calm"_s, Reference, [](CityWindow &window, qint64 &) {
        CityDays days = sampleCityDays();
        days.branches.resize(3);
        window.setDays(days);
    });
    add(u"s-city-offline"_s, Small, [](CityWindow &window, qint64 &now) {
        window.setDays(sampleCityDays());
        now += 180'001;
        window.refresh();
        window.setOffline({ErrorCode::CentreUnreachable, u"db.lan/centre"_s, {}});
    });
    const auto inMonth = [](CityWindow &window) {
        window.setDays(sampleCityDays());
        window.setCatalogue(sampleCityGroups(), sampleCityHours());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[1]->click();
        window.setMonth(sampleCityMonth());
    };
    const auto city = [inMonth](CityWindow &window, qint64 &) { inMonth(window); };
    add(u"t-city-month"_s, Reference, city);
    add(u"t-city-month-1366"_s, Small, city);
    add(u"t-city-month-wide"_s, {1920, 1080}, city);
    add(u"t-city-month-empty"_s, Small, [inMonth](CityWindow &window, qint64 &) {
        inMonth(window);
        CityMonth month = sampleCityMonth();
        month = {.branch = {}, .first = month.first, .readAt = month.readAt};
        window.setMonth(month);
    });
    add(u"t-city-month-branch"_s, Small, [inMonth](CityWindow &window, qint64 &) {
        inMonth(window);
        Q_EMIT window.findChild<CityPage *>()->branchChosen(u"CN4"_s);
        CityMonth month = sampleCityMonth(u"CN4"_s);
        std::erase_if(month.days, [](const CityDay &day) { // it has not sent since
            return day.date > QDate(2026, 11, 25);
        });
        window.setMonth(month);
        Q_EMIT window.findChild<HeatCalendar *>()->dayChosen(QDate(2026, 11, 20));
    });
}

} // namespace motcua::test
