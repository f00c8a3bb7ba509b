// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/office_address.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "shared/sheets/office_text.h"

namespace qiaomen {

namespace {

/// What may stand after a number, the longer ones first.
enum class Mark { building, unit, floor, other };
struct MarkWord {
    std::string_view word;
    Mark mark;
};
constexpr std::array<MarkWord, 18> kMarks{{{"号楼", Mark::building},
                                           {"#楼", Mark::building},
                                           {"栋", Mark::building},
                                           {"幢", Mark::building},
                                           {"座", Mark::building},
                                           {"单元", Mark::unit},
                                           {"门", Mark::unit},
                                           {"层", Mark::floor},
                                           {"楼", Mark::floor},
                                           {"室", Mark::other},
                                           {"房", Mark::other},
                                           {"户", Mark::other},
                                           {"号", Mark::other},
                                           {"#", Mark::other},
                                           {"-", Mark::other},
                                           {"—", Mark::other},
                                           {"－", Mark::other},
                                           {"/", Mark::other}}};
/// Ends of a village group's name, the longer ones first.
constexpr std::array<std::string_view, 7> kGroupEnds{"村民小组", "居民小组", "村民组", "居民组", "小组", "组", "队"};
constexpr std::array<std::string_view, 16> kNoise{" ",  "　", "\n", "\t", "(", ")", "（", "）",
                                                  "，", ",",  "、", "。", "·", ".", "_",  "第"};

constexpr std::array<std::string_view, 10> kDigits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// The Chinese digit at the start of the text, -1 if there is none; 10 for 十.
int chineseDigit(std::string_view text) {
    if (text.starts_with("十")) return 10;
    if (text.starts_with("两")) return 2;
    for (std::size_t digit = 0; digit < kDigits.size(); ++digit) {
        if (text.starts_with(kDigits[digit])) return static_cast<int>(digit);
    }
    return -1;
}

struct ChineseNumber {
    int value = 0;
    std::size_t bytes = 0;  ///< 0: there is none
};
/// Up to 99: 三, 十二, 二十, 三十五.
ChineseNumber chineseNumber(std::string_view text) {
    ChineseNumber number;
    constexpr std::size_t kBytes = 3;  // of each of these letters
    bool tens = false;
    while (number.bytes < 3 * kBytes) {
        const int digit = chineseDigit(text.substr(number.bytes));
        if (digit < 0 || (digit == 10 && tens)) break;
        if (digit == 10) {
            number.value = std::max(number.value, 1) * 10;
            tens = true;
        } else {
            number.value = (tens ? number.value : number.value * 10) + digit;
        }
        number.bytes += kBytes;
    }
    return number;
}

std::optional<MarkWord> markAt(std::string_view text) {
    const auto found = std::ranges::find_if(kMarks, [&](const MarkWord& mark) { return text.starts_with(mark.word); });
    return found != kMarks.end() ? std::optional(*found) : std::nullopt;
}

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }
bool isLetter(char letter) { return letter >= 'A' && letter <= 'Z'; }

std::string withoutZeros(std::string number) {
    number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
    return number;
}

class Writing {
public:
    explicit Writing(std::string_view text) : text_(halfWidth(text)) {
        for (char& letter : text_) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }

    AddressForm read() {
        while (!rest().empty()) {
            if (!skipNoise() && !takeNumber()) takeLetter();
        }
        flushFloor();
        for (const std::string_view end : kGroupEnds) {
            const auto at = form_.name.find(end);
            if (at != std::string::npos) form_.name.erase(at, end.size());
        }
        return std::move(form_);
    }

private:
    [[nodiscard]] std::string_view rest() const { return std::string_view(text_).substr(at_); }

    bool skipNoise() {
        const auto noise = std::ranges::find_if(kNoise,
                                                [this](std::string_view one) { return rest().starts_with(one); });
        if (noise == kNoise.end()) return false;
        at_ += noise->size();
        return true;
    }

