// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/procedureorder.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class ProcedureOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostUsedComesFirst_data()
    {
        QTest::addColumn<ProcedureUse>("use");
        QTest::addColumn<QString>("order");
        QTest::newRow("nobody has come yet") << ProcedureUse() << u"birth land death marriage"_s;
        QTest::newRow("by use") << ProcedureUse{{u"1.1"_s, 2}, {u"1.2"_s, 5}, {u"1.000656"_s, 3}}
                                << u"marriage death birth land"_s;
        QTest::newRow("ties stay as they are")
            << ProcedureUse{{u"1.2"_s, 4}, {u"1.1"_s, 4}} << u"birth marriage land death"_s;
        QTest::newRow("a death is never the first of its group")
            << ProcedureUse{{u"1.000656"_s, 9}, {u"2.1"_s, 5}} << u"birth death land marriage"_s;
        QTest::newRow("a procedure that is gone")
            << ProcedureUse{{u"9.9"_s, 9}} << u"birth land death marriage"_s;
    }

    void mostUsedComesFirst()
    {
        QFETCH(ProcedureUse, use);
        const auto procedure = [](const QString &code, const QString &group, const QString &name) {
            Procedure made;
            made.code = code;
            made.group = group;
            made.name = {name, name};
            return made;
        };
        const auto sorted = sortedByUse({procedure(u"1.1"_s, u"H"_s, u"birth"_s),
                                         procedure(u"2.1"_s, u"N"_s, u"land"_s),
                                         procedure(u"1.000656"_s, u"H"_s, u"death"_s),
                                         procedure(u"1.2"_s, u"H"_s, u"marriage"_s)},
                                        use);
        QStringList names;
        for (const Procedure &one : sorted) {
            names.append(one.name.vi);
        }
        QTEST(names.join(u' '), "order");
    }

    /// Codes before and after; 1.x, and the deaths, are of group H, 3.x of N.
    void noListBeginsWithADeath_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addColumn<ProcedureUse>("use");
        QTest::addColumn<QString>("order");
        QTest::newRow("a death alone stays where it is")
            << u"1.000656 3.1 3.2"_s << ProcedureUse{{u"3.2"_s, 1}} << u"3.2 1.000656 3.1"_s;
        QTest::newRow("deaths alone")
            << u"3.1 1.000656 1.005461"_s << ProcedureUse{{u"1.005461"_s, 2}, {u"1.000656"_s, 1}}
            << u"1.005461 1.000656 3.1"_s;
        QTest::newRow("registered again")
            << u"1.1 1.005461"_s << ProcedureUse{{u"1.005461"_s, 2}} << u"1.1 1.005461"_s;
        QTest::newRow("linked") << u"1.1 2.002913"_s << ProcedureUse{{u"2.002913"_s, 2}}
                                << u"1.1 2.002913"_s;
        QTest::newRow("two deaths first")
            << u"1.1 1.2 1.000656 1.005461 3.1"_s
            << ProcedureUse{{u"1.005461"_s, 9}, {u"1.000656"_s, 8}, {u"1.2"_s, 7}}
            << u"1.2 1.005461 1.000656 1.1 3.1"_s;
        QTest::newRow("two deaths, something else first")
            << u"1.1 1.000656 1.005461 3.1"_s
            << ProcedureUse{{u"1.1"_s, 9}, {u"1.005461"_s, 8}, {u"1.000656"_s, 7}}
            << u"1.1 1.005461 1.000656 3.1"_s;
    }

    void noListBeginsWithADeath()
    {
        QFETCH(QString, codes);
        QFETCH(ProcedureUse, use);
        std::vector<Procedure> procedures;
        for (const QString &code : codes.split(u' ')) {
            Procedure made;
            made.code = code;
            made.group = code.startsWith(u'3') ? u"N"_s : u"H"_s;
            procedures.push_back(made);
        }
        QStringList order;
        for (const Procedure &one : sortedByUse(procedures, use)) {
            order.append(one.code);
        }
        QTEST(order.join(u' '), "order");
    }
};

QTEST_GUILESS_MAIN(ProcedureOrderTest)
#include "procedureordertest.moc"
