// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/theme.h"

#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcTheme, "motcua.theme", QtWarningMsg)

namespace {

struct TypeToken
{
    double size = 0;
    double line = 0;
    int weight = QFont::Normal;
};

/// tokens.json in the form that painting asks for.
struct Tokens
{
    std::array<QHash<QString, QColor>, 3> colors; ///< by Palette
    QHash<QString, TypeToken> types;              ///< "kiosk.title"
    QHash<QString, double> numbers;               ///< every number by its path
    QStringList families;
};

void collectNumbers(const QJsonObject &object, const QString &path, QHash<QString, double> &numbers)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString name = path.isEmpty() ? entry.key() : path + u'.' + entry.key();
        if (entry->isDouble()) {
            numbers.insert(name, entry->toDouble());
        } else if (entry->isObject()) {
            collectNumbers(entry->toObject(), name, numbers);
        }
    }
}

Tokens readTokens()
{
    QFile file(u":/theme/tokens.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject root =
        opened ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    Tokens tokens;
    const std::array<QLatin1StringView, 3> palettes{"light"_L1, "board"_L1, "highContrast"_L1};
    for (size_t i = 0; i < palettes.size(); ++i) {
        const QJsonObject palette = root["color"_L1][palettes[i]].toObject();
        for (auto entry = palette.begin(); entry != palette.end(); ++entry) {
            tokens.colors[i].insert(entry.key(), QColor(entry.value()["value"_L1].toString()));
        }
    }
    // What a mock-up draws in a colour that no palette names.
    const QJsonObject primitives = root["color"_L1]["primitive"_L1].toObject();
    for (auto entry = primitives.begin(); entry != primitives.end(); ++entry) {
        tokens.colors[0].insert(u"primitive."_s + entry.key(), QColor(entry.value().toString()));
    }
    const QJsonObject heat = root["color"_L1]["heat"_L1].toObject();
    for (const auto &[key, name] :
         {std::pair("steps"_L1, u"heat.%1"_s), std::pair("textOnStep"_L1, u"heat.text%1"_s)}) {
        const QJsonArray steps = heat[key].toArray();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            tokens.colors[0].insert(name.arg(i), QColor(steps[i].toString()));
        }
    }
    const QJsonObject surfaces = root["type"_L1].toObject();
    for (auto surface = surfaces.begin(); surface != surfaces.end(); ++surface) {
        const QJsonObject types = surface->toObject();
        for (auto type = types.begin(); type != types.end(); ++type) {
            tokens.types.insert(surface.key() + u'.' + type.key(),
                                {.size = type.value()["size"_L1].toDouble(),
                                 .line = type.value()["line"_L1].toDouble(),
                                 .weight = type.value()["weight"_L1].toInt(QFont::Normal)});
        }
    }
    collectNumbers(root, {}, tokens.numbers);
    tokens.families.append(root["font"_L1]["family"_L1].toString());
    const QJsonArray fallbacks = root["font"_L1]["fallback"_L1].toArray();
    for (const QJsonValue &fallback : fallbacks) {
        tokens.families.append(fallback.toString());
    }
    return tokens;
}

const Tokens &tokens()
{
    static const Tokens read = readTokens();
    return read;
}

TypeToken typeOf(QLatin1StringView token)
{
    const auto found = tokens().types.constFind(token);
    if (found == tokens().types.constEnd()) {
        qCCritical(lcTheme) << "no such type token:" << token;
        Q_ASSERT_X(false, "Look::font", token.data());
        return {.size = 28, .line = 36, .weight = QFont::Normal};
    }
    return *found;
}

