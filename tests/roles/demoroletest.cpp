// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/demorole.h"

#include "operations/branchdatabase.h"
#include "operations/hall.h"
#include "support/catalogues.h"
#include "support/outcome.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace motcua;

class DemoRoleTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"demo.db"_s);
    DemoDay m_day = demoDay();

    template <typename Window>
    static Window *window()
    {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<Window *>(each)) {
                return found;
            }
        }
        return nullptr;
    }
    static QPushButton *button(const DemoGuide &guide, const QString &name)
    {
        return guide.findChild<QPushButton *>(name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Catalogue sample = test::shippedCatalogue().catalogue;
        const QDate today = now.toTimeZone(QTimeZone(sample.settings.timeZone.toLatin1())).date();
        VERIFY_RESULT(createDemoBranch(m_path, demoCatalogue(sample, today), now, m_day));
    }

    void closedWindowsComeBack()
    {
        StorageThread storage(m_path, {});
        DemoRole demo(storage, m_day, Language::English);
        demo.show({0, 0, 1920, 1080});
        const QList<QWidget *> faces{window<KioskWindow>(), window<BoardWindow>(),
                                     window<CounterWindow>()};
        auto *guide = window<DemoGuide>();
        QPushButton *again = button(*guide, u"openWindows"_s);
        QVERIFY(!again->isVisible());
        for (QWidget *face : faces) {
            const QRect place = face->geometry();
            QVERIFY(face->close());
            QVERIFY(again->isVisible());
            again->click();
            QVERIFY(face->isVisible());
            QCOMPARE(face->geometry(), place);
            QVERIFY(!again->isVisible());
        }
    }

    void theDemoMayEndWhilePeopleCome()
    {
        StorageThread storage(m_path, {});
        std::binary_semaphore ended(0);
        {
            auto demo = std::make_unique<DemoRole>(storage, m_day, Language::English);
            demo->show({0, 0, 1920, 1080});
            auto *guide = window<DemoGuide>();
            // The branch is busy until the demo is gone; then it goes on with what was asked.
            storage.run(
                this,
                [&ended](Database &) {
                    ended.acquire();
                    return Result<>();
                },
                [](const Result<> &) {});
            button(*guide, u"peopleComing"_s)->click();
        }
        ended.release();
        bool done = false;
        storage.run(
            this,
            [](Database &database) { return readHall(database, QDateTime::currentDateTimeUtc()); },
            [&done](const Result<HallState> &hall) { done = hall.has_value(); });
        QTRY_VERIFY(done);
    }
};

QTEST_MAIN(DemoRoleTest)
#include "demoroletest.moc"
