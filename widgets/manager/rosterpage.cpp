// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/rosterpage.h"

#include "core/vietnamesetext.h"
#include "manager/figuretable.h"
#include "manager/managertexts.h"
#include "manager/pageparts.h"
#include "shared/emptystate.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr int Gutter = 12;

RosterPage::RosterPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this))
    , m_detail(new DeskLabel(look, "desk.panelTitle"_L1, "text.secondary"_L1, this))
    , m_trouble(new DeskLabel(look, "desk.body"_L1, "status.warn.text"_L1, this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(look, this))
    , m_table(new FigureTable(look, tr("Roster"), this))
    , m_staff(new DeskField(look, this))
    , m_counter(new DeskField(look, this))
    , m_starts(new DeskField(look, this))
    , m_agency(new DeskField(look, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));
    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    m_title->setWhole();
    m_title->setText(tr("Roster"));
    m_title->setObjectName(u"rosterDay"_s);
    head->addWidget(m_title);
    addTurns(*head, look, tr("Day before"), tr("Day after"), this,
             [this](int days) { turn(days); });
    m_detail->setWeight(QFont::Normal);
    m_detail->setObjectName(u"rosterDetail"_s);
    head->addWidget(m_detail, 1);
    column->addLayout(head);
    m_trouble->setObjectName(u"rosterTrouble"_s);
    m_trouble->hide();
    column->addWidget(m_trouble);

    m_empty->setObjectName(u"noRoster"_s);
    m_empty->setIconName("clock"_L1);
    m_empty->setWords(tr("Reading the roster…"), {});
    m_stack->addWidget(m_empty);
    auto *card = new Card(look, this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8));
    m_table->setObjectName(u"roster"_s);
    m_table->setOpens(FigureTable::Opens::Rows);
    connect(m_table, &FigureTable::opened, this, [this](int row) {
        if (row < std::ssize(m_expected)) { // it may have become shorter
            m_staff->setText(m_expected[static_cast<size_t>(row)].entry.staff);
            fill(m_staff->text()); // also when it was his before
            m_counter->setFocus(Qt::OtherFocusReason);
        }
    });
    inside->addWidget(m_table);
    m_stack->addWidget(card);
    column->addLayout(m_stack, 1);
    setFocusProxy(m_staff);

    auto *line = new QHBoxLayout;
    line->setSpacing(look.px(Gutter));
    const std::array<std::tuple<DeskField *, QString, QString, int>, 4> fields{
        {{m_staff, tr("Staff code"), u"rosterStaff"_s, 140},
         {m_counter, tr("Counter"), u"rosterCounter"_s, 100},
         {m_starts, tr("From (HH:MM)"), u"rosterStarts"_s, 140},
         {m_agency, tr("Home agency"), u"rosterAgency"_s, 0}}};
    for (const auto &[field, words, name, width] : fields) {
        field->setDense();
        field->setObjectName(name);
        field->setPlaceholderText(words);
        field->setAccessibleName(words);
        if (width > 0) {
            field->setFixedWidth(look.px(width));
        }
        connect(field, &QLineEdit::returnPressed, this, &RosterPage::put);
        line->addWidget(field, width > 0 ? 0 : 1);
    }
    connect(m_staff, &QLineEdit::textChanged, this, &RosterPage::fill);
    auto *put = new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Small, this);
    put->setObjectName(u"rosterPut"_s);
    put->setWords(tr("Put on the roster"));
    connect(put, &QAbstractButton::clicked, this, &RosterPage::put);
    line->addWidget(put);
    auto *off = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    off->setObjectName(u"rosterOff"_s);
    off->setWords(tr("Take off"));
    connect(off, &QAbstractButton::clicked, this, &RosterPage::takeOff);
    line->addWidget(off);
    column->addLayout(line);
    const std::array<QWidget *, 6> order{m_staff, m_counter, m_starts, m_agency, put, off};
    for (size_t i = 1; i < order.size(); ++i) {
        setTabOrder(order.at(i - 1), order.at(i));
    }
}

void RosterPage::refresh()
{
    Q_EMIT rosterWanted(m_wanted);
}

void RosterPage::showToday()
{
    m_wanted = {};
    refresh();
}

void RosterPage::turn(int days)
{
    if (m_wanted.isValid()) {
        m_wanted = m_wanted.addDays(days);
        m_isRefused = false; // it was of another day
        refresh();
    }
}

void RosterPage::setTrouble(const QString &words)
{
    m_isRefused = false;
    m_trouble->setText(words);
    m_trouble->show();
}

void RosterPage::refuse(const QString &words)
{
    setTrouble(words);
    m_isRefused = true;
}

void RosterPage::accept()
{
    m_trouble->hide();
    m_staff->clear(); // first: it may clear the others
    for (DeskField *field : {m_counter, m_starts, m_agency}) {
        field->clear();
    }
    m_isRefused = false;
    if (isAncestorOf(focusWidget())) {
        m_staff->setFocus(Qt::OtherFocusReason); // for the next one
    }
    refresh();
}

