// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/catalogue.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>

#include "shared/domain/catalogue/sample.h"
#include "shared/domain/strict_json.h"

namespace qiaomen {

namespace {

using namespace strict_json;

Words wordsOf(const Json& value, const std::string& place) {
    return {textOf(value, "zh", place), textOf(value, "en", place)};
}
Words wordsOf(const Json& object, const std::string& key, const std::string& place) {
    return wordsOf(member(object, key, place), place + "." + key);
}

/// Words by code: materials, proxies, posts …
class Terms {
public:
    Terms(const Json& file, std::string name) : name_(std::move(name)) {
        const Json& terms = member(file, name_, "the file");
        if (!terms.is_object()) throw Mistake(name_, "an object is expected");
        for (const auto& [code, words] : terms.items()) words_.emplace(code, wordsOf(words, name_ + "." + code));
    }
    [[nodiscard]] const Words& of(const std::string& code, const std::string& place) const {
        const auto found = words_.find(code);
        if (found == words_.end()) throw Mistake(place, "there is no \"" + code + "\" in \"" + name_ + "\"");
        return found->second;
    }

private:
    std::string name_;
    std::map<std::string, Words> words_;
};

}  // namespace

class CatalogueReader {
public:
    explicit CatalogueReader(const Json& file) : file_(file) {}

    Catalogue read() {
        catalogue_.about_ = wordsOf(file_, "about", "the file");
        catalogue_.version_ = textOf(file_, "version", "the file");
        catalogue_.from_ = dayOf(file_, "from", "the file");
        for (const Json& one : listOf(file_, "categories")) {
            const std::string code = textOf(one, "code", "categories");
            catalogue_.categories_.push_back({code, wordsOf(one, "name", "category " + code)});
        }
        readChains();
        for (const Json& one : listOf(file_, "items")) catalogue_.items_.push_back(item(one));
        for (const Json& one : listOf(file_, "not_issued")) {
            catalogue_.notIssued_.push_back({wordsOf(one, "name", "not_issued"), wordsOf(one, "why", "not_issued"),
                                             wordsOf(one, "refer", "not_issued")});
        }
        checkVersions();
        return std::move(catalogue_);
    }

private:
    ChainLink link(std::string_view code) const {
        for (const Json& one : listOf(file_, "links")) {
            const std::string place = "link " + std::string(code);
            if (textOf(one, "code", "links") != code) continue;
            return {std::string(code), wordsOf(one, "name", place), wordsOf(one, "who", place),
                    wordsOf(one, "card", place), numberOf(one, "days", place, 0, 5)};
        }
        throw Mistake("links", "there is no link \"" + std::string(code) + "\"");
    }

    /// Four links that a chain has or has not, in the order in which they follow each other: 2⁴ chains.
    void readChains() {
        constexpr std::array kOptional = {"check", "review", "notice", "upward"};
        const ChainLink accept = link("accept"), complete = link("complete");
        for (std::size_t at = 0; at < catalogue_.chains_.size(); ++at) {
            ReviewChain& chain = catalogue_.chains_[at];
            chain.number = static_cast<int>(at) + 1;
            chain.links.push_back(accept);
            for (std::size_t bit = 0; bit < kOptional.size(); ++bit) {
                if ((at >> bit & 1U) != 0) chain.links.push_back(link(kOptional[bit]));
            }
            chain.links.push_back(complete);
        }
    }

