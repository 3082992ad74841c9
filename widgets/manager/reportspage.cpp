// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/reportspage.h"

#include "counter/deskinputs.h"
#include "manager/figuretable.h"
#include "manager/reporttext.h"
#include "shared/emptystate.h"
#include "shared/paragraphlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Gutter = 12;
constexpr int MonthsInQuarter = 3;

/// Says the same to eyes and to a screen reader.
void tell(EmptyState &state, const QString &title, const QString &sentence)
{
    state.setWords(title, sentence);
    state.setAccessibleName(sentence.isEmpty() ? title : title + u' ' + sentence);
}

QString dayText(const QDate &day)
{
    return cellText(day, ReportUnit::Day);
}

QDate dayOf(const DeskField &field)
{
    return QDate::fromString(field.text().trimmed(), u"d/M/yyyy"_s);
}

} // namespace

ReportsPage::ReportsPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));

    auto *title = new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this);
    title->setText(tr("Reports"));
    title->setWhole();
    m_note = new DeskLabel(look, "desk.label"_L1, "text.secondary"_L1, this);
    m_note->setObjectName(u"note"_s);
    m_note->setEndKept();
    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    head->addWidget(title);
    head->addStretch(1);
    column->addLayout(head);

    auto *choice = new QHBoxLayout;
    choice->setSpacing(look.px(Gutter));
    m_kind = new DeskCombo(look, this);
    m_kind->setObjectName(u"kind"_s);
    setFocusProxy(m_kind);
    m_kind->setAccessibleName(tr("Report"));
    for (const ReportKind kind : reportKinds()) {
        m_kind->addItem(reportTitle(kind));
    }
    m_kind->setFixedWidth(look.px(330));
    m_period = new DeskCombo(look, this);
    m_period->setFixedWidth(look.px(150));
    m_period->setObjectName(u"period"_s);
    m_period->setAccessibleName(tr("Period"));
    m_period->addItems(
        {tr("Day"), tr("Week"), tr("Month"), tr("Quarter"), tr("Year"), tr("Other days")});
    m_from = new DeskField(look, this);
    m_from->setObjectName(u"from"_s);
    m_from->setAccessibleName(tr("From"));
    m_to = new DeskField(look, this);
    m_to->setObjectName(u"to"_s);
    m_to->setAccessibleName(tr("To"));
    for (DeskField *field : {m_from, m_to}) {
        field->setDense();
        field->setFixedWidth(look.px(124));
        connect(field, &QLineEdit::returnPressed, this, qOverload<>(&ReportsPage::ask));
        connect(field, &QLineEdit::textEdited, this,
                [this] { m_period->setCurrentIndex(static_cast<int>(Period::Own)); });
    }
    for (DeskCombo *combo : {m_kind, m_period}) {
        combo->installEventFilter(this);
    }
    m_show = new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Small, this);
    m_show->setObjectName(u"show"_s);
    m_show->setIconName("chart"_L1);
    m_show->setWords(tr("Show"));
    m_show->setKeycap(u"F5"_s);
    connect(m_show, &QAbstractButton::clicked, this, qOverload<>(&ReportsPage::ask));
    choice->addWidget(m_kind);
    choice->addWidget(m_period);
    choice->addWidget(m_from);
    choice->addWidget(m_to);
    m_all = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    m_all->setObjectName(u"all"_s);
    m_all->setIconName("x"_L1);
    m_all->setWords(tr("All tickets"));
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        setSelection({});
        ask();
    });
    m_back = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    m_back->setObjectName(u"back"_s);
    m_back->setIconName("left"_L1);
    m_back->setWords(tr("Back"));
    m_back->setKeycap(u"Esc"_s);
    m_back->hide();
    connect(m_back, &QAbstractButton::clicked, this, &ReportsPage::goBack);
    choice->addWidget(m_show);
    choice->addWidget(m_back);
    choice->addWidget(m_all);
    choice->addStretch(1);
    const std::array<std::pair<QString, QString>, 3> files{
        {{u"CSV"_s, u"Ctrl+E"_s}, {u"Excel"_s, u"Ctrl+L"_s}, {u"PDF"_s, u"Ctrl+D"_s}}};
    for (size_t i = 0; i < m_files.size(); ++i) {
        m_files.at(i) =
            new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
        m_files.at(i)->setIconName("download"_L1);
        m_files.at(i)->setWords(files.at(i).first);
        m_files.at(i)->setKeycap(files.at(i).second);
        m_files.at(i)->setObjectName(word(static_cast<ReportFormat>(i)));
        connect(m_files.at(i), &QAbstractButton::clicked, this,
                [this, i] { save(static_cast<ReportFormat>(i)); });
        head->addWidget(m_files.at(i));
    }
    m_print = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    m_print->setObjectName(u"print"_s);
    m_print->setIconName("printer"_L1);
    m_print->setWords(tr("Print"));
    m_print->setKeycap(u"Ctrl+P"_s);
    connect(m_print, &QAbstractButton::clicked, this, &ReportsPage::print);
    head->addWidget(m_print);
    column->addLayout(choice);
    column->addWidget(m_note);
    m_note->hide();

    m_stack = new QStackedLayout;
    m_empty = new EmptyState(look, this);
    m_empty->setObjectName(u"nothing"_s);
    m_empty->setIconName("chart"_L1);
    tell(*m_empty, tr("Choose a report and its days."), tr("Enter shows it."));
    m_stack->addWidget(m_empty);

    m_working = new QWidget(this);
    auto *working = new QVBoxLayout(m_working);
    m_progress = new EmptyState(look, m_working);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setIconName("clock"_L1);
    auto *stopping =
        new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, m_working);
    stopping->setObjectName(u"stop"_s);
    stopping->setWords(tr("Stop"));
    stopping->setKeycap(u"Esc"_s);
    connect(stopping, &QAbstractButton::clicked, this, &ReportsPage::stop);
    working->addStretch(1);
    working->addWidget(m_progress);
    working->addWidget(stopping, 0, Qt::AlignHCenter);
    working->addStretch(1);
    m_stack->addWidget(m_working);

    m_shown = new QWidget(this);
    auto *shown = new QVBoxLayout(m_shown);
    shown->setContentsMargins(0, 0, 0, 0);
    shown->setSpacing(look.px(Gutter));
    m_heading = new DeskLabel(look, "desk.panelTitle"_L1, "text.primary"_L1, m_shown);
    shown->addWidget(m_heading);
    auto *card = new Card(look, m_shown);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, look.px(8));
    m_figures = new FigureTable(look, tr("Figures of the report"), card);
    m_figures->setObjectName(u"figures"_s);
    connect(m_figures, &FigureTable::opened, this, &ReportsPage::openRow);
    // Wider than the window where there are many columns.
    QScrollArea *area = scrollArea(*m_figures, card);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    inside->addWidget(area);
    shown->addWidget(card, 3);
    m_words = new QWidget(m_shown);
    m_words->setObjectName(u"words"_s);
    new QVBoxLayout(m_words);
    shown->addWidget(scrollArea(*m_words, m_shown), 1);
    m_stack->addWidget(m_shown);
    column->addLayout(m_stack, 1);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReportsPage::choosePeriod);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ReportsPage::fillPeriod);
    setHasReport(false);
    setSelection({});
    choosePeriod();
}

