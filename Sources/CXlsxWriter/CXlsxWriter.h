// Writing of workbooks.
#include <xlsxwriter.h>
