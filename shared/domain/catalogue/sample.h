// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace qiaomen {

/// The text of sample.json, compiled in (shared/CMakeLists.txt makes its source from the file).
std::string_view sampleCatalogueText();

}  // namespace qiaomen
