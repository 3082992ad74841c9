// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/pastdossiers.h"

#include "bench/measure.h"
#include "bench/rawbranch.h"
#include "bench/sqlite.h"
#include "core/dossier.h"
#include "core/dossiercode.h"
#include "operations/personvault.h"

#include <QHash>
#include <QJsonDocument>

#include <span>
#include <thread>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

struct Name
{
    QStringView text;
    int share;
};

constexpr Name Families[] = {
    {u"Nguyễn", 380}, {u"Trần", 110}, {u"Lê", 95},  {u"Phạm", 70}, {u"Hoàng", 51}, {u"Phan", 45},
    {u"Vũ", 39},      {u"Đặng", 21},  {u"Bùi", 20}, {u"Đỗ", 14},   {u"Hồ", 13},    {u"Ngô", 13},
    {u"Dương", 10},   {u"Lý", 5},     {u"Mai", 5},  {u"Đào", 5},   {u"Trịnh", 4},  {u"Thào", 1}};
constexpr Name MiddlesOfWomen[] = {{u"Thị", 600},      {u"Thị Thu", 60}, {u"Thị Thanh", 60},
                                   {u"Thị Ngọc", 60},  {u"Ngọc", 60},    {u"Thu", 40},
                                   {u"Thị Minh", 40},  {u"Phương", 40},  {u"Thị Phương", 30},
                                   {u"Hoàng Lan", 10}, {u"", 5}};
constexpr Name MiddlesOfMen[] = {{u"Văn", 450},   {u"Đức", 90},      {u"Minh", 90}, {u"Quang", 60},
                                 {u"Hữu", 50},    {u"Xuân", 50},     {u"Ngọc", 50}, {u"Đình", 50},
                                 {u"Thanh", 40},  {u"Văn Minh", 20}, {u"Công", 40}, {u"Hoàng", 20},
                                 {u"Anh Đức", 5}, {u"", 5}};
constexpr Name GivenOfWomen[] = {
    {u"Hương", 40}, {u"Lan", 40},   {u"Mai", 30},    {u"Hoa", 40},  {u"Hà", 40},   {u"Linh", 50},
    {u"Hằng", 30},  {u"Thảo", 30},  {u"Trang", 40},  {u"Nga", 30},  {u"Thuý", 30}, {u"Yến", 20},
    {u"Ánh", 20},   {u"Bích", 10},  {u"Huyền", 30},  {u"Anh", 50},  {u"Dung", 20}, {u"Vân", 20},
    {u"Nhung", 20}, {u"Quỳnh", 20}, {u"Phượng", 10}, {u"Hiền", 30}, {u"Loan", 10}, {u"Ẩn", 1}};
constexpr Name GivenOfMen[] = {
    {u"Hùng", 50},  {u"Dũng", 50},  {u"Tuấn", 50},  {u"Minh", 50},  {u"Nam", 40},  {u"Long", 30},
    {u"Cường", 40}, {u"Hải", 40},   {u"Sơn", 40},   {u"Thắng", 30}, {u"An", 20},   {u"Đức", 30},
    {u"Hiếu", 30},  {u"Trung", 30}, {u"Quân", 20},  {u"Khoa", 20},  {u"Phúc", 20}, {u"Bình", 20},
    {u"Tùng", 30},  {u"Việt", 20},  {u"Khánh", 10}, {u"Lâm", 10},   {u"Ba", 5},    {u"Đa", 1}};

QString oneOf(std::span<const Name> names, std::mt19937_64 &random)
{
    int all = 0;
    for (const Name &name : names) {
        all += name.share;
    }
    auto place = static_cast<int>(random() % static_cast<unsigned>(all));
    size_t which = 0;
    while (place >= names[which].share) {
        place -= names[which++].share;
    }
    return names[which].text.toString();
}

QString digits(int count, std::mt19937_64 &random)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        text += QChar(u'0' + static_cast<char16_t>(random() % 10));
    }
    return text;
}

/// What is stored of somebody.
struct Sealed
{
    std::string id;
    std::string idIndex;
    std::string phoneIndex;
    std::string box;
    std::vector<std::string> words;
};

