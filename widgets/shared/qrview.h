// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/qrcode.h"
#include "shared/theme.h"

#include <QWidget>

#include <optional>

namespace motcua {

/// A QR code, black on white in every theme, with its quiet zone. Its modules are whole pixels, as
/// large as the widget has room for and at least 7 reference pixels where it has none.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// None shows a blank white box.
    void setCode(const std::optional<QrCode> &code);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    std::optional<QrCode> m_code;
};

} // namespace motcua
