// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "shared/client/transport.h"

namespace qiaomen {

/// Where and as whom.
struct HttpOptions {
    std::string server;  ///< "https://host:port", or "http://host:port"
    std::string token;
    std::string caFile;  ///< certificates to trust instead of the system's; empty: the system's
};

/// Transport over HTTP, kept alive between rounds.
///
///     POST /v1/sync                          body and answer: application/vnd.qiaomen.sync, zstd
///     GET  /v1/grids/{grid}/snapshot         the same type; asking again is harmless
///     Authorization: Bearer <token>
///
/// Only status 200 with that type and a body that unpacks is a success: a captive portal, a proxy's error page or a redirect
/// (never followed) counts as offline. An error of the centre itself is JSON {"fault", "message"} and comes back as it is.
class HttpTransport : public Transport {
public:
    explicit HttpTransport(const HttpOptions& options);
    ~HttpTransport() override;

    Result<std::string> sync(std::string_view request) override;
    Result<std::string> snapshot(const GridId& grid) override;
    [[nodiscard]] bool leftNothing() const override;
    void interrupt() override;

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace qiaomen
