// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_intakebench [FOLDER [DOSSIERS]]: how fast the intake desk is with 10,000 dossiers and with
// DOSSIERS, a million unless given: finding dossiers, the person of a scanned card, recording an
// intake beside the same rows written with the bare SQLite C API, and the receipt. Prints a table
// and fails when a bound is missed. FOLDER must be on the disk that is to be measured and have
// 10 GB free; it is left as it was. Only a release build says anything.

#include "bench/measure.h"
#include "bench/pastdays.h"
#include "bench/pastdossiers.h"
#include "core/vietnamesetext.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/dossiers.h"
#include "operations/issueticket.h"
#include "operations/signin.h"
#include "printing/formpaper.h"
#include "shared/theme.h"
#include "support/catalogues.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;
using namespace motcua;

using bench::median;
using bench::must;

// NOLINTBEGIN(modernize-use-std-print): GCC 12 has no <print>.

namespace {

const QString ProcedureCode = u"1.004873"_s;
constexpr int Runs = 20;
constexpr int Intakes = 200;
constexpr int FewDossiers = 10'000;
constexpr double SearchBoundMs = 100;
constexpr double ScanBoundMs = 200;
constexpr double RecordBound = 1.5; ///< × the raw engine
constexpr double ReceiptBoundMs = 150;

/// A Friday the calendar knows, so that a due date can be computed.
const QDate Today(2026, 11, 27);

QDateTime clockAt(int second)
{
    return QDateTime(Today, QTime(2, 0), Qt::UTC).addSecs(second);
}

CommandContext newCommand(int second = 0)
{
    return {QUuid::createUuid(), clockAt(second)};
}

/// One line of the table, for each size of the branch.
struct Moment
{
    double bound = 0;
    std::vector<bench::Spent> times;
};

class Results
{
public:
    void add(const QString &what, double bound, bench::Spent times)
    {
        if (!m_moments.contains(what)) {
            m_order.append(what);
        }
        Moment &moment = m_moments[what];
        moment.bound = bound;
        moment.times.push_back(std::move(times));
    }
    /// Whether every bound was kept.
    [[nodiscard]] bool print(int dossiers) const
    {
        std::printf(
            "| ms | median, %d dossiers | median, %d | slowest | processor | bound | kept |\n"
            "| --- | --- | --- | --- | --- | --- | --- |\n",
            FewDossiers, dossiers);
        bool isGood = true;
        for (const QString &what : m_order) {
            const Moment &moment = m_moments.at(what);
            const bench::Spent &few = moment.times.front();
            const bench::Spent &many = moment.times.back();
            const bool isKept = moment.bound == 0 || median(many.clock) <= moment.bound;
            isGood = isGood && isKept;
            std::printf("| %s | %.2f | %.2f | %.2f | %.2f | %s | %s |\n", qPrintable(what),
                        median(few.clock), median(many.clock), std::ranges::max(many.clock),
                        median(many.processor),
                        moment.bound == 0 ? "" : qPrintable(QString::number(moment.bound)),
                        moment.bound == 0 ? ""
                        : isKept          ? "yes"
                                          : "NO");
        }
        return isGood;
    }

private:
    QStringList m_order;
    std::map<QString, Moment> m_moments;
};

/// Writes what our side recorded last once more, with the C API: the same rows in the same order
/// with the same durability. Of the reads only those are done whose answer goes into a row.
class RawDesk
{
public:
    /// @p path is a copy of @p ours.
    RawDesk(const std::string &path, const std::string &ours)
        : m_ours(ours)
        , m_connection(path, bench::Durable)
    {
        for (const char *table :
             {"person", "person_word", "dossier", "intake", "event", "command"}) {
            const std::string name(table);
            const bool isLog = name == "event" || name == "command";
            m_tables.push_back({.read = prepared(m_ours, "SELECT * FROM " + name + " WHERE "
                                                             + (isLog ? "seq" : "changed_seq")
                                                             + " = (SELECT seq FROM branch)"),
                                .write = insertInto(name)});
        }
    }

