#include "features/directory/directory.h"
#include "features/directory/facts.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

template <class R>
void stamp(R& record, const Meta& meta) {
  record.updated_by = meta.actor.person();
  record.updated_at = meta.at;
  record.version = meta.sequence;
}

template <class R>
Trace<R>& trace_of(Import& import) {
  return records<R>(import);
}

template <class R>
R& state_facts(State& state, const std::string& id, const typename KindOf<R>::Facts& facts, const Meta& meta) {
  R& record = records<R>(state)[id];
  if (record.id.empty()) record.id = id;
  else unindex(state, record);
  merge(record, facts);
  stamp(record, meta);
  index(state, record);
  return record;
}

template <class R>
R* touched(ById<R>& all, const std::string& id, const Meta& meta) {
  const auto it = all.find(id);
  if (it == all.end()) return nullptr;
  stamp(it->second, meta);
  return &it->second;
}

}  // namespace

template <class R>
void on(State& state, const Added<R>& e, const Meta& meta) {
  state_facts<R>(state, e.id, e.facts, meta);
}

template <class R>
void on(State& state, const Revised<R>& e, const Meta& meta) {
  state_facts<R>(state, e.id, e.facts, meta);
}

template <class R>
void on(State& state, const Imported<R>& e, const Meta& meta) {
  auto& all = records<R>(state);
  const auto import = state.imports.find(e.import);
  if (import != state.imports.end()) {
    import->second.versions[e.id] = meta.sequence;
    auto& trace = trace_of<R>(import->second);
    const auto known = all.find(e.id);
    if (known == all.end()) trace.created.insert(e.id);
    else if (!trace.created.contains(e.id)) trace.before.try_emplace(e.id, known->second);
  }
  R& record = state_facts<R>(state, e.id, e.facts, meta);
  record.source = "crm";
  // Slices are the program's own work, but what they say was brought in by somebody.
  if (import != state.imports.end() && import->second.status == ImportStatus::applying)
    record.updated_by = import->second.applied_by;
  for (auto& name : stated(e.facts))
    if (!e.derived.contains(name)) record.crm_fields.insert(std::move(name));
}

template <class R>
void on(State& state, const ImportRetracted<R>& e, const Meta& meta) {
  auto& all = records<R>(state);
  const auto import = state.imports.find(e.import);
  const auto known = all.find(e.id);
  if (import == state.imports.end() || known == all.end()) return;
  auto& trace = trace_of<R>(import->second);
  unindex(state, known->second);
  if (trace.created.erase(e.id) != 0) {
    all.erase(known);
  } else if (const auto before = trace.before.find(e.id); before != trace.before.end()) {
    known->second = before->second;
    trace.before.erase(before);
    stamp(known->second, meta);
    index(state, known->second);
  }
}

#define VS_DIRECTORY_EVOLVE(R)                               \
  template void on(State&, const Added<R>&, const Meta&);    \
  template void on(State&, const Revised<R>&, const Meta&);  \
  template void on(State&, const Imported<R>&, const Meta&); \
  template void on(State&, const ImportRetracted<R>&, const Meta&);
VS_DIRECTORY_EVOLVE(Account)
VS_DIRECTORY_EVOLVE(Contact)
VS_DIRECTORY_EVOLVE(Deal)
VS_DIRECTORY_EVOLVE(Product)
VS_DIRECTORY_EVOLVE(Seller)
#undef VS_DIRECTORY_EVOLVE

void on(State& s, const IssueReported& e, const Meta& m) {
  if (auto* a = touched(s.accounts, e.account, m)) a->issues.push_back({e.issue, e.severity, e.title, true});
}

void on(State& s, const IssueResolved& e, const Meta& m) {
  auto* a = touched(s.accounts, e.account, m);
  if (!a) return;
  for (auto& issue : a->issues)
    if (issue.id == e.issue) issue.open = false;
}

void on(State& s, const Restricted& e, const Meta& m) {
  auto* a = touched(s.accounts, e.account, m);
  if (!a) return;
  a->contract_restriction = e.restriction.empty() ? std::nullopt : std::optional(e.restriction);
  a->public_reference_ban = e.public_reference_ban;
}

void on(State& s, const AccountOptedOut& e, const Meta& m) {
  if (auto* a = touched(s.accounts, e.account, m)) a->opted_out = true;
}

void on(State& s, const ContactLeft& e, const Meta& m) {
  if (auto* c = touched(s.contacts, e.contact, m)) c->left = true;
}

void on(State& s, const ContactOptedOut& e, const Meta& m) {
  if (auto* c = touched(s.contacts, e.contact, m)) c->opted_out = true;
}

void on(State& s, const UseRestricted& e, const Meta& m) {
  if (auto* c = touched(s.contacts, e.contact, m)) c->restricted_since = m.at.date();
}

void on(State& s, const UseRestrictionLifted& e, const Meta& m) {
  if (auto* c = touched(s.contacts, e.contact, m)) c->restricted_since.reset();
}

void on(State& s, const ContactErased& e, const Meta& m) {
  auto* c = touched(s.contacts, e.contact, m);
  if (!c) return;
  unindex(s, *c);
  *c = {c->id, c->external_id, c->account, Personal::of("", "Erased " + m.at.date().vj_str())};
  c->left = c->opted_out = true;
  c->erased_on = m.at.date();
  stamp(*c, m);
  // Still known by its external id, so that the next file finds the record and leaves it alone.
  if (!c->external_id.empty()) s.ids[external_key<Contact>(c->external_id)] = c->id;
  for (auto& [id, import] : s.imports) {
    import.contacts.created.erase(c->id);
    import.contacts.before.erase(c->id);
  }
}

void on(State& s, const ReliedOn& e, const Meta&) {
  s.relied_on[e.id].insert(e.as);
}

}  // namespace vs::directory