    CatalogueItem item(const Json& one) const {
        CatalogueItem item;
        item.code = textOf(one, "code", "items");
        const std::string place = "item " + item.code;
        item.category = textOf(one, "category", place);
        if (std::ranges::find(catalogue_.categories_, item.category, &CatalogueCategory::code) ==
            catalogue_.categories_.end())
            throw Mistake(place, "there is no category \"" + item.category + "\"");
        item.name = wordsOf(one, "name", place);
        item.content = wordsOf(one, "content", place);
        item.promiseDays = numberOf(one, "days", place, 0, 30);
        item.chain = numberOf(one, "chain", place, 1, 16);
        const Json& materials = member(one, "materials", place);
        if (!materials.is_array()) throw Mistake(place, "\"materials\" must be a list");
        for (const Json& code : materials) {
            if (!code.is_string()) throw Mistake(place, "\"materials\" holds something that is no code");
            item.materials.push_back({code, materials_.of(code, place)});
        }
        item.proxy = proxies_.of(textOf(one, "proxy", place), place);
        item.fee = fees_.of(textOf(one, "fee", place), place);
        item.basis = bases_.of(textOf(one, "basis", place), place);
        item.phone = phones_.of(textOf(one, "phone", place), place);
        item.post = posts_.of(textOf(one, "post", place), place);
        item.from = dayOf(one, "from", place);
        if (one.contains("to")) item.until = dayOf(one, "to", place);
        if (item.until != 0 && item.until <= item.from) throw Mistake(place, "it ends before it begins");
        if (const int days = catalogue_.chainOf(item).days(); !item.isImmediate() && days > item.promiseDays) {
            throw Mistake(place, "its chain takes " + std::to_string(days) + " working days, and only " +
                                     std::to_string(item.promiseDays) + " are promised");
        }
        return item;
    }

    void checkVersions() const {
        const auto& items = catalogue_.items_;
        for (std::size_t at = 0; at < items.size(); ++at) {
            for (std::size_t other = at + 1; other < items.size(); ++other) {
                if (items[at].code != items[other].code) continue;
                if (items[at].holdsOn(items[other].from) || items[other].holdsOn(items[at].from))
                    throw Mistake("item " + items[at].code, "two versions hold on the same day");
            }
        }
    }

    const Json& file_;
    Catalogue catalogue_;
    Terms materials_{file_, "materials"}, proxies_{file_, "proxies"}, posts_{file_, "posts"}, fees_{file_, "fees"},
        phones_{file_, "phones"}, bases_{file_, "bases"};
};

Result<Catalogue> Catalogue::parse(std::string_view json) {
    return strict_json::read("catalogue", json, [](const Json& file) { return CatalogueReader(file).read(); });
}

const Catalogue& Catalogue::sample() {
    static const Catalogue catalogue = [] {
        auto parsed = parse(sampleCatalogueText());
        if (!parsed)
            throw std::logic_error(parsed.error().message);  // a mistake in the program: the first test finds it
        return *std::move(parsed);
    }();
    return catalogue;
}

int ReviewChain::days() const {
    return std::accumulate(links.begin(), links.end(), 0,
                           [](int sum, const ChainLink& link) { return sum + link.days; });
}

const ReviewChain& Catalogue::chainOf(const CatalogueItem& item) const {
    return chains_[static_cast<std::size_t>(item.chain - 1)];
}

const Words& Catalogue::categoryOf(const CatalogueItem& item) const {
    return std::ranges::find(categories_, item.category, &CatalogueCategory::code)->name;
}

std::vector<const CatalogueItem*> Catalogue::itemsOn(CivilDay day) const {
    std::vector<const CatalogueItem*> items;
    for (const CatalogueItem& item : items_) {
        if (item.holdsOn(day)) items.push_back(&item);
    }
    return items;
}

const CatalogueItem* Catalogue::find(std::string_view code, CivilDay day) const {
    const auto found = std::ranges::find_if(
        items_, [&](const CatalogueItem& item) { return item.code == code && item.holdsOn(day); });
    return found != items_.end() ? &*found : nullptr;
}

OneTimeNotice oneTimeNotice(const Catalogue& catalogue, const CatalogueItem& item, const std::set<std::string>& inHand,
                            CivilDay today) {
    OneTimeNotice notice{.item = item.code, .catalogueVersion = catalogue.version(), .givenOn = today};
    std::ranges::copy_if(item.materials, std::back_inserter(notice.missing),
                         [&](const CatalogueMaterial& material) { return !inHand.contains(material.code); });
    return notice;
}

}  // namespace qiaomen