    /// Takes over the draft that was saved of the form; not measured.
    void saveDraft()
    {
        bench::Prepared read(m_ours, "SELECT * FROM intake_draft");
        m_draft = read.row().copy();
        read.reset();
        insertInto("intake_draft")->withRow(m_draft).run();
    }

    void record(bench::Spent &spent)
    {
        for (Table &table : m_tables) {
            table.rows.clear();
            while (table.read->step()) {
                table.rows.push_back(table.read->copy());
            }
            table.read->reset();
        }
        bench::Prepared head(m_ours, "SELECT seq, head_hash, last_at FROM branch");
        const bench::Row branch = head.row().copy();
        head.reset();
        spent.add([&] {
            m_begin.run();
            for (bench::Prepared *read : {&m_seq, &m_number, &m_entry}) {
                read->row();
                read->reset();
            }
            for (const Table &table : m_tables) {
                for (const bench::Row &row : table.rows) {
                    table.write->withRow(row).run();
                }
            }
            m_dropDraft.withRow(m_draft).run();
            m_updateBranch.withRow(branch).run();
            m_commit.run();
        });
    }

private:
    struct Table
    {
        std::unique_ptr<bench::Prepared> read;
        std::unique_ptr<bench::Prepared> write;
        std::vector<bench::Row> rows = {};
    };

    static std::unique_ptr<bench::Prepared> prepared(bench::Connection &connection,
                                                     const std::string &sql)
    {
        return std::make_unique<bench::Prepared>(connection, sql.c_str());
    }
    std::unique_ptr<bench::Prepared> insertInto(const std::string &table)
    {
        bench::Prepared any(m_connection, ("SELECT * FROM " + table).c_str());
        std::string places = "?1";
        for (int column = 2; column <= any.columns(); ++column) {
            places += ", ?" + std::to_string(column);
        }
        return prepared(m_connection, "INSERT INTO " + table + " VALUES (" + places + ")");
    }

    bench::Connection m_ours;
    bench::Connection m_connection;
    std::vector<Table> m_tables;
    bench::Row m_draft;
    bench::Prepared m_begin{m_connection, "BEGIN IMMEDIATE"};
    bench::Prepared m_seq{m_connection, "SELECT seq FROM branch"};
    bench::Prepared m_number{m_connection, "SELECT max(number) FROM dossier WHERE business_date = "
                                           "(SELECT business_date FROM branch)"};
    bench::Prepared m_entry{m_connection,
                            "SELECT max(register_number) FROM dossier WHERE book = '11/2026'"};
    bench::Prepared m_dropDraft{m_connection,
                                "DELETE FROM intake_draft WHERE ticket_id = ?1 AND leg <= ?2"};
    bench::Prepared m_updateBranch{m_connection,
                                   "UPDATE branch SET seq = ?1, head_hash = ?2, last_at = ?3"};
    bench::Prepared m_commit{m_connection, "COMMIT"};
};

/// A branch with somebody at counter 1 and as many dossiers before.
class Desk
{
public:
    Desk(const QString &path, int dossiers, Results &table)
        : m_path(path)
        , m_table(table)
        , m_catalogue(test::shippedCatalogue().catalogue)
    {
        must(createBranch(path, m_catalogue, newCommand()));
        m_database = must(openBranch(path));
        m_vault = std::make_unique<PersonVault>(must(vaultOf(*m_database)));
        m_database.reset();
        bench::addPastDays(path.toStdString(), dossiers, Today);
        m_known =
            bench::addPastDossiers(path.toStdString(), *m_vault, ProcedureCode.toStdString(), Runs);
        m_database = must(openBranch(path));
        must(openDay(*m_database, newCommand(), Today));
        must(startShift(*m_database, newCommand(), 1, u"CB01"_s));
        must(issueTicket(*m_database, newCommand(), {.group = u"H"_s}));
        must(callNext(*m_database, newCommand(), 1));
    }

    void search();
    void scan();
    void record();

private:
    template <typename Typed>
    void search(const QString &what, size_t least, const Typed &typed);
    [[nodiscard]] Intake form();

