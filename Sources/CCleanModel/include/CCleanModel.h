#pragma once

/// The packed model. Read-only; lives as long as the program.
/// A function, since Swift imports neither an array of unknown length nor, in Swift 6 mode, a global pointer.
const void *_Nonnull copydesk_clean_model(void);

/// Its length in bytes.
unsigned long copydesk_clean_model_size(void);
