// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue.h"

#include "core/cataloguenode.h"
#include "core/dossiercode.h"
#include "core/form.h"
#include "core/vietnamesetext.h"
#include "core/wordtable.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype LargestFile = qsizetype{8} * 1024 * 1024;
constexpr Words<LimitKind> LimitKinds{{"working_days"_L1, LimitKind::WorkingDays},
                                      {"calendar_days"_L1, LimitKind::CalendarDays},
                                      {"working_hours"_L1, LimitKind::WorkingHours},
                                      {"same_day"_L1, LimitKind::SameDay}};
constexpr Words<std::optional<DayKind>> DayKinds{{"off"_L1, DayKind::Off},
                                                 {"compensation"_L1, DayKind::Compensation},
                                                 {"make_up"_L1, DayKind::MakeUp},
                                                 {"proposed"_L1, std::nullopt}};
constexpr Words<Language> Languages{{"vi"_L1, Language::Vietnamese}, {"en"_L1, Language::English}};
constexpr Words<Paper> Papers{{"A4"_L1, Paper::A4}, {"A5"_L1, Paper::A5}};
constexpr Words<HundredsWord> HundredsWords{{"linh"_L1, HundredsWord::Linh},
                                            {"le"_L1, HundredsWord::Le}};

void readSession(CatalogueNode &node, std::vector<Session> &sessions)
{
    const auto opens = node.time("opens"_L1);
    const auto closes = node.time("closes"_L1);
    if (!opens || !closes) {
        return;
    }
    if (*opens >= *closes) {
        node.fault("closes"_L1, "out_of_range"_L1);
        return;
    }
    const auto meets = [&](const Session &other) {
        return *opens < other.closes && other.opens < *closes;
    };
    if (std::ranges::any_of(sessions, meets)) {
        node.fault("opens"_L1, "overlap"_L1);
        return;
    }
    sessions.push_back({*opens, *closes});
    std::ranges::sort(sessions, {}, &Session::opens);
}

void readSettings(CatalogueNode &node, BranchSettings &settings)
{
    settings.timeZone = node.text("time_zone"_L1);
    if (!settings.timeZone.isEmpty()
        && !QTimeZone::isTimeZoneIdAvailable(settings.timeZone.toUtf8())) {
        node.fault("time_zone"_L1, "bad_time_zone"_L1);
    }
    settings.sameDayUntil =
        node.time("same_day_until"_L1, Need::Optional).value_or(settings.sameDayUntil);
    node.integer(settings.undoSeconds, "undo_seconds"_L1, 0, 600, Need::Optional);
    node.integer(settings.shiftLeaseSeconds, "shift_lease_seconds"_L1, 15, 3600, Need::Optional);
    node.integer(settings.callsBeforeNoShow, "calls_before_no_show"_L1, 1, 9, Need::Optional);
    node.integer(settings.lastTicketMinutes, "last_ticket_minutes"_L1, 0, 240, Need::Optional);
    node.integer(settings.restoreNumberGap, "restore_number_gap"_L1, 0, 9999, Need::Optional);
    node.integer(settings.leasedNumbers, "leased_numbers"_L1, 0, 200, Need::Optional);
    constexpr int LongestKept = 36'500;
    node.integer(settings.keepAppointmentsDays, "keep_appointments_days"_L1, 0, LongestKept,
                 Need::Optional);
    node.integer(settings.keepAdviceDays, "keep_advice_days"_L1, 0, LongestKept, Need::Optional);
    node.integer(settings.keepCommentsDays, "keep_comments_days"_L1, 0, LongestKept,
                 Need::Optional);
    node.integer(settings.expectedMinutes, "expected_minutes"_L1, 0, 240, Need::Optional);
    node.integer(settings.ratingSeconds, "rating_seconds"_L1, 0, 600, Need::Optional);
    node.integer(settings.keepDossiersDays, "keep_dossiers_days"_L1, 0, LongestKept,
                 Need::Optional);
    if (node.has("announcement_languages"_L1)) {
        settings.announcementLanguages.clear();
        for (const QString &code :
             node.texts("announcement_languages"_L1, Need::Filled, "out_of_range"_L1,
                        [](const QString &code) { return entryOf(Languages, code) != nullptr; })) {
            settings.announcementLanguages.push_back(entryOf(Languages, code)->second);
        }
    }
    settings.hundredsWord = node.choice("hundreds_word"_L1, HundredsWords, Need::Optional)
                                .value_or(settings.hundredsWord);
    settings.deskPrinter = node.text("desk_printer"_L1, Need::Optional);
    settings.hotline = node.text("hotline"_L1, Need::Optional);
    node.integer(settings.resultsCounter, "results_counter"_L1, 0, 999, Need::Optional);
    node.boolean(settings.fullIdOnForms, "full_id_on_forms"_L1);
    if (node.has("forms"_L1)) {
        settings.forms.clear();
        QSet<QString> seen;
        node.each("forms"_L1, Need::Present, [&](CatalogueNode &use) {
            const QString form = use.text("form"_L1);
            const auto paper = use.choice("paper"_L1, Papers, Need::Optional);
            if (!form.isEmpty() && !formTemplate(form)) {
                use.fault("form"_L1, "out_of_range"_L1);
            }
            use.unique("form"_L1, seen, form);
            settings.forms.push_back({form, paper.value_or(Paper::A4)});
        });
    }
}

