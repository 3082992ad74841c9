// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/intake.h"

#include "core/administrativeunit.h"
#include "core/appointment.h"
#include "core/dossiercode.h"
#include "core/textdamage.h"
#include "core/vietnamesetext.h"
#include "core/wordtable.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<Outcome, OutcomeCount> OutcomeWords({
    {Outcome::Accepted, "accepted"_L1},
    {Outcome::Supplement, "supplement"_L1},
    {Outcome::Refused, "refused"_L1},
    {Outcome::Advised, "advised"_L1},
    {Outcome::HandedOver, "handed_over"_L1},
});

static constexpr WordTable<DocumentState, 5> DocumentStateWords({
    {DocumentState::Received, "received"_L1},
    {DocumentState::Returned, "returned"_L1},
    {DocumentState::LookedUp, "looked_up"_L1},
    {DocumentState::Missing, "missing"_L1},
    {DocumentState::NotApplicable, "not_applicable"_L1},
});

static constexpr WordTable<ResultChannel, 3> ResultChannelWords({
    {ResultChannel::Counter, "counter"_L1},
    {ResultChannel::Post, "post"_L1},
    {ResultChannel::Electronic, "electronic"_L1},
});

QString word(Outcome outcome)
{
    return OutcomeWords.wordOf(outcome);
}

std::optional<Outcome> outcomeFromWord(QStringView word)
{
    return OutcomeWords.valueOf(word);
}

QString word(DocumentState state)
{
    return DocumentStateWords.wordOf(state);
}

std::optional<DocumentState> documentStateFromWord(QStringView word)
{
    return DocumentStateWords.valueOf(word);
}

QString word(ResultChannel channel)
{
    return ResultChannelWords.wordOf(channel);
}

std::optional<ResultChannel> resultChannelFromWord(QStringView word)
{
    return ResultChannelWords.valueOf(word);
}

namespace {

QJsonObject toJson(const IntakeDocument &document)
{
    return {{u"name"_s, document.name},           {u"required"_s, document.required},
            {u"extra"_s, document.extra},         {u"originals"_s, document.originals},
            {u"certified"_s, document.certified}, {u"copies"_s, document.copies},
            {u"state"_s, word(document.state)}};
}

/// Takes an object apart and remembers which of its keys were asked for.
class Node
{
public:
    Node(QJsonObject object, QString place, std::vector<IntakeFault> &faults)
        : m_object(std::move(object))
        , m_place(std::move(place))
        , m_faults(faults)
    {
    }

    void read(QString &target, QLatin1StringView key)
    {
        if (const auto value = take(key, QJsonValue::String)) {
            target = cleaned(value->toString());
        }
    }
    void read(bool &target, QLatin1StringView key)
    {
        if (const auto value = take(key, QJsonValue::Bool)) {
            target = value->toBool();
        }
    }
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) void read(Number &target, QLatin1StringView key)
    {
        const auto value = take(key, QJsonValue::Double);
        if (!value) {
            return;
        }
        constexpr qint64 NotWhole = std::numeric_limits<qint64>::min();
        const qint64 whole = value->toInteger(NotWhole);
        if (whole == NotWhole || !std::in_range<Number>(whole)) {
            fault(key, "wrong_type"_L1);
            return;
        }
        target = static_cast<Number>(whole);
    }
    template <typename Value>
    void read(Value &target, QLatin1StringView key,
              std::optional<Value> (*fromWord)(QStringView word))
    {
        QString text;
        read(text, key);
        if (text.isEmpty()) {
            return;
        }
        if (const auto value = fromWord(text)) {
            target = *value;
        } else {
            fault(key, "unknown_word"_L1);
        }
    }
    std::optional<QJsonValue> take(QLatin1StringView key, QJsonValue::Type type)
    {
        m_asked.append(key);
        QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull()) {
            return std::nullopt;
        }
        if (value.type() != type) {
            fault(key, "wrong_type"_L1);
            return std::nullopt;
        }
        return value;
    }
    void fault(const QString &key, QLatin1StringView problem)
    {
        m_faults.push_back({m_place + key, problem});
    }
    /// Reports the keys that nobody asked for.
    void finish()
    {
        for (const QString &key : m_object.keys()) {
            if (!m_asked.contains(key)) {
                fault(key, "unknown_key"_L1);
            }
        }
    }

private:
    QJsonObject m_object;
    QString m_place;
    std::vector<IntakeFault> &m_faults;
    QStringList m_asked;
};

