// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_pool.h"

#include <chrono>

namespace qiaomen {

namespace {

/// As long as a statement waits for a grid's lock: both are somebody else's long transaction.
constexpr auto kPatience = std::chrono::seconds(30);

}  // namespace

PgLease::~PgLease() {
    if (connection_) pool_->giveBack(std::move(connection_));
}

PgLease PgPool::take() {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, kPatience, [&] { return inUse_ < most_; })) {
        throw StoreError(Fault::offline, "all " + std::to_string(most_) + " connections to the database are in use");
    }
    ++inUse_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(connection), true};
    }
    lock.unlock();
    try {
        return {*this, std::make_unique<PgConnection>(address_), false};
    } catch (...) {
        giveBack(nullptr);
        throw;
    }
}

void PgPool::giveBack(std::unique_ptr<PgConnection> connection) {
    if (connection && !connection->endTransaction()) connection.reset();
    const std::lock_guard lock(mutex_);
    --inUse_;
    if (connection) idle_.push_back(std::move(connection));
    returned_.notify_one();
}

void PgPool::closeIdle() {
    std::vector<std::unique_ptr<PgConnection>> dead;
    const std::lock_guard lock(mutex_);
    dead.swap(idle_);
}

std::size_t PgPool::inUse() const {
    const std::lock_guard lock(mutex_);
    return inUse_;
}

}  // namespace qiaomen
