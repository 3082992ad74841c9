// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/changefeed.h"

#include "storage/statement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

ChangeFeed::ChangeFeed(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_hinted, false)) {
            followHint();
        }
    });
    connect(&m_net, &QTimer::timeout, this, &ChangeFeed::look);
    database.watch(this, [this] { followHint(); }); // first: what comes after we looked is told
    look();
    m_failing = false; // nobody could listen yet: the next look tells
    m_net.start(database.pace().net);
}

void ChangeFeed::followHint()
{
    if (m_pause.isActive()) { // a flood of hints must not become a flood of readings
        m_hinted = true;
        return;
    }
    const QString before = m_mark;
    look();
    if (m_mark != before && m_database.pace().pause > std::chrono::milliseconds(0)) {
        m_pause.start(m_database.pace().pause);
    }
}

void ChangeFeed::look()
{
    const auto mark = m_database.changeMark();
    if (mark && *mark == m_mark) {
        return; // nobody wrote
    }
    // A retired file says so by showing no row.
    Statement select(m_database, u"SELECT seq FROM branch WHERE NOT retired"_s);
    const auto seq = select.row([](const Row &row) { return row.bigInteger(0); });
    if (!mark || !seq || !*seq) {
        if (!std::exchange(m_failing, true)) {
            Q_EMIT failed(!mark  ? mark.error()
                          : !seq ? seq.error()
                                 : Error{ErrorCode::DatabaseReplaced, m_database.path(), {}});
        }
        return;
    }
    m_failing = false;
    m_mark = *mark;
    m_seq = **seq;
    Q_EMIT changed(m_seq);
}

} // namespace motcua
