// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "core/counteroverview.h"
#include "core/dossier.h"
#include "core/result.h"
#include "counter/counterintent.h"

#include <QTimeZone>

#include <chrono>

namespace motcua {

/// All the pages are made from. Read it, never keep it.
/// What became of a form.
struct RecordedForm
{
    Outcome outcome = Outcome::Accepted;
    QString code = {}; ///< of the dossier; empty for advice
    QUuid person = {}; ///< what is known of the applicant from now on; null for nobody
    std::optional<LocalTime> due = {};
    QStringList warnings = {}; ///< words of intakeWarnings()
    bool staysHere = false;    ///< one more follows for the same citizen
    bool isEarlier = false;    ///< as it stood before the last change
    bool isElsewhere = false;  ///< of whom is not here any more: the form is somebody else's
    bool isKept = false;       ///< on this PC, until the server is back
};

/// What this counter keeps itself while the branch cannot be reached, and what became of it.
struct KeptWork
{
    struct Note
    {
        QUuid id;
        TicketNumber ticket;
        QString apart = {};                ///< see ToldVisit
        int counter = 0;                   ///< that had the ticket too; 0 for none
        std::optional<Error> refused = {}; ///< why its form was not taken
    };

    bool isAlone = false;                  ///< calling and recording go on without the branch
    std::vector<TicketNumber> unsent = {}; ///< of visits that the branch does not know yet
    std::vector<Note> notes = {};
    std::optional<ErrorCode> unopened = {}; ///< why nothing could be kept here now
    std::optional<Error> ended = {};        ///< why waiting for the branch is of no use
};

/// A dossier to read: what is on record of it, and how it came to be so.
struct ShownRecord
{
    /// What a correction found on record and what it left there; both are empty once erased.
    struct Correction
    {
        Intake before = {};
        Intake after = {}; ///< says why
    };
    /// A visit, or a correction.
    struct Entry
    {
        qint64 at = 0; ///< branch time, UTC ms
        int counter = 0;
        QString staff;
        Outcome outcome = Outcome::Accepted;
        QString who = {}; ///< who came, when it was somebody else than the applicant on record
        std::optional<Correction> corrected = {};
    };
    /// One that can be printed.
    struct Paper
    {
        QString form;       ///< "01"
        int prints = 0;     ///< that may have come out
        bool isOut = false; ///< with what is on record now
    };

    Dossier dossier;
    std::optional<Procedure> procedure = {}; ///< in the version that it is on record with
    Intake onRecord = {};
    std::vector<Entry> entries = {}; ///< in order
    QUuid last = {};                 ///< the last of them
    std::vector<Paper> papers = {};
};

struct CounterView
{
    /// A shorter cut is nobody's business.
    static constexpr std::chrono::milliseconds OfflineAfter{3'000};

    Catalogue catalogue;
    CounterSettings settings;
    CounterOverview overview;
    std::optional<CounterIntent::Kind> busy;
    std::optional<qint64> offlineSince; ///< branch time; told OfflineAfter later
    std::optional<Error> error;         ///< of the last intent
    QString corrected = {}; ///< the dossier whose papers say the old words, while recorded says so
    /// What did not come out, to be asked for again, while error says so.
    std::optional<CounterIntent> unprinted = {};
    QString recorded = {};               ///< what was recorded last, in words; empty: long ago
    bool isRecordedHere = false;         ///< the words say that it is kept on this PC
    bool isFormEmpty = true;             ///< nobody began to record what the visit is about
    Outcome outcome = Outcome::Accepted; ///< that the form says
    KeptWork kept = {};
    bool loading = false; ///< what is shown is being read again for long
    qint64 now = 0;       ///< branch time, goes on between two overviews

    [[nodiscard]] QTimeZone zone() const
    {
        const QString &read = overview.hall.branch.settings.timeZone; // empty before the first
        const QString &known = read.isEmpty() ? catalogue.settings.timeZone : read;
        return known.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(known.toLatin1());
    }
    /// A time of day at the branch, "09:41".
    [[nodiscard]] QString clock(qint64 at) const
    {
        return QDateTime::fromMSecsSinceEpoch(at, zone()).toString(QStringLiteral("HH:mm"));
    }
    [[nodiscard]] const QString &in(const Bilingual &text) const
    {
        return text.in(settings.language);
    }
    /// Nothing when the branch has no such group.
    [[nodiscard]] const GroupLoad *group(const QString &letter) const
    {
        for (const GroupLoad &load : overview.hall.groups) {
            if (load.group.letter == letter) {
                return &load;
            }
        }
        return nullptr;
    }
    /// Where forms are printed; empty: nowhere.
    [[nodiscard]] QString formQueue() const
    {
        return settings.printer.isEmpty() ? overview.hall.branch.settings.deskPrinter
                                          : settings.printer;
    }
    [[nodiscard]] bool isOffline() const
    {
        return offlineSince && now - *offlineSince >= OfflineAfter.count();
    }
};

} // namespace motcua
