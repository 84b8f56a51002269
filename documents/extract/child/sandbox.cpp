#include "documents/extract/child/sandbox.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>

namespace daftar::documents {
namespace {

bool limit(__rlimit_resource what, rlim_t value) {
    const rlimit both{value, value};
    return setrlimit(what, &both) == 0;
}

/// Files may be read below /usr/share, /usr/lib and /etc/fonts only (fonts, encodings). Kernels without Landlock keep
/// the other walls.
void close_file_system() {
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                              LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
                              LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG;
    const int set = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
    if (set < 0) return;
    for (const char* folder : {"/usr/share", "/usr/lib", "/etc/fonts"}) {
        const int opened = open(folder, O_PATH | O_CLOEXEC);
        if (opened < 0) continue;
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        beneath.parent_fd = opened;
        syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        close(opened);
    }
    syscall(SYS_landlock_restrict_self, set, 0);
    close(set);
}

/// Only what a program needs that computes on memory, reads data files and writes to an open pipe; everything else
/// fails with EPERM, which libraries take as "not available".
bool close_system_calls() {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == nullptr) return false;
    bool allowed = true;
    for (const int call : {SCMP_SYS(read),
                           SCMP_SYS(write),
                           SCMP_SYS(readv),
                           SCMP_SYS(writev),
                           SCMP_SYS(pread64),
                           SCMP_SYS(close),
                           SCMP_SYS(fstat),
                           SCMP_SYS(newfstatat),
                           SCMP_SYS(statx),
                           SCMP_SYS(stat),
                           SCMP_SYS(lstat),
                           SCMP_SYS(lseek),
                           SCMP_SYS(access),
                           SCMP_SYS(faccessat),
                           SCMP_SYS(faccessat2),
                           SCMP_SYS(readlink),
                           SCMP_SYS(getdents64),
                           SCMP_SYS(fcntl),
                           SCMP_SYS(fstatfs),
                           SCMP_SYS(statfs),
                           SCMP_SYS(mmap),
                           SCMP_SYS(munmap),
                           SCMP_SYS(mprotect),
                           SCMP_SYS(mremap),
                           SCMP_SYS(madvise),
                           SCMP_SYS(brk),
                           SCMP_SYS(futex),
                           SCMP_SYS(sched_yield),
                           SCMP_SYS(sched_getaffinity),
                           SCMP_SYS(rt_sigaction),
                           SCMP_SYS(rt_sigprocmask),
                           SCMP_SYS(rt_sigreturn),
                           SCMP_SYS(sigaltstack),
                           SCMP_SYS(tgkill),
                           SCMP_SYS(gettid),
                           SCMP_SYS(getpid),
                           SCMP_SYS(getuid),
                           SCMP_SYS(geteuid),
                           SCMP_SYS(getgid),
                           SCMP_SYS(getegid),
                           SCMP_SYS(getrusage),
                           SCMP_SYS(times),
                           SCMP_SYS(clock_gettime),
                           SCMP_SYS(clock_nanosleep),
                           SCMP_SYS(gettimeofday),
                           SCMP_SYS(getrandom),
                           SCMP_SYS(sysinfo),
                           SCMP_SYS(uname),
                           SCMP_SYS(restart_syscall),
                           SCMP_SYS(exit),
                           SCMP_SYS(exit_group)})
        allowed = allowed && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    constexpr scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    allowed = allowed && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                          SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
    allowed = allowed &&
              seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
    allowed = allowed && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return allowed;
}

}  // namespace

bool enter_sandbox(const SandboxLimits& limits) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return false;
    signal(SIGXFSZ, SIG_IGN);  // a library that complains to an error file gets an error, not a death
    if (!limit(RLIMIT_CORE, 0) || !limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_NPROC, 0) || !limit(RLIMIT_NOFILE, 32))
        return false;
    if (limits.seconds > 0 && !limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds))) return false;
    if (limits.memory_megabytes > 0 && !limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_megabytes) << 20))
        return false;
    close_file_system();
    return close_system_calls();
}

}  // namespace daftar::documents
