// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/catalogue.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "shared/domain/catalogue/sample.h"

namespace qiaomen::tests {

namespace {

using Json = nlohmann::json;

const CivilDay kToday = *civilDay("2026-11-22");

Json sampleFile() { return Json::parse(sampleCatalogueText()); }

/// What the reader says about a file with one mistake in it.
std::string refusal(const Json& file) {
    const auto parsed = Catalogue::parse(file.dump());
    return parsed ? "taken" : parsed.error().message;
}

bool says(const Json& file, const char* words) {
    const std::string message = refusal(file);
    INFO(message);
    return message.find(words) != std::string::npos;
}

bool isBoth(const Words& words) { return !words.zh.empty() && !words.en.empty(); }

}  // namespace

TEST_CASE("The catalogue has its 12 categories and 75 items, and says that it is invented", "[catalogue]") {
    const Catalogue& catalogue = Catalogue::sample();
    CHECK(catalogue.categories().size() == 12);
    CHECK(catalogue.itemsOn(kToday).size() == 75);
    CHECK(catalogue.about().zh.find("虚构") != std::string::npos);
    CHECK(catalogue.about().en.find("invented") != std::string::npos);
    std::map<std::string, int> counts;
    for (const CatalogueItem* item : catalogue.itemsOn(kToday)) ++counts[item->category];
    const std::map<std::string, int> planned = {
        {"party", 6},   {"relief", 9},  {"elder", 7},     {"disability", 6}, {"health", 8},      {"work", 9},
        {"veteran", 5}, {"housing", 5}, {"residence", 6}, {"mediation", 6},  {"environment", 5}, {"culture", 3}};
    CHECK(counts == planned);
}

TEST_CASE("Every item has its six publicities in both languages, somebody who may act, and a promise of at most a week",
          "[catalogue]") {
    const Catalogue& catalogue = Catalogue::sample();
    for (const CatalogueItem* item : catalogue.itemsOn(kToday)) {
        INFO(item->code);
        for (const Words* words :
             {&item->name, &item->content, &item->fee, &item->basis, &item->phone, &item->post, &item->proxy})
            CHECK(isBoth(*words));
        CHECK(catalogue.chainOf(*item).links.size() >= 2);
        CHECK_FALSE(item->materials.empty());
        CHECK(item->promiseDays <= 5);
        CHECK(isBoth(catalogue.categoryOf(*item)));
    }
}

TEST_CASE("No telephone number stands in the catalogue: people ring the number on their grid's card", "[catalogue]") {
    static const std::regex phone(R"(\d{3,4}[- ]?\d{7,8}|1\d{10}|\b1?\d{5}\b|\b1[12]\d\b)");
    const std::string text(sampleCatalogueText());
    std::smatch found;
    CHECK_FALSE(std::regex_search(text, found, phone));
}

TEST_CASE("The 16 chains are all there, each another one, with a step card for every link", "[catalogue]") {
    std::set<std::string> stories;
    for (const ReviewChain& chain : Catalogue::sample().chains()) {
        std::string story;
        for (const ChainLink& link : chain.links) {
            story += link.code + " ";
            CHECK(isBoth(link.name));
            CHECK(isBoth(link.who));
            CHECK(isBoth(link.card));
        }
        CHECK(story.starts_with("accept "));
        CHECK(story.ends_with("complete "));
        CHECK(stories.insert(story).second);
        CHECK(chain.days() <= 5);
    }
    CHECK(stories.size() == 16);
    CHECK(stories.contains("accept check review notice upward complete "));
}

TEST_CASE("What the community must not certify names the reason and somebody who can help", "[catalogue]") {
    CHECK(Catalogue::sample().notIssued().size() >= 10);
    for (const NotIssued& one : Catalogue::sample().notIssued()) {
        CHECK(isBoth(one.name));
        CHECK(isBoth(one.why));
        CHECK(isBoth(one.refer));
    }
}

TEST_CASE("An item holds in the version of its day", "[catalogue]") {
    const Catalogue& catalogue = Catalogue::sample();
    const CatalogueItem* now = catalogue.find("03-01", kToday);
    const CatalogueItem* before = catalogue.find("03-01", *civilDay("2026-06-30"));
    REQUIRE(now);
    REQUIRE(before);
    CHECK(now->promiseDays == 3);
    CHECK(before->promiseDays == 5);
    CHECK(catalogue.find("03-01", *civilDay("2026-07-01")) == now);
    CHECK(catalogue.find("03-01", *civilDay("2020-01-01")) == nullptr);
    CHECK(catalogue.find("99-01", kToday) == nullptr);
}

TEST_CASE("The one-time notice is the complete list of what is missing, in the item's order", "[catalogue]") {
    const Catalogue& catalogue = Catalogue::sample();
    const CatalogueItem& item = *catalogue.find("02-01", kToday);
    REQUIRE(item.materials.size() == 4);
    const OneTimeNotice notice = oneTimeNotice(catalogue, item, {"hukou", "horoscope"}, kToday);
    REQUIRE(notice.missing.size() == 3);
    CHECK(notice.missing[0].code == "id");
    CHECK(notice.missing[1].code == "income");
    CHECK(notice.missing[2].code == "bank");
    CHECK(notice.catalogueVersion == catalogue.version());
    CHECK(notice.givenOn == kToday);
    CHECK_FALSE(notice.isComplete());
    CHECK(oneTimeNotice(catalogue, item, {"id", "hukou", "income", "bank"}, kToday).isComplete());
}

TEST_CASE("A file with a mistake is refused with the place and what is wrong", "[catalogue]") {
    CHECK(refusal(sampleFile()) == "taken");
    CHECK(Catalogue::parse("{\"about\":").error().message.find("not JSON") != std::string::npos);
    CHECK(Catalogue::parse("[]").error().fault == Fault::invalid);

    Json file = sampleFile();
    file["items"][3].erase("basis");
    CHECK(says(file, "\"basis\" is missing"));
    file = sampleFile();
    file["items"][3]["content"]["en"] = "";
    CHECK(says(file, "\"en\" has no text"));
    file = sampleFile();
    file["items"][3]["materials"].push_back("horoscope");
    CHECK(says(file, "there is no \"horoscope\""));
    file = sampleFile();
    file["items"][3]["category"] = "weather";
    CHECK(says(file, "there is no category \"weather\""));
    file = sampleFile();
    file["items"][6]["days"] = 1;
    CHECK(says(file, "only 1 are promised"));
    file = sampleFile();
    file["items"][6]["days"] = "soon";
    CHECK(says(file, "must be a whole number"));
    file = sampleFile();
    file["items"][6]["from"] = "next year";
    CHECK(says(file, "is not a day"));
    file = sampleFile();
    file["items"].push_back(file["items"][6]);
    CHECK(says(file, "two versions hold on the same day"));
    file = sampleFile();
    file["links"].erase(1);
    CHECK(says(file, "there is no link \"check\""));
}

}  // namespace qiaomen::tests
