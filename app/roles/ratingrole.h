// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/screenkeeper.h"
#include "rating/ratingwindow.h"
#include "roles/storagethread.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace motcua {

struct RatingSettings
{
    int counter = 1;
    RatingLook look = {};
    /// Full screen there, see ScreenKeeper; not full screen at all without.
    std::optional<QString> screen = {};
};

/// A citizen's tablet at a counter: reads after each change what may be rated there, and tells the
/// branch. It keeps nothing: what could not be told is said to be lost. A tablet's clock is nobody's
/// care, so how old an end is, it tells by the readings in which it was not there.
class RatingRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role.
    explicit RatingRole(StorageThread &storage, const RatingSettings &settings,
                        QObject *parent = nullptr);

    [[nodiscard]] RatingWindow &window() { return m_window; }
    /// Shows the window as the settings say.
    void show();

private:
    void read();
    void take(const RatingState &state, const QElapsedTimer &began);
    void tell(const QUuid &ticket, int leg, RatingLevel level, const QString &comment);

    StorageThread &m_storage;
    RatingSettings m_settings;
    RatingWindow m_window;
    std::unique_ptr<ScreenKeeper> m_screen;
    bool m_reading = false;
    bool m_readAgain = false;
    QElapsedTimer m_readAt;  ///< when the last reading that succeeded began
    QElapsedTimer m_without; ///< the same of the last one without m_offer; invalid: none was
    std::optional<RatingOffer> m_offer; ///< as read last
    qint64 m_ahead =
        0; ///< ms that this PC's clock was found to be ahead of the branch's at m_offer
    QTimer m_poll;
};

} // namespace motcua
