// SPDX-License-Identifier: Apache-2.0
#include "shared/client/catalogue_search.h"

#include <algorithm>
#include <sstream>

#include "shared/client/search_text.h"

namespace qiaomen {

namespace {

bool isLetters(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// 2: in the name · 1: elsewhere · 0: nowhere. Pinyin matches from the beginning of a syllable.
int matchOf(const std::string& word, const std::string& name, const std::string& pinyin, const std::string& other) {
    if (name.find(word) != std::string::npos) return 2;
    if (isLetters(word) && pinyin.find(' ' + word) != std::string::npos) return 2;
    return other.find(word) != std::string::npos ? 1 : 0;
}

}  // namespace

CatalogueSearch::CatalogueSearch(const Catalogue& catalogue, CivilDay day) {
    Pinyin pinyin;
    for (const CatalogueItem* item : catalogue.itemsOn(day)) {
        Entry entry{.item = item};
        entry.name = searchForm(item->name.zh + ' ' + item->name.en);
        entry.pinyin = ' ' + pinyin.wordsOf(item->name.zh) + ' ';
        entry.other = searchForm(item->content.zh + ' ' + item->content.en);
        for (const CatalogueMaterial& material : item->materials)
            entry.other += ' ' + searchForm(material.name.zh + ' ' + material.name.en);
        entries_.push_back(std::move(entry));
    }
}

std::vector<const CatalogueItem*> CatalogueSearch::find(std::string_view typed, std::string_view category) const {
    std::istringstream text(searchForm(typed));
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);

    std::vector<const CatalogueItem*> inName, elsewhere;
    for (const Entry& entry : entries_) {
        if (!category.empty() && entry.item->category != category) continue;
        int least = 2;
        for (const std::string& word : words)
            least = std::min(least, matchOf(word, entry.name, entry.pinyin, entry.other));
        if (least > 0) (least == 2 ? inName : elsewhere).push_back(entry.item);
    }
    inName.insert(inName.end(), elsewhere.begin(), elsewhere.end());
    return inName;
}

}  // namespace qiaomen
