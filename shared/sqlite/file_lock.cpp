// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace qiaomen {

namespace {

std::string holderOf(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size() - 1, 0);
    return size > 0 ? "process " + std::string(text.data(), static_cast<std::size_t>(size)) : "another process";
}

Error failure(Fault fault, const std::filesystem::path& file, int error) {
    return {error == ENOSPC ? Fault::full : fault, file.string() + ": " + std::strerror(error)};
}

}  // namespace

Result<FileLock> FileLock::take(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return failure(Fault::broken, file, errno);
    FileLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return failure(Fault::broken, file, errno);
        return Error{Fault::refused, file.parent_path().string() + " is in use by " + holderOf(descriptor)};
    }
    const std::string pid = std::to_string(::getpid());
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
        return failure(Fault::broken, file, errno);
    }
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace qiaomen
