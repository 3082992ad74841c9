// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/nationalcatalogue.h"

#include "core/dossiercode.h"
#include "core/vietnamesetext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype LargestFile = qsizetype{16} * 1024 * 1024;
constexpr qsizetype MostRows = 20'000;
constexpr size_t MostFindings = 10'000;
constexpr qsizetype LongestName = 300;
constexpr qsizetype BareCode = 8; ///< "1.001193"
constexpr qint64 SmallestFee = 1000;
constexpr qint64 LargestFee = 1'000'000'000'000;

const QString ReferralElsewhere =
    u"Trung tâm không nhận. Nộp tại cơ quan Công an hoặc trên Cổng Dịch vụ công quốc gia."_s;
const QString ReferralPolice =
    u"Nộp tại Công an xã, phường nơi cư trú hoặc trực tuyến qua Cổng Dịch vụ công quốc gia, VNeID."_s;

/// What a row says of one way to hand in.
struct Channel
{
    QString name;
    QString time; ///< number, as written
    QString unit;
    QString fee;
    QString note;
};

struct Paper
{
    QString group; ///< heading it stands under; empty for none
    QString name;
    int originals = 0;
    int copies = 0;
};

/// A row as the file has it, whatever its shape; texts as they are.
struct SourceRow
{
    QString code;
    QString name;
    QString field;
    std::vector<Channel> channels;
    std::vector<Paper> papers;
    QStringList flags;
    QString basis;
};

bool containsAny(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text.contains(word); });
}

/// Whether @p name is one of the ways to hand in that intakes know.
bool isKnownChannel(const QString &name)
{
    return containsAny(folded(name), {"truc tiep"_L1, "truc tuyen"_L1, "buu chinh"_L1});
}

