// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cataloguenode.h"

#include "core/vietnamesetext.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype LongestText = 300;
constexpr qsizetype LongestCode = 32;
constexpr qsizetype LongestValueShown = 40;
constexpr size_t MostFaults = 1000;

QString clipped(QStringView text)
{
    QString clip = cleaned(text.left(4 * LongestValueShown)).left(LongestValueShown);
    if (!clip.isEmpty() && clip.back().isHighSurrogate()) {
        clip.chop(1);
    }
    return clip;
}

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Array:
        return u"[…]"_s;
    case QJsonValue::Object:
        return u"{…}"_s;
    default:
        return clipped(value.toVariant().toString());
    }
}

} // namespace

CatalogueReport::CatalogueReport(QString file, std::vector<CatalogueFault> &faults)
    : m_file(std::move(file))
    , m_faults(faults)
{
}

void CatalogueReport::add(const QString &place, QLatin1StringView problem, const QJsonValue &value)
{
    if (m_faults.size() < MostFaults) {
        m_faults.push_back({m_file, place, problem, shown(value)});
    }
}

CatalogueNode::CatalogueNode(QJsonObject object, QString place, CatalogueReport &report)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_report(report)
{
}

qsizetype CatalogueNode::count(QLatin1StringView key) const
{
    return m_object.value(key).toArray().size();
}

void CatalogueNode::fault(QLatin1StringView key, QLatin1StringView problem)
{
    m_report.add(placeOf(key), problem, m_object.value(key));
}

bool CatalogueNode::unique(QLatin1StringView key, QSet<QString> &seen, const QString &value)
{
    if (value.isEmpty()) {
        return false;
    }
    if (seen.contains(value)) {
        fault(key, "duplicate"_L1);
        return false;
    }
    seen.insert(value);
    return true;
}

void CatalogueNode::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        const QString key = it.key();
        const auto isKey = [&](QLatin1StringView asked) { return key == asked; };
        if (key != "note"_L1 && std::ranges::none_of(m_asked, isKey)) {
            m_report.add(placeOf(clipped(key)), "unknown_key"_L1, it.value());
        }
    }
}

QString CatalogueNode::text(QLatin1StringView key, Need need)
{
    const auto value = take(key, QJsonValue::String, need);
    return value ? textOf(*value, placeOf(key), need) : QString();
}

QStringList CatalogueNode::texts(QLatin1StringView key, Need need, QLatin1StringView problem,
                                 const std::function<bool(const QString &)> &accept)
{
    QStringList all;
    QSet<QString> seen;
    eachValue(key, need, [&](const QJsonValue &value, const QString &place) {
        if (!value.isString()) {
            m_report.add(place, "wrong_type"_L1, value);
            return;
        }
        const QString text = textOf(value, place, Need::Filled);
        if (text.isEmpty()) {
            return;
        }
        if (seen.contains(text)) {
            m_report.add(place, "duplicate"_L1, value);
        } else if (accept && !accept(text)) {
            m_report.add(place, problem, value);
        } else {
            seen.insert(text);
            all.append(text);
        }
    });
    return all;
}

QStringList CatalogueNode::letters(QLatin1StringView key, const QSet<QString> &known)
{
    return texts(key, Need::Filled, "unknown_group"_L1,
                 [&](const QString &letter) { return known.contains(letter); });
}

QString CatalogueNode::code(QLatin1StringView key)
{
    const QString code = text(key);
    const bool good =
        code.size() <= LongestCode && std::ranges::all_of(code, [](QChar c) {
            return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u'-';
        });
    if (!good) {
        fault(key, "bad_code"_L1);
    }
    return code;
}

std::optional<qint64> CatalogueNode::integer(QLatin1StringView key, qint64 least, qint64 most,
                                             Need need)
{
    const auto value = take(key, QJsonValue::Double, need);
    if (!value) {
        return std::nullopt;
    }
    const double number = value->toDouble();
    if (number != std::floor(number)) {
        fault(key, "wrong_type"_L1);
        return std::nullopt;
    }
    if (number < static_cast<double>(least) || number > static_cast<double>(most)) {
        fault(key, "out_of_range"_L1);
        return std::nullopt;
    }
    return static_cast<qint64>(number);
}

void CatalogueNode::integer(int &target, QLatin1StringView key, int least, int most, Need need)
{
    target = static_cast<int>(integer(key, least, most, need).value_or(target));
}

void CatalogueNode::boolean(bool &target, QLatin1StringView key)
{
    const auto value = take(key, QJsonValue::Bool, Need::Optional);
    target = value ? value->toBool() : target;
}

std::optional<QTime> CatalogueNode::time(QLatin1StringView key, Need need)
{
    const QString written = text(key, need);
    const QTime time = QTime::fromString(written, u"HH:mm"_s);
    if (time.isValid() && time.toString(u"HH:mm"_s) == written) {
        return time;
    }
    if (!written.isEmpty()) {
        fault(key, "bad_time"_L1);
    }
    return std::nullopt;
}

std::optional<QDate> CatalogueNode::date(QLatin1StringView key)
{
    const QString written = text(key);
    const QDate date = QDate::fromString(written, Qt::ISODate);
    if (date.isValid() && date.toString(Qt::ISODate) == written) {
        return date;
    }
    if (!written.isEmpty()) {
        fault(key, "bad_date"_L1);
    }
    return std::nullopt;
}

Bilingual CatalogueNode::bilingual(QLatin1StringView key, Need need)
{
    Bilingual both;
    object(key, need, [&](CatalogueNode &node) {
        both.vi = node.text("vi"_L1);
        both.en = node.text("en"_L1);
    });
    return both;
}

QString CatalogueNode::placeOf(const QString &key) const
{
    return m_place.isEmpty() ? key : m_place + u'.' + key;
}

std::optional<QJsonValue> CatalogueNode::take(QLatin1StringView key, QJsonValue::Type type,
                                              Need need)
{
    m_asked.push_back(key);
    QJsonValue value = m_object.value(key);
    if (value.type() == type) {
        return value;
    }
    if (!value.isUndefined()) {
        fault(key, "wrong_type"_L1);
    } else if (need != Need::Optional) {
        fault(key, "missing"_L1);
    }
    return std::nullopt;
}

QString CatalogueNode::textOf(const QJsonValue &value, const QString &place, Need need)
{
    QString text = cleaned(value.toString());
    if (text.isEmpty() && need == Need::Filled) {
        m_report.add(place, "empty"_L1);
    }
    if (text.size() > LongestText) {
        m_report.add(place, "too_long"_L1, value);
    }
    return text;
}

void CatalogueNode::eachValue(QLatin1StringView key, Need need, const ReadValue &read)
{
    const auto value = take(key, QJsonValue::Array, need);
    if (!value) {
        return;
    }
    const QJsonArray array = value->toArray();
    if (array.isEmpty() && need == Need::Filled) {
        m_report.add(placeOf(key), "empty"_L1);
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        read(array[i], u"%1[%2]"_s.arg(placeOf(key)).arg(i));
    }
}

} // namespace motcua
