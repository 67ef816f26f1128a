// The state of one workspace: one plain value per feature, found by its type. No feature sees more of it
// than the states that its functions name as parameters.
#pragma once

#include <memory>
#include <vector>

namespace vs {

/// Number of the slot in which a state type lives, the same for every World of this process.
namespace detail {
inline std::size_t next_slot = 0;
template <class S>
inline const std::size_t slot = next_slot++;
}  // namespace detail

/// An empty state. Defined in kernel/event_ops.h, for the one file that names the events of S to the registry.
template <class S>
std::shared_ptr<void> fresh_state();

class World {
 public:
  /// The feature's state; an empty one until something happened.
  template <class S>
  const S& get() const {
    return const_cast<World*>(this)->mut<S>();
  }
  /// Only the engine, folding events, and tests change state.
  template <class S>
  S& mut() {
    const std::size_t at = detail::slot<S>;
    if (at >= slots_.size()) slots_.resize(at + 1);
    if (!slots_[at]) slots_[at] = fresh_state<S>();
    return *static_cast<S*>(slots_[at].get());
  }
  /// Creates the slot, so that later concurrent `get`s only read.
  template <class S>
  void prepare() {
    mut<S>();
  }

 private:
  std::vector<std::shared_ptr<void>> slots_;
};

}  // namespace vs
