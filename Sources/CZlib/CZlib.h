// Inflating of zlib.
#include <zlib.h>