QStringList distinct(QStringList texts)
{
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

/// Turns one row into a procedure and says what is doubtful about it.
class Judge
{
public:
    Judge(const SourceRow &row, int number, NationalReading &reading)
        : m_row(row)
        , m_number(number)
        , m_reading(reading)
        , m_code(cleaned(row.code))
    {
        for (const Channel &channel : row.channels) {
            m_notes += folded(channel.note) + u' ';
        }
    }

    std::optional<Procedure> procedure();
    void tell(QLatin1StringView problem, const QString &value = {});

private:
    struct Fee
    {
        std::optional<qint64> amount = {};
        bool isForeign = false;
        bool isUnreadable = false;
    };

    void inspectTexts();
    void inspectChannels();
    void judgeLimit();
    QLatin1StringView doubtOfLimit(Limit &limit, QString &value) const;
    bool notesContradict(const Limit &limit) const;
    void judgeFees();
    std::optional<qint64> feeOf(QLatin1StringView channel);
    static Fee feeFrom(const QString &text);
    static bool noteContradicts(qint64 fee, const QString &note);
    void judgePapers();
    void judgeReferral();
    void doubt(QLatin1StringView problem, const QString &value);
    QString fileDoubt(std::initializer_list<QLatin1StringView> flags) const;

    const SourceRow &m_row;
    int m_number;
    NationalReading &m_reading;
    QString m_code;
    QString m_notes; ///< folded, of all channels
    Procedure m_procedure;
    ProcedureCase m_case;
};

void Judge::tell(QLatin1StringView problem, const QString &value)
{
    constexpr qsizetype LongestCode = 40;
    constexpr qsizetype LongestValue = 80;
    if (m_reading.findings.size() < MostFindings) {
        m_reading.findings.push_back(
            {m_number, m_code.left(LongestCode), problem, cleaned(value).left(LongestValue)});
    }
}

void Judge::doubt(QLatin1StringView problem, const QString &value)
{
    if (!m_procedure.flags.contains(problem)) {
        m_procedure.flags.append(problem);
        tell(problem, value);
    }
}

std::optional<Procedure> Judge::procedure()
{
    if (!isProcedureCode(m_code)) {
        tell("bad_code"_L1, m_code);
        return std::nullopt;
    }
    m_procedure.code = m_code.left(BareCode);
    const QString name = cleaned(m_row.name);
    if (name.isEmpty()) {
        tell("missing_name"_L1);
        return std::nullopt;
    }
    if (name.size() > LongestName) {
        tell("long_name"_L1, QString::number(name.size()));
    }
    m_procedure.name = {name, name};
    m_procedure.field = cleaned(m_row.field);
    for (const QString &flag : m_row.flags) {
        m_procedure.flags.append(cleaned(flag));
    }
    m_procedure.flags = distinct(m_procedure.flags);
    inspectTexts();
    inspectChannels();
    judgeLimit();
    judgeFees();
    judgePapers();
    judgeReferral();
    m_procedure.cases = {m_case};
    return m_procedure;
}

void Judge::inspectTexts()
{
    static const QRegularExpression invisible(
        u"[\\x{00A0}\\x{00AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}\\x{2066}-\\x{2069}\\x{FEFF}]"_s);
    QString all = m_row.code + m_row.name + m_row.field;
    for (const Channel &channel : m_row.channels) {
        all += channel.name + channel.unit + channel.fee + channel.note;
    }
    for (const Paper &paper : m_row.papers) {
        all += paper.group + paper.name;
    }
    if (const auto match = invisible.match(all); match.hasMatch()) {
        tell("invisible_characters"_L1,
             u"U+%1"_s.arg(match.capturedView()[0].unicode(), 4, 16, QChar(u'0')).toUpper());
    }
    if (all.normalized(QString::NormalizationForm_C) != all) {
        tell("not_normalised"_L1);
    }
}

void Judge::inspectChannels()
{
    for (const Channel &channel : m_row.channels) {
        if (!isKnownChannel(channel.name)) {
            tell("unknown_channel"_L1, channel.name);
        }
    }
}

/// The first of the file's own flags that begins with one of @p flags.
QString Judge::fileDoubt(std::initializer_list<QLatin1StringView> flags) const
{
    for (const QString &flag : m_row.flags) {
        if (std::ranges::any_of(flags, [&](auto start) { return flag.startsWith(start); })) {
            return flag;
        }
    }
    return {};
}

bool Judge::notesContradict(const Limit &limit) const
{
    // "15 ngày làm việc", but not "… ngày 14/11/2016".
    static const QRegularExpression days(u"(?<![\\d/.])(\\d{1,4}) ngay( lam viec)?(?! \\d)"_s);
    for (auto match = days.globalMatch(m_notes); match.hasNext();) {
        const auto found = match.next();
        const LimitKind kind =
            found.hasCaptured(2) ? LimitKind::WorkingDays : LimitKind::CalendarDays;
        if (limit != Limit{kind, found.capturedView(1).toInt()}) {
            return true;
        }
    }
    return false;
}

QLatin1StringView Judge::doubtOfLimit(Limit &limit, QString &value) const
{
    static const QHash<QString, LimitKind> units{
        {u"ngay lam viec"_s, LimitKind::WorkingDays}, {u"working_day"_s, LimitKind::WorkingDays},
        {u"ngay"_s, LimitKind::CalendarDays},         {u"calendar_day"_s, LimitKind::CalendarDays},
        {u"gio lam viec"_s, LimitKind::WorkingHours}, {u"working_hour"_s, LimitKind::WorkingHours},
        {u"trong ngay"_s, LimitKind::SameDay},        {u"same_day"_s, LimitKind::SameDay}};
    std::vector<Limit> limits;
    QStringList stated;
    bool hasTime = false;
    QLatin1StringView doubt;
    for (const Channel &channel : m_row.channels) {
        const QString unit = folded(channel.unit);
        const QString time = cleaned(channel.time);
        stated.append(time.isEmpty() ? u"–"_s : (time + u' ' + cleaned(channel.unit)).trimmed());
        if (time.isEmpty()) {
            continue;
        }
        hasTime = hasTime || isKnownChannel(channel.name); // another's time can only raise doubt
        bool isNumber = false;
        const int number = time.toInt(&isNumber);
        const auto kind = units.constFind(unit);
        if (unit.isEmpty()) {
            doubt = "limit_without_unit"_L1;
        } else if (kind == units.constEnd() || !isNumber || number > Limit::Largest
                   || (*kind == LimitKind::SameDay ? number != 0 : number < 1)) {
            doubt = "limit_unknown_unit"_L1;
        } else {
            limits.push_back({*kind, number});
        }
    }
    value = distinct(stated).join(u" / "_s);
    if (!hasTime) {
        return "limit_missing"_L1;
    }
    if (!doubt.isEmpty()) {
        return doubt;
    }
    if (distinct(stated).size() > 1
        || std::ranges::any_of(limits, [&](const Limit &one) { return one != limits.front(); })) {
        return "limits_differ"_L1;
    }
    limit = limits.front();
    if (containsAny(m_notes, {"mien nui"_L1, "hai dao"_L1, "vung sau"_L1, "vung kho khan"_L1})
        && m_notes.contains("ngay"_L1)) {
        return "limit_longer_elsewhere"_L1;
    }
    if (notesContradict(limit)) {
        return "limit_contradicted"_L1;
    }
    if (const QString flag = fileDoubt({"time_"_L1, "no_time"_L1, "limit_"_L1}); !flag.isEmpty()) {
        value = flag;
        return "limit_doubted"_L1;
    }
    if (containsAny(folded(m_row.basis), {"own knowledge"_L1, "assumed"_L1, "without unit"_L1,
                                          "values seen"_L1, "not stated"_L1, "placeholder"_L1})) {
        value = m_row.basis;
        return "limit_doubted"_L1;
    }
    return {};
}

void Judge::judgeLimit()
{
    Limit limit;
    QString value;
    const QLatin1StringView reason = doubtOfLimit(limit, value);
    QStringList stated;
    for (const Channel &channel : m_row.channels) {
        if (!cleaned(channel.time).isEmpty()) {
            stated.append(cleaned(u"%1: %2 %3"_s.arg(channel.name, channel.time, channel.unit)));
        }
    }
    m_case.limitBasis =
        m_row.basis.isEmpty() ? distinct(stated).join(u"; "_s) : cleaned(m_row.basis);
    if (reason.isEmpty()) {
        m_case.limit = limit;
    } else {
        m_case.limitVerified = false;
        doubt(reason, value);
    }
}

Judge::Fee Judge::feeFrom(const QString &text)
{
    static const QRegularExpression amount(
        u"^(\\d{1,3}(?:[.,]\\d{3})*|\\d+) ?(d|dong|vnd|viet nam dong)?$"_s);
    const QString bare = folded(text);
    if (bare.isEmpty() || bare == "khong co thong tin"_L1 || bare == "khong"_L1) {
        return {};
    }
    if (bare == "mien phi"_L1) {
        return {.amount = 0};
    }
    const auto match = amount.match(bare);
    if (!match.hasMatch()) {
        return {.isForeign = containsAny(bare, {"usd"_L1, "eur"_L1}), .isUnreadable = true};
    }
    bool isNumber = false; // not when it is too large for any
    const qint64 number = match.captured(1).remove(u'.').remove(u',').toLongLong(&isNumber);
    return isNumber && number <= LargestFee ? Fee{.amount = number} : Fee{.isUnreadable = true};
}

/// Whether a note names amounts, and not this one; or says of something free how much it costs.
bool Judge::noteContradicts(qint64 fee, const QString &note)
{
    static const QRegularExpression amounts(
        u"(\\d{1,3}(?:[.,]\\d{3})+|\\d{4,}) ?(?:d|dong|vnd)\\b"_s);
    static const QRegularExpression copies(u"phi cap ban sao.*$"_s); // always paid apart
    const QString bare = folded(note).remove(copies);
    bool isOther = fee == 0 && bare.contains("muc thu"_L1);
    for (auto match = amounts.globalMatch(bare); match.hasNext();) {
        if (match.next().captured(1).remove(u'.').remove(u',').toLongLong() == fee) {
            return false;
        }
        isOther = true;
    }
    return isOther;
}

/// The fee on the channels whose folded name holds @p channel.
std::optional<qint64> Judge::feeOf(QLatin1StringView channel)
{
    std::vector<qint64> amounts;
    bool isSilent = false;
    for (const Channel &one : m_row.channels) {
        if (!folded(one.name).contains(channel)) {
            continue;
        }
        const Fee fee = feeFrom(one.fee);
        if (fee.isForeign) {
            doubt("fee_foreign"_L1, one.fee); // of an embassy: not asked here
        } else if (fee.isUnreadable) {
            doubt("fee_unreadable"_L1, one.fee);
            isSilent = true;
        } else if (!fee.amount) {
            isSilent = true;
            if (noteContradicts(-1, one.note)) {
                doubt("fee_only_in_note"_L1, one.note);
            }
        } else if (*fee.amount > 0 && *fee.amount < SmallestFee) {
            doubt("fee_scaled"_L1, one.fee);
            isSilent = true;
        } else if (noteContradicts(*fee.amount, one.note)) {
            doubt("fee_contradicted"_L1, one.fee);
            isSilent = true;
        } else {
            amounts.push_back(*fee.amount);
        }
    }
    if (amounts.empty() || isSilent) {
        return std::nullopt;
    }
    if (std::ranges::any_of(amounts, [&](qint64 one) { return one != amounts.front(); })) {
        doubt("fees_differ"_L1, QString::number(amounts.front()));
        return std::nullopt;
    }
    return amounts.front();
}

void Judge::judgeFees()
{
    QStringList stated;
    QString note;
    for (const Channel &channel : m_row.channels) {
        stated.append(cleaned(channel.fee));
        const QString text = cleaned(channel.note);
        if (note.isEmpty() || (!text.isEmpty() && folded(channel.name) == "truc tiep"_L1)) {
            note = text;
        }
    }
    stated = distinct(stated);
    m_case.feeDirect = feeOf("truc tiep"_L1);
    m_case.feeOnline = feeOf("truc tuyen"_L1);
    if (containsAny(m_notes, {"hoi dong nhan dan"_L1, "hdnd"_L1, "luat phi va le phi"_L1})) {
        doubt("fee_by_council"_L1, stated.join(u" / "_s));
        m_case.feeDirect.reset();
        m_case.feeOnline.reset();
    }
    const QString flag = fileDoubt({"fee_scaled"_L1, "portal_says_free"_L1});
    if (!flag.isEmpty() && (m_case.feeDirect || m_case.feeOnline)) {
        doubt("fee_doubted"_L1, flag);
        m_case.feeDirect.reset();
        m_case.feeOnline.reset();
    }
    if (stated.size() > 1) {
        tell("fee_differs_by_channel"_L1, stated.join(u" / "_s));
    }
    const bool isKnown = m_case.feeDirect || m_case.feeOnline;
    m_case.feeNote = isKnown || stated.isEmpty()
                         ? note
                         : (u"Nguồn ghi: %1. "_s.arg(stated.join(u" / "_s)) + note).trimmed();
}

void Judge::judgePapers()
{
    static const QRegularExpression numbered(u"^\\(?([ivx]+|[a-h]|\\d{1,2})[.)]"_s);
    static const QStringList roman{u"i"_s,  u"ii"_s,  u"iii"_s,  u"iv"_s, u"v"_s,
                                   u"vi"_s, u"vii"_s, u"viii"_s, u"ix"_s, u"x"_s};
    int notes = 0;
    bool isShuffled = false;
    QString group;
    std::pair<int, int> last; // kind of numbering, place
    for (const Paper &paper : m_row.papers) {
        const QString name = cleaned(paper.name);
        const QString heading = cleaned(paper.group);
        if (name.isEmpty()) {
            continue;
        }
        if (heading != group) {
            group = heading;
            last = {};
        }
        if (const auto match = numbered.match(folded(name)); match.hasMatch()) {
            const QString mark = match.captured(1);
            const auto place = static_cast<int>(roman.indexOf(mark));
            const std::pair<int, int> now = place >= 0 ? std::pair{1, place}
                                            : mark[0].isDigit()
                                                ? std::pair{2, mark.toInt()}
                                                : std::pair{3, int{mark[0].unicode()}};
            isShuffled = isShuffled || (last.first == now.first && now.second < last.second);
            last = now;
        }
        const bool isNote = paper.originals == 0 && paper.copies == 0;
        notes += isNote ? 1 : 0;
        const QString bare = folded(name);
        const bool isForAll = heading.isEmpty() || folded(heading).startsWith("giay to phai"_L1)
                              || folded(heading) == "thanh phan ho so"_L1;
        const bool isConditional = bare.startsWith("truong hop"_L1) || bare.contains("neu co"_L1);
        m_case.documents.push_back({.name = isForAll ? name : heading + u": "_s + name,
                                    .originals = paper.originals,
                                    .copies = paper.copies,
                                    .required = !isNote && isForAll && !isConditional});
    }
    if (notes > 0) {
        tell("documents_are_notes"_L1, u"%1/%2"_s.arg(notes).arg(m_case.documents.size()));
    }
    if (isShuffled) {
        tell("documents_shuffled"_L1);
    }
}

void Judge::judgeReferral()
{
    const QString what = folded(m_procedure.field + u' ' + m_procedure.name.vi);
    if (containsAny(what, {"giay phep lai xe"_L1, "ly lich tu phap"_L1, "an ninh mang"_L1,
                           "cai nghien"_L1})) {
        m_procedure.referral = ReferralElsewhere;
    } else if (containsAny(m_notes, {"tai cong an"_L1, "den cong an"_L1})
               || containsAny(what, {"quan ly cu tru"_L1})) {
        m_procedure.referral = ReferralPolice;
    } else {
        return;
    }
    tell("not_taken_here"_L1, m_procedure.field);
}

/// Keeps of two rows with one code what both may mean: nothing that binds.
void withdrawPromises(Procedure &procedure)
{
    ProcedureCase &one = procedure.cases.front();
    one.limit.reset();
    one.limitVerified = false;
    one.feeDirect.reset();
    one.feeOnline.reset();
    procedure.flags = distinct(procedure.flags + QStringList{u"duplicate_code"_s});
}

class Reader
{
public:
    Reader(QString fileName, NationalReading &reading)
        : m_fileName(std::move(fileName))
        , m_reading(reading)
    {
    }

    void read(const QByteArray &content);

private:
    void readJson(const QByteArray &content);
    void readCsv(const QString &text);
    void take(const SourceRow &row);
    void refuse(const QString &place, QLatin1StringView problem, const QString &value = {});

    QString m_fileName;
    NationalReading &m_reading;
    QHash<QString, size_t> m_places; ///< of a code among the procedures
};

void Reader::refuse(const QString &place, QLatin1StringView problem, const QString &value)
{
    constexpr qsizetype LongestValue = 40;
    m_reading.procedures.clear();
    m_reading.findings.clear();
    m_reading.faults = {{m_fileName, place, problem, cleaned(value.left(LongestValue))}};
}

void Reader::take(const SourceRow &row)
{
    Judge judge(row, m_reading.rows, m_reading);
    auto procedure = judge.procedure();
    if (!procedure) {
        return;
    }
    const auto known = m_places.constFind(procedure->code);
    if (known == m_places.constEnd()) {
        m_places.insert(procedure->code, m_reading.procedures.size());
        m_reading.procedures.push_back(std::move(*procedure));
        return;
    }
    judge.tell("duplicate_code"_L1, procedure->code);
    Procedure &first = m_reading.procedures[*known];
    if (first != *procedure) {
        withdrawPromises(first);
    }
}

void Reader::read(const QByteArray &content)
{
    const QString whole = u"."_s;
    if (content.size() > LargestFile) {
        refuse(whole, "too_large"_L1);
        return;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(content); // leaves out a BOM
    if (decoder.hasError() || text.contains(QChar(u'\0'))) {
        refuse(whole, "malformed"_L1);
        return;
    }
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        refuse(whole, "empty"_L1);
    } else if (trimmed[0] == u'[' || trimmed[0] == u'{') {
        readJson(text.toUtf8());
    } else {
        readCsv(text);
    }
}

QString numberText(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == std::floor(number) && std::abs(number) < 1e9
                   ? QString::number(static_cast<qint64>(number))
                   : QString::number(number);
    }
    return value.toString();
}

