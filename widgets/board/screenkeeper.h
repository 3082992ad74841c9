// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

class QWidget;

namespace motcua {

/// Which of the screens named @p present a setting means: its name ("HDMI-1"), or its place in the
/// list from 1 ("2"); the first when @p wanted is empty. None when it is not plugged in.
[[nodiscard]] std::optional<qsizetype> wantedScreen(const QString &wanted,
                                                    const QStringList &present);

/// Keeps a window full screen on the screen its setting names. When that one is unplugged the
/// window is hidden, because another screen may be somebody's desk, and it comes back with it. A
/// screen that was found by its place is known by its name from then on, because places change.
class ScreenKeeper : public QObject
{
    Q_OBJECT

public:
    /// @p window must outlive this; see wantedScreen() for @p wanted.
    ScreenKeeper(QWidget &window, QString wanted, QObject *parent = nullptr);

    /// Shows the window where it belongs, or hides it.
    void place();
    /// Which of the screens named @p present is the window's; it is remembered by its name, so a
    /// cable moved to another socket is another screen.
    [[nodiscard]] std::optional<qsizetype> settle(const QStringList &present);

private:
    QWidget &m_window;
    QString m_wanted;
    QMetaObject::Connection m_geometry; ///< of the screen it is on
};

} // namespace motcua
