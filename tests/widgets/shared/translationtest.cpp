// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/translation.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

static constexpr auto Context = "motcua::ErrorTexts";
static constexpr auto Busy = "The database is busy. Nothing was changed; try again in a moment.";
static constexpr auto Wait = "Too many wrong tries. Wait %n second(s), then try again.";

/// A screen that sets its texts again when the language changes.
class Screen : public QLabel
{
protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            setText(QCoreApplication::translate(Context, Busy));
        }
        QLabel::changeEvent(event);
    }
};

class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLanguageChangesLive()
    {
        setProgramLanguage(Language::English);
        Screen screen;
        screen.show();
        setProgramLanguage(Language::Vietnamese);
        QTRY_COMPARE(screen.text(), textIn(Language::Vietnamese, Context, Busy));
        setProgramLanguage(Language::English);
        QTRY_COMPARE(screen.text(), QString::fromUtf8(Busy));
    }

    void eitherLanguageWhicheverIsSpoken_data()
    {
        QTest::addColumn<Language>("spoken");
        QTest::newRow("Vietnamese") << Language::Vietnamese;
        QTest::newRow("English") << Language::English;
    }
    void eitherLanguageWhicheverIsSpoken()
    {
        QFETCH(Language, spoken);
        setProgramLanguage(spoken);
        QCOMPARE(textIn(Language::English, Context, Busy), QString::fromUtf8(Busy));
        QVERIFY(textIn(Language::Vietnamese, Context, Busy).contains(u'ữ'));
        QCOMPARE(textIn(Language::English, Context, Wait, 1),
                 u"Too many wrong tries. Wait 1 second, then try again."_s);
        QCOMPARE(textIn(Language::English, Context, Wait, 30),
                 u"Too many wrong tries. Wait 30 seconds, then try again."_s);
        QVERIFY(textIn(Language::Vietnamese, Context, Wait, 30).contains(u"30 giây"_s));
    }
};

QTEST_MAIN(TranslationTest)

#include "translationtest.moc"
