// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/personvault.h"

#include "support/outcome.h"
#include "support/shortmemory.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class PersonVaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyIsMadeOnceForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString keyFile = folder.filePath(u"branch.key"_s);
        QCOMPARE(test::codeOf(PersonVault::open(keyFile, QString())), u"key_missing"_s);
        const auto made = PersonVault::openOrCreate(keyFile);
        VERIFY_RESULT(made);
        const auto owner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(keyFile), owner);
        const auto again = PersonVault::openOrCreate(keyFile);
        VERIFY_RESULT(again);
        QCOMPARE(again->publicKey(), made->publicKey());
        VERIFY_RESULT(PersonVault::open(keyFile, made->publicKey()));
        QCOMPARE(test::codeOf(PersonVault::open(keyFile, QString(64, u'0'))), u"key_missing"_s);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void damagedKeyFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("something else") << QByteArray("hello");
        QTest::newRow("cut") << QByteArray("motcua key 1\n00ff\n");
        QTest::newRow("later format") << QByteArray("motcua key 2\n" + QByteArray(128, '0'));
    }
    void damagedKeyFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString keyFile = folder.filePath(u"branch.key"_s);
        QFile file(keyFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(test::codeOf(PersonVault::openOrCreate(keyFile)), u"key_missing"_s);
    }

    void onlyItsKeyAndItsRowOpenAValue()
    {
        const QTemporaryDir folder;
        const auto vault = PersonVault::openOrCreate(folder.filePath(u"a.db"_s));
        const auto other = PersonVault::openOrCreate(folder.filePath(u"b.db"_s));
        VERIFY_RESULT(vault);
        VERIFY_RESULT(other);
        const QUuid row = QUuid::createUuid();
        for (const QByteArray &plain :
             {QByteArray(), QByteArray("Nguyễn Thị Mai"), QByteArray(100'000, 'x')}) {
            const QString box = vault->seal(plain, row);
            const auto opened = vault->open(box, row);
            VERIFY_RESULT(opened);
            QCOMPARE(*opened, plain);
            QVERIFY(vault->seal(plain, row) != box);
            QCOMPARE(test::codeOf(vault->open(box, QUuid::createUuid())), u"database_damaged"_s);
            QCOMPARE(test::codeOf(other->open(box, row)), u"database_damaged"_s);
            for (const qsizetype at : {qsizetype{2}, box.size() / 2, box.size() - 8}) {
                QString changed = box;
                changed[at] = changed[at] == u'A' ? u'B' : u'A';
                QCOMPARE(test::codeOf(vault->open(changed, row)), u"database_damaged"_s);
            }
        }
        for (const QString &box : {QString(), u"1:"_s, u"2:AAAA"_s, u"1:AAAA"_s}) {
            QCOMPARE(test::codeOf(vault->open(box, row)), u"database_damaged"_s);
        }
    }

    void indexesAreStableAndKeyed()
    {
        const QTemporaryDir folder;
        const auto vault = PersonVault::openOrCreate(folder.filePath(u"a.db"_s));
        const auto other = PersonVault::openOrCreate(folder.filePath(u"b.db"_s));
        VERIFY_RESULT(vault);
        VERIFY_RESULT(other);
        const QString id = u"099191004217"_s;
        QCOMPARE(vault->idIndex(id).value(), vault->idIndex(id).value());
        const QSet<QString> all{vault->idIndex(id).value(), other->idIndex(id).value(),
                                vault->phoneIndex(id), other->phoneIndex(id),
                                vault->idIndex(u"099191004218"_s).value()};
        QCOMPARE(all.size(), 5);
        for (const QString &index : all) {
            QCOMPARE(index.size(), 32);
        }
        QCOMPARE(vault->wordIndex(u"mai"_s).size(), 16);
        QVERIFY(vault->wordIndex(u"mai"_s) != other->wordIndex(u"mai"_s));
        QCOMPARE(vault->idIndex({}).value(), QString());
        QCOMPARE(vault->phoneIndex({}), QString());
    }

    void slowIndexesAreRemembered()
    {
        const QTemporaryDir folder;
        const auto vault = PersonVault::openOrCreate(folder.filePath(u"a.db"_s));
        const auto other = PersonVault::openOrCreate(folder.filePath(u"b.db"_s));
        VERIFY_RESULT(vault);
        VERIFY_RESULT(other);
        const QString id = u"099191004217"_s;
        const QString index = vault->idIndex(id).value();
        const test::ShortMemory shortage;
        const auto again = PersonVault::openOrCreate(folder.filePath(u"a.db"_s));
        VERIFY_RESULT(again);
        QCOMPARE(again->idIndex(id).value(), index);
        // Another branch's, and another number's, would have to be made.
        QCOMPARE(test::codeOf(other->idIndex(id)), u"out_of_memory"_s);
        QCOMPARE(test::codeOf(vault->idIndex(u"099191004219"_s)), u"out_of_memory"_s);
    }
};

QTEST_GUILESS_MAIN(PersonVaultTest)
#include "personvaulttest.moc"
