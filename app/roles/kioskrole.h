// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskwindow.h"
#include "roles/storagethread.h"

namespace motcua {

/// Joins the kiosk's window to the branch.
class KioskRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role.
    explicit KioskRole(StorageThread &storage, QObject *parent = nullptr);

    [[nodiscard]] KioskWindow &window() { return m_window; }

private:
    StorageThread &m_storage;
    KioskWindow m_window;
};

} // namespace motcua
