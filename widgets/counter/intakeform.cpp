// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/intakeform.h"

#include "core/administrativeunit.h"
#include "core/appointment.h"
#include "core/dossiercode.h"
#include "core/vietnamesetext.h"
#include "counter/counteractions.h"
#include "counter/countertexts.h"
#include "counter/documenttable.h"
#include "counter/formparts.h"
#include "counter/keyscanner.h"
#include "counter/personfields.h"
#include "shared/errortext.h"
#include "shared/intaketext.h"
#include "shared/paragraphlabel.h"
#include "shared/statusstrip.h"
#include "shared/taglabel.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int RowGap = 7;

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits.append(c);
        }
    }
    return digits;
}

/// "20/11/2026 16:30", with anything like a weekday before it.
std::optional<LocalTime> localTimeFrom(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\D+(\d{1,2})[:hg](\d{2})\s*$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const LocalTime time{
        QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt()),
        QTime(match.captured(4).toInt(), match.captured(5).toInt())};
    return match.hasMatch() && time.date.isValid() && time.time.isValid() ? std::optional(time)
                                                                          : std::nullopt;
}

/// The line that "documents[2].state" is about.
std::optional<int> lineOf(const QString &path)
{
    static const QRegularExpression pattern(u"^documents\\[(\\d+)\\]"_s);
    const auto match = pattern.match(path);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace

IntakeForm::IntakeForm(const Look &look, CounterActions &actions, QWidget *parent, Purpose purpose)
    : QWidget(parent)
    , m_look(look)
    , m_actions(actions)
    , m_purpose(purpose)
{
    setObjectName(purpose == Purpose::Visit ? u"intakeForm"_s : u"correctionForm"_s);
    // What is wrong and what becomes of it are always seen; what lies between them scrolls.
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(look.px(RowGap));
    const auto columnOf = [&](QWidget *box) {
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(look.px(18), look.px(3), look.px(18), look.px(3));
        column->setSpacing(look.px(RowGap));
        return column;
    };
    auto *above = new QVBoxLayout;
    above->setContentsMargins(look.px(18), 0, look.px(18), 0);
    above->setSpacing(look.px(RowGap));
    m_summary = new FaultSummary(
        look, [this](const QString &path) { goTo(path); }, this);
    above->addWidget(m_summary);
    m_scanStrip = new StatusStrip(look, this);
    m_scanStrip->setObjectName(u"scanStrip"_s);
    m_knownStrip = new StatusStrip(look, this);
    m_knownStrip->setObjectName(u"knownStrip"_s);
    for (StatusStrip *strip : {m_scanStrip, m_knownStrip}) {
        above->addWidget(strip);
        strip->hide();
    }
    outer->addLayout(above);
    auto *steps = new QWidget(this);
    m_scroll = scrollArea(*steps, this);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // takes what is left
    m_scroll->setMinimumHeight(look.px(120));
    outer->addWidget(m_scroll, 1);
    auto *last = new QWidget(this);
    outer->addWidget(last);
    QVBoxLayout *column = columnOf(steps);
    connect(m_scanStrip, &StatusStrip::actionTriggered, m_scanStrip, &QWidget::hide);
    connect(m_knownStrip, &StatusStrip::actionTriggered, &actions.useKnown, &QAction::trigger);
    addApplicant(column);
    column->addSpacing(look.px(3));
    addProcedure(column);
    column->addSpacing(look.px(3));
    addDocuments(column);
    addOutcome(columnOf(last));
    addDetails(column);
    column->addStretch();

    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::seconds(1));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        lookUp();
        Q_EMIT edited();
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *left, const QWidget *now) {
                if (left && isAncestorOf(left) && m_pause.isActive()) {
                    settle();
                }
                if (now && m_scroll->isAncestorOf(now)) {
                    // Once it has its place: it may have been shown just now.
                    QMetaObject::invokeMethod(this, &IntakeForm::showFocused, Qt::QueuedConnection);
                }
            });
    connectActions();
    begin({});
}

IntakeForm::~IntakeForm()
{
    // Its fields lose the focus when they go, and nothing is left then that could be told.
    qApp->disconnect(this);
}

// ---- How it is put together

QWidget *IntakeForm::labelled(const QString &label, QWidget *field, const QString &path,
                              DeskLabel **labelOut)
{
    m_fields[path] = field;
    return labelledField(m_look, label, field, this, labelOut);
}

DeskField *IntakeForm::line(const QString &name)
{
    auto *field = new DeskField(m_look, this);
    field->setObjectName(name);
    field->setDense();
    watch(field);
    return field;
}

void IntakeForm::watch(QWidget *field)
{
    onEdited(field, this, [this] { touch(); });
}

void IntakeForm::addHeader(QVBoxLayout *column, int step, const QString &title,
                           std::initializer_list<QWidget *> right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(m_look.px(8));
    row->addWidget(new StepTitle(m_look, step, title, this), 1);
    for (QWidget *part : right) {
        if (part) {
            row->addWidget(part);
        }
    }
    column->addLayout(row);
}

KeyHint *IntakeForm::hint(const QString &text, const QString &key)
{
    return new KeyHint(m_look, text, key, this);
}

void IntakeForm::connectPerson(PersonFields &person)
{
    m_fields.merge(person.byPath());
    connect(&person, &PersonFields::edited, this, &IntakeForm::touch);
    connect(&person, &PersonFields::organisationToggled, this, [this, &person](bool organisation) {
        if (m_filling) {
            return;
        }
        const bool isKnown = &person == m_applicant && !m_memory.draft.knownPerson.isNull();
        if (organisation && (person.name->isReadOnly() || isKnown)) {
            setCitizenAside(person); // no company has their name and number
        } else if (!organisation && asideOf(person)) {
            takeCitizenBack(person);
        }
    });
}

std::optional<IntakeForm::Aside> &IntakeForm::asideOf(const PersonFields &person)
{
    return &person == m_applicant ? m_memory.applicant : m_memory.owner;
}

void IntakeForm::addApplicant(QVBoxLayout *column)
{
    m_cardTag = new TagLabel(m_look, this);
    m_cardTag->setObjectName(u"cardTag"_s);
    m_byHand = new DeskButton(m_look, DeskButton::Kind::Link, DeskButton::Size::Small, this);
    m_byHand->setObjectName(u"byHand"_s);
    m_byHand->setLinkColor("text.primary"_L1);
    m_byHand->setWords(tr("Type by hand"));
    m_byHand->setFocusPolicy(Qt::NoFocus);
    m_byHand->setFixedHeight(m_look.px(26));
    connect(m_byHand, &QAbstractButton::clicked, this, [this] {
        m_memory.draft.typedOver = true;
        unlock();
        m_applicant->name->setFocus();
    });
    addHeader(column, 1, tr("Applicant"),
              {m_cardTag, m_byHand,
               m_purpose == Purpose::Visit ? hint(m_actions.scan.text(), u"F8"_s) : nullptr});
    m_applicant = new PersonFields(m_look, PersonFields::Who::Applicant, this);
    column->addWidget(m_applicant);
    connectPerson(*m_applicant);
    m_onBehalf = new DeskCheck(m_look, tr("On behalf of somebody"), this);
    m_onBehalf->setObjectName(u"onBehalf"_s);
    watch(m_onBehalf);
    auto *checks = new QHBoxLayout;
    checks->setSpacing(m_look.px(24));
    checks->addWidget(m_applicant->noPhone);
    checks->addWidget(m_onBehalf);
    checks->addWidget(m_applicant->organisation);
    checks->addStretch();
    column->addLayout(checks);
    // As they stand, and the owner behind them.
    setTabOrder(m_applicant->phone, m_applicant->noPhone);
    setTabOrder(m_applicant->noPhone, m_onBehalf);
    setTabOrder(m_onBehalf, m_applicant->organisation);

    m_ownerBox = new QWidget(this);
    auto *owner = new QVBoxLayout(m_ownerBox);
    owner->setContentsMargins(0, 0, 0, 0);
    owner->setSpacing(m_look.px(RowGap));
    auto *head = new QHBoxLayout;
    auto *title = new DeskLabel(m_look, "desk.body"_L1, "text.primary"_L1, m_ownerBox);
    title->setWeight(QFont::DemiBold);
    title->setText(tr("Owner of the dossier"));
    head->addWidget(title, 1);
    owner->addLayout(head);
    m_owner = new PersonFields(m_look, PersonFields::Who::Owner, m_ownerBox);
    m_authorisation = line(u"authorisation"_s);
    m_owner->addLast(labelled(tr("Authorisation paper"), m_authorisation, u"authorisation"_s));
    owner->addWidget(m_owner);
    connectPerson(*m_owner);
    head->addWidget(m_owner->organisation);
    column->addWidget(m_ownerBox);
    connect(m_onBehalf, &QAbstractButton::toggled, this,
            [this](bool on) { m_ownerBox->setVisible(on); });
    m_ownerBox->hide();
}

