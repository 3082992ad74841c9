// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterwindow.h"
#include "roles/storagethread.h"

namespace motcua {

/// Joins the counter's window to the branch.
class CounterRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role.
    explicit CounterRole(StorageThread &storage, QObject *parent = nullptr);

    [[nodiscard]] CounterWindow &window() { return m_window; }

private:
    StorageThread &m_storage;
    CounterWindow m_window;
};

} // namespace motcua
