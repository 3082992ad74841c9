// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"
#include "support/testdatabase.h"

#include <algorithm>
#include <functional>

using namespace motcua;
using namespace Qt::StringLiterals;

static QString told(const Group &group)
{
    return u"%1|%2|%3|%4|%5|%6-%7"_s
        .arg(group.letter, group.name.vi, group.name.en, group.shortName.vi, group.shortName.en)
        .arg(group.firstNumber)
        .arg(group.lastNumber);
}

static QString told(const PriorityClass &priority)
{
    return u"%1|%2|%3|%4|%5|%6"_s.arg(priority.code, priority.name.vi, priority.name.en)
        .arg(priority.headStartMinutes)
        .arg(priority.fromAge.value_or(-1))
        .arg(priority.basis);
}

static QString told(const Counter &counter)
{
    return u"%1: %2"_s.arg(counter.number).arg(counter.groups.join(u' '));
}

template <typename T>
static QStringList all(const std::vector<T> &values)
{
    QStringList list;
    for (const T &value : values) {
        list.append(told(value));
    }
    return list;
}

class CatalogueRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        VERIFY_RESULT(m_database->isUsable());
    }

    void cleanup() { m_database.reset(); }

    void shippedCatalogueComesBackWhole()
    {
        const CatalogueReading reading = test::shippedCatalogue();
        QVERIFY(reading.faults.empty());
        const Catalogue &catalogue = reading.catalogue;
        CatalogueRepository repository(**m_database);
        VERIFY_RESULT(write(catalogue));

        QCOMPARE(all(repository.groups().value()), all(catalogue.groups));
        QCOMPARE(all(repository.priorityClasses().value()), all(catalogue.priorityClasses));
        const auto counters = repository.counters().value();
        QCOMPARE(counters.size(), catalogue.counters.size());
        for (const Procedure &procedure : catalogue.procedures) {
            const auto stored = repository.procedure(procedure.code).value();
            QVERIFY2(stored && saysTheSame(procedure, *stored), qPrintable(procedure.code));
            QCOMPARE(stored->group, procedure.group);
        }
        const auto staff = StaffRepository(**m_database).all().value();
        QCOMPARE(staff.size(), catalogue.staff.size());
        for (size_t i = 0; i < staff.size(); ++i) {
            QCOMPARE(staff[i].code, catalogue.staff[i].code);
            QCOMPARE(staff[i].name, catalogue.staff[i].name);
            QCOMPARE(QSet(staff[i].groups.begin(), staff[i].groups.end()),
                     QSet(catalogue.staff[i].groups.begin(), catalogue.staff[i].groups.end()));
        }
        const auto calendar = repository.calendar().value();
        QCOMPARE(calendar.lastConfirmedYear, catalogue.calendar.lastConfirmedYear);
        QVERIFY(calendar.week == catalogue.calendar.week);
        QVERIFY(std::ranges::is_permutation(calendar.days, catalogue.calendar.days));
        QVERIFY(!calendar.days.empty());
        QCOMPARE(m_database->value(u"SELECT count(*) FROM synonym"_s),
                 QString::number(catalogue.synonyms.size()));
    }

    void exceptionsOfTheCalendarComeBack()
    {
        Catalogue catalogue = test::smallCatalogue();
        catalogue.calendar.exceptions = {
            {QDate(2026, 3, 7), {{QTime(8, 0), QTime(11, 0)}, {QTime(13, 30), QTime(15, 0)}}},
            {QDate(2026, 3, 9), {}}};
        catalogue.calendar.days = {{QDate(2026, 9, 2), DayKind::Off, u"Quốc khánh"_s, u"Luật"_s},
                                   {QDate(2026, 9, 1), DayKind::Compensation, u"Bù"_s, u"TB"_s},
                                   {QDate(2026, 8, 29), DayKind::MakeUp, u"Làm bù"_s, u"TB"_s}};
        VERIFY_RESULT(write(catalogue));
        const auto calendar = CatalogueRepository(**m_database).calendar().value();
        QVERIFY(calendar.exceptions == catalogue.calendar.exceptions);
        QVERIFY(std::ranges::is_permutation(calendar.days, catalogue.calendar.days));
    }

    void secondWriteKeepsPinsAndDeactivatesWhatIsGone()
    {
        StaffRepository staff(**m_database);
        VERIFY_RESULT(staff.setPin(u"CB01"_s, u"$argon2id$x"_s, 1));
        VERIFY_RESULT(
            staff.setTries(u"CB01"_s, {.hash = {}, .failedAttempts = 3, .lastAttemptAt = 77}, 1));

        Catalogue changed = test::smallCatalogue();
        changed.groups = {changed.groups[2], changed.groups[0]}; // N before H, C is gone
        changed.groups[1].name.vi = u"Hộ tịch"_s;
        changed.priorityClasses.erase(changed.priorityClasses.begin());
        changed.counters = {{1, {u"H"_s, u"N"_s}}, {6, {u"H"_s}}};
        changed.staff = {{u"CB01"_s, u"Trần Thị Tân Danh"_s, {u"N"_s}}, {u"CB09"_s, u"Mới"_s, {}}};
        changed.procedures.pop_back();
        VERIFY_RESULT(write(changed));

        CatalogueRepository repository(**m_database);
        QCOMPARE(all(repository.groups().value()), all(changed.groups));
        QCOMPARE(repository.group(u"C"_s).value().has_value(), false);
        QCOMPARE(repository.group(u"H"_s).value().value().name.vi, u"Hộ tịch"_s);
        QCOMPARE(repository.priorityClass(u"elderly"_s).value().has_value(), false);
        QCOMPARE(repository.priorityClass(u"pregnant"_s).value().has_value(), true);
        QCOMPARE(repository.procedure(u"9.000001"_s).value().has_value(), false);
        QCOMPARE(all(repository.counters().value()), (QStringList{u"1: N H"_s, u"6: H"_s}));
        QCOMPARE(repository.groupsOfCounter(1).value().value(), (QStringList{u"H"_s, u"N"_s}));
        QCOMPARE(repository.groupsOfCounter(2).value().has_value(), false);
        QCOMPARE(repository.groupsOfCounter(99).value().has_value(), false);

        const Staff kept = staff.find(u"CB01"_s).value().value();
        QCOMPARE(kept.name, u"Trần Thị Tân Danh"_s);
        const StaffPin pin = staff.pins().value().at(u"CB01"_s);
        QCOMPARE(pin.hash, u"$argon2id$x"_s);
        QCOMPARE(pin.failedAttempts, 3);
        QCOMPARE(pin.lastAttemptAt, qint64{77});
        QCOMPARE(kept.groups, QStringList{u"N"_s});
        QCOMPARE(staff.find(u"CB02"_s).value().has_value(), false);
        QCOMPARE(staff.all().value().size(), size_t{2});
        // What tickets may refer to is still there.
        QCOMPARE(m_database->value(u"SELECT count(*) FROM ticket_group"_s), u"3"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM staff"_s), u"6"_s);
        VERIFY_RESULT((**m_database).checkIntegrity());
    }

    void whatComesBackIsActiveAgain()
    {
        Catalogue fewer = test::smallCatalogue();
        fewer.staff.pop_back();
        VERIFY_RESULT(write(fewer));
        VERIFY_RESULT(write(test::smallCatalogue()));
        QCOMPARE(StaffRepository(**m_database).all().value().size(), size_t{5});
        QCOMPARE(all(CatalogueRepository(**m_database).groups().value()),
                 all(test::smallCatalogue().groups));
    }

    void procedureGetsANewVersionOnlyWhenItSaysSomethingElse_data()
    {
        QTest::addColumn<std::function<void(Procedure &)>>("change");
        QTest::addColumn<int>("version");
        const auto row = [](const char *name, int version,
                            const std::function<void(Procedure &)> &change) {
            QTest::newRow(name) << change << version;
        };
        row("nothing", 1, [](Procedure &) {});
        row("another line", 1, [](Procedure &one) { one.group = u"C"_s; });
        row("name", 2, [](Procedure &one) { one.name.vi += u" lại"_s; });
        row("English name", 2, [](Procedure &one) { one.name.en += u" again"_s; });
        row("field", 2, [](Procedure &one) { one.field = u"Khác"_s; });
        row("limit", 2, [](Procedure &one) {
            one.cases[0].limit = Limit{LimitKind::WorkingDays, 3};
        });
        row("whether it is verified", 2,
            [](Procedure &one) { one.cases[0].limitVerified = false; });
        row("fee", 2, [](Procedure &one) { one.cases[0].feeDirect = 0; });
        row("papers", 2, [](Procedure &one) { one.cases[0].documents = {{u"Tờ khai"_s}}; });
        row("a second case", 2, [](Procedure &one) { one.cases.emplace_back(); });
        row("where to go instead", 2, [](Procedure &one) { one.referral = u"Công an"_s; });
    }

    void procedureGetsANewVersionOnlyWhenItSaysSomethingElse()
    {
        QFETCH(std::function<void(Procedure &)>, change);
        QFETCH(int, version);
        Catalogue catalogue = test::smallCatalogue();
        const Procedure before = catalogue.procedures[0];
        change(catalogue.procedures[0]);
        VERIFY_RESULT(write(catalogue));
        VERIFY_RESULT(write(catalogue)); // the same once more

        CatalogueRepository repository(**m_database);
        catalogue.procedures[0].version = version;
        QVERIFY(repository.procedure(before.code).value() == catalogue.procedures[0]);
        const auto first = repository.procedure(before.code, 1).value();
        QVERIFY(first && saysTheSame(before, *first));
        QCOMPARE(first->version, 1);
        QVERIFY(!repository.procedure(before.code, version + 1).value());
        QCOMPARE(m_database->value(u"SELECT count(*) FROM procedure_version"_s),
                 QString::number(catalogue.procedures.size() + static_cast<size_t>(version) - 1));
    }

    void oldVersionsOutliveTheirProcedure()
    {
        Catalogue catalogue = test::smallCatalogue();
        const Procedure gone = catalogue.procedures[0];
        catalogue.procedures.erase(catalogue.procedures.begin());
        VERIFY_RESULT(write(catalogue));
        CatalogueRepository repository(**m_database);
        QVERIFY(!repository.procedure(gone.code).value());
        QVERIFY(repository.procedure(gone.code, 1).value() == gone);

        // It comes back as something else and counts on.
        catalogue.procedures.push_back(gone);
        catalogue.procedures.back().field = u"Khác"_s;
        VERIFY_RESULT(write(catalogue));
        QCOMPARE(repository.procedure(gone.code).value()->version, 2);
        QCOMPARE(repository.procedure(gone.code, 1).value()->field, gone.field);
    }

    void inactiveGroupIsNotOffered()
    {
        Catalogue catalogue = test::smallCatalogue();
        catalogue.groups[1].active = false;
        VERIFY_RESULT(write(catalogue));
        CatalogueRepository repository(**m_database);
        QCOMPARE(repository.groups().value().size(), size_t{2});
        QCOMPARE(repository.group(u"C"_s).value().has_value(), false);
    }

    void letterIsTakenExactly()
    {
        CatalogueRepository repository(**m_database);
        for (const QString &letter : {u"h"_s, u""_s, u"HH"_s, u"%"_s, u"' OR 1=1 --"_s}) {
            QCOMPARE(repository.group(letter).value().has_value(), false);
        }
    }

private:
    [[nodiscard]] Result<> write(const Catalogue &catalogue)
    {
        auto transaction = Transaction::begin(**m_database);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        if (auto done = CatalogueRepository(**m_database).write(catalogue, 1); !done) {
            return done;
        }
        return transaction->commit();
    }

    std::unique_ptr<test::TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(CatalogueRepositoryTest)

#include "cataloguerepositorytest.moc"
