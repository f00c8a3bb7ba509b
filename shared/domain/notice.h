// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A one-time notice (一次性告知): the complete list of what is missing for a door order, said once. Nothing may be asked for later
/// that is not in it, so the list is kept as it was handed over, in codes and in words, with the version of the catalogue's item.
struct NoticeCollection : Collection {
    NoticeCollection() : Collection(24, "notice", Nature::fact, {"One-time notice", "一次性告知"}) {}

    // One line per field.
    // clang-format off
    const FieldNo order = add({.number = 1, .name = "door_order", .type = FieldType::reference, .label = {"Door order", "上门服务单"}, .target = "door_order", .required = true, .indexed = true});
    const FieldNo item = add({.number = 2, .name = "item", .label = {"Catalogue item", "事项"}, .required = true});
    const FieldNo itemFrom = add({.number = 3, .name = "item_from", .type = FieldType::date, .label = {"Version of the item", "事项版本"}});
    const FieldNo catalogueVersion = add({.number = 4, .name = "catalogue_version", .label = {"Version of the catalogue", "目录版本"}});
    const FieldNo missing = add({.number = 5, .name = "missing", .type = FieldType::longText, .label = {"Missing papers, by code", "缺少材料代码"}, .required = true});
    const FieldNo words = add({.number = 6, .name = "words", .type = FieldType::longText, .label = {"Missing papers", "缺少材料"}});
    const FieldNo givenAt = add({.number = 7, .name = "given_at", .type = FieldType::instant, .label = {"Given", "告知时间"}, .required = true});
    const FieldNo givenTo = add({.number = 8, .name = "given_to", .label = {"Given to", "被告知人"}, .sensitivity = Sensitivity::personal});
    const FieldNo way = add({.number = 9, .name = "way", .type = FieldType::choice, .label = {"Way", "告知方式"}, .choices = codes::kNoticeWay, .required = true});
    const FieldNo worker = add({.number = 10, .name = "worker", .label = {"Worker", "告知人"}});
    const FieldNo step = add({.number = 11, .name = "order_step", .type = FieldType::reference, .label = {"With the step", "对应进展"}, .target = "order_step"});
    // clang-format on
};

inline const NoticeCollection notice;

}  // namespace qiaomen
