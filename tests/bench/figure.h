// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace bench {

/// One line of JSON.
void print(const QJsonObject &json);

/// To three places behind the point.
[[nodiscard]] double rounded(double value);

/// One small durable write in @p folder, the p50 of 100, in ms.
[[nodiscard]] double durableWrite(const QString &folder);

/// The figures of one operation at one size, in pairs of blocks: ours and the bare engine's.
struct Figure
{
    QString operation;
    int past = 0;
    int waiting = 0;
    std::vector<double> product = {}; ///< ms
    std::vector<double> raw = {};
    std::vector<double> ratios = {}; ///< product's rate / raw's rate, one per pair
    double bestProduct = 1e9;        ///< smallest p50 of a block
    double bestRaw = 1e9;

    /// True when a block took three times what its own side can do: the machine was busy.
    [[nodiscard]] bool isNoisy(const std::vector<double> &productTimes,
                               const std::vector<double> &rawTimes);
    void add(const std::vector<double> &productTimes, const std::vector<double> &rawTimes);
    [[nodiscard]] QJsonObject toJson() const;
};

/// How often a second, when each took that many ms.
[[nodiscard]] double rate(const std::vector<double> &times);

/// Ours beside the bare engine's, and how both grow with the line.
void printTable(const std::vector<Figure> &figures);

} // namespace bench
