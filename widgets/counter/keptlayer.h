// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/layer.h"

namespace motcua {

/// What became of the visits that were made without the server: which were done twice, and which
/// forms the branch did not take.
class KeptLayer : public Layer
{
    Q_OBJECT

public:
    KeptLayer(const Look &look, const CounterView &view, QWidget *parent);

Q_SIGNALS:
    /// The clerk has seen what became of @p id.
    void seen(const QUuid &id);
    /// The form @p id is to be looked at again.
    void opened(const QUuid &id);

protected:
    void confirm() override;

private:
    std::vector<QUuid> m_seen; ///< ids of what is only to be seen
};

} // namespace motcua
