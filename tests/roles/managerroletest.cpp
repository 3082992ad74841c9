// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/managerrole.h"

#include "manager/figuretile.h"
#include "operations/devices.h"
#include "shared/statusstrip.h"
#include "shared/translation.h"
#include "support/testbranch.h"

#include <QAbstractButton>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

/// Runs @p script now: a manager's clock is the PC's.
static QString play(TestBranch &branch, const QString &script)
{
    branch.wait(branch.clock().secsTo(QDateTime::currentDateTimeUtc()));
    return branch.play(script);
}

static void openToday(TestBranch &branch)
{
    const QDate today =
        QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Ho_Chi_Minh")).date();
    play(branch, u"open %1 | in 1 CB01"_s.arg(today.toString(Qt::ISODate)));
}

/// "Issued: 2", as a screen reader tells it; empty before there is any.
static QString issued(ManagerRole &role)
{
    const auto tiles = role.window().findChildren<FigureTile *>();
    return tiles.front()->accessibleName();
}

class ManagerRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        setProgramLanguage(Language::English);
    }

    void figuresFollowTheBranch()
    {
        TestBranch branch;
        openToday(branch);
        play(branch, u"issue H"_s);
        StorageThread storage(branch.path(), {});
        ManagerRole role(storage, {.language = Language::English});
        role.window().show();
        QTRY_COMPARE(issued(role), u"Issued: 1"_s);
        play(branch, u"issue H | issue C"_s);
        // Sooner than the 5 s after which it reads anyway.
        QTRY_COMPARE_WITH_TIMEOUT(issued(role), u"Issued: 3"_s, 4000);
    }

    void aBranchThatIsGoneIsToldAndComesBack()
    {
        TestBranch branch;
        openToday(branch);
        StorageThread storage(branch.path(), {});
        ManagerRole role(storage, {.language = Language::English});
        role.window().show();
        QTRY_COMPARE(issued(role), u"Issued: 0"_s);
        const auto *strip = role.window().findChild<StatusStrip *>();
        QVERIFY(!strip->isVisible());
        branch.close();
        const QString away = branch.path() + u".away"_s;
        QVERIFY(QFile::rename(branch.path(), away));
        QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 10'000);
        QVERIFY(QFile::rename(away, branch.path()));
        branch.reopen();
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible(), 10'000);
        play(branch, u"issue H"_s);
        QTRY_COMPARE_WITH_TIMEOUT(issued(role), u"Issued: 1"_s, 10'000);
    }

    void changedPaperEndsTheCallForHelp()
    {
        TestBranch branch;
        openToday(branch);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        VERIFY_RESULT(reportDevice(*branch, {.number = 2, .state = DeviceState::PaperOut}, now));
        VERIFY_RESULT(raiseHelp(*branch, 2, HelpReason::PaperOut, now));
        VERIFY_RESULT(raiseHelp(*branch, 2, HelpReason::Citizen, now));
        VERIFY_RESULT(raiseHelp(*branch, 1, HelpReason::PaperOut, now));
        StorageThread storage(branch.path(), {});
        ManagerRole role(storage, {.language = Language::English});
        role.window().show();
        const auto paper = [&role]() -> QAbstractButton * {
            const auto buttons = role.window().findChildren<QAbstractButton *>();
            const auto found = std::ranges::find_if(buttons, [](const QAbstractButton *one) {
                return one->text() == u"Paper changed"_s && one->isVisible();
            });
            return found == buttons.end() ? nullptr : *found;
        };
        QTRY_VERIFY(paper());
        paper()->click();
        QTRY_COMPARE(openHelp(*branch)->size(), size_t{2});
        const auto left = openHelp(*branch);
        VERIFY_RESULT(left);
        for (const HelpRequest &help : *left) {
            QVERIFY(help.kiosk == 1 || help.reason == HelpReason::Citizen);
        }
    }
};

QTEST_MAIN(ManagerRoleTest)
#include "managerroletest.moc"
