// A process that confined itself tries what it gave up, and what it still needs.
// MISSION: INT-06
#include "app/confine.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <functional>
#include <thread>

namespace vs::app {
namespace {

// What `f` says in a child that confined itself; the filter cannot be taken back, so this process stays as it is.
int confined(const std::function<int()>& f) {
  const pid_t child = fork();
  if (child == 0) {
    keep_to_oneself();
    _exit(confine() ? f() : 250);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 251;
}

TEST(Confine, no_program_is_started) {
  EXPECT_EQ(confined([] {
              char name[] = "/bin/true";
              char* arguments[] = {name, nullptr};
              execve(name, arguments, nullptr);
              return errno;
            }),
            EPERM);
}

TEST(Confine, no_process_is_made) {
  EXPECT_EQ(confined([] { return fork() < 0 ? errno : 0; }), EPERM);
}

TEST(Confine, nobody_is_debugged) {
  EXPECT_EQ(confined([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) < 0 ? errno : 0; }), EPERM);
}

TEST(Confine, no_raw_packets) {
  EXPECT_EQ(confined([] { return socket(AF_PACKET, SOCK_RAW, 0) < 0 ? errno : 0; }), EPERM);
}

TEST(Confine, no_memory_is_both_written_and_run) {
  EXPECT_EQ(confined([] {
              const int both = PROT_READ | PROT_WRITE | PROT_EXEC;
              return mmap(nullptr, 4096, both, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
            }),
            EPERM);
  EXPECT_EQ(confined([] {
              void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return mprotect(page, 4096, PROT_READ | PROT_EXEC) < 0 ? errno : 0;
            }),
            EPERM);
}

TEST(Confine, nobody_becomes_somebody_else) {
  EXPECT_EQ(confined([] { return setuid(getuid()) < 0 ? errno : 0; }), EPERM);
}

TEST(Confine, other_threads_are_confined_too) {
  EXPECT_EQ(confined([] {
              int said = 0;
              std::thread([&] { said = fork() < 0 ? errno : 0; }).join();
              return said;
            }),
            EPERM);
}

TEST(Confine, what_a_server_needs_still_works) {
  EXPECT_EQ(confined([] {
              bool ran = false;
              std::thread([&] { ran = true; }).join();
              const int net = socket(AF_INET, SOCK_STREAM, 0), local = socket(AF_UNIX, SOCK_STREAM, 0);
              const auto file = std::filesystem::temp_directory_path() / ("confined" + std::to_string(getpid()));
              FILE* f = std::fopen(file.c_str(), "w");
              const bool wrote = f && std::fputs("x", f) >= 0 && std::fflush(f) == 0 && fsync(fileno(f)) == 0;
              std::filesystem::remove(file);
              return ran && net >= 0 && local >= 0 && wrote ? 0 : 1;
            }),
            0);
}

TEST(Confine, no_core_and_no_new_privileges) {
  EXPECT_EQ(confined([] {
              return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? 0 : 1;
            }),
            0);
}

}  // namespace
}  // namespace vs::app
