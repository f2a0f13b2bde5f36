// libzstd: Zstandard input and output.
#include <zstd.h>
#include <zstd_errors.h>