Group readGroup(CatalogueNode &node, QSet<QString> &letters)
{
    Group group;
    group.letter = node.text("letter"_L1);
    const bool good =
        group.letter.size() == 1 && group.letter[0] >= u'A' && group.letter[0] <= u'Z';
    if (good) {
        node.unique("letter"_L1, letters, group.letter);
    } else if (!group.letter.isEmpty()) {
        node.fault("letter"_L1, "bad_code"_L1);
    }
    group.name = node.bilingual("name"_L1);
    group.shortName = node.bilingual("short_name"_L1);
    node.integer(group.firstNumber, "first_number"_L1, 1, TicketNumber::Largest, Need::Optional);
    node.integer(group.lastNumber, "last_number"_L1, 1, TicketNumber::Largest, Need::Optional);
    if (group.firstNumber > group.lastNumber) {
        node.fault("last_number"_L1, "out_of_range"_L1);
    }
    node.boolean(group.active, "active"_L1);
    return group;
}

PriorityClass readPriorityClass(CatalogueNode &node, QSet<QString> &codes)
{
    PriorityClass priority;
    priority.code = node.code("code"_L1);
    node.unique("code"_L1, codes, priority.code);
    priority.name = node.bilingual("name"_L1);
    node.integer(priority.headStartMinutes, "head_start_minutes"_L1, 0, 24 * 60);
    if (const auto age = node.integer("from_age"_L1, 1, 150, Need::Optional)) {
        priority.fromAge = static_cast<int>(*age);
    }
    priority.basis = node.text("basis"_L1);
    return priority;
}

std::optional<Limit> readLimit(CatalogueNode &node, QLatin1StringView key)
{
    std::optional<Limit> read;
    node.object(key, Need::Optional, [&](CatalogueNode &limit) {
        const auto kind = limit.choice("kind"_L1, LimitKinds);
        const bool sameDay = kind == LimitKind::SameDay;
        const auto value = limit.integer("value"_L1, sameDay ? 0 : 1, sameDay ? 0 : 1000,
                                         sameDay ? Need::Optional : Need::Filled);
        if (kind && (value || sameDay)) {
            read = Limit{*kind, static_cast<int>(value.value_or(0))};
        }
    });
    return read;
}

ProcedureCase readCase(CatalogueNode &node, Need name)
{
    ProcedureCase one;
    one.name = node.text("name"_L1, name);
    one.limit = readLimit(node, "limit"_L1);
    one.limitOnline = readLimit(node, "limit_online"_L1);
    one.limitPost = readLimit(node, "limit_post"_L1);
    one.limitBasis = node.text("limit_basis"_L1, Need::Optional);
    node.boolean(one.limitVerified, "limit_verified"_L1);
    one.feeDirect = node.integer("fee_direct"_L1, 0, 1'000'000'000'000, Need::Optional);
    one.feeOnline = node.integer("fee_online"_L1, 0, 1'000'000'000'000, Need::Optional);
    one.feeNote = node.text("fee_note"_L1, Need::Optional);
    node.each("documents"_L1, Need::Optional, [&](CatalogueNode &item) {
        ProcedureDocument document;
        document.name = item.text("name"_L1);
        item.integer(document.originals, "originals"_L1, 0, 99, Need::Optional);
        item.integer(document.copies, "copies"_L1, 0, 99, Need::Optional);
        item.boolean(document.required, "required"_L1);
        one.documents.push_back(std::move(document));
    });
    return one;
}

