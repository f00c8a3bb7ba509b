// SPDX-License-Identifier: Apache-2.0
#include "shared/files/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

/// An open file, closed when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool isOpen() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

Outcome writeAll(const fs::path& file, std::string_view bytes) {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!out.isOpen()) return fileError(file, errno);
    while (!bytes.empty()) {
        const ssize_t written = ::write(out.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fileError(file, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(out.number()) != 0) return fileError(file, errno);
    return Done{};
}

Outcome syncFolder(const fs::path& folder) {
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.isOpen() || ::fsync(open.number()) != 0) return fileError(folder, errno);
    return Done{};
}

}  // namespace

Error fileError(const fs::path& file, int error) {
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    const Fault fault = full ? Fault::full : error == ENOENT ? Fault::missing : Fault::broken;
    return {fault, file.filename().string() + ": " + (full ? "the disk is full" : std::strerror(error))};
}

Outcome writeDurably(const fs::path& file, const fs::path& beside, std::string_view bytes) {
    Outcome written = writeAll(beside, bytes);
    if (written) written = renameDurably(beside, file);
    if (!written) ::unlink(beside.c_str());
    return written;
}

Outcome syncFile(const fs::path& file) {
    const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!open.isOpen()) return fileError(file, errno);
    ::fchmod(open.number(), 0600);  // a memory stick knows no owners
    if (::fsync(open.number()) != 0) return fileError(file, errno);
    return Done{};
}

Outcome renameDurably(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return fileError(to, errno);
    return syncFolder(to.parent_path());
}

Outcome removeDurably(const fs::path& file) {
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) return fileError(file, errno);
    return syncFolder(file.parent_path());
}

Result<std::string> readWhole(const fs::path& file) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!in.isOpen() || ::fstat(in.number(), &status) != 0) return fileError(file, errno);
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(in.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fileError(file, errno);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace qiaomen
