// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/deskparts.h"

#include "shared/focusring.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace motcua {

QFont deskFont(const Look &look, double size, QFont::Weight weight)
{
    QFont font = look.font("desk.body"_L1);
    font.setPixelSize(qMax(1, qRound(size * look.scale * look.textScale)));
    font.setWeight(weight);
    return font;
}

QColor mixed(const QColor &one, const QColor &other, double part)
{
    const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()),
            mix(one.blue(), other.blue())};
}

QColor rowLine(const Look &look)
{
    return mixed(look.color("border.hairline"_L1), look.color("surface.card"_L1), 0.5);
}

void paintElided(QPainter &painter, const QRectF &rect, const QString &text, const TextStyle &style,
                 Qt::Alignment alignment)
{
    // A text as wide as its place is whole.
    constexpr double Rounding = 0.01;
    paintText(painter, rect,
              QFontMetricsF(style.font).elidedText(text, Qt::ElideRight, rect.width() + Rounding),
              style, alignment);
}

namespace {

/// At Tab Qt's own would show the middle of what the keyboard left.
class QuietScrollArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): the scroll area's own is what must not run
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

} // namespace

QScrollArea *scrollArea(QWidget &page, QWidget *parent)
{
    auto *area = new QuietScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(&page);
    page.setAutoFillBackground(false); // the window's colour shows through
    area->viewport()->setAutoFillBackground(false);
    QObject::connect(
        qApp, &QApplication::focusChanged, area, [area, &page](QWidget *, QWidget *focused) {
            if (!focused || focused == &page || !page.isAncestorOf(focused)) {
                return; // a page that takes the keyboard itself scrolls itself
            }
            const QSize room = area->viewport()->size();
            if (focused->width() <= room.width() && focused->height() <= room.height()) {
                area->ensureWidgetVisible(focused);
            } else { // Qt would show its middle
                const QPoint begin = focused->mapTo(&page, QPoint());
                area->ensureVisible(begin.x(), begin.y(), 0, 0);
            }
        });
    return area;
}

// ---- DeskLabel

DeskLabel::DeskLabel(const Look &look, QLatin1StringView type, QLatin1StringView color,
                     QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_style(textStyle(look, type, color))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DeskLabel::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
}

void DeskLabel::setColor(QLatin1StringView color)
{
    m_style.color = m_look.color(color);
    update();
}

void DeskLabel::setWeight(QFont::Weight weight)
{
    m_style.font.setWeight(weight);
    updateGeometry();
    update();
}

void DeskLabel::setSize(double size, double line, QFont::Weight weight)
{
    m_style.font = deskFont(m_look, size, weight);
    m_style.line = m_look.px(line);
    updateGeometry();
    update();
}

void DeskLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

int DeskLabel::guard() const
{
    // Stacked accents reach above the line.
    const double above = designNumber("font.metricsPerEm.tallestInk"_L1)
                         - designNumber("font.metricsPerEm.ascent"_L1);
    return qCeil(above * m_style.font.pixelSize());
}

QSize DeskLabel::sizeHint() const
{
    return {textWidth(m_text, m_style.font), m_style.line + guard()};
}

QSize DeskLabel::minimumSizeHint() const
{
    return {m_isWhole ? sizeHint().width() : 0, m_style.line + guard()};
}

void DeskLabel::setWhole()
{
    m_isWhole = true;
    updateGeometry();
}

void DeskLabel::setEndKept()
{
    m_isEndKept = true;
    update();
}

void DeskLabel::paintEvent(QPaintEvent *)
{
    setToolTip(textWidth(m_text, m_style.font) > width() + 1 ? m_text : QString());
    QPainter painter(this);
    const QString text =
        m_isEndKept ? QFontMetrics(m_style.font).elidedText(m_text, Qt::ElideMiddle, width())
                    : m_text;
    paintElided(painter, rect().adjusted(0, guard(), 0, 0), text, m_style, m_alignment);
}

// ---- Card

Card::Card(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_fill(look.color("surface.card"_L1))
    , m_border(look.color("border.hairline"_L1))
    , m_radius(designNumber("radius.desk"_L1))
{
}

void Card::setSurface(const QColor &fill, const QColor &border, double radius, double stroke)
{
    m_fill = fill;
    m_border = border;
    m_radius = radius;
    m_stroke = stroke;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_fill, m_border, m_stroke * m_look.scale, m_look.px(m_radius));
}

