// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/keptlayer.h"

#include "counter/countertexts.h"
#include "shared/errortext.h"
#include "shared/paragraphlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <span>

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
               ? KeptLayer::tr("%1 was also called at counter %2. Whatever was recorded is kept.")
                     .arg(number)
                     .arg(note.counter)
               : KeptLayer::tr("%1 was given back or sent on meanwhile. What was recorded is kept.")
                     .arg(number);
}

/// "3 visits to send: H042, H044, C007"
static QString unsentText(const std::vector<TicketNumber> &unsent)
{
    constexpr size_t Most = 12;
    QStringList numbers;
    for (const TicketNumber &ticket : std::span(unsent).first(std::min(unsent.size(), Most))) {
        numbers.append(shownNumber(ticket));
    }
    const QString words =
        KeptLayer::tr("%n visit(s) to send", nullptr, static_cast<int>(unsent.size()));
    return numbers.isEmpty() ? words
                             : words + u": "_s + numbers.join(u", "_s)
                                   + (unsent.size() > Most ? u", …"_s : QString());
}

KeptLayer::KeptLayer(const Look &look, const CounterView &view, Use use, QWidget *parent)
    : Layer(look,
            use == Use::Leave ? tr("Close with visits that are not sent?")
                              : tr("Done without the server"),
            parent)
    , m_use(use)
{
    setCardWidth(680);
    const auto add = [&](QBoxLayout &to, const QString &text, QLatin1StringView color) {
        auto *label = new ParagraphLabel(look, "desk.body"_L1, color, card());
        label->setText(text);
        to.addWidget(label, 1);
    };
    if (const auto &unsent = view.kept.unsent; !unsent.empty() || view.kept.notes.empty()) {
        add(*content(), unsentText(unsent), "text.secondary"_L1);
    }
    if (use == Use::Leave) {
        add(*content(),
            view.kept.ended
                ? tr("They are safe on this PC, and sent once it is enrolled again. Tell whoever "
                     "looks after the PCs.")
                : tr(
                    "They are safe on this PC, and sent when this counter is opened here again and "
                    "the server is there. Nobody else can see them until then."),
            "text.primary"_L1);
    } else if (view.kept.isAlone) {
        add(*content(),
            tr("Calling, forms and finishing go on. Signing in, searching, transfers and "
               "corrections wait for the server. Receipts are printed when it is back."),
            "text.secondary"_L1);
    }
    constexpr size_t Most = 6; // the others come when these are seen
    const auto notes = use == Use::Leave ? std::vector<KeptWork::Note>() : view.kept.notes;
    for (const KeptWork::Note &note : notes) {
        if (&note - notes.data() >= static_cast<std::ptrdiff_t>(Most)) {
            add(*content(), tr("%n more", nullptr, static_cast<int>(notes.size() - Most)),
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
    if (use == Use::Leave) {
        auto *leave =
            new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, card());
        leave->setObjectName(u"leave"_s);
        leave->setWords(tr("Close the counter"));
        leave->setFixedHeight(look.px(42));
        connect(leave, &QAbstractButton::clicked, this, &KeptLayer::left);
        foot->addWidget(leave);
    }
    auto *close = new DeskButton(look, DeskButton::Kind::Primary, DeskButton::Size::Normal, card());
    close->setObjectName(u"answer"_s);
    close->setWords(use == Use::Leave ? tr("Stay") : m_seen.empty() ? tr("Close") : tr("Seen"));
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
