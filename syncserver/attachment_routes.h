// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "syncserver/attachments.h"
#include "syncserver/event_log.h"
#include "syncserver/http_words.h"

namespace qiaomen {

/// The HTTP routes of attachments; what they mean is in syncserver/README.md, by example.
///
///     POST /v1/grids/{grid}/attachments                        which of these do you have? (JSON both ways)
///     POST /v1/grids/{grid}/attachments/{hash}?offset=N        a chunk (application/octet-stream); its state comes back
///     GET  /v1/grids/{grid}/attachments/{hash}?offset=N        the bytes from there on, at most a chunk's length
///
/// An offset stands in the path's query, because the guard before the HTTP library lets no Range header through.
class AttachmentRoutes {
public:
    using Fail = std::function<void(httplib::Response&, const Error&, int status)>;

    AttachmentRoutes(Attachments& attachments, Access& access, EventLog& log)
        : attachments_(attachments), access_(access), log_(log) {}

    /// `fail` answers with an error; status 0 is the fault's own.
    void addTo(httplib::Server& server, Fail fail);

private:
    using Request = httplib::Request;
    using Response = httplib::Response;
    struct Asked;

    void states(const Asked& asked, const Request& request, Response& response);
    void take(const Asked& asked, const Request& request, Response& response);
    void give(const Asked& asked, Response& response);

    Attachments& attachments_;
    Access& access_;
    EventLog& log_;
    Fail fail_;
};

}  // namespace qiaomen
