// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <initializer_list>

namespace motcua {

/// Collects the faults of one file.
class CatalogueReport
{
public:
    CatalogueReport(QString file, std::vector<CatalogueFault> &faults);

    void add(const QString &place, QLatin1StringView problem,
             const QJsonValue &value = QJsonValue::Undefined);
    /// Adds to the same faults under the name of another file.
    [[nodiscard]] CatalogueReport under(const QString &file) const { return {file, m_faults}; }

private:
    QString m_file;
    std::vector<CatalogueFault> &m_faults;
};

/// What a key owes: nothing, to be there, or to be there and not empty.
enum class Need { Optional, Present, Filled };

/// The words a key may have and what they stand for.
template <typename Value>
using Words = std::initializer_list<std::pair<QLatin1StringView, Value>>;

/// The entry of @p word, null when it is none of @p words.
template <typename Value>
[[nodiscard]] const std::pair<QLatin1StringView, Value> *entryOf(Words<Value> words,
                                                                 QStringView word)
{
    for (const auto &entry : words) {
        if (entry.first == word) {
            return &entry;
        }
    }
    return nullptr;
}

/// A JSON object and its place in the file. Each accessor reports what is wrong with the value of a
/// key and then returns something harmless; finish() reports the keys that nobody asked for. All
/// texts come out cleaned().
class CatalogueNode
{
public:
    CatalogueNode(QJsonObject object, QString place, CatalogueReport &report);

    [[nodiscard]] CatalogueReport &report() { return m_report; }
    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    [[nodiscard]] bool isText(QLatin1StringView key) const
    {
        return m_object.value(key).isString();
    }
    [[nodiscard]] qsizetype count(QLatin1StringView key) const;

    void fault(QLatin1StringView key, QLatin1StringView problem);
    /// Reports @p value of @p key if @p seen has it already, else remembers it there. Nothing
    /// happens to an empty one.
    bool unique(QLatin1StringView key, QSet<QString> &seen, const QString &value);
    void finish();

    QString text(QLatin1StringView key, Need need = Need::Filled);
    /// A list of texts, each once; those that @p accept refuses are faults of kind @p problem.
    QStringList texts(QLatin1StringView key, Need need = Need::Filled,
                      QLatin1StringView problem = {},
                      const std::function<bool(const QString &)> &accept = {});
    /// Letters of groups; each must be in @p known.
    QStringList letters(QLatin1StringView key, const QSet<QString> &known);
    /// A short name that scripts and foreign keys use.
    QString code(QLatin1StringView key);
    std::optional<qint64> integer(QLatin1StringView key, qint64 least, qint64 most,
                                  Need need = Need::Filled);
    /// Leaves @p target alone when there is no good number.
    void integer(int &target, QLatin1StringView key, int least, int most, Need need = Need::Filled);
    void boolean(bool &target, QLatin1StringView key);
    std::optional<QTime> time(QLatin1StringView key, Need need = Need::Filled);
    std::optional<QDate> date(QLatin1StringView key);
    Bilingual bilingual(QLatin1StringView key, Need need = Need::Filled);

    template <typename Value>
    std::optional<Value> choice(QLatin1StringView key, Words<Value> words, Need need = Need::Filled)
    {
        const QString word = text(key, need);
        if (const auto *found = entryOf(words, word)) {
            return found->second;
        }
        if (!word.isEmpty()) {
            fault(key, QLatin1StringView("out_of_range"));
        }
        return std::nullopt;
    }

    /// Calls @p read with the object of a key.
    template <typename Read>
    void object(QLatin1StringView key, Need need, const Read &read)
    {
        if (const auto value = take(key, QJsonValue::Object, need)) {
            CatalogueNode node(value->toObject(), placeOf(key), m_report);
            read(node);
            node.finish();
        }
    }

    /// Calls @p read with every object of an array.
    template <typename Read>
    void each(QLatin1StringView key, Need need, const Read &read)
    {
        eachValue(key, need, [&](const QJsonValue &value, const QString &place) {
            if (!value.isObject()) {
                m_report.add(place, QLatin1StringView("wrong_type"), value);
                return;
            }
            CatalogueNode node(value.toObject(), place, m_report);
            read(node);
            node.finish();
        });
    }

private:
    using ReadValue = std::function<void(const QJsonValue &value, const QString &place)>;

    [[nodiscard]] QString placeOf(const QString &key) const;
    std::optional<QJsonValue> take(QLatin1StringView key, QJsonValue::Type type, Need need);
    QString textOf(const QJsonValue &value, const QString &place, Need need);
    void eachValue(QLatin1StringView key, Need need, const ReadValue &read);

    QJsonObject m_object;
    QString m_place;
    CatalogueReport &m_report;
    std::vector<QLatin1StringView> m_asked;
};

} // namespace motcua
