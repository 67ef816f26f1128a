// The records of one kind as they were before an import touched the first of them, whatever it has done since: so
// that a file is understood alike in one go, in slices and after a restart.
#pragma once

#include <map>
#include <string>

#include "features/directory/import_drafts.h"
#include "features/directory/keys.h"

namespace vs::directory {

template <class R>
class Before {
 public:
  Before(const State& state, const Trace<R>& trace) : state_(state), trace_(trace) {
    for (const auto& [id, record] : trace.before) {
      if (!record.external_id.empty()) former_.try_emplace(external_key<R>(record.external_id), &record);
      if (!called(record).empty()) former_.try_emplace(name_key<R>(called(record)), &record);
    }
  }

  bool touched(const std::string& id) const { return trace_.created.contains(id) || trace_.before.contains(id); }

  /// The record that a row is about, if it was known: by external id, else by name unless that record is known to be
  /// another one of the same name.
  const R* record(const Identity& who) const {
    if (!who.external_id.empty())
      if (const auto* hit = by_key(external_key<R>(who.external_id))) return hit;
    const auto* hit = who.name.empty() ? nullptr : by_key(name_key<R>(who.name));
    return hit && (who.external_id.empty() || hit->external_id.empty()) ? hit : nullptr;
  }

  /// Calls `f` with every record as it was.
  template <class F>
  void each(const F& f) const {
    for (const auto& [id, record] : records<R>(state_))
      if (!touched(id)) f(record);
    for (const auto& [id, record] : trace_.before) f(record);
  }

 private:
  const R* by_key(const std::string& key) const {
    if (const auto it = former_.find(key); it != former_.end()) return it->second;
    const auto* hit = directory::by_key<R>(state_, key);
    return hit && !touched(hit->id) ? hit : nullptr;
  }

  const State& state_;
  const Trace<R>& trace_;
  std::map<std::string, const R*> former_;
};

}  // namespace vs::directory
