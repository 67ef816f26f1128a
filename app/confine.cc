#include "app/confine.h"

#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>

namespace vs::app {
namespace {

using Filter = std::unique_ptr<void, void (*)(void*)>;

constexpr const char* never[] = {
    // other programs and processes
    "fork", "vfork", "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp",
    "personality", "memfd_create",
    // who we are, and where
    "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid", "setgroups", "capset",
    "unshare", "setns", "chroot", "pivot_root", "mount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig",
    "fsmount", "fspick", "mount_setattr", "mknod", "mknodat", "open_by_handle_at", "name_to_handle_at",
    // the machine
    "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
    "sethostname", "setdomainname", "settimeofday", "clock_settime", "clock_adjtime", "acct", "quotactl", "syslog",
    "iopl", "ioperm", "modify_ldt", "vhangup", "lookup_dcookie",
    // parts of the kernel that are broken into most
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "keyctl",
    "add_key", "request_key"};

bool refuse_always(scmp_filter_ctx filter) {
  for (const char* name : never) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call == __NR_SCMP_ERROR) continue;  // older than the call
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) != 0) return false;
  }
  return true;
}

// Threads are made by `clone` with its flag. What `clone3` is asked for cannot be seen; without it libraries take
// `clone`.
bool refuse_processes(scmp_filter_ctx filter) {
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                          SCMP_CMP(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

bool refuse_sockets(scmp_filter_ctx filter) {
  constexpr unsigned families_most = 64;
  for (unsigned family = 0; family <= families_most; ++family) {
    if (family == AF_UNIX || family == AF_INET || family == AF_INET6 || family == AF_NETLINK) continue;
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, SCMP_CMP(0, SCMP_CMP_EQ, family)) != 0)
      return false;
  }
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
                          SCMP_CMP(0, SCMP_CMP_GT, families_most)) == 0;
}

bool refuse_made_code(scmp_filter_ctx filter) {
  constexpr unsigned both = PROT_WRITE | PROT_EXEC;
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mmap), 1,
                          SCMP_CMP(2, SCMP_CMP_MASKED_EQ, both, both)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mprotect), 1,
                          SCMP_CMP(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(pkey_mprotect), 1,
                          SCMP_CMP(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC)) == 0;
}

}  // namespace

void keep_to_oneself() {
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

bool confine() {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW), [](void* f) { seccomp_release(f); });
  return filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 && refuse_always(filter.get()) &&
         refuse_processes(filter.get()) && refuse_sockets(filter.get()) && refuse_made_code(filter.get()) &&
         seccomp_load(filter.get()) == 0;
}

}  // namespace vs::app
