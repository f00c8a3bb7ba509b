// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "shared/core/ids.h"

namespace qiaomen::diary {

/// Records as anybody would write them down: by collection ("visit") and id, each a JSON object of its fields by their names. Numbers
/// are numbers, texts texts, references the text of an id; an empty field is not there.
using State = std::map<std::string, std::map<std::string, nlohmann::json>>;

/// Everything visible of a grid, read from the files of a device that is not running.
State readDevice(const std::filesystem::path& folder, const GridId& grid);
/// … and of the centre.
State readCentre(const std::filesystem::path& folder, const GridId& grid);

}  // namespace qiaomen::diary
