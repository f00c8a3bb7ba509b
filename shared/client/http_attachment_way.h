// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "shared/client/attachment_way.h"
#include "shared/client/http_transport.h"

namespace qiaomen {

/// AttachmentWay over HTTP, kept alive between requests; the routes are in syncserver/README.md, by example. Only status 200 with
/// the type that was asked for is a success; a redirect is never followed.
class HttpAttachmentWay : public AttachmentWay {
public:
    explicit HttpAttachmentWay(const HttpOptions& options);
    ~HttpAttachmentWay() override;

    Result<AttachmentStates> states(const GridId& grid, const std::vector<Hash256>& hashes) override;
    Result<AttachmentState> send(const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                 std::string_view chunk) override;
    Result<std::string> fetch(const GridId& grid, const Hash256& hash, std::uint64_t offset) override;
    void interrupt() override;

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace qiaomen
