// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

namespace qiaomen::bench {

/// Memory in use by a running process, in megabytes. Throws std::runtime_error when it has ended.
double residentMb(pid_t pid);

/// The most memory that this process had in use since the last resetPeak(), in megabytes.
void resetPeak();
double peakMb();

/// Processor time that the threads of a running process have used, in seconds, to the nanosecond. Throws std::runtime_error when it
/// has ended.
double cpuSeconds(pid_t pid);
/// The same of this process.
double ownCpuSeconds();

}  // namespace qiaomen::bench
