// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/signinpage.h"

#include "core/vietnamesetext.h"
#include "shared/doormark.h"
#include "shared/errortext.h"
#include "shared/paragraphlabel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

SignInPage::SignInPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8));
    outer->addStretch();
    auto *card = new Card(look, this);
    card->setSurface(look.color("surface.card"_L1), look.color("border.hairline"_L1),
                     designNumber("radius.deskCard"_L1));
    card->setFixedWidth(look.px(440));
    // Not by alignment: a card asks how high it is at its width.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch();
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(20));
    column->setSpacing(look.px(6));

    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(14));
    auto *logo = new DoorMark(look, 36, card);
    logo->setObjectName(u"signInLogo"_s);
    head->addWidget(logo);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *title = new ParagraphLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, card);
    title->setText(tr("Take a counter"));
    m_branch = new ParagraphLabel(look, "desk.body"_L1, "text.secondary"_L1, card);
    words->addWidget(title);
    words->addWidget(m_branch);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(look.px(10));

    const auto label = [&](const QString &text) {
        auto *made = new DeskLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, card);
        made->setText(text);
        column->addWidget(made);
    };
    label(tr("Who: name or staff code"));
    m_staff = new DeskField(look, card);
    m_staff->setObjectName(u"staff"_s);
    m_staff->setAccessibleName(tr("Who: name or staff code"));
    column->addWidget(m_staff);
    m_staffHint = new DeskLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, card);
    column->addWidget(m_staffHint);
    label(tr("Counter"));
    m_counter = new DeskField(look, card);
    m_counter->setObjectName(u"counter"_s);
    m_counter->setAccessibleName(tr("Counter"));
    m_counter->setValidator(new QIntValidator(1, 999, m_counter));
    column->addWidget(m_counter);
    m_counterHint = new DeskLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, card);
    column->addWidget(m_counterHint);
    label(tr("PIN"));
    m_pin = new DeskField(look, card);
    m_pin->setObjectName(u"pin"_s);
    m_pin->setAccessibleName(tr("PIN"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    m_pin->setMaxLength(12);
    column->addWidget(m_pin);

    m_complaintCard = new Card(look, card);
    m_complaintCard->setObjectName(u"complaint"_s);
    m_complaintCard->setSurface(look.color("status.error.fill"_L1),
                                look.color("status.errorStrong"_L1), 8);
    auto *complaintColumn = new QVBoxLayout(m_complaintCard);
    complaintColumn->setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(10));
    complaintColumn->setSpacing(look.px(8));
    m_complaint = new ParagraphLabel(look, "desk.body"_L1, "status.error.text"_L1, m_complaintCard);
    m_complaint->setWeight(QFont::DemiBold);
    complaintColumn->addWidget(m_complaint);
    m_takeOver =
        new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, m_complaintCard);
    m_takeOver->setObjectName(u"takeOver"_s);
    m_takeOver->setWords(tr("Take it over"));
    complaintColumn->addWidget(m_takeOver, 0, Qt::AlignLeft);
    column->addSpacing(look.px(8));
    column->addWidget(m_complaintCard);
    m_complaintCard->hide();

    column->addSpacing(look.px(8));
    auto *foot = new QHBoxLayout;
    auto *settings = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, card);
    settings->setWords(tr("Settings"));
    settings->setFixedHeight(look.px(42));
    foot->addWidget(settings);
    foot->addStretch();
    m_enter = new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Normal, card);
    m_enter->setObjectName(u"enter"_s);
    m_enter->setWords(tr("Sign in"));
    m_enter->setKeycap(u"Enter"_s);
    m_enter->setFixedHeight(look.px(42));
    foot->addWidget(m_enter);
    column->addLayout(foot);

    m_completer = new QCompleter(this);
    m_completer->setModel(new QStandardItemModel(m_completer));
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    // Found without accents, as people type.
    m_completer->setCompletionRole(Qt::UserRole + 1);
    m_completer->popup()->setFont(look.font("desk.body"_L1));
    m_staff->setCompleter(m_completer);

    // Queued: the field first takes the searched words themselves.
    connect(
        m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) {
            m_staff->setText(index.data(Qt::DisplayRole).toString());
            showHints();
            goOn();
        },
        Qt::QueuedConnection);
    // After the completer's own filter, so before it: a whole code needs no choice from the list.
    m_completer->popup()->installEventFilter(this);
    connect(m_enter, &QAbstractButton::clicked, this, [this] { submit(false); });
    connect(m_takeOver, &QAbstractButton::clicked, this, [this] { submit(true); });
    connect(settings, &QAbstractButton::clicked, this, &SignInPage::settingsAsked);
    connect(m_staff, &QLineEdit::textChanged, this, &SignInPage::showHints);
    connect(m_counter, &QLineEdit::textChanged, this, &SignInPage::showHints);
    for (DeskField *field : {m_staff, m_counter}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            if (!m_offline) {
                forgive();
            }
        });
    }
    // The PIN that is typed is the one to take the counter over with.
    connect(m_pin, &QLineEdit::textEdited, this, [this] {
        if (!m_offline && m_takeOver->isHidden()) {
            forgive();
        }
    });
}

