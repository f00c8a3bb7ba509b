// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "shared/client/transport.h"

namespace qiaomen {

/// A transport with a switch, as the phone's flight mode: while it is off every call fails with offline at once, and nothing
/// leaves the device. The switch may be thrown from any thread.
class SwitchedTransport : public Transport {
public:
    SwitchedTransport(Transport& transport, bool on) : transport_(transport), on_(on) {}

    [[nodiscard]] bool isOn() const { return on_; }
    /// Off also ends a call that is under way.
    void set(bool on) {
        on_ = on;
        if (on) return;
        transport_.endWait();
        transport_.interrupt();
    }

    Result<std::string> sync(std::string_view request) override {
        wasOff_ = !on_;
        return wasOff_ ? Result<std::string>(off()) : transport_.sync(request);
    }
    [[nodiscard]] bool leftNothing() const override { return wasOff_ || transport_.leftNothing(); }
    Result<std::string> snapshot(const GridId& grid) override {
        return on_ ? transport_.snapshot(grid) : Result<std::string>(off());
    }
    Result<std::string> continueSnapshot(const GridId& grid, SnapshotPart& part) override {
        return on_ ? transport_.continueSnapshot(grid, part) : Result<std::string>(off());
    }
    Result<WaitReply> wait(const WaitRequest& request) override {
        return on_ ? transport_.wait(request) : Result<WaitReply>(off());
    }
    Result<std::string> carry(std::string_view question) override {
        return on_ ? transport_.carry(question) : Result<std::string>(off());
    }
    void endWait() override { transport_.endWait(); }
    [[nodiscard]] bool isOff() const override { return !on_; }
    void interrupt() override { transport_.interrupt(); }

private:
    static Error off() { return {Fault::offline, "the network is switched off in the app"}; }

    Transport& transport_;
    std::atomic<bool> on_;
    bool wasOff_ = false;  ///< at the last sync()
};

}  // namespace qiaomen
