// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syncstanding.h"
#include "counter/deskparts.h"

#include <array>
#include <optional>

namespace motcua {

class ParagraphLabel;

/// How the branch stands with the centre, and the button that syncs now.
class SyncPage : public QWidget
{
    Q_OBJECT

public:
    explicit SyncPage(const Look &look, QWidget *parent = nullptr);

    void present(const SyncStanding &standing);
    /// Why this PC cannot sync; empty: it can.
    void setUnavailable(const QString &reason);
    /// A sync is under way and needs about @p secondsLeft, if anybody knows.
    void setProgress(const SyncProgress &progress, std::optional<qint64> secondsLeft);
    /// It is over: what came of it, for the person.
    void setOutcome(const QString &words, bool isTrouble = false);
    /// Syncs, unless it cannot or already does.
    void sync();
    void stop();

Q_SIGNALS:
    void syncWanted();
    void stopWanted();

private:
    enum class State { Idle, Running, Stopping };
    enum Row { LastSync, AtCentre, Proven, Unproven, NextTry, Rows };

    void setState(State state);
    void say(const QString &words, bool isTrouble);
    void setRow(Row row, const QString &text, bool needsAttention = false);

    Look m_look;
    State m_state = State::Idle;
    QString m_reason = {};
    SyncStanding m_standing = {};
    std::array<ParagraphLabel *, Rows> m_values{};
    ParagraphLabel *m_words;
    ParagraphLabel *m_about;
    DeskButton *m_start;
    DeskButton *m_stop;
};

} // namespace motcua
