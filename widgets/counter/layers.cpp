// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/layers.h"

#include "core/idcard.h"
#include "core/reasons.h"
#include "core/vietnamesetext.h"
#include "counter/counteractions.h"
#include "counter/countertexts.h"
#include "counter/intakeform.h"
#include "counter/keyscanner.h"
#include "shared/errortext.h"
#include "shared/intaketext.h"
#include "shared/paragraphlabel.h"
#include "shared/ticketnumberlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

static ChoiceButton *option(const Look &look, const QString &text, QButtonGroup *group, int id,
                            QWidget *parent)
{
    auto *button = new ChoiceButton(look, parent);
    button->setText(text);
    button->setAccessibleName(text);
    group->addButton(button, id);
    return button;
}

static ParagraphLabel *words(const Look &look, const QString &text, QWidget *parent,
                             QLatin1StringView color = "text.secondary"_L1)
{
    auto *label = new ParagraphLabel(look, "desk.body"_L1, color, parent);
    label->setText(text);
    return label;
}

/// What takes the answer: at the right, with Enter as its key.
static DeskButton *answerButton(const Look &look, const QString &text, QWidget *parent)
{
    auto *button =
        new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Normal, parent);
    button->setObjectName(u"answer"_s);
    button->setWords(text);
    button->setKeycap(u"Enter"_s);
    button->setFixedHeight(look.px(42));
    return button;
}

/// What only closes @p layer: at the right, with Esc as its key.
static DeskButton *closeButton(const Look &look, Layer &layer, QWidget *parent)
{
    auto *button = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, parent);
    button->setWords(Layer::tr("Close"));
    button->setKeycap(u"Esc"_s);
    button->setFixedHeight(look.px(42));
    QObject::connect(button, &QAbstractButton::clicked, &layer, &Layer::dismiss);
    return button;
}

// ---- ReasonLayer

ReasonLayer::ReasonLayer(const Look &look, const QString &title, const std::vector<Reason> &reasons,
                         const QString &answer, QWidget *parent)
    : Layer(look, title, parent)
    , m_group(new QButtonGroup(this))
{
    auto *list = new QVBoxLayout;
    list->setSpacing(look.px(8));
    for (const Reason &reason : reasons) {
        list->addWidget(
            option(look, reason.text, m_group, static_cast<int>(m_words.size()), card()));
        m_words.append(reason.word);
    }
    content()->addLayout(list);
    constexpr double Least = 440;
    constexpr double Margins = 48;
    setCardWidth(qBound(Least, Margins + list->sizeHint().width() / look.scale,
                        parent->width() / look.scale - Margins));
    auto *foot = new QHBoxLayout;
    foot->addWidget(words(look, tr("Esc goes back"), card()), 1, Qt::AlignVCenter);
    DeskButton *take = answerButton(look, answer, card());
    foot->addWidget(take);
    content()->addLayout(foot);
    connect(take, &QAbstractButton::clicked, this, &ReasonLayer::confirm);
    m_group->button(0)->setChecked(true);
    focusFirst(m_group->button(0));
}

void ReasonLayer::confirm()
{
    const QString word = m_words.value(m_group->checkedId());
    dismiss();
    Q_EMIT taken(word);
}

// ---- TransferLayer

