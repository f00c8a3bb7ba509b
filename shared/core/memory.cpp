// SPDX-License-Identifier: Apache-2.0
#include "shared/core/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#endif

namespace qiaomen {

#ifdef __GLIBC__

namespace {

/// Addresses, not memory: what is not used costs nothing. Twice what a whole grid takes.
constexpr int kPiece = 128 << 20;
/// The largest that the library takes: anything above it comes from the system and goes back at once.
constexpr int kOwnPiece = 32 << 20;
constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20;

}  // namespace

void takeMemoryInLargePieces() {
    // Heaps besides the first grow page by page, with a call of the system for each.
    ::mallopt(M_ARENA_MAX, 1);
    ::mallopt(M_MMAP_THRESHOLD, kOwnPiece);
    ::mallopt(M_TRIM_THRESHOLD, kPiece);
    ::mallopt(M_TOP_PAD, kPiece);
    void* const more = std::malloc(std::size_t{1} << 20);  // takes the piece
    const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) & ~(kHugePage - 1);
    const auto begin = (reinterpret_cast<std::uintptr_t>(more) + kHugePage - 1) & ~(kHugePage - 1);
    // Where the system has no huge pages to give, it says so, and all is as before.
    if (more && begin < end) static_cast<void>(::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));
    std::free(more);
}

#else

void takeMemoryInLargePieces() {}

#endif

}  // namespace qiaomen
