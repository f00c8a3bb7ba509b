// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "syncserver/postgres/pg_connection.h"
#include "tests/processes/process.h"

namespace qiaomen::tests {

/// A PostgreSQL server of this test program alone: made in a temporary folder, reached through a socket in it, stopped and
/// removed with the program, whatever became of the tests. Durable like a real one, or the store would refuse it.
///
/// PostgreSQL does not run as root: a program that does lets it run as the user `postgres` that Debian's package brings.
class Cluster {
public:
    /// Started at the first call.
    static Cluster& get();

    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    /// An address with a schema nobody has used.
    [[nodiscard]] PgAddress freshAddress();
    /// How to reach a new database, where a program makes its own schema.
    [[nodiscard]] std::string freshDatabase();
    /// A connection of its own, to look at things or to disturb them.
    [[nodiscard]] std::unique_ptr<PgConnection> connect(const PgAddress& address) const {
        return std::make_unique<PgConnection>(address);
    }

    /// Kills the process behind a connection with -9, as the kernel does when the memory is used up: PostgreSQL then ends all
    /// connections and recovers from its log. Returns when it accepts connections again.
    void killBackend(int pid);
    void stop();
    void start();

private:
    Cluster();
    void waitUntilReady();

    std::filesystem::path folder_;
    std::unique_ptr<processes::Process> server_;
    int schemas_ = 0;
};

}  // namespace qiaomen::tests