TransferLayer::TransferLayer(const Look &look, const CounterView &view, QWidget *parent)
    : Layer(look, tr("Transfer %1 to").arg(shownNumber(view.overview.current->ticket.ticket)),
            parent)
    , m_group(new QButtonGroup(this))
{
    setAboutCurrent();
    const WaitingTicket &ticket = view.overview.current->ticket;
    // A low window takes three groups abreast, so that nothing has to be scrolled.
    constexpr int Comfortable = 700;
    m_columns = parent->height() / look.scale < Comfortable ? 3 : 2;
    setCardWidth(m_columns == 3 ? 680 : 560);
    auto *groups = new QGridLayout;
    groups->setSpacing(look.px(8));
    for (const GroupLoad &load : view.overview.hall.groups) {
        if (load.group.letter == ticket.group) {
            continue;
        }
        const int id = static_cast<int>(m_places.size());
        ChoiceButton *button = option(look, view.in(load.group.shortName), m_group, id, card());
        button->setDoor(load.group.letter);
        button->setNote(tr("%n in line", nullptr, load.waiting));
        groups->addWidget(button, id / m_columns, id % m_columns);
        m_places.push_back({.group = load.group.letter});
    }
    for (int column = 0; column < m_columns; ++column) {
        groups->setColumnStretch(column, 1);
    }
    content()->addLayout(groups);

    auto *counters = new QGridLayout;
    counters->setSpacing(look.px(8));
    std::vector<ChoiceButton *> open;
    for (const CounterState &counter : view.overview.hall.counters) {
        if (counter.number == view.overview.counter || counter.presence == Presence::Closed) {
            continue;
        }
        ChoiceButton *button = option(look, tr("Counter %1").arg(counter.number), m_group,
                                      static_cast<int>(m_places.size()), card());
        button->setNote(counter.presence == Presence::OnBreak ? tr("break")
                                                              : counter.groups.join(u' '));
        open.push_back(button);
        m_places.push_back({.counter = counter.number});
    }
    if (!open.empty()) {
        int widest = 1;
        for (const ChoiceButton *button : open) {
            widest = qMax(widest, button->sizeHint().width() + counters->spacing());
        }
        const int room = card()->width() - look.px(2 * 24) + counters->spacing();
        const int abreast = qBound(1, room / widest, 4);
        for (int i = 0; i < static_cast<int>(open.size()); ++i) {
            counters->addWidget(open[static_cast<size_t>(i)], i / abreast, i % abreast);
            counters->setColumnStretch(i % abreast, 1);
        }
        content()->addWidget(words(look, tr("or to an open counter"), card()));
        content()->addLayout(counters);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(
        words(look, tr("Keeps ticket time %1").arg(view.clock(ticket.arrivedAt)), card()), 1,
        Qt::AlignVCenter);
    DeskButton *take = answerButton(look, tr("Transfer"), card());
    foot->addWidget(take);
    content()->addLayout(foot);
    connect(take, &QAbstractButton::clicked, this, &TransferLayer::confirm);
    if (auto *first = m_group->button(0)) {
        first->setChecked(true);
        focusFirst(first);
    } else {
        take->setEnabled(false);
        QWidget::show();
    }
}

void TransferLayer::confirm()
{
    if (m_group->checkedId() < 0) {
        return;
    }
    const Place place = m_places[static_cast<size_t>(m_group->checkedId())];
    dismiss();
    Q_EMIT taken(place.group, place.counter);
}

// ---- ChosenLayer

ChosenLayer::ChosenLayer(const Look &look, const CounterView &view,
                         const std::optional<TicketNumber> &ticket, QWidget *parent)
    : Layer(look, tr("Call a specific number"), parent)
    , m_number(new DeskField(look, card()))
    , m_complaint(new ParagraphLabel(look, "desk.body"_L1, "status.error.text"_L1, card()))
    , m_group(new QButtonGroup(this))
    , m_isAlone(view.kept.isAlone)
{
    for (const WaitingTicket &waiting : view.overview.branch) {
        m_waiting.push_back(waiting.ticket);
    }
    m_number->setObjectName(u"number"_s);
    m_number->setPlaceholderText(u"H042"_s);
    m_number->setMaxLength(6);
    m_number->setAccessibleName(tr("Number"));
    content()->addWidget(words(look,
                               m_isAlone ? tr("The number on the citizen's ticket")
                                         : tr("Number of somebody who waits, at any counter"),
                               card()));
    content()->addWidget(m_number);
    m_complaint->hide();
    content()->addWidget(m_complaint);
    if (!m_isAlone) { // no order is known that it could be out of
        content()->addWidget(words(look, tr("Why out of order? It is recorded."), card()));
        auto *list = new QVBoxLayout;
        list->setSpacing(look.px(8));
        const QStringList reasons = chosenReasons();
        for (const QString &reason : reasons) {
            list->addWidget(option(look, chosenReasonText(reason), m_group,
                                   static_cast<int>(m_words.size()), card()));
            m_words.append(reason);
        }
        content()->addLayout(list);
        m_group->button(0)->setChecked(true);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(words(look, tr("Esc goes back"), card()), 1, Qt::AlignVCenter);
    DeskButton *take = answerButton(look, tr("Call"), card());
    foot->addWidget(take);
    content()->addLayout(foot);
    connect(take, &QAbstractButton::clicked, this, &ChosenLayer::confirm);
    if (ticket) {
        m_number->setText(shownNumber(*ticket));
    }
    QAbstractButton *reason = ticket ? m_group->button(0) : nullptr;
    focusFirst(reason ? reason : static_cast<QWidget *>(m_number));
}

void ChosenLayer::complain(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->show();
    m_number->setWrong(true);
    m_number->setFocus();
    m_number->selectAll();
}

void ChosenLayer::confirm()
{
    QString typed = m_number->text();
    typed.remove(u' ').remove(QChar(QChar::Nbsp));
    const auto ticket = TicketNumber::fromString(typed);
    if (!ticket) {
        complain(tr("Type a letter and a number, like H042."));
        return;
    }
    if (!m_isAlone && std::ranges::find(m_waiting, *ticket) == m_waiting.end()) {
        complain(tr("%1 is not waiting.").arg(shownNumber(*ticket)));
        return;
    }
    const QString reason = m_words.value(m_group->checkedId());
    dismiss();
    Q_EMIT taken(*ticket, reason);
}

// ---- KeysLayer

namespace {

/// A keycap and the words beside it.
class KeyRow : public QWidget
{
public:
    KeyRow(const Look &look, QString key, QString text, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
        , m_key(std::move(key))
        , m_text(std::move(text))
    {
        setFixedHeight(look.px(30));
        setAccessibleName(m_key + u": "_s + m_text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double keys = m_look.px(92);
        paintKeycap(painter, QRectF(0, 0, keys, height()), m_look, m_key);
        paintElided(painter,
                    QRectF(keys + m_look.px(14), 0, width() - keys - m_look.px(14), height()),
                    m_text, textStyle(m_look, "desk.body"_L1, "text.primary"_L1));
    }

private:
    Look m_look;
    QString m_key;
    QString m_text;
};

} // namespace

KeysLayer::KeysLayer(const Look &look, CounterActions &actions, QWidget *parent)
    : Layer(look, tr("Keys"), parent)
{
    setCardWidth(800);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(look.px(24));
    grid->setVerticalSpacing(look.px(2));
    std::vector<std::pair<QString, QString>> rows;
    for (const QAction *action : actions.all()) {
        if (!action->shortcut().isEmpty()) {
            rows.emplace_back(action->shortcut().toString(QKeySequence::NativeText),
                              action->text().remove(u'…'));
        }
    }
    rows.emplace_back(u"Ctrl+Enter"_s, tr("Finish, as F9"));
    rows.emplace_back(u"Enter"_s, tr("In the queue: call this number"));
    rows.emplace_back(u"Esc"_s, tr("Close what is in front"));
    rows.emplace_back(u"Tab"_s, tr("Next part of the page"));
    const int half = (static_cast<int>(rows.size()) + 1) / 2;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const auto &[key, text] = rows[static_cast<size_t>(i)];
        grid->addWidget(new KeyRow(look, key, text, card()), i % half, i / half);
    }
    grid->addWidget(new KeyRow(look, u"1…5"_s,
                               tr("In the papers: here, shown, looked up, missing, not needed"),
                               card()),
                    half, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    content()->addLayout(grid);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    DeskButton *close = closeButton(look, *this, card());
    foot->addWidget(close);
    content()->addLayout(foot);
    focusFirst(close);
}

// ---- RecordLayer

/// A line of a dossier's history: "17/11 09:45 · quầy 3 · CB03: Tiếp nhận".
static QString entryText(const CounterView &view, const ShownRecord::Entry &entry)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at, view.zone());
    QStringList parts{at.toString(u"dd/MM/yyyy HH:mm"_s)};
    if (entry.counter != 0) {
        parts.append(RecordLayer::tr("counter %1").arg(entry.counter));
    }
    parts.append(entry.staff);
    const QString what =
        entry.corrected ? RecordLayer::tr("corrected: %1").arg(entry.corrected->after.correction)
                        : outcomeWord(entry.outcome);
    const QString who = entry.who.isEmpty() ? QString() : u" ("_s + entry.who + u')';
    QString text = parts.join(u" · "_s) + u": "_s + what + who;
    if (entry.corrected) {
        const QStringList changes = changesText(entry.corrected->before, entry.corrected->after,
                                                view.catalogue, view.settings.language);
        text += changes.isEmpty() ? QString() : u'\n' + changes.join(u"; "_s);
    }
    return text;
}

RecordLayer::RecordLayer(const Look &look, const CounterView &view, const ShownRecord &record,
                         bool mayPrint, QWidget *parent)
    : Layer(look,
            record.dossier.officialCode.isEmpty() ? record.dossier.code
                                                  : record.dossier.officialCode,
            parent)
{
    const Dossier &dossier = record.dossier;
    const Intake &intake = record.onRecord;
    setCardWidth(680);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(look.px(16));
    grid->setVerticalSpacing(look.px(6));
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &label, const QString &text) {
        if (text.isEmpty()) {
            return;
        }
        const int row = grid->rowCount();
        ParagraphLabel *name = words(look, label, card(), "text.tertiaryDeskOnly"_L1);
        name->setFixedWidth(look.px(150));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(words(look, text, card(), "text.primary"_L1), row, 1);
    };
    const auto procedure =
        std::ranges::find(view.catalogue.procedures, dossier.procedure, &Procedure::code);
    add(tr("Procedure"), procedure == view.catalogue.procedures.end()
                             ? dossier.procedure
                             : dossier.procedure + u" · "_s + view.in(procedure->name));
    add(tr("Stands"), dossierStateText(dossier.state));
    add(tr("Applicant"), personText(intake.applicant));
    add(tr("Owner"), intake.owner ? personText(*intake.owner) : QString());
    QStringList documents;
    for (const IntakeDocument &document : intake.documents) {
        if (document.state != DocumentState::NotApplicable) {
            documents.append(document.name + u": "_s + documentStateText(document.state));
        }
    }
    add(tr("Documents"), documents.join(u'\n'));
    add(tr("Reason"), intake.reason);
    add(tr("Received"), dueText(dossier.received));
    add(tr("Result due"), dossier.due ? dueText(*dossier.due) : QString());
    add(tr("Register"), dossier.book.isEmpty()
                            ? QString()
                            : dossier.book + u" · "_s + QString::number(dossier.registerNumber));
    constexpr qsizetype Most = 4; // older ones are told by the command line
    QStringList history;
    for (const ShownRecord::Entry &entry : record.entries) {
        history.append(entryText(view, entry));
    }
    if (history.size() > Most) {
        const auto older = static_cast<int>(history.size() - Most);
        history = QStringList{tr("%n earlier", nullptr, older)} + history.last(Most);
    }
    add(tr("History"), history.join(u'\n'));
    QStringList papers;
    for (const ShownRecord::Paper &paper : record.papers) {
        if (paper.prints > 0) {
            papers.append(tr("form %1, printed %n time(s)", nullptr, paper.prints).arg(paper.form));
        }
    }
    add(tr("Handed out"), papers.join(u", "_s));
    content()->addLayout(grid);
    auto *foot = new QHBoxLayout;
    foot->addWidget(words(look, tr("Opening a record is logged."), card()), 1, Qt::AlignVCenter);
    if (!intake.applicant.name.isEmpty()) { // else it was erased
        auto *correct =
            new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, card());
        correct->setObjectName(u"correct"_s);
        correct->setWords(tr("Correct…"));
        connect(correct, &QAbstractButton::clicked, this, [this] {
            dismiss();
            Q_EMIT correctionWanted();
        });
        foot->addWidget(correct);
    }
    if (mayPrint && !record.papers.empty()) {
        auto *print =
            new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, card());
        print->setObjectName(u"print"_s);
        print->setWords(tr("Print…"));
        connect(print, &QAbstractButton::clicked, this, [this] {
            dismiss();
            Q_EMIT printWanted();
        });
        foot->addWidget(print);
    }
    DeskButton *close = closeButton(look, *this, card());
    close->setObjectName(u"closeRecord"_s);
    foot->addWidget(close);
    content()->addLayout(foot);
    focusFirst(close);
}

