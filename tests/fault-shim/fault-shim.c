// Preloaded into a program (LD_PRELOAD), logs its file operations below FAULT_SHIM_ROOT (paths with colons between) to
// FAULT_SHIM_LOG and makes the N-th of them fail. FAULT_SHIM_ARM=kind/N arms at the start; opening
// "/fault-shim/arm/kind/N" arms again, from zero. "kind/N/name" counts only operations whose name has that in it ("write",
// "fsync", or "create" for an open that makes a file), "kind/N/name/part" only those whose path has that part.
// Kinds: kill (before the operation), torn (half a write, or the whole of another operation, then kill), full (half a
// write, then no room for any), enospc, eio, eacces, erofs, einval, ebusy (once), dead (EIO from there on), late (done,
// but reported as EIO), lie (half a write reported as whole), rot (one byte of a write changed), stop (before the
// operation, until SIGCONT).
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { NONE, KILL, TORN, FULL, NO_ROOM, IO_ERROR, NO_ACCESS, READ_ONLY, BAD_NAME, BUSY, DEAD, LATE, LIE, ROT, STOP, KINDS };
static const char *const names[KINDS] = {"none",  "kill",   "torn",  "full", "enospc", "eio", "eacces", "erofs",
                                         "einval", "ebusy", "dead", "late", "lie",    "rot", "stop"};
static const int errors[KINDS] = {[NO_ROOM] = ENOSPC, [IO_ERROR] = EIO,    [NO_ACCESS] = EACCES, [READ_ONLY] = EROFS,
                                  [BAD_NAME] = EINVAL, [BUSY] = EBUSY, [DEAD] = EIO};
static const char *root;
static int log_fd = -1;
static atomic_long count, at;
static atomic_int armed;
static char only_name[32], only_path[256];

static void say(long n, const char *op, const char *path, const char *to, const char *fate) {
  char line[3 * PATH_MAX];
  int length = snprintf(line, sizeof line, "%ld\t%s\t%s\t%s\t%s\n", n, op, path, to, fate);
  if (log_fd >= 0) syscall(SYS_write, log_fd, line, length);
}

static void arm(const char *order) {
  const char *slash = strchr(order, '/');
  const char *name = slash ? strchr(slash + 1, '/') : NULL;
  const char *part = name ? strchr(name + 1, '/') : NULL;
  armed = NONE;
  snprintf(only_name, sizeof only_name, "%.*s", part ? (int)(part - name - 1) : 31, name ? name + 1 : "");
  snprintf(only_path, sizeof only_path, "%s", part ? part + 1 : "");
  for (int k = 0; slash && k < KINDS; k++)
    if (strlen(names[k]) == (size_t)(slash - order) && !strncmp(names[k], order, slash - order)) armed = k;
  at = slash ? atol(slash + 1) : 0;
  count = 0;
  say(0, "arm", order, "", "");
}

__attribute__((constructor)) static void start(void) {
  const char *log = getenv("FAULT_SHIM_LOG"), *order = getenv("FAULT_SHIM_ARM");
  root = getenv("FAULT_SHIM_ROOT");
  if (log) {
    int fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 500);
    syscall(SYS_close, fd);
  }
  if (order) arm(order);
}

static int is_watched(const char *path) {
  for (const char *from = root; from; from = strchr(from, ':')) {
    from += *from == ':';
    size_t length = strcspn(from, ":");
    if (length > 0 && !strncmp(path, from, length)) return 1;
  }
  return 0;
}

static int is_counted(const char *op, const char *path, const char *to) {
  return (!*only_name || strstr(op, only_name) || !strcmp(to, only_name)) && (!*only_path || strstr(path, only_path));
}

static const char *path_of(int fd, char *buffer) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, buffer, PATH_MAX - 1);
  buffer[length < 0 ? 0 : length] = 0;
  return buffer;
}

// Counts an operation and answers the fault that it must have now; for kill it does not come back.
static enum kind fate(const char *op, const char *path, const char *to) {
  if (!is_watched(path)) return NONE;
  int counts = is_counted(op, path, to);
  long n = counts ? ++count : (long)count;
  enum kind kind = armed;
  int is_write = !strncmp(op, "write", 5) || !strncmp(op, "pwrite", 6);
  int is_here = !*only_path || strstr(path, only_path);
  int is_later = at > 0 && is_here && (counts ? n > at : n >= at);
  int is_due = (counts && n == at) || (kind == DEAD && is_later);
  if (kind == FULL && is_write && is_later) kind = NO_ROOM;
  else if (!is_due || (!is_write && (kind == FULL || kind == LIE || kind == ROT)) ||
           (kind == LATE && !strcmp(op, "open"))) kind = NONE;
  say(n, op, path, to, names[kind]);
  if (kind == KILL) raise(SIGKILL);
  if (kind == STOP) raise(SIGSTOP);
  return kind;
}

static int error_of(enum kind kind) { return errors[kind]; }