ReportKind ReportsPage::kind() const
{
    return reportKinds()[static_cast<size_t>(qMax(0, m_kind->currentIndex()))];
}

void ReportsPage::setDay(const QDate &day)
{
    if (m_day == day) {
        return;
    }
    m_day = day;
    fillPeriod();
}

/// A day sheet is about one day; most others are asked for by the month.
void ReportsPage::choosePeriod()
{
    setSelection({});
    const bool isDaily = kind() == ReportKind::Daily;
    m_period->setVisible(!isDaily);
    m_to->setVisible(!isDaily);
    m_period->setCurrentIndex(static_cast<int>(isDaily ? Period::Day : Period::Month));
    fillPeriod();
}

void ReportsPage::fillPeriod()
{
    QDate from = m_day;
    QDate to = m_day;
    switch (static_cast<Period>(m_period->currentIndex())) {
    case Period::Day:
        break;
    case Period::Week:
        from = m_day.addDays(1 - m_day.dayOfWeek());
        to = from.addDays(6);
        break;
    case Period::Month:
        from = QDate(m_day.year(), m_day.month(), 1);
        to = from.addMonths(1).addDays(-1);
        break;
    case Period::Quarter:
        from = QDate(m_day.year(), (m_day.month() - 1) / MonthsInQuarter * MonthsInQuarter + 1, 1);
        to = from.addMonths(MonthsInQuarter).addDays(-1);
        break;
    case Period::Year:
        from = QDate(m_day.year(), 1, 1);
        to = QDate(m_day.year(), 12, 31);
        break;
    case Period::Own:
        return;
    }
    m_from->setText(m_day.isNull() ? QString() : dayText(from));
    m_to->setText(m_day.isNull() ? QString() : dayText(to));
    m_from->setWrong(false);
    m_to->setWrong(false);
}

