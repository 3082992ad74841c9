// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dossier.h"

#include <QJsonObject>
#include <QMarginsF>
#include <QUuid>

#include <optional>
#include <vector>

namespace motcua {

/// How one version of a form is set.
struct FormLayout
{
    QString font;
    double size = 0;        ///< of its body, in pt
    double smallest = 0;    ///< what a copy may shrink to where it fits one page then, in pt
    QMarginsF margins;      ///< on A4, in mm; the lowest 8 mm within them are the foot's
    double a5 = 0;          ///< the scale of all that on A5
    bool wholeRows = false; ///< no row of a table goes over a page
};

/// What resources/forms/forms.json says of one version of a form. Words and layout of a version
/// never change; a new layout is a new version.
struct FormTemplate
{
    QString form; ///< its number in the circular: "01"
    int version = 1;
    QString title;
    bool landscape = false;
    QStringList copies;           ///< how each is marked; one, empty, for a form without copies
    QString trust;                ///< of its layout and words, domain.md's tags: "L", "C", …
    QString source;               ///< the rule it claims to follow
    std::optional<Outcome> about; ///< of the visit that it tells of; none: it is no dossier's
    QStringList needs;            ///< values without which it makes no sense
    FormLayout layout;

    /// Whether the text of the law itself was read; otherwise the paper says that it is internal.
    [[nodiscard]] bool isOfficial() const { return trust == QLatin1StringView("L"); }
};
/// All versions this program has.
[[nodiscard]] const std::vector<FormTemplate> &formTemplates();
/// The newest version of @p form, or the one named; null when there is none.
[[nodiscard]] const FormTemplate *formTemplate(QStringView form, int version = 0);

/// Everything that can stand in a form of a dossier.
struct FormFacts
{
    QString organisation;
    QString branch;
    QString hotline = {}; ///< empty for none
    bool fullId = false;  ///< otherwise only the last four digits of an ID number
    Dossier dossier;
    Intake intake;                           ///< of the visit that the form tells of
    QDate visited;                           ///< the day of that visit
    QString procedure;                       ///< its name
    ProcedureCase which;                     ///< the case of that procedure
    int counter = 0;                         ///< where its result is to be collected; 0: not told
    QString staff;                           ///< name of whoever took it in
    std::optional<LocalTime> dueBefore = {}; ///< when it was due before it was put off
};
/// The values of a dossier's form as they will stand on paper. The paper is Vietnamese, whatever
/// language the screen has.
[[nodiscard]] QJsonObject formValues(const FormFacts &facts);

/// An entry of the register (form 07).
struct RegisterEntry
{
    Dossier dossier;
    QString procedure; ///< its name
    Person owner;      ///< or the applicant; empty once erased
    QDate returned = {};

    friend bool operator==(const RegisterEntry &, const RegisterEntry &) = default;
};
[[nodiscard]] QJsonObject registerValues(const QString &organisation, const QString &branch,
                                         const QDate &day,
                                         const std::vector<RegisterEntry> &entries);

/// A form ready for paper.
struct FormPaper
{
    QString form;
    int version;
    Paper paper = Paper::A4;
    QString code;    ///< of the dossier, or of the register's book; names the print job
    int reprint = 0; ///< how many may have come out before
    QJsonObject values;

    friend bool operator==(const FormPaper &, const FormPaper &) = default;
};

/// @p html with its placeholders filled: {{name}} is a value, {{?name}}…{{/name}} stands only when
/// it is not empty, {{#name}}…{{/name}} once for each object of a list, whose values go first.
/// Values are text, never markup and never placeholders. Nothing when a placeholder is unknown or
/// not closed.
[[nodiscard]] std::optional<QString> filledForm(QStringView html, const QJsonObject &values);

/// What became of a form that was to be printed. The words are the values of form_print.state.
enum class FormState {
    Pending,
    Sent,    ///< the spooler handed all of it on and knows of no trouble; proof there is none
    Saved,   ///< as a file
    Unknown, ///< something of it may have come out
    Failed,  ///< nothing came out
};
[[nodiscard]] QString word(FormState state);
[[nodiscard]] std::optional<FormState> formStateFromWord(QStringView word);

} // namespace motcua