const ExpectedStaff *RosterPage::find(const QString &staff) const
{
    const auto found = std::ranges::find_if(m_expected, [&staff](const ExpectedStaff &one) {
        return one.entry.staff.compare(staff, Qt::CaseInsensitive) == 0;
    });
    return found == m_expected.end() ? nullptr : &*found;
}

void RosterPage::fill(const QString &staff)
{
    const ExpectedStaff *one = find(cleaned(staff));
    if (!one && !std::exchange(m_isFilled, false)) {
        return; // what was typed of somebody new stays
    }
    m_isFilled = one != nullptr;
    const RosterEntry entry = one ? one->entry : RosterEntry();
    m_counter->setText(entry.counter == 0 ? QString() : QString::number(entry.counter));
    m_starts->setText(entry.starts.toString(u"HH:mm"_s));
    m_agency->setText(entry.agency);
}

void RosterPage::put()
{
    const QString starts = cleaned(m_starts->text());
    const RosterEntry entry{.date = m_date,
                            .staff = cleaned(m_staff->text()),
                            .counter = m_counter->text().toInt(),
                            .starts = rosterTime(starts).value_or(QTime()),
                            .agency = cleaned(m_agency->text())};
    m_staff->setWrong(entry.staff.isEmpty());
    m_counter->setWrong(!m_counter->text().isEmpty() && entry.counter < 1);
    m_starts->setWrong(!starts.isEmpty() && !entry.starts.isValid());
    const bool isRight = !m_staff->isWrong() && !m_counter->isWrong() && !m_starts->isWrong();
    if (isRight && m_date.isValid() && m_date == m_wanted) {
        Q_EMIT putWanted(entry);
    } else if (!isRight) {
        refuse(m_staff->isWrong()     ? tr("Type whose code it is.")
               : m_counter->isWrong() ? tr("Type the counter as a number, or nothing.")
                                      : tr("Type the time like 7:30 or 0730, or nothing."));
    }
}

void RosterPage::takeOff()
{
    const QString staff = cleaned(m_staff->text());
    m_staff->setWrong(!find(staff));
    if (m_staff->isWrong()) {
        refuse(staff.isEmpty() ? tr("Type the code of whoever is to be taken off.")
                               : tr("%1 is not on the roster of this day.").arg(staff));
    } else if (m_date == m_wanted) {
        Q_EMIT takeOffWanted(m_date, staff);
    }
}

void RosterPage::present(const QDate &date, const std::vector<ExpectedStaff> &expected)
{
    if (m_wanted.isValid() && date != m_wanted) {
        return; // somebody has turned on meanwhile
    }
    if (!m_isRefused) {
        m_trouble->hide();
    }
    m_wanted = date;
    m_date = date;
    m_expected = expected;
    const QString weekday = weekdayAtFront(date, m_look.language);
    m_title->setText(tr("Roster"));
    const auto here = std::ranges::count_if(
        expected, [](const ExpectedStaff &one) { return one.signedInAt != 0; });
    m_detail->setText(u"%1, %2"_s.arg(weekday, shortDate(date)) + u" · "_s
                      + tr("%1 expected, %2 signed in").arg(expected.size()).arg(here));
    if (expected.empty()) {
        m_empty->setIconName("people"_L1);
        m_empty->setWords(tr("Nobody is on the roster of this day."),
                          tr("Add people below, or import a file: motcua staff roster import"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    std::vector<FigureTable::Row> rows;
    for (const ExpectedStaff &one : expected) {
        FigureTable::Cell state{.text = one.isOver ? tr("Did not come") : tr("Not due yet")};
        if (one.signedInAt != 0) {
            state = {.text = tr("At counter %1").arg(one.signedInAt), .tag = Tone::Ok};
        } else if (one.isMissing) {
            state = {.text = tr("Not signed in"), .tag = Tone::Error};
        } else if (one.wasHere) {
            state = {.text = tr("Signed out")};
        }
        rows.push_back(
            {{.text = one.entry.counter == 0 ? u"–"_s : QString::number(one.entry.counter),
              .isBold = true},
             {.text = one.entry.staff},
             {.text = one.name},
             {.text = one.entry.agency.isEmpty() ? u"–"_s : one.entry.agency},
             {.text = one.entry.starts.isValid() ? one.entry.starts.toString(u"HH:mm"_s) : u"–"_s},
             state});
    }
    m_table->present({{tr("Counter"), false},
                      {tr("Code"), false},
                      {tr("Name"), false},
                      {tr("Home agency"), false},
                      {tr("From"), false},
                      {tr("Now"), false}},
                     std::move(rows));
    m_stack->setCurrentIndex(1);
}

} // namespace motcua
