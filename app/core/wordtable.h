// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace motcua {

/// The fixed words of an enumeration, as they stand in columns and JSON. Every enumerator has one.
template <typename Enum, size_t N>
class WordTable
{
public:
    constexpr WordTable(const std::pair<Enum, QLatin1StringView> (&entries)[N])
        : m_entries(std::to_array(entries))
    {
    }

    [[nodiscard]] QString wordOf(Enum value) const
    {
        for (const auto &[key, word] : m_entries) {
            if (key == value) {
                return word;
            }
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] std::optional<Enum> valueOf(QStringView text) const
    {
        for (const auto &[key, word] : m_entries) {
            if (text == word) {
                return key;
            }
        }
        return std::nullopt;
    }

private:
    std::array<std::pair<Enum, QLatin1StringView>, N> m_entries;
};

} // namespace motcua
