// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shots/shots.h"

#include "shared/banner.h"
#include "shared/deskbutton.h"
#include "shared/doormark.h"
#include "shared/emptystate.h"
#include "shared/focusring.h"
#include "shared/kioskbutton.h"
#include "shared/loadingcards.h"
#include "shared/paragraphlabel.h"
#include "shared/qrview.h"
#include "shared/statusstrip.h"
#include "shared/taglabel.h"
#include "shared/ticketnumberlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua::test {

namespace {

/// A text of the gallery's own, in the language that leads; it can be made longer as others are.
QString text(const Look &look, const char *vietnamese, const char *english)
{
    return QCoreApplication::translate("gallery", look.language == Language::Vietnamese ? vietnamese
                                                                                        : english);
}

/// The same in the other language.
QString other(const Look &look, const char *vietnamese, const char *english)
{
    return QString::fromUtf8(look.language == Language::Vietnamese ? english : vietnamese);
}

/// A page in the colour of its theme.
class Page : public QWidget
{
public:
    Page(const Look &look, QLatin1StringView color, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_color(look.color(color))
    {
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_color); }

private:
    QColor m_color;
};

struct Notice
{
    Tone tone;
    QLatin1StringView icon;
    const char *vietnamese;
    const char *english;
};

constexpr std::array<Notice, 3> Notices{{
    {Tone::Warn, "wifi"_L1, "Mất nối máy chủ, vẫn lấy số được",
     "Offline. You can still get a number."},
    {Tone::Error, "alert"_L1, "Chưa lấy được số. Xin chạm lại",
     "No number yet. Try again or call staff."},
    {Tone::Ok, "idcard"_L1, "Đã đọc căn cước. Nhớ cầm lại thẻ",
     "ID card read. Please take it back."},
}};

QWidget *kioskButtons(const Look &look, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look.px(24));
    const auto add = [&](ButtonKind kind, int line, int column) {
        auto *button = new KioskButton(look, kind, row);
        button->setWords(text(look, "Lấy số", "Get a number"));
        layout->addWidget(button, line, column);
        return button;
    };
    add(ButtonKind::Primary, 0, 0);
    add(ButtonKind::Primary, 0, 1)->setDown(true);
    add(ButtonKind::Primary, 0, 2)->setObjectName(u"focused"_s);
    add(ButtonKind::Primary, 1, 0)->setBusy(text(look, "Đang lấy số…", "Getting a number…"));
    add(ButtonKind::Primary, 1, 1)
        ->setUnavailable(text(look, "Tạm ngừng nhận", "Not taking numbers"));
    add(ButtonKind::Secondary, 1, 2)->setWords(text(look, "Quay lại", "Back"));
    KioskButton *appointment = add(ButtonKind::Appointment, 2, 0);
    layout->addWidget(appointment, 2, 0, 1, 2);
    appointment->setWords(text(look, "Tôi đã đặt lịch hẹn", "I have an appointment"),
                          other(look, "Tôi đã đặt lịch hẹn", "I have an appointment"));
    appointment->setIconName("calendar"_L1);
    appointment->setTrailingIcon("chev"_L1);
    KioskButton *retry = add(ButtonKind::Primary, 2, 2);
    retry->setWords(text(look, "In lại", "Print again"));
    retry->setIconName("printer"_L1);
    return row;
}

