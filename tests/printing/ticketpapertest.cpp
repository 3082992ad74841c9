// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/ticketpaper.h"
#include "shared/theme.h"

#include <QDir>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <qrencode.h>

#include <memory>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

/// The ticket that the design draws.
TicketPaper drawnTicket()
{
    return {.branch = 1,
            .branchName = u"Chi nhánh số 1"_s,
            .organisation = u"Trung tâm Phục vụ hành chính công TP. Hà Nội"_s,
            .number = {u'H', 55},
            .group = u"Hộ tịch"_s,
            .procedure = u"Giấy xác nhận tình trạng hôn nhân"_s,
            .counters = u"2, 3, 4"_s,
            .ahead = 12,
            .wait = TicketPaper::Wait{20, 30, QTime(10, 2), QTime(10, 12)},
            .followUrl = u"https://cn1.motcua.example/t/7KQ3MX9F"_s,
            .canFollow = true,
            .code = u"7KQ3-MX9F"_s,
            .issued = {QDate(2026, 11, 17), QTime(9, 42, 10)},
            .kiosk = 2};
}

/// Names a good deal longer than the drawn ones, with every kind of stacked mark.
TicketPaper longTicket()
{
    TicketPaper paper = drawnTicket();
    paper.branchName = u"Chi nhánh số 12 phường Ô Chợ Dừa"_s;
    paper.organisation = u"Trung tâm Phục vụ hành chính công thành phố Hà Nội, khu vực Đống Đa"_s;
    paper.group = u"Y tế, giáo dục, văn hóa, Ẩm thực"_s;
    paper.procedure = u"Đăng ký biến động do đổi tên, đổi thông tin người sử dụng đất hoặc địa "
                      "chỉ thửa đất"_s;
    paper.counters = u"2, 3, 4, 5, 6, 7"_s;
    paper.ahead = 128;
    paper.wait = TicketPaper::Wait{120, 180, QTime(10, 2), QTime(12, 12)};
    return paper;
}

bool isInk(const QImage &image, int x, int y)
{
    return image.pixelIndex(x, y) == 1;
}

int inkIn(const QImage &image, const QRect &area)
{
    int dots = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            dots += isInk(image, x, y) ? 1 : 0;
        }
    }
    return dots;
}

/// What zbarimg reads from @p image.
QString decoded(const QImage &image)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"ticket.png"_s);
    QProcess zbar;
    if (!image.convertToFormat(QImage::Format_Grayscale8).save(path)) {
        return {};
    }
    zbar.start(u"zbarimg"_s, {u"--raw"_s, u"--quiet"_s, path});
    zbar.waitForFinished();
    return QString::fromUtf8(zbar.readAllStandardOutput()).trimmed();
}

} // namespace

Q_DECLARE_METATYPE(motcua::TicketPaper)
Q_DECLARE_METATYPE(std::optional<int>)

class TicketPaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        // To look at them beside the mock-up.
        const QString folder = qEnvironmentVariable("MOTCUA_SHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(QDir().mkpath(folder));
            TicketPaper reprint = longTicket();
            reprint.reprint = true;
            QVERIFY(paintTicket(drawnTicket()).save(folder + u"/ticket.png"_s));
            QVERIFY(paintTicket(longTicket()).save(folder + u"/ticket-long.png"_s));
            QVERIFY(paintTicket(reprint).save(folder + u"/ticket-reprint.png"_s));
        }
    }

    void sizesAreTheDesigns_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("weight");
        const auto row = [](const char *token, const PaperType &type) {
            QTest::newRow(token) << QString::fromLatin1(token) << type.size << type.line
                                 << type.weight;
        };
        row("number", PaperTypes::Number);
        row("counter", PaperTypes::Counter);
        row("group", PaperTypes::Group);
        row("fact", PaperTypes::Fact);
        row("body", PaperTypes::Body);
        row("minimum", PaperTypes::Minimum);
    }

    void sizesAreTheDesigns()
    {
        QFETCH(QString, token);
        const QByteArray path = "type.thermal203dpi." + token.toLatin1();
        const auto number = [&path](const char *name) {
            const QByteArray full = path + name;
            return designNumber(QLatin1StringView(full));
        };
        QTEST(qRound(number(".size")), "size");
        QTEST(qRound(number(".line")), "line");
        QTEST(qRound(number(".weight")), "weight");
    }

    void paperIsTheDesigns()
    {
        QCOMPARE(PaperLayout::Width, qRound(designNumber("layout.thermal.w"_L1)));
        QCOMPARE(PaperLayout::Margin, qRound(designNumber("layout.thermal.marginX"_L1)));
        QCOMPARE(PaperLayout::DotsPerMm, qRound(designNumber("layout.thermal.dotsPerMm"_L1)));
    }

    void staysOnThePaper_data()
    {
        QTest::addColumn<TicketPaper>("paper");
        QTest::newRow("drawn") << drawnTicket();
        QTest::newRow("long names") << longTicket();
        TicketPaper paper = longTicket();
        paper.reprint = true;
        QTest::newRow("long names, reprint") << paper;
        paper = drawnTicket();
        paper.reprint = true;
        QTest::newRow("reprint") << paper;
        paper.number = {u'W', 9999};
        QTest::newRow("widest number") << paper;
        paper = drawnTicket();
        paper.counters = u"1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16"_s;
        QTest::newRow("all counters") << paper;
        paper = drawnTicket();
        paper.wait.reset();
        paper.counters.clear();
        paper.procedure.clear();
        QTest::newRow("nothing known") << paper;
        paper = drawnTicket();
        paper.wait = TicketPaper::Wait{90, {}, QTime(11, 12), {}};
        QTest::newRow("a wait without an end") << paper;
        paper = drawnTicket();
        paper.followUrl = QString(PaperLayout::LongestFollowUrl, u'W');
        paper.code = u"WWWW-WWWW"_s;
        QTest::newRow("largest QR") << paper;
        paper = drawnTicket();
        paper.followUrl.clear();
        QTest::newRow("no QR") << paper;
        paper.code.clear();
        QTest::newRow("nothing to follow") << paper;
        paper = drawnTicket();
        paper.branch = 126;
        QTest::newRow("three-digit branch") << paper;
    }

    void staysOnThePaper()
    {
        QFETCH(TicketPaper, paper);
        const QImage image = paintTicket(paper);
        QCOMPARE(image.format(), QImage::Format_Mono);
        QCOMPARE(image.width(), 576);
        QVERIFY2(image.height() <= 1160, qPrintable(QString::number(image.height())));
        // The margins of the design; overhanging shapes of glyphs take a few dots of them at most.
        constexpr int Overhang = 4;
        constexpr int Clear = PaperLayout::Margin - Overhang;
        QCOMPARE(inkIn(image, {0, 0, Clear, image.height()}), 0);
        QCOMPARE(inkIn(image, {576 - Clear, 0, Clear, image.height()}), 0);
        QCOMPARE(inkIn(image, {0, 0, 576, 3}), 0);
        QCOMPARE(inkIn(image, {0, image.height() - 3, 576, 3}), 0);
    }

    // What a text's own shape is, it has on paper too: painted alone with plenty of room around,
    // the same dots come out.
    void marksAreNotCut_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"Ẩm thực ẪẾỢỮ"_s, u"Ỵ ị ạ ợ ự y g p q"_s, u"Hộ tịch"_s, u"Ềm Ểm Ễm Ậm"_s}) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }

    void marksAreNotCut()
    {
        QFETCH(QString, text);
        // As a group it stands between the number, far above, and the procedure.
        TicketPaper with = drawnTicket();
        with.group = text;
        with.procedure.clear();
        const QImage image = paintTicket(with);

        QFont font(u"MotCua Sans"_s);
        font.setPixelSize(PaperTypes::Group.size);
        font.setWeight(QFont::ExtraBold);
        const QFontMetrics metrics(font);
        const QRect ink = metrics.tightBoundingRect(text);
        // The one free area of the height of a line: search the run of rows it has to fill.
        constexpr int Below = 350; // the number ends above
        // Marks stand apart from their letters, so that gaps of a few rows belong to the text.
        constexpr int Gap = 8;
        int top = Below;
        while (inkIn(image, {0, top, 576, 1}) == 0) {
            ++top;
        }
        int bottom = top;
        while (inkIn(image, {0, bottom, 576, Gap}) > 0) {
            ++bottom;
        }
        QVERIFY2(qAbs(bottom - top - ink.height()) <= 3,
                 qPrintable(u"%1 rows of ink, %2 expected"_s.arg(bottom - top).arg(ink.height())));
    }

    void qrIsRead_data()
    {
        QTest::addColumn<QString>("content");
        QTest::newRow("token") << u"7KQ3MX9F2TRWDH8B"_s;
        QTest::newRow("address") << u"https://cn1.motcua.example/t/7KQ3MX9F"_s;
        QTest::newRow("long address")
            << u"https://hangcho.trungtamphucvuhanhchinhcong.example/cn12/theodoi/7KQ3MX9F2TRWDH8B"_s;
        QTest::newRow("longest") << u"https://a.example/"_s
                                        + QString(PaperLayout::LongestFollowUrl - 18, u'x');
    }

    void qrIsRead()
    {
        QFETCH(QString, content);
        TicketPaper paper = drawnTicket();
        paper.followUrl = content;
        const QImage image = paintTicket(paper);
        QCOMPARE(decoded(image), content);
        QVERIFY(image.height() <= 1160);
    }

    void waitIsSaidAsOnTheScreen_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<std::optional<int>>("to");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, int from, std::optional<int> to,
                            const QString &text) { QTest::newRow(name) << from << to << text; };
        row("range", 20, 30, u"20–30 phút"_s);
        row("0 is told as under", 0, 5, u"Dưới 5 phút"_s);
        row("no end", 90, {}, u"trên 90 phút"_s);
    }

    void waitIsSaidAsOnTheScreen()
    {
        QFETCH(int, from);
        QFETCH(std::optional<int>, to);
        QFETCH(QString, text);
        constexpr int TextLeft = 279;
        constexpr int Below = 350; // the number ends above; its edges vary by single dots
        constexpr double TextWidth = 253;
        QFont font(u"MotCua Sans"_s);
        font.setPixelSize(PaperTypes::Fact.size);
        font.setWeight(QFont::ExtraBold);
        while (QFontMetricsF(font).horizontalAdvance(text) > TextWidth) {
            font.setPixelSize(font.pixelSize() - 1);
        }
        TicketPaper paper = drawnTicket();
        paper.wait = TicketPaper::Wait{from, to, QTime(10, 0), QTime(10, 0)};
        TicketPaper shorter = paper;
        shorter.wait->from = 7;
        shorter.wait->to = to ? std::optional(7) : std::nullopt;
        const QImage image = paintTicket(paper);
        const QImage other = paintTicket(shorter);
        QCOMPARE(image.size(), other.size());
        // The longer text ends where they differ last.
        int right = 0;
        for (int y = Below; y < image.height(); ++y) {
            for (int x = TextLeft; x < image.width(); ++x) {
                if (isInk(image, x, y) != isInk(other, x, y)) {
                    right = qMax(right, x);
                }
            }
        }
        const double expected = TextLeft + QFontMetricsF(font).tightBoundingRect(text).right();
        QVERIFY2(qAbs(right - expected) <= 3,
                 qPrintable(u"ends at %1, not at %2"_s.arg(right).arg(expected)));
    }

    void qrIsAsDrawn()
    {
        const QImage image = paintTicket(drawnTicket());
        const QByteArray content = drawnTicket().followUrl.toUtf8();
        const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
            QRcode_encodeData(static_cast<int>(content.size()),
                              reinterpret_cast<const unsigned char *>(content.constData()), 3,
                              QR_ECLEVEL_M),
            &QRcode_free);
        QVERIFY(code);
        QCOMPARE(code->width, 29);
        // Its upper left corner: the first ink left of the words, below the box of facts.
        constexpr int Left = 32;
        int top = 700;
        while (top < image.height() && inkIn(image, {Left, top, 7 * 8, 1}) != 7 * 8) {
            ++top;
        }
        for (int row = 0; row < code->width; ++row) {
            for (int column = 0; column < code->width; ++column) {
                const bool black = (code->data[row * code->width + column] & 1) != 0;
                const QRect module(Left + column * 8, top + row * 8, 8, 8);
                QCOMPARE(inkIn(image, module), black ? 64 : 0);
            }
        }
        const QRect square(Left, top, 232, 232);
        const QRect quiet = square.adjusted(-32, -32, 32, 32);
        QCOMPARE(inkIn(image, quiet), inkIn(image, square));
    }

    void contentTooLongLeavesTheQrOut()
    {
        TicketPaper paper = drawnTicket();
        paper.followUrl = QString(200, u'x');
        const QImage image = paintTicket(paper);
        QCOMPARE(decoded(image), QString());
        paper.followUrl.clear();
        QCOMPARE(image, paintTicket(paper));
    }

    void everyTextIsPrinted_data()
    {
        QTest::addColumn<TicketPaper>("without");
        TicketPaper paper = drawnTicket();
        paper.branchName = u"Chi nhánh số 2"_s;
        QTest::newRow("branch") << paper;
        paper = drawnTicket();
        paper.organisation.chop(1);
        QTest::newRow("organisation") << paper;
        paper = drawnTicket();
        paper.number.number = 56;
        QTest::newRow("number") << paper;
        paper = drawnTicket();
        paper.group = u"Hộ tich"_s;
        QTest::newRow("one mark of the group") << paper;
        paper = drawnTicket();
        paper.procedure.chop(1);
        QTest::newRow("procedure") << paper;
        paper = drawnTicket();
        paper.counters = u"2, 3, 5"_s;
        QTest::newRow("counters") << paper;
        paper = drawnTicket();
        paper.ahead = 13;
        QTest::newRow("ahead") << paper;
        paper = drawnTicket();
        paper.wait->to = 35;
        QTest::newRow("wait") << paper;
        paper = drawnTicket();
        paper.wait->calledTo = QTime(10, 13);
        QTest::newRow("clock") << paper;
        paper = drawnTicket();
        paper.code = u"7KQ3-MX9G"_s;
        QTest::newRow("code") << paper;
        paper = drawnTicket();
        paper.issued.time = QTime(9, 42, 11);
        QTest::newRow("time") << paper;
        paper = drawnTicket();
        paper.kiosk = 3;
        QTest::newRow("kiosk") << paper;
        paper = drawnTicket();
        paper.reprint = true;
        QTest::newRow("reprint") << paper;
        paper = drawnTicket();
        paper.branch = 2;
        QTest::newRow("door") << paper;
    }

    void everyTextIsPrinted()
    {
        QFETCH(TicketPaper, without);
        QVERIFY(paintTicket(without) != paintTicket(drawnTicket()));
        QCOMPARE(paintTicket(without), paintTicket(without));
    }

    void longNamesKeepTheirLastWord()
    {
        TicketPaper paper = longTicket();
        const QImage whole = paintTicket(paper);
        for (QString *text : {&paper.branchName, &paper.organisation, &paper.group,
                              &paper.procedure, &paper.counters}) {
            const QString before = *text;
            text->chop(1);
            QVERIFY2(paintTicket(paper) != whole, qPrintable(before));
            *text = before;
        }
    }

    void numberIsLegible()
    {
        const QImage image = paintTicket(drawnTicket());
        // 176 dots of type make digits over 16 mm high: between the two labels and the group.
        int top = 190;
        while (inkIn(image, {0, top, 576, 1}) == 0) {
            ++top;
        }
        int bottom = top;
        while (inkIn(image, {0, bottom, 576, 1}) > 0) {
            ++bottom;
        }
        QVERIFY2(bottom - top >= 16 * 8, qPrintable(QString::number(bottom - top)));
    }
};

QTEST_MAIN(TicketPaperTest)

#include "ticketpapertest.moc"
