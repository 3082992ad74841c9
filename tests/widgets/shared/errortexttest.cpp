// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/errortext.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;

/// Codes whose text names nothing: there is nothing to name, or only a delay.
static const std::set NamesNothing{
    ErrorCode::DayNotOpen,    ErrorCode::CounterActive,  ErrorCode::WrongPin,
    ErrorCode::PinThrottled,  ErrorCode::WeakPin,        ErrorCode::InvalidIdCard,
    ErrorCode::DatabaseBusy,  ErrorCode::DiskFull,       ErrorCode::StorageFailed,
    ErrorCode::NoScreen,      ErrorCode::ConnectionLost, ErrorCode::OutOfMemory,
    ErrorCode::JoinCodeWrong, ErrorCode::JoinOver,       ErrorCode::AccessDenied,
    ErrorCode::SyncFormat,    ErrorCode::Interrupted,    ErrorCode::CommentHandled};

static const QRegularExpression Accented(u"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợ"
                                         "ùúủũụưừứửữựỳýỷỹỵ]"_s,
                                         QRegularExpression::CaseInsensitiveOption);

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasATextInBothLanguages_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (int i = 0; i <= static_cast<int>(ErrorCode::StorageFailed); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            QTest::newRow(qPrintable(word(code))) << code;
        }
    }
    void everyErrorHasATextInBothLanguages()
    {
        QFETCH(ErrorCode, code);
        const Error error{code, u"subject-7"_s, u"detail-7"_s};

        const QString vietnamese = textIn(u"vi"_s, error);
        const QString english = textIn(u"en"_s, error);
        QVERIFY(vietnamese != english);
        QVERIFY2(vietnamese.contains(Accented), qPrintable(vietnamese));
        QVERIFY2(!QString(english).remove(u"Một Cửa"_s).contains(Accented), qPrintable(english));
        QCOMPARE(vietnamese.normalized(QString::NormalizationForm_C), vietnamese);
        for (const QString &text : {vietnamese, english}) {
            QCOMPARE(text.contains(u"subject-7"_s), !NamesNothing.contains(code));
            QVERIFY2(!text.contains(u"detail-7"_s), "the detail is for the log only");
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            QVERIFY2(text.size() > 15, qPrintable(text));
        }
    }

    void aCentreThatCannotBeWrittenIsNamed()
    {
        const QString usual = textIn(u"en"_s, {ErrorCode::CentreFailed, u"db.lan"_s, u"[XX000]"_s});
        const QString now = textIn(u"en"_s, {ErrorCode::CentreFailed, u"db.lan"_s, u"[25006] x"_s});
        QVERIFY(usual.startsWith(u"The centre could not do it: db.lan."_s));
        QVERIFY(now.startsWith(u"The centre cannot be written to now: db.lan."_s));
        QVERIFY(textIn(u"vi"_s, {ErrorCode::CentreFailed, u"db.lan"_s, u"[25006] x"_s})
                    .startsWith(u"Hiện không ghi được vào Trung tâm: db.lan."_s));
    }

    void noTwoErrorsReadAlike()
    {
        for (const QString &language : {u"vi"_s, u"en"_s}) {
            std::set<QString> texts;
            for (int i = 0; i <= static_cast<int>(ErrorCode::StorageFailed); ++i) {
                const QString text = textIn(language, {static_cast<ErrorCode>(i), u"7"_s, {}});
                QVERIFY2(texts.insert(text).second, qPrintable(text));
            }
        }
    }

    void everyReasonOfACardHasAText_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char *reason : {"empty", "too_long", "binary", "truncated", "health_insurance",
                                   "link", "not_a_card"}) {
            QTest::newRow(reason) << QString::fromLatin1(reason);
        }
    }
    void everyReasonOfACardHasAText()
    {
        QFETCH(QString, reason);
        const Error error{ErrorCode::InvalidIdCard, reason, {}};
        QVERIFY(textIn(u"vi"_s, error).contains(Accented));
        QVERIFY(textIn(u"en"_s, error) != textIn(u"vi"_s, error));
        QVERIFY(!textIn(u"en"_s, error).contains(reason + u'_'));
    }

    void secondsHaveTheirPlural()
    {
        const auto wait = [](const QString &seconds) {
            return Error{ErrorCode::PinThrottled, seconds, {}};
        };
        QVERIFY(textIn(u"en"_s, wait(u"1"_s)).contains(u"1 second,"_s));
        QVERIFY(textIn(u"en"_s, wait(u"30"_s)).contains(u"30 seconds,"_s));
        QVERIFY(textIn(u"vi"_s, wait(u"1"_s)).contains(u"1 giây"_s));
        QVERIFY(textIn(u"vi"_s, wait(u"30"_s)).contains(u"30 giây"_s));
    }

    void businessDaysAreWrittenAsPeopleWriteThem()
    {
        const Error error{ErrorCode::DayAlreadyOpen, u"2026-11-20"_s, {}};
        QVERIFY(textIn(u"vi"_s, error).contains(u"20/11/2026"_s));
    }

    void exitCodesAreThePromisedOnes_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("expected");
        QTest::newRow("rule") << ErrorCode::NobodyWaiting << 1;
        QTest::newRow("PIN") << ErrorCode::PinThrottled << 1;
        QTest::newRow("usage") << ErrorCode::Usage << 2;
        QTest::newRow("busy") << ErrorCode::DatabaseBusy << 3;
        QTest::newRow("storage") << ErrorCode::DiskFull << 3;
    }
    void exitCodesAreThePromisedOnes()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, expected);
        QCOMPARE(exitCodeOf({code, {}, {}}), expected);
    }

private:
    static QString textIn(const QString &language, const Error &error)
    {
        QTranslator translator;
        if (!translator.load(u":/i18n/motcua_"_s + language + u".qm"_s)
            || !QCoreApplication::installTranslator(&translator)) {
            return {};
        }
        return errorText(error);
    }
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "errortexttest.moc"
