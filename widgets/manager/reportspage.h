// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report.h"
#include "counter/deskparts.h"

#include <QPointer>

#include <functional>

class QStackedLayout;
class QVBoxLayout;

namespace motcua {

class DeskCombo;
class EmptyState;
class FigureTable;

/// Chooses a report and its days, shows it with what its words mean, and asks for it as a file or on
/// paper.
class ReportsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsPage(const Look &look, QWidget *parent = nullptr);

    /// The day that periods are counted from until the person names another.
    void setDay(const QDate &day);
    /// The report that was asked for.
    void present(const ReportTable &table);
    /// How far the one under way is.
    void setProgress(int done, int total);
    /// Why there is none.
    void setTrouble(const QString &words);
    /// What became of a file or a paper; @p isTrouble when it is none.
    void setNote(const QString &words, bool isTrouble = false);
    /// Chooses @p kind of @p from to @p to, and asks for it; @p selection lasts until the person chooses
    /// another kind or takes it away.
    void ask(ReportKind kind, const QDate &from, const QDate &to, const Selection &selection = {});
    /// Esc leads out of the page again, see left(), once there is no report before.
    void setWayOut(bool leads);
    /// Makes the one that is shown once more: the branch went on.
    void refresh();
    /// As the buttons: makes the report, saves it, prints it, stops it or goes back to the one before.
    /// What is saved or printed is made anew first, so that no paper says what is no longer so; one that
    /// is being made is saved or printed when it is there.
    void ask();
    void save(ReportFormat format);
    void print();
    void stop();

Q_SIGNALS:
    void left();
    void reportWanted(motcua::ReportKind kind, const QDate &from, const QDate &to,
                      const motcua::Selection &selection);
    void stopWanted();
    void fileWanted(const motcua::ReportTable &table, motcua::ReportFormat format);
    void printWanted(const motcua::ReportTable &table);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Period { Day, Week, Month, Quarter, Year, Own };

    [[nodiscard]] ReportKind kind() const;
    void fillPeriod();
    void choosePeriod();
    [[nodiscard]] static QDate dayIn(DeskField &field);
    void presentTable(const ReportSheet &sheet);
    void presentWords(const ReportSheet &sheet);
    void setHasReport(bool has);
    /// Whether the report that is chosen is another than the one shown.
    [[nodiscard]] bool isAnotherChosen() const;
    void use(const std::function<void(const ReportTable &)> &then);
    void setSelection(const Selection &selection);
    /// Back to the report that led here.
    void goBack();
    /// Shows the tickets that the figures of @p row are counted from.
    void openRow(int row);

    Look m_look;
    QDate m_day;
    Selection m_selection;
    /// A report that led to the numbers behind one of its rows.
    struct Asked
    {
        ReportKind kind = ReportKind::Daily;
        QDate from;
        QDate to;
        Selection selection;
    };
    std::vector<Asked> m_before;
    bool m_leadsOut = false;
    QPointer<QWidget> m_focus; ///< where the keyboard was before a report was made
    std::optional<ReportTable> m_table;
    /// What the one under way is for.
    std::vector<std::function<void(const ReportTable &)>> m_then;
    DeskCombo *m_kind;
    DeskCombo *m_period;
    DeskField *m_from;
    DeskField *m_to;
    DeskButton *m_show;
    DeskButton *m_back;
    DeskButton *m_all;                     ///< takes the selection away
    std::array<DeskButton *, 3> m_files{}; ///< by ReportFormat
    DeskButton *m_print;
    DeskLabel *m_heading;
    DeskLabel *m_note;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QWidget *m_working;
    EmptyState *m_progress;
    QWidget *m_shown;
    FigureTable *m_figures;
    QWidget *m_words;
};

} // namespace motcua
