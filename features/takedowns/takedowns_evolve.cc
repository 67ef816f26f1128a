#include "features/takedowns/takedowns.h"

namespace vs::takedowns {
namespace {

// Null for what was never raised: folding stays total.
Takedown* touch(State& s, const std::string& id, const Meta& m) {
  const auto it = s.takedowns.find(id);
  if (it == s.takedowns.end()) return nullptr;
  it->second.version = m.sequence;
  return &it->second;
}

}  // namespace

void on(State& s, const Raised& e, const Meta& m) {
  auto& t = s.takedowns[e.id];
  t.id = e.id;
  t.number = e.number;
  t.authorization = e.authorization;
  t.contact = e.contact;
  t.account = e.account;
  t.use = e.use;
  t.cause = e.cause;
  t.owner = e.owner;
  t.due = e.due;
  t.raised_at = m.at;
  t.version = m.sequence;
  s.by_authorization[e.authorization].push_back(e.id);
  s.open.insert(e.id);
  ++s.last_number;
}

void on(State& s, const Assigned& e, const Meta& m) {
  if (auto* t = touch(s, e.id, m)) t->owner = e.owner;
}

void on(State& s, const Closed& e, const Meta& m) {
  auto* t = touch(s, e.id, m);
  if (!t) return;
  t->status = Status::closed;
  t->how = e.how;
  t->link = e.link;
  t->note = e.note;
  t->evidence = e.evidence;
  t->closed_by = m.actor.person();
  t->closed_at = m.at;
  s.open.erase(e.id);
}

// A conversation leaves nothing to take down; what was written, filmed or shown stays visible.
bool leaves_something(UseType type) {
  using enum UseType;
  switch (type) {
    case reference_call:
    case site_visit:
    case event_speaker:
    case analyst_reference:
    case advisory_board: return false;
    default: return true;
  }
}

const Takedown* find(const State& s, const std::string& id) {
  const auto it = s.takedowns.find(id);
  return it == s.takedowns.end() ? nullptr : &it->second;
}

}  // namespace vs::takedowns
