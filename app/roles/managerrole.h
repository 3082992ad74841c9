// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manager/managerwindow.h"
#include "roles/storagethread.h"

namespace motcua {

/// The branch head's face: reads the day after each change, and every 5 s for what no change tells:
/// times that pass and machines that fall silent.
class ManagerRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role.
    explicit ManagerRole(StorageThread &storage, const ManagerSettings &settings = {},
                         QObject *parent = nullptr);

    [[nodiscard]] ManagerWindow &window() { return m_window; }

private:
    void read();
    void acknowledgePaper(int kiosk);

    StorageThread &m_storage;
    ManagerWindow m_window;
    BranchToday m_today;
    bool m_reading = false;
    QTimer m_poll;
    QTimer m_soon; ///< many changes at once are read once
};

} // namespace motcua
