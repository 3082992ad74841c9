// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "operations/signin.h"
#include "storage/staffrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

int runStaffList(const Invocation &invocation)
{
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    StaffRepository repository(**database);
    const auto staff = repository.all();
    const auto pins = repository.pins();
    if (!staff || !pins) {
        return invocation.refuse(staff ? pins.error() : staff.error());
    }
    QJsonArray list;
    QStringList lines;
    for (const Staff &member : *staff) {
        const auto pin = pins->find(member.code);
        const bool hasPin = pin != pins->end() && !pin->second.hash.isEmpty();
        list.append(QJsonObject{{u"code"_s, member.code},
                                {u"name"_s, member.name},
                                {u"groups"_s, QJsonArray::fromStringList(member.groups)},
                                {u"has_pin"_s, hasPin}});
        lines.append(
            u"%1  %2  %3  %4"_s.arg(member.code, member.name, member.groups.join(u' '),
                                    hasPin ? Texts::tr("PIN set") : Texts::tr("no PIN yet")));
    }
    return invocation.answer({{u"staff"_s, list}}, lines.join(u'\n'));
}

int runStaffSetPin(const Invocation &invocation)
{
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const QString code = invocation.argument();
    // Nobody types a PIN twice only to learn that the code was wrong.
    const auto known = StaffRepository(**database).find(code);
    if (!known || !*known) {
        return invocation.refuse(known ? Error{ErrorCode::UnknownStaff, code, {}} : known.error());
    }
    const QString pin = readSecret(Texts::tr("New PIN:"));
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto set = setPin(**database, *context, code, pin);
    if (!set) {
        return invocation.refuse(set.error());
    }
    return invocation.answer(set->toJson(), Texts::tr("The PIN of %1 is set.").arg(code));
}

} // namespace motcua
