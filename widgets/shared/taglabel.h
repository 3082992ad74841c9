// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// A word in a coloured box, e.g. "Ưu tiên". Table delegates call paintTag() themselves.
class TagLabel : public QWidget
{
    Q_OBJECT

public:
    explicit TagLabel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTag(Tone tone, const QString &word, QLatin1StringView icon = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    Tone m_tone = Tone::Neutral;
    QString m_word;
    QLatin1StringView m_icon;
};

} // namespace motcua