int countOf(const QJsonValue &value)
{
    constexpr int Most = 99;
    return static_cast<int>(std::clamp(value.toDouble(), 0.0, double{Most}));
}

SourceRow rowFrom(const QJsonObject &json)
{
    SourceRow row{.code = json["code"_L1].toString(),
                  .name = json["name"_L1].toString(),
                  .field = json["field"_L1].toString(),
                  .channels = {},
                  .papers = {},
                  .flags = {},
                  .basis = {}};
    for (const QJsonValue &value : json["channels"_L1].toArray()) {
        const QJsonObject channel = value.toObject();
        row.channels.push_back({.name = channel["channel"_L1].toString(),
                                .time = numberText(channel["time_value"_L1]),
                                .unit = channel["time_unit"_L1].toString(),
                                .fee = channel["fee"_L1].toString(),
                                .note = channel["note"_L1].toString()});
    }
    for (const QJsonValue &value : json["document_groups"_L1].toArray()) {
        const QJsonObject group = value.toObject();
        for (const QJsonValue &one : group["documents"_L1].toArray()) {
            const QJsonObject document = one.toObject();
            row.papers.push_back({.group = group["case"_L1].toString(),
                                  .name = document["name"_L1].toString(),
                                  .originals = countOf(document["originals"_L1]),
                                  .copies = countOf(document["copies"_L1])});
        }
    }
    for (const QJsonValue &value : json["flags"_L1].toArray()) {
        row.flags.append(value.toString());
    }
    return row;
}

