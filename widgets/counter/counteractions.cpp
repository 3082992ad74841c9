// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/counteractions.h"

#include "counter/countertexts.h"
#include "shared/theme.h"

using namespace Qt::StringLiterals;

namespace motcua {

CounterActions::CounterActions(QObject *parent)
    : QObject(parent)
{
    callNext.setShortcut(Qt::Key_F2);
    recall.setShortcut(Qt::Key_F3);
    noShow.setShortcut(Qt::Key_F4);
    hold.setShortcut(Qt::Key_F6);
    transfer.setShortcut(Qt::Key_F7);
    finish.setShortcuts({Qt::Key_F9, Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    another.setShortcut(Qt::CTRL | Qt::Key_N);
    scan.setShortcut(Qt::Key_F8);
    useKnown.setShortcut(Qt::Key_F5);
    procedure.setShortcut(Qt::CTRL | Qt::Key_K);
    documents.setShortcut(Qt::CTRL | Qt::Key_D);
    allDocuments.setShortcut(Qt::CTRL | Qt::Key_E);
    accept.setShortcut(Qt::ALT | Qt::Key_1);
    supplement.setShortcut(Qt::ALT | Qt::Key_2);
    refuse.setShortcut(Qt::ALT | Qt::Key_3);
    advise.setShortcut(Qt::ALT | Qt::Key_4);
    handOver.setShortcut(Qt::ALT | Qt::Key_5);
    callChosen.setShortcut(Qt::CTRL | Qt::Key_G);
    find.setShortcut(Qt::CTRL | Qt::Key_F);
    pause.setShortcut(Qt::CTRL | Qt::Key_P);
    undo.setShortcut(Qt::CTRL | Qt::Key_Z);
    keys.setShortcut(Qt::Key_F1);
    settings.setShortcut(Qt::CTRL | Qt::Key_Comma);
    strip.setShortcut(Qt::Key_F11);
    for (QAction *action : all()) {
        // One press, one intent: a key that is held down is one press.
        action->setAutoRepeat(false);
        action->setShortcutContext(Qt::ApplicationShortcut);
        action->setEnabled(false);
    }
    callNext.setObjectName(u"callNext"_s);
    recall.setObjectName(u"recall"_s);
    noShow.setObjectName(u"noShow"_s);
    hold.setObjectName(u"hold"_s);
    transfer.setObjectName(u"transfer"_s);
    finish.setObjectName(u"finish"_s);
    start.setObjectName(u"start"_s);
    another.setObjectName(u"another"_s);
    scan.setObjectName(u"scan"_s);
    useKnown.setObjectName(u"useKnown"_s);
    procedure.setObjectName(u"toProcedure"_s);
    documents.setObjectName(u"toDocuments"_s);
    allDocuments.setObjectName(u"allDocuments"_s);
    accept.setObjectName(u"accept"_s);
    supplement.setObjectName(u"supplement"_s);
    refuse.setObjectName(u"refuse"_s);
    advise.setObjectName(u"advise"_s);
    handOver.setObjectName(u"handOverResult"_s);
    callChosen.setObjectName(u"callChosen"_s);
    find.setObjectName(u"findDossier"_s);
    pause.setObjectName(u"pause"_s);
    undo.setObjectName(u"undo"_s);
    keys.setObjectName(u"keys"_s);
    settings.setObjectName(u"settings"_s);
    strip.setObjectName(u"strip"_s);
    retranslate();
}

std::array<QAction *, 6> CounterActions::cells()
{
    return {&callNext, &recall, &noShow, &hold, &transfer, &finish};
}

std::array<QAction *, 25> CounterActions::all()
{
    return {&callNext, &recall,   &noShow,    &hold,      &transfer,     &finish, &another,
            &scan,     &useKnown, &procedure, &documents, &allDocuments, &accept, &supplement,
            &refuse,   &advise,   &handOver,  &start,     &callChosen,   &find,   &pause,
            &undo,     &keys,     &settings,  &strip};
}

/// F9 names the paper that comes out.
QString CounterActions::finishText(const CounterView &view)
{
    if (view.isFormEmpty || view.outcome == Outcome::Advised) {
        return tr("Finish visit"); // no record comes of it
    }
    if (!view.formQueue().isEmpty()) {
        switch (view.outcome) {
        case Outcome::Accepted:
            return tr("Finish, print receipt");
        case Outcome::Supplement:
            return tr("Finish, print request");
        case Outcome::Refused:
            return tr("Finish, print refusal");
        case Outcome::Advised:
        case Outcome::HandedOver:
            break; // no paper goes with it
        }
    }
    return tr("Finish, save");
}

void CounterActions::retranslate()
{
    recall.setText(tr("Recall"));
    noShow.setText(tr("No-show"));
    hold.setText(tr("Hold"));
    transfer.setText(tr("Transfer"));
    finish.setText(tr("Finish visit"));
    another.setText(tr("Record, and one more for this number"));
    scan.setText(tr("Scan ID"));
    useKnown.setText(tr("Use what is known of the applicant"));
    procedure.setText(tr("Search a procedure"));
    documents.setText(tr("Documents"));
    allDocuments.setText(tr("All required papers are here"));
    accept.setText(tr("Accept"));
    supplement.setText(tr("To supplement"));
    refuse.setText(tr("Reject"));
    advise.setText(tr("Advise only"));
    handOver.setText(tr("Hand over a result"));
    start.setText(tr("The citizen is here"));
    callNext.setText(tr("Call next"));
    callChosen.setText(tr("Call a specific number…"));
    find.setText(tr("Find a dossier"));
    pause.setText(tr("Break"));
    undo.setText(tr("Undo"));
    keys.setText(tr("Keys"));
    settings.setText(tr("Settings"));
    strip.setText(tr("Small window"));
}

void CounterActions::allow(QAction &action, const QString &reason, const QString &note,
                           bool reasonShown)
{
    action.setStatusTip(reason.isEmpty() ? note : reasonShown ? reason : QString());
    action.setToolTip(reason);
    action.setEnabled(reason.isEmpty() && !m_covered);
}

/// What is under way, in words.
static QString busyText(CounterIntent::Kind kind)
{
    switch (kind) {
    case CounterIntent::Kind::CallNext:
    case CounterIntent::Kind::CallOutOfTurn:
    case CounterIntent::Kind::Recall:
    case CounterIntent::Kind::Resume:
        return CounterActions::tr("Calling…");
    case CounterIntent::Kind::Finish:
    case CounterIntent::Kind::Record:
    case CounterIntent::Kind::RecordAnother:
    case CounterIntent::Kind::NoShow:
    case CounterIntent::Kind::Hold:
    case CounterIntent::Kind::Transfer:
        return CounterActions::tr("Saving…");
    default:
        return CounterActions::tr("One moment…");
    }
}

QString CounterActions::whyNotCallNext(const CounterView &view) const
{
    const CounterOverview &overview = view.overview;
    if (!overview.hall.businessDate.isValid()) {
        return tr("The day is not open");
    }
    if (overview.current) {
        return tr("Finish %1 first").arg(shownNumber(overview.current->ticket.ticket));
    }
    if (overview.presence == Presence::OnBreak) {
        return tr("On a break");
    }
    if (overview.mine.empty()) {
        return tr("Nobody is waiting");
    }
    return {};
}

QString CounterActions::whyNotCallChosen(const CounterView &view) const
{
    const CounterOverview &overview = view.overview;
    if (view.kept.isAlone) { // the list is old, and the citizen shows the number
        return overview.current || overview.presence == Presence::OnBreak ? whyNotCallNext(view)
                                                                          : QString();
    }
    if (!overview.permissions.contains(CallChosenPermission)) {
        return tr("Not permitted");
    }
    if (overview.current || overview.presence == Presence::OnBreak
        || !overview.hall.businessDate.isValid()) {
        return whyNotCallNext(view);
    }
    return overview.branch.empty() ? tr("Nobody is waiting") : QString();
}

void CounterActions::update(const CounterView &view, bool covered, bool corrects)
{
    m_covered = covered;
    const CounterOverview &overview = view.overview;
    const auto &current = overview.current;
    const QString nobody = tr("Nobody being served");
    const QString busy = view.busy ? busyText(*view.busy) : QString();
    const auto unless = [&busy](const QString &reason) { return busy.isEmpty() ? reason : busy; };

    const QString next = overview.mine.empty() ? QString()
                                               : tr("%1 to counter %2")
                                                     .arg(shownNumber(overview.mine.front().ticket))
                                                     .arg(overview.counter);
    allow(callNext, unless(whyNotCallNext(view)), next);
    allow(callChosen, unless(whyNotCallChosen(view)));

    // One cell is enough to say that nobody is there: the last one.
    QString whyNotRecall = nobody;
    QString whyNotNoShow = nobody;
    if (current) {
        const auto cooldown = static_cast<qint64>(designNumber("timing.desk.recallCooldownS"_L1));
        const qint64 left = current->calledAt + cooldown * 1000 - view.now;
        const int calls = overview.hall.branch.settings.callsBeforeNoShow;
        whyNotRecall = left > 0 ? tr("in %1 s").arg((left + 999) / 1000) : QString();
        whyNotNoShow = current->state == LegState::Serving ? tr("has begun")
                       : current->ticket.calls < calls     ? tr("after %n call(s)", nullptr, calls)
                                                           : QString();
    }
    const bool served = current.has_value();
    allow(recall, unless(whyNotRecall), {}, served && !view.busy);
    allow(noShow, unless(whyNotNoShow), {}, served && !view.busy);
    const QString none = served ? QString() : nobody;
    // What only the branch can say or do.
    const QString away = view.kept.isAlone ? tr("Not without the server") : QString();
    allow(hold, unless(none), {}, false);
    allow(transfer, unless(away.isEmpty() ? none : away), {}, false);
    const QString number = current ? shownNumber(current->ticket.ticket) : QString();
    finish.setText(finishText(view));
    allow(finish, unless(none),
          !current           ? QString()
          : view.isFormEmpty ? tr("Save the visit of %1").arg(number)
                             : tr("Save record of %1").arg(number));
    allow(another, unless(!served            ? nobody
                          : view.isFormEmpty ? tr("The form is empty")
                                             : QString()));
    const bool isTaken = view.busy && CounterIntent::takesForm(*view.busy);
    for (QAction *part : {&scan, &useKnown, &procedure, &documents, &allDocuments, &accept,
                          &supplement, &refuse, &advise, &handOver}) {
        allow(*part, isTaken ? busy : none);
    }
    for (QAction *part : {&procedure, &documents, &allDocuments}) {
        part->setEnabled(part->isEnabled() || corrects);
    }
    allow(start, unless(current && current->state == LegState::Called ? QString() : nobody));

    const bool onBreak = overview.presence == Presence::OnBreak;
    pause.setText(onBreak ? tr("Resume") : tr("Break"));
    const QString first =
        current ? tr("Finish %1 first").arg(shownNumber(current->ticket.ticket)) : QString();
    allow(pause, unless(first.isEmpty() && !onBreak ? away : first)); // who is back is back
    const bool undoable = overview.undoable && overview.undoable->until > view.now;
    allow(undo, unless(undoable ? QString() : tr("Nothing to undo")));
    allow(find, unless(away));
    allow(keys, {});
    allow(settings, {});
    allow(strip, {});
}

} // namespace motcua
