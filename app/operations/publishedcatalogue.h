// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "storage/branchtransaction.h"

#include <QMap>

namespace motcua {

/// What the centre publishes for all branches: a branch file and those it names, in one JSON text.
struct PublishedFiles
{
    QString branchFile;
    QMap<QString, QByteArray> files;

    [[nodiscard]] QByteArray toJson() const;
    /// Empty for what is none.
    [[nodiscard]] static PublishedFiles fromJson(const QByteArray &json);
    /// What they say, with every fault.
    [[nodiscard]] CatalogueReading read() const;
};

/// Takes over what @p published says of groups, priority classes, procedures, synonyms, opening hours
/// and holidays; who works at which counter, texts about the branch itself and settings stay its own.
/// Fails as importCatalogue() does, so with DayAlreadyOpen.
[[nodiscard]] Result<Branch> takeOverPublished(Database &database, const Catalogue &published,
                                               const CommandContext &context);

} // namespace motcua
