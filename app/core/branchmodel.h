// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dossier.h"
#include "core/event.h"
#include "core/leg.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace motcua {

/// A branch rebuilt from its events alone, one after the other, with every rule checked on the way.
///
/// It is the judge of what really happened: `verify` compares the stored rows with it, and the
/// tests replay what many processes did at once through it. It finds a gap, a broken hash, a number
/// given twice, a ticket called twice, a call out of order and every illegal transition.
class BranchModel
{
public:
    explicit BranchModel(const QUuid &branch);

    /// Takes the next event. Returns what is wrong with it in English words, nothing when it is
    /// right. After a fault the model goes on as well as it can, so that one fault is reported once.
    [[nodiscard]] std::optional<QString> apply(const Event &event);

    /// Legs of the business day opened last, by ticket, in order.
    [[nodiscard]] const QHash<QUuid, std::vector<Leg>> &tickets() const { return m_tickets; }
    [[nodiscard]] const QDate &businessDate() const { return m_date; }
    [[nodiscard]] bool isDayOpen() const { return m_open; }
    [[nodiscard]] qint64 seq() const { return m_seq; }
    [[nodiscard]] const QByteArray &hash() const { return m_hash; }
    /// Staff code by counter of the open shifts.
    [[nodiscard]] const std::map<int, QString> &shifts() const { return m_shifts; }
    /// Counters on a break.
    [[nodiscard]] const std::set<int> &breaks() const { return m_breaks; }
    /// What the last event of each dossier says of its row.
    struct DossierFacts
    {
        DossierState state = DossierState::Processing;
        QByteArray digest;
    };
    [[nodiscard]] const QHash<QUuid, DossierFacts> &dossiers() const { return m_dossiers; }
    /// Dossiers, visits without one, and ratings, whose personal data was erased.
    [[nodiscard]] const QSet<QUuid> &erased() const { return m_erased; }
    /// Everybody who was recorded, with the digest of his row.
    [[nodiscard]] const QHash<QUuid, QByteArray> &people() const { return m_people; }
    /// What the events of a rating say of its row.
    struct RatingFacts
    {
        QByteArray digest;
        QByteArray handling; ///< of what was done about the comment; empty while nothing was
        bool hasComment = false;
    };
    [[nodiscard]] const QHash<QUuid, RatingFacts> &ratings() const { return m_ratings; }
    /// chainedIntake() over the visits in order, empty for none.
    [[nodiscard]] const QByteArray &intakeChain() const { return m_intakeChain; }
    /// What there is of a line on the business day.
    struct LineFacts
    {
        int lastNumber = 0; ///< of those the branch gave itself
        int waiting = 0;
        int leasedFrom = 0; ///< lowest number a kiosk holds in advance; 0 for none
        int leased = 0;     ///< numbers kiosks took in advance

        friend bool operator==(const LineFacts &, const LineFacts &) = default;
    };
    [[nodiscard]] LineFacts line(const QString &group) const;
    /// Tickets that were told too late to be called and are counted with their day.
    [[nodiscard]] int lapsed() const { return m_lapsed; }

private:
    using Place = std::tuple<qint64, qint64, QUuid>; ///< rank, arrival, ticket

    struct Line
    {
        int first = 1;
        int last = 999;
        int lastNumber = 0; ///< first − 1 until a number is given
        bool active = true;
        bool used = false; ///< today: a new range no longer moves its numbers
        int leasedFrom = 0;
        int leased = 0;
        std::map<int, int> held = {}; ///< kiosk by number, of those leased and not given
        std::set<Place> waiting;
    };

    std::optional<QString> applyFacts(const Event &event);
    std::optional<QString> importCatalogue(const QJsonObject &facts);
    void skipNumbers(int count);
    void skipDossiers(const QJsonObject &facts);
    std::optional<QString> openDay(const QJsonObject &facts);
    std::optional<QString> closeDay(const Event &event);
    std::optional<QString> issue(const Event &event, const QJsonObject &facts);
    std::optional<QString> lease(const QJsonObject &facts);
    std::optional<QString> takeNumber(Line &line, const TicketNumber &ticket,
                                      const QJsonObject &facts);
    std::optional<QString> replace(const Event &event, const QUuid &ticket);
    std::optional<QString> act(const Event &event, const QJsonObject &facts, LegAction action);
    std::optional<QString> takeVisit(const Event &event, const QJsonObject &facts);
    std::optional<QString> undo(const Event &event, const QJsonObject &facts);
    std::optional<QString> openShift(int counter, const QString &staff);
    std::optional<QString> closeShift(int counter);
    std::optional<QString> takeOverShift(int counter, qint64 at, const QJsonObject &facts);
    std::optional<QString> startBreak(const Actor &actor);
    std::optional<QString> checkShift(const Actor &actor) const;
    std::optional<QString> checkCall(const Leg &leg, const QJsonObject &facts) const;
    std::optional<QString> takeIntake(const Event &event, const QJsonObject &facts);
    std::optional<QString> moveDossier(const Event &event, const QJsonObject &facts);
    std::optional<QString> erase(const QJsonObject &facts);
    std::optional<QString> takeRating(const Event &event, const QJsonObject &facts);
    std::optional<QString> handleComment(const QJsonObject &facts);
    [[nodiscard]] bool isReservedFrom(const Place &place, int counter) const;
    std::optional<QString> move(Leg &leg, Leg next);

    QByteArray m_hash;
    qint64 m_seq = 0;
    qint64 m_at = 0;
    QDate m_date;
    bool m_open = false;
    std::map<QString, Line> m_lines;
    QHash<QUuid, std::vector<Leg>> m_tickets;
    std::map<int, QString> m_shifts;
    std::map<int, QUuid> m_atCounter; ///< ticket called or served, by counter
    std::set<int> m_breaks;
    std::set<QString> m_appointments; ///< used on the business day
    QHash<QUuid, DossierFacts> m_dossiers;
    QSet<QUuid> m_erased;
    QHash<QUuid, QByteArray> m_people;
    std::set<QString> m_codes;           ///< of the business day's new dossiers
    std::map<QString, int> m_registers;  ///< last number, by book
    std::map<QDate, int> m_skippedCodes; ///< which a restore left out, by business day
    QByteArray m_intakeChain;
    QHash<QUuid, RatingFacts> m_ratings;
    QSet<std::pair<QUuid, int>> m_ratedLegs; ///< of the business day
    int m_lapsed = 0;
    /// The day on which a restore has forgotten what kiosks held, so what they give is not looked up.
    QDate m_lostOn;
    bool m_losesNext = false; ///< it is the next one opened
};

/// The chain of visits after one more, whose row has @p digest: any change, loss or exchange of a row
/// changes it.
[[nodiscard]] QByteArray chainedIntake(const QByteArray &chain, const QString &digest);

/// The action a leg event records, nothing for other events.
[[nodiscard]] std::optional<LegAction> actionOf(EventKind kind);
[[nodiscard]] EventKind eventOf(LegAction action);

} // namespace motcua
