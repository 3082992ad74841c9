// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/retention.h"

using namespace Qt::StringLiterals;

namespace motcua {

static QString classText(RetentionClass what, int count)
{
    switch (what) {
    case RetentionClass::Appointments:
        return Texts::tr("phones and ID numbers of %n booking(s)", nullptr, count);
    case RetentionClass::Comments:
        return Texts::tr("%n comment(s) of citizens", nullptr, count);
    case RetentionClass::Advice:
        return Texts::tr("%n visit(s) without a dossier", nullptr, count);
    case RetentionClass::Dossiers:
        break;
    }
    return Texts::tr("personal data of %n dossier(s) that ended or were left waiting for papers",
                     nullptr, count);
}

/// What goes that somebody should read before.
static QString openText(const ErasureLine &line)
{
    return line.open == 0
               ? QString()
               : u" ("_s + Texts::tr("%n nobody has dealt with", nullptr, line.open) + u')';
}

static QString linesText(const Erasure &erasure)
{
    QStringList lines;
    for (const ErasureLine &line : erasure.lines) {
        QString text = u"  "_s + classText(line.what, line.count) + openText(line);
        if (line.before.isNull()) {
            text += u": "_s + Texts::tr("kept, no time is set");
        } else {
            text += u": "_s + Texts::tr("before %1").arg(shortDate(line.before));
            if (!line.oldest.isNull()) {
                text += u", "_s + Texts::tr("the oldest %1").arg(shortDate(line.oldest));
            }
        }
        lines.append(text);
    }
    return lines.join(u'\n');
}

int runErase(const Invocation &invocation)
{
    const auto today = invocation.date(u"today"_s);
    const auto context = invocation.context();
    if (!today || !context) {
        return invocation.refuse(today ? context.error() : today.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    if (!invocation.has(u"apply"_s)) {
        const auto preview = previewErasure(**database, invocation.now());
        return preview ? invocation.answer(preview->toJson(),
                                           Texts::tr("This would be erased for good; nothing was "
                                                     "changed. To do it: --apply --staff CODE")
                                               + u'\n' + linesText(*preview))
                       : invocation.refuse(preview.error());
    }
    const auto staff = invocation.required(u"staff"_s);
    if (!staff) {
        return invocation.refuse(staff.error());
    }
    const auto erased =
        erase(**database, *context, *staff, today->isNull() ? std::nullopt : std::optional(*today));
    if (!erased) {
        return invocation.refuse(erased.error());
    }
    return invocation.answer(
        erased->toJson(),
        Texts::tr("Erased. Backups made before still hold it until they are deleted.") + u'\n'
            + linesText(*erased) + u"\n  "_s
            + Texts::tr("%n person(s) of whom nothing is kept any more", nullptr, erased->people));
}

} // namespace motcua
