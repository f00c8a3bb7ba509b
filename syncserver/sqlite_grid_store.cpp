// SPDX-License-Identifier: Apache-2.0
#include "syncserver/sqlite_grid_store.h"

#include <algorithm>

#include "syncserver/grid_database.h"

namespace qiaomen {

/// A grid's two connections. Whoever uses one holds its mutex; the reading one is closed before the writing one.
struct SqliteGridStore::OpenGrid {
    explicit OpenGrid(const GridId& grid) : id(grid) {}

    GridId id;
    std::mutex opening;
    std::mutex writing;
    std::unique_ptr<GridDatabase> writer;
    std::mutex reading;
    std::unique_ptr<GridDatabase> reader;

    /// How many records there were at an end of the log, where somebody counted: to count them is to read the whole grid.
    std::optional<std::uint64_t> countAt(std::uint64_t seq) {
        const std::lock_guard lock(counting_);
        return counted_ && counted_->seq == seq ? std::optional(counted_->records) : std::nullopt;
    }
    void keepCount(std::uint64_t seq, std::uint64_t records) {
        const std::lock_guard lock(counting_);
        counted_ = {seq, records};
    }

private:
    struct Count {
        std::uint64_t seq = 0;
        std::uint64_t records = 0;
    };
    std::mutex counting_;
    std::optional<Count> counted_;
};

namespace {

/// The part of a view that reading and writing have in common: everything is answered by one connection.
template <class Interface>
class Reading : public Interface {
public:
    explicit Reading(GridDatabase& grid) : grid_(grid) {}

    GridHead head() override { return grid_.head(); }
    LastTaken lastTaken(const DeviceId& device) override { return grid_.lastTaken(device); }
    Tail tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits) override {
        return grid_.tail(after, except, limits);
    }
    std::optional<LoggedChange> logged(const Stamp& stamp) override { return grid_.logged(stamp); }
    void forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit) override {
        grid_.forEachChangeOf(device, visit);
    }
    std::optional<RefusedChange> refused(const Stamp& stamp, std::uint64_t number) override {
        return grid_.refused(stamp, number);
    }
    std::vector<RefusedChange> refusedChanges() override { return grid_.refusedChanges(); }
    std::optional<SignedBatch> batchAt(const DeviceId& device, std::uint64_t number) override {
        return grid_.batchAt(device, number);
    }
    void forEachBatch(const std::function<void(SignedBatch&&)>& visit) override { grid_.forEachBatch(visit); }

    std::vector<Record> read(std::span<const RecordKey> keys) override {
        std::vector<Record> records;
        records.reserve(keys.size());
        for (const RecordKey& key : keys) records.push_back(grid_.tables().read(key.collection, key.record));
        return records;
    }
    std::vector<Record> find(const Collection& collection, FieldNo field, const Value& value) override {
        return grid_.tables().find(collection, field, value);
    }
    std::vector<Record> page(const Collection& collection, const RecordId& from, std::size_t most) override {
        return grid_.tables().page(collection.number(), from, most);
    }
    void forEachRecord(const std::function<void(Record&&)>& visit) override { grid_.tables().forEach(visit); }
    Digest digest() override { return grid_.tables().digest(); }
    LogicalTime latestTime() override { return grid_.latestTime(); }
    void forEachLink(const std::function<void(std::uint64_t, ShortLink)>& visit) override { grid_.forEachLink(visit); }
    Outcome verifyStorage() override { return grid_.database().verifyTables(); }

protected:
    GridDatabase& grid_;
};

/// A read transaction: everything between its making and its end is read from one state of the file.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database) : database_(database) { database_.run("BEGIN"); }
    ~ReadTransaction() {
        try {
            database_.run("COMMIT");
        } catch (const StoreError&) {
            // Reading ends either way: SQLite has rolled back already.
        }
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& database_;
};

Error cannotWrite() { return {Fault::refused, "these grids were opened to look at, not to write"}; }

}  // namespace

class SqliteGridStore::View : public Reading<GridView> {
public:
    View(std::shared_ptr<OpenGrid> open, std::unique_lock<std::mutex> lock)
        : Reading(*open->reader), open_(std::move(open)), lock_(std::move(lock)), transaction_(grid_.database()) {}

    std::uint64_t recordCount() override {
        const std::uint64_t seq = head().cursor.seq;
        if (const auto known = open_->countAt(seq)) return *known;
        const std::uint64_t records = grid_.tables().count();
        open_->keepCount(seq, records);
        return records;
    }

private:
    std::shared_ptr<OpenGrid> open_;
    std::unique_lock<std::mutex> lock_;
    ReadTransaction transaction_;
};

class SqliteGridStore::Writer : public Reading<GridWriter> {
public:
    Writer(std::shared_ptr<OpenGrid> open, std::unique_lock<std::mutex> lock)
        : Reading(*open->writer),
          open_(std::move(open)),
          lock_(std::move(lock)),
          transaction_(grid_.database()),
          head_(grid_.head()),
          records_(open_->countAt(head_.cursor.seq)) {
        if (head_.cursor.seq == 0) records_ = grid_.tables().count();  // of a new grid: there is nothing to read
    }
    ~Writer() override {
        if (!committed_) grid_.forgetDevices();
    }

