// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rating/ratingwindow.h"

#include "shared/translation.h"
#include "support/samplerating.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

/// A window as it stands at counter 3.
struct Tablet
{
    Tablet()
    {
        loadFonts();
        window.resize(1280, 800);
        window.show();
    }

    void touch(const QString &name)
    {
        const auto all = window.findChildren<QAbstractButton *>(name);
        // Of a page that is gone by now nothing can be touched.
        const auto found =
            std::ranges::find_if(all, [](const auto *one) { return one->isVisible(); });
        QVERIFY2(found != all.end(), qUtf8Printable(name));
        (*found)->click();
    }
    /// The words of the page, for a screen reader.
    [[nodiscard]] QString told(const QString &name) const
    {
        for (const auto *tile : window.findChildren<QAbstractButton *>(name)) {
            if (tile->isVisible()) {
                return tile->accessibleName();
            }
        }
        return {};
    }
    [[nodiscard]] QAbstractButton *seen(const QString &name) const
    {
        const auto all = window.findChildren<QAbstractButton *>(name);
        const auto found =
            std::ranges::find_if(all, [](const auto *one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }
    /// The time of the page.
    void runOut() const
    {
        auto *time = window.findChild<QTimer *>();
        QVERIFY(time->isActive());
        time->setInterval(0);
    }
    [[nodiscard]] QStringList sent(int at = 0) const
    {
        const QList<QVariant> &one = spy.at(at);
        return {one[0].value<QUuid>().toString(QUuid::WithoutBraces), one[1].toString(),
                word(one[2].value<RatingLevel>()), one[3].toString()};
    }

    RatingWindow window;
    QSignalSpy spy{&window, &RatingWindow::rated};
};

const QString Ticket = u"7a1b6d10-0000-4000-8000-000000000042"_s;

RatingState nobody()
{
    RatingState state = sampleRatingState();
    state.offer.reset();
    return state;
}

} // namespace

class RatingWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { setProgramLanguage(Language::Vietnamese); }

    void citizenIsAskedByHisNumber()
    {
        Tablet tablet;
        tablet.window.setState(nobody());
        QVERIFY(tablet.told(u"notice"_s).startsWith(u"Xin chào"_s));
        tablet.window.setState(sampleRatingState());
        QVERIFY(tablet.told(u"title"_s).contains(u"H042"_s));
        QVERIFY(tablet.told(u"title"_s).contains(u"quầy 3"_s));
        QVERIFY(tablet.told(u"very"_s).startsWith(u"Rất hài lòng"_s));
    }

