// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/syncpage.h"

#include "core/vietnamesetext.h"
#include "shared/paragraphlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Gutter = 12;

QString momentText(qint64 at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone).toString(u"dd/MM/yyyy HH:mm"_s);
}

} // namespace

SyncPage::SyncPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));

    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    auto *title = new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this);
    title->setText(tr("Sync with the centre"));
    title->setWhole();
    head->addWidget(title);
    head->addStretch(1);
    m_stop = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    m_stop->setObjectName(u"stopSync"_s);
    m_stop->setWords(tr("Stop"));
    m_stop->setKeycap(u"Esc"_s);
    connect(m_stop, &QAbstractButton::clicked, this, &SyncPage::stop);
    head->addWidget(m_stop);
    m_start = new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Small, this);
    m_start->setObjectName(u"sync"_s);
    m_start->setIconName("up"_L1);
    m_start->setWords(tr("Sync now"));
    m_start->setKeycap(u"F5"_s);
    connect(m_start, &QAbstractButton::clicked, this, &SyncPage::sync);
    head->addWidget(m_start);
    column->addLayout(head);
    setFocusProxy(m_start);

    auto *card = new Card(look, this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14));
    inside->setSpacing(look.px(Gutter));
    const std::array<QString, Rows> labels{tr("Last sync"), tr("At the centre"), tr("Days proven"),
                                           tr("Days not proven yet"), tr("Next try")};
    for (size_t row = 0; row < labels.size(); ++row) {
        auto *line = new QHBoxLayout;
        auto *label = new ParagraphLabel(look, "desk.body"_L1, "text.secondary"_L1, card);
        label->setText(labels.at(row));
        label->setFixedWidth(look.px(210));
        m_values.at(row) = new ParagraphLabel(look, "desk.body"_L1, "text.primary"_L1, card);
        m_values.at(row)->setObjectName(u"value%1"_s.arg(row));
        line->addWidget(label, 0, Qt::AlignTop);
        line->addWidget(m_values.at(row), 1);
        inside->addLayout(line);
    }
    column->addWidget(card);
    m_words = new ParagraphLabel(look, "desk.body"_L1, "text.primary"_L1, this);
    m_words->setObjectName(u"outcome"_s);
    column->addWidget(m_words);
    m_about = new ParagraphLabel(look, "desk.body"_L1, "text.secondary"_L1, this);
    m_about->setObjectName(u"about"_s);
    m_about->setText(
        tr("A timer on the PC with the branch's data can do this every night; if the last sync is "
           "older than a day, look whether it is set up there. Counters and kiosks work on "
           "meanwhile, and a sync that was cut goes on where it stopped."));
    column->addWidget(m_about);
    column->addStretch(1);
    present({});
    setState(State::Idle);
}

void SyncPage::setRow(Row row, const QString &text, bool needsAttention)
{
    ParagraphLabel &value = *m_values.at(row);
    value.setText(text);
    value.setColor(needsAttention ? "status.warn.text"_L1 : "text.primary"_L1);
    value.setAccessibleName(text);
}

void SyncPage::present(const SyncStanding &standing)
{
    m_standing = standing;
    m_about->setVisible(m_reason.isEmpty() || standing.syncedAt > 0); // else nobody does it
    setRow(LastSync,
           standing.syncedAt > 0 ? momentText(standing.syncedAt, standing.zone) : tr("never"));
    const qint64 missing = standing.head - standing.cursor;
    setRow(AtCentre, missing > 0
                         ? tr("%n event(s) are still to go", nullptr, static_cast<int>(missing))
                         : tr("everything"));
    setRow(Proven, standing.lastProven.isNull() ? QString::number(standing.provenDays)
                                                : tr("%1, the last one %2")
                                                      .arg(standing.provenDays)
                                                      .arg(shortDate(standing.lastProven)));
    constexpr size_t Shown = 5;
    QStringList days;
    for (size_t i = 0; i < std::min(Shown, standing.unprovenDays.size()); ++i) {
        days.append(shortDate(standing.unprovenDays[i]));
    }
    if (standing.unprovenDays.size() > Shown) {
        days.append(u"…"_s);
    }
    setRow(Unproven,
           days.isEmpty() ? tr("none")
                          : u"%1: %2"_s.arg(standing.unprovenDays.size()).arg(days.join(u", "_s)),
           !days.isEmpty() && standing.syncedAt > 0);
    setRow(NextTry,
           standing.failures > 0
               ? tr("from %1 on, after %n attempt(s) that failed", nullptr, standing.failures)
                     .arg(momentText(standing.nextTryAt, standing.zone))
           : standing.syncedAt > 0 ? tr("tonight, if the nightly timer is set up")
                                   : u"–"_s,
           standing.failures > 0);
}

void SyncPage::setUnavailable(const QString &reason)
{
    m_reason = reason;
    present(m_standing);
    say(reason, false);
    setState(m_state);
}

void SyncPage::setProgress(const SyncProgress &progress, std::optional<qint64> secondsLeft)
{
    if (m_state == State::Idle) {
        return;
    }
    constexpr double Mega = 1e6;
    const QString sent = tr("%1 rows, %2 MB")
                             .arg(progress.rows)
                             .arg(static_cast<double>(progress.bytes) / Mega, 0, 'f', 1);
    say(progress.head == 0 ? tr("Connecting…")
        : secondsLeft      ? tr("%1, %2 s left").arg(sent).arg(*secondsLeft)
                           : sent,
        false);
}

void SyncPage::setOutcome(const QString &words, bool isTrouble)
{
    setState(State::Idle);
    say(words, isTrouble);
    m_start->setWords(isTrouble ? tr("Try again") : tr("Sync now"));
}

void SyncPage::say(const QString &words, bool isTrouble)
{
    m_words->setText(words);
    m_words->setAccessibleName(words);
    m_words->setColor(isTrouble ? "status.warn.text"_L1 : "text.primary"_L1);
}

void SyncPage::setState(State state)
{
    m_state = state;
    // Who pressed one of them keeps the keyboard on this page.
    const bool hasKeyboard = m_start->hasFocus() || m_stop->hasFocus();
    m_start->setUnavailable(!m_reason.isEmpty()    ? m_reason
                            : state != State::Idle ? tr("A sync is under way")
                                                   : QString());
    m_stop->setVisible(state != State::Idle);
    m_stop->setWords(state == State::Stopping ? tr("Stopping…") : tr("Stop"));
    m_stop->setToolTip(state == State::Stopping ? tr("It ends with what is on its way")
                                                : QString());
    if (hasKeyboard) {
        (state == State::Idle ? m_start : m_stop)->setFocus(Qt::OtherFocusReason);
    }
}

void SyncPage::sync()
{
    if (m_state != State::Idle || !m_reason.isEmpty()) {
        return;
    }
    setState(State::Running);
    setProgress({}, {});
    Q_EMIT syncWanted();
}

void SyncPage::stop()
{
    if (m_state == State::Running) {
        setState(State::Stopping);
        Q_EMIT stopWanted();
    }
}

} // namespace motcua
