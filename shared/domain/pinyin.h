// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qiaomen {

/// The characters of a UTF-8 text; what is none becomes U+FFFD.
std::u32string charactersOf(std::string_view text);
bool isChinese(char32_t character);
/// Behind the others, with a space between.
void addWord(std::string& words, std::string_view word);

/// Chinese names as people type and hear them, without tones, through ICU; surnames read as surnames (单 shan, 曾 zeng), and in their
/// everyday reading besides, where that is another. One thread at a time.
class Pinyin {
public:
    Pinyin();
    ~Pinyin();

    /// The whole name and its initials from every syllable on: 张伟国 → zhangweiguo zwg weiguo wg guo g. Empty when there is nothing
    /// Chinese in it.
    std::string wordsOf(std::string_view name);
    /// How the name sounds, syllable by syllable: 张伟国 → "zhang wei guo". Empty when anything in it is not
    /// Chinese: of 住户12 and 住户13 that is what counts.
    std::string soundOf(std::string_view name);

private:
    struct Reader;
    const std::vector<std::string>& readings(char32_t character);

    std::unique_ptr<Reader> reader_;  ///< made at the first need: ICU takes a tenth of a second to load its tables
    std::unordered_map<char32_t, std::vector<std::string>> known_;
};

/// A sound as it is misheard over a telephone: zh as z, ch as c, sh as s, l as n, and no difference between -n and -ng. Two names are
/// similar when these are equal.
std::string misheard(std::string_view sound);

}  // namespace qiaomen
