// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/core/batch.h"

namespace qiaomen {

/// A change of a batch that is not in the log under its number: refused, or waiting for another stamp. Its hash is what the device's
/// chain needs of it.
struct OutsideHash {
    std::uint64_t number = 0;
    Hash256 hash{};
    bool operator==(const OutsideHash&) const = default;
};

/// What is kept of a device's signature, so that it can be proven as long as the log is there. The changes themselves are in the log.
struct SignedBatch {
    BatchClaim claim;  ///< `given` follows from the list below
    SignatureBytes signature{};
    std::vector<OutsideHash> outside;  ///< by number
    std::vector<Hash256> given;        ///< of everything that was given back with it, known or not
    bool operator==(const SignedBatch&) const = default;

    [[nodiscard]] bool hasChanges() const { return claim.last >= claim.first; }
};

/// The lists as bytes: number:fixed64 hash:32 bytes each, and hash:32 bytes each. Reading throws StoreError.
std::string encodeOutside(const std::vector<OutsideHash>& outside);
std::string encodeGiven(const std::vector<Hash256>& given);
std::vector<OutsideHash> decodeOutside(std::string_view bytes);
std::vector<Hash256> decodeGiven(std::string_view bytes);

}  // namespace qiaomen
