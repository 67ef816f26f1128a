// Memory is wiped when it is given back: what was erased from the ledger must not stay readable in the pages of the
// running program until something else happens to be written there. Sanitizers bring a heap of their own.
#include <malloc.h>

#include <algorithm>
#include <cstring>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

extern "C" {

void __libc_free(void*);

void free(void* block) noexcept {
  if (block) explicit_bzero(block, malloc_usable_size(block));
  __libc_free(block);
}

// Never in place when it shrinks by much, never moved by the library, which would not wipe what it leaves.
void* realloc(void* block, std::size_t size) noexcept {
  if (!block) return malloc(size);
  const std::size_t room = malloc_usable_size(block);
  if (size <= room && size > room / 2) return block;
  void* other = malloc(size);
  if (!other) return nullptr;
  std::memcpy(other, block, std::min(size, room));
  free(block);
  return other;
}
}

#endif
