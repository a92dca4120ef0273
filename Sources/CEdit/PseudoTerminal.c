#define _GNU_SOURCE
#include "CEdit.h"

#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cedit_spawn(const char *path, char *const arguments[], char *const environment[], int rows, int columns,
                int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t child = forkpty(master, NULL, NULL, &size);
  if (child == 0) {
    execve(path, arguments, environment);
    _exit(127);
  }
  return child;
}

int cedit_set_size(int fd, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(fd, TIOCSWINSZ, &size);
}
