// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/sealedjournal.h"

#include "operations/servertools.h"
#include "storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto Nonce = qsizetype{crypto_secretbox_NONCEBYTES};
constexpr auto Mac = qsizetype{crypto_secretbox_MACBYTES};
constexpr auto LengthBytes = qsizetype{sizeof(quint32)};

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
    bool isClosed = false;  ///< its only record does not open: torn, or of another key
};

Reading recordsIn(QByteArrayView file, const SealedJournal::Kind &kind, const QByteArray &key)
{
    Reading reading;
    if (!file.startsWith(kind.head)) {
        reading.isDamaged = !file.isEmpty();
        return reading;
    }
    QByteArrayView rest = file.sliced(kind.head.size());
    while (!rest.isEmpty()) {
        const quint32 length =
            rest.size() < LengthBytes ? 0 : qFromLittleEndian<quint32>(rest.data());
        const qsizetype size = LengthBytes + static_cast<qsizetype>(length);
        const bool isWhole =
            length > Nonce + Mac && length <= kind.longestRecord && size <= rest.size();
        if (!isWhole) {
            reading.isDamaged =
                reading.isDamaged
                || rest.size() > LengthBytes + static_cast<qsizetype>(kind.longestRecord);
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
        reading.isClosed = !opens && reading.records.empty();
    }
    return reading;
}

} // namespace

SealedJournal::SealedJournal(QString folder, Kind kind, QByteArray key)
    : m_folder(std::move(folder))
    , m_kind(std::move(kind))
    , m_key(std::move(key))
{
}

SealedJournal::~SealedJournal()
{
    for (const int descriptor : {m_file, m_lock}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
    m_key.fill('\0');
}

QString SealedJournal::path(const QString &name) const
{
    return QDir(m_folder).filePath(name);
}

Result<std::unique_ptr<SealedJournal>> SealedJournal::open(const QString &folder, const Kind &kind,
                                                           const QByteArray &key)
{
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    if (const auto made = makePrivateFolder(folder); !made) {
        return std::unexpected(made.error());
    }
    std::unique_ptr<SealedJournal> journal(new SealedJournal(folder, kind, key));
    for (const auto step : {&SealedJournal::lock, &SealedJournal::readKey, &SealedJournal::load}) {
        if (const auto done = ((*journal).*step)(); !done) {
            return std::unexpected(done.error());
        }
    }
    return journal;
}

Result<> SealedJournal::lock()
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

Result<> SealedJournal::readKey()
{
    if (!m_key.isEmpty()) {
        return {};
    }
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

Result<> SealedJournal::load()
{
    const QString name = path(u"journal"_s);
    if (QFile::exists(name)) {
        const auto content = readWhole(name);
        if (!content) {
            return std::unexpected(content.error());
        }
        Reading reading = recordsIn(*content, m_kind, m_key);
        if (reading.isDamaged && reading.records.empty()) {
            return failure(ErrorCode::KeyMissing, name); // what it holds is not to be written over
        }
        if (reading.isDamaged || reading.isClosed) { // kept for whoever can make sense of it
            QString aside = name + u".damaged"_s;
            for (int n = 2; QFile::exists(aside); ++n) {
                aside = u"%1.damaged-%2"_s.arg(name).arg(n);
            }
            if (const auto kept = addName(name, aside); !kept) {
                return kept;
            }
        }
        m_records = std::move(reading.records);
    }
    return {};
}

Result<> SealedJournal::rewrite(const std::vector<QJsonObject> &records)
{
    QByteArray content = m_kind.head;
    for (const QJsonObject &record : records) {
        content += sealed(record);
    }
    const QString name = path(u"journal"_s);
    if (const auto written = writePrivate(name, content); !written) {
        return written;
    }
    if (m_file >= 0) {
        ::close(m_file);
    }
    m_file = ::open(QFile::encodeName(name).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    m_size = content.size();
    m_failed = false; // what is on the disk is known again
    return m_file >= 0 ? Result<>() : std::unexpected(failedAt(name, "open", errno));
}

QByteArray SealedJournal::sealed(const QJsonObject &record) const
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

Result<> SealedJournal::append(const QJsonObject &record)
{
    const QString name = path(u"journal"_s);
    if (m_failed) {
        return failure(ErrorCode::FileUnwritable, name, u"an earlier sync failed"_s);
    }
    const QByteArray frame = sealed(record);
    if (frame.size() > LengthBytes + static_cast<qsizetype>(m_kind.longestRecord)) {
        return failure(ErrorCode::FileUnwritable, name, u"a record is too long"_s);
    }
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
    return {};
}

Result<> SealedJournal::putBeside(const QString &name, const QJsonObject &value) const
{
    return writePrivate(path(name), m_kind.head + sealed(value));
}

Result<std::optional<QJsonObject>> SealedJournal::beside(const QString &name) const
{
    if (!QFile::exists(path(name))) {
        return std::nullopt;
    }
    const auto content = readWhole(path(name));
    if (!content) {
        return std::unexpected(content.error());
    }
    const auto size = static_cast<quint32>(content->size());
    const Reading reading =
        recordsIn(*content, {.head = m_kind.head, .longestRecord = size}, m_key);
    if (reading.isDamaged || reading.records.size() != 1) {
        return failure(ErrorCode::KeyMissing, path(name));
    }
    return reading.records.front();
}

} // namespace motcua
