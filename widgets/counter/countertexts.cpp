// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/countertexts.h"

#include "core/definitions.h"
#include "core/form.h"
#include "core/vietnamesetext.h"
#include "shared/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

/// The translation context of the words several parts of the counter share.
class CounterTexts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::CounterTexts)
};

QString shownNumber(const TicketNumber &number)
{
    const QString text = number.toString();
    return text.left(1) + QChar(QChar::Nbsp) + text.mid(1);
}

QString minutesText(qint64 since, qint64 now)
{
    return CounterTexts::tr("%n min", nullptr,
                            begunMinutes(std::chrono::milliseconds(qMax<qint64>(0, now - since))));
}

QString timerText(qint64 ms)
{
    const qint64 seconds = qMax<qint64>(0, ms) / 1000;
    const QString rest =
        u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? rest : QString::number(seconds / 3600) + u':' + rest;
}

QString procedureText(const WaitingTicket &ticket, const CounterView &view)
{
    return ticket.procedure.isEmpty() ? CounterTexts::tr("No procedure chosen")
                                      : view.in(ticket.procedureName);
}

QString shortProcedureText(const QString &code, const Bilingual &name, const CounterView &view)
{
    const auto known = std::ranges::find(view.catalogue.procedures, code, &Procedure::code);
    if (code.isEmpty()) {
        return CounterTexts::tr("No procedure chosen");
    }
    if (known == view.catalogue.procedures.end()) {
        return view.in(name);
    }
    return view.in(known->shortName.vi.isEmpty() ? known->name : known->shortName);
}

QString takenText(const WaitingTicket &ticket, const CounterView &view)
{
    if (ticket.arrivedAt == 0) {
        return CounterTexts::tr("When the ticket was taken is not known here");
    }
    const QString at = view.clock(ticket.arrivedAt);
    return ticket.kiosk == 0
               ? CounterTexts::tr("Ticket taken %1").arg(at)
               : CounterTexts::tr("Ticket taken %1 at kiosk %2").arg(at).arg(ticket.kiosk);
}

QString helpText(const HelpRequest &request)
{
    switch (request.reason) {
    case HelpReason::Citizen:
        return CounterTexts::tr("Kiosk %1 calls for staff").arg(request.kiosk);
    case HelpReason::PaperOut:
        return CounterTexts::tr("Kiosk %1 is out of paper").arg(request.kiosk);
    case HelpReason::CoverOpen:
        return CounterTexts::tr("The printer of kiosk %1 is open").arg(request.kiosk);
    case HelpReason::PrinterSilent:
        return CounterTexts::tr("The printer of kiosk %1 does not answer").arg(request.kiosk);
    case HelpReason::ComeBack:
        return CounterTexts::tr("The head of the branch asks: people are waiting");
    case HelpReason::PrintFailed:
        break;
    }
    return CounterTexts::tr("A ticket did not come out at kiosk %1").arg(request.kiosk);
}

QString reminderText(const CounterView &view)
{
    const std::vector<HelpRequest> &help = view.overview.help;
    return help.empty() || help.front().reason != HelpReason::ComeBack
               ? QString()
               : helpText(help.front()) + u" · "_s + view.clock(help.front().at);
}

static QString doneText(const UndoableAction &undoable)
{
    const QString number = shownNumber(undoable.ticket);
    switch (undoable.action) {
    case LegAction::Start:
        return CounterTexts::tr("%1 has come").arg(number);
    case LegAction::NoShow:
        return CounterTexts::tr("%1 no-show").arg(number);
    case LegAction::Hold:
        return CounterTexts::tr("%1 on hold").arg(number);
    case LegAction::Transfer:
        return CounterTexts::tr("%1 transferred").arg(number);
    default:
        return CounterTexts::tr("%1 finished").arg(number);
    }
}

QString undoableText(const UndoableAction &undoable)
{
    const QString done = doneText(undoable);
    return undoable.toHold ? done + u" · "_s + CounterTexts::tr("undone it goes on hold") : done;
}