/// Nothing, and the field framed, for what is no day.
QDate ReportsPage::dayIn(DeskField &field)
{
    const QDate day = dayOf(field);
    field.setWrong(!day.isValid());
    return day;
}

void ReportsPage::ask()
{
    const QDate from = dayIn(*m_from);
    const QDate to = kind() == ReportKind::Daily ? from : dayIn(*m_to);
    if (!from.isValid() || !to.isValid()) {
        setNote(tr("Type days like 20/11/2026."), true);
        return;
    }
    if (to < from) {
        m_to->setWrong(true);
        setNote(tr("The last day must not be before the first."), true);
        return;
    }
    setNote({});
    m_then.clear();
    m_before.clear();
    m_back->setVisible(m_leadsOut);
    setProgress(0, 0);
    Q_EMIT reportWanted(kind(), from, to, m_selection);
}

void ReportsPage::refresh()
{
    if (m_table) {
        Q_EMIT reportWanted(m_table->kind, m_table->from, m_table->to, m_table->selection);
    }
}

void ReportsPage::setSelection(const Selection &selection)
{
    m_selection = selection;
    m_all->setVisible(!selection.isEmpty());
}

void ReportsPage::openRow(int row)
{
    const auto place = static_cast<size_t>(row);
    if (!m_table || place >= m_table->rows.size() || !m_table->rows[place].behind) {
        return;
    }
    const QDate day = m_table->rows[place].day;
    Selection behind = *m_table->rows[place].behind;
    if (behind.counter == 0) {
        behind.counter = m_table->selection.counter;
    }
    behind.hour = m_table->selection.hour;
    behind.weekday = m_table->selection.weekday;
    behind.end = m_table->selection.end;
    if (behind.procedure.isEmpty()) {
        behind.procedure = m_table->selection.procedure;
    }
    std::vector<Asked> before = std::exchange(m_before, {});
    before.push_back({m_table->kind, m_table->from, m_table->to, m_table->selection});
    ask(ReportKind::Tickets, day.isNull() ? m_table->from : day, day.isNull() ? m_table->to : day,
        behind);
    m_before = std::move(before);
    m_back->show();
}

void ReportsPage::goBack()
{
    if (m_before.empty()) {
        if (m_leadsOut) {
            Q_EMIT left();
        }
        return;
    }
    std::vector<Asked> before = std::exchange(m_before, {});
    const Asked last = before.back();
    before.pop_back();
    ask(last.kind, last.from, last.to, last.selection);
    m_before = std::move(before);
    m_back->setVisible(m_leadsOut || !m_before.empty());
}

void ReportsPage::ask(ReportKind kind, const QDate &from, const QDate &to,
                      const Selection &selection)
{
    const auto kinds = reportKinds();
    m_kind->setCurrentIndex(
        static_cast<int>(std::ranges::find(kinds, kind) - kinds.begin())); // fills in a period
    m_period->setCurrentIndex(static_cast<int>(Period::Own));
    m_from->setText(dayText(from));
    m_to->setText(dayText(to));
    setSelection(selection);
    ask();
}

void ReportsPage::setWayOut(bool leads)
{
    m_leadsOut = leads;
    m_back->setVisible(leads || !m_before.empty());
}

void ReportsPage::setProgress(int done, int total)
{
    // What is pressed goes grey now, and the keyboard would be elsewhere afterwards.
    if (QWidget *focus = window()->focusWidget(); focus && isAncestorOf(focus) && !m_focus) {
        m_focus = focus;
    }
    setHasReport(false);
    tell(*m_progress, tr("Counting…"),
         total > 1 ? tr("%1 of %2 days").arg(done).arg(total) : QString());
    m_stack->setCurrentWidget(m_working);
}

void ReportsPage::stop()
{
    if (m_stack->currentWidget() == m_working) {
        Q_EMIT stopWanted();
    } else {
        goBack();
    }
}

void ReportsPage::setTrouble(const QString &words)
{
    setHasReport(false);
    m_then.clear();
    m_empty->setIconName("alert"_L1);
    tell(*m_empty, words, {});
    m_stack->setCurrentWidget(m_empty);
}

void ReportsPage::setNote(const QString &words, bool isTrouble)
{
    m_note->setText(words);
    m_note->setColor(isTrouble ? "status.warn.text"_L1 : "text.secondary"_L1);
    m_note->setVisible(!words.isEmpty());
}

void ReportsPage::setHasReport(bool has)
{
    if (!has) {
        m_table.reset();
    }
    const QString reason = has ? QString() : tr("Show the report first");
    for (DeskButton *button : m_files) {
        button->setUnavailable(reason);
    }
    m_print->setUnavailable(reason);
}