void IntakeForm::addProcedure(QVBoxLayout *column)
{
    m_limit = new DeskLabel(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, this);
    m_limit->setWeight(QFont::DemiBold);
    addHeader(column, 2, tr("Procedure"),
              {m_limit, hint(tr("Type a name without accents, or a code"), u"Ctrl+K"_s)});
    m_procedure = new SearchField(
        m_look,
        [this](const QString &typed) {
            std::vector<SearchChoice> choices;
            for (const Procedure *found : findProcedures(m_catalogue, typed)) {
                QString note;
                if (found->group.isEmpty()) {
                    note = tr("not taken here");
                } else if (found->cases.front().limit) {
                    note = limitText(*found->cases.front().limit);
                }
                choices.push_back(procedureChoice(found->code));
                choices.back().note = note;
            }
            return choices;
        },
        this);
    m_procedure->setObjectName(u"procedure"_s);
    m_procedure->setAccessibleName(tr("Procedure"));
    m_fields[u"procedure"_s] = m_procedure;
    watch(m_procedure);
    connect(m_procedure, &SearchField::chosenChanged, this, &IntakeForm::takeProcedure);
    column->addWidget(m_procedure);
    m_procedureNote = new ParagraphLabel(m_look, "desk.body"_L1, "status.error.text"_L1, this);
    m_procedureNote->setObjectName(u"procedureNote"_s);
    column->addWidget(m_procedureNote);
    QGridLayout *grid = twelfths(m_look);
    m_case = new DeskCombo(m_look, this);
    m_case->setObjectName(u"case"_s);
    m_caseBox = labelled(tr("Case"), m_case, u"case"_s);
    connect(m_case, &QComboBox::activated, this, &IntakeForm::takeCase);
    grid->addWidget(m_caseBox, 0, 0, 1, 12);
    column->addLayout(grid);
}

void IntakeForm::addDocuments(QVBoxLayout *column)
{
    m_enough = new DeskLabel(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, this);
    m_enough->setObjectName(u"enough"_s);
    m_enough->setWeight(QFont::Medium);
    m_otherPaper = new DeskButton(m_look, DeskButton::Kind::Link, DeskButton::Size::Small, this);
    m_otherPaper->setObjectName(u"otherPaper"_s);
    m_otherPaper->setLinkColor("text.primary"_L1);
    m_otherPaper->setWords(tr("Another paper"));
    m_otherPaper->setFixedHeight(m_look.px(26));
    addHeader(
        column, 3, tr("Documents"),
        {m_enough, m_otherPaper, hint(tr("All are here"), u"Ctrl+E"_s), hint({}, u"Ctrl+D"_s)});
    auto *frame = new Card(m_look, this);
    frame->setSurface(m_look.color("surface.card"_L1), m_look.color("border.hairline"_L1), 8, 1);
    frame->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // as high as its lines
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    m_documents = new DocumentTable(m_look, frame);
    inside->addWidget(m_documents);
    column->addWidget(frame);
    m_fields[u"documents"_s] = m_documents;
    connect(m_documents->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &IntakeForm::showLine);
    connect(m_documents, &DocumentTable::edited, this, [this] {
        showDocuments();
        touch();
    });
    m_extra = line(u"extra"_s);
    m_extra->setPlaceholderText(tr("Name of another paper, then Enter"));
    m_extra->setAccessibleName(tr("Another paper"));
    m_extra->hide();
    column->addWidget(m_extra);
    setTabOrder(m_documents, m_otherPaper);
    connect(m_otherPaper, &QAbstractButton::clicked, this, [this] {
        m_extra->show();
        m_extra->setFocus();
    });
}

void IntakeForm::addOutcome(QVBoxLayout *column)
{
    m_saved = new DeskLabel(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, this);
    m_saved->setObjectName(u"saved"_s);
    m_more = new DeskButton(m_look, DeskButton::Kind::Link, DeskButton::Size::Small, this);
    m_more->setObjectName(u"more"_s);
    m_more->setLinkColor("text.primary"_L1);
    m_more->setWords(tr("Fee, code, how it came and other details"));
    m_more->setFixedHeight(m_look.px(26));
    const bool isVisit = m_purpose == Purpose::Visit;
    addHeader(column, 4, isVisit ? tr("Outcome") : tr("Correction"), {m_saved, m_more});
    m_outcomes = new QButtonGroup(this);
    auto *outcomes = new QWidget(this);
    auto *row = new QHBoxLayout(outcomes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_look.px(8));
    const auto add = [this](QLatin1StringView icon, Outcome outcome, const QAction &action) {
        auto *button = new OutcomeButton(m_look, icon, action, this);
        button->setObjectName(u"outcome-"_s + word(outcome));
        m_outcomes->addButton(button, static_cast<int>(outcome));
        return button;
    };
    row->addWidget(add("result"_L1, Outcome::Accepted, m_actions.accept));
    row->addWidget(add("fileplus"_L1, Outcome::Supplement, m_actions.supplement));
    row->addWidget(add("filex"_L1, Outcome::Refused, m_actions.refuse));
    row->addWidget(add("guide"_L1, Outcome::Advised, m_actions.advise));
    column->addWidget(outcomes);
    outcomes->setVisible(isVisit);
    connect(m_outcomes, &QButtonGroup::idClicked, this, [this] {
        showOutcome();
        touchRules();
    });

    m_dossierBox = new QWidget(this);
    auto *dossierRow = new QHBoxLayout(m_dossierBox);
    dossierRow->setContentsMargins(0, 0, 0, 0);
    dossierRow->setSpacing(m_look.px(12));
    m_dossier = new DeskCombo(m_look, this);
    m_dossier->setObjectName(u"dossier"_s);
    dossierRow->addWidget(labelled(tr("Dossier"), m_dossier, u"dossier"_s), 8);
    auto *handOver = add("stamp"_L1, Outcome::HandedOver, m_actions.handOver);
    dossierRow->addWidget(handOver, 4, Qt::AlignBottom);
    column->addWidget(m_dossierBox);
    connect(m_dossier, &QComboBox::activated, this, &IntakeForm::takeDossier);

    m_acceptBox = new QWidget(this);
    auto *accept = new QVBoxLayout(m_acceptBox);
    accept->setContentsMargins(0, 0, 0, 0);
    accept->setSpacing(m_look.px(RowGap));
    QGridLayout *grid = twelfths(m_look);
    m_due = line(u"due"_s);
    grid->addWidget(labelled(tr("Result due"), m_due, u"due"_s, &m_dueLabel), 0, 0, 1, 5);
    m_resultChannel = new DeskCombo(m_look, this);
    m_resultChannel->setObjectName(u"resultChannel"_s);
    m_resultChannel->addItem(tr("At the counter"), static_cast<int>(ResultChannel::Counter));
    m_resultChannel->addItem(tr("By post"), static_cast<int>(ResultChannel::Post));
    m_resultChannel->addItem(tr("Electronic copy"), static_cast<int>(ResultChannel::Electronic));
    watch(m_resultChannel);
    grid->addWidget(labelled(tr("Collect result"), m_resultChannel, u"result_channel"_s), 0, 5, 1,
                    4);
    m_sets = line(u"sets"_s);
    grid->addWidget(labelled(tr("Sets"), m_sets, u"sets"_s), 0, 9, 1, 3);
    accept->addLayout(grid);
    m_dueReason = line(u"dueReason"_s);
    m_dueReasonBox =
        labelled(tr("Why the date is another than the rule's"), m_dueReason, u"due_reason"_s);
    accept->addWidget(m_dueReasonBox);
    connect(m_due, &QLineEdit::textEdited, this, [this] {
        if (m_purpose == Purpose::Correction && m_dueReason->text() == m_memory.begun.dueReason) {
            m_dueReason->clear(); // another date has its own
        }
        m_dueReasonBox->setVisible(m_due->text() != m_computedDue && !m_due->text().isEmpty());
    });
    column->addWidget(m_acceptBox);
    m_explanation = new ParagraphLabel(m_look, "desk.label"_L1, "text.secondary"_L1, this);
    m_explanation->setObjectName(u"explanation"_s);
    column->addWidget(m_explanation);

    m_reason = new DeskText(m_look, this);
    m_reason->setObjectName(u"reason"_s);
    watch(m_reason);
    m_reasonBox = labelled({}, m_reason, u"reason"_s, &m_reasonLabel);
    column->addWidget(m_reasonBox);
    setTabOrder(m_reason, m_more);
    if (!isVisit) {
        m_correction = line(u"correction"_s);
        column->addWidget(labelled(tr("Why it is corrected"), m_correction, u"correction"_s));
    }
}

