// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rating/ratingwindow.h"

#include "core/telex.h"
#include "kiosk/touchkeys.h"
#include "rating/ratingtexts.h"
#include "shared/focusring.h"
#include "shared/translation.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr qsizetype LongestTyped = 300; ///< still fits into the field
constexpr auto ThanksTime = 5s;
constexpr auto RefusedTime = 10s;
constexpr auto WritingTime = 60s; ///< since the last touch
constexpr auto ReadingTime = 30s; ///< the same while nothing is written
constexpr int WarnSeconds = 15;   ///< the last of them

constexpr int Edge = 44; // ten keys in a row still have their least width between them

constexpr TextType Greeting{84, 110, 800};
constexpr TextType LevelName{56, 76, 800};

struct LevelFace
{
    RatingLevel level;
    const char *words;
    QLatin1StringView icon;
};
constexpr std::array Levels{LevelFace{RatingLevel::Very, ratingtext::Very, "laugh"_L1},
                            LevelFace{RatingLevel::Satisfied, ratingtext::Satisfied, "smile"_L1},
                            LevelFace{RatingLevel::Not, ratingtext::Not, "frown"_L1}};

} // namespace

RatingWindow::RatingWindow(const RatingLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look{.palette = look.highContrast ? Palette::HighContrast : Palette::Light,
             .textScale = look.textScale,
             .language = look.language}
    , m_colors(m_look)
    , m_time(this)
    , m_ring(new FocusRing(m_look, FocusRing::Face::Kiosk, this))
{
    setObjectName(u"rating"_s);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setWindowTitle(tr("Rating"));
    m_time.setSingleShot(true);
    m_time.setTimerType(Qt::PreciseTimer); // a coarse one may end before the offer does
    connect(&m_time, &QTimer::timeout, this, &RatingWindow::runOut);
    open(Page::Loading);
}

QString RatingWindow::text(const char *source, bool leads) const
{
    const bool isVietnamese = (m_look.language == Language::Vietnamese) == leads;
    return textIn(isVietnamese ? Language::Vietnamese : Language::English, "motcua::Rating",
                  source);
}

Paragraph RatingWindow::para(const QString &text, const TextType &type, const QColor &color,
                             Qt::Alignment alignment) const
{
    Paragraph paragraph = kioskParagraph(m_look, text, type, color, alignment);
    paragraph.balanced = alignment == Qt::AlignHCenter;
    return paragraph;
}

RatingWindow::Page RatingWindow::restingPage() const
{
    if (m_isOffline) {
        return Page::Offline;
    }
    if (!m_state) {
        return Page::Loading;
    }
    return m_state->offer ? Page::Offer : m_state->isOpen ? Page::Idle : Page::Closed;
}

void RatingWindow::setState(const RatingState &state)
{
    m_isOffline = false;
    RatingState before = m_state.value_or(RatingState());
    before.branchNow = state.branchNow;
    const bool isSame = m_state && before == state;
    m_state = state;
    if (!isBusy() && (!isSame || m_page != restingPage())) { // a finger may be on a button
        rest();
    }
}

void RatingWindow::setOffline()
{
    m_isOffline = true;
    m_state.reset(); // what was offered is not any more
    if (!isBusy() && m_page != Page::Offline) {
        rest();
    }
}

void RatingWindow::rest()
{
    const Page page = restingPage();
    if (page == Page::Offer) {
        m_offer = *m_state->offer;
        m_counter = m_state->counter;
    }
    open(page);
    if (page == Page::Offer) {
        m_time.start(std::max(0ms, std::chrono::seconds(m_state->offerSeconds)
                                       - std::chrono::milliseconds(m_state->offerAge())));
    }
}

void RatingWindow::thank()
{
    open(Page::Thanks);
    m_time.start(ThanksTime);
}

void RatingWindow::refuse()
{
    open(Page::Refused);
    m_time.start(RefusedTime);
}

/// The time of the page is over.
void RatingWindow::runOut()
{
    if (warns()) {
        m_secondsLeft = m_secondsLeft == 0 ? WarnSeconds : m_secondsLeft - 1;
        if (m_secondsLeft > 0) {
            showQuestion();
            m_time.start(1s);
            return;
        }
        if (m_page == Page::Comment) {
            send({}); // who went away has rated all the same; what was not sent is not told
            return;
        }
    }
    m_typed.clear(); // of who took his level back and went away
    if (m_state && m_state->offer == m_offer) {
        m_state->offer.reset();
    }
    rest();
}

void RatingWindow::goOn()
{
    const bool wasWarned = std::exchange(m_secondsLeft, 0) > 0;
    const bool isWriting = m_page == Page::Comment && !m_typed.isEmpty();
    m_time.start((isWriting ? WritingTime : ReadingTime) - std::chrono::seconds(WarnSeconds));
    if (wasWarned) {
        showQuestion();
    }
}

bool RatingWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (warns()
        && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress)) {
        goOn();
    }
    return QWidget::eventFilter(watched, event);
}

