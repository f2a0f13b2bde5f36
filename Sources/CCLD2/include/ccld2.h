// libcld2, the language detector of the Chromium browser, has an interface in C++ only; these few functions of C are what
// the stage `language` needs of it. No memory changes hands, nothing throws, and all of it may be called from any thread.
#ifndef CCLD2_H
#define CCLD2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How many languages the detector tells of one text.
#define COPYDESK_CLD2_LANGUAGES 3

typedef struct {
    /// The detector's numbers of the languages, the likeliest first; -1 where there is none.
    int32_t language[COPYDESK_CLD2_LANGUAGES];
    /// Per cent of the text that is in each.
    int32_t percent[COPYDESK_CLD2_LANGUAGES];
    /// Whether the first is some amount likelier than what comes second.
    bool is_reliable;
    /// How many bytes were good for the detector, from the first on. Where these are not all, nothing was detected: a
    /// control character or the like follows.
    int32_t good_bytes;
} copydesk_cld2_result;

/// Detects the languages of a plain text in UTF-8.
copydesk_cld2_result copydesk_cld2_detect(const uint8_t *text, int32_t length);

/// How many languages there are numbers for.
int32_t copydesk_cld2_language_count(void);

/// The code of a language, mostly of ISO 639-1, as a static string; "un" and "xx…" stand for no language.
const char *copydesk_cld2_code(int32_t language);

/// The English name of a language in capitals, as a static string.
const char *copydesk_cld2_name(int32_t language);

#ifdef __cplusplus
}
#endif

#endif
