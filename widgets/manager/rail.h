// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <vector>

namespace motcua {

/// The green column at the left: whose figures these are, and the sections there are.
class Rail : public QWidget
{
    Q_OBJECT

public:
    /// @p what stands below the program's name.
    Rail(const Look &look, QString what, QWidget *parent);
    QAbstractButton &add(const QString &text, QLatin1StringView icon, const QString &key);
    void choose(size_t section);
    /// Whose figures these are; @p door is what stands in the mark at the top.
    void present(const QString &door, const QString &whose);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_what;
    QString m_door;
    QString m_whose;
    std::vector<QAbstractButton *> m_items;
};

} // namespace motcua
