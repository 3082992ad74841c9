// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "voice/voicerenderer.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

int runSay(const Invocation &invocation)
{
    const auto ticket = invocation.ticket(invocation.argument());
    const auto counter = invocation.number(u"counter"_s, 1, 9999);
    if (!ticket || !counter) {
        return invocation.refuse(ticket ? counter.error() : ticket.error());
    }
    if (!invocation.has(u"text"_s) && !invocation.has(u"output"_s)) {
        return invocation.refuse({ErrorCode::Usage, u"--text"_s, {}});
    }
    const auto catalogue = invocation.catalogue();
    if (!catalogue) {
        return invocation.refuse(catalogue.error());
    }
    const auto group =
        std::ranges::find(catalogue->groups, QString(QChar(ticket->series)), &Group::letter);
    if (group == catalogue->groups.end()) {
        return invocation.refuse({ErrorCode::UnknownGroup, QString(QChar(ticket->series)), {}});
    }
    if (std::ranges::find(catalogue->counters, *counter, &Counter::number)
        == catalogue->counters.end()) {
        return invocation.refuse({ErrorCode::UnknownCounter, QString::number(*counter), {}});
    }
    VoiceSettings settings = voiceSettings(*catalogue);
    if (invocation.isLanguageGiven()) {
        settings.languages = {invocation.language()};
    }
    if (invocation.has(u"output"_s)) {
        // As the board of this PC says it.
        settings.packs = invocation.has(u"packs"_s) ? invocation.filePath(u"packs"_s)
                                                    : invocation.setting(u"board/voice_packs"_s);
        settings.letterNames = invocation.setting(u"board/letter_names"_s);
        const auto call = VoiceRenderer(settings).render(
            {.ticket = *ticket, .group = group->shortName, .counter = *counter});
        if (!call) {
            return invocation.refuse({ErrorCode::FileUnreadable, u"espeak-ng-data"_s, {}});
        }
        const QString path = invocation.filePath(u"output"_s);
        if (const auto written = writeSound(path, call->sound); !written) {
            return invocation.refuse(written.error());
        }
    }
    QStringList phrases;
    QJsonArray list;
    for (const Language language : settings.languages) {
        phrases.append(
            callPhrase(*ticket, group->shortName, *counter, language, settings.hundredsWord));
        list.append(
            QJsonObject{{u"language"_s, language == Language::Vietnamese ? u"vi"_s : u"en"_s},
                        {u"text"_s, phrases.constLast()}});
    }
    return invocation.answer({{u"ticket"_s, ticket->toString()}, {u"phrases"_s, list}},
                             phrases.join(u'\n'));
}

} // namespace motcua
