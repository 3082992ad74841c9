// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/reportfile.h"

#include "manager/reporttext.h"
#include "operations/reports.h"
#include "shared/theme.h"
#include "shared/translation.h"
#include "support/testbranch.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Formula = R"(=HYPERLINK("http://127.0.0.1";"x"))";

Catalogue catalogue()
{
    Catalogue all = smallCatalogue();
    all.procedures[0].name = {QString::fromLatin1(Formula), QString::fromLatin1(Formula)};
    return all;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    constexpr int MostMs = 120'000; // an office starts slowly
    return process.waitForFinished(MostMs) && process.exitCode() == 0
               ? process.readAllStandardOutput()
               : QByteArray("failed: ") + process.readAllStandardError();
}

/// The cells of the first sheet of a workbook by their place ("B7"), and what else is in it.
struct Workbook
{
    QMap<QString, QString> cells;
    bool hasFormula = false;
    bool isFrozen = false;
};

QStringList sharedTexts(const QByteArray &xml)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNextStartElement() && reader.name() == u"t") {
            texts.append(reader.readElementText());
        }
    }
    return texts;
}

Workbook read(const QString &path)
{
    const QStringList texts =
        sharedTexts(outputOf(u"unzip"_s, {u"-p"_s, path, u"xl/sharedStrings.xml"_s}));
    QXmlStreamReader reader(outputOf(u"unzip"_s, {u"-p"_s, path, u"xl/worksheets/sheet1.xml"_s}));
    Workbook book;
    QString place;
    bool isText = false;
    while (!reader.atEnd()) {
        if (!reader.readNextStartElement()) {
            continue;
        }
        if (reader.name() == u"c") {
            place = reader.attributes().value("r"_L1).toString();
            isText = reader.attributes().value("t"_L1) == u"s";
        } else if (reader.name() == u"v") {
            const QString value = reader.readElementText();
            book.cells[place] = isText ? texts.value(value.toInt()) : value;
        } else if (reader.name() == u"f") {
            book.hasFormula = true;
        } else if (reader.name() == u"pane") {
            book.isFrozen = reader.attributes().value("state"_L1) == u"frozen";
        }
    }
    return book;
}

/// What the workbook must hold for @p cell, as its XML says it.
QString expected(const ReportCell &cell, ReportUnit unit, const QString &found)
{
    constexpr double SecondsInDay = 86'400;
    switch (cell.kind) {
    case ReportCell::Kind::Nothing:
        return {};
    case ReportCell::Kind::Number:
        return (unit == ReportUnit::Duration
                && qRound64(found.toDouble() * SecondsInDay) == cell.number)
                       || (unit == ReportUnit::Share
                           && qRound64(found.toDouble() * 1000) == cell.number)
                   ? found
                   : QString::number(cell.number);
    case ReportCell::Kind::Day:
    case ReportCell::Kind::Moment: {
        // Days since 1899-12-30, as spreadsheets count.
        const QDateTime at(cell.time.date, cell.time.time.isValid() ? cell.time.time : QTime(0, 0),
                           Qt::UTC);
        const qint64 seconds = QDateTime(QDate(1899, 12, 30), QTime(0, 0), Qt::UTC).secsTo(at);
        return qRound64(found.toDouble() * SecondsInDay) == seconds ? found : u"another time"_s;
    }
    default:
        return cell.text.vi;
    }
}

std::vector<ReportCells> allRows(const ReportSheet &sheet)
{
    std::vector<ReportCells> rows;
    std::ranges::transform(sheet.table.rows, std::back_inserter(rows), &ReportRow::cells);
    if (!sheet.table.total.empty()) {
        rows.push_back(sheet.table.total);
    }
    return rows;
}

QString columnName(qsizetype column)
{
    return QString(QChar(static_cast<char16_t>(u'A' + column)));
}

} // namespace

