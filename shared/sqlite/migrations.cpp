// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/migrations.h"

namespace qiaomen {

void migrate(Database& database, std::span<const Migration> steps) {
    const auto reached = static_cast<std::size_t>(database.number("PRAGMA user_version"));
    if (reached > steps.size()) {
        throw StoreError(Fault::outdated, database.name() + " was written by a newer version of this program (schema " +
                                              std::to_string(reached) + ", known here " + std::to_string(steps.size()) +
                                              ")");
    }
    for (std::size_t step = reached; step < steps.size(); ++step) {
        Transaction transaction(database);
        database.run(std::string(steps[step].sql));
        database.run("PRAGMA user_version = " + std::to_string(step + 1));
        transaction.commit();
    }
}

}  // namespace qiaomen