/// What few dossiers need; the fourth step opens it.
void IntakeForm::addDetails(QVBoxLayout *column)
{
    m_moreBox = new QWidget(this);
    QGridLayout *details = twelfths(m_look);
    m_fee = line(u"fee"_s);
    details->addWidget(labelled(tr("Fee (đồng)"), m_fee, u"fee"_s), 0, 0, 1, 3);
    m_feeExemption = line(u"feeExemption"_s);
    details->addWidget(
        labelled(tr("Why nothing is to be paid"), m_feeExemption, u"fee_exemption"_s), 0, 3, 1, 5);
    m_channel = new DeskCombo(m_look, this);
    m_channel->setObjectName(u"channel"_s);
    m_channel->addItem(tr("At the counter"), static_cast<int>(IntakeChannel::Direct));
    m_channel->addItem(tr("Online"), static_cast<int>(IntakeChannel::Online));
    m_channel->addItem(tr("By post"), static_cast<int>(IntakeChannel::Post));
    connect(m_channel, &QComboBox::activated, this, &IntakeForm::takeCase);
    details->addWidget(labelled(tr("It came"), m_channel, u"channel"_s), 0, 8, 1, 4);
    m_officialCode = line(u"officialCode"_s);
    details->addWidget(labelled(tr("Official dossier code"), m_officialCode, u"official_code"_s), 1,
                       0, 1, 5);
    m_competent = new SearchField(
        m_look,
        [this](const QString &typed) {
            auto choices = unitsLike(typed);
            const AdministrativeUnit *ward = wardOfOwner();
            if (ward && typed.trimmed().isEmpty()) {
                choices.insert(
                    choices.begin(),
                    {.id = ward->code, .text = ward->name, .note = tr("where the owner lives")});
            }
            return choices;
        },
        this);
    m_competent->setObjectName(u"competent"_s);
    watch(m_competent);
    details->addWidget(labelled(tr("Competent unit"), m_competent, u"unit"_s), 1, 5, 1, 4);
    m_resultPlace = line(u"resultPlace"_s);
    details->addWidget(labelled(tr("Where to collect"), m_resultPlace, u"result_place"_s), 1, 9, 1,
                       3);
    m_moreBox->setLayout(details);
    m_moreBox->hide();
    column->addWidget(m_moreBox);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_moreBox->setVisible(m_moreBox->isHidden());
        if (!m_moreBox->isHidden()) {
            m_fee->setFocus();
        }
    });
}

void IntakeForm::connectActions()
{
    const auto on = [this](QAction &action, auto done) {
        connect(&action, &QAction::triggered, this, [this, done] {
            if (isEnabled()) { // a correction may be in front of a visit
                done();
            }
        });
    };
    on(m_actions.procedure, [this] {
        m_procedure->setFocus(Qt::ShortcutFocusReason);
        m_procedure->selectAll();
    });
    on(m_actions.documents, [this] {
        QWidget *list =
            m_documents->documents().empty() ? static_cast<QWidget *>(m_otherPaper) : m_documents;
        list->setFocus(Qt::ShortcutFocusReason);
    });
    on(m_actions.allDocuments, [this] { m_documents->receiveRequired(); });
    if (m_purpose == Purpose::Correction) {
        return;
    }
    on(m_actions.scan, [this] {
        m_rescans = true;
        m_scanStrip->hide();
        QWidget *field = m_applicant->id;
        field->setFocus(Qt::ShortcutFocusReason);
        m_applicant->id->selectAll();
    });
    on(m_actions.useKnown, [this] { useKnown(); });
    on(m_actions.accept, [this] { chooseOutcome(Outcome::Accepted); });
    on(m_actions.supplement, [this] { chooseOutcome(Outcome::Supplement); });
    on(m_actions.refuse, [this] { chooseOutcome(Outcome::Refused); });
    on(m_actions.advise, [this] { chooseOutcome(Outcome::Advised); });
    on(m_actions.handOver, [this] { chooseOutcome(Outcome::HandedOver); });
}

// ---- Values in and out

const AdministrativeUnit *IntakeForm::wardOfOwner() const
{
    const PersonFields &owner = m_onBehalf->isChecked() ? *m_owner : *m_applicant;
    const AdministrativeUnit *unit = administrativeUnit(owner.unit->chosen());
    return unit && !unit->isProvince ? unit : nullptr;
}

void IntakeForm::setCatalogue(const Catalogue &catalogue)
{
    const bool wasEmpty = isEmpty();
    const QString asked = m_memory.begun.procedure;
    m_catalogue = catalogue;
    if (wasEmpty) {
        begin(asked);
    } else {
        showProcedure();
    }
}

void IntakeForm::present(const CounterView &view)
{
    m_clock = view.clock(view.now);
    m_today = QDateTime::fromMSecsSinceEpoch(view.now, view.zone()).date();
    const int results = view.overview.hall.branch.settings.resultsCounter;
    const QString where = results == 0 ? tr("At the counter") : tr("At counter %1").arg(results);
    if (m_resultChannel->itemText(0) != where) {
        m_resultChannel->setItemText(0, where);
    }
}

void IntakeForm::begin(const QString &procedure)
{
    m_pause.stop();
    m_memory = {};
    m_lookedUp.clear();
    m_rescans = false;
    clearFaults();
    m_scanStrip->hide();
    m_extra->clear();
    m_extra->hide();
    m_moreBox->hide();
    m_computedDue.clear();
    m_due->clear();
    Intake intake;
    intake.procedure = procedure;
    const auto known = std::ranges::find(m_catalogue.procedures, procedure, &Procedure::code);
    if (known != m_catalogue.procedures.end()) {
        intake.documents = checklistOf(known->cases.front());
        intake.fee = known->cases.front().feeDirect;
    }
    unlock();
    setIntake(intake);
    m_saved->setText({});
    m_memory.begun = this->intake();
}

