// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "syncserver/guarded_stream.h"

namespace qiaomen {

/// Where connections are while nobody has to do anything for them: one thread watches over all of them, so that a phone that waits
/// for news, or one that may have another question soon, costs a socket and some hundred bytes, and no thread.
///
/// - A guest that *waits* gets one answer: by answer(), at the end of its time, or when the room closes. One that goes away or says
///   something before it was answered is let go. At most `seats` wait.
/// - A guest that *idles* is given back by `resume` as soon as it says something, and let go after limits::kKeepAliveTime.
///
/// Thread-safe. Callbacks come on the room's thread; close() comes back when it has ended.
class WaitingRoom {
public:
    using Guest = std::unique_ptr<GuardedStream>;
    using Resume = std::function<void(Guest)>;
    using Left = std::function<void(std::uint64_t number)>;
    using Clock = Channel::Clock;

    struct Answers {
        std::string atEnd;    ///< for whom the time is over
        std::string atClose;  ///< for all when the room closes; then the connection ends
    };

    explicit WaitingRoom(std::size_t seats) : seats_(seats) {}
    ~WaitingRoom() { close(); }
    WaitingRoom(const WaitingRoom&) = delete;
    WaitingRoom& operator=(const WaitingRoom&) = delete;

    /// Before the first guest. `left` is called for each that waited and does not any more, for whatever reason.
    void open(Resume resume, Left left, Answers answers);
    /// Answers everybody, and lets all go. Harmless twice.
    void close();

    /// The guest waits under a new number, and is moved from. Nothing when all seats are taken or the room is closed.
    std::optional<std::uint64_t> wait(Guest& guest, std::chrono::milliseconds time);
    /// Answers one that waits, soon and on the room's thread; then it idles. Harmless when it is not here any more.
    void answer(std::uint64_t number, std::string bytes);
    [[nodiscard]] bool holds(std::uint64_t number) const;
    /// The guest idles; in a closed room it is let go.
    void idle(Guest guest);
    /// How many wait.
    [[nodiscard]] std::size_t waiting() const;

private:
    struct Seat {
        Guest guest;
        Clock::time_point until;
        bool waits = false;
    };
    /// What has to be done outside the lock.
    struct Chores {
        std::vector<Guest> resumed, gone;
        std::vector<std::uint64_t> left;
    };

    void run();
    [[nodiscard]] int timeToNextEnd() const;
    void signal() const;
    // Under the mutex:
    std::uint64_t seat(Guest guest, bool waits, std::chrono::milliseconds time);
    Guest unseat(std::uint64_t number);
    void sayAndIdle(std::uint64_t number, const std::string& bytes, Chores& chores);
    void hear(std::uint64_t number, Chores& chores);
    void giveAnswers(Chores& chores);
    void endTimes(Chores& chores);
    void perform(Chores& chores);

    const std::size_t seats_;
    Resume resume_;
    Left left_;
    Answers answers_;
    mutable std::mutex mutex_;
    bool open_ = false;
    std::map<std::uint64_t, Seat> taken_;
    std::set<std::pair<Clock::time_point, std::uint64_t>> ends_;
    std::vector<std::pair<std::uint64_t, std::string>> answered_;
    std::size_t waiting_ = 0;
    std::uint64_t lastNumber_ = 0;
    int epoll_ = -1;
    int bell_ = -1;  ///< an eventfd: ends the thread's sleep
    std::thread thread_;
};

}  // namespace qiaomen
