// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPointer>

#include <functional>
#include <vector>

namespace motcua {

/// A short list to choose from. Arrows choose; a wheel that happens to be over it does not.
class DeskCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit DeskCombo(const Look &look, QWidget *parent = nullptr);
    void setWrong(bool wrong);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Look m_look;
    bool m_wrong = false;
};

/// Yes or no, with its words.
class DeskCheck : public EnterPassesOn
{
    Q_OBJECT

public:
    explicit DeskCheck(const Look &look, const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] TextStyle style() const;

    Look m_look;
};
/// Paints the box of a check.
void paintCheck(QPainter &painter, const QRectF &rect, const Look &look, bool isOn);

/// Some lines of prose. Enter goes on to the next field, Shift+Enter breaks the line.
class DeskText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DeskText(const Look &look, QWidget *parent = nullptr);
    void setWrong(bool wrong);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Look m_look;
    bool m_wrong = false;
};

/// One thing that a search found.
struct SearchChoice
{
    QString id;
    QString text;
    QString note = {}; ///< smaller, at the right end

    friend bool operator==(const SearchChoice &, const SearchChoice &) = default;
};

class ResultList;

/// A line to search in: up to eight results below it while it is typed in, arrows and Enter choose,
/// Esc takes back what was chosen before. Leaving it chooses the only result there is.
class SearchField : public DeskField
{
    Q_OBJECT

public:
    using Find = std::function<std::vector<SearchChoice>(const QString &typed)>;

    SearchField(const Look &look, Find find, QWidget *parent = nullptr);
    ~SearchField() override;

    /// Shows @p choice as chosen; tells nobody.
    void setChosen(const SearchChoice &choice);
    /// Empty when nothing is, or something else is being typed.
    [[nodiscard]] QString chosen() const { return m_isTyped ? QString() : m_chosen.id; }
    /// Shows @p text, which stood there before something was typed that was not meant for it.
    void takeBack(const QString &text);

Q_SIGNALS:
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void search();
    void present(std::vector<SearchChoice> choices);
    void choose(const SearchChoice &choice);
    void settle();

    Find m_find;
    SearchChoice m_chosen;
    bool m_isTyped = false;         ///< and not chosen from yet
    QPointer<ResultList> m_results; ///< lies in the window, above everything
};

} // namespace motcua
