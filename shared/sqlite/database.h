// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/core/value.h"

struct sqlite3;
struct sqlite3_stmt;

namespace qiaomen {

/// Thrown inside the storage layers when the database cannot do what it should. Caught where the layer ends and turned into an
/// Error: see `guarded()`. The message names the file's name and SQLite's words, never a person's data.
class StoreError : public std::runtime_error {
public:
    StoreError(Fault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}

    [[nodiscard]] Fault fault() const { return fault_; }
    [[nodiscard]] Error error() const { return {fault_, what()}; }

private:
    Fault fault_;
};

/// Runs `work`, which gives a Result, and turns a StoreError on its way out into an Error.
template <class Work>
auto guarded(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const StoreError& wrong) {
        return wrong.error();
    }
}

/// The 32 bytes that a database is encrypted with (AES-256, an HMAC over each page).
using DatabaseKey = std::array<std::uint8_t, 32>;

class Database;

/// One use of a prepared statement: bind, step, read, and give it back when it goes out of scope. Preparing the same text again
/// costs a look-up, because the database keeps compiled statements. Must not outlive its database. Columns and parameters are
/// counted as SQLite does: parameters from 1, columns from 0. Texts and blobs read are valid until the next step().
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(int at, std::int64_t number);
    Statement& bind(int at, int number) { return bind(at, std::int64_t{number}); }
    Statement& bind(int at, std::uint64_t number) { return bind(at, static_cast<std::int64_t>(number)); }
    Statement& bind(int at, double number);
    /// The bytes must stay where they are until the statement is reset: nothing is copied.
    Statement& bind(int at, std::string_view text);
    Statement& bind(int at, const std::string& text) { return bind(at, std::string_view(text)); }
    Statement& bind(int at, const char* text) { return bind(at, std::string_view(text)); }
    Statement& bindBlob(int at, std::string_view bytes);
    Statement& bindNull(int at);
    /// As bind() of what the value holds; an id becomes a blob of 16 bytes. The value must stay where it is, too.
    Statement& bind(int at, const Value& value);
    template <class Kind>
    Statement& bind(int at, const Id<Kind>& id) {
        return bindBlob(at, {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
    }
    /// Binds 1, 2, 3 … in order.
    template <class... Values>
    Statement& with(const Values&... values) {
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }

    /// True while there is a row.
    bool step();
    /// Runs to the end and makes the statement ready for the next bind.
    void run();
    /// Ready for another use; values bound stay bound.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    /// An id of 16 bytes; none when the column is null. Any other length is damage: StoreError.
    template <class Kind>
    [[nodiscard]] Id<Kind> id(int column) const {
        Id<Kind> id;
        readId(column, id.bytes);
        return id;
    }
    /// What the column holds; a blob is an id.
    [[nodiscard]] Value value(int column) const;

private:
    friend class Database;
    Statement(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    void check(int code) const;
    void readId(int column, IdBytes& bytes) const;

    Database* database_;
    sqlite3_stmt* statement_;
};

/// Somebody who keeps in memory what the transaction writes, and so must be told of its end.
class TransactionParticipant {
public:
    /// The last moment to write what belongs to the transaction.
    virtual void beforeCommit() {}
    /// Whatever was written since begin is not there: forget it.
    virtual void afterRollback() {}

protected:
    ~TransactionParticipant() = default;
};

/// One SQLite file through one connection, by SQLCipher; with the settings that RELIABILITY and SECURITY ask for, read back at
/// open, so that a library built otherwise is found at once:
///
/// - WAL with synchronous=FULL: a commit that returned survives a power cut (NORMAL loses it);
/// - one connection per file writes and checkpoints; readers open read-only and never checkpoint. A FileLock beside the file
///   keeps other processes out. Both are the caller's to arrange (LocalStore, the centre's grid stores);
/// - no memory mapping, cells checked, schema not trusted, defensive mode, no loadable extensions, temporary data in memory,
///   small limits on text, columns and depth;
/// - with a key the file is encrypted, and a damaged page is found by its HMAC.
///
/// A connection is used by one thread at a time (its owner's lock). After an I/O error while writing, what is on the disk is
/// not known: the connection refuses every further write with that error until the file is opened again.
class Database {
public:
    struct Options {
        std::optional<DatabaseKey> key;  ///< none: not encrypted
        bool readOnly = false;           ///< the file must exist and have been opened for writing before
        std::int64_t maxPages = 0;       ///< 4 KiB each; 0: as many as the disk has
    };

    /// Opens, or makes, the file. Throws StoreError: missing (cannot be opened), broken (wrong key or damage).
    Database(const std::filesystem::path& file, const Options& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Statement prepare(std::string_view sql);
    /// Runs one or more statements that answer nothing.
    void run(const std::string& sql);
    /// The first column of the first row, 0 when there is none.
    std::int64_t number(std::string_view sql);

    /// Rows changed by the statement before.
    [[nodiscard]] std::int64_t changedRows() const;
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] bool isReadOnly() const { return readOnly_; }

    /// Copies the write-ahead log into the file and empties it: before a backup, or when the app goes to the background.
    void checkpoint();
    /// Copies the whole database as it is at this moment into an empty one, while others read and write (SQLite's online backup).
    /// Both have a key, or neither; the copy is encrypted with its own.
    void copyTo(Database& empty);
    /// Reads every page, after a checkpoint: an error with a message for the first damage.
    Outcome verify();
    /// Reads every page that a table or an index uses, each checked by its HMAC, as this connection sees them: also in a transaction
    /// and beside a process that writes.
    Outcome verifyTables();

    void join(TransactionParticipant& participant) { participants_.push_back(&participant); }
    void leave(TransactionParticipant& participant) { std::erase(participants_, &participant); }

private:
    friend class Statement;
    friend class Transaction;
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void unlock(const DatabaseKey& key);
    void configure(const Options& options);
    void demand(const std::string& pragma, const std::string& expected);
    /// Throws when `code` is an error, with a message about `what`.
    void check(int code, std::string_view what);
    void giveBack(sqlite3_stmt* statement);
    void begin();
    void commit();
    void rollBack() noexcept;

    std::string name_;
    bool readOnly_ = false;
    std::unique_ptr<sqlite3, Close> connection_;
    /// Compiled statements that nobody uses at the moment, by their text.
    std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> idle_;
    std::vector<TransactionParticipant*> participants_;
    std::optional<StoreError> stopped_;  ///< the I/O error after which nothing more is written
};

/// Everything written between its making and commit(), or nothing at all: rolls back when it goes out of scope before. Takes
/// the write lock at once (BEGIN IMMEDIATE). Not nested.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(database) { database_.begin(); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Returns when the data is on the disk. Throws StoreError, and then nothing was changed.
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace qiaomen