/// What the palette for low vision has instead of a colour it does not name: the light one's would
/// be a pale shade on black.
QLatin1StringView highContrastName(QLatin1StringView token)
{
    if (token == "text.onAccent"_L1 || token == "action.callText"_L1) {
        return "action.primaryText"_L1;
    }
    if (token == "action.primaryPressed"_L1) {
        return "focus.fill"_L1;
    }
    if (token.startsWith("action.call"_L1) || token == "icon.action"_L1 || token == "focus.inner"_L1
        || token == "appointment.text"_L1 || token == "border.appointment"_L1
        || token == "brand.doorFill"_L1) {
        return "accent"_L1;
    }
    if (token == "brand.doorLetter"_L1 || token == "door.icon"_L1) {
        return "door.letter"_L1;
    }
    if (token.startsWith("status.error"_L1) && !token.endsWith(".fill"_L1)) {
        return "error"_L1;
    }
    if (token.startsWith("border."_L1) || token.endsWith("Border"_L1)) {
        return "border.touch"_L1;
    }
    if (token.startsWith("surface."_L1) || token.endsWith("ill"_L1)) { // ".fill", "metaFill"
        return "surface.page"_L1;
    }
    if (token.startsWith("text."_L1) || token.endsWith("ext"_L1)) { // ".text", "busyText"
        return "text.primary"_L1;
    }
    return token;
}

} // namespace

int Look::px(double reference) const
{
    return reference > 0 ? qMax(1, qRound(reference * scale)) : qRound(reference * scale);
}

QColor Look::color(QLatin1StringView token) const
{
    const auto &colors = tokens().colors;
    const auto &own = colors[static_cast<size_t>(palette)];
    if (const auto found = own.constFind(token); found != own.constEnd()) {
        return *found;
    }
    if (palette == Palette::HighContrast) {
        if (const auto found = own.constFind(highContrastName(token)); found != own.constEnd()) {
            return *found;
        }
    }
    const auto &light = colors[static_cast<size_t>(Palette::Light)];
    const auto found = light.constFind(token);
    if (found == light.constEnd()) {
        qCCritical(lcTheme) << "no such colour token:" << token;
        Q_ASSERT_X(false, "Look::color", token.data());
        return Qt::magenta;
    }
    return *found;
}

QFont Look::font(QLatin1StringView token) const
{
    const TypeToken type = typeOf(token);
    QFont font(tokens().families);
    const int size = qMax(1, qRound(type.size * scale * textScale));
    font.setPixelSize(size);
    font.setWeight(static_cast<QFont::Weight>(type.weight));
    constexpr int LargeEnoughForShape = 40; // hinting moves the stems of large letters for nothing
    if (size >= LargeEnoughForShape) {
        font.setHintingPreference(QFont::PreferNoHinting);
    }
    return font;
}

int Look::line(QLatin1StringView token) const
{
    return qMax(1, qRound(typeOf(token).line * scale * textScale));
}

QPixmap Look::icon(QLatin1StringView name, const QColor &color, double size,
                   qreal devicePixelRatio) const
{
    const int side = qMax(1, qRound(size * scale * devicePixelRatio));
    const QString key = u"motcua-icon-%1-%2-%3-%4"_s.arg(name, color.name(QColor::HexArgb))
                            .arg(side)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(name));
    if (!renderer.isValid()) {
        qCCritical(lcTheme) << "no such icon:" << name;
        Q_ASSERT_X(false, "Look::icon", name.data());
        return pixmap;
    }
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

double designNumber(QLatin1StringView path)
{
    const auto found = tokens().numbers.constFind(path);
    if (found == tokens().numbers.constEnd()) {
        qCCritical(lcTheme) << "no such number:" << path;
        Q_ASSERT_X(false, "designNumber", path.data());
        return 0;
    }
    return *found;
}

void loadFonts()
{
    for (const auto &name :
         {"Sans-Regular"_L1, "Sans-Medium"_L1, "Sans-SemiBold"_L1, "Sans-Bold"_L1,
          "Sans-ExtraBold"_L1, "Serif-Regular"_L1, "Serif-Bold"_L1, "Serif-Italic"_L1}) {
        if (QFontDatabase::addApplicationFont(u":/fonts/MotCua%1.ttf"_s.arg(name)) < 0) {
            qCCritical(lcTheme) << "font not loaded:" << name;
        }
    }
}

} // namespace motcua
