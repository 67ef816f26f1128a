// The bytes in which the table of keys holds one owner's key: wrapped by the key-encryption key, bound to its name.
//
//   number of the wrapping algorithm, 1 byte ‖ nonce ‖ ciphertext ‖ tag
//   under it: number of the algorithm of the owner's seals, 1 byte ‖ key, 32 bytes; while an owner is moved, twice
//
// A record of 72 bytes has no number: nonce ‖ secretbox of the bare key, bound to nothing, and the seals are of the
// first algorithm. A house from before the numbers goes on writing these until it is resealed, so that nodes of the
// version before can read what it writes. No record with a number is 72 bytes long, and none may ever be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/sealing.h"

namespace vs::ledger {

struct KeyRecord {
  Key key;
  std::optional<Key> next;  ///< under which the owner's words are being sealed anew, or have just been
};

/// The key-encryption key is another one than the table's.
struct WrongKeyFile : StoreFailure {
  using StoreFailure::StoreFailure;
};

/// By the algorithm of `kek`.
std::string wrap(const KeyRecord&, const Key& kek, std::string_view name);
/// As before there were numbers; only for keys of the first algorithm.
std::string wrap_unnumbered(const Key&, const Key& kek);
bool is_numbered(std::string_view wrapped);
/// By the algorithm that the record names. Throws WrongKeyFile or UnknownAlgorithm.
KeyRecord unwrap(std::string_view wrapped, const Key& kek, std::string_view name);

/// A key that follows from this one and a purpose.
Key derived_from(const Key&, std::string_view purpose);

}  // namespace vs::ledger
