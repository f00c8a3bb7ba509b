// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "shared/core/result.h"
#include "shared/domain/question_rules.h"

/// A question set as a file that a leader can read and write; this is its strict reader. An example stands in syncserver/README.md.
///
///     set      := { code, title, asked_by, purpose, from, until, put_to [, ended] [, only], questions }
///     put_to   := "household" | "resident"
///     only     := { [care_tags: [code…]] [, household_tags] [, dwelling_uses] [, min_age] [, max_age] }
///     question := { code, text, kind [, help] [, options: [{ code, text }…]] [, unit] [, min] [, max] [, fills] [, fresh_days] }
///     kind     := "yes_no" | "one" | "several" | "number" | "date" | "text"
///
/// Whom it concerns: those who have any of the tags, in each list that is there, and are of that age. A question whose meaning
/// changes gets a new code: answers belong to codes.
namespace qiaomen {

/// Without ids: whoever imports it gives them. Errors: invalid, with the place in the file and what is expected there. Codes must be
/// their own, a question that fills a field must be of its kind, and choices need answers to choose from.
Result<QuestionSet> parseQuestionSet(std::string_view json);

}  // namespace qiaomen
