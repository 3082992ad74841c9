// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <unistd.h>

/// Shared by the libraries that tests preload into a child process. They see its calls of the C
/// library before the C library does; what they do is told by environment variables.
namespace shim {

/// The function of that name behind ours.
template <typename Function>
Function *next(const char *name)
{
    void *const symbol = ::dlsym(RTLD_NEXT, name);
    if (!symbol) {
        std::abort();
    }
    return reinterpret_cast<Function *>(symbol);
}

inline long setting(const char *name, long otherwise = 0)
{
    const char *const value = std::getenv(name);
    return value ? std::strtol(value, nullptr, 10) : otherwise;
}

/// Whether @p path lies in the folder SHIM_FOLDER names. SQLite's -shm is memory, not a file.
inline bool isWatched(const std::string &path)
{
    const char *const folder = std::getenv("SHIM_FOLDER");
    return folder && path.starts_with(folder) && !path.ends_with("-shm");
}

/// The path @p descriptor was opened by, empty for what is no file.
inline std::string pathOf(int descriptor)
{
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    std::string path(4096, '\0');
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    path.resize(size > 0 ? static_cast<size_t>(size) : 0);
    return path;
}

/// The function of that name of SQLite: a plug-in brought it in, so it is not among the libraries that
/// follow ours.
template <typename Function>
Function *ofSqlite(const char *name)
{
    static void *const library = ::dlopen("libsqlite3.so.0", RTLD_LAZY | RTLD_NOLOAD);
    void *const symbol = library ? ::dlsym(library, name) : nullptr;
    if (!symbol) {
        std::abort();
    }
    return reinterpret_cast<Function *>(symbol);
}

[[noreturn]] inline void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;) {
        ::pause();
    }
}

} // namespace shim
