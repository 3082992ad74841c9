// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code128.h"

#include <algorithm>
#include <string_view>

namespace motcua {

namespace {

/// Widths of bar, space, bar, … of each value (ISO/IEC 15417 table 1).
constexpr std::string_view Widths[] = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312",  "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122",  "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122",  "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123",  "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",  "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311",  "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411",  "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412",  "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",  "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211",  "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113",  "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
};

constexpr int SwitchToC = 99;
constexpr int SwitchToB = 100;
constexpr int StartB = 104;
constexpr int StartC = 105;
constexpr int Stop = 106;
constexpr int Modulus = 103;

qsizetype digitsFrom(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
    }
    return end - at;
}

/// The values of @p text: set B, and set C (two digits in one) where it saves room.
std::vector<int> valuesOf(QByteArrayView text)
{
    constexpr qsizetype WorthSwitching = 6;
    constexpr qsizetype WorthSwitchingAtAnEnd = 4; // only one switch
    std::vector<int> values;
    bool isC = false;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype digits = digitsFrom(text, at);
        const bool isAtAnEnd = at == 0 || at + digits == text.size();
        if (!isC && digits >= (isAtAnEnd ? WorthSwitchingAtAnEnd : WorthSwitching)
            && digits % 2 == 0) {
            values.push_back(values.empty() ? StartC : SwitchToC);
            isC = true;
        } else if (values.empty() || (isC && digits < 2)) {
            values.push_back(values.empty() ? StartB : SwitchToB);
            isC = false;
        }
        if (isC) {
            values.push_back((text[at] - '0') * 10 + text[at + 1] - '0');
            at += 2;
        } else {
            values.push_back(text[at] - ' ');
            ++at;
        }
    }
    return values;
}

} // namespace

std::vector<bool> code128(QByteArrayView text)
{
    if (std::ranges::any_of(text, [](char c) { return c < ' ' || c > '~'; }) || text.isEmpty()) {
        return {};
    }
    std::vector<int> values = valuesOf(text);
    int sum = values.front();
    for (size_t i = 1; i < values.size(); ++i) {
        sum = (sum + values[i] * static_cast<int>(i)) % Modulus;
    }
    values.push_back(sum % Modulus);
    values.push_back(Stop);
    std::vector<bool> modules;
    for (const int value : values) {
        bool isBar = true;
        for (const char width : Widths[value]) {
            modules.insert(modules.end(), static_cast<size_t>(width - '0'), isBar);
            isBar = !isBar;
        }
    }
    return modules;
}

} // namespace motcua