    bool takeNumber() {
        std::string number;
        std::size_t length = 0;
        while (length < rest().size() && isDigit(rest()[length])) number += rest()[length++];
        const bool letterAfter = length > 0 && length < rest().size() && isLetter(rest()[length]);
        if (letterAfter) number += rest()[length++];
        // A letter alone is a number where a mark follows: B座, A栋.
        if (number.empty() && isLetter(rest()[0]) && markAt(rest().substr(1))) number = rest().substr(0, length = 1);
        if (number.empty()) {
            const ChineseNumber written = chineseNumber(rest());
            if (written.bytes == 0 || !markAt(rest().substr(written.bytes))) return false;
            number = std::to_string(written.value);
            length = written.bytes;
        }
        at_ += length;
        const auto mark = takeMark();
        add(withoutZeros(std::move(number)), mark ? std::optional(mark->mark) : std::nullopt,
            mark && mark->word == "楼");
        return true;
    }

    /// What the number counts, perhaps after a blank.
    std::optional<MarkWord> takeMark() {
        const std::size_t blanks = std::min(rest().find_first_not_of(' '), rest().size());
        const auto mark = markAt(rest().substr(blanks));
        if (mark) at_ += blanks + mark->word.size();
        return mark;
    }

    /// 楼 after a number is a building where none was named before, else a floor.
    void add(std::string number, std::optional<Mark> mark, bool storeyOrHouse) {
        if (mark == Mark::floor && !(storeyOrHouse && form_.numbers.empty())) {
            flushFloor();
            floor_ = std::move(number);
            return;
        }
        constexpr std::size_t kShortRoom = 2;
        if (!floor_.empty() && number.size() <= kShortRoom) {
            number.insert(0, kShortRoom - number.size(), '0');
            number.insert(0, floor_);
        }
        floor_.clear();
        form_.numbers.push_back(std::move(number));
    }

    /// A floor with nothing behind it is all that is known of the door.
    void flushFloor() {
        if (!floor_.empty()) form_.numbers.push_back(std::exchange(floor_, {}));
    }

    void takeLetter() {
        std::size_t length = 1;
        while (length < rest().size() && (rest()[length] & 0xC0) == 0x80) ++length;
        form_.name += rest().substr(0, length);
        at_ += length;
    }

    std::string text_;
    std::size_t at_ = 0;
    AddressForm form_;
    std::string floor_;
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

AddressForm addressForm(std::string_view text) { return Writing(text).read(); }

DoorForms::DoorForms(const DoorParts& parts) {
    AddressForm whole = addressForm(parts.address);
    const auto add = [this](std::initializer_list<std::string_view> of) {
        std::vector<std::string> numbers;
        for (const std::string_view part : of) {
            for (std::string& number : addressForm(part).numbers) numbers.push_back(std::move(number));
        }
        if (!numbers.empty() && std::ranges::find(numbers_, numbers) == numbers_.end())
            numbers_.push_back(std::move(numbers));
    };
    if (!whole.numbers.empty()) numbers_.push_back(std::move(whole.numbers));
    if (!parts.building.empty()) {
        add({parts.building, parts.unit, parts.room});
        add({parts.building, parts.room});
        add({parts.gate, parts.building, parts.unit, parts.room});
    } else {
        add({parts.villageGroup, parts.gate, parts.room});
        add({parts.gate, parts.room});
    }
    for (std::string name : {whole.name, addressForm(parts.estate).name, addressForm(parts.villageGroup).name}) {
        if (!name.empty()) names_.push_back(std::move(name));
    }
}

bool DoorForms::fits(const AddressForm& written, std::span<const std::string> neutral) const {
    if (std::ranges::find(numbers_, written.numbers) == numbers_.end()) return false;
    std::string name = written.name;
    for (const std::string& one : neutral) {
        const auto at = one.empty() ? std::string::npos : name.find(one);
        if (at != std::string::npos) name.erase(at, one.size());
    }
    if (name.empty()) return true;
    return std::ranges::any_of(names_,
                               [&](const std::string& one) { return contains(name, one) || contains(one, name); });
}

}  // namespace qiaomen
