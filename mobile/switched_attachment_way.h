// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/switched_transport.h"
#include "shared/client/attachment_way.h"

namespace qiaomen {

/// The way of attachments under the same switch as the records': while it is off nothing leaves the device.
class SwitchedAttachmentWay : public AttachmentWay {
public:
    SwitchedAttachmentWay(AttachmentWay& way, const SwitchedTransport& theSwitch) : way_(way), switch_(theSwitch) {}

    Result<AttachmentStates> states(const GridId& grid, const std::vector<Hash256>& hashes) override {
        return switch_.isOn() ? way_.states(grid, hashes) : Result<AttachmentStates>(off());
    }
    Result<AttachmentState> send(const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                 std::string_view chunk) override {
        return switch_.isOn() ? way_.send(grid, hash, offset, chunk) : Result<AttachmentState>(off());
    }
    Result<std::string> fetch(const GridId& grid, const Hash256& hash, std::uint64_t offset) override {
        return switch_.isOn() ? way_.fetch(grid, hash, offset) : Result<std::string>(off());
    }
    void interrupt() override { way_.interrupt(); }

private:
    static Error off() { return {Fault::offline, "the network is switched off in the app"}; }

    AttachmentWay& way_;
    const SwitchedTransport& switch_;
};

}  // namespace qiaomen
