// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

#include <chrono>

namespace motcua {

/// While it lives, the thread waits for an answer of the engine. Answers have no limit of their own in
/// Qt's driver: a server that stands still, or a cable on which only our own packets get through, would
/// hold the thread for ever.
class AnswerWait
{
public:
    AnswerWait();
    ~AnswerWait();
    AnswerWait(const AnswerWait &) = delete;
    AnswerWait &operator=(const AnswerWait &) = delete;
};

/// Ends the links to a server that @p socket of the calling thread is, when @p link is gone; see
/// cutStalledLinks().
void watchLink(QObject *link, int socket);

/// Cuts every link of @p thread when it has been waiting for one answer longer than @p patience: the
/// statement then fails as after any lost link. For another thread to call now and then.
void cutStalledLinks(const QThread *thread, std::chrono::milliseconds patience);

} // namespace motcua
