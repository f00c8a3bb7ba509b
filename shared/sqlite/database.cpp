// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/database.h"

#include <sqlcipher/sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "shared/core/tuning.h"

namespace qiaomen {

namespace {

/// More compiled statements than any part of the system uses; beyond it they are thrown away after use.
constexpr std::size_t kIdleStatements = 256;

struct Limit {
    int id;
    int value;
};

/// What no honest statement or row of ours comes near to.
constexpr Limit kLimits[] = {
    {SQLITE_LIMIT_LENGTH, 64 << 20},     // a text or blob: the largest draft or signature is far smaller
    {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},  // our longest statement names the columns of one collection
    {SQLITE_LIMIT_COLUMN, 2000},          {SQLITE_LIMIT_EXPR_DEPTH, 200},   {SQLITE_LIMIT_COMPOUND_SELECT, 50},
    {SQLITE_LIMIT_FUNCTION_ARG, 100},     {SQLITE_LIMIT_ATTACHED, 0},       {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 2100}, {SQLITE_LIMIT_TRIGGER_DEPTH, 10}, {SQLITE_LIMIT_WORKER_THREADS, 0},
};

Fault faultOf(int code, int systemError) {
    switch (code & 0xff) {
        case SQLITE_FULL: return Fault::full;
        case SQLITE_IOERR:
            return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG ? Fault::full : Fault::broken;
        case SQLITE_CANTOPEN: return systemError == ENOSPC ? Fault::full : Fault::missing;
        default: return Fault::broken;
    }
}

/// After these the disk may hold the transaction or not.
bool isUncertain(int code) {
    return (code & 0xff) == SQLITE_IOERR && code != SQLITE_IOERR_READ && code != SQLITE_IOERR_NOMEM;
}

std::string rawKey(const DatabaseKey& key) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "x'";
    for (const std::uint8_t byte : key) (text += kDigits[byte >> 4]) += kDigits[byte & 0x0f];
    return text += "'";
}

}  // namespace

// --- Statement --------------------------------------------------------------------------------------------------------

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() {
    if (statement_) database_->giveBack(statement_);
}

void Statement::check(int code) const { database_->check(code, sqlite3_sql(statement_)); }

Statement& Statement::bind(int at, std::int64_t number) {
    check(sqlite3_bind_int64(statement_, at, number));
    return *this;
}

Statement& Statement::bind(int at, double number) {
    check(sqlite3_bind_double(statement_, at, number));
    return *this;
}

Statement& Statement::bind(int at, std::string_view text) {
    const char* bytes = text.empty() ? "" : text.data();
    check(sqlite3_bind_text64(statement_, at, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBlob(int at, std::string_view bytes) {
    const char* start = bytes.empty() ? "" : bytes.data();
    check(sqlite3_bind_blob64(statement_, at, start, bytes.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bindNull(int at) {
    check(sqlite3_bind_null(statement_, at));
    return *this;
}

Statement& Statement::bind(int at, const Value& value) {
    switch (value.kind()) {
        case Value::Kind::nothing: return bindNull(at);
        case Value::Kind::integer: return bind(at, value.integer());
        case Value::Kind::real: return bind(at, value.real());
        case Value::Kind::text: return bind(at, value.text());
        case Value::Kind::id: break;
    }
    // An id is 16 bytes inside the value; this is the one kind that value.id() gives as a copy.
    const RecordId id = value.id();
    check(sqlite3_bind_blob64(statement_, at, id.bytes.data(), id.bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    check(code);
    return false;
}

void Statement::run() {
    while (step()) {}
    reset();
}

void Statement::reset() { sqlite3_reset(statement_); }

bool Statement::isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                : std::string_view();
}

std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string_view();
}

void Statement::readId(int column, IdBytes& bytes) const {
    if (isNull(column)) return;
    const std::string_view stored = blob(column);
    if (stored.size() != bytes.size())
        throw StoreError(Fault::broken, database_->name() + ": an id of the wrong length");
    std::memcpy(bytes.data(), stored.data(), bytes.size());
}

Value Statement::value(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER: return integer(column);
        case SQLITE_FLOAT: return real(column);
        case SQLITE_TEXT: return text(column);
        case SQLITE_BLOB: return id<struct RecordKind>(column);
        default: return {};
    }
}

// --- Database ---------------------------------------------------------------------------------------------------------

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(const std::filesystem::path& file, const Options& options)
    : name_(file.filename().string()), readOnly_(options.readOnly) {
    // Its statistics of memory, which nobody reads, take a lock common to all connections at every allocation.
    [[maybe_unused]] static const int withoutStatistics = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* connection = nullptr;
    const int access = readOnly_ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(file.c_str(), &connection, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     nullptr);
    connection_.reset(connection);
    check(code, "open");
    if (options.key) unlock(*options.key);
    configure(options);
}

Database::~Database() {
    for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
}

void Database::unlock(const DatabaseKey& key) {
    run("PRAGMA cipher_log_level = NONE");  // what is wrong with a file is told by errors, not on stderr
    std::string text = rawKey(key);
    const int code = sqlite3_key(connection_.get(), text.data(), static_cast<int>(text.size()));
    std::fill(text.begin(), text.end(), '\0');
    check(code, "key");
}

void Database::configure(const Options& options) {
    sqlite3* const connection = connection_.get();
    sqlite3_busy_timeout(connection, static_cast<int>(std::chrono::milliseconds(tuning::kBusyTimeout).count()));
    for (const auto& [id, value] : kLimits) sqlite3_limit(connection, id, value);
    for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                          SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_ENABLE_FKEY}) {
        sqlite3_db_config(connection, off, 0, nullptr);
    }
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    int defensive = 0;
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
    if (!defensive) throw StoreError(Fault::broken, name_ + ": SQLite refuses its defensive mode");

    run("PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
    // The first look at the file itself: fails with NOTADB when the key is another one.
    if (!readOnly_) run("PRAGMA journal_mode = WAL");
    if (readOnly_) sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const int cacheKiB = readOnly_ ? tuning::kReaderCacheKiB : tuning::kWriterCacheKiB;
    run("PRAGMA synchronous = FULL; PRAGMA cache_size = -" + std::to_string(cacheKiB) +
        "; PRAGMA wal_autocheckpoint = " + std::to_string(readOnly_ ? 0 : tuning::kCheckpointPages));
    if (options.maxPages > 0) run("PRAGMA max_page_count = " + std::to_string(options.maxPages));

    demand("journal_mode", "wal");
    demand("synchronous", "2");
    demand("temp_store", "2");
    demand("cell_size_check", "1");
    demand("trusted_schema", "0");
    demand("foreign_keys", "0");
    demand("wal_autocheckpoint", std::to_string(readOnly_ ? 0 : tuning::kCheckpointPages));
    if (sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, -1, &defensive); defensive) {
        throw StoreError(Fault::broken, name_ + ": loadable extensions cannot be switched off");
    }
}

void Database::demand(const std::string& pragma, const std::string& expected) {
    Statement statement = prepare("PRAGMA " + pragma);
    const std::string actual(statement.step() ? statement.text(0) : std::string_view());
    if (actual != expected) {
        throw StoreError(Fault::broken,
                         name_ + ": SQLite says " + pragma + " = " + actual + " where " + expected + " is needed");
    }
}

void Database::check(int code, std::string_view what) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    sqlite3* const connection = connection_.get();
    const int systemError = connection ? sqlite3_system_errno(connection) : 0;
    const Fault fault = faultOf(code, systemError);
    std::string message = name_ + ": ";
    switch (code & 0xff) {
        case SQLITE_NOTADB: message += "not a database, or the key is another one"; break;
        case SQLITE_CORRUPT: message += "the file is damaged"; break;
        case SQLITE_FULL: message += "no space left"; break;
        // SQLite's own words: they name tables and columns; values never, for every value is bound.
        default: message += connection ? sqlite3_errmsg(connection) : "out of memory";
    }
    message += " (code " + std::to_string(code) + (systemError ? ", " + std::string(std::strerror(systemError)) : "") +
               ", in: " + std::string(what.substr(0, 80)) + ")";
    StoreError error(fault, message);
    if (!readOnly_ && isUncertain(code) && !stopped_) stopped_ = error;
    throw error;
}

Statement Database::prepare(std::string_view sql) {
    if (const auto idle = idle_.find(sql); idle != idle_.end() && idle->second) {
        return {*this, std::exchange(idle->second, nullptr)};
    }
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                             &statement, nullptr),
          sql);
    return {*this, statement};
}

