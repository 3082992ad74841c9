// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// A notice under the kiosk's header: an icon, one sentence, and the same in the other language.
/// It takes room in the layout and so never covers a button.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Warn is degraded, Error failed, Ok done. Screen readers are told when it
    /// comes and when it changes.
    void setNotice(Tone tone, QLatin1StringView icon, const QString &sentence,
                   const QString &second);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void alert();
    [[nodiscard]] ToneColors colors() const;
    [[nodiscard]] Paragraph first() const;
    [[nodiscard]] Paragraph second() const;
    [[nodiscard]] int around() const;

    Look m_look;
    Tone m_tone = Tone::Warn;
    QLatin1StringView m_icon;
    QString m_sentence;
    QString m_second;
};

} // namespace motcua
