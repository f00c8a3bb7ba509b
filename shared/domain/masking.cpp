// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/masking.h"

#include "shared/domain/id_number.h"
#include "shared/domain/phone.h"

namespace qiaomen {

bool isMasked(const Field& field) {
    return field.sensitivity == Sensitivity::sensitive &&
           (field.type == FieldType::text || field.type == FieldType::longText);
}

std::string maskedText(const Field& field, std::string_view text) {
    if (!isMasked(field) || text.empty()) return std::string(text);
    if (field.type == FieldType::longText) return "***";
    return field.name.ends_with("phone") ? maskPhone(text) : maskIdNumber(text);
}

}  // namespace qiaomen