Person readPerson(const QJsonObject &json, const QString &place, std::vector<IntakeFault> &faults)
{
    Node node(json, place, faults);
    QString ignored;
    for (const auto key : {"name"_L1, "id_number"_L1, "other_id"_L1, "phone"_L1, "email"_L1,
                           "address"_L1, "unit"_L1, "tax_code"_L1}) {
        node.read(ignored, key);
    }
    bool flag = false;
    node.read(flag, "no_phone"_L1);
    const auto choice = [&](QLatin1StringView key, const QStringList &words) {
        QString chosen;
        node.read(chosen, key);
        if (!chosen.isEmpty() && !words.contains(chosen)) {
            node.fault(key, "unknown_word"_L1);
        }
    };
    choice("kind"_L1, {u"person"_s, u"organisation"_s});
    choice("sex"_L1, {u"male"_s, u"female"_s});
    QString born;
    node.read(born, "birth_date"_L1);
    if (!born.isEmpty() && !QDate::fromString(born, Qt::ISODate).isValid()) {
        node.fault(u"birth_date"_s, "wrong_type"_L1);
    }
    node.finish();
    return personFromJson(json);
}

/// Collects what is wrong with a form.
class Check
{
public:
    Check(const Intake &intake, const Procedure *procedure, const LocalTime &received)
        : m_intake(intake)
        , m_procedure(procedure)
        , m_received(received)
    {
    }

    std::vector<IntakeFault> faults;

    void people();
    void procedure();
    void documents();
    void outcome(const std::optional<LocalTime> &computed);

private:
    void fault(const QString &field, QLatin1StringView problem, const QString &detail = {})
    {
        faults.push_back({field, problem, detail});
    }
    [[nodiscard]] bool is(Outcome outcome) const { return m_intake.outcome == outcome; }
    void text(const QString &field, const QString &value, qsizetype most, bool needed);
    void person(const QString &place, const Person &person, bool isApplicant);

    const Intake &m_intake;
    const Procedure *m_procedure;
    const LocalTime &m_received;
};

void Check::text(const QString &field, const QString &value, qsizetype most, bool needed)
{
    if (value.isEmpty()) {
        if (needed) {
            fault(field, "missing"_L1);
        }
    } else if (value.size() > most) {
        fault(field, "too_long"_L1);
    } else if (isDamaged(value)) {
        fault(field, "damaged"_L1);
    }
}

void Check::person(const QString &place, const Person &person, bool isApplicant)
{
    constexpr qsizetype LongestName = 200;
    constexpr qsizetype LongestAddress = 400;
    constexpr qsizetype LongestEmail = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets
    const auto at = [&place](QLatin1StringView key) { return place + u'.' + key; };
    const bool opensDossier = is(Outcome::Accepted) || is(Outcome::Supplement);
    text(at("name"_L1), person.name, LongestName, opensDossier || is(Outcome::Refused));
    if (!person.isOrganisation
        && std::ranges::any_of(person.name, [](QChar c) { return c.isDigit(); })) {
        fault(at("name"_L1), "bad_name"_L1); // a key that was meant for something else
    }
    if (!person.otherId.isEmpty() && !isOtherId(person.otherId)) {
        fault(at("other_id"_L1), "bad_id"_L1);
    }
    text(at("email"_L1), person.email, LongestEmail, false);
    const bool isKnown =
        !person.idNumber.isEmpty() || !person.otherId.isEmpty() || !person.taxCode.isEmpty();
    if (is(Outcome::Accepted) && !isKnown) {
        fault(at(person.isOrganisation ? "tax_code"_L1 : "id_number"_L1), "missing"_L1);
    }
    if (person.isOrganisation && !person.idNumber.isEmpty()) {
        fault(at("id_number"_L1), "not_of_organisation"_L1);
    } else if (!person.idNumber.isEmpty()
               && (idDigits(person.idNumber) != person.idNumber || person.idNumber.size() != 12)) {
        fault(at("id_number"_L1), "bad_id"_L1);
    }
    if (!person.taxCode.isEmpty() && !isTaxCode(person.taxCode)) {
        fault(at("tax_code"_L1), "bad_tax_code"_L1);
    }
    if (person.birthDate && *person.birthDate > m_received.date) {
        fault(at("birth_date"_L1), "bad_date"_L1);
    }
    text(at("address"_L1), person.address, LongestAddress, is(Outcome::Accepted));
    if (!person.unit.isEmpty() && !administrativeUnit(person.unit)) {
        fault(at("unit"_L1), "unknown"_L1);
    }
    if (!person.phone.isEmpty() && phoneDigits(person.phone) != person.phone) {
        fault(at("phone"_L1), "bad_phone"_L1);
    } else if (isApplicant && opensDossier && person.phone.isEmpty() && !person.hasNoPhone) {
        fault(at("phone"_L1), "missing"_L1);
    }
    const qsizetype sign = person.email.indexOf(u'@');
    if (!person.email.isEmpty() && person.email.size() <= LongestEmail
        && (sign < 1 || person.email.indexOf(u'.', sign) < sign + 2)) {
        fault(at("email"_L1), "bad_email"_L1);
    }
}

