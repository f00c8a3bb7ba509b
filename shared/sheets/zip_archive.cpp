// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/zip_archive.h"

#include <zip.h>

#include <vector>

namespace qiaomen {

namespace {

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) {
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (!archive_) zip_source_free(source);
    }
    zip_error_fini(&error);
}

ZipArchive::ZipArchive(const std::filesystem::path& file) {
    int error = 0;
    archive_.reset(zip_open(file.c_str(), ZIP_RDONLY, &error));
}

ZipArchive::End ZipArchive::read(const std::string& entry, std::uint64_t limit, const Sink& sink) {
    const auto index = zip_name_locate(archive_.get(), entry.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return End::absent;
    const std::unique_ptr<zip_file_t, CloseEntry> file(
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) return End::broken;
    constexpr std::size_t kPiece = std::size_t{1} << 16;
    std::vector<char> piece(kPiece);
    std::uint64_t total = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) return End::broken;
        if (got == 0) return End::whole;
        total += static_cast<std::uint64_t>(got);
        if (total > limit) return End::tooLarge;
        if (!sink({piece.data(), static_cast<std::size_t>(got)})) return End::stopped;
    }
}

}  // namespace qiaomen
