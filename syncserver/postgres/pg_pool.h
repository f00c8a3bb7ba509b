// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "syncserver/postgres/pg_connection.h"

namespace qiaomen {

class PgPool;

/// A connection for as long as somebody needs it. When it goes, whatever was not committed is rolled back, and the connection
/// goes back to the pool, or is closed when something went wrong on it.
class PgLease {
public:
    PgLease(PgLease&& other) noexcept = default;
    PgLease& operator=(PgLease&&) = delete;
    ~PgLease();

    PgConnection* operator->() const { return connection_.get(); }
    PgConnection& operator*() const { return *connection_; }
    /// It was used before and lay idle since: the server may have gone away in the meantime.
    [[nodiscard]] bool wasIdle() const { return wasIdle_; }

private:
    friend class PgPool;
    PgLease(PgPool& pool, std::unique_ptr<PgConnection> connection, bool wasIdle)
        : pool_(&pool), connection_(std::move(connection)), wasIdle_(wasIdle) {}

    PgPool* pool_;
    std::unique_ptr<PgConnection> connection_;
    bool wasIdle_;
};

/// Up to `most` connections to one database, made when they are needed and kept for the next who comes. Thread-safe; must
/// outlive its leases.
class PgPool {
public:
    PgPool(PgAddress address, std::size_t most) : address_(std::move(address)), most_(most) {}

    /// A connection on which `first` has been done. When it had lain idle and turns out to be dead, `first` is done once more on
    /// a new one: it must do no harm twice. Waits while all connections are in use. Throws StoreError: offline when that takes
    /// too long, and as PgConnection.
    template <class First>
    PgLease take(First&& first) {
        for (bool again = false;; again = true) {
            PgLease lease = take();
            try {
                first(*lease);
                return lease;
            } catch (const StoreError&) {
                if (again || !lease.wasIdle() || !lease->isLost()) throw;
            }
            closeIdle();
        }
    }

    [[nodiscard]] std::size_t inUse() const;
    [[nodiscard]] const PgAddress& address() const { return address_; }

private:
    friend class PgLease;
    PgLease take();
    /// Closes the connections that lie idle: one of them was found dead, so the others are too.
    void closeIdle();
    void giveBack(std::unique_ptr<PgConnection> connection);

    PgAddress address_;
    std::size_t most_;
    mutable std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<PgConnection>> idle_;  ///< the last one back is the first one out
    std::size_t inUse_ = 0;
};

}  // namespace qiaomen
