// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "syncserver/import.h"

namespace qiaomen::commands {

/// The administrator's commands on a centre, one function each; main.cpp gives them their options. Those that only look work while
/// a server runs on the folder; those that write are refused then, unless everything is in PostgreSQL. Each prints its result on
/// standard output, and gives the error otherwise.

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
    std::string postgres;                ///< libpq's way to the database; empty: everything is in the folder
    std::filesystem::path attachments;   ///< the folder of attachments; empty: in the data folder
    std::filesystem::path passwordFile;  ///< its first line is the database's password; empty: libpq's own ways
};

/// The centre that the options name. Errors: invalid (a password in the command, no such password file), and those of
/// CentreFolder::open().
Result<CentreFolder::Options> centreOptions(const DataOptions& data, CentreFolder::Use use = CentreFolder::Use::write);
Result<std::unique_ptr<CentreFolder>> openCentre(const DataOptions& data,
                                                 CentreFolder::Use use = CentreFolder::Use::write);

/// Prints "listening on http://127.0.0.1:PORT", and serves until SIGTERM or SIGINT; running requests are finished first.
Outcome serve(const DataOptions& data, const ServeOptions& options);
/// Imports a folder of office files; bad rows go to standard error, each with file, line, column and reason.
Outcome import(const DataOptions& data, const std::string& folder);
/// A question set (shared/domain/question_file.h) for grids, by code or id, or all of them.
struct QuestionOptions {
    std::filesystem::path file;
    std::vector<std::string> grids;
};
Outcome importQuestions(const DataOptions& data, const QuestionOptions& options);
Outcome makeCommunity(const std::string& folder, std::uint64_t seed, const std::string& encoding);
Outcome makeGrid(const std::string& folder, int households, std::uint64_t seed, const std::string& encoding);
/// Writes the enrolment file of a new device:
///
///     {"server", "token", "centre_key", "worker", "grids": [{"id", "code", "name"}]}
Outcome addDevice(const DataOptions& data, const DeviceOptions& options);
Outcome revokeDevice(const DataOptions& data, const std::string& name);
/// Grids (codes or ids) to give to a device, or to take from it, also while a server runs; all of them or none.
struct ScopeOptions {
    std::string device;
    std::vector<std::string> grids;
};
/// A line of JSON for each grid on standard error, as the server's log has them: never a name.
Outcome giveGrids(const DataOptions& data, const ScopeOptions& options);
Outcome takeGrids(const DataOptions& data, const ScopeOptions& options);
/// One JSON object a line: since when each device has not synced, what it had left unsent, what was refused.
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
/// Takes in the carrier question in a file (shared/core/carrier.h), and writes the answer into another. Prints whose it was.
Outcome carry(const DataOptions& data, const std::filesystem::path& in, const std::filesystem::path& out);
/// Signs a request (JSON, on standard input) as its device would, and prints it: for people who try the interface by hand. The key
/// file is made when there is none; it remembers what was signed, so that the next request goes on from there.
Outcome sign(const std::filesystem::path& keyFile);
/// docs/records.md.
Outcome records();

// --- Upkeep (upkeep.cpp) ----------------------------------------------------------------------------------------------

/// One grid (code or id), or all where it is empty: a line for each that is sound, a line for each finding of the others. Errors:
/// broken (there were findings).
Outcome verify(const DataOptions& data, const std::string& grid);
/// Into a new folder, while a server runs or not. Attachments that are in `earlier`, a backup on the same disk, are linked instead of
/// copied; empty: all are copied.
Outcome backup(const DataOptions& data, const std::filesystem::path& into, const std::filesystem::path& earlier);
/// `keys`: the folder with the centre's key files; empty: the backup's own, where somebody has put them.
Outcome restore(const DataOptions& data, const std::filesystem::path& backup, const std::filesystem::path& keys);
/// After a database was set back by its own means.
Outcome newEpoch(const DataOptions& data);
/// Places are folders, or libpq's way to a database. The database's signing key is in the data folder, or in FROM where that is a
/// folder.
Outcome migrateStore(const DataOptions& data, const std::string& from, const std::string& to);

}  // namespace qiaomen::commands