// ---- ChoiceButton

void EnterPassesOn::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->ignore();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

ChoiceButton::ChoiceButton(const Look &look, QWidget *parent)
    : EnterPassesOn(parent)
    , m_look(look)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusRadius(*this, look.px(8));
}

void ChoiceButton::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    updateGeometry();
}

void ChoiceButton::setDoor(const QString &letter)
{
    m_door = letter;
    updateGeometry();
}

TextStyle ChoiceButton::style() const
{
    return {.font = deskFont(m_look, 14, QFont::DemiBold),
            .line = m_look.px(20),
            .color = m_look.color("text.primary"_L1)};
}

TextStyle ChoiceButton::noteStyle() const
{
    return textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
}

QSize ChoiceButton::sizeHint() const
{
    int width = m_look.px(24) + textWidth(text(), style().font);
    if (!m_door.isEmpty()) {
        width += m_look.px(34);
    }
    if (!m_note.isEmpty()) {
        width += m_look.px(10) + textWidth(m_note, noteStyle().font);
    }
    return {width, m_look.px(46)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {m_look.px(80), m_look.px(46)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool on = isChecked();
    paintBox(painter, rect(), m_look.color(on ? "surface.readFromChip"_L1 : "surface.card"_L1),
             m_look.color(on ? "action.primary"_L1 : "border.touch"_L1),
             designNumber(on ? "stroke.selected"_L1 : "stroke.input"_L1) * m_look.scale,
             m_look.px(8));
    QRectF inside = QRectF(rect()).adjusted(m_look.px(12), 0, -m_look.px(12), 0);
    if (!m_door.isEmpty()) {
        const QSizeF door = doorSize(24 * m_look.scale);
        paintDoor(painter, {inside.left(), (height() - door.height()) / 2}, door.width(), m_look,
                  groupDoor(m_look), m_door);
        inside.setLeft(inside.left() + m_look.px(34));
    }
    if (!m_note.isEmpty()) {
        const double note = textWidth(m_note, noteStyle().font);
        paintText(painter, inside.adjusted(inside.width() - note, 0, 0, 0), m_note, noteStyle());
        inside.setRight(inside.right() - note - m_look.px(10));
    }
    paintElided(painter, inside, text(), style());
}

static void showAction(DeskButton &button, const QAction &action, bool onlyReasons)
{
    button.setWords(action.text(),
                    onlyReasons && action.isEnabled() ? QString() : action.statusTip());
    button.setEnabled(action.isEnabled());
    button.setToolTip(action.isEnabled() ? QString() : action.toolTip());
    if (!action.isEnabled()) {
        button.setAccessibleDescription(action.toolTip());
    }
}

void bindButton(DeskButton &button, QAction &action, bool onlyReasons)
{
    QObject::connect(&button, &QAbstractButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, &button,
                     [&button, &action, onlyReasons] { showAction(button, action, onlyReasons); });
    showAction(button, action, onlyReasons);
}

// ---- StatePill

StatePill::StatePill(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusRadius(*this, look.px(14));
}

void StatePill::present(Kind kind, QLatin1StringView icon, const QString &text)
{
    if (m_kind != kind || m_icon != icon || this->text() != text) {
        m_kind = kind;
        m_icon = icon;
        setText(text);
        updateGeometry();
        update();
    }
}

void StatePill::setAction(QAction *action, const QString &key)
{
    m_key = key;
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    const auto follow = [this, action] {
        setEnabled(action->isEnabled());
        setToolTip(action->isEnabled() ? QString() : action->toolTip());
    };
    connect(action, &QAction::changed, this, follow);
    follow();
}

QSize StatePill::sizeHint() const
{
    const QFont font = deskFont(m_look, 13, QFont::DemiBold);
    const int key = m_key.isEmpty() ? 0 : textWidth(m_key, font) + m_look.px(8);
    return {textWidth(text(), font) + key + m_look.px(16 + 7 + 22), m_look.px(28)};
}

QSize StatePill::minimumSizeHint() const
{
    return {m_look.px(36), m_look.px(28)};
}

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ink = m_look.color("text.onBrand"_L1);
    QColor fill = Qt::transparent;
    QColor border = Qt::transparent;
    if (m_kind == Kind::Ghost) {
        border =
            mixed(m_look.color("surface.brand"_L1), m_look.color("text.onBrandSecondary"_L1), 0.36);
    } else if (m_kind == Kind::Ok) {
        ink = m_look.color("status.ok.text"_L1);
        fill = m_look.color("status.ok.fill"_L1);
    } else {
        ink = m_look.color("action.callText"_L1);
        fill = m_look.color("action.call"_L1);
    }
    paintBox(painter, rect(), fill, border, m_kind == Kind::Ghost ? 1 : 0, height() / 2.0);
    const QByteArray icon = m_icon.toLatin1();
    paintIcon(painter, QRectF(m_look.px(10), 0, m_look.px(16), height()), m_look,
              QLatin1StringView(icon), ink, 16);
    const TextStyle style{
        .font = deskFont(m_look, 13, QFont::DemiBold), .line = m_look.px(20), .color = ink};
    QRectF inside = QRectF(rect()).adjusted(m_look.px(33), 0, -m_look.px(10), 0);
    if (!m_key.isEmpty()) {
        const double key = textWidth(m_key, style.font);
        if (inside.width() > 2 * key) {
            paintText(painter, inside, m_key, style, Qt::AlignRight | Qt::AlignVCenter);
        }
        inside.setRight(inside.right() - key - m_look.px(6));
    }
    if (inside.width() > m_look.px(20)) {
        paintElided(painter, inside, text(), style);
    }
}

// ---- DeskField

DeskField::DeskField(const Look &look, QWidget *parent)
    : QLineEdit(parent)
    , m_look(look)
{
    setFrame(false);
    setFont(deskFont(look, 16, QFont::DemiBold));
    setFixedHeight(look.px(40));
    setTextMargins(look.px(10), 0, look.px(10), 0);
    setContextMenuPolicy(Qt::NoContextMenu);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, look.color("text.primary"_L1));
    colors.setColor(QPalette::PlaceholderText, look.color("text.disabled"_L1));
    colors.setColor(QPalette::Highlight, look.color("action.primary"_L1));
    colors.setColor(QPalette::HighlightedText, look.color("action.primaryText"_L1));
    setPalette(colors);
    connect(this, &QLineEdit::textEdited, this, [this] { setWrong(false); });
}

