// zlib: gzip input and output.
#include <zlib.h>
