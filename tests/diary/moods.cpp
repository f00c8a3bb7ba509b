// SPDX-License-Identifier: Apache-2.0
#include "tests/diary/moods.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace qiaomen::diary {

namespace fs = std::filesystem;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;
/// The story happens in China, whatever this machine's time zone: CST-8 is eight hours ahead of UTC.
constexpr auto kZone = 8h;
/// The loader puts the architecture's library folder in.
constexpr const char* kFakeTime = "/usr/$LIB/faketime/libfaketime.so.1";

std::int64_t machineMs() { return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count(); }

}  // namespace

Moods::Moods(fs::path folder, std::int64_t startMs, fs::path diskLibrary)
    : folder_(std::move(folder)), diskLibrary_(std::move(diskLibrary)), aheadMs_(startMs - machineMs()) {}

std::vector<std::string> Moods::join(const std::string& name) {
    fs::create_directories(of(name));
    wrongMs_[name] = 0;
    write(name);
    const char* sanitizer = std::getenv("ASAN_OPTIONS");
    return {"TZ=CST-8",
            std::string("LD_PRELOAD=") + kFakeTime + ":" + diskLibrary_.string(),
            "FAKETIME_TIMESTAMP_FILE=" + (of(name) / "clock").string(),
            "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
            "NO_FAKE_STAT=1",
            "QIAOMEN_DISK=" + of(name).string(),
            "ASAN_OPTIONS=verify_asan_link_order=0" + (sanitizer ? ":" + std::string(sanitizer) : "")};
}

/// Replaced whole: the process reads it at any moment.
void Moods::write(const std::string& name) const {
    const fs::path beside = of(name) / "clock.new";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%+.3f", static_cast<double>(aheadMs_ + wrongMs_.at(name)) / 1000);
    std::ofstream(beside) << text.data() << '\n';
    fs::rename(beside, of(name) / "clock");
}

void Moods::pass(minutes time) {
    aheadMs_ += duration_cast<milliseconds>(time).count();
    for (const auto& [name, wrong] : wrongMs_) write(name);
}

void Moods::passUntil(const std::string& clock, int days) {
    const auto target = hours(std::stoi(clock.substr(0, 2))) + minutes(std::stoi(clock.substr(3))) + days * kDay;
    const auto now = milliseconds(aheadMs_ + machineMs()) + kZone;
    const auto midnight = floor<std::chrono::days>(now);
    if (midnight + target <= now) throw std::runtime_error("the story's clock has passed " + clock);
    aheadMs_ += duration_cast<milliseconds>(midnight + target - now).count();
    for (const auto& [name, wrong] : wrongMs_) write(name);
}

void Moods::setWrong(const std::string& name, minutes by) {
    wrongMs_.at(name) = duration_cast<milliseconds>(by).count();
    write(name);
}

std::int64_t Moods::nowMs(const std::string& name) const { return machineMs() + aheadMs_ + wrongMs_.at(name); }

std::string Moods::date(int days) const {
    const auto day = floor<std::chrono::days>(milliseconds(aheadMs_ + machineMs()) + kZone);
    const year_month_day date(sys_days(day) + std::chrono::days(days));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()));
    return text.data();
}

void Moods::make(const std::string& name, const char* mood) const { std::ofstream(of(name) / mood) << '\n'; }

void Moods::freeDisk(const std::string& name) const { fs::remove(of(name) / "full"); }

void Moods::waitForDisk(const std::string& name) const {
    for (int tries = 0; tries < 30'000; ++tries) {
        if (fs::exists(of(name) / "waiting")) return;
        std::this_thread::sleep_for(1ms);
    }
    throw std::runtime_error(name + " waits for no disk: is the library preloaded?");
}

void Moods::quickenDisk(const std::string& name) const {
    fs::remove(of(name) / "slow");
    fs::remove(of(name) / "waiting");
}

}  // namespace qiaomen::diary
