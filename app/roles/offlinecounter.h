// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterwindow.h"
#include "operations/counterjournal.h"
#include "roles/storagethread.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <functional>
#include <set>

namespace motcua {

/// A counter while its branch cannot be reached: it goes on by the last list it saw, keeps visits and
/// forms itself (CounterJournal) and tells them when the branch is back, each once.
///
/// Whoever called a number here calls it by mouth. A visit that the branch has gone on with elsewhere
/// stays here until it is ended; what was handed in is recorded all the same, and the clerk is shown
/// what was done twice.
class OfflineCounter : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    /// Keeps its journal in @p folder; empty: it does not go on. @p clock is the PC's. @p storage and
    /// @p window must outlive it.
    OfflineCounter(StorageThread &storage, CounterWindow &window, QString folder, Clock clock,
                   QObject *parent = nullptr);
    ~OfflineCounter() override; ///< waits for the disk

    /// Whether there is a link that can be lost.
    [[nodiscard]] bool isOfServer() const { return !m_folder.isEmpty(); }
    /// The branch can be reached: what is kept is told. Else the counter goes on if it can; but
    /// nobody is called any more when it is known to have @p ended for this PC.
    void setLinked(bool linked, const std::optional<Error> &ended = {});
    /// What the branch said last of whoever is signed in.
    void follow(const CounterOverview &overview);
    /// What forms are checked by until the branch does it.
    void setProcedures(const std::vector<Procedure> &procedures);
    /// The PIN that whoever signed in has typed: a locked screen can be opened without the branch. Kept
    /// in memory alone, hashed.
    void rememberPin(const QString &pin);
    /// Nobody is signed in any more.
    void leave();

    /// Whether who is at the counter, if anybody, is known here alone.
    [[nodiscard]] bool isAlone() const
    {
        return m_base && m_journal && (!m_linked || m_here || !isSettled());
    }
    /// Whether the branch knows all that was done here and can be told, so that its picture is true.
    [[nodiscard]] bool isSettled() const;
    /// @p overview with whom only this counter knows to be here.
    [[nodiscard]] CounterOverview onTop(CounterOverview overview) const;

    /// Whether such a thing can be done without the branch, now.
    [[nodiscard]] bool mayTake(CounterIntent::Kind kind) const;
    /// Does what is asked without the branch; @p id is the one it was sent with, if it was. Returns
    /// false when it cannot be done.
    bool take(const CounterIntent &intent, const QUuid &id);
    /// Keeps what stands in the form of who is here.
    void keepDraft(const TicketNumber &ticket, const Draft &draft);

Q_SIGNALS:
    /// What the counter shows now. @p draft: of somebody else than before.
    void moved(const motcua::CounterOverview &overview, const std::optional<motcua::Draft> &draft);
    /// The branch has recorded a form that was kept here.
    void recorded(const motcua::IntakeAnswer &answer);
    /// The form that was asked for with @p id is kept under it.
    void kept(const QUuid &id);
    /// isSettled() became true.
    void settled();

private:
    /// Who is at the counter.
    struct Here
    {
        OfflineVisit visit;
        CurrentTicket shown;
        bool isKept = false;  ///< in the journal: something was done without the branch
        bool isApart = false; ///< the branch has it elsewhere
        std::optional<OfflineIntake> mends = {}; ///< a refused form that is looked at again
    };
    /// What one intent puts into the journal.
    struct Step
    {
        std::optional<OfflineIntake> intake = {};
        std::optional<OfflineVisit> visit = {};
        std::optional<Draft> draft = {}; ///< of that visit
        std::optional<OfflineRefusals> refusals = {};
        QUuid dropped = {};
        bool isAsked = false; ///< the window waits for it
    };

    void openJournal();
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] CounterOverview picture() const;
    [[nodiscard]] Here hereOf(const CurrentTicket &current) const;
    bool begin(const WaitingTicket &ticket, LegState state);
    [[nodiscard]] WaitingTicket known(const TicketNumber &number) const;
    void end(const CounterIntent &intent, LegState state);
    void record(const CounterIntent &intent, const QUuid &id);
    [[nodiscard]] std::vector<IntakeFault> faultsOf(Intake intake) const;
    [[nodiscard]] bool isHere(const QUuid &visit) const;
    void unlock(const QString &pin);
    void noteWrongPin();
    void gone(const QUuid &visit, LegState state, const QString &reason);
    /// Writes @p step, then runs @p done, unless the disk failed, which is told.
    template <typename Done>
    void keep(const Step &step, Done done);
    void tell();
    void tellBreak();
    bool tellVisit(const CounterJournal::Visit &kept);
    void tellIntake(const OfflineIntake &intake);
    void tellRefusals(const OfflineRefusals &refusals);
    void later(const QUuid &id, ErrorCode why);
    /// Whose end nobody told: of a session before.
    void adopt(const CounterJournal::Visit &orphan);
    void mend(const QUuid &intake);
    void showKept();

    StorageThread &m_storage;
    CounterWindow &m_window;
    QString m_folder;
    Clock m_clock;
    std::shared_ptr<CounterJournal> m_journal;
    std::optional<ErrorCode> m_unopened;   ///< why there is no journal
    std::optional<Error> m_ended;          ///< why waiting for the branch is of no use
    QThreadPool m_disk;                    ///< one thread that may wait for the journal's disk
    std::optional<CounterOverview> m_base; ///< the branch's last word, and what was done here since
    std::optional<Here> m_here;
    std::vector<Procedure> m_procedures;
    QString m_pinHash;
    int m_wrongPins = 0;
    std::optional<OfflineRefusals> m_refusals; ///< since the link was lost
    QElapsedTimer m_sinceWrongPin;
    qint64 m_ahead = 0;      ///< branch time less this PC's
    std::set<QUuid> m_later; ///< that the branch cannot take yet
    QTimer m_again;          ///< until these are told once more
    QElapsedTimer m_sinceLink;
    bool m_linked = true;
    bool m_isOpening = false;
    bool m_isTelling = false;
    bool m_endsBreak = false; ///< the branch does not know that the clerk is back
    bool m_wasSettled = true;
};

} // namespace motcua