void Reader::readJson(const QByteArray &content)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = content.left(error.offset);
        refuse(u"line %1"_s.arg(before.count('\n') + 1), "malformed"_L1);
        return;
    }
    const QJsonArray list =
        document.isArray() ? document.array() : document.object()["procedures"_L1].toArray();
    if (list.isEmpty() || list.size() > MostRows) {
        refuse(u"procedures"_s, list.isEmpty() ? "empty"_L1 : "too_large"_L1);
        return;
    }
    for (const QJsonValue &value : list) {
        ++m_reading.rows;
        if (value.isObject()) {
            take(rowFrom(value.toObject()));
        } else {
            Judge({}, m_reading.rows, m_reading).tell("wrong_type"_L1, value.toString());
        }
    }
}

/// The fields of a whole file, row by row; a field in quotes may hold separators, doubled quotes
/// and line breaks. Nothing when a quote is left open.
std::optional<std::vector<QStringList>> rowsOf(const QString &text, QChar separator)
{
    std::vector<QStringList> rows(1);
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == separator || c == u'\n')) {
            rows.back().append(std::exchange(field, {}));
            if (c == u'\n') {
                rows.emplace_back();
            }
        } else if (isQuoted || c != u'\r') {
            field += c;
        }
    }
    rows.back().append(field);
    return isQuoted ? std::nullopt : std::optional(rows);
}