void IntakeForm::beginAnother(const QUuid &person)
{
    const Memory before = memory();
    begin({});
    Draft same{.knownPerson = person.isNull() ? before.draft.knownPerson : person,
               .typedOver = before.draft.typedOver,
               .cardReadAt = before.draft.cardReadAt};
    same.intake = intake();
    same.intake.applicant = before.draft.intake.applicant;
    for (const QString &name : before.draft.locked) {
        const auto *field = findChild<QWidget *>(name);
        if (field && !m_ownerBox->isAncestorOf(field)) {
            same.locked.append(name);
        }
    }
    m_memory.offered = before.offered;
    setDraft(same);
    m_memory.begun = intake();
    if (!same.knownPerson.isNull()) {
        Q_EMIT personTaken(same.knownPerson);
    }
    m_procedure->setFocus();
}

void IntakeForm::setRecorded(const Intake &onRecord)
{
    m_computedDue = onRecord.due ? dueText(*onRecord.due) : QString();
    m_due->setPlaceholderText(m_computedDue); // left empty it stays
    setIntake(onRecord);
    m_fee->setModified(true); // agreed on: only a hand changes it
    m_moreBox->show();
    m_memory.begun = intake();
}

void IntakeForm::setIntake(const Intake &intake)
{
    m_filling = true;
    m_base = intake;
    m_applicant->fill(intake.applicant);
    m_owner->fill(intake.owner.value_or(Person()));
    m_onBehalf->setChecked(intake.owner.has_value());
    m_ownerBox->setVisible(intake.owner.has_value());
    m_authorisation->setText(intake.authorisation);
    m_procedure->setChosen(procedureChoice(intake.procedure));
    m_channel->setCurrentIndex(m_channel->findData(static_cast<int>(intake.channel)));
    showProcedure();
    chooseCase(intake.caseIndex);
    const ProcedureCase *which = chosenCase();
    m_documents->setDocuments(intake.documents,
                              which ? std::optional(*which) : std::optional<ProcedureCase>());
    m_outcomes->button(static_cast<int>(intake.outcome))->setChecked(true);
    m_reason->setPlainText(intake.reason);
    m_officialCode->setText(intake.officialCode);
    if (intake.due) {
        m_due->setText(dueText(*intake.due));
    } else {
        m_due->setText(m_computedDue);
    }
    m_dueReason->setText(intake.dueReason);
    m_resultChannel->setCurrentIndex(
        m_resultChannel->findData(static_cast<int>(intake.resultChannel)));
    m_resultPlace->setText(intake.resultPlace);
    m_fee->setText(intake.fee ? QString::number(*intake.fee) : QString());
    m_feeExemption->setText(intake.feeExemption);
    m_sets->setText(QString::number(intake.sets));
    m_competent->setChosen(unitChoice(intake.unit));
    showKnown();
    showDossiers();
    showDocuments();
    showOutcome();
    m_filling = false;
}

Intake IntakeForm::intake() const
{
    Intake intake = m_base;
    intake.applicant = m_applicant->read();
    intake.owner = m_onBehalf->isChecked() ? std::optional(m_owner->read()) : std::nullopt;
    intake.authorisation = m_onBehalf->isChecked() ? cleaned(m_authorisation->text()) : QString();
    intake.procedure = m_procedure->chosen();
    if (m_case->count() > 0) {
        intake.caseIndex = m_case->currentIndex();
    }
    intake.channel = channel();
    intake.documents = m_documents->documents();
    intake.outcome = outcome();
    const bool needsReason =
        intake.outcome == Outcome::Supplement || intake.outcome == Outcome::Refused;
    intake.reason = needsReason ? cleaned(m_reason->toPlainText()) : QString();
    intake.officialCode = cleaned(m_officialCode->text());
    intake.dossier = m_dossier->currentData().toString();
    const bool isByRule = m_due->text().isEmpty() || m_due->text() == m_computedDue;
    if (m_purpose == Purpose::Correction && isByRule && isSameOrigin()) {
        intake.due = m_memory.begun.due; // promised already
        intake.dueReason = m_memory.begun.dueReason;
    } else {
        const bool isOwn = !isByRule || m_purpose == Purpose::Correction;
        intake.due = isOwn ? localTimeFrom(m_due->text()) : std::nullopt;
        intake.dueReason = intake.due ? cleaned(m_dueReason->text()) : QString();
    }
    if (m_correction) {
        intake.correction = cleaned(m_correction->text());
    }
    intake.resultChannel = static_cast<ResultChannel>(m_resultChannel->currentData().toInt());
    intake.resultPlace = cleaned(m_resultPlace->text());
    const QString fee = digitsOf(m_fee->text());
    intake.fee = fee.isEmpty() ? std::nullopt : std::optional(fee.toLongLong());
    intake.feeExemption = cleaned(m_feeExemption->text());
    intake.sets = digitsOf(m_sets->text()).toInt();
    intake.unit = m_competent->chosen();
    return intake;
}

/// Whether its date is the one that was promised.
bool IntakeForm::isSameOrigin() const
{
    const Intake &recorded = m_memory.begun;
    return m_procedure->chosen() == recorded.procedure && channel() == recorded.channel
           && qMax(0, m_case->currentIndex()) == recorded.caseIndex;
}

bool IntakeForm::isEmpty() const
{
    return unreadable().empty() && m_extra->text().trimmed().isEmpty()
           && intake() == m_memory.begun;
}

std::vector<IntakeFault> IntakeForm::unreadable() const
{
    std::vector<IntakeFault> faults;
    const auto check = [&faults](const QString &field, const QString &text, bool isRead) {
        if (!text.trimmed().isEmpty() && !isRead) {
            faults.push_back({field, u"unreadable"_s});
        }
    };
    faults = m_applicant->unreadable();
    if (m_onBehalf->isChecked()) {
        const auto more = m_owner->unreadable();
        faults.insert(faults.end(), more.begin(), more.end());
    }
    check(u"procedure"_s, m_procedure->text(), !m_procedure->chosen().isEmpty());
    if (outcome() == Outcome::Accepted) {
        check(u"due"_s, m_due->text() == m_computedDue ? QString() : m_due->text(),
              localTimeFrom(m_due->text()).has_value());
    }
    check(u"fee"_s, m_fee->text(), !digitsOf(m_fee->text()).isEmpty());
    check(u"unit"_s, m_competent->text(), !m_competent->chosen().isEmpty());
    return faults;
}

Draft IntakeForm::draft() const
{
    Draft draft = m_memory.draft;
    draft.intake = intake();
    draft.locked.clear();
    draft.texts.clear();
    for (const auto &[path, field] : m_fields) {
        const auto *edit = qobject_cast<const DeskField *>(field);
        if (edit && edit->isReadOnly() && !draft.locked.contains(edit->objectName())) {
            draft.locked.append(edit->objectName());
        }
    }
    for (const IntakeFault &fault : unreadable()) {
        const auto *edit = qobject_cast<const DeskField *>(m_fields.at(fault.field));
        draft.texts.insert(edit->objectName(), edit->text());
    }
    if (!m_extra->text().trimmed().isEmpty()) {
        draft.texts.insert(m_extra->objectName(), m_extra->text());
    }
    return draft;
}

void IntakeForm::setDraft(const Draft &draft)
{
    m_memory.draft = draft;
    setIntake(draft.intake);
    m_filling = true;
    for (auto text = draft.texts.cbegin(); text != draft.texts.cend(); ++text) {
        auto *edit = findChild<DeskField *>(text.key());
        if (auto *search = qobject_cast<SearchField *>(edit)) {
            search->setChosen({.id = {}, .text = text.value()});
        } else if (edit) {
            edit->setText(text.value());
        }
    }
    m_filling = false;
    m_extra->setVisible(!m_extra->text().isEmpty());
    showProcedure();
    showOutcome();
    for (const QString &name : draft.locked) {
        if (auto *field = findChild<DeskField *>(name)) {
            field->setLocked(true);
            field->setFocusPolicy(Qt::ClickFocus);
        }
    }
    showCard();
    showByHand();
}

