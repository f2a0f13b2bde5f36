#include "CCurl.h"
#include <dlfcn.h>
#include <pthread.h>

// Every function that is called, with the type that the header gives it.
#define FUNCTIONS(f)                                                                                                   \
    f(curl_global_init) f(curl_easy_init) f(curl_easy_cleanup) f(curl_easy_perform) f(curl_easy_setopt)                \
    f(curl_easy_getinfo) f(curl_easy_strerror) f(curl_slist_append) f(curl_slist_free_all)

#define DECLARE(name) static __typeof__(&name) loaded_##name;
FUNCTIONS(DECLARE)

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem;

static void load(void) {
    // The name of its interface since 2006; Debian has it with OpenSSL under the first, with GnuTLS under the second.
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        problem = "libcurl.so.4 cannot be loaded";
        return;
    }
#define FIND(name)                                                                                                     \
    loaded_##name = (__typeof__(&name))dlsym(library, #name);                                                          \
    if (!loaded_##name) problem = "libcurl.so.4 lacks " #name;
    FUNCTIONS(FIND)
    if (!problem && loaded_curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) problem = "libcurl cannot be initialised";
}

const char *copydesk_curl_load(void) {
    pthread_once(&once, load);
    return problem;
}

CURL *copydesk_curl_init(void) { return loaded_curl_easy_init(); }
void copydesk_curl_cleanup(CURL *handle) { loaded_curl_easy_cleanup(handle); }
CURLcode copydesk_curl_perform(CURL *handle) { return loaded_curl_easy_perform(handle); }
const char *copydesk_curl_strerror(CURLcode code) { return loaded_curl_easy_strerror(code); }

CURLcode copydesk_curl_set_long(CURL *handle, CURLoption option, long value) {
    return loaded_curl_easy_setopt(handle, option, value);
}

CURLcode copydesk_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return loaded_curl_easy_setopt(handle, option, value);
}

CURLcode copydesk_curl_set_body(CURL *handle, const void *bytes, size_t count) {
    CURLcode code = loaded_curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return code ? code : loaded_curl_easy_setopt(handle, CURLOPT_POSTFIELDS, (const char *)bytes);
}

CURLcode copydesk_curl_set_headers(CURL *handle, struct curl_slist *headers) {
    return loaded_curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

CURLcode copydesk_curl_set_write(CURL *handle, size_t (*write)(char *, size_t, size_t, void *), void *context) {
    CURLcode code = loaded_curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    return code ? code : loaded_curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
}

CURLcode copydesk_curl_set_progress(CURL *handle, int (*progress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t), void *context) {
    CURLcode code = loaded_curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
    if (!code) code = loaded_curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
    return code ? code : loaded_curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

struct curl_slist *copydesk_curl_append(struct curl_slist *list, const char *text) { return loaded_curl_slist_append(list, text); }
void copydesk_curl_free(struct curl_slist *list) { loaded_curl_slist_free_all(list); }

long copydesk_curl_status(CURL *handle) {
    long status = 0;
    return loaded_curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

long copydesk_curl_retry_after(CURL *handle) {
    curl_off_t seconds = 0;
    return loaded_curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK ? (long)seconds : 0;
}

const char *copydesk_curl_content_type(CURL *handle) {
    char *type = NULL;
    return loaded_curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK ? type : NULL;
}
