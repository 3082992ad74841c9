// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/boardrole.h"

namespace motcua {

BoardRole::BoardRole(StorageThread &storage, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
{
}

} // namespace motcua
