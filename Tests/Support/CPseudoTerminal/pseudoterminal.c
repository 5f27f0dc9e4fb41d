#define _GNU_SOURCE

#include "cpseudoterminal.h"

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

int32_t pseudoterminal_open(int32_t rows, int32_t columns, char *path, int32_t path_size) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return -1;
  if (grantpt(master) != 0 || unlockpt(master) != 0 ||
      ptsname_r(master, path, (size_t)path_size) != 0) {
    close(master);
    return -1;
  }
  pseudoterminal_resize(master, rows, columns);
  return master;
}

void pseudoterminal_resize(int32_t master, int32_t rows, int32_t columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(master, TIOCSWINSZ, &size);
}

int32_t pseudoterminal_is_cooked(int32_t master) {
  struct termios modes;
  if (tcgetattr(master, &modes) != 0) return 0;
  tcflag_t wanted = ICANON | ECHO | ISIG;
  return (modes.c_lflag & wanted) == wanted && (modes.c_iflag & ICRNL) != 0 &&
         (modes.c_oflag & OPOST) != 0;
}

int32_t pseudoterminal_watch_process(int32_t process) { return pidfd_open(process, 0); }

int32_t pseudoterminal_system_columns(uint32_t scalar) {
  locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (locale == (locale_t)0) return -1;
  locale_t former = uselocale(locale);
  int columns = wcwidth((wchar_t)scalar);
  uselocale(former);
  freelocale(locale);
  return columns;
}