// ---- CorrectLayer

CorrectLayer::CorrectLayer(const Look &look, const CounterView &view, CounterActions &actions,
                           const ShownRecord &record, QWidget *parent)
    : Layer(look, tr("Correct %1").arg(record.dossier.code), parent)
    , m_form(new IntakeForm(look, actions, card(), IntakeForm::Purpose::Correction))
    , m_complaint(new ParagraphLabel(look, "desk.body"_L1, "status.error.text"_L1, card()))
{
    setCardWidth(860);
    Catalogue catalogue = view.catalogue;
    const auto same =
        std::ranges::find(catalogue.procedures, record.dossier.procedure, &Procedure::code);
    if (record.procedure && same != catalogue.procedures.end()) {
        *same = *record.procedure; // its cases and papers, not today's
    } else if (record.procedure) {
        catalogue.procedures.push_back(*record.procedure);
    }
    m_form->setCatalogue(catalogue);
    connect(m_form, &IntakeForm::touched, this, [this] { m_warned = false; });
    m_form->present(view);
    m_form->setRecorded(record.onRecord);
    m_recorded = m_form->intake();
    content()->addWidget(m_form);
    m_complaint->setObjectName(u"correctComplaint"_s);
    m_complaint->hide();
    content()->addWidget(m_complaint);
    auto *foot = new QHBoxLayout;
    foot->addWidget(words(look, tr("What stood there before is kept beside it."), card()), 1,
                    Qt::AlignVCenter);
    DeskButton *take = answerButton(look, tr("Correct"), card());
    take->setKeycap(u"F9"_s);
    foot->addWidget(take);
    content()->addLayout(foot);
    connect(take, &QAbstractButton::clicked, this, &CorrectLayer::confirm);
    resizeEvent(nullptr);
    focusFirst(m_form->findChild<QWidget *>(u"name"_s));
}

