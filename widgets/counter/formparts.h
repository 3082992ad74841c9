// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <QDate>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QGridLayout;
class QVBoxLayout;

namespace motcua {

/// A day as clerks type it: "1/5/1991", "01051991", "1.5.1991"; nothing for anything else.
[[nodiscard]] std::optional<QDate> typedDate(const QString &text);

/// A grid of twelve equal columns for fields.
[[nodiscard]] QGridLayout *twelfths(const Look &look);
/// @p field below its label, which is its accessible name too.
[[nodiscard]] QWidget *labelledField(const Look &look, const QString &label, QWidget *field,
                                     QWidget *parent, DeskLabel **labelOut = nullptr);
/// Does @p then when a hand changes @p field, whatever kind of field it is.
void onEdited(QWidget *field, QObject *context, const std::function<void()> &then);

/// The number of a step of a form and what it is about.
class StepTitle : public QWidget
{
    Q_OBJECT

public:
    StepTitle(const Look &look, int step, QString text, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    int m_step;
    QString m_text;
};

/// A result a visit can have: icon, word, key.
class OutcomeButton : public EnterPassesOn
{
    Q_OBJECT

public:
    OutcomeButton(const Look &look, QLatin1StringView icon, const QAction &action, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int roomOf(bool icon, bool key) const;
    [[nodiscard]] TextStyle wordStyle() const;

    Look m_look;
    QLatin1StringView m_icon;
    QString m_key;
};

/// A small word and the key that leads there.
class KeyHint : public QWidget
{
    Q_OBJECT

public:
    KeyHint(const Look &look, QString text, QString key, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] TextStyle style() const;

    Look m_look;
    QString m_text;
    QString m_key;
};

/// What keeps a form from being finished, above everything; a press goes to the field.
class FaultSummary : public Card
{
    Q_OBJECT

public:
    FaultSummary(const Look &look, std::function<void(const QString &)> go, QWidget *parent);

    /// A line for each fault: where it is, and what to do.
    void present(const QString &title, const std::vector<std::pair<QString, QString>> &lines);

private:
    std::function<void(const QString &)> m_go;
    QVBoxLayout *m_lines;
    DeskLabel *m_title;
    QList<QWidget *> m_shown;
};

} // namespace motcua
