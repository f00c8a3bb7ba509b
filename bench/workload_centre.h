// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/core/signature.h"
#include "tests/processes/process.h"

namespace qiaomen::bench {

/// The program qiaomen-workload-server as a process of its own: a real centre behind real HTTP, with the workload's collections.
class WorkloadCentre {
public:
    struct Options {
        std::filesystem::path folder;  ///< gets the data and the log
        bool cipher = false;
        int grids = 1;
        int devices = 2;
        int lastOpens = 0;  ///< the last device is a phone that may open the first so many grids only; 0: all
    };

    explicit WorkloadCentre(const Options& options);

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return process_.pid(); }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] const PublicKey& key() const { return key_; }
    [[nodiscard]] const std::vector<GridId>& grids() const { return grids_; }
    /// One for each device.
    [[nodiscard]] const std::vector<std::string>& tokens() const { return tokens_; }
    /// Bytes of a grid's database and its write-ahead log, where what was written last still is.
    [[nodiscard]] std::uintmax_t sizeOf(const GridId& grid) const;

private:
    std::filesystem::path folder_;
    processes::Process process_;
    int port_ = 0;
    PublicKey key_{};
    std::vector<GridId> grids_;
    std::vector<std::string> tokens_;
};

}  // namespace qiaomen::bench
