// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/formpaper.h"

#include "core/code128.h"
#include "core/qrcode.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QTextOption>
#include <QTextTable>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Resolution = 1200;
constexpr double DotsPerMm = Resolution / 25.4;
constexpr double FootSize = 8;   // pt
constexpr double FootHeight = 8; // mm
/// Accents of capitals reach above their line: without it into the page before.
constexpr double Bleed = 1;               // mm
constexpr double PixelsPerMm = 96 / 25.4; ///< of HTML

double scaleOf(const FormLayout &layout, Paper paper)
{
    return paper == Paper::A5 ? layout.a5 : 1;
}

std::optional<QString> htmlOf(const FormTemplate &one)
{
    static constexpr const char *Folder = ":/forms/";
    const QString ending = u".%1.html"_s.arg(one.version);
    static const QStringList names = QDir(QString::fromLatin1(Folder)).entryList();
    for (const QString &name : names) {
        QFile file(QString::fromLatin1(Folder) + name);
        if (name.startsWith(one.form + u'-') && name.endsWith(ending)
            && file.open(QIODevice::ReadOnly)) {
            return QString::fromUtf8(file.readAll());
        }
    }
    return std::nullopt;
}

/// @p modules in rows of @p width, enlarged so that no viewer smoothes them.
QImage imageOf(const std::vector<bool> &modules, int width, QSize dots)
{
    const int height = static_cast<int>(modules.size()) / width;
    QImage image(width, height, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.setPixel(x, y,
                           modules[static_cast<size_t>(y) * static_cast<size_t>(width)
                                   + static_cast<size_t>(x)]
                               ? 1
                               : 0);
        }
    }
    return image.scaled(width * dots.width(), height * dots.height());
}

/// In the pixels of HTML.
int barcodeWidth(const QString &code)
{
    constexpr double PixelsOfAModule = 1.5; // 0.3 mm on A5, which hand scanners and zbar still read
    return qRound(static_cast<double>(code128(code.toLatin1()).size()) * PixelsOfAModule);
}

void addCodes(QTextDocument &document, const QString &code)
{
    constexpr QSize BarDots(4, 90);
    constexpr QSize QrDots(8, 8);
    const QByteArray text = code.toLatin1();
    const std::vector<bool> bars = code128(text);
    if (!bars.empty()) {
        document.addResource(QTextDocument::ImageResource, QUrl(u"barcode"_s),
                             imageOf(bars, static_cast<int>(bars.size()), BarDots));
    }
    if (const auto qr = qrCode(text)) {
        document.addResource(QTextDocument::ImageResource, QUrl(u"qr"_s),
                             imageOf(qr->modules, qr->size, QrDots));
    }
}

/// Moves rows that the end of a page would tear to the next one: Qt knows no break between rows, so
/// the row above is filled up.
void keepRowsWhole(const QTextDocument &document, const QTextTable &table, double pageHeight)
{
    constexpr double DotsOfAPixel = DotsPerMm / PixelsPerMm;
    constexpr double Spare = 10 * DotsOfAPixel; // margins and padding; less than a line is high
    const auto bottomOf = [&](const QTextTableCell &cell) {
        return document.documentLayout()
            ->blockBoundingRect(cell.lastCursorPosition().block())
            .bottom();
    };
    const auto tallest = [&](int row) {
        QTextTableCell found = table.cellAt(row, 0);
        for (int column = 1; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            if (bottomOf(cell) > bottomOf(found)) {
                found = cell;
            }
        }
        return found;
    };
    for (int row = table.format().headerRowCount() + 1; row < table.rows(); ++row) {
        const double top =
            document.documentLayout()
                ->blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block())
                .top();
        const double bottom = bottomOf(tallest(row));
        const double pageEnd = (std::floor(top / pageHeight) + 1) * pageHeight;
        const double room = pageEnd - top - Spare;
        if (bottom < pageEnd || room < 0 || bottom - top > pageHeight) {
            continue;
        }
        QTextBlockFormat filling;
        filling.setLineHeight(room / DotsOfAPixel, QTextBlockFormat::FixedHeight);
        tallest(row - 1).lastCursorPosition().insertBlock(filling);
    }
}

/// Moves tables without a head (signatures, codes, the due date) to the next page where they would
/// be torn; those with one may go over it, where @p wholeRows says so between two rows.
void keepTogether(const QTextDocument &document, bool wholeRows, double pageHeight)
{
    const QAbstractTextDocumentLayout *layout = document.documentLayout();
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        const auto *table = qobject_cast<QTextTable *>(frame);
        if (table && wholeRows && table->format().headerRowCount() > 0) {
            keepRowsWhole(document, *table, pageHeight);
        }
        const QRectF place = layout->frameBoundingRect(frame);
        const bool isTorn =
            std::floor(place.top() / pageHeight) != std::floor((place.bottom() - 1) / pageHeight);
        if (table && table->format().headerRowCount() == 0 && isTorn
            && place.height() < pageHeight) {
            QTextFrameFormat format = frame->frameFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            frame->setFrameFormat(format);
        }
    }
}

/// The HTML of a copy: what flows over pages, and what stands at the end of each, at the same place
/// however long the rest is; may be empty.
struct CopyHtml
{
    QString body;
    QString strip;
};

CopyHtml copyHtml(const QString &html)
{
    static const QString mark = u"<!-- foot of every page -->"_s;
    return {html.section(mark, 0, 0), html.section(mark, 1)};
}

