// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/client/neighbourhood.h"
#include "tests/support/effort.h"

// "Saved" survives a process that is killed at any moment: a child saves and reports each record through a pipe; the parent
// kills it after some report, opens the folder and looks for everything that was reported.

namespace qiaomen::tests {
namespace {

[[noreturn]] void saveUntilKilled(const LocalStore::Options& options, int reports, unsigned round) {
    auto store = LocalStore::open(options);
    if (!store) ::_exit(1);
    const RandomSource random = seededRandom(1000 + round);
    for (;;) {
        const RecordId record = RecordId::make(kMorning + round, random);
        const Edit edit{
            visit.number(),
            record,
            {{visit.household, record}, {visit.occurredAt, kMorning}, {visit.way, "door"}, {visit.outcome, "met"}}};
        if (!(*store)->save(edit) || !(*store)->keepDraft("typing", record.text())) ::_exit(2);
        if (::write(reports, record.bytes.data(), record.bytes.size()) != static_cast<ssize_t>(record.bytes.size()))
            ::_exit(3);
    }
}

/// What a child reported before it was killed, after `wanted` reports (and any number more that were under way).
std::vector<RecordId> killAfter(std::size_t wanted, const LocalStore::Options& options, unsigned round) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        saveUntilKilled(options, ends[1], round);
    }
    ::close(ends[1]);
    std::vector<RecordId> reported;
    RecordId record;
    while (::read(ends[0], record.bytes.data(), record.bytes.size()) == static_cast<ssize_t>(record.bytes.size())) {
        reported.push_back(record);
        if (reported.size() == wanted) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status)) throw std::runtime_error("the child ended by itself");
    return reported;
}

}  // namespace

TEST_CASE("Everything reported saved is there after kill -9, hundreds of times", "[store][durability]") {
    FakeClock clock;
    const TempFolder folder;
    const auto options = phoneOptions(folder, alice, clock);
    std::vector<RecordId> reported;
    std::uint64_t lastNumber = 0;
    const std::uint64_t kills = effort("QIAOMEN_KILLS", 200);
    for (unsigned round = 0; round < kills; ++round) {
        const auto now = killAfter(1 + round % 7, options, round);
        REQUIRE_FALSE(now.empty());
        reported.insert(reported.end(), now.begin(), now.end());

        auto store = ok(LocalStore::open(options));
        for (const RecordId& record : now) REQUIRE_FALSE(ok(store->read(visit.number(), record)).isNew());
        const Safety safety = ok(store->safety());
        REQUIRE(safety.onlyHere >= reported.size());
        REQUIRE(safety.onlyHere >= lastNumber);
        lastNumber = safety.onlyHere;
        REQUIRE(ok(store->draft("typing")).has_value());
    }
    // What is there is whole: the outbox has every record, the digest is the sum of them, the file is sound.
    auto store = ok(LocalStore::open(options));
    Digest digest;
    std::set<RecordId> there;
    for (const Change& change : ok(store->nextRequest()).changes) {
        there.insert(change.record);
        digest.add(ok(store->read(change.collection, change.record)));
    }
    for (const RecordId& record : reported) REQUIRE(there.contains(record));
    CHECK(ok(store->digest()) == digest.total());
    store.reset();
    Database database(options.file, {.key = options.key});
    CHECK(database.verify().ok());
}

}  // namespace qiaomen::tests
