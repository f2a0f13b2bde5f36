#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/// How many times the calling thread has asked for memory.
unsigned long allocation_count(void);

#endif
