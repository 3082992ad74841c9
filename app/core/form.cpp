// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/form.h"

#include "core/wordtable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<Paper, 2> PaperWords({
    {Paper::A4, "A4"_L1},
    {Paper::A5, "A5"_L1},
});

static constexpr WordTable<FormState, 5> FormStateWords({
    {FormState::Pending, "pending"_L1},
    {FormState::Sent, "sent"_L1},
    {FormState::Saved, "saved"_L1},
    {FormState::Unknown, "unknown"_L1},
    {FormState::Failed, "failed"_L1},
});

QString word(Paper paper)
{
    return PaperWords.wordOf(paper);
}

std::optional<Paper> paperFromWord(QStringView word)
{
    return PaperWords.valueOf(word);
}

QString word(FormState state)
{
    return FormStateWords.wordOf(state);
}

std::optional<FormState> formStateFromWord(QStringView word)
{
    return FormStateWords.valueOf(word);
}

static QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

static FormLayout layoutOf(const QJsonValue &json)
{
    const QJsonArray margins = json["margins"_L1].toArray();
    return {.font = json["font"_L1].toString(),
            .size = json["size"_L1].toDouble(),
            .smallest = json["smallest"_L1].toDouble(),
            .margins = {margins[0].toDouble(), margins[1].toDouble(), margins[2].toDouble(),
                        margins[3].toDouble()},
            .a5 = json["a5"_L1].toDouble(),
            .wholeRows = json["whole_rows"_L1].toBool()};
}

const std::vector<FormTemplate> &formTemplates()
{
    static const std::vector<FormTemplate> templates = [] {
        static constexpr const char Json[] =
#include "core/forms.inc"
            ;
        std::vector<FormTemplate> read;
        for (const QJsonValue &one : QJsonDocument::fromJson(Json).array()) {
            read.push_back({.form = one["form"_L1].toString(),
                            .version = one["version"_L1].toInt(),
                            .title = one["title"_L1].toString(),
                            .landscape = one["landscape"_L1].toBool(),
                            .copies = textsOf(one["copies"_L1]),
                            .trust = one["trust"_L1].toString(),
                            .source = one["source"_L1].toString(),
                            .about = outcomeFromWord(one["about"_L1].toString()),
                            .needs = textsOf(one["needs"_L1]),
                            .layout = layoutOf(one["layout"_L1])});
        }
        return read;
    }();
    return templates;
}

const FormTemplate *formTemplate(QStringView form, int version)
{
    const FormTemplate *newest = nullptr;
    for (const FormTemplate &one : formTemplates()) {
        if (one.form == form && (version == 0 || one.version == version)
            && (!newest || one.version > newest->version)) {
            newest = &one;
        }
    }
    return newest;
}

namespace {

/// Goes through a template once, so that a value is never read as a placeholder.
class Filler
{
public:
    explicit Filler(QStringView html)
        : m_rest(html)
    {
    }

    /// Everything up to {{/@p end}}, or to the end of the template; nothing when that is missing.
    std::optional<QString> fill(const QJsonObject &values, QStringView end)
    {
        QString filled;
        for (;;) {
            const qsizetype open = m_rest.indexOf(u"{{");
            if (open < 0) {
                filled += m_rest;
                m_rest = {};
                return end.isEmpty() ? std::optional(filled) : std::nullopt;
            }
            const qsizetype close = m_rest.indexOf(u"}}", open);
            if (close < 0) {
                return std::nullopt;
            }
            filled += m_rest.first(open);
            const QStringView tag = m_rest.sliced(open + 2, close - open - 2);
            m_rest = m_rest.sliced(close + 2);
            if (tag.startsWith(u'/')) {
                return tag.sliced(1) == end && !end.isEmpty() ? std::optional(filled)
                                                              : std::nullopt;
            }
            const bool isSection = tag.startsWith(u'?') || tag.startsWith(u'#');
            const QStringView name = isSection ? tag.sliced(1) : tag;
            const auto value = values.constFind(name);
            if (value == values.constEnd()) {
                return std::nullopt;
            }
            if (!isSection) {
                filled += value->toString().toHtmlEscaped().replace(u'\n', "<br/>"_L1);
                continue;
            }
            const bool isThere = !value->toString().isEmpty() || !value->toArray().isEmpty();
            const auto part =
                tag.startsWith(u'#')
                    ? section(values, name, value->toArray())
                    : section(values, name, isThere ? QJsonArray{QJsonObject()} : QJsonArray());
            if (!part) {
                return std::nullopt;
            }
            filled += *part;
        }
    }

private:
    /// What is up to {{/@p name}}, once for each of @p items.
    std::optional<QString> section(const QJsonObject &values, QStringView name,
                                   const QJsonArray &items)
    {
        const QStringView begin = m_rest;
        QString filled;
        for (const QJsonValue &item : items) {
            QJsonObject inner = values;
            const QJsonObject own = item.toObject();
            for (auto at = own.constBegin(); at != own.constEnd(); ++at) {
                inner.insert(at.key(), at.value());
            }
            m_rest = begin;
            const auto part = fill(inner, name);
            if (!part) {
                return std::nullopt;
            }
            filled += *part;
        }
        if (!items.isEmpty()) {
            return filled;
        }
        const QString tail = u"{{/%1}}"_s.arg(name);
        const qsizetype at = begin.indexOf(tail);
        if (at < 0) {
            return std::nullopt;
        }
        m_rest = begin.sliced(at + tail.size());
        return filled;
    }

    QStringView m_rest;
};

} // namespace

std::optional<QString> filledForm(QStringView html, const QJsonObject &values)
{
    return Filler(html).fill(values, {});
}

} // namespace motcua
