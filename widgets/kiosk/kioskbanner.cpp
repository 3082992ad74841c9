// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskbanner.h"

#include "kiosk/kiosktexts.h"

using namespace Qt::StringLiterals;

namespace motcua {

static QString textOf(BannerKind banner, Language language)
{
    switch (banner) {
    case BannerKind::CardRead:
        return kioskText(language, kiosktext::CardRead);
    case BannerKind::TakeCard:
        return kioskText(language, kiosktext::TakeCard);
    case BannerKind::CardUnreadable:
        return kioskText(language, kiosktext::CardUnreadable);
    case BannerKind::NoNumberYet:
        return kioskText(language, kiosktext::NoNumberYet);
    case BannerKind::NotTaking:
        return kioskText(language, kiosktext::NotTaking);
    case BannerKind::NoServer:
        return kioskText(language, kiosktext::NoServer);
    case BannerKind::Offline:
        return kioskText(language, kiosktext::Offline);
    case BannerKind::CannotPrint:
        return kioskText(language, kiosktext::CannotPrint);
    case BannerKind::HelpComes:
        return kioskText(language, kiosktext::HelpComes);
    case BannerKind::None:
        break;
    }
    return {};
}

static std::pair<Tone, QLatin1StringView> looksOf(BannerKind banner)
{
    switch (banner) {
    case BannerKind::CardRead:
        return {Tone::Ok, "idcard"_L1};
    case BannerKind::HelpComes:
        return {Tone::Ok, "bell"_L1};
    case BannerKind::NoNumberYet:
    case BannerKind::NoServer:
        return {Tone::Error, "alert"_L1};
    case BannerKind::Offline:
        return {Tone::Warn, "wifi"_L1};
    case BannerKind::NotTaking:
        return {Tone::Warn, "clock"_L1};
    case BannerKind::CannotPrint:
        return {Tone::Warn, "printer"_L1};
    case BannerKind::TakeCard:
    case BannerKind::CardUnreadable:
    case BannerKind::None:
        break;
    }
    return {Tone::Warn, "idcard"_L1};
}

KioskBanner::KioskBanner(QWidget *parent)
    : Banner(Look(), parent)
{
    hide();
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, [this] {
        forget();
        Q_EMIT passed();
    });
}

void KioskBanner::tell(BannerKind kind, std::chrono::milliseconds time)
{
    m_told = kind;
    m_time.start(time);
}

void KioskBanner::forget(BannerKind kind)
{
    if (m_told == kind) {
        m_told = BannerKind::None;
        m_time.stop();
    }
}

void KioskBanner::present(const KioskView &view, BannerKind standing)
{
    const BannerKind kind = m_told != BannerKind::None ? m_told : standing;
    if (kind == BannerKind::None) {
        hide();
        return;
    }
    const auto [tone, icon] = looksOf(kind);
    const Language lead = view.comfort.language;
    setLook(view.look);
    setNotice(tone, icon, textOf(kind, lead), textOf(kind, otherThan(lead)));
    show();
}

} // namespace motcua
