// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/cityrole.h"

#include "counter/deskparts.h"
#include "manager/figuretable.h"
#include "shared/emptystate.h"
#include "shared/statusstrip.h"
#include "shared/translation.h"
#include "support/testcentre.h"
#include "sync/city.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

/// A centre to which one branch has sent today, and the city's face on it.
struct Office
{
    Office()
        : branchUrl(centre.enrol(u"CN2"_s))
    {
        centre.run(uR"(
            UPDATE branch SET last_sync = now(), last_day = current_date, events = 0;
            INSERT INTO daily SELECT key, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'H', 21, 19, 1,
                0, 1, 0, 20, 6000000, 5, array_fill(240, ARRAY[10]) || array_fill(360, ARRAY[10])
                FROM branch;
            INSERT INTO daily_desk SELECT key, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 7, 6, 1,
                0, 0, 0 FROM branch)"_s);
        role = std::make_unique<CityRole>(enrolReader(centre.url(), u"anh"_s, u"secret"_s).value(),
                                          ManagerSettings{.language = Language::English},
                                          folder.filePath(u"papers"_s));
        role->window().resize(1440, 900);
        role->window().show();
        QApplication::setActiveWindow(&role->window());
        // Keys are for the active window.
        static_cast<void>(QTest::qWaitForWindowActive(&role->window()));
    }
    template <typename Widget>
    Widget *part(const QString &name) const
    {
        return role->window().findChild<Widget *>(name);
    }
    QString row(const QString &table, int row) const
    {
        part<FigureTable>(table)->showRow(row);
        return QApplication::focusWidget()->accessibleDescription();
    }

    QTemporaryDir folder;
    TestCentre centre;
    QString branchUrl;
    std::unique_ptr<CityRole> role;
};

} // namespace

class CityRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            // The suite starts one for it; a program run by hand has none.
            QSKIP("needs a scratch server for the centre");
        }
    }

    void figuresAreReadAndSaved()
    {
        const Office office;
        QTRY_VERIFY(office.part<FigureTable>(u"branches"_s)->isVisible());
        QVERIFY(office.row(u"branches"_s, 1)
                    .startsWith(u"Branch Branch 2, Issued 21, Served 19, No-show 1, Given back 0, "
                                u"Expired 1, Not done 0, Median 4, 9 in 10 6, Longest 6, "
                                u"Accepted 6"_s));
        QVERIFY(office.row(u"branches"_s, 0).startsWith(u"Branch Branch 1, Issued –"_s));
        QTest::keyClick(&office.role->window(), Qt::Key_E, Qt::ControlModifier);
        const QDir papers(office.folder.filePath(u"papers"_s));
        QTRY_COMPARE(papers.entryList(QDir::Files).size(), 1);
        QTRY_VERIFY(office.part<DeskLabel>(u"note"_s)->text().startsWith(u"Written: "_s));
        QFile file(papers.filePath(papers.entryList(QDir::Files).constFirst()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(file.readAll()).contains(u"CN2;Branch 2;21;19;1;0;1;0;"_s));
    }

    void aBranchsMonthIsOpened()
    {
        const Office office;
        QTRY_VERIFY(office.part<FigureTable>(u"branches"_s)->isVisible());
        static_cast<void>(office.row(u"branches"_s, 1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!office.part<DeskLabel>(u"month"_s)->text().isEmpty());
        QVERIFY(office.row(u"groups"_s, 0).contains(u"Issued 21"_s));
        QTest::keyClick(&office.role->window(), Qt::Key_Escape);
        QVERIFY(office.part<FigureTable>(u"branches"_s)->isVisible());
    }

    void aLostCentreIsToldAndComesBack()
    {
        const Office office;
        auto *strip = office.role->window().findChild<StatusStrip *>();
        QTRY_VERIFY(office.part<FigureTable>(u"branches"_s)->isVisible());
        office.centre.run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                          " WHERE usename LIKE '%_city_anh'"_s);
        office.role->window().refresh();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(office.part<FigureTable>(u"branches"_s)->isVisible()); // its figures stay
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible(), 15'000);
    }

    void aWindowMayCloseWhileItReads()
    {
        Office office;
        office.role.reset();
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    loadFonts();
    setProgramLanguage(Language::English);
    CityRoleTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "cityroletest.moc"