Procedure readProcedure(CatalogueNode &node)
{
    Procedure procedure;
    procedure.code = node.text("code"_L1);
    if (!procedure.code.isEmpty() && !isProcedureCode(procedure.code)) {
        node.fault("code"_L1, "bad_code"_L1);
    }
    procedure.name = node.bilingual("name"_L1);
    procedure.shortName = node.bilingual("short_name"_L1, Need::Optional);
    procedure.group = node.text("group"_L1, Need::Present);
    procedure.field = node.text("field"_L1);
    procedure.referral =
        node.text("referral"_L1, procedure.group.isEmpty() ? Need::Filled : Need::Optional);
    procedure.flags = node.texts("flags"_L1, Need::Optional);
    node.boolean(procedure.lateStartsNextDay, "late_starts_next_day"_L1);
    const Need name = node.count("cases"_L1) > 1 ? Need::Filled : Need::Optional;
    QSet<QString> names;
    node.each("cases"_L1, Need::Filled, [&](CatalogueNode &item) {
        procedure.cases.push_back(readCase(item, name));
        item.unique("name"_L1, names, procedure.cases.back().name);
    });
    return procedure;
}

void readProcedures(CatalogueNode &node, QLatin1StringView key, const QSet<QString> &letters,
                    std::vector<Procedure> &procedures)
{
    QSet<QString> codes;
    node.each(key, Need::Present, [&](CatalogueNode &item) {
        procedures.push_back(readProcedure(item));
        const Procedure &procedure = procedures.back();
        item.unique("code"_L1, codes, procedure.code);
        if (!procedure.group.isEmpty() && !letters.contains(procedure.group)) {
            item.fault("group"_L1, "unknown_group"_L1);
        }
    });
}

void readHolidays(CatalogueNode &node, QLatin1StringView key, WorkingCalendar::Data &calendar)
{
    node.integer(calendar.lastConfirmedYear, "last_confirmed_year"_L1, 2000, 2200);
    QSet<QString> dates;
    node.each(key, Need::Present, [&](CatalogueNode &item) {
        const auto date = item.date("date"_L1);
        const auto kind = item.choice("kind"_L1, DayKinds);
        CalendarDay day{{}, {}, item.text("name"_L1), item.text("source"_L1)};
        if (!date || !kind || !item.unique("date"_L1, dates, date->toString(Qt::ISODate))) {
            return;
        }
        if (*kind == DayKind::MakeUp && date->dayOfWeek() < Qt::Saturday) {
            item.fault("date"_L1, "not_a_weekend"_L1);
        }
        if (*kind) {
            day.date = *date;
            day.kind = **kind;
            calendar.days.push_back(std::move(day));
        }
    });
}

void readSynonyms(CatalogueNode &node, QLatin1StringView key, std::vector<Synonym> &synonyms)
{
    QSet<QString> words;
    node.each(key, Need::Present, [&](CatalogueNode &item) {
        Synonym synonym{item.text("word"_L1), item.texts("means"_L1)};
        item.unique("word"_L1, words, folded(synonym.word));
        synonyms.push_back(std::move(synonym));
    });
}

void readSessions(CatalogueNode &root, WorkingCalendar::Data &calendar)
{
    root.each("sessions"_L1, Need::Present, [&](CatalogueNode &item) {
        const auto weekday = item.integer("weekday"_L1, 1, 7);
        std::vector<Session> nowhere;
        readSession(item, weekday ? calendar.week[static_cast<size_t>(*weekday - 1)] : nowhere);
    });
    QSet<QString> dates;
    root.each("session_exceptions"_L1, Need::Optional, [&](CatalogueNode &item) {
        std::vector<Session> sessions;
        const auto date = item.date("date"_L1);
        item.each("sessions"_L1, Need::Present,
                  [&](CatalogueNode &one) { readSession(one, sessions); });
        if (date && item.unique("date"_L1, dates, date->toString(Qt::ISODate))) {
            calendar.exceptions[*date] = std::move(sessions);
        }
    });
}

