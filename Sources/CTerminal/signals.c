// Signals and waiting: a handler sets a flag and writes one byte to a pipe; the loop does the rest.

#define _GNU_SOURCE

#include "cterminal.h"
#include "inside.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

// How long the program may take to leave when it is told to.
enum { seconds_to_leave = 3 };

enum { max_descriptors = 16 };

static const int caught[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGALRM};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction former[caught_count];
static struct sigaction curses_resize;
static int following_resize;
static int wake_pipe[2] = {-1, -1};
static int timer = -1;
static double timer_deadline;

static volatile sig_atomic_t leaving_signal;
static volatile sig_atomic_t stop_asked;
static volatile sig_atomic_t continued;
static int hung_up;

static void wake(void) {
  int error = errno;
  ssize_t written = write(wake_pipe[1], "", 1);
  (void)written;
  errno = error;
}

static void note(int number) {
  switch (number) {
    case SIGTSTP: stop_asked = 1; break;
    case SIGCONT: continued = 1; break;
    case SIGALRM: crash_restore_and_die(SIGALRM); break;
    default:
      leaving_signal = number;
      alarm(seconds_to_leave);
  }
  wake();
}

// Curses notices a change of size in its own handler; the byte wakes a wait on any thread.
static void note_resize(int number) {
  if (curses_resize.sa_handler != SIG_DFL && curses_resize.sa_handler != SIG_IGN) {
    curses_resize.sa_handler(number);
  }
  wake();
}

int signals_open(void) {
  if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return 0;
  timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (timer < 0) {
    close(wake_pipe[0]);
    close(wake_pipe[1]);
    return 0;
  }
  timer_deadline = -1;
  leaving_signal = stop_asked = continued = hung_up = 0;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < caught_count; index++) {
    sigaction(caught[index], NULL, &former[index]);
    // Whoever started the program under nohup, or without job control, has already decided.
    if (former[index].sa_handler == SIG_IGN) continue;
    sigaction(caught[index], &action, NULL);
  }
  return 1;
}

// After curses has installed its own handler, which must run first.
void signals_follow_resize(void) {
  sigaction(SIGWINCH, NULL, &curses_resize);
  struct sigaction action = {.sa_handler = note_resize, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
  following_resize = 1;
}

void signals_close(void) {
  alarm(0);
  if (following_resize) sigaction(SIGWINCH, &curses_resize, NULL);
  following_resize = 0;
  for (int index = 0; index < caught_count; index++) {
    sigaction(caught[index], &former[index], NULL);
  }
  close(wake_pipe[0]);
  close(wake_pipe[1]);
  close(timer);
  wake_pipe[0] = wake_pipe[1] = timer = -1;
}

void terminal_suspend(void) {
  if (timer < 0) return;
  struct sigaction former_stop;
  sigaction(SIGTSTP, NULL, &former_stop);
  // Without job control nobody could bring the program back.
  if (former_stop.sa_handler == SIG_IGN) return;
  screen_leave();
  // The others of the group, such as a script that started us, stop as they would at ^Z.
  signal(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  // Here the program sleeps until it is continued.
  sigaction(SIGTSTP, &former_stop, NULL);
  // Curses looks for itself whether the window has changed meanwhile.
  screen_return();
  stop_asked = continued = 0;
}

// An absolute timer on the wall clock: right also after the machine slept or its clock was set,
// and nobody is woken in between.
static void set_timer(double deadline) {
  if (deadline == timer_deadline) return;
  timer_deadline = deadline;
  struct itimerspec when = {0};
  if (deadline >= 0) {
    double seconds = floor(deadline);
    when.it_value.tv_sec = (time_t)seconds;
    when.it_value.tv_nsec = (long)((deadline - seconds) * 1e9);
    // All zero would switch the timer off.
    if (when.it_value.tv_sec == 0 && when.it_value.tv_nsec == 0) when.it_value.tv_nsec = 1;
  }
  timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}

// A terminal that is gone can be read for ever and never gives a byte.
static int is_gone(short happened) {
  if (happened & (POLLHUP | POLLERR | POLLNVAL)) return 1;
  int waiting = 0;
  if (!(happened & POLLIN)) return 0;
  if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0) return 0;
  // Asked once more, in case another program on the terminal read what there was.
  struct pollfd again = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&again, 1, 0) > 0;
}

static struct terminal_event event(int32_t kind, int32_t value) {
  return (struct terminal_event){.kind = kind, .value = value};
}

// What the flags ask for, or TERMINAL_NOTHING.
static struct terminal_event asked_by_signal(void) {
  if (hung_up || leaving_signal == SIGHUP) return event(TERMINAL_HANG_UP, SIGHUP);
  if (leaving_signal != 0) return event(TERMINAL_TERMINATE, leaving_signal);
  if (stop_asked) {
    terminal_suspend();
    return event(TERMINAL_RESUMED, 0);
  }
  if (continued) {
    // Stopped by a signal that cannot be caught: the shell has had the terminal meanwhile.
    continued = 0;
    screen_leave();
    screen_return();
    return event(TERMINAL_RESUMED, 0);
  }
  return event(TERMINAL_NOTHING, 0);
}

struct terminal_event terminal_wait(const int32_t *descriptors, int32_t count, double deadline) {
  struct pollfd watched[3 + max_descriptors];
  if (count > max_descriptors) count = max_descriptors;
  if (timer < 0) return event(TERMINAL_HANG_UP, SIGHUP);
  set_timer(deadline);
  for (;;) {
    struct terminal_event asked = asked_by_signal();
    if (asked.kind != TERMINAL_NOTHING) return asked;
    watched[0] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
    watched[1] = (struct pollfd){.fd = wake_pipe[0], .events = POLLIN};
    watched[2] = (struct pollfd){.fd = timer, .events = POLLIN};
    for (int index = 0; index < count; index++) {
      watched[3 + index] = (struct pollfd){.fd = descriptors[index], .events = POLLIN};
    }
    if (poll(watched, (nfds_t)(3 + count), -1) < 0) continue;
    if (watched[1].revents) {
      char bytes[64];
      while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
      asked = asked_by_signal();
      // Curses tells of a new size when it is read from.
      return asked.kind != TERMINAL_NOTHING ? asked : event(TERMINAL_TYPED, 0);
    }
    if (is_gone(watched[0].revents)) {
      hung_up = 1;
      alarm(seconds_to_leave);
      return event(TERMINAL_HANG_UP, SIGHUP);
    }
    if (watched[0].revents) return event(TERMINAL_TYPED, 0);
    for (int index = 0; index < count; index++) {
      if (watched[3 + index].revents) return event(TERMINAL_WOKEN, descriptors[index]);
    }
    if (watched[2].revents) {
      set_timer(-1);
      return event(TERMINAL_DEADLINE, 0);
    }
  }
}
