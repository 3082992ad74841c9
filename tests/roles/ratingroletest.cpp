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

/// A branch whose counter 1 has just served somebody, by this PC's clock, and the tablet there.
struct Hall
{
    explicit Hall(const QString &script = u"finish 1"_s, int behind = 0) // s: the branch's clock
    {
        branch.wait(branch.clock().secsTo(QDateTime::currentDateTimeUtc()) - behind);
        branch.play(u"open|in 1 CB01|issue H|issue H|call 1|start 1|"_s + script);
        storage = std::make_unique<StorageThread>(branch.path(), QString());
        role = std::make_unique<RatingRole>(*storage, RatingSettings{.counter = 1});
        role->window().resize(1280, 800);
        role->show();
    }

    TestBranch branch;
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
        QTRY_VERIFY(seen(window, u"notice"_s)
                    && seen(window, u"notice"_s)->accessibleName().startsWith(u"Cảm ơn"_s));
        QCOMPARE(hall.branch.value(u"SELECT level FROM rating"_s), u"very"_s);
        QCOMPARE(hall.branch.value(u"SELECT state FROM rating"_s), u"received"_s);
        QCOMPARE(hall.branch.faults(), QString());
    }

    void tabletWhoseClockIsAheadAsksAllTheSame()
    {
        Hall hall(QString(), 300);
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(seen(window, u"notice"_s)
                    && seen(window, u"notice"_s)->accessibleName().startsWith(u"Xin chào"_s));
        hall.branch.play(u"finish 1"_s);
        QTRY_VERIFY(seen(window, u"very"_s));
        seen(window, u"very"_s)->click();
        seen(window, u"skip"_s)->click();
        QTRY_COMPARE(hall.branch.value(u"SELECT count(*) FROM rating"_s), u"1"_s);
        // It takes the branch's time with it, and brings its own to nobody.
        QVERIFY(hall.branch
                    .value(u"SELECT rated_at - ended_at FROM rating, leg "
                           "WHERE leg.ticket_id = rating.ticket_id"_s)
                    .toInt()
                < 60'000);
        QCOMPARE(hall.branch.faults(), QString());
    }

    void offerGoesWhenItsEndIsTakenBack()
    {
        Hall hall;
        RatingWindow &window = hall.role->window();
        QTRY_VERIFY(seen(window, u"not"_s));
        hall.branch.play(u"undo 1"_s);
        QTRY_VERIFY(seen(window, u"notice"_s));
        hall.branch.play(u"finish 1"_s);
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
        QTRY_VERIFY(seen(window, u"notice"_s)
                    && seen(window, u"notice"_s)->accessibleName().contains(u"chưa gửi được"_s));
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
