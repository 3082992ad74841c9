// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counterjournal.h"
#include "operations/personvault.h"
#include "support/outcome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace motcua;
using namespace Qt::StringLiterals;

static bool syncFails = false;

/// In the place of the C library's.
extern "C" int fdatasync(int descriptor)
{
    if (syncFails) {
        errno = EIO;
        return -1;
    }
    return ::fsync(descriptor);
}

class CounterJournalTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CounterJournal> m_journal;
    QByteArray m_key;

    [[nodiscard]] QString file(const QString &name = u"journal"_s) const
    {
        return m_folder->filePath(u"counter/"_s + name);
    }
    [[nodiscard]] QString open(const QByteArray &key)
    {
        m_journal.reset();
        auto journal = CounterJournal::open(m_folder->filePath(u"counter"_s), key);
        if (!journal) {
            return test::codeOf(journal);
        }
        m_journal = std::move(*journal);
        return u"ok"_s;
    }
    [[nodiscard]] QString open() { return open(m_key); }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile journal(file());
        return journal.open(QIODevice::ReadOnly) ? journal.readAll() : QByteArray();
    }
    void write(const QByteArray &content) const
    {
        QFile journal(file());
        QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write(content) == content.size());
    }
    [[nodiscard]] static OfflineVisit visit(int number)
    {
        return {.id = QUuid::createUuid(),
                .ticket = {u'H', number},
                .date = {2026, 3, 2},
                .counter = 1,
                .staff = u"CB01"_s,
                .leg = {.calledAt = 1'772'411'400'000}};
    }
    [[nodiscard]] static Draft form()
    {
        return {.intake = {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                                         .idNumber = u"099191004217"_s,
                                         .phone = u"0912345678"_s},
                           .procedure = u"1.001193"_s},
                .texts = {{u"fee"_s, u"15x"_s}}};
    }
    [[nodiscard]] static OfflineIntake intake(const OfflineVisit &visit)
    {
        return {.id = QUuid::createUuid(),
                .visit = visit.id,
                .ticket = visit.ticket,
                .date = visit.date,
                .counter = visit.counter,
                .staff = visit.staff,
                .recordedAt = visit.leg.calledAt + 1000,
                .form = form()};
    }
    /// "H1 called, H2+draft served; H1 form; H3 apart"
    [[nodiscard]] QString told() const
    {
        const auto content = m_journal->content();
        QStringList words;
        for (const auto &one : content.visits) {
            words.append(one.visit.ticket.toString() + u' ' + word(one.visit.leg.state)
                         + (one.draft ? u" draft"_s : QString()));
        }
        for (const auto &one : content.intakes) {
            words.append(one.intake.ticket.toString() + u" form"_s
                         + (one.refused ? u' ' + word(one.refused->code) : QString()));
        }
        for (const auto &one : content.apart) {
            words.append(one.told.ticket.toString() + u' ' + one.told.apart);
        }
        return words.join(u", "_s);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto vault = PersonVault::openOrCreate(m_folder->filePath(u"branch.key"_s));
        VERIFY_RESULT(vault);
        m_key = vault->fileKey("counter journal");
        QCOMPARE(m_key.size(), 32);
        QVERIFY(vault->fileKey("another file") != m_key);
        QCOMPARE(open(), u"ok"_s);
    }
    void cleanup()
    {
        m_journal.reset();
        m_folder.reset();
    }

    void keepsWhatIsNotAnswered()
    {
        OfflineVisit first = visit(1);
        const OfflineVisit second = visit(2);
        VERIFY_RESULT(m_journal->keep({.visit = first}));
        VERIFY_RESULT(m_journal->keep({.draft = form(), .draftOf = first.id}));
        const OfflineIntake kept = intake(first);
        VERIFY_RESULT(m_journal->keep({.intake = kept}));
        first.leg.state = LegState::Completed;
        first.leg.endedAt = first.leg.calledAt + 2000;
        VERIFY_RESULT(m_journal->keep({.visit = first}));
        VERIFY_RESULT(m_journal->keep({.visit = second}));
        const QString all = u"H001 completed draft, H002 called, H001 form"_s;
        QCOMPARE(told(), all);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), all);
        QCOMPARE(m_journal->content().visits.front().visit, first);
        QCOMPARE(m_journal->content().visits.front().draft, form());
        QCOMPARE(m_journal->content().intakes.front().intake, kept);
        // What is answered goes; what the clerk has to see stays until then.
        // …unless its form was typed in meanwhile.
        VERIFY_RESULT(m_journal->settle({first}, {.ticket = first.ticket}));
        QCOMPARE(told(), all);
        VERIFY_RESULT(m_journal->settle({first, form()}, {.ticket = first.ticket}));
        VERIFY_RESULT(m_journal->settle(
            {second}, {.ticket = second.ticket, .apart = u"elsewhere"_s, .counter = 2}));
        OfflineVisit went = first; // it went on while it was told
        went.leg.endedAt += 1;
        VERIFY_RESULT(m_journal->keep({.visit = went}));
        VERIFY_RESULT(m_journal->settle({first}, {.ticket = first.ticket}));
        QVERIFY(told().startsWith(u"H001 completed"_s));
        VERIFY_RESULT(m_journal->settle({went}, {.ticket = went.ticket}));
        VERIFY_RESULT(m_journal->refuse(kept.id, {ErrorCode::UnknownDossier, u"X"_s, {}}));
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 form unknown_dossier, H002 elsewhere"_s);
        QCOMPARE(m_journal->content().intakes.front().refused->subject, u"X"_s);
        QCOMPARE(m_journal->content().apart.front().told.counter, 2);
        VERIFY_RESULT(m_journal->drop(kept.id));
        VERIFY_RESULT(m_journal->drop(second.id));
        QVERIFY(m_journal->content().isEmpty());
        QCOMPARE(bytes(), "motcua counter journal 1\n"_ba); // nobody's data lies about
    }

    void whatWasDoneTogetherIsKeptTogether()
    {
        OfflineVisit done = visit(1);
        VERIFY_RESULT(m_journal->keep({.visit = done}));
        const qsizetype before = bytes().size();
        done.leg.state = LegState::Completed;
        const OfflineIntake form = intake(done);
        VERIFY_RESULT(
            m_journal->keep({.visit = done, .draft = Draft(), .draftOf = done.id, .intake = form}));
        QCOMPARE(told(), u"H001 completed draft, H001 form"_s);
        // The same form once more is told once.
        VERIFY_RESULT(m_journal->keep({.intake = form}));
        QCOMPARE(m_journal->content().intakes.size(), size_t{1});
        // A power cut in the middle of it leaves the visit as it was before.
        QByteArray cut = bytes();
        cut.resize(before + 40);
        m_journal.reset();
        write(cut);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 called"_s);
    }

    /// The visit is elsewhere, and whoever began its form has gone home.
    void aFormThatWasBegunIsNotDropped()
    {
        OfflineVisit held = visit(1);
        held.leg.state = LegState::Held;
        held.leg.endedAt = held.leg.calledAt + 1000;
        VERIFY_RESULT(m_journal->keep({.visit = held, .draft = form(), .draftOf = held.id}));
        VERIFY_RESULT(
            m_journal->settle({held, form()}, {.ticket = held.ticket, .apart = u"elsewhere"_s}));
        const QString all = u"H001 form illegal_transition, H001 elsewhere"_s;
        QCOMPARE(told(), all);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), all);
        const OfflineIntake begun = m_journal->content().intakes.front().intake;
        QCOMPARE(begun.form, form());
        QCOMPARE(begun.recordedAt, held.leg.endedAt);
        // Of one that goes on, the branch has it.
        const OfflineVisit other = visit(2);
        VERIFY_RESULT(m_journal->keep({.visit = other, .draft = form(), .draftOf = other.id}));
        VERIFY_RESULT(m_journal->settle({other, form()}, {.ticket = other.ticket}));
        QCOMPARE(told(), all);
    }

    void wrongPinsAreKeptUntilTheyAreTold()
    {
        OfflineRefusals refusals{
            .id = QUuid::createUuid(), .counter = 1, .staff = u"CB01"_s, .failures = 1};
        VERIFY_RESULT(m_journal->keep({.refusals = refusals}));
        refusals.failures = 2;
        VERIFY_RESULT(m_journal->keep({.refusals = refusals}));
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(m_journal->content().refusals, std::vector{refusals});
        VERIFY_RESULT(m_journal->drop(refusals.id));
        QCOMPARE(bytes(), "motcua counter journal 1\n"_ba);
    }

    /// Nobody knows what a failed sync left on the disk.
    void aDiskThatComesBackIsWrittenAnew()
    {
        const OfflineVisit here = visit(1);
        VERIFY_RESULT(m_journal->keep({.visit = here}));
        syncFails = true;
        QCOMPARE(test::codeOf(m_journal->keep({.intake = intake(here)})), u"file_unwritable"_s);
        QCOMPARE(told(), u"H001 called"_s);
        syncFails = false;
        const OfflineVisit second = visit(2);
        VERIFY_RESULT(m_journal->keep({.visit = second}));
        QCOMPARE(told(), u"H001 called, H002 called"_s);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 called, H002 called"_s);
    }

    void nothingCanBeReadOrTakenByOthers()
    {
        const OfflineVisit here = visit(1);
        VERIFY_RESULT(m_journal->keep({.visit = here}));
        VERIFY_RESULT(m_journal->keep({.draft = form(), .draftOf = here.id}));
        VERIFY_RESULT(m_journal->keep({.intake = intake(here)}));
        for (const QByteArray &canary :
             {"H001"_ba, "CB01"_ba, "099191004217"_ba, "0912345678"_ba, "Nguyễn"_ba, "Mai"_ba}) {
            QVERIFY(!bytes().contains(canary));
        }
        QVERIFY(!QFile::exists(file(u"journal.key"_s))); // the key is not beside it
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto second = CounterJournal::open(m_folder->filePath(u"counter"_s), m_key);
        QCOMPARE(test::codeOf(second), u"folder_in_use"_s);
    }

    void anotherBranchsKeyWritesNothingOver()
    {
        VERIFY_RESULT(m_journal->keep({.visit = visit(1)}));
        const QByteArray one = bytes();
        VERIFY_RESULT(m_journal->keep({.visit = visit(2)}));
        const QByteArray before = bytes();
        const QByteArray other(32, 'k');
        QCOMPARE(open(other), u"key_missing"_s);
        QCOMPARE(bytes(), before);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 called, H002 called"_s);
        // A single one could be torn as well: it is put aside.
        m_journal.reset();
        write(one);
        QCOMPARE(open(other), u"ok"_s);
        QCOMPARE(told(), QString());
        QVERIFY(QFile::exists(file(u"journal.damaged"_s)));
    }

    void aTornEndIsLeftOut()
    {
        const OfflineVisit here = visit(1);
        VERIFY_RESULT(m_journal->keep({.visit = here}));
        const qsizetype whole = bytes().size();
        VERIFY_RESULT(m_journal->keep({.intake = intake(here)}));
        const QByteArray all = bytes();
        for (qsizetype size = whole; size < all.size(); size += 7) { // wherever the power went
            m_journal.reset();
            write(all.first(size));
            QCOMPARE(open(), u"ok"_s);
            QCOMPARE(told(), u"H001 called"_s);
        }
        m_journal.reset();
        write(all);
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 called, H001 form"_s);
    }

    void aFullDiskIsTold()
    {
        const OfflineVisit here = visit(1);
        VERIFY_RESULT(m_journal->keep({.visit = here}));
        const QByteArray before = bytes();
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit room{.rlim_cur = static_cast<rlim_t>(before.size() + 10),
                          .rlim_max = limit.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &room), 0);
        const auto kept = m_journal->keep({.intake = intake(here)});
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(test::codeOf(kept), u"file_unwritable"_s);
        QCOMPARE(bytes(), before); // not half a record
        QCOMPARE(told(), u"H001 called"_s);
        VERIFY_RESULT(m_journal->keep({.intake = intake(here)}));
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 called, H001 form"_s);
    }

    void aLongCutDoesNotFillTheDisk()
    {
        const OfflineVisit here = visit(1);
        VERIFY_RESULT(m_journal->keep({.visit = here}));
        VERIFY_RESULT(m_journal->keep({.draft = form(), .draftOf = here.id}));
        const qsizetype one = bytes().size();
        for (int i = 0; i < 1200; ++i) { // word by word
            VERIFY_RESULT(m_journal->keep({.draft = form(), .draftOf = here.id}));
        }
        QVERIFY2(bytes().size() < 600 * one, qPrintable(QString::number(bytes().size())));
        QCOMPARE(open(), u"ok"_s);
        QCOMPARE(told(), u"H001 called draft"_s);
    }
};

QTEST_GUILESS_MAIN(CounterJournalTest)
#include "counterjournaltest.moc"
