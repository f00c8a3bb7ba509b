// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <functional>

#include "syncserver/carrier_desk.h"
#include "syncserver/event_log.h"

namespace qiaomen {

/// `POST /v1/carry`: any enrolled device hands in a carrier question, its own or somebody else's, and gets the answer to carry back.
/// Both are application/octet-stream, and sealed: the one who carries them cannot read them.
class CarrierRoute {
public:
    using Fail = std::function<void(httplib::Response&, const Error&, int status)>;

    CarrierRoute(CarrierDesk& desk, Access& access, EventLog& log) : desk_(desk), access_(access), log_(log) {}
    void addTo(httplib::Server& server, Fail fail);

private:
    void carry(const httplib::Request& request, httplib::Response& response);

    CarrierDesk& desk_;
    Access& access_;
    EventLog& log_;
    Fail fail_;
};

}  // namespace qiaomen
