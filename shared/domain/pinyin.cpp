// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace qiaomen {

void addWord(std::string& words, std::string_view word) {
    if (word.empty()) return;
    if (!words.empty()) words += ' ';
    words += word;
}

std::u32string charactersOf(std::string_view text) {
    std::u32string characters;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 next = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, next);
        characters += static_cast<char32_t>(next);
    }
    return characters;
}

bool isChinese(char32_t character) {
    if (character < 0x2e80) return false;
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(character), &error) == USCRIPT_HAN;
}

struct Pinyin::Reader {
    std::unique_ptr<icu::Transliterator> names = make("Han-Latin/Names; Latin-ASCII; Lower");
    std::unique_ptr<icu::Transliterator> words = make("Han-Latin; Latin-ASCII; Lower");

    static std::unique_ptr<icu::Transliterator> make(const char* rules) {
        UErrorCode error = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(rules, UTRANS_FORWARD, error));
    }
    static std::string read(const std::unique_ptr<icu::Transliterator>& by, char32_t character) {
        if (!by) return {};  // an ICU without these tables: search works, without pinyin
        icu::UnicodeString text(static_cast<UChar32>(character));
        by->transliterate(text);
        std::string read;
        text.toUTF8String(read);
        std::erase_if(read, [](char c) { return c < 'a' || c > 'z'; });
        return read;
    }
};

Pinyin::Pinyin() = default;
Pinyin::~Pinyin() = default;

const std::vector<std::string>& Pinyin::readings(char32_t character) {
    const auto [place, isNew] = known_.try_emplace(character);
    if (!isNew) return place->second;
    if (!reader_) reader_ = std::make_unique<Reader>();
    std::vector<std::string>& readings = place->second;
    readings.push_back(Reader::read(reader_->names, character));
    if (std::string other = Reader::read(reader_->words, character); other != readings.front())
        readings.push_back(std::move(other));
    return readings;
}

std::string Pinyin::wordsOf(std::string_view name) {
    std::vector<std::string> asName;
    std::vector<std::string> asWords;
    for (const char32_t character : charactersOf(name)) {
        if (!isChinese(character)) continue;
        const std::vector<std::string>& read = readings(character);
        asName.push_back(read.front());
        asWords.push_back(read.back());
    }
    std::string words;
    const auto add = [&](const std::vector<std::string>& syllables) {
        for (std::size_t first = 0; first < syllables.size(); ++first) {
            std::string whole;
            std::string initials;
            for (std::size_t i = first; i < syllables.size(); ++i) {
                whole += syllables[i];
                initials += syllables[i].substr(0, 1);
            }
            addWord(words, whole);
            addWord(words, initials);
        }
    };
    add(asName);
    if (asWords != asName) add(asWords);
    return words;
}

std::string Pinyin::soundOf(std::string_view name) {
    std::string sound;
    for (const char32_t character : charactersOf(name)) {
        if (!isChinese(character)) return {};
        addWord(sound, readings(character).front());
    }
    return sound;
}

std::string misheard(std::string_view sound) {
    std::string heard;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const char before = i > 0 ? sound[i - 1] : ' ';
        const bool isBlurred = (sound[i] == 'h' && (before == 'z' || before == 'c' || before == 's')) ||
                               (sound[i] == 'g' && before == 'n');
        if (!isBlurred) heard += sound[i] == 'l' ? 'n' : sound[i];
    }
    return heard;
}

}  // namespace qiaomen
