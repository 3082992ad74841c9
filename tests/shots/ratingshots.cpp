// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rating/ratingwindow.h"
#include "shots/shots.h"
#include "support/samplerating.h"

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

using Arrange = std::function<void(RatingWindow &)>;

constexpr QSize Landscape{1920, 1080};

void add(const QString &name, const QSize &size, const Arrange &arrange)
{
    addShot({.name = name,
             .face = Face::Kiosk,
             .size = size,
             .palettes = {Palette::Light, Palette::HighContrast},
             .scale = size.width() < size.height()
                          ? 1
                          : std::min(size.width() / double{Landscape.width()},
                                     size.height() / double{Landscape.height()}),
             .make = [size = size, arrange](const Look &look) -> std::unique_ptr<QWidget> {
                 auto window = std::make_unique<RatingWindow>(
                     RatingLook{.language = look.language,
                                .highContrast = look.palette == Palette::HighContrast,
                                .textScale = look.textScale});
                 window->resize(size);
                 arrange(*window);
                 return window;
             }});
}

void addBoth(const QString &name, const Arrange &arrange)
{
    add(name + u"-landscape"_s, Landscape, arrange);
    add(name + u"-portrait"_s, Landscape.transposed(), arrange);
}

void touch(RatingWindow &window, const QString &name)
{
    window.findChild<QAbstractButton *>(name)->click();
}

} // namespace

void addRatingShots()
{
    const auto resting = [](bool isOpen) {
        RatingState state = sampleRatingState();
        state.offer.reset();
        state.isOpen = isOpen;
        return state;
    };
    const auto offered = [](RatingWindow &window) { window.setState(sampleRatingState()); };
    const auto writing = [offered](RatingWindow &window) {
        offered(window);
        touch(window, u"not"_s);
    };
    addBoth(u"s-rating-loading"_s, [](RatingWindow &) {});
    addBoth(u"s-rating-idle"_s,
            [resting](RatingWindow &window) { window.setState(resting(true)); });
    addBoth(u"s-rating-closed"_s,
            [resting](RatingWindow &window) { window.setState(resting(false)); });
    addBoth(u"s-rating-offline"_s, [](RatingWindow &window) { window.setOffline(); });
    addBoth(u"s-rating-offer"_s, offered);
    addBoth(u"s-rating-comment"_s, writing);
    addBoth(u"s-rating-comment-long"_s, [writing](RatingWindow &window) {
        writing(window);
        constexpr int Words = 60;
        for (int i = 0; i < Words; ++i) {
            for (const QChar key : u"chowf "_s) {
                touch(window, key == u' ' ? u"keySpace"_s : u"key"_s + key);
            }
        }
    });
    const auto warned = [writing](RatingWindow &window) {
        writing(window);
        touch(window, u"keya"_s);
        QMetaObject::invokeMethod(window.findChild<QTimer *>(), "timeout", Qt::DirectConnection);
    };
    addBoth(u"s-rating-warned"_s, warned);
    add(u"s-rating-comment-1366"_s, {1366, 768}, writing);
    add(u"s-rating-warned-1280"_s, {1280, 800}, warned);
    const auto again = [writing](RatingWindow &window) {
        writing(window);
        touch(window, u"keya"_s);
        touch(window, u"change"_s);
        QMetaObject::invokeMethod(window.findChild<QTimer *>(), "timeout", Qt::DirectConnection);
    };
    addBoth(u"s-rating-again-warned"_s, again);
    add(u"s-rating-again-warned-1280"_s, {1280, 800}, again);
    addBoth(u"s-rating-sending"_s, [writing](RatingWindow &window) {
        writing(window);
        touch(window, u"skip"_s);
    });
    addBoth(u"s-rating-thanks"_s, [offered](RatingWindow &window) {
        offered(window);
        window.thank();
    });
    addBoth(u"s-rating-refused"_s, [offered](RatingWindow &window) {
        offered(window);
        window.refuse();
    });
}

} // namespace motcua::test
