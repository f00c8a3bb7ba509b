// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "shared/client/attachment_sync.h"

namespace qiaomen {

/// What kind of network the device is on, asked when there is something to fetch. UI thread only.
using NetworkSource = std::function<Network()>;

/// What the operating system says of its network: Wi-Fi or a cable that costs nothing is unmetered. Where the system says nothing,
/// or there is nobody to ask, the network counts as metered: a worker's own data volume is not spent on a guess.
Network systemNetwork();

}  // namespace qiaomen
