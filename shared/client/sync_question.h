// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen {

/// What a device has to ask the centre, however the question travels: one part for each grid in `asking`, in their order, and the
/// state of all that the device holds. A device without any grid says who it is. Errors: those of storage.
Result<SyncRequest> questionOf(const std::vector<LocalStore*>& asking, const std::vector<LocalStore*>& all,
                               const std::string& app, const DeviceId& device, const RequestLimits& limits = {});

}  // namespace qiaomen
