// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace qiaomen {

/// The files within a file: a workbook is a zip archive of XML. Read by libzip, entry by entry and piece by piece, so that what an
/// entry claims about its size is never believed: whoever reads says how much they take.
class ZipArchive {
public:
    /// How reading an entry ended.
    enum class End { whole, absent, broken, tooLarge, stopped };
    /// Gets the entry's bytes in pieces; false stops the reading.
    using Sink = std::function<bool(std::string_view)>;

    /// `bytes` must remain live. isOpen() is false when they are no archive.
    explicit ZipArchive(std::string_view bytes);
    explicit ZipArchive(const std::filesystem::path& file);
    ZipArchive(ZipArchive&&) = default;

    [[nodiscard]] bool isOpen() const { return archive_ != nullptr; }
    /// At most `limit` bytes of the entry; its check sum is compared when it was read to its end.
    [[nodiscard]] End read(const std::string& entry, std::uint64_t limit, const Sink& sink);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
};

}  // namespace qiaomen
