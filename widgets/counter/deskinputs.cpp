// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/deskinputs.h"

#include "shared/focusring.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

// ---- DeskCombo

DeskCombo::DeskCombo(const Look &look, QWidget *parent)
    : QComboBox(parent)
    , m_look(look)
{
    setFont(deskFont(look, 14, QFont::DemiBold));
    setFixedHeight(look.px(34));
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    QPalette colors = view()->palette();
    colors.setColor(QPalette::Base, look.color("surface.card"_L1));
    colors.setColor(QPalette::Text, look.color("text.primary"_L1));
    colors.setColor(QPalette::Highlight, look.color("action.primary"_L1));
    colors.setColor(QPalette::HighlightedText, look.color("action.primaryText"_L1));
    view()->setPalette(colors);
    view()->setFont(font());
    connect(this, &QComboBox::activated, this, [this] { setWrong(false); });
}

void DeskCombo::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

QSize DeskCombo::minimumSizeHint() const
{
    return {m_look.px(80), m_look.px(34)};
}

void DeskCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void DeskCombo::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintInput(painter, rect(), m_look, {.hasFocus = hasFocus(), .isWrong = m_wrong});
    const int icon = m_look.px(34);
    paintIcon(painter, QRectF(width() - icon, 0, icon, height()), m_look, "chevd"_L1,
              m_look.color("icon.action"_L1), 17);
    const TextStyle style{
        .font = font(), .line = m_look.px(20), .color = m_look.color("text.primary"_L1)};
    const QRectF inside = QRectF(rect()).adjusted(m_look.px(10), 0, -icon, 0);
    setToolTip(textWidth(currentText(), style.font) > inside.width() ? currentText() : QString());
    paintElided(painter, inside, currentText(), style);
}

// ---- DeskCheck

constexpr int CheckSide = 20;

void paintCheck(QPainter &painter, const QRectF &rect, const Look &look, bool isOn)
{
    const double side = look.px(CheckSide);
    const QRectF box(rect.left(), rect.center().y() - side / 2, side, side);
    paintBox(painter, box, look.color(isOn ? "action.primary"_L1 : "surface.card"_L1),
             look.color(isOn ? "action.primary"_L1 : "border.touch"_L1), 1.5 * look.scale,
             look.px(5));
    if (isOn) {
        paintIcon(painter, box, look, "check"_L1, look.color("action.primaryText"_L1), 15);
    }
}

DeskCheck::DeskCheck(const Look &look, const QString &text, QWidget *parent)
    : EnterPassesOn(parent)
    , m_look(look)
{
    setCheckable(true);
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusRadius(*this, look.px(6));
}

TextStyle DeskCheck::style() const
{
    return {.font = deskFont(m_look, 14, QFont::DemiBold),
            .line = m_look.px(20),
            .color = m_look.color("text.primary"_L1)};
}

QSize DeskCheck::sizeHint() const
{
    return {m_look.px(CheckSide + 8 + 2) + textWidth(text(), style().font), m_look.px(28)};
}

void DeskCheck::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCheck(painter, rect().adjusted(1, 0, 0, 0), m_look, isChecked());
    paintElided(painter, QRectF(rect()).adjusted(m_look.px(CheckSide + 8), 0, 0, 0), text(),
                style());
}

// ---- DeskText

DeskText::DeskText(const Look &look, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_look(look)
{
    setFrameShape(QFrame::NoFrame);
    setFont(deskFont(look, 14, QFont::Normal));
    setFixedHeight(look.px(76));
    setTabChangesFocus(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    document()->setDocumentMargin(look.px(7));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, look.color("text.primary"_L1));
    colors.setColor(QPalette::Highlight, look.color("action.primary"_L1));
    colors.setColor(QPalette::HighlightedText, look.color("action.primaryText"_L1));
    setPalette(colors);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { setWrong(false); });
}

void DeskText::setWrong(bool wrong)
{
    if (m_wrong != wrong) {
        m_wrong = wrong;
        viewport()->update();
    }
}

void DeskText::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void DeskText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

void DeskText::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void DeskText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintInput(painter, viewport()->rect(), m_look,
                   {.hasFocus = hasFocus(), .isWrong = m_wrong});
    }
    QPlainTextEdit::paintEvent(event);
}

// ---- SearchField

constexpr int RowHeight = 34;
constexpr size_t MostResults = 8;

