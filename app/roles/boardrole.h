// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardwindow.h"
#include "roles/storagethread.h"

namespace motcua {

/// Joins the board's window to the branch.
class BoardRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role.
    explicit BoardRole(StorageThread &storage, QObject *parent = nullptr);

    [[nodiscard]] BoardWindow &window() { return m_window; }

private:
    StorageThread &m_storage;
    BoardWindow m_window;
};

} // namespace motcua
