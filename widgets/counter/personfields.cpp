// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/personfields.h"

#include "core/administrativeunit.h"
#include "core/vietnamesetext.h"
#include "counter/formparts.h"

#include <QGridLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

static QString groupedId(const QString &number)
{
    constexpr qsizetype Length = 12;
    return number.size() == Length ? number.first(3) + u' ' + number.mid(3, 3) + u' '
                                         + number.mid(6, 3) + u' ' + number.last(3)
                                   : number;
}

static QString groupedPhone(const QString &phone)
{
    constexpr qsizetype Length = 10;
    return phone.size() == Length ? phone.first(4) + u' ' + phone.mid(4, 3) + u' ' + phone.last(3)
                                  : phone;
}

SearchChoice unitChoice(const QString &code)
{
    const AdministrativeUnit *unit = administrativeUnit(code);
    return unit ? SearchChoice{.id = unit->code, .text = unit->name} : SearchChoice();
}

std::vector<SearchChoice> unitsLike(const QString &typed)
{
    std::vector<SearchChoice> choices;
    for (const AdministrativeUnit *unit : findUnits(typed)) {
        choices.push_back({.id = unit->code, .text = unit->name});
    }
    return choices;
}

PersonFields::PersonFields(const Look &look, Who who, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_who(who)
    , m_grid(twelfths(look))
{
    setLayout(m_grid);
    name = line("name");
    add(name, tr("Full name"), 0, 0, 5, &m_nameLabel);
    id = line("idNumber");
    add(id, tr("Personal ID number"), 0, 5, 4, &m_idLabel);
    birth = line("birthDate");
    add(birth, tr("Date of birth"), 0, 9, 3);
    m_birthBox = birth->parentWidget();
    address = line("address");
    add(address, tr("Residence"), 1, 0, 6, &m_addressLabel);
    connect(address, &QLineEdit::editingFinished, this, &PersonFields::proposeUnit);
    unit = new SearchField(look, unitsLike, this);
    unit->setObjectName(objectNameOf("unit"));
    add(unit, tr("Ward or province"), 1, 6, 3);
    if (who == Who::Applicant) {
        phone = line("phone");
        add(phone, tr("Phone"), 1, 9, 3);
        noPhone = new DeskCheck(look, tr("No phone"), this);
        noPhone->setObjectName(objectNameOf("noPhone"));
        connect(phone, &QLineEdit::textEdited, noPhone, [this](const QString &text) {
            noPhone->setChecked(noPhone->isChecked() && text.isEmpty());
        });
    }
    organisation = new DeskCheck(look, tr("Organisation"), this);
    organisation->setObjectName(objectNameOf("organisation"));
    for (QWidget *field : std::initializer_list<QWidget *>{name, id, birth, address, unit, phone,
                                                           noPhone, organisation}) {
        if (field) {
            onEdited(field, this, [this] { Q_EMIT edited(); });
        }
    }
    connect(organisation, &QAbstractButton::toggled, this, [this](bool isOrganisation) {
        showKind(isOrganisation);
        Q_EMIT organisationToggled(isOrganisation);
    });
}

/// "owner.birth_date" is the field "birthDate" of the owner.
QString PersonFields::path(const char *field) const
{
    return (m_who == Who::Applicant ? u"applicant."_s : u"owner."_s) + QLatin1StringView(field);
}

QString PersonFields::objectNameOf(const char *field) const
{
    const QString own = QString::fromLatin1(field);
    return m_who == Who::Applicant ? own : u"owner"_s + own.at(0).toUpper() + own.mid(1);
}

DeskField *PersonFields::line(const char *field)
{
    auto *made = new DeskField(m_look, this);
    made->setObjectName(objectNameOf(field));
    made->setDense();
    return made;
}

void PersonFields::add(QWidget *field, const QString &label, int row, int column, int span,
                       DeskLabel **labelOut)
{
    m_grid->addWidget(labelledField(m_look, label, field, this, labelOut), row, column, 1, span);
}

void PersonFields::addLast(QWidget *field)
{
    m_grid->addWidget(field, 1, 9, 1, 3);
}

void PersonFields::showKind(bool isOrganisation)
{
    const auto rename = [](DeskLabel *label, QWidget *field, const QString &text) {
        label->setText(text);
        field->setAccessibleName(text);
    };
    rename(m_nameLabel, name, isOrganisation ? tr("Name of the organisation") : tr("Full name"));
    rename(m_idLabel, id, isOrganisation ? tr("Tax code") : tr("Personal ID number"));
    rename(m_addressLabel, address, isOrganisation ? tr("Registered address") : tr("Residence"));
    m_birthBox->setVisible(!isOrganisation);
}

void PersonFields::fill(const Person &person)
{
    base = person;
    m_proposed.clear();
    organisation->setChecked(person.isOrganisation);
    name->setText(person.name);
    id->setText(groupedId(numberOf(person)));
    birth->setText(person.birthDate ? shortDate(*person.birthDate) : QString());
    address->setText(person.address);
    unit->setChosen(unitChoice(person.unit));
    if (phone) {
        phone->setText(groupedPhone(person.phone));
        noPhone->setChecked(person.hasNoPhone);
    }
    for (QLineEdit *edit : {name, address}) {
        edit->setCursorPosition(0);
    }
    baseNumber = numberOf(read());
}

Person PersonFields::read() const
{
    Person person = base;
    person.isOrganisation = organisation->isChecked();
    person.name = cleaned(name->text());
    setNumber(person, id->text());
    if (person.isOrganisation) {
        person.sex.reset();
    } else {
        person.taxCode.clear();
    }
    person.birthDate = person.isOrganisation ? std::nullopt : typedDate(birth->text());
    person.address = cleaned(address->text());
    person.unit = unit->chosen();
    if (phone) {
        person.phone = phoneFrom(phone->text());
        person.hasNoPhone = noPhone->isChecked();
    }
    return person;
}

void PersonFields::fillFromCard(const IdCard &card)
{
    const auto put = [](DeskField *field, const QString &text) {
        if (!text.isEmpty()) {
            field->setText(text);
            field->setWrong(false);
            field->setLocked(true);
            // Nothing is to be done there: Tab and Enter go past it.
            field->setFocusPolicy(Qt::ClickFocus);
        }
    };
    organisation->setChecked(false);
    put(id, card.idNumber.isEmpty() ? card.oldId : groupedId(card.idNumber));
    put(name, card.name);
    put(birth, card.birthDate ? shortDate(*card.birthDate) : QString());
    put(address, card.address);
    if (card.sex) {
        base.sex = card.sex;
    }
    proposeUnit();
    baseNumber = numberOf(read());
}

void PersonFields::proposeUnit()
{
    const AdministrativeUnit *named = unitOfAddress(address->text());
    const bool isOurs = !m_proposed.isEmpty() && unit->chosen() == m_proposed;
    if (isOurs || (named && unit->text().trimmed().isEmpty())) {
        m_proposed = named ? named->code : QString();
        unit->setChosen(unitChoice(m_proposed));
    }
}

void PersonFields::unlock()
{
    for (DeskField *field : {name, id, birth, address}) {
        field->setLocked(false);
        field->setFocusPolicy(Qt::StrongFocus);
    }
}

bool PersonFields::isLocked() const
{
    return std::ranges::any_of(std::array{name, id, birth, address}, &QLineEdit::isReadOnly);
}

bool PersonFields::hasField(const QString &objectName) const
{
    const std::array<const QWidget *, 5> fields{name, id, birth, address, unit};
    return std::ranges::find(fields, objectName, &QWidget::objectName) != fields.end();
}

std::vector<IntakeFault> PersonFields::unreadable() const
{
    std::vector<IntakeFault> faults;
    if (!organisation->isChecked() && !birth->text().trimmed().isEmpty()
        && !typedDate(birth->text())) {
        faults.push_back({path("birth_date"), u"unreadable"_s});
    }
    if (!unit->text().trimmed().isEmpty() && unit->chosen().isEmpty()) {
        faults.push_back({path("unit"), u"unreadable"_s});
    }
    return faults;
}

std::map<QString, QWidget *> PersonFields::byPath() const
{
    std::map<QString, QWidget *> fields{{path("name"), name},        {path("id_number"), id},
                                        {path("tax_code"), id},      {path("other_id"), id},
                                        {path("birth_date"), birth}, {path("address"), address},
                                        {path("unit"), unit}};
    if (phone) {
        fields.emplace(path("phone"), phone);
    }
    return fields;
}

} // namespace motcua
