// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/screencheck.h"

#include "shared/kioskbutton.h"
#include "shared/painting.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QTableView>

#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

/// A text, and where: rectangles in the coordinates of the screen.
struct SeenText
{
    QString text;
    QRectF needed;
    QRectF given;
    QRectF visible;              ///< what its widget and those around it leave open
    bool isScrolledAway = false; ///< not in the picture, so its colours cannot be measured
    int pixelSize;
    QColor color;
    bool disabled;
};

/// Whether something that lies over the whole @p screen, a dialog with its scrim, or a list that has
/// dropped down, is in front of what @p widget paints at @p place.
bool isCovered(const QWidget &screen, const QWidget &widget, const QPoint &place)
{
    const QWidget *layer = screen.childAt(place);
    while (layer != nullptr && layer->parentWidget() != &screen) {
        layer = layer->parentWidget();
    }
    return layer != nullptr && layer != &widget && !layer->isAncestorOf(&widget)
           && (layer->geometry() == screen.rect() || layer->objectName() == u"results");
}

/// Knows which widget paints, and writes down what it paints.
class Recorder : public QObject
{
public:
    explicit Recorder(QWidget &screen)
        : m_screen(screen)
    {
        qApp->installEventFilter(this);
        setPaintedTextListener([this](const PaintedText &painted) { note(painted); });
    }
    ~Recorder() override { setPaintedTextListener({}); }
    Q_DISABLE_COPY_MOVE(Recorder)

    std::vector<SeenText> texts;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType()) {
            m_painting = qobject_cast<QWidget *>(watched);
        }
        return false;
    }

private:
    void note(const PaintedText &painted)
    {
        if (m_painting == nullptr
            || (m_painting != &m_screen && !m_screen.isAncestorOf(m_painting))) {
            return;
        }
        const QPointF origin = m_painting->mapTo(&m_screen, QPointF(0, 0));
        if (isCovered(m_screen, *m_painting,
                      painted.needed.translated(origin).center().toPoint())) {
            return;
        }
        texts.push_back({.text = painted.text,
                         .needed = painted.needed.translated(origin),
                         .given = painted.given.translated(origin),
                         .visible = openRect(*m_painting),
                         .isScrolledAway = !isInPicture(painted.needed.translated(origin)),
                         .pixelSize = painted.pixelSize,
                         .color = painted.color,
                         .disabled = painted.disabled});
    }
    /// Whether no scroll area keeps @p box out of the picture.
    [[nodiscard]] bool isInPicture(const QRectF &box) const
    {
        QRectF open(m_screen.rect());
        for (QWidget *around = m_painting; around != &m_screen; around = around->parentWidget()) {
            open &= QRectF(around->mapTo(&m_screen, QPoint(0, 0)), around->size());
        }
        return open.contains(box.center());
    }
    /// What @p widget may paint on, in the screen's coordinates. What a scroll area has scrolled
    /// away can be reached, so its content counts whole.
    [[nodiscard]] QRectF openRect(QWidget &widget) const
    {
        QRectF open(m_screen.rect());
        for (QWidget *around = &widget; around != &m_screen; around = around->parentWidget()) {
            auto *area = qobject_cast<QAbstractScrollArea *>(around->parentWidget());
            if (area != nullptr && area->viewport() == around) {
                return QRectF(widget.mapTo(&m_screen, QPoint(0, 0)), widget.size());
            }
            open &= QRectF(around->mapTo(&m_screen, QPoint(0, 0)), around->size());
        }
        return open;
    }

    QWidget &m_screen;
    QPointer<QWidget> m_painting;
};

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
           + 0.0722 * channel(color.blueF());
}

QString boxText(const QRectF &box)
{
    return u"%1×%2 at %3,%4"_s.arg(qRound(box.width()))
        .arg(qRound(box.height()))
        .arg(qRound(box.left()))
        .arg(qRound(box.top()));
}

QString shortText(const QString &text)
{
    constexpr int Enough = 40;
    QString line = text;
    line.replace(u'\n', u' ');
    return u"“%1”"_s.arg(line.size() > Enough ? line.left(Enough) + u'…' : line);
}

/// What is behind a text: the colour of most pixels around its ink that are not of its own.
QColor behind(const QImage &image, const QRectF &box, const QColor &ink)
{
    const QRect area = box.toAlignedRect().adjusted(-2, -2, 2, 2) & image.rect();
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            ++counts[image.pixel(x, y)];
        }
    }
    QRgb most = 0;
    int highest = 0;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.key() != ink.rgb() && count.value() > highest) {
            highest = count.value();
            most = count.key();
        }
    }
    return highest > 0 ? QColor(most) : ink;
}

