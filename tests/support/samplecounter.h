// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "core/counteroverview.h"
#include "core/dossier.h"

#include <QDateTime>
#include <QTimeZone>

namespace motcua::test {

/// The morning of 17 November 2026 at counter 3, as the design draws it.
class SampleCounter
{
public:
    /// A time of that day at the branch.
    [[nodiscard]] static qint64 at(int hour, int minute, int second = 0)
    {
        return QDateTime(QDate(2026, 11, 17), QTime(hour, minute, second),
                         QTimeZone("Asia/Ho_Chi_Minh"))
            .toMSecsSinceEpoch();
    }

    [[nodiscard]] static CounterOverview idle()
    {
        CounterOverview overview;
        HallState &hall = overview.hall;
        hall.branch.number = 1;
        hall.branch.code = QStringLiteral("CN1");
        hall.branch.name = {QStringLiteral("Chi nhánh số 1"), QStringLiteral("Branch 1")};
        hall.branch.settings.deskPrinter = QStringLiteral("van-phong");
        hall.branch.settings.timeZone = QStringLiteral("Asia/Ho_Chi_Minh");
        hall.businessDate = QDate(2026, 11, 17);
        hall.branchNow = at(9, 41, 20);
        const auto group = [&](const char *letter, const char *vi, const char *en,
                               const char *shortVi, const char *shortEn, int waiting, int longest) {
            GroupLoad load{
                .group = {.letter = QString::fromUtf8(letter),
                          .name = {QString::fromUtf8(vi), QString::fromUtf8(en)},
                          .shortName = {QString::fromUtf8(shortVi), QString::fromUtf8(shortEn)}},
                .waiting = waiting,
                .oldestQueuedAt = hall.branchNow - qint64{longest} * 60'000};
            hall.groups.push_back(std::move(load));
        };
        group("H", "Hộ tịch", "Birth, marriage, death", "Hộ tịch", "Civil status", 13, 24);
        group("C", "Chứng thực", "Certified copies", "Chứng thực", "Certified copies", 7, 13);
        group("N", "Nhà đất, xây dựng", "Land, building", "Nhà đất", "Land", 15, 48);
        group("K", "Kinh doanh", "Household business", "Kinh doanh", "Business", 4, 11);
        group("X", "Xã hội, lao động", "Allowances, labour", "Xã hội", "Social", 3, 8);
        group("Y", "Y tế, giáo dục", "Health, education", "Y tế", "Health", 2, 6);
        group("R", "Nhận kết quả", "Collect your result", "Trả kết quả", "Results", 5, 7);
        group("A", "Hỏi, thủ tục khác", "Not sure? Ask us", "Hướng dẫn", "Help desk", 1, 2);
        hall.groups.front().wait = WaitRange{.fromMinutes = 20, .toMinutes = 25};
        const auto counter = [&](int number, const char *letters, Presence presence) {
            hall.counters.push_back({.number = number,
                                     .groups = QString::fromUtf8(letters).split(u' '),
                                     .presence = presence});
        };
        counter(1, "H", Presence::Open);
        counter(2, "H", Presence::Open);
        counter(3, "H", Presence::Open);
        counter(4, "C", Presence::Open);
        counter(5, "C", Presence::OnBreak);
        counter(6, "N", Presence::Open);
        counter(7, "N", Presence::Open);
        counter(8, "K X", Presence::Open);
        counter(9, "Y", Presence::Closed);
        counter(12, "R", Presence::Open);

        overview.counter = 3;
        overview.groups = {QStringLiteral("H")};
        overview.shift = QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        overview.staff = QStringLiteral("CB03");
        overview.staffName = QStringLiteral("Nguyễn Thu Hà");
        overview.permissions = {QStringLiteral("call_chosen")};
        overview.presence = Presence::Open;
        overview.mine = {waiting(42, "1.004873", 9, 17),
                         waiting(46, "1.001193", 9, 27, "small_child"),
                         waiting(43, "1.000894", 9, 18),
                         waiting(47, "1.001193", 9, 29),
                         waiting(44, "2.000635", 9, 21),
                         waiting(45, "2.000635", 9, 24),
                         waiting(51, "1.000656", 9, 36, "elderly"),
                         waiting(48, "1.004859", 9, 30),
                         waiting(49, "1.004884", 9, 31),
                         waiting(50, "1.001193", 9, 34),
                         waiting(52, "1.004873", 9, 37),
                         waiting(53, "", 9, 39),
                         waiting(54, "1.000894", 9, 40)};
        overview.mine[3].bookedFor = at(9, 45);
        overview.branch = overview.mine;
        for (int number = 11; number < 48; ++number) {
            WaitingTicket other = waiting(number, "", 9, number % 40);
            other.ticket.series = number % 2 == 0 ? u'N' : u'C';
            other.group = QString(QChar(other.ticket.series));
            overview.branch.push_back(other);
        }
        overview.held = {{.ticket = waiting(37, "1.001193", 9, 2),
                          .reason = QStringLiteral("photocopy"),
                          .since = at(9, 31)}};
        overview.missed = {
            {.ticket = waiting(33, "1.001193", 8, 50), .counter = 3, .at = at(9, 8)}};
        overview.missed.front().ticket.calls = 3;
        overview.day = {
            .since = at(7, 30), .served = 14, .averageServiceMs = 372'000, .noShows = 1};
        overview.devices = {
            {.kind = DeviceKind::Kiosk, .number = 1, .seenAt = hall.branchNow},
            {.kind = DeviceKind::Board, .number = 1, .volume = 70, .seenAt = hall.branchNow}};
        overview.hallIsHeard = true;
        return overview;
    }

    /// H 042 was called and is at the counter for 3 min 18 s.
    [[nodiscard]] static CounterOverview serving()
    {
        CounterOverview overview = idle();
        overview.hall.branchNow = at(9, 45, 20);
        overview.current = CurrentTicket{.ticket = overview.mine.front()};
        overview.current->ticket.calls = 1;
        overview.current->firstCalledAt = overview.hall.branchNow - 198'000;
        overview.current->calledAt = overview.current->firstCalledAt;
        overview.current->announcement = AnnouncementState::Done;
        overview.mine.erase(overview.mine.begin());
        overview.branch.erase(overview.branch.begin());
        const auto recorded = [&overview](int number, int hour, int minute, const char *procedure,
                                          Outcome outcome) {
            const WaitingTicket ticket = waiting(number, procedure, hour, minute);
            overview.intakes.push_back(
                {.at = at(hour, minute),
                 .ticket = ticket.ticket,
                 .procedure = ticket.procedure,
                 .procedureName = ticket.procedureName,
                 .outcome = outcome,
                 .code = QStringLiteral("TN1-261117-%1").arg(number, 4, 10, QChar(u'0'))});
        };
        recorded(39, 9, 38, "2.000635", Outcome::Accepted);
        recorded(36, 9, 29, "1.001193", Outcome::Accepted);
        recorded(34, 9, 21, "1.000894", Outcome::Supplement);
        recorded(31, 9, 12, "1.001193", Outcome::Accepted);
        recorded(27, 9, 3, "1.004873", Outcome::Accepted);
        recorded(24, 8, 55, "1.004884", Outcome::Refused);
        recorded(21, 8, 47, "2.000635", Outcome::Accepted);
        recorded(18, 8, 39, "1.004859", Outcome::Supplement);
        recorded(15, 8, 31, "1.001193", Outcome::HandedOver);
        recorded(11, 8, 22, "1.000656", Outcome::Accepted);
        return overview;
    }

    /// What the QR of the applicant's ID card says.
    [[nodiscard]] static QByteArray card()
    {
        return QStringLiteral("099191004217||NGUYỄN THỊ MAI|12051991|Nữ|"
                              "Số 12 Hàng Bún, phường Ba Đình, Hà Nội|20082021")
            .toUtf8();
    }
    [[nodiscard]] static KnownPerson known()
    {
        KnownPerson known{.id = QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9),
                          .person = {.name = QStringLiteral("NGUYỄN THỊ MAI"),
                                     .idNumber = QStringLiteral("099191004217"),
                                     .birthDate = QDate(1991, 5, 12),
                                     .sex = Sex::Female,
                                     .phone = QStringLiteral("0912345678"),
                                     .email = QStringLiteral("mai@example.vn"),
                                     .address = QStringLiteral("Số 12 Hàng Bún"),
                                     .unit = QStringLiteral("00004")},
                          .open = {}};
        Dossier dossier{.id = QUuid(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8),
                        .code = QStringLiteral("TN1-261112-0007"),
                        .businessDate = QDate(2026, 11, 12),
                        .procedure = QStringLiteral("1.001193"),
                        .received = {QDate(2026, 11, 12), QTime(9, 0)},
                        .applicant = known.id};
        known.open.push_back(dossier);
        return known;
    }

private:
    static WaitingTicket waiting(int number, const char *procedure, int hour, int minute,
                                 const char *priority = "")
    {
        struct Name
        {
            const char *code;
            const char *vi;
            const char *en;
        };
        static constexpr Name Procedures[]{
            {"1.004873", "Giấy xác nhận tình trạng hôn nhân", "Marital status certificate"},
            {"1.001193", "Đăng ký khai sinh", "Birth registration"},
            {"1.000894", "Đăng ký kết hôn", "Marriage registration"},
            {"2.000635", "Trích lục hộ tịch, bản sao khai sinh", "Copy of a civil-status record"},
            {"1.000656", "Đăng ký khai tử", "Death registration"},
            {"1.004859", "Thay đổi, cải chính hộ tịch", "Change or correct a record"},
            {"1.004884", "Đăng ký lại khai sinh", "Birth re-registration"}};
        WaitingTicket ticket;
        ticket.ticket = {u'H', number};
        ticket.group = QStringLiteral("H");
        ticket.procedure = QString::fromLatin1(procedure);
        for (const Name &name : Procedures) {
            if (ticket.procedure == QLatin1StringView(name.code)) {
                ticket.procedureName = {QString::fromUtf8(name.vi), QString::fromUtf8(name.en)};
            }
        }
        ticket.priority = QString::fromLatin1(priority);
        if (!ticket.priority.isEmpty()) {
            const bool old = ticket.priority == u"elderly";
            ticket.priorityName =
                old ? Bilingual{QStringLiteral("Người cao tuổi"), QStringLiteral("Older person")}
                    : Bilingual{QStringLiteral("Có con nhỏ đi cùng"),
                                QStringLiteral("With a small child")};
        }
        ticket.kiosk = 1;
        ticket.arrivedAt = at(hour, minute);
        ticket.queuedAt = ticket.arrivedAt;
        return ticket;
    }
};

} // namespace motcua::test
