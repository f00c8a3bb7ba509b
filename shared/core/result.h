// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace qiaomen {

/// What went wrong, in as many names as somebody can act on differently. The message beside it says which thing and where.
enum class Fault {
    invalid,   ///< the input breaks a rule: correct it
    missing,   ///< there is no such thing
    offline,   ///< no network, or no answer from the centre: it will be tried again
    refused,   ///< the centre knows this device or change and says no
    outdated,  ///< this program is too old, or too new, for the other side
    full,      ///< the disk is full: nothing was changed
    broken,    ///< storage or data is damaged: do not go on
};

struct Error {
    Fault fault = Fault::broken;
    std::string message;
    bool operator==(const Error&) const = default;
};

/// The outcome of anything that may fail where layers meet: a value, or an Error that says what to do.
///
///     auto saved = store.save(edits);
///     if (!saved) return saved.error();
///     use(*saved);
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : outcome_(std::move(value)) {}
    Result(Error error) : outcome_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return outcome_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { return std::get<0>(outcome_); }
    [[nodiscard]] const T& value() const& { return std::get<0>(outcome_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(outcome_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const { return std::get<1>(outcome_); }

private:
    std::variant<T, Error> outcome_;
};

/// A Result with nothing to carry but success.
struct Done {};
using Outcome = Result<Done>;

/// The fault's stable name, for logs, JSON and tests.
constexpr const char* name(Fault fault) {
    switch (fault) {
        case Fault::invalid: return "invalid";
        case Fault::missing: return "missing";
        case Fault::offline: return "offline";
        case Fault::refused: return "refused";
        case Fault::outdated: return "outdated";
        case Fault::full: return "full";
        case Fault::broken: return "broken";
    }
    return "broken";
}

}  // namespace qiaomen
