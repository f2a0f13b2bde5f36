#pragma once
// libcurl's easy interface, loaded when it is first needed. Linked as usual, it would make every start of the program,
// also of runs that ask no server, load two dozen libraries (docs/dependencies.md has the figures), and the program
// would not start at all where libcurl is not installed. Swift could not call the variadic curl_easy_setopt either.
#include <stdbool.h>
#include <stddef.h>
#define CURL_DISABLE_TYPECHECK
#define CURL_NO_OLDIES
#include <curl/curl.h>

/// Loads libcurl, once. NULL when it is there; else why it is not. Safe to call from any thread.
const char *copydesk_curl_load(void);

// Only after a successful copydesk_curl_load():
CURL *copydesk_curl_init(void);
void copydesk_curl_cleanup(CURL *handle);
CURLcode copydesk_curl_perform(CURL *handle);
const char *copydesk_curl_strerror(CURLcode code);

CURLcode copydesk_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode copydesk_curl_set_text(CURL *handle, CURLoption option, const char *value);
/// The bytes are not copied and must stay until the transfer is over.
CURLcode copydesk_curl_set_body(CURL *handle, const void *bytes, size_t count);
CURLcode copydesk_curl_set_headers(CURL *handle, struct curl_slist *headers);
CURLcode copydesk_curl_set_write(CURL *handle, size_t (*write)(char *, size_t, size_t, void *), void *context);
CURLcode copydesk_curl_set_progress(CURL *handle, int (*progress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t), void *context);

/// A new list on failure is NULL; the old one is still to be freed then.
struct curl_slist *copydesk_curl_append(struct curl_slist *list, const char *text);
void copydesk_curl_free(struct curl_slist *list);

/// 0 where nothing is known.
long copydesk_curl_status(CURL *handle);
/// Seconds that a Retry-After header asks for; 0 where there is none.
long copydesk_curl_retry_after(CURL *handle);
/// NULL where there is none; belongs to the handle.
const char *copydesk_curl_content_type(CURL *handle);