void Check::people()
{
    person(u"applicant"_s, m_intake.applicant, true);
    if (m_intake.owner) {
        person(u"owner"_s, *m_intake.owner, false);
        constexpr qsizetype Longest = 200;
        text(u"authorisation"_s, m_intake.authorisation, Longest, is(Outcome::Accepted));
    }
}

void Check::procedure()
{
    if (m_intake.procedure.isEmpty()) {
        fault(u"procedure"_s, "missing"_L1);
    } else if (!m_procedure) {
        fault(u"procedure"_s, "unknown"_L1);
    } else if (m_procedure->group.isEmpty() && !is(Outcome::Refused)) {
        fault(u"procedure"_s, "not_taken"_L1, m_procedure->referral);
    } else if (m_intake.caseIndex < 0
               || static_cast<size_t>(m_intake.caseIndex) >= m_procedure->cases.size()) {
        fault(u"case"_s, "unknown_case"_L1);
    }
}

void Check::documents()
{
    constexpr int Most = 999;
    constexpr qsizetype LongestName = 1000;
    bool asksForSomething = false;
    for (size_t i = 0; i < m_intake.documents.size(); ++i) {
        const IntakeDocument &document = m_intake.documents[i];
        const QString place = u"documents[%1]."_s.arg(i);
        text(place + u"name"_s, document.name, LongestName, true);
        for (const int count : {document.originals, document.certified, document.copies}) {
            if (count < 0 || count > Most) {
                fault(place + u"originals"_s, "out_of_range"_L1);
                break;
            }
        }
        const bool isCounted = document.originals + document.certified + document.copies > 0;
        const bool isHere =
            document.state == DocumentState::Received || document.state == DocumentState::Returned;
        if (isCounted != isHere && document.state != DocumentState::Returned) {
            fault(place + u"state"_s, "bad_state"_L1);
        }
        const bool isMissing = document.state == DocumentState::Missing;
        asksForSomething = asksForSomething || isMissing;
        if (is(Outcome::Accepted) && document.required
            && (isMissing || document.state == DocumentState::NotApplicable)) {
            fault(place + u"state"_s, "missing"_L1);
        }
    }
    if (is(Outcome::Supplement) && !asksForSomething && m_intake.reason.isEmpty()) {
        fault(u"documents"_s, "nothing_missing"_L1);
    }
}

void Check::outcome(const std::optional<LocalTime> &computed)
{
    constexpr qsizetype LongestReason = 2000;
    constexpr qsizetype LongestPlace = 400;
    constexpr qsizetype LeastProse = 15;
    constexpr int MostSets = 99;
    text(u"reason"_s, m_intake.reason, LongestReason, is(Outcome::Refused));
    text(u"correction"_s, m_intake.correction, LongestReason, false);
    text(u"due_reason"_s, m_intake.dueReason, LongestReason, false);
    text(u"fee_exemption"_s, m_intake.feeExemption, LongestReason, false);
    text(u"result_place"_s, m_intake.resultPlace, LongestPlace, false);
    if (is(Outcome::Refused) && !m_intake.reason.isEmpty()
        && (m_intake.reason.size() < LeastProse || !m_intake.reason.contains(u' '))) {
        fault(u"reason"_s, "too_short"_L1);
    }
    if (!m_intake.officialCode.isEmpty() && !isDossierCode(m_intake.officialCode)) {
        fault(u"official_code"_s, "bad_code"_L1);
    }
    if (!m_intake.dossier.isEmpty() && !isDossierCode(m_intake.dossier)
        && !isTemporaryDossierCode(m_intake.dossier)) {
        fault(u"dossier"_s, "bad_code"_L1);
    }
    if (m_intake.sets < 1 || m_intake.sets > MostSets) {
        fault(u"sets"_s, "out_of_range"_L1);
    }
    if (m_intake.fee && *m_intake.fee < 0) {
        fault(u"fee"_s, "out_of_range"_L1);
    }
    if (!m_intake.unit.isEmpty() && !administrativeUnit(m_intake.unit)) {
        fault(u"unit"_s, "unknown"_L1);
    }
    if (!is(Outcome::Accepted)) {
        return;
    }
    const auto later = [](const LocalTime &a, const LocalTime &b) {
        return std::pair(a.date, a.time) > std::pair(b.date, b.time);
    };
    if (!m_intake.due) {
        if (!computed) {
            fault(u"due"_s, "missing"_L1);
        }
        return;
    }
    if (!computed ? !later(*m_intake.due, m_received) : later(*computed, *m_intake.due)) {
        fault(u"due"_s, "earlier"_L1);
    }
    if ((!computed || *m_intake.due != *computed) && m_intake.dueReason.isEmpty()) {
        fault(u"due_reason"_s, "missing"_L1);
    }
}

} // namespace

