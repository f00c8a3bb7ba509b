// SPDX-License-Identifier: Apache-2.0
#include "syncserver/kept_requests.h"

#include "shared/core/packed.h"
#include "shared/core/tuning.h"

namespace qiaomen {

void KeptRequests::keep(const std::string& token, std::string_view request) {
    const std::lock_guard lock(mutex_);
    if (const auto known = byToken_.find(token); known != byToken_.end()) drop(known->second);
    if (request.size() > tuning::kMaxRepeatedRequest) return;
    kept_.push_front({token, std::string(request)});
    byToken_[token] = kept_.begin();
    bytes_ += token.size() + request.size();
    while (bytes_ > maxBytes_) drop(std::prev(kept_.end()));
}

std::optional<std::string> KeptRequests::find(const std::string& token, std::uint64_t name) {
    const std::lock_guard lock(mutex_);
    const auto known = byToken_.find(token);
    if (known == byToken_.end() || nameOf(known->second->request) != name) return std::nullopt;
    kept_.splice(kept_.begin(), kept_, known->second);
    return known->second->request;
}

void KeptRequests::drop(std::list<Kept>::iterator kept) {
    bytes_ -= kept->token.size() + kept->request.size();
    byToken_.erase(kept->token);
    kept_.erase(kept);
}

}  // namespace qiaomen
