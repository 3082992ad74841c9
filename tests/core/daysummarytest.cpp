// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/daysummary.h"

#include <QTest>

#include <array>
#include <random>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QDate Monday(2026, 3, 2);

/// The legs of "H001 completed wait=60 service=120" and the like, in seconds; a second leg of the
/// same number is told by "H001/2:C", in the line C.
static std::vector<Leg> legsOf(const QStringList &lines)
{
    std::vector<Leg> legs;
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        const QString number = words[0].section(u'/', 0, 0);
        const QString rest = words[0].section(u'/', 1);
        Leg leg{.ticket = QUuid::createUuidV5(QUuid(), number),
                .ordinal = rest.isEmpty() ? 1 : rest.section(u':', 0, 0).toInt(),
                .number = TicketNumber::fromString(number).value(),
                .businessDate = Monday,
                .group = rest.isEmpty() ? number.left(1) : rest.section(u':', 1),
                .state = legStateFromWord(words[1]).value(),
                .queuedAt = 1'000'000,
                .staff = {}};
        for (const QString &word : words.sliced(2)) {
            const auto ms = static_cast<qint64>(word.section(u'=', 1).toDouble() * 1000);
            if (word.startsWith("wait="_L1)) {
                leg.firstCalledAt = leg.queuedAt + ms;
            } else {
                leg.serviceMs = ms;
            }
        }
        legs.push_back(leg);
    }
    return legs;
}

static DaySummary summaryOf(const QStringList &lines)
{
    const std::array groups{u"H"_s, u"C"_s, u"N"_s};
    return summarise(Monday, legsOf(lines), groups);
}

static int outcomes(const GroupSummary &row)
{
    return row.served + row.noShow + row.cancelled + row.expired + row.waiting + row.called
           + row.serving + row.held;
}

/// "issued 2 served 1 waiting 1": what is not 0.
static QString told(const GroupSummary &row)
{
    QStringList words;
    const std::array<std::pair<QString, int>, 9> counts{{{u"issued"_s, row.issued},
                                                         {u"served"_s, row.served},
                                                         {u"no-show"_s, row.noShow},
                                                         {u"cancelled"_s, row.cancelled},
                                                         {u"expired"_s, row.expired},
                                                         {u"waiting"_s, row.waiting},
                                                         {u"called"_s, row.called},
                                                         {u"serving"_s, row.serving},
                                                         {u"held"_s, row.held}}};
    for (const auto &[name, count] : counts) {
        if (count != 0) {
            words.append(u"%1 %2"_s.arg(name).arg(count));
        }
    }
    return words.join(u' ');
}

class DaySummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticketIsCountedWhereItStands_data()
    {
        QTest::addColumn<QStringList>("legs");
        QTest::addColumn<QString>("h");
        QTest::addColumn<QString>("c");
        QTest::newRow("nobody came") << QStringList{} << QString() << QString();
        QTest::newRow("one of each")
            << QStringList{u"H001 completed"_s, u"H002 no_show"_s, u"H003 cancelled"_s,
                           u"H004 expired"_s,   u"H005 waiting"_s, u"H006 called"_s,
                           u"H007 serving"_s,   u"H008 held"_s,    u"C001 completed"_s}
            << u"issued 8 served 1 no-show 1 cancelled 1 expired 1 waiting 1 called 1 serving 1 "
               "held 1"_s
            << u"issued 1 served 1"_s;
        QTest::newRow("transferred: once, in the group of its letter, where it stands now")
            << QStringList{u"H001 transferred"_s, u"H001/2:C waiting"_s} << u"issued 1 waiting 1"_s
            << QString();
        QTest::newRow("transferred, listed backwards")
            << QStringList{u"H001/2:C completed"_s, u"H001 transferred"_s} << u"issued 1 served 1"_s
            << QString();
        QTest::newRow("transferred twice")
            << QStringList{u"H001 transferred"_s, u"H001/2:C transferred"_s, u"H001/3:H no_show"_s}
            << u"issued 1 no-show 1"_s << QString();
        QTest::newRow("a transfer taken back never was")
            << QStringList{u"H001 serving"_s, u"H001/2:C undone"_s} << u"issued 1 serving 1"_s
            << QString();
        QTest::newRow("taken back, then transferred again")
            << QStringList{u"H001 transferred"_s, u"H001/2:C undone"_s, u"H001/3:C held"_s}
            << u"issued 1 held 1"_s << QString();
    }

    void ticketIsCountedWhereItStands()
    {
        QFETCH(QStringList, legs);
        QFETCH(QString, h);
        QFETCH(QString, c);
        const DaySummary summary = summaryOf(legs);
        QCOMPARE(summary.businessDate, Monday);
        QCOMPARE(summary.groups.size(), size_t{3});
        QCOMPARE(summary.groups[0].group, u"H"_s);
        QCOMPARE(told(summary.groups[0]), h);
        QCOMPARE(told(summary.groups[1]), c);
        QCOMPARE(told(summary.groups[2]), QString());
    }

    void issuedIsTheSumOfTheOutcomes()
    {
        // A thousand random tickets, some transferred, of which the undone do not count.
        std::mt19937 random(2026);
        const std::array states{u"waiting"_s,   u"called"_s,  u"serving"_s,   u"held"_s,
                                u"completed"_s, u"no_show"_s, u"cancelled"_s, u"expired"_s};
        QStringList lines;
        for (int number = 1; number <= 1000; ++number) {
            const QString ticket = u"HC"_s.mid(static_cast<qsizetype>(random() % 2), 1)
                                   + QString::number(number).rightJustified(3, u'0');
            const QString &state = states[random() % states.size()];
            switch (random() % 3) {
            case 0:
                lines << ticket + u" transferred"_s << ticket + u"/2:C "_s + state;
                break;
            case 1:
                lines << ticket + u' ' + state << ticket + u"/2:N undone"_s;
                break;
            default:
                lines << ticket + u' ' + state;
            }
        }
        const DaySummary summary = summaryOf(lines);
        QCOMPARE(summary.total.issued, 1000);
        QCOMPARE(outcomes(summary.total), 1000);
        int issued = 0;
        for (const GroupSummary &row : summary.groups) {
            QCOMPARE(outcomes(row), row.issued);
            issued += row.issued;
        }
        QCOMPARE(issued, 1000);
    }

    void waitIsFromTheLineToTheFirstCallOfThoseCalled()
    {
        const DaySummary summary =
            summaryOf({u"H001 completed wait=10"_s, u"H002 no_show wait=20"_s,
                       u"H003 serving wait=30.4"_s, u"H004 cancelled"_s, u"H005 waiting"_s,
                       u"H006 transferred wait=40"_s, u"H006/2:C called wait=300"_s});
        QCOMPARE(summary.groups[0].waitAverage, 25); // 100.4 s of four
        QCOMPARE(summary.groups[0].waitMedian, 20);
        QCOMPARE(summary.groups[0].waitNinetieth, 40);
        // The second wait belongs to the line it was spent in.
        QCOMPARE(summary.groups[1].waitAverage, 300);
        QCOMPARE(summary.groups[1].issued, 0);
        QCOMPARE(summary.groups[2].waitAverage, std::nullopt);
        QCOMPARE(summary.total.waitAverage, 80); // 400.4 s of five
        QCOMPARE(summary.total.waitNinetieth, 300);
    }

    void serviceIsOfLegsThatWereFinishedHere()
    {
        const DaySummary summary =
            summaryOf({u"H001 completed service=100"_s, u"H002 serving service=999"_s,
                       u"H003 held service=999"_s, u"H004 transferred service=50.5"_s,
                       u"H004/2:C completed service=7"_s, u"H005/2:C undone service=999"_s,
                       u"H005 serving service=999"_s, u"H006 no_show"_s});
        QCOMPARE(summary.groups[0].serviceAverage, 75); // 75.25 s
        QCOMPARE(summary.groups[1].serviceAverage, 7);
        QCOMPARE(summary.groups[2].serviceAverage, std::nullopt);
        QCOMPARE(summary.total.serviceAverage, 53); // 52.5 s is rounded up
    }

    void undoneLegHasNoWaitEither()
    {
        const DaySummary summary =
            summaryOf({u"H001 serving wait=10"_s, u"H001/2:C undone wait=500"_s});
        QCOMPARE(summary.total.waitAverage, 10);
        QCOMPARE(summary.groups[1].waitAverage, std::nullopt);
    }

    void percentileIsTheNearestRank_data()
    {
        QTest::addColumn<QList<qint64>>("values");
        QTest::addColumn<int>("percent");
        QTest::addColumn<qint64>("value");
        const QList<qint64> ten{10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        QTest::newRow("one value") << QList<qint64>{7} << 50 << qint64{7};
        QTest::newRow("one value, ninetieth") << QList<qint64>{7} << 90 << qint64{7};
        QTest::newRow("median of two is the lower") << QList<qint64>{9, 5} << 50 << qint64{5};
        QTest::newRow("median of three") << QList<qint64>{9, 1, 5} << 50 << qint64{5};
        QTest::newRow("median of ten") << ten << 50 << qint64{5};
        QTest::newRow("nine of ten waited no longer") << ten << 90 << qint64{9};
        QTest::newRow("just above nine of ten") << ten << 91 << qint64{10};
        QTest::newRow("all") << ten << 100 << qint64{10};
        QTest::newRow("none") << ten << 0 << qint64{1};
        QTest::newRow("ninetieth of eleven") << (QList<qint64>{11} + ten) << 90 << qint64{10};
    }

    void percentileIsTheNearestRank()
    {
        QFETCH(QList<qint64>, values);
        QFETCH(int, percent);
        QFETCH(qint64, value);
        QCOMPARE(percentile({values.begin(), values.end()}, percent), value);
        QCOMPARE(percentile({values.rbegin(), values.rend()}, percent), value);
    }

    void percentileOfNothingIsNothing() { QCOMPARE(percentile({}, 50), std::nullopt); }
};

QTEST_GUILESS_MAIN(DaySummaryTest)

#include "daysummarytest.moc"
