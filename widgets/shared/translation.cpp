// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/translation.h"

#include <QCoreApplication>
#include <QTranslator>

#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

/// The texts of @p language, loaded when they are first asked for. English has only its plurals:
/// its sources are the texts.
static QTranslator &translatorOf(Language language)
{
    static QTranslator vietnamese;
    static QTranslator english;
    QTranslator &translator = language == Language::Vietnamese ? vietnamese : english;
    if (translator.isEmpty()) {
        [[maybe_unused]] const bool loaded = translator.load(
            language == Language::Vietnamese ? u":/i18n/motcua_vi.qm"_s : u":/i18n/motcua_en.qm"_s);
        Q_ASSERT(loaded);
    }
    return translator;
}

/// The language tr() speaks; none before it was set.
static std::optional<Language> &programLanguage()
{
    static std::optional<Language> language;
    return language;
}

void setProgramLanguage(Language language)
{
    QCoreApplication::removeTranslator(
        &translatorOf(language == Language::Vietnamese ? Language::English : Language::Vietnamese));
    QCoreApplication::installTranslator(&translatorOf(language));
    programLanguage() = language;
}

QString textIn(Language language, const char *context, const char *source, int n)
{
    if (language == programLanguage()) {
        // As tr() does, so that a translator installed over ours is heard here too.
        return QCoreApplication::translate(context, source, nullptr, n);
    }
    QString text = translatorOf(language).translate(context, source, nullptr, n);
    if (text.isEmpty()) {
        text = QString::fromUtf8(source);
    }
    if (n >= 0) {
        text.replace("%n"_L1, QString::number(n));
    }
    return text;
}

} // namespace motcua
