// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/kioskjournal.h"
#include "support/catalogues.h"
#include "support/outcome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace motcua;
using namespace Qt::StringLiterals;

class KioskJournalTest : public QObject
{
    Q_OBJECT

    const QDate m_day{2026, 3, 2};
    static constexpr qint64 Now = 1'772'411'400'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskJournal> m_journal;

    [[nodiscard]] QString file(const QString &name = u"journal"_s) const
    {
        return m_folder->filePath(u"kiosk/"_s + name);
    }
    [[nodiscard]] QString open(int kiosk = 1, const QString &branch = {})
    {
        m_journal.reset();
        auto journal = KioskJournal::open(m_folder->filePath(u"kiosk"_s), kiosk, branch);
        const QString told = test::outcome(journal);
        if (journal) {
            m_journal = std::move(*journal);
        }
        return told.section(u' ', 0, 0);
    }
    [[nodiscard]] QString give(const QUuid &wish = QUuid::createUuid(), qint64 at = Now)
    {
        const auto ticket = m_journal->give({.id = wish, .group = u"H"_s}, m_day, at);
        return ticket ? ticket->number.toString() : word(ticket.error().code);
    }
    [[nodiscard]] QString hold(int first, int last)
    {
        return test::outcome(
            m_journal->hold({.date = m_day, .group = u"H"_s, .first = first, .last = last}));
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile journal(file());
        return journal.open(QIODevice::ReadOnly) ? journal.readAll() : QByteArray();
    }
    void write(const QByteArray &content) const
    {
        QFile journal(file());
        QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write(content) == content.size());
    }
    /// Numbers of the tickets that are still to be told, which are dropped.
    [[nodiscard]] QString tellAll()
    {
        QStringList numbers;
        while (const auto ticket = m_journal->next()) {
            numbers.append(ticket->number.toString());
            if (!m_journal->drop(ticket->id)) {
                break;
            }
        }
        return numbers.join(u' ');
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(open(), u"ok"_s);
    }
    void cleanup()
    {
        m_journal.reset();
        m_folder.reset();
    }

    void givesWhatItHolds()
    {
        QCOMPARE(give(), u"series_used_up"_s);
        QCOMPARE(hold(980, 981), u"ok"_s);
        QCOMPARE(hold(980, 981), u"ok"_s); // the answer came twice
        QCOMPARE(hold(970, 971), u"ok"_s);
        QCOMPARE(m_journal->left(u"H"_s, m_day), 4);
        QCOMPARE(m_journal->left(u"C"_s, m_day), 0);
        const QUuid wish = QUuid::createUuid();
        QCOMPARE(give(wish), u"H980"_s);
        QCOMPARE(give(wish), u"H980"_s); // touched twice
        QCOMPARE(give(), u"H981"_s);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(give(), u"H970"_s);
        QCOMPARE(m_journal->left(u"H"_s, m_day), 1);
        QCOMPARE(tellAll(), u"H980 H981 H970"_s);
        QCOMPARE(open(), u"ok"_s);
        QVERIFY(!m_journal->next());
        QCOMPARE(give(), u"H971"_s);
        QCOMPARE(give(), u"series_used_up"_s);
    }

    void anotherDayHasNoNumbers()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        const QDate tomorrow = m_day.addDays(1);
        QCOMPARE(m_journal->left(u"H"_s, tomorrow), 0);
        QCOMPARE(test::outcome(
                     m_journal->give({.id = QUuid::createUuid(), .group = u"H"_s}, tomorrow, Now)),
                 u"series_used_up H"_s);
        VERIFY_RESULT(m_journal->hold({.date = tomorrow, .group = u"H"_s, .first = 1, .last = 2}));
        QCOMPARE(give(), u"series_used_up"_s);
    }

    void anotherKioskHasNoneOfThem()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        QCOMPARE(give(), u"H980"_s);
        QCOMPARE(open(2), u"ok"_s);
        QCOMPARE(give(), u"series_used_up"_s);
        QCOMPARE(m_journal->next()->kiosk, 1); // but what was given is told
    }

    void whatItStartsByIsWhatTheBranchSaid()
    {
        QVERIFY(!m_journal->memory());
        KioskMemory memory{.businessDate = m_day,
                           .catalogue = test::shippedCatalogue().catalogue,
                           .bookings = {{u"HN-1"_s, u"H"_s, u"1.001193"_s}}};
        memory.catalogue.calendar.exceptions[m_day] = {{QTime(8, 0), QTime(9, 30)}};
        memory.catalogue.staff.clear();
        VERIFY_RESULT(m_journal->remember(memory));
        QFile file(this->file(u"memory"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray first = file.readAll();
        for (const QByteArray &canary : {"HN-1"_ba, "1.001193"_ba, "2026-03-02"_ba}) {
            QVERIFY(!first.contains(canary));
        }
        VERIFY_RESULT(m_journal->remember(memory)); // the same: nothing is written
        QFile again(this->file(u"memory"_s));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), first);
        QCOMPARE(open(), u"ok"_s);
        QVERIFY(m_journal->memory());
        QCOMPARE(m_journal->memory()->toJson(), memory.toJson());
        const Catalogue &read = m_journal->memory()->catalogue;
        QCOMPARE(read.procedures, memory.catalogue.procedures);
        QCOMPARE(read.calendar.week, memory.catalogue.calendar.week);
        QCOMPARE(read.calendar.days, memory.catalogue.calendar.days);
        QCOMPARE(read.calendar.exceptions, memory.catalogue.calendar.exceptions);
        QCOMPARE(m_journal->memory()->bookings, memory.bookings);
        QCOMPARE(read.settings.timeZone, u"Asia/Ho_Chi_Minh"_s);
        QCOMPARE(read.groups.size(), memory.catalogue.groups.size());
        QCOMPARE(read.priorityClasses.size(), memory.catalogue.priorityClasses.size());
    }

    void anotherBranchHasNoneOfThem()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        VERIFY_RESULT(
            m_journal->remember({.businessDate = m_day, .catalogue = test::smallCatalogue()}));
        QCOMPARE(open(1, u"CN7"_s), u"ok"_s);
        QVERIFY(m_journal->memory());
        QCOMPARE(give(), u"H980"_s);
        QCOMPARE(open(1, u"CN8"_s), u"wrong_branch"_s); // the other one is to be told first
        QCOMPARE(open(1, u"CN7"_s), u"ok"_s);
        QCOMPARE(tellAll(), u"H980"_s);
        QCOMPARE(open(1, u"CN8"_s), u"ok"_s);
        QVERIFY(!m_journal->memory());
        QCOMPARE(give(), u"series_used_up"_s);
        QCOMPARE(open(1, u"CN7"_s), u"ok"_s);
        QCOMPARE(give(), u"series_used_up"_s);
    }

    void arrivalIsBranchTimeAndNeverRunsBack()
    {
        constexpr qint64 Hour = 3'600'000;
        QCOMPARE(hold(980, 999), u"ok"_s);
        m_journal->setTime(Now + Hour, Now); // this PC is an hour behind
        std::vector<qint64> arrivals;
        for (const qint64 clock : {Now + 1000, Now + 2000, Now - 5 * Hour, Now - 5 * Hour + 1000}) {
            const auto ticket =
                m_journal->give({.id = QUuid::createUuid(), .group = u"H"_s}, m_day, clock);
            VERIFY_RESULT(ticket);
            arrivals.push_back(ticket->arrivedAt - Now - Hour);
        }
        QCOMPARE(arrivals, (std::vector<qint64>{1000, 2000, 2000, 3000}));
        QCOMPARE(open(), u"ok"_s);
        const auto later = m_journal->give({.id = QUuid::createUuid(), .group = u"H"_s}, m_day,
                                           Now - 5 * Hour + 2000);
        QCOMPARE(later->arrivedAt - Now - Hour, 4000);
    }

    void nothingCanBeReadOrTakenByOthers()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        const auto ticket = m_journal->give(
            {.id = QUuid::createUuid(), .group = u"H"_s, .priority = u"elderly"_s}, m_day, Now);
        VERIFY_RESULT(ticket);
        for (const QByteArray &canary : {"H980"_ba, "elderly"_ba, ticket->token.toUtf8()}) {
            QVERIFY(!content().contains(canary));
        }
        for (const QString &name : {u"journal"_s, u"journal.key"_s}) {
            QCOMPARE(QFile::permissions(file(name)) & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        }
        const auto second = KioskJournal::open(m_folder->filePath(u"kiosk"_s), 1);
        QCOMPARE(test::codeOf(second), u"folder_in_use"_s);
    }

    void aTornEndIsLeftOut()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        QCOMPARE(give(), u"H980"_s);
        const qsizetype whole = content().size();
        QCOMPARE(give(), u"H981"_s);
        const QByteArray all = content();
        for (qsizetype size = whole; size < all.size(); ++size) { // wherever the power went
            m_journal.reset();
            write(all.first(size));
            QCOMPARE(open(), u"ok"_s);
            QCOMPARE(m_journal->left(u"H"_s, m_day), 19);
            QCOMPARE(tellAll(), u"H980"_s);
            QVERIFY(!QFile::exists(file(u"journal.damaged"_s)));
        }
        for (const char filler : {'\0', 'x'}) { // blocks that were never written
            m_journal.reset();
            write(all.first(whole) + QByteArray(all.size() - whole, filler));
            QCOMPARE(open(), u"ok"_s);
            QCOMPARE(tellAll(), u"H980"_s);
        }
    }

    void damageLosesNothingElse()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        const qsizetype before = content().size();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(give().startsWith(u'H'));
        }
        m_journal.reset();
        QByteArray all = content();
        all[before + 60] = static_cast<char>(all[before + 60] ^ 1);
        write(all);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(tellAll(), u"H981 H982"_s);
        QVERIFY(QFile::exists(file(u"journal.damaged"_s)));
        // Its number is not given again: nobody knows who has it.
        QVERIFY(give() != u"H980"_s);
    }

    void nothingIsWrittenOverThatItCannotRead_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("key lost") << u"lost"_s;
        QTest::newRow("another key") << u"other"_s;
        QTest::newRow("not ours") << u"foreign"_s;
    }

    void nothingIsWrittenOverThatItCannotRead()
    {
        QFETCH(QString, what);
        QCOMPARE(hold(980, 999), u"ok"_s);
        QCOMPARE(give(), u"H980"_s);
        m_journal.reset();
        if (what == "foreign"_L1) {
            write("something else");
        } else {
            QVERIFY(QFile::remove(file(u"journal.key"_s)));
        }
        if (what == "other"_L1) {
            QFile key(file(u"journal.key"_s));
            QVERIFY(key.open(QIODevice::WriteOnly) && key.write(QByteArray(32, 'k')) == 32);
        }
        const QByteArray before = content();
        QCOMPARE(open(), u"key_missing"_s);
        QCOMPARE(content(), before);
    }

    void aFullDiskGivesNoNumber()
    {
        QCOMPARE(hold(980, 999), u"ok"_s);
        const QByteArray before = content();
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit room{.rlim_cur = static_cast<rlim_t>(before.size() + 10),
                          .rlim_max = limit.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &room), 0);
        const QString told = give();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(told, u"file_unwritable"_s);
        QCOMPARE(content(), before); // not half a record
        QCOMPARE(give(), u"H980"_s);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(tellAll(), u"H980"_s);
    }
};

QTEST_GUILESS_MAIN(KioskJournalTest)
#include "kioskjournaltest.moc"
