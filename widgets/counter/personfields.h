// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intake.h"
#include "counter/deskinputs.h"

#include <map>

class QGridLayout;

namespace motcua {

/// A ward, commune or province to choose; empty for an unknown code.
[[nodiscard]] SearchChoice unitChoice(const QString &code);
[[nodiscard]] std::vector<SearchChoice> unitsLike(const QString &typed);

/// The fields of one person of an intake: a citizen or an organisation. What has no field is kept
/// beside them, and belongs to whose number that is.
class PersonFields : public QWidget
{
    Q_OBJECT

public:
    enum class Who { Applicant, Owner };

    PersonFields(const Look &look, Who who, QWidget *parent);

    /// Adds @p field at the end, where an applicant's phone is.
    void addLast(QWidget *field);
    void fill(const Person &person);
    [[nodiscard]] Person read() const;
    /// Fills in and locks what @p card says.
    void fillFromCard(const IdCard &card);
    /// Opens what a card filled in.
    void unlock();
    [[nodiscard]] bool isLocked() const;
    /// Whether a field that a card or a record fills has @p objectName.
    [[nodiscard]] bool hasField(const QString &objectName) const;
    /// Texts that are no date or unit, as faults.
    [[nodiscard]] std::vector<IntakeFault> unreadable() const;
    /// The fields by the path of their faults.
    [[nodiscard]] std::map<QString, QWidget *> byPath() const;

    DeskField *name;
    DeskField *id;
    DeskField *birth;
    DeskField *address;
    SearchField *unit;
    DeskField *phone = nullptr;   ///< of the applicant only
    DeskCheck *noPhone = nullptr; ///< of the applicant only; not in the grid
    DeskCheck *organisation;      ///< not in the grid
    Person base = {};             ///< what has no field
    QString baseNumber = {};      ///< whose that is

Q_SIGNALS:
    void edited();
    void organisationToggled(bool isOrganisation);

private:
    [[nodiscard]] QString path(const char *field) const;
    [[nodiscard]] QString objectNameOf(const char *field) const;
    DeskField *line(const char *field);
    void add(QWidget *field, const QString &label, int row, int column, int span,
             DeskLabel **labelOut = nullptr);
    void showKind(bool isOrganisation);
    /// Says which unit the address names, unless a hand chose one.
    void proposeUnit();

    Look m_look;
    Who m_who;
    QGridLayout *m_grid;
    DeskLabel *m_nameLabel = nullptr;
    DeskLabel *m_idLabel = nullptr;
    DeskLabel *m_addressLabel = nullptr;
    QWidget *m_birthBox;
    QString m_proposed; ///< unit that the address named
};

} // namespace motcua
