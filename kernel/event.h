// A typed event without its type: what `decide` returns and the engine seals, stores and folds.
//
// An event struct has   static constexpr std::string_view type = "authorization.recorded";
//                       using Of = State;                       // whose state it folds into
//                       BOOST_DESCRIBE_STRUCT(Recorded, (), (…))
// and its feature defines  void on(State&, const Recorded&, const Meta&);
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/context.h"
#include "kernel/json_value.h"
#include "kernel/personal.h"
#include "kernel/world.h"

namespace vs {

using EachPersonal = std::function<void(Personal&)>;

/// What can be done with any event of one type.
struct EventOps {
  std::string_view type;
  void (*personal)(void* event, const EachPersonal&);
  void (*write)(const void* event, std::string& out);
  void (*apply)(World&, const void* event, const Meta&);
  std::shared_ptr<void> (*decode)(const json::Value&);  ///< throws UnreadableEvent
  void (*prepare)(World&);
  std::vector<std::string> (*personal_fields)();  ///< paths of the fields with words about people
};

/// A stored event that this program cannot read. Never swallowed: to skip one is to rebuild another history.
struct UnreadableEvent : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The operations of events of type E. Defined in kernel/event_ops.h, which only the file that names its events to the
/// registry includes: reading and writing an event is compiled there and nowhere else.
template <class E>
struct EventOpsOf {
  static const EventOps& ops();
};

class AnyEvent {
 public:
  template <class E>
    requires requires {
      E::type;
      typename E::Of;
    }
  AnyEvent(E e) : ops_(&EventOpsOf<E>::ops()), value_(std::make_shared<E>(std::move(e))) {}
  AnyEvent(const EventOps& ops, std::shared_ptr<void> value) : ops_(&ops), value_(std::move(value)) {}

  std::string_view type() const { return ops_->type; }
  void personal(const EachPersonal& f) { ops_->personal(value_.get(), f); }
  void write(std::string& out) const { ops_->write(value_.get(), out); }
  void apply(World& w, const Meta& m) const { ops_->apply(w, value_.get(), m); }
  /// The typed event, or null when it is of another type.
  template <class E>
  const E* as() const {
    return ops_->type == E::type ? static_cast<const E*>(value_.get()) : nullptr;
  }

 private:
  const EventOps* ops_;
  std::shared_ptr<void> value_;
};

using Events = std::vector<AnyEvent>;

inline void append(Events& to, Events from) {
  for (auto& e : from) to.push_back(std::move(e));
}

/// What a decision yields: the events, and the item that the answer shows (created or acted on).
struct Decision {
  Events events;
  std::string id;
};

}  // namespace vs
