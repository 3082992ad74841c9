// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardpicture.h"

class QPainter;

namespace motcua {

/// Paints @p item of a picture whose scale is @p scale; nothing of it is outside its rect.
void paintBoardItem(QPainter &painter, const BoardItem &item, double scale);

} // namespace motcua
