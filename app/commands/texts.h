// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace motcua {

/// The translation context of the command line.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::Texts)
};

} // namespace motcua
