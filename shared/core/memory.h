// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace qiaomen {

/// How this process takes memory from the system: one heap for all threads, in large pieces, and what it once had it keeps for the
/// next time. Who takes in a whole grid needs some 60 MB for a tenth of a second; in pages of 4 KiB, given back in between and taken
/// by each thread for itself, that is fifteen thousand page faults, which cost as much as the work they are for.
///
/// For the beginning of main(), before there is another thread. Where the C library is not glibc, nothing happens.
void takeMemoryInLargePieces();

}  // namespace qiaomen
