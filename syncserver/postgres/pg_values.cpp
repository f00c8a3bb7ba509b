// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_values.h"

#include <libpq-fe.h>

#include <algorithm>
#include <bit>

#include "shared/sqlite/database.h"

namespace qiaomen {

namespace {

/// Network byte order, as every number of the binary format.
template <class Number>
void put(std::string& out, Number number) {
    for (int shift = static_cast<int>(sizeof number) * 8 - 8; shift >= 0; shift -= 8) {
        out += static_cast<char>(static_cast<std::uint64_t>(number) >> shift);
    }
}

std::string inBytes(std::int64_t number) {
    std::string bytes;
    put(bytes, number);
    return bytes;
}

}  // namespace

// --- Parameters -------------------------------------------------------------------------------------------------------

void PgArray::addNull() {
    put(elements_, std::int32_t{-1});
    hasNulls_ = true;
    ++count_;
}

void PgArray::add(std::int64_t number) {
    put(elements_, std::int32_t{8});
    put(elements_, number);
    ++count_;
}

void PgArray::add(double number) { add(std::bit_cast<std::int64_t>(number)); }

void PgArray::add(std::string_view bytes) {
    put(elements_, static_cast<std::int32_t>(bytes.size()));
    elements_ += bytes;
    ++count_;
}

void PgArray::addBytesOrNull(std::string_view bytes) {
    if (bytes.empty()) {
        addNull();
    } else {
        add(bytes);
    }
}

std::string PgArray::encode() const {
    std::string array;
    array.reserve(elements_.size() + 20);
    put(array, std::int32_t{count_ == 0 ? 0 : 1});  // dimensions
    put(array, std::int32_t{hasNulls_ ? 1 : 0});
    put(array, static_cast<std::int32_t>(element_));
    if (count_ == 0) return array;
    put(array, count_);
    put(array, std::int32_t{1});  // the first element's index
    return array += elements_;
}

PgParameters& PgParameters::add(std::int64_t number) {
    values_.push_back(inBytes(number));
    return *this;
}

PgParameters& PgParameters::add(double number) { return add(std::bit_cast<std::int64_t>(number)); }

PgParameters& PgParameters::add(std::string_view bytes) {
    values_.emplace_back(bytes);
    return *this;
}

PgParameters& PgParameters::add(const PgArray& array) {
    values_.push_back(array.encode());
    return *this;
}

// --- Rows -------------------------------------------------------------------------------------------------------------

void PgRows::Clear::operator()(pg_result* result) const { PQclear(result); }

int PgRows::count() const { return PQntuples(result_.get()); }

std::string_view PgRows::deed() const { return PQcmdStatus(result_.get()); }

bool PgRows::isNull(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }

std::int64_t PgRows::integer(int row, int column) const {
    const std::string_view number = bytes(row, column);
    if (number.size() != 8 && number.size() != 4 && number.size() != 2) {
        throw StoreError(Fault::broken, "a column of the database that should hold an integer holds something else");
    }
    std::uint64_t value = (static_cast<unsigned char>(number[0]) & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (const char byte : number) value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

double PgRows::real(int row, int column) const { return std::bit_cast<double>(integer(row, column)); }

std::string_view PgRows::bytes(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

void PgRows::readFixed(int row, int column, std::span<std::uint8_t> into) const {
    const std::string_view from = bytes(row, column);
    if (from.size() != into.size())
        throw StoreError(Fault::broken, "an id or a hash in the database has a wrong length");
    std::copy(from.begin(), from.end(), reinterpret_cast<char*>(into.data()));
}

}  // namespace qiaomen
