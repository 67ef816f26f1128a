#include "ledger/key_file.h"

#include <fstream>

#include "ledger/durable_file.h"

namespace vs::ledger {

Key read_key_file(const std::filesystem::path& file) {
  Key key;
  std::ifstream in(file, std::ios::binary);
  if (!in) throw StoreFailure("the key file " + file.string() + " cannot be read");
  in.read(reinterpret_cast<char*>(key.bytes.data()), std::streamsize(key.bytes.size()));
  if (in.gcount() != std::streamsize(key.bytes.size())) throw StoreFailure("the key file is not 32 bytes long");
  return key;
}

// Its name too must outlive a power cut: without it everything that was sealed meanwhile is lost.
void make_key_file(const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) return;
  const Key key = fresh_key(Algorithm::xchacha20_poly1305);
  make_durably(file, {reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()});
}

}  // namespace vs::ledger
