// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/reporttext.h"

#include "core/branchtoday.h"
#include "core/vietnamesetext.h"
#include "manager/heatcalendar.h"
#include "manager/hourbars.h"
#include "manager/managertexts.h"

#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Named
{
    const char *word;
    const char *text;
};

constexpr std::array Headings{
    Named{"letter", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Letter")},
    Named{"group", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Group")},
    Named{"procedure", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Procedure")},
    Named{"issued", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Issued")},
    Named{"served", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Served")},
    Named{"no_show", QT_TRANSLATE_NOOP("motcua::ReportTexts", "No-show")},
    Named{"cancelled", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Given back")},
    Named{"expired", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Expired")},
    Named{"not_done", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Not done")},
    Named{"wait_avg_s", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Wait, average")},
    Named{"wait_median_s", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Wait, median")},
    Named{"wait_p90_s", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Wait, 9 of 10")},
    Named{"wait_longest_s", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Wait, longest")},
    Named{"service_avg_s", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Service, average")},
    Named{"accepted", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Accepted")},
    Named{"supplement", QT_TRANSLATE_NOOP("motcua::ReportTexts", "To supplement")},
    Named{"refused", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Refused")},
    Named{"advised", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Advised")},
    Named{"handed_over", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Handed over")},
    Named{"branch", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Branch")},
    Named{"name", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Name")},
    Named{"last_day", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Last day that came")},
    Named{"last_sync", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Last sync")},
    Named{"gaps", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Gaps")},
    Named{"coverage", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Figures")},
    Named{"day", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Day")},
    Named{"counter", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Counter")},
    Named{"from", QT_TRANSLATE_NOOP("motcua::ReportTexts", "First sign-in")},
    Named{"until", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Last sign-out")},
    Named{"sign_ins", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Sign-ins")},
    Named{"whole", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Whole time")},
    Named{"serving", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Serving")},
    Named{"calling", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Calling")},
    Named{"idle", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Idle")},
    Named{"break_rest", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Break: rest")},
    Named{"break_meeting", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Break: meeting")},
    Named{"break_paperwork", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Break: files")},
    Named{"break_errand", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Break: errand")},
    Named{"break_other", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Break: other")},
    Named{"silent", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Silent")},
    Named{"signed_out", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Signed out")},
    Named{"ticket", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Number")},
    Named{"queued", QT_TRANSLATE_NOOP("motcua::ReportTexts", "In line from")},
    Named{"called", QT_TRANSLATE_NOOP("motcua::ReportTexts", "First called")},
    Named{"waited", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Waited")},
    Named{"service_s", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Service")},
    Named{"lines", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Lines")},
    Named{"ended_at", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Ended at")},
    Named{"ended", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Outcome")},
    Named{"book", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Book")},
    Named{"register_number", QT_TRANSLATE_NOOP("motcua::ReportTexts", "No.")},
    Named{"code", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Code")},
    Named{"official_code", QT_TRANSLATE_NOOP("motcua::ReportTexts", "City's code")},
    Named{"field", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Field")},
    Named{"channel", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Came")},
    Named{"unit", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Competent unit")},
    Named{"received_at", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Received at")},
    Named{"due", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Due")},
    Named{"handed_at", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Result handed over")},
    Named{"state", QT_TRANSLATE_NOOP("motcua::ReportTexts", "State")},
    Named{"timeliness", QT_TRANSLATE_NOOP("motcua::ReportTexts", "In time?")},
    Named{"received", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Received, total")},
    Named{"online", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Online")},
    Named{"direct", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Direct or by post")},
    Named{"carried", QT_TRANSLATE_NOOP("motcua::ReportTexts", "From before")},
    Named{"solved", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Solved, total")},
    Named{"early", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Early")},
    Named{"on_time", QT_TRANSLATE_NOOP("motcua::ReportTexts", "On time")},
    Named{"late", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Late")},
    Named{"in_progress", QT_TRANSLATE_NOOP("motcua::ReportTexts", "In progress, total")},
    Named{"in_time", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Still in time")},
    Named{"overdue", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Overdue")},
    Named{"ratings", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Ratings")},
    Named{"very_satisfied", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Very satisfied")},
    Named{"satisfied", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Satisfied")},
    Named{"not_satisfied", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Not satisfied")},
    Named{"satisfied_share", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Satisfied or very")},
    Named{"comments", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Comments")},
    Named{"comments_handled", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Handled")},
    Named{"handled_share", QT_TRANSLATE_NOOP("motcua::ReportTexts", "Share handled")},
};

/// Words of the core that stand in cells; others have the words of the headings.
constexpr std::array CellWords{
    Named{"waiting", QT_TRANSLATE_NOOP("motcua::ReportTexts", "waiting")},
    Named{"called", QT_TRANSLATE_NOOP("motcua::ReportTexts", "called")},
    Named{"serving", QT_TRANSLATE_NOOP("motcua::ReportTexts", "being served")},
    Named{"held", QT_TRANSLATE_NOOP("motcua::ReportTexts", "on hold")},
    Named{"completed", QT_TRANSLATE_NOOP("motcua::ReportTexts", "served")},
    Named{"no_show", QT_TRANSLATE_NOOP("motcua::ReportTexts", "no-show")},
    Named{"transferred", QT_TRANSLATE_NOOP("motcua::ReportTexts", "transferred")},
    Named{"cancelled", QT_TRANSLATE_NOOP("motcua::ReportTexts", "given back")},
    Named{"expired", QT_TRANSLATE_NOOP("motcua::ReportTexts", "expired")},
    Named{"direct", QT_TRANSLATE_NOOP("motcua::ReportTexts", "directly")},
    Named{"online", QT_TRANSLATE_NOOP("motcua::ReportTexts", "online")},
    Named{"post", QT_TRANSLATE_NOOP("motcua::ReportTexts", "by post")},
    Named{"supplement", QT_TRANSLATE_NOOP("motcua::ReportTexts", "waits for papers")},
    Named{"processing", QT_TRANSLATE_NOOP("motcua::ReportTexts", "in process")},
    Named{"refused", QT_TRANSLATE_NOOP("motcua::ReportTexts", "refused")},
    Named{"returned", QT_TRANSLATE_NOOP("motcua::ReportTexts", "result handed over")},
    Named{"early", QT_TRANSLATE_NOOP("motcua::ReportTexts", "early")},
    Named{"on_time", QT_TRANSLATE_NOOP("motcua::ReportTexts", "on time")},
    Named{"late", QT_TRANSLATE_NOOP("motcua::ReportTexts", "late")},
    Named{"in_time", QT_TRANSLATE_NOOP("motcua::ReportTexts", "still in time")},
    Named{"overdue", QT_TRANSLATE_NOOP("motcua::ReportTexts", "overdue")},
    Named{"whole", QT_TRANSLATE_NOOP("motcua::ReportTexts", "all that there is")},
    Named{"part", QT_TRANSLATE_NOOP("motcua::ReportTexts", "a part of the days")},
    Named{"no_business", QT_TRANSLATE_NOOP("motcua::ReportTexts", "no business day")},
    Named{"not_sent", QT_TRANSLATE_NOOP("motcua::ReportTexts", "not sent yet")},
};

template <size_t N>
QString textOf(const std::array<Named, N> &names, QStringView word)
{
    const auto found = std::ranges::find_if(
        names, [word](const Named &one) { return word == QLatin1StringView(one.word); });
    return found == names.end() ? word.toString()
                                : QCoreApplication::translate("motcua::ReportTexts", found->text);
}

ReportCells inWords(ReportCells cells, const std::vector<ReportColumn> &columns, Language language)
{
    for (size_t i = 0; i < cells.size(); ++i) {
        ReportCell &cell = cells[i];
        if (cell.kind == ReportCell::Kind::Name) {
            cell = QString(cell.text.in(language));
        } else if (cell.kind == ReportCell::Kind::Text && columns[i].unit == ReportUnit::Word) {
            cell = textOf(CellWords, cell.text.vi);
        }
    }
    return cells;
}

/// "1a2b 3c4d 5e6f": to be read aloud and compared.
QString spaced(const QString &digits)
{
    constexpr qsizetype InGroup = 4;
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += InGroup) {
        groups.append(digits.sliced(i, std::min(InGroup, digits.size() - i)));
    }
    return groups.join(u' ');
}

QStringList notesOf(const ReportTable &table)
{
    QStringList notes;
    for (const DayMark &mark : table.marks) {
        notes.append(markText(mark));
    }
    if (table.day.lapsed > 0) {
        notes.append(
            ReportTexts::tr("%n number(s) given by kiosks without the branch were told too "
                            "late to be called.",
                            nullptr, table.day.lapsed));
    }
    if (!table.seal.isEmpty()) {
        notes.append(ReportTexts::tr("Last digits of the chain of events at the day's close: %1")
                         .arg(spaced(table.seal)));
    }
    if (table.kind == ReportKind::Form06a) {
        notes.append(ReportTexts::tr("In the shape of form II.06a (Circular 01/2020/TT-VPCP); not "
                                     "compared with the form in force now."));
    }
    return notes;
}

} // namespace

QString reportTitle(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Daily:
        return ReportTexts::tr("Day sheet");
    case ReportKind::Period:
        return ReportTexts::tr("Groups and procedures");
    case ReportKind::Counters:
        return ReportTexts::tr("Counters and shifts");
    case ReportKind::LongWaits:
        return ReportTexts::tr("Waits over the target");
    case ReportKind::Tickets:
        return ReportTexts::tr("Numbers one by one");
    case ReportKind::Register:
        return ReportTexts::tr("Register of dossiers");
    case ReportKind::Overdue:
        return ReportTexts::tr("Late dossiers");
    case ReportKind::Satisfaction:
        return ReportTexts::tr("Satisfaction of citizens");
    case ReportKind::Form06a:
        return ReportTexts::tr("Handling of dossiers (II.06a)");
    case ReportKind::City:
        return ReportTexts::tr("Branches of the city");
    }
    Q_UNREACHABLE();
}

QString definitionTitle(Definition definition)
{
    switch (definition) {
    case Definition::Way:
        return ReportTexts::tr("Way");
    case Definition::Issued:
        return ReportTexts::tr("Issued");
    case Definition::Served:
        return ReportTexts::tr("Served");
    case Definition::NoShow:
        return ReportTexts::tr("No-show");
    case Definition::Cancelled:
        return ReportTexts::tr("Given back");
    case Definition::Expired:
        return ReportTexts::tr("Expired");
    case Definition::NotDone:
        return ReportTexts::tr("Not done");
    case Definition::Wait:
        return ReportTexts::tr("Wait");
    case Definition::NineOfTen:
        return ReportTexts::tr("9 of 10, median");
    case Definition::OverTarget:
        return ReportTexts::tr("Over the target");
    case Definition::Service:
        return ReportTexts::tr("Service");
    case Definition::Serving:
        return ReportTexts::tr("Serving");
    case Definition::Calling:
        return ReportTexts::tr("Calling");
    case Definition::Idle:
        return ReportTexts::tr("Idle");
    case Definition::Break:
        return ReportTexts::tr("Break");
    case Definition::Silent:
        return ReportTexts::tr("Silent");
    case Definition::SignedOut:
        return ReportTexts::tr("Signed out");
    case Definition::Intake:
        return ReportTexts::tr("Intake");
    case Definition::Received:
        return ReportTexts::tr("Received");
    case Definition::Carried:
        return ReportTexts::tr("From before");
    case Definition::Solved:
        return ReportTexts::tr("Solved");
    case Definition::OnTime:
        return ReportTexts::tr("Early, on time, late");
    case Definition::Overdue:
        return ReportTexts::tr("Overdue");
    case Definition::Rated:
        return ReportTexts::tr("Rating");
    case Definition::Content:
        return ReportTexts::tr("Satisfied or very");
    case Definition::Handled:
        return ReportTexts::tr("Handled");
    case Definition::Reopened:
        return ReportTexts::tr("Reopened, corrected");
    case Definition::Arrived:
        return ReportTexts::tr("Sent, gaps");
    }
    Q_UNREACHABLE();
}

QString definitionText(Definition definition)
{
    constexpr qint64 MinuteMs = 60'000;
    switch (definition) {
    case Definition::Way:
        return ReportTexts::tr("All that happens to one number from the kiosk to its end, also in "
                               "several lines. A transfer begins another wait.");
    case Definition::Issued:
        return ReportTexts::tr(
            "Numbers given. Each counts once, in the group whose letter it bears. "
            "Issued = served + no-show + given back + expired + not done.");
    case Definition::Served:
        return ReportTexts::tr("A counter finished with the citizen, in whichever line that was in "
                               "the end.");
    case Definition::NoShow:
        return ReportTexts::tr("Called, did not come, and was not put back into the line.");
    case Definition::Cancelled:
        return ReportTexts::tr("The citizen gave the number back before being called.");
    case Definition::Expired:
        return ReportTexts::tr("Still waiting or on hold when the day was closed.");
    case Definition::NotDone:
        return ReportTexts::tr("Waiting, called, being served or on hold now. None once the day is "
                               "closed.");
    case Definition::Wait:
        return ReportTexts::tr(
            "From joining a group's line to the first call out of it, in minutes "
            "and seconds. Who was never called has none. It counts in the group "
            "whose line it was.");
    case Definition::NineOfTen:
        return ReportTexts::tr("Nine of ten people waited no longer than this; half of them no "
                               "longer than the median.");
    case Definition::OverTarget:
        return ReportTexts::tr("Waited longer than %1 minutes, by the exact time. Who was never "
                               "called waited until the day was closed.")
            .arg(DayTargets::LongWaitMs / MinuteMs);
    case Definition::Service:
        return ReportTexts::tr(
            "From the start at the counter to the end, or from the last call when "
            "nobody pressed start. Time on hold, breaks and the gap of a counter "
            "that fell silent are not service.");
    case Definition::Serving:
        return ReportTexts::tr("Time of the counter with a citizen, as in service.");
    case Definition::Calling:
        return ReportTexts::tr("From a call until the citizen is there, or does not come.");
    case Definition::Idle:
        return ReportTexts::tr("Signed in, on no break, and with nobody called or served.");
    case Definition::Break:
        return ReportTexts::tr("From the start of a break to its end, by its reason.");
    case Definition::Silent:
        return ReportTexts::tr(
            "Nothing was heard of the counter until it was taken over or the day "
            "was closed: what happened then is not known.");
    case Definition::SignedOut:
        return ReportTexts::tr("Between two shifts of that day. Serving, calling, idle, breaks, "
                               "silent and signed out add up to the time from the first sign-in to "
                               "the last sign-out.");
    case Definition::Intake:
        return ReportTexts::tr("What was recorded at a counter for that line. Corrections are not "
                               "counted; a dossier counts as accepted once.");
    case Definition::Received:
        return ReportTexts::tr(
            "Dossiers accepted with a register entry, on the day from which their "
            "time runs.");
    case Definition::Carried:
        return ReportTexts::tr("Accepted before the first day and not solved before it.");
    case Definition::Solved:
        return ReportTexts::tr("The result was handed over.");
    case Definition::OnTime:
        return ReportTexts::tr(
            "Solved on a day before the appointed one, on it, or after it. Waiting "
            "for papers moves the appointed day.");
    case Definition::Overdue:
        return ReportTexts::tr(
            "Not solved at the end of the last day, and past its appointed time. A "
            "dossier that waits for papers is not overdue.");
    case Definition::Rated:
        return ReportTexts::tr(
            "Given by the citizen at a device of its own when a counter has served him to the end "
            "or transferred him: at most one for each visit at a counter. It counts on the day and "
            "in the group of that visit.");
    case Definition::Content:
        return ReportTexts::tr("The two upper levels of three, of all ratings.");
    case Definition::Handled:
        return ReportTexts::tr("Somebody has dealt with what the citizen wrote, and said how. The "
                               "share is of all comments, as it is now.");
    case Definition::Reopened:
        return ReportTexts::tr(
            "A closed day changes only by being opened again or by the correction "
            "of a record. Both are kept as events and told here.");
    case Definition::Arrived:
        return ReportTexts::tr(
            "Figures come from the branches at night. Of a branch that has not sent they are not "
            "known, which is not zero; the total is without it. Gaps are events that are missing "
            "and closed days that are not the same here and at the branch.");
    }
    Q_UNREACHABLE();
}

QString markText(const DayMark &mark)
{
    const QString day = shortDate(mark.day);
    switch (mark.kind) {
    case DayMark::Kind::Open:
        return ReportTexts::tr("%1 is not closed yet: its figures still move.").arg(day);
    case DayMark::Kind::Reopened:
        return ReportTexts::tr("%1 was opened again after it was closed, %n time(s).", nullptr,
                               mark.count)
            .arg(day);
    case DayMark::Kind::Corrected:
        return ReportTexts::tr("%1: %n record(s) of that day were corrected.", nullptr, mark.count)
            .arg(day);
    case DayMark::Kind::Differs:
        return ReportTexts::tr("%1: the tickets are not those that its close counted. Run "
                               "“motcua verify”.")
            .arg(day);
    }
    Q_UNREACHABLE();
}

QString selectionText(const ReportTable &table, Language language)
{
    const Selection &selection = table.selection;
    QStringList words;
    if (!selection.group.isEmpty()) {
        words.append(ReportTexts::tr("Group %1")
                         .arg(selection.group + u" – "_s + table.selectedGroup.in(language)));
    }
    if (!selection.procedure.isEmpty()) {
        words.append(table.selectedProcedure.in(language));
    }
    if (selection.counter != 0) {
        words.append(ReportTexts::tr("Counter %1").arg(selection.counter));
    }
    if (selection.weekday) {
        words.append(weekdayAbove(*selection.weekday));
    }
    if (selection.hour) {
        words.append(
            ReportTexts::tr("given from %1 to %2 h").arg(*selection.hour).arg(*selection.hour + 1));
    }
    if (selection.end) {
        words.append(textOf(CellWords, word(*selection.end)));
    }
    return words.join(u" · "_s);
}

/// The picture of a report as a screen paints it, under what it is.
static void addPicture(ReportSheet &sheet, const ReportTable &table, Language language)
{
    constexpr int Wide = 700;
    constexpr int High = 190;
    constexpr int MonthHigh = 330;
    constexpr int TitleHigh = 30;
    const Look look{.palette = Palette::Light, .language = language};
    std::function<void(QPainter &, const QSizeF &)> paint;
    QString title;
    if (table.total.empty()) {
        return;
    }
    if (std::ranges::any_of(table.hours, [](const HourCounts &hour) { return hour.issued > 0; })) {
        title = ReportTexts::tr("Visits by hour (dark: issued, light: served)");
        paint = [look, hours = table.hours](QPainter &painter, const QSizeF &size) {
            HourBars::paintHours(painter, size, look, hours);
        };
        sheet.pictureSize = {Wide, High + TitleHigh};
    } else if (std::ranges::any_of(table.month, &MonthDay::wasOpened)) {
        title = ReportTexts::tr("Numbers per day");
        BranchMonth month{.first = table.month.front().date, .today = table.to};
        month.days = table.month;
        paint = [picture = MonthPicture(look, month)](QPainter &painter, const QSizeF &size) {
            picture.paint(painter, size, -1);
        };
        sheet.pictureSize = {Wide, MonthHigh + TitleHigh};
    } else {
        return;
    }
    sheet.picture = [look, title, paint, size = sheet.pictureSize](QPainter &painter) {
        painter.save();
        paintText(painter, QRectF(0, 0, size.width(), TitleHigh), title,
                  weighted(textStyle(look, "desk.body"_L1, "text.primary"_L1), QFont::Bold));
        painter.translate(0, TitleHigh);
        paint(painter, QSizeF(size.width(), size.height() - TitleHigh));
        painter.restore();
    };
}

ReportSheet sheetOf(const ReportTable &table, Language language)
{
    ReportSheet sheet{.table = table,
                      .head = {reportTitle(table.kind)},
                      .headings = {},
                      .notes = notesOf(table),
                      .signature = {},
                      .definitionsTitle = ReportTexts::tr("What the words mean"),
                      .definitions = {},
                      .page = ReportTexts::tr("Page %1/%2")};
    const QString branch = table.branch.in(language);
    if (!branch.isEmpty()) {
        sheet.head.append(table.organisation.in(language) + u" – "_s + branch);
    }
    sheet.head.append(
        table.from == table.to
            ? ReportTexts::tr("Business day %1").arg(cellText(table.from, ReportUnit::Day))
            : ReportTexts::tr("From %1 to %2")
                  .arg(cellText(table.from, ReportUnit::Day), cellText(table.to, ReportUnit::Day)));
    if (const QString selected = selectionText(table, language); !selected.isEmpty()) {
        sheet.head.append(selected);
    }
    if (table.madeAt.date.isValid()) {
        sheet.head.append(
            ReportTexts::tr("Made %1").arg(cellText(table.madeAt, ReportUnit::Moment)));
    }
    for (const ReportColumn &column : table.columns) {
        sheet.headings.append(textOf(Headings, QString::fromLatin1(column.id)));
    }
    for (ReportRow &row : sheet.table.rows) {
        row.cells = inWords(std::move(row.cells), table.columns, language);
        if (row.isSubtotal && table.kind == ReportKind::Period) {
            row.cells[1] = ReportTexts::tr("All procedures");
        }
    }
    if (!sheet.table.total.empty()) {
        sheet.table.total = inWords(std::move(sheet.table.total), table.columns, language);
        sheet.table.total[0] = ReportTexts::tr("Total");
    }
    if (table.kind == ReportKind::Daily || table.kind == ReportKind::Form06a) {
        sheet.signature = {ReportTexts::tr("Head of the branch"),
                           ReportTexts::tr("(signature, full name)")};
    }
    for (const Definition definition : definitionsOf(table.kind)) {
        sheet.definitions.emplace_back(definitionTitle(definition), definitionText(definition));
    }
    addPicture(sheet, table, language);
    return sheet;
}

} // namespace motcua
