// The screen: the only file that includes the curses library.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "cterminal.h"
#include "inside.h"

#include <langinfo.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
// Macros of term.h for ordinary words.
#undef columns
#undef lines
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

// Above every code that curses gives to the keys it finds in a terminal's description.
enum { code_paste_begins = 3000, code_paste_ends, code_keypad };

static SCREEN *screen;
static WINDOW *keys;
static int pastes_bracketed;
static int handing_back_at_exit;

static void use_locale(void) {
  setlocale(LC_CTYPE, "");
  if (terminal_shows_unicode()) return;
  // A login from another machine often names a language that is not installed here; what matters
  // is that the terminal at the other end speaks UTF-8.
  const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
  for (int index = 0; index < 3; index++) {
    if (names[index] == NULL || *names[index] == '\0') continue;
    if (strcasestr(names[index], "utf-8") || strcasestr(names[index], "utf8")) {
      setlocale(LC_CTYPE, "C.UTF-8");
    }
    return;
  }
}

int32_t terminal_shows_unicode(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Terminals in the wild send more spellings than their description admits: inside tmux, in PuTTY,
// with the wrong TERM. Each of these means one thing only.
static void learn_keys(void) {
  static const struct {
    const char *sequence;
    int code;
  } spellings[] = {
      {"\033[A", KEY_UP},       {"\033OA", KEY_UP},       {"\033[B", KEY_DOWN},
      {"\033OB", KEY_DOWN},     {"\033[C", KEY_RIGHT},    {"\033OC", KEY_RIGHT},
      {"\033[D", KEY_LEFT},     {"\033OD", KEY_LEFT},     {"\033[H", KEY_HOME},
      {"\033OH", KEY_HOME},     {"\033[1~", KEY_HOME},    {"\033[7~", KEY_HOME},
      {"\033[F", KEY_END},      {"\033OF", KEY_END},      {"\033[4~", KEY_END},
      {"\033[8~", KEY_END},     {"\033[2~", KEY_IC},      {"\033[3~", KEY_DC},
      {"\033[5~", KEY_PPAGE},   {"\033[6~", KEY_NPAGE},   {"\033[Z", KEY_BTAB},
      {"\033OM", KEY_ENTER},    {"\033[200~", code_paste_begins},
      {"\033[201~", code_paste_ends},
  };
  for (size_t index = 0; index < sizeof spellings / sizeof spellings[0]; index++) {
    define_key(spellings[index].sequence, spellings[index].code);
  }
  // The number pad in its application mode, in which PuTTY leaves it: row numbers are typed there.
  static const char pad[] = "*+,-./0123456789";
  for (int index = 0; pad[index] != '\0'; index++) {
    char sequence[] = {'\033', 'O', (char)(pad[index] + 64), '\0'};
    define_key(sequence, code_keypad + pad[index]);
  }
}

// Not putp, which would leave it in the buffer of stdout.
static void bracket_pastes(int on) {
  if (!pastes_bracketed) return;
  const char *sequence = on ? "\033[?2004h" : "\033[?2004l";
  ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)written;
}

void screen_leave(void) {
  bracket_pastes(0);
  endwin();
}

void screen_return(void) {
  bracket_pastes(1);
  clearok(curscr, TRUE);
  refresh();
}

static void prepare_crash(const char *last_words) {
  crash_forget();
  crash_remember_modes();
  crash_remember(exit_attribute_mode);
  crash_remember(orig_pair);
  if (pastes_bracketed) crash_remember("\033[?2004l");
  crash_remember(keypad_local);
  crash_remember(cursor_normal);
  crash_remember(exit_ca_mode);
  crash_remember("\r\n");
  crash_remember(last_words);
}

// Asks the terminal's description before anything is sent to it.
static int32_t refusal(const char *last_words) {
  if (screen != NULL) return TERMINAL_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return TERMINAL_NOT_A_TERMINAL;
  int found = 0;
  if (setupterm(NULL, STDOUT_FILENO, &found) != OK || found != 1) return TERMINAL_UNKNOWN;
  const char *move = tigetstr("cup");
  int can_move = move != NULL && move != (const char *)-1;
  pastes_bracketed = can_move && strncmp(move, "\033[", 2) == 0;
  if (can_move) prepare_crash(last_words);
  del_curterm(cur_term);
  return can_move ? TERMINAL_OPENED : TERMINAL_CANNOT_MOVE_CURSOR;
}

