// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskview.h"
#include "shared/banner.h"

#include <QTimer>

namespace motcua {

/// The kiosk's banner: what was told for a time, or else what holds as long as it does.
class KioskBanner : public Banner
{
    Q_OBJECT

public:
    explicit KioskBanner(QWidget *parent = nullptr);

    void tell(BannerKind kind, std::chrono::milliseconds time);
    /// @p kind, or whatever was told, need not be known any more.
    void forget(BannerKind kind);
    void forget() { forget(m_told); }
    void present(const KioskView &view, BannerKind standing);
    /// In the leading language; empty when there is none.
    [[nodiscard]] QString words() const { return isHidden() ? QString() : accessibleName(); }

Q_SIGNALS:
    /// The time of what was told is over.
    void passed();

private:
    BannerKind m_told = BannerKind::None;
    QTimer m_time;
};

} // namespace motcua
