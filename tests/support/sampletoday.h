// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "core/branchtoday.h"
#include "core/report.h"
#include "support/samplecounter.h"

namespace motcua::test {

/// The afternoon of 17 November 2026 as the design draws it, with @p counters counters.
[[nodiscard]] inline BranchToday sampleToday(int counters = 12)
{
    using namespace Qt::StringLiterals;
    constexpr int Minute = 60;
    constexpr qint64 MinuteMs = 60'000;
    BranchToday today{.hall = SampleCounter::idle().hall, .usual = 396};
    HallState &hall = today.hall;
    hall.branchNow = SampleCounter::at(15, 30, 12);
    today.day.businessDate = hall.businessDate;
    today.longestWaitMs = 48 * MinuteMs;
    today.longestGroup = u"N"_s;
    today.ratings = {
        .very = 118, .satisfied = 71, .notSatisfied = 14, .comments = 15, .handled = 13};
    hall.groups[5].group.name = {u"Y tế, giáo dục, văn hóa"_s, u"Health, education, culture"_s};

    struct Line
    {
        const char *letter;
        int issued;
        int served;
        int waiting;
        int wait;
        int ninetieth;
        int accepted;
        int supplement;
        int refused;
    };
    for (const Line &line :
         {Line{"H", 118, 103, 9, 16, 29, 92, 8, 2}, Line{"C", 96, 87, 5, 9, 17, 84, 2, 1},
          Line{"N", 74, 60, 10, 27, 48, 43, 13, 4}, Line{"K", 38, 34, 2, 12, 21, 28, 4, 1},
          Line{"X", 27, 25, 1, 8, 15, 22, 2, 0}, Line{"Y", 16, 15, 1, 6, 11, 13, 1, 0},
          Line{"R", 31, 29, 0, 5, 9, 0, 0, 0}, Line{"A", 12, 10, 1, 3, 6, 0, 0, 0},
          Line{"", 412, 363, 29, 14, 31, 282, 30, 8}}) {
        GroupSummary row;
        row.group = QString::fromLatin1(line.letter);
        row.issued = line.issued;
        row.served = line.served;
        row.waiting = line.waiting;
        row.waitAverage = line.wait * Minute;
        row.waitNinetieth = line.ninetieth * Minute;
        row.intakes = {line.accepted, line.supplement, line.refused, 0, 0};
        if (row.group.isEmpty()) {
            row.noShow = 11;
            row.serving = 9;
            today.day.total = row;
        } else {
            today.day.groups.push_back(row);
        }
    }

    using enum HourCounts::When;
    today.hours = {{7, 31, 18, Past},  {8, 72, 58, Past},  {9, 68, 64, Past},
                   {10, 59, 62, Past}, {11, 24, 42, Past}, {12, 0, 0, Past, true},
                   {13, 47, 33, Past}, {14, 63, 56, Past}, {15, 48, 30, Now},
                   {16, 0, 0, ToCome}};

    struct At
    {
        const char *groups;
        const char *ticket; ///< "-" free, "break", "closed"
        int served;
        int seconds;
    };
    const std::array<At, 12> desks{{{"A", "-", 10, 160},
                                    {"H", "H111", 35, 365},
                                    {"H", "H112", 34, 372},
                                    {"H", "H110", 34, 391},
                                    {"C", "C091", 44, 242},
                                    {"C", "C090", 43, 255},
                                    {"N", "N063", 31, 588},
                                    {"N", "closed", 29, 620},
                                    {"K", "K036", 34, 456},
                                    {"X", "break", 25, 410},
                                    {"Y", "-", 15, 425},
                                    {"R", "R030", 29, 190}}};
    hall.counters.clear();
    for (int number = 1; number <= counters; ++number) {
        const At &desk = desks.at(static_cast<size_t>((number - 1) % 12));
        const QString at = QString::fromLatin1(desk.ticket);
        CounterToday one{.state = {.number = number,
                                   .groups = {QString::fromLatin1(desk.groups)},
                                   .presence = at == u"break"_s    ? Presence::OnBreak
                                               : at == u"closed"_s ? Presence::Closed
                                                                   : Presence::Open,
                                   .ticket = TicketNumber::fromString(at)},
                         .served = desk.served,
                         .serviceAverage = desk.seconds};
        one.breakSince = at == u"break"_s ? hall.branchNow - 6 * MinuteMs : 0;
        hall.counters.push_back(one.state);
        today.counters.push_back(one);
    }
    today.attention = {{.kind = Attention::Kind::LongWait,
                        .group = u"N"_s,
                        .people = 3,
                        .waiting = 10,
                        .openCounters = 2},
                       {.kind = Attention::Kind::LongBreak,
                        .group = u"X"_s,
                        .waiting = 1,
                        .counter = 10,
                        .since = hall.branchNow - 6 * MinuteMs},
                       {.kind = Attention::Kind::PaperLow,
                        .device = DeviceKind::Kiosk,
                        .number = 2,
                        .state = DeviceState::PaperLow},
                       {.kind = Attention::Kind::Reconnected,
                        .device = DeviceKind::Board,
                        .number = 2,
                        .since = SampleCounter::at(15, 8),
                        .until = SampleCounter::at(15, 12)}};
    return today;
}

/// The same branch before anybody came.
[[nodiscard]] inline BranchToday emptyToday()
{
    BranchToday today = sampleToday();
    today.usual.reset();
    today.longestWaitMs = 0;
    today.attention.clear();
    for (GroupSummary &row : today.day.groups) {
        GroupSummary nothing;
        nothing.group = row.group;
        row = nothing;
    }
    today.day.total = {};
    for (CounterToday &counter : today.counters) {
        counter = {.state = {.number = counter.state.number, .groups = counter.state.groups}};
    }
    today.hall.counters.clear();
    for (const CounterToday &counter : today.counters) {
        today.hall.counters.push_back(counter.state);
    }
    for (HourCounts &hour : today.hours) {
        hour = {.hour = hour.hour, .when = HourCounts::When::ToCome};
    }
    return today;
}

/// The same day as a day sheet, closed, opened again and corrected since.
[[nodiscard]] inline ReportTable sampleReport()
{
    using namespace Qt::StringLiterals;
    const BranchToday today = sampleToday();
    std::map<QString, Bilingual> names;
    for (const GroupLoad &load : today.hall.groups) {
        names.emplace(load.group.letter, load.group.name);
    }
    ReportTable table = tableOf(today.day, names);
    table.branch = today.hall.branch.name;
    table.organisation = today.hall.branch.organisation;
    table.marks = {{table.from, DayMark::Kind::Reopened, 1},
                   {table.from, DayMark::Kind::Corrected, 3}};
    table.seal = u"9c41e07ab2d5"_s;
    return table;
}

/// October 2026 as the design draws it.
[[nodiscard]] inline BranchMonth sampleMonth()
{
    const BranchToday today = sampleToday();
    BranchMonth month{.first = QDate(2026, 10, 1),
                      .today = QDate(2026, 11, 17),
                      .branch = today.hall.branch.name,
                      .branchNumber = 1,
                      .total = today.day.total,
                      .ratings = {.very = 4'010, .satisfied = 1'026, .notSatisfied = 204},
                      .issuedBefore = 9021,
                      .acceptedBefore = 7655};
    constexpr std::array Issued{398, 372, 141, 0,   446, 421, 389, 377, 352, 128, 0,
                                438, 415, 402, 391, 365, 133, 0,   429, 344, 396, 388,
                                371, 137, 0,   452, 418, 394, 380, 361, 126};
    month.total.issued = 0;
    for (const int issued : Issued) {
        const QDate date = month.first.addDays(std::ssize(month.days));
        month.days.push_back({.date = date,
                              .issued = issued,
                              .wasOpened = issued > 0,
                              .isOffDay = issued == 0,
                              .isReopened = date.day() == 20});
        month.total.issued += issued;
        month.weekdays.at(static_cast<size_t>(date.dayOfWeek() - 1)) += issued > 0 ? 1 : 0;
    }
    constexpr std::array Accepted{7604, 7112, 6984, 6405, 6221, 5870, 5316, 5102, 4688, 4013, 3547};
    constexpr std::array Numbers{2, 5, 3, 8, 4, 7, 10, 6, 9, 12, 11};
    for (size_t i = 0; i < Accepted.size(); ++i) {
        month.others.push_back({.name = {QStringLiteral("Chi nhánh số %1").arg(Numbers.at(i)),
                                         QStringLiteral("Branch %1").arg(Numbers.at(i))},
                                .days = Numbers.at(i) == 7 ? 24 : 27,
                                .issued = Accepted.at(i) + 1'000,
                                .accepted = Accepted.at(i),
                                .waitAverage = 60 * (9 + Numbers.at(i))});
    }
    month.usual = {431, 405, 394, 386, 371, 131, std::nullopt};
    month.total.intakes = {7918, 790, 96, 0, 0};
    month.total.waitMedian = 11 * 60;
    month.total.waitLongest = 71 * 60;
    for (const int hour : {7, 8, 9, 10, 11, 13, 14, 15, 16}) {
        for (int day = 0; day < 6; ++day) {
            month.hours[hour].at(static_cast<size_t>(day)) = (16 - day) * (20 - hour);
        }
    }
    return month;
}

/// Three groups' branch.
[[nodiscard]] inline SelectionChoices sampleChoices()
{
    using namespace Qt::StringLiterals;
    return {.groups = {{u"C"_s, {u"Chứng thực"_s, u"Certification"_s}},
                       {u"H"_s, {u"Hộ tịch"_s, u"Civil status"_s}},
                       {u"N"_s, {u"Nhà đất"_s, u"Land and housing"_s}}},
            .procedures = {{u"1.004873"_s,
                            {u"Cấp giấy xác nhận tình trạng hôn nhân"_s,
                             u"Certificate of marital status"_s}}},
            .counters = {1, 2, 3}};
}

/// Ten years up to the sample month, busier each year.
[[nodiscard]] inline BranchYears sampleYears()
{
    using namespace Qt::StringLiterals;
    BranchYears years{.first = QDate(2017, 1, 1),
                      .today = QDate(2026, 10, 31),
                      .branch = {u"Chi nhánh số 1"_s, u"Branch 1"_s}};
    constexpr int Sunday = 7;
    for (QDate day = years.first; day <= years.today; day = day.addDays(1)) {
        if (day.dayOfWeek() == Sunday) {
            continue;
        }
        const int issued = 120 + 24 * (day.year() - 2017) + 12 * (Sunday - day.dayOfWeek())
                           + (day.dayOfYear() * 37) % 80;
        years.days.push_back({.date = day,
                              .group = {},
                              .issued = issued,
                              .served = issued * 9 / 10,
                              .noShow = issued / 12,
                              .waits = issued,
                              .waitMs = issued * qint64{840'000},
                              .intakes = {issued * 8 / 10, issued / 10, 3, 0, 0}});
    }
    return years;
}

} // namespace motcua::test
