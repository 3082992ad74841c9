// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/openinghours.h"

#include "support/catalogues.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace motcua {

class OpeningHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheState_data();
    void tellsTheState();
};

void OpeningHoursTest::tellsTheState_data()
{
    using enum OpeningState::Kind;
    QTest::addColumn<QString>("at");
    QTest::addColumn<OpeningState::Kind>("kind");
    QTest::addColumn<QString>("opensAt");
    const struct
    {
        const char *name;
        const char *at;
        OpeningState::Kind kind;
        const char *opensAt;
    } rows[] = {
        // 17 November 2026 is a Tuesday, 20 a Friday; 24 is a public holiday.
        {"early", "2026-11-17 06:00", BeforeOpening, "2026-11-17 07:30"},
        {"opening", "2026-11-17 07:30", Open, ""},
        {"before the break numbers are still given", "2026-11-17 11:29", Open, ""},
        {"break", "2026-11-17 11:30", Break, "2026-11-17 13:00"},
        {"afternoon", "2026-11-17 13:00", Open, ""},
        {"just before the last number", "2026-11-17 16:29", Open, ""},
        {"after the last number", "2026-11-17 16:30", AfterLast, "2026-11-18 07:30"},
        {"evening", "2026-11-17 20:00", AfterLast, "2026-11-18 07:30"},
        {"Friday evening", "2026-11-20 20:00", AfterLast, "2026-11-23 07:30"},
        {"Saturday", "2026-11-21 10:00", DayOff, "2026-11-23 07:30"},
        {"evening before a holiday", "2026-11-23 20:00", AfterLast, "2026-11-25 07:30"},
        {"holiday", "2026-11-24 10:00", DayOff, "2026-11-25 07:30"},
        {"a Saturday opened by hand", "2026-11-28 08:30", Open, ""},
    };
    for (const auto &row : rows) {
        QTest::newRow(row.name) << QString::fromLatin1(row.at) << row.kind
                                << QString::fromLatin1(row.opensAt);
    }
}

void OpeningHoursTest::tellsTheState()
{
    QFETCH(QString, at);
    QFETCH(OpeningState::Kind, kind);
    QFETCH(QString, opensAt);
    WorkingCalendar::Data data = test::smallCatalogue().calendar;
    data.days = {{QDate(2026, 11, 24), DayKind::Off, u"Ngày Văn hóa Việt Nam"_s, {}}};
    data.exceptions[QDate(2026, 11, 28)] = {{QTime(8, 0), QTime(11, 0)}};
    const QDateTime now = QDateTime::fromString(at, u"yyyy-MM-dd HH:mm"_s);
    const OpeningState state = openingAt(WorkingCalendar(data), {now.date(), now.time()}, 30);
    QCOMPARE(state.kind, kind);
    QCOMPARE(
        state.opensAt
            ? QDateTime(state.opensAt->date, state.opensAt->time).toString(u"yyyy-MM-dd HH:mm"_s)
            : QString(),
        opensAt);
    QCOMPARE(state.dayName.isEmpty(), now.date() != QDate(2026, 11, 24));
}

} // namespace motcua

QTEST_APPLESS_MAIN(motcua::OpeningHoursTest)
#include "openinghourstest.moc"
