// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/trace.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QWidget>

#include <chrono>
#include <utility>

namespace motcua {

Q_LOGGING_CATEGORY(lcTrace, "motcua.trace", QtWarningMsg)

namespace {

class PaintTrace : public QObject
{
public:
    PaintTrace(QWidget &window, QString what)
        : QObject(&window)
        , m_what(std::move(what))
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Opaque children are painted without the window itself: it only gets the request.
        if (event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest) {
            watched->removeEventFilter(this);
            // Behind this event, in which the children are painted and all is handed to the screen.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    trace(m_what);
                    deleteLater();
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    QString m_what;
};

} // namespace

void trace(const QString &what)
{
    qCDebug(lcTrace).noquote() << std::chrono::duration_cast<std::chrono::microseconds>(
                                      std::chrono::steady_clock::now().time_since_epoch())
                                      .count()
                               << what;
}

void traceWhenPainted(QWidget &window, const QString &what)
{
    if (lcTrace().isDebugEnabled()) {
        new PaintTrace(window, what);
    }
}

} // namespace motcua
