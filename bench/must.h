// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <utility>

#include "shared/core/result.h"

namespace qiaomen::bench {

/// The value, or an exception that says what went wrong: a benchmark that cannot go on has no figures to print.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

}  // namespace qiaomen::bench