    QString m_path;
    Results &m_table;
    Catalogue m_catalogue;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<PersonVault> m_vault;
    std::vector<bench::PastApplicant> m_known;
    std::mt19937_64 m_random{11};
};

/// @p typed says what is looked for of a person; the search finds @p least at least.
template <typename Typed>
void Desk::search(const QString &what, size_t least, const Typed &typed)
{
    constexpr int Page = 200; // of `intake search`
    bench::Spent times;
    size_t found = 0;
    for (const bench::PastApplicant &known : m_known) {
        const QString text = typed(known);
        times.add([&] {
            found = must(searchDossiers(*m_database, *m_vault, text, Page, clockAt(0))).size();
        });
        if (found < least) {
            times.clock.back() =
                std::numeric_limits<double>::infinity(); // no answer is not a fast one
        }
    }
    std::fprintf(stderr, "%s: %.1f ms, %zu found\n", qPrintable(what), median(times.clock), found);
    m_table.add("search by "_L1 + what, SearchBoundMs, times);
}

void Desk::search()
{
    using Known = bench::PastApplicant;
    const auto fixed = [](const QString &text) { return [text](const Known &) { return text; }; };
    search(u"nothing: the latest"_s, 200, fixed({}));
    search(u"code"_s, 1, [](const Known &known) { return known.code; });
    search(u"official code"_s, 1, [](const Known &known) { return known.officialCode; });
    search(u"the beginning of a code"_s, 1,
           [](const Known &known) { return known.code.section(u'-', 0, 1); });
    search(u"the beginning of all codes"_s, 200, fixed(u"TN1-"_s));
    search(u"the number in a code"_s, 1,
           [](const Known &known) { return known.code.section(u'-', 2); });
    search(u"full name"_s, 1, [](const Known &known) { return known.person.name; });
    search(u"a common family name (Nguyễn)"_s, 200, fixed(u"Nguyễn"_s));
    search(u"a rare given name, folded (an)"_s, 1, fixed(u"an"_s));
    search(u"common neighbours, folded (nguyen thi)"_s, 200, fixed(u"nguyen thi"_s));
    search(u"last and first word, folded"_s, 1, [](const Known &known) {
        const QStringList words = folded(known.person.name).split(u' ');
        return words.back() + u' ' + words.front();
    });
    search(u"common words nobody has together (nguyen tran)"_s, 0, fixed(u"nguyen tran"_s));
    search(u"a name nobody has"_s, 0, fixed(u"xyz"_s));
    search(u"phone"_s, 1, [](const Known &known) { return known.person.phone; });
    search(u"ID number"_s, 1, [](const Known &known) { return known.person.idNumber; });
    search(u"a passport nobody has"_s, 0,
           [](const Known &known) { return u'C' + known.person.phone.sliced(3); });
    bench::Spent times;
    for (int i = 0; i < Runs; ++i) {
        times.add([&] { must(overdueDossiers(*m_database, *m_vault, 200, clockAt(0))); });
    }
    m_table.add(u"list of what is overdue"_s, SearchBoundMs, times);
}

void Desk::scan()
{
    bench::Spent times;
    for (const bench::PastApplicant &known : m_known) {
        times.add([&] {
            const auto found = must(
                findKnownPerson(*m_database, must(vaultOf(*m_database)), known.person.idNumber));
            if (!found || found->person != known.person) {
                bench::giveUp("not known again");
            }
        });
    }
    m_table.add(u"scan → known applicant"_s, ScanBoundMs, times);
}

/// Of somebody new, as typed: everything the procedure asks for is there.
Intake Desk::form()
{
    const auto procedure =
        std::ranges::find(m_catalogue.procedures, ProcedureCode, &Procedure::code);
    Intake intake{.applicant = bench::anyPerson(m_random), .procedure = ProcedureCode};
    for (const ProcedureDocument &document : procedure->cases.front().documents) {
        intake.documents.push_back({.name = document.name,
                                    .required = document.required,
                                    .originals = document.originals,
                                    .copies = document.copies,
                                    .state = DocumentState::Received});
    }
    return intake;
}

void Desk::record()
{
    const QString copy = m_path + ".raw"_L1;
    QFile::copy(m_path, copy);
    bench::Spent ours;
    bench::Spent raws;
    bench::Spent ratios;
    {
        RawDesk raw(copy.toStdString(), m_path.toStdString());
        ::sync();
        for (int i = 0; i < Intakes; ++i) {
            const Intake intake = form();
            must(findKnownPerson(*m_database, must(vaultOf(*m_database)),
                                 intake.applicant.idNumber)); // at the scan
            must(saveDraft(*m_database, *m_vault, {.counter = 1}, {.intake = intake}, clockAt(i)));
            raw.saveDraft();
            ours.add([&] {
                must(recordIntake(*m_database, newCommand(i), must(vaultOf(*m_database)),
                                  {.counter = 1, .intake = intake}));
            });
            raw.record(raws);
            ratios.clock.push_back(ours.clock.back() / raws.clock.back());
            ratios.processor.push_back(ours.processor.back() / raws.processor.back());
        }
    }
    QFile::remove(copy);
    m_table.add(u"recording an intake"_s, 0, std::move(ours));
    m_table.add(u"the same rows by the raw engine"_s, 0, std::move(raws));
    m_table.add(u"recording ÷ raw engine, by pairs"_s, RecordBound, std::move(ratios));
}

/// A receipt with ten papers, both copies.
bench::Spent receiptTimes()
{
    FormFacts facts{.organisation = u"Trung tâm Phục vụ hành chính công thành phố Hà Nội"_s,
                    .branch = u"Chi nhánh số 1"_s,
                    .dossier = {.id = {},
                                .code = u"TN1-261117-0187"_s,
                                .businessDate = Today,
                                .procedure = u"1.004873"_s,
                                .received = {Today, QTime(9, 47)},
                                .due = LocalTime{Today.addDays(3), QTime(16, 30)},
                                .applicant = {}},
                    .intake = {.applicant = {.name = u"Nguyễn Thị Mai"_s}},
                    .visited = Today,
                    .procedure = u"Cấp Giấy xác nhận tình trạng hôn nhân"_s,
                    .which = {},
                    .staff = u"Nguyễn Thu Hà"_s};
    for (int i = 1; i <= 10; ++i) {
        facts.intake.documents.push_back(
            {.name = u"Giấy tờ số %1"_s.arg(i), .originals = 1, .state = DocumentState::Received});
    }
    const FormPaper paper{.form = u"01"_s,
                          .version = formTemplate(u"01")->version,
                          .code = facts.dossier.code,
                          .values = formValues(facts)};
    bench::Spent times;
    for (int i = 0; i < Runs; ++i) {
        times.add([&paper] { must(formPdf(paper)); });
    }
    return times;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    loadFonts();
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir folder(QDir(arguments.value(1, QDir::currentPath())).absolutePath()
                               + "/motcua-bench-XXXXXX"_L1);
    const int dossiers = arguments.value(2, u"1000000"_s).toInt();
    if (!folder.isValid() || dossiers < FewDossiers) {
        bench::giveUp("the folder cannot be written, or there are too few dossiers");
    }
    Results table;
    for (const int size : {FewDossiers, dossiers}) {
        const QString path = folder.filePath(u"%1.db"_s.arg(size));
        {
            QElapsedTimer timer;
            timer.start();
            Desk desk(path, size, table);
            std::fprintf(stderr, "%d dossiers made in %lld s, %lld MB\n", size,
                         static_cast<long long>(timer.elapsed() / 1000),
                         static_cast<long long>(QFile(path).size() >> 20));
            desk.search();
            desk.scan();
            desk.record();
        }
        table.add(u"receipt as PDF"_s, ReceiptBoundMs, receiptTimes());
        QFile::remove(path);
    }
    const bool isGood = table.print(dossiers);
    std::printf("\n%s.\n", isGood ? "All bounds kept" : "BOUNDS MISSED");
    return isGood ? 0 : 1;
}

// NOLINTEND(modernize-use-std-print)
