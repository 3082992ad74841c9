// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/eventloopwatch.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace motcua;

class EventLoopWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoopThatStandsStillIsReported()
    {
        qputenv("MOTCUA_WATCH_EVENTLOOP", "1"); // a release watches nothing without it
        QObject parent;
        watchEventLoop(&parent);
        static QString heard;
        heard.clear();
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &context, const QString &message) {
                if (qstrcmp(context.category, "motcua.eventloop") == 0) {
                    heard = message;
                }
            });
        bool blocked = false;
        // After two beats, so that the watch has begun.
        QTimer::singleShot(200, &parent, [&blocked] {
            QElapsedTimer busy;
            busy.start();
            while (busy.elapsed() < 130) {}
            blocked = true;
        });
        QTRY_VERIFY(blocked && !heard.isEmpty());
        qInstallMessageHandler(before);
        const auto ms = QRegularExpression(u"(\\d+) ms"_s).match(heard).captured(1).toInt();
        QVERIFY2(ms > 100, qPrintable(heard));
    }
};

QTEST_MAIN(EventLoopWatchTest)

#include "eventloopwatchtest.moc"
