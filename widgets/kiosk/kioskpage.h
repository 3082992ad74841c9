// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kiosktexts.h"
#include "kiosk/kioskview.h"
#include "kiosk/tile.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QVBoxLayout;

namespace motcua {

/// A screen of the kiosk. It is laid out anew when its shape changes (size, colours, language,
/// number of things) and otherwise only told what to show.
///
/// Every page has three parts: what informs, what leads on (back, find), and what is chosen from. A
/// portrait screen stacks them, a landscape screen has the first two in its rail, and "lower
/// buttons" puts the first into the upper half.
class KioskPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void present(const KioskView &view);
    /// What "read aloud" says of the page when it comes.
    [[nodiscard]] virtual QString summary() const = 0;

protected:
    struct Frame
    {
        QVBoxLayout *info = nullptr;
        QVBoxLayout *nav = nullptr;
        QVBoxLayout *controls = nullptr;
    };

    /// What makes another layout necessary, beside look and size.
    [[nodiscard]] virtual QString shape() const { return {}; }
    virtual void build() = 0;
    virtual void fill() = 0;
    /// Whether a page with fewer things at once can be built when not all of them fit; hasFew() then
    /// says so.
    [[nodiscard]] virtual bool mayHaveFew() const { return false; }
    [[nodiscard]] bool hasFew() const { return m_hasFew; }
    /// False: the page of a ticket is green.
    [[nodiscard]] virtual bool onBrand() const { return false; }

    /// @p navFirst: the way back stands above the title.
    Frame makeFrame(bool navFirst, double top);
    Tile *button(const QString &name);
    Tile *panel(const QString &name);
    /// Text that the keypad stops at, to have it read.
    Tile *heading(const QString &name);
    /// The row with the way back and the step, e.g. 1 of 2.
    void addNav(QVBoxLayout *nav, int step, const std::vector<Tile *> &between = {});

    /// Tiles that lose their last line when the page is too low for all, the first of them first.
    void givesWay(const std::vector<Tile *> &tiles) { m_givesWay = tiles; }
    /// Whether everything has the height it needs.
    [[nodiscard]] bool fits() const;
    /// Pixels in the rail above what the page shows there.
    [[nodiscard]] int railTop() const;

    [[nodiscard]] const KioskView &view() const { return m_view; }
    [[nodiscard]] const KioskColors &colors() const { return m_colors; }
    [[nodiscard]] int px(double reference) const { return m_view.look.px(reference); }
    [[nodiscard]] Language lead() const { return m_view.comfort.language; }
    [[nodiscard]] Language other() const { return otherThan(m_view.comfort.language); }
    [[nodiscard]] QString led(const char *source, int n = -1) const;
    [[nodiscard]] QString seconded(const char *source, int n = -1) const;
    [[nodiscard]] Paragraph para(const QString &text, const TextType &type, const QColor &color,
                                 Qt::Alignment alignment = Qt::AlignLeft) const;
    /// The title with its second language, in the colours of the place where it stands.
    [[nodiscard]] TileSpec titleSpec(const QString &title, const QString &second,
                                     const TextType &type) const;
    [[nodiscard]] TileSpec primarySpec(const QString &title, const QString &second) const;
    [[nodiscard]] TileSpec secondarySpec(const QString &title) const;
    [[nodiscard]] QColor infoText() const;
    [[nodiscard]] QColor infoSecond() const;

    void paintEvent(QPaintEvent *event) override;

Q_SIGNALS:
    void backWanted();

private:
    [[nodiscard]] QString wholeShape() const;
    void rebuild();
    void fillAll();
    void fillNav(bool bilingual);
    [[nodiscard]] bool navFits() const;
    void addLowerInfo(QVBoxLayout *top);

    KioskView m_view;
    KioskColors m_colors{Look{}};
    QString m_shape;
    Tile *m_back = nullptr;
    Tile *m_step = nullptr;
    int m_stepNumber = 0;
    std::vector<Tile *> m_tools; ///< beside the way back
    std::vector<Tile *> m_givesWay;
    bool m_hasFew = false;
};

} // namespace motcua
