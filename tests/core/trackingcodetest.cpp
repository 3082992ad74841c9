// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trackingcode.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class TrackingCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTypedEasilyAndHardlyEverTwice()
    {
        static const QRegularExpression pattern(u"^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"_s);
        QSet<QString> codes;
        for (int i = 0; i < 2000; ++i) {
            const QString code = trackingCode(QString::number(i));
            QVERIFY2(pattern.match(code).hasMatch(), qPrintable(code));
            codes.insert(code);
        }
        QCOMPARE(codes.size(), qsizetype{2000});
    }

    void staysTheSame() // it is on people's paper
    {
        QCOMPARE(trackingCode(u"AAAAAAAAAAAAAAAA"), u"K490-9YX2"_s);
    }
};

QTEST_GUILESS_MAIN(TrackingCodeTest)

#include "trackingcodetest.moc"
