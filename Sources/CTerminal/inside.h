// What the parts of this target share with each other and with nobody else.

#ifndef CTERMINAL_INSIDE_H
#define CTERMINAL_INSIDE_H

#include <stdint.h>

#define INSIDE __attribute__((visibility("hidden")))

// cterminal.c: to the shell's terminal and back.
INSIDE void screen_leave(void);
INSIDE void screen_return(void);

// crash.c: what to write, and which modes to set, when the program dies unexpectedly.
INSIDE void crash_forget(void);
INSIDE void crash_remember_modes(void);
INSIDE void crash_remember(const char *text);
INSIDE void crash_guard(void);
INSIDE void crash_unguard(void);
INSIDE void crash_restore_and_die(int signal);

// signals.c: signals as events.
INSIDE int signals_open(void);
INSIDE void signals_close(void);
INSIDE void signals_follow_resize(void);

#endif
