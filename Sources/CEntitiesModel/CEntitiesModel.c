#include "CEntitiesModel.h"