/// The figures on paper and in files are those of the table, which is the database's.
class ReportFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_branch = std::make_unique<TestBranch>(catalogue());
        QString script = u"open|in 1 CB01|in 3 CB03"_s;
        for (int i = 0; i < 40; ++i) {
            script += u"|issue H|wait 97|issue C|wait 13|call 1|wait 9|start 1|wait %1|finish 1|"
                      "call 3|wait 20|~no-show 3"_s.arg(30 + 7 * i);
        }
        m_branch->play(script + u"|break 1 rest|wait 300|back 1|close"_s);
        Statement choose(**m_branch, u"UPDATE ticket SET procedure = '1.001193' WHERE series = 'H' "
                                     "AND number < 20"_s);
        VERIFY_RESULT(choose.execute());
        (**m_branch)
            .run(u"DELETE FROM daily_legs"_s)
            .value(); // the day is counted from its tickets
    }

    void cleanupTestCase() { m_branch.reset(); }

    void figuresAreTheSameEverywhere_data()
    {
        QTest::addColumn<ReportKind>("kind");
        QTest::addColumn<Language>("language");
        for (const ReportKind kind : reportKinds()) {
            for (const Language language : {Language::Vietnamese, Language::English}) {
                QTest::addRow("%s, %s", qPrintable(word(kind)),
                              language == Language::English ? "English" : "Vietnamese")
                    << kind << language;
            }
        }
    }

    void figuresAreTheSameEverywhere()
    {
        QFETCH(ReportKind, kind);
        QFETCH(Language, language);
        setProgramLanguage(language);
        const auto table = makeReport(**m_branch, {.kind = kind, .clock = m_branch->clock()});
        VERIFY_RESULT(table);
        const ReportSheet sheet = sheetOf(*table, language);
        for (size_t i = 0; i < table->columns.size(); ++i) { // none without its heading
            QVERIFY(sheet.headings[static_cast<qsizetype>(i)]
                    != QLatin1StringView(table->columns[i].id));
        }
        QVERIFY(!sheet.definitions.empty());
        checkCsv(sheet);
        checkXlsx(sheet);
        checkPdf(sheet);
    }

    /// What another program shows of a workbook are the figures of the table, in our words for times.
    void workbooksOpenInAnOffice()
    {
        QVERIFY(!m_books.empty());
        QStringList arguments{u"-env:UserInstallation=file://"_s + m_folder.filePath(u"office"_s),
                              u"--headless"_s,
                              u"--convert-to"_s,
                              u"csv:Text - txt - csv (StarCalc):59,34,76"_s,
                              u"--outdir"_s,
                              m_folder.path()};
        for (const auto &[name, sheet] : m_books) {
            arguments.append(m_folder.filePath(name + u".xlsx"_s));
        }
        const QByteArray said = outputOf(u"soffice"_s, arguments);
        int compared = 0;
        for (const auto &[name, sheet] : m_books) {
            QFile file(m_folder.filePath(name + u".csv"_s));
            QVERIFY2(file.open(QIODevice::ReadOnly), said.constData());
            QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            const QString heading = sheet.headings.first(2).join(u';');
            while (!lines.isEmpty()
                   && !QString(lines.constFirst()).remove(u'"').startsWith(heading)) {
                lines.removeFirst();
            }
            const auto rows = allRows(sheet);
            QVERIFY2(lines.size() > std::ssize(rows), qPrintable(name));
            for (size_t i = 0; i < rows.size(); ++i) {
                const QStringList cells = lines[static_cast<qsizetype>(i) + 1].split(u';');
                for (size_t column = 0; column < rows[i].size(); ++column) {
                    const ReportCell &cell = rows[i][column];
                    const ReportUnit unit = sheet.table.columns[column].unit;
                    if (cell.kind == ReportCell::Kind::Number
                        && cells.size() == std::ssize(rows[i])) {
                        QCOMPARE(cells[static_cast<qsizetype>(column)], cellText(cell, unit));
                        ++compared;
                    }
                }
            }
        }
        QVERIFY(compared > 300);
    }

    void pictureIsOnThePaper_data()
    {
        QTest::addColumn<ReportKind>("kind");
        QTest::addColumn<QString>("title"); // empty: none
        QTest::newRow("hours of a day")
            << ReportKind::Daily << u"Visits by hour (dark: issued, light: served)"_s;
        QTest::newRow("days of a month") << ReportKind::Period << u"Numbers per day"_s;
        QTest::newRow("a list") << ReportKind::Tickets << QString();
    }

    void pictureIsOnThePaper()
    {
        QFETCH(ReportKind, kind);
        QFETCH(QString, title);
        setProgramLanguage(Language::English);
        const auto table = makeReport(**m_branch, {.kind = kind, .clock = m_branch->clock()});
        VERIFY_RESULT(table);
        const ReportSheet sheet = sheetOf(*table, Language::English);
        QCOMPARE(sheet.pictureSize.isEmpty(), title.isEmpty());
        checkPdf(sheet); // its table is below
        const QString text = QString::fromUtf8(m_pdfText);
        QCOMPARE(text.contains(u"Numbers per day"_s) || text.contains(u"Visits by hour"_s),
                 !title.isEmpty());
        QVERIFY(text.contains(title));
        for (const HourCounts &hour : table->hours) {
            QVERIFY(text.contains(u"%1h"_s.arg(hour.hour)));
        }
        if (!table->month.empty()) {
            const QString given = QString::number(table->total.at(2).number);
            QVERIFY(text.indexOf(given) < text.indexOf(u"Procedure"_s)); // in its day
        }
        // Lines, not dots: a picture as dots would be many times as large.
        QVERIFY(!reportPdf(sheet).contains("/Subtype /Image"));
    }

    void longReportsTurnThePage()
    {
        setProgramLanguage(Language::English);
        const auto made =
            makeReport(**m_branch, {.kind = ReportKind::Period, .clock = m_branch->clock()});
        VERIFY_RESULT(made);
        ReportTable table = *made;
        while (table.rows.size() < 300) {
            table.rows.push_back(table.rows.back());
        }
        const ReportSheet sheet = sheetOf(table, Language::English);
        checkPdf(sheet);
        const QString text = QString::fromUtf8(m_pdfText);
        const auto pages = text.count(u'\f');
        QVERIFY(pages > 3);
        // Each page but those of the definitions says whose column is whose, and which page it is.
        QCOMPARE(text.count(sheet.page.arg(1).arg(pages)), 1);
        QCOMPARE(text.count(sheet.page.arg(pages).arg(pages)), 1);
        QVERIFY(text.count(u"Served "_s) >= pages - 1);
    }

