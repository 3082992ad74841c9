// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A page cache that dies with the process: kill -9 alone loses nothing, because the kernel keeps
// what was written. Here everything written below SHIM_FOLDER is held in memory until it is synced,
// and names made or removed there count only once their folder is synced.
//
//   CUT_AT     the power goes before this call that changes something (1 for the first)
//   CUT_SEED   which of the unsynced writes had reached the disk by then; 0 for none of them
//
// Names survive in the order they were changed, as on a journaling file system; unsynced bytes
// survive in any order, whole writes at a time (SQLite counts on whole sectors).
// Limits: one process, no mmap of the data, and no rename().

#include "shim.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <fcntl.h>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <sys/stat.h>
#include <vector>

namespace {

struct Change
{
    off_t offset = 0;
    std::string bytes;
    bool isTruncation = false; ///< to offset
};

/// A file as the process sees it: what is on the disk and, above it, what is not synced.
struct File
{
    int disk = -1; ///< our own descriptor, kept open: closing one would drop the process's locks
    off_t size = 0;
    std::vector<Change> pending;
};

/// A name made or removed while its folder is not synced.
struct NameChange
{
    std::string path;
    std::string kept; ///< where a removed file still lies; empty when the name was made
};

using OpenCall = int(const char *, int, ...);

std::mutex mutex;
std::map<std::pair<dev_t, ino_t>, std::unique_ptr<File>> files;
std::array<File *, 1024> byDescriptor{};
std::vector<NameChange> nameChanges;
long calls = 0;

auto *realOpen()
{
    static auto *const call = shim::next<OpenCall>("open64");
    return call;
}

auto *realPwrite()
{
    static auto *const call = shim::next<ssize_t(int, const void *, size_t, off_t)>("pwrite64");
    return call;
}

auto *realPread()
{
    static auto *const call = shim::next<ssize_t(int, void *, size_t, off_t)>("pread64");
    return call;
}

auto *realUnlink()
{
    static auto *const call = shim::next<int(const char *)>("unlink");
    return call;
}

auto *realTruncate()
{
    static auto *const call = shim::next<int(int, off_t)>("ftruncate64");
    return call;
}

void toDisk(const File &file, const Change &change)
{
    if (change.isTruncation) {
        static_cast<void>(realTruncate()(file.disk, change.offset));
    } else {
        static_cast<void>(
            realPwrite()(file.disk, change.bytes.data(), change.bytes.size(), change.offset));
    }
}

[[noreturn]] void cutPower()
{
    const long seed = shim::setting("CUT_SEED");
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto reachedDisk = [&] { return seed != 0 && (random() & 1U) == 1; };
    for (const auto &[id, file] : files) {
        for (const Change &change : file->pending) {
            if (reachedDisk()) {
                toDisk(*file, change);
            }
        }
    }
    const size_t surviving = seed == 0 ? 0 : random() % (nameChanges.size() + 1);
    while (nameChanges.size() > surviving) {
        const NameChange &change = nameChanges.back();
        if (change.kept.empty()) {
            realUnlink()(change.path.c_str());
        } else {
            ::rename(change.kept.c_str(), change.path.c_str());
        }
        nameChanges.pop_back();
    }
    for (const NameChange &change : nameChanges) {
        realUnlink()(change.kept.c_str());
    }
    shim::die();
}

/// Counts a call that changes something; the one CUT_AT names never happens.
void count()
{
    if (++calls == shim::setting("CUT_AT", -1)) {
        cutPower();
    }
}

File *fileOf(int descriptor)
{
    return descriptor >= 0 && descriptor < static_cast<int>(byDescriptor.size())
               ? byDescriptor[static_cast<size_t>(descriptor)]
               : nullptr;
}

void watch(int descriptor, const std::string &path, bool isNew)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)
        || descriptor >= static_cast<int>(byDescriptor.size())) {
        return;
    }
    std::unique_ptr<File> &file = files[{status.st_dev, status.st_ino}];
    if (!file || isNew) { // the number of a removed file may have come back
        file = std::make_unique<File>();
        file->disk = realOpen()(path.c_str(), O_RDWR | O_CLOEXEC);
        file->size = status.st_size;
    } else if (file->pending.empty()) {
        file->size = status.st_size; // another process may have written
    }
    byDescriptor[static_cast<size_t>(descriptor)] = file.get();
}

/// Gives our descriptor of a file that is gone for good back: there is one for every journal.
void forget(const std::string &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        return;
    }
    const auto file = files.find({status.st_dev, status.st_ino});
    if (file != files.end()) {
        std::ranges::replace(byDescriptor, file->second.get(), nullptr);
        ::close(file->second->disk);
        files.erase(file);
    }
}

int openWatched(const char *path, int flags, mode_t mode)
{
    if (!shim::isWatched(path)) {
        return realOpen()(path, flags, mode);
    }
    const std::lock_guard lock(mutex);
    const bool isNew = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
    if (isNew) {
        count();
    }
    const int descriptor = realOpen()(path, flags, mode);
    if (descriptor >= 0) {
        if (isNew) {
            nameChanges.push_back({path, {}});
        }
        watch(descriptor, path, isNew);
    }
    return descriptor;
}

ssize_t writeAt(File &file, const void *bytes, size_t size, off_t offset)
{
    count();
    file.pending.push_back({offset, std::string(static_cast<const char *>(bytes), size), false});
    file.size = std::max(file.size, offset + static_cast<off_t>(size));
    return static_cast<ssize_t>(size);
}

