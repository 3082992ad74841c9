// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/managerrole.h"

#include "counter/deskparts.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/inboxpage.h"
#include "manager/monthpage.h"
#include "manager/reportspage.h"
#include "manager/reporttext.h"
#include "manager/rosterpage.h"
#include "operations/reports.h"
#include "operations/rosters.h"
#include "printing/reportfile.h"
#include "shared/emptystate.h"
#include "shared/errortext.h"
#include "shared/translation.h"
#include "support/printserver.h"
#include "support/testbranch.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

/// A branch with a closed day, and the manager's face on it.
struct Office
{
    explicit Office(const QString &printer = {})
    {
        branch.play(u"open|in 1 CB01|issue H|issue C|wait 60|call 1|start 1|wait 300|finish 1|"
                    "close"_s);
        storage = std::make_unique<StorageThread>(branch.path(), QString());
        archive = std::make_unique<StorageThread>(branch.path(), QString());
        role = std::make_unique<ManagerRole>(
            *storage, *archive, ManagerSettings{.language = Language::English, .printer = printer},
            folder.filePath(u"papers"_s));
        role->window().resize(1440, 900);
        role->window().show();
        QApplication::setActiveWindow(&role->window());
        // Keys are for the active window.
        static_cast<void>(QTest::qWaitForWindowActive(&role->window()));
    }
    ReportsPage &reports() const { return role->window().reports(); }
    template <typename Widget>
    Widget *part(const QString &name) const
    {
        return role->window().findChild<Widget *>(name);
    }
    QStringList files() const { return QDir(folder.filePath(u"papers"_s)).entryList(QDir::Files); }
    QByteArray content(const QString &name) const
    {
        QFile file(folder.filePath(u"papers/"_s) + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    TestBranch branch;
    std::unique_ptr<StorageThread> storage;
    std::unique_ptr<StorageThread> archive;
    std::unique_ptr<ManagerRole> role; // ends before the storage does
};

} // namespace

class ManagerRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportIsMadeAndSavedAsItIsShown()
    {
        Office office;
        QTest::keyClick(&office.role->window(), Qt::Key_3, Qt::ControlModifier);
        office.reports().ask(ReportKind::Daily, Monday, Monday);
        QTRY_VERIFY(office.part<QWidget>(u"figures"_s)->isVisible());
        for (const QString &format : {u"csv"_s, u"xlsx"_s, u"pdf"_s}) {
            office.part<DeskButton>(format)->click();
        }
        QTRY_COMPARE(office.files().size(), 3);
        const auto table =
            makeReport(*office.branch,
                       {.kind = ReportKind::Daily, .from = Monday, .clock = office.branch.clock()});
        VERIFY_RESULT(table);
        for (const QString &name : office.files()) {
            QVERIFY2(name.startsWith(u"motcua-daily-2026-03-02-"_s), qPrintable(name));
            if (name.endsWith(u".csv"_s)) {
                QCOMPARE(office.content(name), reportCsv(sheetOf(*table, Language::English)));
            }
        }
        QTRY_VERIFY(office.part<DeskLabel>(u"note"_s)->text().startsWith(u"Written: "_s));
    }

