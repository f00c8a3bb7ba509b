// SPDX-License-Identifier: Apache-2.0
#include "shared/core/memory.h"

#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

using namespace qiaomen;

namespace {

/// What a request that brings a whole grid does: many small pieces, all of them in use at the same time.
std::size_t takesAWholeGrid() {
    std::vector<std::string> pieces;
    for (int i = 0; i < 40'000; ++i) pieces.emplace_back(1000, static_cast<char>('a' + i % 26));
    return pieces.back().size();
}

long pageFaults() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_minflt;
}

}  // namespace

TEST_CASE("Memory that was used once is there for the next request, on whichever thread that is served", "[memory]") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    SKIP("a sanitizer has its own ways with memory");
#endif
    takeMemoryInLargePieces();
    REQUIRE(takesAWholeGrid() == 1000);
    for (int request = 0; request < 3; ++request) {
        const long before = pageFaults();
        std::thread([] { CHECK(takesAWholeGrid() == 1000); }).join();
        // 40 MB are ten thousand pages.
        CHECK(pageFaults() - before < 1000);
    }
}
