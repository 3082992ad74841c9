// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dossier.h"
#include "storage/statement.h"

#include <functional>
#include <optional>
#include <vector>

namespace motcua {

/// A person as stored: sealed, with what the record is found by.
struct StoredPerson
{
    QUuid id;
    QString idIndex = {};    ///< empty for none
    QString phoneIndex = {}; ///< empty for none
    QString box;             ///< empty once erased
    QStringList words = {};  ///< indexes of the name's keys; only written
};

/// How many visits of a line at a counter about a procedure had one outcome.
struct IntakeCount
{
    QString group;     ///< letter
    QString procedure; ///< code; empty for advice that named none
    int counter = 0;   ///< 0 for none
    Outcome outcome = Outcome::Accepted;
    int count = 0;
};

/// A visit as stored.
struct StoredIntake
{
    QUuid id;
    QUuid dossier = {}; ///< null for advice
    QUuid ticket = {};  ///< null without one
    int leg = 0;
    QDate businessDate;
    int counter = 0;
    QString staff;
    qint64 recordedAt = 0; ///< branch time, UTC ms
    Outcome outcome = Outcome::Accepted;
    bool isCorrection = false;
    QString procedure = {};   ///< empty when advice named none
    int procedureVersion = 0; ///< 0 without a procedure
    QUuid applicant = {};
    QUuid owner = {};
    QString content; ///< sealed: the form without its people
};

/// Dossiers, visits and people. It never sees what is in a sealed value.
class IntakeRepository
{
public:
    explicit IntakeRepository(Database &database)
        : m_database(database)
    {
    }

    /// The branch's public key, empty before there is one.
    [[nodiscard]] Result<QString> publicKey();
    [[nodiscard]] Result<> setPublicKey(const QString &key);
    /// The centre's public key, empty before the first sync.
    [[nodiscard]] Result<QString> centreKey();

    [[nodiscard]] Result<> insert(const StoredPerson &person, qint64 at, qint64 seq);
    [[nodiscard]] Result<std::optional<StoredPerson>> person(const QUuid &id);
    /// The last record of whoever has @p idIndex, unless it was erased or corrected away: one that no
    /// dossier refers to now, nor a visit that was not corrected since, may be a stranger's.
    [[nodiscard]] Result<std::optional<StoredPerson>> personOf(const QString &idIndex);
    /// Hands everybody to @p read, erased ones too.
    [[nodiscard]] Result<> eachPerson(const std::function<void(const StoredPerson &)> &read);

    /// The number the next dossier of @p date gets.
    [[nodiscard]] Result<int> nextNumber(const QDate &date);
    /// The number the next dossier gets in @p book.
    [[nodiscard]] Result<int> nextRegisterNumber(const QString &book);
    /// Leaves out the next @p gap of both: people may have them on paper.
    [[nodiscard]] Result<> skipNumbers(const QDate &date, const QString &book, int gap, qint64 seq);
    [[nodiscard]] Result<> insert(const Dossier &dossier, qint64 seq);
    [[nodiscard]] Result<> update(const Dossier &dossier, qint64 seq);
    /// By its own or its official code.
    [[nodiscard]] Result<std::optional<Dossier>> dossier(const QString &code);
    [[nodiscard]] Result<std::vector<Dossier>> dossiers(); ///< all, for verify
    /// The dossiers changed last, at most @p limit.
    [[nodiscard]] Result<std::vector<Dossier>> latestDossiers(int limit);
    /// In process and due before @p now, the longest overdue first.
    [[nodiscard]] Result<std::vector<Dossier>> overdueDossiers(const LocalTime &now, int limit);
    // Without the people: reports do not say whose a dossier is, and a manager's PC may not ask.
    /// Accepted from @p from to the day before @p end, in one @p book, in its order.
    [[nodiscard]] Result<std::vector<Dossier>> acceptedIn(const QString &book, const QDate &from,
                                                          const QDate &end);
    /// Hands every dossier to @p read that was accepted before @p end and not handed over before
    /// @p since, branch time.
    [[nodiscard]] Result<> eachOpenIn(const QDate &end, qint64 since,
                                      const std::function<void(const Dossier &)> &read);
    /// Which dossiers waited for papers at @p end, branch time.
    [[nodiscard]] Result<std::vector<QUuid>> waitingForPapersAt(qint64 end);
    /// How many records of each day from @p from to @p to were corrected since.
    [[nodiscard]] Result<std::vector<std::pair<QDate, int>>> correctionsOf(const QDate &from,
                                                                           const QDate &to);

    /// Accepted on @p day, in the order of its register.
    [[nodiscard]] Result<std::vector<Dossier>> registerOf(const QDate &day);
    /// Whose own or official code begins so, the newest first, at most @p limit.
    [[nodiscard]] Result<std::vector<Dossier>> dossiersCoded(const QString &beginning, int limit);
    /// Those with this number in their own code, the newest day first, at most @p limit.
    [[nodiscard]] Result<std::vector<Dossier>> dossiersNumbered(int number, int limit);
    /// Of people found by these indexes; empty ones are not looked for. The newest first, at most
    /// @p limit; of many people only the newest 500's.
    [[nodiscard]] Result<std::vector<Dossier>> dossiersOf(const QString &idIndex,
                                                          const QString &phoneIndex, int limit);
    /// The same of people whose name has every one of @p words; of words that are all very common
    /// (20,000 people) only the newest people are looked through.
    [[nodiscard]] Result<std::vector<Dossier>> dossiersNamed(const QStringList &words, int limit);

    [[nodiscard]] Result<> insert(const StoredIntake &intake, qint64 seq);
    [[nodiscard]] Result<std::optional<StoredIntake>> intake(const QUuid &id);
    [[nodiscard]] Result<std::vector<StoredIntake>> intakesOf(const QUuid &dossier);

    /// Visits of a day, corrections not counted.
    [[nodiscard]] Result<std::vector<IntakeCount>> countsOf(const QDate &date);
    /// Hands every visit to @p read, in order: there are too many to keep.
    [[nodiscard]] Result<> eachIntake(const std::function<void(const StoredIntake &)> &read);

    [[nodiscard]] Result<> saveDraft(const QUuid &ticket, int leg, const QString &box, qint64 at);
    /// Of @p leg or the last one before it that has one; nothing when there is none.
    [[nodiscard]] Result<std::optional<QString>> draft(const QUuid &ticket, int leg);
    /// Of @p leg and those before it.
    [[nodiscard]] Result<> dropDraft(const QUuid &ticket, int leg);
    /// Those of business days before @p date.
    [[nodiscard]] Result<> dropDraftsBefore(const QDate &date);

    // Erasing, see operations/retention.h.
    /// Leaves @p mark of what is sealed of a visit, by the event @p seq; its place in the order stays.
    [[nodiscard]] Result<> eraseContent(const QUuid &intake, const QString &mark, qint64 seq);
    /// Empties the record of @p person unless a visit that is not erased still needs it; whether it
    /// did.
    [[nodiscard]] Result<bool> erasePerson(const QUuid &person, qint64 seq);

private:
    /// What follows the @p last number that was given in a series, or was skipped in it.
    [[nodiscard]] Result<int> after(Result<std::optional<int>> last, const QString &series);

    Database &m_database;
};

/// Notes for the centre that the event @p seq emptied a sealed value, and forgets its key.
[[nodiscard]] Result<> noteErasure(Database &database, const QUuid &row, qint64 seq);
/// Forgets what opens the value of @p row for the centre.
[[nodiscard]] Result<> forgetKey(Database &database, const QUuid &row);

} // namespace motcua
