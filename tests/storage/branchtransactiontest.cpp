// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/branchtransaction.h"
#include "support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QJsonObject Request{{u"command"_s, u"test"_s}, {u"n"_s, 1}};

static CommandContext at(int seconds, const QUuid &id = QUuid::createUuid())
{
    return {id, test::Morning.addSecs(seconds)};
}

class BranchTransactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        VERIFY_RESULT(m_database->isUsable());
    }

    void cleanup() { m_database.reset(); }

    void eventsAreNumberedAndChained()
    {
        for (int i = 0; i < 5; ++i) {
            auto command = BranchTransaction::begin(**m_database, at(i), Request);
            VERIFY_RESULT(command);
            QCOMPARE(command->nextSeq(), qint64{2 * i + 1});
            VERIFY_RESULT(command->append(EventKind::PinSet, {}, {{u"n"_s, i}}));
            QCOMPARE(command->nextSeq(), qint64{2 * i + 2});
            VERIFY_RESULT(command->append(EventKind::PinSet, QUuid::createUuid(),
                                          {{u"text"_s, u"Nguyễn \n \"x\""_s}}));
            VERIFY_RESULT(command->commit({}));
        }
        const auto events = eventsAfter(**m_database, 0, 100);
        VERIFY_RESULT(events);
        QCOMPARE(events->size(), size_t{10});
        const auto branch = readBranch(**m_database);
        VERIFY_RESULT(branch);
        QByteArray hash = genesisHash(branch->id);
        qint64 seq = 0;
        for (const Event &event : *events) {
            QCOMPARE(event.seq, ++seq);
            hash = chainedHash(hash, event);
            QCOMPARE(event.hash, hash);
        }
        QCOMPARE(branch->seq, qint64{10});
        QCOMPARE(branch->headHash, hash);
        QCOMPARE(events->back().facts()["text"_L1].toString(), u"Nguyễn \n \"x\""_s);
        QCOMPARE(events->at(0).ticket, QUuid());
    }

    void nothingStaysWithoutCommit()
    {
        const QUuid id = QUuid::createUuid();
        {
            auto command = BranchTransaction::begin(**m_database, at(0, id), Request);
            VERIFY_RESULT(command);
            VERIFY_RESULT(command->append(EventKind::PinSet, {}, {}));
            command->openDay(test::Monday);
        }
        QVERIFY(eventsAfter(**m_database, 0, 9).value().empty());
        auto again = BranchTransaction::begin(**m_database, at(1, id), Request);
        VERIFY_RESULT(again);
        QVERIFY(!again->storedAnswer());
        QCOMPARE(again->nextSeq(), qint64{1});
        QVERIFY(again->branch().businessDate.isNull());
    }

    void sameCommandGetsItsFirstAnswer()
    {
        const QUuid id = QUuid::createUuid();
        const QJsonObject answer{{u"ticket"_s, u"H001"_s}, {u"group"_s, u"Hộ tịch"_s}};
        run(at(0, id), answer);
        const auto other = m_database->connect();
        for (int retry = 1; retry <= 3; ++retry) {
            const auto same = BranchTransaction::begin(*other, at(retry, id), Request);
            VERIFY_RESULT(same);
            QVERIFY(same->storedAnswer());
            QCOMPARE(*same->storedAnswer(), answer);
        }
        QCOMPARE(m_database->value(u"SELECT count(*) FROM event"_s), u"1"_s);
    }

    void sameIdForAnotherRequestIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::newRow("another value") << QJsonObject{{u"command"_s, u"test"_s}, {u"n"_s, 2}};
        QTest::newRow("another command") << QJsonObject{{u"command"_s, u"other"_s}, {u"n"_s, 1}};
        QTest::newRow("a key less") << QJsonObject{{u"command"_s, u"test"_s}};
        QTest::newRow("a key more")
            << QJsonObject{{u"command"_s, u"test"_s}, {u"n"_s, 1}, {u"m"_s, QJsonValue()}};
    }

    void sameIdForAnotherRequestIsRefused()
    {
        QFETCH(QJsonObject, request);
        const QUuid id = QUuid::createUuid();
        run(at(0, id));
        QCOMPARE(test::outcome(BranchTransaction::begin(**m_database, at(1, id), request)),
                 u"command_id_reused "_s + id.toString(QUuid::WithoutBraces));
        QCOMPARE(m_database->value(u"SELECT count(*) FROM event"_s), u"1"_s);
    }

    void requestIsKeptOnlyAsADigest()
    {
        auto command = BranchTransaction::begin(**m_database, at(0), {{u"x"_s, u"canary"_s}});
        VERIFY_RESULT(command);
        VERIFY_RESULT(command->append(EventKind::PinSet, {}, {}));
        VERIFY_RESULT(command->commit({}));
        QCOMPARE(m_database->value(u"SELECT length(request) FROM command"_s), u"64"_s);
    }

    void timeOfTheBranchNeverRunsBackwards()
    {
        run(at(0));
        run(at(-7200)); // the PC was set back two hours
        run(at(-7190));
        const auto events = eventsAfter(**m_database, 0, 9).value();
        const qint64 morning = test::Morning.toMSecsSinceEpoch();
        QCOMPARE(events[0].at, morning);
        QCOMPARE(events[1].at, morning);
        QCOMPARE(events[2].at, morning + 10'000);
        QCOMPARE(events[2].clockAt, morning - 7'190'000); // what the PC said is kept too
    }

    void replacedFileTakesNoMoreCommands()
    {
        run(at(0));
        VERIFY_RESULT(setRetired(*m_database->connect(), true));
        QCOMPARE(test::outcome(BranchTransaction::begin(**m_database, at(1), Request)),
                 u"database_replaced "_s + (**m_database).path());
        QVERIFY(readBranch(**m_database).value().retired); // but it can still be read
    }

    void settingsOfANewerProgramSurvive()
    {
        QJsonObject newer = settings();
        newer.insert(u"colour"_s, u"green"_s);
        setSettings(newer);
        run(at(0));
        VERIFY_RESULT(readBranch(**m_database));
        QCOMPARE(settings()["colour"_L1], QJsonValue(u"green"_s));
        QCOMPARE(settings()["undo_seconds"_L1], QJsonValue(10));
    }

    void settingsOfAnOlderProgramNameEveryForm()
    {
        const std::vector<FormUse> all = BranchSettings{.timeZone = {}}.forms;
        QCOMPARE(all.size(), 6u);
        QCOMPARE(readBranch(**m_database).value().settings.forms, all);
        QJsonObject stored = settings();
        for (const QString &key :
             {u"forms"_s, u"desk_printer"_s, u"hotline"_s, u"full_id_on_forms"_s}) {
            stored.remove(key);
        }
        setSettings(stored);
        const BranchSettings older = readBranch(**m_database).value().settings;
        QCOMPARE(older.forms, all);
        QVERIFY(older.deskPrinter.isEmpty() && older.hotline.isEmpty() && !older.fullIdOnForms);
        stored.insert(u"forms"_s,
                      QJsonArray{QJsonObject{{u"form"_s, u"03"_s}, {u"paper"_s, u"A5"_s}}});
        setSettings(stored);
        QCOMPARE(readBranch(**m_database).value().settings.forms,
                 (std::vector<FormUse>{{u"03"_s, Paper::A5}}));
    }

    void branchComesBackAsItWasStored()
    {
        const Branch branch = readBranch(**m_database).value();
        const Catalogue catalogue = test::smallCatalogue();
        QCOMPARE(branch.code, u"CN7"_s);
        QCOMPARE(branch.number, 7);
        QCOMPARE(branch.name, catalogue.branchName);
        QCOMPARE(branch.organisation, catalogue.organisation);
        QCOMPARE(branch.address, catalogue.address);
        QCOMPARE(branch.settings.timeZone, u"Asia/Ho_Chi_Minh"_s);
        QCOMPARE(branch.settings.sameDayUntil, QTime(15, 0));
        QCOMPARE(branch.settings.undoSeconds, 10);
        QCOMPARE(branch.settings.restoreNumberGap, 50);
        QCOMPARE(branch.settings.announcementLanguages,
                 (std::vector{Language::Vietnamese, Language::English}));
        QCOMPARE(branch.settings.hundredsWord, HundredsWord::Linh);
        QCOMPARE(branch.epoch, 1);
        QCOMPARE(branch.seq, qint64{0});
        QCOMPARE(branch.headHash, genesisHash(branch.id));
        QVERIFY(branch.businessDate.isNull());
        QVERIFY(!branch.retired);
        QVERIFY(branch.timeZone().isValid());
    }

    void fileWithoutExactlyOneBranchIsDamaged_data()
    {
        QTest::addColumn<QString>("tamper");
        QTest::newRow("none") << u"DELETE FROM branch"_s;
        QTest::newRow("no time zone") << u"UPDATE branch SET time_zone = 'Mars/Base'"_s;
    }

    void fileWithoutExactlyOneBranchIsDamaged()
    {
        QFETCH(QString, tamper);
        VERIFY_RESULT((**m_database).run(tamper));
        QCOMPARE(test::codeOf(readBranch(**m_database)), u"database_damaged"_s);
        QCOMPARE(test::codeOf(BranchTransaction::begin(**m_database, at(0), Request)),
                 u"database_damaged"_s);
    }

    void openDayAndEpochAreStored()
    {
        auto command = BranchTransaction::begin(**m_database, at(0), Request);
        VERIFY_RESULT(command);
        VERIFY_RESULT(command->append(EventKind::BranchRestored, {}, {}));
        command->beginEpoch(4, test::Monday.addDays(1), 50);
        command->openDay(test::Monday);
        VERIFY_RESULT(command->commit({}));
        Branch branch = readBranch(**m_database).value();
        QCOMPARE(branch.epoch, 4);
        QCOMPARE(branch.businessDate, test::Monday);
        QCOMPARE(branch.skipDate, test::Monday.addDays(1));
        QCOMPARE(branch.skipNumbers, 50); // another day than the one to be skipped was opened

        auto next = BranchTransaction::begin(**m_database, at(1), Request);
        VERIFY_RESULT(next);
        VERIFY_RESULT(next->append(EventKind::DayOpened, {}, {}));
        next->openDay(test::Monday.addDays(1));
        VERIFY_RESULT(next->commit({}));
        QCOMPARE(readBranch(**m_database).value().skipNumbers, 0); // skipped once, not again
    }

    void eventsAreReadInPages()
    {
        for (int i = 0; i < 7; ++i) {
            run(at(i));
        }
        QCOMPARE(eventsAfter(**m_database, 0, 3).value().back().seq, qint64{3});
        QCOMPARE(eventsAfter(**m_database, 3, 3).value().front().seq, qint64{4});
        QCOMPARE(eventsAfter(**m_database, 6, 3).value().size(), size_t{1});
        QVERIFY(eventsAfter(**m_database, 7, 3).value().empty());

        const qint64 since = test::Morning.addSecs(4).toMSecsSinceEpoch();
        const auto latest = latestEvents(**m_database, since, 100).value();
        QCOMPARE(latest.size(), size_t{3});
        QCOMPARE(latest.front().seq, qint64{7});
        QCOMPARE(latest.back().seq, qint64{5}); // at just that moment
        QCOMPARE(latestEvents(**m_database, 0, 2).value().size(), size_t{2});
    }

private:
    [[nodiscard]] QJsonObject settings() const
    {
        const QString text = m_database->value(u"SELECT settings FROM branch"_s);
        return QJsonDocument::fromJson(text.toUtf8()).object();
    }
    void setSettings(const QJsonObject &settings)
    {
        Statement update(**m_database, u"UPDATE branch SET settings = :settings"_s);
        update.bind(u":settings"_s, QJsonDocument(settings).toJson(QJsonDocument::Compact));
        VERIFY_RESULT(update.run());
    }
    void run(const CommandContext &context, const QJsonObject &answer = {})
    {
        auto command = BranchTransaction::begin(**m_database, context, Request);
        VERIFY_RESULT(command);
        VERIFY_RESULT(command->append(EventKind::PinSet, {}, {{u"n"_s, 1}}));
        VERIFY_RESULT(command->commit(answer));
    }

    std::unique_ptr<test::TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(BranchTransactionTest)

#include "branchtransactiontest.moc"