/// While something a card filled in is locked.
void IntakeForm::showByHand()
{
    m_byHand->setVisible(m_applicant->isLocked() || m_owner->isLocked());
}

IntakeForm::Memory IntakeForm::memory() const
{
    Memory memory = m_memory;
    memory.draft = draft();
    return memory;
}

void IntakeForm::recall(const Memory &memory)
{
    m_memory = memory;
    if (memory.rules && memory.rules->due) {
        m_computedDue = dueText(memory.rules->due->due);
    }
    setDraft(memory.draft);
}

void IntakeForm::takeExtra()
{
    if (const QString name = cleaned(m_extra->text()); !name.isEmpty()) {
        m_extra->clear();
        m_documents->addExtra(name);
    }
}

// ---- Who it is

void IntakeForm::fillFromCard(PersonFields &person, const IdCard &card)
{
    asideOf(person).reset();
    person.fillFromCard(card);
}

void IntakeForm::takeScan(const QByteArray &payload, const QWidget *field)
{
    if (const QString code = dossierCodeFrom(QString::fromUtf8(payload)); !code.isEmpty()) {
        m_scanStrip->hide();
        if (field == m_officialCode && isDossierCode(code)) {
            m_officialCode->setText(code);
            touchRules();
            return;
        }
        Q_EMIT dossierWanted(code);
        return;
    }
    const auto card = parseIdCard(payload, m_today.isValid() ? m_today : QDate::currentDate());
    if (!card) {
        complain(errorText(card.error()));
        return;
    }
    const QString number = card->idNumber.isEmpty() ? card->oldId : card->idNumber;
    const QString there = numberOf(m_applicant->read());
    const bool isOther = !there.isEmpty() && there != number;
    const bool rescans = std::exchange(m_rescans, false);
    if (isOther && m_onBehalf->isChecked() && !rescans) {
        m_owner->unlock();
        const QString owner = numberOf(m_owner->read());
        if (!owner.isEmpty() && owner != number) {
            m_owner->fill({}); // nothing of whom was there before
        }
        fillFromCard(*m_owner, *card);
        showByHand();
        m_scanStrip->hide();
        m_authorisation->setFocus();
        touch();
        return;
    }
    if (isOther && !rescans) {
        complain(tr("This is another person's card than the applicant's. F8 and a second scan "
                    "replace the applicant; for the owner tick \"On behalf of somebody\" first."));
        return;
    }
    if (isOther) {
        // The phone and the rest belong to whom was there before.
        m_applicant->unlock();
        m_applicant->fill({});
    }
    if (m_applicant->baseNumber != number) {
        forgetKnown();
    }
    m_memory.draft.typedOver = false;
    m_memory.draft.cardReadAt = m_clock;
    fillFromCard(*m_applicant, *card);
    showCard();
    showByHand();
    if (card->name.isEmpty()) {
        complain(tr("Not all of the card could be read. Type what is missing."));
    } else if (mustBeRenewed(*card, m_today)) {
        complain(tr("This card is past the age at which it has to be renewed. Look at the date on "
                    "it and ask for the new one."));
    } else {
        m_scanStrip->hide();
    }
    for (DeskField *open : {m_applicant->name, m_applicant->address, m_applicant->phone}) {
        if (open->text().isEmpty()) {
            open->setFocus();
            break;
        }
    }
    touchRules();
}

void IntakeForm::lookUp()
{
    if (m_purpose == Purpose::Correction) {
        return; // a number put right is the same person's
    }
    constexpr qsizetype Length = 12;
    if (const QString code = dossierCodeFrom(m_applicant->id->text()); !code.isEmpty()) {
        m_applicant->id->clear(); // a receipt's, typed where the clerk just was
        Q_EMIT dossierWanted(code);
        return;
    }
    if (const QString owner = numberOf(m_owner->read()); owner != m_owner->baseNumber) {
        m_owner->base = {};
        m_owner->baseNumber = owner;
    }
    const Person applicant = m_applicant->read();
    const QString number = numberOf(applicant);
    if (number != m_applicant->baseNumber) {
        forgetKnown();
        m_applicant->baseNumber = number;
    }
    // Of another paper nobody knows how long its number is.
    const bool isWhole = applicant.idNumber.size() == Length
                         || (isOtherId(applicant.otherId) && !m_applicant->id->hasFocus());
    if (isWhole && number != m_lookedUp) {
        m_lookedUp = number;
        Q_EMIT personWanted(number);
    }
}

void IntakeForm::handTyped()
{
    m_rescans = false;
    const auto *field = qobject_cast<DeskField *>(QApplication::focusWidget());
    if (field && field->isReadOnly() && isAncestorOf(field)) {
        complain(tr("This was read from the card. \"Type by hand\" opens it."));
    }
    lookUp();
}

void IntakeForm::unlock()
{
    m_applicant->unlock();
    m_owner->unlock();
    m_memory.draft.cardReadAt.clear();
    showCard();
    showByHand();
}

void IntakeForm::setCitizenAside(PersonFields &person)
{
    Aside aside;
    {
        const QSignalBlocker quiet(person.organisation);
        person.organisation->setChecked(false);
        aside = {.draft = draft(),
                 .offered = m_memory.offered,
                 .offeredFor = m_memory.offeredFor,
                 .found = m_memory.found,
                 .after = {}};
        person.organisation->setChecked(true);
    }
    giveCardBack(person);
    aside.after = intake();
    asideOf(person) = std::move(aside);
}

void IntakeForm::takeCitizenBack(PersonFields &person)
{
    const bool isApplicant = &person == m_applicant;
    const Aside then = *std::exchange(asideOf(person), {});
    Draft now = draft();
    Intake rest = now.intake;
    rest.applicant = then.after.applicant;
    rest.owner = then.after.owner;
    if (isApplicant && rest == then.after && now.intake.owner == then.draft.intake.owner) {
        now = then.draft; // nothing else was touched: their dossier comes back too
        m_memory.found = then.found;
    } else {
        now.locked.removeIf([&](const QString &name) { return person.hasField(name); });
        now.texts.removeIf([&](const auto &text) { return person.hasField(text.key()); });
        for (const QString &name : then.draft.locked) {
            if (person.hasField(name)) {
                now.locked.append(name);
            }
        }
        for (auto text = then.draft.texts.cbegin(); text != then.draft.texts.cend(); ++text) {
            if (person.hasField(text.key())) {
                now.texts.insert(text.key(), text.value());
            }
        }
        if (isApplicant) {
            now.intake.applicant = then.draft.intake.applicant;
            now.knownPerson = then.draft.knownPerson;
            now.cardReadAt = then.draft.cardReadAt;
        } else {
            now.intake.owner = then.draft.intake.owner;
        }
    }
    if (isApplicant) {
        m_memory.offered = then.offered;
        m_memory.offeredFor = then.offeredFor;
    }
    person.unlock();
    setDraft(now);
    touchRules();
}

void IntakeForm::giveCardBack(PersonFields &person)
{
    Person left{.isOrganisation = true};
    if (&person == m_applicant) {
        forgetKnown();
        left.phone = person.read().phone; // not what was on record of a citizen
        m_memory.draft.cardReadAt.clear();
        showCard();
    }
    person.unlock();
    person.fill(left);
    showByHand();
}

void IntakeForm::showCard()
{
    const QString &at = m_memory.draft.cardReadAt;
    m_cardTag->setVisible(!at.isEmpty());
    if (!at.isEmpty()) {
        m_cardTag->setTag(Tone::Ok, tr("ID card read %1").arg(at), "check"_L1);
    }
}