void checkText(const SeenText &seen, const QImage &image, Face face, const Look &look,
               QStringList &findings)
{
    const QString name = shortText(seen.text);
    // Antialiasing takes part of a pixel around the ink.
    constexpr double Tolerance = 1;
    const auto leaves = [&seen](const QRectF &box, double above) {
        return !box.adjusted(-Tolerance, -Tolerance - above, Tolerance, Tolerance + above)
                    .contains(seen.needed);
    };
    // The marks of a capital leave the box of its line by design, where that has room around it.
    const double marks = seen.pixelSize * designNumber("font.rules.clipGuardTopPerEm"_L1);
    if (leaves(seen.visible, 0)) {
        findings.append(u"cut text %1: needs %2, open is %3"_s.arg(name, boxText(seen.needed),
                                                                   boxText(seen.visible)));
    } else if (leaves(seen.given, marks)) {
        findings.append(u"text leaves its place %1: needs %2, has %3"_s.arg(
            name, boxText(seen.needed), boxText(seen.given)));
    }
    if (seen.text.endsWith(u'…') && !seen.text.contains(u' ') && seen.text.size() < 4) {
        findings.append(u"elided text %1"_s.arg(name));
    }
    const double smallest = designNumber(face == Face::Kiosk   ? "type.kiosk.minimum.size"_L1
                                         : face == Face::Board ? "type.board.minimum.size"_L1
                                                               : "type.desk.minimum.size"_L1)
                            * look.scale;
    if (seen.pixelSize < qRound(smallest)) {
        findings.append(u"small text %1: %2 px, at least %3"_s.arg(name)
                            .arg(seen.pixelSize)
                            .arg(qRound(smallest)));
    }
    const double floor = designNumber(seen.disabled        ? "contrast.floor.disabledText"_L1
                                      : face == Face::Desk ? "contrast.floor.deskText"_L1
                                                           : "contrast.floor.kioskAndBoardText"_L1);
    if (seen.isScrolledAway) {
        return;
    }
    const QColor ground = behind(image, seen.needed, seen.color);
    const double ratio = contrast(seen.color, ground);
    if (ratio < floor) {
        findings.append(u"weak text %1: %2 on %3 is %4, at least %5"_s
                            .arg(name, seen.color.name(), ground.name())
                            .arg(ratio, 0, 'f', 2)
                            .arg(floor));
    }
}

/// Texts of widgets that paint by themselves.
void collectStandardTexts(QWidget &screen, std::vector<SeenText> &texts, QStringList &findings)
{
    const auto add = [&](QWidget &widget, const QString &text, const QRectF &given,
                         const QRectF &needed) {
        if (text.isEmpty() || !widget.isVisibleTo(&screen)) {
            return;
        }
        const QPointF origin = widget.mapTo(&screen, QPointF(0, 0));
        if (isCovered(screen, widget, needed.translated(origin).center().toPoint())) {
            return;
        }
        texts.push_back({.text = text,
                         .needed = needed.translated(origin),
                         .given = given.translated(origin),
                         .visible = QRectF(origin, widget.size()),
                         .isScrolledAway = widget.visibleRegion().isEmpty(),
                         .pixelSize = QFontInfo(widget.font()).pixelSize(),
                         .color = widget.palette().color(widget.foregroundRole()),
                         .disabled = !widget.isEnabled()});
    };
    const auto labels = screen.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (Qt::mightBeRichText(label->text())) {
            continue;
        }
        const int flags =
            static_cast<int>(label->alignment()) | (label->wordWrap() ? Qt::TextWordWrap : 0);
        const QFontMetricsF metrics(label->font());
        const QRectF given = label->contentsRect();
        QRectF needed = metrics.boundingRect(given, flags, label->text());
        // The box of the font is lower than the marks on its capitals.
        const double mark = metrics.tightBoundingRect(label->text()).top() + metrics.ascent();
        needed.setTop(needed.top() + qMin(0.0, mark));
        add(*label, label->text(), given, needed);
    }
    const auto buttons = screen.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        const bool ours = QByteArray(button->metaObject()->className()).startsWith("motcua::");
        if (!ours && !button->text().isEmpty() && button->isVisibleTo(&screen)
            && (button->sizeHint().width() > button->width() + 1
                || button->sizeHint().height() > button->height() + 1)) {
            findings.append(u"cut text %1: its button is %2×%3"_s.arg(shortText(button->text()))
                                .arg(button->width())
                                .arg(button->height()));
        }
    }
    const auto edits = screen.findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        const QFontMetricsF metrics(edit->font());
        const QString text = edit->text().isEmpty() ? edit->placeholderText() : edit->text();
        const QRectF given = edit->rect();
        add(*edit, text, given,
            QRectF(0, (edit->height() - metrics.height()) / 2,
                   edit->text().isEmpty() ? metrics.horizontalAdvance(text) : 1, metrics.height()));
    }
    const auto tables = screen.findChildren<QTableView *>();
    for (QTableView *table : tables) {
        if (!table->isVisibleTo(&screen) || table->model() == nullptr) {
            continue;
        }
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex index = table->model()->index(row, column);
                const QString text = index.data().toString();
                if (!table->isColumnHidden(column) && !text.isEmpty()
                    && table->sizeHintForIndex(index).width() > table->columnWidth(column) + 1) {
                    findings.append(u"elided text %1 in row %2, column %3: needs %4, has %5"_s
                                        .arg(shortText(text))
                                        .arg(row)
                                        .arg(column)
                                        .arg(table->sizeHintForIndex(index).width())
                                        .arg(table->columnWidth(column)));
                }
            }
        }
    }
}

