// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QAbstractButton>

namespace motcua {

/// How a button of the kiosk is drawn.
enum class ButtonKind {
    Primary,     ///< the one of its screen
    Secondary,   ///< white with a border
    White,       ///< white without a border, on green
    Call,        ///< ochre
    Appointment, ///< pale ochre with a border
    Bar,         ///< of the accessibility bar; setCheckable() for what is on or off
    BarCall,     ///< "call staff" in that bar
};

/// A button for fingers: acts on release, also up to 12 px beside it; a second touch within 600 ms
/// of any tap in the window does nothing. Keys: Space and Enter. Busy or unavailable it keeps its
/// place and says why in words. The keyboard's focus is drawn by a FocusRing.
class KioskButton : public QAbstractButton
{
    Q_OBJECT

public:
    KioskButton(const Look &look, ButtonKind kind, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setKind(ButtonKind kind);
    /// @p first in the leading language, @p second in the other; set them again when that changes.
    void setWords(const QString &first, const QString &second = {});
    void setIconName(QLatin1StringView icon);
    /// An icon at the right end ("chev"); the words then stand left.
    void setTrailingIcon(QLatin1StringView icon);
    /// A remark at the right end ("Tự đóng sau 15 giây"); the words then stand left.
    void setTrailingText(const QString &text);
    /// Words stand left although nothing trails them.
    void setLeftAligned(bool left);
    /// The token of the first line; "kiosk.button" unless told.
    void setType(QLatin1StringView type);
    /// Reference pixels; 112 unless told, never under 88.
    void setMinimumTouchHeight(double height);

    /// Takes no touch and shows @p words ("Đang lấy số…") until they are empty again.
    void setBusy(const QString &words);
    [[nodiscard]] bool isBusy() const { return !m_busy.isEmpty(); }
    /// Takes no touch and shows @p reason ("Tạm ngừng nhận") until it is empty again.
    void setUnavailable(const QString &reason, const QString &secondReason = {});
    [[nodiscard]] bool isUnavailable() const { return !m_reason.isEmpty(); }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint &pos) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colors;
    struct Words;

    [[nodiscard]] bool isBar() const;
    [[nodiscard]] bool takesInput(quint64 timestamp) const;
    [[nodiscard]] Colors colors() const;
    [[nodiscard]] QByteArray shownIcon() const;
    [[nodiscard]] Words words(double width, const QColor &color) const;
    [[nodiscard]] int around() const;
    void paintBar(QPainter &painter, const Colors &colors) const;
    void refresh();

    Look m_look;
    ButtonKind m_kind;
    QLatin1StringView m_type;
    QString m_second;
    QLatin1StringView m_icon;
    QLatin1StringView m_trailingIcon;
    QString m_trailingText;
    bool m_left = false;
    double m_minHeight;
    QString m_busy;
    QString m_reason;
    QString m_secondReason;
    bool m_refused = false; ///< the touch that is down now does nothing
};

} // namespace motcua
