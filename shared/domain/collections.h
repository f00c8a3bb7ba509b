// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/anchor.h"
#include "shared/domain/carried_paper.h"
#include "shared/domain/conflict.h"
#include "shared/domain/data_export.h"
#include "shared/domain/door_order.h"
#include "shared/domain/duplicate.h"
#include "shared/domain/dwelling.h"
#include "shared/domain/evaluation_invitation.h"
#include "shared/domain/grid.h"
#include "shared/domain/hazard.h"
#include "shared/domain/hazard_step.h"
#include "shared/domain/household.h"
#include "shared/domain/household_move.h"
#include "shared/domain/need.h"
#include "shared/domain/notice.h"
#include "shared/domain/order_step.h"
#include "shared/domain/photo.h"
#include "shared/domain/plan_note.h"
#include "shared/domain/question_answer.h"
#include "shared/domain/question_item.h"
#include "shared/domain/question_set.h"
#include "shared/domain/read_audit.h"
#include "shared/domain/rescued_change.h"
#include "shared/domain/resident.h"
#include "shared/domain/unplaced_visit.h"
#include "shared/domain/visit.h"
#include "shared/domain/visit_import.h"

namespace qiaomen {

/// Every collection this program knows, what is referred to before what refers. Stores, hub and tools are given this.
Collections allCollections();

/// docs/records.md: one table per collection, made from the descriptions. A test compares it with the file.
std::string describeCollections();

/// The label of a choice's code, or the code itself when it is unknown (a newer program's).
std::string choiceText(const Field& field, std::string_view code, bool chinese);

}  // namespace qiaomen
