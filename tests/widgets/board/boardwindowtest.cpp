// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardwindow.h"

#include "board/screenkeeper.h"
#include "shared/painting.h"
#include "shared/translation.h"
#include "support/halls.h"

#include <QPaintEvent>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// Remembers what of a widget was painted.
class PaintedArea : public QObject
{
public:
    explicit PaintedArea(QWidget &widget) { widget.installEventFilter(this); }

    QRegion area;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            area += static_cast<QPaintEvent *>(event)->region();
        }
        return false;
    }
};

QRect rectOf(const BoardWindow &board, BoardPart part, int number = 0)
{
    for (const BoardItem &item : board.picture().items) {
        if (item.part == part && (number == 0 || item.number == number)) {
            return item.rect;
        }
    }
    return {};
}

} // namespace

class BoardWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void onlyWhatChangedIsPainted()
    {
        qint64 now = 0;
        BoardWindow board([&now] { return now; });
        board.resize(1920, 1080);
        board.setContent(mockupContent());
        HallState hall = mockupHall();
        board.setHall(hall);
        board.show();
        QVERIFY(QTest::qWaitForWindowExposed(&board));
        QCoreApplication::processEvents();

        PaintedArea painted(board);
        ++hall.seq;
        hall.counters[6].ticket = ticket("N030"); // counter 7 serves the next, nobody was called
        board.setHall(hall);
        QTRY_VERIFY(!painted.area.isEmpty());
        QCOMPARE(painted.area.boundingRect(), rectOf(board, BoardPart::Cell, 7));

        painted.area = {};
        now += 60'000;
        hall.branchNow += 60'000;
        board.setHall(hall);
        QTRY_VERIFY(!painted.area.isEmpty());
        QCOMPARE(painted.area.boundingRect(), rectOf(board, BoardPart::Clock));

        painted.area = {};
        board.setHall(hall);
        board.refresh();
        QCoreApplication::processEvents();
        QVERIFY(painted.area.isEmpty());
    }

    void tellsWhenItIsPainted()
    {
        BoardWindow board;
        board.resize(1280, 720);
        board.show();
        QVERIFY(QTest::qWaitForWindowExposed(&board));
        QSignalSpy painted(&board, &BoardWindow::painted);
        board.setHall(called(mockupHall(), "C119", 5));
        QTRY_COMPARE(painted.size(), 1);
        QCOMPARE(painted.at(0).at(0).toLongLong(), mockupHall().seq + 1);
        HallState same = called(mockupHall(), "C119", 5);
        ++same.seq;
        board.setHall(same); // nothing of it is on the board
        QTRY_COMPARE(painted.size(), 2);
    }

    /// Everything painted is a number, a counter, a group, the branch, the time, a notice or one of
    /// the board's own words.
    void nothingElseOfTheBranchIsPainted()
    {
        std::set<QString> texts;
        setPaintedTextListener([&texts](const PaintedText &text) { texts.insert(text.text); });
        qint64 now = 0;
        BoardWindow board([&now] { return now; });
        board.resize(1920, 1080);
        BoardContent content = mockupContent();
        content.languages = {Language::Vietnamese};
        board.setContent(content);
        HallState hall = mockupHall();
        board.setHall(hall);
        board.show();
        board.grab();
        setPaintedTextListener({});

        std::set<QString> allowed{hall.branch.name.vi,
                                  hall.branch.organisation.vi,
                                  u"09:42"_s,
                                  u"Thứ Ba, 17/11"_s,
                                  u"1"_s,
                                  content.ticker.front().vi};
        for (const GroupLoad &load : hall.groups) {
            allowed.insert(load.group.shortName.vi);
        }
        for (const CounterState &counter : hall.counters) {
            allowed.insert(QString::number(counter.number));
            if (counter.ticket) {
                allowed.insert(counter.ticket->toString());
            }
        }
        for (const char *word : {"Counter", "Now calling", "On break", "Notice"}) {
            allowed.insert(textIn(Language::Vietnamese, "Board", word));
        }
        QVERIFY(texts.size() > 20);
        for (const QString &text : texts) {
            QVERIFY2(allowed.contains(text), qPrintable(text));
        }
    }

    void layouts_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("counters");
        QTest::addColumn<bool>("media");
        for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080),
                                 QSize(1920, 1200), QSize(1280, 1024), QSize(2560, 1080),
                                 QSize(3840, 2160), QSize(1080, 1920), QSize(768, 1366)}) {
            for (const int counters : {1, 6, 12, 13, 20, 60}) {
                for (const bool media : {false, true}) {
                    QTest::addRow("%d x %d, %d counters, %s", size.width(), size.height(), counters,
                                  media ? "media" : "no media")
                        << size << counters << media;
                }
            }
        }
    }
    /// Nothing lies on something else, and all is on the screen.
    void layouts()
    {
        QFETCH(QSize, size);
        QFETCH(int, counters);
        QFETCH(bool, media);
        BoardState state(0, 0);
        state.setContent(mockupContent(), 0);
        state.setShape(media, size.height() > size.width(), 0);
        state.setHall(largeHall(counters), 0);
        const BoardPicture picture = boardPicture(state.at(0), size);
        QVector<QRect> rects{picture.ticker};
        if (media) {
            QVERIFY(!picture.media.isEmpty());
            rects.append(picture.media);
        }
        for (const BoardItem &item : picture.items) {
            if (item.part != BoardPart::Frame && item.part != BoardPart::Pages) {
                rects.append(item.rect);
            }
        }
        const QRect screen(QPoint(0, 0), size);
        for (qsizetype i = 0; i < rects.size(); ++i) {
            QVERIFY(!rects[i].isEmpty());
            QVERIFY(screen.contains(rects[i]));
            for (qsizetype j = 0; j < i; ++j) {
                QVERIFY(!rects[i].intersects(rects[j]));
            }
        }
    }

    void tickerMovesOnlyWhenItIsTooLong_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<bool>("reduced");
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("fits") << 3 << false << false;
        QTest::newRow("too long") << 80 << false << true;
        QTest::newRow("too long, reduced motion") << 80 << true << false;
    }
    void tickerMovesOnlyWhenItIsTooLong()
    {
        QFETCH(int, words);
        QFETCH(bool, reduced);
        TickerBar ticker;
        ticker.setLook({.palette = Palette::Board, .reducedMotion = reduced});
        ticker.resize(1920, 84);
        ticker.setTexts({{u"lời nhắn "_s.repeated(words), {}}}, {Language::Vietnamese});
        ticker.show();
        QVERIFY(QTest::qWaitForWindowExposed(&ticker));
        QTEST(ticker.isScrolling(), "scrolls");
    }

    void screenIsFound_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("present");
        QTest::addColumn<int>("found");
        const QStringList two{u"eDP-1"_s, u"HDMI-1"_s};
        QTest::newRow("by name") << u"HDMI-1"_s << two << 1;
        QTest::newRow("by place") << u"2"_s << two << 1;
        QTest::newRow("any") << QString() << two << 0;
        QTest::newRow("unplugged") << u"HDMI-1"_s << QStringList{u"eDP-1"_s} << -1;
        QTest::newRow("second place unplugged") << u"2"_s << QStringList{u"eDP-1"_s} << -1;
        QTest::newRow("place 0") << u"0"_s << two << -1;
        QTest::newRow("no screen at all") << QString() << QStringList() << -1;
    }
    void screenIsFound()
    {
        QFETCH(QString, wanted);
        QFETCH(QStringList, present);
        QTEST(static_cast<int>(wantedScreen(wanted, present).value_or(-1)), "found");
    }

    void screenFoundByItsPlaceIsKept_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("the first") << QString();
        QTest::newRow("by place") << u"1"_s;
        QTest::newRow("by name") << u"HDMI-1"_s;
    }
    void screenFoundByItsPlaceIsKept()
    {
        QFETCH(QString, wanted);
        QWidget window;
        ScreenKeeper keeper(window, wanted);
        QCOMPARE(keeper.settle({u"HDMI-1"_s, u"eDP-1"_s}).value_or(-1), 0);
        QCOMPARE(keeper.settle({u"eDP-1"_s}).value_or(-1), -1); // a clerk's desk
        QCOMPARE(keeper.settle({u"eDP-1"_s, u"HDMI-1"_s}).value_or(-1), 1);
        ScreenKeeper early(window, {});
        QCOMPARE(early.settle({u":0.0"_s}).value_or(-1), 0); // nothing is plugged in yet
        QCOMPARE(early.settle({u"HDMI-1"_s}).value_or(-1), 0);
    }

    void windowHidesWithoutItsScreen()
    {
        QWidget window;
        ScreenKeeper gone(window, u"HDMI-7"_s);
        gone.place();
        QVERIFY(!window.isVisible());
        ScreenKeeper here(window, {});
        here.place();
        QVERIFY(window.isVisible());
        QCOMPARE(window.cursor().shape(), Qt::BlankCursor);
    }
};

QTEST_MAIN(BoardWindowTest)
#include "boardwindowtest.moc"
