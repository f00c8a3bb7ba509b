// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/client/local_store.h"

namespace qiaomen::bench {

/// A visit as a worker saves it: met (three times of four), everything confirmed, a remark of usual length.
Edit usualVisit(const RecordId& visit, const RecordId& household, std::int64_t occurredAtMs, int nth);

}  // namespace qiaomen::bench
