// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/intaketext.h"

#include "core/administrativeunit.h"
#include "core/vietnamesetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// The translation context of intakes.
class IntakeTexts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::IntakeTexts)
};

struct FaultSentence
{
    QLatin1StringView field; ///< without its place; empty: whichever
    QLatin1StringView problem;
    const char *text;
};

constexpr FaultSentence FaultSentences[] = {
    {"name"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Enter the name as it is on the ID card or the registration.")},
    {"name"_L1, "bad_name"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "A person's name has no digits. Compare it with the card.")},
    {"id_number"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Scan the ID card, or type its number; another paper's number does too.")},
    {"tax_code"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Enter the tax code of the organisation.")},
    {"address"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Enter the address. It may be anywhere in the country.")},
    {"phone"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Enter a phone number for the result notice, or choose \"No phone\".")},
    {"authorisation"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Name the paper that lets the applicant act for the owner.")},
    {"procedure"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Choose the procedure.")},
    {"procedure"_L1, "unknown"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "There is no procedure with this code. Search for it by name.")},
    {"procedure"_L1, "other_dossier"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "The dossier is about another procedure. Open a new one for this, or "
                       "correct the dossier.")},
    {"case"_L1, "unknown_case"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Choose the case of the procedure.")},
    {"documents.name"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Name the paper, or remove its line.")},
    {"documents.state"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This paper is required. Receive it, or choose to ask for it.")},
    {"documents.state"_L1, "bad_state"_L1,
     QT_TRANSLATE_NOOP(
         "motcua::IntakeTexts",
         "The number of sheets does not fit what became of this paper. Correct one.")},
    {"documents.originals"_L1, "out_of_range"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Enter a number from 0 to 999.")},
    {"documents"_L1, "nothing_missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Mark every paper that is missing, or write what is to be completed.")},
    {"reason"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Write why the dossier is refused.")},
    {"reason"_L1, "too_short"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Write the reason in a sentence that the citizen understands.")},
    {"official_code"_L1, "bad_code"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This is no official dossier code. Paste or scan it again.")},
    {"official_code"_L1, "used"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Another dossier has this code. Compare it with the paper.")},
    {"due"_L1, "not_confirmed"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "The holidays of that year are not confirmed yet. Ask the supervisor.")},
    {"dossier"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Choose the dossier whose result is handed over.")},
    {"dossier"_L1, "bad_code"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "This is no dossier code. Paste or scan it again.")},
    {"sets"_L1, "out_of_range"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Enter a number of sets from 1 to 99.")},
    {"fee"_L1, "out_of_range"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Enter the fee in dong, 0 for none.")},
    {"unit"_L1, "unknown"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "There is no such ward, commune or province. Choose it from the list.")},
    {"due"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "The time limit of this procedure is not known. Set the due date by hand.")},
    {"due"_L1, "off_day"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "The branch is closed on that day. Choose a working day.")},
    {"due"_L1, "earlier"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "The due date may only be later than the rule says. Choose a later one.")},
    {"due_reason"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Write why the due date was set by hand.")},
    {"correction"_L1, "missing"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "Write why the record is corrected.")},
    {"correction"_L1, "nothing_changed"_L1,
     QT_TRANSLATE_NOOP(
         "motcua::IntakeTexts",
         "Nothing differs from what is on record. Change what is wrong, or leave it.")},
    {{},
     "not_of_organisation"_L1,
     QT_TRANSLATE_NOOP(
         "motcua::IntakeTexts",
         "An organisation has a tax code and no ID number. Clear the number, or record "
         "the person.")},
    {"other_id"_L1, "bad_id"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This is no number of an ID card or another paper. Scan the card again, or "
                       "type the number as it stands there.")},
    {{},
     "bad_id"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "An ID number has 12 digits. Scan the card, or type it again.")},
    {{},
     "bad_phone"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This is no phone number. Enter its digits, such as 0912 345 678.")},
    {{},
     "bad_email"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This is no e-mail address. Correct it, or leave it empty.")},
    {{},
     "bad_tax_code"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "A tax code has 10, 12 or 13 digits. Copy it from the registration.")},
    {{},
     "bad_date"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "This day is still to come. Correct the date.")},
    {{},
     "too_long"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts", "This text is too long. Shorten it.")},
    {{},
     "damaged"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "Letters of this text were lost on the way. Type it again.")},
    {{},
     "unknown_key"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "The form has no such field. Check how it is spelled.")},
    {{},
     "wrong_type"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This value has another shape than the field. Look at the sample form.")},
    {{},
     "unknown_word"_L1,
     QT_TRANSLATE_NOOP("motcua::IntakeTexts",
                       "This field does not know the word. Look at the sample form.")},
};

/// "owner.phone" is "phone", "documents[2].state" is "documents.state".
QString withoutPlace(const QString &field)
{
    static const QRegularExpression place(u"^(applicant|owner)\\.|\\[[0-9]+\\]"_s);
    return QString(field).remove(place);
}

} // namespace

QString faultText(const IntakeFault &fault)
{
    if (fault.problem == "not_taken"_L1) {
        return fault.detail.isEmpty()
                   ? IntakeTexts::tr("This procedure is not taken here. Ask the help desk where to "
                                     "send the citizen.")
                   : IntakeTexts::tr("This procedure is not taken here. Tell the citizen: %1")
                         .arg(fault.detail);
    }
    const QString field = withoutPlace(fault.field);
    const auto sentence = std::ranges::find_if(FaultSentences, [&](const FaultSentence &one) {
        return one.problem == fault.problem && (one.field.isEmpty() || one.field == field);
    });
    return sentence == std::end(FaultSentences) ? IntakeTexts::tr("Check this value.")
                                                : IntakeTexts::tr(sentence->text);
}

QString warningText(const QString &warning)
{
    if (warning == "minor"_L1) {
        return IntakeTexts::tr("The applicant is under 18. Ask for the parent or guardian.");
    }
    if (warning == "id_mismatch"_L1) {
        return IntakeTexts::tr("The ID number does not fit the birth date or the sex. Compare them "
                               "with the card.");
    }
    if (warning == "fee_unknown"_L1) {
        return IntakeTexts::tr("The fee is not known here. Ask before you name one.");
    }
    if (warning == "limit_doubtful"_L1) {
        return IntakeTexts::tr("The time limit is not confirmed. Check the due date before you "
                               "promise it.");
    }
    if (warning == "second_notice"_L1) {
        return IntakeTexts::tr("Papers were asked for before. The law allows one notice.");
    }
    return warning;
}

QString openingReasonText(const QString &reason)
{
    if (reason == "asked"_L1) {
        return IntakeTexts::tr("The citizen asks about it");
    }
    if (reason == "handling"_L1) {
        return IntakeTexts::tr("It is being worked on");
    }
    if (reason == "complaint"_L1) {
        return IntakeTexts::tr("A complaint");
    }
    if (reason == "check"_L1) {
        return IntakeTexts::tr("A check of what was recorded");
    }
    return reason == "other"_L1 ? IntakeTexts::tr("Other reason") : reason;
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accepted:
        return IntakeTexts::tr("accepted");
    case Outcome::Supplement:
        return IntakeTexts::tr("papers asked for");
    case Outcome::Refused:
        return IntakeTexts::tr("refused");
    case Outcome::Advised:
        return IntakeTexts::tr("advised");
    case Outcome::HandedOver:
        return IntakeTexts::tr("result handed over");
    }
    Q_UNREACHABLE();
}

QString documentStateText(DocumentState state)
{
    switch (state) {
    case DocumentState::Received:
        return IntakeTexts::tr("received");
    case DocumentState::Returned:
        return IntakeTexts::tr("shown and returned");
    case DocumentState::LookedUp:
        return IntakeTexts::tr("looked up in a database");
    case DocumentState::Missing:
        return IntakeTexts::tr("missing");
    case DocumentState::NotApplicable:
        return IntakeTexts::tr("not applicable");
    }
    Q_UNREACHABLE();
}

QString dossierStateText(DossierState state)
{
    switch (state) {
    case DossierState::Supplement:
        return IntakeTexts::tr("waits for papers");
    case DossierState::Processing:
        return IntakeTexts::tr("in process");
    case DossierState::Refused:
        return IntakeTexts::tr("refused");
    case DossierState::Returned:
        return IntakeTexts::tr("result handed over");
    }
    Q_UNREACHABLE();
}

QString formStateText(FormState state)
{
    switch (state) {
    case FormState::Pending:
        return IntakeTexts::tr("no answer was recorded");
    case FormState::Sent:
        return IntakeTexts::tr("sent to the printer");
    case FormState::Saved:
        return IntakeTexts::tr("saved as a file");
    case FormState::Unknown:
        return IntakeTexts::tr("not known whether it came out");
    case FormState::Failed:
        return IntakeTexts::tr("not printed");
    }
    Q_UNREACHABLE();
}

QString personText(const Person &person)
{
    QStringList parts{person.name, person.isOrganisation ? person.taxCode : person.idNumber,
                      person.otherId, person.phone, person.address};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

namespace {

/// Collects what is another than before.
class Changes
{
public:
    void add(const QString &label, const QString &before, const QString &after)
    {
        if (before != after) {
            const auto shown = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
            m_lines.append(u"%1: %2 → %3"_s.arg(label, shown(before), shown(after)));
        }
    }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    QStringList m_lines;
};

QString unitName(const QString &code)
{
    const AdministrativeUnit *unit = administrativeUnit(code);
    return unit ? unit->name : code;
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

QString dayText(const std::optional<QDate> &date)
{
    return date ? shortDate(*date) : QString();
}

QString momentText(const std::optional<LocalTime> &time)
{
    return time ? time->time.toString(u"HH:mm "_s) + shortDate(time->date) : QString();
}

/// "received, 1 original, 2 copies"
QString paperStateText(const IntakeDocument &document)
{
    QStringList parts{documentStateText(document.state)};
    if (document.originals > 0) {
        parts.append(IntakeTexts::tr("%n original(s)", nullptr, document.originals));
    }
    if (document.certified > 0) {
        parts.append(IntakeTexts::tr("%n certified", nullptr, document.certified));
    }
    if (document.copies > 0) {
        parts.append(IntakeTexts::tr("%n copies", nullptr, document.copies));
    }
    return parts.join(u", "_s);
}

QString channelText(IntakeChannel channel)
{
    switch (channel) {
    case IntakeChannel::Direct:
        return IntakeTexts::tr("at the counter");
    case IntakeChannel::Online:
        return IntakeTexts::tr("online");
    case IntakeChannel::Post:
        return IntakeTexts::tr("by post");
    }
    Q_UNREACHABLE();
}

QString channelText(ResultChannel channel)
{
    switch (channel) {
    case ResultChannel::Counter:
        return channelText(IntakeChannel::Direct);
    case ResultChannel::Post:
        return channelText(IntakeChannel::Post);
    case ResultChannel::Electronic:
        return IntakeTexts::tr("electronic copy");
    }
    Q_UNREACHABLE();
}

void addPerson(Changes &changes, const Person &before, const Person &after)
{
    const auto kind = [](const Person &person) {
        return person.isOrganisation ? IntakeTexts::tr("organisation") : IntakeTexts::tr("citizen");
    };
    const auto phone = [](const Person &person) {
        return person.hasNoPhone ? IntakeTexts::tr("none") : person.phone;
    };
    changes.add(IntakeTexts::tr("Applicant"), kind(before), kind(after));
    changes.add(IntakeTexts::tr("Name"), before.name, after.name);
    changes.add(after.isOrganisation ? IntakeTexts::tr("Tax code") : IntakeTexts::tr("ID number"),
                numberOf(before), numberOf(after));
    changes.add(IntakeTexts::tr("Date of birth"), dayText(before.birthDate),
                dayText(after.birthDate));
    changes.add(IntakeTexts::tr("Phone"), phone(before), phone(after));
    changes.add(IntakeTexts::tr("E-mail"), before.email, after.email);
    changes.add(IntakeTexts::tr("Address"), before.address, after.address);
    changes.add(IntakeTexts::tr("Ward or province"), unitName(before.unit), unitName(after.unit));
}

void addDocuments(Changes &changes, const std::vector<IntakeDocument> &before,
                  const std::vector<IntakeDocument> &after)
{
    const auto stateIn = [](const std::vector<IntakeDocument> &documents, const QString &name) {
        const auto found = std::ranges::find(documents, name, &IntakeDocument::name);
        return found == documents.end() ? QString() : paperStateText(*found);
    };
    for (const IntakeDocument &document : after) {
        changes.add(document.name, stateIn(before, document.name), paperStateText(document));
    }
    for (const IntakeDocument &document : before) {
        if (stateIn(after, document.name).isEmpty()) {
            changes.add(document.name, paperStateText(document), {});
        }
    }
}

} // namespace

QStringList changesText(const Intake &before, const Intake &after, const Catalogue &catalogue,
                        Language language)
{
    const auto procedureOf = [&catalogue](const Intake &intake) {
        const auto found =
            std::ranges::find(catalogue.procedures, intake.procedure, &Procedure::code);
        return found == catalogue.procedures.end() ? nullptr : &*found;
    };
    const auto nameOf = [&](const Intake &intake) {
        const Procedure *procedure = procedureOf(intake);
        return procedure ? procedure->name.in(language) : intake.procedure;
    };
    const auto caseOf = [&](const Intake &intake) {
        const Procedure *procedure = procedureOf(intake);
        const auto index = static_cast<size_t>(intake.caseIndex);
        return procedure && index < procedure->cases.size()
                       && !procedure->cases[index].name.isEmpty()
                   ? procedure->cases[index].name
                   : QString::number(intake.caseIndex + 1);
    };
    Changes changes;
    addPerson(changes, before.applicant, after.applicant);
    changes.add(IntakeTexts::tr("Owner"), personText(before.owner.value_or(Person())),
                personText(after.owner.value_or(Person())));
    changes.add(IntakeTexts::tr("Authorisation"), before.authorisation, after.authorisation);
    changes.add(IntakeTexts::tr("Procedure"), nameOf(before), nameOf(after));
    if (before.procedure == after.procedure) {
        changes.add(IntakeTexts::tr("Case"), caseOf(before), caseOf(after));
    }
    changes.add(IntakeTexts::tr("It came"), channelText(before.channel),
                channelText(after.channel));
    addDocuments(changes, before.documents, after.documents);
    changes.add(IntakeTexts::tr("Result due"), momentText(before.due), momentText(after.due));
    changes.add(IntakeTexts::tr("Why another date"), before.dueReason, after.dueReason);
    changes.add(IntakeTexts::tr("Reason"), before.reason, after.reason);
    changes.add(IntakeTexts::tr("Official dossier code"), before.officialCode, after.officialCode);
    changes.add(IntakeTexts::tr("Fee"), numberText(before.fee), numberText(after.fee));
    changes.add(IntakeTexts::tr("Exemption"), before.feeExemption, after.feeExemption);
    changes.add(IntakeTexts::tr("Sets"), QString::number(before.sets), QString::number(after.sets));
    changes.add(IntakeTexts::tr("Competent unit"), unitName(before.unit), unitName(after.unit));
    changes.add(IntakeTexts::tr("Collect result"), channelText(before.resultChannel),
                channelText(after.resultChannel));
    changes.add(IntakeTexts::tr("Where to collect"), before.resultPlace, after.resultPlace);
    return changes.lines();
}

QString dayInWords(const QDate &date, Language language)
{
    return language == Language::Vietnamese
               ? u"%1 %2"_s.arg(weekdayName(date), shortDate(date))
               : u"%1 %2"_s.arg(QLocale::c().dayName(date.dayOfWeek()), shortDate(date));
}

static QString limitSentence(const Limit &limit)
{
    switch (limit.kind) {
    case LimitKind::WorkingDays:
        return IntakeTexts::tr("%n working day(s), the day of receipt not counted.", nullptr,
                               limit.value);
    case LimitKind::CalendarDays:
        return IntakeTexts::tr("%n day(s), the day of receipt not counted.", nullptr, limit.value);
    case LimitKind::WorkingHours:
        return IntakeTexts::tr("%n working hour(s) within opening hours.", nullptr, limit.value);
    case LimitKind::SameDay:
        return IntakeTexts::tr("Due on the same day.");
    }
    Q_UNREACHABLE();
}

QString explanationOf(const DueDate &due, Language language)
{
    QStringList sentences{
        IntakeTexts::tr("Received at %1 on %2.")
            .arg(due.received.time.toString(u"HH:mm"_s), dayInWords(due.received.date, language)),
        limitSentence(due.limit)};
    if (due.movedPastCutoff) {
        sentences.append(IntakeTexts::tr(
            "Received too late in the day, so it counts from the next working day."));
    }
    QStringList skipped;
    for (const DueDate::Skipped &day : due.skipped) {
        skipped.append(day.name.isEmpty()
                           ? dayInWords(day.date, language)
                           : u"%1 (%2)"_s.arg(dayInWords(day.date, language), day.name));
    }
    if (!skipped.isEmpty()) {
        sentences.append(IntakeTexts::tr("Not counted: %1.").arg(skipped.join(u", "_s)));
    }
    QStringList worked;
    for (const QDate &day : due.makeUpDays) {
        worked.append(dayInWords(day, language));
    }
    if (!worked.isEmpty()) {
        sentences.append(
            IntakeTexts::tr("Counted as make-up working days: %1.").arg(worked.join(u", "_s)));
    }
    if (due.movedOffDay) {
        sentences.append(
            IntakeTexts::tr("The last day is no working day, so it ends with the next one."));
    }
    return sentences.join(u' ');
}

} // namespace motcua
