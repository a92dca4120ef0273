#define _GNU_SOURCE
#include "CEdit.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

struct Use {
  int64_t mapped, resident;
};

// What the program uses now, from a file that is kept open. A program that cannot tell uses nothing.
static struct Use measure(void) {
  static int file = -2;
  if (file == -2) file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  char text[128];
  ssize_t count = file < 0 ? -1 : pread(file, text, sizeof text - 1, 0);
  long long mapped = 0, resident = 0;
  if (count > 0) {
    text[count] = 0;
    sscanf(text, "%lld %lld", &mapped, &resident);
  }
  int64_t page = sysconf(_SC_PAGESIZE);
  return (struct Use){mapped * page, resident * page};
}

// Three quarters of the machine's memory, or of what the group of processes may have (in a container).
static int64_t most_resident(void) {
  static int64_t most;
  if (most) return most;
  int64_t machine = (int64_t)sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);
  FILE *file = fopen("/sys/fs/cgroup/memory.max", "re");
  long long group;
  if (file) {
    if (fscanf(file, "%lld", &group) == 1 && group > 0 && group < machine) machine = group;
    fclose(file);
  }
  return most = machine / 4 * 3;
}

// The same part of the address space, where it is limited: what is taken between two looks needs the rest.
static int64_t most_mapped(void) {
  static int64_t most;
  if (most) return most;
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur > INT64_MAX) return most = INT64_MAX;
  return most = (int64_t)limit.rlim_cur / 4 * 3;
}

bool cedit_has_memory(int64_t bytes) {
  struct Use use = measure();
  if (most_resident() - use.resident >= bytes && most_mapped() - use.mapped >= bytes) return true;
  // Much of it may be free again, and only not yet given back.
  malloc_trim(0);
  use = measure();
  // Something small is put where there is room between the rest.
  int64_t between = bytes < (1 << 20) ? (int64_t)mallinfo2().fordblks : 0;
  return most_resident() - use.resident >= bytes && most_mapped() - use.mapped + between >= bytes;
}
