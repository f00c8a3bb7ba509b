// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdio>
#include <string_view>
#include <vector>

namespace qiaomen::bench {

/// One figure a line: `name value unit`. Everything a benchmark has to say goes through here.
inline void print(std::string_view name, double value, std::string_view unit) {
    std::printf("%.*s %.3f %.*s\n", static_cast<int>(name.size()), name.data(), value, static_cast<int>(unit.size()),
                unit.data());
    std::fflush(stdout);
}

/// How long something took, in milliseconds of real time.
template <class Work>
double milliseconds(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The value that a share of all samples does not exceed (nearest rank): percentile(times, 0.99) is the p99.
double percentile(std::vector<double> samples, double share);

/// Prints NAME_p50_ms and NAME_p99_ms.
void printTimes(std::string_view name, const std::vector<double>& samples);

}  // namespace qiaomen::bench
