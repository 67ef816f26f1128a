#include "features/directory/import_undo.h"

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

using Referrers = std::map<std::string, std::vector<std::string>>;  // id → ids of records that refer to it

Referrers referrers(const State& s) {
  Referrers all;
  const auto note = [&](const std::string& to, const std::string& from) {
    if (!to.empty()) all[to].push_back(from);
  };
  for (const auto& [id, a] : s.accounts) note(a.parent, id);
  for (const auto& [id, c] : s.contacts) note(c.account, id);
  for (const auto& [id, d] : s.deals) {
    note(d.account, id);
    note(d.seller, id);
    if (const auto* product = product_named(s, d.product)) note(product->id, id);
  }
  return all;
}

template <class R>
bool as_imported(const State& s, const Import& import, const std::string& id) {
  const auto it = records<R>(s).find(id);
  const auto said = import.versions.find(id);
  return it != records<R>(s).end() && said != import.versions.end() && it->second.version == said->second;
}

template <class R>
void collect_new(const State& s, const Import& import, std::set<std::string>& going) {
  for (const auto& id : records<R>(import).created)
    if (as_imported<R>(s, import, id) && !s.relied_on.contains(id)) going.insert(id);
}

// A record stays when something that stays refers to it; that may make others stay in turn.
void keep_what_is_referred_to(const Referrers& referrers, std::set<std::string>& going) {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto it = going.begin(); it != going.end();) {
      const auto refs = referrers.find(*it);
      bool stays = false;
      if (refs != referrers.end())
        for (const auto& from : refs->second) stays = stays || !going.contains(from);
      changed = changed || stays;
      it = stays ? going.erase(it) : std::next(it);
    }
  }
}

template <class R>
void retract(const State& s, const Import& import, const std::set<std::string>& going, Undoing& out) {
  const auto& trace = records<R>(import);
  for (const auto& id : trace.created) {
    if (going.contains(id)) out.events.push_back(ImportRetracted<R>{id, import.id});
    else if (records<R>(s).contains(id)) ++out.kept;
  }
  for (const auto& [id, before] : trace.before) {
    if (as_imported<R>(s, import, id)) out.events.push_back(ImportRetracted<R>{id, import.id});
    else ++out.kept;
  }
}

}  // namespace

Undoing undone(const State& s, const Import& import) {
  std::set<std::string> going;
  collect_new<Account>(s, import, going);
  collect_new<Contact>(s, import, going);
  collect_new<Deal>(s, import, going);
  collect_new<Product>(s, import, going);
  collect_new<Seller>(s, import, going);
  keep_what_is_referred_to(referrers(s), going);
  Undoing out;
  retract<Deal>(s, import, going, out);
  retract<Contact>(s, import, going, out);
  retract<Seller>(s, import, going, out);
  retract<Product>(s, import, going, out);
  retract<Account>(s, import, going, out);
  return out;
}

}  // namespace vs::directory
