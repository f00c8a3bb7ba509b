// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/checks.h"

#include "shared/domain/id_number.h"
#include "shared/domain/outline.h"
#include "shared/domain/phone.h"

namespace qiaomen {

std::optional<std::string> checkIdNumber(const Value& value) {
    if (value.text().empty()) return std::nullopt;
    const auto parsed = IdNumber::parse(value.text());
    if (const auto* defect = std::get_if<IdNumberDefect>(&parsed)) return std::string(english(*defect));
    return std::nullopt;
}

std::optional<std::string> checkPhone(const Value& value) {
    if (value.text().empty() || normalPhone(value.text())) return std::nullopt;
    return "is not a telephone number of mainland China";
}

std::optional<std::string> checkOutline(const Value& value) {
    if (value.text().empty()) return std::nullopt;
    const auto outline = readOutline(value.text());
    if (outline) return std::nullopt;
    return "is no GeoJSON boundary: " + outline.error().message;
}

}  // namespace qiaomen
