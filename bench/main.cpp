// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>
#include <string_view>

#include "bench/basics.h"

/// qiaomen-bench NAME: prints one `name value unit` line per figure. Times on a shared machine are noisy: compare runs made side by
/// side, not days apart.
int main(int argc, char** argv) {
    const std::string_view name = argc > 1 ? argv[1] : "basics";
    try {
        if (name == "basics") return qiaomen::bench::basics();
        std::fprintf(stderr, "bench: there is no benchmark called \"%s\"; there is: basics\n", argv[1]);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "bench: %s\n", problem.what());
    }
    return 1;
}
