// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#include "shared/client/http_transport.h"

namespace qiaomen::bench {

/// Bytes that this process's open TCP connections to a port of this machine have carried, both ways, as the kernel counts them:
/// HTTP's heads included, TCP's and IP's own not.
std::uint64_t socketBytes(int port);

/// The real transport, with what went through it counted: messages before compression, bytes on the wire, requests, and the time
/// spent waiting for the centre (which is the centre's work, HTTP and compression).
class MeteredTransport : public Transport {
public:
    struct Count {
        std::uint64_t messageBytes = 0;
        std::uint64_t wireBytes = 0;
        int requests = 0;
        double waitedMs = 0;
    };

    MeteredTransport(int port, const HttpOptions& options) : port_(port), http_(options) {}

    Result<std::string> sync(std::string_view request) override;
    Result<std::string> snapshot(const GridId& grid) override;

    Result<std::string> continueSnapshot(const GridId& grid, SnapshotPart& part) override;
    Result<WaitReply> wait(const WaitRequest& request) override { return http_.wait(request); }
    void endWait() override { http_.endWait(); }

    /// What was counted since the last take().
    Count take();

private:
    template <class Ask>
    Result<std::string> counted(std::size_t messageBytes, Ask&& ask);

    int port_;
    HttpTransport http_;
    Count count_;
};

}  // namespace qiaomen::bench
