// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "shared/client/device_folder.h"
#include "shared/client/http_transport.h"
#include "shared/client/sync_client.h"

namespace qiaomen::tests {

/// A worker's phone with everything but its screen: the real folder, store, sync client and HTTP, enrolled by the file that an
/// administrator gave it.
class FieldPhone {
public:
    FieldPhone(const std::filesystem::path& folder, const std::filesystem::path& enrolment);

    /// A visit with that remark, saved here.
    RecordId visits(const std::string& remark);
    /// One round with the server at that address. False when it is not there, or goes away in the middle. Throws when it
    /// answers something else than it should.
    bool syncsWith(const std::string& server);
    /// What the server at that address says to a sync.
    Result<SyncReport> asks(const std::string& server);

    LocalStore& store() { return *store_; }

private:
    DeviceFolder folder_;
    LocalStore* store_;
    std::map<std::string, std::unique_ptr<HttpTransport>> ways_;
};

}  // namespace qiaomen::tests
