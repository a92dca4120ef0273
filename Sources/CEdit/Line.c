#define _GNU_SOURCE
#include "CEdit.h"

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

// A history without entries. Without any at all, some of vi's commands (`_`) call a null pointer.
static int no_history(void *client, HistEventW *event, int operation, ...) {
  (void)client, (void)event, (void)operation;
  return -1;
}

EditLine *cedit_begin(void *client, cedit_key_source keys, cedit_command command, cedit_command vi_command) {
  FILE *nowhere = fopen("/dev/null", "r+e");
  if (!nowhere) return NULL;
  EditLine *line = el_init_fd("rep", stdin, nowhere, nowhere, 0, 1, 2);
  if (!line) {
    fclose(nowhere);
    return NULL;
  }
  el_wset(line, EL_CLIENTDATA, client);
  el_wset(line, EL_HIST, no_history, client);
  // libedit's own default is vi; ~/.editrc may then say otherwise.
  el_wset(line, EL_EDITOR, L"emacs");
  el_source(line, NULL);
  // `edit off` in ~/.editrc would leave a terminal that echoes nothing.
  el_wset(line, EL_EDITMODE, 1);
  el_wset(line, EL_SIGNAL, 0);
  // ^C, ^Z and ^\ are keys while a line is edited.
  el_wset(line, EL_SETTY, L"-d", L"-isig", L"-ixon", NULL);
  // libedit keeps the pointers to the names. Binding comes after the sourcing, since `bind -v` wipes what stood before.
  el_wset(line, EL_ADDFN, wcsdup(L"rep-key"), wcsdup(L"A key of Rep"), command);
  el_wset(line, EL_ADDFN, wcsdup(L"rep-vi-key"), wcsdup(L"A key of Rep in vi's command mode"), vi_command);
  for (wchar_t key = CEDIT_FIRST_OWN_KEY; key <= CEDIT_LAST_OWN_KEY; key++) {
    wchar_t name[2] = {key, 0};
    el_wset(line, EL_BIND, name, L"rep-key", NULL);
    el_wset(line, EL_BIND, L"-a", name, L"rep-vi-key", NULL);
  }
  // vi's ways into a history that libedit does not have, to an editor of files, and its one way to enter a line as
  // a comment.
  static const wchar_t *const history_keys[] = {L"k", L"j", L"K", L"J", L"/", L"?", L"n", L"N", L"G", L"+", L"-", L"v", L"#"};
  for (size_t i = 0; i < sizeof history_keys / sizeof *history_keys; i++) {
    el_wset(line, EL_BIND, L"-a", history_keys[i], L"rep-vi-key", NULL);
  }
  el_wset(line, EL_GETCFN, keys);
  return line;
}

void cedit_finish(EditLine *line) { el_end(line); }

void *cedit_client(EditLine *line) {
  void *client = NULL;
  el_wget(line, EL_CLIENTDATA, &client);
  return client;
}

void cedit_read(EditLine *line) {
  int count = 0;
  el_wgets(line, &count);
}

bool cedit_is_vi(EditLine *line) {
  const wchar_t *name = NULL;
  return el_wget(line, EL_EDITOR, &name) == 0 && name && wcscmp(name, L"vi") == 0;
}

void cedit_prepare(EditLine *line, bool raw) { el_wset(line, EL_PREP_TERM, raw ? 1 : 0); }
void cedit_resize(EditLine *line) { el_resize(line); }
void cedit_store_key(wchar_t *slot, uint32_t key) { *slot = (wchar_t)key; }

void cedit_mend(EditLine *line) {
  // What `el_wline` gives is the line itself; libedit has no other way to set its end. `$` on an empty line leaves the
  // cursor before the beginning, and a deletion from there leaves the end there too.
  LineInfoW *info = (LineInfoW *)el_wline(line);
  if (info->lastchar < info->buffer) info->lastchar = info->buffer;
  if (info->cursor < info->buffer) info->cursor = info->buffer;
  if (info->cursor > info->lastchar) info->cursor = info->lastchar;
}

int cedit_length(EditLine *line) {
  const LineInfoW *info = el_wline(line);
  return (int)(info->lastchar - info->buffer);
}

int cedit_cursor(EditLine *line) {
  const LineInfoW *info = el_wline(line);
  return (int)(info->cursor - info->buffer);
}

void cedit_copy(EditLine *line, uint32_t *codepoints, int count) {
  const LineInfoW *info = el_wline(line);
  for (int i = 0; i < count && info->buffer + i < info->lastchar; i++) codepoints[i] = (uint32_t)info->buffer[i];
}

void cedit_move(EditLine *line, int position) {
  int distance = position - cedit_cursor(line);
  if (distance) el_cursor(line, distance);
}

void cedit_insert(EditLine *line, const uint32_t *codepoints, int count) {
  wchar_t *text = malloc(sizeof(wchar_t) * ((size_t)count + 1));
  if (!text) return;
  int length = 0;
  // U+0000 would end the text.
  for (int i = 0; i < count; i++) if (codepoints[i]) text[length++] = (wchar_t)codepoints[i];
  text[length] = 0;
  el_winsertstr(line, text);
  free(text);
}

void cedit_delete_before(EditLine *line, int count) {
  if (count > 0) el_deletestr(line, count);
}

void cedit_use_utf8(void) {
  if (!setlocale(LC_CTYPE, "") || MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}
