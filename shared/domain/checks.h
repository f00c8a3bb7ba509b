// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "shared/core/value.h"

namespace qiaomen {

/// Checks that a field's description names (Field::check): each says what is wrong with a text, or nothing. An empty text is
/// left to `required`.
std::optional<std::string> checkIdNumber(const Value& value);
std::optional<std::string> checkPhone(const Value& value);
/// GeoJSON of a boundary (outline.h).
std::optional<std::string> checkOutline(const Value& value);

}  // namespace qiaomen
