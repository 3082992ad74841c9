// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/documenttable.h"

#include "counter/countertexts.h"
#include "counter/deskinputs.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

/// The lines as a table.
class DocumentModel : public QAbstractTableModel
{
public:
    explicit DocumentModel(QObject *parent)
        : QAbstractTableModel(parent)
    {
    }

    std::optional<ProcedureCase> which;
    std::vector<IntakeDocument> documents;
    std::set<int> wrong;

    void reset(std::vector<IntakeDocument> all)
    {
        beginResetModel();
        documents = std::move(all);
        wrong.clear();
        endResetModel();
    }
    void changed(int row)
    {
        Q_EMIT dataChanged(index(row, 0), index(row, DocumentTable::ColumnCount - 1));
    }
    [[nodiscard]] const IntakeDocument &at(int row) const
    {
        return documents[static_cast<size_t>(row)];
    }
    [[nodiscard]] static bool isHere(const IntakeDocument &document)
    {
        return document.state == DocumentState::Received
               || document.state == DocumentState::Returned;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(documents.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int{DocumentTable::ColumnCount};
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
            return {};
        }
        const IntakeDocument &document = at(index.row());
        const auto count = [](int n) { return n == 0 ? u"–"_s : QString::number(n); };
        switch (index.column()) {
        case DocumentTable::Tick:
            return role == Qt::DisplayRole ? QString() : documentStateWord(document.state);
        case DocumentTable::Name:
            return document.name;
        case DocumentTable::Originals:
            return count(document.originals);
        case DocumentTable::Certified:
            return count(document.certified);
        case DocumentTable::Copies:
            return count(document.copies);
        default:
            return documentStateWord(document.state);
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
            return {};
        }
        switch (section) {
        case DocumentTable::Name:
            return DocumentTable::tr("Document");
        case DocumentTable::Originals:
            return DocumentTable::tr("Originals");
        case DocumentTable::Certified:
            return DocumentTable::tr("Certified");
        case DocumentTable::Copies:
            return DocumentTable::tr("Copies");
        case DocumentTable::State:
            return DocumentTable::tr("Status");
        default:
            return {};
        }
    }
};

namespace {

constexpr int LineHeight = 30;

Tone toneOf(DocumentState state)
{
    switch (state) {
    case DocumentState::Missing:
        return Tone::Warn;
    case DocumentState::NotApplicable:
        return Tone::Neutral;
    default:
        return Tone::Ok;
    }
}

class LineDelegate : public QStyledItemDelegate
{
public:
    LineDelegate(const Look &look, const DocumentModel &model, QTableView &view)
        : QStyledItemDelegate(&view)
        , m_look(look)
        , m_model(model)
        , m_view(view)
    {
    }

