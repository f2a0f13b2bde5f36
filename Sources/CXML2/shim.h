// libxml2: the HTML parser behind the clean stage.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