void Reader::readCsv(const QString &text)
{
    const QString head = text.left(text.indexOf(u'\n'));
    const QChar separator = std::ranges::max({QChar(u','), QChar(u';'), QChar(u'\t')}, {},
                                             [&](QChar one) { return head.count(one); });
    const auto rows = rowsOf(text, separator);
    if (!rows) {
        refuse(u"."_s, "malformed"_L1);
        return;
    }
    if (std::cmp_greater(rows->size(), MostRows)) {
        refuse(u"."_s, "too_large"_L1);
        return;
    }
    QStringList columns;
    for (const QString &column : rows->front()) {
        columns.append(cleaned(column).toLower());
    }
    for (const QString &needed : {u"code"_s, u"name"_s, u"field"_s}) {
        if (columns.count(needed) != 1) {
            refuse(needed, "missing_column"_L1);
            return;
        }
    }
    for (size_t i = 1; i < rows->size(); ++i) {
        const QStringList &fields = (*rows)[i];
        if (fields.size() == 1 && fields[0].trimmed().isEmpty()) {
            continue;
        }
        if (fields.size() != columns.size()) {
            refuse(u"row %1"_s.arg(i), "wrong_count"_L1, fields[0]);
            return;
        }
        const auto field = [&](const QString &column) {
            const qsizetype place = columns.indexOf(column);
            return place < 0 ? QString() : fields[place];
        };
        ++m_reading.rows;
        SourceRow row{.code = field(u"code"_s),
                      .name = field(u"name"_s),
                      .field = field(u"field"_s),
                      .channels = {},
                      .papers = {},
                      .flags = cleaned(field(u"flags"_s)).split(u' ', Qt::SkipEmptyParts),
                      .basis = field(u"limit_basis"_s)};
        row.channels = {{.name = u"Trực tiếp"_s,
                         .time = field(u"limit_value"_s),
                         .unit = field(u"limit_unit"_s),
                         .fee = field(u"fee_direct_vnd"_s),
                         .note = field(u"fee_note"_s)},
                        {.name = u"Trực tuyến"_s,
                         .time = field(u"limit_value"_s),
                         .unit = field(u"limit_unit"_s),
                         .fee = field(u"fee_online_vnd"_s),
                         .note = {}}};
        take(row);
    }
    if (m_reading.rows == 0) {
        refuse(u"."_s, "empty"_L1);
    }
}

