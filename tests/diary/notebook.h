// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/diary/state.h"

namespace qiaomen::diary {

/// What an act should leave in one record: the fields that it writes; null empties a field, "$0" is the id of the first record that
/// the same act leaves. Of a record that was there before, `id`; of a new one nothing: its id is told by whoever made it.
struct Left {
    std::string collection;
    nlohmann::json fields;
    std::string id = {};
};

/// An instant within these (ms since 1970), both included: an act takes a moment.
nlohmann::json between(std::int64_t from, std::int64_t to);
/// Something that only the app can know, as a photo's hash: it is there.
nlohmann::json something();

/// The test's own memory of a grid, kept apart from everything that the product does: what each act should have left, by plain
/// reasoning. It knows no merge, no rule and no form; whoever tells it of an act says what the act means.
class Notebook {
public:
    Notebook() = default;
    explicit Notebook(State before) : state_(std::move(before)) {}

    /// `made` is the answer's list of what was changed. Everything that changed must be among `left`, and the reverse: complaints
    /// say what is not. Gives the ids of `left`, in its order.
    std::vector<std::string> note(const nlohmann::json& made, const std::vector<Left>& left);
    /// The latest note is as if it had never been.
    void takeBack();

    [[nodiscard]] const nlohmann::json& record(const std::string& collection, const std::string& id) const;
    [[nodiscard]] const State& state() const { return state_; }
    /// Something that nobody's app did: the centre's own records.
    void put(const std::string& collection, const std::string& id, nlohmann::json fields);
    /// What an act leaves whose record is known.
    void write(const Left& left, const std::string& id) { write(left, id, {}); }

    void complain(std::string words) { complaints_.push_back(std::move(words)); }
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

private:
    struct Page {
        std::string collection, id;
        nlohmann::json before;  ///< null: it was not there
    };
    void write(const Left& left, const std::string& id, const std::vector<std::string>& ids);

    State state_;
    std::vector<Page> latest_;
    std::vector<std::string> complaints_;
};

/// Every difference, a line each: records that are missing or too many, fields that differ.
std::vector<std::string> differences(const State& expected, const State& actual);

}  // namespace qiaomen::diary
