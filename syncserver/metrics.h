// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "syncserver/attachments.h"
#include "syncserver/hub.h"

namespace qiaomen {

/// How long things took, in buckets as Prometheus counts them.
class Histogram {
public:
    void add(std::chrono::nanoseconds time);
    /// Appends the lines of a histogram of that name.
    void print(const std::string& name, const std::string& help, std::string& out) const;

private:
    static constexpr std::array<double, 12> kBounds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                       0.05,   0.1,   0.25,   1,     5,    30};
    std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> counts_{};
    std::atomic<std::uint64_t> nanoseconds_{0};
};

/// What the centre has done since it started, as `GET /metrics` shows it. Numbers only: nothing of any person, device or grid.
/// Thread-safe.
class Metrics {
public:
    /// What is not counted but looked at.
    struct Now {
        std::size_t openGrids = 0;
        std::size_t waiting = 0;  ///< requests that wait for news
        bool storageAnswers = true;
    };

    void observe(const SyncEvent& event);
    void observe(const AttachmentEvent& event);
    void sync(std::chrono::nanoseconds time, std::size_t bytesIn, std::size_t bytesOut);
    void snapshot(std::chrono::nanoseconds time, std::size_t bytes);
    void failed() { ++failures_; }

    /// The text format of Prometheus, version 0.0.4.
    [[nodiscard]] std::string text(const Now& now) const;

private:
    using Counter = std::atomic<std::uint64_t>;

    Counter syncs_{0}, failures_{0}, gridProblems_{0};
    Counter taken_{0}, repeated_{0}, refused_{0}, conflicts_{0}, forks_{0}, sent_{0};
    Counter givenBack_{0}, late_{0}, differences_{0}, setBack_{0};
    Counter snapshots_{0}, snapshotBytes_{0}, bytesIn_{0}, bytesOut_{0};
    std::array<Counter, 6> attachments_{}, attachmentBytes_{};  ///< by AttachmentEvent::Kind
    Histogram syncTime_, snapshotTime_;
};

/// How the devices are, as figures that name none of them: how many there are, how many have been silent for how long, and what
/// they have left unsent. The same on every server process of a centre.
std::string deviceMetrics(const std::vector<EnrolledDevice>& devices, std::int64_t nowMs);

}  // namespace qiaomen
