// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/form.h"

#include "core/administrativeunit.h"
#include "core/vietnamesetext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString fourDigits(int number)
{
    return u"%1"_s.arg(number, 4, 10, QChar(u'0'));
}

QString salutation(const Person &person)
{
    if (person.isOrganisation || !person.sex) {
        return u"Ông/Bà"_s;
    }
    return *person.sex == Sex::Male ? u"Ông"_s : u"Bà"_s;
}

/// "Bà NGUYỄN THỊ MAI"
QString addressed(const Person &person)
{
    const QString name = person.name.toUpper();
    return person.isOrganisation || name.isEmpty() ? name : salutation(person) + u' ' + name;
}

/// The entry in the register, which the receipt names too. What is not registered yet has the day
/// and number of its own code, a shape that no entry has: "261117-0011".
QString paperNumber(const Dossier &dossier)
{
    return dossier.registerNumber != 0 ? fourDigits(dossier.registerNumber)
                                       : dossier.code.section(u'-', 1);
}

/// The last four digits; "*" is for screens (domain.md §9), paper has "x".
QString idText(const QString &number, bool full)
{
    constexpr qsizetype Shown = 4;
    return full || number.size() <= Shown
               ? number
               : QString(number.size() - Shown, u'x') + number.last(Shown);
}

QString phoneText(const QString &digits)
{
    return digits.size() == 10
               ? u"%1 %2 %3"_s.arg(digits.first(4), digits.sliced(4, 3), digits.last(3))
               : digits;
}

/// "phường Ba Đình", as it stands within a sentence; the list has provinces without their kind.
QString unitText(const AdministrativeUnit &unit)
{
    return unit.isProvince ? unit.name : unit.name.first(1).toLower() + unit.name.sliced(1);
}