/// Hands the root of a JSON file to @p read.
template <typename Read>
void readDocument(CatalogueReport &report, const QByteArray &content, const Read &read)
{
    const QString whole = u"."_s;
    if (content.size() > LargestFile) {
        report.add(whole, "too_large"_L1);
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError) {
        // Qt counts the character it stumbled over.
        const QByteArray before = content.left(error.offset);
        const auto column = QString::fromUtf8(before.sliced(before.lastIndexOf('\n') + 1)).size();
        report.add(
            u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(std::max<qsizetype>(1, column)),
            "malformed"_L1);
        return;
    }
    if (!document.isObject()) {
        report.add(whole, "wrong_type"_L1, document.array());
        return;
    }
    CatalogueNode root(document.object(), {}, report);
    if (root.integer("format"_L1, -1'000'000, 1'000'000).value_or(1) != 1) {
        root.fault("format"_L1, "unsupported_format"_L1);
        return;
    }
    read(root);
    root.finish();
}

/// Reads a list that stands under @p key of the branch file or, when a text stands there, under
/// @p listKey of the file it names.
template <typename ReadFile, typename Read>
void readPart(CatalogueNode &root, QLatin1StringView key, QLatin1StringView listKey,
              const ReadFile &readFile, const Read &read)
{
    if (!root.isText(key)) {
        read(root, key);
        return;
    }
    const QString name = root.text(key);
    const bool beside = !name.contains(u'/') && !name.contains(u'\\');
    const std::optional<QByteArray> content = beside ? readFile(name) : std::nullopt;
    if (!content) {
        root.fault(key, "unreadable_file"_L1);
        return;
    }
    CatalogueReport report = root.report().under(name);
    readDocument(report, *content, [&](CatalogueNode &file) {
        file.text("source"_L1, Need::Optional);
        read(file, listKey);
    });
}

template <typename ReadFile>
void readBranch(CatalogueNode &root, const ReadFile &readFile, Catalogue &catalogue)
{
    root.object("branch"_L1, Need::Filled, [&](CatalogueNode &node) {
        node.integer(catalogue.branchNumber, "number"_L1, 1, 999);
        catalogue.branchCode = node.code("code"_L1);
        catalogue.branchName = node.bilingual("name"_L1);
        catalogue.organisation = node.bilingual("organisation"_L1);
        catalogue.address = node.text("address"_L1, Need::Present);
    });
    root.object("settings"_L1, Need::Filled,
                [&](CatalogueNode &node) { readSettings(node, catalogue.settings); });
    QSet<QString> letters;
    root.each("groups"_L1, Need::Filled,
              [&](CatalogueNode &node) { catalogue.groups.push_back(readGroup(node, letters)); });
    QSet<QString> priorities;
    root.each("priority_classes"_L1, Need::Present, [&](CatalogueNode &node) {
        catalogue.priorityClasses.push_back(readPriorityClass(node, priorities));
    });
    QSet<QString> numbers;
    root.each("counters"_L1, Need::Filled, [&](CatalogueNode &node) {
        Counter counter;
        node.integer(counter.number, "number"_L1, 1, 999);
        node.unique("number"_L1, numbers, counter.number ? QString::number(counter.number) : u""_s);
        counter.groups = node.letters("groups"_L1, letters);
        catalogue.counters.push_back(std::move(counter));
    });
    const int results = catalogue.settings.resultsCounter;
    if (results != 0 && !numbers.contains(QString::number(results))) {
        root.fault("settings.results_counter"_L1, "out_of_range"_L1);
    }
    QSet<QString> people;
    root.each("staff"_L1, Need::Filled, [&](CatalogueNode &node) {
        StaffMember member{node.code("code"_L1), node.text("name"_L1), {}};
        node.unique("code"_L1, people, member.code);
        member.groups = node.letters("groups"_L1, letters);
        member.permissions =
            node.texts("permissions"_L1, Need::Optional, "out_of_range"_L1,
                       [](const QString &word) { return word == CallChosenPermission; });
        catalogue.staff.push_back(std::move(member));
    });
    readSessions(root, catalogue.calendar);
    readPart(root, "procedures"_L1, "procedures"_L1, readFile, [&](CatalogueNode &node, auto key) {
        readProcedures(node, key, letters, catalogue.procedures);
    });
    readPart(root, "holidays"_L1, "days"_L1, readFile,
             [&](CatalogueNode &node, auto key) { readHolidays(node, key, catalogue.calendar); });
    readPart(root, "synonyms"_L1, "synonyms"_L1, readFile,
             [&](CatalogueNode &node, auto key) { readSynonyms(node, key, catalogue.synonyms); });
}