ssize_t readAt(const File &file, int descriptor, void *bytes, size_t size, off_t offset)
{
    if (file.pending.empty()) {
        return realPread()(descriptor, bytes, size, offset);
    }
    if (offset >= file.size) {
        return 0;
    }
    const off_t end = std::min(offset + static_cast<off_t>(size), file.size);
    char *const target = static_cast<char *>(bytes);
    std::fill(target, target + (end - offset), '\0');
    static_cast<void>(realPread()(descriptor, bytes, static_cast<size_t>(end - offset), offset));
    for (const Change &change : file.pending) {
        const off_t from = std::clamp(change.offset, offset, end);
        if (change.isTruncation) {
            std::fill(target + (from - offset), target + (end - offset), '\0');
            continue;
        }
        const off_t to =
            std::clamp(change.offset + static_cast<off_t>(change.bytes.size()), offset, end);
        if (from < to) {
            std::copy_n(change.bytes.data() + (from - change.offset), to - from,
                        target + (from - offset));
        }
    }
    return end - offset;
}

int sync(int descriptor, const char *name)
{
    const std::lock_guard lock(mutex);
    if (File *const file = fileOf(descriptor)) {
        count();
        for (const Change &change : file->pending) {
            toDisk(*file, change);
        }
        file->pending.clear();
        return 0;
    }
    if (shim::isWatched(shim::pathOf(descriptor))) { // the folder itself
        count();
        for (const NameChange &change : nameChanges) {
            if (!change.kept.empty()) {
                forget(change.kept);
                realUnlink()(change.kept.c_str());
            }
        }
        nameChanges.clear();
        return 0;
    }
    return shim::next<int(int)>(name)(descriptor);
}

/// A process that ends by itself leaves its pages to the kernel.
__attribute__((destructor)) void keepEverything()
{
    for (const auto &[id, file] : files) {
        for (const Change &change : file->pending) {
            toDisk(*file, change);
        }
        file->pending.clear();
    }
    for (const NameChange &change : nameChanges) {
        if (!change.kept.empty()) {
            realUnlink()(change.kept.c_str());
        }
    }
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openWatched(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openWatched(path, flags, mode);
}

int close(int descriptor)
{
    static auto *const call = shim::next<int(int)>("close");
    if (fileOf(descriptor)) {
        byDescriptor[static_cast<size_t>(descriptor)] = nullptr;
    }
    return call(descriptor);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    File *const file = fileOf(descriptor);
    if (!file) {
        return realPwrite()(descriptor, bytes, size, offset);
    }
    const std::lock_guard lock(mutex);
    return writeAt(*file, bytes, size, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    return pwrite64(descriptor, bytes, size, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *const call = shim::next<ssize_t(int, const void *, size_t)>("write");
    File *const file = fileOf(descriptor);
    if (!file) {
        return call(descriptor, bytes, size);
    }
    const std::lock_guard lock(mutex);
    const off_t offset = ::lseek(descriptor, 0, SEEK_CUR);
    const ssize_t written = writeAt(*file, bytes, size, offset);
    ::lseek(descriptor, offset + written, SEEK_SET);
    return written;
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset)
{
    const File *const file = fileOf(descriptor);
    if (!file) {
        return realPread()(descriptor, bytes, size, offset);
    }
    const std::lock_guard lock(mutex);
    return readAt(*file, descriptor, bytes, size, offset);
}

ssize_t pread(int descriptor, void *bytes, size_t size, off_t offset)
{
    return pread64(descriptor, bytes, size, offset);
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    static auto *const call = shim::next<ssize_t(int, void *, size_t)>("read");
    const File *const file = fileOf(descriptor);
    if (!file || file->pending.empty()) {
        return call(descriptor, bytes, size);
    }
    const std::lock_guard lock(mutex);
    const off_t offset = ::lseek(descriptor, 0, SEEK_CUR);
    const ssize_t got = readAt(*file, descriptor, bytes, size, offset);
    ::lseek(descriptor, offset + std::max<ssize_t>(got, 0), SEEK_SET);
    return got;
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    File *const file = fileOf(descriptor);
    if (!file) {
        return realTruncate()(descriptor, size);
    }
    const std::lock_guard lock(mutex);
    count();
    file->pending.push_back({size, {}, true});
    file->size = size;
    return 0;
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return ftruncate64(descriptor, size);
}

int fsync(int descriptor)
{
    return sync(descriptor, "fsync");
}

int fdatasync(int descriptor)
{
    return sync(descriptor, "fdatasync");
}

int unlink(const char *path) noexcept
{
    if (!shim::isWatched(path) || ::access(path, F_OK) != 0) {
        return realUnlink()(path);
    }
    const std::lock_guard lock(mutex);
    count();
    const std::string kept = std::string(path) + ".removed-" + std::to_string(calls);
    nameChanges.push_back({path, kept});
    return ::rename(path, kept.c_str());
}

int link(const char *from, const char *to) noexcept
{
    static auto *const call = shim::next<int(const char *, const char *)>("link");
    if (!shim::isWatched(to)) {
        return call(from, to);
    }
    const std::lock_guard lock(mutex);
    count();
    const int linked = call(from, to);
    if (linked == 0) {
        nameChanges.push_back({to, {}});
    }
    return linked;
}

int fstat64(int descriptor, struct stat64 *status) noexcept
{
    static auto *const call = shim::next<int(int, struct stat64 *)>("fstat64");
    const int got = call(descriptor, status);
    const File *const file = fileOf(descriptor);
    if (got == 0 && file) {
        const std::lock_guard lock(mutex);
        status->st_size = file->pending.empty() ? status->st_size : file->size;
    }
    return got;
}

} // extern "C"
