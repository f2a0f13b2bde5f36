// libxml2: the HTML parser behind the clean stage, the XML parser behind load's feeds.
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