QJsonObject toJson(const Intake &intake)
{
    QJsonArray documents;
    for (const IntakeDocument &document : intake.documents) {
        documents.append(toJson(document));
    }
    QJsonObject json{{u"applicant"_s, toJson(intake.applicant)},
                     {u"authorisation"_s, intake.authorisation},
                     {u"procedure"_s, intake.procedure},
                     {u"case"_s, intake.caseIndex},
                     {u"channel"_s, word(intake.channel)},
                     {u"documents"_s, documents},
                     {u"outcome"_s, word(intake.outcome)},
                     {u"reason"_s, intake.reason},
                     {u"correction"_s, intake.correction},
                     {u"official_code"_s, intake.officialCode},
                     {u"dossier"_s, intake.dossier},
                     {u"due_reason"_s, intake.dueReason},
                     {u"result_channel"_s, word(intake.resultChannel)},
                     {u"result_place"_s, intake.resultPlace},
                     {u"fee_exemption"_s, intake.feeExemption},
                     {u"sets"_s, intake.sets},
                     {u"unit"_s, intake.unit}};
    if (intake.owner) {
        json.insert(u"owner"_s, toJson(*intake.owner));
    }
    if (intake.due) {
        json.insert(u"due"_s, localTimeText(*intake.due));
    }
    if (intake.fee) {
        json.insert(u"fee"_s, *intake.fee);
    }
    return json;
}

QString linesOf(const std::vector<IntakeFault> &faults)
{
    QString lines;
    for (const IntakeFault &fault : faults) {
        lines += u"\n  "_s + fault.field + u": "_s + fault.problem;
        if (!fault.detail.isEmpty()) {
            lines += u" ("_s + fault.detail + u')';
        }
    }
    return lines;
}

std::vector<IntakeFault> faultsFromLines(const QString &lines)
{
    static const QRegularExpression fault(u"^  (.+): ([a-z_]+)(?: \\((.+)\\))?$"_s);
    std::vector<IntakeFault> faults;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = fault.match(line);
        if (!match.hasMatch()) {
            return {};
        }
        faults.push_back({match.captured(1), match.captured(2), match.captured(3)});
    }
    return faults;
}

IntakeReading intakeFromJson(const QJsonObject &json)
{
    IntakeReading reading;
    Intake &intake = reading.intake;
    Node node(json, {}, reading.faults);
    if (const auto value = node.take("applicant"_L1, QJsonValue::Object)) {
        intake.applicant = readPerson(value->toObject(), u"applicant."_s, reading.faults);
    }
    if (const auto value = node.take("owner"_L1, QJsonValue::Object)) {
        intake.owner = readPerson(value->toObject(), u"owner."_s, reading.faults);
    }
    node.read(intake.authorisation, "authorisation"_L1);
    node.read(intake.procedure, "procedure"_L1);
    node.read(intake.caseIndex, "case"_L1);
    node.read(intake.channel, "channel"_L1, intakeChannelFromWord);
    if (const auto value = node.take("documents"_L1, QJsonValue::Array)) {
        const QJsonArray documents = value->toArray();
        for (qsizetype i = 0; i < documents.size(); ++i) {
            Node line(documents[i].toObject(), u"documents[%1]."_s.arg(i), reading.faults);
            IntakeDocument document;
            line.read(document.name, "name"_L1);
            line.read(document.required, "required"_L1);
            line.read(document.extra, "extra"_L1);
            line.read(document.originals, "originals"_L1);
            line.read(document.certified, "certified"_L1);
            line.read(document.copies, "copies"_L1);
            line.read(document.state, "state"_L1, documentStateFromWord);
            line.finish();
            intake.documents.push_back(std::move(document));
        }
    }
    node.read(intake.outcome, "outcome"_L1, outcomeFromWord);
    node.read(intake.reason, "reason"_L1);
    node.read(intake.correction, "correction"_L1);
    node.read(intake.officialCode, "official_code"_L1);
    node.read(intake.dossier, "dossier"_L1);
    QString due;
    node.read(due, "due"_L1);
    if (!due.isEmpty()) {
        intake.due = localTimeFromText(due);
        if (!intake.due) {
            node.fault(u"due"_s, "wrong_type"_L1);
        }
    }
    node.read(intake.dueReason, "due_reason"_L1);
    node.read(intake.resultChannel, "result_channel"_L1, resultChannelFromWord);
    node.read(intake.resultPlace, "result_place"_L1);
    if (node.take("fee"_L1, QJsonValue::Double)) {
        qint64 fee = 0;
        node.read(fee, "fee"_L1);
        intake.fee = fee;
    }
    node.read(intake.feeExemption, "fee_exemption"_L1);
    node.read(intake.sets, "sets"_L1);
    node.read(intake.unit, "unit"_L1);
    node.finish();
    return reading;
}

