#include "ccld2.h"

// cld2's header speaks of FILE without including what declares it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

copydesk_cld2_result copydesk_cld2_detect(const uint8_t *text, int32_t length) {
    CLD2::Language languages[COPYDESK_CLD2_LANGUAGES];
    int percents[COPYDESK_CLD2_LANGUAGES];
    double scores[COPYDESK_CLD2_LANGUAGES];
    int text_bytes = 0;
    int valid_bytes = 0;
    bool is_reliable = false;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(
        reinterpret_cast<const char *>(text), length, /* is_plain_text */ true, &hints, /* flags */ 0, languages, percents, scores,
        /* resultchunkvector */ nullptr, &text_bytes, &is_reliable, &valid_bytes);
    copydesk_cld2_result result = {};
    for (int index = 0; index < COPYDESK_CLD2_LANGUAGES; index++) {
        bool is_known = languages[index] != CLD2::UNKNOWN_LANGUAGE && percents[index] > 0;
        result.language[index] = is_known ? static_cast<int32_t>(languages[index]) : -1;
        result.percent[index] = is_known ? percents[index] : 0;
    }
    result.is_reliable = is_reliable;
    result.good_bytes = valid_bytes;
    return result;
}

int32_t copydesk_cld2_language_count(void) { return CLD2::NUM_LANGUAGES; }

const char *copydesk_cld2_code(int32_t language) { return CLD2::LanguageCode(static_cast<CLD2::Language>(language)); }

const char *copydesk_cld2_name(int32_t language) { return CLD2::LanguageName(static_cast<CLD2::Language>(language)); }
