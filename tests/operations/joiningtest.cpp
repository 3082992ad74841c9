// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/joining.h"
#include "operations/servertools.h"
#include "support/outcome.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

/// The file a PC joins with; what the server makes of it is in system/branchservertest.
class JoiningTest : public QObject
{
    Q_OBJECT

    const QString m_code = u"7KQ2-M0T1-4HWC"_s;
    const JoinPackage m_package{.name = u"counter-3"_s,
                                .face = u"counter"_s,
                                .branch = u"CN1"_s,
                                .address = u"10.0.0.5"_s,
                                .port = 5433,
                                .password = u"secret"_s,
                                .authority = "ca",
                                .certificate = "certificate",
                                .key = "key",
                                .branchKey = "branch key"};

private Q_SLOTS:
    void whatWasSealedComesBack()
    {
        const auto file = sealJoin(m_package, m_code);
        VERIFY_RESULT(file);
        for (const QByteArray &secret : {m_package.key, m_package.branchKey, "secret"_ba}) {
            QVERIFY(!file->contains(secret));
        }
        const auto opened = openJoin(*file, m_code);
        VERIFY_RESULT(opened);
        QVERIFY(*opened == m_package);
        QVERIFY(*file != *sealJoin(m_package, m_code)); // another salt, another nonce
    }

    void aCodeIsTakenAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("as printed") << m_code << u"ok"_s;
        QTest::newRow("small letters") << u"7kq2-m0t1-4hwc"_s << u"ok"_s;
        QTest::newRow("no hyphens") << u"7KQ2M0T14HWC"_s << u"ok"_s;
        QTest::newRow("spaces") << u" 7KQ2 M0T1 4HWC "_s << u"ok"_s;
        QTest::newRow("O for 0, l for 1") << u"7KQ2-MOTl-4HWC"_s << u"ok"_s;
        QTest::newRow("another letter") << u"7KQ2-M0T1-4HWD"_s << u"join_code_wrong"_s;
        QTest::newRow("too short") << u"7KQ2-M0T1-4HW"_s << u"join_code_wrong"_s;
        QTest::newRow("nothing") << QString() << u"join_code_wrong"_s;
    }
    void aCodeIsTakenAsPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, outcome);
        const auto file = sealJoin(m_package, m_code);
        VERIFY_RESULT(file);
        QCOMPARE(codeOf(openJoin(*file, typed)), outcome);
    }

    void aChangedFileDoesNotOpen()
    {
        const auto file = sealJoin(m_package, m_code);
        VERIFY_RESULT(file);
        constexpr qsizetype Head = 14; // "motcua join 1\n"
        for (const qsizetype place : {Head, Head + 20, Head + 60, file->size() - 1}) {
            QByteArray changed = *file;
            changed[place] = static_cast<char>(changed[place] ^ 1);
            QCOMPARE(codeOf(openJoin(changed, m_code)), u"join_code_wrong"_s);
        }
        for (const QByteArray &other :
             {QByteArray(), "motcua join 1\n"_ba, file->first(Head + 50), "motcua join 2\n"_ba,
              QByteArray(100, 'x'), QByteArray("motcua join 1\n") + QByteArray(1 << 21, 'x')}) {
            QCOMPARE(codeOf(openJoin(other, m_code)), u"invalid_input"_s);
        }
        QCOMPARE(codeOf(openJoin(file->chopped(1), m_code)), u"join_code_wrong"_s);
    }

    void codesAreReadableAndDiffer()
    {
        static const QRegularExpression form(
            u"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$"_s);
        std::set<QString> codes;
        constexpr size_t Enough = 200;
        for (size_t i = 0; i < Enough; ++i) {
            const QString code = newJoinCode();
            QVERIFY2(form.match(code).hasMatch(), qPrintable(code));
            codes.insert(code);
        }
        QCOMPARE(codes.size(), Enough);
    }

    void nothingIsGivenAwayThroughALink()
    {
        const QTemporaryDir folder;
        const QString own = folder.filePath(u"own"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile(own).open(QIODevice::WriteOnly) && QFile::link(own, link));
        const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(own, open));
        QCOMPARE(codeOf(giveToServer(link)), u"file_unwritable"_s);
        QVERIFY(QFile::permissions(own).testFlag(QFile::ReadGroup));
        VERIFY_RESULT(giveToServer(own));
        QVERIFY(!QFile::permissions(own).testFlag(QFile::ReadGroup));
    }
};

QTEST_GUILESS_MAIN(JoiningTest)
#include "joiningtest.moc"
