// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QTest>

/// Fails the running test with the error's own words when @p expression holds no value.
#define VERIFY_RESULT(expression) \
    do { \
        if (const auto &result_ = (expression); !result_) { \
            QFAIL(qUtf8Printable(motcua::test::told(result_.error()))); \
        } \
    } while (false)

namespace motcua::test {

[[nodiscard]] inline QString told(const Error &error)
{
    return QStringLiteral("%1 (%2) %3").arg(word(error.code), error.subject, error.detail);
}

/// "ok", or the word of the failure and its subject: "counter_busy H001".
template <typename T>
[[nodiscard]] QString outcome(const Result<T> &result)
{
    if (result) {
        return QStringLiteral("ok");
    }
    return (word(result.error().code) + u' ' + result.error().subject).trimmed();
}

/// "ok", or the word of the failure alone, for subjects that are paths.
template <typename T>
[[nodiscard]] QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : word(result.error().code);
}

} // namespace motcua::test
