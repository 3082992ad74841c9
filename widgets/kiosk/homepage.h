// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

/// "What do you need today?": the groups with how busy they are.
class HomePage : public KioskPage
{
    Q_OBJECT

public:
    using KioskPage::KioskPage;

    [[nodiscard]] QString summary() const override;

Q_SIGNALS:
    void groupChosen(const QString &letter);
    void appointmentWanted();
    /// Other four groups, where not all have room.
    void cardsPageWanted(int page);

protected:
    [[nodiscard]] QString shape() const override;
    [[nodiscard]] bool mayHaveFew() const override;
    void build() override;
    void fill() override;

private:
    [[nodiscard]] std::vector<GroupLoad> shown() const;
    [[nodiscard]] bool isPaged() const;
    [[nodiscard]] int pages() const;
    [[nodiscard]] TileSpec cardSpec(const GroupLoad &load) const;
    [[nodiscard]] TileSpec rowSpec(const GroupLoad &load) const;
    [[nodiscard]] TileSpec appointmentSpec() const;
    [[nodiscard]] TileSpec scanSpec() const;

    Tile *m_title = nullptr;
    Tile *m_appointment = nullptr;
    Tile *m_scan = nullptr;
    Tile *m_more = nullptr;
    std::vector<Tile *> m_cards;
};

} // namespace motcua
