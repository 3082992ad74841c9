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
            << ProcedureUse{{u"1.000656"_s, 9}, {u"2.1"_s, 5}} << u"land birth death marriage"_s;
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

    void aDeathAloneStaysWhereItIs()
    {
        Procedure death;
        death.code = u"1.000656"_s;
        death.group = u"H"_s;
        QCOMPARE(sortedByUse({death}, {{u"1.000656"_s, 3}}).size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(ProcedureOrderTest)
#include "procedureordertest.moc"
