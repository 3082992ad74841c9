// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardcontent.h"
#include "core/hallstate.h"

#include <QDateTime>

#include <algorithm>
#include <functional>

namespace motcua::test {

inline const QDate HallDay(2026, 11, 17);

/// @p time of HallDay at the branch, UTC ms.
[[nodiscard]] inline qint64 hallTime(QTime time)
{
    constexpr qint64 Hanoi = qint64{7} * 3'600'000;
    return QDateTime(HallDay, time, Qt::UTC).toMSecsSinceEpoch() - Hanoi;
}

[[nodiscard]] inline TicketNumber ticket(const char *text)
{
    return TicketNumber::fromString(QString::fromLatin1(text)).value();
}

/// The branch of the board's mock-ups at 09:42: twelve counters, eight groups, H 042 called to 3.
[[nodiscard]] inline HallState mockupHall()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    HallState hall;
    hall.branch.number = 1;
    hall.branch.code = text("CN1");
    hall.branch.name = {text("Chi nhánh số 1"), text("Branch 1")};
    hall.branch.organisation = {text("Trung tâm Phục vụ hành chính công TP. Hà Nội"),
                                text("Hanoi Public Administrative Service Centre")};
    hall.branch.settings.timeZone = text("Asia/Ho_Chi_Minh");
    hall.seq = 700;
    hall.businessDate = HallDay;
    hall.branchNow = hallTime({9, 42, 10});
    struct Name
    {
        const char *letter;
        const char *vi;
        const char *en;
    };
    for (const Name &name :
         {Name{"H", "Hộ tịch", "Civil status"}, Name{"C", "Chứng thực", "Certified copies"},
          Name{"N", "Nhà đất", "Land"}, Name{"K", "Kinh doanh", "Household business"},
          Name{"X", "Xã hội", "Social"}, Name{"Y", "Y tế, giáo dục", "Health, education"},
          Name{"R", "Trả kết quả", "Results"}, Name{"A", "Hướng dẫn", "Help desk"}}) {
        hall.groups.push_back({.group = {.letter = text(name.letter),
                                         .name = {text(name.vi), text(name.en)},
                                         .shortName = {text(name.vi), text(name.en)}}});
    }
    struct At
    {
        int counter;
        const char *group;
        const char *ticket;
        int order; ///< of its call
    };
    for (const At &at :
         {At{1, "A", "A008", 610}, At{2, "H", "H041", 640}, At{3, "H", "H042", 699},
          At{4, "H", "H040", 630}, At{5, "C", "C118", 690}, At{6, "C", "C117", 650},
          At{7, "N", "N026", 645}, At{8, "N", "N027", 680}, At{9, "K", "K019", 670},
          At{10, "X", "X015", 620}, At{11, "Y", nullptr, 0}, At{12, "R", "R064", 660}}) {
        CounterState counter{.number = at.counter, .groups = {text(at.group)}};
        counter.presence = at.ticket ? Presence::Open : Presence::OnBreak;
        if (at.ticket) {
            const qint64 calledAt = hall.branchNow - qint64{700 - at.order} * 10'000;
            counter.ticket = ticket(at.ticket);
            counter.state = LegState::Serving;
            counter.calledAt = calledAt;
            hall.calls.push_back({.id = at.order,
                                  .ticket = *counter.ticket,
                                  .group = text(at.group),
                                  .counter = at.counter,
                                  .at = calledAt,
                                  .announcement = AnnouncementState::Done});
        }
        hall.counters.push_back(counter);
    }
    std::ranges::sort(hall.calls, std::ranges::greater(), &HallCall::id);
    return hall;
}

/// @p hall @p ms later, after @p number of @p group was called to @p counter.
[[nodiscard]] inline HallState called(HallState hall, const char *number, int counter,
                                      qint64 ms = 20'000)
{
    hall.branchNow += ms;
    ++hall.seq;
    HallCall call{.id = hall.seq,
                  .ticket = ticket(number),
                  .group = QString(QLatin1Char(number[0])),
                  .counter = counter,
                  .at = hall.branchNow};
    std::erase_if(hall.calls, [&](const HallCall &other) { return other.ticket == call.ticket; });
    hall.calls.insert(hall.calls.begin(), call);
    for (CounterState &state : hall.counters) {
        if (state.number == counter) {
            state.presence = Presence::Open;
            state.ticket = call.ticket;
            state.state = LegState::Called;
            state.calledAt = call.at;
        }
    }
    return hall;
}

/// @p count counters, groups in turn of three, each with a ticket.
[[nodiscard]] inline HallState largeHall(int count)
{
    HallState hall = mockupHall();
    hall.counters.clear();
    hall.calls.clear();
    for (int i = 0; i < count; ++i) {
        const Group &group = hall.groups[static_cast<size_t>(i) / 3 % hall.groups.size()].group;
        CounterState counter{.number = i + 1, .groups = {group.letter}};
        counter.presence = Presence::Open;
        counter.ticket = TicketNumber{.series = group.letter[0].unicode(), .number = i + 1};
        hall.counters.push_back(counter);
    }
    return hall;
}

/// What the board of the mock-ups shows besides calls.
[[nodiscard]] inline BoardContent mockupContent()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    BoardContent content;
    content.notices = {{.title = {text("Không phải đến lần hai"), text("No need to come twice")},
                        .text = {text("Nhận kết quả\nqua bưu điện:\nhỏi khi nộp hồ sơ"),
                                 text("Get your result by post: ask when you apply")},
                        .link = text("https://dichvucong.gov.vn")}};
    content.ticker = {{text("Người được ưu tiên theo quy định có thể được gọi trước số của bạn."),
                       text("People with priority by law may be called before you.")}};
    const Session morning{{7, 30}, {11, 30}};
    const Session afternoon{{13, 0}, {17, 0}};
    content.week = {{{morning, afternoon},
                     {morning, afternoon},
                     {morning, afternoon},
                     {morning, afternoon},
                     {morning, afternoon},
                     {morning},
                     {}}};
    return content;
}

} // namespace motcua::test