QString told(const std::optional<qint64> &fee)
{
    return fee ? QString::number(*fee) : u"unknown"_s;
}

QString told(const std::optional<Limit> &limit)
{
    if (!limit) {
        return u"unknown"_s;
    }
    return limit->kind == LimitKind::SameDay ? word(limit->kind)
                                             : u"%1 %2"_s.arg(limit->value).arg(word(limit->kind));
}

QString told(const QString &text)
{
    return text;
}

QString told(const QStringList &texts)
{
    return texts.join(u' ');
}

QString told(const std::vector<ProcedureDocument> &documents)
{
    QStringList names;
    for (const ProcedureDocument &document : documents) {
        names.append(u"%1 (%2+%3%4)"_s.arg(document.name)
                         .arg(document.originals)
                         .arg(document.copies)
                         .arg(document.required ? u""_s : u"?"_s));
    }
    return names.join(u"; "_s);
}

QString told(const std::vector<ProcedureCase> &cases)
{
    QStringList names;
    for (const ProcedureCase &one : cases) {
        names.append((one.name + u' ' + told(one.limit)).trimmed());
    }
    return names.join(u"; "_s);
}

} // namespace

bool isNationalExport(const QByteArray &content)
{
    QByteArray trimmed = content.left(LargestFile).trimmed();
    if (trimmed.startsWith("\xEF\xBB\xBF")) {
        trimmed = trimmed.sliced(3).trimmed();
    }
    if (!trimmed.startsWith('{')) {
        return true;
    }
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    const QJsonObject root = document.object();
    return document.isObject() && !root.contains("branch"_L1) && !root.contains("format"_L1);
}

