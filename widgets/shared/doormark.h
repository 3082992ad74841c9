// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// The arch with a group's letter and icon, or the branch's logo. Decoration beside a name that
/// says the same, so it has no accessible name of its own.
class DoorMark : public QWidget
{
    Q_OBJECT

public:
    /// @p width in reference pixels, e.g. designNumber("door.sizes.card").
    DoorMark(const Look &look, double width, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setWidth(double width);
    /// A group: @p icon may be empty.
    void setGroup(const QString &letter, const QString &icon = {});
    /// The logo with the branch's number.
    void setLogo(int branch);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    double m_width;
    QString m_letter;
    QByteArray m_icon;
    bool m_logo = false;
};

} // namespace motcua
