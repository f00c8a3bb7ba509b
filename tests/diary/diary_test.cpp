// SPDX-License-Identifier: Apache-2.0
#include "tests/diary/diary.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temp_folder.h"

namespace qiaomen::diary {

TEST_CASE("Three days without a network, and afterwards everything is where it should be, field by field", "[diary]") {
    const tests::TempFolder folder;
    Diary diary({QIAOMEN_APP, QIAOMEN_SERVER, QIAOMEN_DISK_LIBRARY}, folder.path());
    std::vector<std::string> complaints;
    try {
        diary.mondayEvening();
        diary.firstMorning();
        diary.cellar();
        diary.movesAndPapers();
        diary.fullDisk();
        diary.wrongClock();
        diary.meanwhile();
        diary.thirdDay();
        diary.wayBack();
        diary.compare();
    } catch (const std::exception& problem) {
        complaints.emplace_back(problem.what());
    }
    for (const std::string& complaint : diary.complaints()) complaints.push_back(complaint);
    for (const std::string& complaint : complaints) UNSCOPED_INFO(complaint);
    CHECK(complaints.empty());
    CHECK(diary.acts() >= 120);
}

}  // namespace qiaomen::diary
