// SPDX-License-Identifier: Apache-2.0
#include "shared/client/search_index.h"

#include <algorithm>
#include <catch2/generators/catch_generators.hpp>

#include "shared/domain/catalogue.h"
#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

using Kind = SearchHit::Kind;

/// The people behind three doors, and one need and one hazard.
struct Estate {
    FakeClock clock;
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    Family zhang = moveIn(*store, "3", "2", "501", {{"张伟", "13812345678", "999999195003210005"}, {"李秀英"}});
    Family zeng = moveIn(*store, "3", "2", "502", {{"曾国强", "13912340000"}, {"单雄信"}});
    Family zhangGuo = moveIn(*store, "12", "1", "101", {{"张伟国"}, {"吕芳"}});

    bool finds(std::string_view typed, const RecordId& record, Kind kind) const {
        const auto hits = ok(store->search(typed, 20));
        return std::ranges::any_of(hits, [&](const SearchHit& hit) { return hit.kind == kind && hit.record == record; });
    }
    std::vector<std::string> people(std::string_view typed) const {
        std::vector<std::string> names;
        for (const SearchHit& hit : ok(store->search(typed, 20))) {
            if (hit.kind == Kind::person) names.push_back(hit.title);
        }
        return names;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("张伟 is found by whatever part of him somebody remembers", "[search]") {
    Estate estate;
    const std::string typed = GENERATE("张", "伟", "张伟", "zw", "z", "zhang", "zhangw", "zhangwei", "wei", "ZHANGWEI",
                                       "ｚｗ", "5678", "678", "13812345678", "138123", "0005", "张伟 5678", "zw5678");
    INFO(typed);
    const bool isTail = typed == "678";
    CHECK(estate.finds(typed, estate.zhang.members[0], Kind::person) == !isTail);
}

TEST_CASE("The whole name comes before its beginnings", "[search]") {
    Estate estate;
    CHECK(estate.people("张伟") == Names{"张伟", "张伟国"});
    CHECK(estate.people("zw") == Names{"张伟", "张伟国"});
    CHECK(estate.people("张伟国") == Names{"张伟国"});
    CHECK(estate.people("伟国") == Names{"张伟国"});
    CHECK(estate.people("王").empty());
    CHECK(estate.people("伟张").empty());
}

TEST_CASE("Surnames are read as surnames, and ü is typed v", "[search]") {
    Estate estate;
    CHECK(estate.people("zenggq") == Names{});
    CHECK(estate.people("zgq") == Names{"曾国强"});
    CHECK(estate.people("zengguo") == Names{"曾国强"});
    CHECK(estate.people("shan") == Names{"单雄信"});
    CHECK(estate.people("dan") == Names{"单雄信"});
    CHECK(estate.people("lv") == Names{"吕芳"});
    CHECK(estate.people("lufang") == Names{"吕芳"});
}

TEST_CASE("A door is found by its address as people write it", "[search]") {
    Estate estate;
    for (const char* typed : {"3-2-501", "3栋2单元501", "3栋2单元501室", "3-2-5", "501", "2-501", "锦绣 3-2-501",
                              "锦绣花园3栋", "jx 501"}) {
        INFO(typed);
        CHECK(estate.finds(typed, estate.zhang.dwelling, Kind::dwelling));
        CHECK(estate.finds(typed, estate.zhang.household, Kind::household));
        CHECK_FALSE(estate.finds(typed, estate.zhangGuo.dwelling, Kind::dwelling));
    }
    CHECK_FALSE(estate.finds("3-2-501", estate.zeng.dwelling, Kind::dwelling));
}

TEST_CASE("A household is found by its head and by any member, with its address", "[search]") {
    Estate estate;
    CHECK(estate.finds("曾国强", estate.zeng.household, Kind::household));
    CHECK(estate.finds("单雄信", estate.zeng.household, Kind::household));
    const auto hits = ok(estate.store->search("单雄信", 5));
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].subtitle == "锦绣花园3栋2单元502室");
    CHECK(hits[0].household == estate.zeng.household);
    CHECK(hits[1].title == "曾国强");
}

