// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchtoday.h"

#include <QTest>
#include <QTimeZone>

#include <array>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QDate Tuesday(2026, 11, 17);
constexpr qint64 Minute = 60'000;

static qint64 at(const QString &time)
{
    return QDateTime(Tuesday, QTime::fromString(time, u"HH:mm"), QTimeZone("Asia/Ho_Chi_Minh"))
        .toMSecsSinceEpoch();
}

/// "H001 completed 08:00 08:10 08:30 @3": queued, first called, ended, at counter 3; "-" for never.
/// "H001/2:C …" is the second leg, in the line C. The service took five minutes.
static std::vector<Leg> legsOf(const QStringList &lines)
{
    std::vector<Leg> legs;
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        const QString number = words[0].section(u'/', 0, 0);
        const QString rest = words[0].section(u'/', 1);
        const auto time = [&words](qsizetype place) {
            const QString word = words.value(place, u"-"_s);
            return word == u"-"_s ? 0 : at(word);
        };
        Leg leg;
        leg.ticket = QUuid::createUuidV5(QUuid(), number);
        leg.ordinal = rest.isEmpty() ? 1 : rest.section(u':', 0, 0).toInt();
        leg.number = TicketNumber::fromString(number).value();
        leg.businessDate = Tuesday;
        leg.group = rest.isEmpty() ? number.left(1) : rest.section(u':', 1);
        leg.state = legStateFromWord(words[1]).value();
        leg.queuedAt = time(2);
        leg.firstCalledAt = time(3);
        leg.endedAt = time(4);
        leg.counter = words.value(5).mid(1).toInt();
        leg.serviceMs = leg.endedAt == 0 ? 0 : 5 * Minute;
        legs.push_back(leg);
    }
    return legs;
}

/// A branch with the lines H and N; counters 1 (H), 2 (H and N) and 3 (N), of which 3 is closed.
static TodayFacts branchAt(const QString &time, std::span<const Leg> legs)
{
    static const std::array<Session, 2> sessions{
        {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}}};
    static const std::array<QString, 2> letters{u"H"_s, u"N"_s};
    TodayFacts facts{.legs = legs, .sessions = sessions};
    facts.hall.branch.settings.timeZone = u"Asia/Ho_Chi_Minh"_s;
    facts.hall.businessDate = Tuesday;
    facts.hall.branchNow = at(time);
    facts.day = summarise(Tuesday, legs, letters);
    facts.hall.counters = {{.number = 1, .groups = {u"H"_s}, .presence = Presence::Open},
                           {.number = 2, .groups = {u"H"_s, u"N"_s}, .presence = Presence::Open},
                           {.number = 3, .groups = {u"N"_s}}};
    for (const QString &letter : letters) {
        GroupLoad load;
        load.group.letter = letter;
        load.counters = letter == u"H"_s ? std::vector{1, 2} : std::vector{2};
        for (const Leg &leg : legs) {
            load.waiting += leg.group == letter && leg.state == LegState::Waiting ? 1 : 0;
        }
        facts.hall.groups.push_back(load);
    }
    return facts;
}

/// "long wait N: 2 of 3, 1 open".
static QString told(const Attention &one)
{
    using enum Attention::Kind;
    const QString device =
        u"%1 %2"_s.arg(one.device == DeviceKind::Kiosk ? u"kiosk"_s : u"board"_s).arg(one.number);
    switch (one.kind) {
    case Attention::Kind::StaffMissing:
        return u"%1 staff missing"_s.arg(one.people);
    case LongWait:
        return u"long wait %1: %2 of %3, %4 open"_s.arg(one.group)
            .arg(one.people)
            .arg(one.waiting)
            .arg(one.openCounters);
    case NoPaper:
        return u"no paper: "_s + device;
    case DeviceLost:
        return u"lost: "_s + device;
    case NoSound:
        return u"no sound: "_s + device;
    case LongBreak:
        return u"break %1: %2 wait for %3"_s.arg(one.counter).arg(one.waiting).arg(one.group);
    case PaperLow:
        return u"paper low: "_s + device;
    case Reconnected:
        return u"back: %1 after %2 min"_s.arg(device).arg((one.until - one.since) / Minute);
    }
    return {};
}

