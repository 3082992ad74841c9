// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QWidget>

#include <optional>

namespace motcua {

/// A ticket number, as large as its token says or as fits.
class TicketNumberLabel : public QWidget
{
    Q_OBJECT

public:
    /// @p type and @p color are tokens, e.g. "kiosk.numberIssued" and "text.primary".
    TicketNumberLabel(const Look &look, QLatin1StringView type, QLatin1StringView color,
                      QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setColor(QLatin1StringView color);
    void setAlignment(Qt::Alignment alignment);
    /// None shows nothing and keeps the place.
    void setNumber(const std::optional<TicketNumber> &number);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QLatin1StringView m_type;
    QLatin1StringView m_color;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    std::optional<TicketNumber> m_number;
};

} // namespace motcua