    GridHead head() override { return head_; }

    void write(std::span<const RecordWrite> writes) override {
        for (const auto& [before, after] : writes) {
            grid_.tables().write(before, after);
            if (!records_ || before.isNew() == after.isNew()) continue;
            *records_ = before.isNew() ? *records_ + 1 : *records_ - 1;
        }
        head_.digest = grid_.tables().digest().total();
    }
    void append(std::span<const LogEntry* const> entries) override {
        grid_.append(head_, entries);
        grid_.setHead(head_);
    }
    void setLastTaken(const DeviceId& device, const LastTaken& last) override { grid_.setLastTaken(device, last); }
    void keepBatch(const SignedBatch& batch) override { grid_.keepBatch(batch); }
    void keepRefused(std::span<const RefusedChange> changes) override {
        for (const RefusedChange& refused : changes) grid_.keepRefused(refused);
    }
    void setEpoch(std::uint64_t epoch) override { head_.cursor.epoch = epoch; }
    std::uint64_t recordCount() override {
        if (!records_) records_ = grid_.tables().count();
        return *records_;
    }
    void commit() override {
        grid_.setHead(head_);
        transaction_.commit();
        if (records_) open_->keepCount(head_.cursor.seq, *records_);
        committed_ = true;
    }

private:
    std::shared_ptr<OpenGrid> open_;
    std::unique_lock<std::mutex> lock_;
    Transaction transaction_;
    GridHead head_;
    std::optional<std::uint64_t> records_;  ///< with what is written here, where that is known
    bool committed_ = false;
};

SqliteGridStore::SqliteGridStore(Options options) : options_(std::move(options)) {
    if (!options_.readOnly) std::filesystem::create_directories(options_.folder);
}

SqliteGridStore::~SqliteGridStore() = default;

std::filesystem::path SqliteGridStore::fileOf(const GridId& grid) const {
    return options_.folder / (grid.text() + ".db");
}

Outcome SqliteGridStore::createGrid(const GridId& grid) {
    if (options_.readOnly) return cannotWrite();
    return guarded([&]() -> Outcome {
        use(grid, true);
        return Done{};
    });
}

Result<std::vector<GridId>> SqliteGridStore::grids() {
    std::vector<GridId> all;
    std::error_code wrong;
    for (const auto& file : std::filesystem::directory_iterator(options_.folder, wrong)) {
        if (file.path().extension() != ".db") continue;
        if (const auto id = GridId::parse(file.path().stem().string())) all.push_back(*id);
    }
    if (wrong) return Error{Fault::broken, "the folder of grids cannot be read: " + wrong.message()};
    std::ranges::sort(all);
    return all;
}

/// Opening happens under the grid's own lock, so that one slow file holds up nobody else.
std::shared_ptr<SqliteGridStore::OpenGrid> SqliteGridStore::use(const GridId& grid, bool create) {
    std::shared_ptr<OpenGrid> open;
    {
        const std::lock_guard lock(mutex_);
        const auto found = std::ranges::find(open_, grid, [](const auto& entry) { return entry->id; });
        if (found != open_.end()) {
            open_.splice(open_.begin(), open_, found);
        } else {
            if (!create && !std::filesystem::exists(fileOf(grid))) {
                throw StoreError(Fault::missing, "there is no grid " + grid.text());
            }
            open_.push_front(std::make_shared<OpenGrid>(grid));
        }
        open = open_.front();
        closeUnused();
    }
    const std::lock_guard lock(open->opening);
    if (!open->reader) {
        GridDatabase::Options options{fileOf(grid), options_.key, options_.collections,
                                      grid,         false,        options_.readOnly ? 0 : randomEpoch(options_.random)};
        if (!options_.readOnly) open->writer = std::make_unique<GridDatabase>(options);
        options.readOnly = true;
        open->reader = std::make_unique<GridDatabase>(options);
    }
    return open;
}

/// A grid that nobody uses has one owner, the list; owners are added under the mutex only, so it stays unused while this runs.
void SqliteGridStore::closeUnused() {
    for (auto entry = open_.end(); entry != open_.begin() && open_.size() > options_.maxOpen;) {
        --entry;
        if (entry->use_count() == 1) entry = open_.erase(entry);
    }
}

Result<std::unique_ptr<GridView>> SqliteGridStore::view(const GridId& grid) {
    return guarded([&]() -> Result<std::unique_ptr<GridView>> {
        auto open = use(grid, false);
        std::unique_lock lock(open->reading);
        return std::unique_ptr<GridView>(std::make_unique<View>(std::move(open), std::move(lock)));
    });
}

Result<std::unique_ptr<GridWriter>> SqliteGridStore::write(const GridId& grid) {
    if (options_.readOnly) return cannotWrite();
    return guarded([&]() -> Result<std::unique_ptr<GridWriter>> {
        auto open = use(grid, false);
        std::unique_lock lock(open->writing);
        return std::unique_ptr<GridWriter>(std::make_unique<Writer>(std::move(open), std::move(lock)));
    });
}

std::size_t SqliteGridStore::openGrids() const {
    const std::lock_guard lock(mutex_);
    return open_.size();
}

}  // namespace qiaomen
