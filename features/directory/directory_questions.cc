#include <algorithm>

#include "features/directory/directory.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

template <class R>
const R* found(const ById<R>& all, const std::string& id) {
  const auto it = all.find(id);
  return it == all.end() ? nullptr : &it->second;
}

// The top of the group; stops where a chain of parents runs in a circle.
std::string top_of(const State& state, std::string id) {
  std::set<std::string> seen;
  while (seen.insert(id).second) {
    const auto* a = account(state, id);
    if (!a || a->parent.empty()) break;
    id = a->parent;
  }
  return id;
}

bool names_as_competitor(const Account& a, const Account& b) {
  return std::ranges::any_of(
      a.competitors, [&](const std::string& each) { return each == b.id || plain_name(each) == plain_name(b.name); });
}

}  // namespace

const Account* account(const State& s, const std::string& id) {
  return found(s.accounts, id);
}
const Contact* contact(const State& s, const std::string& id) {
  return found(s.contacts, id);
}
const Deal* deal(const State& s, const std::string& id) {
  return found(s.deals, id);
}
const Seller* seller(const State& s, const std::string& id) {
  return found(s.sellers, id);
}
const Product* product_named(const State& s, const std::string& name) {
  return by_name<Product>(s, name);
}

const Account* account_of_contact(const State& s, const std::string& contact_id) {
  const auto* c = contact(s, contact_id);
  return c ? account(s, c->account) : nullptr;
}

bool open_severe_issue(const Account& a, int threshold) {
  return std::ranges::any_of(a.issues, [&](const Issue& i) { return i.open && i.severity <= threshold; });
}

bool same_group(const State& s, const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && top_of(s, a) == top_of(s, b);
}

bool competitors(const State& s, const std::string& a, const std::string& b) {
  const auto* one = account(s, a);
  const auto* other = account(s, b);
  return one && other && (names_as_competitor(*one, *other) || names_as_competitor(*other, *one));
}

bool may_see_contact_details(const std::set<std::string>& roles) {
  return std::ranges::any_of(
      std::initializer_list<const char*>{"program_owner", "account_owner", "advocacy_manager", "administrator"},
      [&](const char* role) { return roles.contains(role); });
}

Events rely_on(const State& s, const std::string& id, const std::string& as) {
  const auto it = s.relied_on.find(id);
  if (it != s.relied_on.end() && it->second.contains(as)) return {};
  return {ReliedOn{id, as}};
}

}  // namespace vs::directory
