// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "demo/demoguide.h"
#include "printing/ticketprinter.h"
#include "roles/boardrole.h"
#include "roles/counterrole.h"
#include "roles/demoday.h"
#include "roles/kioskrole.h"

#include <QElapsedTimer>

namespace motcua {

/// The sample branch as the demo opens it: it receives people at any hour, so that the demo can be
/// tried in the evening too, on the two days after @p today as well.
[[nodiscard]] Catalogue demoCatalogue(Catalogue sample, const QDate &today);

/// A day that serves every counter of the sample branch but the one of the person at the demo.
[[nodiscard]] DemoDay demoDay();

/// How much of the sample day is played before the windows open: enough that every group has been
/// called and waits can be told.
inline constexpr int DemoPlayedSeconds = 50 * 60;

/// Opens a day of the branch of @p catalogue, which was made before that, and lets people come until
/// @p now. Takes about a second.
[[nodiscard]] Result<> playDemoMorning(Database &database, const Catalogue &catalogue,
                                       const QDateTime &now, DemoDay &day);
/// Makes the demo's branch at @p path and plays its morning.
[[nodiscard]] Result<> createDemoBranch(const QString &path, const Catalogue &catalogue,
                                        const QDateTime &now, DemoDay &day);

/// A printer that shows its paper instead of feeding it.
class PreviewPrinter : public TicketPrinter
{
    Q_OBJECT

public:
    using TicketPrinter::TicketPrinter;

    [[nodiscard]] PrinterStatus status() const override;
    [[nodiscard]] bool isBusy() const override { return false; }
    void print(const QUuid &job, const QImage &image) override;

Q_SIGNALS:
    void fed(const QImage &paper);
};

/// Kiosk, board and counter of a throw-away branch in windows that fit one screen, and a guide that
/// says what to try.
class DemoRole : public QObject
{
    Q_OBJECT

public:
    /// The counter where the person at the demo plays the clerk, who that is, and the PIN.
    static constexpr int Counter = 3;
    static constexpr QLatin1StringView Clerk{"CB03"};
    static constexpr QLatin1StringView Pin{"482615"};

    /// @p day goes on from where createDemoBranch() left it. @p storage must outlive the role.
    DemoRole(StorageThread &storage, DemoDay day, Language language, QObject *parent = nullptr);

    /// Of a guide whose window is @p width wide.
    [[nodiscard]] static Look guideLook(int width, Language language);

    /// Opens the windows on the screen @p available.
    void show(const QRect &available);
    /// Opens the guide alone: the faces are programs of their own, and who plays the clerk
    /// @p isSignedIn, or is told how.
    void showGuide(const QRect &available, bool isSignedIn);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void openClosedWindows();
    void letTimePass();
    void watch(const HallState &hall);

    StorageThread &m_storage;
    std::shared_ptr<DemoDay> m_day; ///< the storage thread's while m_busy, even if we end first
    Language m_language;
    std::unique_ptr<KioskRole> m_kiosk;
    std::unique_ptr<BoardRole> m_board;
    std::unique_ptr<CounterRole> m_counter;
    std::unique_ptr<DemoGuide> m_guide;
    QTimer m_tick;
    QElapsedTimer m_coming;          ///< since people come by themselves
    std::vector<QWidget *> m_closed; ///< windows of faces that were closed
    double m_second = 0;             ///< of the sample day, reached when they last stopped coming
    bool m_busy = false;             ///< the branch is at it
    bool m_hadCitizen = false;
    int m_issued = 0; ///< numbers at the last look
};

/// What is left of @p frame, a part of demoLayout(), within the frame of a window.
[[nodiscard]] QRect demoWindow(const QRect &frame);

} // namespace motcua
