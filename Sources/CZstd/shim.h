// libzstd: Zstandard input and output.
#include <zstd.h>
