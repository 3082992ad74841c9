// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

/// No numbers now: why, when again, and the way to do it online.
class ClosedPage : public KioskPage
{
    Q_OBJECT

public:
    using KioskPage::KioskPage;

    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] QString shape() const override;
    void build() override;
    void fill() override;

private:
    [[nodiscard]] QString reason(Language language) const;
    [[nodiscard]] QString opening(Language language) const;
    /// "Monday – Friday", its hours; days in a row that are alike share a line.
    [[nodiscard]] std::vector<std::pair<Bilingual, QString>> hours() const;

    Tile *m_title = nullptr;
    Tile *m_next = nullptr;
    Tile *m_note = nullptr;
    Tile *m_online = nullptr;
    std::vector<Tile *> m_hours;
};

} // namespace motcua