/// What belongs to whoever was the applicant until now goes; a dossier found by its code stays, but
/// not one that was found among theirs.
void IntakeForm::forgetKnown()
{
    m_applicant->base = {};
    if (!m_memory.draft.knownPerson.isNull()) {
        const Person now = m_applicant->read();
        const Person known = m_memory.offered ? m_memory.offered->person : Person();
        const auto giveBack = [](QLineEdit *field, bool isTheirs) {
            if (isTheirs) {
                field->clear();
            }
        };
        giveBack(m_applicant->name, now.name == known.name);
        giveBack(m_applicant->birth, known.birthDate && now.birthDate == known.birthDate);
        giveBack(m_applicant->address, now.address == known.address);
        giveBack(m_applicant->phone, now.phone == known.phone);
        if (!known.unit.isEmpty() && now.unit == known.unit) {
            m_applicant->unit->setChosen({});
        }
        if (known.hasNoPhone) {
            m_applicant->noPhone->setChecked(false);
        }
    }
    const auto isOf = [this](const Dossier &dossier) { return dossier.code == m_base.dossier; };
    const bool isTheirs =
        !m_memory.found || !isOf(m_memory.found->dossier)
        || (m_memory.offered && std::ranges::any_of(m_memory.offered->open, isOf));
    m_memory.offered.reset();
    m_memory.offeredFor.clear();
    m_memory.draft.knownPerson = {};
    m_lookedUp.clear();
    showKnown();
    if (isTheirs) {
        m_memory.found.reset();
    }
    if (isTheirs && !m_base.dossier.isEmpty()) {
        m_dossier->setCurrentIndex(0);
        takeDossier();
    }
    showDossiers();
}

void IntakeForm::offer(const QString &number, const std::optional<KnownPerson> &known)
{
    if (numberOf(m_applicant->read()) != number) {
        return; // somebody else by now
    }
    m_memory.offered = known;
    m_memory.offeredFor = number;
    showKnown();
    showDossiers();
    askForAuthorisation();
}

void IntakeForm::askForAuthorisation()
{
    const QString number = numberOf(m_applicant->read());
    const auto isIt = [this](const Dossier &dossier) { return dossier.code == m_base.dossier; };
    const bool isTheirs = m_memory.offered && std::ranges::any_of(m_memory.offered->open, isIt);
    if (!m_base.dossier.isEmpty() && !number.isEmpty() && m_memory.offeredFor == number
        && !isTheirs) {
        complain(tr("The dossier %1 is not of who is here. Look at the authorisation or the "
                    "relationship before you go on.")
                     .arg(m_base.dossier));
    }
}

void IntakeForm::goOnWith(const QString &code, const std::optional<DossierAtHand> &found)
{
    if (!found) {
        complain(tr("There is no dossier %1 here.").arg(code));
        return;
    }
    const Dossier *dossier = &found->dossier;
    if (dossier->state == DossierState::Refused || dossier->state == DossierState::Returned) {
        complain(tr("The dossier %1 does not go on. It stands: %2.")
                     .arg(code, dossierStateText(dossier->state)));
        return;
    }
    m_scanStrip->hide();
    m_memory.found = found;
    showDossiers();
    m_dossier->setCurrentIndex(m_dossier->findData(dossier->code));
    takeDossier();
}

void IntakeForm::showKnown()
{
    const auto &known = m_memory.offered;
    const bool isOffered = known && m_memory.draft.knownPerson.isNull();
    if (isOffered) {
        QStringList parts{tr("Came before")};
        if (!known->person.phone.isEmpty()) {
            parts.append(tr("phone %1").arg(maskedId(known->person.phone)));
        }
        if (!known->open.empty()) {
            parts.append(tr("%n open dossier(s)", nullptr, static_cast<int>(known->open.size())));
        }
        m_knownStrip->setNotice(Tone::Info, "user"_L1, parts.join(u" · "_s));
        m_knownStrip->setAction(tr("Use the data"), u"F5"_s);
    }
    m_knownStrip->setVisible(isOffered);
}

void IntakeForm::useKnown()
{
    if (!m_memory.offered || !m_memory.draft.knownPerson.isNull()) {
        return;
    }
    const Person &known = m_memory.offered->person;
    Person person = m_applicant->read();
    const auto take = [](QString &mine, const QString &theirs) {
        if (mine.isEmpty()) {
            mine = theirs;
        }
    };
    take(person.name, known.name);
    take(person.phone, known.phone);
    take(person.email, known.email);
    take(person.address, known.address);
    take(person.unit, known.unit);
    if (!person.birthDate) {
        person.birthDate = known.birthDate;
    }
    if (!person.sex) {
        person.sex = known.sex;
    }
    person.hasNoPhone = person.phone.isEmpty() && known.hasNoPhone;
    m_applicant->fill(person);
    m_memory.draft.knownPerson = m_memory.offered->id;
    Q_EMIT personTaken(m_memory.offered->id);
    showKnown();
    showDossiers();
    if (m_procedure->chosen().isEmpty()) {
        m_procedure->setFocus();
    } else {
        m_documents->setFocus();
    }
    touchRules();
}

// ---- What it is about

QString IntakeForm::nameOf(const QString &procedure) const
{
    const auto known = std::ranges::find(m_catalogue.procedures, procedure, &Procedure::code);
    return known == m_catalogue.procedures.end() ? procedure : known->name.in(m_look.language);
}

SearchChoice IntakeForm::procedureChoice(const QString &code) const
{
    const QString name = nameOf(code);
    return {.id = code, .text = name == code ? code : code + u" · "_s + name};
}

const Procedure *IntakeForm::procedure() const
{
    const auto found =
        std::ranges::find(m_catalogue.procedures, m_procedure->chosen(), &Procedure::code);
    return found == m_catalogue.procedures.end() ? nullptr : &*found;
}

const ProcedureCase *IntakeForm::chosenCase() const
{
    const Procedure *which = procedure();
    if (!which) {
        return nullptr;
    }
    const auto index = static_cast<size_t>(qMax(0, m_case->currentIndex()));
    return index < which->cases.size() ? &which->cases[index] : nullptr;
}

void IntakeForm::showProcedure()
{
    const Procedure *which = procedure();
    const int before = m_case->currentIndex();
    m_case->clear();
    if (which) {
        for (size_t i = 0; i < which->cases.size(); ++i) {
            const QString &name = which->cases[i].name;
            m_case->addItem(name.isEmpty() ? tr("Case %1").arg(i + 1) : name);
        }
    }
    chooseCase(before);
    m_caseBox->setVisible(m_case->count() > 1);
    const bool isTaken = !which || !which->group.isEmpty();
    m_procedureNote->setVisible(!isTaken);
    if (!isTaken) {
        m_procedureNote->setText(faultText({u"procedure"_s, u"not_taken"_s, which->referral}));
    }
    m_limit->setText(chosenLimitText());
}

IntakeChannel IntakeForm::channel() const
{
    return static_cast<IntakeChannel>(m_channel->currentData().toInt());
}

/// Empty while no limit is known.
QString IntakeForm::chosenLimitText() const
{
    const ProcedureCase *which = chosenCase();
    const auto limit = which ? limitOf(*which, channel()) : std::optional<Limit>();
    return limit ? limitText(*limit) : QString();
}

void IntakeForm::chooseCase(int index)
{
    if (m_case->count() > 0) {
        m_case->setCurrentIndex(qBound(0, index, m_case->count() - 1));
    }
}

void IntakeForm::takeProcedure()
{
    showProcedure();
    chooseCase(0);
    takeList(false);
}

static bool isHere(const IntakeDocument &document)
{
    return document.state == DocumentState::Received || document.state == DocumentState::Returned
           || document.state == DocumentState::LookedUp;
}

void IntakeForm::takeCase()
{
    takeList(true);
}

