// SPDX-License-Identifier: Apache-2.0
#include "shared/client/http_answers.h"

#include <nlohmann/json.hpp>

#include "shared/core/tuning.h"

namespace qiaomen {

void prepare(httplib::Client& client, const HttpOptions& options) {
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    client.set_follow_location(false);
    client.set_decompress(false);
    client.set_connection_timeout(tuning::kConnectTimeout);
    client.set_read_timeout(tuning::kTransferTimeout);
    client.set_write_timeout(tuning::kTransferTimeout);
    if (!options.caFile.empty()) client.set_ca_cert_path(options.caFile);
}

std::optional<Error> centreError(const std::string& body) {
    const auto json = nlohmann::json::parse(body, nullptr, false);
    if (!json.is_object() || !json.contains("fault") || !json["fault"].is_string()) return std::nullopt;
    const auto fault = json["fault"].get<std::string>();
    const auto message = json.contains("message") && json["message"].is_string() ? json["message"].get<std::string>()
                                                                                 : fault;
    for (const Fault known : {Fault::invalid, Fault::missing, Fault::offline, Fault::refused, Fault::outdated,
                              Fault::full, Fault::broken}) {
        if (fault != name(known)) continue;
        // Its disk that is full or its damage is not this device's: here it only means to try again later.
        const bool itsOwn = known == Fault::full || known == Fault::broken;
        return Error{itsOwn ? Fault::offline : known, "the centre says: " + message};
    }
    return std::nullopt;
}

std::string typeOf(const httplib::Response& response) {
    const std::string type = response.get_header_value("Content-Type");
    return type.substr(0, type.find(';'));
}

}  // namespace qiaomen
