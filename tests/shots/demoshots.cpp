// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoguide.h"
#include "shots/shots.h"

using namespace Qt::StringLiterals;

namespace motcua::test {

void addDemoShots()
{
    const auto add = [](const QString &name, const QSize &size, double scale,
                        const std::function<void(DemoGuide &)> &prepare) {
        addShot({.name = name,
                 .face = Face::Desk,
                 .size = size,
                 .palettes = {Palette::Light},
                 .scale = scale,
                 .make = [scale, size, prepare](const Look &look) {
                     Look scaled = look;
                     scaled.scale = scale;
                     auto guide = std::make_unique<DemoGuide>(scaled, 3, u"482615"_s, true);
                     guide->resize(size);
                     prepare(*guide);
                     return guide;
                 }});
    };
    const auto begun = [](DemoGuide &guide) { guide.setDone(DemoGuide::Step::Take); };
    const auto printed = [](DemoGuide &guide) {
        QImage paper(576, 1000, QImage::Format_Grayscale8);
        paper.fill(Qt::white);
        guide.setPaper(paper);
        guide.setWindowsClosed(true);
    };
    // On full HD and on the smallest notebook, see demoLayout().
    add(u"r-demo-guide"_s, {662, 376}, 1.18, begun);
    add(u"r-demo-guide-printed"_s, {662, 376}, 1.18, printed);
    add(u"r-demo-guide-small"_s, {490, 258}, 0.875, begun);
    add(u"r-demo-guide-small-printed"_s, {490, 258}, 0.875, printed);
}

} // namespace motcua::test