    [[nodiscard]] Paragraph nameOf(int row) const
    {
        const IntakeDocument &document = m_model.at(row);
        return {.text = m_model.index(row, DocumentTable::Name).data().toString(),
                .style = textStyle(m_look, "desk.body"_L1,
                                   document.state == DocumentState::NotApplicable
                                       ? "text.tertiaryDeskOnly"_L1
                                       : "text.primary"_L1)};
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &,
                                 const QModelIndex &index) const override
    {
        // Names break into lines; everything else was given the room it needs.
        const int width = m_view.columnWidth(index.column());
        return {width, index.column() == DocumentTable::Name ? nameOf(index.row()).height(width)
                                                             : m_look.px(LineHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const IntakeDocument &document = m_model.at(index.row());
        const QRectF cell = option.rect;
        const bool isCurrent = m_view.hasFocus() && m_view.currentIndex().row() == index.row();
        if (isCurrent) {
            painter->fillRect(cell, m_look.color("surface.selected"_L1));
        }
        painter->fillRect(QRectF(cell.left(), cell.top(), cell.width(), 1), rowLine(m_look));
        if (isCurrent && m_view.currentIndex() == index) {
            paintBox(*painter, cell, Qt::transparent, m_look.color("focus.outer"_L1),
                     m_look.px(designNumber("focus.desk.ring"_L1)), m_look.px(4));
        }
        if (m_model.wrong.contains(index.row()) && index.column() == DocumentTable::Tick) {
            painter->fillRect(QRectF(cell.left(), cell.top() + 1, m_look.px(4), cell.height() - 1),
                              m_look.color("status.errorStrong"_L1));
        }
        const double edge = m_look.px(10);
        const QString text = index.data().toString();
        switch (index.column()) {
        case DocumentTable::Tick:
            paintCheck(*painter, cell.adjusted(m_look.px(12), 0, 0, 0), m_look,
                       DocumentModel::isHere(document)
                           || document.state == DocumentState::LookedUp);
            break;
        case DocumentTable::Name: {
            const Paragraph name = nameOf(index.row());
            const double room = cell.width() - edge;
            const double height = name.height(room);
            name.paint(*painter, QRectF(cell.left(), cell.center().y() - height / 2, room, height));
            break;
        }
        case DocumentTable::State:
            paintTag(*painter, cell.adjusted(edge, 0, 0, 0), m_look, toneOf(document.state), text,
                     {});
            break;
        default:
            paintText(*painter, cell.adjusted(0, 0, -edge, 0), text,
                      textStyle(m_look, "desk.body"_L1, "text.primary"_L1),
                      Qt::AlignRight | Qt::AlignVCenter);
        }
    }

private:
    Look m_look;
    const DocumentModel &m_model;
    QTableView &m_view;
};

/// The words above the columns, in the fonts of the desk.
class LineHeader : public QHeaderView
{
public:
    LineHeader(const Look &look, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_look(look)
    {
        setFixedHeight(look.px(LineHeight));
        setSectionsClickable(false);
        setMinimumSectionSize(1);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->fillRect(rect, m_look.color("surface.disabled"_L1));
        const bool isCount = section != DocumentTable::Name && section != DocumentTable::State;
        const int edge = m_look.px(10);
        const QRectF inside = section == DocumentTable::Name
                                  ? QRectF(rect)
                                  : QRectF(rect.adjusted(isCount ? 0 : edge, 0, -edge, 0));
        paintElided(
            *painter, inside, model()->headerData(section, Qt::Horizontal).toString(),
            weighted(textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1), QFont::Medium),
            (isCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

private:
    Look m_look;
};

} // namespace

DocumentTable::DocumentTable(const Look &look, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_model(new DocumentModel(this))
{
    setModel(m_model);
    setObjectName(u"documents"_s);
    setAccessibleName(tr("Documents"));
    setHorizontalHeader(new LineHeader(look, this));
    setItemDelegate(new LineDelegate(look, *m_model, *this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    // Another column ends a count that is being typed.
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_typing = false;
        viewport()->update(); // its whole row is marked
    });
}

void DocumentTable::setDocuments(std::vector<IntakeDocument> documents,
                                 const std::optional<ProcedureCase> &which)
{
    m_model->which = which;
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    m_model->reset(std::move(documents));
    const int last = m_model->rowCount({}) - 1;
    if (last >= 0) {
        setCurrentIndex(m_model->index(qBound(0, row, last), qMax(0, column)));
    }
    setFocusPolicy(last >= 0 ? Qt::StrongFocus : Qt::NoFocus); // nothing to go through
    fit();
}

const std::vector<IntakeDocument> &DocumentTable::documents() const
{
    return m_model->documents;
}

void DocumentTable::setWrong(std::set<int> rows)
{
    m_model->wrong = std::move(rows);
    viewport()->update();
}

void DocumentTable::selectLine(int row)
{
    setCurrentIndex(m_model->index(row, Tick));
}

void DocumentTable::change(int row, const IntakeDocument &document)
{
    m_model->documents[static_cast<size_t>(row)] = document;
    m_model->wrong.erase(row);
    m_model->changed(row);
    fit();
    Q_EMIT edited();
}

void DocumentTable::present(int row)
{
    const ProcedureCase *which = m_model->which ? &*m_model->which : nullptr;
    change(row, presented(m_model->at(row), which));
}

void DocumentTable::setState(int row, DocumentState state)
{
    if (state == DocumentState::Received) {
        IntakeDocument document = m_model->at(row);
        if (document.state != DocumentState::Received) {
            present(row); // with the usual counts
            document = m_model->at(row);
            document.state = state;
            document.originals =
                qMax(document.originals, document.certified + document.copies > 0 ? 0 : 1);
            change(row, document);
        }
        return;
    }
    IntakeDocument document = m_model->at(row);
    document.state = state;
    document.originals = 0;
    document.certified = 0;
    document.copies = 0;
    change(row, document);
}

void DocumentTable::receiveRequired()
{
    for (int row = 0; row < m_model->rowCount({}); ++row) {
        const IntakeDocument &document = m_model->at(row);
        if (document.required && document.state == DocumentState::Missing) {
            present(row);
        }
    }
}

void DocumentTable::addExtra(const QString &name)
{
    std::vector<IntakeDocument> documents = m_model->documents;
    documents.push_back(presented({.name = name, .required = false, .extra = true}, nullptr));
    setDocuments(std::move(documents), m_model->which);
    Q_EMIT edited();
}

void DocumentTable::typeCount(int row, int column, int digit)
{
    constexpr int Most = 999;
    IntakeDocument document = m_model->at(row);
    int &count = column == Originals   ? document.originals
                 : column == Certified ? document.certified
                                       : document.copies;
    const int typed = m_typing ? count * 10 + digit : digit;
    count = qMin(typed, Most);
    const bool isCounted = document.originals + document.certified + document.copies > 0;
    if (isCounted && !DocumentModel::isHere(document)) {
        document.state = DocumentState::Received;
    }
    change(row, document);
    m_typing = true;
}

void DocumentTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    if (!at.isValid() || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        event->ignore();
        return;
    }
    static constexpr std::array States{DocumentState::Received, DocumentState::Returned,
                                       DocumentState::LookedUp, DocumentState::Missing,
                                       DocumentState::NotApplicable};
    const IntakeDocument &document = m_model->at(at.row());
    const bool isCount = at.column() >= Originals && at.column() <= Copies;
    switch (event->key()) {
    case Qt::Key_Space:
        if (DocumentModel::isHere(document)) {
            setState(at.row(),
                     document.required ? DocumentState::Missing : DocumentState::NotApplicable);
        } else {
            present(at.row());
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at.row() + 1 < m_model->rowCount({})) {
            setCurrentIndex(at.sibling(at.row() + 1, at.column()));
        } else {
            event->ignore();
        }
        return;
    case Qt::Key_Delete:
        if (document.extra) {
            std::vector<IntakeDocument> documents = m_model->documents;
            documents.erase(documents.begin() + at.row());
            setDocuments(std::move(documents), m_model->which);
            Q_EMIT edited();
        }
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        QTableView::keyPressEvent(event);
        return;
    default:
        break;
    }
    const int digit = event->text().size() == 1 ? event->text().front().digitValue() : -1;
    if (digit >= 0 && isCount) {
        typeCount(at.row(), at.column(), digit);
    } else if (digit >= 1 && digit <= static_cast<int>(States.size())) {
        setState(at.row(), States[static_cast<size_t>(digit) - 1]);
    } else {
        event->ignore();
    }
}

void DocumentTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->pos());
    if (!at.isValid()) {
        return;
    }
    const IntakeDocument &document = m_model->at(at.row());
    if (at.column() == Tick) {
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
        keyPressEvent(&space);
    } else if (at.column() == State) {
        const auto next = (static_cast<int>(document.state) + 1) % 5;
        setState(at.row(), static_cast<DocumentState>(next));
    }
}

void DocumentTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void DocumentTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    m_typing = false;
    viewport()->update();
}

void DocumentTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void DocumentTable::fit()
{
    const auto &delegate = static_cast<const LineDelegate &>(*itemDelegate());
    const TextStyle head =
        weighted(textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1), QFont::Medium);
    int state = textWidth(tr("Status"), head.font);
    for (const DocumentState one : {DocumentState::Missing, DocumentState::NotApplicable}) {
        state = qMax(state, tagSize(m_look, documentStateWord(one), {}).width());
    }
    for (const IntakeDocument &document : m_model->documents) {
        state = qMax(state, tagSize(m_look, documentStateWord(document.state), {}).width());
    }
    int rest = width();
    const auto give = [&](int column, int width) {
        setColumnWidth(column, width);
        rest -= width;
    };
    give(Tick, m_look.px(42));
    for (const int column : {Originals, Certified, Copies}) {
        give(
            column,
            m_look.px(16)
                + textWidth(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                            head.font));
    }
    give(State, state + m_look.px(20));
    setColumnWidth(Name, qMax(m_look.px(60), rest));
    int height = m_look.px(LineHeight);
    for (int row = 0; row < m_model->rowCount({}); ++row) {
        const int line =
            qMax(m_look.px(LineHeight),
                 delegate.nameOf(row).height(columnWidth(Name) - m_look.px(10)) + m_look.px(8));
        setRowHeight(row, line);
        height += line;
    }
    setFixedHeight(height);
}

} // namespace motcua
