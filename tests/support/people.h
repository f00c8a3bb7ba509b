// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "shared/core/merge.h"
#include "shared/core/signature.h"

/// The people, clocks and records of test stories. Everything is the same in every run.
namespace qiaomen::tests {

constexpr DeviceId device(std::uint8_t number) {
    return {{0x01, 0x90, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number}};
}
constexpr RecordId recordId(std::uint8_t number) {
    return {{0x01, 0x91, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number}};
}
constexpr GridId gridId(std::uint8_t number) {
    return {{0x01, 0x92, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number}};
}

inline constexpr DeviceId alice = device(0xa);  ///< a grid worker's phone
inline constexpr DeviceId bob = device(0xb);    ///< her neighbour's phone
inline constexpr DeviceId carol = device(0xc);  ///< the hall desk

/// What a device signs with: the same for the same id.
KeyPair keysOf(const DeviceId& device);

/// "alice", "bob", "carol", or the id's text.
std::string nameOf(const DeviceId& device);

/// 2026-11-22T08:00:00Z, a Sunday morning.
inline constexpr std::int64_t kMorning = 1795334400000;

/// A wall clock that moves only when told to, in any direction.
class FakeClock {
public:
    explicit FakeClock(std::int64_t ms = kMorning) : ms_(ms) {}
    void set(std::int64_t ms) { ms_ = ms; }
    void advance(std::int64_t ms) { ms_ += ms; }
    [[nodiscard]] std::int64_t ms() const { return ms_; }
    /// The clock must outlive what reads it.
    [[nodiscard]] ClockSource source() const {
        return [this] { return ms_; };
    }

private:
    std::int64_t ms_;
};

/// Random bytes that are the same for the same seed. For tests only.
RandomSource seededRandom(std::uint64_t seed);

/// A register in which each way to merge occurs.
class Visits : public Collection {
public:
    Visits();
    FieldNo note, status, household, minutes, share, seenAt, openedBy, phone;
};

/// A fact: every field is written once.
class Letters : public Collection {
public:
    Letters();
    FieldNo subject, sentOn;
};

const Visits& visits();
const Letters& letters();
/// Visits and letters.
Collections collections();

/// "note=fever (alice) status=done (bob)": each field that was ever written, by field number, with whose write it is.
/// "deleted" alone when the record is not visible, "nothing" when nobody wrote it.
std::string story(const Record& record);

/// Somebody with one record on the screen, and a clock of their own.
class Worker {
public:
    Worker(DeviceId device, const FakeClock& wall, const Collection& collection = visits());

    /// Saves new values over what is on the screen.
    Change edits(std::initializer_list<std::pair<std::string_view, Value>> values);
    Change edits(std::string_view field, Value value) { return edits({{field, std::move(value)}}); }
    Change deletes();
    MergeResult receives(const Change& change);

    [[nodiscard]] const Record& record() const { return record_; }
    [[nodiscard]] std::string story() const { return tests::story(record_); }

private:
    Change saved(Change change);

    const Collection* collection_;
    HybridClock clock_;
    Record record_;
    std::uint64_t lastNumber_ = 0;
};

}  // namespace qiaomen::tests
