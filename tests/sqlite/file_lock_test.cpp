// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/file_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

namespace qiaomen::tests {

TEST_CASE("A second process is kept out and told by whom", "[lock]") {
    const TempFolder folder;
    int ready[2];
    int leave[2];
    REQUIRE(::pipe(ready) == 0);
    REQUIRE(::pipe(leave) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        auto lock = FileLock::take(folder / "lock");
        char sign = lock ? 'y' : 'n';
        (void)!::write(ready[1], &sign, 1);
        (void)!::read(leave[0], &sign, 1);
        ::_exit(0);
    }
    char sign = 0;
    REQUIRE(::read(ready[0], &sign, 1) == 1);
    REQUIRE(sign == 'y');

    const auto refused = FileLock::take(folder / "lock");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::refused);
    CHECK(refused.error().message.find("process " + std::to_string(child)) != std::string::npos);

    // Killed as roughly as can be, it holds nothing any more.
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(FileLock::take(folder / "lock").ok());
    for (const int end : {ready[0], ready[1], leave[0], leave[1]}) ::close(end);
}

TEST_CASE("The same process is kept out, too, until the first lock is gone", "[lock]") {
    const TempFolder folder;
    {
        const auto first = FileLock::take(folder / "lock");
        REQUIRE(first);
        CHECK_FALSE(FileLock::take(folder / "lock"));
    }
    CHECK(FileLock::take(folder / "lock").ok());
}

}  // namespace qiaomen::tests
