// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/simulation/centre.h"
#include "tests/simulation/phone.h"

namespace qiaomen::simulation {

/// The account of one grid in the end. Every change that some phone reported saved, and answers for, is in the grid's log, or among its
/// rescued records, or in that phone's rescue queue: whoever left the grid, and however late he was. In the log it is no oftener than it
/// was saved; and what was rescued because it came late is not in the log besides.
class Losses {
public:
    Losses(Centre& centre, const GridId& grid, const std::vector<std::unique_ptr<Phone>>& phones,
           const Notebook& notebook);

    /// What is there too often is wrong, too.
    void doublesAreLosses(bool hadDisaster);
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

private:
    using Counts = std::map<std::string, std::size_t>;
    using Said = std::set<std::pair<Stamp, std::string>>;  ///< stamp and content

    void readLog(Centre& centre, const GridId& grid);
    void readRescued(Centre& centre, const GridId& grid);
    [[nodiscard]] bool isRescued(const std::string& content) const;
    void readQueue(Phone& phone, const GridId& grid);

    const Notebook& notebook_;
    Counts logged_, givenBack_;
    Said inLog_;
    std::map<std::string, std::string> rescuedTexts_;  ///< what they say, by their ids
    Said aside_;                                       ///< at the centre or in a phone's queue, waiting for somebody
    Said late_;                                        ///< rescued by the centre
    std::vector<std::string> complaints_;
};

}  // namespace qiaomen::simulation
