// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskstyle.h"

#include <QAbstractButton>

#include <vector>

namespace motcua {

/// What a tile shows. Lengths in reference pixels.
struct TileSpec
{
    struct Icon
    {
        QString name = {}; ///< of resources/icons; empty: none
        double size = 0;
        QColor color = {};
        double box = 0; ///< side of the square or, with round, of the circle behind it; 0: none
        QColor boxColor = {};
        bool round = false;
    };
    struct Door
    {
        QString letter = {};
        QString icon = {};
        double width = 0; ///< 0: no door
    };
    /// The pale foot of a group's card.
    struct Foot
    {
        double height = 0; ///< 0: none
        QColor fill = {};
        QString icon = {};
        Paragraph left = {};
        Paragraph right = {};
        bool stacked = false; ///< one above the other: there is no room side by side
    };
    enum class Flow {
        Row,    ///< mark, text, tail
        Column, ///< mark above text
    };

    QColor fill = {};
    QColor border = {};
    double borderWidth = 0;
    bool dashed = false;
    double radius = 20;
    QMarginsF padding{24, 10, 24, 10};
    double gap = 24;
    Flow flow = Flow::Row;
    bool centred = false; ///< mark and text together in the middle
    Icon mark = {};
    Door door = {};
    std::vector<Paragraph> lines = {};
    double lineGap = 0; ///< above each line but the first
    Paragraph tag = {}; ///< right of the text
    QColor tagFill = {};
    Icon tail = {};
    Foot foot = {};
    QString name = {}; ///< for assistive technology; empty: the lines
};

/// Everything on the kiosk that is touched, and every panel that only informs: a painted box with a
/// mark, text and a tail. It acts on release inside and needs no hover, long press or drag.
class Tile : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Role {
        Button,
        Panel, ///< not touchable, takes no focus
    };

    explicit Tile(Role role, QWidget *parent = nullptr);

    void setSpec(const TileSpec &spec, const Look &look);
    [[nodiscard]] const TileSpec &spec() const { return m_spec; }
    /// Typing keys may follow each other faster than the kiosk's other buttons.
    void setFast(bool fast) { m_fast = fast; }
    [[nodiscard]] bool isFast() const { return m_fast; }
    /// Asks for the height of its text in the least size and without breaks for looks; what it gets
    /// beyond that makes the text larger.
    void setSqueezed(bool squeezed) { m_squeezed = squeezed; }
    [[nodiscard]] bool isPanel() const { return m_role == Role::Panel; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, 1}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    /// The height at which everything fits.
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool hitButton(const QPoint &position) const override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Places
    {
        QRectF mark;
        QRectF text;
        QRectF tag;
        QRectF tail;
        double doorWidth = 0; ///< pixels
    };
    [[nodiscard]] Places placesIn(const QRectF &inside) const;
    [[nodiscard]] QMarginsF padding() const;
    [[nodiscard]] double textHeight(const std::vector<Paragraph> &lines, double width) const;
    /// The lines as large as they fit into @p place, but none smaller than the kiosk's least.
    [[nodiscard]] std::vector<Paragraph> linesIn(const QSizeF &place) const;
    /// The lines in the kiosk's least size, each as long as it can be.
    [[nodiscard]] std::vector<Paragraph> leastLines() const;
    void paintFoot(QPainter &painter, const QRectF &box) const;
    void paintMark(QPainter &painter, const QRectF &rect, const TileSpec::Icon &icon,
                   const QColor &color) const;

    Role m_role;
    TileSpec m_spec;
    Look m_look;
    bool m_fast = false;
    bool m_squeezed = false;
    bool m_showsFocus = false;
    bool m_refused = false; ///< the touch that is down now came too soon
};

} // namespace motcua
