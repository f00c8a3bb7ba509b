// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen {

/// What deciding about a rescued record writes (shared/domain/rescued_change.h), to be saved in one piece. Pure.
///
/// Taking it in makes an ordinary change of whoever decides, with what the author saw as its bases: what others wrote in the meantime
/// was not seen, and becomes a conflict. Errors: invalid (a draft, which is words and no record; a newer program's record).
Result<std::vector<Edit>> takingIn(const Record& rescued, const std::string& decidedBy, Collections collections);
/// Putting it aside leaves everything as it is, and the rescued record where it is found again.
std::vector<Edit> puttingAside(const Record& rescued, const std::string& decidedBy);

}  // namespace qiaomen
