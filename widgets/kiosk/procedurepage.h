// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

/// The procedures of a group, seven at a time at most, and "not sure".
class ProcedurePage : public KioskPage
{
    Q_OBJECT

public:
    using KioskPage::KioskPage;

    [[nodiscard]] QString summary() const override;

Q_SIGNALS:
    void procedureChosen(const QString &code);
    void notSure();
    void findWanted();
    void rowsPageWanted(int page);

protected:
    [[nodiscard]] QString shape() const override;
    void build() override;
    void fill() override;

private:
    /// Where each page of rows begins; the rows of a page fit it.
    [[nodiscard]] std::vector<size_t> pageStarts(int rowWidth, int height) const;
    /// Tiles side by side, where they are in a grid.
    [[nodiscard]] int cellColumns() const;
    /// Whether a tile of the grid holds one more line; @p squeezed: in the least size.
    [[nodiscard]] bool fitsCell(TileSpec spec, const Paragraph &more, bool squeezed,
                                double height) const;
    [[nodiscard]] TileSpec rowSpec(const Procedure &procedure, bool narrow) const;
    [[nodiscard]] TileSpec unsureSpec() const;

    Tile *m_title = nullptr;
    Tile *m_find = nullptr;
    Tile *m_caption = nullptr;
    Tile *m_unsure = nullptr;
    Tile *m_previous = nullptr;
    Tile *m_next = nullptr;
    int m_pages = 1;
};

} // namespace motcua
