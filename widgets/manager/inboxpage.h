// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rating.h"
#include "counter/deskparts.h"

#include <utility>
#include <vector>

class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace motcua {

class EmptyState;

/// What citizens wrote, those nobody has dealt with first. Of a clerk it says no more than the counter.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPage(const Look &look, QWidget *parent = nullptr);

    /// Waits while somebody writes how a comment was dealt with.
    void present(const CommentInbox &inbox);
    /// Why there are no comments, or why one could not be noted as handled; @p isOfCode: by the code.
    void setTrouble(const QString &words, bool isOfCode = false);
    /// What handled() told is noted.
    void accept();
    /// Asks for the comments.
    void refresh();
    /// Leaves the form; false when none is open.
    bool leaveForm();

Q_SIGNALS:
    void commentsWanted();
    /// Somebody has dealt with a comment; accept() or setTrouble() answers.
    void handled(const QUuid &rating, const QString &staff, const QString &note);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    /// Gives the keyboard to the button that deals with @p rating; with the first such when there is none.
    bool focusButton(const QUuid &rating, Qt::FocusReason reason);
    /// How many nobody has dealt with are not shown, when there are any.
    void addLater(QVBoxLayout &list);
    QWidget *makeCard(const RatingComment &comment);
    void addForm(QVBoxLayout &column, const RatingComment &comment, QWidget *card);
    void openForm(const QUuid &rating);
    void send();

    Look m_look;
    CommentInbox m_inbox;
    bool m_isRead = false;
    QUuid m_open;                       ///< whose form is open; null for none
    std::optional<CommentInbox> m_next; ///< came meanwhile
    QString m_staff;                    ///< who handled the last one
    DeskLabel *m_detail;
    DeskLabel *m_trouble;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QWidget *m_list;
    QScrollArea *m_area;
    std::vector<std::pair<QUuid, DeskButton *>> m_buttons; ///< of those nobody has dealt with
    DeskField *m_who = nullptr;                            ///< of the open form
    DeskField *m_note = nullptr;
};

} // namespace motcua
