// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <mutex>
#include <optional>

#include "shared/core/clock.h"
#include "shared/core/collection.h"
#include "shared/sqlite/database.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// All grids in a folder: one encrypted SQLite file per grid, `<grid id>.db`, so that grids never wait for each other, a backup
/// is a copy of files, and a damaged file concerns 300 households.
///
/// Each open grid has one connection that writes (one thread at a time) and one that reads (one thread at a time; it sees the
/// last commit and does not wait for the writer). At most `maxOpen` grids are open; the one unused for longest is closed first.
/// The folder belongs to one process: whoever opens it to write holds a lock (centre_folder.h).
class SqliteGridStore : public GridStore {
public:
    struct Options {
        std::filesystem::path folder;
        std::optional<DatabaseKey> key;
        Collections collections;
        RandomSource random;
        std::size_t maxOpen = 96;  ///< about 1.2 MB of memory each, once busy
        bool readOnly = false;     ///< only to look, beside the process that serves: nothing can be written
    };

    /// Makes the folder if need be. Throws std::filesystem::filesystem_error.
    explicit SqliteGridStore(Options options);
    ~SqliteGridStore() override;

    Outcome createGrid(const GridId& grid) override;
    Result<std::vector<GridId>> grids() override;
    Result<std::unique_ptr<GridView>> view(const GridId& grid) override;
    Result<std::unique_ptr<GridWriter>> write(const GridId& grid) override;
    [[nodiscard]] std::size_t openGrids() const override;

private:
    struct OpenGrid;
    class View;
    class Writer;

    [[nodiscard]] std::filesystem::path fileOf(const GridId& grid) const;
    std::shared_ptr<OpenGrid> use(const GridId& grid, bool create);
    void closeUnused();

    Options options_;
    mutable std::mutex mutex_;
    std::list<std::shared_ptr<OpenGrid>> open_;  ///< the most recently used first
};

}  // namespace qiaomen
