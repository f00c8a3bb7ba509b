// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "shared/core/sync.h"

namespace qiaomen::simulation {

/// What somebody who watches everything writes down: each change that a phone reported saved, each change that the centre ever
/// held durably, and whatever must not happen and happened. It knows changes by what they say, not by their numbers or stamps,
/// because a phone may give what was not taken yet other ones.
class Notebook {
public:
    /// The number of a save here; a phone's folder carries the set of those that it holds.
    using SaveNo = std::size_t;

    /// "household 0190… head_name=…": who saved it, when, and as which number does not matter.
    static std::string content(const Change& change);

    /// A phone said "saved": gives its number here. What two copies of a phone save at the same moment, under the same number and in the
    /// same words, is one change for everybody who can see it, and has one number here, too. `shown` are the values that stood on the screen before, in the order of the
    /// change's writes: the bases must be theirs.
    SaveNo saved(const Change& change, const std::vector<Value>& shown);
    /// A save that had failed is there after a restart: gives its number.
    SaveNo appeared(const Change& change);
    /// A phone gave a change of its own another stamp.
    void stamped(const Change& change);
    [[nodiscard]] std::string contentOf(SaveNo save) const { return content(saves_.at(save)); }
    /// How many saves said that: however often copies of a phone bring one of them, and whatever stamps they give it.
    [[nodiscard]] std::size_t timesSaved(const std::string& content) const;

    /// The centre committed: the log's new end, in order.
    void committed(const LoggedChange& logged);
    void refused(const Change& change);
    /// Whether the centre ever held the change, in its log or aside.
    [[nodiscard]] bool everHeld(const Change& change) const;

    void complain(const std::string& what);
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

private:
    SaveNo note(const Change& change);

    using Written = std::tuple<RecordId, FieldNo, Stamp>;
    using Signed = std::pair<Stamp, std::string>;
    static Signed key(const Change& change) { return {change.stamp, content(change)}; }

    std::vector<Change> saves_;
    std::map<std::string, std::size_t> counts_;
    std::map<Written, std::vector<Value>> written_;  ///< clones can give one stamp to two writes
    std::set<Signed> everLogged_, everRefused_;
    std::vector<std::string> complaints_;
};

}  // namespace qiaomen::simulation
