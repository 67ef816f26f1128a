// A file system that forgets. Everything is kept in memory; what was synced is kept beside it. SIGUSR1 is a power cut:
// the folder BACK is given what was synced and nothing else, and the process is gone. An orderly end (unmount, SIGTERM)
// gives it everything.
//
//   PFS_BACK=folder [PFS_TORN=1] [PFS_STRICT=1] [PFS_SEED=n] pfs -f -s MOUNTPOINT
//
// PFS_TORN: of what was not synced, each 512-byte sector survives with one chance in two, in no order.
// PFS_STRICT: the name of a new file is durable only after a sync of its folder (otherwise with the file's own).
#define FUSE_USE_VERSION 31
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fuse3/fuse.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { SECTOR = 512, NAME = 512 };

struct node {
  char path[NAME];  // "/keys/keys.db"
  int folder, mode, alive, name_durable;
  char *data, *synced;
  size_t size, room, synced_size, synced_room;
  size_t dirty_from, dirty_to;
  unsigned number;
  struct node *next;
};

static struct node *nodes;
static const char *back;
static int torn, strict;
static unsigned numbers = 10, chance_state;
static long writes, syncs;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct node *find(const char *path) {
  for (struct node *n = nodes; n; n = n->next)
    if (n->alive && !strcmp(n->path, path)) return n;
  return NULL;
}

static struct node *make(const char *path, int folder, int mode) {
  struct node *n = calloc(1, sizeof *n);
  snprintf(n->path, NAME, "%s", path);
  n->folder = folder;
  n->mode = mode;
  n->alive = 1;
  n->number = numbers++;
  n->next = nodes;
  nodes = n;
  return n;
}

static int is_child(const struct node *n, const char *folder) {
  size_t length = strcmp(folder, "/") ? strlen(folder) : 0;
  return n->alive && !strncmp(n->path, folder, length) && n->path[length] == '/' && n->path[length + 1] &&
         !strchr(n->path + length + 1, '/');
}

static void grow(char **bytes, size_t *room, size_t wanted) {
  if (wanted <= *room) return;
  *room = wanted * 2 + 4096;
  *bytes = realloc(*bytes, *room);
}

static void resize(struct node *n, size_t size) {
  grow(&n->data, &n->room, size);
  if (size > n->size) memset(n->data + n->size, 0, size - n->size);
  n->size = size;
}

static void touch(struct node *n, size_t from, size_t to) {
  if (n->dirty_from == n->dirty_to) n->dirty_from = from, n->dirty_to = to;
  if (from < n->dirty_from) n->dirty_from = from;
  if (to > n->dirty_to) n->dirty_to = to;
}

static void sync_node(struct node *n) {
  grow(&n->synced, &n->synced_room, n->size);
  size_t to = n->dirty_to < n->size ? n->dirty_to : n->size;
  if (n->synced_size < n->size && n->synced_size < n->dirty_from) n->dirty_from = n->synced_size;
  if (n->dirty_from < to) memcpy(n->synced + n->dirty_from, n->data + n->dirty_from, to - n->dirty_from);
  if (n->synced_size < n->size && to < n->size) memcpy(n->synced + to, n->data + to, n->size - to);
  n->synced_size = n->size;
  n->dirty_from = n->dirty_to = 0;
  if (!strict) n->name_durable = 1;
}

static int chance(void) {
  chance_state = chance_state * 1664525u + 1013904223u;
  return chance_state >> 31;
}

// Sectors that the disk happened to have written when the light went out.
static void tear(struct node *n) {
  for (size_t at = n->dirty_from / SECTOR * SECTOR; at < n->dirty_to && at < n->size; at += SECTOR) {
    if (!chance()) continue;
    size_t length = n->size - at < SECTOR ? n->size - at : SECTOR;
    grow(&n->synced, &n->synced_room, at + length);
    if (at > n->synced_size) memset(n->synced + n->synced_size, 0, at - n->synced_size);
    memcpy(n->synced + at, n->data + at, length);
    if (at + length > n->synced_size) n->synced_size = at + length;
  }
}

static void put_back(const struct node *n, const char *bytes, size_t size) {
  char path[2 * NAME];
  snprintf(path, sizeof path, "%s%s", back, n->path);
  if (n->folder) {
    mkdir(path, n->mode & 0777);
    return;
  }
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, n->mode & 0777);
  for (size_t done = 0; fd >= 0 && done < size;) {
    ssize_t wrote = write(fd, bytes + done, size - done);
    if (wrote <= 0) break;
    done += (size_t)wrote;
  }
  if (fd >= 0) close(fd);
}

static void empty_back(const char *folder) {
  DIR *dir = opendir(folder);
  struct dirent *entry;
  while (dir && (entry = readdir(dir))) {
    char path[2 * NAME];
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (unlink(path) != 0) empty_back(path), rmdir(path);
  }
  if (dir) closedir(dir);
}