/// Shows the papers and the fee of what is chosen. What lies there stays; with another procedure only
/// what is on its list too, or was added by hand.
void IntakeForm::takeList(bool isSameProcedure)
{
    const ProcedureCase *which = chosenCase();
    m_limit->setText(chosenLimitText());
    std::vector<IntakeDocument> kept;
    for (const IntakeDocument &document : m_documents->documents()) {
        const bool isListed =
            which
            && std::ranges::find(which->documents, document.name, &ProcedureDocument::name)
                   != which->documents.end();
        if ((isHere(document) && (isListed || isSameProcedure)) || (document.extra && !isListed)) {
            kept.push_back(document);
        }
    }
    m_documents->setDocuments(which ? completed(kept, *which) : kept,
                              which ? std::optional(*which) : std::optional<ProcedureCase>());
    if (m_purpose == Purpose::Correction) {
        const bool isSame = isSameOrigin();
        m_due->setText(isSame ? m_computedDue : QString()); // another procedure has another date
        m_due->setPlaceholderText(isSame ? m_computedDue : tr("By the rule"));
        m_dueReason->setText(isSame ? m_memory.begun.dueReason : QString());
        showOutcome();
    }
    if (!m_fee->isModified()) {
        const std::optional<qint64> fee = which ? feeOf(*which, channel()) : std::nullopt;
        m_fee->setText(fee ? QString::number(*fee) : QString());
    }
    showDocuments();
    touchRules();
}

void IntakeForm::showFocused()
{
    QWidget *now = QApplication::focusWidget();
    if (now == m_documents) {
        m_scroll->ensureWidgetVisible(m_documents); // all of it, if there is room
        showLine();
    } else if (now && m_scroll->widget()->isAncestorOf(now)) {
        m_scroll->ensureWidgetVisible(now);
    }
}

/// The table may be higher than the place for it.
void IntakeForm::showLine()
{
    const QRect line = m_documents->visualRect(m_documents->currentIndex());
    const QPoint at = m_documents->viewport()->mapTo(m_scroll->widget(), line.center());
    m_scroll->ensureVisible(0, at.y(), 0, line.height());
}

void IntakeForm::showDocuments()
{
    int required = 0;
    int settled = 0;
    for (const IntakeDocument &document : m_documents->documents()) {
        if (document.required) {
            ++required;
            settled += document.state != DocumentState::Missing
                               && document.state != DocumentState::NotApplicable
                           ? 1
                           : 0;
        }
    }
    m_enough->setText(required == 0 ? QString()
                                    : tr("%1/%2 required present").arg(settled).arg(required));
}

// ---- What becomes of it

Outcome IntakeForm::outcome() const
{
    return static_cast<Outcome>(m_outcomes->checkedId());
}

void IntakeForm::chooseOutcome(Outcome outcome)
{
    QAbstractButton *button = m_outcomes->button(static_cast<int>(outcome));
    if (outcome == Outcome::HandedOver && m_base.dossier.isEmpty()) {
        if (m_dossier->count() == 2) { // a new one, and the only one of this citizen
            m_dossier->setCurrentIndex(1);
            takeDossier();
        } else {
            if (m_dossier->count() > 2) {
                m_dossier->setFocus(Qt::ShortcutFocusReason);
            }
            complain(m_dossier->count() > 2 ? tr("Choose first which dossier this is about.")
                                            : tr("Scan the receipt or find the dossier first: %1.")
                                                  .arg(m_actions.find.shortcut().toString()));
            return;
        }
    }
    button->setChecked(true);
    showOutcome();
    if (outcome == Outcome::Supplement || outcome == Outcome::Refused) {
        m_reason->setFocus(Qt::ShortcutFocusReason);
    }
    touchRules();
}

void IntakeForm::showOutcome()
{
    const Outcome now = outcome();
    m_acceptBox->setVisible(now == Outcome::Accepted);
    m_dueReasonBox->setVisible(!m_due->text().isEmpty() && m_due->text() != m_computedDue);
    const bool asks = now == Outcome::Supplement || now == Outcome::Refused;
    m_reasonBox->setVisible(asks);
    m_reasonLabel->setText(now == Outcome::Refused
                               ? tr("Why it is refused, in a sentence, with the legal basis")
                               : tr("What is to be completed"));
    m_reason->setAccessibleName(m_reasonLabel->text());
    QStringList lines;
    if (now == Outcome::Supplement) {
        QStringList missing;
        for (const IntakeDocument &document : m_documents->documents()) {
            if (document.state == DocumentState::Missing) {
                missing.append(document.name);
            }
        }
        lines.append(missing.isEmpty()
                         ? tr("Nothing in the list is missing yet: mark it there, or write it.")
                         : tr("One notice names all of it: %1").arg(missing.join(u"; "_s)));
    } else if (now == Outcome::Advised) {
        lines.append(tr("Only the visit is kept, no dossier is opened."));
    }
    const auto &rules = m_memory.rules;
    if (rules && rules->due && now == Outcome::Accepted) {
        lines.append(explanationOf(*rules->due, m_look.language));
    }
    if (rules) {
        for (const QString &warning : rules->warnings) {
            lines.append(warningText(warning));
        }
    }
    lines.removeAll(QString());
    m_explanation->setText(lines.join(u'\n'));
    m_explanation->setVisible(!lines.isEmpty());
    const QString limit = chosenLimitText();
    m_dueLabel->setText(limit.isEmpty() ? tr("Result due") : tr("Result due (%1)").arg(limit));
}

void IntakeForm::setRules(const IntakeRules &rules, const std::optional<LocalTime> &due)
{
    m_memory.rules = rules;
    if (m_isMended && !m_summary->isHidden()) { // what was put right is not wrong any more
        std::vector<IntakeFault> faults = unreadable();
        faults.insert(faults.end(), rules.faults.begin(), rules.faults.end());
        tellFaults(faults);
    }
    const bool isRules = m_due->text().isEmpty() || m_due->text() == m_computedDue;
    const QString text = due ? dueText(*due) : QString();
    if (isRules) {
        m_computedDue = text;
        if (!m_due->hasFocus() || !m_due->text().isEmpty()) { // else another is about to be typed
            m_due->setText(text);
        }
    } else if (rules.due) {
        m_computedDue = dueText(rules.due->due);
    }
    showOutcome();
}

const Dossier *IntakeForm::knownDossier(const QString &code) const
{
    if (m_memory.found && m_memory.found->dossier.code == code) {
        return &m_memory.found->dossier;
    }
    if (!m_memory.offered) {
        return nullptr;
    }
    const auto dossier = std::ranges::find(m_memory.offered->open, code, &Dossier::code);
    return dossier == m_memory.offered->open.end() ? nullptr : &*dossier;
}

void IntakeForm::showDossiers()
{
    m_dossier->clear();
    m_dossier->addItem(tr("A new dossier"), QString());
    const auto add = [this](const Dossier &dossier) {
        if (m_dossier->findData(dossier.code) < 0) {
            m_dossier->addItem(dossier.code + u" · "_s + nameOf(dossier.procedure) + u" · "_s
                                   + dossierStateText(dossier.state),
                               dossier.code);
        }
    };
    if (m_memory.offered) {
        std::ranges::for_each(m_memory.offered->open, add);
    }
    if (m_memory.found) {
        add(m_memory.found->dossier);
    }
    if (!m_base.dossier.isEmpty() && m_dossier->findData(m_base.dossier) < 0) {
        m_dossier->addItem(m_base.dossier, m_base.dossier); // a draft knows no more
    }
    m_dossier->setCurrentIndex(qMax(0, m_dossier->findData(m_base.dossier)));
    m_dossierBox->setVisible(m_dossier->count() > 1 && m_purpose == Purpose::Visit);
}

