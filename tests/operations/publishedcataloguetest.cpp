// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/publishedcatalogue.h"

#include "storage/cataloguerepository.h"
#include "support/testbranch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// Everybody serves another line beside C, so that a branch can do without it.
Catalogue withCompany()
{
    Catalogue catalogue = smallCatalogue();
    catalogue.counters[3].groups.append(u"H"_s);
    return catalogue;
}

Catalogue without(const QString &letter)
{
    Catalogue catalogue = withCompany();
    std::erase_if(catalogue.groups, [&](const Group &group) { return group.letter == letter; });
    return catalogue;
}

} // namespace

class PublishedCatalogueTest : public QObject
{
    Q_OBJECT

private:
    static QString groupsOf(TestBranch &branch, int counter)
    {
        const auto groups = CatalogueRepository(*branch).groupsOfCounter(counter).value();
        return groups.value_or(QStringList()).join(u' ');
    }
    static QString groupsOf(TestBranch &branch, const QString &staff)
    {
        QStringList groups = StaffRepository(*branch).find(staff).value()->groups;
        groups.sort();
        return groups.join(u' ');
    }
    static QString taken(TestBranch &branch, const Catalogue &published)
    {
        return outcome(takeOverPublished(*branch, published, branch.next()));
    }

private Q_SLOTS:
    void aGroupThatComesBackFindsItsPeople()
    {
        TestBranch branch(withCompany());
        QCOMPARE(groupsOf(branch, 3), u"C H"_s);
        QCOMPARE(groupsOf(branch, u"CB01"_s), u"C H N"_s);
        for (int twice = 0; twice < 2; ++twice) { // and a later version that lacks it too
            QCOMPARE(taken(branch, without(u"C"_s)), u"ok"_s);
            QCOMPARE(groupsOf(branch, 3), u"H"_s);
            QCOMPARE(groupsOf(branch, u"CB01"_s), u"H N"_s);
        }
        branch.wait(60);
        QCOMPARE(branch.play(u"open | in 3 CB01 | issue C"_s), u"unknown_group C"_s);
        QCOMPARE(branch.play(u"issue H | call 3 | start 3 | transfer 3 C"_s), u"unknown_group C"_s);
        branch.play(u"finish 3 | close"_s);
        QCOMPARE(branch.faults(), QString());

        QCOMPARE(taken(branch, withCompany()), u"ok"_s);
        QCOMPARE(groupsOf(branch, 3), u"C H"_s);
        QCOMPARE(groupsOf(branch, 4), u"C H"_s);
        QCOMPARE(groupsOf(branch, u"CB01"_s), u"C H N"_s);
        branch.wait(86'400);
        branch.play(u"open | in 3 CB01 | issue C | call 3"_s);
        QCOMPARE(
            branch.value(u"SELECT count(*) FROM leg WHERE group_letter = 'C' AND counter = 3"_s),
            u"1"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void whatABranchImportsItselfIsMeant()
    {
        TestBranch branch(withCompany());
        Catalogue own = withCompany();
        own.counters[2].groups = {u"H"_s};
        VERIFY_RESULT(importCatalogue(*branch, own, branch.next()));
        QCOMPARE(taken(branch, withCompany()), u"ok"_s);
        QCOMPARE(groupsOf(branch, 3), u"H"_s);
    }

    void aCounterIsNotLeftWithoutGroups()
    {
        TestBranch branch(withCompany());
        QCOMPARE(taken(branch, without(u"N"_s)), u"invalid_catalogue counters: 5: groups"_s);
        Catalogue idle = withCompany();
        idle.groups[2].active = false;
        QCOMPARE(taken(branch, idle), u"invalid_catalogue counters: 5: groups"_s);
        QCOMPARE(groupsOf(branch, 5), u"N"_s);
    }
};

QTEST_GUILESS_MAIN(PublishedCatalogueTest)

#include "publishedcataloguetest.moc"
