// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

namespace qiaomen::bench {

/// Memory in use by a running process, in megabytes. Throws std::runtime_error when it has ended.
double residentMb(pid_t pid);

/// Processor time that a running process has used, on all cores, in seconds. Throws std::runtime_error when it has ended.
double cpuSeconds(pid_t pid);

}  // namespace qiaomen::bench
