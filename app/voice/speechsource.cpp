// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/speechsource.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace motcua {

Result<LetterNames> readLetterNames(const QString &path)
{
    QFile file(path.isEmpty() ? u":/voice/letters.json"_s : path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    LetterNames names;
    for (const auto &[language, key] :
         {std::pair(Language::Vietnamese, "vi"_L1), std::pair(Language::English, "en"_L1)}) {
        const QJsonObject letters = json[key].toObject();
        for (auto letter = letters.begin(); letter != letters.end(); ++letter) {
            names[language][letter.key()] =
                letter->toString().normalized(QString::NormalizationForm_C);
        }
    }
    if (names.isEmpty()) {
        return failure(ErrorCode::InvalidInput, path, u"no letters"_s);
    }
    return names;
}

} // namespace motcua
