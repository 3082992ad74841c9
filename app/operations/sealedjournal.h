// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace motcua {

/// A file of sealed records (XSalsa20-Poly1305), each on the disk before it counts: what a PC keeps
/// while it cannot reach its branch.
///
/// It only grows while it is open; whoever opened it reads the records and writes it anew with what
/// still matters before anything else. A record that a power cut tore off at the end never counted
/// and is left out. The folder belongs to one process at a time. One call at a time.
class SealedJournal
{
public:
    struct Kind
    {
        QByteArray head;           ///< first line of the file
        quint32 longestRecord = 0; ///< sealed, in bytes
    };

    /// Opens the journal in @p folder, which is made when it is not there. Without a @p key it has one
    /// of this PC, beside it.
    /// Fails with FolderInUse, FileUnwritable, FileUnreadable, DiskFull, KeyMissing (records that the
    /// key does not open: they are not written over).
    [[nodiscard]] static Result<std::unique_ptr<SealedJournal>> open(const QString &folder,
                                                                     const Kind &kind,
                                                                     const QByteArray &key = {});
    ~SealedJournal();
    SealedJournal(const SealedJournal &) = delete;
    SealedJournal &operator=(const SealedJournal &) = delete;

    /// What the file held when it was opened. Given away once.
    [[nodiscard]] std::vector<QJsonObject> takeRecords() { return std::move(m_records); }
    /// Puts a file with @p records in its place.
    [[nodiscard]] Result<> rewrite(const std::vector<QJsonObject> &records);
    /// Whether a sync failed: it takes nothing more until it is rewritten.
    [[nodiscard]] bool isUnsure() const { return m_failed; }
    /// Fails with DiskFull, FileUnwritable: then it does not hold @p record.
    [[nodiscard]] Result<> append(const QJsonObject &record);

    /// Puts @p value, sealed like the records, into the file @p name beside them, whole or not at all.
    /// Fails with DiskFull, FileUnwritable.
    [[nodiscard]] Result<> putBeside(const QString &name, const QJsonObject &value) const;
    /// What putBeside() put there; nothing when there is no such file.
    /// Fails with FileUnreadable, KeyMissing (it is damaged, or sealed with another key).
    [[nodiscard]] Result<std::optional<QJsonObject>> beside(const QString &name) const;

private:
    SealedJournal(QString folder, Kind kind, QByteArray key);
    [[nodiscard]] Result<> lock();
    [[nodiscard]] Result<> readKey();
    [[nodiscard]] Result<> load();
    [[nodiscard]] QByteArray sealed(const QJsonObject &record) const;
    [[nodiscard]] QString path(const QString &name) const;

    QString m_folder;
    Kind m_kind;
    QByteArray m_key;
    std::vector<QJsonObject> m_records;
    int m_lock = -1;
    int m_file = -1;
    qint64 m_size = 0;     ///< of what is known to be whole
    bool m_failed = false; ///< a sync failed: what is on the disk is unknown until it is rewritten
};

} // namespace motcua