    void levelsHaveRoomForAFinger()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        for (const QString &name : {u"very"_s, u"satisfied"_s, u"not"_s}) {
            const auto *button = tablet.window.findChild<QAbstractButton *>(name);
            QVERIFY(button->height() >= 64 && button->width() >= 64);
        }
    }

    void levelAndCommentGoTogether()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        QCOMPARE(tablet.spy.size(), 0);
        for (const QChar key : u"chowf laau"_s) {
            tablet.touch(key == u' ' ? u"keySpace"_s : u"key"_s + key);
        }
        QCOMPARE(tablet.told(u"field"_s), u"Chờ lâu"_s);
        tablet.touch(u"send"_s);
        QCOMPARE(tablet.spy.size(), 1);
        QCOMPARE(tablet.sent(), (QStringList{Ticket, u"1"_s, u"not"_s, u"Chờ lâu"_s}));
        tablet.window.thank();
        QVERIFY(tablet.told(u"notice"_s).startsWith(u"Cảm ơn"_s));
    }

    void whoSkipsTheCommentHasRated()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"very"_s);
        tablet.touch(u"keya"_s);
        tablet.touch(u"skip"_s);
        QCOMPARE(tablet.sent(), (QStringList{Ticket, u"1"_s, u"very"_s, QString()}));
    }

    void whoGoesAwayHasRated()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"satisfied"_s);
        tablet.touch(u"keya"_s);
        for (int left = 15; left > 0; --left) {
            tablet.runOut();
            QTRY_VERIFY(tablet.told(u"title"_s).contains(u"%1 giây"_s.arg(left)));
            QCOMPARE(tablet.told(u"field"_s), u"A"_s);
            QCOMPARE(tablet.spy.size(), 0);
        }
        tablet.runOut();
        QTRY_COMPARE(tablet.spy.size(), 1);
        QCOMPARE(tablet.sent(), (QStringList{Ticket, u"1"_s, u"satisfied"_s, QString()}));
    }

    void anyTouchGoesOn_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("what is written") << u"field"_s;
        QTest::newRow("the warning") << u"title"_s;
        QTest::newRow("a key") << u"keyb"_s;
    }
    void anyTouchGoesOn()
    {
        QFETCH(QString, place);
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"satisfied"_s);
        tablet.touch(u"keya"_s);
        const QString asked = tablet.told(u"title"_s);
        const QWidget *field = tablet.seen(u"field"_s);
        const QRect before = field->geometry();
        tablet.runOut();
        QTRY_VERIFY(tablet.told(u"title"_s) != asked);
        QCOMPARE(field->geometry(), before); // nothing moves under a finger
        QTest::mousePress(tablet.seen(place), Qt::LeftButton);
        QCOMPARE(tablet.told(u"title"_s), asked);
        QVERIFY(tablet.told(u"field"_s).startsWith(u'A'));
        QCOMPARE(tablet.spy.size(), 0);
    }

    void mistakenLevelIsChanged()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        QVERIFY(tablet.told(u"title"_s).contains(u"Không hài lòng"_s));
        tablet.touch(u"keya"_s);
        tablet.touch(u"change"_s);
        tablet.window.setState(nobody()); // the next one is served meanwhile
        QVERIFY(tablet.told(u"title"_s).contains(u"H042"_s));
        tablet.touch(u"very"_s);
        QCOMPARE(tablet.told(u"field"_s), u"A"_s); // what was written stays
        tablet.touch(u"send"_s);
        QCOMPARE(tablet.spy.size(), 1);
        QCOMPARE(tablet.sent(), (QStringList{Ticket, u"1"_s, u"very"_s, u"A"_s}));
    }

    void nextOneSeesNothingThatWasWritten()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        tablet.touch(u"keya"_s);
        tablet.touch(u"change"_s);
        RatingState next = sampleRatingState();
        next.offer->ticket = QUuid::createUuid();
        next.offer->number.number = 43;
        tablet.window.setState(next); // his visit has ended, so it may be he who touches
        tablet.touch(u"very"_s);
        QVERIFY(!tablet.told(u"field"_s).startsWith(u'A'));
    }

    void whoTookHisLevelBackIsWarned_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("lost");
        QTest::newRow("he wrote") << u"keya"_s << u"bị xoá"_s;
        QTest::newRow("he did not") << QString() << u"không gửi"_s;
    }
    void whoTookHisLevelBackIsWarned()
    {
        QFETCH(QString, written);
        QFETCH(QString, lost);
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        if (!written.isEmpty()) {
            tablet.touch(written);
        }
        tablet.touch(u"change"_s);
        const QString asked = tablet.told(u"title"_s);
        const QRect before = tablet.seen(u"very"_s)->geometry();
        tablet.window.setState(nobody());
        tablet.runOut();
        QTRY_VERIFY(tablet.told(u"title"_s).contains(u"15 giây"_s));
        QVERIFY(tablet.told(u"title"_s).contains(lost));
        QCOMPARE(tablet.seen(u"very"_s)->geometry(), before);      // nothing moves under a finger
        QTest::mousePress(tablet.seen(u"note"_s), Qt::LeftButton); // beside the levels
        QCOMPARE(tablet.told(u"title"_s), asked);
        for (int left = 15; left > 0; --left) {
            tablet.runOut();
            QTRY_VERIFY(tablet.told(u"title"_s).contains(u"%1 giây"_s.arg(left)));
        }
        tablet.runOut();
        QTRY_VERIFY(tablet.told(u"notice"_s).startsWith(u"Xin chào"_s));
        QCOMPARE(tablet.spy.size(), 0);
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"very"_s);
        QVERIFY(!tablet.told(u"field"_s).startsWith(u'A')); // it is another citizen
    }

    void figuresAndMarksCanBeWritten()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        QVERIFY(tablet.told(u"field"_s).contains(u"Telex"_s));
        for (const QChar key : u"quaayf 5, 2/9?"_s) {
            tablet.touch(key == u' ' ? u"keySpace"_s : u"key"_s + key);
        }
        QCOMPARE(tablet.told(u"field"_s), u"Quầy 5, 2/9?"_s);
        QVERIFY(tablet.told(u"keySpace"_s).contains(u"Space"_s));
        QVERIFY(tablet.told(u"keyErase"_s).contains(u"Erase"_s));
    }

    void pageFitsAnySmallScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("warned"); // on the levels, else the comment
        QTest::newRow("1280 × 800") << QSize(1280, 800) << false;
        QTest::newRow("1366 × 768") << QSize(1366, 768) << false;
        QTest::newRow("1280 × 728") << QSize(1280, 728) << false;
        QTest::newRow("800 × 1280") << QSize(800, 1280) << false;
        QTest::newRow("1280 × 728, warned") << QSize(1280, 728) << true;
        QTest::newRow("800 × 1280, warned") << QSize(800, 1280) << true;
    }
    void pageFitsAnySmallScreen()
    {
        QFETCH(QSize, size);
        QFETCH(bool, warned);
        Tablet tablet;
        tablet.window.resize(size);
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        tablet.touch(u"keya"_s);
        if (warned) {
            tablet.touch(u"change"_s);
            tablet.runOut();
            QTRY_VERIFY(tablet.told(u"title"_s).contains(u"15 giây"_s));
        }
        for (const auto *tile : tablet.window.findChildren<QAbstractButton *>()) {
            if (tile->isVisible()) {
                const QRect place(tile->mapTo(&tablet.window, QPoint()), tile->size());
                QVERIFY2(tablet.window.rect().contains(place), qUtf8Printable(tile->objectName()));
            }
        }
    }

    void offerEndsByItself()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.window.findChild<QTimer *>()->setInterval(0);
        QTRY_VERIFY(tablet.told(u"notice"_s).startsWith(u"Xin chào"_s));
        QCOMPARE(tablet.spy.size(), 0);
    }

    void writerIsNotDisturbed()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        tablet.touch(u"keya"_s);
        RatingState next = sampleRatingState();
        next.offer->ticket = QUuid::createUuid();
        next.offer->number.number = 43;
        tablet.window.setState(next);
        tablet.window.setOffline();
        tablet.window.setState(next);
        QCOMPARE(tablet.told(u"field"_s), u"A"_s);
        tablet.touch(u"send"_s);
        QCOMPARE(tablet.sent().first(), Ticket); // not the next one's
        tablet.window.thank();
        tablet.window.findChild<QTimer *>()->setInterval(0);
        QTRY_VERIFY(tablet.told(u"title"_s).contains(u"H043"_s));
    }

    void offlineKeepsNothing()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.window.setOffline();
        QVERIFY(tablet.told(u"notice"_s).contains(u"Tạm"_s));
        tablet.window.setState(nobody());
        QVERIFY(tablet.told(u"notice"_s).startsWith(u"Xin chào"_s));
    }

    void pageKeepsItsTimeWhenTheScreenTurns()
    {
        Tablet tablet;
        tablet.window.setState(sampleRatingState());
        tablet.touch(u"not"_s);
        tablet.touch(u"keya"_s);
        tablet.window.resize(800, 1280);
        QCOMPARE(tablet.told(u"field"_s), u"A"_s);
        QVERIFY(tablet.window.findChild<QTimer *>()->isActive());
    }
};

QTEST_MAIN(RatingWindowTest)

#include "ratingwindowtest.moc"
