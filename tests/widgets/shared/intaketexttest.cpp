// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/intaketext.h"

#include "shared/errortext.h"

#include <QTest>
#include <QTranslator>

#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

/// Everything checkIntake() and intakeFromJson() can find, once for each kind of field.
const std::vector<IntakeFault> Faults{
    {u"applicant.name"_s, u"missing"_s},
    {u"owner.id_number"_s, u"missing"_s},
    {u"applicant.tax_code"_s, u"missing"_s},
    {u"applicant.address"_s, u"missing"_s},
    {u"applicant.phone"_s, u"missing"_s},
    {u"applicant.id_number"_s, u"bad_id"_s},
    {u"owner.id_number"_s, u"not_of_organisation"_s},
    {u"applicant.phone"_s, u"bad_phone"_s},
    {u"applicant.email"_s, u"bad_email"_s},
    {u"applicant.tax_code"_s, u"bad_tax_code"_s},
    {u"applicant.birth_date"_s, u"bad_date"_s},
    {u"applicant.unit"_s, u"unknown"_s},
    {u"applicant.name"_s, u"too_long"_s},
    {u"applicant.name"_s, u"damaged"_s},
    {u"authorisation"_s, u"missing"_s},
    {u"procedure"_s, u"missing"_s},
    {u"procedure"_s, u"unknown"_s},
    {u"procedure"_s, u"not_taken"_s, u"UBND phường Ba Đình"_s},
    {u"procedure"_s, u"not_taken"_s},
    {u"case"_s, u"unknown_case"_s},
    {u"documents[0].name"_s, u"missing"_s},
    {u"documents[12].state"_s, u"missing"_s},
    {u"documents[0].state"_s, u"bad_state"_s},
    {u"documents[0].originals"_s, u"out_of_range"_s},
    {u"documents"_s, u"nothing_missing"_s},
    {u"reason"_s, u"missing"_s},
    {u"reason"_s, u"too_short"_s},
    {u"official_code"_s, u"bad_code"_s},
    {u"dossier"_s, u"missing"_s},
    {u"dossier"_s, u"bad_code"_s},
    {u"sets"_s, u"out_of_range"_s},
    {u"fee"_s, u"out_of_range"_s},
    {u"due"_s, u"missing"_s},
    {u"due"_s, u"earlier"_s},
    {u"due_reason"_s, u"missing"_s},
    {u"correction"_s, u"missing"_s},
    {u"correction"_s, u"nothing_changed"_s},
    {u"aplicant"_s, u"unknown_key"_s},
    {u"sets"_s, u"wrong_type"_s},
    {u"outcome"_s, u"unknown_word"_s},
};

} // namespace

class IntakeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasASentenceOfItsOwn()
    {
        for (const QString &language : {u"vi"_s, u"en"_s}) {
            QTranslator translator;
            QVERIFY(translator.load(u":/i18n/motcua_"_s + language + u".qm"_s));
            QVERIFY(QCoreApplication::installTranslator(&translator));
            std::set<QString> texts{faultText({u"sets"_s, u"no_such_problem"_s})};
            for (const IntakeFault &fault : Faults) {
                const QString text = faultText(fault);
                QVERIFY2(texts.insert(text).second, qPrintable(fault.field + text));
                QVERIFY2(text.endsWith(u'.') || text.endsWith(fault.detail), qPrintable(text));
                QVERIFY(!text.contains(u'%'));
            }
            for (const QString &warning : {u"minor"_s, u"id_mismatch"_s, u"fee_unknown"_s,
                                           u"limit_doubtful"_s, u"second_notice"_s}) {
                QVERIFY2(texts.insert(warningText(warning)).second, qPrintable(warning));
                QVERIFY(warningText(warning).endsWith(u'.'));
            }
        }
    }

    void aRefusedIntakeSaysItFieldByField()
    {
        const std::vector<IntakeFault> faults{{u"applicant.phone"_s, u"missing"_s},
                                              {u"sets"_s, u"out_of_range"_s}};
        const QString text = errorText({ErrorCode::InvalidIntake, linesOf(faults), {}});
        for (const IntakeFault &fault : faults) {
            QVERIFY2(text.contains(u"\n  "_s + fault.field + u": "_s + faultText(fault)),
                     qPrintable(text));
        }
        // What is no list of faults is told as it is.
        QVERIFY(errorText({ErrorCode::InvalidIntake, u"\n  illegal value"_s, {}})
                    .endsWith(u"\n  illegal value"_s));
    }
};

QTEST_GUILESS_MAIN(IntakeTextTest)
#include "intaketexttest.moc"