int32_t terminal_open(int32_t colours, const char *last_words) {
  // Set, these would switch resizing off.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  int32_t why = refusal(last_words);
  if (why != TERMINAL_OPENED) return why;
  use_locale();
  // Before curses, which takes only the signals that are still at their default.
  if (!signals_open()) return TERMINAL_UNKNOWN;
  crash_guard();
  // newterm, not initscr, which ends the program when it does not know the terminal.
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    crash_unguard();
    signals_close();
    return TERMINAL_UNKNOWN;
  }
  if (!handing_back_at_exit) handing_back_at_exit = atexit(terminal_close) == 0;
  signals_follow_resize();
  raw();
  noecho();
  nonl();
  set_escdelay(25);
  // Otherwise a paint is put off while more is typed, and the cursor with it.
  typeahead(-1);
  if (colours && start_color() == OK) {
    use_default_colors();
    for (short colour = 0; colour < 8; colour++) init_pair((short)(colour + 1), colour, -1);
  }
  // Keys are read from a pad, because reading from a window may repaint it.
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  learn_keys();
  bracket_pastes(1);
  return TERMINAL_OPENED;
}

void terminal_close(void) {
  if (screen == NULL) return;
  screen_leave();
  delwin(keys);
  delscreen(screen);
  screen = NULL;
  keys = NULL;
  crash_unguard();
  signals_close();
}

void terminal_size(int32_t *rows, int32_t *columns) {
  *rows = *columns = 0;
  if (screen != NULL) getmaxyx(stdscr, *rows, *columns);
}

void terminal_erase(void) {
  if (screen != NULL) erase();
}

void terminal_put(int32_t row, int32_t column, const uint32_t *scalars, int32_t count,
                  int32_t columns, int32_t look) {
  enum { longest = 512 };
  wchar_t text[longest];
  if (screen == NULL || count > longest) return;
  for (int32_t index = 0; index < count; index++) text[index] = (wchar_t)scalars[index];
  if (wcswidth(text, (size_t)count) != columns) {
    count = columns < longest ? columns : longest;
    for (int32_t index = 0; index < count; index++) text[index] = L'?';
  }
  attr_t attributes = A_NORMAL;
  if (look & TERMINAL_BOLD) attributes |= A_BOLD;
  if (look & TERMINAL_REVERSE) attributes |= A_REVERSE;
  if (look & TERMINAL_UNDERLINE) attributes |= A_UNDERLINE;
  attr_set(attributes, (short)(look / TERMINAL_COLOUR), NULL);
  mvaddnwstr(row, column, text, count);
}

void terminal_flush(int32_t row, int32_t column) {
  if (screen == NULL) return;
  move(row, column);
  refresh();
}

void terminal_repaint(void) {
  if (screen == NULL) return;
  clearok(curscr, TRUE);
  refresh();
}

void terminal_bell(void) {
  if (screen != NULL) beep();
}

static struct terminal_event event(int32_t kind, int32_t value) {
  return (struct terminal_event){.kind = kind, .value = value};
}

static int32_t key(int code) {
  switch (code) {
    case KEY_UP: return TERMINAL_UP;
    case KEY_DOWN: return TERMINAL_DOWN;
    case KEY_LEFT: return TERMINAL_LEFT;
    case KEY_RIGHT: return TERMINAL_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return TERMINAL_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return TERMINAL_END;
    case KEY_PPAGE: case KEY_A3: return TERMINAL_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return TERMINAL_PAGE_DOWN;
    case KEY_IC: return TERMINAL_INSERT;
    case KEY_DC: return TERMINAL_DELETE;
    case KEY_BACKSPACE: return TERMINAL_BACKSPACE;
    case KEY_ENTER: return TERMINAL_ENTER;
    case KEY_BTAB: return TERMINAL_BACK_TAB;
    default: return TERMINAL_OTHER_KEY;
  }
}

struct terminal_event terminal_read(void) {
  // Bytes, not get_wch: that loses a letter whose bytes come in two reads, and up to fifteen keys
  // after a byte that is no UTF-8.
  int code = screen == NULL ? ERR : wgetch(keys);
  if (code == ERR) return event(TERMINAL_NOTHING, 0);
  // Curses has already decided to send everything: what a changed window still shows is unknown.
  if (code == KEY_RESIZE) return event(TERMINAL_RESIZED, 0);
  if (code == code_paste_begins) return event(TERMINAL_PASTE_BEGINS, 0);
  if (code == code_paste_ends) return event(TERMINAL_PASTE_ENDS, 0);
  if (code >= code_keypad) return event(TERMINAL_BYTE, code - code_keypad);
  if (code > KEY_F0 && code <= KEY_F(63)) return event(TERMINAL_FUNCTION_KEY, code - KEY_F0);
  if (code >= KEY_MIN) return event(TERMINAL_KEY, key(code));
  return event(TERMINAL_BYTE, code);
}
