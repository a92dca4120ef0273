#define _GNU_SOURCE
#include "CEdit.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static atomic_bool interrupted, second_kills, resized, continued;
static struct termios terminal_before;

static void on_interrupt(int number) {
  if (atomic_exchange(&interrupted, true) && atomic_load(&second_kills)) {
    signal(number, SIG_DFL);
    raise(number);
  }
}

static void on_terminal(int number) { atomic_store(number == SIGCONT ? &continued : &resized, true); }

// Without SA_RESTART, so that waiting for a key ends.
static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void cedit_watch_interrupt(bool second_one_kills) {
  atomic_store(&second_kills, second_one_kills);
  handle(SIGINT, on_interrupt, 0);
}
bool cedit_is_interrupted(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }
void cedit_clear_interrupt(void) { atomic_store(&interrupted, false); }

void cedit_watch_terminal(void) {
  handle(SIGWINCH, on_terminal, 0);
  handle(SIGCONT, on_terminal, 0);
}
bool cedit_take_resized(void) { return atomic_exchange(&resized, false); }
bool cedit_take_continued(void) { return atomic_exchange(&continued, false); }

static void watched(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGWINCH);
  sigaddset(set, SIGCONT);
}

void cedit_block_signals(void) {
  sigset_t set;
  watched(&set);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

static void on_death(int number) {
  static const char paste_off[] = "\033[?2004l\033[?25h";
  ssize_t ignored = write(STDOUT_FILENO, paste_off, sizeof paste_off - 1);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before);
  signal(number, SIG_DFL);
  raise(number);
}

void cedit_restore_on_death(void) {
  static const int deaths[] = {SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
  if (tcgetattr(STDIN_FILENO, &terminal_before) != 0) return;
  // A stack that overflows leaves no room for a handler on itself.
  stack_t other = {.ss_sp = malloc(65536), .ss_size = 65536};
  if (other.ss_sp) sigaltstack(&other, NULL);
  for (size_t i = 0; i < sizeof deaths / sizeof *deaths; i++) handle(deaths[i], on_death, SA_ONSTACK | SA_NODEFER);
}

int cedit_wait(int milliseconds) {
  // The signals are let in only while waiting: one that comes between the look at the flags and the wait still ends it.
  sigset_t set, before;
  watched(&set);
  pthread_sigmask(SIG_BLOCK, &set, &before);
  int result = -1;
  if (!atomic_load(&interrupted) && !atomic_load(&resized) && !atomic_load(&continued)) {
    struct pollfd door = {.fd = STDIN_FILENO, .events = POLLIN};
    struct timespec time = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    result = ppoll(&door, 1, milliseconds < 0 ? NULL : &time, &before);
    if (result > 0) result = 1;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return result;
}
