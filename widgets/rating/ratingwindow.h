// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rating.h"
#include "kiosk/tile.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

class QBoxLayout;

namespace motcua {

class FocusRing;

struct RatingLook
{
    Language language = Language::Vietnamese; ///< the one that leads
    bool highContrast = false;
    double textScale = 1;
};

/// A citizen's tablet, or a second screen at a counter: asks how the visit was when it has ended. The
/// level counts as soon as it was touched: who then writes nothing, or goes away, has rated.
class RatingWindow : public QWidget
{
    Q_OBJECT

public:
    explicit RatingWindow(const RatingLook &look = {}, QWidget *parent = nullptr);

    /// What the branch says now. Who is rating or writing is not disturbed by it.
    void setState(const RatingState &state);
    /// The branch cannot be reached, until setState(). Nothing is kept meanwhile.
    void setOffline();
    /// What rated() told has arrived.
    void thank();
    /// It has not, and will not.
    void refuse();

Q_SIGNALS:
    /// A citizen rated; @p comment is empty when he wrote nothing. thank() or refuse() answers.
    void rated(const QUuid &ticket, int leg, motcua::RatingLevel level, const QString &comment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Page { Loading, Offline, Closed, Idle, Offer, Comment, Sending, Thanks, Refused };

    /// Whether a citizen is at it, so that nothing from the branch changes the page.
    [[nodiscard]] bool isBusy() const { return m_page >= Page::Comment; }
    [[nodiscard]] Page restingPage() const;
    void open(Page page);
    void rest();
    void runOut();
    void send(const QString &comment);
    void type(QChar key);

    void build();
    void buildNotice(QBoxLayout &column, const QString &icon, const char *title, const char *words);
    void buildOffer(QBoxLayout &column);
    void buildComment(QBoxLayout &column);
    Tile *addPanel(QBoxLayout &column, const QString &name, const TileSpec &spec);
    void showTyped();
    [[nodiscard]] Paragraph para(const QString &text, const TextType &type, const QColor &color,
                                 Qt::Alignment alignment = Qt::AlignHCenter) const;
    [[nodiscard]] QString text(const char *source, bool leads = true) const;
    [[nodiscard]] int px(double reference) const { return m_look.px(reference); }

    Look m_look;
    KioskColors m_colors;
    Page m_page = Page::Loading;
    bool m_isOffline = false;
    std::optional<RatingState> m_state;
    RatingOffer m_offer; ///< what the citizen is rating
    RatingLevel m_level = RatingLevel::Very;
    QString m_typed;
    std::unique_ptr<QWidget> m_content;
    Tile *m_field = nullptr; ///< of the comment page
    QTimer m_time;           ///< of the page
    FocusRing *m_ring;
};

} // namespace motcua
