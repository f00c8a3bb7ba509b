// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "shared/sqlite/database.h"

namespace qiaomen {

/// One step from a schema to the next. Steps are numbered from 1 by their place in the list, and never changed once released:
/// a new need is a new step. (Tables of collections are not made by steps: RecordTables makes them from the descriptions.)
struct Migration {
    std::string_view story;  ///< what it does and why, for the log
    std::string_view sql;
};

/// Brings the database to the last step; each step is one transaction together with its number (`user_version`), so that a
/// crash in the middle leaves the schema of the step before. Throws StoreError: outdated when the file was written by a newer
/// program.
void migrate(Database& database, std::span<const Migration> steps);

}  // namespace qiaomen
