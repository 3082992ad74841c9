// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/offlinevisits.h"
#include "operations/sealedjournal.h"

#include <QMutex>

namespace motcua {

/// What a counter did while it could not reach its branch, on its own disk until the branch has
/// answered and the clerk has seen what was not taken over as it was done.
///
/// Kept in a SealedJournal under a key that comes from the branch's, because it holds personal data:
/// the disk alone opens no more than it does otherwise. Once nothing is kept the file is empty. Any
/// thread may call.
class CounterJournal
{
public:
    struct Visit
    {
        OfflineVisit visit;
        std::optional<Draft> draft = {}; ///< what stands in its form
    };
    struct Intake
    {
        OfflineIntake intake;
        std::optional<Error> refused = {}; ///< the branch will not have it as it is
    };
    /// What one thing that was done leaves.
    struct Step
    {
        std::optional<OfflineVisit> visit = {}; ///< as it stands now
        std::optional<Draft> draft = {};        ///< in the form of the visit draftOf
        QUuid draftOf = {};
        std::optional<OfflineIntake> intake = {};
        std::optional<OfflineRefusals> refusals = {};
        QUuid dropped = {}; ///< see drop()
    };
    /// A visit that the branch wrote down apart from its ticket.
    struct Apart
    {
        QUuid visit;
        ToldVisit told;
    };
    struct Content
    {
        std::vector<Visit> visits = {}; ///< in the order they began
        std::vector<Intake> intakes = {};
        std::vector<Apart> apart = {};
        std::vector<OfflineRefusals> refusals = {};

        [[nodiscard]] bool isEmpty() const
        {
            return visits.empty() && intakes.empty() && apart.empty() && refusals.empty();
        }
    };

    /// Opens the journal in @p folder with @p key, see PersonVault::fileKey(). Fails as
    /// SealedJournal::open().
    [[nodiscard]] static Result<std::unique_ptr<CounterJournal>> open(const QString &folder,
                                                                      const QByteArray &key);

    [[nodiscard]] Content content() const;

    // Each is on the disk before it returns; fails with DiskFull, FileUnwritable.

    /// Keeps all of @p step or nothing of it.
    [[nodiscard]] Result<> keep(const Step &step);
    /// The branch has answered for the visit @p kept; nothing when that, or its form, went on
    /// meanwhile and is to be told again. What was begun in the form of a visit that is apart stays, as
    /// one that was refused with IllegalTransition.
    [[nodiscard]] Result<> settle(const Visit &kept, const ToldVisit &told);
    /// The branch refused a form.
    [[nodiscard]] Result<> refuse(const QUuid &intake, const Error &why);
    /// The form is on record, the visit did not happen, or the clerk has seen what became of it.
    [[nodiscard]] Result<> drop(const QUuid &id);

private:
    explicit CounterJournal(std::unique_ptr<SealedJournal> file);
    [[nodiscard]] Result<> append(const QJsonObject &record);
    [[nodiscard]] Result<> rewrite();
    void apply(const QJsonObject &record);

    QMutex m_writing;       ///< held over a sync
    mutable QMutex m_mutex; ///< of m_content; never held over a sync, so a screen may ask
    std::unique_ptr<SealedJournal> m_file;
    int m_appended = 0; ///< records since it was written anew
    Content m_content;
};

} // namespace motcua
