// Embeds the packed block model of the clean stage, so that the program needs no file beside it.
// The layout is documented in Sources/CleanStage/Model/BlockModel+Packed.swift; `copydesk-train clean` writes the file.
#include "CCleanModel.h"

// The compilers that build Swift 6 know C23's directive in every mode, and say so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] = {
#embed "blocks.model"
};

const void *copydesk_clean_model(void) {
    return model;
}

unsigned long copydesk_clean_model_size(void) {
    return sizeof model;
}
