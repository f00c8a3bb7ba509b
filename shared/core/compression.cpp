// SPDX-License-Identifier: Apache-2.0
#include "shared/core/compression.h"

#include <zstd.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace qiaomen {

std::string compress(std::string_view bytes, int level) {
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    if (!context) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size)) throw std::runtime_error(std::string("zstd cannot compress: ") + ZSTD_getErrorName(size));
    frame.resize(size);
    return frame;
}

Result<std::string> decompress(std::string_view frame, std::size_t limit) {
    const auto refused = [](std::string reason) {
        return Error{Fault::invalid, "not to be decompressed: " + std::move(reason)};
    };
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR) return refused("not a zstd frame");
    if (size == ZSTD_CONTENTSIZE_UNKNOWN) return refused("the frame does not say how large its content is");
    if (size > limit)
        return refused("it would be " + std::to_string(size) + " bytes, and " + std::to_string(limit) + " are allowed");
    if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size())
        return refused("not exactly one whole frame");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(got)) return refused(ZSTD_getErrorName(got));
    if (got != bytes.size()) return refused("its content is shorter than it says");
    return bytes;
}

}  // namespace qiaomen
