// Gives the terminal back when the program dies: only calls that POSIX allows in a signal handler.

#define _GNU_SOURCE

#include "inside.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
enum { crash_count = sizeof crashes / sizeof crashes[0] };

static struct sigaction former[crash_count];
static struct termios modes;
static char restore[1024];
static volatile sig_atomic_t restore_length;
static volatile sig_atomic_t guarded;

// A stack overflow leaves no room on the stack, so the handler has its own.
static char handler_stack[64 * 1024];

void crash_forget(void) { restore_length = 0; }

void crash_remember_modes(void) { tcgetattr(STDIN_FILENO, &modes); }

// Appends text; the padding that terminfo writes as $<5> is left out.
void crash_remember(const char *text) {
  size_t length = (size_t)restore_length;
  while (text != NULL && *text != '\0' && length < sizeof restore) {
    const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end + 1;
    } else {
      restore[length++] = *text++;
    }
  }
  restore_length = (sig_atomic_t)length;
}

void crash_restore_and_die(int number) {
  if (guarded) {
    guarded = 0;
    // A terminal stopped by flow control would hold the write for ever.
    signal(SIGALRM, SIG_DFL);
    alarm(2);
    ssize_t written = write(STDOUT_FILENO, restore, (size_t)restore_length);
    (void)written;
    // What was typed ahead was meant for this program and must not reach the shell.
    tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
  // The default, not the former handler: Swift's own would stop to ask questions on the terminal.
  signal(number, SIG_DFL);
  raise(number);
}

void crash_guard(void) {
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = crash_restore_and_die, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < crash_count; index++) {
    sigaction(crashes[index], &action, &former[index]);
  }
  guarded = 1;
}

void crash_unguard(void) {
  if (!guarded) return;
  guarded = 0;
  for (int index = 0; index < crash_count; index++) {
    sigaction(crashes[index], &former[index], NULL);
  }
}