std::unique_ptr<QWidget> kioskParts(const Look &look)
{
    auto page = std::make_unique<Page>(look, "surface.page"_L1);
    auto *layout = new QVBoxLayout(page.get());
    const int margin = look.px(designNumber("space.kioskMargin"_L1));
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(look.px(24));

    auto *title = new ParagraphLabel(look, "kiosk.title"_L1, "text.primary"_L1, page.get());
    title->setText(text(look, "Bạn đến làm thủ tục gì?", "What do you need today?"));
    layout->addWidget(title);
    auto *mixed = new ParagraphLabel(look, "kiosk.button"_L1, "text.secondary"_L1, page.get());
    const QString number = text(look, "Số của bạn", "Your number");
    mixed->setText(number + u" · "_s + other(look, "Số của bạn", "Your number") + u" ẪỄỘ"_s);
    mixed->setEmphasis(number, QFont::Bold, "text.primary"_L1);
    layout->addWidget(mixed);
    layout->addWidget(kioskButtons(look, page.get()));
    for (const Notice &notice : Notices) {
        auto *banner = new Banner(look, page.get());
        banner->setNotice(notice.tone, notice.icon, text(look, notice.vietnamese, notice.english),
                          other(look, notice.vietnamese, notice.english));
        layout->addWidget(banner);
    }
    auto *numbers = new QHBoxLayout;
    auto *door = new DoorMark(look, designNumber("door.sizes.card"_L1), page.get());
    door->setGroup(u"H"_s, u"family"_s);
    numbers->addWidget(door);
    auto *plain = new DoorMark(look, designNumber("door.sizes.highContrast"_L1), page.get());
    plain->setGroup(u"X"_s);
    numbers->addWidget(plain);
    auto *logo = new DoorMark(look, designNumber("door.sizes.logoKiosk"_L1), page.get());
    logo->setLogo(1);
    numbers->addWidget(logo);
    auto *ticket =
        new TicketNumberLabel(look, "board.gridNumber"_L1, "text.primary"_L1, page.get());
    ticket->setNumber(TicketNumber{.series = u'H', .number = 118});
    numbers->addWidget(ticket, 1);
    auto *qr = new QrView(look, page.get());
    qr->setCode(qrCode("https://example.org/t/7KQ3MX9F"));
    qr->setFixedSize(qr->sizeHint());
    numbers->addWidget(qr);
    layout->addLayout(numbers);
    auto *loading = new LoadingCards(look, 2, 2, page.get());
    layout->addWidget(loading, 1);

    auto *foot = new Page(look, "surface.brand"_L1, page.get());
    auto *bar = new QHBoxLayout(foot);
    bar->setSpacing(look.px(designNumber("touch.kioskGap"_L1)));
    struct Item
    {
        const char *vietnamese;
        const char *english;
        QLatin1StringView icon;
    };
    for (const Item &item : {Item{"Tiếng Việt", "English", "globe"_L1},
                             Item{"Chữ to hơn", "Larger text", "textsize"_L1},
                             Item{"Tương phản", "High contrast", "contrast"_L1},
                             Item{"Hạ thấp nút bấm", "Lower buttons", "wheelchair"_L1},
                             Item{"Nghe đọc", "Read aloud", "speak"_L1},
                             Item{"Gọi nhân viên", "Call staff", "bell"_L1}}) {
        const bool help = item.icon == "bell"_L1;
        auto *button = new KioskButton(look, help ? ButtonKind::BarCall : ButtonKind::Bar, foot);
        button->setWords(text(look, item.vietnamese, item.english));
        button->setIconName(item.icon);
        button->setFixedHeight(look.px(140));
        button->setCheckable(!help);
        button->setChecked(item.icon == "contrast"_L1);
        bar->addWidget(button, 1);
    }
    layout->addWidget(foot);

    auto *ring = new FocusRing(look, FocusRing::Face::Kiosk, page.get());
    ring->follow(page->findChild<QWidget *>(u"focused"_s));
    return page;
}