void CorrectLayer::resizeEvent(QResizeEvent *)
{
    constexpr int Around = 240; // title, foot and margins of the card
    m_form->setFixedHeight(qBound(look().px(300), height() - look().px(Around), look().px(620)));
}

void CorrectLayer::complain(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->setVisible(!why.isEmpty());
}

void CorrectLayer::showFaults(const std::vector<IntakeFault> &faults)
{
    complain({});
    m_form->showFaults(faults);
}

bool CorrectLayer::isChanged() const
{
    Intake now = m_form->intake();
    now.correction = m_recorded.correction;
    return now != m_recorded || !m_form->unreadable().empty();
}

void CorrectLayer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F9) { // as for what is recorded; Enter goes to the next field
        confirm();
        return;
    }
    const bool closes = event->key() == Qt::Key_Escape && !m_warned;
    if (closes) {
        m_form->takeExtra();
    }
    if (closes && isChanged()) {
        m_warned = true;
        complain(tr("Esc once more drops what was typed."));
        return;
    }
    Layer::keyPressEvent(event);
}

void CorrectLayer::confirm()
{
    m_form->takeExtra();
    if (const auto faults = m_form->unreadable(); !faults.empty()) {
        showFaults(faults);
        return;
    }
    if (!isChanged()) {
        complain(tr("Nothing was changed yet."));
        return;
    }
    const Intake corrected = m_form->intake();
    if (corrected.correction.isEmpty()) {
        showFaults({{u"correction"_s, u"missing"_s}});
        return;
    }
    complain({});
    Q_EMIT taken(corrected);
}