void IntakeForm::takeDossier()
{
    clearFaults(); // they were about something else
    const QString before = std::exchange(m_base.dossier, m_dossier->currentData().toString());
    const Dossier *known = knownDossier(m_base.dossier);
    if (m_base.dossier.isEmpty()) {
        if (!before.isEmpty()) {
            leaveDossier();
        }
        touchRules();
        return;
    }
    if (!known) {
        touchRules();
        return;
    }
    if (before.isEmpty()) {
        m_memory.ownCase = intake();
    }
    // What was agreed on stays agreed on.
    m_channel->setCurrentIndex(m_channel->findData(static_cast<int>(known->channel)));
    m_resultChannel->setCurrentIndex(
        m_resultChannel->findData(static_cast<int>(known->resultChannel)));
    m_sets->setText(QString::number(known->sets));
    m_competent->setChosen(unitChoice(known->unit));
    m_officialCode->setText(known->officialCode);
    m_feeExemption->clear();
    m_resultPlace->clear();
    const bool isSameProcedure = m_procedure->chosen() == known->procedure;
    m_procedure->setChosen(procedureChoice(known->procedure));
    showProcedure();
    chooseCase(known->caseIndex);
    takeList(isSameProcedure);
    m_fee->setText(known->fee ? QString::number(*known->fee) : QString());
    m_fee->setModified(true); // promised: another case does not change it
    if (outcome() == Outcome::Accepted || outcome() == Outcome::HandedOver) {
        // Before its day somebody most likely asks; a result that is ready is handed over by a key.
        const bool isReady = known->due && known->due->date <= m_today;
        chooseOutcome(known->state != DossierState::Processing ? Outcome::Accepted
                      : isReady                                ? Outcome::HandedOver
                                                               : Outcome::Advised);
    }
    if (!m_memory.found || known != &m_memory.found->dossier) {
        Q_EMIT dossierWanted(known->code); // its papers
        return;
    }
    m_feeExemption->setText(m_memory.found->feeExemption);
    m_resultPlace->setText(m_memory.found->resultPlace);
    takeEarlierPapers(m_memory.found->papers);
    askForAuthorisation();
}

/// A new dossier has nothing of another's: it is what stood there before one was chosen.
void IntakeForm::leaveDossier()
{
    Intake own = std::exchange(m_memory.ownCase, {}).value_or(m_memory.begun);
    const Intake now = intake();
    own.applicant = now.applicant;
    own.owner = now.owner;
    own.authorisation = now.authorisation;
    own.dossier.clear();
    m_fee->setModified(false);
    setIntake(own);
}

/// What lay there at an earlier visit is not asked for again.
void IntakeForm::takeEarlierPapers(const std::vector<IntakeDocument> &earlier)
{
    const ProcedureCase *which = chosenCase();
    if (earlier.empty() || !which) {
        return;
    }
    std::vector<IntakeDocument> papers = completed(earlier, *which);
    for (const IntakeDocument &now : m_documents->documents()) {
        if (isHere(now)) {
            const auto line = std::ranges::find(papers, now.name, &IntakeDocument::name);
            if (line == papers.end()) {
                papers.push_back(now);
            } else {
                *line = now;
            }
        }
    }
    m_documents->setDocuments(papers, *which);
    showDocuments();
    touchRules();
}

// ---- What is kept, and what is wrong

void IntakeForm::touch()
{
    if (m_filling) {
        return;
    }
    m_saved->setText(QString());
    m_isMended = true;
    m_pause.start();
    Q_EMIT touched();
}

void IntakeForm::touchRules()
{
    if (m_filling) {
        return;
    }
    touch();
    settle();
}

void IntakeForm::settle()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        lookUp();
        Q_EMIT edited();
    }
}

void IntakeForm::setSaved(bool saved, const QString &at)
{
    if (saved && m_pause.isActive()) {
        return; // more was typed meanwhile
    }
    m_saved->setText(saved ? tr("Saved %1").arg(at) : tr("Not saved yet"));
    m_saved->setColor(saved ? "text.tertiaryDeskOnly"_L1 : "status.warn.text"_L1);
}

void IntakeForm::complain(const QString &sentence)
{
    m_scanStrip->setNotice(Tone::Warn, "alert"_L1, sentence);
    m_scanStrip->setAction(tr("Close"), u"Esc"_s);
    m_scanStrip->show();
}

QString IntakeForm::labelOf(const QString &path) const
{
    if (const auto line = lineOf(path)) {
        const auto row = static_cast<size_t>(*line);
        const auto &documents = m_documents->documents();
        return row < documents.size() ? documents[row].name : QString();
    }
    const auto field = m_fields.find(path);
    return field == m_fields.end() ? QString() : field->second->accessibleName();
}

QString IntakeForm::sentenceOf(const IntakeFault &fault) const
{
    QString sentence = faultText(fault);
    if (fault.problem == u"unreadable") {
        sentence = fault.field.endsWith(u"date") ? tr("Write the day as 20/11/1991.")
                   : fault.field == u"due"       ? tr("Write day and hour as 20/11/2026 16:30.")
                   : fault.field == u"fee"       ? tr("Write the fee in digits.")
                                                 : tr("Choose it from the list.");
    }
    QString label = labelOf(fault.field);
    if (fault.field.startsWith(u"owner.")) {
        label = tr("Owner of the dossier") + u", "_s + label;
    }
    return label.isEmpty() ? sentence : label + u": "_s + sentence;
}

void IntakeForm::setWrong(QWidget *field, bool wrong)
{
    if (auto *edit = qobject_cast<DeskField *>(field)) {
        edit->setWrong(wrong);
    } else if (auto *combo = qobject_cast<DeskCombo *>(field)) {
        combo->setWrong(wrong);
    } else if (auto *text = qobject_cast<DeskText *>(field)) {
        text->setWrong(wrong);
    }
}

void IntakeForm::clearFaults()
{
    m_summary->hide();
    m_documents->setWrong({});
    for (const auto &[path, field] : m_fields) {
        setWrong(field, false);
    }
}

void IntakeForm::showFaults(const std::vector<IntakeFault> &faults)
{
    tellFaults(faults);
    if (!faults.empty()) {
        goTo(faults.front().field);
    }
}

void IntakeForm::tellFaults(const std::vector<IntakeFault> &faults)
{
    clearFaults();
    std::set<int> rows;
    std::vector<std::pair<QString, QString>> lines;
    for (const IntakeFault &fault : faults) {
        if (const auto line = lineOf(fault.field)) {
            rows.insert(*line);
        } else if (const auto field = m_fields.find(fault.field); field != m_fields.end()) {
            setWrong(field->second, true);
        }
        lines.emplace_back(fault.field, sentenceOf(fault));
    }
    m_documents->setWrong(std::move(rows));
    m_isMended = false;
    const auto count = static_cast<int>(lines.size());
    m_summary->present(m_purpose == Purpose::Visit
                           ? tr("Cannot finish: %n item(s) left", nullptr, count)
                           : tr("Cannot correct: %n item(s) left", nullptr, count),
                       lines);
}

void IntakeForm::goTo(const QString &path)
{
    if (const auto line = lineOf(path)) {
        m_documents->selectLine(*line);
        m_documents->setFocus();
        return;
    }
    const auto field = m_fields.find(path);
    if (field == m_fields.end()) {
        return;
    }
    if (m_moreBox->isAncestorOf(field->second)) {
        m_moreBox->show();
    }
    if (path == u"due_reason") {
        m_dueReasonBox->show();
    }
    field->second->setFocus();
}

void IntakeForm::focusFirst()
{
    QWidget *first = m_applicant->id->isReadOnly() ? m_applicant->phone : m_applicant->id;
    first->setFocus(Qt::OtherFocusReason);
}

void IntakeForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_scanStrip->isHidden()) {
        m_scanStrip->hide();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_extra->hasFocus() && !m_extra->text().trimmed().isEmpty()) {
        takeExtra();
        return;
    }
    focusNextPrevChild(true);
}

} // namespace motcua
