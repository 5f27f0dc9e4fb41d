// The parts of a pseudo-terminal that Swift cannot reach by itself.

#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdint.h>

// A new master that children do not inherit, and the path of its slave; -1 when there is none.
int32_t pseudoterminal_open(int32_t rows, int32_t columns, char *path, int32_t path_size);

void pseudoterminal_resize(int32_t master, int32_t rows, int32_t columns);

// Whether lines are edited and echoed and ^C interrupts, as a shell expects to find it.
int32_t pseudoterminal_is_cooked(int32_t master);

// A descriptor that can be read once the process has ended; -1 when there is none.
int32_t pseudoterminal_watch_process(int32_t process);

// The columns the system gives a letter in UTF-8, whatever locale the tests run in; -1 for none.
int32_t pseudoterminal_system_columns(uint32_t scalar);

#endif
