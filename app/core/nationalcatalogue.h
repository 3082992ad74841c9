// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace motcua {

/// Something doubtful in a row of an export.
struct NationalFinding
{
    int row = 0;     ///< from 1, in the order of the file
    QString code;    ///< as the row gives it, at most 40 characters
    QString problem; ///< one of the words that readNationalCatalogue() lists
    QString value;   ///< what stands there, at most 80 characters; may be empty
};

struct NationalReading
{
    std::vector<Procedure> procedures; ///< without groups
    std::vector<NationalFinding> findings;
    int rows = 0;                       ///< also those that were left out
    std::vector<CatalogueFault> faults; ///< why the file cannot be read at all
};

/// Whether @p content is meant as an export of the national database, and not as a branch file: JSON
/// without a branch and its format, or anything but JSON.
[[nodiscard]] bool isNationalExport(const QByteArray &content);

/// Reads an export of the national procedure database: JSON (a list of procedures, alone or under
/// "procedures") or CSV with a header (UTF-8, with or without BOM; comma, semicolon or tab).
///
/// What the file says without doubt is taken. What is doubtful becomes "no limit" (the clerk sets
/// the due date) or "no fee known", never a guess; the procedure's flags and a finding tell why, and
/// limitBasis and feeNote keep the file's own words.
///
/// No limit: limit_without_unit (a bare number is a placeholder), limit_missing, limits_differ (by
/// channel or case), limit_longer_elsewhere (mountains, islands), limit_contradicted (by a note),
/// limit_unknown_unit, limit_doubted (by the file's own flags or basis).
/// No fee: fee_scaled (under 1.000 đồng, so divided by 1.000), fee_by_council, fee_contradicted
/// (by a note), fee_only_in_note, fees_differ (on one channel), fee_foreign, fee_unreadable,
/// fee_doubted (by the file's own flags).
/// Told, and its line promises nothing: unknown_channel (neither at the counter, online nor by
/// post).
/// Told only: fee_differs_by_channel, documents_are_notes (neither originals nor copies),
/// documents_shuffled, invisible_characters, not_normalised, long_name, not_taken_here (a
/// referral is given).
/// Left out: bad_code, duplicate_code (and if the rows disagree, the first one's promises too),
/// missing_name, wrong_type.
///
/// A code's suffix for an office (2.001218.000.00.00.H38) is dropped. Faults, which refuse the whole
/// file: malformed, too_large, empty, missing_column, wrong_count.
[[nodiscard]] NationalReading readNationalCatalogue(const QString &fileName,
                                                    const QByteArray &content);

/// What an import makes of a procedure that the branch has.
struct ProcedureUpdate
{
    struct Change
    {
        QString field; ///< name, field, referral, flags, limit, fee_direct, fee_online, fee_note,
                       ///< documents, cases
        QString before;
        QString after;
    };

    Procedure procedure;
    std::vector<Change> changes;
    std::vector<Change> kept; ///< the file differs, the branch's own stays
};

/// Merges @p offered into @p stored, field by field. @p before is what the national database said
/// at the last import, null at the first.
///
/// What it says no differently than last time changes nothing, so the branch's own corrections
/// stay. What is doubtful now never replaces what is known. At the first import the branch wrote
/// the procedure itself: limits and fees are taken, its name, papers and cases are its own. The
/// group always stays, and so do cases that the branch told apart.
[[nodiscard]] ProcedureUpdate updated(const Procedure &stored, const Procedure *before,
                                      const Procedure &offered);

} // namespace motcua
