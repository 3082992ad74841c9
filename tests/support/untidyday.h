// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <random>

namespace motcua::test {

using namespace Qt::StringLiterals;

/// A day that is as untidy as days are; every random day is another.
inline QString untidyDay(unsigned seed)
{
    std::minstd_rand random(seed);
    const auto below = [&random](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    QStringList lines{u"open"_s, u"in 1 CB01"_s, u"in 3 CB03"_s};
    const QStringList verbs{
        u"~issue H"_s,          u"~issue C"_s,       u"~call 1"_s,       u"~call 3"_s,
        u"~start 1"_s,          u"~start 3"_s,       u"~finish 1"_s,     u"~finish 3"_s,
        u"~hold 1 photocopy"_s, u"~resume 1"_s,      u"~no-show 3"_s,    u"~undo 1"_s,
        u"~undo 3"_s,           u"~recall 3"_s,      u"~transfer 3 C"_s, u"~break 1 rest"_s,
        u"~back 1"_s,           u"~out 3"_s,         u"~in 3 CB03"_s,    u"~take 1 CB02"_s,
        u"~issue H elderly"_s,  u"~beat 1"_s,        u"~beat 3"_s,       u"~resume 3"_s,
        u"~hold 3"_s,           u"~break 3 other"_s, u"~back 3"_s};
    constexpr int Steps = 150;
    for (int i = 0; i < Steps; ++i) {
        lines.append(verbs[below(static_cast<int>(verbs.size()))]);
        lines.append(u"wait %1"_s.arg(below(90)));
    }
    return lines.join(u'|');
}

} // namespace motcua::test