/// A button that nothing covers.
struct Target
{
    QAbstractButton *button;
    QRect box;
};

std::vector<Target> targetsOf(QWidget &screen)
{
    std::vector<Target> targets;
    const auto buttons = screen.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (!button->isVisibleTo(&screen) || button->size().isEmpty()) {
            continue;
        }
        const QRect box(button->mapTo(&screen, QPoint(0, 0)), button->size());
        QWidget *hit = screen.childAt(box.center());
        while (hit != nullptr && hit != button) {
            hit = hit->parentWidget();
        }
        if (hit == button) {
            targets.push_back({button, box});
        }
    }
    return targets;
}

int gapBetween(const QRect &one, const QRect &other)
{
    const int across = qMax(one.left() - other.right(), other.left() - one.right()) - 1;
    const int down = qMax(one.top() - other.bottom(), other.top() - one.bottom()) - 1;
    return qMax(across, down);
}

bool hasOutline(const QImage &image, const QRect &box)
{
    // Across the left edge, from the ground or the focus ring into the fill.
    constexpr int Outside = 4;
    constexpr int Inside = 8;
    QColor darkest = Qt::white;
    QColor lightest = Qt::black;
    for (int x = box.left() - Outside; x < box.left() + Inside; ++x) {
        if (image.rect().contains(x, box.center().y())) {
            const QColor color = image.pixelColor(x, box.center().y());
            darkest = luminance(color) < luminance(darkest) ? color : darkest;
            lightest = luminance(color) > luminance(lightest) ? color : lightest;
        }
    }
    return contrast(darkest, lightest) >= designNumber("contrast.floor.boundariesAndIcons"_L1);
}

void checkTargets(QWidget &screen, const QImage &image, const Look &look, QStringList &findings)
{
    const std::vector<Target> targets = targetsOf(screen);
    const int smallest = qFloor(designNumber("touch.kioskMin"_L1) * look.scale);
    const int closest = qFloor(designNumber("touch.kioskGap"_L1) * look.scale);
    for (size_t i = 0; i < targets.size(); ++i) {
        const QRect box = targets[i].box;
        const QString name = shortText(targets[i].button->accessibleName());
        if (box.width() < smallest || box.height() < smallest) {
            findings.append(
                u"small button %1: %2, at least %3"_s.arg(name, boxText(box)).arg(smallest));
        }
        for (size_t other = i + 1; other < targets.size(); ++other) {
            const int gap = gapBetween(box, targets[other].box);
            if (gap < closest) {
                findings.append(u"buttons too close: %1 and %2 are %3 apart, at least %4"_s
                                    .arg(name, shortText(targets[other].button->accessibleName()))
                                    .arg(gap)
                                    .arg(closest));
            }
        }
        const auto *kiosk = qobject_cast<KioskButton *>(targets[i].button);
        const bool waits = kiosk != nullptr && (kiosk->isBusy() || kiosk->isUnavailable());
        if (!waits && targets[i].button->isEnabled() && !hasOutline(image, box)) {
            findings.append(u"button without an outline: %1"_s.arg(name));
        }
    }
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

CheckedScreen checkScreen(QWidget &screen, Face face, const Look &look)
{
    CheckedScreen checked;
    Recorder recorder(screen);
    checked.image = QImage(screen.size(), QImage::Format_RGB32);
    checked.image.fill(Qt::white);
    {
        QPainter painter(&checked.image);
        screen.render(&painter);
    }
    std::vector<SeenText> texts = std::move(recorder.texts);
    collectStandardTexts(screen, texts, checked.findings);
    for (const SeenText &text : texts) {
        checkText(text, checked.image, face, look, checked.findings);
    }
    if (face == Face::Kiosk) {
        checkTargets(screen, checked.image, look, checked.findings);
    }
    const auto buttons = screen.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisibleTo(&screen) && button->accessibleName().isEmpty()
            && button->text().isEmpty()) {
            checked.findings.append(u"button without a name at %1"_s.arg(
                boxText(QRectF(button->mapTo(&screen, QPoint(0, 0)), button->size()))));
        }
    }
    checked.findings.removeDuplicates();
    return checked;
}

LongTexts::LongTexts(Language language)
{
    [[maybe_unused]] const bool loaded = m_texts.load(
        language == Language::Vietnamese ? u":/i18n/motcua_vi.qm"_s : u":/i18n/motcua_en.qm"_s);
    Q_ASSERT(loaded);
}

QString LongTexts::translate(const char *context, const char *sourceText,
                             const char *disambiguation, int n) const
{
    QString text = m_texts.translate(context, sourceText, disambiguation, n);
    if (text.isEmpty()) {
        text = QString::fromUtf8(sourceText);
    }
    constexpr int MoreOf = 10;
    constexpr int More = 4;
    const auto more = (text.size() * More + MoreOf - 1) / MoreOf;
    const QString words = u" Ẫgộ ngễn Ễậpy ghữ"_s;
    QString tail;
    while (tail.size() < more) {
        tail += words;
    }
    return text + tail.left(more);
}

} // namespace motcua::test
