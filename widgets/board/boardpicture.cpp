// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardpicture.h"

#include "shared/translation.h"

#include <QLocale>
#include <QRectF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Lengths are reference pixels of DESIGN §6.
constexpr double Margin = 40;
constexpr double HeaderHeight = 104;
constexpr double TallHeaderHeight = 162;
constexpr double TickerHeight = 84;
constexpr double StaleHeight = 116;
constexpr double TallStaleHeight = 172;
constexpr double StripHeight = 126;
constexpr double StripGap = 10;
constexpr double Gap = 22;
constexpr double CellGap = 16;
constexpr double MediaWidth = 572;
constexpr double MediaHeight = 324;
constexpr int StripColumns = 12;
/// A grid cell of twelve; others are drawn smaller or larger.
constexpr double CellWidth = 448;
constexpr double CellHeight = 194;

/// A text of the board in @p language.
QString in(Language language, const char *source)
{
    return textIn(language, "Board", source);
}

QString firstCapital(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString weekday(Language language, int day, QLocale::FormatType format)
{
    if (language == Language::Vietnamese && day == Qt::Sunday) {
        return u"Chủ nhật"_s; // the locale writes "Chủ Nhật"
    }
    const QLocale locale(language == Language::Vietnamese ? QLocale::Vietnamese : QLocale::English);
    return firstCapital(locale.standaloneDayName(day, format));
}

/// "Thứ Ba, 17/11" or "Tue, 17 Nov".
QString dateText(Language language, const QDate &date)
{
    if (language == Language::Vietnamese) {
        return weekday(language, date.dayOfWeek(), QLocale::LongFormat) + u", "_s
               + date.toString(u"dd/MM"_s);
    }
    return weekday(language, date.dayOfWeek(), QLocale::ShortFormat) + u", "_s
           + QLocale(QLocale::English).toString(date, u"d MMM"_s);
}

/// "Thứ Tư, 18/11/2026" or "Wednesday 18 November".
QString longDateText(Language language, const QDate &date)
{
    if (language == Language::Vietnamese) {
        return weekday(language, date.dayOfWeek(), QLocale::LongFormat) + u", "_s
               + date.toString(u"dd/MM/yyyy"_s);
    }
    return QLocale(QLocale::English).toString(date, u"dddd d MMMM"_s);
}

QString sessionsText(const std::vector<Session> &sessions)
{
    QStringList texts;
    for (const Session &session : sessions) {
        texts.append(session.opens.toString(u"H:mm"_s) + u" – "_s
                     + session.closes.toString(u"H:mm"_s));
    }
    return texts.join(u'\n');
}

class Arrangement
{
public:
    Arrangement(const BoardModel &model, QSize size)
        : m_model(model)
        , m_tall(size.height() > size.width())
        , m_scale(m_tall ? std::min(size.width() / 1080.0, size.height() / 1920.0)
                         : std::min(size.width() / 1920.0, size.height() / 1080.0))
        , m_width(size.width() / m_scale)
        , m_height(size.height() / m_scale)
        , m_staleHeight(m_tall ? TallStaleHeight : StaleHeight)
        , m_foot(m_height - (model.stale ? m_staleHeight : TickerHeight))
    {
        m_picture.scale = m_scale;
    }

    [[nodiscard]] BoardPicture made()
    {
        addHeader();
        if (!m_model.open) {
            m_tall ? addClosedTall() : addClosedWide();
        } else if (m_tall) {
            addTall();
        } else if (m_model.media) {
            addWithMedia();
        } else {
            addWithoutMedia();
        }
        if (m_model.stale) {
            addStale();
        } else {
            m_picture.ticker = pixels({0, m_foot, m_width, TickerHeight});
        }
        return std::move(m_picture);
    }

private:
    [[nodiscard]] Language first() const { return m_model.languages.front(); }
    [[nodiscard]] bool hasSecond() const { return m_model.languages.size() > 1; }
    [[nodiscard]] QString lead(const char *source) const { return in(first(), source); }
    /// Nothing when the board speaks one language.
    [[nodiscard]] QString second(const char *source) const
    {
        return hasSecond() ? in(m_model.languages[1], source) : QString();
    }
    [[nodiscard]] QString bothWords(const char *source) const
    {
        return hasSecond() ? lead(source) + u" · "_s + second(source) : lead(source);
    }
    [[nodiscard]] double inner() const { return m_width - 2 * Margin; }

    [[nodiscard]] QRect pixels(const QRectF &rect) const
    {
        const int left = qRound(rect.left() * m_scale);
        const int top = qRound(rect.top() * m_scale);
        return {left, top, qRound(rect.right() * m_scale) - left,
                qRound(rect.bottom() * m_scale) - top};
    }

    BoardItem &add(BoardPart part, const QRectF &rect)
    {
        return m_picture.items.emplace_back(BoardItem{.part = part, .rect = pixels(rect)});
    }

    void addHeader()
    {
        const double height = m_tall ? TallHeaderHeight : HeaderHeight;
        const double clock = m_tall ? 250 : 560;
        const BoardShape shape = m_tall ? BoardShape::Tall : BoardShape::Band;
        BoardItem &header = add(BoardPart::Header, {Margin, 0, inner() - clock - Gap, height});
        header.shape = shape;
        header.lines = {m_model.branch.in(first()), m_model.organisation.in(first())};
        if (!m_model.open) {
            return; // the time is shown large
        }
        BoardItem &time = add(BoardPart::Clock, {m_width - Margin - clock, 0, clock, height});
        time.shape = shape;
        time.lines = {dateText(first(), m_model.now.date), m_model.now.time.toString(u"HH:mm"_s)};
    }

    void addCall(const QRectF &rect, BoardShape shape)
    {
        if (!m_model.call) {
            BoardItem &item = add(BoardPart::Waiting, rect);
            item.shape = shape;
            item.lines = {lead(QT_TRANSLATE_NOOP("Board", "Please wait for your number")),
                          second("Please wait for your number")};
            return;
        }
        BoardItem &item = add(BoardPart::Call, rect);
        item.shape = shape;
        item.ticket = m_model.call->ticket;
        item.number = m_model.call->counter;
        item.flash = m_model.flash;
        item.framed = m_model.framed;
        QString group = m_model.call->group.in(first());
        if (hasSecond()) {
            const QString &other = m_model.call->group.in(m_model.languages[1]);
            if (!other.isEmpty() && other != group) {
                group += u" · "_s + other;
            }
        }
        item.lines = {lead(QT_TRANSLATE_NOOP("Board", "Now calling")), second("Now calling"), group,
                      lead(QT_TRANSLATE_NOOP("Board", "Counter"))};
    }

    /// Calls that wait for the panel come first and are lit.
    void addPrevious(const QRectF &area, int columns, int rows, BoardShape shape)
    {
        const double width = (area.width() - CellGap * (columns - 1)) / columns;
        const double height = (area.height() - CellGap * (rows - 1)) / rows;
        const auto places = static_cast<size_t>(columns) * static_cast<size_t>(rows);
        for (size_t i = 0; i < places; ++i) {
            const int column = static_cast<int>(i) % columns;
            const int row = static_cast<int>(i) / columns;
            BoardItem &item =
                add(BoardPart::Previous, {area.left() + column * (width + CellGap),
                                          area.top() + row * (height + CellGap), width, height});
            item.shape = shape;
            item.lines = {lead("Counter")};
            const size_t waiting = m_model.waiting.size();
            if (i >= waiting + m_model.previous.size()) {
                item.off = true;
                continue;
            }
            const BoardCall &call =
                i < waiting ? m_model.waiting[i] : m_model.previous[i - waiting];
            item.ticket = call.ticket;
            item.number = call.counter;
            item.lit = i < waiting;
        }
    }

    void fillCounter(BoardItem &item, const BoardCounter &counter, bool isShort) const
    {
        item.number = counter.number;
        item.lit = counter.called;
        item.lines = {lead("Counter"), QString()};
        if (counter.called || (counter.presence == Presence::Open && counter.ticket)) {
            item.ticket = counter.ticket;
        } else if (counter.presence == Presence::Open) {
            item.lines[1] = u"–"_s;
        } else {
            item.off = true;
            const bool isOnBreak = counter.presence == Presence::OnBreak;
            item.lines[1] = isShort ? lead(isOnBreak ? QT_TRANSLATE_NOOP("Board", "break")
                                                     : QT_TRANSLATE_NOOP("Board", "closed"))
                                    : lead(isOnBreak ? QT_TRANSLATE_NOOP("Board", "On break")
                                                     : QT_TRANSLATE_NOOP("Board", "Closed now"));
        }
    }

    void addStrip(const QRectF &area, int columns)
    {
        const int count = static_cast<int>(m_model.counters.size());
        if (m_model.pages == 1) {
            columns = std::clamp(count, (columns + 1) / 2, columns);
        }
        const double width = (area.width() - StripGap * (columns - 1)) / columns;
        for (int i = 0; i < count; ++i) {
            const int row = i / columns;
            BoardItem &item =
                add(BoardPart::Strip,
                    {area.left() + (i % columns) * (width + StripGap),
                     area.top() + row * (StripHeight + StripGap), width, StripHeight});
            fillCounter(item, m_model.counters[static_cast<size_t>(i)], true);
        }
        addPages({area.left(), area.bottom(), area.width(), Gap});
    }

    void addPages(const QRectF &rect)
    {
        if (m_model.pages > 1) {
            BoardItem &pages = add(BoardPart::Pages, rect);
            pages.number = m_model.page;
            pages.count = m_model.pages;
        }
    }

    void addGrid(const QRectF &area, int columns, int rows)
    {
        const double width = (area.width() - CellGap * (columns - 1)) / columns;
        const double height = (area.height() - CellGap * (rows - 1)) / rows;
        constexpr double LargestZoom = 1.5;
        const double zoom = std::min({width / CellWidth, height / CellHeight, LargestZoom});
        for (size_t i = 0; i < m_model.counters.size(); ++i) {
            const int column = static_cast<int>(i) % columns;
            const int row = static_cast<int>(i) / columns;
            BoardItem &item =
                add(BoardPart::Cell, {area.left() + column * (width + CellGap),
                                      area.top() + row * (height + CellGap), width, height});
            item.zoom = zoom;
            const BoardCounter &counter = m_model.counters[i];
            fillCounter(item, counter, false);
            for (const Bilingual &group : counter.groups) {
                item.lines.append(group.in(first()));
            }
        }
    }

    void addNotice(const QRectF &rect)
    {
        if (!m_model.notice) {
            return;
        }
        BoardItem &item = add(BoardPart::Notice, rect);
        item.lines = {m_model.notice->title.in(m_model.noticeLanguage),
                      m_model.notice->text.in(m_model.noticeLanguage), m_model.notice->link};
    }

    void addWithMedia()
    {
        const double more = m_height - 1080;
        const double call = 474 + more * 0.6;
        const double width = 1240 + (m_width - 1920) * 0.6;
        addCall({Margin, HeaderHeight, width, call}, BoardShape::Panel);
        const double strip = m_foot - Gap - StripHeight;
        const double bottom = strip - (m_model.stale ? Gap : 52);
        const double previous = HeaderHeight + call + Gap;
        addPrevious({Margin, previous, width, bottom - previous}, 4, 1, BoardShape::Panel);

        const double side = Margin + width + 28;
        const double sideWidth = m_width - Margin - side;
        const double media = sideWidth * MediaHeight / MediaWidth;
        m_picture.media = pixels({side, HeaderHeight, sideWidth, media});
        addNotice(
            {side, HeaderHeight + media + Gap, sideWidth, bottom - HeaderHeight - media - Gap});
        addStrip({Margin, strip, inner(), StripHeight}, StripColumns);
    }

    void addWithoutMedia()
    {
        constexpr double Band = 236;
        addCall({Margin, HeaderHeight, inner(), Band}, BoardShape::Band);
        const double top = HeaderHeight + Band + 20;
        const QRectF area(Margin, top, inner(), m_foot - 20 - top);
        if (m_model.counterCount <= 6) {
            addGrid(area, 3, 2);
        } else if (m_model.counterCount <= 12) {
            addGrid(area, 4, 3);
        } else {
            addGrid(area, 5, 4);
        }
        addPages({area.left(), area.bottom(), area.width(), 20});
    }

    void addTall()
    {
        const double more = m_height - 1920;
        const double call = 700 + (m_model.media ? 48 : 0) + more * 0.5;
        double y = TallHeaderHeight;
        addCall({Margin, y, inner(), call}, BoardShape::Tall);
        y += call + Gap;
        constexpr double Previous = 252;
        addPrevious({Margin, y, inner(), Previous}, 2, 2, BoardShape::Band);
        y += Previous + Gap;
        const double bottom = m_foot - Gap;
        if (!m_model.media) {
            const int rows = m_model.counterCount <= 6 ? 2 : 4;
            addGrid({Margin, y, inner(), bottom - y}, 3, rows);
            addPages({Margin, bottom, inner(), Gap});
            return;
        }
        const double strip = bottom - 2 * StripHeight - StripGap;
        const double media = strip - Gap - y;
        const double width = m_model.notice ? media * MediaWidth / MediaHeight : inner();
        m_picture.media = pixels({Margin, y, width, media});
        addNotice({Margin + width + Gap, y, inner() - width - Gap, media});
        addStrip({Margin, strip, inner(), 2 * StripHeight + StripGap}, StripColumns / 2);
    }

    void addStale()
    {
        BoardItem &item = add(BoardPart::Stale, {0, m_foot, m_width, m_staleHeight});
        item.shape = m_tall ? BoardShape::Tall : BoardShape::Band;
        item.lines = {lead(QT_TRANSLATE_NOOP("Board", "Numbers may be late")),
                      lead(QT_TRANSLATE_NOOP("Board", "Listen and watch the counter signs")),
                      second("Numbers may be late"), second("Listen and watch the counter signs")};
        add(BoardPart::Frame, {0, 0, m_width, m_height});
    }

    void addClosedTitle(const QRectF &rect)
    {
        BoardItem &item = add(BoardPart::Closed, rect);
        item.lines = {lead(QT_TRANSLATE_NOOP("Board", "We are closed now")),
                      second("We are closed now"), m_model.now.time.toString(u"HH:mm"_s),
                      longDateText(first(), m_model.now.date)};
    }

    void addOpening(const QRectF &rect)
    {
        if (!m_model.nextOpening) {
            return;
        }
        const LocalTime &opening = *m_model.nextOpening;
        BoardItem &item = add(BoardPart::Opening, rect);
        item.lines = {lead(QT_TRANSLATE_NOOP("Board", "We open again")), second("We open again"),
                      opening.time.toString(u"H:mm"_s), longDateText(first(), opening.date),
                      hasSecond() ? longDateText(m_model.languages[1], opening.date) : QString()};
    }

    [[nodiscard]] QString daysText(Language language, int from, int to) const
    {
        const QString first = weekday(language, from, QLocale::LongFormat);
        return from == to ? first : first + u" – "_s + weekday(language, to, QLocale::LongFormat);
    }

    /// Days of equal hours that follow each other are one row.
    void addHours(const QRectF &rect)
    {
        const auto isOpen = [](const std::vector<Session> &sessions) { return !sessions.empty(); };
        if (std::ranges::none_of(m_model.week, isOpen)) {
            return;
        }
        BoardItem &item = add(BoardPart::Hours, rect);
        for (int day = 1; day <= 7;) {
            const auto &sessions = m_model.week[static_cast<size_t>(day - 1)];
            int last = day;
            while (last < 7 && m_model.week[static_cast<size_t>(last)] == sessions) {
                ++last;
            }
            if (day == Qt::Sunday && sessions.empty()) {
                item.lines.append(lead(QT_TRANSLATE_NOOP("Board", "Sunday, public holidays")));
                item.lines.append(second("Sunday, public holidays"));
            } else {
                item.lines.append(daysText(first(), day, last));
                item.lines.append(hasSecond() ? daysText(m_model.languages[1], day, last)
                                              : QString());
            }
            item.lines.append(sessions.empty() ? bothWords(QT_TRANSLATE_NOOP("Board", "Closed"))
                                               : sessionsText(sessions));
            day = last + 1;
        }
    }

    void addClosedWide()
    {
        const double bottom = m_foot - Gap;
        const double width = (inner() - Gap) / 2;
        addClosedTitle({Margin, HeaderHeight, width, bottom - HeaderHeight});
        const double right = Margin + width + Gap;
        const double opening = m_model.nextOpening ? 296 + Gap : 0;
        addOpening({right, HeaderHeight, width, opening - Gap});
        addHours({right, HeaderHeight + opening, width, bottom - HeaderHeight - opening});
    }

    void addClosedTall()
    {
        const double bottom = m_foot - Gap;
        addClosedTitle({Margin, TallHeaderHeight, inner(), 760});
        const double top = TallHeaderHeight + 760 + Gap;
        const double opening = m_model.nextOpening ? 296 + Gap : 0;
        addOpening({Margin, top, inner(), opening - Gap});
        addHours({Margin, top + opening, inner(), bottom - top - opening});
    }

    const BoardModel &m_model;
    bool m_tall;
    double m_scale;
    double m_width; ///< reference pixels
    double m_height;
    double m_staleHeight;
    double m_foot; ///< where the ticker begins
    BoardPicture m_picture;
};

} // namespace

BoardPicture boardPicture(const BoardModel &model, QSize size)
{
    return Arrangement(model, size).made();
}

QString boardNumber(const TicketNumber &number)
{
    QString text = number.toString();
    return text.insert(1, u' ');
}

} // namespace motcua
