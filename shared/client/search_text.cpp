// SPDX-License-Identifier: Apache-2.0
#include "shared/client/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "shared/domain/catalogue.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

using Characters = std::u32string;

void append(std::string& text, char32_t character) {
    std::array<char, 4> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(character));
    text.append(bytes.data(), static_cast<std::size_t>(size));
}

std::string textOf(std::u32string_view characters) {
    std::string text;
    for (const char32_t character : characters) append(text, character);
    return text;
}

bool isDigit(char32_t character) { return character >= U'0' && character <= U'9'; }
bool isLetter(char32_t character) { return !isChinese(character) && u_isalpha(static_cast<UChar32>(character)); }

/// A run of Chinese as overlapping pairs, and its last character.
void addPairs(std::string& words, std::u32string_view run) {
    for (std::size_t i = 0; i < run.size(); ++i) addWord(words, textOf(run.substr(i, 2)));
}

/// Characters of one kind that stand together.
template <class Test>
std::u32string_view runAt(std::u32string_view text, std::size_t at, Test&& test) {
    std::size_t end = at;
    while (end < text.size() && test(text[end])) ++end;
    return text.substr(at, end - at);
}

std::string wordsOf(std::string_view plain) {
    const Characters text = charactersOf(searchForm(plain));
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const auto chinese = runAt(text, at, isChinese);
        const auto other = runAt(text, at, [](char32_t c) { return isLetter(c) || isDigit(c); });
        addPairs(words, chinese);
        addWord(words, textOf(other));
        at += std::max<std::size_t>({chinese.size(), other.size(), 1});
    }
    return words;
}

/// Words that follow the number of a building, unit or room and say nothing more.
constexpr std::array<std::u32string_view, 9> kUnitWords = {U"单元", U"号楼", U"栋", U"幢", U"楼",
                                                           U"座",   U"室",   U"号", U"-"};

std::size_t unitWordAt(std::u32string_view text, std::size_t at) {
    for (const std::u32string_view word : kUnitWords) {
        if (text.substr(at).starts_with(word)) return word.size();
    }
    return 0;
}

/// "3栋" → "3": what is left of a part of an address without its unit word.
std::string placeWord(std::string_view part) {
    const Characters text = charactersOf(searchForm(part));
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (unitWordAt(text, at) == text.size() - at) return textOf(std::u32string_view(text).substr(0, at));
    }
    return textOf(text);
}

std::string tail(std::string_view number) {
    return std::string(number.size() > 4 ? number.substr(number.size() - 4) : number);
}

}  // namespace

std::string searchForm(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
    std::string form;
    icu::StringByteSink<std::string> sink(&form);
    if (U_SUCCESS(error))
        normalizer->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, error);
    if (U_FAILURE(error)) form = text;
    const auto first = form.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return form.substr(first, form.find_last_not_of(" \t\r\n") - first + 1);
}

// --- Documents --------------------------------------------------------------------------------------------------------

namespace {

/// An item of the catalogue, of whatever day: an order is called as it was when it was taken down.
const CatalogueItem* itemCalled(std::string_view code) {
    if (code.empty()) return nullptr;
    const auto& items = Catalogue::sample().items();
    const auto found = std::ranges::find(items, code, &CatalogueItem::code);
    return found != items.end() ? &*found : nullptr;
}

SearchDocument personDocument(const Record& record, Pinyin& pinyin) {
    SearchDocument document{.kind = SearchHit::Kind::person, .household = record.reference(resident.household)};
    document.title = record.text(resident.fullName);
    document.name = wordsOf(document.title);
    document.pinyin = pinyin.wordsOf(document.title);
    const std::string& phone = record.text(resident.phone);
    document.number = phone;
    addWord(document.number, tail(phone));
    addWord(document.number, searchForm(tail(record.text(resident.idNumber))));
    return document;
}

SearchDocument householdDocument(const Record& record, Pinyin& pinyin) {
    SearchDocument document{.kind = SearchHit::Kind::household, .household = record.id()};
    document.title = record.text(household.headName);
    document.name = wordsOf(document.title);
    document.pinyin = pinyin.wordsOf(document.title);
    document.number = record.text(household.phone);
    addWord(document.number, tail(record.text(household.phone)));
    addWord(document.number, record.text(household.householdNumber));
    document.words = wordsOf(record.text(household.note));
    return document;
}

SearchDocument dwellingDocument(const Record& record, Pinyin& pinyin) {
    SearchDocument document{.kind = SearchHit::Kind::dwelling};
    document.title = record.text(dwelling.address);
    for (const FieldNo part : {dwelling.building, dwelling.unit, dwelling.room})
        addWord(document.place, placeWord(record.text(part)));
    if (document.place.empty()) document.place = placeWord(record.text(dwelling.gate));
    document.name = wordsOf(record.text(dwelling.estate) + ' ' + record.text(dwelling.villageGroup));
    document.pinyin = pinyin.wordsOf(record.text(dwelling.estate));
    addWord(document.pinyin, pinyin.wordsOf(record.text(dwelling.villageGroup)));
    document.words = wordsOf(document.title);
    return document;
}

SearchDocument needDocument(const Record& record) {
    SearchDocument document{.kind = SearchHit::Kind::need, .household = record.reference(need.household)};
    document.title = record.text(need.text);
    document.subtitle = record.text(need.kind);
    document.words = wordsOf(document.title);
    return document;
}

SearchDocument hazardDocument(const Record& record) {
    SearchDocument document{.kind = SearchHit::Kind::hazard, .household = record.reference(hazard.household)};
    document.title = record.text(hazard.place);
    document.subtitle = record.text(hazard.kind);
    document.words = wordsOf(document.title + ' ' + record.text(hazard.text));
    return document;
}

/// By what it is called in the catalogue and by the worker's own words; a long text is found by its words, and by pinyin from
/// its beginning.
SearchDocument orderDocument(const Record& record, Pinyin& pinyin) {
    constexpr std::size_t kTitleCharacters = 24;
    SearchDocument document{.kind = SearchHit::Kind::order, .household = record.reference(doorOrder.household)};
    const std::string& what = record.text(doorOrder.what);
    const CatalogueItem* item = itemCalled(record.text(doorOrder.item));
    document.title = what.empty() && item ? item->name.zh : what;
    document.subtitle = record.text(doorOrder.item);
    const std::string name = item ? item->name.zh
                                  : textOf(std::u32string_view(charactersOf(what)).substr(0, kTitleCharacters));
    document.name = wordsOf(item ? item->name.zh + ' ' + item->name.en : name);
    document.pinyin = pinyin.wordsOf(name);
    document.words = wordsOf(what);
    return document;
}

}  // namespace

