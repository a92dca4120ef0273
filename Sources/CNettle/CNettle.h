// HMAC-SHA256 and SHA-256 of Nettle.
#include <nettle/hmac.h>
#include <nettle/sha2.h>
