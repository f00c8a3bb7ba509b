// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/word_rules.h"

#include <algorithm>
#include <regex>
#include <set>

namespace qiaomen::tidy {
namespace {

constexpr std::string_view kSame = "The same in both languages";

struct Message {
    int line = 0;
    std::string context, source, comment;
    std::vector<std::string> translations;
    bool counted = false, finished = true, meantTheSame = false;
};

/// What stands between `<tag …>` and `</tag>`, the marks of XML resolved as far as words have them.
std::string textOf(const std::string& xml, const std::string& tag) {
    std::smatch found;
    if (!std::regex_search(xml, found, std::regex("<" + tag + "(?: [^>]*)?>([^<]*)</" + tag + ">"))) return {};
    std::string text = found[1];
    for (const auto& [mark, letter] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}})
        for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1))
            text.replace(at, std::string_view(mark).size(), letter);
    return text;
}

std::vector<std::string> translationsOf(const std::string& xml, bool counted) {
    if (!counted) return {textOf(xml, "translation")};
    std::vector<std::string> forms;
    const std::regex form("<numerusform>([^<]*)</numerusform>");
    for (std::sregex_iterator at(xml.begin(), xml.end(), form), end; at != end; ++at) forms.push_back((*at)[1]);
    return forms;
}

Message messageOf(const std::string& xml, int line, const std::string& context) {
    Message message{
        .line = line, .context = context, .source = textOf(xml, "source"), .comment = textOf(xml, "comment")};
    message.counted = xml.find("numerus=\"yes\"") != xml.npos;
    message.translations = translationsOf(xml, message.counted);
    message.finished = !std::regex_search(xml, std::regex("<translation type=\"(unfinished|vanished|obsolete)\""));
    message.meantTheSame = textOf(xml, "translatorcomment") == kSame;
    return message;
}

std::vector<Message> messagesOf(const std::string& text) {
    std::vector<Message> messages;
    std::string context, xml;
    int number = 0, begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        ++number;
        if (line.find("<name>") != line.npos) context = textOf(line, "name");
        if (line.find("<message") != line.npos) {
            xml.clear();
            begin = number;
        }
        xml += line + "\n";
        if (line.find("</message>") != line.npos) messages.push_back(messageOf(xml, begin, context));
    }
    return messages;
}

std::multiset<std::string> placeholders(const std::string& words) {
    static const std::regex placeholder("%([1-9]|n)");
    return {std::sregex_token_iterator(words.begin(), words.end(), placeholder), std::sregex_token_iterator()};
}

bool isChinese(std::string_view path) { return path.ends_with("zh_CN.ts"); }

/// Of three bytes, as nearly all Chinese characters are: U+4E00 to U+9FFF begin with E4 to E9.
bool endsWithCharacter(std::string_view words) {
    return words.size() >= 3 && static_cast<unsigned char>(words[words.size() - 3]) >= 0xE4 &&
           static_cast<unsigned char>(words[words.size() - 3]) <= 0xE9;
}

bool hasForeignMark(const std::string& words) {
    for (std::size_t at = words.find_first_of(",.?!;:"); at != words.npos; at = words.find_first_of(",.?!;:", at + 1))
        if (endsWithCharacter(std::string_view(words).substr(0, at))) return true;
    return false;
}

/// One finding for each message that `isWrong`.
template <class IsWrong>
Findings eachMessage(const SourceFile& file, const char* rule, IsWrong isWrong) {
    Findings findings;
    if (!isTranslation(file.path)) return findings;
    for (const Message& message : messagesOf(file.text))
        if (isWrong(message))
            findings.push_back({file.path, message.line, rule + (": " + message.context) + ": " + message.source});
    return findings;
}

}  // namespace

bool isTranslation(std::string_view path) { return path.ends_with(".ts"); }

Findings unfinishedWords(const SourceFile& file) {
    return eachMessage(file, "translate it", [](const Message& message) {
        return !message.finished || message.translations.empty() || std::ranges::count(message.translations, "") > 0;
    });
}

Findings untranslatedWords(const SourceFile& file) {
    if (!isChinese(file.path)) return {};
    return eachMessage(file, "translate it, or say in a translatorcomment that it is the same in both languages",
                       [](const Message& message) {
                           return !message.meantTheSame && std::ranges::count(message.translations, message.source) > 0;
                       });
}

Findings lostPlaceholders(const SourceFile& file) {
    return eachMessage(file, "fill in the same values in every language", [](const Message& message) {
        const auto wanted = placeholders(message.source);
        auto wantedOfOne = wanted;  // a singular says "every day", not "every 1 day"
        wantedOfOne.erase("%n");
        const bool singular = message.translations.size() > 1;
        for (std::size_t form = 0; form < message.translations.size(); ++form) {
            const auto is = placeholders(message.translations[form]);
            if (is != wanted && !(singular && form == 0 && is == wantedOfOne)) return true;
        }
        return false;
    });
}

Findings foreignMarks(const SourceFile& chinese) {
    if (!isChinese(chinese.path)) return {};
    return eachMessage(chinese, "write Chinese marks beside Chinese characters", [](const Message& message) {
        return std::ranges::any_of(message.translations, hasForeignMark);
    });
}

Findings missingPlurals(const SourceFile& chinese, const SourceFile& english) {
    std::set<std::string> known;
    for (const Message& message : messagesOf(english.text))
        if (message.translations.size() == 2)
            known.insert(message.context + "\n" + message.source + "\n" + message.comment);
    return eachMessage(chinese, "give it its plural forms in the English file", [&](const Message& message) {
        return message.counted && !known.contains(message.context + "\n" + message.source + "\n" + message.comment);
    });
}

}  // namespace qiaomen::tidy
