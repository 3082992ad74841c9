// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/touchkeys.h"

#include "kiosk/kiosktexts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

TouchKeys::TouchKeys(Kind kind, const Look &look, Language language, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_colors(look)
    , m_language(language)
    , m_isBilingual(kind == Kind::Sentences)
{
    constexpr int KeyHeight = 92;
    constexpr int PadHeight = 112;
    m_height = look.px(kind == Kind::Words    ? KeyHeight
                       : kind == Kind::Digits ? PadHeight
                                              : designNumber("touch.kioskMin"_L1));
    QStringList rows;
    switch (kind) {
    case Kind::Words:
        rows = {u"qwertyuiop"_s, u"asdfghjkl"_s, u"zxcvbnm"_s};
        break;
    case Kind::Codes:
        rows = {u"1234567890"_s, u"qwertyuiop"_s, u"asdfghjkl-"_s, u"zxcvbnm"_s};
        break;
    case Kind::Digits:
        rows = {u"123"_s, u"456"_s, u"789"_s, u"0"_s};
        break;
    case Kind::Sentences:
        rows = {u"1234567890"_s, u"qwertyuiop"_s, u"asdfghjkl"_s, u"zxcvbnm"_s};
        break;
    }
    const int gap = look.px(designNumber("touch.kioskGap"_L1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto *row = new QHBoxLayout;
        row->setSpacing(gap);
        const bool last = i + 1 == rows.size();
        const bool indented = rows[i] == u"asdfghjkl"_s;
        if (indented) {
            row->addStretch(1);
        }
        if (last && kind == Kind::Digits) {
            Tile *clear = addNamed(*row, u"keyClear"_s, kiosktext::EraseAll, 2);
            connect(clear, &QAbstractButton::clicked, this, &TouchKeys::cleared);
        }
        for (const QChar key : rows[i]) {
            addLetter(*row, key);
        }
        if (last) {
            Tile *erase =
                addNamed(*row, u"keyErase"_s, kiosktext::Erase, kind == Kind::Digits ? 2 : 4);
            connect(erase, &QAbstractButton::clicked, this, &TouchKeys::erased);
        }
        if (indented) {
            row->addStretch(1);
        }
        column->addLayout(row);
    }
    if (kind == Kind::Words || kind == Kind::Sentences) {
        auto *row = new QHBoxLayout;
        row->setSpacing(gap);
        const bool hasMarks = kind == Kind::Sentences;
        Tile *clear = addNamed(*row, u"keyClear"_s, kiosktext::EraseAll, hasMarks ? 4 : 2);
        connect(clear, &QAbstractButton::clicked, this, &TouchKeys::cleared);
        if (hasMarks) {
            addLetter(*row, u',');
        }
        Tile *space = addNamed(*row, u"keySpace"_s, kiosktext::Space, hasMarks ? 4 : 6);
        connect(space, &QAbstractButton::clicked, this, [this] { Q_EMIT typed(u' '); });
        if (hasMarks) {
            for (const QChar mark : u".?-/"_s) {
                addLetter(*row, mark);
            }
        }
        column->addLayout(row);
    }
}

void TouchKeys::addLetter(QBoxLayout &row, QChar key)
{
    Tile *tile = addKey(row, u"key"_s + key, {QString(key.toUpper())}, 2);
    connect(tile, &QAbstractButton::clicked, this, [this, key] { Q_EMIT typed(key); });
}

Tile *TouchKeys::addNamed(QBoxLayout &row, const QString &name, const char *words, int stretch)
{
    QStringList lines{kioskText(m_language, words)};
    if (m_isBilingual) {
        lines.append(kioskText(otherThan(m_language), words));
    }
    return addKey(row, name, lines, stretch);
}

Tile *TouchKeys::addKey(QBoxLayout &row, const QString &name, const QStringList &lines, int stretch)
{
    auto *key = new Tile(Tile::Role::Button, this);
    key->setObjectName(name);
    key->setFast(true);
    key->setFixedHeight(m_height);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    TileSpec spec;
    spec.fill = m_colors.card;
    spec.border = m_colors.cardBorder;
    spec.borderWidth = m_colors.border;
    spec.radius = 16;
    spec.padding = {2, 0, 2, 0};
    spec.centred = true;
    // Keys keep their size with larger text: a letter that is 38 px high is large.
    Look plain = m_look;
    plain.textScale = 1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const TextType type = lines[i].size() == 1 ? kiosktype::Button
                              : i == 0             ? TextType{30, 40, 600}
                                                   : kiosktype::Body;
        spec.lines.push_back(kioskParagraph(
            plain, lines[i], type, i == 0 ? m_colors.text : m_colors.second, Qt::AlignHCenter));
    }
    key->setSpec(spec, m_look);
    row.addWidget(key, stretch);
    return key;
}

} // namespace motcua
