// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "shared/core/result.h"
#include "shared/domain/civil_day.h"

/// Reading files that people write: a mistake is told with its place in the file and what is expected there. For the sources of
/// such readers only.
namespace qiaomen::strict_json {

using Json = nlohmann::json;

/// What is wrong, and where: "item a1: \"days\" is missing".
struct Mistake : std::runtime_error {
    Mistake(const std::string& place, const std::string& what) : std::runtime_error(place + ": " + what) {}
};

const Json& member(const Json& object, const std::string& key, const std::string& place);
/// A text that is not empty.
std::string textOf(const Json& object, const std::string& key, const std::string& place);
int numberOf(const Json& object, const std::string& key, const std::string& place, int least, int most);
CivilDay dayOf(const Json& object, const std::string& key, const std::string& place);
const Json& listOf(const Json& object, const std::string& key, const std::string& place = "the file");
/// Nothing else may stand in the object: a misspelt key would be passed over in silence.
void onlyThese(const Json& object, std::initializer_list<std::string_view> keys, const std::string& place);

/// What `work` makes of the file; errors: invalid, with the file's kind before the place.
template <class Work>
auto read(const std::string& kind, std::string_view text, Work&& work) -> Result<decltype(work(Json()))> {
    try {
        return work(Json::parse(text));
    } catch (const Mistake& mistake) {
        return Error{Fault::invalid, kind + ", " + mistake.what()};
    } catch (const Json::exception& problem) {
        return Error{Fault::invalid, kind + ": this is not JSON: " + problem.what()};
    }
}

}  // namespace qiaomen::strict_json
