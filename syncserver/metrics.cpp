// SPDX-License-Identifier: Apache-2.0
#include "syncserver/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace qiaomen {

void Histogram::add(std::chrono::nanoseconds time) {
    const double seconds = std::chrono::duration<double>(time).count();
    const auto bucket = std::ranges::lower_bound(kBounds, seconds) - kBounds.begin();
    ++counts_[static_cast<std::size_t>(bucket)];
    nanoseconds_ += static_cast<std::uint64_t>(time.count());
}

void Histogram::print(const std::string& name, const std::string& help, std::string& out) const {
    auto at = std::back_inserter(out);
    fmt::format_to(at, "# HELP {0} {1}\n# TYPE {0} histogram\n", name, help);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
        sum += counts_[i];
        fmt::format_to(at, "{}_bucket{{le=\"{}\"}} {}\n", name, kBounds[i], sum);
    }
    sum += counts_.back();
    fmt::format_to(at, "{0}_bucket{{le=\"+Inf\"}} {1}\n{0}_sum {2:.6f}\n{0}_count {1}\n", name, sum,
                   static_cast<double>(nanoseconds_) / 1e9);
}

void Metrics::observe(const SyncEvent& event) {
    if (event.fault) ++gridProblems_;
    taken_ += event.push.taken;
    repeated_ += event.push.repeated;
    refused_ += event.push.refusals.size() - std::min(event.push.rescued, event.push.refusals.size());
    conflicts_ += event.push.conflicts;
    givenBack_ += event.push.givenBack;
    late_ += event.push.rescued;
    forks_ += event.push.forkAt != 0 ? 1 : 0;
    differences_ += event.differences;
    setBack_ += event.setBack ? 1 : 0;
    sent_ += event.sent;
}

void Metrics::observe(const AttachmentEvent& event) {
    const auto kind = static_cast<std::size_t>(event.kind);
    ++attachments_[kind];
    attachmentBytes_[kind] += event.bytes;
}

void Metrics::sync(std::chrono::nanoseconds time, std::size_t bytesIn, std::size_t bytesOut) {
    ++syncs_;
    bytesIn_ += bytesIn;
    bytesOut_ += bytesOut;
    syncTime_.add(time);
}

void Metrics::snapshot(std::chrono::nanoseconds time, std::size_t bytes) {
    ++snapshots_;
    snapshotBytes_ += bytes;
    snapshotTime_.add(time);
}

namespace {

void print(std::string_view kind, std::string_view name, std::string_view help, std::uint64_t value, std::string& out) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, kind, value);
}

}  // namespace

