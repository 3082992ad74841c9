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
{
    constexpr int KeyHeight = 92;
    constexpr int PadHeight = 112;
    m_height = look.px(kind == Kind::Words ? KeyHeight : kind == Kind::Codes ? 88 : PadHeight);
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
    }
    const int gap = look.px(designNumber("touch.kioskGap"_L1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto *row = new QHBoxLayout;
        row->setSpacing(gap);
        const bool last = i + 1 == rows.size();
        const bool indented = kind == Kind::Words && i == 1;
        if (indented) {
            row->addStretch(1);
        }
        if (last && kind == Kind::Digits) {
            Tile *clear = addKey(*row, u"keyClear"_s, kioskText(language, kiosktext::EraseAll), 2);
            connect(clear, &QAbstractButton::clicked, this, &TouchKeys::cleared);
        }
        for (const QChar key : rows[i]) {
            Tile *tile = addKey(*row, u"key"_s + key, QString(key.toUpper()), 2);
            connect(tile, &QAbstractButton::clicked, this, [this, key] { Q_EMIT typed(key); });
        }
        if (last) {
            Tile *erase = addKey(*row, u"keyErase"_s, kioskText(language, kiosktext::Erase),
                                 kind == Kind::Digits ? 2 : 4);
            connect(erase, &QAbstractButton::clicked, this, &TouchKeys::erased);
        }
        if (indented) {
            row->addStretch(1);
        }
        column->addLayout(row);
    }
    if (kind == Kind::Words) {
        auto *row = new QHBoxLayout;
        row->setSpacing(gap);
        Tile *clear = addKey(*row, u"keyClear"_s, kioskText(language, kiosktext::EraseAll), 2);
        connect(clear, &QAbstractButton::clicked, this, &TouchKeys::cleared);
        Tile *space = addKey(*row, u"keySpace"_s, kioskText(language, kiosktext::Space), 6);
        connect(space, &QAbstractButton::clicked, this, [this] { Q_EMIT typed(u' '); });
        column->addLayout(row);
    }
}

Tile *TouchKeys::addKey(QBoxLayout &row, const QString &name, const QString &text, int stretch)
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
    const TextType type = text.size() == 1 ? kiosktype::Button : TextType{30, 40, 600};
    spec.lines = {kioskParagraph(plain, text, type, m_colors.text, Qt::AlignHCenter)};
    key->setSpec(spec, m_look);
    row.addWidget(key, stretch);
    return key;
}

} // namespace motcua