QString offlineText(const CounterView &view)
{
    return CounterTexts::tr(
               "The branch's data cannot be reached since %1. Nothing is lost; calling "
               "goes on by itself when it is back.")
        .arg(view.clock(*view.offlineSince));
}

QString signInOfflineText(const CounterView &view)
{
    return CounterTexts::tr(
               "The branch's server cannot be reached since %1. Signing in waits for it; "
               "until then only a counter with somebody signed in goes on.")
        .arg(view.clock(*view.offlineSince));
}

QString keptText(const CounterView &view)
{
    const KeptWork &kept = view.kept;
    const auto unsent = static_cast<int>(kept.unsent.size());
    if (kept.ended) {
        const QString why = errorText(*kept.ended);
        return unsent == 0
                   ? why
                   : why + u' ' + CounterTexts::tr("%n visit(s) stay on this PC.", nullptr, unsent);
    }
    if (kept.isAlone && !view.isOffline()) {
        return {}; // not told yet
    }
    if (kept.isAlone) {
        const QString words =
            CounterTexts::tr("Offline since %1. Saving here, %n to send.", nullptr, unsent)
                .arg(view.clock(*view.offlineSince));
        return isUnheard(view.overview)
                   ? words + u' '
                         + CounterTexts::tr("Call aloud: %1.")
                               .arg(shownNumber(view.overview.current->ticket.ticket))
                   : words;
    }
    if (kept.unopened == ErrorCode::FolderInUse) {
        return CounterTexts::tr(
            "This counter is open twice on this PC. Without the server only the "
            "window that was first goes on; close the other one.");
    }
    if (kept.unopened) {
        return CounterTexts::tr("Nothing can be saved on this PC. Without the server this counter "
                                "would stand still; tell whoever looks after the PCs.");
    }
    if (!kept.notes.empty()) {
        return CounterTexts::tr("%n visit(s) made without the server: please look.", nullptr,
                                static_cast<int>(kept.notes.size()));
    }
    return unsent == 0 ? QString() : CounterTexts::tr("Online again, %n to send.", nullptr, unsent);
}

bool isUnheard(const CounterOverview &overview)
{
    return overview.current
           && (overview.current->announcement == AnnouncementState::Silent
               || overview.current->announcement == AnnouncementState::Failed);
}

QLatin1StringView priorityIcon(const QString &code)
{
    struct Entry
    {
        QLatin1StringView code;
        QLatin1StringView icon;
    };
    static constexpr std::array Icons{
        Entry{"elderly"_L1, "elder"_L1},   Entry{"disabled"_L1, "wheelchair"_L1},
        Entry{"pregnant"_L1, "mother"_L1}, Entry{"small_child"_L1, "baby"_L1},
        Entry{"merit"_L1, "medal"_L1},     Entry{"hard_to_see_or_hear"_L1, "eye"_L1},
    };
    for (const Entry &entry : Icons) {
        if (code == entry.code) {
            return entry.icon;
        }
    }
    return "star"_L1;
}

QString limitText(const Limit &limit)
{
    switch (limit.kind) {
    case LimitKind::WorkingDays:
        return CounterTexts::tr("%n working day(s)", nullptr, limit.value);
    case LimitKind::CalendarDays:
        return CounterTexts::tr("%n day(s)", nullptr, limit.value);
    case LimitKind::WorkingHours:
        return CounterTexts::tr("%n working hour(s)", nullptr, limit.value);
    case LimitKind::SameDay:
        break;
    }
    return CounterTexts::tr("Same day");
}

/// "Thứ Sáu" or "Fri", in the language of the installed translation.
static QString weekdayText(const QDate &date)
{
    static constexpr std::array Names{
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Mon"),
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Tue"),
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Wed"),
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Thu"),
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Fri"),
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Sat"),
        QT_TRANSLATE_NOOP("motcua::CounterTexts", "Sun"),
    };
    return QCoreApplication::translate("motcua::CounterTexts",
                                       Names[static_cast<size_t>(date.dayOfWeek() - 1)]);
}

