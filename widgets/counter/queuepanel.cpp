// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/queuepanel.h"

#include "counter/countertexts.h"
#include "counter/queuetable.h"
#include "shared/emptystate.h"
#include "shared/paragraphlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

/// A word over a line that tells which page is in front.
class TabButton : public QAbstractButton
{
public:
    TabButton(const Look &look, QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {textWidth(text(), style().font) + 2 * m_look.px(14), m_look.px(40)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (hasFocus()) {
            paintBox(painter, rect(), m_look.color("surface.card"_L1),
                     m_look.color("focus.inner"_L1), m_look.px(designNumber("focus.desk.ring"_L1)),
                     m_look.px(6));
        }
        paintElided(painter, QRectF(rect()).adjusted(m_look.px(14), 0, -m_look.px(14), 0), text(),
                    style(), Qt::AlignCenter);
        if (isChecked()) {
            painter.fillRect(QRect(0, height() - m_look.px(3), width(), m_look.px(3)),
                             m_look.color("action.primary"_L1));
        }
    }

private:
    [[nodiscard]] TextStyle style() const
    {
        return {.font = deskFont(m_look, 14, QFont::DemiBold),
                .line = m_look.px(20),
                .color = m_look.color(!isChecked() ? "text.tertiaryDeskOnly"_L1
                                      : m_look.palette == Palette::HighContrast
                                          ? "text.primary"_L1
                                          : "surface.brandRaised"_L1)};
    }

    Look m_look;
};

namespace {

/// A horizontal hairline.
class Rule : public QWidget
{
public:
    Rule(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_color(look.color("border.hairline"_L1))
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_color);
    }

private:
    QColor m_color;
};

} // namespace

QueuePanel::QueuePanel(const Look &look, QWidget *parent)
    : Card(look, parent)
    , m_mineTab(new TabButton(look, this))
    , m_branchTab(new TabButton(look, this))
    , m_extraTab(new TabButton(look, this))
    , m_order(new DeskLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, this))
    , m_pages(new QStackedLayout)
    , m_mine(new QueueTable(look, this))
    , m_branch(new QueueTable(look, this))
    , m_empty(new EmptyState(look, this))
    , m_foot(new QWidget(this))
    , m_footText(new ParagraphLabel(look, "desk.label"_L1, "text.secondary"_L1, m_foot))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, look.px(8), 1, 1);
    column->setSpacing(0);

    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(look.px(12), 0, look.px(16), 0);
    tabs->setSpacing(look.px(4));
    m_mineTab->setObjectName(u"mineTab"_s);
    m_branchTab->setObjectName(u"branchTab"_s);
    m_extraTab->setObjectName(u"extraTab"_s);
    for (TabButton *tab : {m_mineTab, m_branchTab, m_extraTab}) {
        tabs->addWidget(tab);
    }
    m_extraTab->hide();
    m_mineTab->setChecked(true);
    tabs->addStretch();
    m_order->setText(tr("In calling order"));
    tabs->addWidget(m_order);
    column->addLayout(tabs);
    column->addWidget(new Rule(look, this));
    connect(m_mineTab, &QAbstractButton::clicked, this, [this] { choose(0); });
    connect(m_branchTab, &QAbstractButton::clicked, this, [this] { choose(1); });
    connect(m_extraTab, &QAbstractButton::clicked, this, [this] { choose(2); });

    m_empty->setWords(tr("Nobody is waiting"), tr("New numbers appear with a short sound."));
    m_pages->setContentsMargins(0, look.px(4), 0, 0);
    m_mine->setObjectName(u"mine"_s);
    m_branch->setObjectName(u"branch"_s);
    m_mine->setAccessibleName(tr("Numbers I can call"));
    m_branch->setAccessibleName(tr("Numbers of the whole branch"));
    m_branch->setFirstIsNext(false);
    m_pages->addWidget(m_mine);
    m_pages->addWidget(m_branch);
    m_pages->addWidget(m_empty);
    column->addLayout(m_pages, 1);
    connect(m_mine, &QueueTable::chosen, this, &QueuePanel::chosen);
    connect(m_branch, &QueueTable::chosen, this, &QueuePanel::chosen);

    auto *footColumn = new QVBoxLayout(m_foot);
    footColumn->setContentsMargins(0, 0, 0, 0);
    footColumn->setSpacing(0);
    footColumn->addWidget(new Rule(look, m_foot));
    auto *words = new QVBoxLayout;
    words->setContentsMargins(look.px(16), look.px(11), look.px(16), look.px(11));
    words->addWidget(m_footText);
    footColumn->addLayout(words);
    column->addWidget(m_foot);
}

