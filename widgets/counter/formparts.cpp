// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/formparts.h"

#include "counter/deskinputs.h"
#include "shared/focusring.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <ranges>

using namespace Qt::StringLiterals;

namespace motcua {

std::optional<QDate> typedDate(const QString &text)
{
    static const QRegularExpression pattern(uR"(^\s*(\d{1,2})\D?(\d{1,2})\D?(\d{4})\s*$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const QDate date(match.captured(3).toInt(), match.captured(2).toInt(),
                     match.captured(1).toInt());
    return match.hasMatch() && date.isValid() ? std::optional(date) : std::nullopt;
}

QGridLayout *twelfths(const Look &look)
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look.px(12));
    grid->setVerticalSpacing(look.px(7));
    for (int column = 0; column < 12; ++column) {
        grid->setColumnStretch(column, 1);
        grid->setColumnMinimumWidth(column, 1);
    }
    return grid;
}

QWidget *labelledField(const Look &look, const QString &label, QWidget *field, QWidget *parent,
                       DeskLabel **labelOut)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *words = new DeskLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, box);
    words->setText(label);
    column->addWidget(words);
    column->addWidget(field);
    field->setAccessibleName(label);
    if (labelOut) {
        *labelOut = words;
    }
    return box;
}

void onEdited(QWidget *field, QObject *context, const std::function<void()> &then)
{
    if (auto *search = qobject_cast<SearchField *>(field)) {
        // Also when a result is chosen, or Esc takes back what was typed.
        QObject::connect(search, &QLineEdit::textChanged, context, then);
    } else if (auto *edit = qobject_cast<QLineEdit *>(field)) {
        QObject::connect(edit, &QLineEdit::textEdited, context, then);
    } else if (auto *combo = qobject_cast<QComboBox *>(field)) {
        QObject::connect(combo, &QComboBox::activated, context, then);
    } else if (auto *check = qobject_cast<QAbstractButton *>(field)) {
        QObject::connect(check, &QAbstractButton::clicked, context, then);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(field)) {
        QObject::connect(text, &QPlainTextEdit::textChanged, context, then);
    }
}

// ---- StepTitle

StepTitle::StepTitle(const Look &look, int step, QString text, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_step(step)
    , m_text(std::move(text))
{
    setFixedHeight(look.px(26));
    setAccessibleName(m_text);
    // Hints beside it give way.
    setMinimumWidth(
        look.px(22 + 10 + 2)
        + textWidth(m_text, textStyle(look, "desk.panelTitle"_L1, "text.primary"_L1).font));
}

void StepTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double side = m_look.px(22);
    const QRectF badge(0, (height() - side) / 2, side, side);
    paintBox(painter, badge, m_look.color("action.primary"_L1), Qt::transparent, 0, side / 2);
    const TextStyle digit{.font = deskFont(m_look, 13, QFont::Bold),
                          .line = m_look.px(18),
                          .color = m_look.color("action.primaryText"_L1)};
    paintText(painter, badge, QString::number(m_step), digit, Qt::AlignCenter);
    paintElided(painter, QRectF(side + m_look.px(10), 0, width() - side - m_look.px(10), height()),
                m_text, textStyle(m_look, "desk.panelTitle"_L1, "text.primary"_L1));
}

// ---- OutcomeButton

OutcomeButton::OutcomeButton(const Look &look, QLatin1StringView icon, const QAction &action,
                             QWidget *parent)
    : EnterPassesOn(parent)
    , m_look(look)
    , m_icon(icon)
    , m_key(action.shortcut().toString(QKeySequence::NativeText))
{
    setCheckable(true);
    setText(action.text());
    setAccessibleName(action.text());
    setAccessibleDescription(m_key);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(look.px(42));
    setFocusRadius(*this, look.px(8));
}

QSize OutcomeButton::sizeHint() const
{
    return {roomOf(true, true), m_look.px(42)};
}

QSize OutcomeButton::minimumSizeHint() const
{
    return {m_look.px(60), m_look.px(42)};
}

/// The width that the words need, with or without what stands beside them.
int OutcomeButton::roomOf(bool icon, bool key) const
{
    return m_look.px(18) + textWidth(text(), wordStyle().font) + (icon ? m_look.px(28) : 0)
           + (key ? keycapSize(m_look, m_key).width() + m_look.px(6) : 0);
}

TextStyle OutcomeButton::wordStyle() const
{
    return {.font = deskFont(m_look, 14, QFont::DemiBold),
            .line = m_look.px(20),
            .color = m_look.color("text.primary"_L1)};
}

void OutcomeButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool on = isChecked();
    paintBox(painter, rect(), m_look.color(on ? "surface.selected"_L1 : "surface.card"_L1),
             m_look.color(on ? "action.primary"_L1 : "border.touch"_L1),
             designNumber(on ? "stroke.selected"_L1 : "stroke.input"_L1) * m_look.scale,
             m_look.px(8));
    QRectF inside = QRectF(rect()).adjusted(m_look.px(10), 0, -m_look.px(8), 0);
    // Word and key stay readable; the icon gives way, then the key.
    if (roomOf(true, true) <= width()) {
        paintIcon(painter, QRectF(inside.left(), 0, m_look.px(20), height()), m_look, m_icon,
                  m_look.color(on ? "icon.action"_L1 : "text.tertiaryDeskOnly"_L1), 20);
        inside.setLeft(inside.left() + m_look.px(28));
    }
    if (roomOf(false, true) <= width()) {
        paintKeycap(painter, inside, m_look, m_key);
        inside.setRight(inside.right() - keycapSize(m_look, m_key).width() - m_look.px(6));
    }
    paintElided(painter, inside, text(), wordStyle());
}

// ---- KeyHint

KeyHint::KeyHint(const Look &look, QString text, QString key, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_text(std::move(text))
    , m_key(std::move(key))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(keycapSize(look, m_key).width());
}

QSize KeyHint::sizeHint() const
{
    return {textWidth(m_text, style().font) + m_look.px(8) + keycapSize(m_look, m_key).width(),
            m_look.px(26)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeycap(painter, rect(), m_look, m_key);
    const double room = width() - keycapSize(m_look, m_key).width() - m_look.px(8);
    if (room >= qMin(textWidth(m_text, style().font), m_look.px(60))) { // less says nothing
        paintElided(painter, QRectF(0, 0, room, height()), m_text, style(),
                    Qt::AlignRight | Qt::AlignVCenter);
    }
}

TextStyle KeyHint::style() const
{
    return weighted(textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1), QFont::Medium);
}

// ---- FaultSummary

namespace {

/// One fault, underlined; it breaks into lines.
class FaultLine : public QAbstractButton
{
public:
    FaultLine(const Look &look, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
    {
        setText(text);
        setAccessibleName(text);
        setFocusPolicy(Qt::TabFocus);
        setFocusRadius(*this, look.px(4));
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return words().height(width); }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_look.px(200), words().height(qMax(width(), m_look.px(200)))};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        words().paint(painter, rect());
    }

private:
    [[nodiscard]] Paragraph words() const
    {
        Paragraph words{.text = text(),
                        .style = textStyle(m_look, "desk.body"_L1, "status.error.text"_L1)};
        words.style.font.setUnderline(true);
        return words;
    }
    Look m_look;
};

} // namespace

FaultSummary::FaultSummary(const Look &look, std::function<void(const QString &)> go,
                           QWidget *parent)
    : Card(look, parent)
    , m_go(std::move(go))
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(u"faultSummary"_s);
    setSurface(look.color("status.error.fill"_L1), look.color("status.errorStrong"_L1), 8, 1);
    m_lines->setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(8));
    m_lines->setSpacing(look.px(2));
    m_title = new DeskLabel(look, "desk.body"_L1, "status.error.text"_L1, this);
    m_title->setWeight(QFont::Bold);
    m_lines->addWidget(m_title);
    hide();
}

void FaultSummary::present(const QString &title,
                           const std::vector<std::pair<QString, QString>> &lines)
{
    for (QWidget *line : std::as_const(m_shown)) {
        delete line;
    }
    m_shown.clear();
    m_title->setText(title);
    // The form keeps most of a small screen.
    constexpr size_t Most = 4;
    for (const auto &[path, sentence] : lines | std::views::take(Most)) {
        auto *line = new FaultLine(m_look, sentence, this);
        line->setObjectName(u"fault-"_s + path);
        connect(line, &QAbstractButton::clicked, this, [this, path = path] { m_go(path); });
        m_lines->addWidget(line);
        m_shown.append(line);
    }
    if (lines.size() > Most) {
        auto *more = new DeskLabel(m_look, "desk.label"_L1, "status.error.text"_L1, this);
        more->setText(tr("and %n more", nullptr, static_cast<int>(lines.size() - Most)));
        m_lines->addWidget(more);
        m_shown.append(more);
    }
    setVisible(!lines.empty());
}

} // namespace motcua
