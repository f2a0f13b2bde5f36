// libxml2: the XML parser behind load's feeds.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
