// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/city.h"

namespace motcua::test {

inline const LocalTime CityNow{QDate(2026, 11, 28), QTime(8, 15)};

/// So many waits: half of them @p median minutes, the others up to five times as long.
[[nodiscard]] inline WaitCounts sampleWaits(int count, int median)
{
    constexpr int Minute = 60;
    return {{Minute * median, (count + 1) / 2},
            {Minute * median * 2, count - (count + 1) / 2 - count / 20},
            {Minute * median * 5, count / 20}};
}

/// November 2026 of twelve branches on the morning of its 28th: CN4 has been silent for two nights, CN9
/// has a day that is not proven, CN11 never sent, CN12 is not enrolled.
[[nodiscard]] inline CityDays sampleCityDays()
{
    CityDays days{.from = QDate(2026, 11, 1), .to = QDate(2026, 11, 30), .readAt = CityNow};
    constexpr int Branches = 12;
    CitySum total;
    for (int i = 1; i <= Branches; ++i) {
        const int issued = 8120 - 517 * i;
        CityBranch branch{
            .code = QStringLiteral("CN%1").arg(i),
            .name = {QStringLiteral("Chi nhánh số %1").arg(i), QStringLiteral("Branch %1").arg(i)},
            .isEnrolled = i != 12,
            .lastSync = {QDate(2026, 11, 27), QTime(21, i)},
            .lastDay = QDate(2026, 11, 27),
            .lastClosed = QDate(2026, 11, 27)};
        const CitySum sum{.figures = {.issued = issued,
                                      .served = issued * 92 / 100,
                                      .noShow = issued * 5 / 100,
                                      .cancelled = issued / 100,
                                      .expired = issued / 50,
                                      .notDone = issued - issued * 92 / 100 - issued * 5 / 100
                                                 - issued / 100 - issued / 50,
                                      .waits = issued,
                                      .waitMs = qint64{issued} * 99'000 * (9 + i),
                                      .accepted = issued * 8 / 10,
                                      .supplement = issued / 12,
                                      .refused = issued / 100},
                          .waits = sampleWaits(issued, 9 + i)};
        branch.figures = sum.told();
        branch.newest = branch.lastDay;
        if (i == 4) {
            branch.lastSync = {QDate(2026, 11, 25), QTime(21, 4)};
            branch.lastDay = QDate(2026, 11, 25);
            branch.lastClosed = branch.lastDay;
            branch.newest = branch.lastDay;
        } else if (i == 6) {
            branch.openDays = 1; // its head has opened one again
        } else if (i == 9) {
            branch.unprovenDays = {QDate(2026, 11, 19)};
        } else if (i > 10) {
            branch.lastSync = {};
            branch.lastDay = {};
            branch.newest = {};
            branch.lastClosed = {};
            branch.figures.reset();
        }
        if (branch.figures) {
            total += sum;
        }
        days.branches.push_back(std::move(branch));
    }
    days.total = total.told();
    return days;
}

/// The same month by day, of the city or of one branch.
[[nodiscard]] inline CityMonth sampleCityMonth(const QString &branch = {})
{
    CityMonth month{.branch = branch, .first = QDate(2026, 11, 1), .readAt = CityNow};
    const int branches = branch.isEmpty() ? 10 : 1;
    constexpr int LastDay = 27;
    CitySum total;
    std::map<QString, CitySum> groups;
    for (int i = 2; i <= LastDay; ++i) {
        const QDate date(2026, 11, i);
        if (date.dayOfWeek() == Qt::Sunday) {
            continue;
        }
        if (date == QDate(2026, 11, 24)) { // a holiday of the sample, see sampleCityHours()
            continue;
        }
        CityDay day{.date = date, .branches = branches};
        day.open = i == LastDay ? 1 : 0;
        const int base = (date.dayOfWeek() == Qt::Saturday ? 120 : 330 + 23 * (i % 6)) * branches;
        int part = 5;
        CitySum ofDay;
        for (const char *letter : {"C", "D", "H", "N", "T"}) {
            const int issued = base * part-- / 15;
            const CitySum sum{.figures = {.issued = issued,
                                          .served = issued * 9 / 10,
                                          .noShow = issued / 20,
                                          .waits = issued,
                                          .waitMs = qint64{issued} * 99'000 * (7 + part)},
                              .waits = sampleWaits(issued, 7 + part)};
            day.groups.emplace(QString::fromLatin1(letter), sum.told());
            groups[QString::fromLatin1(letter)] += sum;
            ofDay += sum;
        }
        ofDay.figures.accepted = ofDay.figures.served * 8 / 10;
        day.figures = ofDay.told();
        total += ofDay;
        month.days.push_back(std::move(day));
    }
    month.total = total.told();
    for (const auto &[letter, sum] : groups) {
        month.groups.emplace(letter, sum.told());
    }
    month.before = month.total;
    month.before.issued -= 311;
    return month;
}

[[nodiscard]] inline std::map<QString, Bilingual> sampleCityGroups()
{
    return {{QStringLiteral("C"), {QStringLiteral("Chứng thực"), QStringLiteral("Certification")}},
            {QStringLiteral("D"), {QStringLiteral("Đất đai"), QStringLiteral("Land")}},
            {QStringLiteral("H"), {QStringLiteral("Hộ tịch"), QStringLiteral("Civil status")}},
            {QStringLiteral("N"), {QStringLiteral("Nộp hồ sơ"), QStringLiteral("Submission")}}};
}

/// Monday to Saturday, and a day off that the week does not tell.
[[nodiscard]] inline WorkingCalendar sampleCityHours()
{
    WorkingCalendar::Data data;
    for (size_t day = 0; day < 6; ++day) {
        data.week.at(day) = {{QTime(8, 0), QTime(16, 30)}};
    }
    data.days = {{QDate(2026, 11, 24), DayKind::Off, QStringLiteral("x"), QStringLiteral("x")}};
    return WorkingCalendar(data);
}

} // namespace motcua::test
