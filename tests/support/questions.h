// SPDX-License-Identifier: Apache-2.0
#pragma once

/// A question set as a leader writes it: winter heating, put to each household. For files, stores and centres alike.
namespace qiaomen::tests {

inline constexpr const char* kHeatingSet = R"({
  "code": "heating-2026",
  "title": "冬季取暖安全",
  "asked_by": "社区 王主任",
  "purpose": "安排一氧化碳报警器，先送到烧煤的人家",
  "from": "2026-11-20",
  "until": "2026-12-10",
  "put_to": "household",
  "only": {"dwelling_uses": ["owner", "let"]},
  "questions": [
    {"code": "stove", "text": "家里怎么取暖？", "kind": "one", "options": [
      {"code": "central", "text": "集中供暖"}, {"code": "coal", "text": "燃煤炉"}, {"code": "electric", "text": "电暖器"}]},
    {"code": "alarm", "text": "装了一氧化碳报警器吗？", "kind": "yes_no", "fresh_days": 30},
    {"code": "stoves", "text": "有几个炉子？", "kind": "number", "unit": "个", "min": 0, "max": 9},
    {"code": "swept", "text": "烟道上次什么时候清理的？", "kind": "date"},
    {"code": "contact", "text": "以后怎么联系方便？", "kind": "one", "fills": "household.contact_way", "fresh_days": 365},
    {"code": "more", "text": "还需要什么？", "kind": "several", "options": [
      {"code": "sweep", "text": "清理烟道"}, {"code": "check", "text": "检查电路"}, {"code": "coal", "text": "送煤"}]}
  ]
})";

/// The same leader asks those over eighty, each by himself.
inline constexpr const char* kElderSet = R"({
  "code": "elder-2026", "title": "高龄老人情况", "asked_by": "街道民政办", "purpose": "安排助餐",
  "from": "2026-11-01", "until": "2026-11-30", "put_to": "resident",
  "only": {"min_age": 80},
  "questions": [
    {"code": "meals", "text": "愿意参加助餐吗？", "kind": "yes_no"},
    {"code": "work", "text": "原来在哪里工作？", "kind": "text", "fills": "resident.work_unit"}
  ]
})";

}  // namespace qiaomen::tests
