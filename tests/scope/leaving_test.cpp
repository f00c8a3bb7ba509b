// SPDX-License-Identifier: Apache-2.0
//
// What was recorded for a grid that was taken meanwhile: late, rescued, decided by those who hold the grid now.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "shared/client/attachment_sync.h"
#include "shared/client/http_attachment_way.h"
#include "tests/scope/scope_story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

/// 李梅 and 王芳 hold the grid; 李梅 loses it while she has no network.
struct Reassigned {
    ScopeCentre centre;
    ScopePhone li{centre, "李梅", {kEast}};
    ScopePhone wang{centre, "王芳", {kEast}};
    RecordId home = li.movesIn("赵大勇");

    Reassigned() {
        li.settles();
        wang.settles();
    }
    void weeksLater() {
        centre.takes("李梅", kEast);
        centre.clock().advance(std::int64_t{21} * 24 * 3600 * 1000);
    }
    void decides(ScopePhone& who, const Record& rescued) {
        ok(who.store().save(ok(takingIn(rescued, "王芳", allCollections()))));
    }
};

}  // namespace

TEST_CASE("Three weeks without a network in a taken grid: nothing is merged, nothing is lost", "[scope]") {
    Reassigned story;
    story.li.meets(story.home, "第一周");
    story.weeksLater();
    story.li.meets(story.home, "第三周");
    story.li.edits(household, story.home, household.headName, "赵大勇（代）");
    story.li.settles();

    CHECK(story.li.filesOf(kEast).empty());
    CHECK(story.li.folder().left().front().handedOver == 3);
    CHECK(story.centre.all(visit).empty());
    CHECK(story.centre.read(household, story.home).text(household.headName) == "赵大勇");

    story.wang.settles();
    const auto rescued = story.wang.rescued();
    REQUIRE(rescued.size() == 3);
    for (const Record& one : rescued) {
        CHECK(one.text(rescuedChange.why) == "late");
        CHECK(one.text(rescuedChange.writtenBy) == "李梅");
        CHECK_THAT(one.text(rescuedChange.reason),
                   StartsWith("late: the grid was taken from this device at 2026-11-22"));
    }
    CHECK(story.centre.findings() == "");
}

TEST_CASE("Whoever decides takes a late visit in, as an ordinary change", "[scope]") {
    Reassigned story;
    const RecordId met = story.li.meets(story.home, "老人摔了一跤");
    story.weeksLater();
    story.li.settles();
    story.wang.settles();
    REQUIRE(story.wang.rescued().size() == 1);
    story.decides(story.wang, story.wang.rescued().front());
    story.wang.settles();
    CHECK(story.centre.read(visit, met).text(visit.remark) == "老人摔了一跤");
    const Record rescued = story.centre.all(rescuedChange).front();
    CHECK(rescued.text(rescuedChange.state) == "taken_in");
    CHECK(rescued.text(rescuedChange.resolvedBy) == "王芳");
    CHECK(story.wang.rescued().empty());
}

TEST_CASE("A late change is taken in with what its author saw: who wrote meanwhile is asked", "[scope]") {
    Reassigned story;
    story.li.edits(household, story.home, household.headName, "赵小勇");
    story.weeksLater();
    story.wang.edits(household, story.home, household.headName, "赵志勇");
    story.wang.settles();
    story.li.settles();
    story.wang.settles();
    story.decides(story.wang, story.wang.rescued().front());
    story.wang.settles();
    const auto conflicts = story.centre.all(conflict);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().text(conflict.winner) == "\"赵小勇\"");
    CHECK(conflicts.front().text(conflict.loser) == "\"赵志勇\"");
    CHECK(conflicts.front().text(conflict.before) == "\"赵大勇\"");
}

TEST_CASE("Putting aside changes nothing, and the record stays to be found", "[scope]") {
    Reassigned story;
    story.li.meets(story.home, "没人");
    story.weeksLater();
    story.li.settles();
    story.wang.settles();
    ok(story.wang.store().save(puttingAside(story.wang.rescued().front(), "王芳")));
    story.wang.settles();
    CHECK(story.centre.all(visit).empty());
    REQUIRE(story.centre.all(rescuedChange).size() == 1);
    CHECK(story.centre.all(rescuedChange).front().text(rescuedChange.state) == "put_aside");
}

TEST_CASE("A late deletion is taken in as one, and covers only what its author saw", "[scope]") {
    Reassigned story;
    ok(story.li.store().save({.collection = household.number(), .record = story.home, .values = {}, .remove = true}));
    story.weeksLater();
    story.li.settles();
    story.wang.settles();
    CHECK(story.centre.read(household, story.home).isVisible());
    story.decides(story.wang, story.wang.rescued().front());
    story.wang.settles();
    CHECK_FALSE(story.centre.read(household, story.home).isVisible());
}

TEST_CASE("The answer to a late batch gets lost: it is rescued once", "[scope]") {
    Reassigned story;
    story.li.meets(story.home, "一");
    story.li.meets(story.home, "二");
    story.weeksLater();
    const GridRequest late = ok(story.li.store().nextRequest());
    const SyncRequest request{.device = story.li.folder().device(), .app = "story", .grids = {late}};
    const Grant grant = ok(story.centre.folder().access().recognise(story.li.folder().enrolment()->token));
    const SyncReply first = ok(story.centre.folder().hub().sync(grant, request));
    CHECK(first.grids.front().refusals.size() == 2);
    CHECK(first.grids.front().receipt.lastNumber == late.changes.back().number);
    CHECK(isSignedBy(first.grids.front().receipt, story.centre.folder().publicKey()));
    story.li.settles();
    CHECK(story.centre.all(rescuedChange).size() == 2);
    CHECK(story.li.filesOf(kEast).empty());
    CHECK(story.centre.findings() == "");
}

