// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A check that finds nothing is worth nothing: each fault is planted once.

#include "support/screencheck.h"

#include "shared/kioskbutton.h"
#include "shared/paragraphlabel.h"
#include "shared/translation.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// A white screen of 600×400.
class Screen : public QWidget
{
public:
    Screen()
    {
        resize(600, 400);
        setAttribute(Qt::WA_DontShowOnScreen);
    }

    std::function<void(QPainter &)> paint;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        if (paint) {
            paint(painter);
        }
    }
};

void addLabel(Screen &screen, const QString &text, const QRect &box)
{
    auto *label = new ParagraphLabel(Look{}, "kiosk.body"_L1, "text.primary"_L1, &screen);
    label->setText(text);
    label->setGeometry(box);
}

KioskButton *addButton(Screen &screen, const QRect &box)
{
    auto *button = new KioskButton(Look{}, ButtonKind::Secondary, &screen);
    button->setWords(u"Có"_s);
    button->setGeometry(box);
    return button;
}

QStringList findings(Screen &screen, Face face = Face::Kiosk)
{
    screen.show();
    return checkScreen(screen, face, Look{}).findings;
}

using Plant = std::function<void(Screen &)>;

void paintsText(Screen &screen, QLatin1StringView type, const QColor &color, const QRectF &box)
{
    screen.paint = [=](QPainter &painter) {
        paintText(painter, box, u"Hộ tịch"_s, textStyle(Look{}, type, color));
    };
}

} // namespace

Q_DECLARE_METATYPE(Plant)

class ScreenCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void faultsAreFound_data()
    {
        QTest::addColumn<Plant>("plant");
        QTest::addColumn<QString>("found"); // empty: nothing is wrong

        const auto row = [](const char *name, const QString &found, Plant plant) {
            QTest::newRow(name) << std::move(plant) << found;
        };
        const QString wide = u"Một dòng chữ quá dài cho chỗ của nó"_s;
        row("a text with room", {}, [=](Screen &s) { addLabel(s, wide, {20, 20, 560, 38}); });
        row("a text too low for its lines", u"cut text"_s, [=](Screen &s) {
            addLabel(s, wide, {20, 20, 200, 38});
        });
        row("a label at the edge of the screen", u"cut text"_s, [=](Screen &s) {
            addLabel(s, u"Hộ tịch"_s, {20, 380, 200, 38});
        });
        row("a mark above the label", u"cut text"_s, [=](Screen &s) {
            auto *around = new QWidget(&s);
            around->setGeometry(20, 100, 300, 38);
            auto *label = new ParagraphLabel(Look{}, "kiosk.body"_L1, "text.primary"_L1, around);
            label->setText(u"ẪỄỘ"_s);
            label->setGeometry(0, -6, 300, 44);
        });
        row("painted beside its place", u"leaves its place"_s, [](Screen &s) {
            paintsText(s, "kiosk.body"_L1, Qt::black, {20, 20, 40, 38});
        });
        row("painted in its place", {}, [](Screen &s) {
            paintsText(s, "kiosk.body"_L1, Qt::black, {20, 20, 200, 38});
        });
        row("too small", u"small text"_s, [](Screen &s) {
            paintsText(s, "desk.body"_L1, Qt::black, {20, 20, 200, 38});
        });
        row("grey on white", u"weak text"_s, [](Screen &s) {
            paintsText(s, "kiosk.body"_L1, QColor(110, 110, 110), {20, 20, 200, 38});
        });
        row("a standard label that is cut", u"“Một dòng"_s, [=](Screen &s) {
            auto *label = new QLabel(wide, &s);
            label->setFont(Look{}.font("kiosk.body"_L1));
            label->setGeometry(20, 20, 200, 38);
        });
        row("a standard button that is cut", u"its button is"_s, [=](Screen &s) {
            auto *button = new QPushButton(wide, &s);
            button->setFont(Look{}.font("kiosk.body"_L1));
            button->setGeometry(20, 20, 200, 100);
        });
        row("two good buttons", {}, [](Screen &s) {
            addButton(s, {20, 20, 200, 88});
            addButton(s, {20, 120, 200, 88});
        });
        row("a low button", u"small button"_s, [](Screen &s) { addButton(s, {20, 20, 200, 80}); });
        row("buttons too close", u"too close"_s, [](Screen &s) {
            addButton(s, {20, 20, 200, 88});
            addButton(s, {20, 116, 200, 88});
        });
        row("a button under a layer", {}, [](Screen &s) {
            addButton(s, {20, 20, 200, 88});
            auto *layer = new QWidget(&s);
            layer->setGeometry(s.rect());
            addButton(s, {30, 30, 200, 88});
        });
        row("a button of the colour of the page", u"without an outline"_s, [](Screen &s) {
            addButton(s, {20, 20, 200, 88})->setKind(ButtonKind::White);
        });
        row("a nameless button", u"without a name"_s, [](Screen &s) {
            addButton(s, {20, 20, 200, 88})->setWords({});
        });
    }
    void faultsAreFound()
    {
        QFETCH(Plant, plant);
        QFETCH(QString, found);
        Screen screen;
        plant(screen);
        const QStringList result = findings(screen);
        const QString all = result.join(u'\n');
        if (found.isEmpty()) {
            QVERIFY2(result.isEmpty(), qPrintable(all));
        } else {
            QVERIFY2(all.contains(found), qPrintable(u"found only: "_s + all));
        }
    }

    void facesHaveTheirOwnFloors()
    {
        Screen screen;
        paintsText(screen, "desk.body"_L1, Qt::black, {20, 20, 200, 38});
        QVERIFY(findings(screen, Face::Desk).isEmpty());
        QVERIFY(!findings(screen, Face::Kiosk).isEmpty());
        paintsText(screen, "kiosk.body"_L1, Qt::black, {20, 20, 200, 38});
        QVERIFY(!findings(screen, Face::Board).isEmpty());
    }

    void longTextsAreLongerAndHeardEverywhere()
    {
        constexpr auto Context = "motcua::ErrorTexts";
        constexpr auto Source = "The database is busy. Nothing was changed; try again in a moment.";
        setProgramLanguage(Language::Vietnamese);
        const QString plain = textIn(Language::Vietnamese, Context, Source);
        QVERIFY(plain != QString::fromUtf8(Source));
        LongTexts longer(Language::Vietnamese);
        QCoreApplication::installTranslator(&longer);
        const QString both[] = {textIn(Language::Vietnamese, Context, Source),
                                QCoreApplication::translate(Context, Source)};
        QCoreApplication::removeTranslator(&longer);
        for (const QString &text : both) {
            QVERIFY(text.startsWith(plain));
            QVERIFY(text.size() * 10 >= plain.size() * 14);
        }
        QCOMPARE(textIn(Language::Vietnamese, Context, Source), plain);
    }
};

QTEST_MAIN(ScreenCheckTest)

#include "screenchecktest.moc"
