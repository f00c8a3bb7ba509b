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
///     POST /v1/sync                          body and answer as in packed.h
///     POST /v1/wait                          body and answer as in wait.h
///     GET  /v1/grids/{grid}/snapshot         zstd; ?from=OFFSET&of=TAG goes on where another answer broke off
///     POST /v1/carry                         a carrier question of anybody's, and its answer (core/carrier.h)
///     Authorization: Bearer <token>
///
/// Only status 200 with our type, or none, and a body that unpacks is a success: a captive portal, a proxy's error page or a redirect
/// (never followed) counts as offline. An error of the centre itself is JSON {"fault", "message"} and comes back as it is.
///
/// A request that is the same as the last one is asked by its name, in nine bytes.
class HttpTransport : public Transport {
public:
    explicit HttpTransport(const HttpOptions& options);
    ~HttpTransport() override;

    Result<std::string> sync(std::string_view request) override;
    Result<std::string> snapshot(const GridId& grid) override;
    Result<std::string> continueSnapshot(const GridId& grid, SnapshotPart& part) override;
    Result<WaitReply> wait(const WaitRequest& request) override;
    Result<std::string> carry(std::string_view question) override;
    void endWait() override;
    [[nodiscard]] bool leftNothing() const override;
    void interrupt() override;

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace qiaomen
