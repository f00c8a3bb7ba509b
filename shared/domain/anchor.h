// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// What holds somebody here (以房/以业/以证): a lease, a trade or a certificate, and until when. A resident's, or with no resident
/// the household's. One that is over has `ended`; none is deleted, so that who asks next sees what there was.
struct AnchorCollection : Collection {
    AnchorCollection() : Collection(16, "anchor", Nature::reg, {"Anchor", "在住依据"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo resident = add({.number = 2, .name = "resident", .type = FieldType::reference, .label = {"Resident", "居民"}, .target = "resident", .indexed = true});
    const FieldNo kind = add({.number = 3, .name = "kind", .type = FieldType::choice, .label = {"By", "依据类型"}, .choices = codes::kAnchorKind, .required = true});
    const FieldNo title = add({.number = 4, .name = "title", .label = {"What", "名称"}, .required = true, .maxLength = 200});
    const FieldNo papers = add({.number = 5, .name = "papers", .label = {"Number", "证照/合同号"}, .sensitivity = Sensitivity::sensitive, .maxLength = 80});
    const FieldNo from = add({.number = 6, .name = "from_day", .type = FieldType::date, .label = {"From", "起始日期"}});
    const FieldNo expires = add({.number = 7, .name = "expires", .type = FieldType::date, .label = {"Expires", "到期日期"}});
    const FieldNo ended = add({.number = 8, .name = "ended", .type = FieldType::date, .label = {"Ended", "终止日期"}});
    const FieldNo note = add({.number = 9, .name = "note", .label = {"Note", "备注"}, .maxLength = 400});
    // clang-format on
};

inline const AnchorCollection anchor;

}  // namespace qiaomen