TEST_CASE("Needs and hazards are found by their words", "[search]") {
    Estate estate;
    const RecordId lamp = newRecord();
    const RecordId passage = newRecord();
    ok(estate.store->save({need.number(),
                           lamp,
                           {{need.household, estate.zhang.household},
                            {need.heardAt, kMorning},
                            {need.text, "楼道灯坏了"},
                            {need.kind, "housing"}}}));
    ok(estate.store->save({hazard.number(),
                           passage,
                           {{hazard.foundAt, kMorning},
                            {hazard.kind, "fire_passage"},
                            {hazard.risk, "general"},
                            {hazard.place, "3栋地下室"},
                            {hazard.text, "堆放杂物"}}}));
    CHECK(estate.finds("楼道灯", lamp, Kind::need));
    CHECK(estate.finds("灯", lamp, Kind::need));
    CHECK(estate.finds("杂物", passage, Kind::hazard));
    CHECK(estate.finds("地下室", passage, Kind::hazard));
}

TEST_CASE("A changed name is found by the new one and no longer by the old", "[search]") {
    Estate estate;
    ok(estate.store->save({resident.number(), estate.zhang.members[1], {{resident.fullName, "李桂英"}}}));
    CHECK(estate.people("李桂英") == Names{"李桂英"});
    CHECK(estate.people("lgy") == Names{"李桂英"});
    CHECK(estate.people("李秀英").empty());
    ok(estate.store->save({resident.number(), estate.zhang.members[1], {}, true}));
    CHECK(estate.people("李桂英").empty());
}

TEST_CASE("Whatever is typed is an answer or nothing, never an error", "[search]") {
    Estate estate;
    for (const char* typed : {"", " ", "\"", "'", "*", "AND", "NEAR(", "name:张", "张\"伟", "-", "--", "3-", "-3",
                              "\xff\xfe", "😀", "%", "a b c d e f"}) {
        INFO(typed);
        CHECK_NOTHROW((void)ok(estate.store->search(typed, 10)));
    }
    CHECK(ok(estate.store->search("", 10)).empty());
    CHECK(estate.people("张\"伟").size() == 2);
}

TEST_CASE(
    "An order is found by two characters or the initials of its matter, by the worker's words, and says for whom it is",
    "[search]") {
    Estate estate;
    const auto& items = Catalogue::sample().items();
    const auto item = std::ranges::find_if(items,
                                           [](const CatalogueItem& one) { return one.name.zh.starts_with("高龄"); });
    REQUIRE(item != items.end());
    const RecordId order = newRecord(), plain = newRecord();
    ok(estate.store->save({doorOrder.number(),
                           order,
                           {{doorOrder.household, estate.zhang.household},
                            {doorOrder.kind, "proxy"},
                            {doorOrder.item, item->code},
                            {doorOrder.what, "老人腿脚不便"},
                            {doorOrder.askedAt, kMorning}}}));
    ok(estate.store->save({doorOrder.number(),
                           plain,
                           {{doorOrder.household, estate.zeng.household},
                            {doorOrder.kind, "door"},
                            {doorOrder.what, "陪同去医院复查"},
                            {doorOrder.askedAt, kMorning}}}));
    for (const char* typed : {"高龄", "gl", "腿脚"}) CHECK(estate.finds(typed, order, Kind::order));
    for (const char* typed : {"医院", "ptqyy", "peitong"}) CHECK(estate.finds(typed, plain, Kind::order));
    CHECK_FALSE(estate.finds("医院", order, Kind::order));
    const auto hits = ok(estate.store->search("腿脚", 5));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].title == "老人腿脚不便");
    CHECK(hits[0].code == item->code);
    CHECK(hits[0].subtitle == "张伟 · 锦绣花园3栋2单元501室");
    CHECK(hits[0].household == estate.zhang.household);
}

TEST_CASE("Orders that an earlier program did not index are found after the upgrade", "[search]") {
    Estate estate;
    const RecordId order = newRecord();
    ok(estate.store->save({doorOrder.number(),
                           order,
                           {{doorOrder.household, estate.zhang.household},
                            {doorOrder.kind, "door"},
                            {doorOrder.what, "换灯泡"},
                            {doorOrder.askedAt, kMorning}}}));
    const auto options = phoneOptions(estate.folder, alice, estate.clock);
    estate.store.reset();
    {
        Database database(options.file, {.key = options.key});
        database.run("DELETE FROM _search WHERE rowid IN (SELECT row FROM _search_entry WHERE kind = 5)");
        database.run("DELETE FROM _search_entry WHERE kind = 5");
    }
    estate.store = ok(LocalStore::open(options));
    CHECK(estate.finds("灯泡", order, Kind::order));
    CHECK(ok(estate.store->search("灯泡", 5)).size() == 1);
}

}  // namespace qiaomen::tests
