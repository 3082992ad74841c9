// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/form.h"
#include "storage/statement.h"

#include <functional>
#include <optional>
#include <vector>

namespace motcua {

/// The words that a form was printed with.
struct StoredForm
{
    QUuid id;
    QUuid dossier;
    QString form;
    int version = 1;
    QString content;     ///< sealed values
    qint64 issuedAt = 0; ///< branch time, UTC ms
    qint64 seq = 0;      ///< of its event; only read
};

/// One time that they went to paper.
struct FormPrint
{
    QUuid issued;
    int attempt = 1;
    int reprint = 0; ///< how many may have come out before
    Paper paper = Paper::A4;
    QString staff;
    qint64 askedAt = 0; ///< branch time, UTC ms
    FormState state = FormState::Pending;

    friend bool operator==(const FormPrint &, const FormPrint &) = default;
};

/// Forms that were handed out.
class FormRepository
{
public:
    explicit FormRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<> insert(const StoredForm &form, qint64 seq);
    [[nodiscard]] Result<std::optional<StoredForm>> form(const QUuid &id);
    /// What was issued for @p dossier, in order.
    [[nodiscard]] Result<std::vector<StoredForm>> formsOf(const QUuid &dossier);
    /// Hands every form to @p read, in order: there are too many to keep.
    [[nodiscard]] Result<> eachForm(const std::function<void(const StoredForm &)> &read);

    /// Leaves @p mark of what is sealed of a form, by the event @p seq; its place in the order stays.
    [[nodiscard]] Result<> eraseContent(const QUuid &form, const QString &mark, qint64 seq);

    [[nodiscard]] Result<> insert(const FormPrint &print, qint64 seq);
    [[nodiscard]] Result<> setState(const FormPrint &print, FormState state, qint64 seq);
    [[nodiscard]] Result<std::vector<FormPrint>> printsOf(const QUuid &issued);
    [[nodiscard]] Result<> eachPrint(const std::function<void(const FormPrint &)> &read);

    /// The event of the last visit of @p dossier with @p outcome, 0 for none.
    [[nodiscard]] Result<qint64> lastVisit(const QUuid &dossier, Outcome outcome);

private:
    Database &m_database;
};

} // namespace motcua
