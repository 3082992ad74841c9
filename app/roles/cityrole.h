// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manager/citywindow.h"

#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>

namespace motcua {

/// The face of the centre's staff: reads the centre every minute, and every few seconds while it does
/// not answer, on a thread of its own.
class CityRole : public QObject
{
    Q_OBJECT

public:
    /// @p url is the centre's, see enrolReader(). Files go into @p folder.
    explicit CityRole(QString url, const ManagerSettings &settings = {}, QString folder = {},
                      QObject *parent = nullptr);
    /// Waits for what is being read: 10 s at most for a centre that does not answer.
    ~CityRole() override;
    Q_DISABLE_COPY_MOVE(CityRole)

    [[nodiscard]] CityWindow &window() { return m_window; }

private:
    class Worker;
    /// Which of several wishes is the last: what an older one brought is not shown.
    using Latest = std::shared_ptr<std::atomic<int>>;
    template <typename Work, typename Done>
    void run(Work work, Done done);

    void readDays(const QDate &from, const QDate &to);
    void readMonth(const QString &branch, const QDate &day);
    void readCatalogue();
    void save(const ReportTable &table, ReportFormat format);
    void setReachable(bool isReachable);

    ManagerSettings m_settings;
    QString m_folder;
    CityWindow m_window;
    bool m_hasCatalogue = false;
    Latest m_latestDays = std::make_shared<std::atomic<int>>(0);
    Latest m_latestMonth = std::make_shared<std::atomic<int>>(0);
    QTimer m_poll;
    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread, deleted there
};

} // namespace motcua