/// What a search found, below the field; it never has the focus.
class ResultList : public QWidget
{
public:
    ResultList(const Look &look, std::function<void(const SearchChoice &)> take, QWidget *window)
        : QWidget(window)
        , m_look(look)
        , m_take(std::move(take))
    {
        setObjectName(u"results"_s);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

    void present(const QWidget &field, std::vector<SearchChoice> choices)
    {
        m_choices = std::move(choices);
        m_current = 0;
        place(field);
        setVisible(!m_choices.empty());
        raise();
        update();
    }
    void place(const QWidget &field)
    {
        const QWidget &window = *parentWidget();
        QPoint place = field.mapTo(&window, QPoint(0, field.height() + m_look.px(2)));
        // Below the field, even if the last ones are left out then.
        constexpr int Enough = 5;
        const int fit = (window.height() - place.y() - 2) / m_look.px(RowHeight);
        m_rows = static_cast<int>(m_choices.size());
        m_rows = fit >= Enough ? qMin(m_rows, fit) : m_rows;
        m_current = qBound(0, m_current, qMax(0, m_rows - 1));
        const int height = m_rows * m_look.px(RowHeight) + 2;
        if (place.y() + height > window.height()) {
            place.setY(qMax(0, field.mapTo(&window, QPoint()).y() - height - m_look.px(2)));
        }
        setGeometry(place.x(), place.y(), field.width(), height);
    }
    [[nodiscard]] const std::vector<SearchChoice> &choices() const { return m_choices; }
    [[nodiscard]] const SearchChoice &current() const
    {
        return m_choices[static_cast<size_t>(m_current)];
    }
    void move(int step)
    {
        m_current = (m_current + step + m_rows) % m_rows;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_look.color("surface.card"_L1));
        TextStyle text = textStyle(m_look, "desk.body"_L1, "text.primary"_L1);
        TextStyle note = textStyle(m_look, "desk.label"_L1, "text.secondary"_L1);
        const double edge = m_look.px(10);
        for (int i = 0; i < m_rows; ++i) {
            const SearchChoice &choice = m_choices[static_cast<size_t>(i)];
            const QRectF row(1, 1 + i * m_look.px(RowHeight), width() - 2, m_look.px(RowHeight));
            const bool isCurrent = i == m_current;
            if (isCurrent) {
                painter.fillRect(row, m_look.color("surface.selected"_L1));
                painter.fillRect(QRectF(row.left(), row.top(), m_look.px(4), row.height()),
                                 m_look.color("action.primary"_L1));
            }
            const double wide = qMin<double>(textWidth(choice.note, note.font), row.width() / 2);
            paintElided(painter, row.adjusted(row.width() - wide - edge, 0, -edge, 0), choice.note,
                        note);
            paintElided(painter, row.adjusted(edge, 0, -wide - 2 * edge, 0), choice.text,
                        isCurrent ? weighted(text, QFont::DemiBold) : text);
        }
        painter.setPen(m_look.color("border.touch"_L1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        const auto row = static_cast<size_t>(event->position().y() / m_look.px(RowHeight));
        if (row < m_choices.size()) {
            const SearchChoice choice = m_choices[row];
            m_take(choice);
        }
    }

private:
    Look m_look;
    std::function<void(const SearchChoice &)> m_take;
    std::vector<SearchChoice> m_choices;
    int m_rows = 0; ///< of them that are shown
    int m_current = 0;
};

SearchField::SearchField(const Look &look, Find find, QWidget *parent)
    : DeskField(look, parent)
    , m_find(std::move(find))
    , m_results(new ResultList(
          look, [this](const SearchChoice &choice) { choose(choice); }, window()))
{
    setDense();
    connect(this, &QLineEdit::textEdited, this, &SearchField::search);
}

SearchField::~SearchField()
{
    delete m_results;
}

void SearchField::setChosen(const SearchChoice &choice)
{
    m_chosen = choice;
    m_isTyped = false;
    setText(choice.text);
    setCursorPosition(0);
    m_results->hide();
}

void SearchField::takeBack(const QString &text)
{
    if (text == m_chosen.text) {
        const SearchChoice before = m_chosen;
        setChosen(before);
    } else {
        setText(text);
        m_results->hide();
    }
}

void SearchField::search()
{
    m_isTyped = true;
    present(text().trimmed().isEmpty() ? std::vector<SearchChoice>() : m_find(text()));
}

void SearchField::present(std::vector<SearchChoice> choices)
{
    choices.resize(qMin(choices.size(), MostResults));
    if (m_results->parentWidget() != window()) {
        m_results->setParent(window()); // it was made before the window was put together
    }
    m_results->present(*this, std::move(choices));
}

void SearchField::choose(const SearchChoice &choice)
{
    const bool isNew = choice.id != m_chosen.id;
    setChosen(choice);
    setWrong(false);
    if (isNew) {
        Q_EMIT chosenChanged();
    }
}

void SearchField::settle()
{
    if (!std::exchange(m_isTyped, false)) {
        return;
    }
    const std::vector<SearchChoice> found =
        text().trimmed().isEmpty() ? std::vector<SearchChoice>() : m_find(text());
    if (found.size() == 1) {
        choose(found.front());
        return;
    }
    // What was typed stays, for the clerk to go on with.
    m_results->hide();
    if (!m_chosen.id.isEmpty()) {
        m_chosen = {};
        Q_EMIT chosenChanged();
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_results->isVisible();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isOpen) {
            m_results->move(event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
        if (event->key() == Qt::Key_Down && text().trimmed().isEmpty()) {
            present(m_find({}));
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen) {
            const SearchChoice choice = m_results->current();
            choose(choice);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_isTyped) {
            const SearchChoice before = m_chosen;
            setChosen(before);
            return;
        }
        break;
    default:
        break;
    }
    DeskField::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    DeskField::resizeEvent(event);
    if (m_results->isVisible()) {
        m_results->place(*this);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    DeskField::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        settle();
    }
    m_results->hide();
}

} // namespace motcua
