// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/callingorder.h"

#include <QTest>

#include <array>
#include <random>
#include <set>
#include <vector>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

struct Person
{
    qint64 rank = 0;
    qint64 arrival = 0; ///< order of coming
    qint64 arrivedAt = 0;
    std::chrono::milliseconds headStart{};

    friend bool operator<(const Person &a, const Person &b)
    {
        return std::pair(a.rank, a.arrival) < std::pair(b.rank, b.arrival);
    }
};

constexpr std::array<std::chrono::milliseconds, 4> Classes{0min, 10min, 20min, 24h};

/// Lets @p people persons of random classes come and be called; calls @p called for each call with
/// those who still wait.
template <typename Called>
void simulate(unsigned seed, int people, Called called)
{
    std::mt19937 random(seed);
    std::set<Person> line;
    qint64 now = 1'772'411'400'000;
    int arrived = 0;
    while (arrived < people || !line.empty()) {
        now += random() % 120'000;
        // More come than are called as long as there are any, so that a line builds up.
        if (arrived < people && (line.empty() || random() % 100 < 55)) {
            const auto headStart = Classes[random() % (random() % 3 == 0 ? 4 : 1)];
            line.insert({rankOfArrival(now, headStart), ++arrived, now, headStart});
        } else {
            const Person next = *line.begin();
            line.erase(line.begin());
            called(next, line, now);
        }
    }
}

} // namespace

class CallingOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsOvertakenOnceHeWaitedTheHeadStartLonger()
    {
        int overtakings = 0;
        int calls = 0;
        for (unsigned seed = 1; seed <= 10; ++seed) {
            bool fair = true;
            simulate(seed, 2000, [&](const Person &next, const std::set<Person> &line, qint64) {
                ++calls;
                for (const Person &left : line) {
                    if (left.arrival < next.arrival) {
                        ++overtakings;
                        const qint64 longer = next.arrivedAt - left.arrivedAt;
                        fair = fair && next.headStart > left.headStart
                               && longer <= next.headStart.count() - left.headStart.count();
                    }
                }
            });
            QVERIFY2(fair, qPrintable(QString::number(seed)));
        }
        QCOMPARE(calls, 20'000);
        QVERIFY(overtakings > 1000); // the classes had something to do
    }

    void oneClassIsCalledInTheOrderItCame()
    {
        std::array<qint64, Classes.size()> last{};
        simulate(99, 5000, [&](const Person &next, const std::set<Person> &, qint64) {
            const auto own =
                static_cast<size_t>(std::ranges::find(Classes, next.headStart) - Classes.begin());
            QVERIFY(next.arrival > last[own]);
            last[own] = next.arrival;
        });
    }

    void everybodyIsCalledOnce()
    {
        std::set<qint64> called;
        simulate(7, 3000, [&](const Person &next, const std::set<Person> &, qint64) {
            QVERIFY(called.insert(next.arrival).second);
        });
        QCOMPARE(called.size(), size_t{3000});
    }

    void ofEqualRankTheFirstToComeIsFirst()
    {
        const qint64 nine = 9 * 3'600'000;
        std::set<Person> line;
        line.insert({rankOfArrival(nine + 1'200'000, 20min), 2, 0, {}});
        line.insert({rankOfArrival(nine, 0min), 1, 0, {}});
        line.insert({rankOfAppointment(nine), 3, 0, {}});
        std::vector<qint64> order;
        for (const Person &person : line) {
            QCOMPARE(person.rank, nine);
            order.push_back(person.arrival);
        }
        QCOMPARE(order, (std::vector<qint64>{1, 2, 3}));
    }

    void bookedRanksByTheBookedTime()
    {
        const qint64 nine = 9 * 3'600'000;
        QCOMPARE(rankOfAppointment(nine), nine);
        QVERIFY(rankOfAppointment(nine) < rankOfArrival(nine + 1, 0min));
        QVERIFY(rankOfAppointment(nine) > rankOfArrival(nine - 1, 0min));
        QVERIFY(rankOfAppointment(nine) > rankOfArrival(nine + 1, 1min));
    }
};

QTEST_GUILESS_MAIN(CallingOrderTest)

#include "callingordertest.moc"
