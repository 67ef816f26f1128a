#include "features/takedowns/takedowns_decide.h"

#include <algorithm>

namespace vs::takedowns {
namespace {

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such take-down.");
}

bool permitted_now(const directory::State& directory, const authorizations::State& auths, const Takedown& t,
                   Date today) {
  const authorizations::Use use{
      .contact = t.contact, .use_type = t.use.use_type, .channel = t.use.channel, .on = today};
  return authorizations::may_use(auths, directory, use).answer == authorizations::MayUse::yes;
}

std::vector<Evidence> kept(const std::vector<authorizations::EvidenceInput>& inputs, const Context& ctx) {
  std::vector<Evidence> out;
  for (const auto& in : inputs) out.push_back({in.file, Personal::of(ctx.actor.person(), in.name)});
  return out;
}

}  // namespace

Result<void> still_open(const State& state, const Context& ctx) {
  const auto* t = find(state, ctx.target);
  if (!t) return unknown();
  if (t->status == Status::closed)
    return refuse(RefusalKind::conflict, "already_closed", "Take-down " + t->number + " is closed already.");
  return {};
}

Result<Decision> assign(const State& state, const people::State& people, const Assign& c, const Context& ctx) {
  if (const auto ok = still_open(state, ctx); !ok) return std::unexpected(ok.error());
  const auto* person = people::find(people, c.owner);
  if (!person || !person->active)
    return refuse(RefusalKind::rule, "nobody_named", "This is nobody who works in the program.",
                  "Choose a person of the program.", "owner");
  if (find(state, ctx.target)->owner == c.owner) return Decision{};
  return Decision{{Assigned{ctx.target, c.owner}}, ctx.target};
}

// R3, R4: closed with proof, and only what is permitted again may stay.
Result<Decision> close(const State& state, const directory::State& directory, const authorizations::State& auths,
                       const Close& c, const Context& ctx) {
  if (const auto ok = still_open(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& t = *find(state, ctx.target);
  const bool taken_down = c.how == How::removed || c.how == How::replaced;
  Reasons reasons;
  reasons.expect(!c.note.text.empty(), "required", "note", "Say what was done.");
  reasons.expect(!taken_down || !c.evidence.empty() || !c.link.value_or("").empty(), "proof_required", "evidence",
                 "Closing needs a proof.", "Attach a picture, or give the address where one sees that it is gone.");
  for (const auto& each : c.evidence)
    reasons.expect(!each.file.empty() && !each.name.empty(), "required", "evidence", "A proof has no file or no name.");
  reasons.expect(c.how != How::permitted_again || permitted_now(directory, auths, t, ctx.today()), "not_permitted",
                 "how", "No permission covers this use now.", "Take it down, or ask the customer first.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{
      {Closed{t.id, c.how, c.link.value_or(""), Personal::of(ctx.actor.person(), c.note.text), kept(c.evidence, ctx)}},
      t.id};
}

}  // namespace vs::takedowns
