// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/catalogue.h"

namespace qiaomen {

/// Finds items of a catalogue by what a worker types at a door: characters of the name (低保), pinyin or its initials (gljt for
/// 高龄津贴), English words, or a material that somebody holds in the hand. All words must match; a match in the name comes before
/// one in anything else. The catalogue is small and kept in memory: no keystroke waits. Making it reads ICU's tables (a tenth of a
/// second): off the UI thread. Immutable then, and may be asked from any thread.
class CatalogueSearch {
public:
    /// The catalogue must outlive the search.
    CatalogueSearch(const Catalogue& catalogue, CivilDay day);

    /// Items in the order of relevance, then of the catalogue; all of them when nothing is typed. `category`: only of this one;
    /// empty for all.
    [[nodiscard]] std::vector<const CatalogueItem*> find(std::string_view typed, std::string_view category = {}) const;

private:
    struct Entry {
        const CatalogueItem* item;
        std::string name;    ///< both languages, in search form
        std::string pinyin;  ///< " gaolingjintieshenqing gljtsq lingjintie… ", words between spaces
        std::string other;   ///< content and materials, in search form
    };
    std::vector<Entry> entries_;
};

}  // namespace qiaomen
