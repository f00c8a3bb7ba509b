// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "shared/core/wait.h"
#include "syncserver/postgres/pg_connection.h"

namespace qiaomen {

/// Tells the other servers on one database where a grid's log ends now, and hears it from them, by NOTIFY and LISTEN on one
/// connection of its own: however many devices wait, the database knows nothing of them.
///
/// A notification is sent after the commit that it tells of, not in it: PostgreSQL lets transactions that notify commit only one after
/// the other, which would make all grids wait for each other. So a process that is killed in between tells nobody, and what happens
/// while the connection is away is not heard. Both only mean that somebody hears later.
///
/// Needs a session of its own: a pooler between server and database must not share connections by transaction.
class PgMoves {
public:
    using Heard = std::function<void(const KnownGrid&)>;

    /// `heard` is called on a thread of this object, also for what was told here.
    PgMoves(PgAddress address, Heard heard);
    /// What was told before is sent first, where the database answers.
    ~PgMoves();
    PgMoves(const PgMoves&) = delete;
    PgMoves& operator=(const PgMoves&) = delete;

    /// Comes back at once.
    void tell(const KnownGrid& grid);

private:
    void run();
    void listen(PgConnection& connection);
    /// False when it is over.
    bool sleep(PgConnection& connection) const;
    bool pauseAfterLoss();
    void send(PgConnection& connection);
    void hear(const std::string& payload) const;
    [[nodiscard]] bool isEnding() const;

    PgAddress address_;
    Heard heard_;
    mutable std::mutex mutex_;
    std::vector<KnownGrid> untold_;
    bool ending_ = false;
    int bell_;  ///< an eventfd: ends the thread's sleep
    std::thread thread_;
};

}  // namespace qiaomen