QString dueText(const LocalTime &due)
{
    return weekdayText(due.date) + u' ' + shortDate(due.date) + u", "_s
           + due.time.toString(u"HH:mm");
}

QString documentStateWord(DocumentState state)
{
    switch (state) {
    case DocumentState::Received:
        return CounterTexts::tr("Received");
    case DocumentState::Returned:
        return CounterTexts::tr("Shown");
    case DocumentState::LookedUp:
        return CounterTexts::tr("Looked up in database");
    case DocumentState::Missing:
        return CounterTexts::tr("Missing");
    case DocumentState::NotApplicable:
        return CounterTexts::tr("Not applicable");
    }
    Q_UNREACHABLE();
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accepted:
        return CounterTexts::tr("Accepted");
    case Outcome::Supplement:
        return CounterTexts::tr("To supplement");
    case Outcome::Refused:
        return CounterTexts::tr("Rejected");
    case Outcome::Advised:
        return CounterTexts::tr("Advised");
    case Outcome::HandedOver:
        return CounterTexts::tr("Handed over");
    }
    Q_UNREACHABLE();
}

namespace {

struct Reason
{
    const char *word;
    const char *text;
};

constexpr std::array HoldReasons{
    Reason{"photocopy", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Photocopying")},
    Reason{"missing_paper", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Fetching a missing paper")},
    Reason{"payment", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Paying a fee")},
    Reason{"other", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Other reason")},
};

constexpr std::array BreakReasons{
    Reason{"rest", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Short rest")},
    Reason{"meeting", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Called to a meeting")},
    Reason{"paperwork", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Working on files")},
    Reason{"errand", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Away on an errand")},
    Reason{"other", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Other reason")},
};

constexpr std::array ChosenReasons{
    Reason{"returned",
           QT_TRANSLATE_NOOP("motcua::CounterTexts", "Came back with the missing paper")},
    Reason{"frail", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Frail, cannot wait long")},
    Reason{"wrong_group",
           QT_TRANSLATE_NOOP("motcua::CounterTexts", "Took a number of the wrong group")},
    Reason{"supervisor", QT_TRANSLATE_NOOP("motcua::CounterTexts", "The supervisor asks for it")},
    Reason{"other", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Other reason")},
};

constexpr std::array ReprintReasons{
    Reason{"lost", QT_TRANSLATE_NOOP("motcua::CounterTexts", "The citizen lost it")},
    Reason{"damaged", QT_TRANSLATE_NOOP("motcua::CounterTexts", "It is torn or unreadable")},
    Reason{"printer", QT_TRANSLATE_NOOP("motcua::CounterTexts", "The printer had failed")},
    Reason{"other", QT_TRANSLATE_NOOP("motcua::CounterTexts", "Other reason")},
};

template <size_t N>
QString textOf(const std::array<Reason, N> &reasons, const QString &word)
{
    for (const Reason &reason : reasons) {
        if (word == QLatin1StringView(reason.word)) {
            return QCoreApplication::translate("motcua::CounterTexts", reason.text);
        }
    }
    return word;
}

} // namespace

QString holdReasonText(const QString &reason)
{
    return textOf(HoldReasons, reason);
}

QString reprintReasonText(const QString &reason)
{
    return textOf(ReprintReasons, reason);
}

QString breakReasonText(const QString &reason)
{
    return textOf(BreakReasons, reason);
}

QString chosenReasonText(const QString &reason)
{
    return textOf(ChosenReasons, reason);
}

QString paperText(const ShownRecord::Paper &paper)
{
    const FormTemplate *one = formTemplate(paper.form);
    const QString name = paper.form + u" · "_s + (one ? one->title : QString());
    return paper.prints == 0
               ? name
               : name + u" · "_s + CounterTexts::tr("printed %n time(s)", nullptr, paper.prints);
}

} // namespace motcua
