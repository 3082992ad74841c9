// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/kioskjournal.h"

#include "operations/servertools.h"
#include "storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QByteArrayView FileHead("motcua kiosk journal 1\n");
constexpr auto Nonce = qsizetype{crypto_secretbox_NONCEBYTES};
constexpr auto Mac = qsizetype{crypto_secretbox_MACBYTES};
constexpr auto LengthBytes = qsizetype{sizeof(quint32)};
/// More than any record has.
constexpr quint32 LongestRecord = 4096;

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Error failedAt(const QString &path, const char *what, int reason)
{
    return {reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            path, u"%1: errno %2"_s.arg(QLatin1StringView(what)).arg(reason)};
}

/// What is in a file of records, as far as it can be read.
struct Reading
{
    std::vector<QJsonObject> records;
    bool isDamaged = false; ///< more is missing than a cut tears off
};

Reading recordsIn(QByteArrayView file, const QByteArray &key)
{
    Reading reading;
    if (!file.startsWith(FileHead)) {
        reading.isDamaged = !file.isEmpty();
        return reading;
    }
    QByteArrayView rest = file.sliced(FileHead.size());
    while (!rest.isEmpty()) {
        const quint32 length =
            rest.size() < LengthBytes ? 0 : qFromLittleEndian<quint32>(rest.data());
        const qsizetype size = LengthBytes + static_cast<qsizetype>(length);
        const bool isWhole = length > Nonce + Mac && length <= LongestRecord && size <= rest.size();
        if (!isWhole) {
            reading.isDamaged = reading.isDamaged || rest.size() > LengthBytes + LongestRecord;
            break;
        }
        const QByteArrayView box = rest.sliced(LengthBytes, length);
        QByteArray plain(static_cast<qsizetype>(length) - Nonce - Mac, '\0');
        const bool opens =
            crypto_secretbox_open_easy(bytesOf(plain), bytesOf(box.sliced(Nonce)),
                                       static_cast<unsigned long long>(box.size() - Nonce),
                                       bytesOf(box), bytesOf(QByteArrayView(key)))
            == 0;
        rest = rest.sliced(size);
        if (opens) {
            reading.records.push_back(QJsonDocument::fromJson(plain).object());
        }
        reading.isDamaged = reading.isDamaged || (!opens && !rest.isEmpty());
    }
    return reading;
}

} // namespace

KioskJournal::KioskJournal(QString folder, int number)
    : m_folder(std::move(folder))
    , m_number(number)
{
}

