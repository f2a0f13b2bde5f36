#pragma once
// Calls that Swift's Glibc does not import: they are variadic in C, or only there under _GNU_SOURCE, which a module cannot set.
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>

extern int dup3(int from, int to, int flags);
extern int memfd_create(const char *name, unsigned int flags);
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

/// The calling process gets SIGKILL when the thread that started it ends. 0 on success.
static inline int copydesk_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/// What `ps` and `top` call the calling process, up to 15 bytes.
static inline void copydesk_set_name(const char *name) {
    prctl(PR_SET_NAME, name);
}

/// The calling process cannot have more private memory than so many bytes. 0 on success.
static inline int copydesk_limit_memory(unsigned long bytes) {
    struct rlimit limit = {bytes, bytes};
    return setrlimit(RLIMIT_DATA, &limit);
}

/// A file in memory alone, closed on exec; -1 on failure.
static inline int copydesk_memory_file(const char *name) {
    return memfd_create(name, 1 /* MFD_CLOEXEC */);
}

/// Asks for a larger pipe; a smaller one works too.
static inline void copydesk_set_pipe_size(int descriptor, int bytes) {
    fcntl(descriptor, 1031 /* F_SETPIPE_SZ */, bytes);
}

/// Gives memory that was freed back to the kernel: what is held afterwards is in use.
static inline void copydesk_return_freed_memory(void) {
    malloc_trim(0);
}
