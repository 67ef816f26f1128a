#include "features/matching/row.h"

#include <algorithm>
#include <cstring>

namespace vs::matching {

using advocates::Standing;

std::uint64_t Turns::use_of(std::uint32_t ordinal) const {
  const auto last = state_->index.standings[ordinal].last_used;
  // Days are moved up so that none is negative, and 0 is left to those who were never used.
  const auto day = std::uint32_t(std::int64_t(last) - Standing::never);
  return (std::uint64_t(advocates::quarter_load(*state_, ordinal, quarter_)) << 32) | day;
}

Turn Turns::of(std::uint32_t ordinal) const {
  return {use_of(ordinal), state_->index.standings[ordinal].id, ordinal};
}

bool Turns::before(const Turn& a, const Turn& b) const {
  if (a.use != b.use) return a.use < b.use;
  if (const int order = std::memcmp(a.id.data(), b.id.data(), a.id.size()); order != 0) return order < 0;
  return state_->by_ordinal[a.ordinal]->id < state_->by_ordinal[b.ordinal]->id;
}

std::optional<Turn> Row::next() {
  if (at_ == sorted_.size()) {
    if (whole_) return {};
    fill();
    if (sorted_.empty()) return {};
  }
  return sorted_[at_++];
}

// Takes the next ones after `last_`; more of them each time, so that going through everybody stays cheap.
void Row::fill() {
  sorted_.clear();
  at_ = 0;
  for (const auto ordinal : members_) offer(ordinal);
  std::ranges::sort(sorted_, [&](const Turn& a, const Turn& b) { return turns_.before(a, b); });
  whole_ = sorted_.size() < room_;
  if (!sorted_.empty()) last_ = sorted_.back();
  room_ *= 4;
}

void Row::offer(std::uint32_t ordinal) {
  const auto before = [&](const Turn& a, const Turn& b) { return turns_.before(a, b); };
  const bool full = sorted_.size() == room_;
  if (full && turns_.use_of(ordinal) > sorted_.front().use) return;
  const auto turn = turns_.of(ordinal);
  if (last_ && !before(*last_, turn)) return;
  if (full) {
    if (!before(turn, sorted_.front())) return;
    std::ranges::pop_heap(sorted_, before);
    sorted_.back() = turn;
  } else {
    sorted_.push_back(turn);
  }
  std::ranges::push_heap(sorted_, before);
}

}  // namespace vs::matching
