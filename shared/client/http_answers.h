// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <optional>
#include <string>

#include "shared/client/http_transport.h"
#include "shared/core/result.h"

namespace qiaomen {

/// Makes a fresh client one of the centre's: kept alive, with the time limits of tuning.h, trusting the certificates of `options`, and
/// following nobody elsewhere.
void prepare(httplib::Client& client, const HttpOptions& options);

// Who answers on a network is not always the centre: a hotel's log-in page or a proxy does too. These tell them apart.

/// What the centre itself says is wrong, or nothing when these are not its words. Its disk that is full, or its damage, counts as
/// offline here: it only means to try again later.
std::optional<Error> centreError(const std::string& body);

/// The Content-Type without its parameters.
std::string typeOf(const httplib::Response& response);

}  // namespace qiaomen
