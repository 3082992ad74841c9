// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/ticketpaper.h"

#include "core/qrcode.h"

#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// What the design draws and its tokens do not name.
constexpr PaperType BranchType{32, 42, 800};
constexpr PaperType LabelType{26, 36, 600};
constexpr PaperType CounterEnglishType{26, 36, 600};
constexpr PaperType NoteType{24, 34, 500};
constexpr PaperType NoteStrongType{24, 34, 800};
constexpr PaperType FollowType{28, 38, 800};
constexpr PaperType CodeType{30, 42, 800};

constexpr int Margin = PaperLayout::Margin;
constexpr int Left = Margin;
constexpr int Right = PaperLayout::Width - Margin;
constexpr int Width = Right - Left;
constexpr int Rule = 4;
constexpr int CellPadding = 16;
constexpr int Smallest = PaperTypes::Minimum.size;

constexpr int SmallestVersion = 3; // 29 modules: the square of the design
constexpr int LargestVersion = 5;  // 37 modules leave room for the words beside it
constexpr int Module = 8;
constexpr int Quiet = 4 * Module;

/// 58 % of white: thin strokes stay whole, and letters do not close up.
constexpr int InkBelow = 148;

QFont fontOf(const PaperType &type)
{
    QFont font(u"MotCua Sans"_s);
    font.setPixelSize(type.size);
    font.setWeight(static_cast<QFont::Weight>(type.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(
        QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

double widthOf(const QString &text, const PaperType &type)
{
    return QFontMetricsF(fontOf(type)).horizontalAdvance(text);
}

/// @p type made smaller until @p text fits into @p width, but not below the smallest size; its line
/// is kept.
PaperType fitted(const QString &text, PaperType type, double width)
{
    while (type.size > Smallest && widthOf(text, type) > width) {
        --type.size;
    }
    return type;
}

std::vector<QString> wrapped(const QString &text, const PaperType &type, double width)
{
    std::vector<QString> lines;
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts)) {
        QTextLayout layout(paragraph.simplified(), fontOf(type));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.push_back(layout.text().sliced(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

/// Lays a ticket out from top to bottom. Without a painter it only measures.
class Sheet
{
public:
    /// The higher @p tightness, the less white and the smaller the names.
    Sheet(const TicketPaper &paper, int tightness, QPainter *painter)
        : m_paper(paper)
        , m_tightness(tightness)
        , m_painter(painter)
    {
    }

    static constexpr int Tightest = 3;

    /// The height in dots.
    int lay()
    {
        m_y = m_tightness > 0 ? 4 : 14;
        brand();
        rule(gap(12), gap(8));
        if (m_paper.reprint) {
            reprintBand();
        }
        line(u"Số của bạn"_s, LabelType, Left, Width);
        line(u"Your number"_s, LabelType, Left, Width, Qt::AlignRight);
        m_y += LabelType.line;
        number();
        names();
        facts();
        follow();
        missed();
        dashes(gap(12), gap(8));
        line(m_paper.issued.date.toString(u"dd/MM/yyyy "_s)
                 + m_paper.issued.time.toString(u"HH:mm:ss"_s),
             NoteType, Left, Width);
        line(u"Máy lấy số %1"_s.arg(m_paper.kiosk), NoteType, Left, Width, Qt::AlignRight);
        m_y += NoteType.line + (m_tightness > 0 ? 6 : 20);
        return m_y;
    }

private:
    void brand()
    {
        constexpr double DoorWidth = 60;
        constexpr double DoorHeight = DoorWidth * 1.34;
        constexpr int TextLeft = Left + 60 + 18;
        constexpr int TextWidth = Right - TextLeft;
        const PaperType name =
            m_tightness > 1 ? fitted(m_paper.branchName, BranchType, TextWidth) : BranchType;
        const auto branch = wrapped(m_paper.branchName, name, TextWidth);
        const auto organisation = wrapped(m_paper.organisation, PaperTypes::Minimum, TextWidth);
        const int text = static_cast<int>(branch.size()) * name.line
                         + static_cast<int>(organisation.size()) * PaperTypes::Minimum.line;
        const int height = std::max(text, 81);
        if (m_painter) {
            const QRectF door(Left, m_y + (height - DoorHeight) / 2, DoorWidth, DoorHeight);
            paintDoor(door);
        }
        const int bottom = m_y + height;
        m_y += (height - text) / 2;
        block(branch, name, TextLeft);
        block(organisation, PaperTypes::Minimum, TextLeft);
        m_y = bottom;
    }

    void paintDoor(const QRectF &door) const
    {
        const double arch = door.width();
        const double corner = door.width() * 0.24;
        QPainterPath path(QPointF(door.left(), door.top() + arch / 2));
        path.arcTo(door.left(), door.top(), arch, arch, 180, -180);
        path.arcTo(door.right() - corner, door.bottom() - corner, corner, corner, 0, -90);
        path.arcTo(door.left(), door.bottom() - corner, corner, corner, 270, -90);
        path.closeSubpath();
        m_painter->fillPath(path, Qt::black);

        const QString number = QString::number(m_paper.branch);
        const PaperType type = fitted(number, {48, 48, 800}, door.width() - 10);
        draw(number, type, door.left(), door.bottom() - 10.2 - type.line, door.width(),
             Qt::AlignHCenter, Qt::white);
    }

    void reprintBand()
    {
        constexpr PaperType Type{28, 38, 800};
        const int padding = m_tightness > 1 ? 0 : 3;
        fill(Left, m_y, Width, Type.line + 2 * padding, Qt::black);
        draw(u"Bản in lại · Reprint"_s, Type, Left, m_y + padding - 1, Width, Qt::AlignHCenter,
             Qt::white);
        m_y += Type.line + 2 * padding + gap(4);
    }

    void number()
    {
        constexpr PaperType Type = PaperTypes::Number;
        const QString text = m_paper.number.toString();
        const QString spaced = text.first(1) + u' ' + text.sliced(1);
        // Four digits are wider than the paper at the drawn size.
        QFont font = fontOf(Type);
        for (;; font.setPixelSize(font.pixelSize() - 2)) {
            font.setLetterSpacing(QFont::AbsoluteSpacing, -2);
            font.setWordSpacing(-6);
            if (QFontMetricsF(font).horizontalAdvance(spaced) <= Width) {
                break;
            }
        }
        const int height = m_tightness > 0 ? 152 : Type.line;
        m_y += 2;
        drawFont(spaced, font, Left, m_y, Width, height, Qt::AlignHCenter, Qt::black);
        m_y += height + (m_tightness > 0 ? 2 : 8);
    }

    void names()
    {
        PaperType group = PaperTypes::Group;
        if (m_tightness > 2) {
            group = {30, 42, group.weight};
        }
        block(wrapped(m_paper.group, group, Width), group, Left);
        PaperType procedure = PaperTypes::Body;
        if (m_tightness > 1) {
            procedure = PaperTypes::Minimum;
        }
        block(wrapped(m_paper.procedure, procedure, Width), procedure, Left);
    }

    void facts()
    {
        m_y += gap(14);
        if (!m_paper.counters.isEmpty()) {
            counterBand();
        } else {
            fill(Left, m_y, Width, Rule, Qt::black);
            m_y += Rule;
        }

        constexpr int Height = 8 + NoteType.line + PaperTypes::Fact.line + NoteType.line + 10;
        constexpr int Inner = Width - 2 * Rule;
        const int first = m_paper.wait ? static_cast<int>(Inner / 2.25) : Inner;
        const int top = m_y;
        fill(Left, top, Rule, Height, Qt::black);
        fill(Right - Rule, top, Rule, Height, Qt::black);
        fill(Left, top + Height, Width, Rule, Qt::black);

        fact(Left + Rule, first, u"Trước bạn"_s,
             m_paper.ahead ? u"%1 người"_s.arg(*m_paper.ahead) : u"–"_s, u"Ahead of you"_s);
        if (m_paper.wait) {
            const TicketPaper::Wait &wait = *m_paper.wait;
            const int left = Left + Rule + first;
            fill(left, top, Rule, Height, Qt::black);
            const QString from = wait.calledFrom.toString(u"H:mm"_s);
            const QString to = wait.calledTo.toString(u"H:mm"_s);
            const QString clock = !wait.to     ? u"từ %1 · from %1"_s.arg(from)
                                  : from == to ? from
                                               : from + u" – "_s + to;
            fact(left + Rule, Inner - first - Rule, u"Chờ khoảng"_s, minutesText(wait), clock);
        }
        m_y = top + Height + Rule;
    }

    static QString minutesText(const TicketPaper::Wait &wait)
    {
        if (!wait.to) {
            return u"trên %1 phút"_s.arg(wait.from);
        }
        if (wait.from == 0) {
            return u"Dưới %1 phút"_s.arg(*wait.to);
        }
        return wait.from == *wait.to ? u"%1 phút"_s.arg(wait.from)
                                     : u"%1–%2 phút"_s.arg(wait.from).arg(*wait.to);
    }

    void counterBand()
    {
        constexpr int Inset = 18;
        constexpr int TextWidth = Width - 2 * Inset;
        constexpr int Gap = 24;
        constexpr int SmallestBeside = 32;
        const QString vi = u"Quầy "_s + m_paper.counters;
        const QString en = u"Counter "_s + m_paper.counters;
        const double enWidth = widthOf(en, CounterEnglishType);
        const PaperType beside = fitted(vi, PaperTypes::Counter, TextWidth - enWidth - Gap);
        const int top = m_y;
        if (beside.size >= SmallestBeside) {
            constexpr int Height = 8 + PaperTypes::Counter.line + 16;
            fill(Left, top, Width, Height, Qt::black);
            const double baseline = top + 8 + baselineOf(beside);
            drawAt(vi, fontOf(beside), Left + Inset, baseline, Qt::white);
            drawAt(en, fontOf(CounterEnglishType), Right - Inset - enWidth, baseline, Qt::white);
            m_y = top + Height;
            return;
        }
        // A long list: the languages stand one under the other.
        PaperType viType = fitted(vi, PaperTypes::Counter, TextWidth);
        viType.line = std::min(viType.line, viType.size * 38 / 28);
        const auto viLines = wrapped(vi, viType, TextWidth);
        const auto enLines = wrapped(en, CounterEnglishType, TextWidth);
        const int height = 8 + static_cast<int>(viLines.size()) * viType.line
                           + static_cast<int>(enLines.size()) * CounterEnglishType.line + 10;
        fill(Left, top, Width, height, Qt::black);
        m_y = top + 8;
        block(viLines, viType, Left + Inset, Qt::white);
        block(enLines, CounterEnglishType, Left + Inset, Qt::white);
        m_y = top + height;
    }

    void fact(int left, int width, const QString &vi, const QString &value, const QString &en) const
    {
        const int textLeft = left + CellPadding;
        const int textWidth = width - 2 * CellPadding;
        double y = m_y + 8;
        draw(vi, fitted(vi, NoteType, textWidth), textLeft, y, textWidth);
        y += NoteType.line;
        draw(value, fitted(value, PaperTypes::Fact, textWidth), textLeft, y, textWidth);
        y += PaperTypes::Fact.line;
        draw(en, NoteType, textLeft, y, textWidth);
    }

    void follow()
    {
        const auto qr = qrCode(m_paper.followUrl.toUtf8(), SmallestVersion, LargestVersion);
        if (!qr && m_paper.code.isEmpty()) {
            dashes(20, gap(8));
            return;
        }
        constexpr int Inset = 8;
        const int square = qr ? Module * qr->size : 0;
        const int left = qr ? Left + Inset + square + Quiet : Left;
        const int width = Right - left;
        constexpr int CodeGap = 6;
        const PaperType codeType = fitted(m_paper.code, CodeType, width);
        const auto code = wrapped(m_paper.code, codeType, width);
        // Without a page of its own the code is for the help desk: nothing is promised.
        const QStringList heading = m_paper.canFollow
                                        ? QStringList{u"Theo dõi lượt"_s, u"trên điện thoại"_s}
                                        : QStringList{u"Mã theo dõi"_s};
        const QString english = m_paper.canFollow ? u"Follow your turn"_s : u"Tracking code"_s;
        const int text = static_cast<int>(heading.size()) * FollowType.line + NoteType.line
                         + (code.empty() ? 0 : CodeGap)
                         + static_cast<int>(code.size()) * codeType.line;
        const int height = std::max(square, text);
        const int top = m_y + Quiet + 2;
        if (m_painter && qr) {
            paintQr(*qr, Left + Inset, top + (height - square) / 2);
        }
        m_y = top + (height - text) / 2;
        for (const QString &words : heading) {
            line(words, fitted(words, FollowType, width), left, width);
            m_y += FollowType.line;
        }
        line(english, NoteType, left, width);
        m_y += NoteType.line;
        m_y += CodeGap;
        block(code, codeType, left);
        m_y = top + height;
        dashes(Quiet + 2, gap(8));
    }

    void paintQr(const QrCode &qr, int left, int top) const
    {
        for (int row = 0; row < qr.size; ++row) {
            for (int column = 0; column < qr.size; ++column) {
                if (qr.isDark(column, row)) {
                    m_painter->fillRect(left + column * Module, top + row * Module, Module, Module,
                                        Qt::black);
                }
            }
        }
    }

    void missed()
    {
        const QString question = u"Lỡ lượt? "_s;
        line(question, NoteStrongType, Left, Width);
        const int used = qRound(widthOf(question, NoteStrongType));
        line(u"Đưa phiếu này cho bàn hướng dẫn."_s, NoteType, Left + used, Width - used);
        m_y += NoteType.line;
        line(u"Missed it? Show this at the help desk."_s, NoteType, Left, Width);
        m_y += NoteType.line;
    }

    /// White that the design draws between parts, less of it on a crowded sheet.
    [[nodiscard]] int gap(int drawn) const { return m_tightness > 1 ? drawn / 2 : drawn; }

    void rule(int above, int below)
    {
        fill(Left, m_y + above, Width, Rule, Qt::black);
        m_y += above + Rule + below;
    }

    void dashes(int above, int below)
    {
        for (int x = Left; x < Right; x += 12) {
            fill(x, m_y + above, std::min(8, Right - x), Rule, Qt::black);
        }
        m_y += above + Rule + below;
    }

    /// Lines one under the other; moves on.
    void block(const std::vector<QString> &lines, const PaperType &type, int left,
               Qt::GlobalColor color = Qt::black)
    {
        for (const QString &text : lines) {
            draw(text, type, left, m_y, Right - left, Qt::AlignLeft, color);
            m_y += type.line;
        }
    }

    /// One line here; does not move on.
    void line(const QString &text, const PaperType &type, int left, int width,
              Qt::AlignmentFlag align = Qt::AlignLeft) const
    {
        draw(text, type, left, m_y, width, align);
    }

    void fill(int x, int y, int width, int height, Qt::GlobalColor color) const
    {
        if (m_painter) {
            m_painter->fillRect(x, y, width, height, color);
        }
    }

    static double baselineOf(const PaperType &type) { return baselineOf(fontOf(type), type.line); }

    /// From the top of a line of @p height to its baseline.
    static double baselineOf(const QFont &font, int height)
    {
        const QFontMetricsF metrics(font);
        return (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    }

    void draw(const QString &text, const PaperType &type, double x, double y, double width,
              Qt::AlignmentFlag align = Qt::AlignLeft, Qt::GlobalColor color = Qt::black) const
    {
        drawFont(text, fontOf(type), x, y, width, type.line, align, color);
    }

    void drawFont(const QString &text, const QFont &font, double x, double y, double width,
                  int height, Qt::AlignmentFlag align, Qt::GlobalColor color) const
    {
        if (!m_painter) {
            return;
        }
        double left = x;
        if (align != Qt::AlignLeft) {
            const double room = width - QFontMetricsF(font).horizontalAdvance(text);
            left += align == Qt::AlignRight ? room : room / 2;
        }
        drawAt(text, font, left, y + baselineOf(font, height), color);
    }

    void drawAt(const QString &text, const QFont &font, double x, double baseline,
                Qt::GlobalColor color) const
    {
        if (!m_painter) {
            return;
        }
        m_painter->setFont(font);
        m_painter->setPen(color);
        m_painter->drawText(QPointF(x, qRound(baseline)), text);
    }

    const TicketPaper &m_paper;
    int m_tightness;
    QPainter *m_painter; ///< null while measuring
    int m_y = 0;
};

QImage thresholded(const QImage &grey)
{
    QImage mono(grey.size(), QImage::Format_Mono);
    mono.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    mono.fill(0);
    const int width = grey.width();
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *from = grey.constScanLine(y);
        uchar *to = mono.scanLine(y);
        for (int x = 0; x < width; ++x) {
            if (from[x] < InkBelow) {
                to[x / 8] = static_cast<uchar>(to[x / 8] | (0x80 >> (x % 8)));
            }
        }
    }
    mono.setDotsPerMeterX(PaperLayout::DotsPerMm * 1000);
    mono.setDotsPerMeterY(PaperLayout::DotsPerMm * 1000);
    return mono;
}

} // namespace

QImage paintTicket(const TicketPaper &paper)
{
    Q_ASSERT(QFontDatabase::hasFamily(u"MotCua Sans"_s));
    int tightness = 0;
    int height = Sheet(paper, tightness, nullptr).lay();
    while (height > PaperLayout::LongestDots && tightness < Sheet::Tightest) {
        height = Sheet(paper, ++tightness, nullptr).lay();
    }
    QImage grey(PaperLayout::Width, height, QImage::Format_Grayscale8);
    grey.fill(Qt::white);
    QPainter painter(&grey);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    Sheet(paper, tightness, &painter).lay();
    painter.end();
    return thresholded(grey);
}

} // namespace motcua