QStringList wordsOf(QStringView text)
{
    QString letters = folded(text);
    std::ranges::replace_if(
        letters, [](QChar c) { return !c.isLetterOrNumber(); }, u' ');
    return letters.split(u' ', Qt::SkipEmptyParts);
}

/// Words that must all be found in a name; a word may be the beginning of one there, unless
/// @p whole.
struct Wanted
{
    QStringList words;
    bool whole = false;

    [[nodiscard]] bool foundIn(const QStringList &name) const
    {
        return std::ranges::all_of(words, [&](const QString &word) {
            return std::ranges::any_of(name, [&](const QString &other) {
                return whole ? other == word : other.startsWith(word);
            });
        });
    }
};

/// The procedures that @p fits, the centre's own first.
template <typename Fits>
std::vector<const Procedure *> procedures(const Catalogue &catalogue, const Fits &fits)
{
    std::vector<const Procedure *> found;
    for (const bool own : {true, false}) {
        for (const Procedure &procedure : catalogue.procedures) {
            if (procedure.group.isEmpty() != own && fits(procedure)) {
                found.push_back(&procedure);
            }
        }
    }
    return found;
}

std::vector<const Procedure *> withAnyOf(const Catalogue &catalogue,
                                         const std::vector<Wanted> &alternatives)
{
    return procedures(catalogue, [&](const Procedure &procedure) {
        const QStringList vi = wordsOf(procedure.name.vi);
        const QStringList en = wordsOf(procedure.name.en);
        return std::ranges::any_of(alternatives, [&](const Wanted &wanted) {
            return !wanted.words.isEmpty() && (wanted.foundIn(vi) || wanted.foundIn(en));
        });
    });
}

} // namespace

CatalogueReading readCatalogue(
    const QString &fileName, const QByteArray &content,
    const std::function<std::optional<QByteArray>(const QString &)> &readFile)
{
    CatalogueReading reading;
    CatalogueReport report(fileName, reading.faults);
    readDocument(report, content,
                 [&](CatalogueNode &root) { readBranch(root, readFile, reading.catalogue); });
    return reading;
}

bool saysTheSame(const Procedure &a, Procedure b)
{
    b.group = a.group;
    b.version = a.version;
    return a == b;
}

static constexpr WordTable<IntakeChannel, 3> IntakeChannelWords({
    {IntakeChannel::Direct, "direct"_L1},
    {IntakeChannel::Online, "online"_L1},
    {IntakeChannel::Post, "post"_L1},
});

QString word(IntakeChannel channel)
{
    return IntakeChannelWords.wordOf(channel);
}

std::optional<IntakeChannel> intakeChannelFromWord(QStringView word)
{
    return IntakeChannelWords.valueOf(word);
}

std::optional<Limit> limitOf(const ProcedureCase &which, IntakeChannel channel)
{
    switch (channel) {
    case IntakeChannel::Online:
        return which.limitOnline ? which.limitOnline : which.limit;
    case IntakeChannel::Post:
        return which.limitPost ? which.limitPost : which.limit;
    case IntakeChannel::Direct:
        return which.limit;
    }
    Q_UNREACHABLE();
}

