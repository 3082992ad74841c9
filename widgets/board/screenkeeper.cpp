// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/screenkeeper.h"

#include <QGuiApplication>
#include <QLoggingCategory>
#include <QScreen>
#include <QWidget>

namespace motcua {

Q_LOGGING_CATEGORY(lcScreen, "motcua.board.screen", QtWarningMsg)

std::optional<qsizetype> wantedScreen(const QString &wanted, const QStringList &present)
{
    if (wanted.isEmpty()) {
        return present.isEmpty() ? std::nullopt : std::optional<qsizetype>(0);
    }
    if (const qsizetype named = present.indexOf(wanted); named >= 0) {
        return named;
    }
    bool isNumber = false;
    const qsizetype place = wanted.toInt(&isNumber);
    if (isNumber && place >= 1 && place <= present.size()) {
        return place - 1;
    }
    return std::nullopt;
}

ScreenKeeper::ScreenKeeper(QWidget &window, QString wanted, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_wanted(std::move(wanted))
{
    m_window.setWindowFlag(Qt::FramelessWindowHint);
    m_window.setCursor(Qt::BlankCursor);
    // Queued: while a screen is being removed it is still in the list.
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ScreenKeeper::place,
            Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ScreenKeeper::place,
            Qt::QueuedConnection);
}

std::optional<qsizetype> ScreenKeeper::settle(const QStringList &present)
{
    const auto found = wantedScreen(m_wanted, present);
    // ":0.0" is what X11 shows while nothing is plugged in: the screen is still to come.
    if (found && !present[*found].startsWith(u':')) {
        m_wanted = present[*found];
    }
    return found;
}

void ScreenKeeper::place()
{
    disconnect(m_geometry);
    const QList<QScreen *> screens = QGuiApplication::screens();
    QStringList names;
    for (const QScreen *screen : screens) {
        names.append(screen->name());
    }
    const auto found = settle(names);
    if (!found) {
        qCWarning(lcScreen) << "the board's screen is not there:" << m_wanted << "of" << names;
        m_window.hide();
        return;
    }
    QScreen *screen = screens[*found];
    m_geometry = connect(screen, &QScreen::geometryChanged, this, &ScreenKeeper::place);
    m_window.setScreen(screen);
    m_window.setGeometry(screen->geometry());
    m_window.showFullScreen();
}

} // namespace motcua