KioskJournal::~KioskJournal()
{
    for (const int descriptor : {m_file, m_lock}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

QString KioskJournal::path(const QString &name) const
{
    return QDir(m_folder).filePath(name);
}

Result<std::unique_ptr<KioskJournal>> KioskJournal::open(const QString &folder, int number)
{
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    if (const auto made = makePrivateFolder(folder); !made) {
        return std::unexpected(made.error());
    }
    std::unique_ptr<KioskJournal> journal(new KioskJournal(folder, number));
    for (const auto step : {&KioskJournal::lock, &KioskJournal::readKey, &KioskJournal::load}) {
        if (const auto done = ((*journal).*step)(); !done) {
            return std::unexpected(done.error());
        }
    }
    return journal;
}

Result<> KioskJournal::lock()
{
    const QString name = path(u"journal.lock"_s);
    m_lock = ::open(QFile::encodeName(name).constData(), O_CREAT | O_RDWR | O_CLOEXEC,
                    S_IRUSR | S_IWUSR);
    if (m_lock < 0) {
        return std::unexpected(failedAt(name, "open", errno));
    }
    return ::flock(m_lock, LOCK_EX | LOCK_NB) == 0 ? Result<>()
                                                   : failure(ErrorCode::FolderInUse, m_folder);
}

Result<> KioskJournal::readKey()
{
    const QString name = path(u"journal.key"_s);
    if (!QFile::exists(name)) {
        if (QFile::exists(path(u"journal"_s))) {
            return failure(ErrorCode::KeyMissing, name);
        }
        QByteArray key(crypto_secretbox_KEYBYTES, '\0');
        randombytes_buf(key.data(), crypto_secretbox_KEYBYTES);
        if (const auto written = writePrivate(name, key); !written) {
            return written;
        }
    }
    const auto key = readWhole(name);
    if (!key) {
        return std::unexpected(key.error());
    }
    m_key = *key;
    return m_key.size() == qsizetype{crypto_secretbox_KEYBYTES}
               ? Result<>()
               : failure(ErrorCode::KeyMissing, name);
}

Result<> KioskJournal::load()
{
    const QString name = path(u"journal"_s);
    if (QFile::exists(name)) {
        const auto content = readWhole(name);
        if (!content) {
            return std::unexpected(content.error());
        }
        const Reading reading = recordsIn(*content, m_key);
        if (reading.isDamaged && reading.records.empty()) {
            return failure(ErrorCode::KeyMissing, name); // what it holds is not to be written over
        }
        if (reading.isDamaged) { // kept for whoever can make sense of it
            QString aside = name + u".damaged"_s;
            for (int n = 2; QFile::exists(aside); ++n) {
                aside = u"%1.damaged-%2"_s.arg(name).arg(n);
            }
            if (const auto kept = addName(name, aside); !kept) {
                return kept;
            }
        }
        for (const QJsonObject &record : reading.records) {
            apply(record);
        }
    }
    return rewrite();
}

/// Puts a file with what still matters in the place of the journal.
Result<> KioskJournal::rewrite()
{
    QByteArray content = FileHead.toByteArray();
    for (const NumberLease &lease : m_leases) {
        content += sealed({{u"lease"_s, lease.toJson()},
                           {u"kiosk"_s, m_number},
                           {u"at"_s, m_clock.lastAt},
                           {u"lead"_s, m_clock.lead}});
    }
    for (const OfflineTicket &ticket : m_tickets) {
        content += sealed({{u"ticket"_s, ticket.toJson()}, {u"lead"_s, m_clock.lead}});
    }
    const QString name = path(u"journal"_s);
    if (const auto written = writePrivate(name, content); !written) {
        return written;
    }
    m_file = ::open(QFile::encodeName(name).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    m_size = content.size();
    return m_file >= 0 ? Result<>() : std::unexpected(failedAt(name, "open", errno));
}

QByteArray KioskJournal::sealed(const QJsonObject &record) const
{
    const QByteArray plain = QJsonDocument(record).toJson(QJsonDocument::Compact);
    QByteArray frame(LengthBytes + Nonce + Mac + plain.size(), '\0');
    qToLittleEndian(static_cast<quint32>(frame.size() - LengthBytes), frame.data());
    unsigned char *nonce = bytesOf(frame) + LengthBytes;
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + Nonce, bytesOf(QByteArrayView(plain)),
                          static_cast<unsigned long long>(plain.size()), nonce,
                          bytesOf(QByteArrayView(m_key)));
    return frame;
}

Result<> KioskJournal::append(const QJsonObject &record)
{
    const QString name = path(u"journal"_s);
    if (m_failed) {
        return failure(ErrorCode::FileUnwritable, name, u"an earlier sync failed"_s);
    }
    const QByteArray frame = sealed(record);
    qsizetype written = 0;
    while (written < frame.size()) {
        const ssize_t step = ::write(m_file, frame.constData() + written,
                                     static_cast<size_t>(frame.size() - written));
        if (step < 0 && errno == EINTR) {
            continue;
        }
        if (step <= 0) {
            const int reason = errno;
            m_failed = ::ftruncate(m_file, m_size) != 0; // half a record would hide what follows
            return std::unexpected(failedAt(name, "write", reason));
        }
        written += step;
    }
    if (::fdatasync(m_file) != 0) {
        m_failed = true;
        return std::unexpected(failedAt(name, "sync", errno));
    }
    m_size += frame.size();
    const QMutexLocker locker(&m_mutex);
    apply(record);
    return {};
}

void KioskJournal::apply(const QJsonObject &record)
{
    m_clock.lead = record["lead"_L1].toInteger(m_clock.lead);
    m_clock.lastAt = std::max(m_clock.lastAt, record["at"_L1].toInteger());
    if (record.contains("lease"_L1) && record["kiosk"_L1].toInt() == m_number) {
        const NumberLease lease = NumberLease::fromJson(record["lease"_L1].toObject());
        std::erase_if(m_leases, [&lease](const NumberLease &one) {
            return one.date != lease.date || one.first > one.last;
        });
        m_leases.push_back(lease);
    } else if (record.contains("ticket"_L1)) {
        const OfflineTicket ticket = OfflineTicket::fromJson(record["ticket"_L1].toObject());
        m_clock.lastAt = std::max(m_clock.lastAt, ticket.arrivedAt);
        const int number = ticket.number.number;
        for (NumberLease &lease : m_leases) {
            const bool isFromIt = lease.date == ticket.date && lease.group == ticket.group()
                                  && lease.first <= number && number <= lease.last;
            lease.first = isFromIt ? number + 1 : lease.first;
        }
        m_tickets.push_back(ticket);
    } else if (record.contains("done"_L1)) {
        const QUuid id = QUuid::fromString(record["done"_L1].toString());
        std::erase_if(m_tickets, [&id](const OfflineTicket &ticket) { return ticket.id == id; });
    }
}

void KioskJournal::setTime(qint64 branchNow, qint64 pcNow)
{
    const QMutexLocker locker(&m_mutex);
    m_clock = {.lastAt = branchNow, .lead = branchNow - pcNow};
}

Result<> KioskJournal::hold(const NumberLease &lease)
{
    const QMutexLocker locker(&m_writing);
    const bool isKnown = std::ranges::any_of(m_leases, [&lease](const NumberLease &one) {
        return one.date == lease.date && one.group == lease.group && one.last == lease.last;
    });
    return isKnown ? Result<>()
                   : append({{u"lease"_s, lease.toJson()},
                             {u"kiosk"_s, m_number},
                             {u"at"_s, time().lastAt},
                             {u"lead"_s, time().lead}});
}

BranchClock KioskJournal::time() const
{
    const QMutexLocker locker(&m_mutex);
    return m_clock;
}

int KioskJournal::left(const QString &group, const QDate &day) const
{
    const QMutexLocker locker(&m_mutex);
    int left = 0;
    for (const NumberLease &lease : m_leases) {
        left += lease.group == group && lease.date == day ? lease.last + 1 - lease.first : 0;
    }
    return left;
}

Result<OfflineTicket> KioskJournal::give(const Wish &wish, const QDate &day, qint64 pcNow)
{
    const QMutexLocker locker(&m_writing); // nobody else changes leases and tickets
    if (const auto same = std::ranges::find(m_tickets, wish.id, &OfflineTicket::wish);
        same != m_tickets.end()) {
        return *same;
    }
    const auto lease = std::ranges::find_if(m_leases, [&](const NumberLease &one) {
        return one.group == wish.group && one.date == day && one.first <= one.last;
    });
    if (lease == m_leases.end()) {
        return failure(ErrorCode::SeriesUsedUp, wish.group);
    }
    const auto token = newToken();
    if (!token) {
        return std::unexpected(token.error());
    }
    const BranchClock clock = time().advancedTo(pcNow);
    OfflineTicket ticket{.id = QUuid::createUuid(),
                         .wish = wish.id,
                         .number = {wish.group.at(0).unicode(), lease->first},
                         .date = day,
                         .procedure = wish.procedure,
                         .priority = wish.priority,
                         .kiosk = m_number,
                         .arrivedAt = clock.lastAt,
                         .token = *token};
    if (const auto kept = append({{u"ticket"_s, ticket.toJson()}, {u"lead"_s, clock.lead}});
        !kept) {
        return std::unexpected(kept.error());
    }
    return ticket;
}

std::optional<OfflineTicket> KioskJournal::next() const
{
    const QMutexLocker locker(&m_mutex);
    return m_tickets.empty() ? std::nullopt : std::optional(m_tickets.front());
}

Result<> KioskJournal::drop(const QUuid &id)
{
    const QMutexLocker locker(&m_writing);
    return append({{u"done"_s, id.toString(QUuid::WithoutBraces)}});
}

} // namespace motcua
