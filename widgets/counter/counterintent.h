// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intakedraft.h"
#include "core/language.h"
#include "core/ticketnumber.h"

#include <QPoint>
#include <QString>
#include <QUuid>

#include <optional>

namespace motcua {

/// What a clerk asks for. The fields besides kind are those of the kinds named with them.
struct CounterIntent
{
    enum class Kind {
        SignIn,   ///< staff, pin, counter, takeOver
        SignOut,  ///< form
        Unlock,   ///< pin
        HandOver, ///< form; somebody else signs in where the screen is locked
        CallNext,
        CallOutOfTurn, ///< ticket, reason
        Recall,
        Start,
        Finish,
        Record,        ///< form; then it finishes
        RecordAnother, ///< form; and who is there stays
        NoShow,        ///< form
        Hold,          ///< reason, form
        Resume,        ///< ticket: one on hold
        Reinstate,     ///< ticket: missed or on hold
        Transfer,      ///< group or counter, form
        Undo,          ///< form
        StartBreak,    ///< reason
        EndBreak,
        AcknowledgeHelp, ///< help
        OpenRecord,      ///< dossier, reason
        Print,           ///< dossier, paper; reason, when it may have come out before
        PrintRegister,   ///< what was accepted today
        Correct,         ///< dossier, corrected, seen
    };

    Kind kind = Kind::CallNext;
    std::optional<TicketNumber> ticket = {};
    QString reason = {};
    QString group = {}; ///< letter
    int counter = 0;
    QString staff = {}; ///< code
    QString pin = {};
    bool takeOver = false;
    qint64 help = 0;      ///< id of the request
    QString dossier = {}; ///< code
    QString paper = {};   ///< "01"; empty: the one that tells of the dossier's last visit
    /// To be recorded; else to be kept before who is there goes elsewhere, nothing when it is empty.
    std::optional<Draft> form = {};
    std::optional<Intake> corrected = {}; ///< says why in its correction
    QUuid seen = {}; ///< the last visit or correction of the dossier that the clerk saw

    /// Whether it records its form.
    [[nodiscard]] bool isRecord() const
    {
        return kind == Kind::Record || kind == Kind::RecordAnother;
    }
    /// Whether the form is out of the clerk's hands from such an intent until its answer.
    [[nodiscard]] static bool takesForm(Kind kind)
    {
        switch (kind) {
        case Kind::SignOut:
        case Kind::HandOver:
        case Kind::Finish:
        case Kind::Record:
        case Kind::RecordAnother:
        case Kind::NoShow:
        case Kind::Hold:
        case Kind::Transfer:
        case Kind::Undo:
            return true;
        default:
            return false;
        }
    }

    friend bool operator==(const CounterIntent &, const CounterIntent &) = default;
};

/// What a counter's PC remembers.
struct CounterSettings
{
    int counter = 0;    ///< 0: asked at sign-in
    QString staff = {}; ///< code; prefilled at sign-in
    Language language = Language::Vietnamese;
    double textScale = 1; ///< 1, 1.25, 1.5 or 2
    double baseScale = 1; ///< of the whole window at textScale 1; nobody's choice, not remembered
    bool highContrast = false;
    int lockMinutes = 10; ///< without a key or a mouse; 0: never
    bool pingEnabled = true;
    bool strip = false;                    ///< the small window over another program
    std::optional<QPoint> stripPlace = {}; ///< top left on the desktop; none: bottom right
    QString printer = {}; ///< CUPS queue of this PC's forms; empty: the branch's. Not remembered

    friend bool operator==(const CounterSettings &, const CounterSettings &) = default;
};

} // namespace motcua
