// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/domain/id_number.h"
#include "syncserver/community/seeded_random.h"

namespace qiaomen {

/// Names of invented people: surnames as frequent as in China, given names as parents chose them in the decade of birth.
/// Any likeness to a person is chance. About one name in a thousand has a character outside the basic plane or the usual
/// fonts (䶮, 𠮷), because real registers have, and software must carry them.

std::string_view surname(SeededRandom& random);
std::string givenName(SeededRandom& random, Sex sex, int birthYear);

}  // namespace qiaomen
