// SPDX-License-Identifier: Apache-2.0
//
// A disk with moods, for a process that is started with this library in LD_PRELOAD: QIAOMEN_DISK names a folder, in which the test
// makes and removes two files while the process runs.
//
//     full      no file grows any more: a write that would make one longer fails with ENOSPC, as on a full disk; what is within a
//               file's length can still be written
//     slow      the next wait for the disk (fsync) takes until the file is gone; a file "waiting" says that it began. So a process
//               can be killed in the very middle of a save

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace {

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool is(const char* mood, char* path, std::size_t size) {
    const char* folder = std::getenv("QIAOMEN_DISK");
    if (!folder) return false;
    std::snprintf(path, size, "%s/%s", folder, mood);
    return access(path, F_OK) == 0;
}

bool is(const char* mood) {
    const int before = errno;
    char path[4096];
    const bool so = is(mood, path, sizeof path);
    errno = before;
    return so;
}

/// Whether a regular file would be longer than it is after a write up to `end`.
bool grows(int file, off_t end) {
    struct stat about {};
    return fstat(file, &about) == 0 && S_ISREG(about.st_mode) && end > about.st_size;
}

bool isRefused(int file, off_t end) {
    if (!grows(file, end) || !is("full")) return false;
    errno = ENOSPC;
    return true;
}

void waitWhileSlow() {
    char path[4096];
    if (!is("slow", path, sizeof path)) return;
    char waiting[4096];
    std::snprintf(waiting, sizeof waiting, "%s/waiting", std::getenv("QIAOMEN_DISK"));
    const int begun = open(waiting, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (begun >= 0) close(begun);
    while (access(path, F_OK) == 0) usleep(1000);
    unlink(waiting);
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
    const off_t at = lseek(file, 0, SEEK_CUR);
    if (at >= 0 && isRefused(file, at + static_cast<off_t>(size))) return -1;
    return next(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    if (isRefused(file, at + static_cast<off_t>(size))) return -1;
    return next(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    if (isRefused(file, at + static_cast<off_t>(size))) return -1;
    return next(file, bytes, size, at);
}

int fsync(int file) {
    static const auto next = real<int (*)(int)>("fsync");
    waitWhileSlow();
    return next(file);
}

int fdatasync(int file) {
    static const auto next = real<int (*)(int)>("fdatasync");
    waitWhileSlow();
    return next(file);
}

}  // extern "C"