class People
{
public:
    People(const motcua::PersonVault &vault, size_t count, size_t known)
        : m_known(known)
        , m_every(std::max<size_t>(1, count / std::max<size_t>(1, known)))
    {
        m_people.resize(count);
        m_applicants.resize(std::min(known, count));
        std::vector<std::jthread> threads;
        const size_t cores = std::thread::hardware_concurrency();
        threads.reserve(cores);
        for (size_t core = 0; core < cores; ++core) {
            threads.emplace_back([this, &vault, core, cores] { seal(vault, core, cores); });
        }
    }

    [[nodiscard]] const Sealed &operator[](size_t place) const { return m_people[place]; }
    [[nodiscard]] size_t size() const { return m_people.size(); }
    [[nodiscard]] std::vector<PastApplicant> &applicants() { return m_applicants; }
    /// Nothing for whoever is not known.
    [[nodiscard]] PastApplicant *applicant(size_t place)
    {
        const size_t which = place / m_every;
        return place % m_every == 0 && which < m_applicants.size() ? &m_applicants[which] : nullptr;
    }

private:
    void seal(const motcua::PersonVault &vault, size_t first, size_t step)
    {
        std::mt19937_64 random(first + 1);
        QHash<QString, std::string> words; // of a name; there are few
        for (size_t i = first; i < m_people.size(); i += step) {
            const motcua::Person person = anyPerson(random);
            Sealed &sealed = m_people[i];
            sealed.id = uuidText(random);
            if (PastApplicant *known = applicant(i)) {
                known->person = person;
                sealed.idIndex = must(vault.idIndex(person.idNumber)).toStdString();
            } else {
                sealed.idIndex = (uuidText(random) + uuidText(random)).substr(0, 32);
            }
            sealed.phoneIndex = vault.phoneIndex(person.phone).toStdString();
            sealed.box = vault
                             .seal(QJsonDocument(toJson(person)).toJson(QJsonDocument::Compact),
                                   QUuid::fromString(QString::fromStdString(sealed.id)))
                             .toStdString();
            for (const QString &key : motcua::nameKeys(person.name)) {
                std::string &word = words[key];
                if (word.empty()) {
                    word = vault.wordIndex(key).toStdString();
                }
                sealed.words.push_back(word);
            }
        }
    }

    size_t m_known;
    size_t m_every;
    std::vector<Sealed> m_people;
    std::vector<PastApplicant> m_applicants;
};

class Writer
{
public:
    Writer(const std::string &path, const motcua::PersonVault &vault, std::string procedure)
        : m_procedure(std::move(procedure))
        , m_content(vault.seal(QByteArray(FormSize, 'x'), QUuid::createUuid()).toStdString())
        , m_connection(path, Hasty)
        , m_person(m_connection, "INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        , m_word(m_connection, "INSERT INTO person_word VALUES (?1, ?2, ?3)")
        , m_dossier(m_connection, R"(
            INSERT INTO dossier VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, 0, 'direct', ?9, ?10,
                ?11, NULL, 0, 'counter', 15000, 0, 1, '00004', ?12, ?13, 0, ?14))")
        , m_intake(m_connection, R"(
            INSERT INTO intake VALUES (?1, ?2, ?3, 1, ?4, 1, 'CB01', ?5, 'accepted', 0, ?6, 1, ?7,
                ?8, ?9, ?10))")
    {
    }

    void write(People &people)
    {
        m_connection.run("BEGIN");
        Prepared tickets(m_connection, "SELECT id, business_date, arrived_at, changed_seq "
                                       "FROM ticket ORDER BY changed_seq");
        for (size_t i = 0; tickets.step(); ++i) {
            const std::string day = tickets.text(1);
            if (day != m_day) {
                m_day = day;
                m_number = 0;
                m_date = QDate::fromString(QString::fromStdString(day), Qt::ISODate);
                const std::string book = motcua::registerBook(m_date).toStdString();
                m_entry = book == m_book ? m_entry : 0;
                m_book = book;
            }
            const long long at = tickets.integer(2);
            const long long seq = tickets.integer(3);
            const size_t who = i % people.size();
            if (i < people.size()) {
                insert(people[who], at, seq);
            }
            insert(people, who, tickets.text(0), at, seq);
        }
        m_connection.run("COMMIT");
    }

private:
    static constexpr int FormSize = 700;

