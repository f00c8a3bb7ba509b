// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace qiaomen {

// What counts, said once. A field that was never filled in is NULL.
inline constexpr const char* kOpenNeed = "_gone = 0 AND coalesce(state, 'open') IN ('open', 'handling')";
inline constexpr const char* kOpenHazard = "_gone = 0 AND coalesce(state, 'open') <> 'closed'";
/// Something to decide; the milder grade is only to be noticed.
inline constexpr const char*
    kOpenConflict = "_gone = 0 AND coalesce(state, 'open') = 'open' AND grade IS NOT 'parallel'";
inline constexpr const char* kOpenNote = "_gone = 0 AND coalesce(state, 'open') = 'open' AND grade = 'parallel'";
inline constexpr const char* kConfirmed = "confirmed IS NOT NULL AND confirmed <> ''";

/// A visit that was corrected or withdrawn since counts no more; one that only withdraws another is none itself.
inline constexpr const char* kStands =
    "_gone = 0 AND withdraws IS NOT 1 AND NOT EXISTS(SELECT 1 FROM visit c WHERE c.corrects = visit.id AND c._gone = "
    "0)";

}  // namespace qiaomen
