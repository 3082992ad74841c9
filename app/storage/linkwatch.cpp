// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/linkwatch.h"

#include <QMutex>
#include <QObject>

#include <algorithm>
#include <map>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace motcua {

namespace {

struct Links
{
    std::vector<int> sockets; ///< of our own, so that none can become another file meanwhile
    std::optional<std::chrono::steady_clock::time_point> waitsSince;
};

QMutex mutex;

std::map<const QThread *, Links> &all()
{
    static std::map<const QThread *, Links> links;
    return links;
}

} // namespace

AnswerWait::AnswerWait()
{
    const QMutexLocker locker(&mutex);
    if (const auto own = all().find(QThread::currentThread()); own != all().end()) {
        own->second.waitsSince = std::chrono::steady_clock::now();
    }
}

AnswerWait::~AnswerWait()
{
    const QMutexLocker locker(&mutex);
    if (const auto own = all().find(QThread::currentThread()); own != all().end()) {
        own->second.waitsSince.reset();
    }
}

void watchLink(QObject *link, int socket)
{
    const int copy = ::dup(socket);
    if (copy < 0) {
        return;
    }
    const QThread *thread = QThread::currentThread();
    const QMutexLocker locker(&mutex);
    all()[thread].sockets.push_back(copy);
    QObject::connect(link, &QObject::destroyed, [thread, copy] {
        const QMutexLocker again(&mutex);
        Links &links = all()[thread];
        std::erase(links.sockets, copy);
        ::close(copy);
        if (links.sockets.empty()) {
            all().erase(thread);
        }
    });
}

void cutStalledLinks(const QThread *thread, std::chrono::milliseconds patience)
{
    const QMutexLocker locker(&mutex);
    const auto links = all().find(thread);
    if (links == all().end() || !links->second.waitsSince
        || std::chrono::steady_clock::now() - *links->second.waitsSince < patience) {
        return;
    }
    for (const int socket : links->second.sockets) {
        ::shutdown(socket, SHUT_RDWR);
    }
}

} // namespace motcua
