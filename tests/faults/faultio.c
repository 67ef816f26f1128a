// A disk that fails at a chosen moment. Preloaded into the program (LD_PRELOAD), it counts writes, syncs and
// truncations of files whose path contains FAULT_UNDER and spoils the one with number FAULT_AT.
//
//   FAULT_CALL   write, sync, truncate or any (default)
//   FAULT_AT     which one, from 1; 0 counts only
//   FAULT_MODE   once     it fails, later ones work
//                sticky   it and all later ones fail
//                short    a write takes only half of its bytes
//                swallow  every sync pretends to have worked: the negative control of the power cuts
//   FAULT_ERRNO  what a failing call says (EIO)
//   FAULT_COUNT  a file that says while the program runs what was counted, eight bytes each for any, write, sync and
//                truncate, and then the path of the file that was spoilt
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

enum verdict { WORKS, FAILS, SHORT };
enum kind { ANY, WRITE, SYNC, TRUNCATE, KINDS };

static const char *const names[KINDS] = {"any", "write", "sync", "truncate"};
static struct {
  atomic_long counts[KINDS];
  char spoilt[1024];
} own, *seen = &own;
static const char *under, *mode;
static enum kind call;
static long at, error;

// The file of the count first: what is done to it is nobody's write to the disk that is to fail.
static void count_in(const char *file) {
  int fd = file ? open(file, O_RDWR | O_CREAT, 0644) : -1;
  if (fd < 0) return;
  if (ftruncate(fd, sizeof own) == 0) {
    void *shared = mmap(NULL, sizeof own, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared != MAP_FAILED) seen = shared;
  }
  close(fd);
}

__attribute__((constructor)) static void begin(void) {
  count_in(getenv("FAULT_COUNT"));
  for (int kind = ANY; kind < KINDS; kind++)
    if (getenv("FAULT_CALL") && !strcmp(getenv("FAULT_CALL"), names[kind])) call = kind;
  mode = getenv("FAULT_MODE") ? getenv("FAULT_MODE") : "once";
  at = getenv("FAULT_AT") ? atol(getenv("FAULT_AT")) : 0;
  error = getenv("FAULT_ERRNO") ? atol(getenv("FAULT_ERRNO")) : EIO;
  under = getenv("FAULT_UNDER");
}

static int concerned(int fd, char path[1024]) {
  char link[64];
  if (!under) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 1023);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, under) != NULL;
}

static enum verdict verdict_on(int fd, enum kind what) {
  char path[1024];
  int kept = errno;
  int mine = concerned(fd, path);
  errno = kept;
  if (!mine) return WORKS;
  long all = atomic_fetch_add(&seen->counts[ANY], 1) + 1;
  long n = atomic_fetch_add(&seen->counts[what], 1) + 1;
  if (call == ANY) n = all;
  else if (call != what) return WORKS;
  if (!at || n < at || (n > at && strcmp(mode, "sticky"))) return WORKS;
  if (n == at) strcpy(seen->spoilt, path);
  return strcmp(mode, "short") ? FAILS : SHORT;
}

static int swallowed(int fd) {
  char path[1024];
  return mode && !strcmp(mode, "swallow") && concerned(fd, path);
}

#define REAL(name, type) \
  static type real; \
  if (!real) *(void **)(&real) = dlsym(RTLD_NEXT, name)
#define REFUSE return errno = (int)error, -1

typedef ssize_t (*pwrite_t)(int, const void *, size_t, off64_t);
typedef ssize_t (*write_t)(int, const void *, size_t);
typedef ssize_t (*writev_t)(int, const struct iovec *, int);
typedef int (*sync_t)(int);
typedef int (*truncate_t)(int, off64_t);

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  REAL("pwrite64", pwrite_t);
  enum verdict v = verdict_on(fd, WRITE);
  if (v == FAILS) REFUSE;
  return real(fd, bytes, v == SHORT && size > 1 ? size / 2 : size, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) { return pwrite64(fd, bytes, size, offset); }

ssize_t write(int fd, const void *bytes, size_t size) {
  REAL("write", write_t);
  enum verdict v = verdict_on(fd, WRITE);
  if (v == FAILS) REFUSE;
  return real(fd, bytes, v == SHORT && size > 1 ? size / 2 : size);
}

ssize_t writev(int fd, const struct iovec *parts, int many) {
  REAL("writev", writev_t);
  if (verdict_on(fd, WRITE) == FAILS) REFUSE;
  return real(fd, parts, many);
}

int fdatasync(int fd) {
  REAL("fdatasync", sync_t);
  if (swallowed(fd)) return 0;
  if (verdict_on(fd, SYNC) == FAILS) REFUSE;
  return real(fd);
}

int fsync(int fd) {
  REAL("fsync", sync_t);
  if (swallowed(fd)) return 0;
  if (verdict_on(fd, SYNC) == FAILS) REFUSE;
  return real(fd);
}

int ftruncate64(int fd, off64_t size) {
  REAL("ftruncate64", truncate_t);
  if (verdict_on(fd, TRUNCATE) == FAILS) REFUSE;
  return real(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