std::string Metrics::text(const Now& now) const {
    std::string out;
    const auto counter = [&](auto... line) { print("counter", line..., out); };
    counter("qiaomen_syncs_total", "Requests to /v1/sync that were answered.", syncs_.load());
    counter("qiaomen_failures_total", "Requests answered with an error.", failures_.load());
    counter("qiaomen_grid_problems_total", "Grids of a sync for which nothing could be done.", gridProblems_.load());
    counter("qiaomen_changes_taken_total", "Changes taken into a grid's log.", taken_.load());
    counter("qiaomen_changes_repeated_total", "Changes that had been taken before: a reply was lost.", repeated_.load());
    counter("qiaomen_changes_refused_total", "Changes refused with a reason.", refused_.load());
    counter("qiaomen_changes_sent_total", "Changes of others sent to devices.", sent_.load());
    counter("qiaomen_conflicts_total", "Conflict records made.", conflicts_.load());
    counter("qiaomen_changes_given_back_total",
            "Changes of others that devices gave back to a grid that had forgotten them.", givenBack_.load());
    counter("qiaomen_changes_late_total",
            "Changes of devices that had lost the grid, kept for those who hold it to decide.", late_.load());
    counter("qiaomen_forks_total", "Devices that were found to be a copy of themselves, or set back.", forks_.load());
    counter("qiaomen_different_buckets_total", "Buckets of records in which a device differed from its grid.",
            differences_.load());
    counter("qiaomen_histories_total", "Grids that were found to be an old copy of themselves.", setBack_.load());
    counter("qiaomen_snapshots_total", "Snapshots sent.", snapshots_.load());
    counter("qiaomen_snapshot_bytes_total", "Bytes of snapshots sent.", snapshotBytes_.load());
    counter("qiaomen_received_bytes_total", "Bytes of sync requests.", bytesIn_.load());
    counter("qiaomen_sent_bytes_total", "Bytes of sync replies.", bytesOut_.load());
    using Kind = AttachmentEvent::Kind;
    const auto events = [&](Kind kind) { return attachments_[static_cast<std::size_t>(kind)].load(); };
    const auto bytes = [&](Kind kind) { return attachmentBytes_[static_cast<std::size_t>(kind)].load(); };
    counter("qiaomen_attachments_total", "Attachments that came in whole.", events(Kind::complete));
    counter("qiaomen_attachments_refused_total", "Chunks that were not taken in.", events(Kind::refused));
    counter("qiaomen_attachments_damaged_total", "Attachments found damaged on the disk.", events(Kind::damaged));
    counter("qiaomen_attachments_removed_total", "Attachments that were garbage.", events(Kind::removed));
    counter("qiaomen_attachment_received_bytes_total", "Bytes of chunks taken in.", bytes(Kind::chunk));
    counter("qiaomen_attachment_sent_bytes_total", "Bytes of attachments sent.", bytes(Kind::sent));
    print("gauge", "qiaomen_storage_up", "1 while the storage answers.", now.storageAnswers ? 1 : 0, out);
    print("gauge", "qiaomen_open_grids", "Grid databases open now.", now.openGrids, out);
    print("gauge", "qiaomen_waiting_requests", "Devices that wait for news now.", now.waiting, out);
    syncTime_.print("qiaomen_sync_seconds", "From the whole request to the answer.", out);
    snapshotTime_.print("qiaomen_snapshot_seconds", "From the whole request to the answer.", out);
    return out;
}

std::string deviceMetrics(const std::vector<EnrolledDevice>& devices, std::int64_t nowMs) {
    constexpr std::int64_t kDay = 86'400'000;
    std::uint64_t enrolled = 0, never = 0, day = 0, week = 0, holding = 0, unsent = 0, refused = 0, repairs = 0;
    for (const EnrolledDevice& device : devices) {
        if (device.revoked) continue;
        ++enrolled;
        if (!device.lastSyncMs) ++never;
        if (device.lastSyncMs && nowMs - *device.lastSyncMs > kDay) ++day;
        if (device.lastSyncMs && nowMs - *device.lastSyncMs > 7 * kDay) ++week;
        if (device.unsent > 0) ++holding;
        unsent += device.unsent;
        refused += device.refused;
        repairs += device.repairs;
    }
    std::string out;
    const auto gauge = [&](auto... line) { print("gauge", line..., out); };
    gauge("qiaomen_devices", "Devices enrolled and not revoked.", enrolled);
    gauge("qiaomen_devices_never_synced", "Of these, those that have never synced.", never);
    gauge("qiaomen_devices_silent_day", "Of these, those whose last sync is more than a day ago.", day);
    gauge("qiaomen_devices_silent_week", "Of these, those whose last sync is more than seven days ago.", week);
    gauge("qiaomen_devices_holding_changes", "Of these, those that had unsent changes after their last sync.", holding);
    gauge("qiaomen_unsent_changes", "Changes on devices, by what they said at their last sync.", unsent);
    gauge("qiaomen_device_refusals", "Changes of enrolled devices that were refused, since their enrolment.", refused);
    gauge("qiaomen_device_repairs", "Times that devices found their records to differ, by what they said.", repairs);
    return out;
}

}  // namespace qiaomen
