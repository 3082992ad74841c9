// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/formrepository.h"

#include "storage/intakerepository.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString SelectForm = uR"(
        SELECT id, dossier, form, template_version, content, issued_at, changed_seq
        FROM issued_form)"_s;

StoredForm formFrom(const Row &row)
{
    return {.id = row.uuid(0),
            .dossier = row.uuid(1),
            .form = row.text(2),
            .version = row.integer(3),
            .content = row.text(4),
            .issuedAt = row.bigInteger(5),
            .seq = row.bigInteger(6)};
}

const QString SelectPrint = uR"(
        SELECT issued_form, attempt, reprint, paper, staff, asked_at, state FROM form_print)"_s;

FormPrint printFrom(const Row &row)
{
    return {.issued = row.uuid(0),
            .attempt = row.integer(1),
            .reprint = row.integer(2),
            .paper = paperFromWord(row.text(3)).value_or(Paper::A4),
            .staff = row.text(4),
            .askedAt = row.bigInteger(5),
            .state = formStateFromWord(row.text(6)).value_or(FormState::Unknown)};
}

} // namespace

Result<> FormRepository::insert(const StoredForm &form, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO issued_form (id, dossier, form, template_version, content, issued_at,
            changed_seq)
        VALUES (:id, :dossier, :form, :version, :content, :issued_at, :seq))"_s);
    return insert.bind(u":id"_s, form.id)
        .bind(u":dossier"_s, form.dossier)
        .bind(u":form"_s, form.form)
        .bind(u":version"_s, form.version)
        .bind(u":content"_s, form.content)
        .bind(u":issued_at"_s, form.issuedAt)
        .bind(u":seq"_s, seq)
        .run();
}

Result<> FormRepository::eraseContent(const QUuid &form, const QString &mark, qint64 seq)
{
    Statement update(m_database, u"UPDATE issued_form SET content = :content WHERE id = :id"_s);
    const auto done = update.bind(u":content"_s, mark).bind(u":id"_s, form).run();
    return done ? noteErasure(m_database, form, seq) : done;
}

Result<std::optional<StoredForm>> FormRepository::form(const QUuid &id)
{
    static const QString sql = SelectForm + u" WHERE id = :id"_s;
    Statement select(m_database, sql);
    select.bind(u":id"_s, id);
    return select.row(formFrom);
}

Result<std::vector<StoredForm>> FormRepository::formsOf(const QUuid &dossier)
{
    static const QString sql = SelectForm + u" WHERE dossier = :dossier ORDER BY changed_seq"_s;
    Statement select(m_database, sql);
    select.bind(u":dossier"_s, dossier);
    return select.rows(formFrom);
}

Result<> FormRepository::eachForm(const std::function<void(const StoredForm &)> &read)
{
    static const QString sql = SelectForm + u" ORDER BY changed_seq"_s;
    Statement select(m_database, sql);
    return select.forEach([&read](const Row &row) { read(formFrom(row)); });
}

Result<> FormRepository::insert(const FormPrint &print, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO form_print (issued_form, attempt, reprint, paper, staff, asked_at, state,
            changed_seq)
        VALUES (:issued, :attempt, :reprint, :paper, :staff, :asked_at, :state, :seq))"_s);
    return insert.bind(u":issued"_s, print.issued)
        .bind(u":attempt"_s, print.attempt)
        .bind(u":reprint"_s, print.reprint)
        .bind(u":paper"_s, word(print.paper))
        .bind(u":staff"_s, print.staff)
        .bind(u":asked_at"_s, print.askedAt)
        .bind(u":state"_s, word(print.state))
        .bind(u":seq"_s, seq)
        .run();
}

Result<> FormRepository::setState(const FormPrint &print, FormState state, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE form_print SET state = :state, changed_seq = :seq
        WHERE issued_form = :issued AND attempt = :attempt)"_s);
    return update.bind(u":state"_s, word(state))
        .bind(u":seq"_s, seq)
        .bind(u":issued"_s, print.issued)
        .bind(u":attempt"_s, print.attempt)
        .run();
}

Result<std::vector<FormPrint>> FormRepository::printsOf(const QUuid &issued)
{
    static const QString sql = SelectPrint + u" WHERE issued_form = :issued ORDER BY attempt"_s;
    Statement select(m_database, sql);
    select.bind(u":issued"_s, issued);
    return select.rows(printFrom);
}

Result<> FormRepository::eachPrint(const std::function<void(const FormPrint &)> &read)
{
    Statement select(m_database, SelectPrint);
    return select.forEach([&read](const Row &row) { read(printFrom(row)); });
}

Result<qint64> FormRepository::lastVisit(const QUuid &dossier, Outcome outcome)
{
    Statement select(m_database, uR"(
        SELECT coalesce(max(changed_seq), 0) FROM intake
        WHERE dossier = :dossier AND outcome = :outcome)"_s);
    select.bind(u":dossier"_s, dossier).bind(u":outcome"_s, word(outcome));
    const auto seq = select.row([](const Row &row) { return row.bigInteger(0); });
    return seq ? Result<qint64>(seq->value_or(0)) : std::unexpected(seq.error());
}

} // namespace motcua
