// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskpage.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Margin = 48;
constexpr int RailWidth = 576;
constexpr int RailTop = 282; ///< brand and clock stand above
constexpr int LowFrom = 920; ///< y of the screen below which everything can be reached
constexpr int LowFromLandscape = 460;
constexpr int LowGap = 26;

/// The steps of the way to a number, as bars.
class StepBars : public QWidget
{
public:
    StepBars(const Look &look, int step, const QColor &on, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
        , m_step(step)
        , m_on(on)
    {
        setFixedSize(look.px(Long), look.px(Height));
    }

    static constexpr int Long = 144;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QColor off = m_on;
        constexpr double Pale = 0.25;
        off.setAlphaF(Pale);
        for (int i = 0; i < 2; ++i) {
            paintBox(painter, QRectF(m_look.px(i * (Width + Gap)), 0, m_look.px(Width), height()),
                     i < m_step ? m_on : off, {}, 0, height() / 2.0);
        }
    }

private:
    static constexpr int Gap = 16;
    static constexpr int Width = (Long - Gap) / 2;
    static constexpr int Height = 12;
    Look m_look;
    int m_step;
    QColor m_on;
};

} // namespace

void KioskPage::present(const KioskView &view)
{
    m_view = view;
    m_colors = KioskColors(view.look);
    if (wholeShape() != m_shape) {
        m_hasFew = false;
        rebuild();
    }
    fillAll();
    if (!m_hasFew && !fits() && mayHaveFew()) {
        m_hasFew = true;
        rebuild();
        fillAll();
    }
    update();
}

QString KioskPage::wholeShape() const
{
    const Look &look = m_view.look;
    return u"%1 %2 %3 %4 %5 %6x%7 "_s.arg(static_cast<int>(look.palette))
               .arg(look.scale)
               .arg(look.textScale)
               .arg(m_view.comfort.lowerButtons)
               .arg(static_cast<int>(m_view.comfort.language))
               .arg(m_view.page.width())
               .arg(m_view.page.height())
           + shape();
}

void KioskPage::rebuild()
{
    m_shape = wholeShape();
    const QWidget *focused = window()->focusWidget();
    const QString focus = focused && isAncestorOf(focused) ? focused->objectName() : QString();
    // The touched tile may be among the old ones: they go when its event is done with.
    const auto old = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : old) {
        child->setObjectName({});
        const auto parts = child->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            part->setObjectName({}); // the fresh ones bear their names
        }
        child->hide();
        child->deleteLater();
    }
    delete layout();
    m_back = nullptr;
    m_step = nullptr;
    m_tools.clear();
    m_givesWay.clear();
    build();
    const auto fresh = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : fresh) {
        if (!old.contains(child)) {
            // What is hidden is not measured, inside of it neither.
            const auto inside = child->findChildren<QWidget *>();
            for (QWidget *part : inside) {
                part->show();
            }
            child->show();
        }
    }
    // Whoever works by keypad goes on at the twin of where he was.
    if (auto *twin = focus.isEmpty() ? nullptr : findChild<QWidget *>(focus)) {
        twin->setFocus(Qt::OtherFocusReason);
    }
}

void KioskPage::fillAll()
{
    fillNav(true);
    fill();
    if (!navFits()) {
        fillNav(false);
    }
    for (Tile *tile : m_givesWay) {
        if (fits()) {
            return;
        }
        TileSpec spec = tile->spec();
        if (spec.lines.size() > 1) {
            spec.lines.pop_back();
            tile->setSpec(spec, m_view.look);
            for (QWidget *part = tile; part != this; part = part->parentWidget()) {
                part->updateGeometry();
            }
        }
    }
}

bool KioskPage::fits() const
{
    const QLayout *all = layout();
    const int needed = all->hasHeightForWidth() ? all->minimumHeightForWidth(m_view.page.width())
                                                : all->minimumSize().height();
    return needed <= m_view.page.height();
}

int KioskPage::railTop() const
{
    // A banner stands above the page beside the rail, not on it.
    return qMax(0, px(RailTop) - m_view.pageTop);
}

