// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dayrollup.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

const QDate Monday(2026, 3, 2);
constexpr qint64 Midnight = 1'772'384'400'000; ///< of that day in Hà Nội
constexpr qint64 MinuteMs = 60'000;

/// The leg of "H001 C completed 450 5 30 3": line, state, minutes after midnight, wait and service, and
/// counter. A number's second line is a second text.
std::vector<Leg> legsOf(const QStringList &lines)
{
    std::vector<Leg> legs;
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        const auto before = std::ranges::count_if(
            legs, [&words](const Leg &leg) { return leg.number.toString() == words[0]; });
        const qint64 queued = Midnight + words[3].toLongLong() * MinuteMs;
        legs.push_back(
            {.ticket = QUuid::createUuidV5(QUuid(), words[0]),
             .ordinal = static_cast<int>(before) + 1,
             .number = TicketNumber::fromString(words[0]).value(),
             .businessDate = Monday,
             .group = words[1],
             .state = legStateFromWord(words[2]).value(),
             .queuedAt = queued,
             .firstCalledAt = words[4] == "-"_L1 ? 0 : queued + words[4].toLongLong() * MinuteMs,
             .serviceMs = words[5].toLongLong() * MinuteMs,
             .counter = words[6].toInt(),
             .staff = {}});
    }
    return legs;
}

DayRollup sampleDay()
{
    const auto legs = legsOf({u"H001 H transferred 450 5 10 3"_s, u"H001 C completed 470 8 20 4"_s,
                              u"H002 H no_show 455 30 0 3"_s, u"C001 C completed 545 50 15 4"_s,
                              u"H003 H expired 900 - 0 0"_s, u"H003 C undone 905 - 0 0"_s,
                              u"H004 H cancelled 470 - 0 0"_s});
    QHash<QUuid, QString> procedures;
    procedures.insert(legs[0].ticket, u"1.004873"_s);
    procedures.insert(legs[3].ticket, u"2.000815"_s);
    DayRollup day = rolledUp(Monday, Midnight, legs, procedures);
    day.intakes.push_back({.group = u'C',
                           .procedure = placeOf(day, u"2.000815"_s),
                           .counter = 4,
                           .outcome = Outcome::Accepted,
                           .count = 2});
    day.intakes.push_back({.group = u'H',
                           .procedure = placeOf(day, u"1.000000"_s),
                           .counter = 3,
                           .outcome = Outcome::Advised,
                           .count = 1});
    return day;
}

} // namespace

class DayRollupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWayIsToldByEachOfItsLegs()
    {
        const DayRollup day = sampleDay();
        QCOMPARE(day.legs.size(), size_t{6}); // what was undone never was
        const RolledLeg &first = day.legs[1];
        const RolledLeg &second = day.legs[2];
        QCOMPARE(QChar(first.series), u'H');
        QCOMPARE(QChar(second.group), u'C');
        QVERIFY(!first.isStanding);
        QVERIFY(second.isStanding);
        QCOMPARE(first.end, LegState::Completed); // of the ticket
        QCOMPARE(second.issued, 450 * MinuteMs);  // not when it came to the second line
        QCOMPARE(second.wait, 8 * MinuteMs);
        QCOMPARE(day.procedures.at(second.procedure), u"1.004873"_s);
        const RolledLeg &expired = day.legs[4];
        QVERIFY(expired.isStanding);
        QCOMPARE(expired.wait, RolledLeg::None);
        QCOMPARE(expired.service, RolledLeg::None);
        QCOMPARE(hourOf(expired), 15);
    }

    void whatIsKeptComesBack()
    {
        const DayRollup day = sampleDay();
        const QByteArray kept = encoded(day);
        QCOMPARE(decoded(Monday, kept), day);
        QCOMPARE(encoded(sampleDay()), kept);
        const DayRollup nothing{.date = Monday};
        QCOMPARE(decoded(Monday, encoded(nothing)), nothing);
    }

    /// A file can be damaged in any place: that is never a crash, and never a day of another size.
    void damageIsNoticed()
    {
        const QByteArray kept = encoded(sampleDay());
        for (qsizetype length = 0; length < kept.size(); length += 4) {
            QVERIFY(!decoded(Monday, kept.first(length)));
        }
        QVERIFY(!decoded(Monday, "no base64!"));
        QVERIFY(!decoded(Monday, kept + kept));
        QByteArray plain = QByteArray::fromBase64(kept);
        plain[0] = 99; // of a version to come
        QVERIFY(!decoded(Monday, plain.toBase64()));
        for (qsizetype i = 1; i < QByteArray::fromBase64(kept).size(); ++i) {
            plain = QByteArray::fromBase64(kept);
            plain[i] = static_cast<char>(0xff);
            (void)decoded(Monday, plain.toBase64()); // whatever it is
        }
    }

    void selectionTakesWhatItNames_data()
    {
        QTest::addColumn<Selection>("selection");
        QTest::addColumn<QString>("tickets");
        QTest::addColumn<int>("waits"); // minutes, all together
        QTest::addColumn<int>("visits");

        const auto row = [](const char *name, const Selection &selection, const QString &tickets,
                            int waits, int visits) {
            QTest::newRow(name) << selection << tickets << waits << visits;
        };
        row("everything", {}, u"C1 H1 H2 H3 H4"_s, 93, 3);
        row("a letter", {.group = u"H"_s}, u"H1 H2 H3 H4"_s, 35, 1);
        row("a line that others joined", {.group = u"C"_s}, u"C1"_s, 58, 2);
        row("a procedure", {.procedure = u"1.004873"_s}, u"H1"_s, 13, 0);
        row("one that was only recorded", {.procedure = u"1.000000"_s}, QString(), 0, 1);
        row("none of that day", {.procedure = u"9.999999"_s}, QString(), 0, 0);
        row("a counter", {.counter = 3}, u"H2"_s, 35, 1);
        row("the counter where it ended", {.counter = 4}, u"C1 H1"_s, 58, 2);
        row("an hour", {.hour = 7}, u"H1 H2 H4"_s, 43, 0);
        row("its weekday", {.weekday = 1}, u"C1 H1 H2 H3 H4"_s, 93, 3);
        row("another weekday", {.weekday = 2}, QString(), 0, 0);
        row("an end", {.end = LegState::Completed}, u"C1 H1"_s, 63, 0);
        row("all at once", {.group = u"H"_s, .counter = 4, .hour = 7, .end = LegState::Completed},
            u"H1"_s, 0, 0);
    }

    void selectionTakesWhatItNames()
    {
        QFETCH(Selection, selection);
        QFETCH(QString, tickets);
        QFETCH(int, waits);
        QFETCH(int, visits);
        const DayRollup day = sampleDay();
        const DaySelection selected(selection, day);
        QStringList taken;
        GroupCount count;
        for (const RolledLeg &leg : day.legs) {
            if (selected.takesTicket(leg)) {
                taken.append(QChar(leg.series) + QString::number(leg.number));
            }
            if (selected.takesTimes(leg)) {
                takeTimes(count, leg);
            }
        }
        int recorded = 0;
        for (const RolledIntake &intake : day.intakes) {
            recorded += selected.takes(intake) ? intake.count : 0;
        }
        qint64 waited = 0;
        for (const qint64 wait : count.waits) {
            waited += wait;
        }
        QCOMPARE(taken.join(u' '), tickets);
        QCOMPARE(waited, waits * MinuteMs);
        QCOMPARE(recorded, visits);
    }

    void dailyCountsSumTheDay()
    {
        const auto counts = dailyCounts(sampleDay());
        QCOMPARE(counts.size(), size_t{2});
        QCOMPARE(counts[0], (DailyCount{.date = Monday,
                                        .group = u"C"_s,
                                        .issued = 1,
                                        .served = 1,
                                        .waits = 2,
                                        .waitMs = 58 * MinuteMs,
                                        .services = 2,
                                        .serviceMs = 35 * MinuteMs,
                                        .intakes = {2}}));
        QCOMPARE(counts[1], (DailyCount{.date = Monday,
                                        .group = u"H"_s,
                                        .issued = 4,
                                        .served = 1,
                                        .noShow = 1,
                                        .cancelled = 1,
                                        .expired = 1,
                                        .waits = 2,
                                        .waitMs = 35 * MinuteMs,
                                        .services = 1,
                                        .serviceMs = 10 * MinuteMs,
                                        .intakes = {0, 0, 0, 1}}));
    }
};

QTEST_GUILESS_MAIN(DayRollupTest)

#include "dayrolluptest.moc"