// ---- FindLayer

FindLayer::FindLayer(const Look &look, const CounterView &view, bool goesOn, QWidget *parent)
    : Layer(look, tr("Find a dossier"), parent)
    , m_view(view)
    , m_text(new DeskField(look, card()))
    , m_late(new DeskCheck(look, tr("Only those that are late"), card()))
    , m_list(new QVBoxLayout)
    , m_note(words(look, {}, card()))
    , m_group(new QButtonGroup(this))
    , m_take(answerButton(look, goesOn ? tr("Go on with it") : tr("Open"), card()))
{
    setCardWidth(680);
    setAboutCurrent(); // else it would go on with a dossier for another citizen
    m_text->setObjectName(u"find"_s);
    m_text->setPlaceholderText(tr("Code, name, ID number or phone"));
    m_text->setAccessibleName(title());
    content()->addWidget(m_text);
    m_late->setObjectName(u"late"_s);
    content()->addWidget(m_late);
    m_list->setSpacing(look.px(6));
    content()->addLayout(m_list);
    m_note->setObjectName(u"findNote"_s);
    content()->addWidget(m_note);
    auto *foot = new QHBoxLayout;
    foot->addWidget(
        words(look, goesOn ? tr("Esc goes back") : tr("Opening a record is logged."), card()), 1,
        Qt::AlignVCenter);
    const auto &forms = view.overview.hall.branch.settings.forms;
    if (!goesOn && !view.formQueue().isEmpty()
        && std::ranges::find(forms, u"07"_s, &FormUse::form) != forms.end()) {
        auto *page = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, card());
        page->setObjectName(u"printRegister"_s);
        page->setWords(tr("Print today's register"));
        connect(page, &QAbstractButton::clicked, this, [this] {
            dismiss();
            Q_EMIT registerWanted();
        });
        foot->addWidget(page);
    }
    foot->addWidget(m_take);
    content()->addLayout(foot);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(400));
    connect(&m_pause, &QTimer::timeout, this, &FindLayer::search);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(m_late, &QAbstractButton::clicked, this, &FindLayer::search);
    connect(m_take, &QAbstractButton::clicked, this, &FindLayer::confirm);
    m_take->setEnabled(false);
    focusFirst(m_text);
}