void RatingWindow::send(const QString &comment)
{
    open(Page::Sending);
    m_typed.clear();
    Q_EMIT rated(m_offer.ticket, m_offer.leg, m_level, comment);
}

void RatingWindow::type(QChar key)
{
    if (m_typed.size() < LongestTyped) {
        m_typed = telexTyped(m_typed, m_typed.isEmpty() ? key.toUpper() : key);
    }
    showTyped();
    goOn();
}

std::vector<bool> RatingWindow::languages() const
{
    return isTight() && m_page == Page::Comment ? std::vector{true} : std::vector{true, false};
}

bool RatingWindow::isTight() const
{
    return width() > height() && m_look.textScale > 1;
}

void RatingWindow::showTyped()
{
    constexpr qsizetype TightTyped = 160;
    const QString shown =
        isTight() && m_typed.size() > TightTyped ? u'…' + m_typed.right(TightTyped) : m_typed;
    TileSpec field;
    field.fill = m_colors.card;
    field.border = m_colors.primary;
    field.borderWidth = 4;
    const bool isEmpty = m_typed.isEmpty();
    field.lines = {para(isEmpty ? text(ratingtext::TypeHere) : shown + u'|',
                        isEmpty ? kiosktype::Body : TextType{36, 48, 600},
                        isEmpty ? m_colors.second : m_colors.text, Qt::AlignLeft)};
    if (isEmpty) {
        field.lines.push_back(para(text(ratingtext::TypeHere, false), kiosktype::Body,
                                   m_colors.second, Qt::AlignLeft));
    }
    field.name = isEmpty ? text(ratingtext::TypeHere) : m_typed;
    m_field->setSpec(field, m_look);
}

void RatingWindow::open(Page page)
{
    m_time.stop();
    m_secondsLeft = 0;
    m_page = page;
    build();
}

Tile *RatingWindow::addPanel(QBoxLayout &column, const QString &name, const TileSpec &spec)
{
    auto *panel = new Tile(Tile::Role::Panel, m_content.get());
    panel->setObjectName(name);
    panel->setSpec(spec, m_look);
    column.addWidget(panel);
    return panel;
}

/// The one thing a page says, with its icon.
void RatingWindow::buildNotice(QBoxLayout &column, const QString &icon, const char *title,
                               const char *words)
{
    TileSpec spec;
    spec.padding = {0, 0, 0, 0};
    spec.flow = TileSpec::Flow::Column;
    spec.centred = true;
    spec.gap = 36;
    spec.lineGap = 14;
    spec.mark = {.name = icon, .size = 132, .color = m_colors.icon};
    spec.lines = {para(text(title), Greeting, m_colors.text),
                  para(text(title, false), kiosktype::Lead, m_colors.second)};
    if (words) {
        spec.lines.push_back(para(text(words), kiosktype::Panel, m_colors.text));
        spec.lines.push_back(para(text(words, false), kiosktype::Lead, m_colors.second));
    }
    column.addStretch(1);
    addPanel(column, u"notice"_s, spec);
    column.addStretch(1);
}

