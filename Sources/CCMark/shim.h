// cmark: the reference parser of CommonMark; Markdown articles are read with it.
#include <cmark.h>
