// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intake.h"

#include <QMap>
#include <QUuid>

namespace motcua {

/// A form that is not recorded yet, with what is not in its Intake. Personal data: sealed wherever
/// it is kept.
struct Draft
{
    Intake intake = {};
    QUuid knownPerson = {};            ///< whose data was taken over, or null
    bool typedOver = false;            ///< what the ID card said was opened to be changed by hand
    QString cardReadAt = {};           ///< "09:42"; empty without a card
    QStringList locked = {};           ///< names of the fields that a card filled
    QMap<QString, QString> texts = {}; ///< what cannot be read yet, by the name of its field

    friend bool operator==(const Draft &, const Draft &) = default;
};

[[nodiscard]] QJsonObject toJson(const Draft &draft);
/// Reads what toJson() wrote, of a draft or only of its Intake.
[[nodiscard]] Draft draftFromJson(const QJsonObject &json);

} // namespace motcua