QueueTable *QueuePanel::table() const
{
    if (m_tab == 2 || (m_tab == 0 && m_nobody)) {
        return nullptr;
    }
    return m_tab == 0 ? m_mine : m_branch;
}

void QueuePanel::choose(int tab)
{
    m_tab = tab;
    if (tab == 2 && m_extra) {
        m_pages->setCurrentWidget(m_extra);
    } else if (tab == 1) {
        m_pages->setCurrentWidget(m_branch);
    } else {
        m_pages->setCurrentWidget(m_nobody ? m_empty : static_cast<QWidget *>(m_mine));
    }
    fit();
}

void QueuePanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fit();
}

void QueuePanel::fit()
{
    // The tabs say more than the order, which is what everybody expects.
    int tabs = m_look.px(12 + 16 + 12);
    for (const TabButton *tab : {m_mineTab, m_branchTab, m_extraTab}) {
        tabs += tab->isVisibleTo(this) ? tab->sizeHint().width() + m_look.px(4) : 0;
    }
    m_order->setVisible(m_tab != 2 && tabs + m_order->sizeHint().width() <= width());
}

void QueuePanel::setExtraPage(QWidget *page)
{
    if (m_extra == page) {
        return;
    }
    if (m_extra) {
        m_pages->removeWidget(m_extra);
    }
    m_extra = page;
    if (page) {
        m_pages->addWidget(page);
    }
    m_extraTab->setVisible(page != nullptr);
    if (m_tab == 2 && !page) {
        m_mineTab->setChecked(true);
        m_tab = 0;
    }
    choose(m_tab);
}

QString QueuePanel::footer(const CounterView &view) const
{
    const CounterOverview &overview = view.overview;
    int counters = 0;
    for (const CounterState &counter : overview.hall.counters) {
        const bool shared = std::ranges::any_of(counter.groups, [&overview](const QString &letter) {
            return overview.groups.contains(letter);
        });
        counters += shared && counter.presence == Presence::Open ? 1 : 0;
    }
    const GroupLoad *group =
        overview.groups.size() == 1 ? view.group(overview.groups.first()) : nullptr;
    QString text =
        group ? tr("%n %1 counter(s) open", nullptr, counters).arg(view.in(group->group.shortName))
              : tr("%n counter(s) open for your groups", nullptr, counters);
    // A promise only where there is a basis for one.
    if (group && group->wait && group->wait->toMinutes && !overview.mine.empty()) {
        const qint64 last = view.now + qint64{*group->wait->toMinutes} * 60'000;
        text += u" · "_s
                + tr("last of %n expected at %1", nullptr, static_cast<int>(overview.mine.size()))
                      .arg(view.clock(last));
    }
    return text;
}

void QueuePanel::present(const CounterView &view)
{
    const CounterOverview &overview = view.overview;
    m_mineTab->setText(tr("I can call") + u" · %1"_s.arg(overview.mine.size()));
    m_branchTab->setText(tr("Whole branch") + u" · %1"_s.arg(overview.branch.size()));
    m_extraTab->setText(tr("Groups, on hold"));
    for (TabButton *tab : {m_mineTab, m_branchTab, m_extraTab}) {
        tab->updateGeometry();
        tab->update();
    }
    m_order->setText(view.loading ? tr("Loading…") : tr("In calling order"));
    fit();
    const bool tableHadFocus = m_mine->hasFocus();
    m_mine->setTickets(overview.mine, view);
    m_branch->setTickets(overview.branch, view);
    if (m_nobody != overview.mine.empty()) {
        m_nobody = overview.mine.empty();
        choose(m_tab);
        if (tableHadFocus && m_nobody) {
            m_mineTab->setFocus();
        }
    }
    const QString words = footer(view);
    m_footText->setText(words);
    if (const auto at = words.lastIndexOf(u' '); words.contains(u" · "_s)) {
        m_footText->setEmphasis(words.mid(at + 1), QFont::Bold, "text.secondary"_L1);
    }
}

} // namespace motcua
