// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/inboxpage.h"

#include "core/vietnamesetext.h"
#include "shared/emptystate.h"
#include "shared/paragraphlabel.h"
#include "shared/taglabel.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QScopeGuard>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Gutter = 12;

QString momentText(const LocalTime &at)
{
    return at.time.toString(u"HH:mm"_s) + u' ' + shortDate(at.date);
}

} // namespace

InboxPage::InboxPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_detail(new DeskLabel(look, "desk.panelTitle"_L1, "text.secondary"_L1, this))
    , m_trouble(new DeskLabel(look, "desk.body"_L1, "status.warn.text"_L1, this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(look, this))
    , m_list(new QWidget)
    , m_area(scrollArea(*m_list, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));
    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    auto *title = new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this);
    title->setWhole();
    title->setText(tr("Comments"));
    head->addWidget(title);
    m_detail->setWeight(QFont::Normal);
    m_detail->setObjectName(u"detail"_s);
    head->addWidget(m_detail, 1);
    column->addLayout(head);
    m_trouble->setObjectName(u"trouble"_s);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_empty->setObjectName(u"noComments"_s);
    m_empty->setIconName("clock"_L1);
    m_empty->setWords(tr("Reading what citizens wrote…"), {});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_area);
    column->addLayout(m_stack, 1);
    setFocusPolicy(Qt::StrongFocus); // until there is a button to have it
    setAccessibleName(tr("Comments"));
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(look.px(Gutter));
}

void InboxPage::refresh()
{
    Q_EMIT commentsWanted();
}

void InboxPage::setTrouble(const QString &words, bool isOfCode)
{
    m_trouble->setText(words);
    m_trouble->show();
    if (isOfCode && !m_open.isNull()) {
        m_who->setWrong(true);
        m_who->setFocus(Qt::OtherFocusReason);
        m_who->selectAll();
    }
    if (!m_isRead) {
        m_empty->setIconName("alert"_L1);
        m_empty->setWords(tr("The comments cannot be shown."), {});
    }
}

void InboxPage::present(const CommentInbox &inbox)
{
    if (!m_open.isNull()) {
        m_next = inbox;
        return;
    }
    m_trouble->hide();
    if (m_isRead && inbox == m_inbox) {
        return;
    }
    m_isRead = true;
    m_inbox = inbox;
    build();
}

void InboxPage::accept()
{
    m_open = {};
    m_next.reset(); // it does not know of this
    refresh();
}

bool InboxPage::leaveForm()
{
    if (m_open.isNull()) {
        return false;
    }
    m_open = {};
    m_trouble->hide();
    m_inbox = std::exchange(m_next, std::nullopt).value_or(m_inbox);
    build();
    return true;
}

void InboxPage::openForm(const QUuid &rating)
{
    m_open = rating;
    build();
    (m_staff.isEmpty() ? m_who : m_note)->setFocus(Qt::OtherFocusReason);
}

void InboxPage::send()
{
    m_staff = cleaned(m_who->text());
    m_who->setWrong(m_staff.isEmpty());
    if (!m_staff.isEmpty()) {
        Q_EMIT handled(m_open, m_staff, m_note->text());
    }
}

void InboxPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    focusButton({}, event->reason());
}

bool InboxPage::focusButton(const QUuid &rating, Qt::FocusReason reason)
{
    const auto its =
        std::ranges::find(m_buttons, rating, [](const auto &one) { return one.first; });
    if (m_buttons.empty()) {
        return false;
    }
    (its == m_buttons.end() ? m_buttons.front() : *its).second->setFocus(reason);
    return true;
}

