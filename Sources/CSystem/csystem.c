#define _GNU_SOURCE

#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

extern char **environ;

int32_t system_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

void system_keep_memory_private(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // Where cores are piped to a program, the limit does not count.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static int typed_count;
static char **typed;

// What the library gives Swift of the arguments is a copy; the ones the system shows are these.
__attribute__((constructor)) static void remember_arguments(int count, char **arguments) {
  typed_count = count;
  typed = arguments;
}

void system_hide_arguments(int32_t kept) {
  for (int place = kept + 1; place < typed_count; place++) {
    explicit_bzero(typed[place], strlen(typed[place]));
  }
}

int32_t system_is_privileged(void) {
  return getauxval(AT_SECURE) != 0 || geteuid() != getuid() || getegid() != getgid();
}

int32_t system_start_apart(const char *path, char *const arguments[]) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  int number = posix_spawnattr_init(&attributes);
  if (number != 0) return number;
  number = posix_spawn_file_actions_init(&actions);
  if (number == 0) {
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child;
    number = posix_spawn(&child, path, &actions, &attributes, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
  }
  posix_spawnattr_destroy(&attributes);
  return number;
}