std::unique_ptr<QWidget> deskParts(const Look &look)
{
    auto page = std::make_unique<Page>(look, "surface.page"_L1);
    auto *layout = new QVBoxLayout(page.get());
    const int margin = look.px(designNumber("space.deskMargin"_L1));
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(look.px(10));
    const auto strip = [&](Tone tone, QLatin1StringView icon, const QString &sentence,
                           const QString &action, const QString &key) {
        auto *notice = new StatusStrip(look, page.get());
        notice->setNotice(tone, icon, sentence);
        notice->setAction(action, key);
        layout->addWidget(notice);
    };
    strip(Tone::Warn, "wifi"_L1,
          text(look, "Mất nối máy chủ từ %1. Đang lưu tại máy, %2 lượt chờ gửi.",
               "Offline since %1. Saving here, %2 to send.")
              .arg(u"10:12"_s, u"3"_s),
          text(look, "Chi tiết", "Details"), {});
    strip(Tone::Error, "printer"_L1,
          text(look, "Máy in giấy hẹn không trả lời. Hồ sơ đã lưu, chưa in.",
               "Receipt printer not answering. Saved, not printed."),
          text(look, "In lại", "Print again"), {});
    strip(Tone::Neutral, "noshow"_L1, text(look, "%1 vắng mặt", "%1 no-show").arg(u"H 042"_s),
          text(look, "Hoàn tác (%1)", "Undo (%1)").arg(8), u"Ctrl+Z"_s);

    auto *call = new DeskButton(look, DeskButton::Kind::Call, DeskButton::Size::Large, page.get());
    call->setWords(text(look, "Gọi tiếp", "Call next"));
    call->setIconName("call"_L1);
    call->setKeycap(u"F2"_s);
    layout->addWidget(call);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(look.px(10));
    const auto action = [&](DeskButton::Kind kind, DeskButton::Size size, const char *vietnamese,
                            const char *words, QLatin1StringView icon, const QString &key) {
        auto *button = new DeskButton(look, kind, size, page.get());
        button->setWords(text(look, vietnamese, words));
        button->setIconName(icon);
        button->setKeycap(key);
        actions->addWidget(button);
        return button;
    };
    action(DeskButton::Kind::Next, DeskButton::Size::Normal, "Gọi tiếp", "Call next", "call"_L1,
           u"F2"_s)
        ->setWords(text(look, "Gọi tiếp", "Call next"), u"H 042"_s);
    action(DeskButton::Kind::Plain, DeskButton::Size::Normal, "Gọi lại", "Recall", "recall"_L1,
           u"F3"_s);
    action(DeskButton::Kind::Primary, DeskButton::Size::Normal, "Hoàn tất", "Finish", "check"_L1,
           u"F9"_s)
        ->setObjectName(u"focused"_s);
    action(DeskButton::Kind::Plain, DeskButton::Size::Normal, "Chuyển", "Transfer", "swap"_L1,
           u"F7"_s)
        ->setUnavailable(text(look, "Chưa có số đang phục vụ", "Nobody is being served"));
    action(DeskButton::Kind::Plain, DeskButton::Size::Small, "Gọi lại", "Recall", "call"_L1, {});
    layout->addLayout(actions);

    auto *tags = new QHBoxLayout;
    struct Mark
    {
        Tone tone;
        const char *vietnamese;
        const char *english;
        QLatin1StringView icon;
    };
    for (const Mark &mark : {Mark{Tone::Warn, "Ưu tiên", "Priority", "elder"_L1},
                             Mark{Tone::Info, "Hẹn 09:45", "Booked 09:45", "calendar"_L1},
                             Mark{Tone::Ok, "Sẵn sàng", "Ready", "check"_L1},
                             Mark{Tone::Error, "Từ chối", "Rejected", "alert"_L1},
                             Mark{Tone::Neutral, "Trong ngày", "Same day", ""_L1}}) {
        auto *tag = new TagLabel(look, page.get());
        tag->setTag(mark.tone, text(look, mark.vietnamese, mark.english), mark.icon);
        tags->addWidget(tag);
    }
    tags->addStretch();
    layout->addLayout(tags);
    auto *empty = new EmptyState(look, page.get());
    empty->setWords(text(look, "Không còn ai chờ", "Nobody is waiting"),
                    text(look, "Số mới sẽ tự hiện và có một tiếng báo ngắn.",
                         "New numbers appear by themselves, with a short sound."));
    layout->addWidget(empty, 1);

    auto *ring = new FocusRing(look, FocusRing::Face::Desk, page.get());
    ring->follow(page->findChild<QWidget *>(u"focused"_s));
    return page;
}

} // namespace

void addPartShots()
{
    addShot({.name = u"q-kiosk-parts"_s,
             .face = Face::Kiosk,
             .size = {1080, 1920},
             .palettes = {Palette::Light, Palette::HighContrast},
             .make = kioskParts});
    addShot({.name = u"q-desk-parts"_s,
             .face = Face::Desk,
             .size = {1100, 640},
             .palettes = {Palette::Light, Palette::HighContrast},
             .make = deskParts});
}

} // namespace motcua::test