void InboxPage::build()
{
    QWidget *focused = focusWidget();
    const bool hadFocus = focused && focused->hasFocus() && (hasFocus() || isAncestorOf(focused));
    const auto its =
        std::ranges::find(m_buttons, focused, [](const auto &one) { return one.second; });
    const QUuid before = its == m_buttons.end() ? QUuid() : its->first;
    const Satisfaction counts{.comments = m_inbox.total, .handled = m_inbox.handled};
    m_detail->setText(tr("%1 of %2 handled (%3)")
                          .arg(m_inbox.handled)
                          .arg(m_inbox.total)
                          .arg(shareText(counts.handledShare(), m_look.language)));
    auto *list = static_cast<QVBoxLayout *>(m_list->layout());
    while (QLayoutItem *item = list->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater(); // it may be what was pressed
        }
        delete item;
    }
    m_buttons.clear();
    m_who = nullptr;
    m_note = nullptr;
    const auto keepFocus = qScopeGuard([&] {
        if (hadFocus && m_open.isNull() && !focusButton(before, Qt::OtherFocusReason)) {
            setFocus(Qt::OtherFocusReason);
        }
    });
    if (m_inbox.comments.empty()) {
        m_detail->setText({});
        m_empty->setIconName("smile"_L1);
        m_empty->setWords(tr("No citizen has written anything yet."),
                          tr("Comments come from the tablets at the counters."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const auto firstHandled =
        std::ranges::find(m_inbox.comments, CommentState::Handled, &RatingComment::state);
    for (auto comment = m_inbox.comments.begin(); comment != m_inbox.comments.end(); ++comment) {
        if (comment == firstHandled) {
            addLater(*list);
        }
        QWidget *card = makeCard(*comment);
        list->addWidget(card);
        card->show(); // now: what is hidden cannot have the keyboard
    }
    if (firstHandled == m_inbox.comments.end()) {
        addLater(*list);
    }
    list->addStretch(1);
    m_stack->setCurrentWidget(m_area);
}

void InboxPage::addLater(QVBoxLayout &list)
{
    if (m_inbox.later == 0) {
        return;
    }
    auto *label = new DeskLabel(m_look, "desk.body"_L1, "text.secondary"_L1, m_list);
    label->setObjectName(u"later"_s);
    label->setText(tr("%1 more come up as these are dealt with.").arg(m_inbox.later));
    list.addWidget(label);
    label->show();
}

QWidget *InboxPage::makeCard(const RatingComment &comment)
{
    auto *card = new Card(m_look, m_list);
    const bool isHandled = comment.state == CommentState::Handled;
    card->setObjectName(isHandled ? u"handled"_s : u"received"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(m_look.px(16), m_look.px(12), m_look.px(16), m_look.px(12));
    column->setSpacing(m_look.px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(m_look.px(Gutter));
    auto *level = new TagLabel(m_look, card);
    switch (comment.level) {
    case RatingLevel::Very:
        level->setTag(Tone::Ok, tr("Very satisfied"), "laugh"_L1);
        break;
    case RatingLevel::Satisfied:
        level->setTag(Tone::Info, tr("Satisfied"), "smile"_L1);
        break;
    case RatingLevel::Not:
        level->setTag(Tone::Error, tr("Not satisfied"), "frown"_L1);
        break;
    }
    head->addWidget(level);
    auto *place = new DeskLabel(m_look, "desk.label"_L1, "text.secondary"_L1, card);
    place->setText(tr("Number %1 · counter %2 · %3")
                       .arg(comment.number.toString())
                       .arg(comment.counter)
                       .arg(momentText(comment.ratedAt)));
    head->addWidget(place, 1);
    if (!isHandled && m_open != comment.id) {
        auto *button =
            new DeskButton(m_look, DeskButton::Kind::Next, DeskButton::Size::Small, card);
        button->setObjectName(u"handle"_s);
        button->setIconName("check"_L1);
        button->setWords(tr("Handled…"));
        button->setAccessibleDescription(place->text());
        connect(button, &QAbstractButton::clicked, this, [this, id = comment.id] { openForm(id); });
        head->addWidget(button);
        m_buttons.emplace_back(comment.id, button);
    }
    column->addLayout(head);
    auto *words = new ParagraphLabel(
        m_look, "desk.body"_L1, comment.isErased ? "text.secondary"_L1 : "text.primary"_L1, card);
    words->setText(comment.isErased ? tr("Erased after the branch's time for comments.")
                                    : comment.text);
    column->addWidget(words);
    if (isHandled) {
        auto *outcome = new ParagraphLabel(m_look, "desk.label"_L1, "text.secondary"_L1, card);
        const QString who =
            tr("Handled by %1, %2").arg(comment.handledBy, momentText(comment.handledAt));
        outcome->setText(comment.note.isEmpty() ? who : who + u": "_s + comment.note);
        column->addWidget(outcome);
    } else if (m_open == comment.id) {
        addForm(*column, comment, card);
    }
    card->setAccessibleName(place->text() + u". "_s + words->text());
    return card;
}

void InboxPage::addForm(QVBoxLayout &column, const RatingComment &comment, QWidget *card)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(m_look.px(Gutter));
    m_who = new DeskField(m_look, card);
    m_who->setDense();
    m_who->setObjectName(u"who"_s);
    m_who->setPlaceholderText(tr("Handled by (code)"));
    m_who->setAccessibleName(tr("Handled by (code)"));
    m_who->setFixedWidth(m_look.px(190));
    m_who->setText(m_staff);
    m_note = new DeskField(m_look, card);
    m_note->setDense();
    m_note->setObjectName(u"note"_s);
    m_note->setPlaceholderText(tr("What was done"));
    m_note->setAccessibleName(tr("What was done"));
    m_note->setMaxLength(500);
    m_note->setVisible(!comment.isErased); // nothing is kept of it any more
    line->addWidget(m_who);
    line->addWidget(m_note, 1);
    for (DeskField *field : {m_who, m_note}) {
        connect(field, &QLineEdit::returnPressed, this, &InboxPage::send);
    }
    auto *done = new DeskButton(m_look, DeskButton::Kind::Primary, DeskButton::Size::Small, card);
    done->setObjectName(u"done"_s);
    done->setWords(tr("Note as handled"));
    done->setAccessibleDescription(comment.number.toString());
    connect(done, &QAbstractButton::clicked, this, &InboxPage::send);
    line->addWidget(done);
    auto *leave = new DeskButton(m_look, DeskButton::Kind::Plain, DeskButton::Size::Small, card);
    leave->setObjectName(u"leave"_s);
    leave->setWords(tr("Back"));
    leave->setKeycap(u"Esc"_s);
    connect(leave, &QAbstractButton::clicked, this, &InboxPage::leaveForm);
    line->addWidget(leave);
    column.addLayout(line);
}

} // namespace motcua
