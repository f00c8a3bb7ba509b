// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/trouble.h"

#include <array>

namespace qiaomen::simulation {

std::string print(const Trouble& trouble) {
    constexpr std::array<const char*, 14> kNames = {"",
                                                    "losesRequest",
                                                    "losesReply",
                                                    "delaysRequest",
                                                    "repeatsRequest",
                                                    "answersLate",
                                                    "cutsReply",
                                                    "spoilsReply",
                                                    "crashesBefore",
                                                    "crashesAfter",
                                                    "crashesAtCommit",
                                                    "crashesErasing",
                                                    "reachesOther",
                                                    "centreCrashes"};
    if (trouble.kind == Trouble::Kind::none) return "";
    return std::string(kNames.at(static_cast<std::size_t>(trouble.kind))) + "(" + std::to_string(trouble.at) + ")";
}

}  // namespace qiaomen::simulation
