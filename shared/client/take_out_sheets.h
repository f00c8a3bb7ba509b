// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/client/take_out.h"

namespace qiaomen {

/// How much of the grid is in the centre's keeping at the moment of an export.
struct TakeOutState {
    Safety safety;
    std::int64_t lastReceiptMs = 0;  ///< 0: never
};

/// The sheets of an export, written into `file`, which is whole on the disk afterwards. Throws StoreError. Part of takeOut().
Result<TakenOut> writeSheets(LocalStore& store, const TakeOutOrder& order, const TakeOutState& state,
                             const std::filesystem::path& file, TakeOutWatch& watch);

}  // namespace qiaomen
