// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/ticketpage.h"

#include "core/qrcode.h"
#include "shared/qrview.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Margin = 48;
constexpr int ColumnGap = 30;

/// A box whose parts are laid out inside it.
class Box : public QWidget
{
public:
    Box(const Look &look, const QColor &fill, double radius, QWidget *parent)
        : QWidget(parent)
        , m_fill(fill)
        , m_border(KioskColors(look).brandLine)
        , m_width(look.palette == Palette::HighContrast ? look.px(4) : 0)
        , m_radius(look.px(radius))
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), m_fill, m_border, m_width, m_radius);
    }

private:
    QColor m_fill;
    QColor m_border;
    double m_width;
    double m_radius;
};

QString listOf(const std::vector<int> &numbers)
{
    QStringList words;
    for (const int number : numbers) {
        words.append(QString::number(number));
    }
    return words.join(u", "_s);
}

} // namespace

/// The white ticket with its perforation.
class TicketPage::Slip : public QWidget
{
public:
    Slip(KioskView view, QWidget *parent)
        : QWidget(parent)
        , m_view(std::move(view))
    {
        setFocusPolicy(Qt::TabFocus);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setSizePolicy(policy);
    }

    /// @p width is what it will have. With @p small the number leaves more room to what is around.
    void setView(const KioskView &view, int width, bool small)
    {
        m_view = view;
        m_width = width;
        m_small = small || (isTight() && view.look.textScale > 1);
        setFixedHeight(
            view.look.px(headHeight() + labelHeight() + numberHeight() + 54 + factsHeight()));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    [[nodiscard]] bool isTight() const { return m_view.paper == PaperState::Trouble; }
    [[nodiscard]] double headHeight() const { return (isTight() ? 24 : 30) + 102; }
    [[nodiscard]] double labelHeight() const
    {
        return (isTight() ? 16 : 26) + 52 * m_view.look.textScale;
    }
    [[nodiscard]] double numberHeight() const
    {
        return m_small ? 240 : m_view.landscape ? 280 : isTight() ? 316 : 336;
    }
    [[nodiscard]] double factsHeight() const
    {
        return 10 + 32 + (38 + 62) * m_view.look.textScale
               + clockText().height(factWidth(1)) / m_view.look.scale;
    }
    /// Columns 1 : 1.28 : 0.92, as drawn; the sentence is longer in English and in larger text.
    [[nodiscard]] double columnAt(int i) const
    {
        const bool longer =
            m_view.comfort.language == Language::English || m_view.look.textScale > 1;
        const double s = m_view.look.scale;
        const double unit = (m_width - 32 * s) / 3.2;
        const double at[] = {0, longer ? 0.94 : 1, longer ? 2.38 : 2.28, 3.2};
        return 16 * s + at[i] * unit;
    }
    [[nodiscard]] static double factPadding(int i) { return i == 0 ? 24 : 20; }
    [[nodiscard]] double factWidth(int i) const
    {
        return columnAt(i + 1) - columnAt(i) - factPadding(i) * m_view.look.scale;
    }
    /// When the number will be called: smaller where that saves a line, then in two.
    [[nodiscard]] Paragraph clockText() const;

    KioskView m_view;
    int m_width = 0;
    bool m_small = false;
};

void TicketPage::Slip::paintEvent(QPaintEvent *)
{
    if (!m_view.ticket) {
        return;
    }
    const KioskTicket &ticket = *m_view.ticket;
    const Look &look = m_view.look;
    const KioskColors colors(look);
    const Language lead = m_view.comfort.language;
    const Language other = otherThan(lead);
    const double s = look.scale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool plain = look.palette == Palette::HighContrast;
    paintBox(painter, rect(), colors.card, colors.cardBorder, plain ? 4 * s : 0, 32 * s);
    const auto para = [&](const QString &text, const TextType &type, const QColor &color) {
        return kioskParagraph(look, text, type, color);
    };
    double y = (isTight() ? 24 : 30) * s;
    const double left = 40 * s;
    const double width = this->width() - 2 * left;
    paintDoor(painter, {left, y}, 76 * s, look, groupDoor(look), ticket.letter,
              QLatin1StringView(groupIcon(ticket.letter).toLatin1()));
    const double wordsAt = left + 98 * s;
    const double wordsWidth = width - 98 * s;
    Paragraph group = para(ticket.group.in(lead), {36, 48, 700}, colors.text);
    const QString below = ticket.procedure.vi.isEmpty() && ticket.procedure.en.isEmpty()
                              ? ticket.group.in(other)
                              : ticket.procedure.in(lead);
    Paragraph procedure = para(below, {30, 42, 400}, colors.second);
    // A long name takes a second line in place of the air around.
    const double headTall = group.height(wordsWidth) + procedure.height(wordsWidth);
    double wordsTop = y + qMax(-y / 2, (102 * s - headTall) / 2);
    group.paint(painter, {wordsAt, wordsTop, wordsWidth, double(group.height(wordsWidth))});
    wordsTop += group.height(wordsWidth);
    procedure.paint(painter, {wordsAt, wordsTop, wordsWidth, double(procedure.height(wordsWidth))});
    y = headHeight() * s + (isTight() ? 16 : 26) * s;

    const QString yours = kioskText(lead, kiosktext::YourNumber);
    Paragraph label = para(yours + u" · "_s + kioskText(other, kiosktext::YourNumber),
                           {38, 52, 400}, colors.second);
    label = emphasized(label, yours, QFont::Bold, colors.text);
    label.paint(painter, {left, y, width, double(label.style.line)});
    y += 52 * s * look.textScale;

    Paragraph digits = para({}, kiosktype::Number, colors.number);
    const double part = m_small ? 0.7 : m_view.landscape ? 0.8 : 1;
    digits.style.font.setPixelSize(look.px(kiosktype::Number.size * part));
    digits.style.font.setLetterSpacing(QFont::AbsoluteSpacing, -4 * s);
    paintTicketNumber(painter, {20 * s, y, this->width() - 40 * s, numberHeight() * s},
                      ticket.number, digits.style, Qt::AlignCenter);
    y += (numberHeight() + 14) * s;

    QPen dashes(plain ? colors.cardBorder : QColor(0x9A, 0xA8, 0xA1), 4 * s);
    dashes.setDashPattern({2, 2});
    painter.setPen(dashes);
    painter.drawLine(QPointF(44 * s, y + 20 * s), QPointF(this->width() - 44 * s, y + 20 * s));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.brand);
    painter.drawEllipse(QPointF(0, y + 20 * s), 20 * s, 20 * s);
    painter.drawEllipse(QPointF(this->width(), y + 20 * s), 20 * s, 20 * s);
    y += 50 * s;

