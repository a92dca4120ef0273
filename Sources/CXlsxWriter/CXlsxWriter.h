// Writing of workbooks, and the file in memory that it writes into.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/mman.h>
#include <xlsxwriter.h>

// A file that is in memory alone and gone when it is closed; -1 where there is no room for one.
static inline int cxlsx_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
