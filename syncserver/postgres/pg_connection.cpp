// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_connection.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <span>

namespace qiaomen {

namespace {

constexpr int kBinary = 1;

/// What libpq gets unless the administrator's conninfo says otherwise: a dead server is noticed within half a minute.
/// Later ones win; an empty password stands for none.
constexpr std::array<const char*, 6> kNames = {"connect_timeout", "tcp_user_timeout", "application_name",
                                               "password",        "dbname",           nullptr};

/// jit: our statements are short, compiling them takes longer than running them. Whoever holds a grid's lock and then hangs
/// loses it after a minute, and whoever waits for the lock gives up before the phone does.
constexpr const char* kSession =
    "SET synchronous_commit = on; SET jit = off; SET client_min_messages = error;"
    "SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s'";

struct CodeFault {
    std::string_view code;  ///< beginning of the SQLSTATE
    Fault fault;
};

/// PostgreSQL, appendix A: error codes.
constexpr CodeFault kFaults[] = {
    {"08", Fault::offline},     // connection lost
    {"57P", Fault::offline},    // shutting down, starting up, crashed
    {"40", Fault::offline},     // deadlock or serialization: the other side won
    {"55P03", Fault::offline},  // lock not available in time
    {"25P03", Fault::offline},  // idle in a transaction for too long
    {"25006", Fault::offline},  // read-only: became a standby
    {"533", Fault::offline},    // too many connections
    {"532", Fault::offline},    // out of memory
    {"531", Fault::full},       // disk full
    {"28", Fault::refused},     // password or user
    {"42501", Fault::refused},  // rights
    {"3D000", Fault::missing},  // no such database
};

Fault faultOf(std::string_view code) {
    const auto found = std::ranges::find_if(kFaults,
                                            [&](const CodeFault& entry) { return code.starts_with(entry.code); });
    return found != std::ranges::end(kFaults) ? found->fault : Fault::broken;
}

std::string firstLine(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

struct Pointers {
    explicit Pointers(std::span<const std::string> values)
        : count(static_cast<int>(values.size())), formats(values.size(), kBinary) {
        for (const std::string& value : values) {
            data.push_back(value.data());
            sizes.push_back(static_cast<int>(value.size()));
        }
    }
    int count;
    std::vector<const char*> data;
    std::vector<int> sizes;
    std::vector<int> formats;
};

}  // namespace

bool isConninfo(const std::string& text) {
    return text.starts_with("postgresql://") || text.starts_with("postgres://") || text.find('=') != std::string::npos;
}

Result<PgAddress> addressFrom(const std::string& conninfo) {
    char* wrong = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfoParse(conninfo.c_str(), &wrong), PQconninfoFree);
    const std::unique_ptr<char, void (*)(void*)> words(wrong, PQfreemem);
    // Its words quote what it did not understand, which may be a password.
    if (!options)
        return Error{Fault::invalid, "the way to the database is not understood: as \"host=db dbname=qiaomen\""};
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        if (std::string_view(option->keyword) == "password" && option->val && *option->val)
            return Error{Fault::invalid,
                         "a password has no place in a command, which everyone on the machine can read: put it into "
                         "--postgres-password-file, PGPASSWORD or ~/.pgpass"};
    }
    return PgAddress{.conninfo = conninfo};
}

std::string inQuotes(std::string_view name) { return '"' + std::string(name) + '"'; }

void PgConnection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

PgConnection::PgConnection(const PgAddress& address) : schema_(address.schema) {
    const std::array<const char*, 6> values = {
        "5", "30000", "qiaomen-server", address.password.c_str(), address.conninfo.c_str(), nullptr};
    connection_.reset(PQconnectdbParams(kNames.data(), values.data(), 1));
    if (!connection_) throw StoreError(Fault::full, "there is no memory for a connection to the database");
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        const std::string words = firstLine(PQerrorMessage(connection_.get()));
        const bool noLogin = words.find("authentication failed") != std::string::npos ||
                             words.find("no password") != std::string::npos;
        const bool noDatabase = words.find("does not exist") != std::string::npos;
        throw StoreError(noLogin      ? Fault::refused
                         : noDatabase ? Fault::missing
                                      : Fault::offline,
                         "the database cannot be reached: " + words);
    }
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    configure();
}

PgConnection::~PgConnection() = default;