    const auto both = [&](const char *source) {
        return kioskText(lead, source) + u" · "_s + kioskText(other, source);
    };
    const auto fact = [&](int i, const char *name, const QString &value, const Paragraph &below2) {
        const QRectF cell(columnAt(i) + factPadding(i) * s, y, factWidth(i), 0);
        const auto at = [&](double top, const Paragraph &text) {
            paintText(painter, {cell.left(), top, cell.width(), double(text.style.line)}, text.text,
                      text.style);
        };
        Paragraph title = para(both(name), kiosktype::Body, colors.second);
        if (textWidth(title.text, title.style.font) > cell.width()) {
            title.text = kioskText(lead, name); // no room for both languages
        }
        at(y, title);
        Paragraph big = para(value, kiosktype::Fact, colors.text);
        while (textWidth(big.text, big.style.font) > cell.width()
               && big.style.font.pixelSize() > look.px(28)) {
            big.style.font.setPixelSize(big.style.font.pixelSize() - 2);
        }
        at(y + title.style.line, big);
        below2.paint(painter, {cell.left(), y + title.style.line + big.style.line, cell.width(),
                               double(below2.height(cell.width()))});
        if (i > 0) {
            painter.fillRect(QRectF(columnAt(i), y, 3 * s, (factsHeight() - 42) * s), colors.line);
        }
    };
    fact(0, kiosktext::Ahead,
         ticket.ahead ? kioskText(lead, kiosktext::People, *ticket.ahead) : u"–"_s, {});
    fact(1, kiosktext::Wait, ticket.wait ? waitText(*ticket.wait, lead) : u"–"_s, clockText());
    fact(2, kiosktext::Counter, ticket.counters.empty() ? u"–"_s : listOf(ticket.counters), {});
}