void DeskField::setDense()
{
    setFont(deskFont(m_look, 14, QFont::DemiBold));
    setFixedHeight(m_look.px(34));
}

void DeskField::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

void DeskField::setLocked(bool locked)
{
    setReadOnly(locked);
    setTextMargins(m_look.px(10), 0, m_look.px(locked ? 34 : 10), 0);
    setCursorPosition(0); // of a long text the beginning is seen
    setAccessibleDescription(locked ? tr("Read from the ID card") : QString());
    update();
}

void DeskField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    update();
}

void DeskField::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        paintInput(painter, rect(), m_look,
                   {.hasFocus = hasFocus(), .isWrong = m_wrong, .isLocked = isReadOnly()});
        if (isReadOnly()) {
            paintIcon(painter, QRectF(width() - m_look.px(34), 0, m_look.px(34), height()), m_look,
                      "lock"_L1, m_look.color("icon.action"_L1), 17);
        }
    }
    QLineEdit::paintEvent(event);
}

void paintInput(QPainter &painter, const QRectF &rect, const Look &look, const InputState &state)
{
    const QColor fill = look.color(state.isLocked ? "surface.readFromChip"_L1 : "surface.card"_L1);
    QColor border = look.color(state.isLocked ? "border.readFromChip"_L1 : "border.touch"_L1);
    double stroke = 1.5 * look.scale;
    if (state.hasFocus) {
        border = look.color("focus.inner"_L1);
        stroke = look.px(designNumber("focus.desk.ring"_L1));
    } else if (state.isWrong) {
        border = look.color("status.errorStrong"_L1);
    }
    paintBox(painter, rect, fill, border, stroke, look.px(designNumber("radius.input"_L1)));
    if (state.hasFocus) {
        paintBox(painter, rect.adjusted(stroke, stroke, -stroke, -stroke), fill,
                 look.color(state.isWrong ? "status.errorStrong"_L1 : "focus.outer"_L1), 1.5,
                 look.px(5));
    }
}

} // namespace motcua
