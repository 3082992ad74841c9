// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/procedureimport.h"

#include "core/nationalcatalogue.h"
#include "storage/cataloguerepository.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

class ProcedureImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(TEST_DATA "/national_procedures.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_file = {.file = u"national_procedures.json"_s,
                  .procedures = readNationalCatalogue(u"x"_s, file.readAll()).procedures};
        QCOMPARE(m_file.procedures.size(), size_t{14});
    }

    void previewTellsWhatTheImportDoesAndStoresNothing()
    {
        const test::TestBranch branch;
        const QByteArray before = branch.bytes();
        const auto preview = previewProcedures(*branch, m_file);
        VERIFY_RESULT(preview);
        QCOMPARE(branch.bytes(), before);
        // The branch has 1.001193 without any limit or fee, and 9.000001.
        QCOMPARE(preview->added, 13);
        QCOMPARE(preview->changed, 1);
        QCOMPARE(preview->missing, 1);
        const auto done = importProcedures(*branch, branch.next(), m_file);
        VERIFY_RESULT(done);
        QCOMPARE(done->toJson(), preview->toJson());
        QVERIFY(ProcedureImportAnswer::fromJson(done->toJson()).toJson() == done->toJson());
        QCOMPARE(branch.faults(), QString());
    }

    void secondTimeNothingIsNew()
    {
        const test::TestBranch branch;
        VERIFY_RESULT(importProcedures(*branch, branch.next(), m_file));
        const QString seq = branch.value(u"SELECT seq FROM branch"_s);
        const auto again = importProcedures(*branch, branch.next(), m_file);
        VERIFY_RESULT(again);
        QCOMPARE(again->unchanged, 14);
        QCOMPARE(again->added + again->changed, 0);
        QVERIFY(again->changes.isEmpty());
        QCOMPARE(branch.value(u"SELECT seq FROM branch"_s), seq);
        QCOMPARE(branch.faults(), QString());
    }

    void sameCommandIsDoneOnce()
    {
        const test::TestBranch branch;
        const QUuid id = QUuid::createUuid();
        const auto first = importProcedures(*branch, branch.next(id), m_file);
        const auto again = importProcedures(*branch, branch.next(id), m_file);
        VERIFY_RESULT(first);
        VERIFY_RESULT(again);
        QCOMPARE(again->toJson(), first->toJson());
        ProcedureImport other = m_file;
        other.procedures.pop_back();
        QCOMPARE(test::codeOf(importProcedures(*branch, branch.next(id), other)),
                 u"command_id_reused"_s);
    }

    void changeGetsAVersionAndTheOldOneStaysReadable()
    {
        const test::TestBranch branch;
        VERIFY_RESULT(importProcedures(*branch, branch.next(), m_file));
        ProcedureImport later = m_file;
        Procedure &changed = of(later, u"1.004837"_s);
        changed.cases[0].limit = Limit{LimitKind::WorkingDays, 5};
        changed.name.vi = u"Đăng ký việc giám hộ"_s;
        const auto done = importProcedures(*branch, branch.next(), later);
        VERIFY_RESULT(done);
        QCOMPARE(done->changed, 1);
        QCOMPARE(done->unchanged, 13);
        QCOMPARE(done->changes.size(), 2);
        QCOMPARE(done->changes[1].toObject(), (QJsonObject{{u"code"_s, u"1.004837"_s},
                                                           {u"field"_s, u"limit"_s},
                                                           {u"before"_s, u"3 working_days"_s},
                                                           {u"after"_s, u"5 working_days"_s}}));

        CatalogueRepository repository(*branch);
        const auto now = repository.procedure(u"1.004837"_s).value().value();
        QCOMPARE(now.version, 2);
        QCOMPARE(now.cases[0].limit->value, 5);
        const auto then = repository.procedure(u"1.004837"_s, 1).value().value();
        QCOMPARE(then.cases[0].limit->value, 3);
        QVERIFY(saysTheSame(then, of(m_file, u"1.004837"_s)));
        QCOMPARE(branch.faults(), QString());

        VERIFY_RESULT(
            (*branch).run(u"UPDATE procedure_version SET detail = replace(detail, '3', '1')"
                          " WHERE code = '1.004837' AND version = 1"_s));
        QCOMPARE(branch.faults(), u"the catalogue is not the one that was imported"_s);
    }

    void branchKeepsWhatIsItsOwn()
    {
        Catalogue catalogue = test::smallCatalogue();
        ProcedureCase &own = catalogue.procedures[0].cases[0];
        own.limit = Limit{LimitKind::SameDay, 0}; // verified; the file has a bare 1
        own.documents = {{u"Tờ khai"_s, 1}};
        const test::TestBranch branch(catalogue);
        VERIFY_RESULT(importProcedures(*branch, branch.next(), m_file));
        const auto stored = CatalogueRepository(*branch).procedure(u"1.001193"_s).value().value();
        QCOMPARE(stored.group, u"H"_s);
        QCOMPARE(stored.name.vi, u"Đăng ký khai sinh"_s);
        QCOMPARE(stored.name.en, u"Birth"_s);
        QCOMPARE(stored.cases[0].limit, (Limit{LimitKind::SameDay, 0}));
        QCOMPARE(stored.cases[0].documents.size(), size_t{1});
        QCOMPARE(stored.cases[0].feeDirect, std::optional<qint64>(0));          // nobody knew it
        QVERIFY(CatalogueRepository(*branch).procedure(u"9.000001"_s).value()); // not in the file
    }

    void newOnesHaveNoGroupUntilTheBranchGivesOne()
    {
        test::TestBranch branch;
        VERIFY_RESULT(importProcedures(*branch, branch.next(), m_file));
        CatalogueRepository repository(*branch);
        QCOMPARE(repository.procedure(u"2.000815"_s).value().value().group, QString());
        QCOMPARE(
            test::outcome(issueTicket(*branch, branch.next(),
                                      {.group = {}, .procedure = u"2.000815"_s, .priority = {}})),
            u"day_not_open"_s);

        ProcedureImport placed = m_file;
        placed.group = u"C"_s;
        placed.field = u"chung thuc"_s;
        const auto done = importProcedures(*branch, branch.next(), placed);
        VERIFY_RESULT(done);
        QCOMPARE(done->changed, 1);
        QCOMPARE(repository.procedure(u"2.000815"_s).value().value().group, u"C"_s);
        QCOMPARE(repository.procedure(u"2.000815"_s).value().value().version, 1); // says the same
        QCOMPARE(repository.procedure(u"1.012784"_s).value().value().group, QString());

        placed.field.clear(); // all that are left, but not what the centre does not take
        VERIFY_RESULT(importProcedures(*branch, branch.next(), placed));
        QCOMPARE(repository.procedure(u"1.012784"_s).value().value().group, u"C"_s);
        QCOMPARE(repository.procedure(u"1.001193"_s).value().value().group, u"H"_s);
        QCOMPARE(repository.procedure(u"3.000347"_s).value().value().group, QString());
        QVERIFY(!repository.procedure(u"3.000347"_s).value().value().referral.isEmpty());
        QCOMPARE(branch.faults(), QString());

        placed.group = u"Q"_s;
        QCOMPARE(test::outcome(previewProcedures(*branch, placed)), u"unknown_group Q"_s);
        QCOMPARE(test::outcome(importProcedures(*branch, branch.next(), placed)),
                 u"unknown_group Q"_s);
    }

    void openDayIsLeftAlone()
    {
        test::TestBranch branch;
        branch.play(u"open|issue H"_s);
        QCOMPARE(test::outcome(importProcedures(*branch, branch.next(), m_file)),
                 u"day_already_open 2026-03-02"_s);
        VERIFY_RESULT(previewProcedures(*branch, m_file));
        QCOMPARE(branch.play(u"issue H|close"_s), u"2026-03-02 closed 2"_s);
        VERIFY_RESULT(importProcedures(*branch, branch.next(), m_file));
        QCOMPARE(branch.faults(), QString());
    }

    void whatTheBranchNoLongerTakesComesBackWithoutItsGroup()
    {
        test::TestBranch branch;
        Catalogue fewer = test::smallCatalogue();
        fewer.procedures.erase(fewer.procedures.begin());
        VERIFY_RESULT(importCatalogue(*branch, fewer, branch.next()));
        const auto done = importProcedures(*branch, branch.next(), m_file);
        VERIFY_RESULT(done);
        QCOMPARE(done->added, 14);
        const auto stored = CatalogueRepository(*branch).procedure(u"1.001193"_s).value().value();
        QCOMPARE(stored.group, QString());
        QCOMPARE(stored.version, 2);
        QCOMPARE(branch.faults(), QString());
    }

private:
    static Procedure &of(ProcedureImport &import, const QString &code)
    {
        return *std::ranges::find(import.procedures, code, &Procedure::code);
    }

    ProcedureImport m_file;
};

QTEST_GUILESS_MAIN(ProcedureImportTest)

#include "procedureimporttest.moc"
