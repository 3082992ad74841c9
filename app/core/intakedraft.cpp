// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/intakedraft.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject toJson(const Draft &draft)
{
    QJsonObject texts;
    for (auto text = draft.texts.cbegin(); text != draft.texts.cend(); ++text) {
        texts.insert(text.key(), text.value());
    }
    return {{u"intake"_s, toJson(draft.intake)},
            {u"known_person"_s, draft.knownPerson.toString(QUuid::WithoutBraces)},
            {u"typed_over"_s, draft.typedOver},
            {u"card_read_at"_s, draft.cardReadAt},
            {u"locked"_s, QJsonArray::fromStringList(draft.locked)},
            {u"texts"_s, texts}};
}

Draft draftFromJson(const QJsonObject &json)
{
    if (!json.contains("intake"_L1)) {
        return {.intake = intakeFromJson(json).intake};
    }
    Draft draft{.intake = intakeFromJson(json["intake"_L1].toObject()).intake,
                .knownPerson = QUuid::fromString(json["known_person"_L1].toString()),
                .typedOver = json["typed_over"_L1].toBool(),
                .cardReadAt = json["card_read_at"_L1].toString()};
    for (const QJsonValue &name : json["locked"_L1].toArray()) {
        draft.locked.append(name.toString());
    }
    const QJsonObject texts = json["texts"_L1].toObject();
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        draft.texts.insert(text.key(), text.value().toString());
    }
    return draft;
}

} // namespace motcua
