// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

/// "Are you entitled to priority service?": one touch takes the number.
class PriorityPage : public KioskPage
{
    Q_OBJECT

public:
    using KioskPage::KioskPage;

    [[nodiscard]] QString summary() const override;

Q_SIGNALS:
    void priorityChosen(const QString &code); ///< empty: none

protected:
    [[nodiscard]] QString shape() const override;
    void build() override;
    void fill() override;

private:
    [[nodiscard]] TileSpec optionSpec(const PriorityClass &priority) const;
    [[nodiscard]] TileSpec wishSpec() const;

    Tile *m_wish = nullptr;
    Tile *m_title = nullptr;
    Tile *m_private = nullptr;
    Tile *m_no = nullptr;
    std::vector<Tile *> m_options;
};

} // namespace motcua
