// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/prioritypage.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace motcua {

static QString priorityIcon(const QString &code)
{
    static const QHash<QString, QString> icons{
        {u"elderly"_s, u"elder"_s},   {u"disabled"_s, u"wheelchair"_s},
        {u"pregnant"_s, u"mother"_s}, {u"small_child"_s, u"baby"_s},
        {u"merit"_s, u"medal"_s},     {u"hard_to_see_or_hear"_s, u"eye"_s}};
    return icons.value(code, u"star"_s);
}

QString PriorityPage::shape() const
{
    QString codes;
    for (const PriorityClass &priority : view().catalogue.priorityClasses) {
        codes += priority.code + u' ';
    }
    return codes;
}

void PriorityPage::build()
{
    const bool low = view().isLow();
    const bool rail = view().hasRail();
    constexpr int PortraitTop = 28;
    Frame frame = makeFrame(true, PortraitTop);
    addNav(frame.nav, 2);
    m_wish = nullptr;
    if (!low) {
        m_wish = panel(u"wish"_s); // no stop of the keypad: the hall would hear it
        frame.info->addWidget(m_wish);
        frame.info->addSpacing(px(28));
    }
    m_title = heading(u"title"_s);
    frame.info->addWidget(m_title);
    if (!low && !rail) {
        frame.info->addSpacing(px(26));
    }
    const bool wide = low && view().landscape;
    const int columns = wide ? 4 : 2;
    auto *grid = new QGridLayout;
    grid->setSpacing(px(low ? 16 : 20));
    m_options.clear();
    const auto &classes = view().catalogue.priorityClasses;
    for (size_t i = 0; i < classes.size(); ++i) {
        Tile *option = button(u"priority"_s + classes[i].code);
        const QString code = classes[i].code;
        connect(option, &QAbstractButton::clicked, this,
                [this, code] { Q_EMIT priorityChosen(code); });
        if (low) {
            option->setFixedHeight(px(146));
        } else {
            option->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
            option->setSqueezed(true);
            option->setMinimumHeight(px(112));
            option->setMaximumHeight(px(224));
        }
        grid->addWidget(option, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        m_options.push_back(option);
    }
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    frame.controls->addLayout(grid, low ? 0 : 1);
    m_private = nullptr;
    if (!low) {
        m_private = heading(u"private"_s);
        frame.controls->addSpacing(px(rail ? 20 : 28));
        frame.controls->addWidget(m_private);
        frame.controls->addSpacing(px(rail ? 20 : 28));
    } else {
        frame.controls->addSpacing(px(16));
    }
    m_no = button(u"regular"_s);
    m_no->setMinimumHeight(px(low ? 146 : 160));
    connect(m_no, &QAbstractButton::clicked, this, [this] { Q_EMIT priorityChosen({}); });
    if (wide) {
        const int next = static_cast<int>(classes.size());
        grid->addWidget(m_no, next / columns, next % columns, 1,
                        std::max(1, columns - next % columns));
    } else {
        frame.controls->addWidget(m_no);
    }
    if (!rail) {
        frame.controls->addStretch(low ? 1 : 0);
        frame.controls->addSpacing(px(low ? 0 : 24));
    }
    if (!low) {
        givesWay({m_title, m_private, m_wish});
    }
}

TileSpec PriorityPage::optionSpec(const PriorityClass &priority) const
{
    const bool low = view().isLow();
    QString name = priority.name.in(lead());
    if (!low && !view().hasRail() && lead() == Language::Vietnamese) {
        // As drawn: the word of two syllables that tells them apart has a line of its own.
        const auto last = name.lastIndexOf(u' ');
        const auto before = last > 0 ? name.lastIndexOf(u' ', last - 1) : -1;
        if (before > 0) {
            name[before] = u'\n';
        }
    }
    TileSpec spec;
    spec.fill = colors().card;
    spec.border = colors().cardBorder;
    spec.borderWidth = colors().border;
    const bool plain = view().look.palette == Palette::HighContrast;
    const double box = low ? 88 : 112;
    spec.mark = {.name = priorityIcon(priority.code),
                 .size = low ? 60.0 : 72.0,
                 .color = plain ? colors().icon : view().look.color("door.fill"_L1),
                 .box = box,
                 .boxColor = plain ? colors().card : colors().metaFill};
    spec.lines = {para(name, kiosktype::CardName, colors().text),
                  para(priority.name.in(other()), {28, 36, 400}, colors().second)};
    spec.lines[0].balanced = !low;
    spec.lineGap = 4;
    if (low) {
        spec.lines[0].style.font.setPixelSize(px(32 * view().look.textScale));
        spec.lines[0].style.line = px(42 * view().look.textScale);
        spec.lineGap = 0;
        spec.padding = {18, 4, 12, 4};
        spec.gap = 18;
    }
    return spec;
}

TileSpec PriorityPage::wishSpec() const
{
    const GroupLoad *load = view().load(view().group);
    const Group group = load ? load->group : Group();
    const Procedure *procedure = view().procedureOf(view().procedure);
    const auto words = [&](Language language) {
        if (!procedure) {
            return group.name.in(language);
        }
        return u"%1 — %2"_s.arg(group.shortName.in(language), procedure->name.in(language));
    };
    TileSpec spec;
    spec.fill = colors().card;
    spec.border = colors().line;
    spec.borderWidth = 2;
    spec.radius = 18;
    spec.gap = 22;
    spec.padding = {26, 16, 26, 16};
    spec.door = {.letter = view().group, .icon = {}, .width = 64};
    const bool rail = view().hasRail();
    spec.lines = {
        para(words(lead()), rail ? TextType{28, 38, 700} : kiosktype::BannerTitle, colors().text),
        para(words(other()), kiosktype::Body, colors().second)};
    return spec;
}

void PriorityPage::fill()
{
    const Look &look = view().look;
    if (m_wish) {
        m_wish->setSpec(wishSpec(), look);
        // A long name keeps all its lines when a banner takes room from the rail.
        const int needed = view().hasRail() ? m_wish->heightForWidth(px(484)) : 0;
        m_wish->setMinimumHeight(qMax(px(64 * 1.34 + 32), needed));
    }
    TileSpec title =
        titleSpec(led(kiosktext::PriorityQuestion), seconded(kiosktext::PriorityQuestion),
                  view().hasRail() ? TextType{48, 64, 800} : kiosktype::StepTitle);
    if (view().isLow() && !view().landscape) {
        title.lines[0].style.font.setPixelSize(px(72 * look.textScale));
        title.lines[0].style.line = px(96 * look.textScale);
    }
    m_title->setSpec(title, look);
    for (size_t i = 0; i < m_options.size(); ++i) {
        m_options[i]->setSpec(optionSpec(view().catalogue.priorityClasses[i]), look);
        m_options[i]->setEnabled(!view().busy);
    }
    if (m_private) {
        TileSpec spec;
        spec.padding = {4, 0, 4, 0};
        spec.mark = {.name = u"lock"_s, .size = 48, .color = colors().icon};
        const QString first = led(kiosktext::OnlyStaffSee);
        spec.lines = {
            emphasized(
                para(first + u' ' + led(kiosktext::NeverInHall), {28, 40, 400}, colors().second),
                first, QFont::Bold, colors().second),
            para(seconded(kiosktext::OnlyStaffSee) + u' ' + seconded(kiosktext::NeverInHall),
                 {28, 40, 400}, colors().second)};
        m_private->setSpec(spec, look);
    }
    TileSpec no = primarySpec(led(kiosktext::RegularNumber), seconded(kiosktext::RegularNumber));
    no.lines[0] = para(led(kiosktext::RegularNumber), kiosktype::ButtonLarge, colors().primaryText,
                       Qt::AlignHCenter);
    no.lines[1] = para(seconded(kiosktext::RegularNumber), {30, 40, 500}, colors().primaryText,
                       Qt::AlignHCenter);
    no.padding = {36, 8, 36, 8};
    no.tail = {.name = u"right"_s, .size = 52, .color = colors().primaryText};
    if (view().busy) {
        no.fill = colors().metaFill;
        no.mark = {.name = u"clock"_s, .size = 52, .color = colors().metaText};
        no.lines = {para(led(kiosktext::GettingNumber), kiosktype::ButtonLarge, colors().metaText)};
        no.tail = {};
    }
    m_no->setSpec(no, look);
    m_no->setEnabled(!view().busy);
}

QString PriorityPage::summary() const
{
    return led(kiosktext::PriorityQuestion) + u' ' + led(kiosktext::OnlyStaffSee);
}

} // namespace motcua
