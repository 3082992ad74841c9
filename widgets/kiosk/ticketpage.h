// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

class QrView;

/// The number: shown before anything is printed, and all there is when nothing can be.
class TicketPage : public KioskPage
{
    Q_OBJECT

public:
    using KioskPage::KioskPage;

    [[nodiscard]] QString summary() const override;

Q_SIGNALS:
    void doneWanted();

protected:
    [[nodiscard]] QString shape() const override;
    void build() override;
    void fill() override;
    /// With a smaller number; it stays the largest.
    [[nodiscard]] bool mayHaveFew() const override { return true; }
    [[nodiscard]] bool onBrand() const override { return true; }

private:
    class Slip;

    [[nodiscard]] bool isTrouble() const { return view().paper == PaperState::Trouble; }
    [[nodiscard]] const char *troubleText() const;
    [[nodiscard]] QWidget *makeQrBox(double side, bool withCode);
    [[nodiscard]] TileSpec printingSpec() const;
    [[nodiscard]] std::vector<TileSpec> keepSpecs() const;

    Slip *m_slip = nullptr;
    Tile *m_trouble = nullptr;
    Tile *m_phone = nullptr;
    Tile *m_printing = nullptr;
    Tile *m_done = nullptr;
    std::vector<Tile *> m_keep;
};

} // namespace motcua
