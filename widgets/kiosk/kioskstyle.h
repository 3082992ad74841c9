// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/waitestimate.h"
#include "shared/painting.h"

#include <QTime>

namespace motcua {

/// Size, line height (reference pixels) and weight of a text.
struct TextType
{
    double size;
    double line;
    int weight;
};

/// Texts of the kiosk's screens. The sizes that tokens.json names have its values (checked by the
/// tests); the others are those between them that the screens are drawn with.
namespace kiosktype {

inline constexpr TextType Number{284, 336, 800};
inline constexpr TextType Title{60, 80, 800};
inline constexpr TextType TitleLandscape{64, 84, 800};
inline constexpr TextType TitleLow{92, 120, 800};
inline constexpr TextType TitleClosed{68, 90, 800};
inline constexpr TextType StepTitle{54, 72, 800};
inline constexpr TextType Opening{72, 96, 800};
inline constexpr TextType ButtonLarge{44, 58, 700};
inline constexpr TextType Button{38, 50, 700};
inline constexpr TextType ButtonSmall{34, 46, 700};
inline constexpr TextType CardName{36, 46, 700};
inline constexpr TextType Fact{46, 62, 800};
inline constexpr TextType Strip{42, 56, 800};
inline constexpr TextType Panel{40, 54, 800};
inline constexpr TextType WaitTime{31, 42, 700};
inline constexpr TextType BannerTitle{32, 44, 700};
inline constexpr TextType Lead{32, 44, 400};
inline constexpr TextType Aside{30, 42, 400};
inline constexpr TextType Body{28, 38, 400};
inline constexpr TextType Label{28, 36, 600};
inline constexpr TextType Clock{56, 60, 700};

} // namespace kiosktype

/// A text of the kiosk in @p color.
[[nodiscard]] Paragraph kioskParagraph(const Look &look, const QString &text, const TextType &type,
                                       const QColor &color,
                                       Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop);
/// @p paragraph with @p part of it in another weight and colour.
[[nodiscard]] Paragraph emphasized(Paragraph paragraph, const QString &part, int weight,
                                   const QColor &color);

/// The colours of the kiosk by what they are for, in whichever palette.
struct KioskColors
{
    explicit KioskColors(const Look &look);

    QColor page, card, cardBorder, line, sunken;
    QColor text, second, icon;
    QColor brand, brandRaised, brandDeepest, onBrand, onBrandSecond, brandLine, brandIcon;
    QColor metaFill, metaText;
    QColor primary, primaryText, primaryPressed, primaryIcon;
    QColor accent, accentText;
    QColor noteFill, noteBorder, noteText, noteIcon;
    QColor errorFill, errorBorder, errorText;
    QColor doneFill, doneText;
    QColor disabledFill, disabledText, disabledBorder;
    QColor door, doorLetter, doorIcon, logo, logoLetter;
    QColor on, onText; ///< a switch that is on
    QColor number;
    double border; ///< of what can be touched
};

/// A text of the screens in @p language; mark it with QT_TRANSLATE_NOOP("motcua::Kiosk", …).
[[nodiscard]] QString kioskText(Language language, const char *source, int n = -1);

[[nodiscard]] constexpr Language otherThan(Language language)
{
    return language == Language::Vietnamese ? Language::English : Language::Vietnamese;
}

/// "20–30 phút", "Dưới 5 phút", "trên 90 phút".
[[nodiscard]] QString waitText(const WaitRange &wait, Language language);
/// "12 người chờ"
[[nodiscard]] QString waitingText(int waiting, Language language);
/// "Thứ Ba, 17/11"; "Tue, 17 Nov"
[[nodiscard]] QString dayText(const QDate &date, Language language);
/// "Thứ Tư"; "Wednesday"
[[nodiscard]] QString weekdayText(const QDate &date, Language language);
/// "7:30"; "7:30 am" is for English sentences only
[[nodiscard]] QString hourText(const QTime &time);

} // namespace motcua
