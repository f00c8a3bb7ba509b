// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A photo (照片) of a hazard, before or after it was put right: by choice, of the thing, never of a home or a person, and never
/// asked for. What was photographed does not change, so every field but the caption is written once; but a photo can be deleted,
/// because one that shows somebody by mistake must be able to go.
struct PhotoCollection : Collection {
    PhotoCollection() : Collection(20, "photo", Nature::reg, {"Photo", "照片"}) {}

    // One line per field.
    // clang-format off
    const FieldNo hazard = add({.number = 1, .name = "hazard", .type = FieldType::reference, .label = {"Hazard", "隐患"}, .target = "hazard", .required = true, .merge = MergeClass::fixed, .indexed = true});
    const FieldNo stage = add({.number = 2, .name = "stage", .type = FieldType::choice, .label = {"Stage", "阶段"}, .choices = codes::kPhotoStage, .required = true, .merge = MergeClass::fixed});
    const FieldNo image = add({.number = 3, .name = "image", .type = FieldType::attachment, .label = {"Image", "图片"}, .required = true, .merge = MergeClass::fixed, .conflict = ConflictPolicy::silent});
    const FieldNo takenAt = add({.number = 4, .name = "taken_at", .type = FieldType::instant, .label = {"Added", "添加时间"}, .required = true, .merge = MergeClass::fixed});
    const FieldNo caption = add({.number = 5, .name = "caption", .label = {"Caption", "说明"}});
    const FieldNo addedBy = add({.number = 6, .name = "added_by", .label = {"Added by", "添加人"}, .merge = MergeClass::fixed});
    // clang-format on
};

inline const PhotoCollection photo;

}  // namespace qiaomen
