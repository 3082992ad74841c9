// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskinputs.h"
#include "counter/layer.h"

#include <QTimer>

class QButtonGroup;
class QGridLayout;
class QVBoxLayout;

namespace motcua {

class CounterActions;
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
    /// @p mayPrint: there is a printer for its form.
    RecordLayer(const Look &look, const CounterView &view, const ShownRecord &record, bool mayPrint,
                QWidget *parent);

Q_SIGNALS:
    /// Its form is to be printed once more.
    void reprintWanted();
    /// Something in it is wrong.
    void correctionWanted();

protected:
    void confirm() override { dismiss(); }
};

/// What is wrong on record of a person, put right with a reason. It stays until the branch took it.
class CorrectLayer : public Layer
{
    Q_OBJECT

public:
    CorrectLayer(const Look &look, const ShownRecord &record, QWidget *parent);

    /// Why it was not taken; @p field is the one to mend.
    void complain(const QString &why, DeskField *field = nullptr);
    void showFaults(const std::vector<IntakeFault> &faults);

Q_SIGNALS:
    void taken(const motcua::Intake &corrected);

protected:
    void confirm() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] Intake corrected() const;
    DeskField *add(QGridLayout &grid, const char *name, const QString &label, const QString &text);

    Intake m_intake;
    DeskField *m_name;
    DeskField *m_number;
    DeskField *m_birth = nullptr; ///< of a citizen
    DeskField *m_phone;
    DeskField *m_address;
    DeskField *m_owner = nullptr; ///< when there is one
    DeskField *m_reason;
    ParagraphLabel *m_complaint;
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

Q_SIGNALS:
    void pinGiven(const QString &pin);
    void handOverAsked();

protected:
    void confirm() override;
    void paintEvent(QPaintEvent *event) override;

private:
    DeskField *m_pin;
    ParagraphLabel *m_complaint;
};

} // namespace motcua
