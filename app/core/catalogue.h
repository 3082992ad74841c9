// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/duedate.h"
#include "core/language.h"
#include "core/paper.h"
#include "core/phrase.h"
#include "core/workingcalendar.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace motcua {

/// A group of procedures: one waiting line with its ticket letter.
struct Group
{
    QString letter; ///< "H"; one of A to Z, unique in the branch
    Bilingual name;
    Bilingual shortName; ///< board and voice
    int firstNumber = 1;
    int lastNumber = 999;
    bool active = true;
};

struct PriorityClass
{
    QString code; ///< "elderly"
    Bilingual name;
    int headStartMinutes = 0;
    std::optional<int> fromAge; ///< proved by an ID card from this age on
    QString basis;              ///< law or practice it rests on
};

struct Counter
{
    int number = 0;     ///< 1 to 999
    QStringList groups; ///< letters, at least one
};

/// Permission to call somebody out of order, with a reason.
inline constexpr QLatin1StringView CallChosenPermission("call_chosen");

struct StaffMember
{
    QString code; ///< "CB01"
    QString name;
    QStringList groups;           ///< letters
    QStringList permissions = {}; ///< CallChosenPermission
};

struct ProcedureDocument
{
    QString name;
    int originals = 0;
    int copies = 0;
    bool required = true;

    friend bool operator==(const ProcedureDocument &, const ProcedureDocument &) = default;
};

/// How a dossier comes.
enum class IntakeChannel { Direct, Online, Post };
[[nodiscard]] QString word(IntakeChannel channel);
[[nodiscard]] std::optional<IntakeChannel> intakeChannelFromWord(QStringView word);

/// Limit, fee and checklist differ by case, limit and fee also by channel: see limitOf(), feeOf().
struct ProcedureCase
{
    QString name;                          ///< empty for the only case
    std::optional<Limit> limit;            ///< none: unknown, the clerk must set the due date
    std::optional<Limit> limitOnline = {}; ///< of dossiers that come online; none: as the others
    std::optional<Limit> limitPost = {};   ///< of those that come by post; none: as the others
    QString limitBasis;
    bool limitVerified = true;       ///< false when the source itself flags it
    std::optional<qint64> feeDirect; ///< đồng; none: unknown or decided by the People's Council
    std::optional<qint64> feeOnline;
    QString feeNote;
    std::vector<ProcedureDocument> documents;

    friend bool operator==(const ProcedureCase &, const ProcedureCase &) = default;
};

/// None: unknown, the clerk must set the due date.
[[nodiscard]] std::optional<Limit> limitOf(const ProcedureCase &which, IntakeChannel channel);
/// đồng; none: unknown, or decided by the People's Council.
[[nodiscard]] std::optional<qint64> feeOf(const ProcedureCase &which, IntakeChannel channel);

struct Procedure
{
    QString code; ///< "1.001193"
    Bilingual name;
    QString group;     ///< letter; empty when the centre does not take it, or not yet
    QString field;     ///< lĩnh vực
    QString referral;  ///< where to go when the centre does not take it; empty: no group chosen yet
    QStringList flags; ///< doubts of the source, kept as they are
    bool lateStartsNextDay = false;
    std::vector<ProcedureCase> cases; ///< at least one
    int version = 1;                  ///< of the branch; dossiers keep the one they began with
    Bilingual shortName = {};         ///< in the lists of a counter; empty: the name

    friend bool operator==(const Procedure &, const Procedure &) = default;
};

/// Whether both say the same: the group and the number of the version are the branch's own.
[[nodiscard]] bool saysTheSame(const Procedure &a, Procedure b);

/// Words people use for official ones: "sổ đỏ" finds "Giấy chứng nhận quyền sử dụng đất".
struct Synonym
{
    QString word;
    QStringList means; ///< any of these in a procedure's name counts as a hit
};

