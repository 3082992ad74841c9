// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskwindow.h"
#include "kiosk/tile.h"

namespace motcua::test {

/// The branch of the kiosk's mock-ups: eight groups, Tuesday 17 November 2026, 09:42.
[[nodiscard]] inline HallState kioskHall()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    HallState hall;
    hall.branch.number = 1;
    hall.branch.code = text("CN1");
    hall.branch.name = {text("Chi nhánh số 1"), text("Branch 1")};
    hall.branch.organisation = {text("Trung tâm Phục vụ hành chính công TP. Hà Nội"),
                                text("Hanoi Public Administrative Service Centre")};
    hall.businessDate = QDate(2026, 11, 17);
    struct Row
    {
        const char *letter;
        const char *vi;
        const char *en;
        const char *shortVi;
        const char *shortEn;
        int waiting;
        WaitRange wait;
    };
    const Row rows[] = {
        {"H", "Hộ tịch", "Birth, marriage, death", "Hộ tịch", "Civil status", 12, {20, 30}},
        {"C", "Chứng thực", "Certified copies", "Chứng thực", "Certified copies", 7, {10, 15}},
        {"N", "Nhà đất, xây dựng", "Land, building", "Nhà đất", "Land", 15, {40, 55}},
        {"K", "Kinh doanh", "Household business", "Kinh doanh", "Business", 4, {10, 15}},
        {"X", "Xã hội, lao động", "Allowances, labour", "Xã hội", "Social", 3, {5, 10}},
        {"Y", "Y tế, giáo dục, văn hóa", "Health, education", "Y tế", "Health", 2, {5, 10}},
        {"R", "Nhận kết quả", "Collect your result", "Trả kết quả", "Results", 5, {5, 10}},
        {"A", "Hỏi, thủ tục khác", "Not sure? Ask us", "Hướng dẫn", "Help desk", 1, {0, 5}}};
    for (const Row &row : rows) {
        hall.groups.push_back({.group = {.letter = text(row.letter),
                                         .name = {text(row.vi), text(row.en)},
                                         .shortName = {text(row.shortVi), text(row.shortEn)}},
                               .waiting = row.waiting,
                               .takesNumbers = true,
                               .wait = row.wait});
    }
    const auto call = [&](const char *number, int counter) {
        hall.calls.push_back({.ticket = *TicketNumber::fromString(text(number)),
                              .group = QString(QLatin1Char(number[0])),
                              .counter = counter});
    };
    call("H042", 3);
    call("C118", 5);
    call("N027", 8);
    return hall;
}

