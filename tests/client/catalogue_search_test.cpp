// SPDX-License-Identifier: Apache-2.0
#include "shared/client/catalogue_search.h"

#include <catch2/catch_test_macros.hpp>

namespace qiaomen::tests {

namespace {

const CivilDay kToday = *civilDay("2026-11-22");

std::string names(const CatalogueSearch& search, std::string_view typed, std::string_view category = {}) {
    std::string text;
    for (const CatalogueItem* item : search.find(typed, category)) text += (text.empty() ? "" : " ") + item->name.zh;
    return text;
}

}  // namespace

TEST_CASE("An item is found by its characters, its pinyin, its initials or its English name", "[catalogue]") {
    const CatalogueSearch search(Catalogue::sample(), kToday);
    for (const char* typed : {"高龄津贴", "gaolingjintie", "gljt", "GLJT", "jintie", "very old", "ｇｌｊｔ"}) {
        INFO(typed);
        CHECK(names(search, typed).find("高龄津贴申请") != std::string::npos);
    }
    CHECK(names(search, "gljt") == "高龄津贴申请");
    CHECK(names(search, "horoscope").empty());
}

TEST_CASE("What stands in the name comes first; a material in the hand finds what it is good for", "[catalogue]") {
    const CatalogueSearch search(Catalogue::sample(), kToday);
    const auto found = search.find("退役军人");
    REQUIRE(found.size() > 2);
    CHECK(found.front()->name.zh == "退役军人信息采集");
    CHECK(names(search, "死亡医学证明") == "殡葬惠民咨询与协助");
    CHECK(names(search, "残疾 补贴").find("重度残疾人护理补贴申请") != std::string::npos);
}

TEST_CASE("Nothing typed shows everything, a category only its own", "[catalogue]") {
    const CatalogueSearch search(Catalogue::sample(), kToday);
    CHECK(search.find("").size() == 75);
    CHECK(search.find("  ", "culture").size() == 3);
    CHECK(names(search, "高龄", "culture").empty());
}

}  // namespace qiaomen::tests