void SignInPage::offer(const Catalogue &catalogue, const CounterSettings &settings)
{
    m_catalogue = catalogue;
    m_language = settings.language;
    m_branch->setText(catalogue.branchName.in(m_language));
    findChild<DoorMark *>(u"signInLogo"_s)->setLogo(catalogue.branchNumber);
    auto *model = static_cast<QStandardItemModel *>(m_completer->model());
    model->clear();
    for (const StaffMember &member : catalogue.staff) {
        auto *item = new QStandardItem(member.name + u" · "_s + member.code);
        item->setData(QStringList{member.name, folded(member.name), member.code}.join(u' '),
                      Qt::UserRole + 1);
        model->appendRow(item);
    }
    if (m_staff->text().isEmpty() && !settings.staff.isEmpty()) {
        m_staff->setText(settings.staff);
    }
    if (m_counter->text().isEmpty() && settings.counter != 0) {
        m_counter->setText(QString::number(settings.counter));
    }
    showHints();
}

QString SignInPage::typedStaff() const
{
    const QString typed = cleaned(m_staff->text());
    // "Nguyễn Thu Hà · CB01", as the list fills it in.
    const QString last = typed.mid(typed.lastIndexOf(u"· "_s) + (typed.contains(u"· "_s) ? 2 : 1));
    const QString word = folded(last.isEmpty() ? typed : last);
    QString byName;
    for (const StaffMember &member : m_catalogue.staff) {
        if (folded(member.code) == word) {
            return member.code;
        }
        if (folded(member.name) == folded(typed)) {
            byName = byName.isEmpty() ? member.code : QString();
        }
    }
    return byName;
}

void SignInPage::showHints()
{
    const QString code = typedStaff();
    QString hint;
    for (const StaffMember &member : m_catalogue.staff) {
        if (member.code == code) {
            hint = member.name + u" · "_s + member.code;
        }
    }
    m_staffHint->setText(hint);
    hint.clear();
    const int number = m_counter->text().toInt();
    for (const Counter &counter : m_catalogue.counters) {
        if (counter.number == number) {
            QStringList names;
            for (const Group &group : m_catalogue.groups) {
                if (counter.groups.contains(group.letter)) {
                    names.append(group.shortName.in(m_language));
                }
            }
            hint = names.join(u", "_s);
        }
    }
    m_counterHint->setText(hint);
}

