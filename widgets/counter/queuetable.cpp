// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/queuetable.h"

#include "counter/countertexts.h"
#include "counter/deskparts.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int RowHeight = 34;
constexpr int CellPadding = 10;
constexpr int EdgePadding = 16;

class RowDelegate : public QStyledItemDelegate
{
public:
    RowDelegate(const Look &look, QTableView &view)
        : QStyledItemDelegate(&view)
        , m_look(look)
        , m_view(view)
    {
    }

    bool firstIsNext = true;
    bool shortTags = false;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &,
                                 const QModelIndex &index) const override
    {
        const bool next = firstIsNext && index.row() == 0;
        const QFont body = deskFont(m_look, 14, next ? QFont::DemiBold : QFont::Normal);
        const int padding = 2 * m_look.px(CellPadding);
        const QString text = textOf(index);
        if (text.isEmpty()) {
            return {0, m_look.px(RowHeight)};
        }
        if (index.column() == QueueModel::Number) {
            return {
                padding
                    + qCeil(
                        ticketNumberSize({u'H', 888}, deskFont(m_look, 15, QFont::Bold)).width()),
                m_look.px(RowHeight)};
        }
        return {padding
                    + (index.column() == QueueModel::Tags
                           ? tagSize(m_look, text, "calendar"_L1).width()
                           : textWidth(text, body)),
                m_look.px(RowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &model = static_cast<const QueueModel &>(*index.model());
        const bool next = firstIsNext && index.row() == 0;
        const bool current = m_view.currentIndex().row() == index.row();
        const QRectF cell = option.rect;
        if (next) {
            painter->fillRect(cell, m_look.color("surface.selected"_L1));
        } else if (current) {
            painter->fillRect(cell, m_look.color("status.warn.fill"_L1));
        }
        painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), rowLine(m_look));
        if (index.column() == QueueModel::Number && (next || current)) {
            const bool marked = current && m_view.hasFocus();
            painter->fillRect(
                QRectF(cell.left(), cell.top(), m_look.px(marked ? 6 : 4), cell.height() - 1),
                m_look.color(marked ? "focus.outer"_L1 : "action.primary"_L1));
        }
        if (current && m_view.hasFocus()) {
            // One frame around the row, drawn by its cells.
            const double ring = m_look.px(designNumber("focus.desk.ring"_L1));
            const QColor color = m_look.color("focus.inner"_L1);
            painter->fillRect(QRectF(cell.left(), cell.top(), cell.width(), ring), color);
            painter->fillRect(QRectF(cell.left(), cell.bottom() - ring, cell.width(), ring), color);
        }
        if (cell.bottom() > m_view.viewport()->height() + 1) {
            return; // half a line is not readable
        }
        paintText(
            *painter, index, model.ticket(index.row()), next,
            cell.adjusted(
                m_look.px(index.column() == QueueModel::Number ? EdgePadding : CellPadding), 0,
                -m_look.px(index.column() == QueueModel::Waited ? EdgePadding : CellPadding), -1));
    }

private:
    [[nodiscard]] QString textOf(const QModelIndex &index) const
    {
        const bool brief = shortTags && index.column() == QueueModel::Tags;
        return index.data(brief ? int{QueueModel::ShortRole} : int{Qt::DisplayRole}).toString();
    }

    void paintText(QPainter &painter, const QModelIndex &index, const WaitingTicket &ticket,
                   bool next, const QRectF &place) const
    {
        TextStyle style = textStyle(m_look, "desk.body"_L1, "text.primary"_L1);
        if (next) {
            style = weighted(style, QFont::DemiBold);
        }
        switch (index.column()) {
        case QueueModel::Number:
            style.font = deskFont(m_look, 15, QFont::Bold);
            paintTicketNumber(painter, place.adjusted(0, 0, m_look.px(8), 0), ticket.ticket, style);
            return;
        case QueueModel::Tags:
            if (const QString tag = textOf(index); !tag.isEmpty()) {
                const bool booked = ticket.bookedFor != 0;
                paintTag(painter, place, m_look, booked ? Tone::Info : Tone::Warn, tag,
                         booked ? "calendar"_L1 : priorityIcon(ticket.priority));
            }
            return;
        default:
            paintElided(
                painter, place, index.data().toString(), style,
                Qt::AlignVCenter
                    | (index.column() >= QueueModel::Taken ? Qt::AlignRight : Qt::AlignLeft));
        }
    }

    Look m_look;
    QTableView &m_view;
};

