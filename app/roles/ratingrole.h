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
/// branch. It keeps nothing: what could not be told is said to be lost. What this PC's clock says is never
/// asked, only how much time goes by.
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
    void tell(const QUuid &ticket, int leg, RatingLevel level, const QString &comment);

    StorageThread &m_storage;
    RatingSettings m_settings;
    RatingWindow m_window;
    std::unique_ptr<ScreenKeeper> m_screen;
    bool m_reading = false;
    bool m_readAgain = false;
    RatingOffers m_offers;
    QElapsedTimer m_measured; ///< since the start
    QTimer m_poll;
};

} // namespace motcua
