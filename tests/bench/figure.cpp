// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/figure.h"

#include "bench/measure.h"
#include "commands/invocation.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>
#include <fcntl.h>
#include <numeric>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

void print(const QJsonObject &json)
{
    motcua::printLine(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

double durableWrite(const QString &folder)
{
    constexpr int Size = 4096;
    constexpr int Places = 256;
    const QByteArray path = QFile::encodeName(folder + "/probe"_L1);
    const std::vector<char> block(Size, 'x');
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const auto write = [&](int place) {
        if (::pwrite(file, block.data(), Size, off_t{place} * Size) != Size) {
            giveUp("no space for the probe");
        }
    };
    for (int place = 0; place < Places; ++place) {
        write(place);
    }
    ::fsync(file);
    constexpr int Writes = 100;
    std::vector<double> times;
    times.reserve(Writes);
    for (int i = 0; i < Writes; ++i) {
        times.push_back(milliseconds([&] {
            write(i % Places);
            ::fdatasync(file);
        }));
    }
    ::close(file);
    ::unlink(path.constData());
    return median(times);
}

bool Figure::isNoisy(const std::vector<double> &productTimes, const std::vector<double> &rawTimes)
{
    bestProduct = std::min(bestProduct, median(productTimes));
    bestRaw = std::min(bestRaw, median(rawTimes));
    return median(productTimes) > 3 * bestProduct || median(rawTimes) > 3 * bestRaw;
}

void Figure::add(const std::vector<double> &productTimes, const std::vector<double> &rawTimes)
{
    product.insert(product.end(), productTimes.begin(), productTimes.end());
    raw.insert(raw.end(), rawTimes.begin(), rawTimes.end());
    ratios.push_back(rate(productTimes) / rate(rawTimes));
}

QJsonObject Figure::toJson() const
{
    return {{u"operation"_s, operation},
            {u"past"_s, past},
            {u"waiting"_s, waiting},
            {u"per_s"_s, qRound(rate(product))},
            {u"p50_ms"_s, rounded(median(product))},
            {u"p99_ms"_s, rounded(quantile(product, 0.99))},
            {u"raw_per_s"_s, qRound(rate(raw))},
            {u"raw_p50_ms"_s, rounded(median(raw))},
            {u"raw_p99_ms"_s, rounded(quantile(raw, 0.99))},
            {u"pairs"_s, static_cast<qint64>(ratios.size())},
            {u"ratio"_s, rounded(median(ratios))},
            {u"ratio_min"_s, rounded(std::ranges::min(ratios))},
            {u"ratio_max"_s, rounded(std::ranges::max(ratios))}};
}

double rate(const std::vector<double> &times)
{
    return 1000.0 * static_cast<double>(times.size())
           / std::accumulate(times.begin(), times.end(), 0.0);
}

// NOLINTBEGIN(modernize-use-std-print): GCC 12 has no <print>.
void printTable(const std::vector<Figure> &figures)
{
    std::printf("\n%-10s %9s %8s | %7s %8s %8s | %7s %8s | %s\n", "operation", "past", "waiting",
                "per s", "p50 ms", "p99 ms", "raw/s", "raw p50", "ratio [min-max]");
    for (const Figure &figure : figures) {
        std::printf("%-10s %9d %8d | %7.0f %8.3f %8.3f | %7.0f %8.3f | %.2f [%.2f-%.2f]\n",
                    qPrintable(figure.operation), figure.past, figure.waiting, rate(figure.product),
                    median(figure.product), quantile(figure.product, 0.99), rate(figure.raw),
                    median(figure.raw), median(figure.ratios), std::ranges::min(figure.ratios),
                    std::ranges::max(figure.ratios));
    }
    std::printf("\np50 against 10 waiting:\n");
    for (const Figure &figure : figures) {
        const auto first = std::ranges::find_if(figures, [&figure](const Figure &other) {
            return other.operation == figure.operation && other.past == figure.past;
        });
        std::printf("%-10s %9d past %8d waiting: %.2f (raw %.2f)\n", qPrintable(figure.operation),
                    figure.past, figure.waiting, median(figure.product) / median(first->product),
                    median(figure.raw) / median(first->raw));
    }
}
// NOLINTEND(modernize-use-std-print)

} // namespace bench
