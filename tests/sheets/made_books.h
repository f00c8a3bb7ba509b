// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Workbooks for tests, made part by part: those that no program would write.
namespace qiaomen::tests {

std::string bytesOf(const std::filesystem::path& file);

/// A zip archive of these files.
using Parts = std::vector<std::pair<std::string, std::string>>;
std::string zipOf(const Parts& parts);

/// The parts of a workbook of one sheet, with that XML between <worksheet> and </worksheet>; `texts` is what stands in <sst>.
Parts bookParts(const std::string& sheet, const std::string& texts = {});

}  // namespace qiaomen::tests
