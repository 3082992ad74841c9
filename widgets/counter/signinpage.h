// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

class QCompleter;

namespace motcua {

class ParagraphLabel;

/// Who takes which counter.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(const Look &look, QWidget *parent = nullptr);

    /// People and counters to choose from; fills in what this PC remembers and nothing was typed.
    void offer(const Catalogue &catalogue, const CounterSettings &settings);
    /// Shows @p error beside what is to be corrected; offers to take the counter over where that
    /// helps.
    void complain(const Error &error);
    void setBusy(bool busy);
    void focusFirst();
    /// Forgets the PIN; who and where stay.
    void forgetPin();
    /// Forgets who, too, and asks.
    void forgetPerson();
    /// Says so while the branch cannot be reached; nothing: it can.
    void setOffline(const QString &words);

Q_SIGNALS:
    void asked(const motcua::CounterIntent &intent);
    void settingsAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// To the next field that is empty.
    void goOn();
    void submit(bool takeOver);
    void say(const QString &words, bool canTakeOver);
    void forgive();
    void showHints();
    [[nodiscard]] QString typedStaff() const;

    Look m_look;
    Catalogue m_catalogue;
    Language m_language = Language::Vietnamese;
    ParagraphLabel *m_branch;
    DeskField *m_staff;
    DeskLabel *m_staffHint;
    DeskField *m_counter;
    DeskLabel *m_counterHint;
    DeskField *m_pin;
    Card *m_complaintCard;
    ParagraphLabel *m_complaint;
    DeskButton *m_takeOver;
    DeskButton *m_enter;
    QCompleter *m_completer;
    bool m_busy = false;
    bool m_offline = false; ///< the complaint is only that
};

} // namespace motcua
