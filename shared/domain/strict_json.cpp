// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/strict_json.h"

#include <algorithm>

namespace qiaomen::strict_json {

const Json& member(const Json& object, const std::string& key, const std::string& place) {
    if (!object.is_object()) throw Mistake(place, "an object is expected");
    const auto found = object.find(key);
    if (found == object.end()) throw Mistake(place, "\"" + key + "\" is missing");
    return *found;
}

std::string textOf(const Json& object, const std::string& key, const std::string& place) {
    const Json& value = member(object, key, place);
    if (!value.is_string() || value.get_ref<const std::string&>().empty())
        throw Mistake(place, "\"" + key + "\" has no text");
    return value;
}

int numberOf(const Json& object, const std::string& key, const std::string& place, int least, int most) {
    const Json& value = member(object, key, place);
    if (!value.is_number_integer() || value < least || value > most) {
        throw Mistake(place, "\"" + key + "\" must be a whole number from " + std::to_string(least) + " to " +
                                 std::to_string(most));
    }
    return value;
}

CivilDay dayOf(const Json& object, const std::string& key, const std::string& place) {
    const auto day = civilDay(textOf(object, key, place));
    if (!day) throw Mistake(place, "\"" + key + "\" is not a day, such as 2026-07-01");
    return *day;
}

const Json& listOf(const Json& object, const std::string& key, const std::string& place) {
    const Json& list = member(object, key, place);
    if (!list.is_array()) throw Mistake(place == "the file" ? key : place + "." + key, "a list is expected");
    return list;
}

void onlyThese(const Json& object, std::initializer_list<std::string_view> keys, const std::string& place) {
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(keys, std::string_view(key)) == keys.end())
            throw Mistake(place, "nothing here is called \"" + key + "\"");
    }
}

}  // namespace qiaomen::strict_json