// Folders were made before what lies in them, and stand behind it in the list.
static void put_all_back(struct node *n, int cut) {
  if (!n) return;
  put_all_back(n->next, cut);
  if (!n->alive || (cut && !n->name_durable)) return;
  if (cut && torn) tear(n);
  put_back(n, cut ? n->synced : n->data, cut ? n->synced_size : n->size);
}

static void *wait_for_the_cut(void *unused) {
  (void)unused;
  sigset_t signals;
  int which;
  sigemptyset(&signals);
  sigaddset(&signals, SIGUSR1);
  sigwait(&signals, &which);
  pthread_mutex_lock(&lock);
  empty_back(back);
  put_all_back(nodes, 1);
  fprintf(stderr, "cut writes=%ld syncs=%ld\n", writes, syncs);
  _exit(0);
}

// ---- what the kernel asks

#define LOCKED pthread_mutex_lock(&lock)
#define DONE(value) \
  do { \
    int answer_ = (value); \
    pthread_mutex_unlock(&lock); \
    return answer_; \
  } while (0)
static struct node *of(struct fuse_file_info *info) { return (struct node *)(size_t)info->fh; }

static int p_getattr(const char *path, struct stat *out, struct fuse_file_info *info) {
  (void)info;
  memset(out, 0, sizeof *out);
  if (!strcmp(path, "/")) return out->st_mode = S_IFDIR | 0755, out->st_nlink = 2, 0;
  LOCKED;
  struct node *n = find(path);
  if (!n) DONE(-ENOENT);
  out->st_mode = (n->folder ? S_IFDIR : S_IFREG) | (n->mode & 0777);
  out->st_nlink = n->folder ? 2 : 1;
  out->st_size = (off_t)n->size;
  out->st_ino = n->number;
  out->st_blksize = 4096;
  out->st_blocks = (blkcnt_t)((n->size + SECTOR - 1) / SECTOR);
  DONE(0);
}

static int p_readdir(const char *path, void *buffer, fuse_fill_dir_t fill, off_t offset, struct fuse_file_info *info,
                     enum fuse_readdir_flags flags) {
  (void)offset, (void)info, (void)flags;
  fill(buffer, ".", NULL, 0, 0);
  fill(buffer, "..", NULL, 0, 0);
  LOCKED;
  for (struct node *n = nodes; n; n = n->next)
    if (is_child(n, path)) fill(buffer, strrchr(n->path, '/') + 1, NULL, 0, 0);
  DONE(0);
}

static int p_open(const char *path, struct fuse_file_info *info) {
  LOCKED;
  struct node *n = find(path);
  if (!n) DONE(-ENOENT);
  if (info->flags & O_TRUNC) resize(n, 0);
  info->fh = (uint64_t)(size_t)n;
  DONE(0);
}

static int p_create(const char *path, mode_t mode, struct fuse_file_info *info) {
  LOCKED;
  info->fh = (uint64_t)(size_t)make(path, 0, (int)mode);
  DONE(0);
}

static int p_mkdir(const char *path, mode_t mode) {
  LOCKED;
  make(path, 1, (int)mode)->name_durable = !strict;
  DONE(0);
}

static int p_read(const char *path, char *buffer, size_t size, off_t offset, struct fuse_file_info *info) {
  (void)path;
  LOCKED;
  struct node *n = of(info);
  if ((size_t)offset >= n->size) DONE(0);
  if ((size_t)offset + size > n->size) size = n->size - (size_t)offset;
  memcpy(buffer, n->data + offset, size);
  DONE((int)size);
}

static int p_write(const char *path, const char *bytes, size_t size, off_t offset, struct fuse_file_info *info) {
  (void)path;
  LOCKED;
  struct node *n = of(info);
  ++writes;
  if ((size_t)offset + size > n->size) resize(n, (size_t)offset + size);
  memcpy(n->data + offset, bytes, size);
  touch(n, (size_t)offset, (size_t)offset + size);
  DONE((int)size);
}

static int p_truncate(const char *path, off_t size, struct fuse_file_info *info) {
  LOCKED;
  struct node *n = info ? of(info) : find(path);
  if (!n) DONE(-ENOENT);
  size_t old = n->size;
  resize(n, (size_t)size);
  if ((size_t)size > old) touch(n, old, (size_t)size);
  DONE(0);
}

static int p_fallocate(const char *path, int mode, off_t offset, off_t length, struct fuse_file_info *info) {
  (void)path;
  if (mode) return -EOPNOTSUPP;
  LOCKED;
  struct node *n = of(info);
  if ((size_t)(offset + length) > n->size) resize(n, (size_t)(offset + length));
  DONE(0);
}

