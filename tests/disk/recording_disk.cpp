// SPDX-License-Identifier: Apache-2.0
#include "tests/disk/recording_disk.h"

#include <sqlcipher/sqlite3.h>

#include <new>
#include <stdexcept>

namespace qiaomen::tests {

// --- A file: the machine's own behind it, and the name it is noted under ----------------------------------------------------

namespace {

using Failure = RecordingDisk::Failure::Kind;

struct File {
    sqlite3_file base;
    RecordingDisk* disk;
    std::string* name;  ///< none: outside the folder, not noted
    sqlite3_file* real;
};

File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return of(file).real; }

int closeFile(sqlite3_file* file) {
    const int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
    delete of(file).name;
    of(file).name = nullptr;
    return code;
}

int readFile(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

int sizeOf(sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); }

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    File& self = of(file);
    if (self.name && self.disk->refuses(Failure::full, *self.name)) return SQLITE_FULL;
    if (self.name && self.disk->refuses(Failure::powerCut, *self.name)) return SQLITE_IOERR_WRITE;
    const int code = self.real->pMethods->xWrite(self.real, bytes, count, offset);
    if (code == SQLITE_OK && self.name) {
        std::string text(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
        self.disk->note({DiskAct::Kind::write, *self.name, offset, std::move(text), 0});
    }
    return code;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    File& self = of(file);
    if (self.name && self.disk->refuses(Failure::powerCut, *self.name)) return SQLITE_IOERR_TRUNCATE;
    const int code = self.real->pMethods->xTruncate(self.real, size);
    if (code == SQLITE_OK && self.name) self.disk->note({DiskAct::Kind::truncate, *self.name, 0, {}, size});
    return code;
}

/// The machine need not really wait for its disk: what counts is what was asked for.
int syncFile(sqlite3_file* file, int /*flags*/) {
    File& self = of(file);
    if (!self.name) return SQLITE_OK;
    if (self.disk->refuses(Failure::ioError, *self.name)) return SQLITE_IOERR_FSYNC;
    if (self.disk->refuses(Failure::powerCut, *self.name)) return SQLITE_IOERR_FSYNC;
    self.disk->note({DiskAct::Kind::sync, *self.name, 0, {}, 0});
    return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int isReserved(sqlite3_file* file, int* answer) { return real(file)->pMethods->xCheckReservedLock(real(file), answer); }
int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
/// No promise of atomic or ordered writes: SQLite must assume the worst disk there is.
int characteristics(sqlite3_file* /*file*/) { return 0; }

int control(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void fenceShared(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmapShared(sqlite3_file* file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

const sqlite3_io_methods kMethods = {
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOf,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = isReserved,
    .xFileControl = control,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapShared,
    .xShmLock = lockShared,
    .xShmBarrier = fenceShared,
    .xShmUnmap = unmapShared,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

constexpr const char* kName = "recording";

/// What stands behind the VFS: its pAppData.
struct Behind {
    sqlite3_vfs* machine;
    RecordingDisk* disk;
};

sqlite3_vfs* machineOf(sqlite3_vfs* vfs) { return static_cast<Behind*>(vfs->pAppData)->machine; }
RecordingDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<Behind*>(vfs->pAppData)->disk; }

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags) {
    File& self = of(file);
    self.disk = &diskOf(vfs);
    self.name = nullptr;
    self.real = reinterpret_cast<sqlite3_file*>(&self + 1);
    self.base.pMethods = nullptr;
    const int code = machineOf(vfs)->xOpen(machineOf(vfs), path, self.real, flags, outFlags);
    if (code != SQLITE_OK) return code;
    if (const auto name = self.disk->nameOf(path)) self.name = new (std::nothrow) std::string(*name);
    self.base.pMethods = &kMethods;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs* vfs, const char* path, int syncFolder) {
    const auto name = diskOf(vfs).nameOf(path);
    if (name && diskOf(vfs).refuses(Failure::powerCut, *name)) return SQLITE_IOERR_DELETE;
    const int code = machineOf(vfs)->xDelete(machineOf(vfs), path, syncFolder);
    if (code == SQLITE_OK && name) diskOf(vfs).note({DiskAct::Kind::remove, *name, 0, {}, 0});
    return code;
}

int accessFile(sqlite3_vfs* vfs, const char* path, int flags, int* answer) {
    return machineOf(vfs)->xAccess(machineOf(vfs), path, flags, answer);
}
int fullPath(sqlite3_vfs* vfs, const char* path, int room, char* full) {
    return machineOf(vfs)->xFullPathname(machineOf(vfs), path, room, full);
}
int randomBytes(sqlite3_vfs* vfs, int count, char* bytes) {
    return machineOf(vfs)->xRandomness(machineOf(vfs), count, bytes);
}
int sleepFor(sqlite3_vfs* vfs, int microseconds) { return machineOf(vfs)->xSleep(machineOf(vfs), microseconds); }
int currentTime(sqlite3_vfs* vfs, double* time) { return machineOf(vfs)->xCurrentTime(machineOf(vfs), time); }
int lastError(sqlite3_vfs* vfs, int room, char* text) {
    return machineOf(vfs)->xGetLastError ? machineOf(vfs)->xGetLastError(machineOf(vfs), room, text) : 0;
}
int currentTimeMs(sqlite3_vfs* vfs, sqlite3_int64* time) {
    return machineOf(vfs)->xCurrentTimeInt64(machineOf(vfs), time);
}

}  // namespace

struct RecordingDisk::Vfs {
    sqlite3_vfs vfs{};
    Behind behind{};
};

// --- The disk -----------------------------------------------------------------------------------------------------------

RecordingDisk::RecordingDisk(std::filesystem::path folder)
    : folder_(std::filesystem::canonical(std::move(folder))), vfs_(std::make_unique<Vfs>()) {
    sqlite3_initialize();
    sqlite3_vfs* machine = sqlite3_vfs_find(nullptr);
    if (!machine || std::string_view(machine->zName) == kName) throw std::logic_error("one recording disk at a time");
    vfs_->behind = {machine, this};
    sqlite3_vfs& vfs = vfs_->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + machine->szOsFile;
    vfs.mxPathname = machine->mxPathname;
    vfs.zName = kName;
    vfs.pAppData = &vfs_->behind;
    vfs.xOpen = openFile;
    vfs.xDelete = removeFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomBytes;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = currentTimeMs;
    sqlite3_vfs_register(&vfs, 1);
}

RecordingDisk::~RecordingDisk() {
    sqlite3_vfs_unregister(&vfs_->vfs);
    sqlite3_vfs_register(vfs_->behind.machine, 1);
}

std::size_t RecordingDisk::moment() const {
    const std::lock_guard lock(mutex_);
    return acts_.size();
}

void RecordingDisk::fail(Failure failure, const std::string& under) {
    const std::lock_guard lock(mutex_);
    orders_[under] = {failure, false};
}

void RecordingDisk::heal(const std::string& under) {
    const std::lock_guard lock(mutex_);
    orders_[under].failure.reset();
}

bool RecordingDisk::hasFailed(const std::string& under) const {
    const std::lock_guard lock(mutex_);
    const auto order = orders_.find(under);
    return order != orders_.end() && order->second.happened;
}

std::optional<std::string> RecordingDisk::nameOf(const char* path) const {
    if (!path) return std::nullopt;
    const std::string inside = folder_.string() + "/";
    const std::string_view file(path);
    if (!file.starts_with(inside)) return std::nullopt;
    return std::string(file.substr(inside.size()));
}

void RecordingDisk::note(DiskAct act) {
    const std::lock_guard lock(mutex_);
    acts_.push_back(std::move(act));
}

RecordingDisk::Order& RecordingDisk::orderFor(const std::string& file) {
    const auto inFolder = orders_.find(file.substr(0, std::min(file.find('/'), file.size())));
    return inFolder != orders_.end() ? inFolder->second : orders_[{}];
}

bool RecordingDisk::refuses(Failure::Kind kind, const std::string& file) {
    const std::lock_guard lock(mutex_);
    Order& order = orderFor(file);
    if (!order.failure || order.failure->kind != kind) return false;
    if (order.failure->after > 0) {
        --order.failure->after;
        return false;
    }
    if (kind == Failure::Kind::ioError) order.failure.reset();
    order.happened = true;
    return true;
}

}  // namespace qiaomen::tests
