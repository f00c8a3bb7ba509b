// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/carrier.h"
#include "syncserver/admitted_sync.h"

namespace qiaomen {

/// What came of a question that was carried in.
struct CarriedSync {
    DeviceId device;
    std::string name;         ///< of the device, for the administrator
    std::string worker;       ///< who uses it
    std::size_t grids = 0;    ///< asked about
    std::size_t changes = 0;  ///< brought
    std::size_t refused = 0;  ///< of them, for good
    std::string answer;       ///< the file for the device
};

/// Answers carrier questions (shared/core/carrier.h): the same sync as over the network, by the same token, of the same device.
///
/// Nobody will come back in a second, so the answer says all there is: the whole tail, and the snapshots that are needed. A question
/// that is handed in twice changes nothing the second time. Whoever hands it in need not be its writer, and learns nothing of it.
///
/// A device that the centre has never heard is bound to its id as with a first sync, and to the key by which the question is signed;
/// that key stands beside the token within the seal, so nobody else can have put it there. Thread-safe.
class CarrierDesk {
public:
    CarrierDesk(Hub& hub, Access& access, const KeyPair& centre) : hub_(hub), access_(access), centre_(centre) {}

    /// Errors: invalid, outdated (see readQuestion, and the messages of a sync), refused (the device is unknown, revoked, or signs by
    /// another key), and those of admittedSync().
    Result<CarriedSync> answer(
        std::string_view question, const Aside& noteFailed = [](const Error&) {});

private:
    Result<SyncRequest> admit(const CarrierQuestion& question);
    Outcome followTails(const Grant& grant, const SyncRequest& asked, SyncReply& reply);
    Outcome addSnapshots(const Grant& grant, const SyncReply& reply, CarrierAnswer& answer);

    Hub& hub_;
    Access& access_;
    KeyPair centre_;
};

}  // namespace qiaomen