QString addressText(const Person &person)
{
    const AdministrativeUnit *unit = administrativeUnit(person.unit);
    if (!unit || folded(person.address).contains(folded(unit->name))) {
        return person.address;
    }
    QStringList parts{person.address, unitText(*unit)};
    if (!unit->isProvince) {
        parts.append(u"thành phố Hà Nội"_s);
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString limitText(const std::optional<Limit> &limit)
{
    if (!limit) {
        return u"theo ngày hẹn trả kết quả"_s;
    }
    switch (limit->kind) {
    case LimitKind::WorkingDays:
        return twoDigits(limit->value) + u" ngày làm việc"_s;
    case LimitKind::CalendarDays:
        return twoDigits(limit->value) + u" ngày"_s;
    case LimitKind::WorkingHours:
        return twoDigits(limit->value) + u" giờ làm việc"_s;
    case LimitKind::SameDay:
        return u"trong ngày làm việc"_s;
    }
    Q_UNREACHABLE();
}

/// "16 giờ 30 phút, Thứ Sáu, ngày 20/11/2026"
QString appointmentText(const std::optional<LocalTime> &due)
{
    return due ? u"%1, %2, ngày %3"_s.arg(due->time.toString(u"HH' giờ 'mm' phút'"),
                                          weekdayName(due->date), shortDate(due->date))
               : QString();
}

/// Where to collect the result in the branch.
QString placeText(const FormFacts &facts)
{
    if (facts.intake.resultChannel != ResultChannel::Counter) {
        return {};
    }
    return facts.intake.resultPlace.isEmpty() && facts.counter > 0 ? u"Quầy %1"_s.arg(facts.counter)
                                                                   : facts.intake.resultPlace;
}

QString resultText(const FormFacts &facts)
{
    switch (facts.intake.resultChannel) {
    case ResultChannel::Counter:
        return facts.branch;
    case ResultChannel::Post:
        return facts.intake.resultPlace.isEmpty()
                   ? u"Qua dịch vụ bưu chính"_s
                   : u"Qua dịch vụ bưu chính, địa chỉ "_s + facts.intake.resultPlace;
    case ResultChannel::Electronic:
        return u"Bản điện tử"_s;
    }
    Q_UNREACHABLE();
}

QString feeText(const Intake &intake)
{
    if (!intake.feeExemption.isEmpty()) {
        return u"miễn, giảm: "_s + intake.feeExemption
               + (intake.fee.value_or(0) > 0 ? u"; còn thu "_s + officialMoney(*intake.fee)
                                             : QString());
    }
    if (!intake.fee) {
        return {};
    }
    return *intake.fee == 0 ? u"không thu"_s : officialMoney(*intake.fee);
}

QString noteOn(const IntakeDocument &document)
{
    if (document.state == DocumentState::Returned) {
        return u"Xuất trình, đã trả lại"_s;
    }
    if (document.state == DocumentState::LookedUp) {
        return u"Tra cứu cơ sở dữ liệu"_s;
    }
    QStringList notes;
    const QString name = folded(document.name);
    if (name.startsWith(u"to khai") || name.contains(u"theo mau")) {
        notes.append(u"Theo mẫu"_s);
    }
    if (document.certified > 0) {
        notes.append(twoDigits(document.certified) + u" bản chứng thực"_s);
    }
    return notes.join(u"; "_s);
}

QJsonArray papersHandedIn(const std::vector<IntakeDocument> &documents)
{
    QJsonArray lines;
    for (const IntakeDocument &document : documents) {
        if (document.state == DocumentState::NotApplicable
            || document.state == DocumentState::Missing) {
            continue;
        }
        const bool isKept = document.state == DocumentState::Received;
        const auto count = [isKept](int sheets) {
            return !isKept ? u"–"_s : sheets == 0 ? u"0"_s : twoDigits(sheets);
        };
        lines.append(QJsonObject{{u"n"_s, QString::number(lines.size() + 1)},
                                 {u"name"_s, document.name},
                                 {u"originals"_s, count(document.originals)},
                                 {u"copies"_s, count(document.copies)},
                                 {u"note"_s, noteOn(document)}});
    }
    return lines;
}

/// In capitals; the city's name stays on one line.
QString letterhead(const QString &organisation)
{
    QString text = organisation.toUpper();
    const qsizetype city = text.indexOf(u"THÀNH PHỐ "_s);
    return city < 0 ? text : text.left(city) + text.sliced(city).replace(u' ', QChar::Nbsp);
}

const QString Unknown = u"–"_s;

/// "01 bản chính, 02 bản sao"
QString sheetsText(int originals, int copies)
{
    QStringList parts;
    if (originals > 0) {
        parts.append(twoDigits(originals) + u" bản chính"_s);
    }
    if (copies > 0) {
        parts.append(twoDigits(copies) + u" bản sao"_s);
    }
    return parts.isEmpty() ? Unknown : parts.join(u", "_s);
}

QJsonArray papersMissing(const std::vector<IntakeDocument> &documents, const ProcedureCase &which)
{
    QJsonArray lines;
    for (const IntakeDocument &document : documents) {
        if (document.state != DocumentState::Missing) {
            continue;
        }
        const auto listed =
            std::ranges::find(which.documents, document.name, &ProcedureDocument::name);
        const bool isListed = listed != which.documents.end();
        lines.append(
            QJsonObject{{u"n"_s, QString::number(lines.size() + 1)},
                        {u"name"_s, document.name},
                        {u"count"_s, isOnlyShown(document.name) ? u"xuất trình"_s
                                     : isListed ? sheetsText(listed->originals, listed->copies)
                                                : Unknown}});
    }
    return lines;
}

/// Why something is to be completed; the papers alone may say it.
QString reasonText(const Intake &intake, bool isSomethingMissing)
{
    return intake.reason.isEmpty() && isSomethingMissing ? u"Hồ sơ còn thiếu giấy tờ nêu trên."_s
                                                         : intake.reason;
}

void putPerson(QJsonObject &values, const QString &prefix, const Person &person, bool fullId)
{
    const bool hasId = !person.idNumber.isEmpty();
    values.insert(prefix, addressed(person));
    values.insert(prefix + u"_signs"_s, person.name);
    values.insert(prefix + u"_id_label"_s, person.isOrganisation ? u"Mã số thuế"_s
                                           : hasId               ? u"Số định danh cá nhân"_s
                                                   : u"Số giấy tờ tùy thân"_s);
    values.insert(prefix + u"_id"_s,
                  person.isOrganisation ? person.taxCode
                                        : idText(hasId ? person.idNumber : person.otherId, fullId));
    values.insert(prefix + u"_phone"_s, phoneText(person.phone));
    values.insert(prefix + u"_email"_s, person.email);
    values.insert(prefix + u"_address"_s, addressText(person));
}

} // namespace

QJsonObject formValues(const FormFacts &facts)
{
    const Dossier &dossier = facts.dossier;
    const Intake &intake = facts.intake;
    const AdministrativeUnit *unit = administrativeUnit(intake.unit);
    const bool isTemporary = dossier.officialCode.isEmpty();
    const QJsonArray missing = papersMissing(intake.documents, facts.which);
    const bool isCounted = std::ranges::any_of(
        missing, [](const QJsonValue &line) { return line["count"_L1].toString() != Unknown; });
    QJsonObject values{
        {u"organisation"_s, letterhead(facts.organisation)},
        {u"branch"_s, facts.branch.toUpper()},
        {u"branch_name"_s, facts.branch},
        {u"hotline"_s, facts.hotline},
        {u"day"_s, officialDate(facts.visited)},
        {u"number"_s, paperNumber(dossier)},
        {u"code"_s, isTemporary ? dossier.code : dossier.officialCode},
        {u"code_note"_s, isTemporary ? u"Mã tạm của chi nhánh"_s : QString()},
        {u"procedure"_s, facts.procedure},
        {u"procedure_code"_s, intake.procedure},
        {u"agency"_s, unit ? u"UBND "_s + unitText(*unit) : QString()},
        {u"documents"_s, papersHandedIn(intake.documents)},
        {u"missing"_s, missing},
        {u"counted"_s, isCounted ? u"1"_s : QString()},
        {u"reason"_s, reasonText(intake, !missing.isEmpty())},
        {u"sets"_s, twoDigits(intake.sets)},
        {u"limit"_s, limitText(limitOf(facts.which, intake.channel))},
        {u"received"_s, officialTime(dossier.received.date, dossier.received.time)},
        {u"due"_s, appointmentText(dossier.due)},
        {u"due_before"_s, appointmentText(facts.dueBefore)},
        {u"due_reason"_s, intake.dueReason},
        {u"place"_s, placeText(facts)},
        {u"result"_s, resultText(facts)},
        {u"fee"_s, feeText(intake)},
        {u"book"_s, dossier.book},
        {u"entry"_s, dossier.registerNumber == 0 ? QString() : fourDigits(dossier.registerNumber)},
        {u"staff"_s, facts.staff}};
    putPerson(values, u"applicant"_s, intake.applicant, facts.fullId);
    putPerson(values, u"owner"_s, intake.owner.value_or(Person()), facts.fullId);
    values.insert(u"authorisation"_s, intake.owner ? intake.authorisation : QString());
    values.insert(u"salutation"_s, salutation(intake.applicant));
    values.insert(u"whose"_s, addressed(intake.owner ? *intake.owner : intake.applicant));
    return values;
}

QJsonObject registerValues(const QString &organisation, const QString &branch, const QDate &day,
                           const std::vector<RegisterEntry> &entries)
{
    QJsonArray lines;
    for (const RegisterEntry &entry : entries) {
        const Dossier &dossier = entry.dossier;
        lines.append(QJsonObject{
            {u"n"_s, fourDigits(dossier.registerNumber)},
            {u"code"_s, dossier.officialCode.isEmpty() ? dossier.code : dossier.officialCode},
            {u"procedure"_s, entry.procedure},
            {u"sets"_s, twoDigits(dossier.sets)},
            {u"owner"_s, entry.owner.name},
            {u"address"_s, addressText(entry.owner)},
            {u"phone"_s, phoneText(entry.owner.phone)},
            {u"received"_s, shortDate(dossier.received.date)},
            {u"due"_s, dossier.due ? shortDate(dossier.due->date) : QString()},
            {u"returned"_s, entry.returned.isNull() ? QString() : shortDate(entry.returned)}});
    }
    return {{u"organisation"_s, letterhead(organisation)},
            {u"branch"_s, branch.toUpper()},
            {u"day"_s, officialDate(day)},
            {u"book"_s, registerBook(day)},
            {u"count"_s, QString::number(entries.size())},
            {u"entries"_s, lines}};
}

} // namespace motcua