/// Header of plain words with a hairline below.
class ColumnHeader : public QHeaderView
{
public:
    ColumnHeader(const Look &look, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_look(look)
    {
        setFixedHeight(look.px(32));
        setSectionsClickable(false);
        setHighlightSections(false);
        setMinimumSectionSize(1);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->fillRect(rect, m_look.color("surface.card"_L1));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                          m_look.color("border.hairline"_L1));
        const bool right = section >= QueueModel::Taken;
        paintElided(
            *painter,
            QRectF(rect).adjusted(
                m_look.px(section == QueueModel::Number ? EdgePadding : CellPadding), 0,
                -m_look.px(section == QueueModel::Waited ? EdgePadding : CellPadding), 0),
            model()->headerData(section, Qt::Horizontal).toString(),
            weighted(textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1), QFont::Medium),
            Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        QPainter painter(viewport());
        const int used = length();
        painter.fillRect(QRect(used, 0, width() - used, height()), m_look.color("surface.card"_L1));
    }

private:
    Look m_look;
};

} // namespace

QueueTable::QueueTable(const Look &look, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_model(this)
{
    setModel(&m_model);
    setHorizontalHeader(new ColumnHeader(look, this));
    setItemDelegate(new RowDelegate(look, *this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(look.px(RowHeight));
    setShowGrid(false);
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAutoScroll(false);
    setCornerButtonEnabled(false);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, look.color("surface.card"_L1));
    setPalette(colors);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(m_model.ticket(index.row()).ticket);
    });
}

void QueueTable::setTickets(const std::vector<WaitingTicket> &tickets, const CounterView &view)
{
    const int before = m_model.rowCount();
    m_model.setTickets(tickets, view);
    if (before != m_model.rowCount() || before == 0) {
        fitColumns();
    }
}

void QueueTable::setFirstIsNext(bool first)
{
    static_cast<RowDelegate *>(itemDelegate())->firstIsNext = first;
    viewport()->update();
}

std::optional<TicketNumber> QueueTable::selected() const
{
    return currentIndex().isValid() ? std::optional(m_model.ticket(currentIndex().row()).ticket)
                                    : std::nullopt;
}

void QueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (const auto ticket = selected();
            ticket && !event->isAutoRepeat() && event->modifiers() == Qt::NoModifier) {
            Q_EMIT chosen(*ticket);
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void QueueTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0) {
        setCurrentIndex(m_model.index(0, 0));
    }
    viewport()->update();
}

void QueueTable::fitColumns()
{
    auto &delegate = static_cast<RowDelegate &>(*itemDelegate());
    const QFont heading = deskFont(m_look, 13, QFont::Medium);
    const int padding = 2 * m_look.px(CellPadding);
    const int edge = m_look.px(EdgePadding) - m_look.px(CellPadding);
    const auto widest = [&](int column) {
        int width =
            padding
            + textWidth(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                        heading);
        for (int row = 0; row < m_model.rowCount(); ++row) {
            width = qMax(width, sizeHintForIndex(m_model.index(row, column)).width());
        }
        return width;
    };
    delegate.shortTags = false;
    const int numbers = widest(QueueModel::Number) + edge;
    const int procedure = widest(QueueModel::Procedure);
    const int taken = widest(QueueModel::Taken);
    const int waited = widest(QueueModel::Waited) + edge;
    int tags = widest(QueueModel::Tags);
    int left = viewport()->width() - numbers - waited;
    // Where there is little room the procedure has it: when somebody came can be told from how long
    // he has waited, and a time with a calendar is an appointment.
    const bool hidden = left - tags - taken < procedure;
    if (hidden && left - tags < procedure) {
        delegate.shortTags = true;
        tags = widest(QueueModel::Tags);
    }
    setColumnHidden(QueueModel::Taken, hidden);
    left -= tags + (hidden ? 0 : taken);
    setColumnWidth(QueueModel::Number, numbers);
    setColumnWidth(QueueModel::Tags, tags);
    setColumnWidth(QueueModel::Taken, taken);
    setColumnWidth(QueueModel::Waited, waited);
    setColumnWidth(QueueModel::Procedure, qMax(m_look.px(60), left));
}

} // namespace motcua
