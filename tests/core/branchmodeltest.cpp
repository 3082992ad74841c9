// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchmodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

#include <functional>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QUuid BranchId(u"{0b5f9a52-0000-4000-8000-000000000001}"_s);
static constexpr qint64 Begin = 1'772'411'400'000;

static QUuid idOf(const QString &number)
{
    return QUuid::createUuidV5(BranchId, number);
}

/// The events of a branch from the words of a script, one a second:
///
///     import H:1-999 C:1-999 | open 2026-03-02 | in 1 CB01 | issue H001 | issue H002 -20 |
///     lease 1 H 980 999 | told H980 1 60 [H002] | lapsed H981 2026-03-02 | close [20 19] |
///     close 3 1 0 1 1, issued, served, no-show, cancelled and expired |
///     call H001 1 CB01 H,C | start H001 1 CB01 | transfer H001 1 CB01 C | undo H001 transfer serving 1 CB01
///
/// "-20" is a head start in minutes; "undo" names the action and the state before it, and "held" at
/// the end where it went on hold instead.
class History
{
public:
    explicit History(const QString &script)
    {
        for (const QString &line : script.split(u'|', Qt::SkipEmptyParts)) {
            add(line.simplified().split(u' '));
        }
        chain();
    }

    /// Makes every number and hash right again.
    void chain()
    {
        QByteArray hash = genesisHash(BranchId);
        for (size_t i = 0; i < events.size(); ++i) {
            events[i].seq = static_cast<qint64>(i) + 1;
            hash = events[i].hash = chainedHash(hash, events[i]);
        }
    }

