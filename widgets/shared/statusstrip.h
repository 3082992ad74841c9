// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/deskbutton.h"

namespace motcua {

/// One line at the desk: what happened, and one action with its key ("H 042 vắng mặt  Hoàn tác (8)
/// [Ctrl+Z]").
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Warn and Error are drawn in their colours, Neutral is the dark strip of what can be undone.
    void setNotice(Tone tone, QLatin1StringView icon, const QString &sentence);
    /// No action when @p words is empty. @p key may be empty.
    void setAction(const QString &words, const QString &key = {});

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] ToneColors colors() const;
    [[nodiscard]] Paragraph sentence() const;
    [[nodiscard]] int around() const;
    void refresh();

    Look m_look;
    Tone m_tone = Tone::Warn;
    QLatin1StringView m_icon;
    QString m_sentence;
    DeskButton *m_action;
};

} // namespace motcua
