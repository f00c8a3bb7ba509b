// SPDX-License-Identifier: Apache-2.0
#include "bench/figures.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace qiaomen::bench {

double percentile(std::vector<double> samples, double share) {
    if (samples.empty()) return 0;
    std::ranges::sort(samples);
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(samples.size())));
    return samples[std::clamp<std::size_t>(rank, 1, samples.size()) - 1];
}

void printTimes(std::string_view name, const std::vector<double>& samples) {
    print(std::string(name) + "_p50_ms", percentile(samples, 0.50), "ms");
    print(std::string(name) + "_p99_ms", percentile(samples, 0.99), "ms");
}

}  // namespace qiaomen::bench