    std::vector<Event> events;

private:
    void add(const QStringList &words)
    {
        const QString &verb = words[0];
        QJsonObject facts;
        QUuid ticket;
        EventKind kind = EventKind::BranchCreated;
        if (verb == u"import") {
            kind = EventKind::CatalogueImported;
            QJsonArray groups;
            for (const QString &group : words.sliced(1)) {
                const QString range = group.section(u':', 1);
                groups.append(QJsonObject{{u"letter"_s, group.section(u':', 0, 0)},
                                          {u"first"_s, range.section(u'-', 0, 0).toInt()},
                                          {u"last"_s, range.section(u'-', 1).toInt()}});
            }
            facts = {{u"groups"_s, groups}};
        } else if (verb == u"procedures") {
            kind = EventKind::ProceduresImported;
        } else if (verb == u"open") {
            kind = EventKind::DayOpened;
            m_date = words[1];
            facts = {{u"date"_s, m_date}, {u"skipped"_s, words.value(2).toInt()}};
        } else if (verb == u"close") {
            kind = EventKind::DayClosed;
            if (words.size() == 6) {
                facts = {{u"totals"_s, QJsonObject{{u"issued"_s, words[1].toInt()},
                                                   {u"served"_s, words[2].toInt()},
                                                   {u"no_show"_s, words[3].toInt()},
                                                   {u"cancelled"_s, words[4].toInt()},
                                                   {u"expired"_s, words[5].toInt()}}}};
            } else if (words.size() > 2) {
                facts = {{u"leased"_s, words[1].toInt()}, {u"unused"_s, words[2].toInt()}};
            }
        } else if (verb == u"lease") {
            kind = EventKind::NumbersLeased;
            facts = {{u"kiosk"_s, words[1].toInt()},
                     {u"group"_s, words[2]},
                     {u"date"_s, m_date},
                     {u"first"_s, words[3].toInt()},
                     {u"last"_s, words[4].toInt()}};
        } else if (verb == u"told") {
            kind = EventKind::TicketIssued;
            ticket = idOf(words[1]);
            m_legs[words[1]] = 1;
            const qint64 arrived = now() - words[3].toInt() * qint64{1000};
            facts = {{u"ticket"_s, words[1]}, {u"group"_s, words[1].left(1)},
                     {u"date"_s, m_date},     {u"kiosk"_s, words[2].toInt()},
                     {u"rank"_s, arrived},    {u"arrived"_s, arrived}};
            if (words.size() > 4) {
                facts.insert(u"replaces"_s, idOf(words[4]).toString(QUuid::WithoutBraces));
            }
        } else if (verb == u"lapsed") {
            kind = EventKind::TicketLapsed;
            facts = {{u"ticket"_s, words[1]}, {u"date"_s, words[2]}};
        } else if (verb == u"restored") {
            kind = EventKind::BranchRestored;
            facts = {{u"skipped"_s, words[1].toInt()}};
        } else if (verb == u"in" || verb == u"out") {
            kind = verb == u"in" ? EventKind::ShiftOpened : EventKind::ShiftClosed;
            facts = {{u"counter"_s, words[1].toInt()}, {u"staff"_s, words[2]}};
        } else if (verb == u"take") {
            kind = EventKind::ShiftTakenOver;
            facts = {{u"counter"_s, words[1].toInt()},
                     {u"staff"_s, words[2]},
                     {u"previous"_s, words[3]}};
        } else if (verb == u"break" || verb == u"back") {
            kind = verb == u"break" ? EventKind::BreakStarted : EventKind::BreakEnded;
            facts = {{u"counter"_s, words[1].toInt()}, {u"staff"_s, words[2]}};
        } else if (verb == u"print") {
            kind = EventKind::TicketPrinted;
            ticket = idOf(words[1]);
        } else if (verb == u"issue") {
            kind = EventKind::TicketIssued;
            ticket = idOf(words[1]);
            m_legs[words[1]] = 1;
            facts = {{u"ticket"_s, words[1]},
                     {u"group"_s, words[1].left(1)},
                     {u"date"_s, m_date},
                     {u"rank"_s, now() + words.value(2).toInt() * qint64{60'000}},
                     {u"appointment"_s, words.value(3)}};
        } else if (verb == u"undo") {
            kind = EventKind::ActionUndone;
            ticket = idOf(words[1]);
            m_legs[words[1]] -= words[2] == u"transfer" ? 1 : 0;
            facts = {{u"ticket"_s, words[1]}, {u"undoes"_s, word(eventOf(actionFrom(words[2])))},
                     {u"from"_s, words[3]},   {u"counter"_s, words[4].toInt()},
                     {u"staff"_s, words[5]},  {u"at"_s, now() - 1000}};
            if (words.size() > 6) {
                facts.insert(u"to"_s, words[6]);
            }
        } else {
            const LegAction action = actionFrom(verb);
            kind = eventOf(action);
            ticket = idOf(words[1]);
            facts = {{u"ticket"_s, words[1]}, {u"leg"_s, m_legs.value(words[1])}};
            if (words.size() > 3) {
                facts.insert(u"counter"_s, words[2].toInt());
                facts.insert(u"staff"_s, words[3]);
            }
            if (action == LegAction::Call) {
                facts.insert(u"groups"_s, QJsonArray::fromStringList(words[4].split(u',')));
                facts.insert(u"reason"_s, words.value(5));
            }
            if (action == LegAction::Transfer) {
                facts.insert(u"to"_s, words[4]);
                facts.insert(u"for_counter"_s, words.value(5).toInt());
                ++m_legs[words[1]];
            }
        }
        events.push_back({.seq = 0,
                          .kind = kind,
                          .at = now(),
                          .clockAt = now(),
                          .ticket = ticket,
                          .command = QUuid::createUuidV5(BranchId, QString::number(now())),
                          .body = QJsonDocument(facts).toJson(QJsonDocument::Compact),
                          .hash = {}});
    }

    [[nodiscard]] qint64 now() const { return Begin + static_cast<qint64>(events.size()) * 1000; }

    static LegAction actionFrom(const QString &verb)
    {
        static const QMap<QString, LegAction> actions{
            {u"call"_s, LegAction::Call},           {u"recall"_s, LegAction::Recall},
            {u"start"_s, LegAction::Start},         {u"finish"_s, LegAction::Finish},
            {u"no-show"_s, LegAction::NoShow},      {u"hold"_s, LegAction::Hold},
            {u"resume"_s, LegAction::Resume},       {u"transfer"_s, LegAction::Transfer},
            {u"reinstate"_s, LegAction::Reinstate}, {u"cancel"_s, LegAction::Cancel}};
        Q_ASSERT(actions.contains(verb));
        return actions[verb];
    }

    QMap<QString, int> m_legs;
    QString m_date;
};

/// "5: time runs backwards"; empty when nothing is wrong.
static QString faultsIn(BranchModel &model, const History &history)
{
    QStringList faults;
    for (const Event &event : history.events) {
        if (const auto fault = model.apply(event)) {
            faults.append(u"%1: %2"_s.arg(event.seq).arg(*fault));
        }
    }
    return faults.join(u"; "_s);
}

static QString faultsIn(const History &history)
{
    BranchModel model(BranchId);
    return faultsIn(model, history);
}

/// Two lines, an open day, CB01 at counter 1 and CB02 at counter 2: four events.
static const QString Morning = u"import H:1-999 C:1-999|open 2026-03-02|in 1 CB01|in 2 CB02|"_s;

class BranchModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLegalDayHasNoFault()
    {
        const History history(Morning + uR"(
            issue H001|issue H002|issue H003 -20|issue C001|issue H004|
            call H003 1 CB01 H|recall H003 1 CB01|start H003 1 CB01|finish H003 1 CB01|
            call H001 2 CB02 H,C|start H001 2 CB02|hold H001 2 CB02|
            call H002 1 CB01 H|no-show H002 1 CB01|reinstate H002|
            call H002 1 CB01 H|start H002 1 CB01|transfer H002 1 CB01 C|
            resume H001 2 CB02|finish H001 2 CB02|undo H001 finish serving 2 CB02|
            finish H001 2 CB02|
            call H002 2 CB02 C|start H002 2 CB02|finish H002 2 CB02|
            cancel H004|out 1 CB01|close)"_s);
        BranchModel model(BranchId);
        QCOMPARE(faultsIn(model, history), QString());

        QVERIFY(!model.isDayOpen());
        QCOMPARE(model.businessDate(), QDate(2026, 3, 2));
        QCOMPARE(model.line(u"H"_s).lastNumber, 4);
        QCOMPARE(model.line(u"C"_s).lastNumber, 1);
        QCOMPARE(model.line(u"C"_s).waiting, 0);
        QVERIFY(model.shifts().empty());
        QCOMPARE(model.seq(), static_cast<qint64>(history.events.size()));
        QCOMPARE(model.hash(), history.events.back().hash);

        const auto stands = [&model](const QString &number) {
            QStringList words;
            for (const Leg &leg : model.tickets().value(idOf(number))) {
                words.append(u"%1 %2"_s.arg(leg.group, word(leg.state)));
            }
            return words.join(u", "_s);
        };
        QCOMPARE(stands(u"H001"_s), u"H completed"_s);
        QCOMPARE(stands(u"H002"_s), u"H transferred, C completed"_s);
        QCOMPARE(stands(u"H003"_s), u"H completed"_s);
        QCOMPARE(stands(u"H004"_s), u"H cancelled"_s);
        QCOMPARE(stands(u"C001"_s), u"C expired"_s);
    }

    void whatIsLegalPasses_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("the day is opened again and goes on with its numbers")
            << u"issue H001|close|open 2026-03-02|issue H002"_s;
        QTest::newRow("the next day starts at 1")
            << u"issue H001|close|open 2026-03-03|issue H001"_s;
        QTest::newRow("numbers skipped after a restore on an open day")
            << u"issue H001|restored 50|issue H052|issue C051"_s;
        QTest::newRow("numbers skipped when the day is opened")
            << u"close|restored 50|open 2026-03-03 50|issue H051"_s;
        QTest::newRow("a range of the branch's own")
            << u"close|import H:101-102|open 2026-03-03|issue H101|issue H102"_s;
        QTest::newRow("a new range on a day opened again, for a line without numbers")
            << u"issue H001|close|import H:1-999 C:501-599|open 2026-03-02|issue C501|issue H002"_s;
        QTest::newRow("a higher range on a day opened again")
            << u"issue H001|close|import H:501-599|open 2026-03-02|issue H501"_s;
        QTest::newRow("a transfer taken back, then done again elsewhere")
            << u"issue H001|call H001 1 CB01 H|start H001 1 CB01|transfer H001 1 CB01 C|"
               "undo H001 transfer serving 1 CB01|finish H001 1 CB01"_s;
        QTest::newRow("a no-show taken back")
            << u"issue H001|call H001 1 CB01 H|no-show H001 1 CB01|undo H001 no-show called 1 CB01|"
               "start H001 1 CB01"_s;
        QTest::newRow("a finish taken back to hold, as the next is there")
            << u"issue H001|issue H002|call H001 1 CB01 H|finish H001 1 CB01|call H002 1 CB01 H|"
               "undo H001 finish called 1 CB01 held|finish H002 1 CB01|resume H001 1 CB01|"
               "finish H001 1 CB01"_s;
        QTest::newRow("a close that says what the day came to")
            << u"issue H001|issue H002|issue H003|cancel H001|call H002 1 CB01 H|"
               "finish H002 1 CB01|close 3 1 0 1 1"_s;
        QTest::newRow("the counter of a closed shift is taken by another")
            << u"out 1 CB01|in 1 CB03|issue H001|call H001 1 CB03 H"_s;
        QTest::newRow("chosen out of order, with a reason")
            << u"issue H001|issue H002|call H002 1 CB01 H frail|call H001 2 CB02 H"_s;
        QTest::newRow("somebody else goes on with the citizen")
            << u"issue H001|call H001 1 CB01 H|take 1 CB03 CB01|start H001 1 CB03|in 3 CB01"_s;
        QTest::newRow("a break") << u"break 1 CB01|back 1 CB01|issue H001|call H001 1 CB01 H"_s;
        QTest::newRow("a break ends with the shift")
            << u"break 1 CB01|out 1 CB01|in 1 CB01|issue H001|call H001 1 CB01 H"_s;
        QTest::newRow("kept for another counter and passed over")
            << u"issue H001|issue H002|call H001 1 CB01 H|start H001 1 CB01|"
               "transfer H001 1 CB01 H 2|call H002 1 CB01 H|call H001 2 CB02 H"_s;
        QTest::newRow("kept for a counter that closed")
            << u"issue H001|call H001 1 CB01 H|start H001 1 CB01|transfer H001 1 CB01 H 2|"
               "out 2 CB02|call H001 1 CB01 H"_s;
        QTest::newRow("printed") << u"issue H001|print H001"_s;
        QTest::newRow("two kiosks give numbers they hold, told later, in order of arrival")
            << u"lease 1 H 980 999|lease 2 H 960 979|issue H001|told H980 1 0|issue H002|"
               "told H960 2 60|call H960 1 CB01 H|call H001 2 CB02 H"_s;
        QTest::newRow("what kiosks held is over with the day")
            << u"lease 1 H 980 999|told H980 1 0|close 20 19|open 2026-03-03|lease 1 H 990 999"_s;
        QTest::newRow("told too late") << u"close|open 2026-03-03|lapsed H980 2026-03-02"_s;
        QTest::newRow("a number nobody heard of is replaced")
            << u"lease 1 H 980 999|issue H001|issue H002|told H980 1 1 H001|call H002 1 CB01 H|"
               "call H980 2 CB02 H"_s;
        QTest::newRow("what kiosks held was forgotten by a restore")
            << u"issue H001|restored 50|told H985 1 60|issue H052|lease 1 H 930 949"_s;
        QTest::newRow("likewise on a day opened after it")
            << u"close|restored 50|open 2026-03-03 50|told H985 1 60|issue H051"_s;
        QTest::newRow("two appointments") << u"issue H001 -5 A1|issue H002 -5 A2"_s;
        QTest::newRow("transferred back keeps its rank")
            << u"issue H001|issue H002|call H001 1 CB01 H|start H001 1 CB01|"
               "transfer H001 1 CB01 C|call H001 2 CB02 H,C"_s;
    }

