// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/ratingrole.h"

#include "counter/deskparts.h"
#include "operations/ratings.h"
#include "roles/managerrole.h"
#include "shared/translation.h"
#include "support/testbranch.h"

#include <QApplication>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

QAbstractButton *seen(const QWidget &window, const QString &name)
{
    const auto all = window.findChildren<QAbstractButton *>(name);
    const auto found = std::ranges::find_if(all, [](const auto *one) { return one->isVisible(); });
    return found == all.end() ? nullptr : *found;
}

/// What the page says, where it asks nothing.
QString notice(const QWidget &window)
{
    const auto *tile = seen(window, u"notice"_s);
    return tile ? tile->accessibleName() : QString();
}

/// A branch whose counter 1 has just served somebody, by this PC's clock, and the tablet there.
struct Hall
{
    explicit Hall(const QString &script = u"finish 1"_s, int behind = 0) // s: the branch's clock
    {
        branch.wait(branch.clock().secsTo(QDateTime::currentDateTimeUtc()) - behind);
        branch.play(u"open|in 1 CB01|issue H|issue H|call 1|start 1|"_s + script);
        storage = std::make_unique<StorageThread>(branch.path(), QString());
        role = std::make_unique<RatingRole>(*storage, RatingSettings{.counter = 1});
        QObject::connect(storage.get(), &StorageThread::changed, role.get(),
                         [this](qint64 seq) { heard = seq; });
        role->window().resize(1280, 800);
        role->show();
    }

    /// Waits until the tablet has read what is in the branch now.
    void settle() const
    {
        const auto seq = branch.value(u"SELECT seq FROM branch"_s).toLongLong();
        QTRY_VERIFY(heard >= seq); // and so did the role, which was there first
        bool isRead = false;
        for (int i = 0; i < 2; ++i) { // it reads once more when something changed meanwhile
            isRead = false;
            storage->run(
                role.get(), [](Database &) { return Result<>(); },
                [&isRead](const Result<> &) { isRead = true; });
            QTRY_VERIFY(isRead);
        }
    }

    TestBranch branch;
    qint64 heard = 0;
    std::unique_ptr<StorageThread> storage;
    std::unique_ptr<RatingRole> role; // ends before the storage does
};

} // namespace

class RatingRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase()
    {
        loadFonts();
        setProgramLanguage(Language::Vietnamese);
    }

    void visitIsRatedAndThanked()
    {
        Hall hall;
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(seen(window, u"very"_s));
        seen(window, u"very"_s)->click();
        seen(window, u"keyt"_s)->click();
        seen(window, u"send"_s)->click();
        QTRY_VERIFY(notice(window).startsWith(u"Cảm ơn"_s));
        QCOMPARE(hall.branch.value(u"SELECT level FROM rating"_s), u"very"_s);
        QCOMPARE(hall.branch.value(u"SELECT state FROM rating"_s), u"received"_s);
        QCOMPARE(hall.branch.faults(), QString());
    }

    void clockOfATabletIsNobodysCare_data()
    {
        QTest::addColumn<int>("behind"); // the branch's clock, s
        QTest::newRow("as the branch's") << 0;
        QTest::newRow("five minutes ahead") << 300;
        QTest::newRow("more than a rating may be late") << 700;
        QTest::newRow("a day ahead") << 86'400;
        QTest::newRow("an hour behind") << -3600;
    }
    void clockOfATabletIsNobodysCare()
    {
        QFETCH(int, behind);
        Hall hall(QString(), behind);
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(notice(window).startsWith(u"Xin chào"_s));
        hall.branch.play(u"finish 1"_s);
        QTRY_VERIFY(seen(window, u"very"_s));
        seen(window, u"very"_s)->click();
        hall.branch.play(u"wait 20|call 1|start 1"_s); // the next one, while somebody writes
        hall.settle();
        seen(window, u"keyt"_s)->click();
        seen(window, u"send"_s)->click();
        QTRY_VERIFY(notice(window).startsWith(u"Cảm ơn"_s));
        QCOMPARE(hall.branch.value(u"SELECT rated_at - ended_at FROM rating, leg "
                                   "WHERE leg.ticket_id = rating.ticket_id"_s),
                 u"20000"_s);
        hall.branch.play(u"wait 1|finish 1"_s);
        QCOMPARE(hall.branch.value(u"SELECT clock_lead FROM branch"_s), u"0"_s);
        QCOMPARE(hall.branch.value(u"SELECT last_at FROM branch"_s),
                 QString::number(hall.branch.clock().toMSecsSinceEpoch()));
        QCOMPARE(hall.branch.faults(), QString());
    }

    void nobodyIsAskedASecondTime_data()
    {
        QTest::addColumn<QString>("next"); // is served
        QTest::addColumn<QString>("away"); // and is not any more
        QTest::newRow("put on hold") << u"wait 300|call 1|start 1"_s << u"hold 1 photocopy"_s;
        QTest::newRow("put on hold at once") << u"wait 3|call 1|start 1"_s << u"hold 1 photocopy"_s;
        QTest::newRow("start taken back") << u"wait 300|call 1|start 1"_s << u"undo 1"_s;
    }
    void nobodyIsAskedASecondTime()
    {
        QFETCH(QString, next);
        QFETCH(QString, away);
        Hall hall;
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(seen(window, u"not"_s));
        hall.branch.play(next);
        QTRY_VERIFY(notice(window).startsWith(u"Xin chào"_s));
        hall.branch.play(away);
        hall.settle();
        QVERIFY(notice(window).startsWith(u"Xin chào"_s));
        QCOMPARE(hall.branch.value(u"SELECT count(*) FROM leg WHERE state = 'serving'"_s), u"0"_s);
    }

    void offerGoesWhenItsEndIsTakenBack()
    {
        Hall hall;
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(seen(window, u"not"_s));
        hall.branch.play(u"wait 1|undo 1"_s);
        QTRY_VERIFY(seen(window, u"notice"_s));
        hall.branch.play(u"wait 1|finish 1"_s);
        QTRY_VERIFY(seen(window, u"not"_s));
    }

    void whatIsTooLateIsNotKept()
    {
        Hall hall;
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(seen(window, u"not"_s));
        seen(window, u"not"_s)->click();
        hall.branch.play(u"close"_s);
        seen(window, u"skip"_s)->click();
        QTRY_VERIFY(notice(window).contains(u"chưa gửi được"_s));
        QCOMPARE(hall.branch.value(u"SELECT count(*) FROM rating"_s), u"0"_s);
    }

    void headOfTheBranchReadsAndHandles()
    {
        Hall hall;
        VERIFY_RESULT(giveRating(
            *hall.branch, hall.branch.next(),
            {.counter = 1, .level = RatingLevel::Not, .comment = u"Không có chỗ để xe"_s}));
        StorageThread archive(hall.branch.path(), QString());
        ManagerRole manager(*hall.storage, archive);
        ManagerWindow &window = manager.window();
        window.resize(1440, 900);
        window.show();
        QTRY_VERIFY(!window.findChild<QWidget *>(u"age"_s)->accessibleName().isEmpty());
        window.findChild<QWidget *>(u"rail"_s)->findChildren<QAbstractButton *>()[3]->click();
        const auto shown = [&window](const QString &name) {
            const auto all = window.findChildren<QWidget *>(name);
            return std::ranges::any_of(all, [](const auto *one) { return one->isVisible(); });
        };
        QTRY_VERIFY(seen(window, u"handle"_s));
        seen(window, u"handle"_s)->click();
        QTRY_VERIFY(shown(u"who"_s));
        const auto field = [&window](const QString &name) {
            const auto all = window.findChildren<DeskField *>(name);
            return *std::ranges::find_if(all, [](const auto *one) { return one->isVisible(); });
        };
        field(u"who"_s)->setText(u"CB99"_s);
        field(u"note"_s)->setText(u"Da bao ve"_s);
        seen(window, u"done"_s)->click();
        QTRY_VERIFY(window.findChild<QWidget *>(u"trouble"_s)->isVisible()); // nobody has that code
        QCOMPARE(field(u"note"_s)->text(), u"Da bao ve"_s);
        field(u"who"_s)->setText(u"CB02"_s);
        seen(window, u"done"_s)->click();
        QTRY_VERIFY(shown(u"handled"_s));
        QVERIFY(!shown(u"received"_s));
        QCOMPARE(hall.branch.value(u"SELECT handled_by FROM rating"_s), u"CB02"_s);
        QCOMPARE(hall.branch.faults(), QString());
    }
};

QTEST_MAIN(RatingRoleTest)

#include "ratingroletest.moc"
