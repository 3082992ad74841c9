// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskstyle.h"

#include "core/vietnamesetext.h"
#include "shared/translation.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace motcua {

Paragraph kioskParagraph(const Look &look, const QString &text, const TextType &type,
                         const QColor &color, Qt::Alignment alignment)
{
    QFont font = look.font("kiosk.body"_L1);
    const int size = qMax(1, qRound(type.size * look.scale * look.textScale));
    font.setPixelSize(size);
    font.setWeight(static_cast<QFont::Weight>(type.weight));
    constexpr int LargeEnoughForShape = 40;
    font.setHintingPreference(size >= LargeEnoughForShape ? QFont::PreferNoHinting
                                                          : QFont::PreferDefaultHinting);
    const int line = qMax(1, qRound(type.line * look.scale * look.textScale));
    return {.text = text, .style = {font, line, color}, .alignment = alignment};
}

Paragraph emphasized(Paragraph paragraph, const QString &part, int weight, const QColor &color)
{
    paragraph.emphasis = part;
    paragraph.emphasisStyle = paragraph.style;
    paragraph.emphasisStyle.font.setWeight(static_cast<QFont::Weight>(weight));
    paragraph.emphasisStyle.color = color;
    return paragraph;
}

KioskColors::KioskColors(const Look &look)
{
    const auto token = [&](QLatin1StringView name) { return look.color(name); };
    door = token("door.fill"_L1);
    doorLetter = token("door.letter"_L1);
    page = token("surface.page"_L1);
    card = token("surface.card"_L1);
    cardBorder = token("border.touch"_L1);
    text = token("text.primary"_L1);
    second = token("text.secondary"_L1);
    primary = token("action.primary"_L1);
    primaryText = token("action.primaryText"_L1);
    if (look.palette == Palette::HighContrast) {
        // Black, white and yellow only.
        const QColor black = page;
        const QColor white = text;
        const QColor yellow = token("accent"_L1);
        line = sunken = white;
        icon = brandIcon = noteIcon = yellow;
        brand = brandRaised = brandDeepest = black;
        onBrand = onBrandSecond = brandLine = white;
        metaFill = black;
        metaText = white;
        primaryPressed = white;
        primaryIcon = black;
        accent = yellow;
        accentText = black;
        noteFill = black;
        noteBorder = noteText = yellow;
        errorFill = doneFill = black;
        errorBorder = errorText = token("error"_L1);
        doneText = white;
        disabledFill = black;
        disabledText = disabledBorder = white;
        doorIcon = black;
        logo = yellow;
        logoLetter = black;
        on = token("toggle.onFill"_L1);
        onText = token("toggle.onText"_L1);
        number = yellow;
        border = designNumber("stroke.highContrast"_L1);
        return;
    }
    line = token("border.hairline"_L1);
    sunken = token("surface.sunken"_L1);
    icon = token("icon.action"_L1);
    brand = token("surface.brand"_L1);
    brandRaised = token("surface.brandRaised"_L1);
    brandDeepest = token("surface.brandDeepest"_L1);
    onBrand = token("text.onBrand"_L1);
    onBrandSecond = token("text.onBrandSecondary"_L1);
    brandLine = QColor(0x6F, 0xA5, 0x94); // color.primitive.green400
    brandIcon = token("door.icon"_L1);
    metaFill = token("kiosk.metaFill"_L1);
    metaText = token("kiosk.metaText"_L1);
    primaryPressed = token("action.primaryPressed"_L1);
    primaryIcon = token("door.icon"_L1);
    accent = token("action.call"_L1);
    accentText = token("action.callText"_L1);
    noteFill = token("appointment.fill"_L1);
    noteBorder = token("border.appointment"_L1);
    noteText = token("appointment.text"_L1);
    noteIcon = token("status.warn.text"_L1);
    errorFill = token("status.error.fill"_L1);
    errorBorder = token("status.errorStrong"_L1);
    errorText = token("status.error.text"_L1);
    doneFill = token("status.ok.fill"_L1);
    doneText = token("status.ok.text"_L1);
    disabledFill = token("surface.disabled"_L1);
    disabledText = token("text.disabled"_L1);
    disabledBorder = cardBorder;
    doorIcon = token("door.icon"_L1);
    logo = token("brand.doorFill"_L1);
    logoLetter = token("brand.doorLetter"_L1);
    on = token("action.secondaryFill"_L1);
    onText = token("status.ok.text"_L1);
    number = brand;
    border = designNumber("stroke.touch"_L1);
}

QString kioskText(Language language, const char *source, int n)
{
    return textIn(language, "motcua::Kiosk", source, n);
}

QString waitText(const WaitRange &wait, Language language)
{
    if (!wait.toMinutes) {
        return kioskText(language, QT_TRANSLATE_NOOP("motcua::Kiosk", "over %1 min"))
            .arg(wait.fromMinutes);
    }
    if (wait.fromMinutes == 0) {
        return kioskText(language, QT_TRANSLATE_NOOP("motcua::Kiosk", "Under %1 min"))
            .arg(*wait.toMinutes);
    }
    return kioskText(language, QT_TRANSLATE_NOOP("motcua::Kiosk", "%1–%2 min"))
        .arg(wait.fromMinutes)
        .arg(*wait.toMinutes);
}

QString waitingText(int waiting, Language language)
{
    return kioskText(language, QT_TRANSLATE_NOOP("motcua::Kiosk", "%1 waiting")).arg(waiting);
}

QString weekdayText(const QDate &date, Language language)
{
    return language == Language::Vietnamese
               ? weekdayName(date)
               : QLocale(QLocale::English).dayName(date.dayOfWeek(), QLocale::LongFormat);
}

QString dayText(const QDate &date, Language language)
{
    if (language == Language::Vietnamese) {
        return weekdayName(date) + u", "_s + date.toString(u"dd/MM"_s);
    }
    const QLocale english(QLocale::English);
    return english.toString(date, u"ddd, d MMM"_s);
}

QString hourText(const QTime &time)
{
    return time.toString(u"H:mm"_s);
}

} // namespace motcua
