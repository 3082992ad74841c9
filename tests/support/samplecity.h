// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/intakes.h"
#include "operations/issuedforms.h"
#include "support/sampleintake.h"
#include "support/testbranch.h"
#include "support/testcentre.h"
#include "sync/branchsync.h"

#include <QFile>

namespace motcua::test {

constexpr qint64 SyncNow = 1'800'000'000'000;
inline const QString CityCode = QStringLiteral("CN7");

/// A closed day with everything in it that goes up.
inline void playDay(TestBranch &branch)
{
    const PersonVault vault = vaultOf(*branch).value();
    branch.play(
        QStringLiteral("open | in 1 CB01 | in 2 CB02 | issue H elderly | issue C | issue H |"
                       " issue H | call 1 | start 1"));
    recordIntake(*branch, branch.next(), vault, {.counter = 1, .intake = sampleIntake()}).value();
    const QString code =
        branch.value(QStringLiteral("SELECT code FROM dossier ORDER BY changed_seq DESC"));
    prepareForm(*branch, branch.next(), vault, {.code = code, .staff = QStringLiteral("CB01")})
        .value();
    branch.play(
        QStringLiteral("finish 1 | call 2 | wait 30 | no-show 2 | call 1 | transfer 1 C | close"));
}

inline void playNextDay(TestBranch &branch)
{
    branch.wait(86'400);
    playDay(branch);
}

/// A branch with one closed day and the centre it belongs to.
struct City
{
    explicit City(bool withDay = true)
        : branch(kept(withDay))
        , url(centre.enrol(CityCode))
    {
        QFile key(Database::keyFileOf(branch.path()));
        if (!key.open(QIODevice::WriteOnly) || key.write(keyBytes()) < 0) {
            qFatal("no key");
        }
        key.close();
        if (withDay) {
            branch.wait(30);
        }
    }

    [[nodiscard]] Result<SyncReport> sync(const SyncOptions &options = {})
    {
        return syncBranch(*branch, url, SyncNow, options);
    }
    [[nodiscard]] QString difference() { return centre.differenceTo(*branch, CityCode); }
    [[nodiscard]] BranchStanding standing() const
    {
        return standings(centre.url()).value().front();
    }

    TestCentre centre;
    TestBranch branch;
    QString url;

private:
    static QByteArray &keyBytes()
    {
        static QByteArray bytes;
        return bytes;
    }
    static const QByteArray &kept(bool withDay)
    {
        static const std::pair<QByteArray, QByteArray> both = [] {
            TestBranch made(deskCatalogue());
            const auto vault = vaultOf(*made);
            Q_ASSERT(vault);
            QByteArray before = made.bytes();
            playDay(made);
            QFile key(Database::keyFileOf(made.path()));
            if (key.open(QIODevice::ReadOnly)) {
                keyBytes() = key.readAll();
            }
            return std::pair(before, made.bytes());
        }();
        return withDay ? both.second : both.first;
    }
};

} // namespace motcua::test
