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
        auto *time = tablet.window.findChild<QTimer *>();
        QVERIFY(time->isActive());
        time->setInterval(0);
        QTRY_COMPARE(tablet.spy.size(), 1);
        QCOMPARE(tablet.sent(), (QStringList{Ticket, u"1"_s, u"satisfied"_s, QString()}));
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
