// SPDX-License-Identifier: Apache-2.0
//
// By somebody who can write everything at the centre, and makes everything fit: the log's chain and its links, the head, the records and
// their digest, what was taken of each device. What he cannot make is what the devices signed.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "shared/domain/collections.h"
#include "syncserver/verify.h"
#include "tests/support/signer.h"
#include "tests/syncserver/postgres/test_store.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// The grid of a centre with two phones: Zhang sent three changes at once and later one more, Li one that clashed and one that was
/// refused. Its content can be taken out, altered, and made into another grid in which all fits.
class Forgery {
public:
    Forgery() {
        registersHome(zhang_);
        zhang_.writes(dwelling, recordId(20), {{"address", "柳湾村2号"}, {"use", "owner"}});
        zhang_.syncs();
        li_.syncs();
        zhang_.writes(household, kHome, {{"note", "狗凶"}});
        zhang_.syncs();
        li_.writes(household, kHome, {{"note", "门铃坏了"}});
        li_.writes(dwelling, recordId(21), {{"use", "castle"}});
        li_.syncs();
        keys = centre_.folder().access().keys();
        const auto view = must(centre_.folder().grids().view(centre_.grid()));
        for (LoggedChange& logged : view->tail(0, DeviceId{}, {}).changes) log.push_back(std::move(logged.change));
        view->forEachBatch([&](SignedBatch&& batch) { batches.push_back(std::move(batch)); });
        refused = view->refusedChanges();
        for (const auto& [device, key] : keys) taken[device] = view->lastTaken(device);
    }

    /// What verify says of a grid that is made of this.
    [[nodiscard]] std::string findings(const GridId& grid = gridId(1)) const {
        const auto data = makeSqliteTestStore(allCollections());
        must(data->store().createGrid(grid));
        {
            const auto writer = must(data->store().write(grid));
            append(*writer, log);
            writer->write(recordsOf(log));
            for (const SignedBatch& batch : batches) writer->keepBatch(batch);
            writer->keepRefused(refused);
            for (const auto& [device, last] : taken) {
                if (last.number > 0) writer->setLastTaken(device, last);
            }
            writer->commit();
        }
        std::string all;
        for (const std::string& finding :
             must(verifyGrid(data->store(), grid, allCollections(), [&] { return keys; })).findings)
            all += finding + "\n";
        return all;
    }

    Change& changeOf(const DeviceId& device, std::uint64_t number) {
        return *std::ranges::find_if(
            log, [&](const Change& one) { return one.stamp.device == device && one.number == number; });
    }

    std::vector<Change> log;
    std::vector<SignedBatch> batches;
    std::vector<RefusedChange> refused;
    std::map<DeviceId, LastTaken> taken;
    DeviceKeys keys;

private:
    static std::vector<RecordWrite> recordsOf(const std::vector<Change>& log) {
        std::map<RecordKey, Record> records;
        for (const Change& change : log) {
            const RecordKey key{change.collection, change.record};
            Record& record = records.try_emplace(key, key.collection, key.record).first->second;
            merge(record, change, find(allCollections(), key.collection));
        }
        std::vector<RecordWrite> writes;
        for (const auto& [key, record] : records) writes.push_back({Record(key.collection, key.record), record});
        return writes;
    }

    TestCentre centre_;
    TestPhone zhang_{centre_, alice, "张敏"};
    TestPhone li_{centre_, bob, "李强"};
};

const std::string kZhang = " of device " + alice.text();
const std::string kLi = " of device " + bob.text();

}  // namespace

TEST_CASE("A grid that is only copied is sound", "[verify][forgery]") {
    const Forgery copy;
    CHECK(copy.findings().empty());
    CHECK(copy.log.size() == 6);  // four of Zhang's, one of Li's, and the conflict of the centre
    CHECK(copy.batches.size() == 4);
}

