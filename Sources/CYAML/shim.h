// libyaml: its event parser is what PipelineConfig composes nodes from.
#include <yaml.h>
