// SPDX-License-Identifier: Apache-2.0
#include "shared/client/store_care.h"

#include <fstream>

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {

namespace {

const std::atomic<bool> kGoOn = false;

struct Shelf {
    FakeClock clock;
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    Family wang = moveIn(*store, "3", "2", "501", {{"王秀英"}, {"王强"}});
};

}  // namespace

TEST_CASE("What takes how much is told apart: records, search, drafts", "[storage]") {
    Shelf shelf;
    const StoreSizes before = ok(sizesOf(fileOf(*shelf.store)));
    CHECK(before.records > 0);
    CHECK(before.search > 0);
    CHECK(before.drafts == 0);
    const std::string draft(5'000, 'x');
    ok(shelf.store->keepDraft("visit/1", draft));
    CHECK(ok(sizesOf(fileOf(*shelf.store))).drafts == draft.size() + 7);
    moveIn(*shelf.store, "3", "2", "502", {{"陈桂英"}});
    CHECK(ok(sizesOf(fileOf(*shelf.store))).search > before.search);
}

TEST_CASE("A sound file is told as such, with how many records were looked at, while others write", "[storage]") {
    Shelf shelf;
    const StoreCheck check = ok(checkStore(fileOf(*shelf.store), kGoOn));
    CHECK(check.findings.empty());
    CHECK(check.records == 4);  // dwelling, household, two residents
    moveIn(*shelf.store, "3", "2", "502", {{"陈桂英"}});
    CHECK(ok(checkStore(fileOf(*shelf.store), kGoOn)).records == 7);
}

TEST_CASE("A byte that changed anywhere in the file is found, and what is told names nobody", "[storage]") {
    Shelf shelf;
    for (int room = 0; room < 40; ++room)
        moveIn(*shelf.store, "3", "1", std::to_string(100 + room), {{"陈桂英"}, {"陈强"}});
    ok(shelf.store->checkpoint());
    const StoreFile file = fileOf(*shelf.store);
    const auto size = std::filesystem::file_size(file.file);
    int found = 0, tried = 0;
    for (std::uint64_t at = 4096 + 100; at < size; at += size / 12, ++tried) {
        std::fstream disk(file.file, std::ios::in | std::ios::out | std::ios::binary);
        disk.seekg(static_cast<std::streamoff>(at));
        const char before = static_cast<char>(disk.get());
        disk.seekp(static_cast<std::streamoff>(at));
        disk.put(static_cast<char>(before ^ 0x40));
        disk.flush();
        const auto check = checkStore(file, kGoOn);
        const std::string words = check ? (check->findings.empty() ? "" : check->findings.front())
                                        : check.error().message;
        INFO("byte " << at << ": " << words);
        found += words.empty() ? 0 : 1;
        CHECK(words.find("陈") == std::string::npos);
        disk.seekp(static_cast<std::streamoff>(at));
        disk.put(before);
    }
    CHECK(found == tried);
    CHECK(ok(checkStore(file, kGoOn)).findings.empty());
}

TEST_CASE("A look that is given up ends early, and finds nothing wrong", "[storage]") {
    Shelf shelf;
    const std::atomic<bool> stopping = true;
    const StoreCheck check = ok(checkStore(fileOf(*shelf.store), stopping));
    CHECK(check.records == 0);
    CHECK(check.findings.empty());
}

}  // namespace qiaomen::tests
