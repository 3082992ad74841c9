// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/intakeform.h"
#include "counter/layers.h"
#include "shared/theme.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QScrollArea;
class QStackedLayout;

namespace motcua {

class ConsolePage;
class CounterActions;
class CounterStrip;
class FocusRing;
class KeyScanner;
class SignInPage;

/// The counter's window: shows values, tells what was asked for. It starts with the sign-in page.
///
/// One thing is asked at a time: from setBusy() until the answer every action is disabled, so a key
/// that is held or pressed twice asks once.
class CounterWindow : public QWidget
{
    Q_OBJECT

public:
    /// tr() speaks the language of @p settings already.
    explicit CounterWindow(const CounterSettings &settings = {}, QWidget *parent = nullptr);
    ~CounterWindow() override;

    /// Who can sign in and where, the groups' names, and what each procedure needs.
    void setCatalogue(const Catalogue &catalogue);
    [[nodiscard]] const CounterSettings &settings() const { return m_view.settings; }
    /// Where forms are printed; empty: nowhere.
    [[nodiscard]] QString formQueue() const { return m_view.formQueue(); }
    /// Another language is the program's from then on.
    void setSettings(const CounterSettings &settings);

    /// The page to sign in on; @p why the session ended, nothing after a start or a sign-out.
    /// @p another than before signs in now: it asks who.
    void showSignIn(const std::optional<Error> &why = {}, bool another = false);
    /// What the counter shows to whoever is signed in; the first one leaves the sign-in page. Never
    /// moves selection or scroll, and the focus only when somebody came or went.
    void setOverview(const CounterOverview &overview);

    /// The form takes nothing until restoreDraft(); a card that is read meanwhile waits.
    void awaitDraft();
    /// What was kept of the form of who is at the counter, from before a crash or another counter.
    void restoreDraft(const std::optional<Draft> &draft);
    /// Who was here before with the ID number @p number.
    void offerKnown(const QString &number, const std::optional<KnownPerson> &known);
    /// Nobody could say it: it is asked again when the form changes.
    void forgetLookUp() { form().forgetLookUp(); }
    /// The dossier @p code, or that there is none: the visit goes on with it.
    void goOnWith(const QString &code, const std::optional<DossierAtHand> &dossier);
    /// What was found for dossiersWanted().
    void showFound(const QString &typed, bool late,
                   const Result<std::vector<DossierListing>> &found);
    /// What the rules say of the form, and when its result would be due.
    void showRules(const IntakeRules &rules, const std::optional<LocalTime> &due);
    /// Whether the branch keeps what stands in the form; if not, it is asked again.
    void setDraftSaved(bool saved);
    /// What keeps the form from being recorded; it stays as it is.
    void showFaults(const std::vector<IntakeFault> &faults);
    /// The form was recorded and is empty again, but for who stays here.
    void showRecorded(const RecordedForm &form);
    /// One that was kept on this PC is on record now: that it was kept is told no longer.
    void showSent(const RecordedForm &form);
    /// Shows what is on record of a dossier; only a correction changes it.
    void showRecord(const ShownRecord &record);
    /// The paper @p title of @p code, a dossier or a day, came out; @p copies may have before.
    void showPrinted(const QString &code, const QString &title, int copies);
    /// What @p again asks to print did not come out, @p why; the record is safe.
    void showUnprinted(const CounterIntent &again, const Error &why);
    /// Why the correction was not taken; what was typed stays.
    void refuseCorrection(const Error &why);
    /// The correction of the dossier @p code is on record.
    void showCorrected(const QString &code);
    /// What a scanner has read; @p field: where it typed it, if it acts as a keyboard.
    void takeScan(const QByteArray &payload, const QWidget *field = nullptr);