std::optional<qint64> feeOf(const ProcedureCase &which, IntakeChannel channel)
{
    return channel == IntakeChannel::Online ? which.feeOnline : which.feeDirect;
}

QString word(LimitKind kind)
{
    return std::ranges::find(LimitKinds, kind, &std::pair<QLatin1StringView, LimitKind>::second)
        ->first;
}

QJsonObject toJson(const Procedure &procedure)
{
    QJsonArray cases;
    for (const ProcedureCase &one : procedure.cases) {
        QJsonArray documents;
        for (const ProcedureDocument &document : one.documents) {
            documents.append(QJsonObject{{u"name"_s, document.name},
                                         {u"originals"_s, document.originals},
                                         {u"copies"_s, document.copies},
                                         {u"required"_s, document.required}});
        }
        QJsonObject json{{u"name"_s, one.name},
                         {u"limit_basis"_s, one.limitBasis},
                         {u"limit_verified"_s, one.limitVerified},
                         {u"fee_note"_s, one.feeNote},
                         {u"documents"_s, documents}};
        for (const auto &[key, limit] :
             {std::pair(u"limit"_s, one.limit), std::pair(u"limit_online"_s, one.limitOnline),
              std::pair(u"limit_post"_s, one.limitPost)}) {
            if (limit) {
                json[key] = QJsonObject{{u"kind"_s, word(limit->kind)}, {u"value"_s, limit->value}};
            }
        }
        if (one.feeDirect) {
            json[u"fee_direct"_s] = *one.feeDirect;
        }
        if (one.feeOnline) {
            json[u"fee_online"_s] = *one.feeOnline;
        }
        cases.append(json);
    }
    QJsonObject json{
        {u"code"_s, procedure.code},
        {u"name"_s, QJsonObject{{u"vi"_s, procedure.name.vi}, {u"en"_s, procedure.name.en}}},
        {u"group"_s, procedure.group},
        {u"field"_s, procedure.field},
        {u"referral"_s, procedure.referral},
        {u"flags"_s, QJsonArray::fromStringList(procedure.flags)},
        {u"late_starts_next_day"_s, procedure.lateStartsNextDay},
        {u"cases"_s, cases}};
    if (!procedure.shortName.vi.isEmpty()) {
        json[u"short_name"_s] =
            QJsonObject{{u"vi"_s, procedure.shortName.vi}, {u"en"_s, procedure.shortName.en}};
    }
    return json;
}

Procedure procedureFromJson(const QJsonObject &json)
{
    std::vector<CatalogueFault> unheeded;
    CatalogueReport report({}, unheeded);
    CatalogueNode node(json, {}, report);
    return readProcedure(node);
}

std::vector<const Procedure *> findProcedures(const Catalogue &catalogue, QStringView query)
{
    const QString typed = cleaned(query);
    const QStringList words = wordsOf(typed);
    if (words.isEmpty()) {
        return {};
    }

    // Papers print the code with the office behind it: 1.001193.000.00.00.H26.
    auto found = procedures(catalogue, [&](const Procedure &procedure) {
        return procedure.code.startsWith(typed) || typed.startsWith(procedure.code + u'.');
    });
    if (!found.empty()) {
        return found;
    }

    const QString spaced = u' ' + words.join(u' ') + u' ';
    std::vector<Wanted> withRest;
    std::vector<Wanted> meanings;
    for (const Synonym &synonym : catalogue.synonyms) {
        const QString word = u' ' + wordsOf(synonym.word).join(u' ') + u' ';
        if (word.size() < 3 || !spaced.contains(word)) {
            continue;
        }
        const QStringList rest =
            QString(spaced).replace(word, u" "_s).split(u' ', Qt::SkipEmptyParts);
        for (const QString &meaning : synonym.means) {
            meanings.push_back({wordsOf(meaning)});
            withRest.push_back({rest + meanings.back().words});
        }
    }
    // "so do" must not find "hồ sơ hộ kinh doanh": beside a synonym only whole words count.
    withRest.push_back({words, !meanings.empty()});
    found = withAnyOf(catalogue, withRest);
    return found.empty() ? withAnyOf(catalogue, meanings) : found;
}

} // namespace motcua
