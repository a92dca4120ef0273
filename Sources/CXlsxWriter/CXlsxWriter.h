// Writing of workbooks, and the file in memory that it writes into.
#include <xlsxwriter.h>

// Of the C library, whose own header declares it only for programs that ask for more than POSIX, as modules that share
// headers with Swift's must not.
extern int memfd_create(const char *name, unsigned int flags);

// A file that is in memory alone and gone when it is closed; -1 where there is no room for one.
static inline int cxlsx_memory_file(void) {
  const unsigned int closeOnExec = 1;
  return memfd_create("workbook", closeOnExec);
}
