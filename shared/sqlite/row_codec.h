// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/record.h"
#include "shared/sqlite/device_numbers.h"

namespace qiaomen {

/// The bytes in the columns `_own`, `_removal` and `_extra` of a record's row.
///
///     own     := (field:varint device:varint earlier:signed)*      earlier than the row's stamp, modulo 2^64
///     removal := time:fixed64 device:varint own                    relative to the deletion's own stamp
///     extra   := (field:varint kind:byte content)*                 as encodeValue() in shared/core/codec.h
///     device  := its number in the table _device
///
/// Reading throws StoreError: such bytes are ours, and wrong only when the file is damaged.
std::string encodeOwn(const std::vector<Stamps::Own>& own, LogicalTime base, DeviceNumbers& devices);
std::vector<Stamps::Own> decodeOwn(std::string_view bytes, LogicalTime base, DeviceNumbers& devices);

std::string encodeRemoval(const Removal& removal, DeviceNumbers& devices);
Removal decodeRemoval(std::string_view bytes, DeviceNumbers& devices);

std::string encodeExtra(const std::vector<FieldValue>& fields);
std::vector<FieldValue> decodeExtra(std::string_view bytes);

}  // namespace qiaomen
