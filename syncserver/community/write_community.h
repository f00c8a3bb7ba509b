// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/core/result.h"
#include "shared/sheets/office_text.h"
#include "syncserver/community/community_rows.h"

namespace qiaomen {

/// Writes rows as the office files that read_community.h reads: header, then one line per row, CR LF, all columns.

std::string gridsCsv(const std::vector<GridRow>& rows);
std::string householdsCsv(const std::vector<HouseholdRow>& rows);
std::string residentsCsv(const std::vector<ResidentRow>& rows);

/// Writes the three files into the folder, which is made if need be; files of those names are replaced.
/// Errors: Fault::full when the disk is full, Fault::refused when a file or folder cannot be written.
Outcome writeCommunity(const Community& community, const std::string& folder, TextEncoding encoding);

}  // namespace qiaomen