namespace {

/// What a phone takes and the centre does not: only the centre suggests.
void suggestsDuplicates(ScopePhone& phone) {
    ok(phone.store().save({duplicate.number(),
                           newRecord(),
                           {{duplicate.ofCollection, static_cast<std::int64_t>(resident.number())},
                            {duplicate.first, newRecord()},
                            {duplicate.second, newRecord()}}}));
}

}  // namespace

TEST_CASE("What had been refused goes to the others, too, before the grid leaves", "[scope]") {
    Reassigned story;
    suggestsDuplicates(story.li);
    story.li.settles();
    REQUIRE(ok(story.li.store().rescueQueue()).size() == 1);

    story.weeksLater();
    story.li.settles();
    CHECK(story.li.filesOf(kEast).empty());
    const auto rescued = story.centre.all(rescuedChange);
    REQUIRE(rescued.size() == 1);
    CHECK(rescued.front().text(rescuedChange.why) == "refused");
    CHECK_THAT(rescued.front().text(rescuedChange.reason), ContainsSubstring("records are made by the centre"));
    CHECK(ok(changeIn(rescued.front(), allCollections())).collection == duplicate.number());
    CHECK(story.centre.findings() == "");
}

TEST_CASE("A refusal whose answer got lost before the grid was taken is rescued all the same", "[scope]") {
    Reassigned story;
    suggestsDuplicates(story.li);
    const Grant before = ok(story.centre.folder().access().recognise(story.li.folder().enrolment()->token));
    const GridRequest asked = ok(story.li.store().nextRequest());
    const SyncRequest request{.device = story.li.folder().device(), .app = "story", .grids = {asked}};
    CHECK(ok(story.centre.folder().hub().sync(before, request)).grids.front().refusals.size() == 1);
    story.centre.takes("李梅", kEast);
    const Grant after = ok(story.centre.folder().access().recognise(story.li.folder().enrolment()->token));
    CHECK(ok(story.centre.folder().hub().sync(after, request)).grids.front().taken);
    CHECK(story.centre.all(rescuedChange).size() == 1);
}

TEST_CASE("Drafts are handed over as words, and can be put aside but not taken in", "[scope]") {
    Reassigned story;
    ok(story.li.store().keepDraft("visit:" + story.home.text(), R"({"remark":"老人说想"})"));
    story.weeksLater();
    story.li.settles();
    CHECK(story.li.filesOf(kEast).empty());
    story.wang.settles();
    REQUIRE(story.wang.rescued().size() == 1);
    const Record draft = story.wang.rescued().front();
    CHECK(draft.text(rescuedChange.why) == "draft");
    CHECK(draft.text(rescuedChange.content) == R"({"remark":"老人说想"})");
    CHECK(draft.text(rescuedChange.writtenBy) == "李梅");
    CHECK(takingIn(draft, "王芳", allCollections()).error().fault == Fault::invalid);
    ok(story.wang.store().save(puttingAside(draft, "王芳")));
}

TEST_CASE("Nobody but a leaving device's own hand makes rescued records, and nobody changes what they say", "[scope]") {
    Reassigned story;
    ok(story.wang.store().save({rescuedChange.number(),
                                newRecord(),
                                {{rescuedChange.why, "late"},
                                 {rescuedChange.content, "{}"},
                                 {rescuedChange.writtenAt, kMorning},
                                 {rescuedChange.state, "open"}}}));
    CHECK(story.wang.syncs().grids.at(kEast).refused == 1);
    CHECK(story.centre.all(rescuedChange).empty());
}

TEST_CASE("A grid with a photo that is only here is not erased; the photo follows its late record", "[scope]") {
    Reassigned story;
    auto photos = ok(AttachmentStore::open(story.li.store()));
    const AttachmentRef image = ok(photos->put("image/jpeg", "\xff\xd8\xff a blocked passage"));
    const RecordId found = newRecord();
    ok(story.li.store().save(std::vector<Edit>{
        {hazard.number(),
         found,
         {{hazard.foundAt, kMorning},
          {hazard.kind, "fire_passage"},
          {hazard.risk, "general"},
          {hazard.place, "3栋2单元楼道"}}},
        {photo.number(),
         newRecord(),
         {{photo.hazard, found}, {photo.stage, "before"}, {photo.image, print(image)}, {photo.takenAt, kMorning}}}}));
    story.weeksLater();
    story.li.syncs();
    CHECK(ok(story.li.store().leaving())->isDone());
    CHECK(story.li.folder().erase(kEast).error().fault == Fault::refused);
    CHECK(story.li.holds(kEast));

    const HttpOptions options{.server = story.centre.url(), .token = story.li.folder().enrolment()->token, .caFile = {}};
    HttpAttachmentWay way(options);
    CHECK(ok(AttachmentSync(way, {photos.get()}).run(Network::unmetered)).sent == 1);
    CHECK(way.fetch(kEast, image.hash, 0).error().fault == Fault::refused);
    photos.reset();
    story.li.settles();
    CHECK(story.li.filesOf(kEast).empty());
    CHECK(ok(story.centre.folder().attachments().counts(kEast)).held == 1);
}