    void insert(const Sealed &person, long long at, long long seq)
    {
        m_person.with(person.id, person.idIndex, person.phoneIndex, person.box, at, seq);
        m_person.run();
        for (const std::string &word : person.words) {
            m_word.with(word, seq, person.id).run();
        }
    }

    void insert(People &people, size_t who, const std::string &ticket, long long at, long long seq)
    {
        ++m_number;
        ++m_entry;
        const QString code = motcua::temporaryDossierCode(1, m_date, m_number);
        const QString official = u"H26.50-%1-%2"_s.arg(m_date.toString(u"yyMMdd"))
                                     .arg(m_number + 4000, 6, 10, QChar(u'0'));
        if (PastApplicant *known = people.applicant(who)) {
            known->code = code;
            known->officialCode = official;
        }
        const std::string id = uuidText(m_random);
        const std::string ownCode = code.toStdString();
        const std::string officialCode = official.toStdString();
        const std::string received = m_day + "T09:30";
        const std::string due = m_date.addDays(5).toString(Qt::ISODate).toStdString() + "T09:30";
        constexpr int OwnersOf = 10;
        const std::string_view applicant = people[who].id;
        std::optional<std::string_view> owner;
        if (m_number % OwnersOf == 0 && who > 0) {
            owner = people[who - 1].id; // on record by then
        }
        constexpr int OpenOf = 15;
        const std::string_view state = m_number % OpenOf == 0 ? "processing" : "returned";
        m_dossier
            .with(id, ownCode, officialCode, m_day, m_number, m_book, m_entry, m_procedure, state,
                  received, due, applicant, owner, seq)
            .run();
        const std::string intake = uuidText(m_random);
        m_intake.with(intake, id, ticket, m_day, at, m_procedure, applicant, owner, m_content, seq)
            .run();
    }

    std::mt19937_64 m_random{7};
    std::string m_procedure;
    std::string m_content;
    std::string m_day;
    QDate m_date;
    std::string m_book;
    int m_number = 0; ///< of the day
    int m_entry = 0;  ///< of the book
    Connection m_connection;
    Prepared m_person;
    Prepared m_word;
    Prepared m_dossier;
    Prepared m_intake;
};

} // namespace

motcua::Person anyPerson(std::mt19937_64 &random)
{
    const bool isWoman = random() % 2 == 0;
    const QStringList name{oneOf(Families, random),
                           isWoman ? oneOf(MiddlesOfWomen, random) : oneOf(MiddlesOfMen, random),
                           isWoman ? oneOf(GivenOfWomen, random) : oneOf(GivenOfMen, random)};
    constexpr int YearsOfAges = 60;
    const int year = 1940 + static_cast<int>(random() % YearsOfAges);
    constexpr unsigned MostOfDays = 365;
    return {.name = name.join(u' ').simplified(),
            .idNumber = u"001%1%2"_s.arg(isWoman ? 1 : 0).arg(year % 100, 2, 10, QChar(u'0'))
                        + digits(6, random),
            .birthDate = QDate(year, 1, 1).addDays(static_cast<int>(random() % MostOfDays)),
            .sex = isWoman ? motcua::Sex::Female : motcua::Sex::Male,
            .phone = u"09"_s + digits(8, random),
            .address = u"Số %1 phố Hàng Bún"_s.arg(random() % 200 + 1),
            .unit = u"00004"_s};
}

std::vector<PastApplicant> addPastDossiers(const std::string &path,
                                           const motcua::PersonVault &vault,
                                           const std::string &procedure, int known)
{
    long long tickets = 0;
    {
        Connection connection(path);
        Prepared count(connection, "SELECT count(*) FROM ticket");
        tickets = count.row().integer(0);
        count.reset();
    }
    constexpr long long VisitsOfAPerson = 4;
    People people(vault, static_cast<size_t>(tickets + VisitsOfAPerson - 1) / VisitsOfAPerson,
                  static_cast<size_t>(known));
    Writer(path, vault, procedure).write(people);
    return people.applicants();
}

} // namespace bench
