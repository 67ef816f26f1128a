// Erasing a person takes two: one proposes, another confirms. From the confirmation on nobody can stop it (REC-04).
#include <algorithm>

#include "features/privacy/privacy.h"
#include "features/privacy/remainder.h"

namespace vs::privacy {
namespace {

constexpr std::size_t also_most = 2'000;

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such person.");
}

bool gone(const directory::State& directory, const people::State& people, const std::string& id) {
  const auto* contact = directory::contact(directory, id);
  const auto* person = people::find(people, id);
  return (contact && contact->erased_on) || (person && person->erased_on);
}

const Erasure* proposed(const State& state, const std::string& id) {
  const auto* subject = find(state, id);
  return subject && subject->erasure && !subject->erasure->confirmed_at ? &*subject->erasure : nullptr;
}

std::unexpected<Refusal> nothing_proposed() {
  return refuse(RefusalKind::conflict, "erasure.not_proposed", "Nobody has proposed to erase this person.",
                "Propose it first; a second person confirms.");
}

bool last_administrator(const people::State& people, const std::string& id) {
  const auto all = people::with_role(people, "administrator");
  return all.size() == 1 && all.front() == id;
}

// Everything that the customer permitted ends first, with all that follows from it: cases stop, uses come down.
Events leave(const directory::Contact& contact, const authorizations::State& permissions, const mail::State& mail,
             const Context& ctx) {
  auto out = authorizations::withdraw_all(permissions, contact.id, ctx);
  for (const auto& id : mail.waiting)
    if (mail.letters.at(id).contact == contact.id) out.push_back(mail::Dropped{id});
  if (!contact.left) out.push_back(directory::ContactLeft{contact.id});
  return out;
}

}  // namespace

Result<void> may_propose(const State& state, const directory::State& directory, const people::State& people,
                         const Context& ctx) {
  if (!directory::contact(directory, ctx.target) && !people::find(people, ctx.target)) return unknown();
  if (gone(directory, people, ctx.target))
    return refuse(RefusalKind::conflict, "erasure.done", "This person was erased already.");
  if (proposed(state, ctx.target))
    return refuse(RefusalKind::conflict, "erasure.proposed", "This was proposed already.",
                  "A second person confirms it.");
  return {};
}

// R3: somebody must always be able to let others in, and nobody erases themselves.
Result<Decision> propose_erasure(const State& state, const directory::State& directory, const people::State& people,
                                 const ProposeErasure& c, const Context& ctx) {
  if (auto ok = may_propose(state, directory, people, ctx); !ok) return std::unexpected(ok.error());
  const auto also = c.also.value_or(std::vector<std::string>{});
  Reasons reasons;
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say why this person is erased.");
  reasons.expect(also.size() <= also_most, "erasure.too_many", "also", "These are too many words at once.",
                 "Choose at most 2,000.");
  reasons.expect(std::ranges::all_of(also, [](const std::string& ref) { return ref.starts_with("v_"); }),
                 "erasure.bad_reference", "also", "This is not a reference to words.", "Take those that were found.");
  reasons.expect(!last_administrator(people, ctx.target), "last_administrator", "", "This is the only administrator.",
                 "Make somebody else administrator first.");
  reasons.expect(ctx.actor.person() != ctx.target, "erasure.oneself", "", "Nobody erases themselves.",
                 "Ask a colleague.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{ErasureProposed{ctx.target, Personal::of(ctx.actor.person(), c.reason.text), also}}, ctx.target};
}

Result<void> may_confirm(const State& state, const Context& ctx) {
  const auto* erasure = proposed(state, ctx.target);
  if (!erasure) return nothing_proposed();
  if (erasure->proposed_by == ctx.actor.person())
    return refuse(RefusalKind::rule, "erasure.second_person", "You proposed this; somebody else must confirm it.",
                  "Ask a colleague who may.");  // R4
  if (ctx.actor.person() == ctx.target)
    return refuse(RefusalKind::rule, "erasure.oneself", "Nobody erases themselves.", "Ask a colleague.");
  return {};
}

Result<Decision> confirm_erasure(const State& state, const directory::State& directory, const people::State& people,
                                 const authorizations::State& permissions, const mail::State& mail,
                                 const ConfirmErasure&, const Context& ctx) {
  if (auto ok = may_confirm(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& id = ctx.target;
  Erasing erasing{id, ctx.id("shr"), {}, proposed(state, id)->also};
  Decision decision{{}, id};
  auto& events = decision.events;
  if (const auto* contact = directory::contact(directory, id)) {
    if (held(state, id, ctx.today()))  // R5
      events.push_back(
          RemainderSealed{id, find(state, id)->hold->until,
                          Personal::of(remainder_owner(id), kept_record(directory, permissions, id, ctx.today()))});
    append(events, leave(*contact, permissions, mail, ctx));
    erasing.owners = {id};
    events.push_back(std::move(erasing));
    events.push_back(directory::ContactErased{id});
  } else if (const auto* person = people::find(people, id)) {
    // R6: what colleagues wrote at work is the company's; who they were is not.
    for (const auto* words : {&person->name, &person->email})
      if (words->sealed()) erasing.refs.push_back(words->ref());
    if (person->active) events.push_back(people::Deactivated{id});
    events.push_back(std::move(erasing));
    events.push_back(people::Erased{id});
  }
  return decision;
}

Result<void> may_drop(const State& state, const Context& ctx) {
  if (!proposed(state, ctx.target)) return nothing_proposed();
  return {};
}

Result<Decision> drop_erasure(const State& state, const WithReason& c, const Context& ctx) {
  if (auto ok = may_drop(state, ctx); !ok) return std::unexpected(ok.error());
  Reasons reasons;
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say why not.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{ErasureDropped{ctx.target, Personal::of(ctx.actor.person(), c.reason.text)}}, ctx.target};
}

}  // namespace vs::privacy
