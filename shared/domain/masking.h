// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/collection.h"

namespace qiaomen {

/// True when a field's text is hidden wherever it is shown, until somebody reveals it with a reason: identifiers, telephone numbers, numbers of
/// papers, what somebody said about their health. Choices and tags of sensitive fields are words, which the worker needs at the door.
bool isMasked(const Field& field);

/// The text as it is shown: a telephone number and any other number with its ends (phone.h, id_number.h), a long text not at all. Any
/// other field's text as it stands. Screens, slips and workbooks ask here, so that no way is more open than another.
std::string maskedText(const Field& field, std::string_view text);

}  // namespace qiaomen