static long after(enum kind kind, long result) {
  if (kind == TORN) raise(SIGKILL);
  if (kind == LATE) errno = EIO;
  return kind == LATE ? -1 : result;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAULTED(op, path, to, call)                    \
  enum kind kind = fate(op, path, to);                 \
  if (error_of(kind)) return errno = error_of(kind), -1; \
  return after(kind, call);
#define ON_FD(name, params, ...)                                        \
  int name params {                                                     \
    char path[PATH_MAX];                                                \
    FAULTED(#name, path_of(fd, path), "", REAL(name)(__VA_ARGS__)) \
  }
#define ON_PATH(name, params, path, to, ...) \
  int name params { FAULTED(#name, path, to, REAL(name)(__VA_ARGS__)) }

ON_FD(fsync, (int fd), fd)
ON_FD(fdatasync, (int fd), fd)
ON_FD(ftruncate, (int fd, off_t length), fd, length)
ON_FD(ftruncate64, (int fd, off64_t length), fd, length)
ON_FD(fchmod, (int fd, mode_t mode), fd, mode)
ON_FD(fchown, (int fd, uid_t uid, gid_t gid), fd, uid, gid)
ON_PATH(rename, (const char *from, const char *to), from, to, from, to)
ON_PATH(renameat, (int a, const char *from, int b, const char *to), from, to, a, from, b, to)
ON_PATH(renameat2, (int a, const char *from, int b, const char *to, unsigned f), from, to, a, from, b, to, f)
ON_PATH(link, (const char *from, const char *to), from, to, from, to)
ON_PATH(linkat, (int a, const char *from, int b, const char *to, int f), from, to, a, from, b, to, f)
ON_PATH(unlink, (const char *path), path, "", path)
ON_PATH(unlinkat, (int folder, const char *path, int flags), path, "", folder, path, flags)
ON_PATH(mkdir, (const char *path, mode_t mode), path, "", path, mode)
ON_PATH(rmdir, (const char *path), path, "", path)
#define SCAN(name, entry)                                                                                    \
  ON_PATH(name, (const char *path, struct entry ***list, int (*pick)(const struct entry *),               \
                 int (*order)(const struct entry **, const struct entry **)), path, "", path, list, pick, order)
SCAN(scandir, dirent)
SCAN(scandir64, dirent64)

// The number is free again even when close reports an error, as in Linux.
int close(int fd) {
  char path[PATH_MAX];
  enum kind kind = fate("close", path_of(fd, path), "");
  int result = REAL(close)(fd);
  if (error_of(kind)) return errno = error_of(kind), -1;
  return after(kind, result);
}

// libuv closes files by number of the system call.
long syscall(long number, ...) {
  long a[6];
  va_list rest;
  va_start(rest, number);
  for (int i = 0; i < 6; i++) a[i] = va_arg(rest, long);
  va_end(rest);
  return number == SYS_close ? close((int)a[0]) : REAL(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

#define OPEN(name, params, ...)                                                      \
  int name params {                                                                  \
    mode_t mode = 0;                                                                 \
    if (flags & (O_CREAT | O_TMPFILE)) {                                             \
      va_list rest;                                                                  \
      va_start(rest, flags);                                                         \
      mode = va_arg(rest, mode_t);                                                   \
      va_end(rest);                                                                  \
    }                                                                                \
    if (!strncmp(path, "/fault-shim/arm/", 16)) return arm(path + 16), errno = ENOENT, -1; \
    enum kind kind = fate("open", path, flags & O_CREAT ? "create" : "");            \
    if (error_of(kind)) return errno = error_of(kind), -1;                           \
    int fd = REAL(name)(__VA_ARGS__);                                                \
    return after(kind, fd);                                                          \
  }
OPEN(open, (const char *path, int flags, ...), path, flags, mode)
OPEN(open64, (const char *path, int flags, ...), path, flags, mode)
OPEN(openat, (int folder, const char *path, int flags, ...), folder, path, flags, mode)
OPEN(openat64, (int folder, const char *path, int flags, ...), folder, path, flags, mode)

#define WRITE(name, params, ...)                                            \
  ssize_t name params {                                                     \
    char path[PATH_MAX], *changed = NULL;                                    \
    size_t whole = size;                                                    \
    enum kind kind = fate(#name, path_of(fd, path), "");                    \
    if (error_of(kind)) return errno = error_of(kind), -1;                  \
    if (kind == TORN || kind == FULL || kind == LIE) size = (size + 1) / 2; \
    if (kind == ROT && size > 0 && (changed = malloc(size))) {              \
      bytes = memcpy(changed, bytes, size);                                 \
      changed[size / 2] ^= 1;                                               \
    }                                                                       \
    ssize_t done = REAL(name)(__VA_ARGS__);                                 \
    free(changed);                                                          \
    return kind == LIE ? (ssize_t)whole : after(kind, done);                \
  }
WRITE(write, (int fd, const void *bytes, size_t size), fd, bytes, size)
WRITE(pwrite, (int fd, const void *bytes, size_t size, off_t where), fd, bytes, size, where)
WRITE(pwrite64, (int fd, const void *bytes, size_t size, off64_t where), fd, bytes, size, where)
#define READ(name, params, ...)                                    \
  ssize_t name params {                                            \
    char path[PATH_MAX];                                           \
    FAULTED(#name, path_of(fd, path), "", REAL(name)(__VA_ARGS__)) \
  }
READ(read, (int fd, void *bytes, size_t size), fd, bytes, size)
READ(pread, (int fd, void *bytes, size_t size, off_t where), fd, bytes, size, where)
READ(pread64, (int fd, void *bytes, size_t size, off64_t where), fd, bytes, size, where)
