// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dossier.h"
#include "core/intakedraft.h"
#include "counter/counterview.h"
#include "counter/deskinputs.h"

#include <QTimer>

#include <map>

class QButtonGroup;
class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace motcua {

struct AdministrativeUnit;
class CounterActions;
class DocumentTable;
class FaultSummary;
class KeyHint;
class ParagraphLabel;
class PersonFields;
class StatusStrip;
class TagLabel;

/// The intake of who is at the counter: applicant, procedure, documents, outcome, from top to
/// bottom, which is the order of Tab and Enter too. It never loses what was typed: it tells when
/// that is to be kept, and what could not be read stays where it is.
class IntakeForm : public QWidget
{
    Q_OBJECT

public:
    /// A visit leads to an outcome; a correction keeps it and says why.
    enum class Purpose { Visit, Correction };
    /// A citizen whose fields became an organisation's, as the form was then.
    struct Aside
    {
        Draft draft = {};
        std::optional<KnownPerson> offered = {};
        QString offeredFor = {};
        std::optional<DossierAtHand> found = {};
        Intake after = {}; ///< as it was at once after that
    };
    /// A form with everything that is not in its Intake, to go on with in another look.
    struct Memory
    {
        Draft draft = {};
        Intake begun = {};
        std::optional<KnownPerson> offered = {};
        QString offeredFor = {};                 ///< the number that was answered, with nobody too
        std::optional<DossierAtHand> found = {}; ///< by its code, whoever brings it
        std::optional<Intake> ownCase = {};      ///< what it was before a dossier was chosen
        std::optional<IntakeRules> rules = {};
        std::optional<Aside> applicant = {};
        std::optional<Aside> owner = {};
    };

    /// A disabled one takes no key of @p actions.
    IntakeForm(const Look &look, CounterActions &actions, QWidget *parent = nullptr,
               Purpose purpose = Purpose::Visit);
    ~IntakeForm() override;

    void setCatalogue(const Catalogue &catalogue);
    void present(const CounterView &view);

    /// Empties it for somebody who came for @p procedure (a code, or nothing).
    void begin(const QString &procedure);
    /// Empties it but for who is there: one more for the same citizen.
    /// @p person: what is known of them now, null for nobody.
    void beginAnother(const QUuid &person);
    /// Shows @p intake, as intake() gave it.
    void setIntake(const Intake &intake);
    /// Shows what is on record, to be corrected.
    void setRecorded(const Intake &onRecord);
    /// Shows @p draft, as draft() gave it.
    void setDraft(const Draft &draft);
    /// What stands in it; what cannot be read is left out, see unreadable().
    [[nodiscard]] Intake intake() const;
    /// The same with all that is not in an intake.
    [[nodiscard]] Draft draft() const;
    [[nodiscard]] Outcome outcome() const;
    /// Whether nobody filled anything in since begin().
    [[nodiscard]] bool isEmpty() const;
    /// Texts that are no date or number, as faults.
    [[nodiscard]] std::vector<IntakeFault> unreadable() const;
    [[nodiscard]] Memory memory() const;
    void recall(const Memory &memory);

