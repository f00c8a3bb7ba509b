// SPDX-License-Identifier: Apache-2.0
#include "shared/client/store_care.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

std::uint64_t sizeOf(const fs::path& file) {
    std::error_code none;
    const auto size = fs::file_size(file, none);
    return none ? 0 : size;
}

/// FTS5 keeps its index in blocks of a table of its own; beside it stands what a hit shows.
constexpr const char* kSearchBytes =
    "SELECT coalesce((SELECT sum(length(block)) FROM _search_data), 0) + coalesce((SELECT sum(length(CAST(title AS "
    "BLOB)) + "
    "length(CAST(subtitle AS BLOB)) + length(keys) + 40) FROM _search_entry), 0)";
constexpr const char* kDraftBytes = "SELECT coalesce(sum(length(CAST(text AS BLOB)) + length(key)), 0) FROM _draft";

/// The state as of one moment, whatever is written meanwhile.
class Look {
public:
    explicit Look(const StoreFile& store) : database_(store.file, {.key = store.key, .readOnly = true}) {
        database_.run("BEGIN");
    }
    ~Look() {
        try {
            database_.run("ROLLBACK");
        } catch (const StoreError&) {  // the connection ends in any case
        }
    }
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;
    Database& database() { return database_; }

private:
    Database database_;
};

void compareDigest(Database& database, const Collections& collections, const std::atomic<bool>& stopping,
                   StoreCheck& check) {
    RecordTables tables(database, collections);
    Digest sum;
    tables.forEach([&](Record&& record) {
        if (stopping) return;
        sum.add(record);
        ++check.records;
    });
    if (!stopping && sum != tables.digest()) check.findings.push_back("the records do not add up to the digest");
}

}  // namespace

StoreFile fileOf(const LocalStore& store) { return {store.file(), store.key(), store.collections()}; }

Result<StoreSizes> sizesOf(const StoreFile& store) {
    return guarded([&]() -> Result<StoreSizes> {
        Look look(store);
        StoreSizes sizes;
        sizes.search = static_cast<std::uint64_t>(look.database().number(kSearchBytes));
        sizes.drafts = static_cast<std::uint64_t>(look.database().number(kDraftBytes));
        const std::uint64_t all = sizeOf(store.file) + sizeOf(fs::path(store.file).concat("-wal")) +
                                  sizeOf(fs::path(store.file).concat("-shm"));
        sizes.records = all > sizes.search + sizes.drafts ? all - sizes.search - sizes.drafts : 0;
        return sizes;
    });
}

Result<StoreCheck> checkStore(const StoreFile& store, const std::atomic<bool>& stopping) {
    return guarded([&]() -> Result<StoreCheck> {
        Look look(store);
        StoreCheck check;
        if (const auto pages = look.database().verifyTables(); !pages) check.findings.push_back(pages.error().message);
        try {
            compareDigest(look.database(), store.collections, stopping, check);
        } catch (const StoreError& wrong) {
            if (check.findings.empty()) check.findings.emplace_back(wrong.what());
        }
        return check;
    });
}

}  // namespace qiaomen
