// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/client/search_index.h"

namespace qiaomen {

/// What the index keeps of one record. All but the title are words separated by spaces, ready for FTS5's tokenizer.
///
///     张伟国      → words 张伟 伟国 国      (overlapping pairs and the last character: any part is a phrase or a beginning)
///     张伟国      → pinyin zhangweiguo zwg weiguo wg guo g
///     3栋2单元501 → place 3 2 501
struct SearchDocument {
    SearchHit::Kind kind = SearchHit::Kind::person;
    RecordId household;  ///< whose it is
    std::string title;
    std::string subtitle;
    std::string name, pinyin, number, place, words;

    bool operator==(const SearchDocument&) const = default;
};

/// Chinese names as people type them without tones, through ICU; surnames read as surnames (单 shan, 曾 zeng), and in their
/// everyday reading besides, where that is another. One thread at a time.
class Pinyin {
public:
    Pinyin();
    ~Pinyin();

    /// The whole name and its initials from every syllable on; see above. Empty when there is nothing Chinese in it.
    std::string wordsOf(std::string_view name);

private:
    struct Reader;
    const std::vector<std::string>& readings(char32_t character);

    std::unique_ptr<Reader> reader_;  ///< made at the first need: ICU takes a tenth of a second to load its tables
    std::unordered_map<char32_t, std::vector<std::string>> known_;
};

/// The document of a record, or nothing for a collection that is not searched and for what nobody should see.
std::optional<SearchDocument> searchDocument(const Record& record, Pinyin& pinyin);

/// The FTS5 expression for what was typed; empty when there is nothing to look for.
std::string searchExpression(std::string_view typed);

/// Small letters, full-width forms made ordinary, outer spaces gone: how texts are compared.
std::string searchForm(std::string_view text);

}  // namespace qiaomen
