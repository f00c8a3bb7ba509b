// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/masking.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

std::string shown(const Collection& collection, FieldNo field, std::string_view text) {
    return maskedText(*collection.find(field), text);
}

}  // namespace

TEST_CASE("Every sensitive text is masked, whichever collection it stands in, and words that help at the door are not",
          "[masking]") {
    CHECK(shown(resident, resident.idNumber, "990101195003040012") == "990***********0012");
    CHECK(shown(resident, resident.phone, "13812345678") == "138****5678");
    CHECK(shown(dwelling, dwelling.ownerPhone, "13812345678") == "138****5678");
    CHECK(shown(anchor, anchor.papers, "HT2026000123") == "HT2*****0123");
    CHECK(shown(resident, resident.healthNeed, "每周透析两次") == "***");
    CHECK(shown(resident, resident.healthNeed, "") == "");
    CHECK(shown(resident, resident.fullName, "王芳") == "王芳");
    CHECK(shown(resident, resident.careTags, "elder_alone") == "elder_alone");
    for (const Collection* collection : allCollections()) {
        for (const Field& field : collection->fields()) {
            if (field.sensitivity != Sensitivity::sensitive ||
                (field.type != FieldType::text && field.type != FieldType::longText))
                continue;
            INFO(collection->name() << "." << field.name);
            CHECK(isMasked(field));
            CHECK(maskedText(field, "13812345678").find("12345") == std::string::npos);
        }
    }
}

}  // namespace qiaomen
