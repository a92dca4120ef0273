#define _GNU_SOURCE
#include "CEdit.h"

#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>

struct Work {
  void (*body)(void *, uintptr_t, uintptr_t);
  void *context;
};

static void *perform(void *argument) {
  struct Work *work = argument;
  // Whoever started the program may have left signals blocked.
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);
  pthread_attr_t attributes;
  void *lowest = NULL;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
  }
  work->body(work->context, (uintptr_t)lowest, (uintptr_t)lowest + size);
  return NULL;
}

// Whether so much address space can be had now.
static bool has_room(size_t size) {
  void *room = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return room != MAP_FAILED && munmap(room, size) == 0;
}

bool cedit_on_large_stack(void (*body)(void *, uintptr_t, uintptr_t), void *context) {
  struct Work work = {body, context};
  // One thread works at a time: it takes its memory where the first does, in large steps that are not given back. That
  // no other works beside it is also what scripts/rep tells the compiler.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  for (size_t mebibytes = 512; mebibytes >= 2; mebibytes /= 4) {
    size_t size = mebibytes << 20;
    // The interpreter keeps its values on a stack of the same size, and the rest of the program needs as much again.
    if (mebibytes > 2 && !has_room(3 * size + (64 << 20))) continue;
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) != 0) return false;
    pthread_attr_setstacksize(&attributes, size);
    int failure = pthread_create(&thread, &attributes, perform, &work);
    pthread_attr_destroy(&attributes);
    if (failure) continue;
    cedit_block_signals();
    pthread_join(thread, NULL);
    return true;
  }
  return false;
}
