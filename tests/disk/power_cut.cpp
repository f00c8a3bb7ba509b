// SPDX-License-Identifier: Apache-2.0
#include "tests/disk/power_cut.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace qiaomen::tests {

namespace {

constexpr std::int64_t kSector = 512;

enum class Cache { lost, written, tornAtTheEnd, anyOrder };

using Dice = std::mt19937_64;

std::size_t rolled(Dice& dice, std::size_t below) { return below == 0 ? 0 : dice() % below; }

void put(std::string& file, std::int64_t offset, std::string_view bytes) {
    const auto at = static_cast<std::size_t>(offset);
    if (file.size() < at + bytes.size()) file.resize(at + bytes.size());
    file.replace(at, bytes.size(), bytes);
}

std::string rubbish(Dice& dice) {
    std::string sector(kSector, '\0');
    std::generate(sector.begin(), sector.end(), [&] { return static_cast<char>(dice()); });
    return sector;
}

/// A write of which some sectors arrive. Where the file grew over one that did not, there is whatever was on the disk.
void writeInPart(std::string& file, const DiskAct& act, Dice& dice) {
    const auto end = act.offset + static_cast<std::int64_t>(act.bytes.size());
    for (std::int64_t from = act.offset; from < end;) {
        const std::int64_t to = std::min(end, (from / kSector + 1) * kSector);
        const auto length = static_cast<std::size_t>(to - from);
        const auto piece = std::string_view(act.bytes).substr(static_cast<std::size_t>(from - act.offset), length);
        const bool grows = to > static_cast<std::int64_t>(file.size());
        if (rolled(dice, 2) == 0)
            put(file, from, piece);
        else if (grows && rolled(dice, 2) == 0)
            put(file, from, rubbish(dice).substr(0, length));
        from = to;
    }
}

void replay(std::string& file, const DiskAct& act) {
    if (act.kind == DiskAct::Kind::write) put(file, act.offset, act.bytes);
    if (act.kind == DiskAct::Kind::truncate) file.resize(static_cast<std::size_t>(act.size));
}

void applyTorn(std::string& file, const DiskAct& act, Dice& dice) {
    if (act.kind != DiskAct::Kind::write) return;
    DiskAct part = act;
    part.bytes.resize(std::min(act.bytes.size(), kSector * rolled(dice, act.bytes.size() / kSector + 1)));
    replay(file, part);
}

void applyWhatArrives(std::string& file, std::span<const DiskAct* const> pending, Cache cache, Dice& dice) {
    switch (cache) {
        case Cache::lost: return;
        case Cache::written:
            for (const DiskAct* act : pending) replay(file, *act);
            return;
        case Cache::tornAtTheEnd: {
            const std::size_t whole = rolled(dice, pending.size() + 1);
            for (const DiskAct* act : pending.first(whole)) replay(file, *act);
            if (whole < pending.size()) applyTorn(file, *pending[whole], dice);
            return;
        }
        case Cache::anyOrder:
            for (const DiskAct* act : pending) {
                if (act->kind == DiskAct::Kind::write)
                    writeInPart(file, *act, dice);
                else if (rolled(dice, 2) == 0)
                    replay(file, *act);
            }
            return;
    }
}

}  // namespace

void PowerCuts::pass(const DiskAct& act) {
    switch (act.kind) {
        case DiskAct::Kind::write:
        case DiskAct::Kind::truncate: pending_[act.file].push_back(&act); return;
        case DiskAct::Kind::sync:
            for (const DiskAct* one : pending_[act.file]) replay(synced_[act.file], *one);
            pending_.erase(act.file);
            return;
        case DiskAct::Kind::remove:
            pending_.erase(act.file);
            synced_.erase(act.file);
            return;
    }
}

PowerCuts::Files PowerCuts::at(std::size_t moment, Dice& dice) {
    for (; passed_ < moment; ++passed_) pass(acts_[passed_]);
    Files files = synced_;
    const auto cache = static_cast<Cache>(rolled(dice, 4));
    for (const auto& [name, pending] : pending_) applyWhatArrives(files[name], pending, cache, dice);
    return files;
}

PowerCuts::Files filesIn(const std::filesystem::path& folder) {
    PowerCuts::Files files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().string().ends_with("-shm")) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return files;
}

void lay(const PowerCuts::Files& files, const std::filesystem::path& folder) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto& [name, bytes] : files) {
        std::ofstream file(folder / name, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file) throw std::runtime_error("no room for " + name);
    }
}

}  // namespace qiaomen::tests
