// xxHash, XXH3 128 bits: content-derived ids and checksums. Header-only (XXH_INLINE_ALL), so that the
// program needs no further shared library where it is installed.
#define XXH_INLINE_ALL
#include <xxhash.h>

// Inlining hides the library's own names behind macros that Swift cannot import: hence this one function.
static inline XXH128_hash_t copydesk_xxh3_128(const void *bytes, size_t count) {
    return XXH3_128bits(bytes, count);
}
