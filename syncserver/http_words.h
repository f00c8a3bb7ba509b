// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <string>

#include "shared/core/result.h"
#include "syncserver/long_poll.h"
#include "syncserver/request_head.h"

namespace qiaomen {

// What every route of the centre says and hears alike.

/// For a device that is not known here.
inline constexpr int kUnauthorised = 401;

/// For a request by its name that is not remembered (shared/core/packed.h).
inline constexpr int kAskInFull = 409;

/// The status that goes with a fault.
inline int statusOf(Fault fault) {
    switch (fault) {
        case Fault::invalid: return 400;
        case Fault::missing: return 404;
        case Fault::offline: return 503;
        case Fault::refused: return 403;
        case Fault::outdated: return 426;
        case Fault::full: return 507;
        case Fault::broken: return 500;
    }
    return 500;
}

/// An error as every route tells it: {"fault", "message"}. Status 0 is the fault's own.
HttpAnswer answerTo(const Error& error, int status = 0);

/// The device's token; empty when there is none.
inline std::string tokenOf(const httplib::Request& request) {
    return tokenIn(request.get_header_value("Authorization"));
}

}  // namespace qiaomen
