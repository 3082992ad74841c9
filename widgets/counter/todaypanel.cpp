// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/todaypanel.h"

#include "counter/branchcolumn.h"
#include "counter/countertexts.h"
#include "shared/focusring.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int RowHeight = 37;

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accepted:
    case Outcome::HandedOver:
        return Tone::Ok;
    case Outcome::Supplement:
        return Tone::Warn;
    case Outcome::Refused:
        return Tone::Error;
    case Outcome::Advised:
        break;
    }
    return Tone::Neutral;
}

/// Three counts side by side.
class Totals : public QWidget
{
public:
    Totals(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setFixedHeight(look.px(68));
    }

    std::array<std::pair<int, QString>, 3> counts;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRectF(1, 0, width() - 2, 1), m_look.color("border.hairline"_L1));
        const TextStyle figure{.font = deskFont(m_look, 20, QFont::Bold),
                               .line = m_look.px(28),
                               .color = m_look.color("text.primary"_L1)};
        const TextStyle label = textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
        const double third = width() / 3.0;
        for (size_t i = 0; i < counts.size(); ++i) {
            const double left = third * static_cast<double>(i);
            paintText(painter, QRectF(left, m_look.px(10), third, m_look.px(28)),
                      QString::number(counts[i].first), figure, Qt::AlignCenter);
            paintElided(painter, QRectF(left + 4, m_look.px(38), third - 8, m_look.px(20)),
                        counts[i].second, label, Qt::AlignCenter);
            if (i > 0) {
                painter.fillRect(QRectF(left, m_look.px(10), 1, m_look.px(48)),
                                 m_look.color("border.hairline"_L1));
            }
        }
    }

private:
    Look m_look;
};

} // namespace

/// The lines; as high as they are many.
class RecordedList : public QWidget
{
public:
    struct Row
    {
        QString time;
        RecordedIntake intake;
        QString procedure;

        friend bool operator==(const Row &, const Row &) = default;
    };

    RecordedList(const Look &look, std::function<void(const QString &)> open, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
        , m_open(std::move(open))
    {
        setObjectName(u"recorded"_s);
        setFocusRadius(*this, look.px(6));
    }

    void present(std::vector<Row> rows)
    {
        if (rows == m_rows) {
            return;
        }
        // The one that was looked at stays under the eyes while others come in above it.
        m_current += static_cast<int>(rows.size()) - static_cast<int>(m_rows.size());
        m_rows = std::move(rows);
        m_current = hasFocus() ? qBound(0, m_current, qMax(0, last())) : 0;
        setFixedHeight(qMax(1, static_cast<int>(m_rows.size()) * m_look.px(RowHeight)));
        setFocusPolicy(m_rows.empty() ? Qt::NoFocus : Qt::StrongFocus);
        tell();
        update();
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            m_current = qBound(0, m_current + (event->key() == Qt::Key_Up ? -1 : 1), last());
            tell();
            update();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openCurrent();
            return;
        default:
            QWidget::keyPressEvent(event);
        }
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        m_current =
            qBound(0, static_cast<int>(event->position().y()) / m_look.px(RowHeight), last());
        tell();
        update();
    }
    void mouseDoubleClickEvent(QMouseEvent *) override { openCurrent(); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const TextStyle time = textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
        const TextStyle label = textStyle(m_look, "desk.label"_L1, "text.primary"_L1);
        TextStyle number = label;
        number.font = deskFont(m_look, 14, QFont::Bold);
        const double edge = m_look.px(14);
        const double height = m_look.px(RowHeight);
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const Row &row = m_rows[i];
            const double top = static_cast<double>(i) * height;
            if (hasFocus() && static_cast<int>(i) == m_current) {
                painter.fillRect(QRectF(1, top, width() - 2, height),
                                 m_look.color("surface.selected"_L1));
            }
            painter.fillRect(QRectF(1, top, width() - 2, 1), rowLine(m_look));
            const double timeWidth = textWidth(u"00:00"_s, time.font);
            paintText(painter, QRectF(edge, top, timeWidth, height), row.time, time);
            const double left = edge + timeWidth + m_look.px(8);
            paintTicketNumber(painter, QRectF(left, top, m_look.px(56), height), row.intake.ticket,
                              number);
            const QString word = outcomeWord(row.intake.outcome);
            const QSize tag = tagSize(m_look, word, {});
            const double right = width() - edge - tag.width();
            paintTag(painter, QRectF(right, top, tag.width(), height), m_look,
                     toneOf(row.intake.outcome), word, {});
            const double name = left + m_look.px(62);
            const double room = right - name - m_look.px(6);
            if (room >= m_look.px(44)) { // less says nothing
                paintElided(painter, QRectF(name, top, room, height), row.procedure, label);
            }
        }
    }

private:
    [[nodiscard]] int last() const { return static_cast<int>(m_rows.size()) - 1; }
    void openCurrent()
    {
        if (m_current <= last() && !m_rows[static_cast<size_t>(m_current)].intake.code.isEmpty()) {
            m_open(m_rows[static_cast<size_t>(m_current)].intake.code);
        }
    }
    void tell()
    {
        if (m_current > last()) {
            setAccessibleName({});
            return;
        }
        const Row &row = m_rows[static_cast<size_t>(m_current)];
        setAccessibleName(QStringList{row.time, shownNumber(row.intake.ticket), row.procedure,
                                      outcomeWord(row.intake.outcome)}
                              .join(u", "_s));
    }

    Look m_look;
    std::function<void(const QString &)> m_open;
    std::vector<Row> m_rows;
    int m_current = 0;
};

TodayPanel::TodayPanel(const Look &look, QWidget *parent)
    : Card(look, parent)
    , m_title(new PanelTitle(look, true, this))
    , m_list(new RecordedList(
          look, [this](const QString &code) { Q_EMIT opened(code); }, this))
    , m_totals(new Totals(look, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_title);
    QScrollArea *scroll = scrollArea(*m_list, this);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);
    column->addWidget(m_totals);
}

void TodayPanel::setTotalsVisible(bool visible)
{
    m_totals->setVisible(visible);
}

void TodayPanel::present(const CounterView &view)
{
    const auto &intakes = view.overview.intakes;
    m_title->present(tr("Today's intakes"),
                     tr("counter %1 · %2").arg(view.overview.counter).arg(intakes.size()));
    std::vector<RecordedList::Row> rows;
    rows.reserve(intakes.size());
    for (const RecordedIntake &intake : intakes) {
        rows.push_back(
            {.time = view.clock(intake.at),
             .intake = intake,
             .procedure = intake.procedure.isEmpty()
                              ? QString()
                              : shortProcedureText(intake.procedure, intake.procedureName, view)});
    }
    m_list->present(std::move(rows));
    auto &totals = static_cast<Totals &>(*m_totals);
    const auto count = [&intakes](Outcome outcome) {
        return static_cast<int>(std::ranges::count_if(
            intakes, [outcome](const RecordedIntake &intake) { return intake.counts(outcome); }));
    };
    totals.counts = {{{count(Outcome::Accepted), tr("accepted")},
                      {count(Outcome::Supplement), tr("supplement")},
                      {count(Outcome::Refused), tr("rejected")}}};
    totals.setAccessibleName(u"%1 %2, %3 %4, %5 %6"_s.arg(totals.counts[0].first)
                                 .arg(totals.counts[0].second)
                                 .arg(totals.counts[1].first)
                                 .arg(totals.counts[1].second)
                                 .arg(totals.counts[2].first)
                                 .arg(totals.counts[2].second));
    totals.update();
}

} // namespace motcua
