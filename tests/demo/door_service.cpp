// SPDX-License-Identifier: Apache-2.0
//
// One door-to-door service from the request to the delivery, without a network on either end: the hall takes it down at the telephone,
// the worker does it at the door, and each learns of the other's part when they meet the centre.

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

#include "shared/domain/catalogue.h"
#include "shared/domain/collections.h"
#include "tests/demo/story.h"

namespace qiaomen::demo {

using nlohmann::json;

namespace {

/// By the clock on the wall, as the apps count days.
std::string dateIn(int days) {
    const std::time_t then = std::time(nullptr) + std::time_t{days} * 24 * 3600;
    std::tm local{};
    localtime_r(&then, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return text.data();
}

/// The first item of the catalogue that takes time and asks for several papers: somebody will miss one.
const CatalogueItem& itemWithPapers() {
    const auto items = Catalogue::sample().itemsOn(*civilDay(dateIn(0)));
    const auto found = std::ranges::find_if(
        items, [](const CatalogueItem* item) { return item->materials.size() >= 3 && !item->isImmediate(); });
    if (found == items.end()) throw std::runtime_error("the catalogue has no item with three papers");
    return **found;
}

void expect(const json& page, const char* key, const json& value) {
    if (page.at(key) != value)
        throw std::runtime_error(std::string(key) + " is " + page.at(key).dump() + ", not " + value.dump());
}

}  // namespace

/// A line that makes something of the service, and everything that it made as acts.
json Story::serve(std::size_t device, const json& line) {
    json answer = cast_[device].phone->ask(line);
    for (const json& made : answer.at("made")) {
        const Collection* collection = find(allCollections(), made.at("collection").get<std::string>());
        Act act{.kind = Act::Kind::service,
                .device = device,
                .number = answer["last"].get<std::uint64_t>(),
                .collection = collection->number(),
                .record = *RecordId::parse(made.at("record").get<std::string>())};
        if (line.at("do") == "return_papers") {
            act.kind = Act::Kind::edit;
            act.field = carriedPaper.returnedBy;
            act.value = Value(cast_[device].worker);
        }
        acts_.push_back(std::move(act));
    }
    perhapsKill(cast_[device]);
    return answer;
}

void Story::takeRequest() {
    const std::string home = cast_[kHall].households.front();
    order_ = serve(kHall, {{"do", "new_order"},
                           {"household", home},
                           {"kind", "proxy"},
                           {"item", itemWithPapers().code},
                           {"what", "行动不便，请网格员上门取材料代办。"},
                           {"channel", "phone"},
                           {"wanted_on", dateIn(1)},
                           {"wanted_part", "morning"},
                           {"entrusted", true}})["order"];
    step("The hall, without a network too, takes down a request by telephone: " + itemWithPapers().name.zh +
         ", by proxy, at the door");
}

void Story::serveAtTheDoor() {
    centre_.stop();
    step("The network is gone once more; the request has reached the worker's phone");
    const auto at = [this](const char* act, json typed = json::object()) {
        typed.update({{"do", "order_step"}, {"order", order_}, {"act", act}});
        return serve(kZhang, typed);
    };
    const std::vector<CatalogueMaterial>& papers = itemWithPapers().materials;
    at("accepted", {{"agreed_on", dateIn(1)}, {"agreed_part", "any"}});
    json have = json::array();
    for (auto paper = papers.begin() + 1; paper != papers.end(); ++paper) have.push_back(paper->code);
    at("cannot",
       {{"reasons", {"papers_missing"}}, {"notice", {{"have", have}, {"way", "paper"}, {"given_to", "住户本人"}}}});
    const std::filesystem::path slips = options_.folder / "slips";
    std::filesystem::create_directories(slips);
    const json notice = cast_[kZhang].phone->ask(
        {{"do", "slip"}, {"order", order_}, {"of", "notice"}, {"folder", slips.string()}});
    if (!std::filesystem::exists(notice["file"].get<std::string>())) throw std::runtime_error("the notice is no file");
    step("First visit: a paper is missing (" + papers.front().name.zh +
         "); the complete one-time notice is left as a slip with a code");

    at("accepted", {{"agreed_on", dateIn(2)}, {"agreed_part", "morning"}});
    have.push_back(papers.front().code);
    at("collected", {{"papers", have}});
    at("done");
    at("delivered", {{"handed_to", "住户本人"}});
    serve(kZhang, {{"do", "return_papers"}, {"order", order_}});
    serve(kZhang, {{"do", "invite"}, {"order", order_}, {"folder", slips.string()}});
    step("Second visit: " + std::to_string(papers.size()) +
         " papers are carried against a receipt, it is done, the result delivered, the papers returned, and the "
         "household invited to rate it");
}

void Story::hallSeesTheService() {
    centre_.start();
    syncUntilEverybodyHasAll();
    const json page = cast_[kHall].phone->ask({{"do", "order"}, {"order", order_}});
    expect(page, "state_code", "delivered");
    expect(page, "open", false);
    expect(page, "papers_out", 0);
    if (page["missing"].size() != 1 || page["steps"].size() != 6 || page["invited_at"] == 0)
        throw std::runtime_error("the hall does not see the whole service: " + page.dump());
    step("The network is back, and the hall sees it all: " + page.value("state_word", "") + ", " +
         std::to_string(page["steps"].size()) + " steps, nothing carried any more, rating asked for");
}

}  // namespace qiaomen::demo
