// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// What the desk shows where there is nothing to show: a door, a short title, a sentence.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setWords(const QString &title, const QString &sentence);
    void setIconName(QLatin1StringView icon); ///< "check" unless told

    [[nodiscard]] QSize sizeHint() const override { return m_sizeHint; }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_minimumSizeHint; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] Paragraph title() const;
    [[nodiscard]] Paragraph sentence() const;
    [[nodiscard]] int heightAt(int width) const;
    void measure();

    Look m_look;
    QString m_title;
    QString m_sentence;
    QLatin1StringView m_icon;
    // Kept, because a stacked layout asks its hidden pages too, again and again: balancing the lines
    // each time took a third of the counter's time.
    QSize m_sizeHint;
    QSize m_minimumSizeHint;
};

} // namespace motcua
