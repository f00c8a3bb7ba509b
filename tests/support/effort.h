// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>

namespace qiaomen::tests {

/// How much of something a test does: as much as the environment asks for, else `usual`, which is what a contributor waits for. The
/// long campaigns (`./dev stress`) run the same tests and ask for more.
inline std::uint64_t effort(const char* variable, std::uint64_t usual) {
    const char* wanted = std::getenv(variable);
    return wanted ? std::strtoull(wanted, nullptr, 10) : usual;
}

}  // namespace qiaomen::tests