void FindLayer::search()
{
    m_pause.stop();
    m_isFound = false;
    m_take->setEnabled(false);
    m_note->setText(tr("Searching…"));
    Q_EMIT wanted(m_text->text(), m_late->isChecked());
}

void FindLayer::present(const QString &typed, bool late,
                        const Result<std::vector<DossierListing>> &found)
{
    if (typed != m_text->text() || late != m_late->isChecked()) {
        return; // another search is under way
    }
    const bool isInList = m_group->checkedButton() && m_group->checkedButton()->hasFocus();
    if (isInList) {
        m_text->setFocus();
    }
    qDeleteAll(m_group->buttons());
    m_codes.clear();
    m_isFound = found.has_value();
    m_note->setText(!found           ? errorText(found.error())
                    : found->empty() ? tr("Nothing was found.")
                                     : QString());
    if (found) {
        for (const DossierListing &one : *found) {
            const QString &procedure = one.dossier.procedure;
            QStringList parts{one.dossier.code, one.name, one.idNumber,
                              shortProcedureText(procedure, {procedure, procedure}, m_view)};
            parts.removeAll(QString());
            ChoiceButton *button = option(look(), parts.join(u" · "_s), m_group,
                                          static_cast<int>(m_codes.size()), card());
            const QString state = one.isOverdue
                                      ? tr("Late since %1").arg(shortDate(one.dossier.due->date))
                                      : dossierStateText(one.dossier.state);
            button->setNote(state);
            button->setAccessibleDescription(state);
            m_list->addWidget(button);
            button->show();
            m_codes.append(one.dossier.code);
        }
    }
    m_take->setEnabled(!m_codes.isEmpty());
    if (!m_codes.isEmpty()) {
        m_group->button(0)->setChecked(true);
    }
}

void FindLayer::takeScan(const QByteArray &payload, QDate today)
{
    QString text = dossierCodeFrom(QString::fromUtf8(payload));
    if (text.isEmpty()) {
        const auto card = parseIdCard(payload, today);
        if (!card) {
            m_note->setText(errorText(card.error()));
            return;
        }
        text = card->idNumber.isEmpty() ? card->name : card->idNumber;
    }
    m_late->setChecked(false);
    m_text->setText(text);
    search();
}

void FindLayer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_text->hasFocus() && m_group->checkedButton()) {
        m_group->checkedButton()->setFocus(Qt::TabFocusReason);
        return;
    }
    Layer::keyPressEvent(event);
}

