// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/kioskbutton.h"

#include "shared/focusring.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int Slop = 12;
constexpr ulong Debounce = 600;

/// A page with two buttons, and a finger whose clock the test moves.
struct Fixture
{
    Fixture()
    {
        auto *layout = new QVBoxLayout(&page);
        layout->setSpacing(50);
        for (KioskButton **button : {&first, &second}) {
            *button = new KioskButton(Look{}, ButtonKind::Primary, &page);
            (*button)->setWords(u"Lấy số"_s, u"Get a number"_s);
            layout->addWidget(*button);
        }
        page.resize(600, 400);
        page.show();
    }

    void send(QEvent::Type type, KioskButton &button, QPointF pos)
    {
        const bool up = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, pos, button.mapToGlobal(pos),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          up ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        event.setTimestamp(now);
        QCoreApplication::sendEvent(&button, &event);
    }
    void tap(KioskButton &button, QPointF down, QPointF up)
    {
        send(QEvent::MouseButtonPress, button, down);
        if (down != up) {
            send(QEvent::MouseMove, button, up);
        }
        send(QEvent::MouseButtonRelease, button, up);
    }
    void tap(KioskButton &button)
    {
        const QPointF middle = button.rect().center();
        tap(button, middle, middle);
    }

    QWidget page;
    KioskButton *first = nullptr;
    KioskButton *second = nullptr;
    ulong now = 10'000;
};

} // namespace

class KioskButtonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void actsOnReleaseWithinTheSlop_data()
    {
        QTest::addColumn<QPointF>("beyond"); // right and below the lower right corner
        QTest::addColumn<bool>("acts");

        QTest::newRow("inside") << QPointF(-5, -5) << true;
        QTest::newRow("a little beside it") << QPointF(Slop - 2, -5) << true;
        QTest::newRow("a little below it") << QPointF(-5, Slop - 2) << true;
        QTest::newRow("too far beside it") << QPointF(Slop + 2, -5) << false;
        QTest::newRow("too far below it") << QPointF(-5, Slop + 2) << false;
    }
    void actsOnReleaseWithinTheSlop()
    {
        QFETCH(QPointF, beyond);
        QFETCH(bool, acts);
        Fixture fixture;
        QSignalSpy clicked(fixture.first, &KioskButton::clicked);

        fixture.send(QEvent::MouseButtonPress, *fixture.first, {20, 20});
        QVERIFY(fixture.first->isDown());
        QCOMPARE(clicked.count(), 0);
        const QPointF corner = fixture.first->rect().bottomRight();
        fixture.send(QEvent::MouseMove, *fixture.first, corner + beyond);
        fixture.send(QEvent::MouseButtonRelease, *fixture.first, corner + beyond);
        QCOMPARE(clicked.count(), acts ? 1 : 0);
        QVERIFY(!fixture.first->isDown());
    }

    void aSecondTouchSoonAfterDoesNothing_data()
    {
        QTest::addColumn<ulong>("later");
        QTest::addColumn<bool>("other");
        QTest::addColumn<bool>("acts");

        QTest::newRow("same button, at once") << 80UL << false << false;
        QTest::newRow("same button, just too soon") << Debounce - 1 << false << false;
        QTest::newRow("same button, late enough") << Debounce << false << true;
        QTest::newRow("another button, at once") << 80UL << true << false;
        QTest::newRow("another button, late enough") << Debounce << true << true;
    }
    void aSecondTouchSoonAfterDoesNothing()
    {
        QFETCH(ulong, later);
        QFETCH(bool, other);
        QFETCH(bool, acts);
        Fixture fixture;
        KioskButton &target = other ? *fixture.second : *fixture.first;
        fixture.tap(*fixture.first);
        QSignalSpy clicked(&target, &KioskButton::clicked);

        fixture.now += later;
        fixture.tap(target);
        QCOMPARE(clicked.count(), acts ? 1 : 0);
    }

    void aTouchThatWasDraggedAwayDoesNotCount()
    {
        Fixture fixture;
        fixture.tap(*fixture.first, {20, 20}, {20, 500});
        QSignalSpy clicked(fixture.first, &KioskButton::clicked);
        fixture.now += 10;
        fixture.tap(*fixture.first);
        QCOMPARE(clicked.count(), 1);
    }

    void busyAndUnavailableTakeNothingAndSayWhy()
    {
        Fixture fixture;
        KioskButton &button = *fixture.first;
        QSignalSpy clicked(&button, &KioskButton::clicked);
        button.setBusy(u"Đang lấy số…"_s);
        QCOMPARE(button.accessibleDescription(), u"Đang lấy số…"_s);
        fixture.tap(button);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 0);

        button.setBusy({});
        button.setUnavailable(u"Tạm ngừng nhận"_s);
        QCOMPARE(button.accessibleDescription(), u"Tạm ngừng nhận"_s);
        QVERIFY2(button.isEnabled(), "a keypad must reach it to hear the reason");
        fixture.tap(button);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 0);

        button.setUnavailable({});
        QCOMPARE(button.accessibleName(), u"Lấy số"_s);
        QCOMPARE(button.accessibleDescription(), u"Get a number"_s);
        fixture.tap(button);
        QCOMPARE(clicked.count(), 1);
    }

    void busyWhileTheFingerIsDownDoesNotAct()
    {
        Fixture fixture;
        QSignalSpy clicked(fixture.first, &KioskButton::clicked);
        fixture.send(QEvent::MouseButtonPress, *fixture.first, {20, 20});
        fixture.first->setBusy(u"Đang lấy số…"_s);
        fixture.send(QEvent::MouseButtonRelease, *fixture.first, {20, 20});
        QCOMPARE(clicked.count(), 0);
    }

    void keysActOnce_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Enter") << Qt::Key_Enter;
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Space") << Qt::Key_Space;
    }
    void keysActOnce()
    {
        QFETCH(Qt::Key, key);
        Fixture fixture;
        QSignalSpy clicked(fixture.first, &KioskButton::clicked);
        fixture.first->setFocus(Qt::TabFocusReason);
        QTest::keyPress(fixture.first, key);
        // A key that is held repeats.
        for (int i = 0; i < 3; ++i) {
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent repeat(type, key, Qt::NoModifier, {}, true);
                QCoreApplication::sendEvent(fixture.first, &repeat);
            }
        }
        QCOMPARE(clicked.count(), 0);
        QTest::keyRelease(fixture.first, key);
        QCOMPARE(clicked.count(), 1);
    }

    void aFingerLeavesNoFocus()
    {
        Fixture fixture;
        fixture.page.setFocus();
        fixture.tap(*fixture.first);
        QVERIFY(!fixture.first->hasFocus());
    }

    void neverLowerThanATouchTarget_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("textScale");
        QTest::addColumn<QString>("words");
        for (const double scale : {0.6, 1.0, 2.0}) {
            for (const double textScale : {1.0, 1.25}) {
                const QByteArray row =
                    QByteArray::number(scale) + " and text " + QByteArray::number(textScale);
                QTest::newRow(row + ", short") << scale << textScale << u"Có"_s;
                QTest::newRow(row + ", long")
                    << scale << textScale << u"Không, cảm ơn, tôi chỉ muốn lấy một số thường"_s;
            }
        }
    }
    void neverLowerThanATouchTarget()
    {
        QFETCH(double, scale);
        QFETCH(double, textScale);
        QFETCH(QString, words);
        KioskButton button({.scale = scale, .textScale = textScale}, ButtonKind::Secondary);
        button.setMinimumTouchHeight(10);
        button.setWords(words, u"English words below"_s);
        const int smallest = qRound(88 * scale);
        QVERIFY(button.sizeHint().height() >= smallest);
        QVERIFY(button.minimumSizeHint().width() >= smallest);
        // Narrower, the words break and the button grows.
        const int narrow = qMax(button.minimumSizeHint().width(), button.sizeHint().width() / 2);
        QVERIFY(button.heightForWidth(narrow) >= button.sizeHint().height());
    }

    void theRingMovesWithWhatItsButtonLiesIn()
    {
        QWidget window;
        auto *panel = new QWidget(&window);
        auto *button = new KioskButton(Look{}, ButtonKind::Primary, panel);
        button->setWords(u"Lấy số"_s, {});
        window.resize(600, 400);
        FocusRing ring(Look{}, FocusRing::Face::Kiosk, &window);
        window.show();
        window.activateWindow();
        button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(ring.isVisible());
        const QPoint before = ring.pos();
        panel->move(0, 30); // a strip came above
        QCOMPARE(ring.pos(), before + QPoint(0, 30));
    }

    void theRingFollowsTheKeyboard()
    {
        Fixture fixture;
        FocusRing ring(Look{}, FocusRing::Face::Kiosk, &fixture.page);
        QVERIFY(!ring.isVisible());
        fixture.page.activateWindow();
        fixture.first->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(ring.isVisible());
        QCOMPARE(ring.geometry(), fixture.first->geometry().adjusted(-10, -10, 10, 10));
        fixture.second->setFocus(Qt::TabFocusReason);
        QCOMPARE(ring.geometry(), fixture.second->geometry().adjusted(-10, -10, 10, 10));
        fixture.second->hide();
        QVERIFY(ring.geometry() != fixture.second->geometry().adjusted(-10, -10, 10, 10)
                || !ring.isVisible());
    }
};

QTEST_MAIN(KioskButtonTest)

#include "kioskbuttontest.moc"
