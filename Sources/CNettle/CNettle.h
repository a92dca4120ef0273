// HMAC-SHA256 of Nettle.
#include <nettle/hmac.h>