static QStringList toldOf(const BranchToday &today)
{
    QStringList words;
    for (const Attention &one : today.attention) {
        words.append(told(one));
    }
    return words;
}

class BranchTodayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitAndService_data()
    {
        QTest::addColumn<QString>("leg");
        QTest::addColumn<qint64>("wait"); // minutes, -1 for none
        QTest::addColumn<qint64>("service");
        QTest::newRow("not called") << u"H001 waiting 08:00"_s << qint64{-1} << qint64{-1};
        QTest::newRow("called") << u"H001 called 08:00 08:10"_s << qint64{10} << qint64{-1};
        QTest::newRow("served") << u"H001 completed 08:00 08:10 08:40"_s << qint64{10} << qint64{5};
        QTest::newRow("on hold: not over")
            << u"H001 held 08:00 08:10"_s << qint64{10} << qint64{-1};
        QTest::newRow("called, missed, waits again: its wait is over")
            << u"H001 waiting 08:00 08:10"_s << qint64{10} << qint64{-1};
        QTest::newRow("nobody came")
            << u"H001 no_show 08:00 08:10 08:12"_s << qint64{10} << qint64{-1};
        QTest::newRow("transferred: the first part counts")
            << u"H001 transferred 08:00 08:10 08:20"_s << qint64{10} << qint64{5};
        QTest::newRow("the day closed first")
            << u"H001 expired 08:00"_s << qint64{-1} << qint64{-1};
    }

    void waitAndService()
    {
        QFETCH(QString, leg);
        QFETCH(qint64, wait);
        QFETCH(qint64, service);
        const Leg one = legsOf({leg}).front();
        QCOMPARE(waitOf(one).value_or(-Minute), wait * Minute);
        QCOMPARE(serviceOf(one).value_or(-Minute), service * Minute);
    }

    void hours()
    {
        const auto legs = legsOf(
            {u"H001 completed 07:29 07:40 07:50 @1"_s, u"H002 completed 07:59 08:00 08:05 @1"_s,
             u"H003 transferred 08:59 09:00 09:10 @1"_s,
             u"H003/2:N completed 09:10 09:12 13:59 @2"_s, u"H004 waiting 14:00"_s});
        const BranchToday today = branchToday(branchAt(u"14:59"_s, legs));
        using enum HourCounts::When;
        const std::vector<HourCounts> expected{
            {7, 2, 1, Past},    {8, 1, 1, Past},        {9, 0, 0, Past},  {10, 0, 0, Past},
            {11, 0, 0, Past},   {12, 0, 0, Past, true}, {13, 0, 1, Past}, {14, 1, 0, Now},
            {15, 0, 0, ToCome}, {16, 0, 0, ToCome}};
        QCOMPARE(today.hours, expected);
    }

    void lunchIsNoBreakWhenSomethingHappened()
    {
        const auto legs = legsOf({u"H001 completed 12:01 12:02 12:10 @1"_s});
        const BranchToday today = branchToday(branchAt(u"14:00"_s, legs));
        QCOMPARE(today.hours.at(5), (HourCounts{12, 1, 1, HourCounts::When::Past, false}));
    }

    void aDayWithoutSessionsOrTicketsHasNoHours()
    {
        TodayFacts facts = branchAt(u"10:00"_s, {});
        facts.sessions = {};
        QVERIFY(branchToday(facts).hours.empty());
    }

    void counters()
    {
        auto legs = legsOf(
            {u"H001 completed 08:00 08:10 08:30 @1"_s, u"H002 transferred 08:00 08:10 08:30 @1"_s,
             u"H002/2:N completed 08:30 08:40 08:50 @2"_s, u"H003 no_show 08:00 08:10 08:12 @1"_s});
        legs[0].serviceMs = 9 * Minute;
        TodayFacts facts = branchAt(u"09:00"_s, legs);
        facts.breaks = {{.counter = 2, .since = at(u"08:58"_s)}};
        const BranchToday today = branchToday(facts);
        QCOMPARE(today.counters.size(), size_t{3});
        QCOMPARE(today.counters[0].served, 1); // a transfer is no end
        QCOMPARE(today.counters[0].serviceAverage, std::optional(7 * 60));
        QCOMPARE(today.counters[1].served, 1);
        QCOMPARE(today.counters[1].breakSince, at(u"08:58"_s));
        QCOMPARE(today.counters[2].serviceAverage, std::optional<int>());
        QCOMPARE(today.attention.size(), size_t{0});
    }

    void longestWait()
    {
        const auto legs = legsOf({u"H001 waiting 08:00 08:10"_s, u"H002 waiting 08:20"_s,
                                  u"N001 waiting 08:19"_s, u"N002 held 08:00 08:01"_s});
        const BranchToday today = branchToday(branchAt(u"09:00"_s, legs));
        QCOMPARE(today.longestWaitMs, 41 * Minute);
        QCOMPARE(today.longestGroup, u"N"_s);
    }

    void attention_data()
    {
        QTest::addColumn<QStringList>("legs");
        QTest::addColumn<QStringList>("breaks");  // "2 08:50"
        QTest::addColumn<QStringList>("devices"); // "kiosk 1 ok 08:59"
        QTest::addColumn<QStringList>("told");
        const QStringList none;
        QTest::newRow("nothing") << none << none << none << none;
        QTest::newRow("45 minutes are no more than 45")
            << QStringList{u"N001 waiting 08:15"_s} << none << none << none;
        QTest::newRow("longer") << QStringList{u"N001 waiting 08:14"_s, u"N002 waiting 08:13"_s,
                                               u"N003 waiting 08:59"_s}
                                << none << none << QStringList{u"long wait N: 2 of 3, 1 open"_s};
        QTest::newRow("who was called waits for nothing we owe")
            << QStringList{u"N001 waiting 08:00 08:10"_s, u"N002 held 08:00 08:10"_s} << none
            << none << none;
        QTest::newRow("the older wait first")
            << QStringList{u"H001 waiting 08:10"_s, u"N001 waiting 08:00"_s} << none << none
            << QStringList{u"long wait N: 1 of 1, 1 open"_s, u"long wait H: 1 of 1, 2 open"_s};
        QTest::newRow("a break while nobody waits")
            << none << QStringList{u"2 08:00"_s} << none << none;
        QTest::newRow("a break of 5 minutes")
            << QStringList{u"N001 waiting 08:58"_s} << QStringList{u"2 08:55"_s} << none << none;
        QTest::newRow("a longer one: the line with most people")
            << QStringList{u"N001 waiting 08:58"_s, u"H001 waiting 08:58"_s,
                           u"H002 waiting 08:58"_s}
            << QStringList{u"2 08:54"_s} << none << QStringList{u"break 2: 2 wait for H"_s};
        QTest::newRow("others' people do not wait for it")
            << QStringList{u"N001 waiting 08:58"_s} << QStringList{u"1 08:00"_s} << none << none;
        QTest::newRow("devices") << none << none
                                 << QStringList{u"kiosk 1 ok 08:59"_s, u"kiosk 2 paper_low 08:59"_s,
                                                u"kiosk 3 paper_out 08:59"_s,
                                                u"kiosk 4 cover_open 08:59"_s,
                                                u"board 1 no_sound 08:59"_s}
                                 << QStringList{u"no paper: kiosk 3"_s, u"no paper: kiosk 4"_s,
                                                u"no sound: board 1"_s, u"paper low: kiosk 2"_s};
        QTest::newRow("lost: what it said last does not count")
            << none << none << QStringList{u"kiosk 1 paper_out 08:58"_s}
            << QStringList{u"lost: kiosk 1"_s};
        QTest::newRow("by harm, then age")
            << QStringList{u"N001 waiting 08:00"_s} << QStringList{u"2 08:20"_s, u"3 08:10"_s}
            << QStringList{u"kiosk 2 paper_low 08:59"_s, u"kiosk 1 paper_out 08:59"_s}
            << QStringList{u"long wait N: 1 of 1, 1 open"_s, u"no paper: kiosk 1"_s,
                           u"break 3: 1 wait for N"_s, u"break 2: 1 wait for N"_s,
                           u"paper low: kiosk 2"_s};
    }

    void attention()
    {
        QFETCH(QStringList, legs);
        QFETCH(QStringList, breaks);
        QFETCH(QStringList, devices);
        QFETCH(QStringList, told);
        const auto read = legsOf(legs);
        TodayFacts facts = branchAt(u"09:00"_s, read);
        for (const QString &line : breaks) {
            facts.breaks.push_back({line.section(u' ', 0, 0).toInt(), at(line.section(u' ', 1))});
        }
        for (const QString &line : devices) {
            const QStringList words = line.split(u' ');
            facts.devices.push_back({.kind = deviceKindFromWord(words[0]).value(),
                                     .number = words[1].toInt(),
                                     .state = deviceStateFromWord(words[2]).value(),
                                     .seenAt = at(words[3])});
        }
        QCOMPARE(toldOf(branchToday(facts)), told);
        facts.hall.businessDate = QDate(); // at night nobody is to do anything
        QCOMPARE(toldOf(branchToday(facts)), QStringList());
    }

    void aDeviceThatIsPutAwayIsForgotten()
    {
        TodayFacts facts = branchAt(u"09:00"_s, {});
        constexpr qint64 Day = qint64{24} * 60 * Minute;
        facts.devices = {{.number = 1, .seenAt = at(u"09:00"_s) - 15 * Day},
                         {.number = 2, .seenAt = at(u"09:00"_s) - 13 * Day}};
        QCOMPARE(toldOf(branchToday(facts)), QStringList{u"lost: kiosk 2"_s});
    }

    void aDeviceComesBack()
    {
        TodayFacts facts = branchAt(u"09:00"_s, {});
        facts.devices = {{.kind = DeviceKind::Board, .number = 1, .seenAt = at(u"08:56"_s)},
                         {.kind = DeviceKind::Kiosk, .number = 1, .seenAt = at(u"08:59"_s)}};
        const BranchToday lost = branchToday(facts);
        QCOMPARE(toldOf(lost), QStringList{u"lost: board 1"_s});

        facts.hall.branchNow = at(u"09:30"_s); // we were away meanwhile: the kiosk was not lost
        facts.devices[0].seenAt = at(u"09:01"_s);
        facts.devices[1].seenAt = at(u"09:30"_s);
        facts.outages = outagesAfter(lost, facts.devices, facts.hall.branchNow);
        QCOMPARE(facts.outages,
                 (std::vector<Outage>{{DeviceKind::Board, 1, at(u"08:56"_s), at(u"09:01"_s)}}));

        facts.devices[0].seenAt = at(u"09:30"_s);
        const BranchToday back = branchToday(facts);
        QCOMPARE(toldOf(back), QStringList{u"back: board 1 after 5 min"_s});
        QCOMPARE(outagesAfter(back, facts.devices, at(u"09:20"_s)), back.outages);
        QCOMPARE(outagesAfter(back, facts.devices, at(u"09:21"_s)), std::vector<Outage>());
    }
};

QTEST_APPLESS_MAIN(BranchTodayTest)
#include "branchtodaytest.moc"
