// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "system/harness.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

/// A file that a disk, a cable or a person has damaged.
class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damageIsNeverACrashNorAFreshStart();
    void whatIsNoBranchDatabaseIsRefused_data();
    void whatIsNoBranchDatabaseIsRefused();

private:
    ProcessOutcome motcua(const QString &words) const;

    std::unique_ptr<Office> m_whole;
    QByteArray m_bytes;     ///< of the whole file
    QStringList m_contents; ///< of its tables
    QString m_branch;
    Office m_work;
};

namespace {

template <typename T>
void demand(const Result<T> &done)
{
    if (!done) {
        qFatal("%s %s", qPrintable(word(done.error().code)), qPrintable(done.error().detail));
    }
}

/// What tells what happened, and what `verify` answers for. The answers stored for commands sent
/// twice have no witness among the events.
Result<QStringList> contentsOf(Database &database)
{
    static const std::map<QString, QStringList> tables{
        {u"branch"_s,
         {u"id"_s, u"epoch"_s, u"seq"_s, u"head_hash"_s, u"last_at"_s, u"business_date"_s}},
        {u"event"_s,
         {u"seq"_s, u"kind"_s, u"at"_s, u"clock_at"_s, u"ticket_id"_s, u"command_id"_s, u"body"_s,
          u"hash"_s}},
        {u"waiting_line"_s,
         {u"business_date"_s, u"group_letter"_s, u"last_number"_s, u"waiting"_s}},
        {u"ticket"_s,
         {u"id"_s, u"business_date"_s, u"series"_s, u"number"_s, u"arrived_at"_s, u"priority"_s,
          u"procedure"_s}},
        {u"ticket_group"_s, {u"letter"_s, u"name_vi"_s, u"first_number"_s, u"last_number"_s}},
        {u"procedure"_s, {u"code"_s, u"group_letter"_s, u"version"_s}},
        {u"procedure_version"_s, {u"code"_s, u"version"_s, u"detail"_s}},
        {u"holiday"_s, {u"holiday_date"_s, u"kind"_s, u"name"_s}},
        {u"leg"_s,
         {u"ticket_id"_s, u"ordinal"_s, u"business_date"_s, u"group_letter"_s, u"state"_s,
          u"rank"_s, u"arrival_seq"_s, u"queued_at"_s, u"first_called_at"_s, u"called_at"_s,
          u"started_at"_s, u"serving_since"_s, u"ended_at"_s, u"service_ms"_s, u"calls"_s,
          u"counter"_s, u"staff"_s}},
        {u"shift"_s, {u"counter"_s, u"staff"_s, u"closed_at IS NULL"_s}},
    };
    QStringList contents;
    for (const auto &[table, columns] : tables) {
        Statement select(database, u"SELECT quote(%1) FROM %2 ORDER BY rowid"_s.arg(
                                       columns.join(u") || ',' || quote("_s), table));
        const auto rows = select.rows([&](const Row &row) { return table + u' ' + row.text(0); });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        contents += QStringList(rows->begin(), rows->end());
    }
    return contents;
}

/// One way a file is hurt, at a place the random numbers choose.
QString hurt(QByteArray &bytes, QRandomGenerator &random)
{
    constexpr int Page = 4096;
    const auto below = [&random](qsizetype most) {
        return static_cast<qsizetype>(random.bounded(static_cast<quint64>(most)));
    };
    const qsizetype page = below(bytes.size() / Page) * Page;
    switch (random.bounded(9)) {
    case 0: {
        const qsizetype at = below(100);
        bytes[at] = static_cast<char>(random.bounded(256));
        return u"header byte %1"_s.arg(at);
    }
    case 1: {
        const qsizetype at = page + (page == 0 ? 100 : 0) + below(12);
        bytes[at] = static_cast<char>(random.bounded(256));
        return u"page head byte %1"_s.arg(at);
    }
    case 2: {
        const qsizetype at = below(bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        return u"bit at %1"_s.arg(at);
    }
    case 3: {
        const qsizetype from = below(bytes.size());
        for (qsizetype i = from; i < std::min(from + 64, bytes.size()); ++i) {
            bytes[i] = static_cast<char>(random.bounded(256));
        }
        return u"64 bytes from %1"_s.arg(from);
    }
    case 4:
        bytes.replace(page, Page, QByteArray(Page, '\0'));
        return u"page %1 empty"_s.arg(page / Page + 1);
    case 5: {
        const qsizetype other = below(bytes.size() / Page) * Page;
        bytes.replace(page, Page, bytes.mid(other, Page));
        return u"page %1 a copy of %2"_s.arg(page / Page + 1).arg(other / Page + 1);
    }
    case 6:
        bytes.truncate(1 + below(bytes.size() - 1));
        return u"cut to %1"_s.arg(bytes.size());
    case 7:
        bytes.truncate(page + Page);
        return u"cut to %1 pages"_s.arg(page / Page + 1);
    default: {
        // Where the header says the free pages are, and how many.
        const qsizetype at = 32 + below(8);
        bytes[at] = static_cast<char>(random.bounded(256));
        return u"free list byte %1"_s.arg(at);
    }
    }
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

} // namespace

void DamageTest::initTestCase()
{
    m_whole = std::make_unique<Office>();
    // Work of some days, so that tables have several pages; then rows removed, so that pages are
    // free. Enough is done when the day has turned.
    const ProcessOutcome work = runProgram(
        QStringLiteral(BRANCHDRIVER),
        {m_whole->path(), u"--steady-clock"_s, u"--operations"_s, u"250"_s, u"--seed"_s, u"7"_s});
    QCOMPARE(work.exitCode, 0);
    {
        const auto opened = openBranch(m_whole->path());
        demand(opened);
        Database &database = **opened;
        demand(database.run(u"CREATE TABLE gone AS SELECT * FROM event"_s));
        demand(database.run(u"DROP TABLE gone"_s));
        const auto contents = contentsOf(database);
        demand(contents);
        m_contents = *contents;
        const auto branch = readBranch(database);
        demand(branch);
        m_branch = branch->id.toString(QUuid::WithoutBraces);
    }
    QCOMPARE(faultsOf(m_whole->path()).join(u'\n'), QString());
    QFile file(m_whole->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
}

ProcessOutcome DamageTest::motcua(const QString &words) const
{
    return runProgram(QStringLiteral(MOTCUA),
                      QStringList{u"--database"_s, m_work.url(), u"--json"_s} + words.split(u' '));
}

void DamageTest::damageIsNeverACrashNorAFreshStart()
{
    constexpr int Damages = 240;
    const quint32 seed = testSeed();
    const QStringList writes{u"ticket issue --group H"_s, u"counter call-next --counter 1"_s,
                             u"day close"_s, u"ticket cancel H005"_s};
    const QStringList reads{u"ticket list"_s, u"report daily"_s, u"staff list"_s,
                            u"ticket show H001"_s};
    std::map<QString, int> verdicts;
    for (int i = 0; i < Damages; ++i) {
        QRandomGenerator random(seed + static_cast<quint32>(i));
        QByteArray bytes = m_bytes;
        const QString kind = hurt(bytes, random);
        const QByteArray place = u"seed %1, %2: "_s.arg(seed + i).arg(kind).toUtf8();
        m_work.resetTo(*m_whole);
        writeTo(m_work.path(), bytes);

        const ProcessOutcome verified = motcua(u"verify"_s);
        QVERIFY2((verified.exitCode == 0 || verified.exitCode == 3), place + verified.text());
        const bool isProven = verified.exitCode == 0;
        ++verdicts[isProven ? u"nothing is missing"_s : verified.answer()["error"_L1].toString()];
        if (isProven) {
            const auto opened = openBranch(m_work.path());
            QVERIFY2(opened.has_value(), place.constData());
            const auto contents = contentsOf(**opened);
            if (!contents) {
                QFAIL(place + contents.error().detail.toUtf8());
            }
            QCOMPARE(contents->join(u'\n'), m_contents.join(u'\n'));
        }
        const QString copy = m_work.filePath(u"copy.db"_s);
        for (const QString &words :
             {reads.at(random.bounded(reads.size())), u"backup "_s + copy,
              writes.at(random.bounded(writes.size())), u"ticket issue --group H"_s}) {
            const ProcessOutcome outcome = motcua(words);
            QVERIFY2(
                outcome.signal == 0
                    && (outcome.exitCode == 0 || outcome.exitCode == 1 || outcome.exitCode == 3),
                place + words.toUtf8() + ": " + outcome.text());
            QVERIFY2(!outcome.answer().isEmpty() || !outcome.output.isEmpty(),
                     place + words.toUtf8() + ": " + outcome.text());
            const QString number = outcome.answer()["ticket"_L1].toString();
            QVERIFY2(!words.startsWith(u"ticket issue"_s) || number != "H001"_L1,
                     place + "numbers began again");
        }
        if (QFile::exists(copy)) {
            QVERIFY2(faultsOf(copy).isEmpty(), place + "a damaged backup was kept as proven");
        }
        // Whatever can still be read is the branch it was.
        const auto opened = Database::open(m_work.path());
        const auto branch = opened ? readBranch(**opened) : Result<Branch>(Branch());
        if (branch && !branch->id.isNull()) {
            QCOMPARE(branch->id.toString(QUuid::WithoutBraces), m_branch);
        }
    }
    for (const auto &[verdict, times] : verdicts) {
        qInfo("%s: %d", qPrintable(verdict), times);
    }
    QVERIFY2(verdicts[u"database_damaged"_s] > Damages / 4, "hardly anything was hurt");
}

void DamageTest::whatIsNoBranchDatabaseIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty file") << QByteArray() << u"database_damaged"_s;
    QTest::newRow("text") << QByteArray("Số thứ tự hôm nay\n").repeated(400)
                          << u"database_foreign"_s;
    QTest::newRow("zeros") << QByteArray(8192, '\0') << u"database_damaged"_s;
    QTest::newRow("one byte") << QByteArray("S") << u"database_damaged"_s;
}

void DamageTest::whatIsNoBranchDatabaseIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    m_work.resetTo(*m_whole);
    writeTo(m_work.path(), bytes);
    const ProcessOutcome outcome = motcua(u"ticket issue --group H"_s);
    QCOMPARE(outcome.exitCode, 3);
    const QString answer = outcome.answer()["error"_L1].toString();
    QVERIFY2(answer == error || answer == "database_foreign"_L1, outcome.text().constData());
    QFile file(m_work.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes); // left as found, for whoever tries to save something
}

QTEST_GUILESS_MAIN(DamageTest)
#include "damagetest.moc"
