// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/files/durable_file.h"

namespace qiaomen {

/// writeDurably() for a file that is sealed and somebody else takes further: readable for everybody, where the disk knows owners at all.
Outcome writeForOthers(const std::filesystem::path& file, std::string_view bytes);

}  // namespace qiaomen