static int p_fsync(const char *path, int data_only, struct fuse_file_info *info) {
  (void)path, (void)data_only;
  LOCKED;
  ++syncs;
  sync_node(of(info));
  DONE(0);
}

static int p_fsyncdir(const char *path, int data_only, struct fuse_file_info *info) {
  (void)data_only, (void)info;
  LOCKED;
  ++syncs;
  for (struct node *n = nodes; n; n = n->next)
    if (is_child(n, path)) n->name_durable = 1;
  DONE(0);
}

static int p_unlink(const char *path) {
  LOCKED;
  struct node *n = find(path);
  if (!n) DONE(-ENOENT);
  n->alive = 0;
  DONE(0);
}

static int p_rename(const char *from, const char *to, unsigned flags) {
  if (flags) return -EINVAL;
  LOCKED;
  struct node *n = find(from), *old = find(to);
  if (!n) DONE(-ENOENT);
  if (n->folder) DONE(-EOPNOTSUPP);
  if (old) old->alive = 0;
  snprintf(n->path, NAME, "%s", to);
  DONE(0);
}

static int p_statfs(const char *path, struct statvfs *out) {
  (void)path;
  memset(out, 0, sizeof *out);
  out->f_bsize = out->f_frsize = 4096;
  out->f_blocks = out->f_bfree = out->f_bavail = 1 << 24;
  out->f_namemax = 255;
  return 0;
}

static int p_access(const char *path, int mode) {
  (void)mode;
  LOCKED;
  DONE(strcmp(path, "/") && !find(path) ? -ENOENT : 0);
}

static int p_chmod(const char *path, mode_t mode, struct fuse_file_info *info) {
  (void)info;
  LOCKED;
  struct node *n = find(path);
  if (n) n->mode = (int)mode;
  DONE(0);
}

static int p_chown(const char *path, uid_t user, gid_t group, struct fuse_file_info *info) {
  (void)path, (void)user, (void)group, (void)info;
  return 0;
}

static int p_utimens(const char *path, const struct timespec when[2], struct fuse_file_info *info) {
  (void)path, (void)when, (void)info;
  return 0;
}

static void *p_init(struct fuse_conn_info *connection, struct fuse_config *config) {
  (void)connection;
  config->use_ino = 1;
  config->attr_timeout = config->entry_timeout = config->negative_timeout = 0;
  pthread_t waiter;
  pthread_create(&waiter, NULL, wait_for_the_cut, NULL);
  return NULL;
}

static void p_destroy(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  empty_back(back);
  put_all_back(nodes, 0);
}

static const struct fuse_operations operations = {
    .getattr = p_getattr, .readdir = p_readdir,   .open = p_open,         .create = p_create,     .mkdir = p_mkdir,
    .read = p_read,       .write = p_write,       .truncate = p_truncate, .fallocate = p_fallocate, .fsync = p_fsync,
    .fsyncdir = p_fsyncdir, .unlink = p_unlink,   .rename = p_rename,     .statfs = p_statfs,     .access = p_access,
    .chmod = p_chmod,     .chown = p_chown,       .utimens = p_utimens,   .init = p_init,         .destroy = p_destroy};

// What the disk holds when the machine is switched on again.
static void load(const char *folder) {
  char path[2 * NAME];
  snprintf(path, sizeof path, "%s%s", back, folder);
  DIR *dir = opendir(path);
  struct dirent *entry;
  while (dir && (entry = readdir(dir))) {
    char name[NAME], file[3 * NAME];
    struct stat found;
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    if (snprintf(name, sizeof name, "%s/%s", folder, entry->d_name) >= NAME) exit(1);
    snprintf(file, sizeof file, "%s%s", back, name);
    stat(file, &found);
    struct node *n = make(name, S_ISDIR(found.st_mode), (int)found.st_mode);
    n->name_durable = 1;
    if (n->folder) {
      load(name);
      continue;
    }
    int fd = open(file, O_RDONLY);
    resize(n, (size_t)found.st_size);
    if (read(fd, n->data, n->size) != (ssize_t)n->size) exit(1);
    close(fd);
    touch(n, 0, n->size);
    sync_node(n);
    n->name_durable = 1;
  }
  if (dir) closedir(dir);
}

int main(int count, char **arguments) {
  back = getenv("PFS_BACK");
  torn = getenv("PFS_TORN") != NULL;
  strict = getenv("PFS_STRICT") != NULL;
  chance_state = getenv("PFS_SEED") ? (unsigned)atol(getenv("PFS_SEED")) : (unsigned)getpid() * 2654435761u;
  if (!back) return 2;
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGUSR1);
  pthread_sigmask(SIG_BLOCK, &signals, NULL);
  load("");
  return fuse_main(count, arguments, &operations, NULL);
}
