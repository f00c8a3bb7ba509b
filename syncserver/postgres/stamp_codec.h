// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/core/record.h"

namespace qiaomen {

/// The bytes in the columns `_own` and `_removal` of a record's row in PostgreSQL. Unlike on SQLite, where a grid has a file and
/// a table of its devices, devices stand here by their ids: a row then needs nothing but itself, wherever the database keeps it.
///
///     own     := (field << 1 | other:varint  device:id when other  earlier:signed)*
///     removal := time:fixed64 device:id own                    relative to the deletion's own stamp
///
/// `other` is 1 when the stamp's device is not that of the stamp before it (the first's: the row's); `earlier` is how much
/// earlier than the row's stamp, modulo 2^64. Reading throws StoreError: such bytes are ours, and wrong only after damage.
std::string encodeOwnStamps(const std::vector<Stamps::Own>& own, const Stamp& base);
std::vector<Stamps::Own> decodeOwnStamps(std::string_view bytes, const Stamp& base);

std::string encodeStampedRemoval(const Removal& removal);
Removal decodeStampedRemoval(std::string_view bytes);

}  // namespace qiaomen
