// The terminal in plain C types; no type of the curses library crosses this header.
//
// One thread owns the terminal. Rows and columns count from 0, scalars are Unicode code points.

#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdint.h>

// What terminal_open answers.
enum {
  TERMINAL_OPENED = 0,
  TERMINAL_NOT_A_TERMINAL,
  TERMINAL_UNKNOWN,
  TERMINAL_CANNOT_MOVE_CURSOR,
  TERMINAL_ALREADY_OPEN,
};

// What terminal_read and terminal_wait answer, with what `value` then holds.
enum {
  TERMINAL_NOTHING = 0,   // all that was typed has been read
  TERMINAL_BYTE,          // one byte of UTF-8 text or a control code
  TERMINAL_KEY,           // one of the keys below
  TERMINAL_FUNCTION_KEY,  // its number
  TERMINAL_PASTE_BEGINS,
  TERMINAL_PASTE_ENDS,
  TERMINAL_RESIZED,
  TERMINAL_TYPED,         // there is something to read
  TERMINAL_WOKEN,         // the descriptor that can be read
  TERMINAL_DEADLINE,
  TERMINAL_RESUMED,
  TERMINAL_HANG_UP,
  TERMINAL_TERMINATE,     // the signal that asked for it
};

enum {
  TERMINAL_UP = 0,
  TERMINAL_DOWN,
  TERMINAL_LEFT,
  TERMINAL_RIGHT,
  TERMINAL_HOME,
  TERMINAL_END,
  TERMINAL_PAGE_UP,
  TERMINAL_PAGE_DOWN,
  TERMINAL_INSERT,
  TERMINAL_DELETE,
  TERMINAL_BACKSPACE,
  TERMINAL_ENTER,
  TERMINAL_BACK_TAB,
  TERMINAL_OTHER_KEY,
};

// How a run of text looks: these bits, plus TERMINAL_COLOUR times a basic colour counted from 1
// (black) to 8 (white); without it the text has the terminal's own colour.
enum {
  TERMINAL_BOLD = 1,
  TERMINAL_REVERSE = 2,
  TERMINAL_UNDERLINE = 4,
  TERMINAL_COLOUR = 8,
};

struct terminal_event {
  int32_t kind;
  int32_t value;
};

// Takes the terminal over, or says why it cannot. `last_words` is printed after a crash, once the
// terminal has been given back.
int32_t terminal_open(int32_t colours, const char *last_words);

// Gives the terminal back as it was found. Does nothing when it is not open.
void terminal_close(void);

void terminal_size(int32_t *rows, int32_t *columns);

// Whether letters outside ASCII can be shown.
int32_t terminal_shows_unicode(void);

// Blanks the picture that the next flush will show.
void terminal_erase(void);

// Puts text at a cell. Text that the system does not measure as `columns` wide becomes `?`s, so
// that nothing beside it can move.
void terminal_put(int32_t row, int32_t column, const uint32_t *scalars, int32_t count,
                  int32_t columns, int32_t look);

// Sends what changed since the last flush and leaves the cursor on the cell.
void terminal_flush(int32_t row, int32_t column);

// Sends everything again, whatever the terminal was thought to show.
void terminal_repaint(void);

void terminal_bell(void);

// What has been typed already. Never waits, but for the rest of a key's escape sequence.
struct terminal_event terminal_read(void);

// Sleeps until something happens. `deadline` is in seconds since 1970, or negative for none.
struct terminal_event terminal_wait(const int32_t *descriptors, int32_t count, double deadline);

// Gives the terminal to the shell until the program is brought back to the foreground.
void terminal_suspend(void);

#endif
