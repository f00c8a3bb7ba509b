// SPDX-License-Identifier: Apache-2.0
//
// Who had read what when he wrote: what the milder grade of conflict is made from (syncserver/parallel_notes.h).

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

/// Bob has written down the Wangs' telephone number, and Alice's phone has not heard of it. Her clock is ahead of his: her stamps do
/// not say that she did not know.
struct BobWasFirst : Neighbours {
    explicit BobWasFirst(RequestLimits limits = {}) : carolPhone(carol, centre, clock, allCollections(), limits) {
        carolPhone.sync();
        bobPhone.edits(household, wang.household, household.phone, "19000000012");
        bobPhone.sync();
        clock.advance(60'000);
    }
    void carolWritesTheNote() { carolPhone.edits(household, wang.household, household.note, "有犬"); }
    /// "parallel carol: 12 | bob: 6"
    std::vector<std::string> notes() {
        bobPhone.sync();
        std::vector<std::string> all;
        for (const Record& one : ok(bobPhone.store().find(conflict, conflict.ofRecord, wang.household))) {
            all.push_back(one.text(conflict.grade) + " " + one.text(conflict.winnerBy) + ": " +
                          one.text(conflict.winnerFields) + " | " + one.text(conflict.loserBy) + ": " +
                          one.text(conflict.loserFields));
        }
        return all;
    }

    Phone carolPhone;
};

using Lines = std::vector<std::string>;
const Lines kOneNote = {"parallel carol: 12 | bob: 6"};

}  // namespace

TEST_CASE("What Carol saves while her phone is asking was written by who had not read the answer", "[sync][parallel]") {
    BobWasFirst street;
    street.carolPhone.meets(street.wang.household);
    bool isCutOff = false;
    SECTION("and goes out at once") {}
    SECTION("and goes out another day, after the app was started again") { isCutOff = true; }
    street.carolPhone.way().alter = [&, answers = 0](SyncReply&) mutable {
        if (++answers > 1) return;
        street.carolWritesTheNote();
        street.carolPhone.way().connected = !isCutOff;
    };
    if (isCutOff) {
        CHECK_THROWS(street.carolPhone.sync());
        street.carolPhone.restart();
        street.carolPhone.way().connected = true;
    }
    street.carolPhone.sync();
    CHECK(street.notes() == kOneNote);
}

TEST_CASE("What goes out in the second of two full batches was written before the answer to the first came",
          "[sync][parallel]") {
    BobWasFirst street({.maxChanges = 2});
    for (int i = 0; i < 3; ++i) street.carolPhone.meets(street.wang.household);
    street.carolWritesTheNote();
    street.carolPhone.sync();
    CHECK(street.notes() == kOneNote);
}

TEST_CASE("Who has read the answer knows, and makes no note", "[sync][parallel]") {
    BobWasFirst street({.maxChanges = 2});
    for (int i = 0; i < 3; ++i) street.carolPhone.meets(street.wang.household);
    street.carolPhone.sync();
    street.carolWritesTheNote();
    street.carolPhone.sync();
    CHECK(street.notes().empty());
}

}  // namespace qiaomen::tests
