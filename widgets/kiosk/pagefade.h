// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>
#include <QVariantAnimation>
#include <QWidget>

#include <chrono>

namespace motcua {

/// The page that was there, fading over the one that came. Touches reach the new page at once.
class PageFade : public QWidget
{
    Q_OBJECT

public:
    explicit PageFade(QWidget *parent);

    /// Call while @p page is still shown. 0: it goes at once.
    void begin(QWidget &page, std::chrono::milliseconds time);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPixmap m_page;
    QVariantAnimation m_fade;
};

} // namespace motcua
