// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/client/search_index.h"
#include "shared/domain/pinyin.h"

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

/// The document of a record, or nothing for a collection that is not searched and for what nobody should see.
std::optional<SearchDocument> searchDocument(const Record& record, Pinyin& pinyin);

/// The FTS5 expression for what was typed; empty when there is nothing to look for.
std::string searchExpression(std::string_view typed);

/// Small letters, full-width forms made ordinary, outer spaces gone: how texts are compared.
std::string searchForm(std::string_view text);

}  // namespace qiaomen