Paragraph TicketPage::Slip::clockText() const
{
    const KioskColors colors(m_view.look);
    const KioskTicket ticket = m_view.ticket.value_or(KioskTicket());
    const Language lead = m_view.comfort.language;
    Paragraph clock = kioskParagraph(m_view.look, {}, kiosktype::Body, colors.second);
    if (ticket.callFrom.isValid()) {
        const QString from = ticket.callFrom.toString(u"HH:mm"_s);
        clock.text = ticket.callTo.isValid() ? kioskText(lead, kiosktext::CalledBetween)
                                                   .arg(from, ticket.callTo.toString(u"HH:mm"_s))
                                             : kioskText(lead, kiosktext::CalledFrom).arg(from);
    }
    const int least = m_view.look.px(designNumber("type.kiosk.minimum.size"_L1));
    while (clock.naturalWidth() > factWidth(1) && clock.style.font.pixelSize() > least) {
        clock.style.font.setPixelSize(clock.style.font.pixelSize() - 1);
    }
    return clock;
}

QString TicketPage::shape() const
{
    return QString::number(isTrouble()) + view().ticket.value_or(KioskTicket()).followUrl;
}

const char *TicketPage::troubleText() const
{
    switch (view().trouble) {
    case PaperTrouble::Out:
        return kiosktext::PaperOut;
    case PaperTrouble::CoverOpen:
        return kiosktext::PrinterOpen;
    case PaperTrouble::Jam:
        return kiosktext::PrinterJam;
    case PaperTrouble::NoPrinter:
        return kiosktext::NoPrinter;
    case PaperTrouble::None:
    case PaperTrouble::Silent:
        break;
    }
    return kiosktext::PrinterSilent;
}