void SignInPage::complain(const Error &error)
{
    QString words = errorText(error);
    const bool canTakeOver = error.code == ErrorCode::CounterTaken
                             || error.code == ErrorCode::CounterActive
                             || error.code == ErrorCode::StaffElsewhere;
    if (error.code == ErrorCode::CounterTaken) {
        words += u' '
                 + tr("If that PC is off or was restarted, take the counter over: it goes on where "
                      "it stood.");
    } else if (error.code == ErrorCode::StaffElsewhere) {
        words += u' ' + tr("Or take this counter: you are signed out there.");
    }
    say(words, canTakeOver);
    m_offline = false;
    switch (error.code) {
    case ErrorCode::UnknownStaff:
        m_staff->setWrong(true);
        m_staff->setFocus();
        m_staff->selectAll();
        break;
    case ErrorCode::UnknownCounter:
        m_counter->setWrong(true);
        m_counter->setFocus();
        m_counter->selectAll();
        break;
    case ErrorCode::CounterTaken:
    case ErrorCode::CounterActive:
    case ErrorCode::StaffElsewhere:
        // Displaced, one types the PIN first.
        if (m_pin->text().isEmpty()) {
            m_pin->setFocus();
        } else {
            m_takeOver->setFocus();
        }
        break;
    default:
        m_pin->setWrong(error.code == ErrorCode::WrongPin);
        m_pin->setFocus();
        m_pin->selectAll();
    }
}

void SignInPage::say(const QString &words, bool canTakeOver)
{
    m_complaint->setText(words);
    m_takeOver->setVisible(canTakeOver);
    m_complaintCard->show();
    // They make room: nothing may be cut on a low screen.
    m_staffHint->hide();
    m_counterHint->hide();
}

void SignInPage::setOffline(const QString &words)
{
    if (!words.isEmpty() && m_complaintCard->isHidden()) {
        say(words, false);
        m_offline = true;
    } else if (words.isEmpty() && m_offline) {
        forgive();
    }
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_enter->setEnabled(!busy);
    m_enter->setWords(busy ? tr("One moment…") : tr("Sign in"));
    m_takeOver->setEnabled(!busy);
}

void SignInPage::focusFirst()
{
    DeskField *first = m_staff->text().isEmpty()     ? m_staff
                       : m_counter->text().isEmpty() ? m_counter
                                                     : m_pin;
    first->setFocus(Qt::OtherFocusReason);
}

void SignInPage::forgetPin()
{
    m_pin->clear();
    forgive();
}

void SignInPage::forgetPerson()
{
    forgetPin();
    m_staff->clear();
    m_staff->setFocus(Qt::OtherFocusReason);
}

void SignInPage::forgive()
{
    m_offline = false;
    m_takeOver->hide();
    m_complaintCard->hide();
    m_staffHint->show();
    m_counterHint->show();
}

void SignInPage::submit(bool takeOver)
{
    if (m_busy) {
        return;
    }
    const QString staff = typedStaff();
    const int counter = m_counter->text().toInt();
    if (staff.isEmpty()) {
        complain({ErrorCode::UnknownStaff, cleaned(m_staff->text()), {}});
        return;
    }
    if (counter == 0) {
        complain({ErrorCode::UnknownCounter, m_counter->text(), {}});
        return;
    }
    if (m_pin->text().isEmpty()) {
        m_pin->setFocus();
        return;
    }
    forgive();
    Q_EMIT asked({.kind = CounterIntent::Kind::SignIn,
                  .counter = counter,
                  .staff = staff,
                  .pin = m_pin->text(),
                  .takeOver = takeOver});
}

void SignInPage::goOn()
{
    (m_counter->text().isEmpty() ? m_counter : m_pin)->setFocus();
}

bool SignInPage::eventFilter(QObject *watched, QEvent *event)
{
    const auto *popup = m_completer->popup();
    const auto isEnter = [event] {
        const int key = static_cast<QKeyEvent *>(event)->key();
        return key == Qt::Key_Return || key == Qt::Key_Enter;
    };
    if (watched == popup && event->type() == QEvent::KeyPress && isEnter()
        && !popup->currentIndex().isValid() && !typedStaff().isEmpty()) {
        m_completer->popup()->hide();
        goOn();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !event->isAutoRepeat()) {
        // Enter goes to the next empty field, from the last one in.
        if (m_staff->hasFocus() && (m_counter->text().isEmpty() || m_pin->text().isEmpty())) {
            goOn();
        } else {
            submit(false);
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.page"_L1));
}

} // namespace motcua