    /// From when an intent is handed over until it is answered.
    void setBusy(std::optional<CounterIntent::Kind> kind);
    /// Why the last intent was refused or failed; nothing that was typed is lost.
    void showError(const Error &error);
    void clearError();
    /// The branch is back: an error was about that, unless something is still to be printed.
    void forgetTrouble();
    /// What is shown is being read for longer than usual.
    void setLoading(bool loading);
    /// The branch cannot be reached since @p since (branch time, UTC ms); told after 3 s.
    void setOffline(std::optional<qint64> since);
    /// What is kept on this PC; shown until it is sent, and what went wrong until it was seen.
    void setKept(const KeptWork &kept);

    /// Hides everything but the number until the PIN of who is signed in was typed.
    void lock();
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_locked; }

Q_SIGNALS:
    void asked(const motcua::CounterIntent &intent);
    /// The form of @p ticket is to be kept, and what the rules say of it to be told.
    void draftEdited(const motcua::TicketNumber &ticket, const motcua::Draft &draft);
    /// Was the person with the ID number @p number here before?
    void personWanted(const QString &number);
    /// What is known of @p person was taken into the form of @p ticket.
    void personTaken(const motcua::TicketNumber &ticket, const QUuid &person);
    /// The dossier @p code is to be gone on with.
    void dossierWanted(const QString &code);
    /// Which dossiers are like @p typed, or with @p late which are late? At most FindLayer::Most.
    void dossiersWanted(const QString &typed, bool late);
    /// The clerk has seen what became of @p id, see KeptWork.
    void keptSeen(const QUuid &id);
    /// The form @p id that was not taken is to be opened again.
    void keptOpened(const QUuid &id);
    /// The clerk changed a setting; it holds already.
    void settingsChanged(const motcua::CounterSettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isKeyOfAction(const QKeyEvent &key) const;
    void build();
    /// Puts @p page, at least @p least large, into an area that scrolls.
    QScrollArea *scrolled(QWidget &page, const QSize &least);
    void connectActions();
    void refresh();
    void ask(const CounterIntent &intent);
    void open(Layer *layer);
    void askReason(const CounterIntent &intent, const QString &title, const QStringList &words,
                   QString (*text)(const QString &), const QString &answer);
    /// F9: records what stands in the form and finishes, or asks whether nothing is to be recorded.
    void finish();
    void record(CounterIntent::Kind kind);
    void tellForm();
    void takeEarlyScan();
    [[nodiscard]] IntakeForm &form() const;
    void askChosen(const std::optional<TicketNumber> &ticket);
    void askTransfer();
    void askDossier();
    void askRecord(const QString &code);
    void askCorrection(const ShownRecord &record);
    /// Which of its papers, and why if that may have come out before.
    void askPaper(const ShownRecord &record);
    void askPaper(const QString &code, const ShownRecord::Paper &paper);
    void askReprint(const CounterIntent &print);
    void askSettings();
    void askKept();
    void take(const CounterSettings &settings);
    void showStrip(bool strip);
    void restartIdle();
    /// Shows the whole window in place of the small one.
    void leaveStrip();
    [[nodiscard]] bool isCovered() const { return m_layer || m_locked; }

    CounterView m_view;
    QElapsedTimer m_sinceOverview;
    Look m_look;
    CounterActions *m_actions;
    KeyScanner *m_scanner = nullptr;
    QStackedLayout *m_pages;
    SignInPage *m_signIn = nullptr;
    ConsolePage *m_console = nullptr;
    QScrollArea *m_signInArea = nullptr; ///< around m_signIn, which it owns
    QScrollArea *m_consoleArea = nullptr;
    FocusRing *m_ring = nullptr;
    CounterStrip *m_strip = nullptr;
    QPointer<Layer> m_layer;
    QPointer<LockLayer> m_lockLayer;
    QPointer<QWidget> m_focusBeforeBusy;
    QTimer m_tick;
    QTimer m_idle;
    QTimer m_keepAgain;     ///< until what could not be kept is tried again
    QByteArray m_earlyScan; ///< of a card, read before the form is there
    bool m_draftAwaited = false;
    bool m_signedIn = false;
    bool m_locked = false;
    bool m_stripAfterLayer = false; ///< it was in front when the layer was asked for
    bool m_stale = false;           ///< another language, size or palette: to be built again
};

} // namespace motcua
