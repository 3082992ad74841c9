// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/pageparts.h"

#include "manager/figuretile.h"
#include "manager/managertexts.h"

#include <QAction>
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

void addKey(QWidget &window, const QKeySequence &key, const std::function<void()> &action)
{
    auto *pressed = new QAction(&window);
    pressed->setShortcut(key);
    QObject::connect(pressed, &QAction::triggered, &window, action);
    window.addAction(pressed);
}

void addOutputs(QBoxLayout &line, const Look &look, QWidget *page,
                const std::function<void()> &save, const std::function<void()> &print)
{
    const auto add = [&](QLatin1StringView icon, const QString &words, const QString &key,
                         const std::function<void()> &action) {
        auto *button = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, page);
        button->setIconName(icon);
        button->setWords(words);
        button->setToolTip(key);
        QObject::connect(button, &QAbstractButton::clicked, page, action);
        line.addWidget(button);
    };
    add("download"_L1, ManagerTexts::tr("Export CSV"), u"Ctrl+E"_s, save);
    add("printer"_L1, ManagerTexts::tr("Print report"), u"Ctrl+P"_s, print);
}

void addTurns(QBoxLayout &line, const Look &look, const QString &before, const QString &after,
              QWidget *page, const std::function<void(int)> &turn)
{
    for (const int step : {-1, 1}) {
        auto *button = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, page);
        button->setIconName(step < 0 ? "left"_L1 : "right"_L1);
        button->setAccessibleName(step < 0 ? before : after);
        button->setToolTip(step < 0 ? u"PgUp"_s : u"PgDn"_s);
        button->setObjectName(step < 0 ? u"before"_s : u"after"_s);
        QObject::connect(button, &QAbstractButton::clicked, page, [turn, step] { turn(step); });
        line.addWidget(button);
    }
}

void presentWaits(FigureTile &average, FigureTile &longest, const Waits &waits)
{
    const QString unit = waits.average ? ManagerTexts::tr("min") : QString();
    average.present(
        {.label = ManagerTexts::tr("Average wait"),
         .value = waitMinutes(waits.average),
         .unit = unit,
         .detail = waits.ninetieth
                       ? ManagerTexts::tr("9 in 10 under %1").arg(waitMinutes(waits.ninetieth))
                       : QString()});
    longest.present({.label = ManagerTexts::tr("Longest wait"),
                     .value = waitMinutes(waits.longest),
                     .unit = unit,
                     .detail = waits.median
                                   ? ManagerTexts::tr("median %1").arg(waitMinutes(waits.median))
                                   : QString()});
}

} // namespace motcua
