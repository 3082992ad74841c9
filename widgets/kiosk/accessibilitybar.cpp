// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/accessibilitybar.h"

#include "kiosk/kiosktexts.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

AccessibilityBar::AccessibilityBar(QWidget *parent)
    : QWidget(parent)
    , m_language(new Tile(Tile::Role::Button, this))
    , m_text(new Tile(Tile::Role::Button, this))
    , m_contrast(new Tile(Tile::Role::Button, this))
    , m_lower(new Tile(Tile::Role::Button, this))
    , m_read(new Tile(Tile::Role::Button, this))
    , m_help(new Tile(Tile::Role::Button, this))
{
    m_language->setObjectName(u"barLanguage"_s);
    m_text->setObjectName(u"barText"_s);
    m_contrast->setObjectName(u"barContrast"_s);
    m_lower->setObjectName(u"barLower"_s);
    m_read->setObjectName(u"barRead"_s);
    m_help->setObjectName(u"barHelp"_s);
    const auto switches = [this](Tile *tile, auto change) {
        connect(tile, &QAbstractButton::clicked, this, [this, change] {
            KioskComfort comfort = m_view.comfort;
            change(comfort);
            Q_EMIT comfortChosen(comfort);
        });
    };
    switches(m_language,
             [](KioskComfort &comfort) { comfort.language = otherThan(comfort.language); });
    switches(m_text, [](KioskComfort &comfort) { comfort.largerText = !comfort.largerText; });
    switches(m_contrast,
             [](KioskComfort &comfort) { comfort.highContrast = !comfort.highContrast; });
    switches(m_lower, [](KioskComfort &comfort) { comfort.lowerButtons = !comfort.lowerButtons; });
    switches(m_read, [](KioskComfort &comfort) { comfort.readAloud = !comfort.readAloud; });
    connect(m_help, &QAbstractButton::clicked, this, &AccessibilityBar::helpWanted);
}

int AccessibilityBar::heightOf(const Look &look, bool landscape)
{
    return look.px(landscape ? designNumber("layout.kioskLandscape.bar"_L1)
                             : designNumber("layout.kioskPortrait.a11yBar"_L1));
}

TileSpec AccessibilityBar::spec(const QString &icon, const QString &text, bool on) const
{
    const KioskColors colors(m_view.look);
    Look look = m_view.look;
    look.textScale = 1; // six buttons side by side have no room to grow
    TileSpec spec;
    spec.fill = on ? colors.on : colors.brandRaised;
    spec.border = on ? colors.on : colors.brandLine;
    spec.borderWidth = colors.border;
    spec.radius = 16;
    const QColor ink = on ? colors.onText : colors.onBrand;
    const QColor mark = on ? colors.onText : colors.brandIcon;
    spec.name = on ? text + u", "_s + kioskText(m_view.comfort.language, kiosktext::On) : text;
    if (m_view.landscape) {
        spec.padding = {8, 4, 8, 4};
        spec.gap = 14;
        spec.centred = true;
        spec.mark = {.name = on ? u"check"_s : icon, .size = 40, .color = mark};
        spec.lines = {kioskParagraph(look, text, {30, 40, 600}, ink)};
        return spec;
    }
    QString broken = text;
    const auto space = text.indexOf(u' ');
    if (space > 0) {
        // "Hạ thấp nút bấm" breaks in its middle, the others after their first word.
        const auto middle = text.count(u' ') > 2 ? text.indexOf(u' ', space + 1) : space;
        broken[middle] = u'\n';
    }
    spec.flow = TileSpec::Flow::Column;
    spec.padding = {0, 15, 0, 0};
    spec.gap = 3;
    spec.mark = {.name = on ? u"check"_s : icon, .size = 42, .color = mark};
    spec.lines = {kioskParagraph(look, broken, kiosktype::Label, ink, Qt::AlignHCenter)};
    return spec;
}

void AccessibilityBar::present(const KioskView &view, bool onBrand, bool hasAudio)
{
    m_view = view;
    m_onBrand = onBrand;
    const KioskComfort &comfort = view.comfort;
    const auto text = [&](const char *source) { return kioskText(comfort.language, source); };
    const Look &look = view.look;
    // In its own language, so that whoever needs it can read it.
    m_language->setSpec(
        spec(u"globe"_s, comfort.language == Language::Vietnamese ? u"English"_s : u"Tiếng Việt"_s,
             false),
        look);
    m_text->setSpec(spec(u"textsize"_s, text(kiosktext::LargerText), comfort.largerText), look);
    m_contrast->setSpec(spec(u"contrast"_s, text(kiosktext::Contrast), comfort.highContrast), look);
    m_lower->setSpec(
        spec(u"wheelchair"_s,
             text(view.landscape ? kiosktext::LowerButtonsShort : kiosktext::LowerButtons),
             comfort.lowerButtons),
        look);
    m_read->setSpec(spec(u"speak"_s, text(kiosktext::ReadAloud), comfort.readAloud), look);
    const KioskColors colors(look);
    TileSpec help = spec(u"bell"_s, text(kiosktext::CallStaff), false);
    help.fill = help.border = colors.accent;
    help.mark.color = colors.accentText;
    for (Paragraph &line : help.lines) {
        line.style.color = colors.accentText;
    }
    m_help->setSpec(help, look);
    m_read->setVisible(hasAudio);
    place();
    update();
}

void AccessibilityBar::place()
{
    const Look &look = m_view.look;
    const bool wide = m_view.landscape;
    const int margin = look.px(48);
    const int gap = look.px(wide ? 16 : 12);
    const int top = look.px(wide ? 22 : 24);
    const int tall = look.px(wide ? 92 : 140);
    std::vector<Tile *> tiles{m_language, m_text, m_contrast, m_lower, m_read, m_help};
    std::erase_if(tiles, [](const Tile *tile) { return tile->isHidden(); });
    const double each =
        (width() - 2.0 * margin - gap * double(tiles.size() - 1)) / double(tiles.size());
    for (size_t i = 0; i < tiles.size(); ++i) {
        const int left = qRound(margin + double(i) * (each + gap));
        const int right = qRound(margin + double(i) * (each + gap) + each);
        tiles[i]->setGeometry(left, top, right - left, tall);
    }
}

void AccessibilityBar::resizeEvent(QResizeEvent *)
{
    place();
}

void AccessibilityBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const KioskColors colors(m_view.look);
    painter.fillRect(rect(), m_view.landscape && !m_onBrand ? colors.brandDeepest : colors.brand);
}

} // namespace motcua