struct BranchSettings
{
    QString timeZone; ///< IANA, "Asia/Ho_Chi_Minh"
    QTime sameDayUntil{15, 0};
    int undoSeconds = 10;
    int shiftLeaseSeconds = 60; ///< a counter silent for longer can be taken over
    int callsBeforeNoShow = 2;  ///< the screen offers "no-show" after so many calls
    int lastTicketMinutes = 30; ///< before closing the kiosk gives no more numbers
    int restoreNumberGap = 50;  ///< numbers skipped after a restore: they may be on paper already
    /// Numbers of each line that a kiosk holds in advance, to give them without the branch's server;
    /// 0: without it there are none.
    int leasedNumbers = 20;
    int expectedMinutes = 15; ///< before the opening staff are expected to have signed in
    int ratingSeconds = 45;   ///< a leg that ended is offered to be rated for so long; 0: never
    std::vector<Language> announcementLanguages{Language::Vietnamese, Language::English};
    HundredsWord hundredsWord = HundredsWord::Linh;
    // How long data about people is kept, see operations/retention.h; 0: until the branch decides.
    int keepAppointmentsDays = 30;
    int keepAdviceDays = 0;
    int keepCommentsDays = 0; ///< of citizens on their ratings, dealt with or not
    int keepDossiersDays = 0; ///< after the last visit; the archive law tells the branch how long
    std::vector<FormUse> forms{{QStringLiteral("01")}, {QStringLiteral("02")},
                               {QStringLiteral("03")}, {QStringLiteral("04")},
                               {QStringLiteral("06")}, {QStringLiteral("07")}};
    QString deskPrinter = {};   ///< CUPS queue of the forms; empty: a PC names its own
    QString hotline = {};       ///< on forms; empty for none
    int resultsCounter = 0;     ///< hands results over; 0: whichever took the dossier in
    bool fullIdOnForms = false; ///< otherwise the last four digits of an ID number
};

/// Everything a branch can edit: who it is, its lines, counters, people, procedures and calendar.
struct Catalogue
{
    int branchNumber = 0;
    QString branchCode; ///< "CN1"
    Bilingual branchName;
    Bilingual organisation;
    QString address;
    BranchSettings settings;
    std::vector<Group> groups;
    std::vector<PriorityClass> priorityClasses;
    std::vector<Counter> counters;
    std::vector<StaffMember> staff;
    std::vector<Procedure> procedures;
    std::vector<Synonym> synonyms;
    WorkingCalendar::Data calendar;
};

/// One fault of a catalogue file with its place, e.g. {"branch-1.json", "groups[2].letter"}.
struct CatalogueFault
{
    QString file;
    QString place;   ///< path in the document, "." for all of it; line and column when malformed
    QString problem; ///< one of the words that readCatalogue() lists
    QString value;   ///< offending value, at most 40 characters; empty when there is none
};

struct CatalogueReading
{
    Catalogue catalogue; ///< only meaningful when there are no faults
    std::vector<CatalogueFault> faults;
};

/// Reads a branch file and the files it names. @p readFile gives the bytes of a file named beside
/// the branch file, nothing when there is none. All faults are reported, not only the first (but no
/// more than 1000).
///
/// Under "procedures", "holidays" and "synonyms" a text names such a file and an array stands for
/// its list ("last_confirmed_year" then stands in the branch file). Keys named "note" are for
/// people. Days of kind "proposed" are checked and left out of the calendar.
///
/// Problems: malformed, too_large, unsupported_format, unreadable_file; missing, unknown_key,
/// wrong_type (also a number that is not whole), empty, too_long, duplicate, out_of_range (also a
/// word that is none of the known ones), bad_code, bad_date, bad_time, bad_time_zone, overlap,
/// not_a_weekend (a make-up day), unknown_group.
[[nodiscard]] CatalogueReading readCatalogue(
    const QString &fileName, const QByteArray &content,
    const std::function<std::optional<QByteArray>(const QString &)> &readFile);

/// "working_days", as it stands there.
[[nodiscard]] QString word(LimitKind kind);
/// @p procedure as it stands in procedures.json; so a version is stored in the database.
[[nodiscard]] QJsonObject toJson(const Procedure &procedure);
/// Reads what toJson() wrote. The group is taken as it is: the branch may have closed it since.
[[nodiscard]] Procedure procedureFromJson(const QJsonObject &json);

/// Procedures that @p query finds, typed with or without accents: by code or its beginning, or by
/// every word of it as the beginning of a word in the Vietnamese or the English name. A synonym in
/// the query stands for each of its meanings; if nothing fits the rest of the query too, the
/// meanings alone decide. The centre's own procedures first, otherwise in the catalogue's order.
[[nodiscard]] std::vector<const Procedure *> findProcedures(const Catalogue &catalogue,
                                                            QStringView query);

} // namespace motcua