    void whatIsLegalPasses()
    {
        QFETCH(QString, script);
        QCOMPARE(faultsIn(History(Morning + script)), QString());
    }

    void everyBrokenRuleIsFound_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("faults"); // the first event of the script is the fifth

        QTest::newRow("number given twice")
            << u"issue H001|issue C001|issue H001"_s << u"7: ticket issued twice"_s;
        QTest::newRow("number skipped")
            << u"issue H001|issue H003"_s << u"6: number H003, expected 2"_s;
        QTest::newRow("number out of its range")
            << u"close|import H:1-2|open 2026-03-03|issue H001|issue H002|issue H003"_s
            << u"10: number H003 is beyond its range"_s;
        QTest::newRow("line nobody knows") << u"issue Q001"_s << u"5: unknown group or number"_s;
        QTest::newRow("issued on a closed day")
            << u"close|issue H001"_s << u"6: issued outside the open day"_s;
        QTest::newRow("leased twice") << u"lease 1 H 980 999|lease 2 H 999 999"_s
                                      << u"6: numbers 999 to 999 were not free to be leased"_s;
        QTest::newRow("leased though given")
            << u"issue H001|lease 1 H 1 20"_s << u"6: numbers 1 to 20 were not free to be leased"_s;
        QTest::newRow("leased on a closed day")
            << u"close|lease 1 H 980 999"_s << u"6: numbers were leased outside the open day"_s;
        QTest::newRow("given by a kiosk that does not hold it")
            << u"lease 1 H 980 999|told H980 2 0"_s
            << u"6: number H980 was not leased to that kiosk"_s;
        QTest::newRow("given by a kiosk twice")
            << u"lease 1 H 980 999|told H980 1 0|told H980 1 0"_s << u"7: ticket issued twice"_s;
        QTest::newRow("held yesterday") << u"lease 1 H 980 999|close 20 20|open 2026-03-03|"
                                           "told H980 1 0"_s
                                        << u"8: number H980 was not leased to that kiosk"_s;
        QTest::newRow("given by the branch though a kiosk holds it")
            << u"close|import H:1-2|open 2026-03-03|lease 1 H 2 2|issue H001|issue H002"_s
            << u"10: number H002 is beyond its range"_s;
        QTest::newRow("who came later is called first")
            << u"lease 1 H 980 999|issue H001|told H980 1 60|call H001 1 CB01 H"_s
            << u"8: H001 was called out of order"_s;
        QTest::newRow("came after he was told")
            << u"lease 1 H 980 999|told H980 1 -60"_s << u"6: H980 arrived after it was told"_s;
        QTest::newRow("somebody who was called is replaced")
            << u"lease 1 H 980 999|issue H001|call H001 1 CB01 H|told H980 1 0 H001"_s
            << u"8: H001 was replaced while called"_s;
        QTest::newRow("not all numbers that kiosks held are accounted for")
            << u"lease 1 H 980 999|told H980 1 0|close 20 20"_s
            << u"7: 19 of 20 numbers held by kiosks were not given"_s;
        QTest::newRow("called twice") << u"issue H001|call H001 1 CB01 H|call H001 2 CB02 H"_s
                                      << u"7: illegal: leg_called while called"_s;
        QTest::newRow("called out of order") << u"issue H001|issue H002|call H002 1 CB01 H"_s
                                             << u"7: H002 was called out of order"_s;
        QTest::newRow("somebody with a head start was passed over")
            << u"issue H001|issue H002 -20|call H001 1 CB01 H"_s
            << u"7: H001 was called out of order"_s;
        QTest::newRow("another line of the counter was passed over")
            << u"issue C001|issue H001|call H001 1 CB01 H,C"_s
            << u"7: H001 was called out of order"_s;
        QTest::newRow("not of this counter's groups")
            << u"issue H001|call H001 1 CB01 C"_s << u"6: H001 is not of this counter's groups"_s;
        QTest::newRow("two at one counter")
            << u"issue H001|issue H002|call H001 1 CB01 H|call H002 1 CB01 H"_s
            << u"8: counter 1 serves two at once"_s;
        QTest::newRow("two shifts at a counter")
            << u"in 1 CB03"_s << u"5: counter 1 has an open shift"_s;
        QTest::newRow("two shifts of one person")
            << u"in 3 CB01"_s << u"5: CB01 is signed in elsewhere"_s;
        QTest::newRow("shift closed that was not open")
            << u"out 3 CB03"_s << u"5: counter 3 has no open shift"_s;
        QTest::newRow("signed out while serving")
            << u"issue H001|call H001 1 CB01 H|out 1 CB01"_s << u"7: counter 1 is still serving"_s;
        QTest::newRow("call without a shift") << u"issue H001|out 1 CB01|call H001 1 CB01 H"_s
                                              << u"7: CB01 is not signed in at counter 1"_s;
        QTest::newRow("call by somebody else than who is signed in")
            << u"issue H001|call H001 1 CB02 H"_s << u"6: CB02 is not signed in at counter 1"_s;
        QTest::newRow("another counter's citizen")
            << u"issue H001|call H001 1 CB01 H|start H001 2 CB02"_s << u"7: H001 is at counter 1"_s;
        QTest::newRow("called on a break")
            << u"issue H001|break 1 CB01|call H001 1 CB01 H"_s << u"7: counter 1 is on a break"_s;
        QTest::newRow("resumed on a break")
            << u"issue H001|call H001 1 CB01 H|hold H001 1 CB01|break 1 CB01|resume H001 1 CB01"_s
            << u"9: counter 1 is on a break"_s;
        QTest::newRow("a break twice")
            << u"break 1 CB01|break 1 CB01"_s << u"6: counter 1 is on a break"_s;
        QTest::newRow("a break while serving") << u"issue H001|call H001 1 CB01 H|break 1 CB01"_s
                                               << u"7: counter 1 is still serving"_s;
        QTest::newRow("another's break")
            << u"break 1 CB02"_s << u"5: CB02 is not signed in at counter 1"_s;
        QTest::newRow("back from nowhere")
            << u"back 1 CB01"_s << u"5: counter 1 is not on a break"_s;
        QTest::newRow("taken over from somebody else")
            << u"take 1 CB03 CB02"_s << u"5: counter 1 was not that person's"_s;
        QTest::newRow("taken over when nobody was there")
            << u"take 3 CB03 CB01"_s << u"5: counter 3 was not that person's"_s;
        QTest::newRow("taken over by somebody who is elsewhere")
            << u"take 1 CB02 CB01"_s << u"5: CB02 is signed in elsewhere"_s;
        QTest::newRow("acting after one was replaced")
            << u"issue H001|call H001 1 CB01 H|take 1 CB03 CB01|start H001 1 CB01"_s
            << u"8: CB01 is not signed in at counter 1"_s;
        QTest::newRow("kept for another counter")
            << u"issue H001|call H001 1 CB01 H|start H001 1 CB01|transfer H001 1 CB01 H 2|"
               "call H001 1 CB01 H"_s
            << u"9: H001 was kept for counter 2"_s;
        QTest::newRow("kept here but passed over")
            << u"issue H001|issue H002|call H001 1 CB01 H|start H001 1 CB01|"
               "transfer H001 1 CB01 H 2|call H002 2 CB02 H"_s
            << u"10: H002 was called out of order"_s;
        QTest::newRow("printed but never issued") << u"print H001"_s << u"5: unknown ticket"_s;
        QTest::newRow("an appointment used twice")
            << u"issue H001 0 A1|issue H002 0 A1"_s << u"6: appointment A1 used twice"_s;
        QTest::newRow("finish without call")
            << u"issue H001|finish H001 1 CB01"_s << u"6: illegal: leg_finished while waiting"_s;
        QTest::newRow("start without call")
            << u"issue H001|start H001 1 CB01"_s << u"6: illegal: leg_started while waiting"_s;
        QTest::newRow("cancelled, then called") << u"issue H001|cancel H001|call H001 1 CB01 H"_s
                                                << u"7: illegal: leg_called while cancelled"_s;
        QTest::newRow("ticket nobody issued") << u"cancel H009"_s << u"5: unknown ticket"_s;
        QTest::newRow("act on a closed day")
            << u"issue H001|close|cancel H001"_s << u"7: no day is open"_s;
        QTest::newRow("day opened twice") << u"open 2026-03-03"_s << u"5: a day is open already"_s;
        QTest::newRow("a close that counts another number of tickets")
            << u"issue H001|issue H002|cancel H001|close 3 0 0 1 1"_s
            << u"8: the day's totals do not match its tickets"_s;
        QTest::newRow("a close that tells another end")
            << u"issue H001|cancel H001|close 1 0 1 0 0"_s
            << u"7: the day's totals do not match its tickets"_s;
        QTest::newRow("day closed twice") << u"close|close"_s << u"6: no day is open"_s;
        QTest::newRow("day closed while serving")
            << u"issue H001|call H001 1 CB01 H|close"_s << u"7: counter 1 is still serving"_s;
        QTest::newRow("lines changed on an open day")
            << u"import H:1-5"_s << u"5: lines were changed on an open day"_s;
        QTest::newRow("procedures changed on an open day")
            << u"procedures"_s << u"5: procedures were changed on an open day"_s;
        QTest::newRow("undo of nobody")
            << u"undo H001 finish serving 1 CB01"_s << u"5: undo of something unknown"_s;
        QTest::newRow("undo of a call")
            << u"issue H001|call H001 1 CB01 H|undo H001 call waiting 1 CB01"_s
            << u"7: nothing to undo"_s;
        QTest::newRow("undo of a transfer after the next call")
            << u"issue H001|call H001 1 CB01 H|start H001 1 CB01|transfer H001 1 CB01 C|"
               "call H001 2 CB02 C|undo H001 transfer serving 1 CB01"_s
            << u"10: transfer can no longer be undone"_s;
        QTest::newRow("undo of a transfer that never was")
            << u"issue H001|undo H001 transfer serving 1 CB01"_s
            << u"6: transfer can no longer be undone"_s;
        QTest::newRow("undo puts two at the counter")
            << u"issue H001|issue H002|call H001 1 CB01 H|no-show H001 1 CB01|"
               "call H002 1 CB01 H|undo H001 no-show called 1 CB01"_s
            << u"10: counter 1 serves two at once"_s;
        QTest::newRow("undo at another counter")
            << u"issue H001|call H001 1 CB01 H|no-show H001 1 CB01|undo H001 no-show called 2 CB02"_s
            << u"8: nothing to undo"_s;
        QTest::newRow("undo without a shift")
            << u"issue H001|call H001 1 CB01 H|no-show H001 1 CB01|undo H001 no-show called 1 CB02"_s
            << u"8: CB02 is not signed in at counter 1"_s;
        QTest::newRow("undo of a transfer that was called and came back")
            << u"issue H001|call H001 1 CB01 H|start H001 1 CB01|transfer H001 1 CB01 C|"
               "call H001 2 CB02 C|no-show H001 2 CB02|reinstate H001|"
               "undo H001 transfer serving 1 CB01"_s
            << u"12: transfer can no longer be undone"_s;
        QTest::newRow("undo of a hold to hold")
            << u"issue H001|issue H002|call H001 1 CB01 H|hold H001 1 CB01|call H002 1 CB01 H|"
               "undo H001 hold called 1 CB01 held"_s
            << u"10: nothing to undo"_s;
        QTest::newRow("undo of a finish that never was")
            << u"issue H001|call H001 1 CB01 H|undo H001 finish serving 1 CB01"_s
            << u"7: nothing to undo"_s;
    }

    void everyBrokenRuleIsFound()
    {
        QFETCH(QString, script);
        QFETCH(QString, faults);
        QCOMPARE(faultsIn(History(Morning + script)), faults);
    }

    void everyTamperedRecordIsFound_data()
    {
        QTest::addColumn<std::function<void(History &)>>("tamper");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const std::function<void(History &)> &tamper,
                            const QString &faults) { QTest::newRow(name) << tamper << faults; };

        row(
            "a gap", [](History &h) { h.events.erase(h.events.begin() + 5); },
            u"7: sequence gap: expected 6"_s);
        row(
            "two swapped", [](History &h) { std::swap(h.events[4], h.events[5]); },
            u"6: sequence gap: expected 5; 5: sequence gap: expected 7; "
            "7: sequence gap: expected 6"_s);
        row(
            "an event edited", [](History &h) { h.events[4].body.replace("\"rank\"", "\"tank\""); },
            u"5: hash does not match"_s);
        row(
            "a kind edited", [](History &h) { h.events[6].kind = EventKind::PinSet; },
            u"7: hash does not match"_s);
        row(
            "a wrong hash", [](History &h) { h.events[4].hash = QByteArray(64, '0'); },
            u"5: hash does not match; 6: hash does not match"_s);
        row(
            "hashes of two swapped",
            [](History &h) { std::swap(h.events[4].hash, h.events[5].hash); },
            u"5: hash does not match; 6: hash does not match; 7: hash does not match"_s);
        row(
            "chained again by hand after time was turned back",
            [](History &h) {
                h.events[5].at = Begin;
                h.chain();
            },
            u"6: time runs backwards"_s);
        row(
            "events of another branch",
            [](History &h) {
                QByteArray hash = genesisHash(QUuid::createUuid());
                for (Event &event : h.events) {
                    hash = event.hash = chainedHash(hash, event);
                }
            },
            u"1: hash does not match"_s);
    }

    void everyTamperedRecordIsFound()
    {
        QFETCH(std::function<void(History &)>, tamper);
        QFETCH(QString, faults);
        History history(Morning + u"issue H001|issue H002|cancel H002"_s);
        QCOMPARE(faultsIn(history), QString());
        tamper(history);
        QCOMPARE(faultsIn(history), faults);
    }

    void linesAreCountedAsTheyStand()
    {
        BranchModel model(BranchId);
        const History history(Morning
                              + u"issue H001|issue H002|issue H003|call H001 1 CB01 H|"
                                "start H001 1 CB01|transfer H001 1 CB01 C|cancel H002"_s);
        QCOMPARE(faultsIn(model, history), QString());
        QCOMPARE(model.line(u"H"_s).waiting, 1);
        QCOMPARE(model.line(u"C"_s).waiting, 1);
        QCOMPARE(model.line(u"Q"_s).waiting, 0);
        QCOMPARE(model.line(u"C"_s).lastNumber, 0);
        QCOMPARE(model.shifts(), (std::map<int, QString>{{1, u"CB01"_s}, {2, u"CB02"_s}}));
        QVERIFY(model.isDayOpen());
    }

    void theCitizenStaysWithWhoTookOver()
    {
        BranchModel model(BranchId);
        const History history(Morning + u"issue H001|call H001 1 CB01 H|take 1 CB03 CB01"_s);
        QCOMPARE(faultsIn(model, history), QString());
        QCOMPARE(model.tickets()[idOf(u"H001"_s)].front().staff, u"CB03"_s);
        QCOMPARE(model.shifts().at(1), u"CB03"_s);
    }

    void everyActionButExpiryHasAnEvent()
    {
        for (int value = 0; value < static_cast<int>(LegAction::Expire); ++value) {
            const auto action = static_cast<LegAction>(value);
            QCOMPARE(actionOf(eventOf(action)), action);
        }
        QCOMPARE(actionOf(EventKind::TicketIssued), std::nullopt);
        QCOMPARE(actionOf(EventKind::ActionUndone), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(BranchModelTest)

#include "branchmodeltest.moc"
