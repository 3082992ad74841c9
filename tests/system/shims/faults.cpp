// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts the calls that change something below SHIM_FOLDER (open to create, write, truncate, sync,
// link, rename, unlink) and at one of them does what the test asks for:
//
//   FAULT_AT      the call it begins with (1 for the first)
//   FAULT_FOR     how many calls it hits; 0 for all that follow
//   FAULT_ERRNO   the errno the call fails with; 0 kills the process before the call
//   FAULT_LEVEL   which calls are counted: 0 all, 1 all but plain writes, 2 only syncs
//   FAULT_FIRED   a file that is made once it has happened

#include "shim.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <fcntl.h>

namespace {

using OpenCall = int(const char *, int, ...);

auto *realOpen()
{
    static auto *const call = shim::next<OpenCall>("open64");
    return call;
}

enum class Kind {
    Write,
    Name, ///< a name or a length changes
    Sync,
};

/// Whether this call fails, with errno set.
bool strikes(const std::string &path, Kind kind)
{
    static long calls = 0;
    static const long first = shim::setting("FAULT_AT", -1);
    static const long many = shim::setting("FAULT_FOR");
    static const long code = shim::setting("FAULT_ERRNO");
    static const long level = shim::setting("FAULT_LEVEL");
    if (first < 0 || static_cast<long>(kind) < level || !shim::isWatched(path)) {
        return false;
    }
    ++calls;
    if (calls < first || (many > 0 && calls >= first + many)) {
        return false;
    }
    if (const char *const fired = std::getenv("FAULT_FIRED")) {
        const int descriptor = realOpen()(fired, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        ::close(descriptor);
    }
    if (code == 0) {
        shim::die();
    }
    errno = static_cast<int>(code);
    return true;
}

bool strikes(int descriptor, Kind kind)
{
    const int before = errno;
    const std::string path = shim::pathOf(descriptor);
    errno = before;
    return strikes(path, kind);
}

int openCounted(const char *path, int flags, mode_t mode)
{
    const bool isNew = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
    return isNew && strikes(path, Kind::Name) ? -1 : realOpen()(path, flags, mode);
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openCounted(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openCounted(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *const call = shim::next<ssize_t(int, const void *, size_t)>("write");
    return strikes(descriptor, Kind::Write) ? -1 : call(descriptor, bytes, size);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static auto *const call = shim::next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    return strikes(descriptor, Kind::Write) ? -1 : call(descriptor, bytes, size, offset);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t size) noexcept
{
    static auto *const call = shim::next<ssize_t(int, int, off_t *, size_t)>("sendfile");
    return strikes(to, Kind::Write) ? -1 : call(to, from, offset, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static auto *const call = shim::next<int(int, off64_t)>("ftruncate64");
    return strikes(descriptor, Kind::Name) ? -1 : call(descriptor, size);
}

int fsync(int descriptor)
{
    static auto *const call = shim::next<int(int)>("fsync");
    return strikes(descriptor, Kind::Sync) ? -1 : call(descriptor);
}

int fdatasync(int descriptor)
{
    static auto *const call = shim::next<int(int)>("fdatasync");
    return strikes(descriptor, Kind::Sync) ? -1 : call(descriptor);
}

int unlink(const char *path) noexcept
{
    static auto *const call = shim::next<int(const char *)>("unlink");
    return ::access(path, F_OK) == 0 && strikes(path, Kind::Name) ? -1 : call(path);
}

int link(const char *from, const char *to) noexcept
{
    static auto *const call = shim::next<int(const char *, const char *)>("link");
    return strikes(to, Kind::Name) ? -1 : call(from, to);
}

int rename(const char *from, const char *to) noexcept
{
    static auto *const call = shim::next<int(const char *, const char *)>("rename");
    return strikes(to, Kind::Name) ? -1 : call(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    static auto *const call =
        shim::next<int(int, const char *, int, const char *, unsigned)>("renameat2");
    return strikes(to, Kind::Name) ? -1 : call(fromFolder, from, toFolder, to, flags);
}

} // extern "C"
