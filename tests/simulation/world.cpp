// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world.h"

#include <algorithm>
#include <iostream>

namespace qiaomen::simulation {

namespace {

constexpr std::int64_t kFirstMorning = 1'795'334'400'000;  // 2026-11-22T08:00:00Z
constexpr std::size_t kMostComplaints = 20;

}  // namespace

RandomSource seededBytes(std::uint64_t seed) {
    return [state = std::make_shared<std::uint64_t>(seed)](std::span<std::uint8_t> bytes) {
        for (std::uint8_t& byte : bytes) {
            // splitmix64 (Steele, Lea, Flood 2014)
            std::uint64_t z = *state += 0x9e3779b97f4a7c15U;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
            byte = static_cast<std::uint8_t>(z >> 56);
        }
    };
}

World::World(Options options)
    : options_(std::move(options)),
      disks_(folder_.path(), options_.seed + 4),
      nowMs_(kFirstMorning),
      random_(seededBytes(options_.seed + 3)) {
    centres_.push_back(std::make_unique<Centre>(*this, "centre", options_.seed + 1, std::vector{kEast, kWest}));
    if (options_.communities > 1)
        centres_.push_back(std::make_unique<Centre>(*this, "harbour", options_.seed + 11, std::vector{kHarbour}));
}

World::~World() = default;

Phone& World::phone(std::string_view name, Job job) {
    for (const auto& phone : phones_) {
        if (phone->name() == name) return *phone;
    }
    Centre& centre = job.grid == kHarbour ? harbour() : this->centre();
    return addPhone(centre, {std::string(name), std::string(name), folder() / std::string(name), std::move(job)});
}

Phone& World::addPhone(Centre& centre, Phone::Origin origin) {
    phones_.push_back(std::make_unique<Phone>(*this, centre, std::move(origin)));
    return *phones_.back();
}

std::string World::nameOf(const DeviceId& device) const {
    for (const auto& phone : phones_) {
        if (phone->was(device)) return phone->name();
    }
    const auto remembered = std::ranges::find(options_.remembers, device,
                                              [](const std::string& name) { return DeviceId::named({}, name); });
    return remembered != options_.remembers.end() ? *remembered : "";
}

std::vector<std::string> World::gridsBeside(std::string_view grid) const {
    if (grid == kHarbour) return {std::string(kHarbour)};
    return {std::string(kEast), std::string(kWest)};
}

Centre& World::strangeTo(const Centre& centre) {
    return &centre == centres_.front().get() ? *centres_.back() : *centres_.front();
}

void World::complain(const std::string& what) {
    if (std::ranges::find(complaints_, what) == complaints_.end() && complaints_.size() < kMostComplaints)
        complaints_.push_back(what);
}

void World::tell(const std::string& line) {
    for (const char c : line) trace_ = (trace_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    if (printing_) std::cerr << line << '\n';
}

}  // namespace qiaomen::simulation
