// uchardet: guesses a charset where neither byte-order mark nor declaration tells it.
#include <uchardet.h>