TEST_CASE("Whatever is altered in a grid, the signature that it does not fit is named", "[verify][forgery]") {
    Forgery forged;
    std::string finding;
    SECTION("a value") {
        forged.changeOf(alice, 2).writes.back().value = Value("老人有狗");
        finding = "of the changes 1 to 3" + kZhang + " one is not what the device signed";
    }
    SECTION("a stamp") {
        forged.changeOf(alice, 4).stamp.time = logicalTime(kMorning + 60'000);
        finding = "change 4" + kZhang + " is not what the device signed";
    }
    SECTION("whose it was") {
        forged.changeOf(alice, 4).stamp.device = bob;
        finding = "change 4" + kZhang + " was signed, and is not there";
    }
    SECTION("two changes under each other's number") {
        std::swap(forged.changeOf(alice, 1).number, forged.changeOf(alice, 2).number);
        finding = "of the changes 1 to 3" + kZhang + " one is not what the device signed";
    }
    SECTION("a change that is gone") {
        std::erase_if(forged.log, [](const Change& one) { return one.stamp.device == alice && one.number == 2; });
        finding = "change 2" + kZhang + " was signed, and is not there";
    }
    SECTION("a change that is gone with its signature, before others") {
        std::erase_if(forged.log, [](const Change& one) { return one.stamp.device == alice && one.number <= 3; });
        std::erase_if(forged.batches,
                      [](const SignedBatch& one) { return one.claim.device == alice && one.claim.first == 1; });
        finding = "the chain of device " + alice.text() + " breaks before its change 4";
    }
    SECTION("a change that is gone with its signature, at the end") {
        std::erase_if(forged.log, [](const Change& one) { return one.stamp.device == alice && one.number == 4; });
        std::erase_if(forged.batches,
                      [](const SignedBatch& one) { return one.claim.device == alice && one.claim.first == 4; });
        finding = "change 4" + kZhang + " was taken, and is neither in the log nor among the refused";
    }
    SECTION("a change more") {
        Change invented = forged.changeOf(alice, 4);
        invented.number = 5;
        invented.stamp.time = logicalTime(kMorning + 60'000);
        forged.log.push_back(invented);
        forged.taken[alice].number = 5;
        finding = "change 5" + kZhang + " is in the log, and no signature covers it";
    }
    SECTION("a change more, signed with the forger's own key") {
        Change invented = forged.changeOf(alice, 4);
        invented.number = 5;
        invented.stamp.time = logicalTime(kMorning + 60'000);
        GridRequest request{.grid = gridId(1), .changes = {invented}};
        sign(request, alice, forged.taken[alice].link, keysOf(carol));
        forged.log.push_back(invented);
        forged.batches.push_back({batchOf(request, alice).claim, request.signature->bytes, {}, {}});
        forged.taken[alice] = {5, invented.stamp.time, request.signature->after};
        finding = "the signature over change 5" + kZhang + " is not by its key, for this grid";
    }
    SECTION("a change that says that somebody gave it back") {
        Change invented = forged.changeOf(alice, 4);
        invented.number = 0;
        invented.stamp.time = logicalTime(kMorning + 60'000);
        forged.log.push_back(invented);
        finding = "change 7 of the log was given back for device " + alice.text() + ", and is not what anybody signed";
    }
    SECTION("what was refused") {
        forged.refused.front().change.writes.front().value = Value("palace");
        finding = "change 2" + kLi + ", which was refused, is not what anybody signed";
    }
    SECTION("what the centre said of a conflict") {
        Change& said = *std::ranges::find(forged.log, conflict.number(), &Change::collection);
        said.writes.front().value = Value("nothing to see");
        finding = "change 1 of device " + said.stamp.device.text() + " is not what the device signed";
    }
    SECTION("where the chain goes on") {
        forged.taken[bob].link[0] ^= 1;
        finding = "the chain of device " + bob.text() + " does not end where it ended, at its change 2";
    }
    CHECK_THAT(forged.findings(), ContainsSubstring(finding));
}

TEST_CASE("A change that was moved to another grid, signature and all, is not that grid's", "[verify][forgery]") {
    const Forgery moved;
    CHECK_THAT(moved.findings(gridId(2)),
               ContainsSubstring("the signature over changes 1 to 3" + kZhang + " is not by its key, for this grid"));
}
