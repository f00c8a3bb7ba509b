// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "bench/basics.h"
#include "bench/live.h"
#include "bench/server_load.h"
#include "bench/workload.h"

namespace {

using Arguments = std::vector<std::string>;

/// Takes the option out of the arguments; true when it was there.
bool takeFlag(Arguments& arguments, const std::string& flag) { return std::erase(arguments, flag) > 0; }

int workload(Arguments arguments) {
    const bool cipher = takeFlag(arguments, "--cipher");
    if (arguments.size() != 2) {
        std::fprintf(stderr, "bench: workload wants DATADIR WORKDIR [--cipher]\n");
        return 2;
    }
    return qiaomen::bench::workload({.data = arguments[0], .work = arguments[1], .cipher = cipher});
}

}  // namespace

/// qiaomen-bench NAME: prints one `name value unit` line per figure (workload: one line of JSON). Times on a shared machine are
/// noisy: compare runs made side by side, not days apart.
int main(int argc, char** argv) {
    const std::string name = argc > 1 ? argv[1] : "basics";
    const Arguments arguments(argv + std::min(argc, 2), argv + argc);
    try {
        if (name == "basics") return qiaomen::bench::basics();
        if (name == "workload") return workload(arguments);
        if (name == "live") return qiaomen::bench::live();
        if (name == "server") return qiaomen::bench::serverLoad();
        std::fprintf(stderr, "bench: there is no benchmark called \"%s\"; there are: basics, workload, server, live\n",
                     name.c_str());
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "bench: %s\n", problem.what());
    }
    return 1;
}
