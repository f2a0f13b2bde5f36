// Embeds the packed model of the entities stage, so that the program needs no file beside it.
// The layout is documented in Sources/EntitiesStage/Model/ModelLayout.swift; `copydesk-train entities` writes the file.
#include "CEntitiesModel.h"

// The compilers that build Swift 6 know C23's directive in every mode, and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// 64: a cache line, so that no row of weights straddles two.
_Alignas(64) static const unsigned char model[] = {
#embed "entities.model"
};

const void *copydesk_entities_model(void) {
    return model;
}

unsigned long copydesk_entities_model_size(void) {
    return sizeof model;
}
