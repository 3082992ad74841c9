// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/keptlayer.h"

#include "counter/countertexts.h"
#include "shared/errortext.h"
#include "shared/paragraphlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

static QString noteText(const KeptWork::Note &note)
{
    const QString number = shownNumber(note.ticket);
    if (note.refused && note.refused->code == ErrorCode::IllegalTransition) {
        return KeptLayer::tr(
                   "%1 is elsewhere now, but a form was begun here. Open it to record what "
                   "was handed in, or to let it go.")
            .arg(number);
    }
    if (note.refused) {
        return KeptLayer::tr("%1: the form was not taken. %2")
            .arg(number, errorText(*note.refused));
    }
    if (note.apart == "day_over"_L1) {
        return KeptLayer::tr("%1: its day was over. What was recorded counts for today.")
            .arg(number);
    }
    if (note.apart == "unknown_ticket"_L1) {
        return KeptLayer::tr("%1 is no number of today. What was recorded is kept without it.")
            .arg(number);
    }
    if (note.apart != "elsewhere"_L1) {
        return KeptLayer::tr("%1 could not be taken over. Tell the branch head.").arg(number);
    }
    return note.counter != 0
               ? KeptLayer::tr("%1 was also called at counter %2. What both recorded is kept.")
                     .arg(number)
                     .arg(note.counter)
               : KeptLayer::tr("%1 was given back or sent on meanwhile. What was recorded is kept.")
                     .arg(number);
}

KeptLayer::KeptLayer(const Look &look, const CounterView &view, QWidget *parent)
    : Layer(look, tr("Done without the server"), parent)
{
    setCardWidth(680);
    const auto add = [&](QBoxLayout &to, const QString &text, QLatin1StringView color) {
        auto *label = new ParagraphLabel(look, "desk.body"_L1, color, card());
        label->setText(text);
        to.addWidget(label, 1);
    };
    if (view.kept.unsent > 0 || view.kept.notes.empty()) {
        add(*content(), tr("%n visit(s) to send", nullptr, view.kept.unsent), "text.secondary"_L1);
    }
    if (view.kept.isAlone) {
        add(*content(),
            tr("Calling, forms and finishing go on. Signing in, searching, transfers and "
               "corrections wait for the server. Receipts are printed when it is back."),
            "text.secondary"_L1);
    }
    constexpr size_t Most = 6; // the others come when these are seen
    for (const KeptWork::Note &note : view.kept.notes) {
        if (&note - view.kept.notes.data() >= static_cast<std::ptrdiff_t>(Most)) {
            add(*content(), tr("%n more", nullptr, static_cast<int>(view.kept.notes.size() - Most)),
                "text.secondary"_L1);
            break;
        }
        auto *row = new QHBoxLayout;
        row->setSpacing(look.px(12));
        add(*row, noteText(note), "text.primary"_L1);
        if (note.refused) {
            auto *open =
                new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, card());
            open->setObjectName(u"openKept"_s);
            open->setWords(tr("Open the form"));
            open->setEnabled(!view.overview.current);
            connect(open, &QAbstractButton::clicked, this, [this, id = note.id] {
                dismiss();
                Q_EMIT opened(id);
            });
            row->addWidget(open, 0, Qt::AlignTop);
        } else {
            m_seen.push_back(note.id);
        }
        content()->addLayout(row);
    }
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    auto *close = new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Normal, card());
    close->setObjectName(u"answer"_s);
    close->setWords(m_seen.empty() ? tr("Close") : tr("Seen"));
    close->setKeycap(u"Enter"_s);
    close->setFixedHeight(look.px(42));
    connect(close, &QAbstractButton::clicked, this, &KeptLayer::confirm);
    foot->addWidget(close);
    content()->addLayout(foot);
    focusFirst(close);
}

void KeptLayer::confirm()
{
    dismiss();
    for (const QUuid &id : m_seen) {
        Q_EMIT seen(id);
    }
}

} // namespace motcua
