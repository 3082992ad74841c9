// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

/// Finds a procedure by a few typed words, with or without accents.
class SearchPage : public KioskPage
{
    Q_OBJECT

public:
    using KioskPage::KioskPage;

    [[nodiscard]] QString summary() const override;

Q_SIGNALS:
    void typed(QChar key);
    void erased();
    void cleared();
    void procedureChosen(const QString &code);

protected:
    [[nodiscard]] QString shape() const override;
    void build() override;
    void fill() override;

private:
    [[nodiscard]] std::vector<const Procedure *> found() const;
    [[nodiscard]] size_t mostRows() const;

    Tile *m_title = nullptr;
    Tile *m_field = nullptr;
    Tile *m_nothing = nullptr;
    std::vector<Tile *> m_rows;
};

} // namespace motcua
