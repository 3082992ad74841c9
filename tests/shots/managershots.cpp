// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/managerwindow.h"
#include "shots/shots.h"
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
