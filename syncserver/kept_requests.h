// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace qiaomen {

/// The last small request of each device, so that it can ask the same again by its name (shared/core/packed.h): a phone to which
/// nothing happens says the same every time. Kept by token: nobody can ask with another's. Bounded by bytes; the one unused for
/// longest goes first, and its device then asks in full. In memory only. Thread-safe.
class KeptRequests {
public:
    explicit KeptRequests(std::size_t maxBytes) : maxBytes_(maxBytes) {}

    /// Keeps it in the place of the one before. `request` is the message, unpacked.
    void keep(const std::string& token, std::string_view request);
    /// Nothing when it is not the one that is kept.
    std::optional<std::string> find(const std::string& token, std::uint64_t name);

private:
    struct Kept {
        std::string token;
        std::string request;
    };
    void drop(std::list<Kept>::iterator kept);

    std::size_t maxBytes_;
    std::mutex mutex_;
    std::list<Kept> kept_;  ///< the most recently used first
    std::map<std::string, std::list<Kept>::iterator, std::less<>> byToken_;
    std::size_t bytes_ = 0;
};

}  // namespace qiaomen
