// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "syncserver/access.h"
#include "syncserver/hub.h"

namespace qiaomen {

/// Told of an error that does not concern whoever asked.
using Aside = std::function<void(const Error&)>;

/// A sync from the token to the note about it, whichever way it came: admits the device, its successors too, asks the hub, and notes
/// what was left. Errors: refused (see Access::admit), invalid (the program's name is too long), and those of Hub::sync.
Result<SyncReply> admittedSync(Hub& hub, Access& access, const std::string& token, const SyncRequest& request,
                               const Aside& noteFailed);

}  // namespace qiaomen
