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

/// A citizen's tablet, or a second screen at a counter: asks how the visit was when it has ended. A
/// level that was touched can be changed until it is sent; who writes nothing, or goes away, has rated.
/// What he wrote goes only when he sends it, he is warned before it is lost, and nobody else sees it.
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
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Again is the offer once more, for who would change his level.
    enum class Page {
        Loading,
        Offline,
        Closed,
        Idle,
        Offer,
        Again,
        Comment,
        Sending,
        Thanks,
        Refused
    };

    /// Whether who goes away is warned: something of his would be lost.
    [[nodiscard]] bool warns() const { return m_page == Page::Again || m_page == Page::Comment; }
    /// Whether a citizen is at it, so that nothing from the branch changes the page.
    [[nodiscard]] bool isBusy() const { return m_page >= Page::Again; }
    [[nodiscard]] Page restingPage() const;
    void open(Page page);
    void rest();
    void runOut();
    /// Somebody is there: the page's time begins anew.
    void goOn();
    void send(const QString &comment);
    void type(QChar key);

    void build();
    void buildNotice(QBoxLayout &column, const QString &icon, const char *title, const char *words);
    void buildOffer(QBoxLayout &column);
    void buildComment(QBoxLayout &column);
    Tile *addPanel(QBoxLayout &column, const QString &name, const TileSpec &spec);
    /// Larger text on a lying screen: five rows of keys leave no room for a second language or a long text.
    [[nodiscard]] bool isTight() const;
    /// Those a question is in, as text() takes them: the second only where there is room.
    [[nodiscard]] std::vector<bool> languages() const;
    void showTyped();
    void addQuestion(QBoxLayout &column);
    void showQuestion();
    [[nodiscard]] TileSpec offerQuestion() const;
    [[nodiscard]] TileSpec commentQuestion() const;
    [[nodiscard]] TileSpec warning() const;
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
    int m_counter = 0;   ///< where
    RatingLevel m_level = RatingLevel::Very;
    QString m_typed;
    std::unique_ptr<QWidget> m_content;
    Tile *m_question = nullptr; ///< of the offer, and of the comment page
    Tile *m_field = nullptr;    ///< of the comment page
    QTimer m_time;              ///< of the page; of a second while it warns
    int m_secondsLeft = 0;      ///< while the page warns, else 0
    FocusRing *m_ring;
};

} // namespace motcua
