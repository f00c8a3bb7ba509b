// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iterator>
#include <numeric>

namespace qiaomen {

/// Random numbers that are the same for a seed on every machine and compiler, unlike the distributions of the standard
/// library: PCG32 (O'Neill, 2014, the XSH-RR variant), and integer arithmetic only. For synthetic data, never for secrets.
class SeededRandom {
public:
    /// Different streams of one seed are independent, so that adding a grid does not change the others.
    SeededRandom(std::uint64_t seed, std::uint64_t stream)
        : state_(mixed(seed ^ mixed(stream))), increment_((mixed(stream) << 1U) | 1U) {}

    std::uint32_t next() {
        const std::uint64_t old = state_;
        state_ = old * 6364136223846793005ULL + increment_;
        const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
        const auto turn = static_cast<std::uint32_t>(old >> 59U);
        return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
    }

    /// 0 to count - 1. REQUIRES: count > 0.
    int below(int count) {
        return static_cast<int>((static_cast<std::uint64_t>(next()) * static_cast<std::uint64_t>(count)) >> 32U);
    }
    /// low to high, both included. REQUIRES: low <= high.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool percent(int chance) { return below(100) < chance; }
    bool perMille(int chance) { return below(1000) < chance; }

    template <class List>
    const auto& pick(const List& list) {
        return std::data(list)[below(static_cast<int>(std::size(list)))];
    }
    /// An element of the list, as often as its member `weight` says.
    template <class List>
    const auto& pickWeighted(const List& list) {
        const int total = std::accumulate(std::begin(list), std::end(list), 0,
                                          [](int sum, const auto& item) { return sum + item.weight; });
        int rest = below(total);
        for (const auto& item : list) {
            rest -= item.weight;
            if (rest < 0) return item;
        }
        return *std::begin(list);
    }

private:
    /// The finaliser of SplitMix64: neighbouring seeds and streams start far apart.
    static std::uint64_t mixed(std::uint64_t x) {
        x += 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31U);
    }

    std::uint64_t state_;
    std::uint64_t increment_;
};

}  // namespace qiaomen
