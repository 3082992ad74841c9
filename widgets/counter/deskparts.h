// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/deskbutton.h"
#include "shared/painting.h"

#include <QAbstractButton>
#include <QLineEdit>

class QAction;

class QScrollArea;

namespace motcua {

/// One line of text in a type and a colour of the design. Where it is too narrow it ends in "…" and
/// shows all of it as a tool tip; what must be read in full is a ParagraphLabel.
class DeskLabel : public QWidget
{
    Q_OBJECT

public:
    DeskLabel(const Look &look, QLatin1StringView type, QLatin1StringView color,
              QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setColor(QLatin1StringView color);
    void setWeight(QFont::Weight weight);
    /// Reference pixels instead of the token's.
    void setSize(double size, double line, QFont::Weight weight);
    void setAlignment(Qt::Alignment alignment);
    /// Never shortened: others give way.
    void setWhole();
    /// Shortened in its middle, because its end is the name of a file.
    void setEndKept();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int guard() const;

    Look m_look;
    bool m_isWhole = false;
    bool m_isEndKept = false;
    TextStyle m_style;
    QString m_text;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A rounded surface with a hairline around it.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const Look &look, QWidget *parent = nullptr);

    /// Fills it with @p fill; @p border may be transparent. @p radius in reference pixels.
    void setSurface(const QColor &fill, const QColor &border, double radius, double stroke = 1);

protected:
    void paintEvent(QPaintEvent *event) override;

    Look m_look;

private:
    QColor m_fill;
    QColor m_border;
    double m_radius = 0;
    double m_stroke = 1;
};

/// A button that only Space presses: Enter is its layer's, or goes on to the form's next field.
class EnterPassesOn : public QAbstractButton
{
    Q_OBJECT

public:
    using QAbstractButton::QAbstractButton;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// One of several to choose from: arrows choose, the mouse too.
class ChoiceButton : public EnterPassesOn
{
    Q_OBJECT

public:
    explicit ChoiceButton(const Look &look, QWidget *parent = nullptr);

    /// Small words at the right end.
    void setNote(const QString &note);
    /// The door mark before the words.
    void setDoor(const QString &letter);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] TextStyle style() const;
    [[nodiscard]] TextStyle noteStyle() const;

    Look m_look;
    QString m_note;
    QString m_door;
};

/// Makes @p button show @p action and trigger it: its text, its status tip as the second line, its
/// tool tip as the reason while it is disabled. @p onlyReasons: no second line while it can be
/// pressed.
void bindButton(DeskButton &button, QAction &action, bool onlyReasons = false);

/// Says how something is, in the green bar: an icon and a word.
class StatePill : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Ghost, Ok, Busy };

    explicit StatePill(const Look &look, QWidget *parent = nullptr);
    void present(Kind kind, QLatin1StringView icon, const QString &text);
    /// What it does when it is pressed, and the key that does the same; without it the pill only
    /// tells.
    void setAction(QAction *action, const QString &key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_key;
    Kind m_kind = Kind::Ghost;
    QString m_icon;
};

/// A line to type in.
class DeskField : public QLineEdit
{
    Q_OBJECT

public:
    explicit DeskField(const Look &look, QWidget *parent = nullptr);
    /// Lower and with smaller letters, as in a form of many fields.
    void setDense();
    /// Frames it in brick until it is typed in.
    void setWrong(bool wrong);
    [[nodiscard]] bool isWrong() const { return m_wrong; }
    /// What stands in it was read from a chip: pale green, with a lock, not to be typed over.
    void setLocked(bool locked);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    Look m_look;
    bool m_wrong = false;
};

/// How a thing to fill in stands.
struct InputState
{
    bool hasFocus = false;
    bool isWrong = false;
    bool isLocked = false; ///< read from a chip
};
/// The box around something to type in or to choose from.
void paintInput(QPainter &painter, const QRectF &rect, const Look &look, const InputState &state);

/// A font of the desk in another size or weight than its token.
[[nodiscard]] QFont deskFont(const Look &look, double size, QFont::Weight weight);
[[nodiscard]] QColor mixed(const QColor &one, const QColor &other, double part);
/// The line between two rows.
[[nodiscard]] QColor rowLine(const Look &look);

/// Shows @p page in full, or what fits of it, with bars; what gets the focus comes into view.
[[nodiscard]] QScrollArea *scrollArea(QWidget &page, QWidget *parent);

/// Paints one line of text, ending in "…" where @p rect is too narrow.
void paintElided(QPainter &painter, const QRectF &rect, const QString &text, const TextStyle &style,
                 Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace motcua
