// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <string>

#include "shared/core/result.h"

namespace qiaomen {

// What every route of the centre says and hears alike.

/// For a device that is not known here.
inline constexpr int kUnauthorised = 401;

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

/// The device's token; empty when there is none.
inline std::string tokenOf(const httplib::Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const std::string value = request.get_header_value("Authorization");
    return value.starts_with(kScheme) ? value.substr(kScheme.size()) : std::string();
}

}  // namespace qiaomen
