// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shots/shots.h"

#include "board/boardwindow.h"
#include "support/halls.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QPainter>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua::test {

namespace {

enum class Media { Without, With };

/// A board whose time stands still after @p script, which may let it pass.
struct Stage
{
    std::shared_ptr<qint64> now = std::make_shared<qint64>(0);
    BoardContent content = mockupContent();
    BoardWindow *board = nullptr;

    void pass(qint64 ms) const
    {
        *now += ms;
        board->refresh();
    }
    void show(const HallState &hall) const
    {
        board->setContent(content);
        board->setHall(hall);
    }
};

/// A folder with one picture, painted for the gallery.
QString mediaFolder()
{
    static const QTemporaryDir folder;
    const QString file = folder.filePath(u"wall.png"_s);
    if (!QFile::exists(file)) {
        QImage picture(1144, 648, QImage::Format_RGB32);
        picture.fill(QColor(u"#F2B632"_s));
        QPainter painter(&picture);
        painter.fillRect(0, 0, 1144, 56, QColor(u"#FBE3A3"_s));
        painter.fillRect(0, 552, 1144, 96, QColor(u"#8C3B22"_s));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(u"#06352A"_s));
        for (const int x : {144, 488, 832}) {
            painter.drawRoundedRect(QRect(x, 160, 168, 480), 84, 84);
        }
        painter.fillRect(0, 552, 1144, 96, QColor(u"#8C3B22"_s));
        painter.end();
        picture.save(file);
    }
    return folder.path();
}

void waitForMedia(BoardWindow &board)
{
    auto *media = board.findChild<MediaView *>();
    const QDeadlineTimer deadline(5s);
    while (!(media->isAvailable() && media->size() == board.picture().media.size())
           && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
    QCoreApplication::processEvents();
}

void add(const char *name, QSize size, Media media, void (*script)(Stage &stage))
{
    const QString suffix = u"-%1x%2"_s.arg(size.width()).arg(size.height());
    addShot({.name = QString::fromLatin1(name) + suffix,
             .face = Face::Board,
             .size = size,
             .palettes = {Palette::Board},
             .scale = std::min(size.width(), size.height()) / 1080.0,
             .make = [size, media, script](const Look &look) -> std::unique_ptr<QWidget> {
                 Stage stage;
                 auto board = std::make_unique<BoardWindow>([now = stage.now] { return *now; });
                 stage.board = board.get();
                 board->resize(size);
                 if (look.language == Language::English) {
                     std::ranges::reverse(stage.content.languages);
                 }
                 board->setContent(stage.content);
                 if (media == Media::With) {
                     board->setMedia(mediaFolder(), 60s);
                     waitForMedia(*board);
                 }
                 script(stage);
                 return board;
             }});
}

void atRest(Stage &stage)
{
    stage.show(mockupHall());
}

/// Three calls at once: the first flashes, two wait for the panel.
void threeCalls(Stage &stage)
{
    stage.show(mockupHall());
    HallState hall = called(mockupHall(), "C119", 5);
    stage.show(hall);
    hall = called(hall, "N1028", 8, 100);
    stage.show(hall);
    stage.show(called(hall, "Y005", 11, 100));
    stage.pass(500);
}

void nobodyCalled(Stage &stage)
{
    HallState hall = mockupHall();
    hall.calls.clear();
    for (CounterState &counter : hall.counters) {
        counter.ticket.reset();
        if (counter.number > 9) {
            counter.presence = Presence::Closed;
        }
    }
    stage.show(hall);
}

void stale(Stage &stage)
{
    stage.show(mockupHall());
    stage.pass(10'100);
}

void closed(Stage &stage)
{
    HallState hall = mockupHall();
    hall.businessDate = QDate();
    hall.branchNow = hallTime({17, 5});
    stage.content.nextOpening = LocalTime{.date = HallDay.addDays(1), .time = {7, 30}};
    stage.show(hall);
}

void reducedMotion(Stage &stage)
{
    stage.content.reducedMotion = true;
    stage.show(mockupHall());
    stage.show(called(mockupHall(), "C119", 5));
}

void fiveCounters(Stage &stage)
{
    stage.show(called(largeHall(5), "C108", 5));
    stage.pass(3000);
}

void eighteenCounters(Stage &stage)
{
    stage.show(called(largeHall(18), "N108", 8));
    stage.pass(3000);
}

void thirtyCounters(Stage &stage)
{
    stage.show(called(largeHall(30), "A108", 24));
    stage.pass(3000);
}

} // namespace

void addBoardShots()
{
    struct State
    {
        const char *name;
        Media media;
        void (*script)(Stage &stage);
    };
    const std::vector<State> states{{"h-board-media", Media::With, atRest},
                                    {"i-board-grid", Media::Without, atRest},
                                    {"h-board-media-calls", Media::With, threeCalls},
                                    {"h-board-media-waiting", Media::With, nobodyCalled},
                                    {"h-board-media-stale", Media::With, stale},
                                    {"h-board-media-30", Media::With, thirtyCounters},
                                    {"i-board-grid-calls", Media::Without, threeCalls},
                                    {"i-board-grid-waiting", Media::Without, nobodyCalled},
                                    {"i-board-grid-stale", Media::Without, stale},
                                    {"i-board-grid-reduced-motion", Media::Without, reducedMotion},
                                    {"i-board-grid-5", Media::Without, fiveCounters},
                                    {"i-board-grid-18", Media::Without, eighteenCounters},
                                    {"i-board-grid-30", Media::Without, thirtyCounters},
                                    {"i-board-closed", Media::Without, closed}};
    for (const QSize size : {QSize(1920, 1080), QSize(1080, 1920)}) {
        for (const State &state : states) {
            add(state.name, size, state.media, state.script);
        }
    }
    for (const QSize size : {QSize(1280, 720), QSize(3840, 2160)}) {
        for (size_t i = 0; i < 2; ++i) {
            add(states[i].name, size, states[i].media, states[i].script);
        }
    }
}

} // namespace motcua::test
