// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "syncserver/import.h"

namespace qiaomen::commands {

/// The administrator's commands on a data folder, one function each; main.cpp gives them their options. Each opens the folder for
/// itself (while a server runs on it they are refused), prints its result on standard output, and gives the error otherwise.

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";  ///< host:port; port 0: any free one
    std::filesystem::path portFile;         ///< gets the port, for scripts
    std::string certFile, keyFile;          ///< PEM; both: TLS
};

struct DeviceOptions {
    std::string name, worker;
    std::vector<std::string> grids;  ///< codes or ids, or "all"
    std::string server;              ///< the address that the device will use
    std::filesystem::path out;       ///< the enrolment file
};

/// Where the data is.
struct DataOptions {
    std::filesystem::path folder;
    std::filesystem::path keyFile;
};

/// Prints "listening on http://127.0.0.1:PORT", and serves until SIGTERM or SIGINT; running requests are finished first.
Outcome serve(const DataOptions& data, const ServeOptions& options);
/// Imports a folder of office files; bad rows go to standard error, each with file, line, column and reason.
Outcome import(const DataOptions& data, const std::string& folder);
Outcome makeCommunity(const std::string& folder, std::uint64_t seed, const std::string& encoding);
Outcome makeGrid(const std::string& folder, int households, std::uint64_t seed, const std::string& encoding);
/// Writes the enrolment file of a new device:
///
///     {"server", "token", "centre_key", "worker", "grids": [{"id", "code", "name"}]}
Outcome addDevice(const DataOptions& data, const DeviceOptions& options);
Outcome revokeDevice(const DataOptions& data, const std::string& name);
Outcome devices(const DataOptions& data);
/// "id code name" a line.
Outcome grids(const DataOptions& data);
/// The log of a grid (code or id), one change a line as JSON.
Outcome dump(const DataOptions& data, const std::string& grid);
/// "households 2935" and so on, in all and by grid, counted from the records.
Outcome counts(const DataOptions& data);
struct AttachmentOptions {
    bool check = false;    ///< read every attachment
    bool collect = false;  ///< look for garbage, and remove what has been garbage for long enough
};
/// "grid 9901… named 12 missing 1 held 11 garbage 0 bytes 3000000", after a line with the sums.
Outcome attachments(const DataOptions& data, const AttachmentOptions& options);
/// docs/records.md.
Outcome records();

}  // namespace qiaomen::commands
