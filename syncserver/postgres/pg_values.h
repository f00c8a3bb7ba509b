// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/ids.h"

struct pg_result;

namespace qiaomen {

/// The types of PostgreSQL that our tables use, by their fixed numbers in pg_type.
enum class PgType : std::uint32_t { bytea = 17, bigint = 20, text = 25, real = 701, uuid = 2950 };

/// An array parameter: one column of many rows, which a statement turns back into rows with unnest(). In the binary format, so
/// that nothing is printed and parsed again.
class PgArray {
public:
    explicit PgArray(PgType element) : element_(element) {}

    void addNull();
    void add(std::int64_t number);
    void add(std::uint64_t number) { add(static_cast<std::int64_t>(number)); }
    void add(double number);
    /// Of texts (UTF-8 without U+0000) and of bytes.
    void add(std::string_view bytes);
    template <class Kind>
    void add(const Id<Kind>& id) {
        add(std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
    }
    void addBytesOrNull(std::string_view bytes);

    /// The array as PostgreSQL reads it.
    [[nodiscard]] std::string encode() const;

private:
    PgType element_;
    std::string elements_;
    std::int32_t count_ = 0;
    bool hasNulls_ = false;
};

/// The values of $1, $2, $3 … of a statement, all in the binary format; the statement says their types.
class PgParameters {
public:
    template <class... Values>
    static PgParameters of(const Values&... values) {
        PgParameters parameters;
        (parameters.add(values), ...);
        return parameters;
    }

    PgParameters& add(std::int64_t number);
    PgParameters& add(std::uint64_t number) { return add(static_cast<std::int64_t>(number)); }
    PgParameters& add(double number);
    PgParameters& add(std::string_view bytes);
    PgParameters& add(const PgArray& array);
    template <class Kind>
    PgParameters& add(const Id<Kind>& id) {
        return add(std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
    }

    [[nodiscard]] std::span<const std::string> values() const { return values_; }

private:
    std::vector<std::string> values_;
};

/// What a statement answered, in the binary format. Rows and columns are counted from 0. Texts and bytes are valid as long as
/// the rows are. Reading a column as what it is not throws StoreError: the table is not ours, or damaged.
class PgRows {
public:
    explicit PgRows(pg_result* result) : result_(result) {}

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    /// "COMMIT", "INSERT 0 12": what was done.
    [[nodiscard]] std::string_view deed() const;

    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const;
    [[nodiscard]] std::uint64_t natural(int row, int column) const {
        return static_cast<std::uint64_t>(integer(row, column));
    }
    [[nodiscard]] double real(int row, int column) const;
    [[nodiscard]] std::string_view bytes(int row, int column) const;
    /// An id; none when the column is null.
    template <class Kind>
    [[nodiscard]] Id<Kind> id(int row, int column) const {
        Id<Kind> id;
        if (!isNull(row, column)) readFixed(row, column, id.bytes);
        return id;
    }
    /// Bytes of a fixed number, such as a hash.
    void readFixed(int row, int column, std::span<std::uint8_t> bytes) const;

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };

    std::unique_ptr<pg_result, Clear> result_;
};

}  // namespace qiaomen
