#ifndef CEDIT_H
#define CEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The part of libedit that Rep uses, without variable arguments (which Swift cannot call) and with
// code points as plain 32-bit numbers. libedit keeps the line, the key maps and ~/.editrc; it draws
// nothing: what it would draw goes to /dev/null.

typedef struct editline EditLine;

// What a command tells libedit: go on, the line is entered, or there is no more input.
enum { CEDIT_GO_ON = 0, CEDIT_ENTERED = 1, CEDIT_END = 2 };

// The next key: 1 and the key, 0 at the end of the input.
typedef int (*cedit_key_source)(EditLine *, wchar_t *);
typedef unsigned char (*cedit_command)(EditLine *, uint32_t key);

// Keys that no terminal sends stand in the range of the C1 controls; each runs one of two commands:
// the second where vi is in its command mode.
enum { CEDIT_FIRST_OWN_KEY = 0x80, CEDIT_LAST_OWN_KEY = 0x9F };

EditLine *cedit_begin(void *client, cedit_key_source, cedit_command, cedit_command in_vi_command_mode);
void cedit_finish(EditLine *);
void *cedit_client(EditLine *);

// Reads one line through the key source. What was entered is for the commands to keep.
void cedit_read(EditLine *);
bool cedit_is_vi(EditLine *);
// Makes the terminal raw (true) or as it was (false).
void cedit_prepare(EditLine *, bool raw);
void cedit_resize(EditLine *);
void cedit_store_key(wchar_t *slot, uint32_t key);

// Brings cursor and end back into the line where a command of vi has left it.
void cedit_mend(EditLine *);
int cedit_length(EditLine *);
int cedit_cursor(EditLine *);
void cedit_copy(EditLine *, uint32_t *codepoints, int count);
void cedit_move(EditLine *, int position);
void cedit_insert(EditLine *, const uint32_t *codepoints, int count);
void cedit_delete_before(EditLine *, int count);

// UTF-8 for the classification of characters, whatever the environment says; numbers stay as they are.
void cedit_use_utf8(void);

// Signals. Each flag is set by a handler and taken by the one who asks.
void cedit_watch_interrupt(bool second_one_kills);
bool cedit_is_interrupted(void);
void cedit_clear_interrupt(void);
void cedit_watch_terminal(void);
bool cedit_take_resized(void);
bool cedit_take_continued(void);
// Leaves the signals to the other threads.
void cedit_block_signals(void);
// Puts the terminal back as it is now when a signal kills the program. To be called on the thread that edits.
void cedit_restore_on_death(void);

// 1: a byte can be read; 0: none within the time (-1: no limit); -1: a signal came.
int cedit_wait(int milliseconds);

// Runs `body` on a thread with a stack of 512 MiB, or as much of it as can be had, and waits for its end.
// Returns false when no thread can be made at all.
bool cedit_on_large_stack(void (*body)(void *context, uintptr_t lowest, uintptr_t base), void *context);

// Whether so many bytes more may be taken: of the machine's memory, and of the address space where it is limited.
bool cedit_has_memory(int64_t bytes);

// For tests: a child on a new pseudo-terminal of the given size. Returns its process id and the master side.
int cedit_spawn(const char *path, char *const arguments[], char *const environment[], int rows, int columns,
                int *master);
int cedit_set_size(int fd, int rows, int columns);

#endif