void ReportsPage::present(const ReportTable &table)
{
    m_table = table;
    setHasReport(true);
    const ReportSheet sheet = sheetOf(table, m_look.language);
    if (table.rows.empty()) {
        m_empty->setIconName("check"_L1);
        tell(*m_empty, tr("Nothing to report for these days."), sheet.notes.join(u'\n'));
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_heading->setText(
            (QStringList{sheet.head.value(0)} + sheet.head.mid(2)).join(u" · "_s)); // and when
        presentTable(sheet);
        presentWords(sheet);
        m_stack->setCurrentWidget(m_shown);
    }
    if (m_focus && m_focus->isVisibleTo(this)) {
        m_focus->setFocus(Qt::OtherFocusReason);
    }
    m_focus = nullptr;
    for (const auto &then : std::exchange(m_then, {})) {
        then(table);
    }
}

void ReportsPage::presentTable(const ReportSheet &sheet)
{
    std::vector<FigureTable::Column> columns;
    for (size_t i = 0; i < sheet.table.columns.size(); ++i) {
        const ReportUnit unit = sheet.table.columns[i].unit;
        columns.push_back({.title = sheet.headings[static_cast<qsizetype>(i)],
                           .isFigure = unit != ReportUnit::Text && unit != ReportUnit::Word});
    }
    const auto rowOf = [&sheet](const ReportCells &cells, bool isBold) {
        FigureTable::Row row;
        for (size_t i = 0; i < cells.size(); ++i) {
            const ReportUnit unit = sheet.table.columns[i].unit;
            const QString text = cellText(cells[i], unit);
            const bool saysNothing = text.isEmpty() && unit != ReportUnit::Text;
            row.push_back({.text = saysNothing ? u"–"_s : text, .isBold = isBold});
        }
        return row;
    };
    std::vector<FigureTable::Row> rows;
    rows.reserve(sheet.table.rows.size());
    for (const ReportRow &row : sheet.table.rows) {
        rows.push_back(rowOf(row.cells, row.isSubtotal));
    }
    const bool hasMore = std::ranges::any_of(
        sheet.table.rows, [](const ReportRow &row) { return row.behind.has_value(); });
    m_figures->setOpens(hasMore ? FigureTable::Opens::Rows : FigureTable::Opens::Nothing);
    m_figures->setToolTip(hasMore ? tr("Enter shows the numbers behind a row.") : QString());
    m_figures->present(std::move(columns), std::move(rows),
                       sheet.table.total.empty() ? FigureTable::Row()
                                                 : rowOf(sheet.table.total, true));
    m_figures->setMinimumWidth(m_figures->minimumSizeHint().width());
}

void ReportsPage::presentWords(const ReportSheet &sheet)
{
    auto *column = static_cast<QVBoxLayout *>(m_words->layout());
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [&](const QString &text, const QString &emphasis) {
        auto *words = new ParagraphLabel(m_look, "desk.body"_L1, "text.secondary"_L1, m_words);
        words->setText(text);
        words->setEmphasis(emphasis, QFont::Bold, "text.primary"_L1);
        column->addWidget(words);
    };
    for (const QString &note : sheet.notes) {
        add(note, note);
    }
    for (const auto &[title, text] : sheet.definitions) {
        add(title + u": "_s + text, title);
    }
    column->addStretch(1);
}

void ReportsPage::save(ReportFormat format)
{
    use([this, format](const ReportTable &table) { Q_EMIT fileWanted(table, format); });
}

void ReportsPage::print()
{
    use([this](const ReportTable &table) { Q_EMIT printWanted(table); });
}

bool ReportsPage::isAnotherChosen() const
{
    const QDate from = dayOf(*m_from);
    const QDate to = kind() == ReportKind::Daily ? from : dayOf(*m_to);
    return kind() != m_table->kind || from != m_table->from || to != m_table->to;
}

/// Enter in a list of choices shows the report, as it does in the days.
bool ReportsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            ask();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// With the report under way, or else with the one that is shown once it is made anew.
void ReportsPage::use(const std::function<void(const ReportTable &)> &then)
{
    if (m_table && isAnotherChosen()) {
        ask(); // no file of another report than the one that was just chosen
        if (m_stack->currentWidget() == m_working) {
            m_then.push_back(then);
        }
        return;
    }
    if (m_table || m_stack->currentWidget() == m_working) {
        m_then.push_back(then);
        refresh();
    }
}

} // namespace motcua
