// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <memory>
#include <string>

namespace qiaomen {

/// The HTTP library's server behind a guard: every connection is read by our own code first, which bounds heads, bodies and
/// time, and hands over only requests that examineHead() lets through. The library sees a request when its head is whole, and
/// never a byte more than the body that the head announced.
///
/// With a certificate the same happens inside TLS (1.2 and 1.3).
class GuardedServer : public httplib::Server {
public:
    GuardedServer();
    ~GuardedServer() override;

    /// PEM files. False when they cannot be used; `reason` says why.
    bool useTls(const std::string& certFile, const std::string& keyFile, std::string& reason);
    /// After binding: lets as many connections wait as a morning's phones need. The library's own number is 5.
    void widenBacklog();

private:
    struct Tls;

    bool process_and_close_socket(socket_t socket) override;

    std::unique_ptr<Tls> tls_;
};

}  // namespace qiaomen
