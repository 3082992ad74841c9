// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <functional>
#include <optional>

class QBoxLayout;

namespace motcua {

class FigureTile;

/// Does @p action at @p key wherever the keyboard is in @p window.
void addKey(QWidget &window, const QKeySequence &key, const std::function<void()> &action);

/// Adds the buttons that @p save what a page shows as a file and @p print it to @p line; Ctrl+E and Ctrl+P
/// of the window do the same.
void addOutputs(QBoxLayout &line, const Look &look, QWidget *page,
                const std::function<void()> &save, const std::function<void()> &print);

/// Adds the two arrows that turn a page's period, which @p before and @p after name, to @p line: @p turn
/// gets -1 or 1. The window's PgUp and PgDn do the same.
void addTurns(QBoxLayout &line, const Look &look, const QString &before, const QString &after,
              QWidget *page, const std::function<void(int)> &turn);

/// How long people waited, in seconds; all of it or nothing.
struct Waits
{
    std::optional<int> average = {};
    std::optional<int> median = {};
    std::optional<int> ninetieth = {};
    std::optional<int> longest = {};
};
/// Shows @p waits as two tiles.
void presentWaits(FigureTile &average, FigureTile &longest, const Waits &waits);

} // namespace motcua