private:
    static void checkCsv(const ReportSheet &sheet)
    {
        const QByteArray csv = reportCsv(sheet);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        QStringList lines = QString::fromUtf8(csv.mid(3)).split(u"\r\n"_s);
        QCOMPARE(lines.takeLast(), QString());
        const auto rows = allRows(sheet);
        QCOMPARE(lines.size(), std::ssize(rows) + 1);
        for (size_t i = 0; i < rows.size(); ++i) {
            const QString &line = lines[static_cast<qsizetype>(i) + 1];
            QVERIFY2(!line.startsWith(u'=') && !line.contains(u";="_s) && !line.contains(u";\"="_s),
                     qPrintable(line));
            if (!line.contains(u'"')) {
                QCOMPARE(line.split(u';').size(), std::ssize(rows[i]));
            }
            for (size_t column = 0; column < rows[i].size(); ++column) {
                if (rows[i][column].kind == ReportCell::Kind::Number && !line.contains(u'"')) {
                    QCOMPARE(line.split(u';')[static_cast<qsizetype>(column)],
                             QString::number(rows[i][column].number));
                }
            }
        }
    }

    void checkXlsx(const ReportSheet &sheet)
    {
        const auto xlsx = reportXlsx(sheet);
        VERIFY_RESULT(xlsx);
        const QString name = u"report%1"_s.arg(m_books.size());
        m_books.emplace_back(name, sheet);
        const QString path = m_folder.filePath(name + u".xlsx"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*xlsx) == xlsx->size());
        file.close();
        const Workbook book = read(path);
        QVERIFY(!book.hasFormula);
        QVERIFY(book.isFrozen);
        qsizetype heading = 1;
        while (heading < 40
               && book.cells.value(columnName(1) + QString::number(heading)) != sheet.headings[1]) {
            ++heading;
        }
        const auto rows = allRows(sheet);
        for (size_t i = 0; i < rows.size(); ++i) {
            for (size_t column = 0; column < rows[i].size(); ++column) {
                const QString place = columnName(static_cast<qsizetype>(column))
                                      + QString::number(heading + 1 + static_cast<qsizetype>(i));
                const QString found = book.cells.value(place);
                QCOMPARE(found, expected(rows[i][column], sheet.table.columns[column].unit, found));
            }
        }
    }

    void checkPdf(const ReportSheet &sheet)
    {
        const QByteArray pdf = reportPdf(sheet);
        const QString path = m_folder.filePath(u"report.pdf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
        file.close();
        m_pdfText = outputOf(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        const QString text = QString::fromUtf8(m_pdfText);
        QVERIFY2(text.contains(sheet.head[0]), qPrintable(text.left(300)));
        const QStringList lines = text.split(u'\n');
        qsizetype from = 0;
        for (const ReportCells &row : allRows(sheet)) {
            QStringList figures;
            for (size_t i = 0; i < row.size(); ++i) {
                if (row[i].kind == ReportCell::Kind::Number) {
                    figures.append(cellText(row[i], sheet.table.columns[i].unit));
                }
            }
            const auto hasThem = [&figures](const QString &line) {
                const QStringList words = line.simplified().split(u' ');
                qsizetype next = 0;
                for (const QString &word : words) {
                    next += next < figures.size() && word == figures[next] ? 1 : 0;
                }
                return next == figures.size();
            };
            const auto found = std::find_if(lines.begin() + from, lines.end(), hasThem);
            QVERIFY2(found != lines.end(), qPrintable(figures.join(u' ') + u'\n' + text));
            from = found - lines.begin() + 1; // in the order of the table
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TestBranch> m_branch;
    QByteArray m_pdfText;
    std::vector<std::pair<QString, ReportSheet>> m_books; ///< written so far, by their names
};

QTEST_MAIN(ReportFileTest)

#include "reportfiletest.moc"