[[nodiscard]] inline Catalogue kioskCatalogue()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Catalogue catalogue;
    const auto add = [&](const char *code, const char *group, const char *vi, const char *en,
                         std::optional<Limit> limit, const char *referral = "") {
        ProcedureCase only;
        only.limit = limit;
        catalogue.procedures.push_back({.code = text(code),
                                        .name = {text(vi), text(en)},
                                        .group = text(group),
                                        .field = {},
                                        .referral = text(referral),
                                        .flags = {},
                                        .cases = {only}});
    };
    const Limit today{LimitKind::SameDay, 0};
    const auto days = [](int n) { return Limit{LimitKind::WorkingDays, n}; };
    add("H1", "H", "Đăng ký khai sinh", "Birth registration", today);
    add("H2", "H", "Đăng ký kết hôn", "Marriage registration", today);
    add("H3", "H", "Giấy xác nhận tình trạng hôn nhân", "Marital status certificate", days(3));
    add("H4", "H", "Trích lục hộ tịch, bản sao khai sinh", "Copy of a civil-status record", today);
    add("H5", "H", "Đăng ký lại khai sinh", "Birth re-registration", days(5));
    add("H6", "H", "Thay đổi, cải chính hộ tịch", "Change or correct a record", days(3));
    add("H7", "H", "Đăng ký khai tử", "Death registration", today);
    add("C1", "C", "Chứng thực bản sao từ bản chính", "Certified copy of an original", today);
    add("C2", "C", "Chứng thực chữ ký", "Certification of a signature", today);
    add("C3", "C", "Chứng thực giao dịch về động sản, quyền sử dụng đất, nhà ở",
        "Certification of a transaction in land, a house or movable property", days(2));
    for (int i = 4; i <= 12; ++i) {
        add(qPrintable(QStringLiteral("C%1").arg(i)), "C",
            "Cấp bản sao có chứng thực từ bản chính giao dịch đã chứng thực",
            "Certified copy of a certified transaction", days(i));
    }
    add("N1", "N",
        "Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
        "Exchange of a land certificate", days(5));
    add("N2", "N", "Tách thửa hoặc hợp thửa đất", "Splitting or merging land plots", days(12));
    add("K1", "K", "Đăng ký thành lập hộ kinh doanh", "Registration of a household business",
        days(3));
    add("P1", "", "Cấp hộ chiếu phổ thông", "Passport", std::nullopt,
        "Phòng Quản lý xuất nhập cảnh, Công an thành phố");
    add("U1", "", "Thủ tục vừa nhập, chưa xếp nhóm", "Imported, without a group yet", days(3));
    const auto priority = [&](const char *code, const char *vi, const char *en) {
        catalogue.priorityClasses.push_back({.code = text(code),
                                             .name = {text(vi), text(en)},
                                             .headStartMinutes = 20,
                                             .fromAge = {},
                                             .basis = {}});
    };
    priority("elderly", "Người cao tuổi", "Older person");
    priority("disabled", "Người khuyết tật", "Disabled person");
    priority("pregnant", "Phụ nữ mang thai", "Pregnant");
    priority("small_child", "Có con nhỏ đi cùng", "With a small child");
    priority("merit", "Người có công", "National merit");
    priority("hard_to_see_or_hear", "Khó nhìn, khó nghe", "Hard to see or hear");
    for (size_t day = 0; day < 6; ++day) {
        catalogue.calendar.week[day] = {{QTime(7, 30), QTime(11, 30)}};
        if (day < 5) {
            catalogue.calendar.week[day].push_back({QTime(13, 0), QTime(17, 0)});
        }
    }
    return catalogue;
}

[[nodiscard]] inline KioskTicket kioskTicket()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    return {.number = *TicketNumber::fromString(text("H055")),
            .letter = text("H"),
            .group = {text("Hộ tịch"), text("Birth, marriage, death")},
            .procedure = {text("Giấy xác nhận tình trạng hôn nhân"),
                          text("Marital status certificate")},
            .ahead = 12,
            .wait = WaitRange{20, 30},
            .callFrom = QTime(10, 2),
            .callTo = QTime(10, 12),
            .counters = {2, 3, 4},
            .followUrl = text("https://motcua.vn/t/7kq3mx9fj2hd8sba"),
            .canFollow = true,
            .trackingCode = text("7KQ3-MX9F")};
}

/// A kiosk as in the mock-ups, at its first screen.
[[nodiscard]] inline std::unique_ptr<KioskWindow> makeKiosk(KioskBehaviour behaviour = {})
{
    behaviour.fullScreen = false;
    behaviour.portalUrl = QStringLiteral("https://dichvucong.gov.vn");
    auto kiosk = std::make_unique<KioskWindow>();
    kiosk->setBehaviour(behaviour);
    kiosk->resize(1080, 1920);
    kiosk->setCatalogue(kioskCatalogue());
    kiosk->setHall(kioskHall());
    kiosk->setNow({QDate(2026, 11, 17), QTime(9, 42)}, {});
    kiosk->setHasAudio(true);
    return kiosk;
}

/// Touches the tile @p name of the screen that is shown; false when it cannot be touched.
inline bool touch(KioskWindow &kiosk, const QString &name)
{
    const auto found = kiosk.findChildren<Tile *>(name);
    for (Tile *tile : found) {
        if (tile->isVisibleTo(&kiosk) && tile->isEnabled() && !tile->isPanel()) {
            tile->click();
            return true;
        }
    }
    return false;
}

} // namespace motcua::test
