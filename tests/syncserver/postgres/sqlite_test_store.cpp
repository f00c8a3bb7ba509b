// SPDX-License-Identifier: Apache-2.0
#include "tests/syncserver/postgres/test_store.h"

#include "syncserver/sqlite_grid_store.h"
#include "tests/syncserver/story.h"

namespace qiaomen::tests {

namespace {

class SqliteTestStore : public TestStore {
public:
    explicit SqliteTestStore(Collections collections) { must(restart(collections)); }

    GridStore& store() override { return *store_; }
    GridStore& secondServer() override { return *store_; }

    Outcome restart(Collections collections) override {
        collections_ = collections;
        store_.reset();
        // Encrypted as in a real centre, and so few grids open that stories with several of them close some.
        SqliteGridStore::Options options{
            .folder = folder_.path(), .key = kKey, .collections = collections, .random = machineRandom(), .maxOpen = 3};
        store_ = std::make_unique<SqliteGridStore>(std::move(options));
        // Files are opened when they are asked for: what is wrong with one shows then.
        for (const GridId& grid : must(store_->grids())) {
            if (auto view = store_->view(grid); !view) return view.error();
        }
        return Done{};
    }

    void tamper(const GridId& grid, const std::string& sql) override {
        store_.reset();
        Database(folder_ / (grid.text() + ".db"), {.key = kKey}).run(sql);
        must(restart(collections_));
    }
    std::string literal(std::string_view bytes) const override { return "x'" + hex(bytes) + "'"; }

private:
    static constexpr DatabaseKey kKey{7};

    TempFolder folder_;
    Collections collections_;
    std::unique_ptr<SqliteGridStore> store_;
};

}  // namespace

std::unique_ptr<TestStore> makeSqliteTestStore(Collections collections) {
    return std::make_unique<SqliteTestStore>(collections);
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += kDigits[static_cast<unsigned char>(byte) >> 4];
        text += kDigits[static_cast<unsigned char>(byte) & 0x0f];
    }
    return text;
}

void append(GridWriter& grid, const std::vector<Change>& changes) {
    std::vector<LogEntry> entries;
    for (const Change& change : changes) entries.push_back(entryOf(change));
    std::vector<const LogEntry*> pointers;
    for (const LogEntry& entry : entries) pointers.push_back(&entry);
    grid.append(pointers);
}

void noteSigned(GridWriter& grid, const GridId& id, const std::vector<Change>& changes) {
    const DeviceId& device = changes.front().stamp.device;
    GridRequest request{.grid = id, .cursor = grid.head().cursor, .changes = changes};
    sign(request, device, grid.lastTaken(device).link, keysOf(device));
    const BatchClaim claim = batchOf(request, device).claim;
    grid.keepBatch({.claim = claim, .signature = request.signature->bytes, .outside = {}, .given = {}});
    grid.setLastTaken(device, {claim.last, changes.back().stamp.time, claim.link});
}

DeviceKeys keysOfAll() {
    DeviceKeys keys;
    for (int number = 1; number < 256; ++number) {
        const DeviceId id = device(static_cast<std::uint8_t>(number));
        keys[id] = keysOf(id).publicKey;
    }
    return keys;
}

}  // namespace qiaomen::tests
