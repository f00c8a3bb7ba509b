// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_moves.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

namespace qiaomen {

namespace {

/// A payload has room for 8,000 bytes; a grid takes at most 80.
constexpr std::size_t kGridsAtOnce = 90;
/// Between two tries to reach a database that is away. Nobody waits for this: it only makes news slower.
constexpr int kPauseMs = 2'000;

/// Grids by lines: id, epoch, seq.
std::string payloadOf(const std::vector<KnownGrid>& grids, std::size_t from) {
    std::ostringstream text;
    for (std::size_t i = from; i < std::min(grids.size(), from + kGridsAtOnce); ++i)
        text << grids[i].grid.text() << ' ' << grids[i].cursor.epoch << ' ' << grids[i].cursor.seq << '\n';
    return text.str();
}

}  // namespace

PgMoves::PgMoves(PgAddress address, Heard heard)
    : address_(std::move(address)), heard_(std::move(heard)), bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (bell_ < 0) throw StoreError(Fault::full, "the operating system gives no more descriptors");
    thread_ = std::thread([this] { run(); });
}

PgMoves::~PgMoves() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ::eventfd_write(bell_, 1);
    thread_.join();
    ::close(bell_);
}

void PgMoves::tell(const KnownGrid& grid) {
    {
        const std::lock_guard lock(mutex_);
        const auto same = std::ranges::find_if(untold_, [&](const KnownGrid& untold) {
            return untold.grid == grid.grid && (untold.cursor.epoch == 0) == (grid.cursor.epoch == 0);
        });
        if (same != untold_.end()) {
            same->cursor = grid.cursor;
            return;
        }
        untold_.push_back(grid);
    }
    ::eventfd_write(bell_, 1);
}

void PgMoves::run() {
    do {
        try {
            PgConnection connection(address_);
            listen(connection);
        } catch (const StoreError&) {
            // The requests themselves say what is wrong with the database.
        }
    } while (pauseAfterLoss());
}

void PgMoves::listen(PgConnection& connection) {
    connection.script("SET synchronous_commit = off; LISTEN " + inQuotes(connection.schema() + "_moves"));
    do {
        send(connection);
        // What came in while it was sent is not heard of by poll().
        for (const std::string& payload : connection.notifications()) hear(payload);
    } while (sleep(connection));
    send(connection);
}

bool PgMoves::sleep(PgConnection& connection) const {
    pollfd sources[] = {{connection.socket(), POLLIN, 0}, {bell_, POLLIN, 0}};
    ::poll(sources, 2, -1);
    eventfd_t rings = 0;
    ::eventfd_read(bell_, &rings);
    return !isEnding();
}

bool PgMoves::pauseAfterLoss() {
    if (isEnding()) return false;
    eventfd_t rings = 0;
    ::eventfd_read(bell_, &rings);
    pollfd source{bell_, POLLIN, 0};
    ::poll(&source, 1, kPauseMs);
    return !isEnding();
}

void PgMoves::send(PgConnection& connection) {
    std::vector<KnownGrid> grids;
    {
        const std::lock_guard lock(mutex_);
        grids.swap(untold_);
    }
    const std::string channel = connection.schema() + "_moves";
    for (std::size_t at = 0; at < grids.size(); at += kGridsAtOnce) {
        const std::string payload = payloadOf(grids, at);
        connection.queue("SELECT pg_notify($1::text, $2::text)",
                         PgParameters::of(std::string_view(channel), std::string_view(payload)));
    }
    connection.flush();
}

void PgMoves::hear(const std::string& payload) const {
    std::istringstream lines(payload);
    std::string id;
    Cursor cursor;
    while (lines >> id >> cursor.epoch >> cursor.seq) {
        if (const auto grid = GridId::parse(id)) heard_({*grid, cursor});
    }
}

bool PgMoves::isEnding() const {
    const std::lock_guard lock(mutex_);
    return ending_;
}

}  // namespace qiaomen