void FindLayer::confirm()
{
    if (m_pause.isActive() || !m_isFound) {
        search();
        return;
    }
    if (m_group->checkedId() < 0) {
        return;
    }
    const QString code = m_codes.value(m_group->checkedId());
    dismiss();
    Q_EMIT taken(code);
}

// ---- SettingsLayer

constexpr std::array LockMinutes{5, 10, 20, 0};
constexpr std::array TextScales{1.0, 1.25, 1.5, 2.0};

QButtonGroup *SettingsLayer::addChoices(const QString &label, const QStringList &choices,
                                        int chosen)
{
    auto *group = new QButtonGroup(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(look().px(8));
    ParagraphLabel *name = words(look(), label, card(), "text.primary"_L1);
    name->setFixedWidth(look().px(150));
    row->addWidget(name, 0, Qt::AlignVCenter);
    auto *box = new QWidget(card());
    auto *buttons = new QHBoxLayout(box);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(look().px(8));
    for (int i = 0; i < choices.size(); ++i) {
        buttons->addWidget(option(look(), choices[i], group, i, box), 1);
    }
    if (QAbstractButton *button = group->button(chosen)) {
        button->setChecked(true);
    }
    row->addWidget(box, 1);
    content()->addLayout(row);
    return group;
}

SettingsLayer::SettingsLayer(const Look &look, const CounterView &view, bool signedIn,
                             QWidget *parent)
    : Layer(look, tr("Settings of this counter"), parent)
    , m_settings(view.settings)
    , m_counter(new DeskField(look, card()))
{
    setCardWidth(640);
    // Named in its own language, so that whoever is lost finds it.
    m_language = addChoices(tr("Language"), {u"Tiếng Việt"_s, u"English"_s},
                            m_settings.language == Language::Vietnamese ? 0 : 1);
    QStringList sizes;
    for (const double scale : TextScales) {
        sizes.append(u"%1%"_s.arg(qRound(scale * 100)));
    }
    const auto size = std::ranges::find(TextScales, m_settings.textScale);
    // Another size from the settings file is none of them and stays.
    m_size =
        addChoices(tr("Text"), sizes,
                   size == TextScales.end() ? -1 : static_cast<int>(size - TextScales.begin()));
    m_contrast = addChoices(tr("Colours"), {tr("Light"), tr("High contrast")},
                            m_settings.highContrast ? 1 : 0);
    m_sound =
        addChoices(tr("Sound on arrival"), {tr("On"), tr("Off")}, m_settings.pingEnabled ? 0 : 1);
    QStringList minutes;
    int chosen = 1;
    for (size_t i = 0; i < LockMinutes.size(); ++i) {
        minutes.append(LockMinutes[i] == 0 ? tr("Never") : tr("%n min", nullptr, LockMinutes[i]));
        if (LockMinutes[i] == m_settings.lockMinutes) {
            chosen = static_cast<int>(i);
        }
    }
    m_lock = addChoices(tr("Lock when idle"), minutes, chosen);
    content()->addWidget(
        words(look, tr("The small window (F11) does not lock: work goes on beside it."), card()));
    auto *row = new QHBoxLayout;
    row->setSpacing(look.px(8));
    ParagraphLabel *name = words(look, tr("Counter"), card(), "text.primary"_L1);
    name->setFixedWidth(look.px(150));
    row->addWidget(name, 0, Qt::AlignVCenter);
    m_counter->setObjectName(u"counterNumber"_s);
    m_counter->setAccessibleName(tr("Counter"));
    m_counter->setValidator(new QIntValidator(1, 999, m_counter));
    m_counter->setText(m_settings.counter == 0 ? QString() : QString::number(m_settings.counter));
    m_counter->setFixedWidth(look.px(90));
    m_counter->setEnabled(!signedIn);
    row->addWidget(m_counter);
    row->addWidget(words(look, signedIn ? tr("Sign out to change it") : QString(), card()), 1,
                   Qt::AlignVCenter);
    content()->addLayout(row);
    auto *foot = new QHBoxLayout;
    if (signedIn) {
        auto *out = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, card());
        out->setObjectName(u"signOut"_s);
        out->setWords(tr("Sign out"));
        out->setFixedHeight(look.px(42));
        out->setEnabled(!view.overview.current);
        foot->addWidget(out);
        if (view.overview.current) {
            foot->addWidget(
                words(look,
                      tr("Finish %1 first").arg(shownNumber(view.overview.current->ticket.ticket)),
                      card()),
                0, Qt::AlignVCenter);
        }
        connect(out, &QAbstractButton::clicked, this, [this] {
            dismiss();
            Q_EMIT signOutAsked();
        });
    }
    foot->addStretch();
    DeskButton *take = answerButton(look, tr("Done"), card());
    foot->addWidget(take);
    content()->addLayout(foot);
    connect(take, &QAbstractButton::clicked, this, &SettingsLayer::confirm);
    focusFirst(m_language->checkedButton());
}

