// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

static constexpr int Codes = static_cast<int>(ErrorCode::StorageFailed) + 1;

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAWordOfItsOwn()
    {
        static const QRegularExpression snakeCase(u"^[a-z]+(_[a-z]+)*$"_s);
        QSet<QString> words;
        for (int code = 0; code < Codes; ++code) {
            const QString own = word(static_cast<ErrorCode>(code));
            QVERIFY2(snakeCase.match(own).hasMatch(), qPrintable(own));
            QVERIFY2(!words.contains(own), qPrintable(own));
            words.insert(own);
        }
    }

    void kindSaysWhatTheCallerCanDo_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("first rule") << ErrorCode::UnknownGroup << ErrorKind::Refused;
        QTest::newRow("last rule") << ErrorCode::LimitUnknown << ErrorKind::Refused;
        QTest::newRow("usage") << ErrorCode::Usage << ErrorKind::Usage;
        QTest::newRow("try again") << ErrorCode::DatabaseBusy << ErrorKind::Busy;
        QTest::newRow("first of the storage") << ErrorCode::DatabaseMissing << ErrorKind::Storage;
        QTest::newRow("last of the storage") << ErrorCode::StorageFailed << ErrorKind::Storage;
    }

    void kindSaysWhatTheCallerCanDo()
    {
        QFETCH(ErrorCode, code);
        QFETCH(ErrorKind, kind);
        QCOMPARE(kindOf(code), kind);
    }

    void failureCarriesCodeSubjectAndDetail()
    {
        const Result<int> result = failure(ErrorCode::CounterBusy, u"H001"_s, u"detail"_s);
        QVERIFY(!result);
        QVERIFY(result.error() == (Error{ErrorCode::CounterBusy, u"H001"_s, u"detail"_s}));
        QCOMPARE(word(result.error().code), u"counter_busy"_s);
    }
};

QTEST_GUILESS_MAIN(ResultTest)

#include "resulttest.moc"