void PgConnection::configure() {
    if (PQsetClientEncoding(connection_.get(), "UTF8") != 0) fail(nullptr);
    script(std::string(kSession) + "; SET search_path = " + inQuotes(schema_));
    const PgRows setting = run(
        "SELECT CASE WHEN current_setting('fsync') <> 'on' THEN 'fsync is off: it would lose what it confirmed'"
        " WHEN current_setting('full_page_writes') <> 'on' THEN 'full_page_writes is off: a power cut would damage it'"
        " WHEN current_setting('server_encoding') <> 'UTF8' THEN 'its encoding is not UTF8' END,"
        " pg_is_in_recovery()::int",
        {}, Use::once);
    if (!setting.isNull(0, 0)) {
        throw StoreError(Fault::broken, "this database server cannot be used: " + std::string(setting.bytes(0, 0)));
    }
    if (setting.integer(0, 1) != 0)
        throw StoreError(Fault::offline, "the database server is a standby and takes no writes");
}

const std::string& PgConnection::prepared(std::string_view sql) {
    const auto known = names_.find(sql);
    if (known != names_.end()) return known->second;
    const std::string& name = names_.emplace(sql, "s" + std::to_string(names_.size())).first->second;
    if (PQpipelineStatus(connection_.get()) == PQ_PIPELINE_OFF) {
        accept(PQprepare(connection_.get(), name.c_str(), std::string(sql).c_str(), 0, nullptr));
    } else {
        demand(PQsendPrepare(connection_.get(), name.c_str(), std::string(sql).c_str(), 0, nullptr) == 1);
        queued_.push_back(false);
    }
    return name;
}

PgRows PgConnection::run(std::string_view sql, const PgParameters& parameters, Use use) {
    flush();
    const Pointers values(parameters.values());
    if (use == Use::once) {
        return accept(PQexecParams(connection_.get(), std::string(sql).c_str(), values.count, nullptr,
                                   values.data.data(), values.sizes.data(), values.formats.data(), kBinary));
    }
    const std::string& name = prepared(sql);
    return accept(PQexecPrepared(connection_.get(), name.c_str(), values.count, values.data.data(), values.sizes.data(),
                                 values.formats.data(), kBinary));
}

void PgConnection::queue(std::string_view sql, const PgParameters& parameters, Use use) {
    if (queued_.empty()) demand(PQenterPipelineMode(connection_.get()) == 1);
    const Pointers values(parameters.values());
    if (use == Use::once) {
        demand(PQsendQueryParams(connection_.get(), std::string(sql).c_str(), values.count, nullptr, values.data.data(),
                                 values.sizes.data(), values.formats.data(), kBinary) == 1);
    } else {
        const std::string& name = prepared(sql);
        demand(PQsendQueryPrepared(connection_.get(), name.c_str(), values.count, values.data.data(),
                                   values.sizes.data(), values.formats.data(), kBinary) == 1);
    }
    queued_.push_back(true);
}

std::vector<PgRows> PgConnection::flush() {
    std::vector<PgRows> answers;
    if (queued_.empty()) return answers;
    demand(PQpipelineSync(connection_.get()) == 1);
    for (const bool keep : queued_) {
        PgRows answer = accept(PQgetResult(connection_.get()));
        if (keep) answers.push_back(std::move(answer));
        PQgetResult(connection_.get());  // the null that ends each statement's answers
    }
    queued_.clear();
    const PgRows sync(PQgetResult(connection_.get()));
    demand(PQexitPipelineMode(connection_.get()) == 1);
    return answers;
}

void PgConnection::script(const std::string& sql) {
    flush();
    accept(PQexec(connection_.get(), sql.c_str()));
}

std::vector<std::string> PgConnection::notifications() {
    demand(PQconsumeInput(connection_.get()) == 1 && PQstatus(connection_.get()) == CONNECTION_OK);
    std::vector<std::string> payloads;
    while (PGnotify* notification = PQnotifies(connection_.get())) {
        const std::unique_ptr<PGnotify, void (*)(void*)> owned(notification, PQfreemem);
        payloads.emplace_back(notification->extra);
    }
    return payloads;
}

int PgConnection::socket() const { return PQsocket(connection_.get()); }

bool PgConnection::isIdle() const { return queued_.empty() && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE; }

bool PgConnection::endTransaction() noexcept {
    if (failed_) return false;
    try {
        if (!isIdle()) script("ROLLBACK");
    } catch (const StoreError&) {
        return false;  // closing the connection rolls back as well
    }
    return isIdle();
}

PgRows PgConnection::accept(pg_result* result) {
    PgRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result);
    return rows;
}

void PgConnection::demand(bool done) {
    if (!done) fail(nullptr);
}

void PgConnection::fail(const pg_result* result) {
    failed_ = true;
    const char* code = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    lost_ = !code || std::string_view(code).starts_with("57P") || PQstatus(connection_.get()) != CONNECTION_OK;
    if (!code)
        throw StoreError(Fault::offline,
                         "the database does not answer: " + firstLine(PQerrorMessage(connection_.get())));
    const char* words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    throw StoreError(faultOf(code), std::string("the database says: ") + (words ? words : "") + " (" + code + ')');
}

}  // namespace qiaomen