std::vector<IntakeDocument> checklistOf(const ProcedureCase &which)
{
    std::vector<IntakeDocument> documents;
    documents.reserve(which.documents.size());
    for (const ProcedureDocument &document : which.documents) {
        documents.push_back(
            {.name = document.name,
             .required = document.required,
             .state = document.required ? DocumentState::Missing : DocumentState::NotApplicable});
    }
    return documents;
}

std::vector<IntakeDocument> completed(const std::vector<IntakeDocument> &documents,
                                      const ProcedureCase &which)
{
    std::vector<IntakeDocument> all = checklistOf(which);
    std::vector<bool> isFilled(all.size()); // a list may name a paper twice
    for (const IntakeDocument &document : documents) {
        size_t line = 0;
        while (line < isFilled.size() && (isFilled[line] || all[line].name != document.name)) {
            ++line;
        }
        if (line == isFilled.size()) {
            all.push_back(document);
            all.back().extra = true;
            continue;
        }
        const bool required = all[line].required;
        all[line] = document;
        all[line].required = required; // the list says so, not who fills it in
        all[line].extra = false;
        isFilled[line] = true;
    }
    return all;
}

bool isOnlyShown(const QString &paper)
{
    return folded(paper).contains(u"xuat trinh");
}

IntakeDocument presented(IntakeDocument document, const ProcedureCase *which)
{
    if (isOnlyShown(document.name)) {
        document.state = DocumentState::Returned;
        return document;
    }
    document.state = DocumentState::Received;
    if (document.originals + document.certified + document.copies > 0) {
        return document;
    }
    document.originals = 1;
    if (which) {
        const auto asked =
            std::ranges::find(which->documents, document.name, &ProcedureDocument::name);
        if (asked != which->documents.end() && asked->originals + asked->copies > 0) {
            document.originals = asked->originals;
            document.copies = asked->copies;
        }
    }
    return document;
}

std::vector<IntakeFault> checkIntake(const Intake &intake, const Procedure *procedure,
                                     const std::optional<LocalTime> &computed,
                                     const LocalTime &received)
{
    Check check(intake, procedure, received);
    check.people();
    switch (intake.outcome) {
    case Outcome::Advised:
        break;
    case Outcome::HandedOver:
        if (intake.dossier.isEmpty()) {
            check.faults.push_back({u"dossier"_s, u"missing"_s});
        }
        if (intake.resultChannel == ResultChannel::Counter && intake.applicant.name.isEmpty()) {
            check.faults.push_back({u"applicant.name"_s, u"missing"_s}); // who took it away
        }
        break;
    case Outcome::Accepted:
    case Outcome::Supplement:
    case Outcome::Refused:
        check.procedure();
        check.documents();
        break;
    }
    check.outcome(computed);
    return check.faults;
}

QStringList intakeWarnings(const Intake &intake, const Procedure *procedure, const QDate &today)
{
    constexpr int FullAge = 18;
    QStringList warnings;
    const Person &person = intake.owner ? *intake.owner : intake.applicant;
    for (const Person *one : {&intake.applicant, &person}) {
        const int age = ageOn(*one, today);
        if (one == &intake.applicant && age >= 0 && age < FullAge) {
            warnings.append(u"minor"_s);
        }
        if (contradictsIdNumber(*one)) {
            warnings.append(u"id_mismatch"_s);
        }
    }
    const bool hasCase = procedure && intake.caseIndex >= 0
                         && static_cast<size_t>(intake.caseIndex) < procedure->cases.size();
    if (intake.outcome == Outcome::Accepted && hasCase) {
        const ProcedureCase &which = procedure->cases[static_cast<size_t>(intake.caseIndex)];
        if (!intake.fee && !feeOf(which, intake.channel)) {
            warnings.append(u"fee_unknown"_s);
        }
        if (!which.limitVerified) {
            warnings.append(u"limit_doubtful"_s);
        }
    }
    warnings.removeDuplicates();
    return warnings;
}

} // namespace motcua