QWidget *TicketPage::makeQrBox(double side, bool withCode)
{
    auto *box = new Box(view().look, Qt::white, 24, this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(px(12), px(12), px(12), px(14));
    column->setSpacing(px(4));
    auto *qr = new QrView(view().look, box);
    qr->setCode(qrCode(view().ticket.value_or(KioskTicket()).followUrl.toUtf8()));
    const int whole = qMax(px(side), qr->sizeHint().width());
    qr->setFixedSize(whole, whole);
    qr->setAccessibleName(led(kiosktext::ScanToFollow));
    column->addWidget(qr, 0, Qt::AlignHCenter);
    if (withCode) {
        auto *code = new Tile(Tile::Role::Panel, box);
        code->setObjectName(u"code"_s);
        TileSpec spec;
        spec.padding = {0, 0, 0, 0};
        const QColor black =
            view().look.palette == Palette::HighContrast ? Qt::black : colors().text;
        spec.lines = {para(led(kiosktext::TrackingCode), {28, 38, 600}, black, Qt::AlignHCenter),
                      para(view().ticket.value_or(KioskTicket()).trackingCode, {28, 38, 600}, black,
                           Qt::AlignHCenter)};
        code->setSpec(spec, view().look);
        column->addWidget(code);
    }
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return box;
}

void TicketPage::build()
{
    const bool wide = view().landscape;
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(px(Margin), px(8), px(Margin), px(wide ? 24 : 40));
    outer->setSpacing(px(ColumnGap));
    auto *left = new QVBoxLayout;
    auto *right = wide ? new QVBoxLayout : left;
    left->setSpacing(0);
    right->setSpacing(0);
    outer->addLayout(left, 1);
    if (wide) {
        outer->addLayout(right, 1);
    }
    m_trouble = nullptr;
    m_phone = nullptr;
    m_printing = nullptr;
    m_keep.clear();
    if (isTrouble()) {
        m_trouble = heading(u"trouble"_s);
        right->addWidget(m_trouble);
        right->addStretch(1);
    }
    m_slip = new Slip(view(), this);
    m_slip->setObjectName(u"slip"_s);
    left->addWidget(m_slip);
    left->addStretch(1);
    const bool hasCode = view().ticket && !view().ticket->followUrl.isEmpty();
    if (isTrouble()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(px(30));
        auto *steps = new Box(view().look, colors().brandRaised, 24, this);
        auto *column = new QVBoxLayout(steps);
        column->setContentsMargins(px(30), px(24), px(24), px(24));
        column->setSpacing(px(12));
        for (int i = 0; i < 4; ++i) {
            auto *line = new Tile(Tile::Role::Panel, steps);
            line->setObjectName(u"keep%1"_s.arg(i));
            column->addWidget(line);
            m_keep.push_back(line);
        }
        row->addWidget(steps, 1);
        if (hasCode) {
            row->addWidget(makeQrBox(wide ? 240 : 296, true));
        }
        right->addLayout(row);
        right->addStretch(1);
    } else {
        auto *phone = new Box(view().look, colors().brandRaised, 24, this);
        auto *row = new QHBoxLayout(phone);
        row->setContentsMargins(px(24), px(24), px(34), px(24));
        row->setSpacing(px(34));
        if (hasCode) {
            row->addWidget(makeQrBox(243, false));
        }
        m_phone = new Tile(Tile::Role::Panel, phone);
        m_phone->setObjectName(u"phone"_s);
        row->addWidget(m_phone, 1);
        right->addWidget(phone);
        right->addStretch(1);
        m_printing = heading(u"printing"_s);
        m_printing->setMinimumHeight(px(176));
        right->addWidget(m_printing);
        right->addStretch(1);
    }
    m_done = button(u"done"_s);
    m_done->setMinimumHeight(px(120));
    connect(m_done, &QAbstractButton::clicked, this, &TicketPage::doneWanted);
    right->addWidget(m_done);
    if (isTrouble()) {
        givesWay({m_keep.rbegin(), m_keep.rend()});
    } else {
        givesWay({m_printing, m_phone});
    }
}

TileSpec TicketPage::printingSpec() const
{
    TileSpec spec;
    spec.fill = colors().accent;
    spec.radius = 24;
    spec.padding = {30, 12, 30, 12};
    spec.gap = 28;
    spec.mark = {.name = u"printer"_s, .size = 76, .color = colors().accentText};
    spec.tail = {.name = u"down"_s,
                 .size = 60,
                 .color = colors().accent,
                 .box = 92,
                 .boxColor = colors().accentText,
                 .round = true};
    if (view().paper == PaperState::Printed) {
        spec.mark.name = u"check"_s;
        spec.lines = {para(led(kiosktext::Printed), kiosktype::Strip, colors().accentText),
                      para(seconded(kiosktext::Printed), {30, 42, 500}, colors().accentText)};
        return spec;
    }
    QString below = led(kiosktext::TakeBelow);
    below[0] = below[0].toUpper();
    spec.lines = {
        para(led(kiosktext::Printing), kiosktype::Strip, colors().accentText),
        para(below, {30, 42, 500}, colors().accentText),
        para(seconded(kiosktext::Printing) + u' ' + seconded(kiosktext::TakeBelow).toLower(),
             {30, 42, 500}, colors().accentText)};
    return spec;
}

std::vector<TileSpec> TicketPage::keepSpecs() const
{
    const auto step = [&](const QString &icon, const char *source) {
        TileSpec spec;
        spec.padding = {0, 0, 0, 0};
        spec.gap = 20;
        spec.mark = {.name = icon, .size = 52, .color = colors().brandIcon};
        spec.lines = {para(led(source), {32, 42, 600}, colors().onBrand),
                      para(seconded(source), {28, 36, 400}, colors().onBrandSecond)};
        if (view().look.textScale > 1) {
            spec.lines.pop_back(); // the room goes to the size of the first
        }
        return spec;
    };
    TileSpec title;
    title.padding = {0, 0, 0, 0};
    title.lines = {para(led(kiosktext::KeepIt), {36, 48, 700}, colors().onBrand)};
    const bool canFollow = view().ticket && view().ticket->canFollow;
    return {title, step(u"camera"_s, kiosktext::TakePhoto),
            canFollow ? step(u"phone"_s, kiosktext::ScanCode)
                      : step(u"pencil"_s, kiosktext::WriteDown),
            step(u"bell"_s, kiosktext::AskStaff)};
}

void TicketPage::fill()
{
    const Look &look = view().look;
    const int room = view().page.width() - px(2 * Margin);
    m_slip->setView(view(), view().landscape ? (room - px(ColumnGap)) / 2 : room, hasFew());
    m_slip->setAccessibleName(summary());
    if (m_trouble) {
        TileSpec spec;
        spec.fill = colors().accent;
        spec.radius = 24;
        spec.padding = {32, 20, 32, 20};
        spec.gap = 28;
        spec.mark = {.name = u"paperout"_s, .size = 92, .color = colors().accentText};
        spec.lines = {para(led(troubleText()), kiosktype::Strip, colors().accentText),
                      para(seconded(troubleText()), {28, 40, 500}, colors().accentText)};
        if (lead() == Language::English) {
            spec.lines[0] = para(led(troubleText()), {36, 48, 800}, colors().accentText);
        }
        m_trouble->setSpec(spec, look);
    }
    const auto keep = keepSpecs();
    for (size_t i = 0; i < m_keep.size(); ++i) {
        m_keep[i]->setSpec(keep[i], look);
    }
    if (m_phone) {
        TileSpec spec;
        spec.padding = {0, 0, 0, 0};
        const KioskTicket ticket = view().ticket.value_or(KioskTicket());
        if (ticket.canFollow) {
            spec.lines = {
                para(led(kiosktext::FollowOnPhone), {36, 48, 700}, colors().onBrand),
                para(led(kiosktext::ScanAndWait), {28, 40, 400}, colors().onBrandSecond),
                para(seconded(kiosktext::ScanToFollow), {28, 40, 400}, colors().onBrandSecond)};
        } else {
            spec.lines = {
                para(led(kiosktext::TrackingCode) + u": "_s + ticket.trackingCode, {36, 48, 700},
                     colors().onBrand),
                para(led(kiosktext::ShowCode), {28, 40, 400}, colors().onBrandSecond),
                para(seconded(kiosktext::ShowCode), {28, 40, 400}, colors().onBrandSecond)};
        }
        spec.lineGap = 6;
        m_phone->setSpec(spec, look);
    }
    if (m_printing) {
        m_printing->setSpec(printingSpec(), look);
    }
    TileSpec done;
    done.fill = colors().card;
    done.border = colors().cardBorder;
    done.borderWidth = look.palette == Palette::HighContrast ? 4 : 0;
    done.padding = {32, 8, 32, 8};
    const char *word = isTrouble() ? kiosktext::HaveIt : kiosktext::Done;
    done.lines = {para(led(word) + u" · "_s + seconded(word), kiosktype::Button, colors().number)};
    done.tag = para(led(kiosktext::ClosesIn).arg(view().closesIn), {28, 38, 500}, colors().second);
    done.name = led(word);
    m_done->setSpec(done, look);
}

QString TicketPage::summary() const
{
    if (!view().ticket) {
        return {};
    }
    const KioskTicket &ticket = *view().ticket;
    const auto spelled = [](const QString &text) {
        return QStringList(text.begin(), text.end()).join(u' ');
    };
    QStringList words{led(kiosktext::YourNumber) + u' ' + spelled(ticket.number.toString())};
    if (isTrouble()) {
        words.append(led(troubleText()));
        if (!ticket.trackingCode.isEmpty()) {
            words.append(led(kiosktext::TrackingCode) + u' ' + spelled(ticket.trackingCode));
        }
    }
    if (!ticket.counters.empty()) {
        words.append(led(kiosktext::Counter) + u' ' + listOf(ticket.counters));
    }
    if (ticket.wait) {
        words.append(led(kiosktext::Wait) + u' ' + waitText(*ticket.wait, lead()));
    }
    return words.join(u". "_s) + u'.';
}

} // namespace motcua