    void whatCannotBeIsSaid()
    {
        Office office;
        QTest::keyClick(&office.role->window(), Qt::Key_3, Qt::ControlModifier);
        office.reports().ask(ReportKind::Daily, Monday, Monday);
        QTRY_VERIFY(office.part<QWidget>(u"figures"_s)->isVisible());
        office.part<DeskButton>(u"print"_s)->click();
        QTRY_VERIFY(office.part<DeskLabel>(u"note"_s)->text().startsWith(u"No printer is set"_s));
        // A file stands where the folder should be.
        QFile file(office.folder.filePath(u"papers"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        office.part<DeskButton>(u"csv"_s)->click();
        QTRY_VERIFY(office.part<DeskLabel>(u"note"_s)->text().contains(u"papers"_s));
    }

    void reportComesOutOfItsQueue()
    {
        PrintServer server;
        if (const QString why = server.start(); !why.isEmpty()) {
            if (::geteuid() == 0) {
                QFAIL(qPrintable(why));
            }
            // cupsd gives up its rights only when it has some: as another user it may not start.
            QSKIP(qPrintable(u"No private CUPS server: "_s + why));
        }
        Office office(u"RAW"_s);
        QTest::keyClick(&office.role->window(), Qt::Key_3, Qt::ControlModifier);
        office.reports().ask(ReportKind::Daily, Monday, Monday);
        QTRY_VERIFY(office.part<QWidget>(u"figures"_s)->isVisible());
        QTest::keyClick(&office.role->window(), Qt::Key_P, Qt::ControlModifier);
        constexpr int LongestMs = 40'000;
        QTRY_COMPARE_WITH_TIMEOUT(server.documents().size(), 1, LongestMs);
        const auto note = [&office] { return office.part<DeskLabel>(u"note"_s)->text(); };
        QTRY_COMPARE_WITH_TIMEOUT(note(), u"Sent to the printer RAW."_s, LongestMs);
        const auto table =
            makeReport(*office.branch,
                       {.kind = ReportKind::Daily, .from = Monday, .clock = office.branch.clock()});
        VERIFY_RESULT(table);
        const QString paper = QString::fromUtf8(
            output(u"pdftotext"_s, {u"-layout"_s, server.documents().constFirst(), u"-"_s}));
        QVERIFY2(paper.contains(u"Day sheet"_s), qPrintable(paper));
        QVERIFY2(paper.contains(table->seal.first(4)), qPrintable(paper));
        QVERIFY2(paper.contains(QRegularExpression(u"Total\\s+2\\s+1\\s+0\\s+0\\s+1\\s+0"_s)),
                 qPrintable(paper)); // issued, served, no-show, given back, expired, not done

        // What the printer refuses is told.
        QVERIFY(server.setMode("fail"));
        QTest::keyClick(&office.role->window(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(note(), errorText({ErrorCode::FormNotPrinted, u"RAW"_s, {}}),
                                  LongestMs);
    }

    void reportUnderWayIsStopped()
    {
        Office office;
        QTest::keyClick(&office.role->window(), Qt::Key_3, Qt::ControlModifier);
        // The storage thread is held up until the wish to stop has been told.
        QSemaphore held;
        office.archive->run(
            office.role.get(),
            [&held](Database &) -> Result<> {
                held.acquire();
                return {};
            },
            [](const Result<> &) {});
        office.reports().ask(ReportKind::Period, Monday, Monday);
        QVERIFY(office.part<EmptyState>(u"progress"_s)->isVisible());
        QTest::keyClick(&office.role->window(), Qt::Key_Escape);
        held.release();
        QTRY_COMPARE(office.part<EmptyState>(u"nothing"_s)->accessibleName(),
                     u"Stopped. Nothing was written."_s);
    }

    void rosterIsChanged()
    {
        Office office;
        QTRY_VERIFY(!office.part<QWidget>(u"age"_s)->accessibleName().isEmpty());
        QTest::keyClick(&office.role->window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(!office.part<DeskLabel>(u"rosterDetail"_s)->text().isEmpty());
        const auto put = [&office](const QString &staff, const QString &counter) {
            office.part<DeskField>(u"rosterStaff"_s)->setText(staff);
            office.part<DeskField>(u"rosterCounter"_s)->setText(counter);
            office.part<DeskButton>(u"rosterPut"_s)->click();
        };
        const auto stored = [&office] {
            return office.branch.value(u"SELECT count(*) FROM roster WHERE active"_s);
        };
        put(u"CB99"_s, u"1"_s);
        QTRY_VERIFY(office.part<DeskLabel>(u"rosterTrouble"_s)->isVisible());
        put(u"CB01"_s, u"1"_s);
        QTRY_COMPARE(stored(), u"1"_s);
        QTRY_VERIFY(office.part<QWidget>(u"roster"_s)->isVisible());
        put(u"CB02"_s, {});
        QTRY_COMPARE(stored(), u"2"_s);
        QTRY_VERIFY(office.part<DeskLabel>(u"rosterDetail"_s)->text().contains(u"2 expected"_s));
        office.part<DeskField>(u"rosterStaff"_s)->setText(u"CB01"_s);
        office.part<DeskButton>(u"rosterOff"_s)->click();
        QTRY_COMPARE(stored(), u"1"_s);
        QCOMPARE(office.branch.faults(), QString());
    }

    void whatStandsOfSomebodyIsNotLostByAChange()
    {
        Office office;
        VERIFY_RESULT(putOnRoster(*office.branch, office.branch.next(),
                                  {.date = Monday,
                                   .staff = u"CB01"_s,
                                   .counter = 1,
                                   .starts = QTime(13, 0),
                                   .agency = u"Sở Tư pháp"_s}));
        RosterPage &page = office.role->window().roster();
        const auto field = [&office](const QString &name) { return office.part<DeskField>(name); };
        QSignalSpy put(&page, &RosterPage::putWanted);
        QTRY_VERIFY(!office.part<QWidget>(u"age"_s)->accessibleName().isEmpty());
        Q_EMIT page.rosterWanted(Monday);
        QTRY_VERIFY(office.part<QWidget>(u"roster"_s)->isVisibleTo(&page));
        field(u"rosterStaff"_s)->setText(u"CB01"_s);
        QCOMPARE(field(u"rosterAgency"_s)->text(), u"Sở Tư pháp"_s);
        field(u"rosterCounter"_s)->setText(u"2"_s);
        office.part<DeskButton>(u"rosterPut"_s)->click();
        QCOMPARE(put.size(), 1);
        QTRY_COMPARE(office.branch.value(u"SELECT counter FROM roster"_s), u"2"_s);
        QCOMPARE(office.branch.value(u"SELECT agency FROM roster"_s), u"Sở Tư pháp"_s);
        QCOMPARE(office.branch.value(u"SELECT starts FROM roster"_s), u"13:00"_s);
        // And the next one does not come from there.
        QTRY_COMPARE(field(u"rosterStaff"_s)->text(), QString());
        QCOMPARE(field(u"rosterAgency"_s)->text(), QString());
        field(u"rosterStaff"_s)->setText(u"CB01"_s);
        field(u"rosterStaff"_s)->setText(u"CB02"_s);
        QCOMPARE(field(u"rosterAgency"_s)->text(), QString());
    }

    void dayThatIsNotShownYetIsNotChanged()
    {
        Office office;
        RosterPage &page = office.role->window().roster();
        const auto expected = [](const QDate &date, const QString &staff) {
            return std::vector<ExpectedStaff>{
                {.entry = {.date = date, .staff = staff, .counter = 1, .starts = {}, .agency = {}},
                 .name = {}}};
        };
        const QDate tuesday = Monday.addDays(1);
        page.present(Monday, expected(Monday, u"CB01"_s));
        QSignalSpy off(&page, &RosterPage::takeOffWanted);
        QSignalSpy put(&page, &RosterPage::putWanted);
        office.part<DeskField>(u"rosterStaff"_s)->setText(u"CB01"_s);
        page.turn(1);
        office.part<DeskButton>(u"rosterOff"_s)->click();
        office.part<DeskButton>(u"rosterPut"_s)->click();
        page.present(Monday, expected(Monday, u"CB01"_s)); // comes late
        office.part<DeskButton>(u"rosterOff"_s)->click();
        QCOMPARE(off.size() + put.size(), 0);
        page.present(tuesday, expected(tuesday, u"CB01"_s));
        office.part<DeskButton>(u"rosterOff"_s)->click();
        QCOMPARE(off.size(), 1);
        QCOMPARE(off[0][0].toDate(), tuesday);
    }

    void troubleOfReadingGoesWithTheNextReading()
    {
        Office office;
        RosterPage &page = office.role->window().roster();
        const auto *trouble = office.part<DeskLabel>(u"rosterTrouble"_s);
        page.setTrouble(u"x"_s);
        page.present(Monday, {});
        QVERIFY(!trouble->isVisibleTo(&page));
        page.refuse(u"x"_s);
        page.present(Monday, {}); // and why a change was refused can be read on
        QVERIFY(trouble->isVisibleTo(&page));
        page.accept();
        QVERIFY(!trouble->isVisibleTo(&page));
        InboxPage &inbox = office.role->window().inbox();
        inbox.present({});
        inbox.setTrouble(u"x"_s);
        inbox.present({}); // nothing has changed
        QVERIFY(!inbox.findChild<DeskLabel *>(u"trouble"_s)->isVisibleTo(&inbox));
    }

    void monthIsShown()
    {
        Office office;
        QTRY_VERIFY(!office.part<QWidget>(u"age"_s)->accessibleName().isEmpty());
        QTest::keyClick(&office.role->window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(office.part<DeskLabel>(u"month"_s)->text(), u"Month 03/2026"_s);
        QTest::keyClick(&office.role->window(), Qt::Key_PageUp);
        QTRY_COMPARE(office.part<DeskLabel>(u"month"_s)->text(), u"Month 02/2026"_s);
    }

    void aWindowMayCloseWhileAReportIsMade()
    {
        Office office;
        office.reports().ask(ReportKind::Period, Monday, Monday.addDays(30));
        office.role.reset(); // the storage thread's work is still under way, or not begun
        office.archive.reset();
    }

    void theDayGoesOnWhileAReportIsMade()
    {
        QSemaphore held; // outlives the thread that waits for it
        Office office;
        const auto letGo = qScopeGuard([&held] { held.release(); });
        QTRY_VERIFY(!office.part<QWidget>(u"age"_s)->accessibleName().isEmpty());
        QTest::keyClick(&office.role->window(), Qt::Key_3, Qt::ControlModifier);
        office.archive->run(
            office.role.get(),
            [&held](Database &) -> Result<> {
                held.acquire();
                return {};
            },
            [](const Result<> &) {});
        office.reports().ask(ReportKind::Period, Monday, Monday);
        QVERIFY(office.part<EmptyState>(u"progress"_s)->isVisible());
        office.branch.play(u"wait 86400|open|issue H|issue H|issue H"_s);
        QTest::keyClick(&office.role->window(), Qt::Key_1, Qt::ControlModifier);
        const auto isThree = [&office] {
            const auto tiles = office.role->window().findChildren<FigureTile *>();
            return std::ranges::any_of(tiles, [](const FigureTile *tile) {
                return tile->isVisible() && tile->accessibleName().trimmed() == u"Issued: 3"_s;
            });
        };
        QTRY_VERIFY(isThree());
        const QWidget *figures = office.part<FigureTable>(u"figures"_s);
        QVERIFY(!figures->isVisibleTo(&office.reports())); // it is still being made
        held.release();
        QTRY_VERIFY(figures->isVisibleTo(&office.reports()));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    loadFonts();
    setProgramLanguage(Language::English);
    ManagerRoleTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "managerroletest.moc"