KioskPage::Frame KioskPage::makeFrame(bool navFirst, double top)
{
    Frame frame;
    frame.info = new QVBoxLayout;
    frame.nav = new QVBoxLayout;
    frame.controls = new QVBoxLayout;
    for (QVBoxLayout *part : {frame.info, frame.nav, frame.controls}) {
        part->setContentsMargins(0, 0, 0, 0);
        part->setSpacing(0);
    }
    if (m_view.hasRail()) {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        auto *place = new QWidget(this);
        place->setFixedWidth(px(RailWidth));
        auto *rail = new QVBoxLayout(place);
        rail->setContentsMargins(px(Margin), railTop(), px(Margin - 4), px(Margin - 8));
        rail->setSpacing(0);
        rail->addLayout(navFirst ? frame.nav : frame.info);
        rail->addLayout(navFirst ? frame.info : frame.nav, navFirst ? 0 : 1);
        if (navFirst) {
            rail->addStretch(1);
        }
        row->addWidget(place);
        frame.controls->setContentsMargins(px(Margin), px(Margin - 8), px(Margin), px(Margin - 8));
        row->addLayout(frame.controls, 1);
        return frame;
    }
    constexpr int TypingMargin = 45; // ten keys of 88 in a row
    const int margin = m_view.typing ? TypingMargin : Margin;
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    if (m_view.isLow()) {
        column->setContentsMargins(px(margin), 0, px(margin), 0);
        auto *half = new QWidget(this);
        half->setFixedHeight(px(m_view.landscape ? LowFromLandscape : LowFrom) - m_view.pageTop);
        auto *upper = new QVBoxLayout(half);
        upper->setContentsMargins(0, px(28), 0, px(24));
        upper->setSpacing(0);
        upper->addLayout(frame.info);
        addLowerInfo(upper);
        column->addWidget(half);
        column->addSpacing(px(LowGap));
        column->addLayout(frame.nav);
        column->addLayout(frame.controls, 1);
        return frame;
    }
    column->setContentsMargins(px(margin), px(top), px(margin), 0);
    column->addLayout(navFirst ? frame.nav : frame.info);
    column->addLayout(navFirst ? frame.info : frame.nav);
    column->addLayout(frame.controls, 1);
    return frame;
}

void KioskPage::addLowerInfo(QVBoxLayout *top)
{
    constexpr size_t MostCalls = 3;
    top->addStretch(1);
    const size_t count = std::min(m_view.hall.calls.size(), MostCalls);
    if (count > 0 && !m_view.landscape) {
        Tile *calling = panel(u"calling"_s);
        const QString words =
            led(kiosktext::NowCalling) + u" · "_s + seconded(kiosktext::NowCalling);
        TileSpec spec;
        spec.fill = m_colors.card;
        spec.border = m_colors.cardBorder;
        spec.borderWidth = m_colors.border;
        spec.padding = {32, 22, 32, 22};
        spec.lines.push_back(para(words, {32, 44, 600}, m_colors.text));
        QStringList calls;
        for (size_t i = 0; i < count; ++i) {
            const HallCall &call = m_view.hall.calls[i];
            QString number = call.ticket.toString();
            number.insert(1, u' ');
            calls.append(number + u' ' + led(kiosktext::Counter) + u' '
                         + QString::number(call.counter));
        }
        spec.lines.push_back(para(calls.join(u"   "_s), {36, 60, 700}, m_colors.number));
        calling->setSpec(spec, m_view.look);
        top->addWidget(calling);
        top->addStretch(1);
    }
    constexpr int RoomForBoth = 280;
    if (px(m_view.landscape ? LowFromLandscape : LowFrom) - m_view.pageTop < px(RoomForBoth)) {
        return; // a banner has taken its place
    }
    Tile *low = panel(u"low"_s);
    TileSpec spec;
    spec.padding = {0, 0, 0, 0};
    spec.mark = {.name = u"wheelchair"_s, .size = 64, .color = m_colors.icon};
    spec.lines = {para(led(kiosktext::AllLow), {36, 48, 700}, m_colors.text),
                  para(seconded(kiosktext::AllLow), kiosktype::Aside, m_colors.second)};
    low->setSpec(spec, m_view.look);
    top->addWidget(low);
}

Tile *KioskPage::button(const QString &name)
{
    auto *tile = new Tile(Tile::Role::Button, this);
    tile->setObjectName(name);
    return tile;
}

Tile *KioskPage::panel(const QString &name)
{
    auto *tile = new Tile(Tile::Role::Panel, this);
    tile->setObjectName(name);
    return tile;
}

Tile *KioskPage::heading(const QString &name)
{
    auto *tile = panel(name);
    tile->setFocusPolicy(Qt::TabFocus);
    return tile;
}

