// The XML parser of Expat.
#include <expat.h>
