// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"

#include <QAction>

#include <array>

namespace motcua {

/// What a clerk can do, with its key. Each action knows whether it can be done now; while it cannot,
/// its tool tip says why; its status tip is the second line of its button.
///
/// No bare letters, no Ctrl+Shift, no Alt+Z or Alt+Shift: Vietnamese input methods own them.
class CounterActions : public QObject
{
    Q_OBJECT

public:
    explicit CounterActions(QObject *parent = nullptr);

    QAction callNext{this};   ///< F2
    QAction recall{this};     ///< F3
    QAction noShow{this};     ///< F4
    QAction hold{this};       ///< F6
    QAction transfer{this};   ///< F7
    QAction finish{this};     ///< F9, Ctrl+Enter
    QAction another{this};    ///< Ctrl+N: record, and one more for the same ticket
    QAction start{this};      ///< by its button only: F9 alone is enough
    QAction callChosen{this}; ///< Ctrl+G
    QAction pause{this};      ///< Ctrl+P: break and back
    QAction find{this};       ///< Ctrl+F: a dossier
    QAction undo{this};       ///< Ctrl+Z
    QAction keys{this};       ///< F1
    QAction settings{this};   ///< Ctrl+,
    QAction strip{this};      ///< F11

    // The intake form; it connects itself to them.
    QAction scan{this};         ///< F8
    QAction useKnown{this};     ///< F5
    QAction procedure{this};    ///< Ctrl+K
    QAction documents{this};    ///< Ctrl+D
    QAction allDocuments{this}; ///< Ctrl+E: every required paper is here
    QAction accept{this};       ///< Alt+1
    QAction supplement{this};   ///< Alt+2
    QAction refuse{this};       ///< Alt+3
    QAction advise{this};       ///< Alt+4
    QAction handOver{this};     ///< Alt+5

    /// The six cells of the action bar, from left to right.
    [[nodiscard]] std::array<QAction *, 6> cells();
    [[nodiscard]] std::array<QAction *, 25> all();

    /// Tells each action what @p view allows; @p covered: a layer, the lock or the sign-in is in
    /// front and only it takes keys; @p corrects: it is a correction, whose form has keys too.
    void update(const CounterView &view, bool covered, bool corrects = false);
    void retranslate();

private:
    void allow(QAction &action, const QString &reason, const QString &note = {},
               bool reasonShown = true);
    [[nodiscard]] static QString finishText(const CounterView &view);
    [[nodiscard]] QString whyNotCallNext(const CounterView &view) const;
    [[nodiscard]] QString whyNotCallChosen(const CounterView &view) const;

    bool m_covered = false;
};

} // namespace motcua
