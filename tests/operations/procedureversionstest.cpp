// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/cataloguerepository.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

/// Migration 0003 on a branch that the program before it made and worked with: its events were
/// written when procedures had no versions.
class ProcedureVersionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ONLY_ON_SQLITE("no branch on a server is that old");
        QFile dump(QStringLiteral(TEST_DATA "/branch_before_0003.sql"));
        QVERIFY(dump.open(QIODevice::ReadOnly));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"old.db"_s);
        const auto old = Database::create(m_path);
        VERIFY_RESULT(old);
        VERIFY_RESULT((*old)->run(u"PRAGMA foreign_keys=OFF"_s)); // tables come by their names
        QByteArray statement;
        while (!dump.atEnd()) {
            const QByteArray line = dump.readLine();
            statement += line.startsWith("--") ? QByteArray() : line;
            if (line.endsWith(";\n")) {
                VERIFY_RESULT((*old)->run(QString::fromUtf8(std::exchange(statement, {}))));
            }
        }
    }

    void oldBranchGoesOnAndStillVerifies()
    {
        const auto branch = openBranch(m_path, u"CN7"_s);
        VERIFY_RESULT(branch);
        QCOMPARE(faultsOf(**branch), QString());

        CatalogueRepository repository(**branch);
        const auto procedures = repository.procedures().value();
        QCOMPARE(procedures.size(), size_t{3});
        for (const Procedure &procedure : procedures) {
            QCOMPARE(procedure.version, 1);
            QVERIFY(repository.procedure(procedure.code, 1).value() == procedure);
        }
        QCOMPARE(procedures[0].code, u"1.004837"_s);
        QCOMPARE(procedures[0].group, u"H"_s);
        QCOMPARE(procedures[0].cases[0].limit, (Limit{LimitKind::WorkingDays, 3}));
        QCOMPARE(procedures[0].cases[0].documents[0].name, u"Tờ khai đăng ký giám hộ"_s);
        QCOMPARE(procedures[2].group, QString());
        QCOMPARE(procedures[2].referral, u"Nộp tại cơ quan Công an."_s);
    }

    void versionTamperedWithIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("what it says") << u"UPDATE procedure_version SET detail = '{}'"
                                         " WHERE code = '2.000815'"_s;
        QTest::newRow("who wrote it") << u"UPDATE procedure_version SET source = 'national'"_s;
        QTest::newRow("one too many") << u"INSERT INTO procedure_version"
                                         " VALUES ('2.000815', 2, '{}', 'branch', 2)"_s;
        QTest::newRow("lost") << u"DELETE FROM procedure_version WHERE code = '2.000815'"_s;
        QTest::newRow("another one is current")
            << u"UPDATE procedure SET version = 2 WHERE code = '2.000815'"_s;
        QTest::newRow("what was offered") << u"UPDATE procedure SET offered = '{}'"_s;
    }

    void versionTamperedWithIsFound()
    {
        QFETCH(QString, sql);
        const auto branch = openBranch(m_path);
        VERIFY_RESULT(branch);
        VERIFY_RESULT((*branch)->run(sql));
        QCOMPARE(faultsOf(**branch), u"the catalogue is not the one that was imported"_s);
    }

private:
    static QString faultsOf(Database &database)
    {
        const auto report = verifyBranch(database);
        if (!report) {
            return test::told(report.error());
        }
        QStringList problems;
        for (const auto &problem : report->problems) {
            problems.append(problem.problem);
        }
        return problems.join(u"; "_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(ProcedureVersionsTest)

#include "procedureversionstest.moc"
