// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/durablefile.h"
#include "support/outcome.h"

#include <QFile>
#include <QTemporaryDir>

using namespace motcua;
using namespace Qt::StringLiterals;

class DurableFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedFileHasItsNameAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"Chi nhánh.db"_s);
        const QString unfinished = unfinishedPath(path);
        QVERIFY(unfinished != path);
        QCOMPARE(QFileInfo(unfinished).path(), folder.path()); // a link works in one folder only
        write(unfinished, "new");
        VERIFY_RESULT(publish(unfinished, path));
        QCOMPARE(contentOf(path), QByteArray("new"));
        QVERIFY(!QFile::exists(unfinished));
    }

    void publishNeverReplacesAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.db"_s);
        write(path, "old");
        write(unfinishedPath(path), "new");
        QCOMPARE(test::outcome(publish(unfinishedPath(path), path)), u"database_exists "_s + path);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(contentOf(unfinishedPath(path)), QByteArray("new"));
    }

    void nothingToPublishFails()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.db"_s);
        QCOMPARE(test::codeOf(publish(unfinishedPath(path), path)), u"file_unreadable"_s);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(test::codeOf(syncToDisk(path)), u"file_unreadable"_s);
        VERIFY_RESULT(syncToDisk(folder.path()));
    }

    void discardTakesTheJournalToo()
    {
        const QTemporaryDir folder;
        const QString unfinished = unfinishedPath(folder.filePath(u"a.db"_s));
        write(unfinished, "x");
        write(unfinished + u"-journal"_s, "x");
        discard(unfinished);
        QVERIFY(QDir(folder.path()).isEmpty());
        discard(unfinished); // and what is not there is no trouble
    }

private:
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(DurableFileTest)

#include "durablefiletest.moc"