void KioskPage::addNav(QVBoxLayout *nav, int step, const std::vector<Tile *> &between)
{
    constexpr int Height = 92;
    m_stepNumber = step;
    m_back = button(u"back"_s);
    m_back->setFixedHeight(px(Height));
    m_back->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_back, &QAbstractButton::clicked, this, &KioskPage::backWanted);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(m_back);
    row->addStretch(1);
    const bool rail = m_view.hasRail();
    QHBoxLayout *tools = row;
    QHBoxLayout *steps = row;
    if (rail) { // too narrow for all of it
        tools = new QHBoxLayout;
        tools->setSpacing(px(16));
        steps = new QHBoxLayout;
        steps->setSpacing(px(16));
    }
    for (Tile *tile : between) {
        tile->setFixedHeight(px(Height));
        tools->addWidget(tile);
    }
    if (step > 0) {
        m_step = panel(u"step"_s);
        m_step->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        steps->addWidget(m_step);
        steps->addWidget(
            new StepBars(m_view.look, step, rail ? m_colors.accent : m_colors.primary, this));
    }
    nav->addLayout(row);
    if (rail) {
        if (step > 0) {
            steps->addStretch(1);
            nav->addSpacing(px(12));
            nav->addLayout(steps);
        }
        if (!between.empty()) {
            nav->addSpacing(px(12));
            nav->addLayout(tools);
        }
    }
    nav->addSpacing(px(m_view.isLow() ? 16 : 24));
    m_tools = between;
    fillNav(true);
}

bool KioskPage::navFits() const
{
    if (!m_back) {
        return true;
    }
    int needed = m_back->sizeHint().width();
    if (m_view.hasRail()) {
        return needed <= px(RailWidth - 2 * Margin + 4);
    }
    for (const Tile *tool : m_tools) {
        needed += px(16) + tool->sizeHint().width();
    }
    if (m_step) {
        needed += 3 * px(16) + m_step->sizeHint().width() + px(StepBars::Long);
    }
    return needed <= m_view.page.width() - 2 * px(Margin);
}

void KioskPage::fillNav(bool bilingual)
{
    if (!m_back) {
        return;
    }
    TileSpec spec =
        secondarySpec(bilingual ? led(kiosktext::Back) + u" · "_s + seconded(kiosktext::Back)
                                : led(kiosktext::Back));
    spec.mark = {.name = u"left"_s, .size = 44, .color = m_colors.text};
    spec.gap = 16;
    spec.padding = {26, 0, 34, 0};
    spec.name = led(kiosktext::Back);
    m_back->setSpec(spec, m_view.look);
    if (m_step) {
        TileSpec step;
        step.padding = {0, 0, 0, 0};
        step.lines = {
            para(led(kiosktext::Step).arg(m_stepNumber).arg(2), {30, 40, 600}, infoSecond())};
        m_step->setSpec(step, m_view.look);
    }
}

QString KioskPage::led(const char *source, int n) const
{
    return kioskText(lead(), source, n);
}

QString KioskPage::seconded(const char *source, int n) const
{
    return kioskText(other(), source, n);
}

Paragraph KioskPage::para(const QString &text, const TextType &type, const QColor &color,
                          Qt::Alignment alignment) const
{
    return kioskParagraph(m_view.look, text, type, color, alignment);
}

QColor KioskPage::infoText() const
{
    return m_view.hasRail() || onBrand() ? m_colors.onBrand : m_colors.text;
}

QColor KioskPage::infoSecond() const
{
    return m_view.hasRail() || onBrand() ? m_colors.onBrandSecond : m_colors.second;
}

TileSpec KioskPage::titleSpec(const QString &title, const QString &second,
                              const TextType &type) const
{
    TileSpec spec;
    spec.padding = {0, 0, 0, 0};
    const bool low = m_view.isLow() && !m_view.landscape;
    spec.lines = {para(title, low ? kiosktype::TitleLow : type, infoText()),
                  para(second, low ? TextType{40, 54, 400} : kiosktype::Lead, infoSecond())};
    if (low && m_view.look.textScale > 1) {
        spec.lines[0] = para(title, type, infoText());
    }
    return spec;
}

TileSpec KioskPage::primarySpec(const QString &title, const QString &second) const
{
    TileSpec spec;
    spec.fill = m_colors.primary;
    spec.centred = true;
    spec.lines = {para(title, kiosktype::Button, m_colors.primaryText, Qt::AlignHCenter)};
    if (!second.isEmpty()) {
        spec.lines.push_back(para(second, {28, 38, 500}, m_colors.primaryText, Qt::AlignHCenter));
    }
    return spec;
}

TileSpec KioskPage::secondarySpec(const QString &title) const
{
    TileSpec spec;
    spec.fill = m_colors.card;
    spec.border = m_colors.cardBorder;
    spec.borderWidth = m_colors.border;
    spec.lines = {para(title, kiosktype::ButtonSmall, m_colors.text)};
    return spec;
}

void KioskPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), onBrand() ? m_colors.brand : m_colors.page);
    if (m_view.hasRail()) {
        painter.fillRect(QRect(0, 0, px(RailWidth), height()), m_colors.brand);
    } else if (m_view.isLow() && !onBrand()) {
        const int y = px(m_view.landscape ? LowFromLandscape : LowFrom) - m_view.pageTop;
        painter.fillRect(QRect(0, y, width(), px(6)), m_colors.accent);
    }
}

} // namespace motcua