void Database::giveBack(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const std::string_view sql = sqlite3_sql(statement);
    if (const auto place = idle_.find(sql); place != idle_.end()) {
        if (!place->second) {
            place->second = statement;
            return;
        }
    } else if (idle_.size() < kIdleStatements) {
        idle_.emplace(sql, statement);
        return;
    }
    sqlite3_finalize(statement);
}

void Database::run(const std::string& sql) {
    check(sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr), sql);
}

std::int64_t Database::number(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::changedRows() const { return sqlite3_changes64(connection_.get()); }
std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(connection_.get()); }

void Database::checkpoint() {
    check(sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr),
          "checkpoint");
}

void Database::copyTo(Database& empty) {
    sqlite3_backup* const copy = sqlite3_backup_init(empty.connection_.get(), "main", connection_.get(), "main");
    if (!copy) empty.check(sqlite3_extended_errcode(empty.connection_.get()), "copy");
    int code = SQLITE_OK;
    do {  // in one go: a reader's moment; only a checkpoint that begins or ends just now is waited for
        code = sqlite3_backup_step(copy, -1);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(10);
    } while (code == SQLITE_BUSY || code == SQLITE_LOCKED);
    const int end = sqlite3_backup_finish(copy);
    empty.check(end, "copy");
    if (code != SQLITE_DONE) throw StoreError(Fault::broken, name_ + ": the copy did not come to its end");
    empty.checkpoint();
}

Outcome Database::verify() {
    return guarded([&]() -> Outcome {
        // The pages are read past the write-ahead log. After a power cut in a checkpoint, some in the file are torn and whole in the log.
        if (!readOnly_) checkpoint();
        Statement pages = prepare("PRAGMA cipher_integrity_check");
        if (pages.step()) return Error{Fault::broken, name_ + ": " + std::string(pages.text(0))};
        return verifyTables();
    });
}

Outcome Database::verifyTables() {
    return guarded([&]() -> Outcome {
        Statement structure = prepare("PRAGMA integrity_check(1)");
        if (structure.step() && structure.text(0) != "ok")
            return Error{Fault::broken, name_ + ": " + std::string(structure.text(0))};
        return Done{};
    });
}

void Database::begin() {
    if (stopped_) throw *stopped_;
    prepare("BEGIN IMMEDIATE").run();
}

void Database::commit() {
    for (TransactionParticipant* participant : participants_) participant->beforeCommit();
    prepare("COMMIT").run();
}

void Database::rollBack() noexcept {
    // After some errors SQLite has rolled back by itself; then there is nothing to do but to forget.
    if (sqlite3_get_autocommit(connection_.get()) == 0) {
        sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    for (TransactionParticipant* participant : participants_) participant->afterRollback();
}

Transaction::~Transaction() {
    if (open_) database_.rollBack();
}

void Transaction::commit() {
    database_.commit();
    open_ = false;
}

}  // namespace qiaomen
