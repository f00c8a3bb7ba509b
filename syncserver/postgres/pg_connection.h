// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/sqlite/database.h"
#include "syncserver/postgres/pg_values.h"

struct pg_conn;

namespace qiaomen {

/// How to reach the database and where our tables are.
struct PgAddress {
    std::string
        conninfo;  ///< libpq's: "host=/run/postgresql dbname=qiaomen", or a postgresql:// address; may name several hosts
    std::string schema = "qiaomen";
    std::string password =
        {};  ///< when it does not come from PGPASSWORD, ~/.pgpass or a service file, which libpq reads itself
};

/// Whether a text is libpq's way to reach a database, and not a folder.
bool isConninfo(const std::string& text);
/// The address without a password in it. Errors: invalid (not understood, or a password stands in it, where every user of the
/// machine could read it).
Result<PgAddress> addressFrom(const std::string& conninfo);

/// One connection to PostgreSQL through libpq, used by one thread at a time. Statements are prepared at their first use.
///
/// Questions are asked with run(). What answers little or nothing is queued: it travels at once, in pipeline mode, and its
/// answers are taken together at the next run() or flush(), so that ten writes cost one round trip. Only such statements may be
/// queued: a long answer that nobody reads while we still write would block both sides.
///
/// Made so that a commit that returned is durable: synchronous_commit is switched on; a server with fsync or full_page_writes
/// off, a read-only standby and an encoding other than UTF-8 are refused.
///
/// Throws StoreError: offline (no server, connection lost, or waited too long for a lock: the same request may be tried
/// again), full, missing (no such database), refused (password or rights), broken. Messages carry the server's words and its
/// code, never its detail, where values of a row may stand. After an error the connection is good for nothing.
class PgConnection {
public:
    explicit PgConnection(const PgAddress& address);
    ~PgConnection();
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    enum class Use : std::uint8_t {
        often,  ///< prepared, and kept for as long as the connection lives: texts of which there are few
        once,
    };

    PgRows run(std::string_view sql, const PgParameters& parameters = {}, Use use = Use::often);
    void queue(std::string_view sql, const PgParameters& parameters = {}, Use use = Use::often);
    /// The answers to everything queued since the last run() or flush(), in order.
    std::vector<PgRows> flush();
    /// Statements without parameters and answers, several in one text.
    void script(const std::string& sql);

    /// The payloads of the notifications that have come in since; only while nothing is queued. Throws when the connection is lost.
    std::vector<std::string> notifications();
    /// For poll(): becomes readable when notifications may have come.
    [[nodiscard]] int socket() const;

    /// Rolls back what is open. True when the connection is ready for its next user.
    bool endTransaction() noexcept;
    /// True when the other side is gone.
    [[nodiscard]] bool isLost() const { return lost_; }
    [[nodiscard]] const std::string& schema() const { return schema_; }

private:
    struct Close {
        void operator()(pg_conn* connection) const;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    [[nodiscard]] bool isIdle() const;
    void configure();
    const std::string& prepared(std::string_view sql);
    void send(std::string_view sql, const PgParameters& parameters, Use use);
    /// The answer, or StoreError when it is an error.
    PgRows accept(pg_result* result);
    [[noreturn]] void fail(const pg_result* result);
    void demand(bool done);

    std::string schema_;
    std::unique_ptr<pg_conn, Close> connection_;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>>
        names_;                 ///< of prepared statements, by their text
    std::vector<bool> queued_;  ///< what the pipeline will answer, in order: true for an answer to keep
    bool failed_ = false;
    bool lost_ = false;
};

/// A name as SQL writes it: "name".
std::string inQuotes(std::string_view name);

}  // namespace qiaomen
