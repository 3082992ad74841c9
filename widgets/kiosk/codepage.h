// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskpage.h"

namespace motcua {

/// Asks for a code by its own keys: of an appointment, or the PIN of a member of staff.
class CodePage : public KioskPage
{
    Q_OBJECT

public:
    enum class Kind {
        Appointment,
        Pin,
    };

    explicit CodePage(Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] QString summary() const override;

Q_SIGNALS:
    void typed(QChar key);
    void erased();
    void cleared();
    void entered();
    void regularWanted(); ///< a number without an appointment

protected:
    [[nodiscard]] QString shape() const override;
    void build() override;
    void fill() override;

private:
    [[nodiscard]] bool isPin() const { return m_kind == Kind::Pin; }

    Kind m_kind;
    Tile *m_title = nullptr;
    Tile *m_field = nullptr;
    Tile *m_refusal = nullptr;
    Tile *m_enter = nullptr;
    Tile *m_regular = nullptr;
};

} // namespace motcua