std::optional<SearchDocument> searchDocument(const Record& record, Pinyin& pinyin) {
    if (!record.isVisible()) return std::nullopt;
    if (record.collection() == resident.number()) return personDocument(record, pinyin);
    if (record.collection() == household.number()) return householdDocument(record, pinyin);
    if (record.collection() == dwelling.number()) return dwellingDocument(record, pinyin);
    if (record.collection() == need.number()) return needDocument(record);
    if (record.collection() == hazard.number()) return hazardDocument(record);
    if (record.collection() == doorOrder.number()) return orderDocument(record, pinyin);
    return std::nullopt;
}

// --- What was typed ---------------------------------------------------------------------------------------------------

namespace {

/// "3栋2单元501", "3-2-501", "501" at `at`: its numbers in order, and where it ends.
std::vector<std::string> numbersAt(std::u32string_view text, std::size_t& at) {
    std::vector<std::string> numbers;
    while (at < text.size() && isDigit(text[at])) {
        const auto number = runAt(text, at, [](char32_t c) { return isDigit(c) || (c >= U'a' && c <= U'z'); });
        numbers.push_back(textOf(number));
        at += number.size();
        at += unitWordAt(text, at);
    }
    return numbers;
}

std::string numberExpression(const std::vector<std::string>& numbers) {
    std::string phrase;
    for (const std::string& number : numbers) addWord(phrase, number);
    const std::string inPlace = "place : \"" + phrase + "\" *";
    if (numbers.size() > 1) return '(' + inPlace + ')';
    return '(' + inPlace + " OR {number words} : \"" + phrase + "\" *)";
}

/// ü is typed v: lv, nv.
std::string letterExpression(std::string letters) {
    std::string typed = letters;
    for (std::size_t i = 1; i < typed.size(); ++i) {
        if (typed[i] == 'v' && (typed[i - 1] == 'l' || typed[i - 1] == 'n')) typed[i] = 'u';
    }
    return "({pinyin name words} : \"" + typed + "\" *)";
}

std::string chineseExpression(std::u32string_view run) {
    std::string phrase;
    if (run.size() == 1) return "({name words} : \"" + textOf(run) + "\" *)";
    for (std::size_t i = 0; i + 1 < run.size(); ++i) addWord(phrase, textOf(run.substr(i, 2)));
    return "({name words} : \"" + phrase + "\")";
}

}  // namespace

std::string searchExpression(std::string_view typed) {
    const Characters text = charactersOf(searchForm(typed));
    std::string expression;
    const auto also = [&](const std::string& part) { expression += (expression.empty() ? "" : " AND ") + part; };
    for (std::size_t at = 0; at < text.size();) {
        if (isDigit(text[at])) {
            also(numberExpression(numbersAt(text, at)));
        } else if (const auto chinese = runAt(text, at, isChinese); !chinese.empty()) {
            also(chineseExpression(chinese));
            at += chinese.size();
        } else if (const auto letters = runAt(text, at, isLetter); !letters.empty()) {
            also(letterExpression(textOf(letters)));
            at += letters.size();
        } else {
            ++at;
        }
    }
    return expression;
}

}  // namespace qiaomen
