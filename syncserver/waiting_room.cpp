// SPDX-License-Identifier: Apache-2.0
#include "syncserver/waiting_room.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace qiaomen {

namespace {

constexpr std::uint64_t kBell = 0;  ///< guests are numbered from 1
constexpr int kEventsAtOnce = 256;

}  // namespace

void WaitingRoom::open(Resume resume, Left left, Answers answers) {
    const std::lock_guard lock(mutex_);
    resume_ = std::move(resume);
    left_ = std::move(left);
    answers_ = std::move(answers);
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    bell_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    epoll_event event{.events = EPOLLIN, .data = {.u64 = kBell}};
    if (epoll_ < 0 || bell_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, bell_, &event) != 0)
        throw std::runtime_error("the operating system gives no means to wait for connections");
    open_ = true;
    thread_ = std::thread([this] { run(); });
}

void WaitingRoom::close() {
    {
        const std::lock_guard lock(mutex_);
        if (!open_) return;
        open_ = false;
        signal();
    }
    thread_.join();
    std::map<std::uint64_t, Seat> last;
    {
        const std::lock_guard lock(mutex_);
        last.swap(taken_);
        ends_.clear();
        waiting_ = 0;
    }
    for (auto& [number, seat] : last) {
        if (!seat.waits) continue;
        seat.guest->channel().writeAtOnce(answers_.atClose);
        left_(number);
    }
    ::close(epoll_);
    ::close(bell_);
}

std::optional<std::uint64_t> WaitingRoom::wait(Guest& guest, std::chrono::milliseconds time) {
    const std::lock_guard lock(mutex_);
    if (!open_ || waiting_ >= seats_) return std::nullopt;
    return seat(std::move(guest), true, time);
}

void WaitingRoom::idle(Guest guest) {
    const std::lock_guard lock(mutex_);
    if (open_) seat(std::move(guest), false, limits::kKeepAliveTime);
}

/// The thread's sleep is ended only when the new end is the first of all: mostly the others end earlier.
std::uint64_t WaitingRoom::seat(Guest guest, bool waits, std::chrono::milliseconds time) {
    const std::uint64_t number = ++lastNumber_;
    const auto until = Clock::now() + time;
    epoll_event event{.events = EPOLLIN | EPOLLRDHUP, .data = {.u64 = number}};
    const int socket = guest->channel().socket();
    taken_.emplace(number, Seat{std::move(guest), until, waits});
    waiting_ += waits ? 1 : 0;
    const auto end = ends_.emplace(until, number).first;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event);
    if (end == ends_.begin()) signal();
    return number;
}

WaitingRoom::Guest WaitingRoom::unseat(std::uint64_t number) {
    const auto found = taken_.find(number);
    Guest guest = std::move(found->second.guest);
    ::epoll_ctl(epoll_, EPOLL_CTL_DEL, guest->channel().socket(), nullptr);
    ends_.erase({found->second.until, number});
    waiting_ -= found->second.waits ? 1 : 0;
    taken_.erase(found);
    return guest;
}

void WaitingRoom::answer(std::uint64_t number, std::string bytes) {
    const std::lock_guard lock(mutex_);
    if (!open_) return;
    answered_.emplace_back(number, std::move(bytes));
    signal();
}

bool WaitingRoom::holds(std::uint64_t number) const {
    const std::lock_guard lock(mutex_);
    return taken_.contains(number);
}

std::size_t WaitingRoom::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_;
}

void WaitingRoom::signal() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t rung = ::write(bell_, &one, sizeof one);  // full: it rings already
}

int WaitingRoom::timeToNextEnd() const {
    if (ends_.empty()) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(ends_.begin()->first - Clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

void WaitingRoom::run() {
    std::array<epoll_event, kEventsAtOnce> events{};
    while (true) {
        int time = 0;
        {
            const std::lock_guard lock(mutex_);
            if (!open_) return;
            time = answered_.empty() ? timeToNextEnd() : 0;
        }
        const int count = ::epoll_wait(epoll_, events.data(), kEventsAtOnce, time);
        Chores chores;
        {
            const std::lock_guard lock(mutex_);
            for (int i = 0; i < count; ++i) {
                const std::uint64_t number = events.at(static_cast<std::size_t>(i)).data.u64;
                std::uint64_t rings = 0;
                if (number == kBell) {
                    [[maybe_unused]] const ssize_t read = ::read(bell_, &rings, sizeof rings);
                } else {
                    hear(number, chores);
                }
            }
            giveAnswers(chores);
            endTimes(chores);
        }
        perform(chores);
    }
}

/// Who idles has another question, or hangs up, which the next who reads finds out. Who waits has nothing to say: it hangs up.
void WaitingRoom::hear(std::uint64_t number, Chores& chores) {
    const auto found = taken_.find(number);
    if (found == taken_.end()) return;
    const bool waits = found->second.waits;
    (waits ? chores.gone : chores.resumed).push_back(unseat(number));
    if (waits) chores.left.push_back(number);
}

void WaitingRoom::giveAnswers(Chores& chores) {
    std::vector<std::pair<std::uint64_t, std::string>> answered;
    answered.swap(answered_);
    for (const auto& [number, bytes] : answered) sayAndIdle(number, bytes, chores);
}

void WaitingRoom::endTimes(Chores& chores) {
    const auto now = Clock::now();
    while (!ends_.empty() && ends_.begin()->first <= now) {
        const std::uint64_t number = ends_.begin()->second;
        if (taken_.at(number).waits) {
            sayAndIdle(number, answers_.atEnd, chores);
        } else {
            chores.gone.push_back(unseat(number));
        }
    }
}

void WaitingRoom::sayAndIdle(std::uint64_t number, const std::string& bytes, Chores& chores) {
    const auto found = taken_.find(number);
    if (found == taken_.end() || !found->second.waits) return;
    Guest guest = unseat(number);
    chores.left.push_back(number);
    if (guest->channel().writeAtOnce(bytes)) {
        seat(std::move(guest), false, limits::kKeepAliveTime);
    } else {
        chores.gone.push_back(std::move(guest));
    }
}

void WaitingRoom::perform(Chores& chores) {
    for (const std::uint64_t number : chores.left) left_(number);
    for (Guest& guest : chores.resumed) resume_(std::move(guest));
    chores.gone.clear();
}

}  // namespace qiaomen