    /// What a scanner has read; @p field: the one it typed it into.
    void takeScan(const QByteArray &payload, const QWidget *field = nullptr);
    /// A hand typed, no scanner.
    void handTyped();
    /// Somebody with the ID number @p number was here before, or nobody.
    void offer(const QString &number, const std::optional<KnownPerson> &known);
    /// The dossier @p code was found, or there is none.
    void goOnWith(const QString &code, const std::optional<DossierAtHand> &found);
    /// What the rules say of the form, and when its result would be due.
    void setRules(const IntakeRules &rules, const std::optional<LocalTime> &due);
    /// Whether the branch keeps what stands in it, since @p at ("09:45").
    void setSaved(bool saved, const QString &at);
    /// Says what is wrong and goes to the first of it.
    void showFaults(const std::vector<IntakeFault> &faults);
    void focusFirst();
    /// Asks who has the ID number that stands there, once.
    void lookUp();
    /// The last answer did not come: lookUp() asks again.
    void forgetLookUp() { m_lookedUp.clear(); }
    /// Another paper whose name was typed without Enter is taken too.
    void takeExtra();
    /// Tells now what edited() would tell in a moment.
    void settle();

Q_SIGNALS:
    /// A pause or another field after something was typed: keep it, and tell what the rules say.
    void edited();
    /// isEmpty() may be another now.
    void touched();
    /// A whole ID number stands in the form: was this person here before?
    void personWanted(const QString &number);
    /// What is known of @p person was taken over.
    void personTaken(const QUuid &person);
    /// A dossier's code was scanned or typed: which is it?
    void dossierWanted(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *labelled(const QString &label, QWidget *field, const QString &path,
                      DeskLabel **labelOut = nullptr);
    DeskField *line(const QString &name);
    void connectPerson(PersonFields &person);
    void addApplicant(QVBoxLayout *column);
    void addProcedure(QVBoxLayout *column);
    void addDocuments(QVBoxLayout *column);
    void addOutcome(QVBoxLayout *column);
    void addDetails(QVBoxLayout *column);
    /// Nulls of @p right are left out.
    void addHeader(QVBoxLayout *column, int step, const QString &title,
                   std::initializer_list<QWidget *> right);
    KeyHint *hint(const QString &text, const QString &key);
    void watch(QWidget *field);
    void connectActions();

    /// Where whose dossier it is lives, in Hanoi; null for elsewhere or unknown.
    [[nodiscard]] const AdministrativeUnit *wardOfOwner() const;
    void fillFromCard(PersonFields &person, const IdCard &card);
    /// A citizen whose fields are an organisation's from now on, and back.
    [[nodiscard]] std::optional<Aside> &asideOf(const PersonFields &person);
    void setCitizenAside(PersonFields &person);
    void takeCitizenBack(PersonFields &person);
    /// Nothing stays of what a card filled in.
    void giveCardBack(PersonFields &person);
    void unlock();
    void showCard();
    void showByHand();
    void forgetKnown();
    void useKnown();
    /// Says so when the dossier is not of who is here.
    void askForAuthorisation();
    void showKnown();

    /// In the clerk's language; its code when the branch does not know it.
    [[nodiscard]] QString nameOf(const QString &procedure) const;
    [[nodiscard]] SearchChoice procedureChoice(const QString &code) const;
    [[nodiscard]] const Procedure *procedure() const;
    [[nodiscard]] const ProcedureCase *chosenCase() const;
    [[nodiscard]] IntakeChannel channel() const;
    [[nodiscard]] bool isSameOrigin() const;
    [[nodiscard]] QString chosenLimitText() const;
    void chooseOutcome(Outcome outcome);
    void chooseCase(int index);
    void takeProcedure();
    void takeCase();
    void takeList(bool isSameProcedure);
    void takeDossier();
    void leaveDossier();
    void takeEarlierPapers(const std::vector<IntakeDocument> &earlier);
    [[nodiscard]] const Dossier *knownDossier(const QString &code) const;
    void showProcedure();
    void showFocused();
    void showLine();
    void showDocuments();
    void showOutcome();
    void showDossiers();
    void touch();
    void touchRules();
    void complain(const QString &sentence);
    [[nodiscard]] QString labelOf(const QString &path) const;
    [[nodiscard]] QString sentenceOf(const IntakeFault &fault) const;
    void tellFaults(const std::vector<IntakeFault> &faults);
    void goTo(const QString &path);
    static void setWrong(QWidget *field, bool wrong);
    void clearFaults();

    Look m_look;
    CounterActions &m_actions;
    Purpose m_purpose;
    Catalogue m_catalogue;
    Memory m_memory;
    Intake m_base; ///< what has no field
    QString m_clock;
    QDate m_today;
    QString m_lookedUp;      ///< the ID number that was last asked about
    bool m_filling = false;  ///< by the program
    bool m_isMended = false; ///< something was changed since faults were said
    bool m_rescans = false;  ///< the next card may replace the applicant
    QTimer m_pause;
    std::map<QString, QWidget *> m_fields; ///< by path of a fault

    FaultSummary *m_summary;
    QScrollArea *m_scroll; ///< around all but the last step
    StatusStrip *m_scanStrip;
    StatusStrip *m_knownStrip;
    TagLabel *m_cardTag;
    DeskButton *m_byHand;
    PersonFields *m_applicant;
    DeskCheck *m_onBehalf;
    QWidget *m_ownerBox;
    PersonFields *m_owner;
    DeskField *m_authorisation;
    SearchField *m_procedure;
    DeskLabel *m_limit;
    ParagraphLabel *m_procedureNote;
    QWidget *m_caseBox;
    DeskCombo *m_case;
    DeskCombo *m_channel;
    DeskLabel *m_enough;
    DeskButton *m_otherPaper;
    DocumentTable *m_documents;
    DeskField *m_extra;
    QButtonGroup *m_outcomes;
    DeskField *m_correction = nullptr; ///< why it is corrected
    QWidget *m_dossierBox;
    DeskCombo *m_dossier;
    QWidget *m_acceptBox;
    DeskLabel *m_dueLabel;
    DeskField *m_due;
    QString m_computedDue; ///< as it stands in the field
    QWidget *m_dueReasonBox;
    DeskField *m_dueReason;
    DeskCombo *m_resultChannel;
    DeskField *m_sets;
    DeskButton *m_more;
    QWidget *m_moreBox;
    DeskField *m_resultPlace;
    DeskField *m_fee;
    DeskField *m_feeExemption;
    DeskField *m_officialCode;
    SearchField *m_competent;
    QWidget *m_reasonBox;
    DeskLabel *m_reasonLabel;
    DeskText *m_reason;
    ParagraphLabel *m_explanation;
    DeskLabel *m_saved;
};

} // namespace motcua