void SettingsLayer::confirm()
{
    m_settings.language = m_language->checkedId() == 0 ? Language::Vietnamese : Language::English;
    if (m_size->checkedId() >= 0) {
        m_settings.textScale = TextScales[static_cast<size_t>(m_size->checkedId())];
    }
    m_settings.highContrast = m_contrast->checkedId() == 1;
    m_settings.pingEnabled = m_sound->checkedId() == 0;
    m_settings.lockMinutes = LockMinutes[static_cast<size_t>(m_lock->checkedId())];
    if (m_counter->isEnabled() && m_counter->hasAcceptableInput()) {
        m_settings.counter = m_counter->text().toInt();
    }
    const CounterSettings settings = m_settings;
    dismiss();
    Q_EMIT taken(settings);
}

// ---- LockLayer

LockLayer::LockLayer(const Look &look, const CounterView &view, QWidget *parent)
    : Layer(look, tr("Locked"), parent)
    , m_pin(new DeskField(look, card()))
    , m_reminder(new ParagraphLabel(look, "desk.body"_L1, "status.warn.text"_L1, card()))
    , m_complaint(new ParagraphLabel(look, "desk.body"_L1, "status.error.text"_L1, card()))
{
    setEscapable(false);
    setCardWidth(540);
    m_reminder->setObjectName(u"reminder"_s);
    m_reminder->setWeight(QFont::Bold);
    m_reminder->hide();
    content()->addWidget(m_reminder);
    if (view.overview.current) {
        auto *number =
            new TicketNumberLabel(look, "desk.ticketServing"_L1, "text.primary"_L1, card());
        number->setNumber(view.overview.current->ticket.ticket);
        content()->addWidget(number);
        content()->addWidget(words(look, tr("stays at this counter"), card()));
    }
    content()->addWidget(words(look, tr("PIN of %1").arg(view.overview.staffName), card()));
    m_pin->setObjectName(u"unlockPin"_s);
    m_pin->setAccessibleName(tr("PIN"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(12);
    content()->addWidget(m_pin);
    m_complaint->hide();
    content()->addWidget(m_complaint);
    auto *foot = new QHBoxLayout;
    auto *other = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, card());
    other->setObjectName(u"handOver"_s);
    other->setWords(tr("Somebody else signs in"));
    other->setFixedHeight(look.px(42));
    foot->addWidget(other);
    foot->addStretch();
    DeskButton *take = answerButton(look, tr("Unlock"), card());
    foot->addWidget(take);
    content()->addLayout(foot);
    connect(other, &QAbstractButton::clicked, this, &LockLayer::handOverAsked);
    connect(take, &QAbstractButton::clicked, this, &LockLayer::confirm);
    focusFirst(m_pin);
}

void LockLayer::complain(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->show();
    m_pin->setWrong(true);
    m_pin->setFocus();
    m_pin->selectAll();
}

void LockLayer::remind(const QString &words)
{
    m_reminder->setText(words);
    m_reminder->setVisible(!words.isEmpty());
}

void LockLayer::confirm()
{
    if (!m_pin->text().isEmpty()) {
        Q_EMIT pinGiven(m_pin->text());
    }
}

void LockLayer::paintEvent(QPaintEvent *)
{
    // Nothing of the page shines through: names stand there.
    QPainter painter(this);
    painter.fillRect(rect(), look().color("surface.brandDeepest"_L1));
}

} // namespace motcua
