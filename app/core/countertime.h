// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/event.h"
#include "core/leg.h"

#include <map>
#include <vector>

namespace motcua {

/// What a counter did between its first sign-in of a day and its last sign-out. Every millisecond
/// counts once, so the parts sum to the whole; ms.
struct CounterDay
{
    int counter = 0;
    qint64 from = 0;    ///< first sign-in
    qint64 until = 0;   ///< last sign-out, or the moment of the figures
    int signIns = 0;    ///< take-overs count
    int served = 0;     ///< tickets it finished
    qint64 serving = 0; ///< with a citizen; who was called and never started, from the last call
    qint64 calling = 0; ///< called, not there yet
    qint64 idle = 0;    ///< signed in, and nothing else
    qint64 silent = 0;  ///< not heard of until it was taken over or the day closed
    qint64 signedOut = 0;
    std::map<QString, qint64> breaks = {}; ///< by reason, see breakReasons()

    [[nodiscard]] qint64 sum() const;

    friend bool operator==(const CounterDay &, const CounterDay &) = default;
};

/// Reads the counters' times off a day's events, in order.
class CounterTime
{
public:
    void take(const Event &event);
    /// By counter; what is under way lasts until @p now. Only counters where somebody signed in.
    [[nodiscard]] std::vector<CounterDay> until(qint64 now) const;

private:
    /// The stronger one comes later where two overlap: a visit told later may lie in a break.
    enum class Part { Shift, Break, Calling, Serving, Silent };
    struct Stretch
    {
        Part part = Part::Shift;
        qint64 from = 0;
        qint64 until = 0;
        QString reason = {}; ///< of a break
        QUuid ticket = {};   ///< of Calling and Serving
    };
    struct Counter
    {
        std::vector<Stretch> past;
        qint64 shiftSince = 0; ///< 0 when nobody is signed in
        qint64 breakSince = 0;
        QString breakReason;
        qint64 calledAt = 0; ///< last call of who is there, 0 once served
        qint64 servingSince = 0;
        QUuid ticket; ///< who is there; null for nobody
        qint64 heard = 0;
        int signIns = 0;
        int served = 0;
    };

    static void endPresence(Counter &counter, qint64 at, bool served);
    static void endBreak(Counter &counter, qint64 at);
    static void endShift(Counter &counter, qint64 at, qint64 silentSince);
    static void undo(Counter &counter, const Event &event, const QJsonObject &facts);
    static void takeVisit(Counter &counter, const Event &event, const QJsonObject &facts);
    void closeDay(const Event &event);
    [[nodiscard]] static CounterDay dayOf(int number, Counter counter, qint64 now);

    std::map<int, Counter> m_counters;
};

} // namespace motcua
