// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intake.h"
#include "shared/theme.h"

#include <QTableView>

#include <set>

namespace motcua {

class DocumentModel;

/// The papers of a visit, a line each: Space says that one lies on the desk, 1 to 5 how it stands
/// (received, shown and returned, looked up, missing, not applicable), digits in a column of counts
/// how many sheets; Delete removes a line that the clerk added. Enter goes to the next line.
class DocumentTable : public QTableView
{
    Q_OBJECT

public:
    enum Column { Tick, Name, Originals, Certified, Copies, State, ColumnCount };

    explicit DocumentTable(const Look &look, QWidget *parent = nullptr);

    /// @p which is the procedure's case the lines are of: it says how many sheets are usual.
    void setDocuments(std::vector<IntakeDocument> documents,
                      const std::optional<ProcedureCase> &which);
    [[nodiscard]] const std::vector<IntakeDocument> &documents() const;
    /// Every required paper lies on the desk.
    void receiveRequired();
    /// Adds a line for a paper that is not on the list.
    void addExtra(const QString &name);
    void setWrong(std::set<int> rows);
    void selectLine(int row);

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void change(int row, const IntakeDocument &document);
    void present(int row);
    void setState(int row, DocumentState state);
    void typeCount(int row, int column, int digit);
    void fit();

    Look m_look;
    DocumentModel *m_model;
    bool m_typing = false; ///< a count: the next digit goes behind the one before
};

} // namespace motcua
