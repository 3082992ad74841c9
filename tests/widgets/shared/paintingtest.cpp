// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/painting.h"

#include "shared/banner.h"
#include "shared/paragraphlabel.h"
#include "shared/qrview.h"
#include "shared/ticketnumberlabel.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

/// The ink of what @p paint paints, on a sheet with a margin around @p size.
QRect inkOf(const QSize &size, const std::function<void(QPainter &)> &paint)
{
    constexpr int Margin = 100;
    QImage sheet(size + QSize(2 * Margin, 2 * Margin), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    {
        QPainter painter(&sheet);
        painter.translate(Margin, Margin);
        paint(painter);
    }
    QRect ink;
    for (int y = 0; y < sheet.height(); ++y) {
        for (int x = 0; x < sheet.width(); ++x) {
            if (sheet.pixel(x, y) != qRgb(255, 255, 255)) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    return ink.translated(-Margin, -Margin);
}

int inkRows(const QImage &image, int from, int to)
{
    int rows = 0;
    for (int y = from; y < to; ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(image.width() - 1, 0)) {
                ++rows;
                break;
            }
        }
    }
    return rows;
}

} // namespace

class PaintingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void aTicketNumberFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("number");
        for (const int number : {1, 42, 111, 888, 9999}) {
            for (const QSize &size : {QSize(984, 336), QSize(400, 300), QSize(300, 60),
                                      QSize(120, 400), QSize(90, 34)}) {
                QTest::addRow("%d in %dx%d", number, size.width(), size.height()) << size << number;
            }
        }
    }
    void aTicketNumberFits()
    {
        QFETCH(QSize, size);
        QFETCH(int, number);
        const Look look;
        const QRect ink = inkOf(size, [&](QPainter &painter) {
            paintTicketNumber(painter, QRectF(QPointF(), size), {u'H', number},
                              textStyle(look, "kiosk.numberIssued"_L1, QColor(Qt::black)),
                              Qt::AlignCenter);
        });
        QVERIFY(!ink.isEmpty());
        QVERIFY2(QRect(QPoint(), size).adjusted(-1, -1, 1, 1).contains(ink),
                 qPrintable(u"%1,%2 %3×%4"_s.arg(ink.left())
                                .arg(ink.top())
                                .arg(ink.width())
                                .arg(ink.height())));
    }

    void aTicketNumberIsAsLargeAsItsToken()
    {
        const QFont font = Look{}.font("kiosk.numberIssued"_L1);
        const QSizeF size = ticketNumberSize({u'H', 55}, font);
        const QRect ink = inkOf({984, 336}, [&](QPainter &painter) {
            paintTicketNumber(painter, {0, 0, 984, 336}, {u'H', 55},
                              {.font = font, .line = 336, .color = Qt::black});
        });
        // Capitals are 0.74 em high.
        QVERIFY(qAbs(ink.height() - 284 * 0.74) < 284 * 0.04);
        QVERIFY(ink.width() <= size.width());
    }

    void digitsDoNotJump()
    {
        for (const auto token : {"kiosk.numberIssued"_L1, "board.clock"_L1, "desk.body"_L1,
                                 "desk.action"_L1, "kiosk.waitTime"_L1}) {
            const QFontMetricsF metrics(Look{}.font(token));
            const double width = metrics.horizontalAdvance(u'0');
            for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
                QCOMPARE(metrics.horizontalAdvance(QChar(digit)), width);
            }
        }
        const QFont font = Look{}.font("board.callNumber"_L1);
        QCOMPARE(ticketNumberSize({u'H', 111}, font), ticketNumberSize({u'H', 888}, font));
    }

    void noDiacriticIsCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("textScale");
        for (const auto &text :
             {u"ẪỄỘ Ữ"_s, u"Ẵ trên, ặ dưới"_s, u"hộ tịch"_s, u"Dòng đầu\nẪỄỘ giữa\nặ cuối"_s}) {
            for (const double scale : {0.6, 1.0, 1.5, 2.0}) {
                for (const double textScale : {1.0, 1.25, 2.0}) {
                    QTest::addRow("%s at %g, text %g", qPrintable(text.left(5)), scale, textScale)
                        << text << scale << textScale;
                }
            }
        }
    }
    void noDiacriticIsCut()
    {
        QFETCH(QString, text);
        QFETCH(double, scale);
        QFETCH(double, textScale);
        const Look look{.scale = scale, .textScale = textScale};
        for (const auto token : {"kiosk.title"_L1, "kiosk.body"_L1, "desk.body"_L1}) {
            ParagraphLabel label(look, token, "text.primary"_L1);
            label.setText(text);
            label.resize(label.sizeHint());
            QCOMPARE(label.heightForWidth(label.width()), label.height());

            const QRect ink = inkOf(label.size(), [&](QPainter &painter) {
                Paragraph{.text = text, .style = textStyle(look, token, QColor(Qt::black))}.paint(
                    painter, label.rect());
            });
            QVERIFY2(label.rect().adjusted(-1, 0, 1, 0).contains(ink),
                     qPrintable(u"%1 of %2: ink %3 to %4 of %5"_s.arg(text, token)
                                    .arg(ink.top())
                                    .arg(ink.bottom())
                                    .arg(label.height())));
        }
    }

    void aParagraphHasTheLinesOfItsToken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::newRow("one") << u"Lấy phiếu ở khe bên dưới"_s << 1;
        QTest::newRow("two told") << u"Nhà đất,\nxây dựng"_s << 2;
        QTest::newRow("none") << QString() << 0;
    }
    void aParagraphHasTheLinesOfItsToken()
    {
        QFETCH(QString, text);
        QFETCH(int, lines);
        const Look look;
        const Paragraph paragraph{.text = text,
                                  .style = textStyle(look, "kiosk.body"_L1, "text.primary"_L1)};
        QCOMPARE(paragraph.height(1000), lines * look.line("kiosk.body"_L1));
    }

    void aBalancedParagraphNeedsNoMoreLines()
    {
        Paragraph paragraph{.text = u"Chỉ nhân viên quầy thấy. Màn hình ở sảnh không hiện."_s,
                            .style = textStyle(Look{}, "kiosk.body"_L1, "text.primary"_L1)};
        for (int width = paragraph.minimumWidth(); width < paragraph.naturalWidth(); width += 37) {
            paragraph.balanced = false;
            const int height = paragraph.height(width);
            paragraph.balanced = true;
            QCOMPARE(paragraph.height(width), height);
        }
    }

    void aBannerSpeaksBothLanguages()
    {
        Banner banner(Look{});
        QVector<QString> painted;
        setPaintedTextListener([&](const PaintedText &text) { painted.append(text.text); });
        banner.setNotice(Tone::Error, "alert"_L1, u"Chưa lấy được số. Xin chạm lại"_s,
                         u"No number yet. Try again or call staff."_s);
        banner.resize(984, banner.heightForWidth(984));
        banner.grab();
        setPaintedTextListener({});
        QCOMPARE(painted, (QVector<QString>{u"Chưa lấy được số. Xin chạm lại"_s,
                                            u"No number yet. Try again or call staff."_s}));
        QCOMPARE(banner.accessibleName(), painted.first());
        QCOMPARE(banner.accessibleDescription(), painted.last());
        QCOMPARE(banner.height(), 122); // 20 + 44 + 38 + 20
    }

    void qrModulesAreWholePixels_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("small") << 0.6;
        QTest::newRow("reference") << 1.0;
        QTest::newRow("odd") << 1.37;
    }
    void qrModulesAreWholePixels()
    {
        QFETCH(double, scale);
        QrView view({.palette = Palette::HighContrast, .scale = scale});
        const auto code = qrCode("https://example.org/t/7KQ3MX9F");
        QVERIFY(code);
        view.setCode(code);
        view.resize(view.sizeHint() + QSize(5, 0));
        const QImage image = view.grab().toImage();
        const int module = view.sizeHint().height() / (code->size + 8);
        QVERIFY(module >= qRound(7 * scale));
        const int left = (view.width() - module * code->size) / 2;
        const int top = (view.height() - module * code->size) / 2;
        QVERIFY2(left >= 4 * module && top >= 4 * module, "the quiet zone");
        for (int y = 0; y < code->size * module; ++y) {
            for (int x = 0; x < code->size * module; ++x) {
                const bool dark = code->isDark(x / module, y / module);
                QCOMPARE(image.pixelColor(left + x, top + y), QColor(dark ? Qt::black : Qt::white));
            }
        }
        QCOMPARE(inkRows(image, 0, top), 0);
    }
};

QTEST_MAIN(PaintingTest)

#include "paintingtest.moc"
