// SPDX-License-Identifier: Apache-2.0
#include "bench/workload.h"

#include <malloc.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "bench/figures.h"
#include "bench/must.h"
#include "bench/process_figures.h"
#include "bench/wire_meter.h"
#include "bench/workload_centre.h"
#include "bench/workload_collections.h"
#include "bench/workload_data.h"
#include "shared/client/device_folder.h"
#include "shared/client/grid_reader.h"
#include "shared/client/sync_client.h"
#include "shared/core/json.h"
#include "shared/core/wire.h"

namespace qiaomen::bench {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double number) { return std::round(number * 100) / 100; }

struct Round {
    double ms = 0;
    double cpuMs = 0;  ///< of device and centre together
    MeteredTransport::Count count;

    Round& operator+=(const Round& other) {
        ms += other.ms;
        cpuMs += other.cpuMs;
        count.messageBytes += other.count.messageBytes;
        count.wireBytes += other.count.wireBytes;
        count.requests += other.count.requests;
        count.waitedMs += other.count.waitedMs;
        return *this;
    }
};

/// `ms` is a whole round as its user waits for it: everything on the device, the network, and everything at the centre, compression
/// included. `cpu_ms` is what of it processors worked: the figure to compare while a machine is busy with other things. `zstd` counts every byte on the wire, both ways, heads included.
Json json(const Round& round) {
    return {{"ms", rounded(round.ms)},
            {"cpu_ms", rounded(round.cpuMs)},
            {"waited_ms", rounded(round.count.waitedMs)},
            {"raw", round.count.messageBytes},
            {"zstd", round.count.wireBytes},
            {"requests", round.count.requests}};
}

/// A device: its replica and its way to the centre.
class Device {
public:
    Device(const WorkloadOptions& options, const WorkloadCentre& centre, std::size_t number)
        : centre_(centre.pid()),
          transport_(centre.port(), {.server = centre.url(), .token = centre.tokens().at(number), .caFile = {}}) {
        LocalStore::Options store{.file = options.work / ("device-" + std::to_string(number) + ".db"),
                                  .grid = centre.grids().front()};
        const auto random = systemRandom();
        if (options.cipher) random(store.key.emplace());
        store.device = DeviceId::make(systemClock()(), random);
        store.collections = workloadCollections();
        store.clock = systemClock();
        store.centreKey = centre.key();
        store.deviceKey = makeKeyPair(random);
        store_ = must(LocalStore::open(std::move(store)));
        client_.emplace(transport_, std::vector{store_.get()}, "qiaomen-bench");
    }

    LocalStore& store() { return *store_; }

    double save(const std::vector<Edit>& edits) {
        return milliseconds([&] { must(store_->save(edits)); });
    }

    Round sync() {
        Round round;
        transport_.take();
        const double centreBefore = cpuSeconds(centre_);
        const double before = ownCpuSeconds();
        round.ms = milliseconds([&] {
            for (const auto& [grid, report] : must(client_->round()).grids) {
                if (report.problem) throw std::runtime_error("a sync failed: " + report.problem->message);
                if (report.refused + report.differences > 0)
                    throw std::runtime_error("the centre refused a change, or holds another");
            }
        });
        const double own = ownCpuSeconds() - before;
        round.cpuMs = (own + cpuSeconds(centre_) - centreBefore) * 1000;
        round.count = transport_.take();
        return round;
    }

    Snapshot centresRecords() { return must(decodeSnapshot(must(transport_.snapshot(store_->grid())))); }

private:
    pid_t centre_;
    MeteredTransport transport_;
    std::unique_ptr<LocalStore> store_;
    std::optional<SyncClient> client_;
};

using ReadRecord = std::function<Record(const Edit&)>;

ReadRecord readerOf(LocalStore& store) {
    return [&store](const Edit& edit) { return must(store.read(edit.collection, edit.record)); };
}

ReadRecord readerOf(const Snapshot& snapshot) {
    auto byId = std::make_shared<std::map<RecordId, const Record*>>();
    for (const Record& record : snapshot.records) byId->emplace(record.id(), &record);
    return [byId](const Edit& edit) { return *byId->at(edit.record); };
}

/// Same fields, same stamps, for every row of the workload.
bool areSame(const WorkloadData& data, const ReadRecord& one, const ReadRecord& other) {
    return std::ranges::all_of(data.rows, [&](const Edit& row) { return one(row) == other(row); });
}

const Value& valueOf(const Edit& edit, FieldNo field) {
    return std::ranges::find(edit.values, field, &FieldValue::field)->value;
}

Json kept(const WorkloadData& data, const ReadRecord& read) {
    int onlyA = 0, onlyC = 0, sharedA = 0, sharedC = 0;
    for (std::size_t i = 0; i < data.stormA.size(); ++i) {
        const Edit& a = data.stormA[i];
        const Edit& c = data.stormC[i];
        const Record record = read(a);
        const auto says = [&](const Edit& edit, FieldNo field) {
            return record.get(field) == valueOf(edit, field) ? 1 : 0;
        };
        onlyA += says(a, workVisit.outcome);
        onlyC += says(c, workVisit.nextDue);
        sharedA += says(a, workVisit.content);
        sharedC += says(c, workVisit.content);
    }
    const int neither = static_cast<int>(data.stormA.size()) - sharedA - sharedC;
    return {{"a_only_kept", onlyA},
            {"c_only_kept", onlyC},
            {"shared_A", sharedA},
            {"shared_C", sharedC},
            {"shared_neither", neither}};
}