NationalReading readNationalCatalogue(const QString &fileName, const QByteArray &content)
{
    NationalReading reading;
    Reader(fileName, reading).read(content);
    return reading;
}

ProcedureUpdate updated(const Procedure &stored, const Procedure *before, const Procedure &offered)
{
    ProcedureUpdate update{.procedure = stored, .changes = {}, .kept = {}};
    Procedure &mine = update.procedure;
    const auto merge = [&](const QString &field, auto &own, const auto *last, const auto &theirs,
                           bool mayTake) {
        if (own == theirs || (last && *last == theirs)) {
            return false;
        }
        (mayTake ? update.changes : update.kept).push_back({field, told(own), told(theirs)});
        if (mayTake) {
            own = theirs;
        }
        return mayTake;
    };
    const bool isLater = before != nullptr;
    const QString name = mine.name.vi;
    if (merge(u"name"_s, mine.name.vi, before ? &before->name.vi : nullptr, offered.name.vi,
              isLater && offered.name.vi.size() <= LongestName)
        && mine.name.en == name) {
        mine.name.en = mine.name.vi; // it had no English one
    }
    merge(u"field"_s, mine.field, before ? &before->field : nullptr, offered.field, isLater);
    merge(u"flags"_s, mine.flags, before ? &before->flags : nullptr, offered.flags, isLater);
    if (mine.group.isEmpty() && mine.referral.isEmpty()) {
        merge(u"referral"_s, mine.referral, before ? &before->referral : nullptr, offered.referral,
              true);
    }

    const ProcedureCase *last = before ? &before->cases.front() : nullptr;
    const ProcedureCase &theirs = offered.cases.front();
    if (mine.cases.size() != 1) {
        // Which of the branch's cases the file means is not for a program to guess.
        if (!last || *last != theirs) {
            update.kept.push_back({u"cases"_s, told(mine.cases), told(offered.cases)});
        }
        return update;
    }
    ProcedureCase &own = mine.cases.front();
    if (merge(u"limit"_s, own.limit, last ? &last->limit : nullptr, theirs.limit,
              theirs.limit.has_value())) {
        own.limitBasis = theirs.limitBasis;
        own.limitVerified = theirs.limitVerified;
    }
    merge(u"fee_direct"_s, own.feeDirect, last ? &last->feeDirect : nullptr, theirs.feeDirect,
          theirs.feeDirect.has_value());
    merge(u"fee_online"_s, own.feeOnline, last ? &last->feeOnline : nullptr, theirs.feeOnline,
          theirs.feeOnline.has_value());
    merge(u"fee_note"_s, own.feeNote, last ? &last->feeNote : nullptr, theirs.feeNote, isLater);
    if (!theirs.documents.empty()) { // a CSV tells none
        merge(u"documents"_s, own.documents, last ? &last->documents : nullptr, theirs.documents,
              isLater);
    }
    return update;
}

} // namespace motcua