/// Lays @p html out on pages of @p page dots.
void lay(QTextDocument &document, QPdfWriter &writer, const FormPaper &form,
         const FormLayout &layout, const QString &html, QSizeF page)
{
    document.clear();
    document.setUndoRedoEnabled(false);
    QFont font(layout.font);
    font.setPointSizeF(layout.size);
    document.setDefaultFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a name without spaces too
    document.setDefaultTextOption(option);
    document.setDocumentMargin(Bleed * PixelsPerMm);
    document.documentLayout()->setPaintDevice(&writer);
    addCodes(document, form.code);
    document.setPageSize(page);
    document.setHtml(html);
    keepTogether(document, layout.wholeRows, page.height());
}

/// What stands under every page: what the words rest on, whose paper it is, which page.
struct Foot
{
    QString left;
    QString right;
};

Foot footOf(const FormTemplate &one, const QString &code, int page, int pages)
{
    return {.left = one.isOfficial() ? u"Theo "_s + one.source
                                     : u"Mẫu nội bộ, chưa đối chiếu với "_s + one.source,
            .right = u"%1 · Trang %2/%3"_s.arg(code).arg(page).arg(pages)};
}

/// Begins with @p size of the body, in pt, and leaves the one it took: copies are alike.
void paintCopy(QPainter &painter, QPdfWriter &writer, const FormPaper &form,
               const FormTemplate &one, const QString &filled, double &size)
{
    const FormLayout &layout = one.layout;
    const double scale = scaleOf(layout, form.paper);
    const QSizeF page = QSizeF(writer.width(), writer.height()) / scale;
    const double bleed = Bleed * DotsPerMm;
    const double width = page.width() + 2 * bleed;
    const CopyHtml html = copyHtml(filled);
    QTextDocument strip;
    double stripHeight = 0;
    if (!html.strip.isEmpty()) {
        lay(strip, writer, form, layout, html.strip, {width, page.height()});
        stripHeight = strip.documentLayout()->documentSize().height() - 2 * bleed;
    }
    const QSizeF body(width, page.height() - FootHeight * DotsPerMm - stripHeight + bleed);
    QTextDocument document;
    double shrunk = 1; // the body, where it fits one page then
    const auto layShrunk = [&] {
        shrunk = size / layout.size;
        lay(document, writer, form, layout, html.body, body / shrunk);
        return document.pageCount();
    };
    int pages = layShrunk();
    while (pages > 1 && size - 1 >= layout.smallest) {
        --size;
        pages = layShrunk();
    }
    if (pages > 1 && shrunk < 1) {
        size = layout.size;
        pages = layShrunk();
    }

    QFont font(layout.font);
    font.setPointSizeF(FootSize);
    for (int i = 0; i < pages; ++i) {
        if (i > 0) {
            writer.newPage();
        }
        painter.save();
        painter.scale(scale, scale);
        painter.setFont(font);
        const QRectF foot(0, page.height() - FootHeight * DotsPerMm, page.width(),
                          FootHeight * DotsPerMm);
        const Foot words = footOf(one, form.code, i + 1, pages);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignTop, words.right);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, words.left);
        painter.translate(-bleed, -bleed);
        painter.save();
        painter.translate(0, foot.top() - stripHeight);
        strip.drawContents(&painter);
        painter.restore();
        painter.scale(shrunk, shrunk);
        const QSizeF sheet = body / shrunk;
        painter.translate(0, -i * sheet.height());
        document.drawContents(&painter, QRectF(QPointF(0, i * sheet.height()), sheet));
        painter.restore();
    }
}

} // namespace

Result<QByteArray> formPdf(const FormPaper &form)
{
    const FormTemplate *one = formTemplate(form.form, form.version);
    const auto html = one ? htmlOf(*one) : std::nullopt;
    if (!html) {
        return failure(ErrorCode::FormVersionGone, u"%1.%2"_s.arg(form.form).arg(form.version));
    }
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(form.code);
    writer.setCreator(u"motcua"_s);
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(form.paper == Paper::A5 ? QPageSize::A5 : QPageSize::A4));
    writer.setPageOrientation(one->landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    writer.setPageMargins(one->layout.margins * scaleOf(one->layout, form.paper),
                          QPageLayout::Millimeter);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    double size = one->layout.size;
    bool isFirst = true;
    for (const QString &copy : one->copies) {
        QJsonObject values = form.values;
        values.insert(u"copy"_s, copy);
        // Qt works the width out of the height in the GUI thread only.
        values.insert(u"barcode_width"_s, QString::number(barcodeWidth(form.code)));
        values.insert(u"reprint"_s,
                      form.reprint == 0 ? QString() : u"IN LẠI, LẦN %1"_s.arg(form.reprint));
        const auto filled = filledForm(*html, values);
        if (!filled) {
            // Values of another version than the words.
            return failure(ErrorCode::FormVersionGone, u"%1.%2"_s.arg(form.form).arg(form.version));
        }
        if (!isFirst) {
            writer.newPage();
        }
        isFirst = false;
        paintCopy(painter, writer, form, *one, *filled, size);
    }
    painter.end();
    return pdf;
}

CupsDocument cupsDocument(const FormPaper &form, const QByteArray &pdf)
{
    return {.pdf = pdf, .title = form.code, .media = word(form.paper)};
}

FormState formState(PrintOutcome outcome, const PrinterStatus &status)
{
    if (outcome == PrintOutcome::Failed) {
        return FormState::Failed;
    }
    return outcome == PrintOutcome::Printed || status.canPrint() ? FormState::Sent
                                                                 : FormState::Unknown;
}

} // namespace motcua
