// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskinputs.h"
#include "counter/layer.h"

#include <QTimer>

class QButtonGroup;
class QVBoxLayout;

namespace motcua {

class CounterActions;
class IntakeForm;
class ParagraphLabel;

/// One reason out of a list: arrows choose, Enter takes.
class ReasonLayer : public Layer
{
    Q_OBJECT

public:
    struct Reason
    {
        QString word;
        QString text;
    };

    ReasonLayer(const Look &look, const QString &title, const std::vector<Reason> &reasons,
                const QString &answer, QWidget *parent);

Q_SIGNALS:
    void taken(const QString &word);

protected:
    void confirm() override;

private:
    QStringList m_words;
    QButtonGroup *m_group;
};

/// Where the citizen goes next: a group, or a counter that is open.
class TransferLayer : public Layer
{
    Q_OBJECT

public:
    TransferLayer(const Look &look, const CounterView &view, QWidget *parent);

Q_SIGNALS:
    /// To the group @p group, or to @p counter when that is not 0.
    void taken(const QString &group, int counter);

protected:
    void confirm() override;

private:
    struct Place
    {
        QString group = {};
        int counter = 0;
    };

    std::vector<Place> m_places;
    QButtonGroup *m_group;
    int m_columns = 2;
};

/// A number that is called out of order, and why.
class ChosenLayer : public Layer
{
    Q_OBJECT

public:
    ChosenLayer(const Look &look, const CounterView &view,
                const std::optional<TicketNumber> &ticket, QWidget *parent);

Q_SIGNALS:
    void taken(const motcua::TicketNumber &ticket, const QString &reason);

protected:
    void confirm() override;

private:
    void complain(const QString &why);

    DeskField *m_number;
    ParagraphLabel *m_complaint;
    QButtonGroup *m_group;
    QStringList m_words;
    std::vector<TicketNumber> m_waiting;
    bool m_isAlone; ///< the branch's list is not known: any number may be called
};

/// Every key and what it does.
class KeysLayer : public Layer
{
    Q_OBJECT

public:
    KeysLayer(const Look &look, CounterActions &actions, QWidget *parent);

protected:
    void confirm() override { dismiss(); }
};

/// What is on record of a dossier, to read only.
class RecordLayer : public Layer
{
    Q_OBJECT

public:
    /// @p mayPrint: there is a printer for its papers.
    RecordLayer(const Look &look, const CounterView &view, const ShownRecord &record, bool mayPrint,
                QWidget *parent);

Q_SIGNALS:
    /// One of its papers is to be printed.
    void printWanted();
    /// Something in it is wrong.
    void correctionWanted();

protected:
    void confirm() override { dismiss(); }
};

/// What is on record of a dossier, put right with a reason in the form it was recorded with. It stays
/// until the branch took it.
class CorrectLayer : public Layer
{
    Q_OBJECT

public:
    CorrectLayer(const Look &look, const CounterView &view, CounterActions &actions,
                 const ShownRecord &record, QWidget *parent);

    /// Why it was not taken.
    void complain(const QString &why);
    void showFaults(const std::vector<IntakeFault> &faults);

Q_SIGNALS:
    void taken(const motcua::Intake &corrected);

protected:
    void confirm() override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Whether anything but the reason is another than on record.
    [[nodiscard]] bool isChanged() const;

    IntakeForm *m_form;
    ParagraphLabel *m_complaint;
    Intake m_recorded; ///< as the form has it
    bool m_warned = false;
};

/// Dossiers by what is known of them, whose they are only hinted at; one is taken.
class FindLayer : public Layer
{
    Q_OBJECT

public:
    /// At most so many are shown.
    static constexpr int Most = 8;

    /// @p view must outlive it. @p goesOn: the visit goes on with what is taken, else its record is
    /// opened.
    FindLayer(const Look &look, const CounterView &view, bool goesOn, QWidget *parent);

    /// Asks with what stands there: at first for the latest.
    void search();
    /// What was found for @p typed, if that is still asked for.
    void present(const QString &typed, bool late, const Result<std::vector<DossierListing>> &found);
    /// Looks for the dossier, or for whose card it is; @p today: see parseIdCard().
    void takeScan(const QByteArray &payload, QDate today);

Q_SIGNALS:
    /// Which dossiers are like @p typed, or with @p late which are late?
    void wanted(const QString &typed, bool late);
    void taken(const QString &code);
    /// Today's page of the register is to be printed.
    void registerWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void confirm() override;

private:
    const CounterView &m_view; ///< for the names of procedures
    DeskField *m_text;
    DeskCheck *m_late;
    QVBoxLayout *m_list;
    ParagraphLabel *m_note;
    QButtonGroup *m_group;
    DeskButton *m_take;
    QStringList m_codes;
    QTimer m_pause;
    bool m_isFound = false; ///< for what stands there
};

/// What this PC remembers.
class SettingsLayer : public Layer
{
    Q_OBJECT

public:
    SettingsLayer(const Look &look, const CounterView &view, bool signedIn, QWidget *parent);

Q_SIGNALS:
    void taken(const motcua::CounterSettings &settings);
    void signOutAsked();

protected:
    void confirm() override;

private:
    QButtonGroup *addChoices(const QString &label, const QStringList &choices, int chosen);

    CounterSettings m_settings;
    DeskField *m_counter;
    QButtonGroup *m_language;
    QButtonGroup *m_size;
    QButtonGroup *m_contrast;
    QButtonGroup *m_sound;
    QButtonGroup *m_lock;
};

/// Nobody touched the keys for a while: only the PIN goes on, or somebody else who signs in.
class LockLayer : public Layer
{
    Q_OBJECT

public:
    LockLayer(const Look &look, const CounterView &view, QWidget *parent);

    /// Why the PIN did not unlock.
    void complain(const QString &why);
    /// That somebody waits for the counter; empty: nobody says so.
    void remind(const QString &words);

Q_SIGNALS:
    void pinGiven(const QString &pin);
    void handOverAsked();

protected:
    void confirm() override;
    void paintEvent(QPaintEvent *event) override;

private:
    DeskField *m_pin;
    ParagraphLabel *m_reminder;
    ParagraphLabel *m_complaint;
};

} // namespace motcua