void RatingWindow::buildOffer(QBoxLayout &column)
{
    const bool isWide = width() > height();
    addQuestion(column);
    column.addSpacing(px(20));

    auto *levels = new QBoxLayout(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    levels->setSpacing(px(32));
    for (const LevelFace &one : Levels) {
        auto *button = new Tile(Tile::Role::Button, m_content.get());
        button->setObjectName(word(one.level));
        TileSpec spec;
        spec.fill = m_colors.card;
        spec.border = m_colors.cardBorder;
        spec.borderWidth = m_colors.border;
        spec.radius = 24;
        spec.gap = 28;
        spec.flow = isWide ? TileSpec::Flow::Column : TileSpec::Flow::Row;
        spec.centred = isWide;
        if (isWide) { // what is in a column stands at its top
            spec.padding = {24, 84, 24, 24};
        }
        spec.mark = {.name = one.icon, .size = isWide ? 220.0 : 150.0, .color = m_colors.icon};
        const Qt::Alignment side = isWide ? Qt::AlignHCenter : Qt::AlignLeft;
        spec.lines = {para(text(one.words), LevelName, m_colors.text, side),
                      para(text(one.words, false), kiosktype::Lead, m_colors.second, side)};
        button->setSpec(spec, m_look);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        button->setMinimumHeight(px(isWide ? 400 : 260));
        setFocusRadius(*button, px(spec.radius));
        connect(button, &QAbstractButton::clicked, this, [this, level = one.level] {
            m_level = level;
            if (m_state && m_state->offer && m_state->offer != m_offer) {
                m_typed.clear(); // the next one's visit has ended too, and it may be he
            }
            open(Page::Comment);
            goOn();
        });
        levels->addWidget(button, 1);
    }
    column.addLayout(levels, 1);
    column.addSpacing(px(20));
    TileSpec note;
    note.padding = {0, 0, 0, 0};
    note.lines = {para(text(ratingtext::WhoReads), kiosktype::Body, m_colors.text),
                  para(text(ratingtext::WhoReads, false), kiosktype::Body, m_colors.second)};
    addPanel(column, u"note"_s, note);
}

TileSpec RatingWindow::offerQuestion() const
{
    const QString number = m_offer.number.toString();
    const auto question = [&](bool leads) {
        return text(ratingtext::Please, leads).arg(number).arg(m_counter);
    };
    TileSpec spec;
    spec.padding = {0, 0, 0, 0};
    spec.lineGap = 10;
    spec.lines = {emphasized(para(question(true),
                                  width() > height() ? kiosktype::TitleLandscape : kiosktype::Title,
                                  m_colors.text),
                             number, kiosktype::Title.weight, m_colors.primary),
                  para(question(false), kiosktype::Lead, m_colors.second)};
    return spec;
}

TileSpec RatingWindow::commentQuestion() const
{
    const auto &face = *std::ranges::find(Levels, m_level, &LevelFace::level);
    TileSpec spec;
    spec.padding = {0, 0, 0, 0};
    spec.mark = {.name = face.icon, .size = 84, .color = m_colors.icon};
    for (const bool leads : languages()) {
        spec.lines.push_back(
            para(text(face.words, leads) + u". "_s + text(ratingtext::SayMore, leads),
                 leads ? kiosktype::Panel : kiosktype::Lead,
                 leads ? m_colors.text : m_colors.second, Qt::AlignLeft));
    }
    if (height() > width()) { // else the keys need the room, and the page before has said it
        for (const bool leads : languages()) {
            spec.lines.push_back(para(text(ratingtext::WhoReads, leads), kiosktype::Body,
                                      leads ? m_colors.text : m_colors.second, Qt::AlignLeft));
        }
    }
    return spec;
}

/// Whether anybody is there, and what becomes of his rating and his words if not.
TileSpec RatingWindow::warning() const
{
    const bool isAgain = m_page == Page::Again; // what he had chosen he has taken back
    const bool isEmpty = m_typed.isEmpty();
    const char *there = isAgain || isEmpty ? ratingtext::StillThere : ratingtext::StillWriting;
    const char *lost = !isAgain  ? ratingtext::LevelGoes
                       : isEmpty ? ratingtext::NothingGoes
                                 : ratingtext::WordsAreLost;
    const auto &face = *std::ranges::find(Levels, m_level, &LevelFace::level);
    TileSpec spec;
    spec.padding = {0, 0, 0, 0};
    spec.mark = {
        .name = isAgain ? u"clock"_s : QString(face.icon), .size = 84, .color = m_colors.icon};
    for (const bool leads : languages()) {
        spec.lines.push_back(para(text(there, leads) + u' ' + text(lost, leads).arg(m_secondsLeft),
                                  leads ? kiosktype::Panel : kiosktype::Lead,
                                  leads ? m_colors.text : m_colors.second, Qt::AlignLeft));
    }
    return spec;
}

void RatingWindow::showQuestion()
{
    m_question->setSpec(m_secondsLeft > 0         ? warning()
                        : m_page == Page::Comment ? commentQuestion()
                                                  : offerQuestion(),
                        m_look);
}

/// What the page asks; where it may warn, with room for either, so that nothing moves under a finger.
void RatingWindow::addQuestion(QBoxLayout &column)
{
    m_question = addPanel(column, u"title"_s, {});
    if (warns()) {
        const int wide = width() - 2 * px(Edge);
        int high = 0;
        for (const int seconds : {WarnSeconds, 0}) {
            const int left = std::exchange(m_secondsLeft, seconds);
            showQuestion();
            high = std::max(high, m_question->heightForWidth(wide));
            m_secondsLeft = left;
        }
        m_question->setFixedHeight(high);
    }
    showQuestion();
}

void RatingWindow::buildComment(QBoxLayout &column)
{
    addQuestion(column);
    m_field = new Tile(Tile::Role::Panel, m_content.get());
    m_field->setObjectName(u"field"_s);
    m_field->setMinimumHeight(px(140));
    m_field->setMaximumHeight(px(480));
    m_field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    column.addWidget(m_field, 1);
    column.addStretch();
    auto *keys =
        new TouchKeys(TouchKeys::Kind::Sentences, m_look, m_look.language, m_content.get());
    connect(keys, &TouchKeys::typed, this, &RatingWindow::type);
    connect(keys, &TouchKeys::erased, this, [this] {
        m_typed.chop(1);
        showTyped();
    });
    connect(keys, &TouchKeys::cleared, this, [this] {
        m_typed.clear();
        showTyped();
    });
    column.addWidget(keys);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(px(24));
    const auto addChoice = [&](const QString &name, const char *words, bool isPrimary,
                               const std::function<void()> &action) {
        auto *button = new Tile(Tile::Role::Button, m_content.get());
        button->setObjectName(name);
        const QColor ink = isPrimary ? m_colors.primaryText : m_colors.text;
        TileSpec spec;
        spec.fill = isPrimary ? m_colors.primary : m_colors.card;
        spec.border = isPrimary ? m_colors.primary : m_colors.cardBorder;
        spec.borderWidth = m_colors.border;
        spec.padding = {8, 4, 8, 4};
        spec.centred = true;
        spec.lines = {para(text(words), kiosktype::ButtonSmall, ink),
                      para(text(words, false), kiosktype::Body, ink)};
        button->setSpec(spec, m_look);
        button->setMinimumHeight(px(designNumber("touch.kioskPreferred"_L1)));
        setFocusRadius(*button, px(spec.radius));
        connect(button, &QAbstractButton::clicked, this, action);
        choice->addWidget(button, 1);
    };
    addChoice(u"change"_s, ratingtext::Change, false, [this] {
        open(Page::Again);
        goOn();
    });
    addChoice(u"skip"_s, ratingtext::Skip, false, [this] { send({}); });
    addChoice(u"send"_s, ratingtext::Send, true, [this] { send(std::exchange(m_typed, {})); });
    column.addLayout(choice);
    showTyped();
}

void RatingWindow::build()
{
    constexpr double WideWidth = 1920;
    constexpr double WideHeight = 1080;
    const bool isWide = width() > height();
    m_look.scale = std::min(width() / (isWide ? WideWidth : WideHeight),
                            height() / (isWide ? WideHeight : WideWidth));
    m_colors = KioskColors(m_look);
    m_question = nullptr;
    m_field = nullptr;
    if (m_content) {
        m_content->hide();
        m_content.release()->deleteLater(); // it may be what was touched
    }
    m_content = std::make_unique<QWidget>(this);
    auto *whole = new QVBoxLayout(m_content.get());
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    if (m_state && m_page != Page::Comment) {
        TileSpec head;
        head.fill = m_colors.brand;
        head.radius = 0;
        head.padding = {48, 18, 48, 18};
        head.door = {.letter = QString::number(m_state->branchNumber), .icon = {}, .width = 56};
        head.lines = {para(m_state->branch.in(m_look.language), kiosktype::BannerTitle,
                           m_colors.onBrand, Qt::AlignLeft),
                      para(text(ratingtext::Counter).arg(m_state->counter) + u" · "_s
                               + text(ratingtext::Counter, false).arg(m_state->counter),
                           kiosktype::Body, m_colors.onBrandSecond, Qt::AlignLeft)};
        addPanel(*whole, u"head"_s, head);
    }
    auto *column = new QVBoxLayout;
    const bool isLow = isWide && m_page == Page::Comment; // five rows of keys
    column->setContentsMargins(px(Edge), px(isLow ? 16 : 32), px(Edge), px(isLow ? 16 : 32));
    column->setSpacing(px(isLow ? 12 : 16));
    whole->addLayout(column, 1);
    using namespace ratingtext;
    switch (m_page) {
    case Page::Loading:
        buildNotice(*column, u"clock"_s, Loading, nullptr);
        break;
    case Page::Offline:
        buildNotice(*column, u"wifi"_s, Offline, OfflineWhy);
        break;
    case Page::Closed:
        buildNotice(*column, u"moon"_s, Closed, ClosedWhere);
        break;
    case Page::Idle:
        buildNotice(*column, u"smile"_s, Welcome, AskLater);
        break;
    case Page::Offer:
    case Page::Again:
        buildOffer(*column);
        break;
    case Page::Comment:
        buildComment(*column);
        break;
    case Page::Sending:
        buildNotice(*column, u"clock"_s, Sending, nullptr);
        break;
    case Page::Thanks:
        buildNotice(*column, u"check"_s, Thanks, Counts);
        break;
    case Page::Refused:
        buildNotice(*column, u"info"_s, NotSent, NothingKept);
        break;
    }
    if (warns()) { // any touch goes on
        for (QWidget *part : m_content->findChildren<QWidget *>()) {
            part->installEventFilter(this);
        }
        m_content->installEventFilter(this);
    }
    m_content->setGeometry(rect());
    m_content->show();
    m_ring->setLook(m_look);
    m_ring->raise();
}

void RatingWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_colors.page);
}

void RatingWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto left =
        m_time.isActive() ? m_time.remainingTimeAsDuration() : std::chrono::milliseconds(-1);
    build();
    if (left >= 0ms) {
        m_time.start(left);
    }
}

} // namespace motcua
