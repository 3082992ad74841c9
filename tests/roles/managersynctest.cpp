// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/syncpage.h"
#include "roles/managerrole.h"
#include "shared/paragraphlabel.h"
#include "shared/translation.h"
#include "support/samplecity.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

enum class Centre { There, Away, Unnamed };

/// The manager's face on a branch with a closed day, on the page of the centre.
struct Office
{
    explicit Office(Centre centre)
    {
        QString url = centre == Centre::Unnamed ? QString() : city.url;
        if (centre == Centre::Away) {
            url.replace(QRegularExpression(u":\\d+/"_s), u":1/"_s);
        }
        storage = std::make_unique<StorageThread>(city.branch.path(), QString());
        archive = std::make_unique<StorageThread>(city.branch.path(), QString());
        role = std::make_unique<ManagerRole>(
            *storage, *archive, ManagerSettings{.language = Language::English}, QString(),
            CentreAccess{.place = city.branch.path(), .branch = CityCode, .url = url});
        role->window().resize(1440, 900);
        role->window().show();
        QApplication::setActiveWindow(&role->window());
        // Keys are for the active window.
        static_cast<void>(QTest::qWaitForWindowActive(&role->window()));
        press(Qt::Key_6, Qt::ControlModifier);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&role->window(), key, modifiers);
    }
    [[nodiscard]] QString said(const QString &part) const
    {
        return role->window().findChild<ParagraphLabel *>(part)->text();
    }
    [[nodiscard]] QString outcome() const { return said(u"outcome"_s); }
    [[nodiscard]] DeskButton *button(const QString &name) const
    {
        return role->window().findChild<DeskButton *>(name);
    }

    City city;
    std::unique_ptr<StorageThread> storage;
    std::unique_ptr<StorageThread> archive;
    std::unique_ptr<ManagerRole> role; // ends before the storage does
};

} // namespace

class ManagerSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            // The suite starts one for it; a program run by hand has none.
            QSKIP("needs a scratch server for the centre");
        }
        setProgramLanguage(Language::English);
    }

    void theButtonBringsEverythingToTheCentre()
    {
        Office office(Centre::There);
        QTRY_COMPARE(office.said(u"value0"_s), u"never"_s);
        QTRY_VERIFY(office.said(u"value1"_s).endsWith(u" events are still to go"_s));
        QTRY_COMPARE(office.said(u"value3"_s), u"1: 02/03/2026"_s);
        office.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(office.outcome().startsWith(u"Everything is at the centre: "_s),
                                 20'000);
        QTRY_COMPARE(office.said(u"value1"_s), u"everything"_s);
        QTRY_COMPARE(office.said(u"value2"_s), u"1, the last one 02/03/2026"_s);
        QTRY_COMPARE(office.said(u"value3"_s), u"none"_s);
        QCOMPARE(office.city.difference(), QString());
        office.press(Qt::Key_F5); // and once more
        QTRY_VERIFY_WITH_TIMEOUT(office.outcome().contains(u" 0 rows sent"_s), 20'000);
    }

    void aCentreThatIsAwayIsSaidAndTriedAgain()
    {
        Office office(Centre::Away);
        office.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(office.outcome().startsWith(u"The centre cannot be reached"_s),
                                 20'000);
        QCOMPARE(office.button(u"sync"_s)->text(), u"Try again"_s);
        QTRY_VERIFY(office.said(u"value4"_s).endsWith(u"after 1 attempt that failed"_s));
    }

    void aSyncIsStoppedBetweenBatches()
    {
        Office office(Centre::There);
        auto holder = CentreLink::open(office.city.centre.url()).value();
        holder.run(u"BEGIN; SELECT 1 FROM branch FOR UPDATE"_s).value();
        office.press(Qt::Key_F5); // waits at the centre
        QTRY_COMPARE_WITH_TIMEOUT(
            office.city.centre.run(u"SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                   " current_database() AND wait_event_type = 'Lock'"_s),
            u"1"_s, 20'000);
        office.press(Qt::Key_Escape);
        holder.run(u"COMMIT"_s).value();
        QTRY_VERIFY_WITH_TIMEOUT(office.outcome().startsWith(u"Stopped."_s), 20'000);
        QVERIFY(!office.button(u"stopSync"_s)->isVisible());
        QCOMPARE(syncMemory(*office.city.branch)->failures, 0); // it is no failure
        office.press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(office.outcome().startsWith(u"Everything is"_s), 20'000);
    }

    void withoutACentreItIsSaidCalmly()
    {
        Office office(Centre::Unnamed);
        QVERIFY(office.outcome().startsWith(u"No centre is named on this PC"_s));
        QVERIFY(!office.button(u"sync"_s)->isEnabled());
        office.press(Qt::Key_F5);
        QVERIFY(!office.button(u"stopSync"_s)->isVisible());
        QTRY_COMPARE(office.said(u"value0"_s), u"never"_s);
    }
};

QTEST_MAIN(ManagerSyncTest)

#include "managersynctest.moc"
