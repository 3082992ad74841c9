// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/reasons.h"

using namespace Qt::StringLiterals;

namespace motcua {

QStringList holdReasons()
{
    return {u"photocopy"_s, u"missing_paper"_s, u"payment"_s, u"other"_s};
}

QStringList breakReasons()
{
    return {u"rest"_s, u"meeting"_s, u"paperwork"_s, u"errand"_s, u"other"_s};
}

QStringList chosenReasons()
{
    return {u"returned"_s, u"frail"_s, u"wrong_group"_s, u"supervisor"_s, u"other"_s};
}

QStringList reprintReasons()
{
    return {u"lost"_s, u"damaged"_s, u"printer"_s, u"other"_s};
}

QStringList openingReasons()
{
    return {u"asked"_s, u"handling"_s, u"complaint"_s, u"check"_s, u"other"_s};
}

} // namespace motcua
