// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterwindow.h"
#include "operations/dossiers.h"
#include "roles/formdesk.h"
#include "roles/offlinecounter.h"
#include "roles/scannerdevice.h"
#include "roles/storagethread.h"

#include <QElapsedTimer>
#include <QTimer>

namespace motcua {

class Ping;

/// What is different from PC to PC.
struct CounterPc
{
    QString scanner = {}; ///< see ScannerDevice::open(); empty for one that acts as a keyboard
    QString journal = {}; ///< see OfflineCounter
    std::function<QDateTime()> clock = [] { return QDateTime::currentDateTimeUtc(); };
};

/// Joins the counter's window to the branch.
///
/// One command at a time: each thing asked for has one id, a busy database gets the same id again,
/// and the window takes nothing else until the answer and what the branch looks like after it are
/// there. The lease of whoever is signed in is kept; when the counter was taken over or the day
/// closed, the sign-in page says so. After a crash the same person goes on where it stood.
class CounterRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role. tr() speaks the language of @p settings already.
    explicit CounterRole(StorageThread &storage, const CounterSettings &settings = {},
                         const CounterPc &pc = {}, QObject *parent = nullptr);
    ~CounterRole() override;

    [[nodiscard]] CounterWindow &window() { return m_window; }

Q_SIGNALS:
    /// What this PC is to remember.
    void settingsChanged(const motcua::CounterSettings &settings);
    /// The first number came into an empty queue; the sound that tells it is played here.
    void arrived();

private:
    struct Session
    {
        int counter = 0;
        QString staff;
        QUuid shift;
    };
    /// What was asked for and is not answered yet.
    struct PendingCommand
    {
        QUuid id;
        CounterIntent intent; ///< an action names the ticket the clerk saw
        QUuid finishId = {};  ///< of the second command of an intent that records and finishes
        QElapsedTimer since = {};
        bool isEarlier = false; ///< its form was changed after it was told first
    };
    struct Answer
    {
        QUuid shift; ///< of a sign-in
        std::optional<CounterOverview> overview;
        std::optional<IntakeAnswer> recorded; ///< of an intent that records
        std::optional<DossierRecord> record;  ///< of an intent that opens one
        QStringList formsDue = {};            ///< of that dossier
        std::optional<Error> unfinished;      ///< recorded, but the visit could not be finished
    };

    static Result<Answer> perform(Database &database, const PendingCommand &command,
                                  const Session &session, const QUuid &left,
                                  const QDateTime &clock);

    void ask(const CounterIntent &intent);
    void printAsked(const CounterIntent &intent);
    /// Does what is asked without the branch.
    void goOn(const CounterIntent &intent, const QUuid &id);
    void handOver();
    void send();
    void answered(const Result<Answer> &answer);
    /// Keeps what may be recorded although no answer came, so that it is never recorded twice.
    /// Returns whether another answer is to come.
    bool settleUnsure(const Result<Answer> &answer);
    /// Who it was about is gone: it may have been recorded and finished, and the answer that was lost
    /// says so.
    void askUnsure();
    void forgetUnsure();
    void recorded(const IntakeAnswer &intake, const PendingCommand &command);
    /// The paper that goes with it.
    void print(const IntakeAnswer &intake);
    /// What is wrong with the form, or why it could not be recorded.
    void refused(const CounterIntent &intent, const Error &error);
    void keepDraft(const TicketNumber &ticket, const Draft &draft);
    /// Until it is read nothing is kept in its place. @p isTold: why it cannot be read.
    void restoreDraft(const TicketNumber &ticket, bool isTold = false);
    void findPerson(const QString &number);
    void notePerson(const TicketNumber &ticket, const QUuid &person, const QUuid &command);
    void findDossier(const QString &code);
    void findDossiers(const QString &typed, bool late);
    void signedIn(const CounterIntent &intent, const QUuid &shift);
    void read();
    void show(const CounterOverview &read);
    void readCatalogue();
    void keepLease();
    /// Back to the sign-in page; see CounterWindow::showSignIn().
    void leave(const std::optional<Error> &why, bool another = false);
    /// From now on the storage thread owes an answer: a branch that gives none is told.
    void expectAnswer();
    void answerCame();
    [[nodiscard]] bool isThere(const TicketNumber &ticket) const;
    [[nodiscard]] qint64 branchNow() const;

    StorageThread &m_storage;
    std::function<QDateTime()> m_clock; ///< the PC's
    CounterWindow m_window;
    FormDesk m_forms;
    OfflineCounter m_offline;
    std::optional<Session> m_session;
    QUuid m_left; ///< shift a locked counter was left with for somebody else, or null
    std::optional<PendingCommand> m_pending;
    std::optional<PendingCommand> m_unsure;     ///< to be recorded; nobody knows whether it was
    std::vector<Draft> m_tried;                 ///< what was told of it, the last one last
    std::optional<PendingCommand> m_correction; ///< as m_unsure
    CounterOverview m_overview;                 ///< the last one shown
    std::optional<TicketNumber> m_unread;       ///< whose kept form is not read yet
    QDate m_catalogueDay;                       ///< the day the catalogue was read for
    qint64 m_clockAhead = 0;                    ///< branch time less this PC's
    QTimer m_lease;
    QTimer m_slow;              ///< until "Loading…"
    QTimer m_stalled;           ///< until "offline"
    bool m_toldStalled = false; ///< the offline notice is ours, not the storage thread's
    bool m_lost = false;        ///< the storage thread said so
    Error m_lostBy;             ///< why
    bool m_reading = false;
    bool m_readAgain = false;
    std::unique_ptr<Ping> m_ping;
    ScannerDevice m_scanner;
};

} // namespace motcua