/// How many of A's overwritten values the device's list of open conflicts shows, with the value itself.
int shownLosers(const WorkloadData& data, LocalStore& store) {
    std::map<RecordId, std::string> losers;
    for (const Record& record : must(must(GridReader::open(store))->openConflicts())) {
        if (record.integer(conflict.ofField) == static_cast<int>(workVisit.content)) {
            losers[record.reference(conflict.ofRecord)] = record.text(conflict.loser);
        }
    }
    return static_cast<int>(std::ranges::count_if(data.stormA, [&](const Edit& edit) {
        const auto shown = losers.find(edit.record);
        return shown != losers.end() && shown->second == toJson(valueOf(edit, workVisit.content));
    }));
}

int arrived(const WorkloadData& data, const ReadRecord& read) {
    return static_cast<int>(std::ranges::count_if(data.inc, [&](const Edit& edit) {
        const Record record = read(edit);
        return std::ranges::all_of(edit.values,
                                   [&](const FieldValue& value) { return record.get(value.field) == value.value; });
    }));
}

/// One visit a time, one field each: what a worker's own saves cost.
double savesASecond(const WorkloadData& data, LocalStore& store) {
    const std::size_t saves = std::min<std::size_t>(1000, data.stormA.size());
    const double ms = milliseconds([&] {
        for (std::size_t i = 0; i < saves; ++i) {
            must(store.save(
                {workVisit.number(), data.stormA[i].record, {{workVisit.visitor, "网格员" + std::to_string(i)}}}));
        }
    });
    return static_cast<double>(saves) / ms * 1000;
}

std::uintmax_t checkpointedSize(LocalStore& store) {
    must(store.checkpoint());
    return std::filesystem::file_size(store.file());
}

/// What an earlier run left behind, with other keys or half done, is no beginning for this one.
WorkloadOptions inEmptyFolder(WorkloadOptions options) {
    options.work /= options.cipher ? "qiaomen-bench-cipher" : "qiaomen-bench";
    std::filesystem::remove_all(options.work);
    std::filesystem::create_directories(options.work);
    return options;
}

class Run {
public:
    explicit Run(const WorkloadOptions& options)
        : options_(inEmptyFolder(options)),
          data_(readWorkload(options.data)),
          centre_({.folder = options_.work / "centre", .cipher = options.cipher}) {}

    Json play() {
        line_ = {{"peer", options_.cipher ? "qiaomen-cipher" : "qiaomen"},
                 {"version", "qiaomen"},
                 {"sync", "FULL"},
                 {"rows", data_.rows.size()}};
        Device a(options_, centre_, 0);
        fill(a);
        std::optional<Device> c;
        line_["w3_open_ms"] = rounded(milliseconds([&] { c.emplace(options_, centre_, 1); }));
        line_["w3"] = json(c->sync());
        line_["w3_equal"] = areSame(data_, readerOf(a.store()), readerOf(c->store()));
        storm(a, *c);
        increment(a, *c);
        line_["w1s_tx_s"] = std::round(savesASecond(data_, a.store()));
        line_["size_end_A"] = checkpointedSize(a.store());
        line_["size_end_B"] = centre_.sizeOf(a.store().grid());
        line_["note"] = "ms: whole rounds over HTTP with fsync; zstd: all bytes on the wire, both ways";
        return line_;
    }

private:
    void fill(Device& a) {
        const double ms = a.save(data_.rows);
        line_["w1_ms"] = rounded(ms);
        line_["w1_rows_s"] = std::round(static_cast<double>(data_.rows.size()) / ms * 1000);
        line_["size_A"] = checkpointedSize(a.store());
        line_["w2"] = json(a.sync());
        line_["size_B"] = centre_.sizeOf(a.store().grid());
        a.sync();  // nothing is left to say
    }

    void storm(Device& a, Device& c) {
        line_["w4_edit_ms"] = rounded(a.save(data_.stormA) + c.save(data_.stormC));
        Round all;
        line_["w4_steps_ms"] = Json::array();
        for (Device* device : {&a, &c, &a, &c}) {
            const Round one = device->sync();
            all += one;
            line_["w4_steps_ms"].push_back(rounded(one.ms));
        }
        line_["w4"] = json(all);
        const Snapshot centre = a.centresRecords();
        const ReadRecord inA = readerOf(a.store()), inB = readerOf(centre), inC = readerOf(c.store());
        line_["w4_converged"] = areSame(data_, inA, inB) && areSame(data_, inB, inC) &&
                                must(a.store().digest()) == must(c.store().digest());
        line_["w4_conflicts_kept"] = std::min(shownLosers(data_, a.store()), shownLosers(data_, c.store()));
        line_["w4_A"] = kept(data_, inA);
        line_["w4_B"] = kept(data_, inB);
        line_["w4_C"] = kept(data_, inC);
    }

    void increment(Device& a, Device& c) {
        ::malloc_trim(0);  // what the comparison left: giving it back is not the price of saving ten rows
        line_["w5_edit_ms"] = rounded(a.save(data_.inc));
        line_["w5_push"] = json(a.sync());
        line_["w5_pull"] = json(c.sync());
        line_["w5_arrived"] = arrived(data_, readerOf(c.store()));
    }

    WorkloadOptions options_;
    WorkloadData data_;
    WorkloadCentre centre_;
    Json line_;
};

}  // namespace

int workload(const WorkloadOptions& options) {
    const Json line = Run(options).play();
    std::printf("%s\n", line.dump().c_str());
    return 0;
}

}  // namespace qiaomen::bench
