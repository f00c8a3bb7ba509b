// SPDX-License-Identifier: Apache-2.0
#include "shared/client/attachment_loop.h"

namespace qiaomen {

AttachmentLoop::AttachmentLoop(AttachmentWay& way, std::vector<AttachmentStore*> stores, Callback callback)
    : sync_(way, std::move(stores),
            [this](const AttachmentProgress& progress) {
                state_.progress = progress;
                tell();
            }),
      callback_(std::move(callback)) {}

AttachmentLoop::~AttachmentLoop() { stop(); }

void AttachmentLoop::start() {
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
}

void AttachmentLoop::wake(Network network) {
    {
        const std::lock_guard lock(mutex_);
        woken_ = network_ = network;
    }
    changed_.notify_all();
}

void AttachmentLoop::ask(const Hash256& hash) {
    sync_.ask(hash);
    {
        const std::lock_guard lock(mutex_);
        woken_ = network_;
    }
    changed_.notify_all();
}

void AttachmentLoop::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    sync_.stop();
    if (thread_.joinable()) thread_.join();
}

void AttachmentLoop::tell() {
    if (callback_) callback_(state_);
}

void AttachmentLoop::run() {
    while (true) {
        Network network{};
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopping_ || woken_; });
            if (stopping_) return;
            network = *std::exchange(woken_, std::nullopt);
        }
        state_.isMoving = true;
        state_.progress = {};
        tell();
        auto report = sync_.run(network);
        state_.isMoving = false;
        state_.error = report ? std::nullopt : std::optional(report.error());
        if (report) state_.report = *std::move(report);
        tell();
    }
}

}  // namespace qiaomen
