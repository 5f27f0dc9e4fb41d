// What the system can do and Swift's view of the C library does not show.

#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdint.h>

// Gives each of two files the other's name, in one step. 0, or the system's number.
int32_t system_exchange(const char *one, const char *other);

// Sees that nothing of this program's memory is ever written to a core file or read by a debugger.
void system_keep_memory_private(void);

// Takes what was typed behind the program's name and the first so many words out of what the system
// shows of it to everybody, for as long as it runs. What was read of them before is a copy.
void system_hide_arguments(int32_t kept);

// Whether the program runs with rights that whoever started it does not have.
int32_t system_is_privileged(void);

// Starts a program in a session of its own, without input or output, and waits for nothing.
// 0, or the system's number.
int32_t system_start_apart(const char *path, char *const arguments[]);

#endif
