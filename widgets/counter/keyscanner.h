// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/intakeform.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace motcua {

/// Tells a scanner that acts as a keyboard from a hand, wherever in a window the keys go. What it
/// sprayed is taken out of where it went to and told whole: no hand types so many separators, a
/// whole zone of a passport or a dossier's code without a pause.
class KeyScanner : public QObject
{
    Q_OBJECT

public:
    /// Listens in @p window and in the small windows of it, which must outlive this.
    explicit KeyScanner(QWidget &window);

    /// Whether nothing was typed for a moment.
    [[nodiscard]] bool isIdle() const { return m_keys.isEmpty(); }

Q_SIGNALS:
    /// The keys went to @p field, which holds again what it held.
    void scanned(const QByteArray &payload, QWidget *field);
    /// A hand stopped typing for a moment.
    void typed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// @p pressedAt: the display's milliseconds, 0 when it does not say.
    bool take(const QString &text, quint64 pressedAt);
    bool end();
    void giveBack();
    void forget();

    QWidget &m_window;
    QTimer m_end; ///< some scanners send no Enter
    QString m_keys;
    QPointer<QWidget> m_field;   ///< where the first of them went to
    QPointer<IntakeForm> m_form; ///< around it; every part of one can be put back as it was
    QString m_before;            ///< what stood there
    IntakeForm::Memory m_memory; ///< where it is a part of the form and no text
    quint64 m_pressedAt = 0;     ///< the last key
    QElapsedTimer m_since;       ///< it was seen
};

/// The code of a dossier that was scanned or typed; empty for anything else.
[[nodiscard]] QString dossierCodeFrom(const QString &text);

} // namespace motcua
