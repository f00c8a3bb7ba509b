// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.h"
#include "shared/domain/civil_day.h"

/// The catalogue (事项目录): what a resident can ask the community for, and everything that must be public about it, so that the
/// complete answer can be given at the door without a network. One readable file; this is its strict reader.
///
///     catalogue := { about, version, from, materials, proxies, posts, fees, phones, bases, links, categories, items, not_issued }
///     words     := { "zh": text, "en": text }
///     items     := [ { code, category, name, content, days, chain, materials, proxy, fee, basis, phone, post, from [, to] } ]
///
/// An item that changed stands there once per version: `from` is the first day of a version, `to` the first day it no longer holds.
/// The file that comes with the program (sample.json) is invented, and says so; a community replaces it by its own.
namespace qiaomen {

struct Words {
    std::string zh, en;
    [[nodiscard]] const std::string& in(bool chinese) const { return chinese ? zh : en; }
};

struct CatalogueCategory {
    std::string code;
    Words name;
};

struct CatalogueMaterial {
    std::string code;
    Words name;
};

/// One link of a review chain, and its step card for newcomers.
struct ChainLink {
    std::string code;
    Words name, who, card;
    int days = 0;  ///< working days, at most
};

/// One of the 16 chains: accept, any of home check, review, public notice and report upward, complete.
struct ReviewChain {
    int number = 0;  ///< 1 to 16
    std::vector<ChainLink> links;

    /// Working days that the links may take together.
    [[nodiscard]] int days() const;
};

struct CatalogueItem {
    std::string code, category;
    Words name;
    int promiseDays = 0;  ///< working days; 0: done while one waits
    int chain = 1;
    std::vector<CatalogueMaterial> materials;
    Words proxy;  ///< who may act for the resident
    // The six publicities (六公开). The procedure is the chain.
    Words content, fee, basis, phone, post;
    CivilDay from = 0;
    CivilDay until = 0;  ///< the first day it no longer holds; 0: open

    [[nodiscard]] bool holdsOn(CivilDay day) const { return from <= day && (until == 0 || day < until); }
    [[nodiscard]] bool isImmediate() const { return promiseDays == 0; }
};

/// A certificate that the community must not or cannot issue: why, and who can help instead.
struct NotIssued {
    Words name, why, refer;
};

class Catalogue {
public:
    /// Errors: invalid, with the place in the file and what is wrong there. Everything an item names must exist, every publicity
    /// must be there in both languages, a promise must leave time for its chain, and versions of an item may not overlap.
    static Result<Catalogue> parse(std::string_view json);
    /// The catalogue that comes with the program.
    static const Catalogue& sample();

    [[nodiscard]] const Words& about() const { return about_; }
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] CivilDay from() const { return from_; }
    [[nodiscard]] const std::vector<CatalogueCategory>& categories() const { return categories_; }
    [[nodiscard]] const std::vector<NotIssued>& notIssued() const { return notIssued_; }
    /// All 16, by number.
    [[nodiscard]] const std::array<ReviewChain, 16>& chains() const { return chains_; }
    [[nodiscard]] const ReviewChain& chainOf(const CatalogueItem& item) const;
    [[nodiscard]] const Words& categoryOf(const CatalogueItem& item) const;

    /// Every version of every item, in the order of the file.
    [[nodiscard]] const std::vector<CatalogueItem>& items() const { return items_; }
    /// The items that hold on a day, in the order of the file. Pointers live as long as the catalogue.
    [[nodiscard]] std::vector<const CatalogueItem*> itemsOn(CivilDay day) const;
    /// The version of an item that holds on a day; null when none does.
    [[nodiscard]] const CatalogueItem* find(std::string_view code, CivilDay day) const;

private:
    friend class CatalogueReader;

    Words about_;
    std::string version_;
    CivilDay from_ = 0;
    std::vector<CatalogueCategory> categories_;
    std::vector<CatalogueItem> items_;
    std::vector<NotIssued> notIssued_;
    std::array<ReviewChain, 16> chains_;
};

/// The one-time notice (一次性告知): the complete list of what is missing, said once. Nothing may be asked for later that is not in
/// it (askedTooLate() in order_rules.h).
struct OneTimeNotice {
    std::string item, catalogueVersion;
    std::vector<CatalogueMaterial> missing;  ///< in the order of the item
    CivilDay givenOn = 0;

    [[nodiscard]] bool isComplete() const { return missing.empty(); }
};

/// `inHand`: codes of the materials that are there. A code that the item does not ask for changes nothing.
OneTimeNotice oneTimeNotice(const Catalogue& catalogue, const CatalogueItem& item, const std::set<std::string>& inHand,
                            CivilDay today);

}  // namespace qiaomen
