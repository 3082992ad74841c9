// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/layer.h"

namespace motcua {

/// Which visits were made without the server, and what became of them: which were done twice, and
/// which forms the branch did not take.
class KeptLayer : public Layer
{
    Q_OBJECT

public:
    enum class Use {
        Look,
        Leave, ///< the window is to be closed although some are not sent
    };
    KeptLayer(const Look &look, const CounterView &view, Use use, QWidget *parent);

    [[nodiscard]] Use use() const { return m_use; }

Q_SIGNALS:
    /// The clerk has seen what became of @p id.
    void seen(const QUuid &id);
    /// The form @p id is to be looked at again.
    void opened(const QUuid &id);
    /// The window is to be closed all the same.
    void left();

protected:
    void confirm() override;

private:
    Use m_use;
    std::vector<QUuid> m_seen; ///< ids of what is only to be seen
};

} // namespace motcua
