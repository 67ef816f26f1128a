// The sealed words of a workspace while its ledger is read: hundreds of thousands of rows, looked up once or twice
// each. They lie in a few large pieces of memory that go back at once.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstring>
#include <memory_resource>
#include <string_view>

#include "ledger/store.h"

namespace vs::engine {

class SealedWords {
 public:
  struct Row {
    std::string_view owner, sealed;
  };

  void add(const ledger::VaultRow& row) { rows_.emplace(keep(row.ref), Row{keep_owner(row.owner), keep(row.sealed)}); }
  /// Null when there are none under this reference: they were erased, or are younger than what was read.
  const Row* find(std::string_view ref) const {
    const auto it = rows_.find(ref);
    return it == rows_.end() ? nullptr : &it->second;
  }

 private:
  std::string_view keep(std::string_view text) {
    auto* room = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(room, text.data(), text.size());
    return {room, text.size()};
  }
  // Rows of one event follow each other and mostly belong to the same person.
  std::string_view keep_owner(std::string_view owner) {
    return owner == last_owner_ ? last_owner_ : last_owner_ = keep(owner);
  }

  std::pmr::monotonic_buffer_resource memory_;
  boost::unordered_flat_map<std::string_view, Row> rows_;
  std::string_view last_owner_;
};

}  // namespace vs::engine
